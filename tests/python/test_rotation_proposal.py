"""Proposals of moves on plain values from Python."""

from __future__ import annotations

import itertools
import random

import cadre
import pytest


def three_for_two() -> cadre.RotationProblem:
    """Two exchange their posts or leave them to a third one."""
    problem = cadre.RotationProblem(["fit", "change"], rules=["same_rank", "age"])
    for _ in range(3):
        problem.add_post()
    problem.add_cadre(0, required=True)
    problem.add_cadre(1, required=True)
    problem.add_cadre(required=True)
    problem.add_option(0, 1, [3, 0])
    problem.add_option(1, 0, [2, 1])
    problem.add_option(2, 1, [9, 0])
    problem.refuse(2, 2, ["same_rank"])
    problem.refuse(0, 2, ["same_rank", "age"])
    return problem


def test_a_proposal_is_a_table_with_costs_by_goal():
    found = cadre.propose_rotation(three_for_two())
    assert found.to_dicts()[0] == {
        "cadre": 0,
        "required": True,
        "present": 0,
        "post": 1,
        "moves": True,
        "costs": {"fit": 3, "change": 0},
    }
    assert found.to_dicts()[2]["post"] is None
    assert found.to_dicts()[2]["costs"] is None
    assert (found.placed, found.required_placed) == (2, 2)
    assert found.costs == {"fit": 5, "change": 1}
    assert found.verify()


def test_a_shortage_names_who_competes_for_what_and_what_a_waiver_would_free():
    (shortage,) = cadre.propose_rotation(three_for_two()).shortages
    assert (shortage["cadres"], shortage["posts"]) == ([0, 2], [1])
    assert (shortage["seats"], shortage["short_by"], shortage["required"]) == (1, 1, True)
    assert shortage["waivers"] == {"same_rank": 1}
    assert shortage["refusing"] == ["same_rank", "age"]


def test_why_and_why_not_tell_what_a_wish_costs():
    found = cadre.propose_rotation(three_for_two())
    why = found.why(0)
    assert why is not None
    assert (why["required_lost"], why["costs"]) == (0, {"fit": 6, "change": 0})
    assert [(row["cadre"], row["post"]) for row in why["changes"]] == [(0, None), (2, 1)]
    assert found.why(2) is None
    why_not = found.why_not(2, 1)
    assert why_not is not None
    assert why_not["costs"] == {"fit": 6, "change": 0}
    with pytest.raises(ValueError, match="no such option"):
        found.why_not(2, 2)


def test_the_best_plans_come_in_order():
    plans = cadre.propose_rotation(three_for_two()).best(4)
    assert [(plan.placed, plan.costs["fit"]) for plan in plans] == [(2, 5), (2, 11), (1, 2), (1, 3)]
    assert not plans[1].verify()


@pytest.mark.parametrize("far", [1, 1 << 40])
def test_goals_so_far_apart_that_they_need_stages_are_ranked_too(far: int):
    pick = random.Random(5)
    problem = cadre.RotationProblem(["fit", "change", "distance"])
    costs: dict[tuple[int, int], tuple[int, ...]] = {}
    for place in range(3):
        problem.add_post()
        problem.add_cadre(place)
    for cadre_, post in itertools.product(range(3), range(3)):
        costs[cadre_, post] = tuple(pick.choice([0, 1, far]) for _ in range(3))
        problem.add_option(cadre_, post, costs[cadre_, post])
    found = cadre.propose_rotation(problem)
    sums = sorted(
        tuple(sum(costs[cadre_, post][goal] for cadre_, post in enumerate(order)) for goal in range(3))
        for order in itertools.permutations(range(3))
    )
    assert [tuple(plan.costs.values()) for plan in found.best(6)] == sums
    assert len(found.prices) == (1 if far == 1 else 3)


def test_short_chains_and_cycles_tell_how_far_the_best_plan_is_ahead():
    ring = cadre.RotationProblem()
    for place in range(4):
        ring.add_post()
        ring.add_cadre(place, required=True)
        ring.add_option(place, (place + 1) % 4)
    ring.add_option(1, 0)
    found = cadre.propose_bounded_rotation(ring, longest=2)
    assert found.proven
    assert [(row["circuit"], row["cadre"], row["post"]) for row in found.to_dicts()] == [(0, 0, 1), (0, 1, 0)]
    assert (found.required_placed, found.unbounded.required_placed) == (2, 4)
    assert "cycle: cadre 0" in found.to_text()


def test_text_is_in_both_languages():
    found = cadre.propose_rotation(three_for_two())
    assert "Verified: by the rules and goals that were given, no plan is better." in found.to_text()
    assert "Đã kiểm chứng" in found.to_text("vi")


def test_bad_input_is_refused():
    problem = cadre.RotationProblem(["fit"], rules=["age"])
    problem.add_post()
    problem.add_cadre()
    with pytest.raises(ValueError, match="same length"):
        problem.add_option(0, 0)
    with pytest.raises(ValueError, match='no rule "rank"'):
        problem.refuse(0, 0, ["rank"])
    problem.add_option(0, 7, [1])
    with pytest.raises(cadre.Error, match="position 7"):
        cadre.propose_rotation(problem)


def test_a_goal_may_have_the_name_of_a_column():
    problem = cadre.RotationProblem(["moves", "cadre"])
    problem.add_post()
    problem.add_cadre(required=True)
    problem.add_option(0, 0, [5, 7])
    found = cadre.propose_rotation(problem)
    (row,) = found.to_dicts()
    assert (row["moves"], row["cadre"], row["costs"]) == (True, 0, {"moves": 5, "cadre": 7})
    why = found.why(0)
    assert why is not None
    assert [(change["cadre"], change["moves"]) for change in why["changes"]] == [(0, False)]
    (move,) = cadre.propose_bounded_rotation(problem).to_dicts()
    assert (move["moves"], move["cadre"], move["costs"]) == (True, 0, {"moves": 5, "cadre": 7})


def test_goals_are_distinct():
    with pytest.raises(ValueError, match='two goals "fit"'):
        cadre.RotationProblem(["fit", "fit"])


def test_negative_steps_are_refused():
    with pytest.raises(cadre.Error, match="the limit of steps is -1: give 0 or more"):
        cadre.propose_bounded_rotation(cadre.RotationProblem(), work_limit=-1)
