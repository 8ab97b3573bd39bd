"""Warnings of `cadre check`."""

from __future__ import annotations

from pathlib import Path

import cadre
import pytest
from cadre.cli import main

PACK = """
[pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "Điều lệ" }

[[criterion]]
id = "senior"
title = { vi = "Thâm niên", en = "Senior" }
cite = "1"
when = 'count(appraisals) >= 3'
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_warnings_leave_a_pack_sound(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack)]) == 0
    out = capsys.readouterr().out
    assert "[list_beyond_as_of]" in out
    assert "[pack_without_cases]" in out
    assert "own: sound" in out


def test_strict_refuses_them(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack), "--strict", "--lang", "vi"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "danh sách “appraisals” có thể có mục sau ngày xét" in captured.err


def test_shipped_packs_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", *cadre.shipped_packs()]) == 0
    assert "warning" not in capsys.readouterr().out


def test_a_boundary_without_a_case(pack: Path) -> None:
    case = "[[case]]\nas_of = 2015-12-31\ncadre = { appraisals = [] }\nexpect = { senior = 'not_met' }\n"
    pack.write_text(PACK + case, encoding="utf-8")
    warnings = cadre.load_cases(pack).warnings()
    assert [warning.code for warning in warnings] == ["boundary_without_case"]
    assert warnings[0].place.line == 11
