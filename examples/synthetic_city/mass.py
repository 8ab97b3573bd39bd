"""Bases of the Fatherland Front and the mass organisations, and which of them were weak."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from .party import Appraisal
from .units import Unit, Units

KINDS = ["MTTQ", "Đoàn Thanh niên", "Hội LHPN", "Hội Nông dân", "Hội CCB"]
# Weak bases, and ratings that are not known: falling, with one year in which they rise and one that stays open.
WEAK = {2010: 104, 2011: 96, 2012: 85, 2013: 90, 2014: 86, 2015: 61}
NOT_KNOWN = {2010: 0, 2011: 0, 2012: 2, 2013: 0, 2014: 9, 2015: 4}
OTHER_RATINGS = ["Vững mạnh", "Hoàn thành tốt", "Hoàn thành"]
OTHER_WEIGHTS = [60, 30, 10]


@dataclass
class Base:
    id: str
    kind: str
    unit: Unit
    begin: date
    appraisals: list[Appraisal] = field(default_factory=list)


def build_bases(rng: random.Random, units: Units, scale: float) -> list[Base]:
    places = [(unit, kind) for unit in units.communes for kind in KINDS]
    found = [Base(f"CS{n + 1:05}", kind, unit, unit.begin or date.min) for n, (unit, kind) in enumerate(places)]
    weak: list[Base] = []
    for year in WEAK:
        present = [one for one in found if one.begin <= date(year, 6, 30)]
        count = round(WEAK[year] * scale)
        # Who was weak tends to stay so.
        weak = rng.sample(weak, min(len(weak), round(count * 0.7)))
        weak += rng.sample([one for one in present if one not in weak], count - len(weak))
        unknown = rng.sample([one for one in present if one not in weak], round(NOT_KNOWN[year] * scale))
        for one in present:
            one.appraisals.append(Appraisal(year, rng.choices(OTHER_RATINGS, OTHER_WEIGHTS)[0]))
        for one in weak:
            one.appraisals[-1].rating = "Yếu kém"
        for one in unknown:
            one.appraisals[-1].rating = ""
    return found
