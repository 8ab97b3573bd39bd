#include "planning/leaving_day.hpp"

#include <cadre/roster/column.hpp>

#include <algorithm>

namespace cadre {

LeavingDay LeavingDay::of(const PossibleInteger& day) {
    if ((day.flags & PossibleInteger::may_be_undefined) != 0) return unknown();
    if (!day.has_range() || day.lo >= ongoing_day) return {};
    const bool certain = day.is_plain() && day.hi < ongoing_day;
    return {day.lo, day.hi, certain};
}

LeavingDay LeavingDay::within(DayNumber from, DayNumber end) const {
    if (from >= end || first >= end) return {};
    const std::int64_t final_day = end - 1;
    return {std::max<std::int64_t>(first, from), std::clamp<std::int64_t>(last, from, final_day),
            certain && last <= final_day};
}

LeavingDay earlier(const LeavingDay& a, const LeavingDay& b) {
    const std::int64_t first = std::min(a.first, b.first);
    if (a.certain && b.certain) return {first, std::min(a.last, b.last), true};
    if (a.certain || b.certain) return {first, a.certain ? a.last : b.last, true};
    return {first, std::max(a.last, b.last), false};
}

}  // namespace cadre
