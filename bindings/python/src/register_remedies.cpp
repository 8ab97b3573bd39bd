#include "convert.hpp"
#include "register.hpp"

#include <cadre/evaluation/deciding.hpp>
#include <cadre/evaluation/needs.hpp>
#include <cadre/evaluation/remedy.hpp>

#include <pybind11/stl.h>

#include <string_view>

namespace cadre::python {
namespace {

std::string_view name_of(Change::Kind kind) {
    switch (kind) {
        case Change::Kind::raise: return "raise";
        case Change::Kind::obtain: return "obtain";
        case Change::Kind::establish: return "establish";
        case Change::Kind::append: return "append";
    }
    return "";
}

py::dict to_dict(const Change& change) {
    py::dict values;
    values["kind"] = name_of(change.kind);
    values["attribute"] = change.attribute;
    values["value"] = from_value(change.value);
    values["or_more"] = change.or_more;
    return values;
}

py::list to_list(const std::vector<Change>& changes) {
    return list_of(changes, to_dict);
}

std::size_t to_changes(py::ssize_t changes) {
    if (changes < 1) throw py::value_error("changes must be 1 or more");
    return static_cast<std::size_t>(changes);
}

Remedies remedies_of_row(const Pack& pack, const std::string& criterion, const Roster& roster, py::ssize_t row,
                         const py::object& as_of, const py::object& law_as_of, bool strict_snapshot,
                         py::ssize_t changes, int wait_months) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot);
    const std::size_t at = to_row(row);
    const RemedyBounds bounds{to_changes(changes), wait_months};
    const py::gil_scoped_release unlocked;
    return remedies(pack, criterion, roster, at, options, bounds);
}

py::dict to_dict(const Remedy& remedy) {
    py::dict values;
    values["changes"] = to_list(remedy.changes);
    values["day"] = from_day(remedy.day);
    return values;
}

py::dict to_dict(const MissingField& field) {
    py::dict values;
    values["table"] = field.table;
    values["row"] = field.row;
    values["attribute"] = field.attribute;
    values["partial"] = field.partial;
    return values;
}

py::list to_list(const FieldSet& fields) {
    return list_of(fields, to_dict);
}

py::list to_list(const std::vector<FieldSet>& sets) {
    return list_of<py::list>(sets, to_list);
}

Deciding deciding_of_row(const Pack& pack, const std::string& criterion, const Roster& roster, py::ssize_t row,
                         const py::object& as_of, const py::object& law_as_of, bool strict_snapshot,
                         py::ssize_t fields) {
    if (fields < 1) throw py::value_error("fields must be 1 or more");
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot);
    const std::size_t at = to_row(row);
    const py::gil_scoped_release unlocked;
    return deciding(pack, criterion, roster, at, options, static_cast<std::size_t>(fields));
}

Needs needs_of_roster(const Pack& pack, const std::string& criterion, const Roster& roster, const py::object& as_of,
                      const py::object& law_as_of, bool strict_snapshot, py::ssize_t changes, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    const std::size_t most = to_changes(changes);
    const py::gil_scoped_release unlocked;
    return needs(pack, criterion, roster, options, most);
}

py::dict to_dict(const Need& need) {
    py::dict values;
    values["changes"] = to_list(need.changes);
    values["rows"] = need.rows;
    values["only"] = need.only;
    return values;
}

py::dict to_dict(const HeldUpBy& held_up) {
    py::dict values;
    values["table"] = held_up.table;
    values["attribute"] = held_up.attribute;
    values["rows"] = held_up.rows;
    return values;
}

py::dict to_dict(const HeldUpByCell& cell) {
    py::dict values;
    values["table"] = cell.table;
    values["row"] = cell.row;
    values["attribute"] = cell.attribute;
    values["rows"] = cell.rows;
    return values;
}

void register_deciding(py::module_& module) {
    py::class_<Deciding>(module, "Deciding", "Which missing cells would settle one undetermined verdict.")
        .def_readonly("verdict", &Deciding::verdict, "As the file is; there are no sets where it is known.")
        .def_readonly("complete", &Deciding::complete,
                      "Whether all sets, and all values that make a difference, were looked at.")
        .def_property_readonly(
            "fields", [](const Deciding& d) { return to_list(d.fields); },
            "All that the verdict waits for: dicts of table, row, attribute and partial (a partial date). Sensitive\n"
            "attributes are not named.")
        .def_property_readonly(
            "can_meet", [](const Deciding& d) { return to_list(d.can_meet); },
            "Minimal sets of fields that settle it as met, for some of their values.")
        .def_property_readonly(
            "can_fail", [](const Deciding& d) { return to_list(d.can_fail); },
            "Minimal sets of fields that settle it as not met, for some of their values.")
        .def_property_readonly(
            "always", [](const Deciding& d) { return d.always ? py::object(to_list(*d.always)) : py::none(); },
            "Fields that settle it whatever their values are, or None.")
        .def(
            "to_text", [](const Deciding& d, const std::string& lang) { return d.to_text(to_language(lang)); },
            py::arg("lang") = "en", "The sets for people, in Vietnamese or English.")
        .def("__str__", [](const Deciding& d) { return d.to_text(Language::en); });
}

void register_needs(py::module_& module) {
    py::class_<Needs>(module, "Needs", "What the rows of a table need to meet one criterion.")
        .def_readonly("counts", &Needs::counts, "The verdicts as the files are.")
        .def_readonly("helped", &Needs::helped, "How many rows have a remedy.")
        .def_readonly("complete", &Needs::complete, "Whether more changes at once cannot help more rows.")
        .def_property_readonly("needs", dicts_of(&Needs::needs, to_dict),
                               "By descending rows, dicts of changes (as those of remedies), rows (how many have\n"
                               "this as a minimal remedy) and only (how many have no other).")
        .def_property_readonly("held_up_by", dicts_of(&Needs::held_up_by, to_dict),
                               "Attributes that undetermined rows wait for: dicts of table, attribute and rows.")
        .def_property_readonly(
            "held_up_by_cells", dicts_of(&Needs::held_up_by_cells, to_dict),
            "The cells that most undetermined rows wait for: dicts of table, row, attribute and rows.")
        .def("__len__", [](const Needs& n) { return n.needs.size(); })
        .def(
            "to_text", [](const Needs& n, const std::string& lang) { return n.to_text(to_language(lang)); },
            py::arg("lang") = "en", "The tables for people, in Vietnamese or English.")
        .def("__str__", [](const Needs& n) { return n.to_text(Language::en); });
}

}  // namespace

void register_remedies(py::module_& module) {
    py::class_<Remedies>(module, "Remedies", "What would make one row meet one criterion.")
        .def_readonly("verdict", &Remedies::verdict, "As the file is; nothing is proposed where it is met.")
        .def_readonly("complete", &Remedies::complete, "Whether there are no others, with more changes at once.")
        .def_property_readonly(
            "remedies", dicts_of(&Remedies::remedies, to_dict),
            "Fewest changes first, dicts of changes and of day, the first on which they suffice. A change is a dict "
            "of\n"
            "kind (raise, obtain, establish, append), attribute, value (the lowest that suffices) and or_more (any\n"
            "higher does, too); without changes, time alone suffices.")
        .def_property_readonly(
            "latest", [](const Remedies& r) { return from_day(r.latest); }, "The last day looked at.")
        .def("__len__", [](const Remedies& r) { return r.remedies.size(); })
        .def(
            "to_text", [](const Remedies& r, const std::string& lang) { return r.to_text(to_language(lang)); },
            py::arg("lang") = "en", "The remedies for people, one a line, in Vietnamese or English.")
        .def("__str__", [](const Remedies& r) { return r.to_text(Language::en); });

    register_deciding(module);
    register_needs(module);

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def(
        "remedies", &remedies_of_row, py::arg("criterion"), py::arg("roster"), py::kw_only(), py::arg("row"),
        py::arg("as_of"), py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("changes") = 3,
        py::arg("wait_months") = 120,
        "The sets of at most so many changes, each with the first day on which it would meet the criterion, unless\n"
        "another asks for no more and no later day. wait_months=0: on as_of itself only.\n\n"
        "Only what the schema calls changeable is changed, levels only upwards, all on as_of; each is verified by "
        "the evaluator.");
    pack.def("deciding", &deciding_of_row, py::arg("criterion"), py::arg("roster"), py::kw_only(), py::arg("row"),
             py::arg("as_of"), py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false,
             py::arg("fields") = 3,
             "Which sets of at most so many missing cells would settle the verdict, and which always do.");
    pack.def("needs", &needs_of_roster, py::arg("criterion"), py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("changes") = 3,
             py::arg("threads") = 1,
             "How many rows need which changes to meet the criterion, and which missing cells hold up its verdicts.");
}

}  // namespace cadre::python
