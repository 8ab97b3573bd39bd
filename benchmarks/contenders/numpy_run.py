"""pandas and NumPy: the columns of a frame as arrays, and explicit three-valued logic on pairs of masks.

Blocks of rows that fit the cache, on a pool of threads (NumPy releases the interpreter lock), are several
times faster than whole columns. A history is flat arrays with offsets, summed by np.add.reduceat, which was
faster than a cumulative sum and than a sum along an axis."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from .contender import MET, UNDETERMINED, Verdicts, born_by
from .data import EPOCH, MISSING_DAY, Data, level
from .questions import GOOD, JOINED_BY, SINCE_YEAR, criteria

Mask = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.uint16]

BLOCK = 1 << 15


@dataclass(frozen=True)
class Kleene:
    met: Mask
    not_met: Mask

    def __and__(self, other: Kleene) -> Kleene:
        return Kleene(self.met & other.met, self.not_met | other.not_met)

    def __or__(self, other: Kleene) -> Kleene:
        return Kleene(self.met | other.met, self.not_met & other.not_met)

    def __invert__(self) -> Kleene:
        return Kleene(self.not_met, self.met)


class _Columns:
    def __init__(self, data: Data) -> None:
        frame = pd.DataFrame(data.codes | data.days)
        self.arrays = {str(name): frame[name].to_numpy() for name in frame.columns}
        self.offsets = data.offsets
        self.year = data.year
        self.rating = data.rating


class _Terms:
    """The terms over the rows from `first` to `last`."""

    def __init__(self, columns: _Columns, first: int, last: int) -> None:
        self._columns = columns
        self._rows = slice(first, last)

    def at_least(self, attribute: str, code: str) -> Kleene:
        values = self._columns.arrays[attribute][self._rows]
        known = values >= 0
        met = values >= level(attribute, code)
        return Kleene(met, met ^ known)

    def exactly(self, attribute: str, code: str) -> Kleene:
        values = self._columns.arrays[attribute][self._rows]
        known = values >= 0
        met = values == level(attribute, code)
        return Kleene(met, met ^ known)

    def aged(self, years: int) -> Kleene:
        return self._by_day("birth_date", born_by(years))

    def younger_than(self, years: int) -> Kleene:
        return ~self.aged(years)

    def joined(self) -> Kleene:
        return self._by_day("joined_service", (JOINED_BY - EPOCH).days)

    def good_appraisals(self, count: int) -> Kleene:
        certain, possible = self._good
        return Kleene(certain >= count, possible < count)

    def shared(self, name: str, value: Kleene) -> Kleene:
        return value

    def _by_day(self, attribute: str, last: int) -> Kleene:
        values = self._columns.arrays[attribute][self._rows]
        after = values > last
        return Kleene((values != MISSING_DAY) ^ after, after)

    @cached_property
    def _good(self) -> tuple[Counts, Counts]:
        """Of each cadre, the appraisals that are certainly and those that are possibly good since SINCE_YEAR."""
        offsets = self._columns.offsets[self._rows.start : self._rows.stop + 1]
        records = slice(offsets[0], offsets[-1])
        rating = self._columns.rating[records]
        since = self._columns.year[records] >= SINCE_YEAR
        certain = since & (rating >= level("rating", GOOD))
        possible = certain | (since & (rating < 0))
        # One sum for both, a byte each (to 255 appraisals a cadre), takes less than two sums.
        both = _sums(certain.view(np.uint8) + possible.view(np.uint8).astype(np.uint16) * np.uint16(256), offsets)
        return both & np.uint16(255), both >> np.uint16(8)


def _sums(values: Counts, offsets: npt.NDArray[np.int32]) -> Counts:
    # reduceat gives an empty segment the member after it, and does not take a start at the very end.
    starts = offsets[:-1] - offsets[0]
    filled = np.flatnonzero(offsets[1:] > offsets[:-1])
    if len(filled) == len(starts):
        return np.add.reduceat(values, starts, dtype=np.uint16)
    sums = np.zeros(len(starts), np.uint16)
    sums[filled] = np.add.reduceat(values, starts[filled], dtype=np.uint16)
    return sums


Block = dict[str, Kleene]


class NumpyContender:
    name = "pandas + NumPy"
    knows_missing = True

    def __init__(self, data: Data, threads: int) -> None:
        self._columns = _Columns(data)
        self._blocks = [(first, min(first + BLOCK, data.rows)) for first in range(0, data.rows, BLOCK)]
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    def run(self, question: str) -> list[Block]:
        ask: Callable[[tuple[int, int]], Block] = lambda rows: criteria(question, _Terms(self._columns, *rows))  # noqa: E731
        return list(map(ask, self._blocks) if self._pool is None else self._pool.map(ask, self._blocks))

    def verdicts(self, answer: list[Block]) -> dict[str, Verdicts]:
        return {name: np.concatenate([_verdicts(block[name]) for block in answer]) for name in answer[0]}


def _verdicts(value: Kleene) -> Verdicts:
    verdicts = np.full(len(value.met), UNDETERMINED, np.uint8)
    verdicts[value.met] = MET
    verdicts[value.not_met] = 0
    return verdicts
