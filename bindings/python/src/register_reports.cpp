#include "convert.hpp"
#include "pack_assessment.hpp"
#include "register.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/reports/explanation_document.hpp>
#include <cadre/reports/review.hpp>
#include <cadre/reports/review_html.hpp>
#include <cadre/vocabulary/sha256.hpp>

namespace cadre::python {
namespace {

std::string text_of(const PackAssessment& a, const std::string& lang) {
    return review_text(a.assessment, a.pack, to_language(lang));
}

/// What was given to Roster.from_arrow: a path is named without its folder; a dict has no bytes to hash.
MappingSource mapping_source(const py::object& mapping) {
    if (mapping.is_none()) return {};
    if (py::isinstance<py::dict>(mapping)) return {"dict", ""};
    const py::object path = py::module_::import("pathlib").attr("Path")(mapping);
    const auto bytes = py::cast<std::string>(path.attr("read_bytes")());
    return {py::cast<std::string>(path.attr("name")), sha256_hex(bytes)};
}

std::string html_of(const PackAssessment& a, const Roster& roster, const std::string& lang, const py::object& mapping) {
    const Language language = to_language(lang);
    const MappingSource source = mapping_source(mapping);
    const py::gil_scoped_release unlocked;
    const VerdictTable criteria = evaluate(a.pack, roster, a.options);
    const ReviewInput review{a.assessment,
                             a.pack,
                             roster,
                             source,
                             &criteria,
                             measure_indicators(a.pack, roster, a.options),
                             delivery_table(a.pack, {}, a.options.as_of)};
    return review_html(review, language);
}

void register_explanation_documents(const py::module_& module) {
    auto explanation = py::reinterpret_borrow<py::class_<Explanation>>(module.attr("Explanation"));
    explanation.def(
        "to_markdown",
        [](const Explanation& e, const std::string& lang) { return explanation_markdown(e, to_language(lang)); },
        py::arg("lang") = "en", "The same as a nested list in Markdown.");
    explanation.def(
        "to_html", [](const Explanation& e, const std::string& lang) { return explanation_html(e, to_language(lang)); },
        py::arg("lang") = "en", "The same as one HTML page that needs no other file; conditions fold.");
    explanation.def("to_json", &explanation_json, "The same as JSON, every text in both languages.");
}

}  // namespace

void register_reports(py::module_& module) {
    register_explanation_documents(module);
    auto assessment = py::reinterpret_borrow<py::class_<PackAssessment>>(module.attr("Assessment"));
    assessment.def("to_text", &text_of, py::arg("lang") = "en",
                   "A table of the targets, then each target's clause, counts and what to verify first.");
    assessment.def(
        "to_html", &html_of, py::arg("roster"), py::arg("lang") = "en", py::kw_only(), py::arg("mapping") = py::none(),
        "One HTML page that needs no other file: targets with their bounds drawn, what to verify first,\n"
        "criteria, indicators and deliverables, how well the roster was read, contradictions of its rows, the\n"
        "clauses, and what the run was made from. `roster` is the one that was\n"
        "assessed, `mapping` what it was read with.");
    assessment.def("__str__", [](const PackAssessment& a) { return text_of(a, "en"); });
}

}  // namespace cadre::python
