"""OpenFisca-core: a variable a fact or criterion, a year's appraisal being the variable's value of that year.

It has no unknowns. A missing value is its type's default, as OpenFisca has it; the answers are compared on
the rows whose verdict is known, where no filling of missing cells may change it. It has neither lists nor
threads: the year-indexed form fits here because the data have one appraisal a cadre and year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit, period
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from .contender import Verdicts, born_by
from .data import APPRAISALS_A_CADRE, AS_OF, DATES, EPOCH, LEVELS, MISSING_DAY, Data, level
from .questions import GOOD, JOINED_BY, QUESTIONS, SINCE_YEAR, criteria

Rule = Callable[[Any, Any], Any]
YEAR = period(str(AS_OF.year))


@dataclass(frozen=True)
class Formula:
    """A part of a variable's formula, a function of the cadres and the period."""

    rule: Rule

    def __and__(self, other: Formula) -> Formula:
        return Formula(lambda cadres, when: self.rule(cadres, when) & other.rule(cadres, when))

    def __or__(self, other: Formula) -> Formula:
        return Formula(lambda cadres, when: self.rule(cadres, when) | other.rule(cadres, when))

    def __invert__(self) -> Formula:
        return Formula(lambda cadres, when: ~self.rule(cadres, when))


class _Terms:
    def __init__(self, system: TaxBenefitSystem, entity: Any) -> None:
        self._system = system
        self._entity = entity
        self.computed: list[str] = []

    def at_least(self, attribute: str, code: str) -> Formula:
        limit = level(attribute, code)
        return Formula(lambda cadres, when: cadres(attribute, when) >= limit)

    def exactly(self, attribute: str, code: str) -> Formula:
        wanted = level(attribute, code)
        return Formula(lambda cadres, when: cadres(attribute, when) == wanted)

    def aged(self, years: int) -> Formula:
        last = np.datetime64(EPOCH + timedelta(days=born_by(years)))
        return Formula(lambda cadres, when: cadres("birth_date", when) <= last)

    def younger_than(self, years: int) -> Formula:
        return ~self.aged(years)

    def joined(self) -> Formula:
        last = np.datetime64(JOINED_BY)
        return Formula(lambda cadres, when: cadres("joined_service", when) <= last)

    def good_appraisals(self, count: int) -> Formula:
        if "good_appraisals" not in self.computed:
            self.add("good_appraisals", int, _count_good)
        return Formula(lambda cadres, when: cadres("good_appraisals", when) >= count)

    def shared(self, name: str, value: Formula) -> Formula:
        self.add(name, bool, value.rule)
        return Formula(lambda cadres, when: cadres(name, when))

    def add(self, name: str, value_type: type, rule: Rule) -> None:
        def formula(cadres: Any, when: Any) -> Any:
            return rule(cadres, when)

        self._system.add_variable(_variable(self._entity, name, value_type, DateUnit.YEAR, formula))
        self.computed.append(name)


def _count_good(cadres: Any, when: Any) -> Any:
    limit = level("rating", GOOD)
    years = range(SINCE_YEAR, when.start.year + 1)
    return sum((cadres("rating", period(str(year))) >= limit).astype(np.int8) for year in years)


def _variable(entity: Any, name: str, value_type: type, unit: DateUnit, formula: Rule | None = None) -> type[Variable]:
    body: dict[str, Any] = {"value_type": value_type, "entity": entity, "definition_period": unit, "label": name}
    if formula is not None:
        body["formula"] = formula
    return type(name, (Variable,), body)


class OpenfiscaContender:
    name = "OpenFisca-core"
    knows_missing = False

    def __init__(self, data: Data) -> None:
        self._entity = build_entity(key="cadre", plural="cadres", label="Cadre", is_person=True)
        self._simulations = {question: self._simulation(question, data) for question in QUESTIONS}

    def _simulation(self, question: str, data: Data) -> tuple[Any, list[str], list[str]]:
        system = TaxBenefitSystem([self._entity])
        self._add_facts(system)
        terms = _Terms(system, self._entity)
        asked = criteria(question, terms)
        for name, value in asked.items():
            terms.add(name, bool, value.rule)
        simulation = SimulationBuilder().build_default_simulation(system, data.rows)
        _set_facts(simulation, question, data)
        return simulation, list(asked), terms.computed

    def _add_facts(self, system: TaxBenefitSystem) -> None:
        for scale in LEVELS:
            unit = DateUnit.YEAR if scale == "rating" else DateUnit.ETERNITY
            system.add_variable(_variable(self._entity, scale, int, unit))
        for name in DATES:
            system.add_variable(_variable(self._entity, name, date, DateUnit.ETERNITY))

    def run(self, question: str) -> dict[str, Any]:
        simulation, asked, computed = self._simulations[question]
        # OpenFisca remembers what it computed; the inputs stay.
        for name in computed:
            simulation.delete_arrays(name)
        return {name: simulation.calculate(name, YEAR) for name in asked}

    def verdicts(self, answer: dict[str, Any]) -> dict[str, Verdicts]:
        return {name: np.asarray(values).astype(np.uint8) for name, values in answer.items()}


def _set_facts(simulation: Any, question: str, data: Data) -> None:
    """The facts that the question reads: each simulation keeps a copy of its own."""
    if question != "history":
        for name, codes in data.codes.items():
            simulation.set_input(name, DateUnit.ETERNITY, np.maximum(codes, 0).astype(np.int32))
        for name, days in data.days.items():
            filled = np.where(days == MISSING_DAY, 0, days)
            simulation.set_input(name, DateUnit.ETERNITY, filled.astype("datetime64[D]"))
    if question != "flat":
        first = AS_OF.year - APPRAISALS_A_CADRE + 1
        for position, ratings in enumerate(data.rating.reshape(-1, APPRAISALS_A_CADRE).T):
            simulation.set_input("rating", str(first + position), np.maximum(ratings, 0).astype(np.int32))
