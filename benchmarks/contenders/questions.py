"""The questions, stated once: each tool brings its own terms (SQL text, expressions, arrays) to build them of."""

from __future__ import annotations

from datetime import date
from typing import Protocol, TypeVar

QUESTIONS = ("flat", "history", "pack")

JOINED_BY = date(2010, 1, 1)
SINCE_YEAR = 2011
GOOD = "good"
AGES = (35, 40, 45, 50, 55)


class Condition(Protocol):
    """A condition on a cadre. `&`, `|` and `~` are strong Kleene: a missing value never decides."""

    def __and__(self: V, other: V, /) -> V: ...
    def __or__(self: V, other: V, /) -> V: ...
    def __invert__(self: V, /) -> V: ...


V = TypeVar("V", bound=Condition)


class Terms(Protocol[V]):
    def at_least(self, attribute: str, code: str) -> V: ...
    def exactly(self, attribute: str, code: str) -> V: ...
    def aged(self, years: int) -> V: ...
    def younger_than(self, years: int) -> V: ...
    def joined(self) -> V:
        """In the service on JOINED_BY."""
        ...

    def good_appraisals(self, count: int) -> V:
        """At least so many appraisals since SINCE_YEAR are good or better."""
        ...

    def shared(self, name: str, value: V) -> V:
        """Names a part that several criteria use, for tools that compute named parts once."""
        ...


def criteria(question: str, terms: Terms[V]) -> dict[str, V]:
    return {"flat": _flat, "history": _history, "pack": _pack}[question](terms)


def _flat(terms: Terms[V]) -> dict[str, V]:
    return {
        "flat": terms.at_least("degree", "master")
        & terms.at_least("political_theory", "advanced")
        & terms.exactly("general_education", "upper_secondary")
        & terms.aged(35)
        & terms.joined()
    }


def _history(terms: Terms[V]) -> dict[str, V]:
    return {"history": terms.good_appraisals(3)}


def _pack(terms: Terms[V]) -> dict[str, V]:
    """Thirty criteria as rule packs have them: a few facts in many combinations and thresholds."""
    schooling = terms.shared(
        "schooling", terms.at_least("degree", "bachelor") & terms.at_least("political_theory", "intermediate")
    )
    master = terms.shared("holds_master", terms.at_least("degree", "master"))
    joined = terms.shared("settled", terms.joined())
    good = {count: terms.shared(f"good_{count}", terms.good_appraisals(count)) for count in (2, 3, 4)}
    made = {}
    for years in AGES:
        young = terms.shared(f"younger_than_{years}", terms.younger_than(years))
        made[f"schooled_{years}"] = young & schooling
        made[f"proven_{years}"] = young & good[3] & schooling
        made[f"promising_{years}"] = good[2] & (young | master)
        made[f"ready_{years}"] = schooling & good[4] & young & joined
        made[f"senior_{years}"] = ~young & (schooling | good[3])
        made[f"to_train_{years}"] = young & good[2] & ~schooling
    return made
