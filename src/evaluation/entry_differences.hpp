#pragma once

#include <cadre/evaluation/difference.hpp>

#include <set>
#include <string>
#include <vector>

namespace cadre {

/// A pack by the law of one day.
struct PackOnDay {
    const Pack& pack;
    DayNumber law_as_of;
};

/// The parameters, definitions and criteria that differ, in this order, each kind by the document order of `before`
/// and then of `after`.
std::vector<EntryDifference> entry_differences(const PackOnDay& before, const PackOnDay& after);

/// The ids of parameters, definitions and criteria that a criterion reads on the day, itself among them.
std::set<std::string> entries_read(const Expression& criterion, DayNumber law_as_of);

}  // namespace cadre
