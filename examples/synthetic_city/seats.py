"""The seats that the cadres of the synthetic city hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .units import Unit, Units

COMMUNE_TITLES = [
    "Bí thư Đảng ủy",
    "Phó Bí thư Đảng ủy",
    "Chủ tịch HĐND",
    "Phó Chủ tịch HĐND",
    "Chủ tịch UBND",
    "Phó Chủ tịch UBND",
]
MERGED_TITLES = ["Bí thư Đảng ủy", "Chủ tịch HĐND"]
MASS_TITLES = ["Chủ tịch MTTQ", "Bí thư Đoàn", "Chủ tịch Hội LHPN", "Chủ tịch Hội Nông dân", "Chủ tịch Hội CCB"]
DISTRICT_TITLES = [
    "Bí thư",
    "Phó Bí thư",
    "Phó Bí thư",
    "Chủ tịch HĐND",
    "Phó Chủ tịch HĐND",
    "Phó Chủ tịch HĐND",
    "Chủ tịch UBND",
    "Phó Chủ tịch UBND",
    "Phó Chủ tịch UBND",
    "Phó Chủ tịch UBND",
    "Trưởng ban",
    "Phó Trưởng ban",
]
DEPARTMENT_TITLES = ["Giám đốc", "Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng"]
STAFF_TITLE = "Chuyên viên"
TITLES = [*COMMUNE_TITLES, *MASS_TITLES, *dict.fromkeys(DISTRICT_TITLES), *DEPARTMENT_TITLES, STAFF_TITLE]

MANAGED = 1000
STAFF = 150


@dataclass
class Seat:
    group: str  # "commune" (key cadres), "mass", "city" (managed by the city standing committee), "staff"
    unit: Unit
    titles: list[str]


def build_seats(units: Units, scale: float) -> list[Seat]:
    seats = [seat for number, unit in enumerate(units.communes) for seat in commune_seats(number, unit)]
    in_districts = [(title, unit) for title in DISTRICT_TITLES for unit in units.districts]
    for number in range(round(MANAGED * scale)):
        if number < len(in_districts):
            title, unit = in_districts[number]
            seats.append(Seat("city", unit, [title]))
        else:
            unit = units.departments[number % len(units.departments)]
            seats.append(Seat("city", unit, [DEPARTMENT_TITLES[number % len(DEPARTMENT_TITLES)]]))
    for number in range(round(STAFF * scale)):
        seats.append(Seat("staff", units.departments[number % len(units.departments)], [STAFF_TITLE]))
    return seats


def commune_seats(number: int, unit: Unit) -> Iterable[Seat]:
    merged = MERGED_TITLES if number % 10 == 0 else []
    if merged:
        yield Seat("commune", unit, merged)
    for title in COMMUNE_TITLES:
        if title not in merged:
            yield Seat("commune", unit, [title])
    if number % 3 != 0:
        yield Seat("mass", unit, [MASS_TITLES[number % len(MASS_TITLES)]])


def post_id(unit: Unit, title: str) -> str:
    return f"P{unit.id[1:]}{TITLES.index(title):02}"
