"""Writes what the kit's cases showed: README.md (counts, and each tier-1 deviation) and DEVIATIONS.md (the others).

CADRE_DATA=… python tests/conformance/feel_report.py
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from feel_tck import Answer, Case, Outcome, read_cases, run

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
DEVIATIONS = HERE / "DEVIATIONS.md"

Judged = list[tuple[Case, Answer]]

HEAD = """\
# Conformance with FEEL

Written by `feel_report.py`, which `test_feel_tck.py` checks; do not edit.

The {total} expressions of the DMN Technology Compatibility Kit (dmn-tck/tck @0dbcaf9), put to `cadre.evaluate`.
Tier 1 is what a criterion language needs, tier 2 times, zones and further built-ins, tier 3 `for`, functions and `**`.

- On complete data an accepted expression gave another value than FEEL in **{wrong}** cases.
- Of the {counted} tier-1 cases with a value and without context literals, the literal `null` or names with spaces,
  **{accepted}** are accepted ({share:.1%}).
- An ill-typed expression is refused at load, and a null of FEEL is a value that is undetermined with a reason: both
  count as agreement with an expected null. Where an input is null, the answer may stay undetermined that FEEL
  decides: a missing value never decides.

`test_feelin.py` compares random expressions with the engine `feelin`; `feel_expressions.py` names what that engine
does otherwise than the standard.
"""

COLUMNS = {
    Outcome.agrees: "same value",
    Outcome.agrees_on_error: "no value in both",
    Outcome.refused: "refused here",
    Outcome.undetermined: "undetermined here",
    Outcome.wrong: "another value",
}


def data_path() -> Path:
    default = HERE.parents[2] / "shared" / "data"
    return Path(os.environ.get("CADRE_DATA", default)) / "feel_tck" / "cases.json"


def judge(path: Path) -> Judged:
    return [(case, run(case)) for case in read_cases(path)]


def is_deviation(answer: Answer) -> bool:
    return answer.outcome not in (Outcome.agrees, Outcome.agrees_on_error)


def accepted_share(judged: Judged) -> tuple[int, int]:
    """How many of the cases that count are accepted, and how many there are."""
    counted = [answer for case, answer in judged if case.counts]
    return sum(answer.outcome is not Outcome.refused for answer in counted), len(counted)


def table(judged: Judged) -> Iterable[str]:
    yield "| tier | folder | cases | " + " | ".join(COLUMNS.values()) + " |"
    yield "|---" * (3 + len(COLUMNS)) + "|"
    counts: dict[tuple[int, str], Counter[Outcome]] = {}
    for case, answer in judged:
        counts.setdefault((case.tier, case.folder), Counter())[answer.outcome] += 1
    for (tier, folder), outcomes in sorted(counts.items()):
        cells = [str(outcomes[outcome] or "") for outcome in COLUMNS]
        yield f"| {tier} | {folder} | {outcomes.total()} | " + " | ".join(cells) + " |"


def line(case: Case, answer: Answer) -> str:
    expression = " ".join(case.expression.split())
    return f"- `{expression}`: {answer.outcome.value}: {answer.text}"


def readme(judged: Judged) -> str:
    accepted, counted = accepted_share(judged)
    wrong = sum(answer.outcome is Outcome.wrong and case.complete for case, answer in judged)
    lines = [HEAD.format(total=len(judged), wrong=wrong, counted=counted, accepted=accepted, share=accepted / counted)]
    lines += ["## Tier-1 cases that deviate", ""]
    lines += sorted({line(case, answer) for case, answer in judged if case.counts and is_deviation(answer)})
    lines += ["", "The other deviations: [DEVIATIONS.md](DEVIATIONS.md).", "", "## By folder", "", *table(judged)]
    return "\n".join(lines) + "\n"


def deviations(judged: Judged) -> str:
    by_reason: dict[str, set[str]] = {}
    for case, answer in judged:
        if is_deviation(answer) and not case.counts:
            by_reason.setdefault(answer.reason, set()).add(line(case, answer))
    lines = ["# Cases of FEEL that are refused or undetermined here, by reason", ""]
    lines += ["Written by `feel_report.py`; do not edit. Those of tier 1 that count stand in [README.md](README.md)."]
    for reason, found in sorted(by_reason.items()):
        lines += ["", f"## {reason} ({len(found)})", "", *sorted(found)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    results = judge(data_path())
    README.write_text(readme(results), encoding="utf-8")
    DEVIATIONS.write_text(deviations(results), encoding="utf-8")
