#pragma once

#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace cadre {

/// A term of an elected body; `end`, excluded, is `ongoing_day` where none is set.
struct UnitTerm {
    DayNumber from = 0;
    DayNumber end = 0;
};

/// The terms of units: the table `terms`.
class UnitTerms {
public:
    explicit UnitTerms(const Roster& roster);

    /// The terms of a unit in their order; null where not all of them are known.
    const std::vector<UnitTerm>* of(std::int64_t unit) const;

private:
    bool is_known_ = false;  ///< the table is given and the unit of each of its terms is known
    std::map<std::int64_t, std::vector<UnitTerm>> by_unit_;
    std::set<std::int64_t> unclear_;  ///< units with a term of which a day is not known
    std::vector<UnitTerm> none_;
};

}  // namespace cadre
