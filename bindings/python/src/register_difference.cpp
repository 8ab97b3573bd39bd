#include "convert.hpp"
#include "register.hpp"

#include <cadre/evaluation/difference.hpp>
#include <cadre/reports/difference_text.hpp>

#include <pybind11/stl.h>

namespace cadre::python {
namespace {

const char* name_of(EntryDifference::Kind kind) {
    switch (kind) {
        case EntryDifference::Kind::parameter: return "parameter";
        case EntryDifference::Kind::definition: return "definition";
        default: return "criterion";
    }
}

const char* name_of(CriterionDifference::Standing standing) {
    switch (standing) {
        case CriterionDifference::Standing::absent: return "absent";
        case CriterionDifference::Standing::not_in_force: return "not_in_force";
        default: return "in_force";
    }
}

py::object dict_of(const std::optional<EntryText>& side) {
    if (!side) return py::none();
    py::dict values;
    values["text"] = side->text;
    values["citation"] = side->citation.empty() ? py::object(py::none()) : py::cast(side->citation);
    return values;
}

py::dict dict_of(const EntryDifference& entry, Language language) {
    py::dict values;
    values["kind"] = name_of(entry.kind);
    values["id"] = entry.id;
    values["title"] = entry.title.in(language);
    values["before"] = dict_of(entry.before);
    values["after"] = dict_of(entry.after);
    return values;
}

py::dict dict_of(const CriterionDifference& criterion, const PackDifference& all, Language language) {
    py::list changes;
    for (const VerdictChange& change : criterion.changes) {
        py::dict values;
        values["from"] = change.from;
        values["to"] = change.to;
        values["count"] = change.rows.size();
        values["rows"] = change.rows;
        changes.append(values);
    }
    py::list causes;
    for (const std::size_t cause : criterion.causes) causes.append(all.entries[cause].id);
    py::dict values;
    values["id"] = criterion.id;
    values["title"] = criterion.title.in(language);
    values["table"] = criterion.table;
    values["before"] = name_of(criterion.before);
    values["after"] = name_of(criterion.after);
    values["counts_before"] = criterion.counts_before;
    values["counts_after"] = criterion.counts_after;
    values["changes"] = changes;
    values["causes"] = causes;
    return values;
}

py::list criteria_of(const PackDifference& difference, const std::string& lang) {
    py::list criteria;
    for (const CriterionDifference& criterion : difference.criteria) {
        criteria.append(dict_of(criterion, difference, to_language(lang)));
    }
    return criteria;
}

py::list entries_of(const PackDifference& difference, const std::string& lang) {
    py::list entries;
    for (const EntryDifference& entry : difference.entries) entries.append(dict_of(entry, to_language(lang)));
    return entries;
}

PackDifference diff_packs(const Pack& before, const Pack& after, const Roster& roster, const py::object& as_of,
                          const py::object& law_as_of, const py::object& law_after, bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    std::optional<Date> day_after;
    if (!law_after.is_none()) day_after = date_of(to_day(law_after, "law_after"));
    const py::gil_scoped_release unlocked;
    return diff(before, after, roster, options, day_after);
}

}  // namespace

void register_difference(py::module_& module) {
    py::class_<PackDifference>(module, "PackDifference", "What changes for a roster from one pack or law to another.")
        .def("criteria", &criteria_of, py::arg("lang") = "en",
             "The criteria whose verdicts change, or that are law on one side only, as dicts: counts on both sides,\n"
             "the rows that change from which verdict to which, and the ids of the differing entries that it reads.")
        .def("entries", &entries_of, py::arg("lang") = "en",
             "The parameters, definitions and criteria that differ, as dicts: text and citation before and after.")
        .def(
            "to_text",
            [](const PackDifference& d, const std::string& lang) { return difference_text(d, to_language(lang)); },
            py::arg("lang") = "en", "Each criterion with the rows that change and the entries that do it.")
        .def("__str__", [](const PackDifference& d) { return difference_text(d, Language::en); });

    module.def("diff", &diff_packs, py::arg("before"), py::arg("after"), py::arg("roster"), py::kw_only(),
               py::arg("as_of"), py::arg("law_as_of") = py::none(), py::arg("law_after") = py::none(),
               py::arg("strict_snapshot") = false, py::arg("threads") = 1,
               "Compares the verdicts of two packs over one roster, criterion by criterion of the same id.\n\n"
               "`law_after` is the day whose law applies to `after` (default: law_as_of); with one pack on both sides\n"
               "it shows what a change of law does.");
}

}  // namespace cadre::python
