"""Degrees and political theory of the cadres: what they have at the end, and what they gained after 2013."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from .people import FIRST, LAST, Cadre, Level, random_day

One = TypeVar("One")

# Of those in the list at the end of 2015; README.md says where the shares come from.
POSTGRADUATES = 0.36
DOCTORS_AMONG_THEM = 0.12
BLANK_DEGREES = {"postgraduate": 0.047, "other": 0.025}
WITHOUT_ADVANCED_THEORY = 0.025
WITHOUT_INTERMEDIATE_THEORY = 0.04
WITHOUT_DEGREE = {"Xã": 0.16, "Phường": 0.09, "Thị trấn": 0.09, "mass": 0.38}
# Of what was there at the end of 2015, so much was gained after 2013.
GAINED = {"master": 0.2, "commune degree": 0.1, "advanced": 0.05, "intermediate": 0.05}


def share(rng: random.Random, members: Sequence[One], fraction: float) -> list[One]:
    """Exactly that fraction of the members, chosen at random."""
    return rng.sample(members, round(len(members) * fraction))


def set_levels(rng: random.Random, cadres: Sequence[Cadre]) -> None:
    # Who left before the end is a population of their own: with what it had then, and nothing gained.
    for members in ([c for c in cadres if c.is_listed_on(LAST)], [c for c in cadres if not c.is_listed_on(LAST)]):
        set_city_levels(rng, [c for c in members if group_at_end(c) == "city"])
        set_commune_levels(rng, [c for c in members if group_at_end(c) == "commune"])
        set_mass_levels(rng, [c for c in members if group_at_end(c) == "mass"])
        for cadre in (c for c in members if group_at_end(c) == "staff"):
            cadre.theory = Level(rng.choice(["elementary", "intermediate", "advanced"]))
            cadre.degree = Level(rng.choice(["bachelor", "bachelor", "bachelor", "master"]))
    for cadre in cadres:
        if cadre.left is not None:
            cadre.degree = Level(cadre.degree.on(FIRST))
            cadre.theory = Level(cadre.theory.on(FIRST))


def group_at_end(cadre: Cadre) -> str:
    return cadre.places[-1][1]


def gain(rng: random.Random, level: Level, before: str) -> Level:
    # Courses end in summer or at the turn of the year.
    return Level(level.now, before, random_day(rng, date(2014, 1, 15), date(2015, 12, 20)))


def set_city_levels(rng: random.Random, city: Sequence[Cadre]) -> None:
    postgraduates = share(rng, city, POSTGRADUATES)
    for cadre in postgraduates:
        cadre.degree = Level("doctorate" if rng.random() < DOCTORS_AMONG_THEM else "master")
    for cadre in share(rng, [c for c in postgraduates if c.degree.now == "master"], GAINED["master"]):
        cadre.degree = gain(rng, cadre.degree, "bachelor")
    others = [c for c in city if c.degree.now == "bachelor"]
    blank = share(rng, postgraduates, BLANK_DEGREES["postgraduate"]) + share(rng, others, BLANK_DEGREES["other"])
    for cadre in blank:
        cadre.degree_blank = True
    lacking = share(rng, city, WITHOUT_ADVANCED_THEORY)
    for cadre in lacking:
        cadre.theory = Level("intermediate")
    for cadre in share(rng, [c for c in city if c.theory.now == "advanced"], GAINED["advanced"]):
        cadre.theory = gain(rng, cadre.theory, "intermediate")


def set_commune_levels(rng: random.Random, commune: Sequence[Cadre]) -> None:
    for cadre in commune:
        cadre.theory = Level("advanced" if rng.random() < 0.18 else "intermediate")
    for cadre in share(rng, [c for c in commune if c.theory.now == "intermediate"], GAINED["intermediate"]):
        cadre.theory = gain(rng, cadre.theory, "elementary")
    for cadre in share(rng, commune, WITHOUT_INTERMEDIATE_THEORY):
        cadre.theory = Level("elementary")
    for kind in ("Xã", "Phường", "Thị trấn"):
        members = [c for c in commune if c.places[-1][2].kind == kind]
        for cadre in share(rng, members, WITHOUT_DEGREE[kind]):
            cadre.degree = Level(rng.choice(["college", "vocational", "vocational"]))
    graduates = [c for c in commune if c.degree.now == "bachelor"]
    for cadre in share(rng, graduates, GAINED["commune degree"]):
        cadre.degree = gain(rng, cadre.degree, "vocational")
    for cadre in share(rng, [c for c in graduates if c.degree.gained is None], 0.05):
        cadre.degree = Level("master")


def set_mass_levels(rng: random.Random, mass: Sequence[Cadre]) -> None:
    for cadre in mass:
        cadre.theory = Level(rng.choice(["intermediate", "intermediate", "elementary"]))
    for cadre in share(rng, mass, WITHOUT_DEGREE["mass"]):
        cadre.degree = Level("vocational")
