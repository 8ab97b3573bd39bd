"""DuckDB: SQL, whose NULL logic is the three-valued one, over a native table with a list of structs.

Of the forms tried on histories (a filtered list; a transformed list, counted or summed; a flat table of
appraisals grouped by cadre; a lateral unnest), the filtered list was the fastest."""

from datetime import timedelta
from typing import Any

import duckdb
import pyarrow as pa

from .contender import Verdicts, born_by, from_arrow_booleans
from .data import EPOCH, Data, level, numbers_table
from .questions import GOOD, JOINED_BY, QUESTIONS, SINCE_YEAR, criteria
from .text import Text


class _Terms:
    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def at_least(self, attribute: str, code: str) -> Text:
        return Text(f"{attribute} >= {level(attribute, code)}")

    def exactly(self, attribute: str, code: str) -> Text:
        return Text(f"{attribute} = {level(attribute, code)}")

    def aged(self, years: int) -> Text:
        return Text(f"birth_date <= DATE '{EPOCH + timedelta(days=born_by(years))}'")

    def younger_than(self, years: int) -> Text:
        return Text(f"birth_date > DATE '{EPOCH + timedelta(days=born_by(years))}'")

    def joined(self) -> Text:
        return Text(f"joined_service <= DATE '{JOINED_BY}'")

    def good_appraisals(self, count: int) -> Text:
        return Text(f"CASE WHEN certain >= {count} THEN true WHEN possible < {count} THEN false END")

    def shared(self, name: str, value: Text) -> Text:
        self.parts[name] = value.text
        return Text(name)


_POSSIBLE = f"lambda a: a.year >= {SINCE_YEAR} AND coalesce(a.rating >= {level('rating', GOOD)}, true)"
_COUNTED = f"""
    candidates AS (
        SELECT *, list_transform(list_filter(appraisals, {_POSSIBLE}), lambda a: a.rating) AS ratings
        FROM cadres),
    counted AS (SELECT *, len(ratings) AS possible, list_count(ratings) AS certain FROM candidates)"""


def _columns(parts: dict[str, str]) -> str:
    return ", ".join(f"{text} AS {name}" for name, text in parts.items())


def _query(question: str, counts_only: bool) -> str:
    terms = _Terms()
    asked = {name: value.text for name, value in criteria(question, terms).items()}
    source = "cadres" if question == "flat" else "counted"
    shared = f"SELECT *, {_columns(terms.parts)} FROM {source}" if terms.parts else f"SELECT * FROM {source}"
    query = f"WITH {_COUNTED}, shared AS ({shared}) SELECT {_columns(asked)} FROM shared"
    if not counts_only:
        return query
    counts = ", ".join(f"count(*) FILTER ({name}), count({name})" for name in asked)
    return f"SELECT count(*), {counts} FROM ({query})"


class DuckdbContender:
    knows_missing = True

    def __init__(self, data: Data, threads: int) -> None:
        self.name = "DuckDB"
        self.connection = duckdb.connect(config={"threads": threads})
        self.connection.register("loaded", numbers_table(data))
        self.connection.execute("CREATE TABLE cadres AS SELECT * FROM loaded")
        self.connection.unregister("loaded")
        self._queries = {question: _query(question, counts_only=False) for question in QUESTIONS}

    def run(self, question: str) -> pa.Table:
        return self.connection.sql(self._queries[question]).to_arrow_table()

    def verdicts(self, answer: pa.Table) -> dict[str, Verdicts]:
        return {name: from_arrow_booleans(answer[name].combine_chunks()) for name in answer.column_names}


class DuckdbCountsContender:
    """The counts alone, which spares DuckDB the writing of verdicts: less than the others are asked for."""

    name = "DuckDB, counts only"
    knows_missing = True

    def __init__(self, duck: DuckdbContender) -> None:
        self._connection = duck.connection
        self._queries = {question: _query(question, counts_only=True) for question in QUESTIONS}

    def run(self, question: str) -> Any:
        return self._connection.sql(self._queries[question]).fetchall()[0]

    def verdicts(self, answer: Any) -> dict[str, Verdicts]:
        return {}
