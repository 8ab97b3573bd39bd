"""The programme of Hanoi as a whole: yearly targets, indicators, deliverables, contradictions."""

from __future__ import annotations

import datetime
import json
from fractions import Fraction
from pathlib import Path

import cadre
import pytest
from cadre.cli import main

AS_OF = "2015-12-31"


@pytest.fixture(scope="module")
def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    for rating, status in [("good", "rated"), ("completed", "rated"), (None, "deferred")]:
        builder.add("party_members", {"appraisals": [{"year": 2012, "rating": rating, "status": status}]})
    builder.add("party_members", {"appraisals": [{"year": 2013, "rating": "good", "status": "rated"}] * 2})
    builder.add("admissions", {"date": datetime.date(2012, 5, 19)})
    builder.add("cadres", {"id": "a", "managed_by": "city_standing_committee", "sex": "female"})
    builder.add("trainees", {"cadre": "a", "group": "city", "completed": datetime.date(2013, 6, 1)})
    builder.add("trainees", {"cadre": "b", "group": "grassroots", "completed": datetime.date(2013, 6, 1)})
    return builder.build()


def test_a_yearly_target_has_one_row_a_year(roster: cadre.Roster) -> None:
    assessment = cadre.load_pack("hanoi-2011").assess(roster, as_of=AS_OF)
    rows = [row for row in assessment.to_dicts() if row["id"] == "good_party_members"]
    assert [row["year"] for row in rows] == [2011, 2012, 2013, 2014, 2015]
    assert [row["partial_year"] for row in rows] == [True, False, False, False, False]
    assert assessment["good_party_members", 2012].least == Fraction(1, 2)
    assert assessment["good_party_members_of_all", 2012].least == Fraction(1, 3)
    assert assessment["weak_mass_organisations", 2012].undecided == "table_not_given"
    assert assessment["weak_mass_organisations", 2012].target.threshold() == "not increasing"
    with pytest.raises(KeyError, match="name a year"):
        assessment["good_party_members"]
    with pytest.raises(KeyError):
        assessment["good_party_members", 2016]


def test_the_reserve_is_counted_as_distinct_people(roster: cadre.Roster) -> None:
    trained = cadre.load_pack("hanoi-2011").assess(roster, as_of=AS_OF)["reserve_cadres_trained"]
    assert (trained.year, trained.least, trained.greatest) == (None, 1, 2)
    assert [(part["code"], part["least"]) for part in trained.parts] == [("city", 1), ("grassroots", 1)]


def test_contradictions_name_rows(roster: cadre.Roster) -> None:
    found = {(found["kind"], found["table"], found["row"]) for found in roster.contradictions()}
    assert found == {("rated_twice", "party_members", 3), ("not_in_roster", "trainees", 1)}


def test_indicators_and_deliverables(roster: cadre.Roster) -> None:
    pack = cadre.load_pack("hanoi-2011")
    rows = pack.measure(roster, as_of=AS_OF).to_dicts("en")
    women = next(row for row in rows if row["id"] == "managed_women" and row["year"] == 2012)
    assert (women["least"], women["known"]) == (1, True)
    planned = next(row for row in rows if row["id"] == "planned_women")
    assert planned["least"] is None
    assert planned["not_collected"].startswith("Not collected")

    deliverables = pack.deliverables(as_of=AS_OF, records=[("city_departments_report", 2012, "2012-12-20")])
    states = {row["year"]: row["state"] for row in deliverables.to_dicts() if row["id"] == "city_departments_report"}
    assert states == {2011: "not_recorded", 2012: "delivered"} | dict.fromkeys([2013, 2014, 2015], "not_recorded")
    with pytest.raises(cadre.Error, match="city_departments_rep"):
        pack.deliverables(as_of=AS_OF, records=[("city_departments_reprt", 2012, None)])


def test_the_review_of_a_folder_has_every_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "admissions.csv").write_text("date\n2012-05-19\n", encoding="utf-8")
    (tmp_path / "cadres.csv").write_text("id\na\n", encoding="utf-8")
    (tmp_path / "trainees.csv").write_text("cadre\na\nb\n", encoding="utf-8")
    arguments = ["review", str(tmp_path), "--pack", "hanoi-2011", "--as-of", AS_OF]
    assert main([*arguments, "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    admissions = {row["year"]: row["least"] for row in values["targets"] if row["id"] == "party_admissions"}
    assert admissions == {2011: "0", 2012: "1", 2013: "0", 2014: "0", 2015: "0"}
    assert len(values["deliverables"]) > 40
    assert values["contradictions"][0]["row"] == 1
    assert main([*arguments, "--lang", "vi"]) == 0
    text = capsys.readouterr().out
    assert "năm 2011 (không trọn năm)" in text
    assert "Chỉ số theo dõi" in text
    assert "(văn bản không nêu cơ quan)" in text
