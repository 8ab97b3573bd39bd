"""Synthetic cadres, in plain arrays and as the Arrow tables that each tool loads."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

EPOCH = date(1970, 1, 1)
AS_OF = date(2015, 12, 31)
MISSING_CODE = -1
MISSING_DAY = -1_000_000
APPRAISALS_A_CADRE = 10

# The position of a code is its number; advanced and bachelor's political theory share a rank, so that no
# question may tell 3 from 4.
LEVELS = {
    "degree": ("none", "elementary", "vocational", "college", "bachelor", "master", "doctorate"),
    "political_theory": ("none", "elementary", "intermediate", "advanced", "bachelor"),
    "general_education": ("none", "primary", "lower_secondary", "upper_secondary"),
    "rating": ("not_completed", "completed_with_limits", "completed", "good", "excellent"),
}
DATES = ("birth_date", "joined_service")

Codes = npt.NDArray[np.int8]
Days = npt.NDArray[np.int32]


def level(scale: str, code: str) -> int:
    return LEVELS[scale].index(code)


def day(value: date) -> int:
    return (value - EPOCH).days


@dataclass(frozen=True)
class Data:
    """-1 stands for a missing code and MISSING_DAY for a missing day; one cell in twenty is missing."""

    codes: dict[str, Codes]
    days: dict[str, Days]
    offsets: npt.NDArray[np.int32]
    year: npt.NDArray[np.int16]
    rating: Codes

    @property
    def rows(self) -> int:
        return len(self.offsets) - 1


def make_data(rows: int) -> Data:
    random = np.random.default_rng(20111231)
    return Data(
        codes={scale: _codes(random, rows, scale) for scale in ("degree", "political_theory", "general_education")},
        days={"birth_date": _days(random, rows, -5000, 14000), "joined_service": _days(random, rows, 5000, 11000)},
        offsets=np.arange(0, rows * APPRAISALS_A_CADRE + 1, APPRAISALS_A_CADRE, dtype=np.int32),
        year=np.tile(np.arange(2006, 2006 + APPRAISALS_A_CADRE, dtype=np.int16), rows),
        rating=_codes(random, rows * APPRAISALS_A_CADRE, "rating"),
    )


def _missing(random: np.random.Generator, size: int) -> npt.NDArray[np.bool_]:
    return random.integers(0, 20, size, dtype=np.int8) == 0


def _codes(random: np.random.Generator, size: int, scale: str) -> Codes:
    values = random.integers(0, len(LEVELS[scale]), size, dtype=np.int8)
    values[_missing(random, size)] = MISSING_CODE
    return values


def _days(random: np.random.Generator, size: int, first: int, span: int) -> Days:
    values = random.integers(first, first + span, size, dtype=np.int32)
    values[_missing(random, size)] = MISSING_DAY
    return values


def numbers_table(data: Data) -> pa.Table:
    """Codes as small integers, the form that SQL engines and data frames compare fastest."""
    return _table(data, lambda scale, codes: pa.array(codes, mask=codes < 0))


def words_table(data: Data) -> pa.Table:
    """Codes as dictionary-encoded text, the form that cadre reads."""
    return _table(data, _words)


def _words(scale: str, codes: Codes) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), pa.array(LEVELS[scale]))


def _table(data: Data, coded: Callable[[str, Codes], pa.Array]) -> pa.Table:
    columns = {scale: coded(scale, codes) for scale, codes in data.codes.items()}
    for name, days in data.days.items():
        columns[name] = pa.array(days, mask=days == MISSING_DAY).cast(pa.date32())
    records = pa.StructArray.from_arrays([pa.array(data.year), coded("rating", data.rating)], ["year", "rating"])
    columns["appraisals"] = pa.ListArray.from_arrays(pa.array(data.offsets), records)
    return pa.table(columns)
