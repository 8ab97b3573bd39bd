"""What `cadre rotation` does."""

from __future__ import annotations

import argparse
import json
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_number

ROTATION_VIEWS = ("audit", "proposal")


def rotation(options: argparse.Namespace) -> str:
    found: cadre.Audit | cadre.RotationDraft = proposal(options) if options.show == "proposal" else audit(options)
    if options.format == "json":
        return json.dumps(found.to_dicts(), ensure_ascii=False, indent=2, default=str) + "\n"
    return found.to_text(options.lang).rstrip("\n") + "\n"


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
    if options.must_move is None:
        found = audit_of(roster, options)
        late = [row["cadre"] for row in found.to_dicts() if row["status"] in ("violated", "due")]
        asked["must_rows"] = sorted(set(late))
    else:
        asked["must_move"] = options.must_move
    threads = read_number("--threads", options.threads, options.lang)
    pack = cadre.load_pack(options.pack)
    return pack.propose_rotation(roster, **read_decision(options), **asked, threads=threads)
