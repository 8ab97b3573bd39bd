#include "arrow_capsule.hpp"
#include "convert.hpp"
#include "register.hpp"

#include <cadre/roster/fingerprint.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <pybind11/stl.h>

#include <utility>
#include <vector>

namespace cadre::python {
namespace {

using NamedStreams = std::vector<std::pair<std::string, OwnedStream>>;

NamedStreams take_streams(const py::handle& data) {
    NamedStreams streams;
    if (!py::isinstance<py::dict>(data)) {
        streams.emplace_back("cadres", take_stream(data));
        return streams;
    }
    for (const auto& [table, frame] : py::reinterpret_borrow<py::dict>(data)) {
        if (!py::isinstance<py::str>(table)) throw py::type_error("table names must be str");
        streams.emplace_back(py::cast<std::string>(table), take_stream(frame));
    }
    return streams;
}

Roster from_arrow(const py::object& data, const py::object& mapping_source) {
    const Mapping mapping = to_mapping(mapping_source);
    NamedStreams owned = take_streams(data);
    Roster::Streams streams;
    for (auto& [table, stream] : owned) streams.emplace_back(table, stream.get());
    // A producer that is Python takes the lock back itself.
    const py::gil_scoped_release unlocked;
    return Roster::from_arrow(streams, mapping);
}

std::string summary(const AttributeReport& report) {
    return "<AttributeReport " + report.table + "." + report.attribute + ": " + std::to_string(report.read) +
           " read, " + std::to_string(report.blank) + " blank, " + std::to_string(report.not_understood) +
           " not understood>";
}

void register_import_report(py::module_& module) {
    py::class_<AttributeReport>(module, "AttributeReport", "What became of the cells of one attribute.")
        .def_readonly("table", &AttributeReport::table)
        .def_readonly("attribute", &AttributeReport::attribute)
        .def_readonly("column", &AttributeReport::column)
        .def_readonly("read", &AttributeReport::read)
        .def_readonly("blank", &AttributeReport::blank)
        .def_readonly("partial", &AttributeReport::partial)
        .def_readonly("not_understood", &AttributeReport::not_understood)
        .def_readonly("dangling", &AttributeReport::dangling)
        .def_readonly("duplicated", &AttributeReport::duplicated)
        .def_readonly("spellings", &AttributeReport::spellings,
                      "Distinct texts that were not understood with their counts, most frequent first.")
        .def_readonly("rows", &AttributeReport::rows,
                      "Rows (from 0) of the first cells not understood, dangling or duplicated.")
        .def("__repr__", &summary);

    py::class_<ImportReport>(module, "ImportReport", "What an import read, and every cell that it did not understand.")
        .def_readonly("attributes", &ImportReport::attributes)
        .def_readonly("unused_columns", &ImportReport::unused_columns)
        .def("find", &ImportReport::find, py::arg("table"), py::arg("attribute"), py::return_value_policy::copy,
             "The report of one attribute, or None.")
        .def(
            "to_text",
            [](const ImportReport& report, const std::string& lang) { return report.to_text(to_language(lang)); },
            py::arg("lang") = "en", "A table of counts and of the spellings that were not understood.")
        .def("__str__", [](const ImportReport& report) { return report.to_text(); })
        .def("__repr__", [](const ImportReport& report) {
            return "<ImportReport of " + std::to_string(report.attributes.size()) + " attributes>";
        });
}

void register_builder(py::module_& module) {
    py::class_<RosterBuilder>(module, "RosterBuilder", "Collects rows by name and builds a roster.")
        .def(py::init<>())
        .def(
            "add",
            [](RosterBuilder& builder, const std::string& table, const py::dict& values) {
                return builder.add(table, to_record(values));
            },
            py::arg("table"), py::arg("values"),
            "Adds a row to a table and returns its number; cadre.Error for a name or value that the schema lacks.")
        .def(
            "add_table", [](RosterBuilder& builder, const std::string& table) { builder.add_table(table); },
            py::arg("table"), "States that the table is given, even if no row is added.")
        .def(
            "set_snapshot",
            [](RosterBuilder& builder, const py::object& day) { builder.set_snapshot(to_day(day, "day")); },
            py::arg("day"), "Sets the day on which undated facts hold.")
        .def("build", &RosterBuilder::build, "Resolves references and returns the roster.");
}

}  // namespace

void register_roster(py::module_& module) {
    register_import_report(module);

    py::class_<Roster>(module, "Roster", "An immutable set of tables.")
        .def_static("from_arrow", &from_arrow, py::arg("data"), py::arg("mapping") = py::none(),
                    "Imports a frame as the table cadres, or a dict of frames by table id.\n\n"
                    "A frame is any object with __arrow_c_stream__; a mapping is a path, a dict or None (names map to\n"
                    "themselves). cadre.Error for a wrong mapping or malformed Arrow memory.")
        .def("__len__", [](const Roster& roster) { return roster.size(); })
        .def(
            "size", [](const Roster& roster, const std::string& table) { return roster.size(table); },
            py::arg("table") = "cadres", "Number of rows of a table; 0 when it was not given.")
        .def_property_readonly(
            "tables",
            [](const Roster& roster) {
                std::vector<std::string> given;
                const auto& tables = roster.schema().tables();
                for (std::size_t i = 0; i < tables.size(); ++i) {
                    const RosterTable* table = roster.table(static_cast<int>(i));
                    // Each given table comes with child tables, which say nothing where they are empty.
                    const bool is_given = table != nullptr && (tables[i].parent < 0 || table->rows > 0);
                    if (is_given) given.push_back(tables[i].id);
                }
                return given;
            },
            "Ids of the tables that were given, and of child tables that have rows.")
        .def_property_readonly(
            "snapshot", [](const Roster& roster) { return from_day(roster.snapshot()); },
            "The day on which undated facts hold, or None.")
        .def_property_readonly("import_report", &Roster::import_report, py::return_value_policy::reference_internal,
                               "What the import read, and every cell that it did not understand.")
        .def("fingerprint", &fingerprint, py::call_guard<py::gil_scoped_release>(),
             "SHA-256 of what the roster says, the same however it lies in memory.")
        .def("__repr__",
             [](const Roster& roster) { return "<Roster of " + std::to_string(roster.size()) + " cadres>"; });

    register_builder(module);
}

}  // namespace cadre::python
