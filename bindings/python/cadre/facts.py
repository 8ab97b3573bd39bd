"""Values of a cell that are facts rather than data: no such thing, still running, and others may exist."""

from __future__ import annotations

import enum
from typing import Final


class Fact(enum.Enum):
    """A fact that a cell can hold in place of a value."""

    none = "none"
    ongoing = "ongoing"

    def __repr__(self) -> str:
        return f"cadre.{self.name.upper()}"


NONE: Final = Fact.none
"""There is no such thing: a non-member's admission date. (Python's None means: not known.)"""

ONGOING: Final = Fact.ongoing
"""The end of a spell that still runs; later than every date."""


class OpenList(list):
    """A list of which others may exist besides the members given; a plain list is complete."""
