#include "rotation/audit/possible_days.hpp"

#include <cadre/vocabulary/date.hpp>

namespace cadre {
namespace {

constexpr DayNumber never = ongoing_day;
constexpr DayNumber always = std::numeric_limits<DayNumber>::min();

DayNumber months_after(DayNumber day, std::int64_t months) {
    if (day == never || day == always) return day;
    return add_months(day, months).value_or(months < 0 ? always : never);
}

}  // namespace

DayRange months_after(DayRange day, const PossibleInteger& months) {
    if (!months.is_plain()) return {};
    const bool from_known = months.lo != PossibleInteger::minus_infinity;
    const bool to_known = months.hi != PossibleInteger::infinity;
    return {from_known ? months_after(day.first, months.lo) : always,
            to_known ? months_after(day.last, months.hi) : never};
}

}  // namespace cadre
