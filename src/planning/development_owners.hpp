#pragma once

#include "roster/roster_column.hpp"

#include <cadre/planning/plan.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// Whose the rows of `development_actions` are. One that names a cadre who is not in the roster is nobody's in it, as
/// far as the import report lists all such rows; of any other without a cadre that is not known.
class DevelopmentOwners {
public:
    explicit DevelopmentOwners(const Roster& roster);

    /// Whether the roster has the table.
    bool are_given() const { return given_; }
    std::size_t rows() const { return rows_; }

    std::optional<std::size_t> cadre(std::size_t row) const;
    bool may_be_anybodys(std::size_t row) const;

    /// How many rows count for nobody, and how many may be anybody's.
    std::vector<PlanFinding> findings() const;

private:
    bool given_ = false;
    std::size_t rows_ = 0;
    RosterColumn cadres_;
    std::vector<std::size_t> outside_;  ///< ascending
};

}  // namespace cadre
