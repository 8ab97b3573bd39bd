"""What the command line refuses, and how it says so."""

from __future__ import annotations

import cadre
from cadre.cli.texts import text


class Refusal(Exception):
    """What goes to standard error, line by line, in the user's language."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(*lines)
        self.lines = lines


class CaseFailure(Exception):
    """The whole output of `cadre test` where a case failed."""


def error_lines(error: cadre.Error, lang: str) -> list[str]:
    """The error's text, which says "error" itself where it has a place or a hint."""
    first = error.diagnostics[0]
    is_bare = len(error.diagnostics) == 1 and not first.place.source and first.hint() is None
    return [labelled(error.text(lang), lang) if is_bare else error.text(lang)]


def refusal(key: str, lang: str, **values: object) -> Refusal:
    return Refusal([labelled(text(key, lang, **values), lang)])


def labelled(message: str, lang: str) -> str:
    return f"cadre: {text('error', lang)}: {message}"
