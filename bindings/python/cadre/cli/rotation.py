"""What `cadre rotation` does."""

from __future__ import annotations

import argparse
import json
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_law, read_number

ROTATION_VIEWS = ("audit", "check", "order")


def rotation(options: argparse.Namespace) -> str:
    found = plan_view(options) if options.show in ("check", "order") else audit(options)
    if options.format == "json":
        return json.dumps(found.to_dicts(), ensure_ascii=False, indent=2, default=str) + "\n"
    return found.to_text(options.lang).rstrip("\n") + "\n"


def audit(options: argparse.Namespace) -> cadre.Audit:
    decision = read_decision(options)
    span: dict[str, Any] = {"due_within": read_number("--due-within", options.due_within, options.lang)}
    if options.since is not None:
        span["since"] = read_day("--since", options.since, options.lang)
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    return pack.audit(read(options), **decision, **span, threads=threads)


def plan_view(options: argparse.Namespace) -> cadre.PlanCheck | cadre.MoveOrder:
    """What the table `planned_moves` would do."""
    handover = read_number("--handover-days", options.handover_days, options.lang)
    longest = read_number("--longest-vacancy", options.longest_vacancy, options.lang)
    threads = read_number("--threads", options.threads, options.lang)
    plan = read(options).rotation_plan()
    if options.show == "order":
        return plan.order(start=read_decision(options)["as_of"], handover_days=handover)
    pack = cadre.load_pack(options.pack)
    return pack.check_plan(plan, **read_law(options), threads=threads, handover_days=handover, longest_vacancy=longest)
