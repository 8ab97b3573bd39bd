"""Which of the programme's reports the synthetic city has handed over, and when."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

# Deliverables of the pack hanoi-2011 that are due every year.
YEARLY = {
    "planning_review": range(2011, 2016),
    "committee_yearly_evaluation": range(2011, 2016),
    "steering_yearly_check": range(2011, 2016),
    "departments_yearly_review": range(2011, 2016),
    "city_departments_report": range(2011, 2016),
    "milestone_yearly_check": range(2012, 2015),
}
ON_TIME, LATE, OUTSTANDING, NOT_RECORDED = 70, 12, 8, 10


def write_deliveries(path: Path, rng: random.Random) -> None:
    """A blank day: not handed over yet; no row: nobody has said."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["deliverable", "year", "delivered"])
        for deliverable, years in YEARLY.items():
            for year in years:
                state = rng.choices(["in time", "late", "", None], [ON_TIME, LATE, OUTSTANDING, NOT_RECORDED])[0]
                if state is None:
                    continue
                first = date(year, 11, 20) if state == "in time" else date(year + 1, 1, 5)
                writer.writerow([deliverable, year, first + timedelta(days=rng.randint(0, 40)) if state else ""])
