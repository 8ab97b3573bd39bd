"""What `cadre plan` does."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any

import cadre
from cadre.cli.inputs import read, read_day, read_decision, read_number, read_other
from cadre.cli.refusals import refusal

# What the rows of each view are called in JSON, and which parts stand beside them.
PARTS = {
    "composition": ("clauses", ("findings",)),
    "screening": ("pools", ("criteria", "findings")),
    "coverage": (
        "pools",
        ("at_best", "at_worst", "least_short", "most_short", "unlisted", "unplaced", "findings"),
    ),
    "review": (
        "findings",
        ("compared_with", "members", "additions", "readiness", "member_changes", "departures", "plan_findings"),
    ),
    "proposal": (
        "members",
        (
            "status",
            "score",
            "bound",
            "claimed",
            "cut",
            "conflict",
            "proof",
            "pools",
            "dropped",
            "unsettled",
            "unjudged",
        ),
    ),
    "form": ("lines", ("number",)),
}
VIEWS = tuple(PARTS)


def plan(options: argparse.Namespace) -> str:
    view = View(options)
    make: dict[str, Callable[[], Any]] = {
        "composition": lambda: view.of(view.pack.compose),
        "screening": lambda: view.of(view.pack.screen),
        "coverage": lambda: view.of(view.pack.cover),
        "review": view.review,
        "proposal": lambda: view.of(view.pack.propose),
        "form": view.form,
    }
    found = make[options.show]()
    if options.format == "json":
        rows, parts = PARTS[options.show]
        document = {rows: found.to_dicts(), **{part: getattr(found, part) for part in parts}}
        return json.dumps(document, ensure_ascii=False, indent=2, default=value_text) + "\n"
    return str(found.to_text(options.lang)).rstrip("\n") + "\n"


class View:
    """One roster seen by one pack on one day."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.decision = read_decision(options)
        self.threads = read_number("--threads", options.threads, options.lang)
        self.pack = cadre.load_pack(options.pack)
        if options.show != "review" and (options.last_day is not None or options.last_roster is not None):
            raise refusal("last_is_for_reviews", options.lang)
        self.roster = read(options)

    def of(self, make: Callable[..., Any]) -> Any:
        return make(self.roster, **self.decision, threads=self.threads)

    def review(self) -> cadre.PlanReview:
        last: dict[str, Any] = {}
        if self.options.last_day is not None:
            last["last_day"] = read_day("--last-day", self.options.last_day, self.options.lang)
        if self.options.last_roster is not None:
            last["last_roster"] = read_other(self.options.last_roster, self.options)
        return self.pack.review_plan(self.roster, **self.decision, **last, threads=self.threads)

    def form(self) -> cadre.StatisticalForm:
        days = {key: value for key, value in self.decision.items() if key != "law_as_of"}
        return self.roster.planning_form(self.options.level, **days, threads=self.threads)


def value_text(value: object) -> object:
    """Fractions, dates and durations as their text, counts of verdicts as their numbers."""
    if isinstance(value, cadre.Counts):
        return {"met": value.met, "not_met": value.not_met, "undetermined": value.undetermined}
    return str(value)
