"""What `cadre rotation` does."""

from __future__ import annotations

import argparse
import json
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_law, read_number
from cadre.cli.refusals import refusal

ROTATION_VIEWS = ("audit", "check", "order", "proposal")

#: Options that not every view has, with the value of one that is not given.
OPTIONS_OF_VIEWS = {
    "--since": (None, ("audit", "proposal")),
    "--due-within": ("0", ("audit", "proposal")),
    "--handover-days": ("0", ("check", "order")),
    "--longest-vacancy": ("0", ("check",)),
    "--must-move": (None, ("proposal",)),
    "--may-move": ("", ("proposal",)),
    "--posts": ("", ("proposal",)),
    "--keep-plan": (False, ("proposal",)),
    "--kind": ("rotation", ("proposal",)),
}
MOST_DAYS = 65_535


def rotation(options: argparse.Namespace) -> str:
    refuse_other_options(options)
    found = view(options)
    if options.format == "json":
        return json.dumps(found.to_dicts(), ensure_ascii=False, indent=2, default=str) + "\n"
    return found.to_text(options.lang).rstrip("\n") + "\n"


def refuse_other_options(options: argparse.Namespace) -> None:
    for option, (absent, views) in OPTIONS_OF_VIEWS.items():
        is_given = getattr(options, option[2:].replace("-", "_")) != absent
        if is_given and options.show not in views:
            raise refusal("of_another_view", options.lang, option=option, views=", ".join(views))


def view(options: argparse.Namespace) -> cadre.Audit | cadre.PlanCheck | cadre.MoveOrder | cadre.RotationDraft:
    if options.show in ("check", "order"):
        return plan_view(options)
    return proposal(options) if options.show == "proposal" else audit(options)


def audit(options: argparse.Namespace) -> cadre.Audit:
    return audit_of(read(options), options)


def audit_of(roster: cadre.Roster, options: argparse.Namespace) -> cadre.Audit:
    decision = read_decision(options)
    span: dict[str, Any] = {"due_within": read_number("--due-within", options.due_within, options.lang)}
    if options.since is not None:
        span["since"] = read_day("--since", options.since, options.lang)
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    return pack.audit(roster, **decision, **span, threads=threads)


def proposal(options: argparse.Namespace) -> cadre.RotationDraft:
    """Without --must-move, those have to whom the audit finds to be over the time, or due."""
    roster = read(options)
    asked: dict[str, Any] = {"posts": options.posts, "may_move": options.may_move, "keep_plan": options.keep_plan}
    asked["kind"] = options.kind
    if options.must_move is None:
        found = audit_of(roster, options)
        late = [row["cadre"] for row in found.to_dicts() if row["status"] in ("violated", "due")]
        asked["must_rows"] = sorted(set(late))
    else:
        asked["must_move"] = options.must_move
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    return pack.propose_rotation(roster, **read_decision(options), **asked, threads=threads)


def plan_view(options: argparse.Namespace) -> cadre.PlanCheck | cadre.MoveOrder:
    """What the table `planned_moves` would do."""
    handover = read_number("--handover-days", options.handover_days, options.lang, MOST_DAYS)
    longest = read_number("--longest-vacancy", options.longest_vacancy, options.lang, MOST_DAYS)
    threads = read_number("--threads", options.threads, options.lang)
    plan = read(options).rotation_plan()
    if options.show == "order":
        return plan.order(start=read_decision(options)["as_of"], handover_days=handover)
    pack = cadre.load_pack(options.pack)
    return pack.check_plan(plan, **read_law(options), threads=threads, handover_days=handover, longest_vacancy=longest)
