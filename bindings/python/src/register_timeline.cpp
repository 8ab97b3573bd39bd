#include "convert.hpp"
#include "register.hpp"

#include <cadre/evaluation/earliest.hpp>
#include <cadre/evaluation/forecast.hpp>
#include <cadre/evaluation/timeline.hpp>

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <vector>

namespace cadre::python {
namespace {

const char* name_of(OpenBecause because) {
    switch (because) {
        case OpenBecause::missing_data: return "missing_data";
        case OpenBecause::other_reason: return "other_reason";
        case OpenBecause::not_in_force: return "not_in_force";
        default: return "decided";
    }
}

bool is_before(DayNumber day, const std::optional<DayNumber>& snapshot) {
    return snapshot && day < *snapshot;
}

py::dict to_dict(const Timeline& timeline, const TimelineSpan& span) {
    py::dict row;
    row["criterion"] = timeline.criterion;
    row["table"] = timeline.table;
    row["row"] = timeline.row;
    row["from"] = from_day(span.from);
    row["to"] = from_day(span.to);
    row["verdict"] = py::cast(span.verdict).attr("name");
    row["because"] = name_of(span.because);
    row["before_snapshot"] = is_before(span.from, timeline.snapshot);
    return row;
}

py::list to_dicts(const Timeline& timeline, const std::vector<TimelineSpan>& spans) {
    py::list rows;
    for (const TimelineSpan& span : spans) rows.append(to_dict(timeline, span));
    return rows;
}

std::optional<Date> to_optional_date(const py::object& value, const char* name) {
    if (value.is_none()) return std::nullopt;
    return date_of(to_day(value, name));
}

TimelineOptions to_timeline_options(const py::object& first, const py::object& last, const py::object& law_as_of,
                                    bool strict_snapshot) {
    return {date_of(to_day(first, "first")), date_of(to_day(last, "last")), to_optional_date(law_as_of, "law_as_of"),
            strict_snapshot};
}

Timeline timeline_of(const Pack& pack, const std::string& criterion, const Roster& roster, py::ssize_t row,
                     const py::object& first, const py::object& last, const py::object& law_as_of,
                     bool strict_snapshot) {
    const TimelineOptions options = to_timeline_options(first, last, law_as_of, strict_snapshot);
    return timeline(pack, criterion, roster, to_row(row), options);
}

std::vector<Timeline> timelines_of(const Pack& pack, const Roster& roster, py::ssize_t row, const py::object& first,
                                   const py::object& last, const py::object& law_as_of, bool strict_snapshot,
                                   const std::string& table) {
    const TimelineOptions options = to_timeline_options(first, last, law_as_of, strict_snapshot);
    return timelines(pack, roster, to_row(row), options, table);
}

Earliest earliest_of(const Pack& pack, const std::string& criterion, const Roster& roster, py::ssize_t row,
                     const py::object& first, const py::object& horizon, const py::object& law_as_of,
                     bool strict_snapshot) {
    const EarliestOptions options{date_of(to_day(first, "first")), to_optional_date(horizon, "horizon"),
                                  to_optional_date(law_as_of, "law_as_of"), strict_snapshot};
    return earliest(pack, criterion, roster, to_row(row), options);
}

Forecast forecast_of(const Pack& pack, const Roster& roster, const py::iterable& days,
                     const std::vector<std::string>& criteria, const py::object& law_as_of, bool strict_snapshot,
                     int threads) {
    ForecastOptions options;
    for (const py::handle day : days) options.days.push_back(date_of(to_day(day, "days")));
    options.criteria = criteria;
    options.law_as_of = to_optional_date(law_as_of, "law_as_of");
    options.strict_snapshot = strict_snapshot;
    options.threads = threads;
    const py::gil_scoped_release unlocked;
    return forecast(pack, roster, options);
}

py::dict to_dict(const ForecastCount& count) {
    py::dict row;
    row["day"] = from_day(count.day);
    row["criterion"] = count.criterion;
    row["met"] = count.counts.met;
    row["not_met"] = count.counts.not_met;
    row["undetermined"] = count.counts.undetermined;
    row["in_force"] = count.in_force;
    row["before_snapshot"] = count.before_snapshot;
    return row;
}

void register_classes(py::module_& module) {
    py::class_<Timeline>(module, "Timeline", "The verdicts of one criterion on one row as time passes.")
        .def_readonly("criterion", &Timeline::criterion)
        .def_readonly("table", &Timeline::table)
        .def_readonly("row", &Timeline::row)
        .def_property_readonly("first", [](const Timeline& t) { return from_day(t.first); })
        .def_property_readonly(
            "last", [](const Timeline& t) { return from_day(t.last); }, "The first day after the timeline.")
        .def_property_readonly(
            "law_as_of", [](const Timeline& t) { return from_day(t.law_as_of); },
            "The day whose law applies to all days, or None: the law moved with the day.")
        .def_property_readonly(
            "snapshot", [](const Timeline& t) { return from_day(t.snapshot); },
            "The day of undated facts, or None; days before it are judged by facts of a later day.")
        .def(
            "on", [](const Timeline& t, const py::object& day) { return t.on(to_day(day, "day")).verdict; },
            py::arg("day"), "The verdict on one day; cadre.Error outside of the timeline.")
        .def("__len__", [](const Timeline& t) { return t.spans.size(); })
        .def(
            "to_dicts", [](const Timeline& t) { return to_dicts(t, t.spans); },
            "One dict a span of days with one verdict, from `from` to before `to`.")
        .def(
            "to_text", [](const Timeline& t, const std::string& lang) { return t.to_text(to_language(lang)); },
            py::arg("lang") = "en");

    py::class_<Earliest>(module, "Earliest", "From when on one row meets one criterion by the passing of time alone.")
        .def_property_readonly(
            "day", [](const Earliest& e) { return from_day(e.day); },
            "The first day that is met, or None where none is before the horizon.")
        .def_property_readonly(
            "until", [](const Earliest& e) { return from_day(e.until); },
            "The first day after it that is not met any more, or None: met to the horizon.")
        .def_property_readonly("certain", &Earliest::certain,
                               "Whether missing data cannot make it earlier, or the first at all.")
        .def_property_readonly(
            "undetermined", [](const Earliest& e) { return to_dicts(e.timeline, e.undetermined); },
            "The undetermined spans before the day, or before the horizon.")
        .def_property_readonly("timeline", [](const Earliest& e) { return e.timeline; })
        .def(
            "to_text", [](const Earliest& e, const std::string& lang) { return e.to_text(to_language(lang)); },
            py::arg("lang") = "en");

    py::class_<Forecast>(module, "Forecast", "How many rows meet each criterion on each of a list of days.")
        .def_property_readonly("law_as_of", [](const Forecast& f) { return from_day(f.law_as_of); })
        .def_property_readonly("snapshot", [](const Forecast& f) { return from_day(f.snapshot); })
        .def("__len__", [](const Forecast& f) { return f.counts.size(); })
        .def("to_dicts", dicts_of(&Forecast::counts, to_dict),
             "One dict a day and criterion, as in pandas.DataFrame(forecast.to_dicts()).");
}

}  // namespace

void register_timeline(py::module_& module) {
    register_classes(module);
    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("timeline", &timeline_of, py::arg("criterion"), py::arg("roster"), py::kw_only(), py::arg("row"),
             py::arg("first"), py::arg("last"), py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false,
             "Judges one row on every day from `first` to before `last`; the law moves with the day unless\n"
             "law_as_of fixes it. cadre.Error for an unknown criterion or row, or wrong days.");
    pack.def("timelines", &timelines_of, py::arg("roster"), py::kw_only(), py::arg("row"), py::arg("first"),
             py::arg("last"), py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false,
             py::arg("table") = "cadres",
             "The timelines of all criteria on one table; what they share is computed once.");
    pack.def("earliest", &earliest_of, py::arg("criterion"), py::arg("roster"), py::kw_only(), py::arg("row"),
             py::arg("first"), py::arg("horizon") = py::none(), py::arg("law_as_of") = py::none(),
             py::arg("strict_snapshot") = false,
             "Finds the first day on which time alone suffices, before the horizon (50 years after `first`).");
    pack.def("forecast", &forecast_of, py::arg("roster"), py::arg("days"), py::kw_only(),
             py::arg("criteria") = std::vector<std::string>(), py::arg("law_as_of") = py::none(),
             py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Counts the rows that meet each criterion (of these ids; none: all) on each of the days; the law moves\n"
             "with the day unless law_as_of fixes it. cadre.Error for an unknown criterion.");
}

}  // namespace cadre::python
