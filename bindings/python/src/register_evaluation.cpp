#include "convert.hpp"
#include "register.hpp"
#include "verdicts.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/scalar.hpp>

#include <pybind11/native_enum.h>
#include <pybind11/operators.h>
#include <pybind11/stl.h>

#include <memory>
#include <vector>

namespace cadre::python {
namespace {

using SharedTable = std::shared_ptr<VerdictTable>;

[[noreturn]] void refuse_truth(const char* what) {
    throw py::type_error(std::string(what) +
                         " has no truth value, for it may be undetermined: compare it, "
                         "as in `verdict == cadre.Verdict.met`");
}

void register_verdict(py::module_& module) {
    py::native_enum<Verdict>(module, "Verdict", "enum.IntEnum",
                             "The answer of one criterion for one row. It has no truth value: compare it.")
        .value("not_met", Verdict::not_met)
        .value("met", Verdict::met)
        .value("undetermined", Verdict::undetermined)
        .finalize();
    const py::object type = module.attr("Verdict");
    type.attr("__bool__") = py::cpp_function([](const py::object&) -> bool { refuse_truth("a Verdict"); },
                                             py::name("__bool__"), py::is_method(type));

    py::class_<Counts>(module, "Counts", "How many rows have each verdict.")
        .def_readonly("met", &Counts::met)
        .def_readonly("not_met", &Counts::not_met)
        .def_readonly("undetermined", &Counts::undetermined)
        .def_property_readonly("total", [](const Counts& c) { return c.met + c.not_met + c.undetermined; })
        .def(py::self == py::self)
        .def("__hash__", [](const Counts& c) { return py::hash(py::make_tuple(c.met, c.not_met, c.undetermined)); })
        .def("__repr__", [](const Counts& c) {
            return "Counts(met=" + std::to_string(c.met) + ", not_met=" + std::to_string(c.not_met) +
                   ", undetermined=" + std::to_string(c.undetermined) + ")";
        });
}

py::buffer_info buffer_of(Verdicts& verdicts) {
    const auto& bytes = *verdicts.bytes();
    return {const_cast<std::uint8_t*>(bytes.data()),
            sizeof(std::uint8_t),
            py::format_descriptor<std::uint8_t>::format(),
            1,
            {static_cast<py::ssize_t>(bytes.size())},
            {py::ssize_t{1}},
            true};
}

std::vector<Verdict> slice_of(const Verdicts& verdicts, const py::slice& slice) {
    py::ssize_t start = 0;
    py::ssize_t stop = 0;
    py::ssize_t step = 0;
    py::ssize_t length = 0;
    if (!slice.compute(static_cast<py::ssize_t>(verdicts.size()), &start, &stop, &step, &length)) {
        throw py::error_already_set();
    }
    std::vector<Verdict> chosen;
    for (py::ssize_t i = 0; i < length; ++i) chosen.push_back(verdicts.at(start + i * step));
    return chosen;
}

void register_verdicts(py::module_& module) {
    py::class_<Verdicts>(module, "Verdicts", py::buffer_protocol(),
                         "A sequence of Verdict; its buffer (numpy.asarray) is one uint8 a row: 0 not met, 1 met,\n"
                         "2 undetermined.")
        .def_buffer(&buffer_of)
        .def("__len__", &Verdicts::size)
        .def("__getitem__", &Verdicts::at, py::arg("index"))
        .def("__getitem__", &slice_of, py::arg("slice"))
        .def("__iter__", &iterate_sequence)
        .def(
            "to_numpy", [](const py::object& self) { return py::module_::import("numpy").attr("asarray")(self); },
            "A read-only uint8 array that shares the memory; needs numpy.")
        .def(
            "__arrow_c_array__", [](Verdicts& verdicts, const py::object&) { return export_bytes(verdicts.bytes()); },
            py::arg("requested_schema") = py::none(), "The Arrow PyCapsules of a uint8 array.")
        .def("__repr__",
             [](const Verdicts& verdicts) { return "<Verdicts of " + std::to_string(verdicts.size()) + " rows>"; });
}

/// A column together with the table that owns it.
struct SharedColumn {
    SharedTable table;
    const VerdictColumn* column;
};

std::vector<std::string> ids_of(const VerdictTable& table) {
    std::vector<std::string> ids;
    for (const VerdictColumn& column : table.columns()) ids.push_back(column.id());
    return ids;
}

bool has_column(const VerdictTable& table, const std::string& id) {
    for (const VerdictColumn& column : table.columns()) {
        if (column.id() == id) return true;
    }
    return false;
}

void register_verdict_table(py::module_& module) {
    py::class_<SharedColumn>(module, "VerdictColumn", "The verdicts of one criterion over a table.")
        .def_property_readonly("id", [](const SharedColumn& c) { return c.column->id(); })
        .def_property_readonly("counts", [](const SharedColumn& c) { return c.column->counts(); })
        .def_property_readonly(
            "in_force", [](const SharedColumn& c) { return c.column->in_force(); },
            "Whether the criterion was in force on law_as_of; where it was not, no row is counted.")
        .def_property_readonly("verdicts", [](const SharedColumn& c) { return Verdicts(c.table, *c.column); })
        .def("__len__", [](const SharedColumn& c) { return c.column->size(); })
        .def("__repr__", [](const SharedColumn& c) {
            return "<VerdictColumn " + c.column->id() + ", " + std::to_string(c.column->size()) + " rows>";
        });

    py::class_<VerdictTable, SharedTable>(module, "VerdictTable", "The verdicts of all criteria, by criterion id.")
        .def(
            "__getitem__",
            [](const SharedTable& table, const std::string& id) {
                return SharedColumn{table, &(*table)[id]};
            },
            py::arg("criterion"), "cadre.Error (not_found), with a suggestion, for an unknown id.")
        .def("__contains__", &has_column, py::arg("criterion"))
        .def("__iter__", [](const VerdictTable& table) { return py::iter(py::cast(ids_of(table))); })
        .def("__len__", [](const VerdictTable& table) { return table.columns().size(); })
        .def("keys", &ids_of, "The ids of the criteria.")
        .def("__repr__", [](const VerdictTable& table) {
            return "<VerdictTable of " + std::to_string(table.columns().size()) + " criteria>";
        });
}

VerdictTable evaluate_pack(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                           bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    const py::gil_scoped_release unlocked;
    return evaluate(pack, roster, options);
}

Explanation explain_row(const Pack& pack, const std::string& criterion, const Roster& roster, py::ssize_t row,
                        const py::object& as_of, const py::object& law_as_of, bool strict_snapshot,
                        const std::string& audience) {
    return explain(pack, criterion, roster, to_row(row), to_options(as_of, law_as_of, strict_snapshot),
                   to_audience(audience));
}

// ---- one expression, one record ----

struct Undetermined {
    std::vector<std::string> fields;
    std::vector<Message> reasons;
};

std::vector<std::string> reasons_of(const Undetermined& undetermined, const std::string& lang) {
    const Language language = to_language(lang);
    std::vector<std::string> texts;
    for (const Message& reason : undetermined.reasons) texts.push_back(reason.text(language));
    return texts;
}

std::string describe(const Undetermined& undetermined) {
    std::string text = "Undetermined(fields=[";
    for (std::size_t i = 0; i < undetermined.fields.size(); ++i) {
        text += (i == 0 ? "'" : ", '") + undetermined.fields[i] + "'";
    }
    text += "], reasons=[";
    const auto reasons = reasons_of(undetermined, "en");
    for (std::size_t i = 0; i < reasons.size(); ++i) text += (i == 0 ? "'" : ", '") + reasons[i] + "'";
    return text + "])";
}

py::object evaluate_scalar(const std::string& expression, const py::dict& values, const py::object& as_of,
                           const py::object& law_as_of) {
    const ScalarResult result = evaluate_record(expression, to_record(values), to_options(as_of, law_as_of, false));
    if (result.type.kind == TypeKind::boolean) {
        if (!result.value) return py::cast(Verdict::undetermined);
        return py::cast(std::get<bool>(*result.value) ? Verdict::met : Verdict::not_met);
    }
    if (!result.value) return py::cast(Undetermined{result.missing, result.reasons});
    return from_value(*result.value);
}

void register_scalar(py::module_& module) {
    py::class_<Undetermined>(module, "Undetermined", "A value that is not known, with what would decide it.")
        .def_property_readonly(
            "fields", [](const Undetermined& u) { return py::tuple(py::cast(u.fields)); },
            "Names of the missing attributes that were read.")
        .def("reasons", &reasons_of, py::arg("lang") = "en", "What else leaves it open, in Vietnamese or English.")
        .def("__bool__", [](const Undetermined&) -> bool { refuse_truth("an Undetermined"); })
        .def("__repr__", &describe);

    module.def("evaluate", &evaluate_scalar, py::arg("expression"), py::arg("values"), py::kw_only(), py::arg("as_of"),
               py::arg("law_as_of") = py::none(),
               "Evaluates one expression over one record; a Verdict, a value, or an Undetermined.\n\n"
               "Names of the table cadres have their types there; any other name takes the type of its value.\n"
               "cadre.Error for a wrong expression or a value that does not fit.");
}

void register_explanation(py::module_& module) {
    py::class_<Explanation>(module, "Explanation", "Why one row has its verdict on one criterion.")
        .def_property_readonly("verdict", [](const Explanation& e) { return e.verdict(); })
        .def(
            "to_text", [](const Explanation& e, const std::string& lang) { return e.to_text(to_language(lang)); },
            py::arg("lang") = "en", "The tree of conditions with values seen and needed, and the clause.")
        .def("__str__", [](const Explanation& e) { return e.to_text(Language::en); });
}

}  // namespace

void register_evaluation(py::module_& module) {
    register_verdict(module);
    register_verdicts(module);
    register_verdict_table(module);
    register_explanation(module);
    register_scalar(module);

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("evaluate", &evaluate_pack, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Judges every row by every criterion; the same answer on any number of threads (0: all).\n\n"
             "With strict_snapshot, facts without a date of their own are not known before the roster's snapshot.");
    pack.def("explain", &explain_row, py::arg("criterion"), py::arg("roster"), py::kw_only(), py::arg("row"),
             py::arg("as_of"), py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false,
             py::arg("audience") = "subject",
             "Explains one verdict; cadre.Error (not_found) for an unknown criterion or row.\n\n"
             "The audience 'subject' sees values, but none of sensitive attributes; 'unit' sees which conditions hold\n"
             "and what is missing, but no values; 'department' sees all.");
}

}  // namespace cadre::python
