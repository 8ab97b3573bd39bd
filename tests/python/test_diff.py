"""What changes for a roster from one pack to another: rows, verdicts, the entries that do it and their clauses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import cadre
import pytest
from cadre.cli import main

OLD, NEW = "national-2022-appointment", "national-2025-appointment"
DAYS = {"as_of": "2025-10-08", "law_as_of": "2025-10-07", "law_after": "2025-10-08"}
ROWS = [("reprimand", "2024-09-01"), ("reprimand", "2024-11-01"), ("warning", "2022-11-01"), ("removal", "2019-01-01")]


@pytest.fixture
def disciplined(tmp_path: Path) -> Path:
    """Four cadres, each disciplined once; the first and the third are clear by the old windows alone."""
    folder = tmp_path / "roster"
    folder.mkdir()
    people = [f"c{at},true" for at, _ in enumerate(ROWS)]
    (folder / "cadres.csv").write_text("\n".join(["id,party_member", *people, ""]), encoding="utf-8")
    lines = [f"c{at},{form},{decided}" for at, (form, decided) in enumerate(ROWS)]
    (folder / "cadres.disciplines.csv").write_text("\n".join(["cadre,form,decided", *lines, ""]), encoding="utf-8")
    return folder


def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    for form, decided in ROWS:
        builder.add("cadres", {"disciplines": [{"form": form, "decided": date.fromisoformat(decided)}]})
    return builder.build()


def test_names_rows_verdicts_and_clauses() -> None:
    found = cadre.diff(cadre.load_pack(OLD), cadre.load_pack(NEW), roster(), **DAYS)
    windows = next(row for row in found.criteria() if row["id"] == "appointment_discipline_windows")
    assert (windows["before"], windows["after"]) == ("in_force", "in_force")
    assert windows["counts_before"].met == 3
    assert windows["counts_after"].met == 1
    (change,) = windows["changes"]
    assert (change["from"], change["to"]) == (cadre.Verdict.met, cadre.Verdict.not_met)
    assert change["rows"] == [0, 2]
    # The window after a removal is five years in both: another clause, the same verdicts.
    assert windows["causes"] == ["months_after_reprimand", "months_after_warning"]
    entries = {entry["id"]: entry for entry in found.entries()}
    assert entries["months_after_removal"]["before"]["text"] == entries["months_after_removal"]["after"]["text"]
    reprimand = entries["months_after_reprimand"]
    assert reprimand["before"]["text"] == '@"P1Y"'
    assert reprimand["after"]["text"] == '@"P2Y"'
    assert (str(reprimand["after"]["citation"]), reprimand["after"]["citation"].mark) == ("377-QĐ/TW", "summary")


def test_lists_the_criteria_that_one_side_lacks() -> None:
    found = cadre.diff(cadre.load_pack(OLD), cadre.load_pack(NEW), roster(), **DAYS)
    standing = {row["id"]: (row["before"], row["after"]) for row in found.criteria()}
    assert standing["appointment_health"] == ("in_force", "absent")
    assert not any(row["changes"] for row in found.criteria() if row["after"] == "absent")


def test_a_change_of_law_within_one_pack() -> None:
    rules = cadre.parse_pack(
        '[pack]\nid = "terms"\ntitle = { vi = "x", en = "x" }\nsource = { document = "D" }\nuse = ["vietnam-base"]\n'
        '[[criterion]]\nid = "full_term"\ntitle = { vi = "x", en = "x" }\ncite = "1"\n'
        "when = 'service_left >= @\"P60M\"'\n"
    )
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"sex": "male", "birth_date": date.fromisoformat("1965-02-10")})
    builder.add("cadres", {"sex": "male", "birth_date": date.fromisoformat("1985-02-10")})
    found = cadre.diff(
        rules, rules, builder.build(), as_of="2021-08-01", law_as_of="2020-12-31", law_after="2021-01-01"
    )
    (full_term,) = found.criteria()
    assert [(change["from"].name, change["to"].name, change["rows"]) for change in full_term["changes"]] == [
        ("not_met", "met", [0])
    ]
    assert "retires_by_month_of_birth" in full_term["causes"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_command_line(disciplined: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    command = ["diff", OLD, NEW, "--roster", str(disciplined), "--as-of", "2025-10-08", "--law-as-of", "2025-10-07"]
    command += ["--law-after", "2025-10-08", "--lang", lang]
    assert main(command) == 0
    text = capsys.readouterr().out
    assert ("2 dòng: đạt → không đạt" if lang == "vi" else "rows: 2, met → not met") in text
    assert "377-QĐ/TW" in text
    assert main([*command, "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert (values["law_as_of"], values["law_after"]) == ("2025-10-07", "2025-10-08")
    windows = next(row for row in values["criteria"] if row["id"] == "appointment_discipline_windows")
    assert windows["changes"] == [{"from": "met", "to": "not_met", "count": 2, "rows": [0, 2]}]
