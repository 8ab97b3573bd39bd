"""Law 2 of the language: on complete data, what FEEL values has the same value here.

The other engine is `feelin`, run by node. `CADRE_DIFFERENTIAL` sets the number of expressions.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import cadre
import pytest
from feel_expressions import Expressions, World
from feel_tck import plain, same

FOLDER = Path(__file__).resolve().parent / "feelin"
COUNT = int(os.environ.get("CADRE_DIFFERENTIAL", "5000"))
SEED = int(os.environ.get("CADRE_TEST_SEED", "20151231"))
PER_WORLD = 50


class Engine:
    def __init__(self, node: str) -> None:
        self.process = subprocess.Popen(
            [node, "server.mjs"], cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def answers(self, expressions: list[str], context: dict[str, str]) -> list[dict[str, Any]]:
        """One for each expression; all are asked before the first answer is awaited."""
        assert self.process.stdin and self.process.stdout
        for expression in expressions:
            self.process.stdin.write(json.dumps({"expression": expression, "context": context}) + "\n")
        self.process.stdin.flush()
        return [json.loads(self.process.stdout.readline()) for _ in expressions]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def installed() -> str:
    """The node to run; the engine stands beside its server."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("no comparison with feelin: node or npm is absent")
    if not (FOLDER / "node_modules" / "feelin").exists():
        command = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            pytest.skip("no comparison with feelin: npm cannot install it")
    return node


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine(installed())
    if engine.process.poll() is not None or engine.answers(["1 + 1"], {}) != [{"value": 2}]:
        pytest.skip("no comparison with feelin: this node cannot run it")
    yield engine
    engine.close()


def from_feel(value: Any) -> Any:
    if isinstance(value, dict) and "date" in value:
        return date.fromisoformat(value["date"])
    return value


def test_random_expressions_have_the_value_that_feel_gives_them(engine: Engine) -> None:
    for number in range(COUNT // PER_WORLD):
        rng = random.Random(SEED * 1_000_003 + number)
        world = World(rng)
        expressions = Expressions(rng)
        texts = [expressions.any(rng.randint(1, 4)) for _ in range(PER_WORLD)]
        answers = engine.answers([feel for _, feel in texts], world.feel)
        for (ours, _), answer in zip(texts, answers, strict=True):
            value = plain(cadre.evaluate(ours, world.values, as_of=world.as_of))
            report = f"CADRE_TEST_SEED={SEED} world {number}: {ours}\n{world.feel}\nhere {value!r}, feelin {answer}"
            assert "value" in answer and same(value, from_feel(answer["value"])), report
