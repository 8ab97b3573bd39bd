#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/planning/plan.hpp>

#include <pybind11/pybind11.h>

namespace cadre::python {

/// A row of the plan to look at: a dict of code, table, row and message (in English).
inline pybind11::dict from_finding(const PlanFinding& finding) {
    pybind11::dict row;
    row["code"] = code(finding.message.id);
    row["table"] = finding.table;
    row["row"] = finding.row;
    row["message"] = finding.message.text(Language::en);
    return row;
}

/// A missing cell: a dict of table, row and attribute.
inline pybind11::dict from_missing(const MissingField& field) {
    pybind11::dict cell;
    cell["table"] = field.table;
    cell["row"] = field.row;
    cell["attribute"] = field.attribute;
    return cell;
}

}  // namespace cadre::python
