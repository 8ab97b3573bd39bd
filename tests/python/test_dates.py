"""Dates that files really have: partial ones, and facts of a later day than the one judged."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import cadre
import pyarrow as pa
import pytest
from cadre.cli import main

TRIAL = str(Path(__file__).parent / "trial.toml")
TRIAL_PACK = cadre.load_pack(TRIAL)


def test_partial_dates_of_a_sheet_decide_where_all_their_days_do() -> None:
    frame = pa.table({"birth_date": ["1965", "12/1975", "1/1976", "31/12/1975", None]})
    mapping = {"cadres": {"birth_date": {"format": "d/m/y", "partial": "range"}}}
    roster = cadre.Roster.from_arrow(frame, mapping)
    report = roster.import_report.find("cadres", "birth_date")
    assert report is not None
    assert (report.read, report.partial, report.not_understood, report.blank) == (4, 3, 0, 1)
    young = TRIAL_PACK.evaluate(roster, as_of="2015-12-31")["is_young"]
    met, not_met, open_ = cadre.Verdict.met, cadre.Verdict.not_met, cadre.Verdict.undetermined
    assert list(young.verdicts) == [not_met, not_met, met, not_met, open_]
    a_day_earlier = TRIAL_PACK.evaluate(roster, as_of="2015-12-30")["is_young"]
    assert list(a_day_earlier.verdicts) == [not_met, open_, met, met, open_]
    text = TRIAL_PACK.explain("is_young", roster, row=1, as_of="2015-12-30").to_text("vi")
    assert "12/1975" in text
    assert "ngày chưa đầy đủ" in text


def test_partial_dates_are_values() -> None:
    month = cadre.PartialDate(1976, 2)
    assert (month.first, month.last) == (date(1976, 2, 1), date(1976, 2, 29))
    assert cadre.PartialDate(1965).last == date(1965, 12, 31)
    assert month == cadre.PartialDate(1976, month=2)
    assert len({month, cadre.PartialDate(1976, 2), cadre.PartialDate(1976)}) == 2
    assert repr(month) == "PartialDate(1976, 2)"
    assert repr(cadre.PartialDate(1965)) == "PartialDate(1965)"
    for wrong in ((1965, 13), (1965, 0), (1399, 1), (10000, 1)):
        with pytest.raises(ValueError):
            cadre.PartialDate(*wrong)


def test_partial_dates_can_be_built_and_judged() -> None:
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"birth_date": cadre.PartialDate(1980)})
    young = TRIAL_PACK.evaluate(builder.build(), as_of="2015-12-31")["is_young"]
    assert list(young.verdicts) == [cadre.Verdict.met]
    values = {"birth_date": cadre.PartialDate(1980)}
    early = cadre.evaluate('birth_date < @"1981-01-01"', values, as_of="2015-12-31")
    assert early is cadre.Verdict.met
    assert cadre.evaluate("birth_date", values, as_of="2015-12-31").fields == ("birth_date",)


@pytest.fixture
def later_facts() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"degree": "master", "party_member": True, "birth_date": date(1980, 1, 1)})
    builder.set_snapshot("2016-06-30")
    return builder.build()


def test_a_strict_snapshot_forgets_undated_facts_of_a_later_day(later_facts: cadre.Roster) -> None:
    days = {"as_of": "2015-12-31"}
    assert TRIAL_PACK.evaluate(later_facts, **days)["holds_master"].counts.met == 1
    strict = TRIAL_PACK.evaluate(later_facts, **days, strict_snapshot=True)
    assert strict["holds_master"].counts.undetermined == 1
    assert strict["is_young"].counts.met == 1
    assert TRIAL_PACK.assess(later_facts, **days)["masters"].verdict is cadre.Verdict.met
    assessed = TRIAL_PACK.assess(later_facts, **days, strict_snapshot=True)["masters"]
    assert assessed.verdict is cadre.Verdict.undetermined
    assert assessed.cells == []
    explanation = TRIAL_PACK.explain("holds_master", later_facts, row=0, **days, strict_snapshot=True)
    assert "undated facts are those of a later day" in explanation.to_text("en")


def test_the_command_line_has_the_strict_snapshot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "roster.csv"
    sheet.write_text("degree,party_member\nmaster,1\n", encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text("snapshot = 2016-06-30\n", encoding="utf-8")
    common = [str(sheet), "--pack", TRIAL, "--as-of", "2015-12-31", "--mapping", str(mapping)]
    found = {}
    for strict in ([], ["--strict-snapshot"]):
        assert main(["review", *common, "--format", "json", *strict]) == 0
        criteria = json.loads(capsys.readouterr().out)["criteria"]
        found[bool(strict)] = next(c for c in criteria if c["id"] == "holds_master")
    assert found[False]["met"] == 1
    assert found[True]["undetermined"] == 1
    assert main(["explain", *common, "--criterion", "holds_master", "--row", "0", "--strict-snapshot"]) == 0
    assert "undated facts are those of a later day" in capsys.readouterr().out
