#include "convert.hpp"
#include "pack_assessment.hpp"
#include "register.hpp"

#include <cadre/targets/assess.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <string_view>

namespace cadre::python {
namespace {

std::string_view name_of(Due due) {
    switch (due) {
        case Due::no_day: return "no_day";
        case Due::before: return "before";
        case Due::on_the_day: return "on_the_day";
        case Due::after: return "after";
    }
    return "";
}

py::dict counts_of(const TargetAssessment& t) {
    py::dict counts;
    counts["met"] = t.counts.met;
    counts["not_met"] = t.counts.not_met;
    counts["undetermined"] = t.counts.undetermined;
    counts["maybe_met"] = t.counts.maybe_met;
    counts["maybe_not_met"] = t.counts.maybe_not_met;
    counts["maybe_undetermined"] = t.counts.maybe_undetermined;
    return counts;
}

py::list rows_of(const TargetAssessment& t) {
    py::list rows;
    for (const RowToVerify& row : t.rows) rows.append(row.row);
    return rows;
}

py::dict to_dict(const CellToVerify& cell) {
    py::dict values;
    values["table"] = cell.table;
    values["row"] = cell.row;
    values["attribute"] = cell.attribute;
    values["owner"] = cell.owner;
    values["rows"] = cell.rows;
    values["swing"] = from_share(cell.swing);
    return values;
}

py::list cells_of(const TargetAssessment& t) {
    py::list cells;
    for (const CellToVerify& cell : t.cells) cells.append(to_dict(cell));
    return cells;
}

py::list parts_of(const TargetAssessment& t) {
    py::list parts;
    for (const PartAssessment& part : t.parts) {
        py::dict values;
        values["code"] = part.code;
        values["label"] = part.label.en;
        values["least"] = from_share(part.bounds.least);
        values["greatest"] = from_share(part.bounds.greatest);
        parts.append(values);
    }
    return parts;
}

py::dict to_dict(const TargetAssessment& t) {
    py::dict row;
    row["id"] = t.target.id;
    row["year"] = t.year;
    row["partial_year"] = t.partial_year;
    row["title"] = t.target.title.en;
    row["citation"] = py::str(py::cast(t.target.citation));
    row["threshold"] = t.target.demand(Language::en);
    row["by"] = from_day(t.target.by);
    row["verdict"] = py::cast(t.verdict).attr("name");
    row["undecided"] = to_code(t.undecided);
    row["least"] = t.bounds.least ? py::float_(from_share(t.bounds.least)) : py::object(py::none());
    row["greatest"] = t.bounds.greatest ? py::float_(from_share(t.bounds.greatest)) : py::object(py::none());
    row["needed"] = t.shortfall ? py::cast(t.shortfall->certain) : py::object(py::none());
    row["open_rows"] = t.open_rows;
    for (const auto& [name, count] : counts_of(t)) row[name] = count;
    return row;
}

void register_target(py::module_& module) {
    py::class_<Target>(module, "Target", "A cited aim: of the rows in a population, how many are to meet a condition.")
        .def_readonly("id", &Target::id)
        .def(
            "title", [](const Target& t, const std::string& lang) { return t.title.in(to_language(lang)); },
            py::arg("lang") = "en", "The title in Vietnamese or English.")
        .def_readonly("citation", &Target::citation)
        .def_readonly("criterion", &Target::criterion, "The id of the criterion to meet; empty for a condition.")
        .def(
            "group", [](const Target& t, const std::string& lang) { return t.group.in(to_language(lang)); },
            py::arg("lang") = "en", "Targets of one group are read together; empty where there is none.")
        .def_property_readonly(
            "by", [](const Target& t) { return from_day(t.by); }, "The last day on which it is due, or None.")
        .def(
            "threshold", [](const Target& t, const std::string& lang) { return t.demand(to_language(lang)); },
            py::arg("lang") = "en", "What the target demands, as in \"> 35 %\" or \"not increasing\".")
        .def_property_readonly(
            "years",
            [](const Target& t) {
                return t.years ? py::object(py::make_tuple(t.years->from, t.years->to)) : py::object(py::none());
            },
            "The first and the last year of a target that is judged every year, or None.")
        .def("__repr__", [](const Target& t) { return "<Target " + t.id + ">"; });
}

void register_target_assessment(py::module_& module) {
    py::class_<Shortfall>(module, "Shortfall", "By how many rows a target is missed.")
        .def_readonly("certain", &Shortfall::certain, "With the rows that certainly belong to the population.")
        .def_readonly("worst", &Shortfall::worst, "When doubtful rows belong to it in the least favourable way.")
        .def("__repr__", [](const Shortfall& s) {
            return "Shortfall(certain=" + std::to_string(s.certain) + ", worst=" + std::to_string(s.worst) + ")";
        });

    py::class_<TargetAssessment>(module, "TargetAssessment", "What the roster says about one target.")
        .def_property_readonly("id", [](const TargetAssessment& t) { return t.target.id; })
        .def_property_readonly("target", [](const TargetAssessment& t) { return t.target; })
        .def_readonly("year", &TargetAssessment::year, "The year of a target that is judged every year, or None.")
        .def_readonly("partial_year", &TargetAssessment::partial_year,
                      "Whether the pack's document is dated within that year.")
        .def_property_readonly("parts", &parts_of, "The same measure for each code of the attribute it is split by.")
        .def_property_readonly("verdict", [](const TargetAssessment& t) { return t.verdict; })
        .def_property_readonly(
            "undecided", [](const TargetAssessment& t) { return to_code(t.undecided); },
            "Why the verdict is undetermined, or \"decided\".")
        .def_property_readonly("due", [](const TargetAssessment& t) { return name_of(t.due); })
        .def_property_readonly("counts", &counts_of, "How many rows have each pair of verdicts.")
        .def_property_readonly(
            "least", [](const TargetAssessment& t) { return from_share(t.bounds.least); },
            "The least share or count as a Fraction, or None.")
        .def_property_readonly(
            "greatest", [](const TargetAssessment& t) { return from_share(t.bounds.greatest); },
            "The greatest share or count as a Fraction, or None.")
        .def_property_readonly("shortfall", [](const TargetAssessment& t) { return t.shortfall; })
        .def_readonly("open_rows", &TargetAssessment::open_rows, "How many rows may move the result.")
        .def_property_readonly("rows", &rows_of, "The rows to verify first.")
        .def_property_readonly("cells", &cells_of, "The missing cells that these rows wait for, to verify first.")
        .def("__repr__", [](const TargetAssessment& t) {
            return "<TargetAssessment " + t.target.id + ": " + py::cast<std::string>(py::cast(t.verdict).attr("name")) +
                   ">";
        });
}

const TargetAssessment& target_at(const PackAssessment& judged, py::ssize_t index) {
    const auto size = static_cast<py::ssize_t>(judged.assessment.targets.size());
    const py::ssize_t at = index < 0 ? index + size : index;
    if (at < 0 || at >= size) throw py::index_error("there is no target " + std::to_string(index));
    return judged.assessment.targets[static_cast<std::size_t>(at)];
}

const TargetAssessment& target_named(const PackAssessment& judged, const std::string& id) {
    const auto& targets = judged.assessment.targets;
    const auto found =
        std::find_if(targets.begin(), targets.end(), [&](const TargetAssessment& t) { return t.target.id == id; });
    if (found == targets.end()) throw py::key_error(id);
    if (found->year)
        throw py::key_error(id + ": name a year, too, as in [\"" + id + "\", " + std::to_string(*found->year) + "]");
    return *found;
}

const TargetAssessment& target_in_year(const PackAssessment& judged, const std::pair<std::string, int>& key) {
    const auto& targets = judged.assessment.targets;
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const TargetAssessment& t) {
        return t.target.id == key.first && t.year == key.second;
    });
    if (found == targets.end()) throw py::key_error(key.first + ", " + std::to_string(key.second));
    return *found;
}

py::list target_dicts(const PackAssessment& judged) {
    py::list rows;
    for (const TargetAssessment& target : judged.assessment.targets) rows.append(to_dict(target));
    return rows;
}

PackAssessment assess_pack(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                           bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    const py::gil_scoped_release unlocked;
    return {pack, assess(pack, roster, options), options};
}

}  // namespace

void register_targets(py::module_& module) {
    register_target(module);
    register_target_assessment(module);

    py::class_<PackAssessment>(module, "Assessment", "The targets of a pack, judged on one roster; a sequence.")
        .def_property_readonly("pack", [](const PackAssessment& a) { return a.pack; })
        .def_property_readonly("as_of",
                               [](const PackAssessment& a) { return from_day(day_number(a.assessment.as_of)); })
        .def_property_readonly("law_as_of",
                               [](const PackAssessment& a) { return from_day(day_number(a.assessment.law_as_of)); })
        .def_property_readonly("snapshot", [](const PackAssessment& a) { return from_day(a.assessment.snapshot); })
        .def("__len__", [](const PackAssessment& a) { return a.assessment.targets.size(); })
        .def("__getitem__", &target_at, py::arg("index"), py::return_value_policy::copy)
        .def("__getitem__", &target_named, py::arg("id"), py::return_value_policy::copy)
        .def("__getitem__", &target_in_year, py::arg("id_and_year"), py::return_value_policy::copy)
        .def("__iter__", &iterate_sequence)
        .def("to_dicts", &target_dicts, "One dict a target (and year), as in pandas.DataFrame(assessment.to_dicts()).")
        .def("__repr__", [](const PackAssessment& a) {
            return "<Assessment of " + a.pack.id() + ", " + std::to_string(a.assessment.targets.size()) + " targets>";
        });

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("assess", &assess_pack, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Judges the targets of the pack: exact bounds, verdicts, what is lacking, what to verify first.");
    pack.def(
        "targets", [](const Pack& p) { return read_targets(p); },
        "The targets of the pack in document order; cadre.Error with every diagnostic.");
}

}  // namespace cadre::python
