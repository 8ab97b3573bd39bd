"""What `cadre timeline` and `cadre forecast` do."""

from __future__ import annotations

import argparse
import calendar
import datetime
import itertools
import json
from collections.abc import Iterable
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_law, read_number
from cadre.cli.refusals import refusal
from cadre.cli.texts import text

MOST_MONTHS = 1200


def timeline(options: argparse.Namespace) -> str:
    first = read_day("--first", options.first, options.lang)
    last = read_day("--last", options.last, options.lang)
    row = read_number("--row", options.row, options.lang)
    pack = cadre.load_pack(options.pack)
    found = pack.timeline(options.criterion, read(options), row=row, first=first, last=last, **read_law(options))
    return written_out(found.to_dicts()) if options.format == "json" else found.to_text(options.lang)


def forecast(options: argparse.Namespace) -> str:
    first = read_day("--first", options.first, options.lang)
    months = read_number("--months", options.months, options.lang)
    if not 1 <= months <= MOST_MONTHS:
        raise refusal("too_many_months", options.lang, most=MOST_MONTHS)
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    criteria = {"criteria": options.criterion} if options.criterion else {}
    found = pack.forecast(
        read(options), list(month_after_month(first, months)), **criteria, **read_law(options), threads=threads
    )
    rows = found.to_dicts()
    return written_out(rows) if options.format == "json" else forecast_text(pack, rows, options.lang)


def month_after_month(first: datetime.date, months: int) -> Iterable[datetime.date]:
    """The same day of each month, or the last of a month that does not have it."""
    for month in range(first.month - 1, first.month - 1 + months):
        year, of_year = first.year + month // 12, month % 12 + 1
        yield first.replace(year, of_year, min(first.day, calendar.monthrange(year, of_year)[1]))


def forecast_text(pack: cadre.Pack, rows: list[dict[str, Any]], lang: str) -> str:
    titles = {criterion.id: criterion.title(lang) for criterion in pack.criteria}
    columns = ("met", "not_met", "undetermined")
    lines = []
    by_criterion = sorted(rows, key=lambda row: (list(titles).index(row["criterion"]), row["day"]))
    for criterion, days in itertools.groupby(by_criterion, key=lambda row: str(row["criterion"])):
        lines += [titles[criterion], f"{'':10}" + "".join(f"  {text(key, lang):>13}" for key in columns)]
        for day in days:
            numbers = [str(day[key]) if day["in_force"] else "–" for key in columns]
            remark = "" if day["in_force"] else f"  {text('not_in_force', lang)}"
            lines.append(str(day["day"]) + "".join(f"  {number:>13}" for number in numbers) + remark)
        lines.append("")
    return "\n".join(lines)


def written_out(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n"
