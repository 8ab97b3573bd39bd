"""The real candidates list through Python: the official totals (skipped where the data is absent)."""

from __future__ import annotations

from pathlib import Path

import cadre
import pyarrow as pa
import pytest
from cadre import Verdict
from cadre.sheets import read_sheet

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ELECTED = "won"


@pytest.fixture(scope="module")
def frame(na15: Path) -> pa.Table:
    return read_sheet(na15, lambda rows, _: rows)


@pytest.fixture(scope="module")
def roster(frame: pa.Table) -> cadre.Roster:
    return cadre.Roster.from_arrow(frame, mapping=EXAMPLES / "mappings" / "na15.toml")


@pytest.fixture(scope="module")
def table(roster: cadre.Roster) -> cadre.VerdictTable:
    return cadre.load_pack(EXAMPLES / "packs" / "na15.toml").evaluate(roster, as_of="2021-04-27")


def elected(frame: pa.Table, column: cadre.VerdictColumn) -> int:
    results = frame["Kết quả"].to_pylist()
    return sum(v == Verdict.met and r == ELECTED for v, r in zip(column.verdicts, results, strict=True))


def test_post_graduates(frame: pa.Table, table: cadre.VerdictTable) -> None:
    column = table["postgraduate_holder"]
    assert column.counts == table["postgraduate_holder"].counts
    assert (column.counts.met, column.counts.undetermined, column.counts.total) == (564, 10, 868)
    assert elected(frame, column) == 392


@pytest.mark.parametrize(("words", "met", "won"), [(("woman", "women", "female"), 393, 151), (("40",), 224, 47)])
def test_women_and_the_young(
    frame: pa.Table, table: cadre.VerdictTable, words: tuple[str, ...], met: int, won: int
) -> None:
    name = next(name for name in table if any(word in name for word in words))
    assert table[name].counts.met == met
    assert elected(frame, table[name]) == won


def test_party_dates(roster: cadre.Roster) -> None:
    report = roster.import_report.find("cadres", "party_admission_date")
    assert report is not None
    assert (report.blank, report.not_understood) == (73, 1)
    assert len(report.spellings) == 1


def test_political_theory_that_is_not_understood_is_reported(roster: cadre.Roster) -> None:
    report = roster.import_report.find("cadres", "political_theory")
    assert report is not None
    assert report.not_understood == sum(count for _, count in report.spellings) > 0
    assert "Đang học Trung cấp" in dict(report.spellings)
