#pragma once

#include <cadre/version.hpp>

#include <pybind11/pybind11.h>

namespace cadre::python {

namespace py = pybind11;

void register_messages(py::module_& module);
void register_vocabulary(py::module_& module);
void register_roster(py::module_& module);
void register_criteria(py::module_& module);
void register_evaluation(py::module_& module);
void register_timeline(py::module_& module);
void register_remedies(py::module_& module);
void register_targets(py::module_& module);
void register_selection(py::module_& module);
void register_planning(py::module_& module);
void register_coverage(py::module_& module);
void register_plan_review(py::module_& module);
void register_proposal(py::module_& module);
void register_rotation_graph(py::module_& module);
void register_rotation_measures(py::module_& module);
void register_rotation_audit(py::module_& module);
void register_move_rules(py::module_& module);
void register_rotation_plan(py::module_& module);
void register_rotation_proposal(py::module_& module);
void register_rotation_request(py::module_& module);
void register_reports(py::module_& module);
void register_difference(py::module_& module);
void register_programme(py::module_& module);
void register_testing(py::module_& module);

}  // namespace cadre::python
