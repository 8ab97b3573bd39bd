#pragma once

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace cadre {

/// What the conditions of pool policies say of pools, cadres and members: each is judged once a day, for all rows.
class PolicyVerdicts {
public:
    /// Keeps references to policies and plan.
    PolicyVerdicts(const Pack& pack, const std::vector<PoolPolicy>& policies, const Plan& plan, const Roster& roster,
                   const EvaluationOptions& options);

    /// Whether a policy is for a pool; one that is no law on the day of the law is for none.
    Verdict is_for(std::size_t policy, std::size_t pool) const;

    /// Whether the condition of a policy, which has one, holds for a member on the policy's day; of a policy on bands
    /// of ages, whether one stands in the band. A condition on `pool_members` holds where it does for one of the rows
    /// by which the member is in the pool.
    Verdict holds(std::size_t policy, const PlanMember& member, std::size_t band = 0) const;

    /// What the condition of a policy says of every row of its table, for a pool; null where its day is not known.
    /// Pools for which it says the same have the same column.
    const VerdictColumn* column(std::size_t policy, std::size_t pool, std::size_t band = 0) const {
        return shared_column(policy, pool, band).get();
    }
    /// The same, for who keeps it beyond this object.
    std::shared_ptr<const VerdictColumn> shared_column(std::size_t policy, std::size_t pool,
                                                       std::size_t band = 0) const;

private:
    static constexpr std::size_t every_pool = static_cast<std::size_t>(-1);

    /// Where the answers to a policy's questions stand.
    struct Asked {
        std::size_t pools = every_pool;       ///< among those of the day judged
        std::vector<std::size_t> conditions;  ///< one, or one a band
        bool on_term_start = false;           ///< among those of the first day of the term
        bool of_members = false;              ///< the rows judged are those of `pool_members`, not of `cadres`
    };

    const std::vector<PoolPolicy>& policies_;
    const Plan& plan_;
    DayNumber law_as_of_;
    std::vector<Asked> asked_;
    std::shared_ptr<const VerdictTable> on_day_;
    std::map<DayNumber, std::shared_ptr<const VerdictTable>> on_term_start_;
};

}  // namespace cadre
