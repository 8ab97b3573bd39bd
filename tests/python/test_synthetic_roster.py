"""The generator of the synthetic city: the same bytes for a seed, its stated marginals, and the demo's targets."""

from __future__ import annotations

import csv
import hashlib
import subprocess
from pathlib import Path
from types import ModuleType

import cadre
import pytest
from cadre import Verdict
from cadre.sheets import read_roster

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def digest(folder: Path) -> str:
    parts = [path.name.encode() + path.read_bytes() for path in sorted(folder.iterdir())]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def test_the_same_seed_gives_the_same_bytes(generator: ModuleType, tmp_path: Path) -> None:
    for name, seed in [("a", 1), ("b", 1), ("c", 2)]:
        generator.generate(tmp_path / name, seed=seed, scale=0.05)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")
    assert digest(tmp_path / "a") != digest(tmp_path / "c")


@pytest.fixture(scope="module")
def city(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city")
    generator.generate(folder)
    return folder


@pytest.fixture(scope="module")
def roster(city: Path) -> cadre.Roster:
    return cadre.Roster.from_arrow(read_roster(city, lambda rows, _: rows), EXAMPLES / "mappings" / "hanoi.toml")


def test_it_says_that_it_is_synthetic_and_names_nobody(city: Path) -> None:
    assert "SYNTHETIC" in (city / "README.txt").read_text(encoding="utf-8")
    with open(city / "cadres.csv", encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert not any("tên" in column.lower() for column in header)


def test_its_size(roster: cadre.Roster) -> None:
    assert roster.size("units") == 1 + 24 + 30 + 580
    assert 4_900 <= len(roster) <= 5_000


def test_every_cell_is_read_blank_or_reported(roster: cadre.Roster) -> None:
    for report in roster.import_report.attributes:
        cells = report.read + report.blank + report.not_understood + report.dangling
        assert cells == roster.size(report.table), report
        # What is put in as noise is understood, but for what is meant not to be.
        if report.attribute not in {"birth_date", "political_theory"}:
            assert report.not_understood == 0, (report, report.spellings)
        assert report.dangling == report.duplicated == 0, report


def test_the_targets_of_the_programme(roster: cadre.Roster) -> None:
    assessment = cadre.load_pack("hanoi-2011").assess(roster, as_of="2015-12-31")
    verdicts = {target.id: target.verdict for target in assessment}
    assert verdicts["managed_postgraduate_share"] == Verdict.undetermined
    assert verdicts["ward_key_degree"] == Verdict.not_met
    assert verdicts["rural_commune_key_degree"] == Verdict.met
    share = assessment["managed_postgraduate_share"]
    assert share.least is not None and share.greatest is not None
    assert share.least <= 0.35 < share.greatest
    assert share.counts["met"] + share.counts["not_met"] + share.counts["undetermined"] == 1000


def test_the_program_in_cpp_tells_the_same_figures(
    city: Path, roster: cadre.Roster, capfd: pytest.CaptureFixture[str]
) -> None:
    programs = sorted((EXAMPLES.parent / "build").glob("*/examples/review_roster"), key=lambda p: p.stat().st_mtime)
    if not programs:
        pytest.skip("the C++ examples are not built (build/*/examples/review_roster)")
    mapping = str(EXAMPLES / "mappings" / "hanoi.toml")
    arguments = [str(city), mapping, "hanoi-2011", "2015-12-31", "postgraduate_holder", "3500"]
    subprocess.run([programs[-1], *arguments], check=True)
    pack = cadre.load_pack("hanoi-2011")
    explanation = pack.explain("postgraduate_holder", roster, row=3500, as_of="2015-12-31")
    expected = [
        roster.import_report.to_text(),
        pack.assess(roster, as_of="2015-12-31").to_text(),
        explanation.to_text("vi"),
        explanation.to_text("en"),
    ]
    out = capfd.readouterr().out
    for text in expected:
        assert text in out
