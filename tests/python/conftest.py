from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def na15() -> Path:
    """The real candidates list; it lies outside the repository."""
    folder = Path(os.environ.get("CADRE_DATA", ROOT.parent / "shared" / "data"))
    path = folder / "na15_candidates" / "candidates.csv"
    if not path.exists():
        pytest.skip(f"no real data: {path} is absent (set CADRE_DATA)")
    return path


@pytest.fixture(scope="session")
def generator() -> ModuleType:
    sys.path.insert(0, str(ROOT / "examples"))
    try:
        return importlib.import_module("synthetic_city")
    finally:
        sys.path.remove(str(ROOT / "examples"))


@pytest.fixture(scope="session")
def synthetic(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tenth of the synthetic city at the end of 2015."""
    return generator.generate(tmp_path_factory.mktemp("synthetic"), seed=7, scale=0.1)[-1]
