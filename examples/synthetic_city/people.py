"""The cadres of the synthetic city from before 2013 to the end of 2015: who held which seat, who left, who came."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from .seats import STAFF_TITLE, Seat, post_id
from .units import SPLIT, Unit, Units

FIRST = date(2013, 12, 31)
LAST = date(2015, 12, 31)

CHANGED_HANDS = 0.18
FILLED_FROM_COMMUNES = 0.3
WITHOUT_OWN_RECORD = 3
RETIREMENT_YEARS = {"Nam": 60, "Nữ": 55}
YEAR = 365.25


@dataclass
class Spell:
    unit: Unit
    title: str
    begin: date
    end: date | None = None
    kind: str = "Bổ nhiệm"
    primary: bool = True
    post: str = ""
    end_reason: str = ""


@dataclass
class Level:
    """A level now, and until `gained` the one before."""

    now: str
    before: str = ""
    gained: date | None = None

    def on(self, day: date) -> str:
        return self.before if self.gained is not None and day < self.gained else self.now


@dataclass
class Cadre:
    id: str
    sex: str
    born: date
    joined: date
    party_day: date
    # From which day in which kind of seat of which unit; the first entry is when the cadre came into the list.
    places: list[tuple[date, str, Unit]]
    spells: list[Spell] = field(default_factory=list)
    left: date | None = None
    degree: Level = field(default_factory=lambda: Level("bachelor"))
    theory: Level = field(default_factory=lambda: Level("advanced"))
    degree_blank: bool = False

    def is_listed_on(self, day: date) -> bool:
        return self.places[0][0] <= day and (self.left is None or day < self.left)

    def group_on(self, day: date) -> str:
        return next(group for begin, group, _ in reversed(self.places) if begin <= day)

    def unit_on(self, day: date) -> Unit:
        return next(unit for begin, _, unit in reversed(self.places) if begin <= day)


def random_day(rng: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


class Staffing:
    """Fills the seats, then lets some of them change hands between the two snapshots."""

    def __init__(self, rng: random.Random, units: Units, seats: Sequence[Seat]) -> None:
        self.rng = rng
        self.units = units
        self.cadres: list[Cadre] = []
        # Earlier spells lie in communes that were there all the time.
        self.lasting = [unit for unit in units.communes if unit.begin is None]
        self.without_record = WITHOUT_OWN_RECORD
        self.holders = [(seat, self.first_holder(seat)) for seat in seats]
        changing = rng.sample(self.holders, round(len(self.holders) * CHANGED_HANDS))
        self.stable = [one for one in self.holders if one[0].group == "commune" and one not in changing]
        rng.shuffle(self.stable)
        for seat, holder in changing:
            self.change_hands(seat, holder)

    def new_cadre(self, seat: Seat, listed: date, left: date | None = None) -> Cadre:
        rng = self.rng
        sex = "Nữ" if rng.random() < (0.22 if seat.group == "commune" else 0.27) else "Nam"
        youngest = 34 if seat.group == "city" else 28
        born = LAST - timedelta(days=rng.randint(int((youngest + 2) * YEAR), int((RETIREMENT_YEARS[sex] - 1) * YEAR)))
        joined = born + timedelta(days=rng.randint(21 * 365, 25 * 365))
        party_day = min(joined + timedelta(days=rng.randint(300, 365 * 6)), date(2013, 6, 30))
        cadre = Cadre(f"C{len(self.cadres) + 1:06}", sex, born, joined, party_day, [(listed, seat.group, seat.unit)])
        cadre.left = left
        self.cadres.append(cadre)
        return cadre

    def first_holder(self, seat: Seat) -> Cadre:
        cadre = self.new_cadre(seat, date.min)
        rng = self.rng
        begin = random_day(rng, max(date(2006, 1, 1), cadre.joined + timedelta(days=400)), date(2013, 11, 30))
        old = self.units.predecessors.get(seat.unit.id)
        if seat.unit.id in self.units.cut_off:
            begin, old = SPLIT, None
        if seat.group == "city" and seat.unit.tier == "Thành phố" and old and rng.random() < 0.2:
            begin = max(random_day(rng, date(2004, 1, 1), date(2008, 6, 30)), cadre.joined + timedelta(days=400))
        self.earlier_spells(cadre, begin)
        self.take_seat(cadre, seat, begin, old)
        return cadre

    def earlier_spells(self, cadre: Cadre, end: date) -> None:
        rng = self.rng
        for _ in range(rng.choice([0, 1, 1, 2])):
            if rng.random() < 0.15:
                end -= timedelta(days=rng.randint(20, 200))  # a gap between two spells
            begin = end - timedelta(days=rng.randint(500, 1500))
            if begin < cadre.joined:
                return
            kind = rng.choice(["Bổ nhiệm", "Luân chuyển", "Điều động"])
            cadre.spells.insert(0, Spell(rng.choice(self.lasting), STAFF_TITLE, begin, end, kind))
            end = begin

    def take_seat(self, cadre: Cadre, seat: Seat, begin: date, old: Unit | None, kind: str = "Bổ nhiệm") -> None:
        day = old.end if old is not None else None
        crosses = day is not None and begin < day
        # Where the commune was divided, the file says to which ward each one came; for a few it does not.
        divided = crosses and seat.unit.tier != "Thành phố" and self.is_divided(old)
        recorded = divided
        if divided and seat.unit.tier == "Xã" and self.without_record > 0:
            self.without_record -= 1
            recorded = False
        for number, title in enumerate(seat.titles):
            post = post_id(seat.unit, title)
            first = number == 0
            if recorded:
                cadre.spells.append(Spell(old, title, begin, day, kind, first, "", "Sắp xếp tổ chức"))
                cadre.spells.append(Spell(seat.unit, title, day, None, "Sắp xếp lại tổ chức", first, post))
            elif crosses:
                cadre.spells.append(Spell(old, title, begin, None, kind, first))
            else:
                cadre.spells.append(Spell(seat.unit, title, begin, None, kind, first, post))

    def is_divided(self, unit: Unit) -> bool:
        return sum(one.old is unit for one in self.units.successions) > 1

    def change_hands(self, seat: Seat, holder: Cadre) -> None:
        day = random_day(self.rng, date(2014, 2, 1), date(2015, 11, 30))
        self.retire(holder, day)
        if seat.group == "city" and self.stable and self.rng.random() < FILLED_FROM_COMMUNES:
            vacated, promoted = self.stable.pop()
            end_spells(promoted, day, "Giữ chức vụ cao hơn")
            promoted.places.append((day, seat.group, seat.unit))
            self.take_seat(promoted, seat, day, None, self.rng.choice(["Bổ nhiệm", "Luân chuyển"]))
            self.newcomer(vacated, day)
        else:
            self.newcomer(seat, day)

    def retire(self, cadre: Cadre, day: date) -> None:
        years = RETIREMENT_YEARS[cadre.sex]
        shift = day - timedelta(days=int(years * YEAR) + self.rng.randint(0, 90)) - cadre.born
        cadre.born += shift
        cadre.joined += shift
        cadre.party_day += shift
        cadre.left = day
        end_spells(cadre, day, "Nghỉ hưu")

    def newcomer(self, seat: Seat, day: date) -> None:
        cadre = self.new_cadre(seat, day)
        self.earlier_spells(cadre, day)
        self.take_seat(cadre, seat, day, None)


def end_spells(cadre: Cadre, day: date, reason: str) -> None:
    for spell in cadre.spells:
        if spell.end is None:
            spell.end = day
            spell.end_reason = reason
