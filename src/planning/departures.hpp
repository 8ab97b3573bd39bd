#pragma once

#include "evaluation/possible.hpp"
#include "planning/leaving_day.hpp"
#include "planning/policy_verdicts.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// When incumbents leave by the `departure` policies: the day that each policy gives is computed once for all rows.
class Departures {
public:
    /// Keeps references to policies, plan and verdicts, which are of the same policies.
    Departures(const Pack& pack, const std::vector<PoolPolicy>& policies, const Plan& plan,
               const PolicyVerdicts& verdicts, const Roster& roster, const EvaluationOptions& options);

    /// The earliest day by any policy for the pool; of a person who is not known, nothing is.
    LeavingDay of(std::optional<std::size_t> person, std::size_t pool) const;

private:
    LeavingDay by(std::size_t policy, std::optional<std::size_t> person, std::size_t pool) const;
    LeavingDay at_term_start(std::size_t policy, std::optional<std::size_t> person, std::size_t pool) const;

    const std::vector<PoolPolicy>& policies_;
    const Plan& plan_;
    const PolicyVerdicts& verdicts_;
    DayNumber as_of_;
    std::vector<std::vector<PossibleInteger>> days_;  ///< by policy, then by row of `cadres`
};

}  // namespace cadre
