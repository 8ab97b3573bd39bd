#pragma once

#include <cadre/vocabulary/date.hpp>

#include <optional>

namespace cadre {

/// What a decision depends on besides roster and pack.
struct EvaluationOptions {
    Date as_of;                     ///< the day on which facts are judged; must be set
    std::optional<Date> law_as_of;  ///< the day whose law applies; as_of when absent
    int threads = 1;                ///< 0: all of the machine's; never changes a result
};

}  // namespace cadre
