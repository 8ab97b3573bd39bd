"""Draws the table of compare_assignment.py: seconds over cadres, both logarithmic, a panel for each case.

    python benchmarks/compare_assignment.py --sizes 1000 3000 10000 30000 100000 | tee assignments.md
    python benchmarks/plot_matching.py assignments.md assignments.svg

Needs Matplotlib; the name of the picture decides its format.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

SOLVERS = {"cadre": 3, "SciPy": 4, "LEMON": 5}  # columns of the table

Curve = list[tuple[int, float]]


def read_curves(table: str) -> dict[str, dict[str, Curve]]:
    """By case and solver: cadres and seconds. A solver that refuses has no points."""
    curves: dict[str, dict[str, Curve]] = defaultdict(lambda: defaultdict(list))
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 7 or not cells[1].replace(",", "").isdigit():
            continue
        for solver, column in SOLVERS.items():
            if "/" in cells[column]:
                point = int(cells[1].replace(",", "")), float(cells[column].split("/")[0])
                curves[cells[0]][solver].append(point)
    return curves


def draw(curves: dict[str, dict[str, Curve]], picture: Path) -> None:
    figure, panels = pyplot.subplots(1, len(curves), figsize=(4 * len(curves), 4), sharey=True, squeeze=False)
    for panel, (case, by_solver) in zip(panels[0], curves.items(), strict=True):
        for solver, curve in by_solver.items():
            panel.loglog(*zip(*curve, strict=True), marker="o", label=solver)
        panel.set_title(case)
        panel.set_xlabel("cadres")
        panel.grid(which="both", alpha=0.3)
    panels[0][0].set_ylabel("seconds")
    panels[0][0].legend()
    figure.tight_layout()
    figure.savefig(picture)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("picture", type=Path)
    given = parser.parse_args()
    curves = read_curves(given.table.read_text(encoding="utf-8"))
    if not curves:
        parser.error(f"there is no row of compare_assignment.py in {given.table}")
    draw(curves, given.picture)


if __name__ == "__main__":
    main()
