#include "testing/policy_results.hpp"

#include "evaluation/program.hpp"
#include "planning/policy_verdicts.hpp"
#include "testing/comparison.hpp"
#include "testing/outcome.hpp"

#include <cadre/planning/composition.hpp>

#include <algorithm>
#include <string>

namespace cadre {
namespace {

/// A case's pools, judged.
class PolicyResults {
public:
    PolicyResults(const Pack& pack, const Case& judged)
        : options_{.as_of = judged.as_of, .law_as_of = judged.law_as_of},
          policies_(read_pool_policies(pack)),
          found_(compose(pack, judged.roster, options_)),
          verdicts_(pack, policies_, found_.plan, judged.roster, options_) {}

    CaseResult of(const ExpectedPolicy& expected) const {
        CaseResult result;
        result.place = expected.place;
        result.subject = expected.policy;
        result.is_policy = true;
        result.member = expected.member;
        result.passed = true;
        if (expected.pool) result.pool = found_.plan.pools[*expected.pool].key;
        const auto policy = std::find_if(policies_.begin(), policies_.end(),
                                         [&](const PoolPolicy& p) { return p.id == expected.policy; });
        if (!policy->in_force.contains(found_.law_as_of)) {
            compare_clause(result, expected, Outcome::not_in_force, {});
        } else if (expected.member) {
            const auto at = static_cast<std::size_t>(policy - policies_.begin());
            compare_outcome(result, expected.outcome, outcome_of(is_ground(at, *expected.member)));
        } else {
            compare_found(result, expected);
        }
        return result;
    }

private:
    /// Whether the policy gives reason to review the member's place in the pool.
    Verdict is_ground(std::size_t policy, std::size_t row) const {
        const PlanMember& member = with_all_rows(found_.plan.members[row]);
        if (!member.pool) return member.planned && Verdict::undetermined;
        return member.planned && verdicts_.is_for(policy, *member.pool) && verdicts_.holds(policy, member);
    }

    /// The member of the plan that a row is of: several rows may put one cadre into one pool.
    const PlanMember& with_all_rows(const PlanMember& member) const {
        if (!member.pool || member.planned == Verdict::not_met) return member;
        for (const std::size_t at : found_.plan.pools[*member.pool].members) {
            const PlanMember& first = found_.plan.members[at];
            if (std::any_of(first.rows.begin(), first.rows.end(),
                            [&](const PlanRow& said) { return said.row == member.row; }))
                return first;
        }
        return member;
    }

    /// A policy that is not for the pool has no clause there.
    void compare_found(CaseResult& result, const ExpectedPolicy& expected) const {
        std::size_t band = 0;
        for (const ClauseResult& clause : found_.clauses) {
            if (clause.policy != expected.policy || clause.pool != expected.pool) continue;
            if (band++ != expected.band.value_or(0)) continue;
            compare_clause(result, expected, outcome_of(clause.verdict), clause);
            return;
        }
        result.passed = false;
        result.expected = expected.outcome ? to_code(*expected.outcome) : "…";
        result.got = "–";
    }

    static void compare_clause(CaseResult& result, const ExpectedPolicy& expected, Outcome outcome,
                               const ClauseResult& clause) {
        compare_outcome(result, expected.outcome, outcome);
        if (expected.short_by) {
            compare(result, "short_by", std::to_string(*expected.short_by),
                    clause.shortfall ? std::to_string(clause.shortfall->certain) : "–");
        }
        compare_bounds(result, expected.least, expected.greatest, clause.measured);
    }

    EvaluationOptions options_;
    std::vector<PoolPolicy> policies_;
    Composition found_;
    PolicyVerdicts verdicts_;
};

}  // namespace

std::vector<CaseResult> policy_results(const Pack& pack, const Case& judged) {
    std::vector<CaseResult> results;
    if (judged.policies.empty()) return results;
    const PolicyResults found(pack, judged);
    for (const ExpectedPolicy& expected : judged.policies) results.push_back(found.of(expected));
    return results;
}

}  // namespace cadre
