"""Packs, rosters and verdicts through the public names."""

from __future__ import annotations

import datetime
from datetime import date
from pathlib import Path

import cadre
import pyarrow as pa
import pytest
from cadre import Verdict

PACK_TEXT = (Path(__file__).parent / "trial.toml").read_text(encoding="utf-8")
AS_OF = "2015-12-31"


@pytest.fixture(scope="module")
def pack() -> cadre.Pack:
    return cadre.parse_pack(PACK_TEXT, "trial.toml")


@pytest.fixture(scope="module")
def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"id": "a", "degree": "master", "birth_date": date(1980, 1, 2), "party_member": True})
    builder.add("cadres", {"id": "b", "degree": "bachelor", "birth_date": date(1960, 1, 2), "party_member": True})
    builder.add("cadres", {"id": "c", "degree": None, "party_member": True})
    return builder.build()


def test_public_names() -> None:
    for name in cadre.__all__:
        assert hasattr(cadre, name), name
    assert cadre.__version__


def test_pack_has_titles_in_both_languages_and_citations(pack: cadre.Pack) -> None:
    assert pack.id == "trial"
    assert pack.title() == "Trial pack"
    assert pack.title("vi") == "Gói thử"
    assert pack.source == {"document": "01-TEST", "issuer": "tests", "date": date(2011, 8, 18)}
    criterion = pack.criteria[0]
    assert criterion.id == "holds_master"
    assert criterion.title("vi") == "Có bằng thạc sĩ"
    assert criterion.citation.clause == "1"
    assert criterion.citation.mark == "text"
    assert criterion.table == "cadres"
    assert criterion.condition == 'degree >= "master"'
    with pytest.raises(ValueError, match="language"):
        pack.title("fr")


def test_counts_and_verdicts(pack: cadre.Pack, roster: cadre.Roster) -> None:
    table = pack.evaluate(roster, as_of=AS_OF)
    column = table["holds_master"]
    assert (column.counts.met, column.counts.not_met, column.counts.undetermined) == (1, 1, 1)
    assert column.counts.total == len(column) == len(roster) == 3
    assert repr(column.counts) == "Counts(met=1, not_met=1, undetermined=1)"
    assert list(column.verdicts) == [Verdict.met, Verdict.not_met, Verdict.undetermined]


def test_table_is_a_mapping_by_criterion(pack: cadre.Pack, roster: cadre.Roster) -> None:
    table = pack.evaluate(roster, as_of=AS_OF)
    assert list(table) == ["holds_master", "is_young", "rated_well_lately"] == table.keys()
    assert len(table) == 3
    assert "is_young" in table
    assert "is_old" not in table
    with pytest.raises(cadre.Error) as caught:
        table["holds_mastr"]
    assert caught.value.code == "not_found"


def test_as_of_is_a_date_or_an_iso_text(pack: cadre.Pack, roster: cadre.Roster) -> None:
    for as_of in (AS_OF, date(2015, 12, 31), datetime.datetime(2015, 12, 31)):
        assert pack.evaluate(roster, as_of=as_of)["is_young"].counts.met == 1
    assert pack.evaluate(roster, as_of="2020-01-02")["is_young"].counts.met == 0


@pytest.mark.parametrize("as_of", ["31/12/2015", "2015-02-30", "", "2015-12-31T00:00"])
def test_wrong_dates_are_value_errors(pack: cadre.Pack, roster: cadre.Roster, as_of: str) -> None:
    with pytest.raises(ValueError, match="as_of"):
        pack.evaluate(roster, as_of=as_of)


@pytest.mark.parametrize("as_of", [20151231, None, 1.5])
def test_other_types_of_dates_are_type_errors(pack: cadre.Pack, roster: cadre.Roster, as_of: object) -> None:
    with pytest.raises(TypeError, match="as_of"):
        pack.evaluate(roster, as_of=as_of)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [0, 2, 3])
def test_threads_change_nothing(pack: cadre.Pack, roster: cadre.Roster, threads: int) -> None:
    one = pack.evaluate(roster, as_of=AS_OF)
    many = pack.evaluate(roster, as_of=AS_OF, threads=threads)
    assert all(bytes(one[name].verdicts) == bytes(many[name].verdicts) for name in one)


def test_a_verdict_has_no_truth_value() -> None:
    for verdict in Verdict:
        with pytest.raises(TypeError, match="no truth value"):
            bool(verdict)
    assert (Verdict.not_met, Verdict.met, Verdict.undetermined) == (0, 1, 2)
    assert Verdict(1) is Verdict.met
    assert Verdict.met.name == "met"


def test_verdicts_are_a_sequence(pack: cadre.Pack, roster: cadre.Roster) -> None:
    verdicts = pack.evaluate(roster, as_of=AS_OF)["holds_master"].verdicts
    assert verdicts[0] is Verdict.met
    assert verdicts[-1] is Verdict.undetermined
    assert verdicts[::-1] == [Verdict.undetermined, Verdict.not_met, Verdict.met]
    with pytest.raises(IndexError):
        verdicts[3]


def test_verdicts_export_bytes_without_the_roster(pack: cadre.Pack, roster: cadre.Roster) -> None:
    verdicts = pack.evaluate(roster, as_of=AS_OF)["holds_master"].verdicts
    view = memoryview(verdicts)
    assert view.readonly
    assert view.tolist() == [1, 0, 2]
    assert pa.array(verdicts).to_pylist() == [1, 0, 2]
    array = pack.evaluate(roster, as_of=AS_OF)["holds_master"].verdicts.to_numpy()
    assert array.tolist() == [1, 0, 2]


def test_explanation_in_both_languages(pack: cadre.Pack, roster: cadre.Roster) -> None:
    explanation = pack.explain("holds_master", roster, row=1, as_of=AS_OF)
    assert explanation.verdict == Verdict.not_met
    english, vietnamese = explanation.to_text("en"), explanation.to_text("vi")
    assert "not met" in english
    assert "không đạt" in vietnamese
    assert "01-TEST" in english
    assert str(explanation) == english
    with pytest.raises(ValueError, match="language"):
        explanation.to_text("fr")


@pytest.mark.parametrize(("criterion", "row"), [("holds_mastr", 0), ("holds_master", 3)])
def test_nothing_to_explain(pack: cadre.Pack, roster: cadre.Roster, criterion: str, row: int) -> None:
    with pytest.raises(cadre.Error) as caught:
        pack.explain(criterion, roster, row=row, as_of=AS_OF)
    assert caught.value.code == "not_found"


def test_assessment(pack: cadre.Pack, roster: cadre.Roster) -> None:
    assessment = pack.assess(roster, as_of=AS_OF)
    assert len(assessment) == 1
    target = assessment["masters"]
    assert target.id == target.target.id == "masters"
    assert target.target.title("vi") == "Trên một nửa là thạc sĩ"
    assert target.target.by == date(2015, 12, 31)
    assert target.verdict == Verdict.undetermined
    assert target.undecided == "missing_data"
    assert target.due == "on_the_day"
    assert (str(target.least), str(target.greatest)) == ("1/3", "2/3")
    assert target.shortfall is not None
    assert target.shortfall.certain == 1
    assert target.counts["undetermined"] == 1
    assert target.rows == [2]
    assert [(cell["table"], cell["row"], cell["attribute"]) for cell in target.cells] == [("cadres", 2, "degree")]
    assert [row["id"] for row in assessment.to_dicts()] == ["masters"]
    with pytest.raises(KeyError):
        assessment["other"]
    with pytest.raises(IndexError):
        assessment[1]


def test_targets_can_be_read_without_a_roster(pack: cadre.Pack) -> None:
    assert [target.id for target in pack.targets()] == ["masters"]


def test_every_diagnostic_of_a_pack_is_reported() -> None:
    text = PACK_TEXT.replace("degree >=", "degre >=").replace("birth_date +", "birthdate +")
    with pytest.raises(cadre.Error) as caught:
        cadre.parse_pack(text, "wrong.toml")
    error = caught.value
    assert error.code == "invalid_rule"
    assert len(error.diagnostics) >= 2
    first = error.diagnostics[0]
    assert first.severity == "error"
    assert first.place.source == "wrong.toml"
    assert first.place.line > 0
    assert first.code
    assert first.text("vi") != first.text("en")
    assert any("degree" in (diagnostic.hint() or "") for diagnostic in error.diagnostics)
    assert "wrong.toml" in error.text("vi")
    assert str(error) == error.text("en")


def test_shipped_packs_load() -> None:
    assert "hanoi-2011" in cadre.shipped_packs()
    for pack_id in cadre.shipped_packs():
        assert cadre.load_pack(pack_id).id == pack_id
    with pytest.raises(cadre.Error) as caught:
        cadre.load_pack("hanoi-2012")
    assert caught.value.code == "not_found"
