#include "rotation/holdings.hpp"

#include "evaluation/day_column.hpp"
#include "roster/roster_column.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

namespace cadre {
namespace {

constexpr std::string_view spell_table = "cadres.appointments";

/// The days of an attribute of spells. No day is judged, so that any will do for `as_of`.
std::vector<PossibleInteger> days_of(std::string_view attribute, const Roster& roster, int table) {
    return evaluate_days(parse_expression(attribute, roster.schema(), table), table, roster.shared_schema(), roster,
                         {.as_of = date_of(0)});
}

DayBounds bounds_of(const PossibleInteger& day) {
    if (!day.is_plain()) return {};
    return {static_cast<DayNumber>(std::clamp<std::int64_t>(day.lo, DayBounds::always, DayBounds::never)),
            static_cast<DayNumber>(std::clamp<std::int64_t>(day.hi, DayBounds::always, DayBounds::never))};
}

Verdict known(std::optional<std::int64_t> flag) {
    if (!flag) return Verdict::undetermined;
    return *flag != 0 ? Verdict::met : Verdict::not_met;
}

/// Positions of the moves by day, those without one last.
std::vector<std::size_t> by_day(const std::vector<RotationMove>& moves) {
    std::vector<std::size_t> order(moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return moves[a].day.value_or(DayBounds::never) < moves[b].day.value_or(DayBounds::never);
    });
    return order;
}

}  // namespace

Holdings::Holdings(const Roster& roster)
    : lasting_(roster.size("cadres")), unnamed_(lasting_.size()), may_have_more_(lasting_.size(), true) {
    const auto table = roster.schema().find_table(spell_table);
    if (!table) return;
    const RosterColumn lists(roster, "cadres", "appointments");
    const RosterColumn posts(roster, spell_table, "post");
    const RosterColumn acting(roster, spell_table, "acting");
    const std::vector<PossibleInteger> from = days_of("from", roster, *table);
    const std::vector<PossibleInteger> to = days_of("to", roster, *table);
    for (std::size_t person = 0; person < cadres(); ++person) {
        may_have_more_[person] = lists.may_have_more(person);
        const auto [first, last] = lists.members(person);
        for (std::size_t spell = first; spell < last; ++spell) {
            Holding holding{person, {}, bounds_of(from[spell]), bounds_of(to[spell]), known(acting.value(spell)), spell,
                            {},     {}};
            if (const auto post = posts.value(spell)) holding.post = static_cast<std::size_t>(*post);
            add(holding);
        }
    }
}

void Holdings::add(const Holding& holding) {
    if (holding.person) {
        lasting_[*holding.person].push_back(all_.size());
        if (!holding.post) unnamed_[*holding.person].push_back(all_.size());
    }
    all_.push_back(holding);
}

void Holdings::carry_out(const std::vector<RotationMove>& moves) {
    for (const std::size_t at : by_day(moves)) {
        const RotationMove& move = moves[at];
        const DayBounds day = move.day ? DayBounds::on(*move.day) : DayBounds{};
        if (move.person && move.day && !move.enters) leave(move, at, *move.day);
        if (!move.leaves) take(move, at, day);
    }
    loosen(moves);
}

/// A holding that has begun by the day ends; one that may begin later, or be of another post, may end.
void Holdings::leave(const RotationMove& move, std::size_t at, DayNumber day) {
    std::vector<std::size_t>& lasting = lasting_[*move.person];
    for (const std::size_t position : lasting) {
        Holding& holding = all_[position];
        if (move.from && holding.post && move.from != holding.post) continue;
        if (holding.from.earliest >= day) continue;
        holding.to.earliest = std::min(holding.to.earliest, day);
        if (!move.from || move.from != holding.post || holding.from.latest >= day) continue;
        if (holding.to.latest > day) holding.left_by = at;
        holding.to.latest = std::min(holding.to.latest, day);
    }
    std::erase_if(lasting, [&](std::size_t position) { return all_[position].to.latest <= day; });
}

void Holdings::take(const RotationMove& move, std::size_t at, const DayBounds& day) {
    add({move.person, move.to, day, {DayBounds::never, DayBounds::never}, Verdict::not_met, {}, at, {}});
}

/// A move of which the cadre is not known may end what anyone holds of its post; one without a day, at any time.
void Holdings::loosen(const std::vector<RotationMove>& moves) {
    using Whose = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;  // cadre and post
    std::map<Whose, DayNumber> earliest;
    for (const RotationMove& move : moves) {
        if (move.enters || (move.person && move.day)) continue;
        const DayNumber day = move.day.value_or(DayBounds::always);
        DayNumber& first = earliest.try_emplace({move.person, move.from}, day).first->second;
        first = std::min(first, day);
    }
    for (Holding& holding : all_) {
        for (const Whose& whose :
             {Whose{holding.person, holding.post}, Whose{holding.person, {}}, Whose{{}, holding.post}, Whose{{}, {}}}) {
            const auto found = earliest.find(whose);
            if (found != earliest.end()) holding.to.earliest = std::min(holding.to.earliest, found->second);
        }
        // It may be of the post that such a move leaves, or of the cadre.
        if ((!holding.person || !holding.post) && !earliest.empty()) holding.to.earliest = DayBounds::always;
    }
}

bool Holdings::is_unlisted(std::size_t person, DayNumber first, DayNumber last) const {
    return may_have_more_[person] ||
           std::any_of(unnamed_[person].begin(), unnamed_[person].end(), [&](std::size_t position) {
               const Holding& holding = all_[position];
               return holding.from.earliest <= last && holding.to.latest > first;
           });
}

std::int64_t Holdings::unlisted(DayNumber first, DayNumber last) const {
    std::int64_t count = 0;
    for (std::size_t person = 0; person < cadres(); ++person) count += is_unlisted(person, first, last) ? 1 : 0;
    return count;
}

}  // namespace cadre
