#include <cadre/planning/plan_review.hpp>

#include "evaluation/program.hpp"
#include "evaluation/value_text.hpp"
#include "planning/review/additions.hpp"
#include "planning/review/comparison.hpp"
#include "planning/review/decisions.hpp"
#include "planning/review/development.hpp"
#include "planning/review/overdue_reviews.hpp"
#include "planning/review/removal_findings.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

void append(std::vector<ReviewFinding>& findings, std::vector<ReviewFinding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void order_by_member(std::vector<ReviewFinding>& findings) {
    const auto place = [](const ReviewFinding& f) { return std::make_tuple(f.pool, *f.member, f.policy); };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const ReviewFinding& a, const ReviewFinding& b) { return place(a) < place(b); });
}

void add_head(const JudgedPlan& now, const LastReview& last, PlanReview& review) {
    review.as_of = now.options.as_of;
    review.law_as_of = date_of(decision_days(now.options).law_as_of);
    review.last_day = last.day;
    for (const PoolPolicy& policy : now.policies) {
        review.policies.push_back({policy.id, policy.title, policy.citation});
    }
    for (const PlanPool& pool : now.plan.pools) {
        review.pools.push_back(pool.key);
        for (const std::size_t at : pool.members) {
            const bool certain = now.plan.members[at].planned == Verdict::met;
            ++(certain ? review.members : review.possible_members);
        }
    }
    review.plan_findings = now.plan.findings;
}

void add_development(const JudgedPlan& now, FindingDetails& details, PlanReview& review) {
    const auto asks = [](const PoolPolicy& policy) { return std::holds_alternative<DevelopmentRule>(policy.rule); };
    if (std::none_of(now.policies.begin(), now.policies.end(), asks)) return;
    const DevelopmentOwners owners(now.roster);
    std::vector<ReviewFinding> findings = development_findings(now, owners, details);
    if (!findings.empty() && !owners.are_given()) {
        review.plan_findings.push_back({"development_actions", 0, {texts::plan_without_development, {}}});
    }
    for (PlanFinding& finding : owners.findings()) review.plan_findings.push_back(std::move(finding));
    append(review.findings, std::move(findings));
}

void check_last(const EvaluationOptions& options, const LastReview& last) {
    const DayNumber as_of = decision_days(options).as_of;
    if (!last.day) return;
    if (last.day->is_special()) throw Error(ErrorCode::invalid_argument, {texts::as_of_not_set, {}});
    const DayNumber day = day_number(*last.day);
    if (day < as_of) return;
    throw Error(ErrorCode::invalid_argument, {texts::plan_last_review_not_before, {date_text(day), date_text(as_of)}});
}

void compare(const JudgedPlan& now, const LastReview& last, const FindingDetails& details, PlanReview& review) {
    if (!last.day) return;
    EvaluationOptions then = now.options;
    then.as_of = *last.day;
    then.law_as_of.reset();
    const JudgedPlan before(now.pack, now.policies, last.roster != nullptr ? *last.roster : now.roster, then);
    const Comparison comparison(before, now);
    review.compared_with = last.roster != nullptr ? ComparedWith::last_roster : ComparedWith::this_roster;
    review.readiness = readiness_changes(comparison, details);
    compare_members(comparison, review);
}

}  // namespace

std::string_view to_code(ReviewMatter matter) {
    switch (matter) {
        case ReviewMatter::removal: return "removal";
        case ReviewMatter::entry_not_kept: return "entry_not_kept";
        case ReviewMatter::no_development: return "no_development";
        case ReviewMatter::review_overdue: return "review_overdue";
    }
    return "";
}

PlanReview review_plan(const Pack& pack, const Roster& roster, const EvaluationOptions& options,
                       const LastReview& last) {
    check_last(options, last);
    const std::vector<PoolPolicy> policies = read_pool_policies(pack);
    const JudgedPlan now(pack, policies, roster, options);
    PlanReview review;
    add_head(now, last, review);
    FindingDetails details(now);
    review.findings = removal_findings(now, details);
    add_development(now, details, review);
    order_by_member(review.findings);
    append(review.findings, overdue_reviews(now, details));
    review.additions = find_additions(now);
    compare(now, last, details, review);
    review_decisions(now, last, review);
    return review;
}

}  // namespace cadre
