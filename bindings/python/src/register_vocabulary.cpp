#include "convert.hpp"
#include "register.hpp"

#include <cadre/model/value.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <optional>

namespace cadre::python {
namespace {

std::string text_of(const Citation& citation) {
    if (citation.clause.empty()) return citation.document;
    return citation.document.empty() ? citation.clause : citation.document + ", " + citation.clause;
}

Duration read_duration(const std::string& text) {
    if (const auto duration = parse_duration(text)) return *duration;
    throw py::value_error("\"" + text + "\" is no duration such as P3Y6M or P30D");
}

PartialDate read_partial_date(int year, std::optional<int> month) {
    if (!make_day(year, month.value_or(1), 1)) {
        throw py::value_error("there is no such year or month; years lie between 1400 and 9999");
    }
    return month ? PartialDate::of_month(year, *month) : PartialDate::of_year(year);
}

std::string describe(const PartialDate& date) {
    const CivilDate first = civil_date(day_number(date.first));
    const CivilDate last = civil_date(day_number(date.last));
    const std::string month = first.month == last.month ? ", " + std::to_string(first.month) : "";
    return "PartialDate(" + std::to_string(first.year) + month + ")";
}

}  // namespace

void register_vocabulary(py::module_& module) {
    py::class_<Duration>(module, "Duration", "A length of time in whole months (P3Y6M) or in whole days (P30D).")
        .def(py::init(&read_duration), py::arg("iso"), "Reads ISO 8601; ValueError for anything else.")
        .def_property_readonly("unit",
                               [](const Duration& d) { return d.unit == Duration::Unit::months ? "months" : "days"; })
        .def_readonly("count", &Duration::count)
        .def(py::self == py::self)
        .def("__hash__",
             [](const Duration& d) { return py::hash(py::make_tuple(d.unit == Duration::Unit::months, d.count)); })
        .def("__str__", [](const Duration& d) { return to_iso(d); })
        .def("__repr__", [](const Duration& d) { return "Duration('" + to_iso(d) + "')"; });

    py::class_<PartialDate>(module, "PartialDate", "A date of which only the year, or year and month, is known.")
        .def(py::init(&read_partial_date), py::arg("year"), py::arg("month") = py::none(),
             "Any day of the year or month; ValueError where there is none.")
        .def_property_readonly("first", [](const PartialDate& d) { return from_day(day_number(d.first)); })
        .def_property_readonly("last", [](const PartialDate& d) { return from_day(day_number(d.last)); })
        .def(py::self == py::self)
        .def("__hash__",
             [](const PartialDate& d) { return py::hash(py::make_tuple(day_number(d.first), day_number(d.last))); })
        .def("__repr__", &describe);

    py::class_<Citation>(module, "Citation", "The clause that asks for a rule.")
        .def_readonly("document", &Citation::document)
        .def_readonly("clause", &Citation::clause)
        .def_property_readonly(
            "mark", [](const Citation& c) { return c.mark == VerificationMark::text ? "text" : "summary"; },
            "\"text\": the rule's own words were read; \"summary\": a page that states it was read.")
        .def("__str__", &text_of)
        .def("__repr__", [](const Citation& c) { return "<Citation " + text_of(c) + ">"; });
}

}  // namespace cadre::python
