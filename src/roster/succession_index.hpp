#pragma once

#include "roster/table_drafts.hpp"
#include "roster/text_pool.hpp"
#include "roster/unit_tables.hpp"

#include <map>
#include <vector>

namespace cadre {

/// In place of a unit's row: a unit that is not known.
inline constexpr std::int32_t unknown_unit = -1;

/// The units that stand for one unit from a day on.
struct Succession {
    std::int32_t day = 0;
    std::vector<std::int32_t> candidates;  ///< sorted; more than one where nothing says which (a split)

    std::int32_t successor() const { return candidates.size() == 1 ? candidates.front() : unknown_unit; }
};

/// What succeeds each unit, by the table `unit_successions`.
///
/// Successions of one day are followed to their end: where A goes into B and B into C on the same day, C succeeds
/// A. A cycle on one day has no end, and its successor is not known.
class SuccessionIndex {
public:
    SuccessionIndex(const UnitTables& at, const TableDrafts& drafts, const TextPool& texts);

    bool empty() const { return units_.empty(); }
    bool concerns(std::int32_t unit) const { return unit >= 0 && place_[static_cast<std::size_t>(unit)] >= 0; }
    /// In the order of their days.
    const std::vector<Succession>& of(std::int32_t unit) const { return entry(unit).successions; }
    /// Whether the unit was succeeded on a day that is not known.
    bool has_undated(std::int32_t unit) const { return entry(unit).undated; }

private:
    /// The rows of one unit and one day.
    struct Step {
        std::vector<std::int32_t> next;
        bool goes_on = false;  ///< the unit itself may still stand for its people
    };
    using Steps = std::map<std::pair<std::int32_t, std::int32_t>, Step>;  ///< by unit and day
    struct Entry {
        std::vector<Succession> successions;
        bool undated = false;
    };

    static std::vector<std::int32_t> candidates(const Steps& steps, std::int32_t unit, std::int32_t day);
    const Entry& entry(std::int32_t unit) const {
        return units_[static_cast<std::size_t>(place_[static_cast<std::size_t>(unit)])];
    }
    Entry& entry_for(std::int32_t unit);

    std::vector<std::int32_t> place_;  ///< by row of the unit; -1: nothing succeeds it
    std::vector<Entry> units_;
};

}  // namespace cadre
