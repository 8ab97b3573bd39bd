#!/usr/bin/env python3
"""Importing Arrow data: six fixed-width and four text columns, the text plain and dictionary-encoded.

Tells the seconds of the first import and the median of the later ones, and the memory that the first needs
beyond the input: the process's peak, reset just before, less what it held then. Linux only (/proc). Every
form has a process of its own.

    python benchmarks/arrow_import.py --rows 10000000 --markdown import.md
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cadre
import numpy as np
import pyarrow as pa

FORMS = ("utf8", "dictionary")

# What the default schema has no attribute for: a whole number and a fraction.
MAPPING: dict[str, Any] = {
    "attribute": [
        {"table": "cadres", "id": "file_number", "type": "integer", "meaning": {"vi": "Số hồ sơ", "en": "File"}},
        {"table": "cadres", "id": "salary_factor", "type": "decimal", "meaning": {"vi": "Hệ số", "en": "Factor"}},
    ]
}

DEGREES = ("ĐH", "Đại học", "Thạc sĩ", "Thạc sỹ", "Tiến sĩ", "Cao đẳng", "Trung cấp", "Cử nhân")
THEORY = ("Cao cấp", "Trung cấp", "Sơ cấp", "Cử nhân")


def main() -> None:
    arguments = _arguments()
    if arguments.worker:
        json.dump(measure(arguments.worker, arguments.rows, arguments.runs), sys.stdout)
        return
    table = "\n".join(markdown([_in_fresh_process(form, arguments.rows, arguments.runs) for form in FORMS]))
    print(table)
    if arguments.markdown is not None:
        arguments.markdown.write_text(table + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=5, help="imports after the first")
    parser.add_argument("--markdown", type=Path, help="a file for the table, besides standard output")
    parser.add_argument("--worker", choices=FORMS, help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_fresh_process(form: str, rows: int, runs: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--worker", form, "--rows", str(rows), "--runs", str(runs)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def measure(form: str, rows: int, runs: int) -> dict[str, Any]:
    table = make_table(rows, dictionary=form == "dictionary")
    gc.collect()
    before = _restart_peak()
    first = _seconds(table)
    extra = _memory("VmHWM") - before
    later = [_seconds(table) for _ in range(runs)]
    return {"form": form, "rows": rows, "bytes": table.nbytes, "extra": extra, "first": first, "later": later}


def make_table(rows: int, *, dictionary: bool) -> pa.Table:
    random = np.random.default_rng(20111231)

    def missing() -> Any:
        return random.integers(0, 20, rows, dtype=np.int8) == 0

    def days(first: int, span: int) -> pa.Array:
        return pa.array(random.integers(first, first + span, rows, dtype=np.int32), mask=missing()).cast(pa.date32())

    def texts(spellings: tuple[str, ...]) -> pa.Array:
        positions = random.integers(0, len(spellings), rows, dtype=np.int16)
        words = pa.DictionaryArray.from_arrays(pa.array(positions, mask=missing()), pa.array(spellings))
        return words if dictionary else words.cast(pa.utf8())

    return pa.table(
        {
            "birth_date": days(-5000, 14000),
            "joined_service": days(5000, 11000),
            "party_admission_date": days(5000, 11000),
            "party_member": pa.array(random.integers(0, 2, rows, dtype=np.int8) == 1, mask=missing()),
            "file_number": pa.array(random.integers(0, 1 << 30, rows, dtype=np.int32)),
            "salary_factor": pa.array(random.random(rows), mask=missing()),
            "degree": texts(DEGREES),
            "political_theory": texts(THEORY),
            "ethnicity": texts(tuple(f"Dân tộc {number}" for number in range(54))),
            "home_locality": texts(tuple(f"Xã {number}, Hà Nội" for number in range(1000))),
        }
    )


def _seconds(table: pa.Table) -> tuple[float, float]:
    """On the clock, and of the processor, which others on the machine disturb less."""
    start, start_work = time.perf_counter(), time.process_time()
    roster = cadre.Roster.from_arrow(table, mapping=MAPPING)
    taken = time.perf_counter() - start, time.process_time() - start_work
    _check(roster)
    del roster
    gc.collect()
    return taken


def _check(roster: cadre.Roster) -> None:
    wrong = [entry.attribute for entry in roster.import_report.attributes if entry.not_understood]
    if wrong or roster.import_report.unused_columns:
        raise SystemExit(f"not understood: {wrong}; not used: {roster.import_report.unused_columns}")


def _restart_peak() -> int:
    """Makes the peak count from now, and tells what is held now, in bytes."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _memory("VmRSS")


def _memory(entry: str) -> int:
    found = re.search(rf"{entry}:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert found is not None
    return int(found.group(1)) * 1024


def markdown(results: list[dict[str, Any]]) -> Iterator[str]:
    yield "Seconds on the clock / of processor time"
    yield ""
    yield "| text columns | rows | input, MB | first import | later, median | extra memory, MB | of the input |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for result in results:
        size, extra = result["bytes"], result["extra"]
        clock, work = (statistics.median(column) for column in zip(*result["later"], strict=True))
        first = " / ".join(f"{seconds:.2f}" for seconds in result["first"])
        yield (
            f"| {result['form']} | {result['rows']:,} | {size / 1e6:,.0f} | {first} | {clock:.2f} / {work:.2f} "
            f"| {extra / 1e6:,.0f} | {extra / size:.2f} × |"
        )


if __name__ == "__main__":
    main()
