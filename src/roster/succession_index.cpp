#include "roster/succession_index.hpp"

#include "roster/cell_reading.hpp"

#include <set>

namespace cadre {

namespace {

/// So many units are followed through the successions of one day; no reorganisation has as many.
constexpr std::size_t most_units_a_day = 64;

}  // namespace

SuccessionIndex::SuccessionIndex(const UnitTables& at, const TableDrafts& drafts, const TextPool& texts) {
    const auto& rows = drafts[static_cast<std::size_t>(at.successions)];
    const auto& units = drafts[static_cast<std::size_t>(at.units)];
    if (!rows || !units || rows->rows == 0) return;
    place_.assign(units->rows, -1);
    const auto column = [&](int attribute) -> const Column& {
        return rows->columns[static_cast<std::size_t>(attribute)];
    };
    const Column& ends = units->columns[static_cast<std::size_t>(at.unit.to)];
    const auto split = texts.find("split");

    Steps steps;
    for (std::size_t row = 0; row < rows->rows; ++row) {
        const std::int32_t unit = number_of(column(at.succession.predecessor), row);
        const std::int32_t next = number_of(column(at.succession.successor), row);
        // Any unit might be meant: nothing can be said, and the row is reported.
        if (unit < 0) continue;
        const DayRange date = days_of(column(at.succession.date), row);
        if (!date.is_one_day()) {
            if (next != unit) entry_for(unit).undated = true;
            continue;
        }
        Step& step = steps[{unit, date.first}];
        const std::int32_t kind = number_of(column(at.succession.kind), row);
        const bool may_be_split = kind < 0 || (split && kind == *split);
        step.goes_on |= next == unit;
        // A merger, renaming or conversion ends the unit whatever its row says; of a split it may be a part.
        const DayRange end = days_of(ends, static_cast<std::size_t>(unit));
        step.goes_on |= may_be_split && end.is_one_day() && end.first > date.first;
        if (next != unit) step.next.push_back(next);
    }
    for (const auto& [key, step] : steps) {
        const auto [unit, day] = key;
        if (!step.next.empty()) entry_for(unit).successions.push_back({day, candidates(steps, unit, day)});
    }
}

std::vector<std::int32_t> SuccessionIndex::candidates(const Steps& steps, std::int32_t unit, std::int32_t day) {
    std::set<std::int32_t> found;
    std::set<std::int32_t> seen{unit};
    std::vector<std::int32_t> open{unit};
    while (!open.empty() && seen.size() <= most_units_a_day) {
        const std::int32_t at = open.back();
        open.pop_back();
        const auto step = steps.find({at, day});
        if (step == steps.end()) {
            found.insert(at);
            continue;
        }
        if (step->second.goes_on) found.insert(at);
        for (const std::int32_t next : step->second.next) {
            if (next < 0 || next == unit) {
                found.insert(unknown_unit);
            } else if (seen.insert(next).second) {
                open.push_back(next);
            }
        }
    }
    if (found.empty() || !open.empty()) return {unknown_unit};
    return {found.begin(), found.end()};
}

SuccessionIndex::Entry& SuccessionIndex::entry_for(std::int32_t unit) {
    std::int32_t& place = place_[static_cast<std::size_t>(unit)];
    if (place < 0) {
        place = static_cast<std::int32_t>(units_.size());
        units_.emplace_back();
    }
    return units_[static_cast<std::size_t>(place)];
}

}  // namespace cadre
