#pragma once

#include "convert.hpp"

#include <string>

namespace cadre::python {

/// The class of a pack's cited policies: `PoolPolicy` or `RotationPolicy`.
template <class Policy>
void define_policy(py::module_& module, const char* name, const char* meaning) {
    py::class_<Policy>(module, name, meaning)
        .def_readonly("id", &Policy::id)
        .def(
            "title", [](const Policy& p, const std::string& lang) { return p.title.in(to_language(lang)); },
            py::arg("lang") = "en", "The title in Vietnamese or English.")
        .def_readonly("citation", &Policy::citation)
        .def_property_readonly(
            "in_force", [](const Policy& p) { return from_interval(p.in_force); },
            "The first day on which it is the law and the first after it, or None.")
        .def("__repr__", [name = std::string(name)](const Policy& p) { return '<' + name + ' ' + p.id + '>'; });
}

}  // namespace cadre::python
