"""The units of the synthetic city and what became of them: the absorption of 2008 and the split of December 2013."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

ABSORPTION = date(2008, 8, 1)
SPLIT = date(2013, 12, 27)

DEPARTMENTS = 24
ABSORBED_DEPARTMENTS = 12
DEPARTMENT_KIND = "Sở, ban, ngành"
DEPARTMENT_SECTORS = ["Đảng", "Chính quyền", "Chính quyền", "Mặt trận và đoàn thể", "Nội chính", "Sự nghiệp"]
# Without the district that was split and what it was split into.
DISTRICTS = [("Quận", 10), ("Huyện", 17), ("Thị xã", 1)]
COMMUNES = [("Xã", 386), ("Phường", 154), ("Thị trấn", 21)]
# Of the district that was split: 15 communes and a township became 23 wards.
CONVERTED = 9
DIVIDED = 7


@dataclass
class Unit:
    id: str
    name: str
    tier: str
    kind: str
    sector: str = "Chính quyền"
    parent: str = ""
    begin: date | None = None
    end: date | None = None

    def exists_on(self, day: date) -> bool:
        return (self.begin is None or self.begin <= day) and (self.end is None or day < self.end)


@dataclass
class Succession:
    old: Unit
    new: Unit
    day: date
    kind: str


@dataclass
class Units:
    all: list[Unit] = field(default_factory=list)
    successions: list[Succession] = field(default_factory=list)
    # The units whose seats are filled: those that exist at the end.
    departments: list[Unit] = field(default_factory=list)
    districts: list[Unit] = field(default_factory=list)
    communes: list[Unit] = field(default_factory=list)
    # The unit that a later one took the people of: by the later one's id.
    predecessors: dict[str, Unit] = field(default_factory=dict)
    # Wards cut off from a divided commune, to which nobody came with the commune.
    cut_off: set[str] = field(default_factory=set)

    def add(self, unit: Unit) -> Unit:
        self.all.append(unit)
        return unit

    def succeed(self, old: Unit, new: Unit, day: date, kind: str) -> None:
        self.successions.append(Succession(old, new, day, kind))


def build_units(scale: float) -> Units:
    def scaled(count: int) -> int:
        return max(1, round(count * scale))

    units = Units()
    city = Unit("U0000", "Thành phố giả lập", "Thành phố", "Thành phố trực thuộc trung ương")
    units.add(city)
    for number in range(scaled(DEPARTMENTS)):
        sector = DEPARTMENT_SECTORS[number % len(DEPARTMENT_SECTORS)]
        name = f"Sở giả lập {number + 1}"
        units.departments.append(units.add(Unit(f"U1{number:03}", name, "Thành phố", DEPARTMENT_KIND, sector, city.id)))
    for label, count in DISTRICTS:
        for _ in range(scaled(count)):
            number = len(units.all)
            name = f"{label} giả lập {number}"
            units.districts.append(units.add(Unit(f"U2{number:03}", name, "Huyện", label, parent=city.id)))
    add_communes(units, scaled)
    absorb_province(units, city, scaled(ABSORBED_DEPARTMENTS))
    split_district(units, city, scaled(CONVERTED), scaled(DIVIDED))
    return units


def add_communes(units: Units, scaled: Callable[[int], int]) -> None:
    urban = [unit for unit in units.districts if unit.kind != "Huyện"]
    rural = [unit for unit in units.districts if unit.kind == "Huyện"]
    for label, count in COMMUNES:
        parents = urban if label == "Phường" else rural
        for number in range(scaled(count)):
            parent = parents[number % len(parents)].id
            units.communes.append(add_commune(units, label, parent))


def add_commune(units: Units, label: str, parent: str, begin: date | None = None, end: date | None = None) -> Unit:
    number = len(units.all)
    return units.add(
        Unit(f"U3{number:03}", f"{label} giả lập {number}", "Xã", label, parent=parent, begin=begin, end=end)
    )


def absorb_province(units: Units, city: Unit, departments: int) -> None:
    """A province and its departments merge into the city and its departments."""
    province = units.add(Unit("U0001", "Tỉnh giả lập (cũ)", "Tỉnh", "Tỉnh", end=ABSORPTION))
    units.succeed(province, city, ABSORPTION, "Sáp nhập")
    for number, department in enumerate(units.departments[:departments]):
        name = f"Sở tỉnh giả lập {number + 1} (cũ)"
        old = Unit(f"U4{number:03}", name, "Tỉnh", DEPARTMENT_KIND, department.sector, province.id, end=ABSORPTION)
        units.succeed(units.add(old), department, ABSORPTION, "Nhập")
        units.predecessors[department.id] = old


def split_district(units: Units, city: Unit, converted: int, divided: int) -> None:
    """A rural district becomes two urban ones; of its communes some become wards, others two wards each."""
    old = units.add(Unit("U2900", "Huyện giả lập (cũ)", "Huyện", "Huyện", parent=city.id, end=SPLIT))
    new = [
        units.add(Unit(f"U290{n}", f"Quận giả lập mới {n}", "Huyện", "Quận", parent=city.id, begin=SPLIT))
        for n in (1, 2)
    ]
    units.districts += new
    for district in new:
        units.succeed(old, district, SPLIT, "Chia tách")
    # The district's people went on in the first of the two.
    units.predecessors[new[0].id] = old
    units.cut_off.add(new[1].id)
    for number in range(converted + divided):
        # The last one is the township.
        label = "Thị trấn" if number == converted + divided - 1 else "Xã"
        commune = add_commune(units, label, old.id, end=SPLIT)
        wards = [
            add_commune(units, "Phường", new[number % 2].id, begin=SPLIT) for _ in range(1 + (number >= converted))
        ]
        for ward in wards:
            units.succeed(commune, ward, SPLIT, "Thành lập phường" if len(wards) == 1 else "Chia tách")
        units.predecessors[wards[0].id] = commune
        units.cut_off.update(ward.id for ward in wards[1:])
        units.communes += wards
