from __future__ import annotations

import importlib.util
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
    spec = importlib.util.spec_from_file_location("synthetic_roster", ROOT / "examples" / "synthetic_roster.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    # dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def synthetic(generator: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tenth of the synthetic city."""
    folder = tmp_path_factory.mktemp("synthetic")
    generator.generate(folder, seed=7, scale=0.1)
    return folder
