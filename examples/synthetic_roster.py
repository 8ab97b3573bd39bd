"""Writes a SYNTHETIC city as two dated snapshots, a folder of CSV files each: made-up people in made-up units.

    python examples/synthetic_roster.py FOLDER [--seed 2011] [--scale 1.0]

FOLDER/2013-12-31 and FOLDER/2015-12-31 tell of the same people, two years apart. No row describes a real person or
unit. The same seed gives the same bytes. What is put in, and from where: synthetic_city/README.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from synthetic_city import generate


def main() -> None:
    parser = argparse.ArgumentParser(description="Write two snapshots of a synthetic city as CSV files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=2011)
    parser.add_argument("--scale", type=float, default=1.0, help="1.0: about 5,000 cadres")
    arguments = parser.parse_args()
    for folder in generate(arguments.folder, arguments.seed, arguments.scale):
        print(f"{folder}: SYNTHETIC roster, seed {arguments.seed}")


if __name__ == "__main__":
    main()
