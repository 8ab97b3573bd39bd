#include <cadre/planning/coverage.hpp>

#include "planning/coverage_finder.hpp"

#include <algorithm>

namespace cadre {

std::string_view to_code(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::no_opening: return "no_opening";
        case CoverageStatus::covered: return "covered";
        case CoverageStatus::thin: return "thin";
        case CoverageStatus::gap: return "gap";
        default: return "undetermined";
    }
}

std::string_view to_code(CoverageReason reason) {
    switch (reason) {
        case CoverageReason::decided: return "decided";
        case CoverageReason::missing_data: return "missing_data";
        case CoverageReason::post_unknown: return "post_unknown";
        case CoverageReason::seats_unknown: return "seats_unknown";
        default: return "term_unknown";
    }
}

std::int64_t Coverage::least_short() const {
    return std::max<std::int64_t>(at_best.seats - at_best.filled - unplaced, 0);
}

std::optional<std::int64_t> Coverage::most_short() const {
    const bool known = std::all_of(pools.begin(), pools.end(), [](const PoolCoverage& pool) {
        return pool.reason == CoverageReason::decided || pool.reason == CoverageReason::missing_data;
    });
    return known ? std::optional(at_worst.seats - at_worst.filled) : std::nullopt;
}

Coverage cover(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    return CoverageFinder(pack, roster, options).find();
}

}  // namespace cadre
