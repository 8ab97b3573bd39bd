"""What `cadre rotation` does."""

from __future__ import annotations

import argparse
import json
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_number

ROTATION_VIEWS = ("audit",)


def rotation(options: argparse.Namespace) -> str:
    found = audit(options)
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
