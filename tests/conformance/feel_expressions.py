"""Random well-typed expressions on complete data, written for this library and for a FEEL engine.

The two texts differ in levels alone, which FEEL knows by their ranks. No sub-expression is null in FEEL (divisors are
not zero, positions exist, aggregates see at least one item), integers stay small and decimals are quarters, as law 2
of the language asks. What the engine does otherwise than the standard is avoided:

- durations times or divided by numbers and over each other, and their unary minus, are null or NaN there;
- different durations in days may be equal there, so that they are only added to dates;
- `years and months duration` keeps left-over days there and counts thirty of them as a month, so that it is not asked
  (the cases of the compatibility kit cover it);
- `between` and `in` a range whose start lies after its end try the ends the other way round there;
- `during`, `starts` and `finishes` are null there where they are false, `coincides` of two ranges always;
- an empty list and a list that is not are neither equal nor different there, but null;
- `substring` from the end with a length loses a character there next to one outside the basic plane.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import cadre

RANKS = {"none": 0, "elementary": 1, "vocational": 2, "college": 3, "bachelor": 4, "master": 5, "doctorate": 6}
TEXTS = ["", "a", "ab", "ba", "Hà Nội", "Đặng", "z😀", "master"]

Text = tuple[str, str]  #: for this library, for FEEL


def alike(text: str) -> Text:
    return (text, text)


def build(template: str, *parts: Text) -> Text:
    return (template.format(*(p[0] for p in parts)), template.format(*(p[1] for p in parts)))


class World:
    """One record: its values for this library, and as FEEL."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.values: dict[str, Any] = {}
        self.feel: dict[str, str] = {}
        for name in ("i", "j"):
            self.add(name, rng.randint(-20, 20))
        for name in ("x", "y"):
            self.add(name, rng.randint(-40, 40) / 4)
        for name in ("s", "t"):
            self.add(name, rng.choice(TEXTS))
        for name in ("p", "q"):
            self.add(name, rng.random() < 0.5)
        for name in ("d", "e"):
            self.add(name, self.day())
        self.add("m", cadre.Duration(f"P{rng.randint(0, 60)}M"))
        self.add("n", timedelta(days=rng.randint(0, 900)))
        self.add("li", [rng.randint(-3, 9) for _ in range(3)])
        self.add("lt", [rng.choice(TEXTS) for _ in range(3)])
        records = [{"k": rng.randint(0, 4), "v": rng.choice(TEXTS), "w": self.day()} for _ in range(3)]
        self.add("lr", records)
        self.as_of = self.day()
        self.feel["as_of"] = self.written(self.as_of)
        level = rng.choice(list(RANKS))
        self.values["degree"] = level
        self.feel["degree"] = str(RANKS[level])

    def day(self) -> date:
        return date(1960, 1, 1) + timedelta(days=self.rng.randint(0, 25_000))

    def add(self, name: str, value: Any) -> None:
        self.values[name] = value
        self.feel[name] = self.written(value)

    def written(self, value: Any) -> str:
        match value:
            case bool():
                return str(value).lower()
            case str():
                return f'"{value}"'
            case date():
                return f'@"{value}"'
            case timedelta():
                return f'@"P{value.days}D"'
            case cadre.Duration():
                return f'@"{value}"'
            case list():
                return f"[{', '.join(map(self.written, value))}]"
            case dict():
                return "{" + ", ".join(f"{name}: {self.written(member)}" for name, member in value.items()) + "}"
            case _:
                return str(value)


class Expressions:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.variables = 0

    def one_of(self, *makers: Callable[[], Text]) -> Text:
        return self.rng.choice(makers)()

    def name(self, *names: str) -> Text:
        return alike(self.rng.choice(names))

    def any(self, depth: int) -> Text:
        kinds = (self.boolean, self.number, self.text, self.date)
        return self.rng.choice(kinds)(depth)

    # ---- booleans ----

    def boolean(self, depth: int) -> Text:
        if depth <= 0:
            return self.name("p", "q", "true", "false")
        d = depth - 1
        return self.one_of(
            lambda: build("({} and {})", self.boolean(d), self.boolean(d)),
            lambda: build("({} or {})", self.boolean(d), self.boolean(d)),
            lambda: build("not({})", self.boolean(d)),
            lambda: build("(if {} then {} else {})", self.boolean(d), self.boolean(d), self.boolean(d)),
            lambda: self.comparison(d),
            lambda: self.comparison(d),
            lambda: self.membership(d),
            lambda: self.range_test(d),
            lambda: self.quantified(d),
            lambda: self.text_test(d),
            lambda: self.list_test(d),
        )

    def ordered(self, depth: int) -> Callable[[], Text]:
        makers = (self.number, self.date, self.text, self.months)
        maker = self.rng.choice(makers)
        return lambda: maker(depth)

    def comparison(self, depth: int) -> Text:
        if self.rng.random() < 0.15:
            return build(f"(degree {self.rng.choice(('=', '!=', '<', '<=', '>', '>='))} {{}})", self.level())
        make = self.ordered(depth)
        return build(f"({{}} {self.rng.choice(('=', '!=', '<', '<=', '>', '>='))} {{}})", make(), make())

    def level(self) -> Text:
        code = self.rng.choice(list(RANKS))
        return (f'"{code}"', str(RANKS[code]))

    def bounded(self, depth: int) -> tuple[Text, str, str]:
        """A value, and two constants of its type in ascending order."""
        low = self.rng.randint(-10, 20)
        high = low + self.rng.randint(1, 12)
        day = date(1960, 1, 1) + timedelta(days=self.rng.randint(0, 20_000))
        return self.rng.choice(
            [
                (self.number(depth), str(low), str(high)),
                (self.months(depth), f'@"P{low + 10}M"', f'@"P{high + 10}M"'),
                (self.date(depth), f'@"{day}"', f'@"{day + timedelta(days=high - low)}"'),
                (self.text(depth), '"a"', '"m"'),
            ]
        )

    def membership(self, depth: int) -> Text:
        make = self.ordered(depth)
        value, low, high = self.bounded(depth)
        opening, closing = self.rng.choice("[(]"), self.rng.choice("])[")
        return self.one_of(
            lambda: build(f"({{}} between {low} and {high})", value),
            lambda: build(f"({{}} in {opening}{low}..{high}{closing})", value),
            lambda: build("({} in [{}, {}, {}])", make(), make(), make(), make()),
            lambda: build("({} in (<{}, {}, >={}))", make(), make(), make(), make()),
        )

    def proper_range(self) -> Text:
        """A range whose start lies before its end."""
        opening, closing = self.rng.choice("[("), self.rng.choice("])")
        low = self.rng.randint(-10, 10)
        return alike(f"{opening}{low}..{low + self.rng.randint(1, 8)}{closing}")

    def range_test(self, depth: int) -> Text:
        point = self.number(depth)
        of_ranges = ("before", "after", "meets", "met by", "overlaps", "includes")
        return self.one_of(
            lambda: build(f"{self.rng.choice(('before', 'after'))}({{}}, {{}})", point, self.proper_range()),
            lambda: build(f"{self.rng.choice(('before', 'after'))}({{}}, {{}})", self.proper_range(), point),
            lambda: build("includes({}, {})", self.proper_range(), point),
            lambda: build(f"{self.rng.choice(of_ranges)}({{}}, {{}})", self.proper_range(), self.proper_range()),
        )

    def quantified(self, depth: int) -> Text:
        word = self.rng.choice(("some", "every"))
        self.variables += 1
        r = f"r{self.variables}"
        return self.one_of(
            lambda: build(f"({word} {r} in lr satisfies {r}.k > {{}})", self.number(depth)),
            lambda: build(
                f"({word} {r} in lr satisfies ({r}.w < {{}} or {{}}))", self.date(depth), self.boolean(depth)
            ),
            lambda: build(f"({word} {r} in li satisfies {r} <= {{}})", self.number(depth)),
        )

    def text_test(self, depth: int) -> Text:
        function = self.rng.choice(("contains", "starts with", "ends with"))
        return build(f"{function}({{}}, {{}})", self.text(depth), self.text(0))

    def list_test(self, depth: int) -> Text:
        return self.one_of(
            lambda: build("list contains(li, {})", self.whole(depth)),
            lambda: build("list contains(lt, {})", self.text(depth)),
            lambda: build("(li = [{}, {}, {}])", self.whole(depth), self.whole(0), self.whole(0)),
            lambda: build("(count(li[item > {}]) = {})", self.number(0), self.whole(0)),
            lambda: build(f"{self.rng.choice(('odd', 'even'))}({{}})", self.whole(depth)),
        )

    # ---- numbers ----

    def number(self, depth: int) -> Text:
        if depth <= 0 or self.rng.random() < 0.4:
            return self.whole(depth)
        d = depth - 1
        return self.one_of(
            lambda: self.name("x", "y"),
            lambda: alike(str(self.rng.randint(-20, 20) / 4)),
            lambda: build(f"({{}} {self.rng.choice('+-*')} {{}})", self.number(d), self.number(d)),
            lambda: build(f"({{}} / {self.rng.choice((2, 3, -4, 0.5))})", self.number(d)),
            lambda: build("abs({})", self.number(d)),
            lambda: build(f"{self.rng.choice(('floor', 'ceiling'))}({{}})", self.quarters(d)),
            lambda: build(f"{self.rounding()}({{}}, {self.rng.randint(0, 1)})", self.quarters(d)),
            lambda: build(f"modulo({{}}, {self.rng.choice((2, 3, -4, 0.5))})", self.quarters(d)),
            lambda: build("(if {} then {} else {})", self.boolean(d), self.number(d), self.number(d)),
            lambda: build(f"{self.rng.choice(('min', 'max', 'sum'))}({{}}, {{}})", self.number(d), self.number(d)),
            lambda: build("number(string({}))", self.quarters(d)),
            lambda: alike(f"sqrt({self.rng.randint(0, 12) ** 2})"),
        )

    def rounding(self) -> str:
        return self.rng.choice(("round up", "round down", "round half up", "round half down", "decimal"))

    def quarters(self, depth: int) -> Text:
        """A number that is a multiple of a quarter."""
        return self.one_of(
            lambda: self.name("x", "y"),
            lambda: self.whole(depth),
            lambda: build(f"({{}} {self.rng.choice('+-')} {{}})", self.name("x", "y"), self.whole(depth)),
        )

    def whole(self, depth: int) -> Text:
        if depth <= 0:
            return self.one_of(lambda: self.name("i", "j"), lambda: alike(str(self.rng.randint(-9, 30))))
        d = depth - 1
        return self.one_of(
            lambda: self.name("i", "j"),
            lambda: build(f"({{}} {self.rng.choice('+-*')} {{}})", self.whole(d), self.whole(0)),
            lambda: build("-({})", self.whole(d)),
            lambda: build("abs({})", self.whole(d)),
            lambda: build(f"{{}}.{self.rng.choice(('year', 'month', 'day', 'weekday'))}", self.date(d)),
            lambda: build(f"{self.rng.choice(('day of year', 'week of year'))}({{}})", self.date(d)),
            lambda: build("count(lr[k > {}])", self.number(0)),
            lambda: build("count(lr[w < {} and {}])", self.date(0), self.boolean(0)),
            lambda: alike(f"{self.rng.choice(('sum', 'min', 'max'))}({self.rng.choice(('li', 'lr.k'))})"),
            lambda: alike(f"li[{self.rng.choice((1, 2, 3, -1, -2, -3))}]"),
            lambda: alike(f"lr[{self.rng.choice((1, 2, 3, -1))}].k"),
            lambda: build("string length({})", self.text(d)),
            lambda: build(f"{{}}.{self.rng.choice(('years', 'months'))}", self.months(d)),
            lambda: build(f"modulo({{}}, {self.rng.choice((2, 3, -4))})", self.whole(d)),
            lambda: build("floor({})", self.quarters(d)),
        )

    # ---- texts ----

    def text(self, depth: int) -> Text:
        if depth <= 0:
            return self.one_of(lambda: self.name("s", "t"), lambda: alike(f'"{self.rng.choice(TEXTS)}"'))
        d = depth - 1
        return self.one_of(
            lambda: self.name("s", "t"),
            lambda: build("({} + {})", self.text(d), self.text(d)),
            lambda: build(f"{self.rng.choice(('upper case', 'lower case'))}({{}})", self.text(d)),
            lambda: build(f'substring({{}} + "xyz", {self.rng.choice((1, 2, 3))}, 2)', self.text(d)),
            lambda: build('substring({} + "xyz", 2)', self.text(d)),
            lambda: build("substring before({}, {})", self.text(d), self.text(0)),
            lambda: build("substring after({}, {})", self.text(d), self.text(0)),
            lambda: build("string({})", self.quarters(d)),
            lambda: build("string({})", self.date(d)),
            lambda: build(f"{self.rng.choice(('day of week', 'month of year'))}({{}})", self.date(d)),
            lambda: build("(if {} then {} else {})", self.boolean(d), self.text(d), self.text(d)),
            lambda: alike(f"lt[{self.rng.choice((1, 2, 3, -1))}]"),
            lambda: alike('string join(lt, "; ")'),
        )

    # ---- dates and durations ----

    def date(self, depth: int) -> Text:
        if depth <= 0:
            return self.name("d", "e", "as_of", '@"2000-02-29"', '@"2015-01-31"')
        d = depth - 1
        return self.one_of(
            lambda: self.name("d", "e", "as_of"),
            lambda: build(f"({{}} {self.rng.choice('+-')} {{}})", self.date(d), self.months(0)),
            lambda: build(f"({{}} {self.rng.choice('+-')} {{}})", self.date(d), self.days()),
            lambda: build("(if {} then {} else {})", self.boolean(d), self.date(d), self.date(d)),
            lambda: alike(
                f"date({self.rng.randint(1950, 2030)}, {self.rng.randint(1, 12)}, {self.rng.randint(1, 28)})"
            ),
            lambda: alike(f"lr[{self.rng.choice((1, 2, 3, -1))}].w"),
        )

    def months(self, depth: int) -> Text:
        if depth > 0 and self.rng.random() < 0.3:
            return build(f"({{}} {self.rng.choice('+-')} {{}})", self.months(depth - 1), self.months(depth - 1))
        return self.one_of(lambda: alike("m"), lambda: alike(f'@"P{self.rng.randint(0, 60)}M"'))

    def days(self) -> Text:
        return self.one_of(lambda: alike("n"), lambda: alike(f'@"P{self.rng.randint(0, 400)}D"'))
