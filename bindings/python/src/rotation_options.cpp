#include "rotation_options.hpp"

#include "convert.hpp"

namespace cadre::python {
namespace {

std::optional<DayNumber> to_bound(const py::object& day, const char* name) {
    return day.is_none() ? std::nullopt : std::optional(to_day(day, name));
}

}  // namespace

Grouping to_grouping(const std::string& by) {
    if (by == "post") return Grouping::post;
    if (by == "unit") return Grouping::unit;
    if (by == "tier") return Grouping::tier;
    if (by == "sector") return Grouping::sector;
    if (by == "locality") return Grouping::locality;
    if (by == "field") return Grouping::field;
    throw py::value_error("by must be post, unit, tier, sector, locality or field");
}

MoveOptions to_move_options(const std::string& by, bool acting, bool secondary, bool reversed,
                            std::optional<std::int32_t> longest_gap, const py::object& start, const py::object& end) {
    return {to_grouping(by),
            {.with_acting = acting, .with_secondary = secondary, .with_reversed = reversed},
            longest_gap,
            {to_bound(start, "start"), to_bound(end, "end")}};
}

}  // namespace cadre::python
