#pragma once

#include "evaluation/possible.hpp"

#include <cadre/criteria/expression.hpp>

#include <algorithm>
#include <cstddef>

namespace cadre {

/// The versions of a parameter that are law on at least one of some days: [first, last).
struct LawVersions {
    std::size_t first = 0;
    std::size_t last = 0;
    bool may_be_none = false;  ///< on some of the days none is
};

/// The versions that the days' range touches, by bisection: versions follow each other without gaps. The
/// end of a spell that still runs is later than every day, so that the last version is its law.
inline LawVersions law_versions(const Parameter& parameter, const PossibleInteger& days) {
    const auto& versions = parameter.versions;
    if (!days.has_range() || versions.empty()) return {0, 0, days.has_range()};
    const auto ended = [&](const ParameterVersion& version) {
        return version.in_force.to && *version.in_force.to <= days.lo;
    };
    const auto begun = [&](const ParameterVersion& version) {
        return !version.in_force.from || *version.in_force.from <= days.hi;
    };
    const auto first = std::partition_point(versions.begin(), versions.end(), ended);
    const auto last = std::partition_point(first, versions.end(), begun);
    const DateInterval covered{versions.front().in_force.from, versions.back().in_force.to};
    const bool outside = (covered.from && days.lo < *covered.from) || (covered.to && *covered.to <= days.hi);
    return {static_cast<std::size_t>(first - versions.begin()), static_cast<std::size_t>(last - versions.begin()),
            outside};
}

}  // namespace cadre
