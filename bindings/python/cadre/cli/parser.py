"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cadre
from cadre.cli.commands import check, diff, explain, list_packs, needs, review, test
from cadre.cli.over_time import forecast, timeline
from cadre.cli.planning import VIEWS, plan
from cadre.cli.rotation import CYCLES, ROTATION_VIEWS, rotation


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cadre", description="Personnel regulations as cited, computable rules.")
    parser.add_argument("--version", action="version", version=f"cadre {cadre.__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    add_review(commands)
    add_explain(commands)
    add_timeline(commands)
    add_forecast(commands)
    add_diff(commands)
    add_needs(commands)
    add_plan(commands)
    add_rotation(commands)
    add_check(commands)
    add_test(commands)
    add_packs(commands)
    return parser


def add_review(commands: Any) -> None:
    command = commands.add_parser("review", help="import a roster, judge every criterion, assess the targets")
    add_roster(command)
    add_language(command)
    command.add_argument("--format", choices=["text", "json", "html"], default="text")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to this file (default: standard output)")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.set_defaults(run=review)


def add_explain(commands: Any) -> None:
    command = commands.add_parser("explain", help="explain one verdict")
    add_roster(command)
    add_language(command)
    command.add_argument("--criterion", required=True, metavar="ID")
    command.add_argument("--row", required=True, metavar="N", help="row of the criterion's table, counted from 0")
    command.add_argument("--format", choices=["text", "markdown", "html", "json"], default="text")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to this file (default: standard output)")
    command.add_argument(
        "--audience",
        choices=["subject", "unit", "department"],
        default="subject",
        help="subject: no sensitive attribute; unit: no values; department: all (default: subject)",
    )
    command.add_argument("--remedies", action="store_true", help="also say what would have to change to meet it")
    command.set_defaults(run=explain)


def add_timeline(commands: Any) -> None:
    command = commands.add_parser("timeline", help="the verdict of one row on every day of a span")
    add_roster(command, add_law)
    add_language(command)
    command.add_argument("--criterion", required=True, metavar="ID")
    command.add_argument("--row", required=True, metavar="N", help="row of the criterion's table, counted from 0")
    command.add_argument("--first", required=True, metavar="DATE")
    command.add_argument("--last", required=True, metavar="DATE", help="the day after the last one")
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.set_defaults(run=timeline)


def add_forecast(commands: Any) -> None:
    command = commands.add_parser("forecast", help="how many rows meet each criterion, month after month")
    add_roster(command, add_law)
    add_language(command)
    command.add_argument("--criterion", action="append", metavar="ID", help="may be repeated (default: all)")
    command.add_argument("--first", required=True, metavar="DATE")
    command.add_argument("--months", required=True, metavar="N", help="so many days, each a month after the other")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.set_defaults(run=forecast)


def add_diff(commands: Any) -> None:
    command = commands.add_parser("diff", help="what changes for a roster from one pack, or one day's law, to another")
    command.add_argument("before", metavar="PACK_A", help="id of a shipped pack, or a file")
    command.add_argument("after", metavar="PACK_B")
    command.add_argument(
        "--roster", type=Path, required=True, help="CSV, Parquet or XLSX file, or a folder of them, a table a file"
    )
    add_decision(command)
    command.add_argument("--law-after", metavar="DATE", help="the day whose law applies to PACK_B (default: as PACK_A)")
    add_language(command)
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.set_defaults(run=diff)


def add_needs(commands: Any) -> None:
    command = commands.add_parser("needs", help="count what the rows need to meet one criterion")
    add_roster(command)
    add_language(command)
    command.add_argument("--criterion", required=True, metavar="ID")
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.set_defaults(run=needs)


def add_plan(commands: Any) -> None:
    command = commands.add_parser("plan", help="look at the planning pools of a roster")
    add_roster(command)
    add_language(command)
    command.add_argument("--show", choices=VIEWS, default="composition", help="what to look at (default: composition)")
    command.add_argument(
        "--level",
        choices=["province", "district", "commune"],
        default="district",
        help="of --show form (default: district)",
    )
    command.add_argument("--last-day", metavar="DATE", help="of --show review: the day of the last review")
    command.add_argument(
        "--last-roster", type=Path, metavar="ROSTER", help="of --show review: the roster as it was then"
    )
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to this file (default: standard output)")
    command.set_defaults(run=plan)


def add_rotation(commands: Any) -> None:
    command = commands.add_parser("rotation", help="look at rotation and changes of position in a roster")
    add_roster(command)
    add_language(command)
    command.add_argument("--show", choices=ROTATION_VIEWS, default="audit", help="what to look at (default: audit)")
    command.add_argument("--since", metavar="DATE", help="of --show audit: what ended after this day counts, too")
    command.add_argument(
        "--due-within",
        default="0",
        metavar="MONTHS",
        help="of --show audit, proposal: what is due by then (default: 0)",
    )
    command.add_argument(
        "--handover-days", default="0", metavar="DAYS", help="of --show check, order: for each seat (default: 0)"
    )
    command.add_argument(
        "--longest-vacancy",
        default="0",
        metavar="DAYS",
        help="of --show check: so long a seat that is left may be empty (default: 0)",
    )
    command.add_argument(
        "--cycles",
        choices=CYCLES,
        default="same-day",
        help="of --show order: all moves of a cycle on one day, or broken by an interim holder (default: same-day)",
    )
    add_request(command)
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.add_argument("--threads", default="1", metavar="N", help="0: all of the machine's (default: 1)")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to this file (default: standard output)")
    command.set_defaults(run=rotation)


def add_request(command: argparse.ArgumentParser) -> None:
    """What `--show proposal` is asked for."""
    command.add_argument(
        "--must-move",
        metavar="CONDITION",
        help="of --show proposal: on cadres, who has to move (default: who, by the audit, stays too long)",
    )
    command.add_argument(
        "--may-move",
        default="",
        metavar="CONDITION",
        help="of --show proposal: cadres who may, too (default: none)",
    )
    command.add_argument(
        "--posts", default="", metavar="CONDITION", help="of --show proposal: posts that may be taken (default: all)"
    )
    command.add_argument(
        "--keep-plan", action="store_true", help="of --show proposal: keep to the moves of the table planned_moves"
    )
    command.add_argument(
        "--kind",
        metavar="CODE",
        default="rotation",
        help="of --show proposal: the kind of appointment that the moves are (default: rotation)",
    )


def add_check(commands: Any) -> None:
    command = commands.add_parser("check", help="check rule packs and print every diagnostic")
    command.add_argument("packs", nargs="+", metavar="PACK", help="id of a shipped pack, or a file")
    command.add_argument("--strict", action="store_true", help="a warning is bad input, too")
    add_language(command)
    command.set_defaults(run=check)


def add_test(commands: Any) -> None:
    command = commands.add_parser("test", help="run the cases of rule packs and case files")
    command.add_argument("sources", nargs="+", metavar="PACK|CASEFILE", help="id of a shipped pack, or a file")
    add_language(command)
    command.set_defaults(run=test)


def add_packs(commands: Any) -> None:
    command = commands.add_parser("packs", help="list the packs that the library ships")
    add_language(command)
    command.set_defaults(run=list_packs)


def add_roster(
    command: argparse.ArgumentParser, add_days: Callable[[argparse.ArgumentParser], None] | None = None
) -> None:
    command.add_argument(
        "roster", type=Path, metavar="ROSTER", help="CSV, Parquet or XLSX file, or a folder of them, a table a file"
    )
    command.add_argument("--pack", required=True, metavar="PACK", help="id of a shipped pack, or a file")
    (add_days or add_decision)(command)


def add_decision(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-of", required=True, metavar="DATE", help="the day on which facts are judged: 2015-12-31")
    add_law(command)


def add_law(command: argparse.ArgumentParser) -> None:
    command.add_argument("--law-as-of", metavar="DATE", help="the day whose law applies (default: the day judged)")
    command.add_argument(
        "--strict-snapshot",
        action="store_true",
        help="undated facts are not known on days before the roster's snapshot",
    )
    command.add_argument("--mapping", metavar="FILE", help="TOML file that says which column feeds which attribute")


def add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=["vi", "en"], default="en", help="language of all output (default: en)")
