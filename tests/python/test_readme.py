"""The README says what the library prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[tuple[str, int]]:
    """The fenced blocks of a language, and where each ends."""
    return [(m.group(1), m.end()) for m in re.finditer(rf"```{language}\n(.*?)```", README, re.DOTALL)]


def test_the_python_quick_start_prints_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    ((program, end),) = blocks("python")
    shown = re.match(r"\s*```text\n(.*?)```", README[end:], re.DOTALL)
    assert shown
    exec(compile(program, "README.md", "exec"), {})
    assert capsys.readouterr().out.rstrip() == shown.group(1).rstrip()


def test_the_cpp_quick_start_is_the_built_example() -> None:
    ((program, _),) = blocks("cpp")
    assert program.strip() in (ROOT / "examples" / "quickstart.cpp").read_text(encoding="utf-8")


def test_linked_files_exist() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert links
    for link in links:
        assert (ROOT / link).exists(), link
