#include "convert.hpp"
#include "register.hpp"
#include "rotation_options.hpp"

#include <cadre/rotation/closedness.hpp>
#include <cadre/rotation/dwellings.hpp>
#include <cadre/rotation/flow.hpp>
#include <cadre/rotation/rotation_form.hpp>

#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <string>

namespace cadre::python {
namespace {

py::dict to_dict(const std::string& vertex, const Closedness& found) {
    py::dict row;
    row["vertex"] = vertex;
    row["inside"] = found.inside;
    row["outside"] = found.outside;
    row["unknown"] = found.unknown;
    row["least"] = from_share(found.share.least);
    row["greatest"] = from_share(found.share.greatest);
    return row;
}

py::list closedness_of(const Roster& roster, const std::string& by, bool acting, bool secondary, bool reversed,
                       std::optional<std::int32_t> longest_gap, const py::object& start, const py::object& end) {
    const ClosednessTable table =
        closedness(roster, to_move_options(by, acting, secondary, reversed, longest_gap, start, end));
    py::list rows;
    for (std::size_t i = 0; i < table.of.size(); ++i) rows.append(to_dict(table.vertices[i], table.of[i]));
    return rows;
}

py::dict dwell_times_of(const Roster& roster, const std::string& by, const py::object& as_of, bool acting,
                        bool secondary) {
    const Dwellings found = find_dwellings(
        roster, to_grouping(by), {.with_acting = acting, .with_secondary = secondary}, to_day(as_of, "as_of"));
    const SurvivalCurve curve = survival(found.times());
    py::list steps;
    for (const SurvivalStep& step : curve.steps) {
        py::dict row;
        row["days"] = step.days;
        row["at_risk"] = step.at_risk;
        row["ended"] = step.ended;
        row["share"] = step.share;
        row["variance"] = step.variance;
        steps.append(row);
    }
    py::dict values;
    values["steps"] = steps;
    values["count"] = curve.count;
    values["censored"] = curve.censored;
    values["unknown"] = found.unknown;
    values["median_days"] = curve.median_days();
    return values;
}

py::dict mobility_of(const Roster& roster, const std::string& by, const py::object& first, const py::object& second,
                     bool acting, bool secondary) {
    const FlowMatrix flow =
        standing_matrix(roster, to_grouping(by), {.with_acting = acting, .with_secondary = secondary},
                        to_day(first, "first"), to_day(second, "second"));
    const Mobility found = mobility(flow.counts);
    py::dict values;
    values["prais_shorrocks"] = found.prais_shorrocks;
    values["immobility"] = found.immobility;
    values["mean_stays"] = found.mean_stays;
    values["groups"] = flow.groups;
    values["uncertain"] = flow.uncertain;
    return values;
}

StatisticalForm rotation_form_of(const Roster& roster, const py::object& first, const py::object& as_of, bool acting,
                                 bool secondary, bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, py::none(), strict_snapshot, threads);
    return rotation_form(roster, date_of(to_day(first, "first")), options,
                         {.with_acting = acting, .with_secondary = secondary});
}

}  // namespace

void register_rotation_measures(py::module_& module) {
    auto roster = py::reinterpret_borrow<py::class_<Roster>>(module.attr("Roster"));
    roster.def("closedness", &closedness_of, py::arg("by") = "unit", py::kw_only(), py::arg("acting") = true,
               py::arg("secondary") = false, py::arg("reversed") = false, py::arg("longest_gap") = py::none(),
               py::arg("start") = py::none(), py::arg("end") = py::none(),
               "One dict a vertex: where those appointed came from, and the share from inside. The arguments are\n"
               "those of moves.");
    roster.def("dwell_times", &dwell_times_of, py::arg("by") = "post", py::kw_only(), py::arg("as_of"),
               py::arg("acting") = true, py::arg("secondary") = false,
               "How long cadres stay (Kaplan and Meier): a dict of steps, count, censored, unknown, median_days.");
    roster.def("rotation_form", &rotation_form_of, py::arg("first"), py::kw_only(), py::arg("as_of"),
               py::arg("acting") = true, py::arg("secondary") = false, py::arg("strict_snapshot") = false,
               py::arg("threads") = 1,
               "Fills form 11-BTCTW on results of rotation, from first to as_of, both days included. cadre.Error for\n"
               "a first day after as_of.");
    roster.def("mobility", &mobility_of, py::arg("by") = "unit", py::kw_only(), py::arg("first"), py::arg("second"),
               py::arg("acting") = true, py::arg("secondary") = false,
               "How mobile cadres were between two days: a dict of indices, mean_stays of the groups, uncertain.");
}

}  // namespace cadre::python
