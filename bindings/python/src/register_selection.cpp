#include "register.hpp"
#include "selection_solver.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre::python {
namespace {

constexpr std::array statuses{
    std::pair{"optimal", SelectionStatus::optimal},
    std::pair{"feasible", SelectionStatus::feasible},
    std::pair{"infeasible", SelectionStatus::infeasible},
    std::pair{"unknown", SelectionStatus::unknown},
};

SelectionStatus to_status(const std::string& name) {
    const auto found = std::find_if(statuses.begin(), statuses.end(), [&](const auto& s) { return s.first == name; });
    if (found == statuses.end()) throw py::value_error("status must be optimal, feasible, infeasible or unknown");
    return found->second;
}

void add_constraint(SelectionProblem& problem, int clause, const std::vector<int>& options,
                    const std::optional<std::vector<std::int64_t>>& coefficients, std::optional<std::int64_t> lower,
                    std::optional<std::int64_t> upper) {
    if (coefficients && coefficients->size() != options.size()) {
        throw py::value_error("options and coefficients must be of the same length");
    }
    SelectionConstraint constraint{clause, lower, upper, {}};
    for (std::size_t i = 0; i < options.size(); ++i) {
        constraint.terms.push_back({options[i], coefficients ? (*coefficients)[i] : 1});
    }
    problem.constraints.push_back(std::move(constraint));
}

py::list constraints_of(const SelectionProblem& problem) {
    py::list all;
    for (const SelectionConstraint& constraint : problem.constraints) {
        std::vector<int> options;
        std::vector<std::int64_t> coefficients;
        for (const SelectionTerm& term : constraint.terms) {
            options.push_back(term.option);
            coefficients.push_back(term.coefficient);
        }
        py::dict values;
        values["clause"] = constraint.clause;
        values["options"] = options;
        values["coefficients"] = coefficients;
        values["lower"] = constraint.lower;
        values["upper"] = constraint.upper;
        all.append(values);
    }
    return all;
}

/// The dict that a plugged-in solver returns.
Selection to_selection(const py::dict& answer) {
    Selection selection;
    selection.status = to_status(answer["status"].cast<std::string>());
    if (answer.contains("chosen")) selection.chosen = answer["chosen"].cast<std::vector<int>>();
    if (answer.contains("bound")) selection.bound = answer["bound"].cast<std::int64_t>();
    return selection;
}

Selection solve(const SelectionProblem& problem, std::int64_t work_limit, const py::object& solver) {
    const SelectionOptions options{work_limit, to_solver(solver)};
    const py::gil_scoped_release unlocked;
    return solve_selection(problem, options);
}

py::object conflict_of(const Selection& selection) {
    if (!selection.conflict) return py::none();
    py::dict values;
    values["clauses"] = selection.conflict->clauses;
    values["proof"] = name_of(selection.conflict->proof);
    return values;
}

py::list violations_of(const SelectionProblem& problem, const std::vector<int>& chosen) {
    py::list all;
    for (const SelectionViolation& violation : check_selection(problem, chosen)) {
        py::dict values;
        values["constraint"] = violation.constraint;
        values["sum"] = violation.sum;
        all.append(values);
    }
    return all;
}

void register_problem(py::module_& module) {
    py::class_<SelectionProblem>(module, "SelectionProblem",
                                 "Which options to choose so that every constraint holds, at the greatest score.")
        .def(py::init([](std::vector<std::int64_t> scores) {
                 return SelectionProblem{std::move(scores), {}};
             }),
             py::arg("scores"), "Options by their scores, whole numbers.")
        .def("add", &add_constraint, py::arg("clause"), py::arg("options"), py::arg("coefficients") = py::none(),
             py::kw_only(), py::arg("lower") = py::none(), py::arg("upper") = py::none(),
             "Asks that the coefficients (1 each unless given) of the options chosen add up to lower at least and "
             "upper at most.\n\nThe clause numbers the policy that asks for it; several constraints may share one.")
        .def_readonly("scores", &SelectionProblem::scores)
        .def_property_readonly("constraints", &constraints_of,
                               "Dicts of clause, options, coefficients, lower and upper (None: no bound).");
}

void register_answer(py::module_& module) {
    py::class_<Selection>(module, "Selection", "What was chosen, and how good a choice could be.")
        .def_property_readonly(
            "status", [](const Selection& s) { return name_of(s.status); },
            "optimal, feasible (a choice that may be improved upon, up to bound), infeasible or unknown.")
        .def_readonly("chosen", &Selection::chosen, "Options, ascending.")
        .def_readonly("score", &Selection::score)
        .def_readonly("bound", &Selection::bound, "No choice has a greater score.")
        .def_property_readonly(
            "conflict", &conflict_of,
            "Where no choice satisfies all constraints: a dict of clauses that none satisfies together, and of proof\n"
            "(smallest: any fewer can be satisfied; minimal: without any one of them the rest can be; none), or None.")
        .def_readonly("claimed", &Selection::claimed,
                      "Whether bound, or infeasible, is the word of a plugged-in solver; the choice was checked.")
        .def_readonly("work", &Selection::work, "Steps used.");
}

}  // namespace

const char* name_of(SelectionStatus status) {
    return statuses[static_cast<std::size_t>(status)].first;
}

const char* name_of(SelectionConflict::Proof proof) {
    switch (proof) {
        case SelectionConflict::Proof::smallest: return "smallest";
        case SelectionConflict::Proof::minimal: return "minimal";
        default: return "none";
    }
}

SelectionSolver to_solver(const py::object& solver) {
    if (solver.is_none()) return {};
    return [&solver](const SelectionProblem& asked) {
        const py::gil_scoped_acquire locked;
        return to_selection(solver(py::cast(asked)).cast<py::dict>());
    };
}

void register_selection(py::module_& module) {
    register_problem(module);
    register_answer(module);
    module.def("solve_selection", &solve, py::arg("problem"), py::kw_only(),
               py::arg("work_limit") = SelectionOptions{}.work_limit, py::arg("solver") = py::none(),
               "The choice of the greatest score, the same on any machine.\n\n"
               "work_limit counts steps. solver (such as cadre.highs.solve_selection) is asked where the built-in one\n"
               "proved nothing: it is given the problem and returns a dict of status, chosen and bound.\n"
               "cadre.Error for a work_limit below 0.");
    module.def("check_selection", &violations_of, py::arg("problem"), py::arg("chosen"),
               "The constraints that the choice breaks: dicts of constraint (its place) and sum.");
}

}  // namespace cadre::python
