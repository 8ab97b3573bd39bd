#include "evaluation/functions/calendar.hpp"
#include "evaluation/functions/strict_function.hpp"

#include <array>

namespace cadre {
namespace {

using Result = std::optional<KnownValue>;

DayNumber day_of(KnownArguments arguments) {
    return static_cast<DayNumber>(arguments[0].integer());
}

/// FEEL gives the English names, whatever the language of the rest.
Result day_of_week(KnownArguments arguments) {
    static constexpr std::array names = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return KnownValue{TypeKind::text, std::string(names.at(static_cast<std::size_t>(weekday(day_of(arguments)) - 1)))};
}

Result month_of_year(KnownArguments arguments) {
    static constexpr std::array names = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    const int month = civil_date(day_of(arguments)).month;
    return KnownValue{TypeKind::text, std::string(names.at(static_cast<std::size_t>(month - 1)))};
}

}  // namespace

StrictFunction date_function(Function function) {
    switch (function) {
        case Function::day_of_week: return day_of_week;
        case Function::month_of_year: return month_of_year;
        default: return nullptr;
    }
}

}  // namespace cadre
