"""The one exception that the library throws."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cadre._cadre import Diagnostic


class Error(Exception):
    """A broken precondition or environment; a person who fails a criterion is never an error.

    `code` is one of invalid_argument, invalid_document, invalid_rule, invalid_arrow, not_found, limit_exceeded;
    `diagnostics` lists all findings about one document, each with its place.
    """

    code: str
    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, code: str, english: str, vietnamese: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(code, english, vietnamese, diagnostics)
        self.code = code
        self.diagnostics = diagnostics
        self._texts = {"en": english, "vi": vietnamese}

    def text(self, lang: str = "en") -> str:
        """The message in Vietnamese or English, a line a finding."""
        if lang not in self._texts:
            raise ValueError(f'the language is "vi" or "en", not "{lang}"')
        return self._texts[lang]

    def __str__(self) -> str:
        return self._texts["en"]
