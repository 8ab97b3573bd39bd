"""Selections under constraints, by the built-in solver and by HiGHS."""

from __future__ import annotations

import importlib.util
import random

import cadre
import cadre.highs
import pytest

needs_highs = pytest.mark.skipif(
    importlib.util.find_spec("highspy") is None, reason="highspy is not installed: pip install cadre[highs]"
)


def three_candidates() -> cadre.SelectionProblem:
    problem = cadre.SelectionProblem([5, 4, 3])
    problem.add(1, [0, 1, 2], lower=2, upper=2)
    problem.add(2, [2], lower=1)
    return problem


def random_problem(seed: int) -> cadre.SelectionProblem:
    pick = random.Random(seed)
    count = pick.randint(4, 14)
    problem = cadre.SelectionProblem([pick.randint(-3, 20) for _ in range(count)])
    for clause in range(pick.randint(1, 5)):
        options = [i for i in range(count) if pick.random() < 0.6]
        coefficients = [pick.randint(-3, 4) for _ in options]
        problem.add(clause, options, coefficients, lower=pick.choice([None, -1, 0, 2]), upper=pick.randint(2, 6))
    return problem


def test_the_best_choice_keeps_to_every_constraint():
    found = cadre.solve_selection(three_candidates())
    assert (found.status, found.chosen, found.score, found.bound) == ("optimal", [0, 2], 8, 8)
    assert found.conflict is None
    assert not found.claimed


def test_a_problem_shows_its_constraints():
    assert three_candidates().constraints[1] == {
        "clause": 2,
        "options": [2],
        "coefficients": [1],
        "lower": 1,
        "upper": None,
    }


def test_a_conflict_names_the_fewest_clauses():
    problem = three_candidates()
    problem.add(3, [0, 1], lower=2)
    problem.add(4, [0], upper=1)
    found = cadre.solve_selection(problem)
    assert found.status == "infeasible"
    assert found.conflict == {"clauses": [1, 2, 3], "proof": "smallest"}


def test_a_broken_constraint_is_named():
    assert cadre.check_selection(three_candidates(), [0, 1]) == [{"constraint": 1, "sum": 0}]


def test_bad_input_is_refused():
    problem = cadre.SelectionProblem([1])
    with pytest.raises(ValueError, match="same length"):
        problem.add(1, [0], [1, 2])
    problem.add(1, [7], lower=1)
    with pytest.raises(cadre.Error, match="constraint 0"):
        cadre.solve_selection(problem)


def test_a_plugged_in_solver_is_asked_only_for_what_is_not_proved():
    asked = []

    def solver(problem: cadre.SelectionProblem) -> dict[str, object]:
        asked.append(problem)
        return {"status": "optimal", "chosen": [2, 0]}

    assert not cadre.solve_selection(three_candidates(), solver=solver).claimed
    assert not asked
    found = cadre.solve_selection(three_candidates(), work_limit=0, solver=solver)
    assert (found.status, found.chosen, found.bound, found.claimed) == ("optimal", [0, 2], 8, True)


def test_negative_steps_are_refused():
    with pytest.raises(cadre.Error, match="the limit of steps is -1: give 0 or more"):
        cadre.solve_selection(three_candidates(), work_limit=-1)


def test_a_plugged_in_solver_that_breaks_a_constraint_is_refused():
    with pytest.raises(cadre.Error, match="breaks constraint 1"):
        cadre.solve_selection(
            three_candidates(), work_limit=0, solver=lambda _: {"status": "optimal", "chosen": [0, 1]}
        )


@needs_highs
@pytest.mark.parametrize("seed", range(60))
def test_highs_and_the_built_in_solver_agree(seed: int):
    problem = random_problem(seed)
    found = cadre.solve_selection(problem)
    answer = cadre.highs.solve_selection(problem)
    if found.status == "infeasible":
        assert answer["status"] == "infeasible"
        return
    assert found.status == "optimal"
    assert cadre.check_selection(problem, answer["chosen"]) == []
    assert sum(problem.scores[i] for i in answer["chosen"]) == found.score
    assert answer["bound"] == found.score


@needs_highs
def test_highs_completes_what_was_not_proved():
    problem = three_candidates()
    proved = cadre.solve_selection(problem)
    found = cadre.solve_selection(problem, work_limit=0, solver=cadre.highs.solve_selection)
    assert found.claimed
    assert (found.status, found.score) == (proved.status, proved.score)
