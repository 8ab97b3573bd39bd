#include "convert.hpp"
#include "plan_finding.hpp"
#include "register.hpp"

#include <cadre/planning/coverage.hpp>
#include <cadre/reports/coverage_text.hpp>

#include <pybind11/stl.h>

#include <string>

namespace cadre::python {
namespace {

py::dict to_dict(const SeatOpening& opening) {
    py::dict values;
    values["first"] = from_day(opening.first);
    values["last"] = from_day(opening.last);
    values["certain"] = opening.certain;
    return values;
}

py::dict to_dict(const PoolCoverage& pool) {
    py::dict row;
    row["pool"] = pool.key;
    row["status"] = to_code(pool.status);
    row["reason"] = to_code(pool.reason);
    row["openings"] = list_of<py::dict>(pool.openings, to_dict);
    row["certain_openings"] = pool.certain_openings;
    row["sure_candidates"] = pool.sure_candidates;
    row["possible_candidates"] = pool.possible_candidates;
    row["least_short"] = pool.least_short;
    row["most_short"] = pool.most_short;
    return row;
}

py::dict to_dict(const SharedGap& gap) {
    py::dict values;
    values["pools"] = gap.pools;
    values["cadres"] = gap.cadres;
    values["unknown_cadres"] = gap.unknown_cadres;
    values["seats"] = gap.seats;
    values["short_by"] = gap.short_by();
    return values;
}

py::dict to_dict(const JointCoverage& joint) {
    py::dict values;
    values["seats"] = joint.seats;
    values["filled"] = joint.filled;
    values["gaps"] = list_of<py::dict>(joint.gaps, to_dict);
    values["essential"] = joint.essential;
    return values;
}

Coverage cover_roster(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                      bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    const py::gil_scoped_release unlocked;
    return cover(pack, roster, options);
}

}  // namespace

void register_coverage(py::module_& module) {
    py::class_<Coverage>(module, "Coverage",
                         "Which seats open within the terms of planning pools, and who can take them.")
        .def_property_readonly("as_of", [](const Coverage& c) { return from_day(c.as_of); })
        .def_property_readonly("law_as_of", [](const Coverage& c) { return from_day(c.law_as_of); })
        .def_property_readonly(
            "at_worst", [](const Coverage& c) { return to_dict(c.at_worst); },
            "All pools together if missing data turns out badly: a dict of seats, filled, gaps and essential.\n\n"
            "A gap names pools (rows of `pools`) that share candidates (rows of `cadres`) who are fewer than the\n"
            "seats; essential are cadres without any one of whom fewer seats can be filled.")
        .def_property_readonly(
            "at_best", [](const Coverage& c) { return to_dict(c.at_best); }, "The same if it turns out well.")
        .def_property_readonly("least_short", &Coverage::least_short,
                               "How many seats cannot be filled at once, at least.")
        .def_property_readonly("most_short", &Coverage::most_short, "At most, or None where openings are not known.")
        .def_readonly("unlisted", &Coverage::unlisted, "How many cadres may hold a post that the roster does not name.")
        .def_readonly("unplaced", &Coverage::unplaced, "How many members there are of whom the pool is not known.")
        .def_property_readonly("findings", dicts_of(&Coverage::findings, from_finding),
                               "Rows of the plan that a person should look at.")
        .def(
            "to_dicts", [](const Coverage& c) { return list_of<py::dict>(c.pools, to_dict); },
            "One dict a pool, as in pandas.DataFrame(coverage.to_dicts()).")
        .def(
            "to_text", [](const Coverage& c, const std::string& lang) { return coverage_text(c, to_language(lang)); },
            py::arg("lang") = "en");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("cover", &cover_roster, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "The seats that open within the terms of the planning pools against those who are ready for them.");
}

}  // namespace cadre::python
