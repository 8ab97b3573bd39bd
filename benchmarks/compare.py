#!/usr/bin/env python3
"""cadre against what a user would use instead: DuckDB, Polars, pandas with NumPy, OpenFisca-core.

The same questions on the same synthetic cadres, loaded and warm; first the answers are compared, then they
are timed in turns. Every size and number of threads has a process of its own, as Polars wants it.

    pip install . -r benchmarks/requirements.txt
    python benchmarks/compare.py --rows 1000000 10000000 --threads 1 2 --markdown compare.md
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from contenders.contender import Contender, Verdicts

PACKAGES = ("duckdb", "polars", "pandas", "numpy", "OpenFisca-Core", "pyarrow")
WHAT = {
    "flat": "(a) flat: five conditions on five columns",
    "history": "(b) history: at least three good appraisals since 2011, of ten a cadre",
    "pack": "(c) pack: thirty criteria that share parts",
}
CADRE = "cadre"
Taken = tuple[float, float]
# They answer less than the question, the counts alone or with no unknowns, and so are shown but are no rivals.
COUNTS_ONLY = "DuckDB, counts only"
NO_RIVALS = (CADRE, COUNTS_ONLY, "OpenFisca-core")


def main() -> None:
    arguments = _arguments()
    if arguments.worker:
        json.dump(measure(arguments.rows[0], arguments.threads[0], arguments.runs, arguments.skip), sys.stdout)
        return
    results = [
        _in_fresh_process(rows, threads, arguments.runs, arguments.skip)
        for rows in arguments.rows
        for threads in arguments.threads
    ]
    table = "\n".join(markdown(results))
    print(table)
    if arguments.markdown is not None:
        arguments.markdown.write_text(table + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000], help="cadres")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--runs", type=int, default=5, help="timed runs of each, of which the median is told")
    parser.add_argument(
        "--skip", nargs="*", default=[], metavar="TOOL", help="rivals to leave out, by the table's names"
    )
    parser.add_argument("--markdown", type=Path, help="a file for the table, besides standard output")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_fresh_process(rows: int, threads: int, runs: int, skip: list[str]) -> dict[str, Any]:
    command = [sys.executable, __file__, "--worker", "--rows", str(rows), "--threads", str(threads)]
    environment = os.environ | {"POLARS_MAX_THREADS": str(threads)}
    done = subprocess.run(
        [*command, "--runs", str(runs), "--skip", *skip], env=environment, stdout=subprocess.PIPE, check=True, text=True
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def measure(rows: int, threads: int, runs: int, skip: list[str]) -> dict[str, Any]:
    """Seconds of every run, by question and contender, after the answers were found to be the same."""
    contenders = _contenders(rows, threads, skip)
    counts = {}
    seconds: dict[str, dict[str, list[Taken]]] = {}
    for question in WHAT:
        _say(f"{rows:,} cadres, {threads} thread(s), {question}: checking answers")
        counts[question] = check(contenders, question)
        _say(f"{rows:,} cadres, {threads} thread(s), {question}: timing")
        seconds[question] = {contender.name: [] for contender in contenders}
        for _ in range(runs):
            for contender in contenders:
                seconds[question][contender.name].append(_seconds(contender, question))
    load = os.getloadavg()[0]
    return {"rows": rows, "threads": threads, "runs": runs, "counts": counts, "seconds": seconds, "load": load}


def _contenders(rows: int, threads: int, skip: list[str]) -> list[Contender]:
    from contenders.cadre_run import CadreContender
    from contenders.data import make_data
    from contenders.duckdb_run import DuckdbContender, DuckdbCountsContender
    from contenders.numpy_run import NumpyContender
    from contenders.openfisca_run import OpenfiscaContender
    from contenders.polars_run import PolarsContender

    data = make_data(rows)
    contenders: list[Contender] = [CadreContender(data, threads)]
    if "DuckDB" not in skip:
        duck = DuckdbContender(data, threads)
        contenders.append(duck)
        if COUNTS_ONLY not in skip:
            contenders.append(DuckdbCountsContender(duck))
    if "Polars" not in skip:
        contenders.append(PolarsContender(data, threads))
    if "pandas + NumPy" not in skip:
        contenders.append(NumpyContender(data, threads))
    if threads == 1 and "OpenFisca-core" not in skip:
        contenders.append(OpenfiscaContender(data))
    return contenders


def _seconds(contender: Contender, question: str) -> Taken:
    """On the clock, and of the processors by all threads, which others on the machine disturb less."""
    gc.collect()
    start, start_work = time.perf_counter(), time.process_time()
    answer = contender.run(question)
    taken = time.perf_counter() - start, time.process_time() - start_work
    del answer
    return taken


def check(contenders: list[Contender], question: str) -> dict[str, list[int]]:
    """Runs each once, which also warms it, and compares what it says of every row with what cadre says."""
    expected = contenders[0].verdicts(contenders[0].run(question))
    counts = {name: _counts(verdicts) for name, verdicts in expected.items()}
    digest = _digest(expected)
    for contender in contenders[1:]:
        if contender.name == COUNTS_ONLY:
            same = _flat_counts(counts) == list(contender.run(question))
        elif contender.knows_missing:
            verdicts = contender.verdicts(contender.run(question))
            told = {name: _counts(column) for name, column in verdicts.items()}
            same = told == counts and _digest(verdicts) == digest
        else:
            same = _agrees_where_known(contender.verdicts(contender.run(question)), expected)
        if not same:
            raise SystemExit(f"{contender.name} answers {question} otherwise than {contenders[0].name}")
    return counts


def _counts(verdicts: Verdicts) -> list[int]:
    met = int(np.count_nonzero(verdicts == 1))
    undetermined = int(np.count_nonzero(verdicts == 2))
    return [met, len(verdicts) - met - undetermined, undetermined]


def _flat_counts(counts: dict[str, list[int]]) -> list[int]:
    """All rows, then of each criterion the met and the known ones, as DuckDB counts them."""
    rows = sum(next(iter(counts.values())))
    return [rows, *(number for met, not_met, _ in counts.values() for number in (met, met + not_met))]


def _digest(columns: dict[str, Verdicts]) -> str:
    digest = hashlib.blake2b()
    for name in sorted(columns):
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(columns[name]).tobytes())
    return digest.hexdigest()


def _agrees_where_known(answers: dict[str, Verdicts], expected: dict[str, Verdicts]) -> bool:
    return answers.keys() == expected.keys() and all(
        bool(np.all((expected[name] == 2) | (expected[name] == answer))) for name, answer in answers.items()
    )


def markdown(results: list[dict[str, Any]]) -> Iterator[str]:
    yield "cadre and " + ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    for result in results:
        yield ""
        yield (
            f"**{result['rows']:,} cadres, {result['threads']} thread(s)**: milliseconds on the clock / of processor "
            f"time, medians of {result['runs']} runs in turns; load average at the end {result['load']:.1f}"
        )
        yield ""
        yield from _table(result["seconds"])
        yield ""
        yield from (f"- {WHAT[question]}: {_told(counts)}" for question, counts in result["counts"].items())


def _table(seconds: dict[str, dict[str, list[list[float]]]]) -> Iterator[str]:
    medians = {
        question: {name: _medians(runs) for name, runs in by_name.items()} for question, by_name in seconds.items()
    }
    yield "| | " + " | ".join(WHAT[question].split(":")[0] for question in medians) + " |"
    yield "|---|" + "---:|" * len(medians)
    for name in next(iter(medians.values())):
        cells = (medians[question][name] for question in medians)
        yield f"| {name} | " + " | ".join(f"{clock * 1e3:,.1f} / {work * 1e3:,.1f}" for clock, work in cells) + " |"
    for which, label in enumerate(("best rival / cadre, clock", "best rival / cadre, processor time")):
        yield f"| {label} | " + " | ".join(_ratio(by_name, which) for by_name in medians.values()) + " |"


def _medians(runs: list[list[float]]) -> Taken:
    clock, work = (statistics.median(column) for column in zip(*runs, strict=True))
    return clock, work


def _ratio(medians: dict[str, Taken], which: int) -> str:
    rival = min((name for name in medians if name not in NO_RIVALS), key=lambda name: medians[name][which])
    return f"**{medians[rival][which] / medians[CADRE][which]:.1f} ×** ({rival})"


def _told(counts: dict[str, list[int]]) -> str:
    met, not_met, undetermined = (sum(column) for column in zip(*counts.values(), strict=True))
    return f"met {met:,}, not met {not_met:,}, undetermined {undetermined:,}; the same from all, row by row."


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
