#pragma once

#include <cadre/evaluation/earliest.hpp>

namespace cadre {

/// As `earliest`, for a criterion that need not be one of the pack.
Earliest earliest_of(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
                     const EarliestOptions& options);

}  // namespace cadre
