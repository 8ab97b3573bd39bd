#pragma once

#include <cadre/targets/indicator.hpp>

#include <set>
#include <string>
#include <vector>

namespace cadre {

/// An indicator in one year, as reports show it: "41.2 %", "30 %–50 %", "no table".
std::string indicator_cell(const Indicator& indicator, const IndicatorYear& year, Language language);

/// Every year in which one of the indicators is measured.
std::set<int> years_of(const std::vector<IndicatorSeries>& series);

/// The indicator in that year, or null.
const IndicatorYear* in_year(const IndicatorSeries& series, int year);

}  // namespace cadre
