"""What `cadre rotation` does."""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Callable
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_law, read_number
from cadre.cli.refusals import refusal
from cadre.cli.rotation_values import audit_values, check_values, order_values, proposal_values

#: How cycles are carried out, as `RotationPlan.order` names it.
CYCLES = {"same-day": "one_day", "interim": "interim"}
#: What compels a cadre to leave a post; other rules break by what was done before.
RULES_TO_LEAVE = ("overstay", "terms", "return")

#: Options that not every view has, with the value of one that is not given.
OPTIONS_OF_VIEWS = {
    "--since": (None, ("audit",)),
    "--due-within": ("0", ("audit", "proposal")),
    "--handover-days": ("0", ("check", "order")),
    "--longest-vacancy": ("0", ("check",)),
    "--cycles": ("same-day", ("order",)),
    "--must-move": (None, ("proposal",)),
    "--may-move": ("", ("proposal",)),
    "--posts": ("", ("proposal",)),
    "--keep-plan": (False, ("proposal",)),
    "--kind": ("rotation", ("proposal",)),
}
MOST_DAYS = 65_535


def rotation(options: argparse.Namespace) -> str:
    refuse_other_options(options)
    view, values = ROTATION_VIEWS[options.show]
    found = view(options)
    if options.format == "json":
        return json.dumps(values(found), ensure_ascii=False, indent=2, default=str) + "\n"
    return str(found.to_text(options.lang)).rstrip("\n") + "\n"


def refuse_other_options(options: argparse.Namespace) -> None:
    for option, (absent, views) in OPTIONS_OF_VIEWS.items():
        is_given = getattr(options, option[2:].replace("-", "_")) != absent
        if is_given and options.show not in views:
            raise refusal("of_another_view", options.lang, option=option, views=", ".join(views))


def audit(options: argparse.Namespace) -> cadre.Audit:
    since = None if options.since is None else read_day("--since", options.since, options.lang)
    return audit_of(read(options), options, since=since)


def audit_of(roster: cadre.Roster, options: argparse.Namespace, since: datetime.date | None = None) -> cadre.Audit:
    due_within = read_number("--due-within", options.due_within, options.lang)
    pack = cadre.load_pack(options.pack)
    threads = read_threads(options)
    return pack.audit(roster, **read_decision(options), since=since, due_within=due_within, threads=threads)


def check(options: argparse.Namespace) -> cadre.PlanCheck:
    """What stands against the table `planned_moves`."""
    handover = read_days("--handover-days", options.handover_days, options)
    longest = read_days("--longest-vacancy", options.longest_vacancy, options)
    threads = read_threads(options)
    plan = read(options).rotation_plan()
    pack = cadre.load_pack(options.pack)
    return pack.check_plan(plan, **read_law(options), threads=threads, handover_days=handover, longest_vacancy=longest)


def order(options: argparse.Namespace) -> cadre.MoveOrder:
    """An order of the table `planned_moves`."""
    handover = read_days("--handover-days", options.handover_days, options)
    read_threads(options)  # an order takes none, but a wrong number is refused
    plan = read(options).rotation_plan()
    start = read_decision(options)["as_of"]
    return plan.order(start=start, handover_days=handover, cycles=CYCLES[options.cycles])


def proposal(options: argparse.Namespace) -> cadre.RotationDraft:
    """Without --must-move, those have to who by the audit stay too long on the day, or will by the months asked for."""
    roster = read(options)
    asked: dict[str, Any] = {"posts": options.posts, "may_move": options.may_move, "keep_plan": options.keep_plan}
    asked["kind"] = options.kind
    if options.must_move is None:
        asked["must_rows"] = rows_to_leave(audit_of(roster, options))
    else:
        asked["must_move"] = options.must_move
    pack = cadre.load_pack(options.pack)
    return pack.propose_rotation(roster, **read_decision(options), **asked, threads=read_threads(options))


def rows_to_leave(found: cadre.Audit) -> list[int]:
    """Those who break, or will break, a rule by staying; without `since`, the audit has no breach that has ended."""
    is_late = ("violated", "due")
    return sorted(
        {row["cadre"] for row in found.to_dicts() if row["rule"] in RULES_TO_LEAVE and row["status"] in is_late}
    )


def read_days(option: str, value: str, options: argparse.Namespace) -> int:
    return read_number(option, value, options.lang, MOST_DAYS)


def read_threads(options: argparse.Namespace) -> int:
    return read_number("--threads", options.threads, options.lang)


#: By name: what makes a view, and its values.
ROTATION_VIEWS: dict[str, tuple[Callable[[argparse.Namespace], Any], Callable[[Any], dict[str, Any]]]] = {
    "audit": (audit, audit_values),
    "check": (check, check_values),
    "order": (order, order_values),
    "proposal": (proposal, proposal_values),
}
