"""Arguments and files, read."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cadre
from cadre.cli.refusals import refusal
from cadre.cli.texts import text
from cadre.sheets import read_roster

FIRST_YEAR = 1400  #: of the calendar


def read(options: argparse.Namespace) -> cadre.Roster:
    return read_other(options.roster, options)


def read_other(source: Path, options: argparse.Namespace) -> cadre.Roster:
    """A roster besides the one that ROSTER names, with the same mapping."""
    require("pyarrow", options.lang)
    if has_xlsx(source):
        require("openpyxl", options.lang)
    return cadre.Roster.from_arrow(read_roster(source, progress_in(options.lang)), options.mapping)


def has_xlsx(source: Path) -> bool:
    files = source.iterdir() if source.is_dir() else [source]
    return any(path.suffix.lower() == ".xlsx" for path in files)


def require(module: str, lang: str) -> None:
    if find_spec(module) is None:
        raise refusal(f"no_{module}", lang)


def read_decision(options: argparse.Namespace) -> dict[str, Any]:
    """What a decision depends on besides roster and pack."""
    return {"as_of": read_day("--as-of", options.as_of, options.lang)} | read_law(options)


def read_law(options: argparse.Namespace) -> dict[str, Any]:
    """The part of a decision that holds for whichever day."""
    law: dict[str, Any] = {"strict_snapshot": options.strict_snapshot}
    if options.law_as_of is not None:
        law["law_as_of"] = read_day("--law-as-of", options.law_as_of, options.lang)
    return law


def read_day(option: str, value: str, lang: str) -> datetime.date:
    try:
        day = datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise refusal("bad_date", lang, option=option, value=value) from None
    if day.year < FIRST_YEAR:
        raise refusal("day_outside", lang, option=option, value=value)
    return day


def read_number(option: str, value: str, lang: str, most: int = 999_999_999) -> int:
    if not (value.isascii() and value.isdigit()):
        raise refusal("bad_number", lang, option=option, value=value)
    if len(value) > 9 or int(value) > most:
        raise refusal("number_too_great", lang, option=option, value=value, most=most)
    return int(value)


def progress_in(lang: str) -> Any:
    """Wraps rows in a progress bar on standard error, where that is a terminal and tqdm is installed."""
    if not sys.stderr.isatty() or find_spec("tqdm") is None:
        return lambda rows, _: rows
    from tqdm import tqdm

    def progress(rows: Iterable[Any], name: str) -> Iterable[Any]:
        return tqdm(rows, desc=text("reading", lang, name=name), unit="", leave=False, delay=0.5, file=sys.stderr)

    return progress
