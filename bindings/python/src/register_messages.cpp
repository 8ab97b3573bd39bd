#include "convert.hpp"
#include "register.hpp"

#include <cadre/error.hpp>

#include <pybind11/stl.h>

#include <string_view>

namespace cadre::python {
namespace {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_argument: return "invalid_argument";
        case ErrorCode::invalid_document: return "invalid_document";
        case ErrorCode::invalid_rule: return "invalid_rule";
        case ErrorCode::invalid_arrow: return "invalid_arrow";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::limit_exceeded: return "limit_exceeded";
    }
    return "unknown";
}

void raise(const Error& error) {
    const py::object type = py::module_::import("cadre.errors").attr("Error");
    const py::object diagnostics = py::tuple(py::cast(error.diagnostics()));
    const py::object raised =
        type(name_of(error.code()), error.text(Language::en), error.text(Language::vi), diagnostics);
    PyErr_SetObject(type.ptr(), raised.ptr());
}

void translate(std::exception_ptr exception) {
    try {
        if (exception) std::rethrow_exception(exception);
    } catch (const Error& error) {
        raise(error);
    }
}

std::string text_of(const Diagnostic& diagnostic, const std::string& lang) {
    return diagnostic.message.text(to_language(lang));
}

std::optional<std::string> hint_of(const Diagnostic& diagnostic, const std::string& lang) {
    const Language language = to_language(lang);
    if (!diagnostic.hint) return std::nullopt;
    return diagnostic.hint->text(language);
}

}  // namespace

void register_messages(py::module_& module) {
    py::register_local_exception_translator(&translate);

    py::class_<Place>(module, "Place", "Where in a file or text something stands; 0 means not known.")
        .def_readonly("source", &Place::source)
        .def_readonly("line", &Place::line)
        .def_readonly("column", &Place::column)
        .def("__repr__", [](const Place& place) {
            return "Place(" + place.source + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
                   ")";
        });

    py::class_<Diagnostic>(module, "Diagnostic", "One finding about a pack, mapping, vocabulary or expression.")
        .def_property_readonly("severity",
                               [](const Diagnostic& d) { return d.severity == Severity::error ? "error" : "warning"; })
        .def_readonly("place", &Diagnostic::place)
        .def_property_readonly(
            "code", [](const Diagnostic& d) { return std::string(cadre::code(d.message.id)); },
            "The stable snake_case code of the message.")
        .def("text", &text_of, py::arg("lang") = "en", "The message in Vietnamese or English.")
        .def("hint", &hint_of, py::arg("lang") = "en", "What to do, or None.")
        .def(
            "to_text", [](const Diagnostic& d, const std::string& lang) { return d.to_text(to_language(lang)); },
            py::arg("lang") = "en", "Place, severity, message, code and hint, as compilers print them.")
        .def("__str__", [](const Diagnostic& d) { return d.to_text(); })
        .def("__repr__", [](const Diagnostic& d) { return "<Diagnostic " + d.to_text() + ">"; });
}

}  // namespace cadre::python
