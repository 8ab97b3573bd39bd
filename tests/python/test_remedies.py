"""What would change a verdict, what would decide it, and what a roster needs."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import cadre
import pytest
from cadre import Verdict
from cadre.cli import main

AS_OF = "2015-12-31"
HANOI = ["--pack", "hanoi-2011", "--as-of", AS_OF]


@pytest.fixture(scope="module")
def pack() -> cadre.Pack:
    return cadre.load_pack("hanoi-2011")


@pytest.fixture(scope="module")
def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"degree": "bachelor", "specialist_training": "none", "political_theory": "intermediate"})
    builder.add("cadres", {"specialist_training": "none", "political_theory": "advanced"})
    builder.add("cadres", {"degree": "master", "political_theory": "elementary"})
    return builder.build()


def test_remedies_are_alternatives(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.remedies("postgraduate_holder", roster, row=0, as_of=AS_OF)
    assert found.verdict == Verdict.not_met
    assert found.complete
    today = datetime.date.fromisoformat(AS_OF)
    degree = {"kind": "raise", "attribute": "degree", "value": "master", "or_more": True}
    training = {"kind": "raise", "attribute": "specialist_training", "value": "specialist_1", "or_more": True}
    assert found.remedies == [{"changes": [degree], "day": today}, {"changes": [training], "day": today}]
    assert "cần bổ sung: trình độ chuyên môn từ đại học lên thạc sĩ" in found.to_text("vi")


def test_a_missing_value_is_to_be_established(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.remedies("postgraduate_holder", roster, row=1, as_of=AS_OF)
    degree = {"kind": "establish", "attribute": "degree", "value": "master", "or_more": True}
    assert found.remedies[0]["changes"] == [degree]


SENIORITY = """[pack]
id = "seniority"
title = { vi = "thâm niên", en = "seniority" }
source = { document = "1", issuer = "A", date = 2015-01-01 }

[[criterion]]
id = "experienced"
title = { vi = "có kinh nghiệm", en = "experienced" }
cite = "1"
when = '''
political_theory >= "advanced" or
(political_theory >= "intermediate" and joined_service <= as_of - @"P10Y") or joined_service <= as_of - @"P12Y"
'''
"""


def test_a_remedy_may_wait() -> None:
    pack = cadre.parse_pack(SENIORITY)
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"political_theory": "elementary", "joined_service": datetime.date(2006, 3, 1)})
    roster = builder.build()
    found = pack.remedies("experienced", roster, row=0, as_of=AS_OF)
    assert [([change["value"] for change in remedy["changes"]], remedy["day"]) for remedy in found.remedies] == [
        ([], datetime.date(2018, 3, 1)),
        (["intermediate"], datetime.date(2016, 3, 1)),
        (["advanced"], datetime.date(2015, 12, 31)),
    ]
    assert found.latest == datetime.date(2025, 12, 31)
    assert "từ sơ cấp lên trung cấp; chờ đến ngày 01/03/2016" in found.to_text("vi")
    assert "  • wait until 2018-03-01\n" in found.to_text("en")
    today = pack.remedies("experienced", roster, row=0, as_of=AS_OF, wait_months=0)
    assert [remedy["changes"][0]["value"] for remedy in today.remedies] == ["advanced"]


def test_deciding_names_the_missing_cells(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.deciding("postgraduate_holder", roster, row=1, as_of=AS_OF)
    degree = {"table": "cadres", "row": 1, "attribute": "degree", "partial": False}
    assert found.fields == [degree]
    assert found.can_meet == [[degree]]
    assert found.can_fail == [[degree]]
    assert found.always == [degree]
    assert pack.deciding("postgraduate_holder", roster, row=0, as_of=AS_OF).always is None


def test_needs_count_rows(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.needs("advanced_political_theory", roster, as_of=AS_OF)
    change = {"kind": "raise", "attribute": "political_theory", "value": "advanced", "or_more": True}
    assert found.needs == [{"changes": [change], "rows": 2, "only": 2}]
    assert found.helped == 2
    held_up = pack.needs("postgraduate_holder", roster, as_of=AS_OF).held_up_by
    assert held_up == [{"table": "cadres", "attribute": "degree", "rows": 1}]


def test_wrong_arguments_are_refused(pack: cadre.Pack, roster: cadre.Roster) -> None:
    with pytest.raises(IndexError):
        pack.remedies("postgraduate_holder", roster, row=-1, as_of=AS_OF)
    with pytest.raises(ValueError, match="changes"):
        pack.needs("postgraduate_holder", roster, as_of=AS_OF, changes=0)
    with pytest.raises(ValueError, match="fields"):
        pack.deciding("postgraduate_holder", roster, row=0, as_of=AS_OF, fields=0)
    with pytest.raises(cadre.Error, match="from 1 to 8"):
        pack.remedies("postgraduate_holder", roster, row=0, as_of=AS_OF, changes=9)
    with pytest.raises(cadre.Error, match="from 0 to 1200"):
        pack.remedies("postgraduate_holder", roster, row=0, as_of=AS_OF, wait_months=-1)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "cadres.csv"
    path.write_text("degree,specialist_training\nbachelor,none\n,none\nmaster,none\n", encoding="utf-8")
    return path


def test_explain_with_remedies(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["explain", str(sheet), *HANOI, "--criterion", "postgraduate_holder", "--row", "0", "--remedies"]
    assert main([*arguments, "--lang", "vi"]) == 0
    output = capsys.readouterr().out
    assert "Kết luận: không đạt" in output
    assert "cần bổ sung: trình độ chuyên môn từ đại học lên thạc sĩ" in output


@pytest.mark.parametrize("more", [["--format", "json"], ["--audience", "unit"]])
def test_remedies_tell_values_and_are_text(sheet: Path, capsys: pytest.CaptureFixture[str], more: list[str]) -> None:
    arguments = ["explain", str(sheet), *HANOI, "--criterion", "postgraduate_holder", "--row", "0", "--remedies"]
    assert main([*arguments, *more]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "--remedies" in captured.err


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_needs_as_text(sheet: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert main(["needs", str(sheet), *HANOI, "--criterion", "postgraduate_holder", "--lang", lang]) == 0
    output = capsys.readouterr().out
    assert {"vi": "cần xác minh: trình độ chuyên môn từ thạc sĩ trở lên", "en": "raise: degree to master"}[
        lang
    ] in output


def test_needs_as_json(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["needs", str(sheet), *HANOI, "--criterion", "postgraduate_holder", "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["counts"] == {"met": 1, "not_met": 1, "undetermined": 1}
    assert values["helped"] == 2
    # Specialist training would do for both, so that neither has one way only.
    first = values["needs"][0]
    assert (first["changes"][0]["attribute"], first["rows"], first["only"]) == ("specialist_training", 2, 0)


def test_needs_of_an_unknown_criterion(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["needs", str(sheet), *HANOI, "--criterion", "postgraduate"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "postgraduate" in captured.err
