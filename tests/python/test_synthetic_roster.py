"""The generator of the synthetic city: the same bytes for a seed, its stated shares, and what the demo shows of it."""

from __future__ import annotations

import csv
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import cadre
import pytest
from cadre import Verdict
from cadre.sheets import read_roster

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HANOI = EXAMPLES / "mappings" / "hanoi.toml"
EARLIER, LATER = "2013-12-31", "2015-12-31"
DAYS = [EARLIER, LATER]
# What the noise is meant to leave not understood, and trainees who are not in the roster.
NOT_UNDERSTOOD = {"birth_date", "political_theory"}
# Trainees from elsewhere; planned cadres who have left since.
DANGLING = {("trainees", "cadre"): 12, ("pool_members", "cadre"): 24}


def digest(folder: Path) -> str:
    parts = [path.name.encode() + path.read_bytes() for path in sorted(folder.rglob("*.*")) if path.is_file()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def test_the_same_seed_gives_the_same_bytes(generator: ModuleType, tmp_path: Path) -> None:
    for name, seed in [("a", 1), ("b", 1), ("c", 2)]:
        generator.generate(tmp_path / name, seed=seed, scale=0.02)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")
    assert digest(tmp_path / "a") != digest(tmp_path / "c")


@pytest.fixture(scope="module")
def city(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city")
    generator.generate(folder)
    text = HANOI.read_text(encoding="utf-8").replace(f"snapshot = {LATER}", f"snapshot = {EARLIER}")
    (folder / f"{EARLIER}.toml").write_text(text, encoding="utf-8")
    (folder / f"{LATER}.toml").write_text(HANOI.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def rosters(city: Path) -> dict[str, cadre.Roster]:
    tables = {day: read_roster(city / day, lambda rows, _: rows) for day in DAYS}
    return {day: cadre.Roster.from_arrow(tables[day], city / f"{day}.toml") for day in DAYS}


@pytest.fixture(scope="module")
def reviews(rosters: dict[str, cadre.Roster]) -> dict[str, cadre.Assessment]:
    return {day: cadre.load_pack("hanoi-2011").assess(rosters[day], as_of=day) for day in DAYS}


def rows(path: Path) -> Iterator[list[str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


@pytest.mark.parametrize("day", DAYS)
def test_it_says_that_it_is_synthetic_and_names_nobody(city: Path, day: str) -> None:
    assert "SYNTHETIC" in (city / day / "README.txt").read_text(encoding="utf-8")
    assert not any("tên" in column.lower() for column in next(rows(city / day / "cadres.csv")))


def test_the_later_snapshot_continues_the_earlier(city: Path) -> None:
    then, now = ({row[0] for row in rows(city / day / "cadres.csv")} for day in DAYS)
    assert 0.78 < len(then & now) / len(then) < 0.86
    assert len(then) == len(now)
    theory = [{row[0]: row[3] for row in rows(city / day / "cadres.trainings.csv")} for day in DAYS]
    assert set(theory[0]) & now <= set(theory[1])


@pytest.mark.parametrize("day", DAYS)
def test_every_cell_is_read_blank_or_meant_to_be_reported(
    city: Path, rosters: dict[str, cadre.Roster], day: str
) -> None:
    roster = rosters[day]
    sizes = {path.stem: sum(1 for _ in rows(path)) - 1 for path in (city / day).glob("*.csv")}
    for report in roster.import_report.attributes:
        place = (report.table, report.attribute)
        assert report.read + report.blank + report.not_understood + report.dangling == sizes[report.table], place
        if report.attribute not in NOT_UNDERSTOOD:
            assert report.not_understood == 0, (report, report.spellings)
        assert report.dangling <= DANGLING.get(place, 0), place
        assert report.duplicated == 0, place
    # A spell whose first day is missing, in a unit that was reorganised.
    assert all("its unit was succeeded is not known" in repr(one) for one in roster.import_report.findings)


def test_every_table_is_given(rosters: dict[str, cadre.Roster]) -> None:
    sizes = {"units": 669, "party_organisations": 1500, "mass_organisations": 2920, "unit_successions": 38}
    assert {table: rosters[LATER].size(table) for table in sizes} == sizes
    tables = {report.table for report in rosters[LATER].import_report.attributes}
    assert len(tables) == 20


SHARES = {
    "managed_postgraduate_share": (0.30, 0.36),
    "managed_political_theory": (0.925, 0.975),
    "commune_key_political_theory": (0.92, 0.96),
    "ward_key_degree": (0.82, 0.91),
    "rural_commune_key_degree": (0.76, 0.84),
}


@pytest.mark.parametrize(("target", "shares"), SHARES.items())
def test_the_stated_shares(reviews: dict[str, cadre.Assessment], target: str, shares: tuple[float, float]) -> None:
    for day, stated in zip(DAYS, shares, strict=True):
        found = reviews[day][target]
        assert found.least is not None and found.greatest is not None
        assert found.least - 0.015 < stated < found.greatest + 0.015, day


MET, NOT_MET, OPEN = Verdict.met, Verdict.not_met, Verdict.undetermined
YEARLY = {
    "clean_and_strong_organisations": [NOT_MET, MET, OPEN, MET, MET],
    "good_party_members": [NOT_MET, MET, MET, MET, MET],
    "good_party_members_of_all": [NOT_MET, NOT_MET, NOT_MET, NOT_MET, MET],
    "party_admissions": [NOT_MET, OPEN, MET, MET, MET],
    "weak_mass_organisations": [OPEN, MET, NOT_MET, OPEN, MET],
}


@pytest.mark.parametrize(("target", "verdicts"), YEARLY.items())
def test_the_yearly_targets(reviews: dict[str, cadre.Assessment], target: str, verdicts: list[Verdict]) -> None:
    years = range(2011, 2016)
    assert [reviews[LATER][target, year].verdict for year in years] == verdicts
    # The years that had begun are judged alike two years before; the others are open.
    assert [reviews[EARLIER][target, year].verdict for year in years] == [*verdicts[:3], OPEN, OPEN]
    assert reviews[EARLIER][target, 2014].undecided == "year_not_begun"


def test_the_targets_at_the_end(reviews: dict[str, cadre.Assessment]) -> None:
    verdicts = {id: reviews[LATER][id].verdict for id in [*SHARES, "reserve_cadres_trained"]}
    assert verdicts == {
        "managed_postgraduate_share": OPEN,
        "managed_political_theory": NOT_MET,
        "commune_key_political_theory": NOT_MET,
        "ward_key_degree": NOT_MET,
        "rural_commune_key_degree": MET,
        "reserve_cadres_trained": OPEN,
    }
    trained = reviews[LATER]["reserve_cadres_trained"]
    assert (trained.least, trained.greatest) == (983, 983 + 14 + 12)


def test_people_of_communes_that_became_wards_change_cohort(rosters: dict[str, cadre.Roster]) -> None:
    pack = cadre.load_pack("hanoi-2011")
    sizes = {}
    for day in ("2013-12-26", EARLIER):
        review = pack.assess(rosters[EARLIER], as_of=day)
        for target in ("ward_key_degree", "rural_commune_key_degree"):
            sizes[target, day] = sum(review[target].counts[name] for name in ("met", "not_met", "undetermined"))
    assert sizes["rural_commune_key_degree", "2013-12-26"] - sizes["rural_commune_key_degree", EARLIER] > 80
    assert sizes["ward_key_degree", EARLIER] - sizes["ward_key_degree", "2013-12-26"] > 80


TENURE = """
[pack]
id = "tenure"
title = { vi = "Thời gian giữ chức vụ", en = "Tenure" }
source = { document = "T", issuer = "T", date = 2013-01-01 }
use = ["vietnam-base"]
[[criterion]]
id = "in_a_new_unit"
title = { vi = "Ở đơn vị mới", en = "In a new unit" }
cite = "1"
when = 'some a in current_appointments satisfies a.kind = "reorganisation" and a.primary'
[[criterion]]
id = "tenure_across"
title = { vi = "Giữ chức vụ từ trước", en = "In post since before" }
cite = "1"
when = '''
(some a in current_appointments satisfies a.kind = "reorganisation" and a.primary)
and current_post.held_since < current_post.from'''
"""


@pytest.mark.parametrize("day", DAYS)
def test_tenure_carries_across_reorganisations(rosters: dict[str, cadre.Roster], day: str) -> None:
    table = cadre.parse_pack(TENURE).evaluate(rosters[day], as_of=day)
    moved = table["in_a_new_unit"].counts.met
    assert moved > 120
    # But for those whose first day is missing.
    assert moved - table["tenure_across"].counts.met <= 3


def test_the_comparison_tells_the_same(city: Path, reviews: dict[str, cadre.Assessment]) -> None:
    mappings = [str(city / f"{day}.toml") for day in DAYS]
    command = [sys.executable, str(EXAMPLES / "compare_snapshots.py"), str(city), *mappings]
    out = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    line = next(line for line in out.splitlines() if line.startswith("managed_postgraduate_share"))
    results = re.findall(r"[\d.]+ %–[\d.]+ %", line)
    assert len(results) == 2
    assert all(result in reviews[day].to_text() for day, result in zip(DAYS, results, strict=True))
    assert "delivered late" in out


def test_the_program_in_cpp_tells_the_same_figures(
    city: Path, rosters: dict[str, cadre.Roster], capfd: pytest.CaptureFixture[str]
) -> None:
    programs = sorted((EXAMPLES.parent / "build").glob("*/examples/review_roster"), key=lambda p: p.stat().st_mtime)
    if not programs:
        pytest.skip("the C++ examples are not built (build/*/examples/review_roster)")
    roster = rosters[LATER]
    arguments = [str(city / LATER), str(HANOI), "hanoi-2011", LATER, "postgraduate_holder", "3500"]
    subprocess.run([programs[-1], *arguments], check=True)
    pack = cadre.load_pack("hanoi-2011")
    explanation = pack.explain("postgraduate_holder", roster, row=3500, as_of=LATER)
    expected = [
        roster.import_report.to_text(),
        pack.assess(roster, as_of=LATER).to_text(),
        explanation.to_text("vi"),
        explanation.to_text("en"),
    ]
    out = capfd.readouterr().out
    for text in expected:
        assert text in out
