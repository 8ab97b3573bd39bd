"""Solves selections by HiGHS: an exact solver for what the built-in one cannot prove.

Needs the package highspy (pip install cadre[highs]), which prints its name once when it starts.

    cadre.solve_selection(problem, solver=cadre.highs.solve_selection)
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any, TypedDict

from cadre._cadre import SelectionProblem


class SelectionAnswer(TypedDict):
    """What a plugged-in solver returns."""

    status: str
    chosen: list[int]
    bound: int


def solve_selection(problem: SelectionProblem) -> SelectionAnswer:
    """Maximises the score exactly; the answer's bound is what HiGHS claims within its tolerances."""
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.passModel(_model(highspy, problem))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return {"status": "infeasible", "chosen": [], "bound": 0}
    if status != highspy.HighsModelStatus.kOptimal:
        return {"status": "unknown", "chosen": [], "bound": 0}
    values = solver.getSolution().col_value
    # Scores are whole numbers, so that a fraction in the bound is lost or is the solver's tolerance.
    bound = math.floor(solver.getInfo().mip_dual_bound + 1e-3)
    return {"status": "feasible", "chosen": [i for i, value in enumerate(values) if value > 0.5], "bound": bound}


def _model(highspy: Any, problem: SelectionProblem) -> Any:
    count = len(problem.scores)
    constraints = problem.constraints
    model = highspy.HighsLp()
    model.sense_ = highspy.ObjSense.kMaximize
    model.num_col_ = count
    model.num_row_ = len(constraints)
    model.col_cost_ = [float(score) for score in problem.scores]
    model.col_lower_ = [0.0] * count
    model.col_upper_ = [1.0] * count
    model.integrality_ = [highspy.HighsVarType.kInteger] * count
    model.row_lower_ = [_bound(row["lower"], -highspy.kHighsInf) for row in constraints]
    model.row_upper_ = [_bound(row["upper"], highspy.kHighsInf) for row in constraints]
    starts, options, coefficients = _rows(constraints)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.num_col_ = count
    model.a_matrix_.num_row_ = len(constraints)
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = options
    model.a_matrix_.value_ = coefficients
    return model


def _bound(given: int | None, absent: float) -> float:
    return absent if given is None else float(given)


def _rows(constraints: list[dict[str, Any]]) -> tuple[list[int], list[int], list[float]]:
    """The constraints one after the other, where each starts, and their terms; those of one option added up."""
    starts = [0]
    options: list[int] = []
    coefficients: list[float] = []
    for row in constraints:
        terms: defaultdict[int, int] = defaultdict(int)
        for option, coefficient in zip(row["options"], row["coefficients"], strict=True):
            terms[option] += coefficient
        options.extend(terms)
        coefficients.extend(float(coefficient) for coefficient in terms.values())
        starts.append(len(options))
    return starts, options, coefficients
