#pragma once

#include "planning/development_owners.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// What rules without a condition of their own ask of rows, written in the criterion language, whose rules for missing
/// data hold here, too.
class RuleQuestions {
public:
    RuleQuestions(const Pack& pack, const std::vector<PoolPolicy>& policies, const Roster& roster,
                  const EvaluationOptions& options);

    /// Whether a row of `pool_members` has the votes that a policy on ballots asks for.
    Verdict has_votes(std::size_t policy, std::size_t row) const;
    /// Whether a pool was reviewed as lately as a policy on reviews asks for. What was before a later review is not
    /// known.
    Verdict is_reviewed(std::size_t policy, std::size_t pool) const;
    /// Whether a cadre has a development action that is not over.
    Verdict is_developed(std::size_t cadre) const { return developed_[cadre]; }
    /// Rows of development actions that a person should look at, where a policy asks for such actions.
    const std::vector<PlanFinding>& findings() const { return findings_; }

private:
    void read_development(const DevelopmentOwners& owners, const VerdictColumn& running);

    std::vector<std::size_t> columns_;  ///< by policy, of those that ask
    VerdictTable answers_{{}};
    std::vector<Verdict> developed_;
    std::vector<PlanFinding> findings_;
};

}  // namespace cadre
