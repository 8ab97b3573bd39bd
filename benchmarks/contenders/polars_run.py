"""Polars: lazy expressions, whose null logic is the three-valued one, over a frame with a list of structs.

Of the forms tried on histories (list.eval; list.agg; a flat frame of appraisals grouped by cadre, sorted or
not), list.eval was the fastest."""

import polars as pl

from .contender import Verdicts, born_by, from_arrow_booleans
from .data import EPOCH, Data, level, numbers_table
from .questions import GOOD, JOINED_BY, QUESTIONS, SINCE_YEAR, criteria


class _Terms:
    def __init__(self) -> None:
        self.parts: list[pl.Expr] = []

    def at_least(self, attribute: str, code: str) -> pl.Expr:
        return pl.col(attribute) >= pl.lit(level(attribute, code), pl.Int8)

    def exactly(self, attribute: str, code: str) -> pl.Expr:
        return pl.col(attribute) == pl.lit(level(attribute, code), pl.Int8)

    def aged(self, years: int) -> pl.Expr:
        return pl.col("birth_date") <= _day(born_by(years))

    def younger_than(self, years: int) -> pl.Expr:
        return pl.col("birth_date") > _day(born_by(years))

    def joined(self) -> pl.Expr:
        return pl.col("joined_service") <= _day((JOINED_BY - EPOCH).days)

    def good_appraisals(self, count: int) -> pl.Expr:
        return (
            pl.when(pl.col("certain") >= count).then(True).when(pl.col("certain") + pl.col("open") < count).then(False)
        )

    def shared(self, name: str, value: pl.Expr) -> pl.Expr:
        self.parts.append(value.alias(name))
        return pl.col(name)


def _day(days: int) -> pl.Expr:
    return pl.lit(days, pl.Int32).cast(pl.Date)


def _count(frame: pl.LazyFrame) -> pl.LazyFrame:
    item = pl.element().struct
    good = (item.field("year") >= pl.lit(SINCE_YEAR, pl.Int16)) & (
        item.field("rating") >= pl.lit(level("rating", GOOD), pl.Int8)
    )
    return frame.with_columns(pl.col("appraisals").list.eval(good).alias("good")).with_columns(
        pl.col("good").list.sum().alias("certain"),
        pl.col("good").list.eval(pl.element().is_null()).list.sum().alias("open"),
    )


def _query(question: str, frame: pl.LazyFrame) -> pl.LazyFrame:
    terms = _Terms()
    asked = criteria(question, terms)
    source = frame if question == "flat" else _count(frame)
    return source.with_columns(terms.parts).select(value.alias(name) for name, value in asked.items())


class PolarsContender:
    """Polars takes its number of threads from POLARS_MAX_THREADS when it is imported."""

    name = "Polars"
    knows_missing = True

    def __init__(self, data: Data, threads: int) -> None:
        if pl.thread_pool_size() != threads:
            raise RuntimeError(f"Polars has {pl.thread_pool_size()} threads, not {threads}: set POLARS_MAX_THREADS")
        frame = pl.DataFrame(numbers_table(data)).rechunk().lazy()
        self._queries = {question: _query(question, frame) for question in QUESTIONS}

    def run(self, question: str) -> pl.DataFrame:
        return self._queries[question].collect()

    def verdicts(self, answer: pl.DataFrame) -> dict[str, Verdicts]:
        return {name: from_arrow_booleans(answer[name].to_arrow()) for name in answer.columns}
