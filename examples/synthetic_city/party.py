"""Party organisations, members and admissions of the synthetic city, with their yearly ratings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from .levels import share
from .people import LAST, random_day
from .units import SPLIT, Unit, Units

CELLS = 816
CELLS_UNDER_COMMITTEES = 100
MEMBERS = 20_000
YEARS = range(2011, 2016)

# Shares of the rated organisations that are clean and strong: free choices on both sides of the bound. What
# remains is divided as published: 10.22 : 1.42 : 0.39.
CLEAN_AND_STRONG = {2011: 0.730, 2012: 0.765, 2013: 0.750, 2014: 0.780, 2015: 0.800}
REST_OF_ORGANISATIONS = (["Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Yếu kém"], [10.22, 1.42, 0.39])
RATINGS_NOT_GIVEN = {2011: 0.002, 2012: 0.004, 2013: 0.015, 2014: 0.004, 2015: 0.003}
# Shares of the rated members: excellent is 13.00 of 93.42, and what remains is 5.84 : 0.73.
GOOD_MEMBERS = {2011: 0.685, 2012: 0.710, 2013: 0.725, 2014: 0.735, 2015: 0.750}
EXCELLENT_AMONG_GOOD = 13.00 / 93.42
REST_OF_MEMBERS = (["Đủ tư cách, hoàn thành nhiệm vụ", "Vi phạm tư cách, không hoàn thành nhiệm vụ"], [5.84, 0.73])
DEFERRED = 0.045
NOT_SUBJECT = 0.03
RATED_TWICE = 3
ADMISSIONS = {2010: 9_400, 2011: 9_640, 2012: 9_978, 2013: 10_215, 2014: 10_480, 2015: 10_730}
UNDATED_ADMISSIONS = 36
MONTH_ONLY_ADMISSIONS = 40


@dataclass
class Appraisal:
    year: int
    rating: str
    status: str = "Đã xếp loại"


@dataclass
class Organisation:
    id: str
    kind: str
    unit: Unit
    begin: date
    appraisals: list[Appraisal] = field(default_factory=list)


@dataclass
class Member:
    id: str
    organisation: Organisation
    admitted: date
    left: date | None = None
    appraisals: list[Appraisal] = field(default_factory=list)


@dataclass
class Admission:
    day: date
    organisation: Organisation
    undated: bool = False
    month_only: bool = False


@dataclass
class Party:
    organisations: list[Organisation]
    members: list[Member]
    admissions: list[Admission]


def build_party(rng: random.Random, units: Units, scale: float) -> Party:
    organisations = build_organisations(rng, units, scale)
    members = build_members(rng, organisations, scale)
    return Party(organisations, members, build_admissions(rng, organisations, scale))


def build_organisations(rng: random.Random, units: Units, scale: float) -> list[Organisation]:
    found: list[Organisation] = []

    def add(kind: str, unit: Unit) -> None:
        found.append(Organisation(f"TC{len(found) + 1:05}", kind, unit, unit.begin or date.min))

    for unit in units.communes:
        add("Đảng bộ cơ sở", unit)
    offices = [*units.departments, *(unit for unit in units.districts if unit.begin is None)]
    for number in range(round(CELLS * scale)):
        add("Chi bộ cơ sở" if number % 3 else "Đảng bộ cơ sở", offices[number % len(offices)])
    for number in range(round(CELLS_UNDER_COMMITTEES * scale)):
        add("Chi bộ trực thuộc", units.communes[number % len(units.communes)])
    for year in YEARS:
        rate_organisations(rng, found, year)
    return found


def rate_organisations(rng: random.Random, organisations: Sequence[Organisation], year: int) -> None:
    present = [one for one in organisations if one.begin <= date(year, 12, 31)]
    deferred = {id(one) for one in present if one.begin.year == year}
    for one in present:
        if id(one) in deferred:
            one.appraisals.append(Appraisal(year, "", "Chưa xếp loại"))
    universe = [one for one in present if one.kind != "Chi bộ trực thuộc" and id(one) not in deferred]
    others = [one for one in present if one.kind == "Chi bộ trực thuộc" and id(one) not in deferred]
    for members in (universe, others):
        give(rng, members, year, CLEAN_AND_STRONG[year], ["TSVM"], REST_OF_ORGANISATIONS)
        for one in share(rng, members, RATINGS_NOT_GIVEN[year]):
            one.appraisals[-1].rating = ""


def give(rng: random.Random, members: Sequence, year: int, fraction: float, best: list[str], rest: tuple) -> None:
    """Exactly that fraction gets one of the best ratings, the others what remains by its weights."""
    chosen = {id(one) for one in share(rng, members, fraction)}
    for one in members:
        rating = rng.choice(best) if id(one) in chosen else rng.choices(*rest)[0]
        one.appraisals.append(Appraisal(year, rating))


def build_members(rng: random.Random, organisations: Sequence[Organisation], scale: float) -> list[Member]:
    found: list[Member] = []

    def add(admitted: date, left: date | None = None) -> None:
        organisation = rng.choice(organisations)
        found.append(Member(f"ĐV{len(found) + 1:06}", organisation, admitted, left))

    for _ in range(round(MEMBERS * scale)):
        admitted = random_day(rng, date(1970, 1, 1), date(2013, 12, 20))
        add(admitted, random_day(rng, date(2014, 1, 10), LAST) if rng.random() < 0.02 else None)
    for _ in range(round(MEMBERS * scale * 0.06)):
        add(random_day(rng, date(2014, 1, 5), date(2015, 12, 25)))
    for year in YEARS:
        rate_members(rng, found, year)
    for member in rng.sample(found, round(RATED_TWICE * scale)):
        member.appraisals.append(Appraisal(2012, "Hoàn thành tốt nhiệm vụ"))
    return found


def rate_members(rng: random.Random, members: Sequence[Member], year: int) -> None:
    end = date(year, 12, 31)
    present = [one for one in members if one.admitted <= end and (one.left is None or one.left > end)]
    rated = []
    for one in present:
        kind = rng.random()
        if kind < NOT_SUBJECT:
            one.appraisals.append(Appraisal(year, "", "Được miễn công tác, sinh hoạt"))
        elif kind < NOT_SUBJECT + DEFERRED:
            one.appraisals.append(Appraisal(year, "", "Chưa xếp loại"))
        else:
            rated.append(one)
    excellent = round(EXCELLENT_AMONG_GOOD * 1000)
    best = ["HTXSNV"] * excellent + ["Hoàn thành tốt nhiệm vụ"] * (1000 - excellent)
    give(rng, rated, year, GOOD_MEMBERS[year], best, REST_OF_MEMBERS)
    for one in share(rng, rated, RATINGS_NOT_GIVEN[year] / 2):
        one.appraisals[-1].rating = ""


def build_admissions(rng: random.Random, organisations: Sequence[Organisation], scale: float) -> list[Admission]:
    lasting = [one for one in organisations if one.begin < SPLIT]
    found = []
    for year, count in ADMISSIONS.items():
        for _ in range(round(count * scale)):
            found.append(Admission(date(year, 1, 3) + timedelta(days=rng.randint(0, 360)), rng.choice(lasting)))
    for one in rng.sample([one for one in found if one.day.year == 2010], round(UNDATED_ADMISSIONS * scale)):
        one.undated = True
    for one in rng.sample([one for one in found if not one.undated], round(MONTH_ONLY_ADMISSIONS * scale)):
        one.month_only = True
    found.sort(key=lambda one: one.day)
    return found
