#include "roster/continue_spells.hpp"

#include "roster/row_finding.hpp"
#include "roster/spell_continuation.hpp"
#include "roster/take_rows.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/roster.hpp>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace cadre {

namespace {

/// The day from which each row's post was held, through the file's own records of reorganisations.
std::unordered_map<std::size_t, std::optional<std::int32_t>> held_days(std::vector<OwnRecord> records,
                                                                       const Column& held_since) {
    // A predecessor began before the day, so that its own records come first.
    std::stable_sort(records.begin(), records.end(),
                     [](const OwnRecord& a, const OwnRecord& b) { return a.day < b.day; });
    std::unordered_map<std::size_t, std::optional<std::int32_t>> days;
    for (const OwnRecord& record : records) {
        const auto before = days.find(record.predecessor);
        const DayRange recorded = days_of(held_since, record.predecessor);
        std::optional<std::int32_t> day;
        if (recorded.is_one_day()) day = recorded.first;
        if (before != days.end()) day = before->second;
        if (!record.certain) day.reset();
        const auto [at, first] = days.try_emplace(record.row, day);
        if (!first) at->second = at->second && day ? std::optional(std::min(*at->second, *day)) : std::nullopt;
    }
    return days;
}

/// Rewrites the lists of spells of a roster.
class SpellRewriting {
public:
    SpellRewriting(const Schema& schema, const UnitTables& at, TableDrafts& drafts, bool derive_held_since)
        : schema_(schema), at_(at), drafts_(drafts), derive_held_since_(derive_held_since) {}

    void run(const SpellContinuation& continuation, std::vector<Finding>& findings) {
        const Column lists = cadres().columns[static_cast<std::size_t>(at_.spells)];
        RowFinding unclear(schema_.table(at_.cadres), texts::roster_spell_unclear);
        for (std::size_t cadre = 0; cadre < lists.size; ++cadre) {
            const auto first = static_cast<std::size_t>(lists.offsets()[cadre]);
            const auto last = static_cast<std::size_t>(lists.offsets()[cadre + 1]);
            const bool was_unclear = add_list(continuation, cadre, first, last);
            if (was_unclear) unclear.add(cadre);
        }
        std::move(unclear).report(findings);
    }

    void apply(TextPool& texts) {
        if (!changed_) return;
        const std::int32_t reorganisation = texts.intern("reorganisation");
        for (CellEdit& edit : kinds_) edit.value = reorganisation;
        for (CellEdit& edit : end_reasons_) {
            if (edit.value) edit.value = reorganisation;
        }
        replace_lists();
        take_rows(schema_, drafts_, at_.appointments, order_);
        edit(at_.spell.unit, units_);
        edit(at_.spell.from, starts_);
        edit(at_.spell.to, ends_);
        edit(at_.spell.kind, kinds_);
        edit(at_.spell.end_reason, end_reasons_);
        edit(at_.spell.post, posts_);
        edit(at_.spell.held_since, held_since_);
    }

private:
    RosterTable& cadres() { return *drafts_[static_cast<std::size_t>(at_.cadres)]; }
    RosterTable& spells() { return *drafts_[static_cast<std::size_t>(at_.appointments)]; }

    /// Returns whether it is unclear how a spell of the list goes on.
    bool add_list(const SpellContinuation& continuation, std::size_t cadre, std::size_t first, std::size_t last) {
        bool concerned = false;
        for (std::size_t row = first; row < last && !concerned; ++row) concerned = continuation.concerns(row);
        ContinuedList list;
        if (concerned) list = continuation.run(first, last);
        if (list.changed) {
            changed_ = true;
            add_changed(list);
            if (list.open) opened_.push_back(cadre);
        } else {
            for (std::size_t row = first; row < last; ++row) order_.push_back(static_cast<std::int64_t>(row));
        }
        if (order_.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
            throw Error(ErrorCode::limit_exceeded,
                        Message{texts::roster_too_many_rows, {schema_.table(at_.appointments).id}});
        }
        offsets_.push_back(static_cast<std::int64_t>(order_.size()));
        return list.unclear;
    }

    void add_changed(const ContinuedList& list) {
        std::unordered_map<std::size_t, std::optional<std::int32_t>> held;
        if (derive_held_since_) {
            const Column& given = spells().columns[static_cast<std::size_t>(at_.spell.held_since)];
            held = held_days(list.own_records, given);
        }
        for (const Spell& spell : list.spells) {
            const std::size_t row = order_.size();
            order_.push_back(static_cast<std::int64_t>(spell.source));
            add_edits(spell, row);
            const auto day = held.find(spell.source);
            if (day != held.end()) held_since_.push_back({row, day->second});
        }
    }

    void add_edits(const Spell& spell, std::size_t row) {
        if (spell.continues) {
            units_.push_back({row, spell.unit < 0 ? std::nullopt : std::optional(spell.unit)});
            starts_.push_back({row, spell.from.first});
            kinds_.push_back({row, std::nullopt});
        }
        if (spell.is_cut) ends_.push_back({row, spell.to.first});
        if (spell.end_unknown) ends_.push_back({row, std::nullopt});
        if (spell.is_cut) end_reasons_.push_back({row, 0});
        if (spell.end_unknown) end_reasons_.push_back({row, std::nullopt});
        if (spell.post_ended) posts_.push_back({row, std::nullopt});
    }

    void replace_lists() {
        Column& lists = cadres().columns[static_cast<std::size_t>(at_.spells)];
        CellStates states = states_of(lists);
        if (!opened_.empty() && !states.open) states.open.emplace(lists.size);
        for (const std::size_t cadre : opened_) states.open->set(cadre);
        lists = make_column(Storage::list, std::move(offsets_), std::move(states));
    }

    void edit(int attribute, const std::vector<CellEdit>& edits) {
        Column& column = spells().columns[static_cast<std::size_t>(attribute)];
        column = with_cells(column, edits);
    }

    const Schema& schema_;
    const UnitTables& at_;
    TableDrafts& drafts_;
    bool derive_held_since_;
    bool changed_ = false;
    RowOrder order_;
    std::vector<std::int64_t> offsets_{0};
    std::vector<std::size_t> opened_;
    std::vector<CellEdit> units_, starts_, ends_, kinds_, end_reasons_, posts_, held_since_;
};

}  // namespace

void continue_spells(const Schema& schema, TextPool& texts, TableDrafts& drafts, std::vector<Finding>& findings) {
    const auto at = UnitTables::find(schema);
    if (!at || !drafts[static_cast<std::size_t>(at->cadres)] || !drafts[static_cast<std::size_t>(at->appointments)]) {
        return;
    }
    std::vector<Column>& columns = drafts[static_cast<std::size_t>(at->appointments)]->columns;
    Column& held_since = columns[static_cast<std::size_t>(at->spell.held_since)];
    const bool derived = held_since.storage == Storage::absent;
    // The same memory: a spell that continues no other is held since it began.
    if (derived) held_since = columns[static_cast<std::size_t>(at->spell.from)];

    const Column& lists = drafts[static_cast<std::size_t>(at->cadres)]->columns[static_cast<std::size_t>(at->spells)];
    const SuccessionIndex successions(*at, drafts, texts);
    if (successions.empty() || lists.storage != Storage::list) return;
    SpellRewriting rewriting(schema, *at, drafts, derived);
    rewriting.run(SpellContinuation(*at, drafts, successions), findings);
    rewriting.apply(texts);
}

}  // namespace cadre
