"""Conditions as text, which SQL and cadre's language happen to write alike: and, or, not (...)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    text: str

    def __and__(self, other: "Text") -> "Text":
        return Text(f"({self.text} and {other.text})")

    def __or__(self, other: "Text") -> "Text":
        return Text(f"({self.text} or {other.text})")

    def __invert__(self) -> "Text":
        return Text(f"not({self.text})")
