"""cadre: a rule pack, over a roster imported from Arrow."""

import cadre
import numpy as np

from .contender import Verdicts
from .data import AS_OF, Data, words_table
from .questions import GOOD, JOINED_BY, QUESTIONS, SINCE_YEAR, criteria
from .text import Text

_HEAD = """[pack]
id = "benchmark"
title = {{ vi = "Đo tốc độ", en = "Benchmark" }}
source = {{ document = "benchmark", issuer = "benchmark", date = 2011-08-18 }}

[[definition]]
id = "age_on_day"
is = 'years and months duration(birth_date, as_of)'

[[definition]]
id = "good_appraisals"
is = 'count(appraisals[year >= {since} and rating >= "{good}"])'
"""


class _Terms:
    def __init__(self) -> None:
        self.definitions: dict[str, str] = {}

    def at_least(self, attribute: str, code: str) -> Text:
        return Text(f'{attribute} >= "{code}"')

    def exactly(self, attribute: str, code: str) -> Text:
        return Text(f'{attribute} = "{code}"')

    def aged(self, years: int) -> Text:
        return Text(f'age_on_day >= @"P{years}Y"')

    def younger_than(self, years: int) -> Text:
        return Text(f'age_on_day < @"P{years}Y"')

    def joined(self) -> Text:
        return Text(f'joined_service <= @"{JOINED_BY}"')

    def good_appraisals(self, count: int) -> Text:
        return Text(f"good_appraisals >= {count}")

    def shared(self, name: str, value: Text) -> Text:
        self.definitions[name] = value.text
        return Text(name)


def _pack(question: str) -> cadre.Pack:
    terms = _Terms()
    asked = criteria(question, terms)
    text = _HEAD.format(since=SINCE_YEAR, good=GOOD)
    for name, condition in terms.definitions.items():
        text += f"\n[[definition]]\nid = \"{name}\"\nis = '{condition}'\n"
    for name, value in asked.items():
        text += f'\n[[criterion]]\nid = "{name}"\ntitle = {{ vi = "{name}", en = "{name}" }}\ncite = "1"\n'
        text += f"when = '{value.text}'\n"
    return cadre.parse_pack(text)


class CadreContender:
    name = "cadre"
    knows_missing = True

    def __init__(self, data: Data, threads: int) -> None:
        self._threads = threads
        self._packs = {question: _pack(question) for question in QUESTIONS}
        self._roster = cadre.Roster.from_arrow(words_table(data))

    def run(self, question: str) -> cadre.VerdictTable:
        return self._packs[question].evaluate(self._roster, as_of=AS_OF, threads=self._threads)

    def verdicts(self, answer: cadre.VerdictTable) -> dict[str, Verdicts]:
        return {name: np.asarray(answer[name].verdicts) for name in answer}
