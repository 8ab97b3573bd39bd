"""HiGHS as an oracle of plans in short chains and cycles, on instances that are too large to try all plans."""

from __future__ import annotations

import importlib.util
import random
from typing import NamedTuple

import cadre
import pytest

if importlib.util.find_spec("highspy") is None:
    pytest.skip("highspy is not installed: pip install cadre[highs]", allow_module_level=True)


class Option(NamedTuple):
    cadre: int
    post: int
    cost: int


class Instance(NamedTuple):
    seats: list[int]
    presents: list[int | None]
    required: list[bool]
    options: list[Option]

    def problem(self) -> cadre.RotationProblem:
        problem = cadre.RotationProblem(["fit"])
        for seats in self.seats:
            problem.add_post(seats)
        for present, required in zip(self.presents, self.required, strict=True):
            problem.add_cadre(present, required=required)
        for option in self.options:
            problem.add_option(option.cadre, option.post, [option.cost])
        return problem

    def gain(self, option: Option) -> int:
        """Of a move over staying: more required ones first, then more others who had no post, then cost."""
        if self.required[option.cadre]:
            return 1_000_000 - option.cost
        stays = [o.cost for o in self.options if o.cadre == option.cadre and o.post == self.presents[option.cadre]]
        return stays[0] - option.cost if stays else 1_000 - option.cost

    def moves(self) -> list[Option]:
        return [option for option in self.options if option.post != self.presents[option.cadre]]

    def spare(self, post: int) -> int:
        return self.seats[post] - self.presents.count(post)


def random_instance(seed: int) -> Instance:
    pick = random.Random(seed)
    posts = pick.randint(8, 14)
    presents: list[int | None] = list(range(posts))
    seats = [1 + (pick.random() < 0.15) for _ in range(posts)]
    presents += [pick.choice([None, pick.randrange(posts)]) for _ in range(pick.randint(0, 4))]
    for present in presents[posts:]:
        if present is not None:
            seats[present] += 1
    required = [present is not None and pick.random() < 0.6 for present in presents]
    options = []
    for who, present in enumerate(presents):
        for post in range(posts):
            if post == present:
                if not required[who]:
                    options.append(Option(who, post, 0))
            elif pick.random() < 3 / posts:
                options.append(Option(who, post, pick.randint(-2, 9)))
    return Instance(seats, presents, required, options)


def circuits(instance: Instance, longest: int) -> list[tuple[tuple[Option, ...], int | None]]:
    """Every chain and cycle, and the post whose spare seat a chain takes."""
    found: list[tuple[tuple[Option, ...], int | None]] = []

    def extend(way: tuple[Option, ...]) -> None:
        end = way[-1].post
        if instance.spare(end) > 0:
            found.append((way, end))
        if end == instance.presents[way[0].cadre] and way[0].cadre == min(o.cadre for o in way):
            found.append((way, None))
        if len(way) == longest:
            return
        taken = {option.cadre for option in way}
        for option in instance.moves():
            if option.cadre not in taken and instance.presents[option.cadre] == end:
                extend((*way, option))

    for option in instance.moves():
        extend((option,))
    return found


def best_by_highs(instance: Instance, longest: int) -> int:
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("mip_rel_gap", 0.0)
    known = circuits(instance, longest)
    taken = [solver.addBinary(obj=-sum(instance.gain(o) for o in way)) for way, _ in known]
    for who in range(len(instance.presents)):
        of = [taken[i] for i, (way, _) in enumerate(known) if any(o.cadre == who for o in way)]
        if of:
            solver.addConstr(sum(of) <= 1)
    for post in range(len(instance.seats)):
        into = [taken[i] for i, (_, spare) in enumerate(known) if spare == post]
        if into:
            solver.addConstr(sum(into) <= instance.spare(post))
    solver.minimize()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(-solver.getObjectiveValue())


@pytest.mark.parametrize("seed", range(40))
def test_highs_finds_no_better_plan_of_short_chains_and_cycles(seed: int):
    instance = random_instance(seed)
    longest = 2 + seed % 3
    found = cadre.propose_bounded_rotation(instance.problem(), longest=longest, work_limit=100_000_000)
    assert found.proven
    costs = {(option.cadre, option.post): option for option in instance.options}
    gain = sum(instance.gain(costs[row["cadre"], row["post"]]) for row in found.to_dicts())
    assert gain == best_by_highs(instance, longest)
