"""Holds a system of your own to a rule pack, with pytest: the pack's cases are its tests."""

from __future__ import annotations

from typing import Any

import cadre
import pytest


def has_postgraduate_degree(person: dict[str, Any]) -> bool | None:
    """The system under test, as a form might compute it: None where the file does not tell."""
    degree, specialist = person.get("degree"), person.get("specialist_training")
    if degree in ("Thạc sĩ", "Tiến sĩ", "master", "doctorate") or specialist in ("CKI", "CKII"):
        return True
    return None if degree is None or specialist is None else False


CASES = cadre.load_cases("hanoi-2011")
ANSWERS = {"met": True, "not_met": False, "undetermined": None}  # what is "not_in_force" is not asked of the system
ASKED = [
    pytest.param(case.tables["cadres"][expected["row"]], ANSWERS[expected["verdict"]], id=case.id)
    for case in CASES.cases
    for expected in case.verdicts
    if expected["subject"] == "postgraduate_holder" and expected["verdict"] in ANSWERS
]


@pytest.mark.parametrize(("person", "answer"), ASKED)
def test_the_system_answers_as_the_programme_asks(person: dict[str, Any], answer: bool | None) -> None:
    assert has_postgraduate_degree(person) is answer


def test_the_pack_holds_to_its_own_cases() -> None:
    report = CASES.run()
    assert report.passed, report.to_text("en")
