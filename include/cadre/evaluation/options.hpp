#pragma once

#include <cadre/vocabulary/date.hpp>

#include <optional>

namespace cadre {

/// What a decision depends on besides roster and pack.
struct EvaluationOptions {
    Date as_of;                     ///< the day on which facts are judged; must be set
    std::optional<Date> law_as_of;  ///< the day whose law applies; as_of when absent
    /// Whether facts without a date of their own (a degree, a unit) are missing where `as_of` lies before the
    /// roster's snapshot: what held later need not have held yet. Dates, lists of dated records and attributes that the
    /// schema calls timeless always count, and so does everything in a roster without a snapshot.
    bool strict_snapshot = false;
    int threads = 1;  ///< 0: all of the machine's; never changes a result
};

}  // namespace cadre
