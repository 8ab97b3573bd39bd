#include "convert.hpp"
#include "pack_assessment.hpp"
#include "register.hpp"

#include <cadre/reports/review.hpp>

namespace cadre::python {
namespace {

std::string text_of(const PackAssessment& a, const std::string& lang) {
    return review_text(a.assessment, a.pack, to_language(lang));
}

}  // namespace

void register_reports(py::module_& module) {
    auto assessment = py::reinterpret_borrow<py::class_<PackAssessment>>(module.attr("Assessment"));
    assessment.def("to_text", &text_of, py::arg("lang") = "en",
                   "A table of the targets, then each target's clause, counts and what to verify first.");
    assessment.def("__str__", [](const PackAssessment& a) { return text_of(a, "en"); });
}

}  // namespace cadre::python
