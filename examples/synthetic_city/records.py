"""What lies in a cadre's file besides posts: yearly ratings, courses, disciplines, and the training of the reserve."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .people import FIRST, LAST, Cadre, random_day

RATINGS = ["Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành", "Không hoàn thành"]
RATING_WEIGHTS = [18, 64, 16, 2]
DISCIPLINES = 60
FORMS = ["Khiển trách", "Khiển trách", "Cảnh cáo", "Cách chức"]

# Five classes for the city; README.md says what is published of them.
CITY_TRAINEES = 486
GRASSROOTS_TRAINEES = 497
TWO_COURSES = 30
COMPLETION_UNKNOWN = 14
NOT_IN_ROSTER = 12
UNKNOWN = "chưa rõ"


@dataclass
class Rating:
    cadre: Cadre
    year: int
    rating: str


@dataclass
class Discipline:
    cadre: Cadre
    decided: date
    authority: str
    form: str
    organisation_reviewed: str
    head_reviewed: str


@dataclass
class Training:
    cadre: Cadre
    course: str
    kind: str
    begin: date
    end: date
    theory: str = ""


@dataclass
class Trainee:
    cadre: str
    course: str
    group: str
    begin: date
    completed: date | None
    completion_unknown: bool = False


def ratings(rng: random.Random, cadres: Sequence[Cadre]) -> list[Rating]:
    found = []
    for cadre in cadres:
        for year in range(max(2011, cadre.joined.year + 1), 2016):
            if rng.random() >= 0.03:
                text = "" if rng.random() < 0.01 else rng.choices(RATINGS, RATING_WEIGHTS)[0]
                found.append(Rating(cadre, year, text))
    return found


def disciplines(rng: random.Random, cadres: Sequence[Cadre], scale: float) -> list[Discipline]:
    """Some say nothing of the organisation's or the head's responsibility, some say that it was not reviewed."""
    found = []
    for cadre in rng.sample(cadres, round(DISCIPLINES * scale)):
        decided = random_day(rng, date(2011, 1, 10), LAST)
        authority = rng.choice(["Đảng", "Chính quyền"])
        reviewed = rng.choices(["x", "không", ""], [78, 12, 10], k=2)
        found.append(Discipline(cadre, decided, authority, rng.choice(FORMS), *reviewed))
    return found


def trainings(rng: random.Random, cadres: Sequence[Cadre]) -> list[Training]:
    courses = {"elementary": ("Sơ cấp", 30), "intermediate": ("Trung cấp", 400), "advanced": ("Cao cấp", 540)}
    found = []
    for cadre in cadres:
        label, days = courses[cadre.theory.now]
        end = cadre.theory.gained
        if end is None:
            end = random_day(rng, max(date(2000, 1, 1), cadre.joined + timedelta(days=600)), date(2013, 6, 30))
        course = f"Lớp {label.lower()} lý luận chính trị"
        found.append(Training(cadre, course, "LLCT", end - timedelta(days=days), end, label))
        if rng.random() < 0.4:
            begin = random_day(rng, date(2009, 3, 1), date(2015, 8, 1))
            kind = rng.choice(["QLNN", "Chuyên môn", "QPAN", "Tin học"])
            found.append(Training(cadre, "Lớp bồi dưỡng", kind, begin, begin + timedelta(days=rng.randint(10, 90))))
    return found


def trainees(rng: random.Random, cadres: Sequence[Cadre], scale: float) -> list[Trainee]:
    lasting = [c for c in cadres if c.is_listed_on(FIRST) and c.is_listed_on(LAST)]
    found: list[Trainee] = []
    for group, label, count in (("city", "Thành phố", CITY_TRAINEES), ("commune", "Cơ sở", GRASSROOTS_TRAINEES)):
        members = [c for c in lasting if c.group_on(FIRST) == group]
        unknown = round(COMPLETION_UNKNOWN / 2 * scale)
        chosen = rng.sample(members, round(count * scale) + unknown)
        for number, cadre in enumerate(chosen):
            one = enrol(rng, cadre.id, label, number % 5)
            one.completion_unknown = number < unknown
            found.append(one)
        for cadre in rng.sample(chosen[unknown:], round(TWO_COURSES / 2 * scale)):
            found.append(enrol(rng, cadre.id, label, 4))
    for number in range(round(NOT_IN_ROSTER * scale)):
        found.append(enrol(rng, f"C9{number:05}", "Cơ sở", number % 5))
    return found


def enrol(rng: random.Random, cadre: str, group: str, year: int) -> Trainee:
    begin = date(2011 + year, 1 + rng.randint(2, 4), 15)
    completed = begin + timedelta(days=rng.randint(200, 230))
    return Trainee(cadre, f"Lớp nguồn {group.lower()} khóa {year + 1}", group, begin, completed)
