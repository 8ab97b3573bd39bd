"""The cases of the DMN Technology Compatibility Kit, put to `cadre.evaluate`.

Names of a case are written in lower case, as the schema wants names. A case whose result has a declared type goes by
it as a decision would: a list of one is its item where one item is asked for (DMN 1.5, 10.3.2.9.4), and another type
is an error.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import cadre

AS_OF = "2015-12-31"


class Outcome(Enum):
    agrees = "agrees"
    agrees_on_error = "no value, in FEEL and here"
    refused = "refused here"
    undetermined = "undetermined here"
    wrong = "another value"


@dataclass(frozen=True)
class Case:
    id: str
    folder: str
    tier: int
    expression: str
    context: dict[str, Any]
    bindings: list[tuple[str, str]]
    result_type: str | None
    expected: dict[str, Any]

    @property
    def complete(self) -> bool:
        return not any(value["t"] == "null" for value in self.context.values())

    @property
    def counts(self) -> bool:
        """Whether acceptance is asked for: tier 1, with a value, without syntax that is left out on purpose."""
        texts = [self.expression, *(text for _, text in self.bindings)]
        bare = [re.sub(r'"[^"]*"', '""', text) for text in texts]
        names = [*self.context, *(name for name, _ in self.bindings)]
        return (
            self.tier == 1
            and self.expected["t"] != "null"
            and not any("{" in text or re.search(r"\bnull\b", text) for text in bare)
            and not any(" " in name for name in names)
        )


@dataclass
class Answer:
    outcome: Outcome
    reason: str = ""  #: the diagnostic's code, or why the value is undetermined
    text: str = ""  #: the same for people
    value: Any = field(default=None)


def read_cases(path: Path) -> Iterator[Case]:
    for entry in json.loads(path.read_text(encoding="utf-8"))["cases"]:
        yield Case(
            entry["id"],
            entry["source_folder"].rpartition("/")[2],
            entry["tier"],
            entry["expression"],
            entry["context"],
            [(binding["name"], binding["expression"]) for binding in entry["bindings"]],
            entry["result_type"],
            entry["expected"],
        )


class NotHere(Exception):
    """The value is of a kind that a record cannot hold."""


def number(text: str) -> int | float:
    return int(text) if re.fullmatch(r"-?\d+", text) else float(text)


def typed(value: dict[str, Any]) -> Any:
    """The Python value of a typed string."""
    match value["t"]:
        case "string":
            return value["v"]
        case "untyped" if value["v"] in ("true", "false"):
            return value["v"] == "true"
        case "untyped":
            return number(value["v"])
        case "boolean":
            return value["v"] in (True, "true")
        case "number":
            return number(value["v"])
        case "date" if re.fullmatch(r"\d{4}-\d\d-\d\d", value["v"]):
            return date.fromisoformat(value["v"])
        case "duration":
            return duration(value["v"])
        case "list":
            return [typed(member) for member in value["v"]]
        case "context":
            return {name.lower(): typed(member) for name, member in value["v"].items()}
        case "null":
            return None
        case kind:
            raise NotHere(kind)


def duration(text: str) -> Any:
    try:
        return cadre.Duration(text)
    except ValueError:
        raise NotHere("duration") from None


def fields_of(value: dict[str, Any]) -> set[str]:
    """The names inside the lists of contexts."""
    if value["t"] == "context":
        return set(value["v"]).union(*map(fields_of, value["v"].values()))
    return set().union(*map(fields_of, value["v"])) if value["t"] == "list" else set()


class Names:
    """The names of a case and the lower-case ones that stand for them."""

    def __init__(self, case: Case) -> None:
        self.names = {name: f"{name.lower()}_" for name in [*case.context, *(name for name, _ in case.bindings)]}
        for name, value in case.context.items():
            self.names |= {field: field.lower() for field in fields_of(value) if field not in self.names}
            if value["t"] == "null":
                # The kit's missing inputs are conditions; a name of the schema tells that type.
                self.names[name] = "party_member"

    def __getitem__(self, name: str) -> str:
        return self.names[name]

    def rewrite(self, expression: str) -> str:
        if not self.names:
            return expression
        choices = "|".join(sorted((re.escape(name) for name in self.names), key=len, reverse=True))
        parts = re.split(r'("(?:[^"\\]|\\.)*")', expression)
        pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
        return "".join(part if part.startswith('"') else pattern.sub(self._lower, part) for part in parts)

    def _lower(self, found: re.Match[str]) -> str:
        return self.names[found[0]]


def plain(value: Any) -> Any:
    """A value of the library as one of plain Python."""
    if isinstance(value, cadre.Verdict):
        return None if value == cadre.Verdict.undetermined else value == cadre.Verdict.met
    return [plain(member) for member in value] if isinstance(value, list) else value


def same(value: Any, expected: Any) -> bool:
    if isinstance(expected, list):
        return isinstance(value, list) and len(value) == len(expected) and all(map(same, value, expected))
    if isinstance(value, timedelta):
        value = cadre.Duration(f"P{value.days}D") if value.days >= 0 else cadre.Duration(f"-P{-value.days}D")
    if isinstance(value, bool) or isinstance(expected, bool):
        return value is expected
    if isinstance(value, (int, float)) and isinstance(expected, (int, float)):
        # The kit's own runner compares eight places.
        return math.isclose(value, expected, rel_tol=1e-12, abs_tol=5e-9)
    if isinstance(value, cadre.Duration) and isinstance(expected, cadre.Duration):
        return value == expected or value.count == expected.count == 0
    return type(value) is type(expected) and bool(value == expected)


PYTHON_TYPES = {"string": str, "number": (int, float), "boolean": bool}


def coerced(value: Any, result_type: str | None) -> Any:
    """The value as a decision of this type gives it; None where it cannot."""
    wanted = PYTHON_TYPES.get(result_type or "")
    if wanted is None:
        return value
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    is_wanted = isinstance(value, wanted) and isinstance(value, bool) == (result_type == "boolean")
    return value if is_wanted else None


def evaluate(expression: str, values: dict[str, Any]) -> Any:
    try:
        result = cadre.evaluate(expression, values, as_of=AS_OF)
    except (TypeError, ValueError) as error:
        raise NotHere(str(error)) from None
    return result if isinstance(result, cadre.Undetermined) else plain(result)


def run(case: Case) -> Answer:
    try:
        value = value_of(case)
    except NotHere as error:
        return refused(case, "not_here", f"no value of a record: {error}")
    except cadre.Error as error:
        code = error.diagnostics[0].code if error.diagnostics else error.code
        return refused(case, code, error.diagnostics[0].text() if error.diagnostics else str(error))
    if value is None or isinstance(value, cadre.Undetermined):
        if case.expected["t"] == "null":
            return Answer(Outcome.agrees_on_error)
        reasons = "; ".join(value.reasons()) if value is not None else "a value of another type"
        if not case.complete:
            reasons = "an input is null, and a missing value never decides"
        return Answer(Outcome.undetermined, reasons, reasons)
    return Answer(compared(case, value), value=value)


def value_of(case: Case) -> Any:
    names = Names(case)
    values = {names[name]: typed(value) for name, value in case.context.items()}
    for name, expression in case.bindings:
        bound = evaluate(names.rewrite(expression), values)
        values[names[name]] = None if isinstance(bound, cadre.Undetermined) else bound
    value = evaluate(names.rewrite(case.expression), values)
    return value if isinstance(value, cadre.Undetermined) else coerced(value, case.result_type)


def refused(case: Case, code: str, text: str) -> Answer:
    null = case.expected["t"] == "null"
    return Answer(Outcome.agrees_on_error if null else Outcome.refused, code, text)


def compared(case: Case, value: Any) -> Outcome:
    try:
        expected = typed(case.expected)
    except NotHere:
        return Outcome.wrong
    return Outcome.agrees if expected is not None and same(value, expected) else Outcome.wrong
