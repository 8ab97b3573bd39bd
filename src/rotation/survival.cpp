#include <cadre/rotation/survival.hpp>

#include <algorithm>
#include <cstddef>

namespace cadre {

std::optional<std::int32_t> SurvivalCurve::days_until(double share) const {
    for (const SurvivalStep& step : steps) {
        if (step.share <= share) return step.days;
    }
    return {};
}

SurvivalCurve survival(std::span<const DwellTime> times) {
    std::vector<DwellTime> sorted(times.begin(), times.end());
    for (DwellTime& time : sorted) time.days = std::max(time.days, 0);
    std::sort(sorted.begin(), sorted.end(), [](const DwellTime& a, const DwellTime& b) { return a.days < b.days; });
    SurvivalCurve curve;
    curve.count = static_cast<std::int64_t>(sorted.size());
    double share = 1;
    double hazard_variance = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        const std::int32_t days = sorted[first].days;
        const auto at_risk = static_cast<std::int64_t>(sorted.size() - first);
        std::int64_t ended = 0;
        for (; first < sorted.size() && sorted[first].days == days; ++first) ended += sorted[first].ended ? 1 : 0;
        if (ended == 0) continue;
        const auto left = static_cast<double>(at_risk - ended);
        share *= left / static_cast<double>(at_risk);
        if (left > 0) hazard_variance += static_cast<double>(ended) / (static_cast<double>(at_risk) * left);
        curve.steps.push_back({days, at_risk, ended, share, share * share * hazard_variance});
    }
    curve.censored = std::count_if(sorted.begin(), sorted.end(), [](const DwellTime& time) { return !time.ended; });
    return curve;
}

}  // namespace cadre
