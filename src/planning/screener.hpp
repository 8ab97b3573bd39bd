#pragma once

#include "planning/policy_verdicts.hpp"
#include "planning/sexes.hpp"

#include <cadre/planning/screening.hpp>

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace cadre {

/// Puts the verdicts of entry policies together, pool by pool.
class Screener {
public:
    Screener(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

    Screening screen();

private:
    PoolScreening screened(std::size_t pool);
    std::size_t criterion(std::size_t policy, std::size_t pool);
    void count_all();
    void count_members(PoolScreening& screened, std::size_t pool) const;

    const std::vector<PoolPolicy> policies_;
    DayNumber as_of_;
    Screening result_;
    PolicyVerdicts verdicts_;
    Sexes sexes_;
    std::map<std::pair<std::size_t, const VerdictColumn*>, std::size_t> criteria_;
    std::vector<std::vector<std::size_t>> members_;  ///< by pool: positions, those of unknown pools at the end
};

}  // namespace cadre
