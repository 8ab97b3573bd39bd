#include "planning/seat_openings.hpp"

#include <algorithm>

namespace cadre {

CoverageReason obstacle(const PlanPool& pool) {
    if (!pool.post && !pool.of_committee) return CoverageReason::post_unknown;
    if (!pool.seats || *pool.seats <= 0) return CoverageReason::seats_unknown;
    if (!pool.term_end) return CoverageReason::term_unknown;
    return CoverageReason::decided;
}

std::size_t seats_for_unlisted(const PlanPool& pool, const std::vector<Incumbent>& incumbents, std::int64_t unlisted) {
    const auto certain = std::count_if(incumbents.begin(), incumbents.end(),
                                       [](const Incumbent& one) { return one.holds == Verdict::met; });
    return static_cast<std::size_t>(std::clamp<std::int64_t>(*pool.seats - certain, 0, unlisted));
}

std::vector<SeatOpening> seat_openings(const PlanPool& pool, std::vector<LeavingDay> leaving, DayNumber as_of) {
    const DayNumber end = *pool.term_end;
    if (end <= as_of) return {};
    std::vector<std::int64_t> firsts;
    std::vector<std::int64_t> lasts;
    std::int64_t latest = as_of;
    for (const LeavingDay& whole : leaving) {
        const LeavingDay day = whole.within(as_of, end);
        firsts.push_back(day.first);
        lasts.push_back(day.certain ? day.last : LeavingDay::never);
        latest = std::max(latest, day.last);
    }
    std::sort(firsts.begin(), firsts.end());
    std::sort(lasts.begin(), lasts.end());
    const auto vacant = *pool.seats - static_cast<std::int64_t>(leaving.size());
    std::vector<SeatOpening> openings(static_cast<std::size_t>(std::max<std::int64_t>(vacant, 0)),
                                      {as_of, as_of, true});
    for (auto at = static_cast<std::size_t>(std::max<std::int64_t>(-vacant, 0)); at < leaving.size(); ++at) {
        if (firsts[at] == LeavingDay::never) break;
        const bool certain = lasts[at] != LeavingDay::never;
        openings.push_back(
            {static_cast<DayNumber>(firsts[at]), static_cast<DayNumber>(certain ? lasts[at] : latest), certain});
    }
    return openings;
}

}  // namespace cadre
