#include "convert.hpp"
#include "register.hpp"

#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <pybind11/operators.h>

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
