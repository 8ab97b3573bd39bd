#include "planning/incumbents.hpp"

#include "evaluation/day_column.hpp"

#include <algorithm>
#include <string_view>

namespace cadre {
namespace {

constexpr std::string_view spell_table = "cadres.appointments";

VerdictTable judge_spells(const Roster& roster, int table, const EvaluationOptions& options) {
    const ExpressionPtr current = parse_expression("from <= as_of and to > as_of", roster.schema(), table);
    return evaluate(compile({{"current", table, current}}, roster.shared_schema()), roster, options);
}

std::vector<PossibleInteger> days_of(std::string_view attribute, const Roster& roster, int table,
                                     const EvaluationOptions& options) {
    return evaluate_days(parse_expression(attribute, roster.schema(), table), table, roster.shared_schema(), roster,
                         options);
}

/// Adds what one spell says; of several spells of one person any may be the one that counts.
void add(std::vector<Incumbent>& known, const Incumbent& found) {
    if (known.empty() || known.back().person != found.person) {
        known.push_back(found);
        return;
    }
    Incumbent& same = known.back();
    same.holds = same.holds || found.holds;
    same.end = {std::min(same.end.first, found.end.first), std::max(same.end.last, found.end.last),
                same.end.certain && found.end.certain};
}

}  // namespace

/// What the appointments of a roster say, by spell.
struct Incumbents::Spells {
    Spells(const Roster& roster, int table, const EvaluationOptions& options)
        : verdicts(judge_spells(roster, table, options)),
          from(days_of("from", roster, table, options)),
          to(days_of("to", roster, table, options)),
          lists(roster, "cadres", "appointments"),
          post(roster, spell_table, "post") {}

    Verdict is_current(std::size_t spell) const { return verdicts.columns()[0][spell]; }
    bool is_to(std::size_t spell, std::size_t wanted) const {
        const auto found = post.value(spell);
        return found && static_cast<std::size_t>(*found) == wanted;
    }
    bool has_unknown_post(std::size_t spell) const { return !post.value(spell) && !post.is_none(spell); }

    /// When a spell ends; one in the same post that has begun by then prolongs it.
    LeavingDay end(std::size_t spell, std::size_t person) const {
        PossibleInteger end = to[spell];
        while (prolong(end, spell, person)) {
        }
        if (lists.may_have_more(person)) end.hi = LeavingDay::never;
        return LeavingDay::of(end);
    }
    /// Whether another spell made the end later.
    bool prolong(PossibleInteger& end, std::size_t spell, std::size_t person) const {
        const PossibleInteger before = end;
        const auto [first, last] = lists.members(person);
        for (std::size_t next = first; next < last; ++next) {
            if (from[next].lo > end.hi) continue;
            const bool same = is_to(next, static_cast<std::size_t>(*post.value(spell)));
            if (!same && !has_unknown_post(next)) continue;
            end.hi = std::max(end.hi, to[next].hi);
            if (same && from[next].hi <= end.lo) end.lo = std::max(end.lo, to[next].lo);
        }
        return !(end == before);
    }

    VerdictTable verdicts;
    std::vector<PossibleInteger> from;
    std::vector<PossibleInteger> to;
    RosterColumn lists;
    RosterColumn post;
};

Incumbents::Incumbents(const Plan& plan, const Roster& roster, const EvaluationOptions& options)
    : plan_(plan), by_pool_(plan.pools.size()), unlisted_(roster.size("cadres")) {
    read_posts(roster, options);
    read_committees();
}

void Incumbents::read_posts(const Roster& roster, const EvaluationOptions& options) {
    const auto table = roster.schema().find_table(spell_table);
    const auto posts = roster.schema().find_table("posts");
    if (!table || !posts) return;
    pools_of_post_.resize(roster.table(*posts) == nullptr ? 0 : roster.table(*posts)->rows);
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
        if (plan_.pools[pool].post) pools_of_post_[*plan_.pools[pool].post].push_back(pool);
    }
    const Spells spells(roster, *table, options);
    for (std::size_t person = 0; person < unlisted_.size(); ++person) read_spells(person, spells);
}

void Incumbents::read_spells(std::size_t person, const Spells& spells) {
    const auto [first, last] = spells.lists.members(person);
    bool unlisted = spells.lists.may_have_more(person);
    for (std::size_t spell = first; spell < last; ++spell) {
        const Verdict holds = spells.is_current(spell);
        if (holds == Verdict::not_met) continue;
        unlisted = unlisted || spells.has_unknown_post(spell);
        const auto post = spells.post.value(spell);
        if (!post) continue;
        for (const std::size_t pool : pools_of_post_[static_cast<std::size_t>(*post)]) {
            add(by_pool_[pool], {person, holds, spells.end(spell, person)});
        }
    }
    unlisted_[person] = unlisted;
    unlisted_count_ += unlisted ? 1 : 0;
}

void Incumbents::read_committees() {
    for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
        if (!plan_.pools[pool].of_committee) continue;
        for (const std::size_t at : plan_.pools[pool].members) {
            const PlanMember& member = plan_.members[at];
            if (member.incumbent != Verdict::not_met) by_pool_[pool].push_back({member.person, member.incumbent, {}});
        }
    }
    unplaced_ = std::count_if(plan_.unplaced.begin(), plan_.unplaced.end(),
                              [this](std::size_t at) { return plan_.members[at].incumbent != Verdict::not_met; });
}

Verdict Incumbents::is_incumbent(std::size_t pool, const PlanMember& member) const {
    if (plan_.pools[pool].of_committee) return member.incumbent;
    Verdict found = Verdict::not_met;
    for (const Incumbent& incumbent : by_pool_[pool]) {
        if (!member.person) return Verdict::undetermined;
        if (incumbent.person == member.person) found = found || incumbent.holds;
    }
    return found;
}

}  // namespace cadre
