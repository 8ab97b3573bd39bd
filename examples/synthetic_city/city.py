"""Everything that is true of the synthetic city, before anybody writes it down."""

from __future__ import annotations

import random
from dataclasses import dataclass

from . import records
from .levels import set_levels
from .mass import Base, build_bases
from .party import Party, build_party
from .people import Cadre, Staffing
from .pools import Action, Pool, build_actions, build_pools
from .seats import Seat, build_seats
from .units import Units, build_units


@dataclass
class City:
    units: Units
    seats: list[Seat]
    cadres: list[Cadre]
    ratings: list[records.Rating]
    disciplines: list[records.Discipline]
    trainings: list[records.Training]
    trainees: list[records.Trainee]
    party: Party
    bases: list[Base]
    pools: list[Pool]
    actions: list[Action]


def build_city(seed: int, scale: float) -> City:
    # A generator a concept: more of one thing leaves the others as they were.
    def rng(concept: str) -> random.Random:
        return random.Random(f"{seed} {concept}")

    units = build_units(scale)
    seats = build_seats(units, scale)
    cadres = Staffing(rng("people"), units, seats).cadres
    set_levels(rng("levels"), cadres)
    pools = build_pools(rng("pools"), cadres, seats)
    return City(
        units,
        seats,
        cadres,
        records.ratings(rng("ratings"), cadres),
        records.disciplines(rng("disciplines"), cadres, scale),
        records.trainings(rng("trainings"), cadres),
        records.trainees(rng("trainees"), cadres, scale),
        build_party(rng("party"), units, scale),
        build_bases(rng("mass"), units, scale),
        pools,
        build_actions(rng("actions"), pools),
    )
