#include "convert.hpp"
#include "register.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <pybind11/stl.h>

namespace cadre::python {
namespace {

std::string table_of(const Criterion& criterion, const Pack& pack) {
    return pack.schema()->table(criterion.table).id;
}

/// A criterion with the pack that its indices refer to.
struct PackCriterion {
    Pack pack;
    Criterion criterion;
};

std::string condition_of(const CriterionVersion& version, const Pack& pack) {
    return to_text(*version.condition, *pack.schema());
}

std::vector<py::dict> versions_of(const PackCriterion& c) {
    std::vector<py::dict> versions;
    for (const CriterionVersion& version : c.criterion.versions) {
        py::dict values;
        values["in_force"] = from_interval(version.in_force);
        values["citation"] = version.citation;
        values["condition"] = condition_of(version, c.pack);
        versions.push_back(std::move(values));
    }
    return versions;
}

std::vector<PackCriterion> criteria_of(const Pack& pack) {
    std::vector<PackCriterion> criteria;
    for (const Criterion& criterion : pack.criteria()) criteria.push_back({pack, criterion});
    return criteria;
}

py::dict source_of(const Pack& pack) {
    py::dict source;
    source["document"] = pack.source().document;
    source["issuer"] = pack.source().issuer;
    source["date"] = from_day(pack.source().date);
    return source;
}

py::dict digests_of(const Pack& pack) {
    py::dict digests;
    for (const PackDigest& digest : pack.digests()) digests[py::str(digest.id)] = digest.sha256;
    return digests;
}

void register_criterion(py::module_& module) {
    py::class_<PackCriterion>(module, "Criterion", "A cited condition on one row of a table.")
        .def_property_readonly("id", [](const PackCriterion& c) { return c.criterion.id; })
        .def(
            "title",
            [](const PackCriterion& c, const std::string& lang) { return c.criterion.title.in(to_language(lang)); },
            py::arg("lang") = "en", "The title in Vietnamese or English.")
        .def_property_readonly("citation", [](const PackCriterion& c) { return c.criterion.citation; })
        .def_property_readonly("table", [](const PackCriterion& c) { return table_of(c.criterion, c.pack); })
        .def_property_readonly(
            "condition", [](const PackCriterion& c) { return condition_of(c.criterion.versions.back(), c.pack); },
            "The condition in the criterion language; of a criterion that changed, the last.")
        .def_property_readonly(
            "in_force", [](const PackCriterion& c) { return from_interval(c.criterion.in_force); },
            "The first day and the day after the last on which it is law; None where unbounded.")
        .def_property_readonly("versions", &versions_of,
                               "What it says in each interval: in_force, citation, condition.")
        .def("__repr__", [](const PackCriterion& c) { return "<Criterion " + c.criterion.id + ">"; });
}

}  // namespace

void register_criteria(py::module_& module) {
    register_criterion(module);

    // Pack.evaluate, .assess and .explain are added by the layers that they come from.
    py::class_<Pack>(module, "Pack", "A checked rule pack; immutable.")
        .def_property_readonly("id", &Pack::id)
        .def(
            "title", [](const Pack& pack, const std::string& lang) { return pack.title().in(to_language(lang)); },
            py::arg("lang") = "en", "The title in Vietnamese or English.")
        .def_property_readonly("source", &source_of, "The document that the pack states: document, issuer, date.")
        .def_property_readonly("criteria", &criteria_of,
                               "The pack's own criteria in document order, then those of the packs that it uses.")
        .def_property_readonly("digests", &digests_of,
                               "The SHA-256 of the pack's own text and of each pack that it uses, by pack id.")
        .def_property_readonly("warnings", &Pack::warnings, "What the checks found short of an error.")
        .def("__repr__", [](const Pack& pack) { return "<Pack " + pack.id() + ">"; });

    module.def(
        "load_pack", [](const py::object& source) { return load_pack(to_path(source)); }, py::arg("id_or_path"),
        "Loads a shipped pack by id or a pack file by path; cadre.Error with every diagnostic.");
    module.def("parse_pack", &parse_pack, py::arg("text"), py::arg("source") = "pack",
               "Reads pack text; `source` names it in diagnostics.");
    module.def("shipped_packs", &shipped_packs, "Ids of the packs that the library ships.");
}

}  // namespace cadre::python
