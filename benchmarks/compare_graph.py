"""Strong components by cadre against igraph and SciPy, on the same moves in one run.

    cmake --preset release && cmake --build --preset release
    python benchmarks/compare_graph.py --posts 1000 10000 100000

Needs igraph and SciPy; `cadre_rotation_graph_benchmark` compares with Boost.Graph. Ten moves a post; the components
must be the same from all before times are shown. Building the graphs is not timed.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import igraph
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

CASES = {
    "mixed": "moves from any post to any",
    "families": "moves in families of 50 posts, one in twenty on to a later family",
}


def by_least(components: np.ndarray) -> np.ndarray:
    """The same partition, each component named by its least post."""
    _, first, of = np.unique(components, return_index=True, return_inverse=True)
    return first[of]


def median(of: Callable[[], object], runs: int) -> float:
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        of()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def compare(case: str, posts: int, runs: int, program: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "moves"
        command = [str(program), case, str(posts), str(runs), str(file)]
        line = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        numbers = np.fromfile(file, np.int32)
    starts, ends, own = np.split(numbers, [10 * posts, 20 * posts])
    own_seconds = float(line[1])
    graph = igraph.Graph(n=posts, edges=np.column_stack([starts, ends]), directed=True)
    matrix = csr_array((np.ones(len(starts)), (starts, ends)), shape=(posts, posts))
    found = {
        "igraph": np.array(graph.connected_components(mode="strong").membership),
        "SciPy": connected_components(matrix, connection="strong")[1],
    }
    for name, components in found.items():
        if not np.array_equal(by_least(components), by_least(own)):
            sys.exit(f"{case}, {posts}: the components of {name} differ")
    by_igraph = median(lambda: graph.connected_components(mode="strong"), runs)
    by_scipy = median(lambda: connected_components(matrix, connection="strong"), runs)
    return (
        f"| {case} | {posts:,} | {line[0]} | {1000 * own_seconds:.2f} | {1000 * by_igraph:.2f} "
        f"| {1000 * by_scipy:.2f} | **{by_igraph / own_seconds:.1f} ×** | {by_scipy / own_seconds:.1f} × |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--cases", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--program", type=Path, default=Path("build/release/benchmarks/cadre_graph_run"))
    given = parser.parse_args()
    print("Milliseconds, medians\n")
    print("| case | posts | components | cadre | igraph | SciPy | igraph / cadre | SciPy / cadre |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for case in given.cases:
        for posts in given.posts:
            print(compare(case, posts, given.runs, given.program), flush=True)
    print("\n" + "\n".join(f"- {case}: {CASES[case]}." for case in given.cases))


if __name__ == "__main__":
    main()
