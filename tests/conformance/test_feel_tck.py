"""The cases of the DMN Technology Compatibility Kit; README.md beside this file tells what they showed."""

from __future__ import annotations

import feel_report
import pytest
from feel_report import Judged
from feel_tck import Outcome

LEAST_ACCEPTED = 0.95


@pytest.fixture(scope="module")
def judged() -> Judged:
    path = feel_report.data_path()
    if not path.exists():
        pytest.skip(f"no cases of the kit: {path} is absent (set CADRE_DATA)")
    return feel_report.judge(path)


def test_no_accepted_expression_on_complete_data_gives_another_value(judged: Judged) -> None:
    wrong = [(case.id, answer.value) for case, answer in judged if case.complete and answer.outcome is Outcome.wrong]
    assert wrong == []


def test_what_feel_values_on_complete_data_is_not_undetermined(judged: Judged) -> None:
    lost = [
        case.id for case, answer in judged if case.counts and case.complete and answer.outcome is Outcome.undetermined
    ]
    assert lost == []


def test_most_of_tier_one_is_accepted(judged: Judged) -> None:
    accepted, counted = feel_report.accepted_share(judged)
    assert accepted >= LEAST_ACCEPTED * counted


def test_the_report_is_of_this_state(judged: Judged) -> None:
    hint = "run python tests/conformance/feel_report.py"
    assert feel_report.README.read_text(encoding="utf-8") == feel_report.readme(judged), hint
    assert feel_report.DEVIATIONS.read_text(encoding="utf-8") == feel_report.deviations(judged), hint
