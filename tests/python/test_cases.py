"""Case files from Python and the command line."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path

import cadre
import pytest
from cadre.cli import main

CASES = """
pack = "hanoi-2011"

[[case]]
id = "master"
title = { vi = "Thạc sĩ", en = "A master" }
as_of = 2015-12-31
cadre = { degree = "Thạc sỹ", disciplines = [], managed_by = "city_standing_committee" }
expect = { postgraduate_holder = "met" }
expect_targets = { managed_postgraduate_share = { verdict = "met", least = "1/1" } }

[[case]]
id = "unknown"
as_of = 2015-12-31
law_as_of = 2014-01-01
cadre = { specialist_training = "none" }
expect = { postgraduate_holder = { verdict = "undetermined", missing = ["degree"] } }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.toml"
    path.write_text(CASES, encoding="utf-8")
    return path


def test_cases_are_data_for_a_system_of_your_own(file: Path) -> None:
    master, unknown = cadre.load_cases(file).cases
    assert (master.id, master.title("vi"), master.as_of) == ("master", "Thạc sĩ", datetime.date(2015, 12, 31))
    assert unknown.law_as_of == datetime.date(2014, 1, 1)
    assert master.tables == {
        "cadres": [{"degree": "Thạc sỹ", "disciplines": [], "managed_by": "city_standing_committee"}]
    }
    assert master.roster.size() == 1
    assert master.verdicts == [
        {
            "subject": "postgraduate_holder",
            "row": 0,
            "verdict": "met",
            "missing": None,
            "reason": None,
            "earliest": None,
        }
    ]
    assert master.targets[0]["least"] == Fraction(1)
    assert unknown.verdicts[0]["missing"] == ["degree"]


def test_a_report(file: Path) -> None:
    report = cadre.load_cases(file).run()
    assert report.passed
    assert [(run.id, run.passed, len(run.results)) for run in report.cases] == [
        ("master", True, 2),
        ("unknown", True, 1),
    ]
    holder = next(clause for clause in report.coverage if clause["id"] == "postgraduate_holder")
    assert (holder["met"], holder["not_met"], holder["undetermined"]) == (1, 0, 1)


POLICY_CASES = """
[[pool_policy]]
id = "two"
title = { vi = "Ít nhất hai người", en = "At least two" }
cite = "1"
rule = "members"
count = ">= 2"

[[pool_policy]]
id = "disciplined"
title = { vi = "Bị kỷ luật", en = "Disciplined" }
cite = "2"
rule = "removal"
when = 'degree = "college"'

[[case]]
as_of = 2015-12-31
pools = [{ id = "p1" }]
cadres = [{ id = "a", degree = "college" }]
pool_members = [{ pool = "p1", cadre = "a", status = "approved", added = 2014-01-01 }]
[case.expect_policies]
two = { pool = "p1", verdict = "not_met", short_by = 1 }
disciplined = { member = 0, verdict = "met" }
"""


def test_cases_of_pool_policies(tmp_path: Path) -> None:
    head = """[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "1-QĐ/TU" }
"""
    path = tmp_path / "own.toml"
    path.write_text(head + POLICY_CASES, encoding="utf-8")
    file = cadre.load_cases(path)
    (case,) = file.cases
    two, disciplined = case.policies
    assert (two["policy"], two["pool"], two["verdict"], two["short_by"]) == ("two", 0, "not_met", 1)
    assert (disciplined["policy"], disciplined["member"], disciplined["pool"]) == ("disciplined", 0, None)

    of_pool, of_member = file.run().cases[0].results
    assert (of_pool.is_policy, of_pool.is_target, of_pool.subject, of_pool.pool) == (True, False, "two", "p1")
    assert (of_pool.member, of_pool.passed) == (None, True)
    assert (of_member.is_policy, of_member.member, of_member.got) == (True, 0, "met")
    warned = [warning.to_text() for warning in file.warnings()]
    assert len(warned) == 2, "neither is seen both met and not met"
    assert "the pool policy “two”: no case expects “met”" in warned[0]


AUDIT_CASES = """
[[rotation_policy]]
id = "two_years"
title = { vi = "Hai năm", en = "Two years" }
cite = "1"
rule = "overstay"
spells = 'primary'
longest = "P24M"

[[case]]
as_of = 2015-12-31
cadre = { appointments = [{ from = 2013-12-31, to = "ongoing", primary = true }] }
expect_audit = { two_years = { status = "violated", spell = 0, begins = 2015-12-31, due_within = "P6M" } }
"""


def test_cases_of_audits(tmp_path: Path) -> None:
    head = """[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "1-QĐ/TU" }
"""
    path = tmp_path / "own.toml"
    path.write_text(head + AUDIT_CASES, encoding="utf-8")
    file = cadre.load_cases(path)
    (expected,) = file.cases[0].findings
    assert (expected["policy"], expected["cadre"], expected["spell"], expected["status"]) == (
        "two_years",
        0,
        0,
        "violated",
    )
    assert (expected["begins"], expected["ends"]) == (datetime.date(2015, 12, 31), None)
    assert (expected["since"], expected["due_within"]) == (None, 6)

    (result,) = file.run().cases[0].results
    assert (result.is_audit, result.is_policy, result.spell, result.passed) == (True, False, 0, True)
    assert result.got == "violated, begins 2015-12-31"
    (clause,) = file.run().coverage
    assert (clause["kind"], clause["id"], clause["not_met"]) == ("rotation_policy", "two_years", 1)
    (warning,) = file.warnings()
    assert "the rotation policy “two_years”: no case expects “none”" in warning.to_text()


MOVE_CASES = """
[[rotation_policy]]
id = "low"
title = { vi = "Cấp thấp", en = "Low rank" }
cite = "1"
rule = "move"
meet = 'proposed_post.rank <= 3'

[[case]]
as_of = 2015-12-31
cadre = {}
posts = [{ id = "p1", rank = 5 }, { id = "p2", rank = 2 }]
[case.expect_moves]
low = [
    { post = "p1", from = "p2", kind = "rotation", verdict = "not_met" },
    { post = "p2", from = "none", verdict = "not_met" },
]
"""


def test_cases_of_moves(tmp_path: Path) -> None:
    head = """[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "1-QĐ/TU" }
"""
    path = tmp_path / "own.toml"
    path.write_text(head + MOVE_CASES, encoding="utf-8")
    file = cadre.load_cases(path)
    assert file.cases[0].moves == [
        {"policy": "low", "cadre": 0, "post": 0, "from": 1, "enters": False, "kind": "rotation", "verdict": "not_met"},
        {"policy": "low", "cadre": 0, "post": 1, "from": None, "enters": True, "kind": "", "verdict": "not_met"},
    ]

    as_expected, other = file.run().cases[0].results
    assert (as_expected.is_move, as_expected.is_audit, as_expected.post) == (True, False, "p1")
    assert as_expected.passed and as_expected.explanation is None
    assert (other.post, other.expected, other.got, other.passed) == ("p2", "not_met", "met", False)
    assert other.explanation is not None
    (clause,) = file.run().coverage
    assert (clause["kind"], clause["id"], clause["met"], clause["not_met"]) == ("rotation_policy", "low", 0, 1)
    (warning,) = file.warnings()
    assert "the rotation policy “low”: no case expects “met”" in warning.to_text()


PLAN_CASES = """
[[case]]
as_of = 2015-12-31
posts = [{ id = "clerk", seats = 1 }, { id = "head", seats = 1 }]
cadres = [
    { id = "a", appointments = [{ post = "clerk", from = 2010-01-01, to = "ongoing" }] },
    { id = "b", appointments = [{ post = "head", from = 2010-01-01, to = "ongoing" }] },
]
planned_moves = [{ cadre = "a", from = "clerk", to = "head", day = 2016-02-01 }]
[case.expect_plan_check]
verdict = "not_met"
longest_vacancy = "any"
findings = [
    { matter = "over_filled", status = "violated", post = "head", from = 2016-02-01 },
    { matter = "left_empty", status = "violated", post = "clerk" },
]
"""


def test_cases_of_plan_checks(tmp_path: Path) -> None:
    head = """[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "1-QĐ/TU" }
"""
    path = tmp_path / "own.toml"
    path.write_text(head + PLAN_CASES, encoding="utf-8")
    file = cadre.load_cases(path)
    expected = file.cases[0].plan_check
    assert expected is not None
    assert (expected["verdict"], expected["handover_days"], expected["longest_vacancy"]) == ("not_met", 0, None)
    assert expected["findings"][0] == {
        "matter": "over_filled",
        "status": "violated",
        "move": None,
        "post": 1,
        "policy": None,
        "from": datetime.date(2016, 2, 1),
        "to": None,
    }

    verdict, filled, empty = file.run().cases[0].results
    assert (verdict.is_plan_check, verdict.subject, verdict.got) == (True, "planned_moves", "not_met")
    assert filled.passed and filled.post == "head"
    assert (empty.subject, empty.expected, empty.got, empty.passed) == ("left_empty", "violated", "none", False)


def test_the_command_passes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", str(file), "vietnam-base"]) == 0
    out = capsys.readouterr().out
    assert "hanoi-2011: 2 cases, 3 expectations, 0 failed" in out
    assert "vietnam-base:" in out


def test_the_command_fails_with_the_reason(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(CASES.replace('"met" }', '"not_met" }', 1), encoding="utf-8")
    assert main(["test", str(file), "--lang", "vi"]) == 1
    captured = capsys.readouterr()
    assert "Thạc sĩ (master): postgraduate_holder, dòng 0: mong đợi not_met, nhưng được met" in captured.out
    assert "    Kết luận: đạt" in captured.out
    assert captured.err == ""


def test_the_command_refuses_wrong_files(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(CASES.replace("degree =", "degre ="), encoding="utf-8")
    assert main(["test", str(file)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"{file}:" in captured.err
    assert "[roster_unknown_attribute]" in captured.err
