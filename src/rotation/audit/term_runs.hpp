#pragma once

#include "rotation/audit/unit_terms.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <cstdint>
#include <vector>

namespace cadre {

/// Days on which a post is held, `end` excluded.
struct HeldDays {
    DayNumber from = 0;
    DayNumber end = 0;
};

/// From the day on which one term too many counts, to the day on which the run of terms ends (excluded).
struct TermRun {
    DayNumber begins = 0;
    DayNumber ends = 0;
};

/// The runs of consecutive terms that are longer than a rule allows, when a post is held on such days (in any order).
std::vector<TermRun> runs_too_long(std::vector<HeldDays> held, const std::vector<UnitTerm>& terms,
                                   const TermsRule& rule);

}  // namespace cadre
