#pragma once

#include "planning/policy_verdicts.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <vector>

namespace cadre {

/// The pools of one roster, judged by the policies on one day. Keeps references to pack, policies and roster.
struct JudgedPlan {
    JudgedPlan(const Pack& rules, const std::vector<PoolPolicy>& pool_policies, const Roster& rows,
               const EvaluationOptions& days)
        : pack(rules),
          policies(pool_policies),
          roster(rows),
          options(days),
          plan(read_plan(rows, days)),
          verdicts(rules, pool_policies, plan, rows, days) {}
    JudgedPlan(const JudgedPlan&) = delete;
    JudgedPlan& operator=(const JudgedPlan&) = delete;

    template <class Rule>
    const Rule* rule(std::size_t policy) const {
        return std::get_if<Rule>(&policies[policy].rule);
    }
    /// Whether a policy judges rows of `pool_members`, rather than cadres.
    bool is_on_rows(std::size_t policy) const {
        const auto* removal = rule<RemovalRule>(policy);
        return removal != nullptr && pack.schema()->table(removal->table).id == "pool_members";
    }
    /// Whether an entry policy lets a member be: it holds, or is not for the pool, which is known.
    Verdict lets_in(std::size_t policy, const PlanMember& member) const {
        return !verdicts.is_for(policy, *member.pool) || verdicts.holds(policy, member);
    }
    /// Whether a policy is a ground to remove a member, whose pool is known: a removal policy that is met, or an
    /// entry policy that is not.
    Verdict is_ground(std::size_t policy, const PlanMember& member) const {
        if (rule<EntryRule>(policy) != nullptr) return !lets_in(policy, member);
        if (rule<RemovalRule>(policy) == nullptr) return Verdict::not_met;
        return verdicts.is_for(policy, *member.pool) && verdicts.holds(policy, member);
    }

    const Pack& pack;
    const std::vector<PoolPolicy>& policies;
    const Roster& roster;
    const EvaluationOptions options;
    const Plan plan;
    const PolicyVerdicts verdicts;
};

}  // namespace cadre
