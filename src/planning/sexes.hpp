#pragma once

#include "roster/roster_column.hpp"

#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/planning/sex_counts.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// The sexes of cadres as the roster has them.
class Sexes {
public:
    explicit Sexes(const Roster& roster);

    /// Counts one person, who need not be known.
    void count(SexCounts& counts, std::optional<std::size_t> cadre) const;
    /// Those of whom a verdict is "not met".
    SexCounts of_failing(const VerdictColumn& verdicts) const;

private:
    std::vector<std::uint64_t> female_;  ///< a bit a cadre
    std::vector<std::uint64_t> male_;
};

}  // namespace cadre
