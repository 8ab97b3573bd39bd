#pragma once

#include <cadre/planning/selection.hpp>

#include <pybind11/pybind11.h>

namespace cadre::python {

/// A callable that is given a problem and returns a dict of status, chosen and bound; None is no solver. The callable
/// outlives the result.
SelectionSolver to_solver(const pybind11::object& solver);

/// "optimal", "feasible", "infeasible" or "unknown".
const char* name_of(SelectionStatus status);
/// "smallest", "minimal" or "none".
const char* name_of(SelectionConflict::Proof proof);

}  // namespace cadre::python
