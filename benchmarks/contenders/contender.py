"""What compare.py asks of a tool."""

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from .data import AS_OF, EPOCH

Verdicts = npt.NDArray[np.uint8]

NOT_MET, MET, UNDETERMINED = 0, 1, 2


class Contender(Protocol):
    name: str
    knows_missing: bool

    def run(self, question: str) -> Any:
        """The timed part: the verdict of every row on every criterion, in memory, in the tool's own form."""
        ...

    def verdicts(self, answer: Any) -> dict[str, Verdicts]:
        """0 not met, 1 met, 2 undetermined, a row: what answers are compared by."""
        ...


def born_by(years: int) -> int:
    """The last day of birth, counted from 1970, of a person who is `years` old on AS_OF."""
    return (AS_OF.replace(year=AS_OF.year - years) - EPOCH).days


def from_arrow_booleans(column: Any) -> Verdicts:
    """Verdicts of an Arrow array of booleans whose nulls are the undetermined."""
    return column.cast("uint8").fill_null(UNDETERMINED).to_numpy(zero_copy_only=False)
