#include "roster/spell_continuation.hpp"

#include <algorithm>

namespace cadre {

namespace {

const Column& spell_column(const UnitTables& at, const TableDrafts& drafts, int attribute) {
    return drafts[static_cast<std::size_t>(at.appointments)]->columns[static_cast<std::size_t>(attribute)];
}

/// Whether two statements hold together.
enum class Answer { no, maybe, yes };

Answer both(Answer a, Answer b) {
    return std::min(a, b);
}

Answer is_day(const DayRange& range, std::int32_t day) {
    if (!range.may_be(day)) return Answer::no;
    return range.is_one_day() ? Answer::yes : Answer::maybe;
}

Answer are_equal(std::int32_t a, std::int32_t b) {
    if (a < 0 || b < 0) return Answer::maybe;
    return a == b ? Answer::yes : Answer::no;
}

Answer is_among(std::int32_t unit, const std::vector<std::int32_t>& candidates) {
    if (unit < 0) return Answer::maybe;
    if (std::binary_search(candidates.begin(), candidates.end(), unit)) return Answer::yes;
    return candidates.front() == unknown_unit ? Answer::maybe : Answer::no;
}

}  // namespace

SpellContinuation::SpellContinuation(const UnitTables& at, const TableDrafts& drafts,
                                     const SuccessionIndex& successions)
    : successions_(successions),
      unit_(spell_column(at, drafts, at.spell.unit)),
      title_(spell_column(at, drafts, at.spell.title)),
      from_(spell_column(at, drafts, at.spell.from)),
      to_(spell_column(at, drafts, at.spell.to)),
      post_(spell_column(at, drafts, at.spell.post)) {
    const auto& posts = drafts[static_cast<std::size_t>(at.posts)];
    if (posts) post_units_ = &posts->columns[static_cast<std::size_t>(at.post_unit)];
}

ContinuedList SpellContinuation::run(std::size_t first, std::size_t last) const {
    ContinuedList list;
    for (std::size_t row = first; row < last; ++row) follow(recorded(row), {first, last}, list);
    return list;
}

Spell SpellContinuation::recorded(std::size_t row) const {
    Spell spell;
    spell.source = row;
    spell.unit = number_of(unit_, row);
    spell.from = days_of(from_, row);
    spell.to = days_of(to_, row);
    return spell;
}

void SpellContinuation::follow(Spell spell, Rows rows, ContinuedList& list) const {
    while (true) {
        const auto [meeting, succession] = encounter(spell);
        std::vector<OwnRecord> own;
        if (succession != nullptr) own = own_records(spell, *succession, rows);
        const bool recorded = !own.empty() && own.front().certain;
        if (meeting == Meeting::unclear || (meeting == Meeting::at_the_end && !spell.to.is_one_day())) {
            for (OwnRecord& record : own) record.certain = false;
        }
        spell.end_unknown = meeting == Meeting::unclear;
        list.unclear |= spell.end_unknown;
        spell.is_cut = meeting == Meeting::crossing;
        list.changed |= spell.is_cut || spell.end_unknown || !own.empty();
        list.own_records.insert(list.own_records.end(), own.begin(), own.end());
        list.spells.push_back(spell);
        if (spell.is_cut) list.spells.back().to = DayRange::on(succession->day);
        const bool may_go_on = meeting == Meeting::unclear || meeting == Meeting::crossing;
        // A spell that began after this succession may yet cross the unit's next one.
        const bool began_before = succession != nullptr && spell.from.last < succession->day;
        if (!may_go_on || (recorded && began_before)) return;
        if (meeting == Meeting::unclear || !own.empty()) {
            list.open = true;
            return;
        }
        spell = continued(spell, *succession);
    }
}

SpellContinuation::Encounter SpellContinuation::encounter(const Spell& spell) const {
    if (!successions_.concerns(spell.unit)) return {};
    const auto days = static_cast<std::int64_t>(spell.to.last) - spell.from.first;
    if (successions_.has_undated(spell.unit) && days >= 2) return {Meeting::unclear, nullptr};
    for (const Succession& succession : successions_.of(spell.unit)) {
        const std::int32_t day = succession.day;
        if (spell.from.first >= day) continue;
        if (spell.to.last < day) break;
        if (spell.to.last == day) return {Meeting::at_the_end, &succession};
        const bool crosses = spell.from.last < day && spell.to.first > day;
        return {crosses ? Meeting::crossing : Meeting::unclear, &succession};
    }
    return {};
}

std::vector<OwnRecord> SpellContinuation::own_records(const Spell& spell, const Succession& succession,
                                                      Rows rows) const {
    std::vector<OwnRecord> possible;
    const std::int32_t title = number_of(title_, spell.source);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        if (row == spell.source || days_of(to_, row).last <= succession.day) continue;
        Answer answer = is_day(days_of(from_, row), succession.day);
        if (answer == Answer::no) continue;
        answer = both(answer, are_equal(title, number_of(title_, row)));
        answer = both(answer, is_among(number_of(unit_, row), succession.candidates));
        const OwnRecord record{row, spell.source, succession.day, answer == Answer::yes};
        if (record.certain) return {record};
        if (answer == Answer::maybe) possible.push_back(record);
    }
    return possible;
}

Spell SpellContinuation::continued(const Spell& spell, const Succession& succession) const {
    Spell next = recorded(spell.source);
    next.unit = succession.successor();
    next.from = DayRange::on(succession.day);
    next.continues = true;
    next.post_ended = spell.post_ended || post_is_of(spell.unit, spell.source);
    return next;
}

bool SpellContinuation::post_is_of(std::int32_t unit, std::size_t row) const {
    const std::int32_t post = number_of(post_, row);
    return post >= 0 && post_units_ != nullptr && number_of(*post_units_, static_cast<std::size_t>(post)) == unit;
}

}  // namespace cadre
