"""Planning pools of the synthetic city: who is planned to lead its districts in the term 2015–2020."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .people import FIRST, LAST, Cadre, random_day
from .seats import Seat, post_id
from .units import Unit

TERM = (date(2015, 10, 1), date(2020, 10, 1))
LEADING_TITLES = ["Bí thư", "Chủ tịch UBND"]
PLANNED_SINCE = date(2012, 3, 1)
MOST_CANDIDATES = 4


@dataclass
class Place:
    """One cadre in a pool."""

    cadre: Cadre
    added: date
    removed: date | None
    decision: str


@dataclass
class Pool:
    id: str
    post: str
    unit: Unit
    tier: str
    # The day of the last review, by the day of the snapshot; none where it was never reviewed.
    reviewed: dict[date, date | None]
    places: list[Place]


@dataclass
class Action:
    """Training, rotation or placement that a planned cadre was given."""

    cadre: Cadre
    kind: str
    begin: date
    end: date | None


def build_pools(rng: random.Random, cadres: Sequence[Cadre], seats: Sequence[Seat]) -> list[Pool]:
    led = {
        (seat.unit.id, title): seat.unit
        for seat in seats
        for title in seat.titles
        if seat.group == "city" and title in LEADING_TITLES
    }
    by_unit: dict[str, list[Cadre]] = {}
    for cadre in cadres:
        if cadre.group_on(LAST) == "city" and cadre.is_listed_on(FIRST):
            by_unit.setdefault(cadre.unit_on(LAST).id, []).append(cadre)
    pools = []
    for number, ((unit_id, title), unit) in enumerate(sorted(led.items(), key=lambda item: item[0])):
        places = list(places_in(rng, by_unit.get(unit_id, []), title))
        reviewed = {day: review_before(rng, day) for day in (FIRST, LAST)}
        pools.append(Pool(f"QH{number + 1:03}", post_id(unit, title), unit, "Cấp huyện", reviewed, places))
    return pools


def places_in(rng: random.Random, staff: Sequence[Cadre], title: str) -> Iterable[Place]:
    others = [cadre for cadre in staff if all(spell.title != title for spell in cadre.spells)]
    for cadre in rng.sample(others, min(len(others), rng.choice([0, 1, 2, 2, 3, MOST_CANDIDATES]))):
        added = random_day(rng, PLANNED_SINCE, date(2015, 11, 1))
        removed = random_day(rng, added, LAST) if rng.random() < 0.06 else None
        yield Place(cadre, added, removed, f"{rng.randint(100, 999)}-QĐ/TU")


def review_before(rng: random.Random, day: date) -> date | None:
    """Most pools are reviewed in the last quarter of the year, some were forgotten."""
    kind = rng.random()
    if kind < 0.03:
        return None
    year = day.year - 1 if kind < 0.12 else day.year
    return random_day(rng, date(year, 10, 1), date(year, 12, 20))


def build_actions(rng: random.Random, pools: Sequence[Pool]) -> list[Action]:
    planned = {place.cadre.id: place for pool in pools for place in pool.places}
    actions = []
    for place in planned.values():
        if rng.random() < 0.2:
            continue
        begin = random_day(rng, place.added, date(2016, 6, 1))
        kind = rng.choice(["Đào tạo, bồi dưỡng", "Đào tạo, bồi dưỡng", "Luân chuyển", "Bố trí, sử dụng"])
        end = random_day(rng, begin, date(2017, 12, 31)) if kind == "Đào tạo, bồi dưỡng" else None
        actions.append(Action(place.cadre, kind, begin, end))
    return actions
