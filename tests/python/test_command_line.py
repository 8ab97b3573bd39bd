"""The command line: results, and bad input, which is told with its place and exit status 2."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import cadre
import openpyxl
import pyarrow as pa
import pytest
from cadre.cli import main
from cadre.cli.texts import TEXTS
from pyarrow import parquet

TRIAL = str(Path(__file__).parent / "trial.toml")
HANOI = str(Path(__file__).resolve().parents[2] / "examples" / "mappings" / "hanoi.toml")
AS_OF = ["--as-of", "2015-12-31"]

ROWS = [
    ("degree", "birth_date", "party_member"),
    ("master", "1980-01-02", "true"),
    ("bachelor", "1960-01-02", "true"),
    ("", "1990-01-02", "true"),
]


def csv_text(rows: list[tuple[str, ...]] = ROWS) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text(csv_text(), encoding="utf-8")
    return path


def review_json(source: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict:
    assert main(["review", str(source), "--pack", TRIAL, *AS_OF, "--format", "json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def complaint(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Runs what must fail; the message, after checking that nothing else was written."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert "Traceback" not in captured.err
    return captured.err


# ---- what works ----


def test_review_as_text(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(sheet), "--pack", TRIAL, *AS_OF]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "degree" in captured.out
    assert "Holds a master's degree" in captured.out
    assert "More than half are masters" in captured.out


def test_review_in_vietnamese(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(sheet), "--pack", TRIAL, *AS_OF, "--lang", "vi"]) == 0
    out = capsys.readouterr().out
    assert "Có bằng thạc sĩ" in out
    assert "chưa xác định" in out
    assert "undetermined" not in out


def test_json_has_the_counts_of_the_library(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = review_json(sheet, capsys)
    counts = {c["id"]: (c["met"], c["not_met"], c["undetermined"]) for c in values["criteria"]}
    assert counts == {"holds_master": (1, 1, 1), "is_young": (2, 1, 0), "rated_well_lately": (0, 0, 3)}
    assert values["as_of"] == "2015-12-31"
    assert values["rows"]["cadres"] == 3
    (target,) = values["targets"]
    assert (target["verdict"], target["least"], target["greatest"]) == ("undetermined", "1/3", "2/3")
    assert target["verify_cells"][0]["attribute"] == "degree"
    degree = next(a for a in values["import_report"]["attributes"] if a["attribute"] == "degree")
    assert (degree["read"], degree["blank"]) == (2, 1)


def test_csv_with_bom_quotes_and_line_breaks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(b'\xef\xbb\xbf"degree",ethnicity\r\nmaster,"a\r\n""b"", c"\r\n')
    assert review_json(path, capsys)["criteria"][0]["met"] == 1


def test_csv_cells_stay_text(tmp_path: Path) -> None:
    from cadre.sheets import read_sheet

    path = tmp_path / "roster.csv"
    path.write_text("id,flag,n\n007,true,1.50\n", encoding="utf-8")
    assert read_sheet(path, lambda rows, _: rows).to_pylist() == [{"id": "007", "flag": "true", "n": "1.50"}]


def test_parquet_xlsx_and_csv_agree(sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = review_json(sheet, capsys)
    born = [date.fromisoformat(row[1]) for row in ROWS[1:]]
    frame = pa.table({"degree": ["master", "bachelor", None], "birth_date": born, "party_member": [True] * 3})
    parquet.write_table(frame, tmp_path / "roster.parquet")
    book = openpyxl.Workbook()
    book.active.append(list(ROWS[0]))
    for row, day in zip(ROWS[1:], born, strict=True):
        book.active.append([row[0] or None, day, row[2]])
    book.save(tmp_path / "roster.xlsx")
    for name in ("roster.parquet", "roster.xlsx"):
        found = review_json(tmp_path / name, capsys)
        assert found["criteria"] == expected["criteria"]
        assert found["targets"] == expected["targets"]


def test_a_folder_is_a_table_a_file(synthetic: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = review_json(synthetic, capsys, "--mapping", HANOI)
    assert values["rows"]["units"] > 50
    assert values["rows"]["cadres.appointments"] > values["rows"]["cadres"]
    assert values["snapshot"] == "2015-12-31"
    assert values["import_report"]["unused_columns"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_explain(sheet: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    arguments = ["--pack", TRIAL, *AS_OF, "--criterion", "holds_master", "--row", "1", "--lang", lang]
    assert main(["explain", str(sheet), *arguments]) == 0
    assert ("không đạt" if lang == "vi" else "not met") in capsys.readouterr().out


def test_check_and_packs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", TRIAL, "hanoi-2011"]) == 0
    out = capsys.readouterr().out
    assert "3 rotation policies" in out
    assert "trial: sound, 3 criteria, 1 targets" in out
    assert main(["packs"]) == 0
    assert "hanoi-2011" in capsys.readouterr().out


def test_check_names_what_is_wrong_with_a_rotation_policy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "own.toml"
    pack.write_text(
        """[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "1-QĐ/TU" }
[[rotation_policy]]
id = "p"
title = { vi = "p", en = "p" }
cite = "1"
rule = "overstays"
""",
        encoding="utf-8",
    )
    assert main(["check", str(pack)]) == 2
    assert "there is no rotation rule “overstays”" in capsys.readouterr().err


def test_the_console_script_runs() -> None:
    run = subprocess.run([sys.executable, "-m", "cadre.cli", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"cadre {cadre.__version__}\n"


def test_a_reader_that_stops_early_is_no_error(sheet: Path) -> None:
    command = [sys.executable, "-m", "cadre.cli", "review", str(sheet), "--pack", TRIAL, *AS_OF]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_every_text_takes_the_same_values_in_both_languages() -> None:
    import string

    def fields(pattern: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(pattern)} - {None}

    for key, (vietnamese, english) in TEXTS.items():
        assert fields(vietnamese) == fields(english), key


# ---- bad input ----


def test_a_mapping_to_a_column_that_is_not_there(
    sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text('[cadres.degree]\ncolumn = "degre"\n', encoding="utf-8")
    message = complaint(["review", str(sheet), "--pack", TRIAL, *AS_OF, "--mapping", str(mapping)], capsys)
    assert f"{mapping}:1:" in message
    assert "degre" in message
    assert "hint" in message


def test_a_mapping_with_an_unknown_key(sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text('[cadres.degree]\ncolumn = "degree"\nreed = "exact"\n', encoding="utf-8")
    message = complaint(["review", str(sheet), "--pack", TRIAL, *AS_OF, "--mapping", str(mapping)], capsys)
    assert f"{mapping}:3:" in message
    assert "read" in message


def test_a_pack_with_an_unknown_attribute(sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "p.toml"
    pack.write_text(Path(TRIAL).read_text(encoding="utf-8").replace("degree >=", "degre >="), encoding="utf-8")
    for arguments in (["review", str(sheet), "--pack", str(pack), *AS_OF], ["check", TRIAL, str(pack)]):
        message = complaint(arguments, capsys)
        assert f"{pack}:" in message
        assert "degree" in message


def test_check_tells_all_that_is_wrong_with_all_packs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(TRIAL).read_text(encoding="utf-8")
    packs = [tmp_path / "a.toml", tmp_path / "b.toml"]
    packs[0].write_text(text.replace("degree >=", "degre >=").replace("birth_date", "birthdate"), encoding="utf-8")
    packs[1].write_text(text.replace('cite = "1"\n', "", 1), encoding="utf-8")
    message = complaint(["check", *map(str, packs)], capsys)
    assert message.count(f"{packs[0]}:") >= 2
    assert f"{packs[1]}:" in message


@pytest.mark.parametrize("value", ["31/12/2015", "2015-13-01", "1399-12-31", "yesterday", ""])
def test_a_bad_date(sheet: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    message = complaint(["review", str(sheet), "--pack", TRIAL, "--as-of", value], capsys)
    assert "--as-of" in message
    assert value in message


def test_messages_follow_the_language(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["review", str(sheet), "--pack", TRIAL, "--as-of", "x", "--lang", "vi"]
    assert "lỗi" in complaint(arguments, capsys)
    arguments = ["review", str(sheet), "--pack", "no-such-pack", *AS_OF, "--lang", "vi"]
    assert complaint(arguments, capsys).count("lỗi") == 1


@pytest.mark.parametrize("option", ["roster", "--pack", "--mapping"])
def test_missing_files(sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    absent = str(tmp_path / "absent.toml")
    given = {"roster": str(sheet), "--pack": TRIAL, "--mapping": None} | {option: absent}
    arguments = ["review", str(given["roster"]), "--pack", str(given["--pack"]), *AS_OF]
    if given["--mapping"]:
        arguments += ["--mapping", str(given["--mapping"])]
    assert absent in complaint(arguments, capsys)


@pytest.mark.parametrize("extension", ["csv", "parquet", "xlsx"])
def test_truncated_files(sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], extension: str) -> None:
    path = tmp_path / f"short.{extension}"
    if extension == "csv":
        path.write_text(csv_text() + 'master,"1980-', encoding="utf-8")
    elif extension == "parquet":
        whole = io.BytesIO()
        parquet.write_table(pa.table({"degree": ["master"] * 1000}), whole)
        path.write_bytes(whole.getvalue()[:-20])
    else:
        book = openpyxl.Workbook()
        book.active.append(["degree"])
        book.save(path)
        path.write_bytes(path.read_bytes()[:-100])
    assert str(path) in complaint(["review", str(path), "--pack", TRIAL, *AS_OF], capsys)


def test_a_row_cut_short_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "short.csv"
    path.write_text(csv_text() + "master,1980-\n", encoding="utf-8")
    message = complaint(["review", str(path), "--pack", TRIAL, *AS_OF], capsys)
    assert f"{path}:5:" in message
    assert "1980" not in message  # no cell of a person is shown


@pytest.mark.parametrize("name", ["random.csv", "random.parquet", "random.xlsx"])
def test_random_bytes_as_roster(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xff" + random.Random(5).randbytes(5000))
    assert str(path) in complaint(["review", str(path), "--pack", TRIAL, *AS_OF], capsys)


@pytest.mark.parametrize("option", ["--pack", "--mapping"])
def test_random_bytes_as_pack_and_mapping(
    sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    path = tmp_path / "random.toml"
    path.write_bytes(b"\xff" + random.Random(5).randbytes(5000))
    pack = str(path) if option == "--pack" else TRIAL
    more = ["--mapping", str(path)] if option == "--mapping" else []
    assert str(path) in complaint(["review", str(sheet), "--pack", pack, *AS_OF, *more], capsys)


@pytest.mark.parametrize("content", ["", "\n", ",,\n1,2,3\n", "a,a\n1,2\n"])
def test_csv_headers_that_name_no_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(content, encoding="utf-8")
    assert str(path) in complaint(["review", str(path), "--pack", TRIAL, *AS_OF], capsys)


def test_folders_without_tables_and_with_one_table_twice(
    sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert str(empty) in complaint(["review", str(empty), "--pack", TRIAL, *AS_OF], capsys)
    (tmp_path / "roster.xlsx").write_bytes(b"")
    assert "roster" in complaint(["review", str(tmp_path), "--pack", TRIAL, *AS_OF], capsys)


def test_other_formats_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "roster.docx"
    path.write_bytes(b"x")
    assert ".csv" in complaint(["review", str(path), "--pack", TRIAL, *AS_OF], capsys)


@pytest.mark.parametrize(("criterion", "row"), [("holds_mastr", "0"), ("holds_master", "3"), ("holds_master", "-1")])
def test_nothing_to_explain(sheet: Path, capsys: pytest.CaptureFixture[str], criterion: str, row: str) -> None:
    complaint(["explain", str(sheet), "--pack", TRIAL, *AS_OF, "--criterion", criterion, f"--row={row}"], capsys)


@pytest.mark.parametrize("threads", ["-1", "two", ""])
def test_wrong_threads(sheet: Path, capsys: pytest.CaptureFixture[str], threads: str) -> None:
    arguments = ["review", str(sheet), "--pack", TRIAL, *AS_OF, f"--threads={threads}"]
    assert "--threads" in complaint(arguments, capsys)


def test_pyarrow_is_asked_for_by_name(
    sheet: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cadre.cli.inputs.find_spec", lambda _: None)
    assert "pip install 'cadre[cli]'" in complaint(["review", str(sheet), "--pack", TRIAL, *AS_OF], capsys)
