#include <cadre/rotation/plan_check.hpp>

#include "rotation/check/plan_facts.hpp"
#include "rotation/known_rows.hpp"
#include "rotation/occupancy_days.hpp"
#include "rotation/rules/stay_judge.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

/// What is not about a move comes after what is.
std::size_t order_of(const PlanCheckFinding& finding) {
    return finding.move.value_or(std::numeric_limits<std::size_t>::max());
}

void require_known_posts(const PlanCheckOptions& options, const Roster& roster) {
    RotationPlan named;
    for (const auto& pair : options.concurrent_posts) {
        named.moves.push_back({.from = pair.first, .to = pair.second});
    }
    require_known_rows(named, roster);
}

}  // namespace

Verdict PlanCheck::passes() const {
    Verdict passes = Verdict::met;
    for (const PlanCheckFinding& finding : findings) {
        if (finding.status == PlanCheckStatus::violated) return Verdict::not_met;
        if (finding.status == PlanCheckStatus::undetermined) passes = Verdict::undetermined;
    }
    return passes;
}

PlanCheck check_plan(const Pack& pack, const Roster& roster, const RotationPlan& plan,
                     const PlanCheckOptions& options) {
    require_known_rows(plan, roster);
    require_known_posts(options, roster);
    const MoveRules rules(pack, roster, options.law);
    const std::vector<RotationPolicy> stays = rules_on_stays(pack);
    Holdings holdings(roster);
    holdings.carry_out(plan.moves);
    const HeldPosts held(holdings);
    const PlanGaps gaps(roster, plan, holdings, held, plan_days(roster, plan).before);
    const PlanFacts facts{pack, roster, plan, options, holdings, held, gaps};

    PlanCheck check{.rules = rules.rules()};
    check.rules.insert(check.rules.end(), stays.begin(), stays.end());
    check.row_findings = negative_seats(roster);
    if (plan.moves.empty()) check.findings.push_back({});
    for (const PlanCheckFindings& found :
         {find_move_matters(facts), find_rule_matters(facts, rules),
          find_short_stays(facts, stays, rules.rules().size()), find_changed_moves(facts), find_seat_matters(facts)}) {
        check.findings.insert(check.findings.end(), found.begin(), found.end());
    }
    std::stable_sort(check.findings.begin(), check.findings.end(),
                     [](const PlanCheckFinding& a, const PlanCheckFinding& b) { return order_of(a) < order_of(b); });
    return check;
}

std::string_view to_code(PlanCheckStatus status) {
    switch (status) {
        case PlanCheckStatus::violated: return "violated";
        case PlanCheckStatus::exempt: return "exempt";
        case PlanCheckStatus::undetermined: return "undetermined";
    }
    return "";
}

std::string_view to_code(PlanMatter matter) {
    switch (matter) {
        case PlanMatter::empty_plan: return "empty_plan";
        case PlanMatter::cadre_unknown: return "cadre_unknown";
        case PlanMatter::post_unknown: return "post_unknown";
        case PlanMatter::day_unknown: return "day_unknown";
        case PlanMatter::moves_nothing: return "moves_nothing";
        case PlanMatter::same_post: return "same_post";
        case PlanMatter::two_moves_a_day: return "two_moves_a_day";
        case PlanMatter::not_held: return "not_held";
        case PlanMatter::already_held: return "already_held";
        case PlanMatter::rule: return "rule";
        case PlanMatter::not_compatible: return "not_compatible";
        case PlanMatter::published_changed: return "published_changed";
        case PlanMatter::over_filled: return "over_filled";
        case PlanMatter::left_empty: return "left_empty";
        case PlanMatter::seats_unknown: return "seats_unknown";
        case PlanMatter::unlisted_posts: return "unlisted_posts";
    }
    return "";
}

}  // namespace cadre
