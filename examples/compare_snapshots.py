"""Compares the targets of hanoi-2011 at the snapshots of a city: what each review says, who moved between cohorts,
and which of the programme's reports had been handed over by then.

    python examples/compare_snapshots.py CITY EARLIER_MAPPING LATER_MAPPING

CITY is the folder that synthetic_roster.py writes; the mappings differ in their snapshot date.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import cadre
from cadre.sheets import read_roster

VERDICTS = {"met": "met", "not_met": "not met", "undetermined": "open"}
BEFORE_THE_SPLIT = date(2013, 12, 26)
EARLIER = date(2013, 12, 31)
LATER = date(2015, 12, 31)
COHORTS = ["ward_key_degree", "rural_commune_key_degree"]


def load_snapshot(city: Path, mapping: Path, day: date) -> cadre.Roster:
    tables = read_roster(city / day.isoformat(), lambda rows, _: rows)
    return cadre.Roster.from_arrow(tables, mapping)


def review(pack: cadre.Pack, roster: cadre.Roster, day: date) -> list[dict]:
    found = pack.assess(roster, as_of=day)
    rows = zip(found, found.to_dicts(), strict=True)
    return [{**row, "least": target.least, "greatest": target.greatest} for target, row in rows]


def result_text(target: dict) -> str:
    least, greatest = target["least"], target["greatest"]
    if target["undecided"] == "year_not_begun":
        return "–"
    if least is None or greatest is None:
        return VERDICTS[target["verdict"]]
    bounds = [bound_text(bound, target["threshold"]) for bound in dict.fromkeys([least, greatest])]
    return f"{'–'.join(bounds)} {VERDICTS[target['verdict']]}"


def bound_text(bound: Fraction, threshold: str) -> str:
    """As in the review: a share is cut after one decimal, so that it never looks like more."""
    return f"{math.floor(bound * 1000) / 10:g} %" if "%" in threshold else str(bound)


def print_table(rows: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def print_targets(reviews: dict[date, list[dict]]) -> None:
    rows = [["Target", "Required", *(f"as of {day}" for day in reviews)]]
    for at in zip(*reviews.values(), strict=True):
        name = at[0]["id"] + (f" {at[0]['year']}" if at[0]["year"] else "")
        rows.append([name, at[0]["threshold"], *map(result_text, at)])
    print_table(rows)


def print_cohorts(reviews: dict[date, list[dict]]) -> None:
    rows = [["Cadres in the cohort of", *map(str, reviews)]]
    for cohort in COHORTS:
        sizes = []
        for targets in reviews.values():
            target = next(one for one in targets if one["id"] == cohort)
            certain = sum(target[count] for count in VERDICTS)
            perhaps = sum(target[f"maybe_{count}"] for count in VERDICTS)
            sizes.append(f"{certain} (perhaps {perhaps} more)")
        rows.append([cohort, *sizes])
    print_table(rows)


def read_deliveries(path: Path) -> list[tuple[str, int, str | None]]:
    with open(path, encoding="utf-8", newline="") as file:
        return [(row["deliverable"], int(row["year"]), row["delivered"] or None) for row in csv.DictReader(file)]


def print_deliveries(pack: cadre.Pack, deliveries: list[tuple[str, int, str | None]], day: date) -> None:
    known = [(name, year, made) for name, year, made in deliveries if year <= day.year]
    due = pack.deliverables(as_of=day, records=known).to_dicts()
    years = sorted({one["year"] for one in due if one["year"] is not None and one["year"] <= day.year})
    states = Counter((one["state"], one["year"]) for one in due)
    rows = [["Reports due in the year", *map(str, years)]]
    for state in ("delivered", "delivered_late", "overdue", "outstanding", "not_recorded"):
        rows.append([state.replace("_", " "), *(str(states[state, year]) for year in years)])
    print_table(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the targets of hanoi-2011 at two snapshots.")
    parser.add_argument("city", type=Path)
    parser.add_argument("earlier_mapping", type=Path)
    parser.add_argument("later_mapping", type=Path)
    arguments = parser.parse_args()
    pack = cadre.load_pack("hanoi-2011")
    earlier = load_snapshot(arguments.city, arguments.earlier_mapping, EARLIER)
    later = load_snapshot(arguments.city, arguments.later_mapping, LATER)
    snapshots = [(earlier, BEFORE_THE_SPLIT), (earlier, EARLIER), (later, LATER)]
    reviews = {day: review(pack, roster, day) for roster, day in snapshots}
    print_targets({day: reviews[day] for day in (EARLIER, LATER)})
    print()
    print_cohorts(reviews)
    print()
    print_deliveries(pack, read_deliveries(arguments.city / "deliveries.csv"), LATER)


if __name__ == "__main__":
    main()
