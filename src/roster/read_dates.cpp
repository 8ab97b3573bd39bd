#include "roster/fixed_column.hpp"

#include <cadre/vocabulary/date.hpp>

namespace cadre {

namespace {

bool in_calendar(std::int64_t day) {
    return day >= first_day && day <= last_day;
}

}  // namespace

Column read_day_dates(ColumnTask& task) {
    FixedColumn cells(task);
    const FixedWidth fixed = fixed_width_values(task.column, sizeof(DayNumber));
    cells.refuse_unless(static_cast<const DayNumber*>(fixed.values), [](DayNumber day) { return in_calendar(day); });
    return cells.finish(Storage::int32, fixed);
}

Column read_tick_dates(ColumnTask& task) {
    FixedColumn cells(task);
    const FixedWidth fixed = fixed_width_values(task.column, sizeof(std::int64_t));
    const auto* ticks = static_cast<const std::int64_t*>(fixed.values);
    const std::int64_t per_day = task.column.field->ticks_per_day;
    std::vector<DayNumber> days(cells.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        if (!cells.is_valid(row)) continue;
        // Floored: a moment before 1970 belongs to the day that it is in.
        const std::int64_t day = ticks[row] / per_day - (ticks[row] % per_day < 0 ? 1 : 0);
        if (in_calendar(day))
            days[row] = static_cast<DayNumber>(day);
        else
            cells.refuse(row, shown_number(ticks[row]));
    }
    return cells.finish(Storage::int32, std::move(days));
}

}  // namespace cadre
