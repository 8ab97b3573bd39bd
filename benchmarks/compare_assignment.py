"""Assignments by cadre against SciPy and LEMON's network simplex, on the same graphs in one run.

    cmake --preset release && cmake --build --preset release
    python benchmarks/compare_assignment.py --sizes 1000 10000 100000

Needs SciPy; LEMON where liblemon-dev was installed when CMake was run. Everybody runs in a process of its own; memory
is what the peak rises by while solving, the graph apart. cadre's answer is proved by its certificate; how many are
placed and at what cost must be the same from all before times are shown.
"""

import argparse
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

CASES = {
    "u10": "uniform, 10 options, all can be placed",
    "u100": "uniform, 100 options, all can be placed",
    "c10": "families, 10 options, costs 0 to 9, posts for nine in ten",
}


class Measured(NamedTuple):
    placed: int
    cost: int
    seconds: float
    megabytes: float


def from_program(*command: str) -> Measured:
    line = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Measured(int(line[0]), int(line[1]), float(line[2]), float(line[3]))


def read_graph(path: Path) -> csr_array:
    """Costs are raised by 1, because SciPy takes a stored 0 for no edge."""
    with path.open("rb") as file:
        left, right, edges = np.fromfile(file, np.int64, 3)
        lefts = np.fromfile(file, np.int32, edges)
        rights = np.fromfile(file, np.int32, edges)
        costs = np.fromfile(file, np.int64, edges)
    return csr_array((costs.astype(float) + 1, (lefts, rights)), shape=(left, right))


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def solve_with_scipy(path: Path, runs: int) -> Measured | None:
    """None where SciPy refuses, because neither side can be placed as a whole."""
    graph = read_graph(path)
    before = peak_megabytes()
    seconds = []
    try:
        for _ in range(runs):
            start = time.perf_counter()
            rows, columns = min_weight_full_bipartite_matching(graph)
            seconds.append(time.perf_counter() - start)
    except ValueError:
        return None
    cost = int(graph[rows, columns].sum()) - len(rows)
    return Measured(len(rows), cost, statistics.median(seconds), peak_megabytes() - before)


def from_scipy(path: Path, runs: int) -> Measured | None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(solve_with_scipy, (path, runs))


def cell(measured: Measured | None) -> str:
    if measured is None:
        return "–"
    return f"{measured.seconds:.4f} / {measured.megabytes:.0f}"


def compare(case: str, size: int, runs: int, programs: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph"
        own = from_program(str(programs / "cadre_assignment_run"), case, str(size), str(runs), str(file))
        lemon = programs / "lemon_assignment_run"
        rivals = [
            from_scipy(file, runs),
            from_program(str(lemon), str(file), str(runs)) if lemon.exists() else None,
        ]
    known = [rival for rival in rivals if rival is not None]
    for rival in known:
        if rival[:2] != own[:2]:
            sys.exit(f"{case}, {size}: the answers differ: {own} and {rival}")
    best = f"{min(rival.seconds for rival in known) / own.seconds:.1f} ×" if known else "–"
    return f"| {case} | {size:,} | {own.placed:,} | {cell(own)} | {cell(rivals[0])} | {cell(rivals[1])} | **{best}** |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--cases", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--programs", type=Path, default=Path("build/release/benchmarks"))
    given = parser.parse_args()
    print("Seconds, median / megabytes beside the graph\n")
    print("| case | cadres | placed | cadre | SciPy | LEMON | best rival / cadre |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for case in given.cases:
        for size in given.sizes:
            print(compare(case, size, given.runs, given.programs), flush=True)
    print("\n" + "\n".join(f"- {case}: {CASES[case]}." for case in given.cases))


if __name__ == "__main__":
    main()
