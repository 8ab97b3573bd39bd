"""cadre.evaluate: one expression, one record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import cadre
import pytest
from cadre import Verdict
from hypothesis import given
from hypothesis import strategies as st

AS_OF = "2015-12-31"


def evaluate(expression: str, values: dict[str, Any], as_of: Any = AS_OF) -> Any:
    return cadre.evaluate(expression, values, as_of=as_of)


def test_the_example_of_the_readme() -> None:
    rule = 'years and months duration(b, as_of) >= @"P35Y"'
    assert evaluate(rule, {"b": date(1980, 1, 2)}) == Verdict.met
    assert evaluate(rule, {"b": date(1981, 1, 2)}) == Verdict.not_met


@pytest.mark.parametrize(
    ("expression", "values", "expected"),
    [
        ("a + 1", {"a": 2}, 3),
        ("a / 2", {"a": 5}, 2.5),
        ("a", {"a": "x"}, "x"),
        ("a", {"a": True}, Verdict.met),
        ('a + @"P1M"', {"a": date(2015, 1, 31)}, date(2015, 2, 28)),
        ('a + @"P1D"', {"a": timedelta(days=2)}, timedelta(days=3)),
        ('a + @"P1M"', {"a": cadre.Duration("P11M")}, cadre.Duration("P1Y")),
        ("years and months duration(a, as_of)", {"a": date(1980, 1, 2)}, cadre.Duration("P35Y11M")),
        ("as_of", {}, date(2015, 12, 31)),
        ("count(a)", {"a": [1, 2, 3]}, 3),
        ("sum(a)", {"a": [1, 2.5]}, 3.5),
        ("sum(a[y = 1].x)", {"a": [{"x": 1, "y": 1}, {"x": 2.5, "y": 1}, {"x": 9, "y": 2}]}, 3.5),
        ("count(a[count(x) = 2])", {"a": [{"x": [1, 2]}, {"x": [3]}]}, 1),
        ("sum(a[1].x.y)", {"a": [{"x": [{"y": 1}, {"y": 2.5}]}, {"x": []}]}, 3.5),
        ("some r in a satisfies r.x > 2", {"a": [{"x": 1}, {"x": None}]}, Verdict.undetermined),
        ("[]", {}, []),
        ("some x in [] satisfies true", {}, Verdict.not_met),
        ("floor(a)", {"a": -1.5}, -2),
        ("floor(a, 1)", {"a": -1.56}, -1.6),
        ("ceiling(a)", {"a": -1.5}, -1),
        ("round up(a, 0)", {"a": -5.5}, -6.0),
        ("round down(a, 2)", {"a": 1.129}, 1.12),
        ("round half up(a, 2)", {"a": 2.675}, 2.68),
        ("round half down(a, 2)", {"a": 2.675}, 2.67),
        ("decimal(a, 0)", {"a": 2.5}, 2.0),
        ("decimal(a, 0)", {"a": 1.5}, 2.0),
        ("round half up(a, -2)", {"a": 1250}, 1300.0),
        ("sqrt(a)", {"a": 16}, 4.0),
        ("odd(a)", {"a": -3}, Verdict.met),
        ("number(a)", {"a": "-12.5e1"}, -125.0),
        ('number(a, ".", ",")', {"a": "1.234,5"}, 1234.5),
        ("string(a)", {"a": 12.5}, "12.5"),
        ("string(a)", {"a": date(2015, 12, 31)}, "2015-12-31"),
        ("string(a)", {"a": cadre.Duration("P18M")}, "P1Y6M"),
        ("string length(a)", {"a": "Nguyễn 😀"}, 8),
        ("substring(a, 3)", {"a": "Trưởng phòng"}, "ưởng phòng"),
        ("substring(a, -5, 3)", {"a": "Trưởng phòng"}, "phò"),
        ('substring before(a, " ")', {"a": "Trưởng phòng"}, "Trưởng"),
        ('substring after(a, " ")', {"a": "Trưởng phòng"}, "phòng"),
        ("upper case(a)", {"a": "Đặng ưởng"}, "ĐẶNG ƯỞNG"),
        ("lower case(a)", {"a": "ĐẶNG"}, "đặng"),
        ('string join(a, "; ", "[", "]")', {"a": ["x", "y"]}, "[x; y]"),
        ("day of year(a)", {"a": date(2016, 12, 31)}, 366),
        ("week of year(a)", {"a": date(2005, 1, 1)}, 53),
        ("day of week(a)", {"a": date(2015, 12, 31)}, "Thursday"),
        ("month of year(a)", {"a": date(2015, 12, 31)}, "December"),
        ("a * 0.29", {"a": cadre.Duration("P100M")}, cadre.Duration("P29M")),
        ("a / 2.5", {"a": cadre.Duration("P10Y11M")}, cadre.Duration("P52M")),
        ("a / 3", {"a": timedelta(days=9)}, timedelta(days=3)),
        ("a / b", {"a": timedelta(days=9), "b": timedelta(days=2)}, 4.5),
        ("includes([1..10), a)", {"a": 10}, Verdict.not_met),
        ("overlaps before([1..5], [5..8])", {}, Verdict.met),
        ("modulo(a, 3)", {"a": -7}, 2),
        ("modulo(a, -3)", {"a": 7}, -2),
        ("modulo(a, 0.5)", {"a": 5.75}, 0.25),
        ("a.weekday", {"a": date(2015, 12, 31)}, 4),
        ("a.years * 100 + a.months", {"a": cadre.Duration("P3Y7M")}, 307),
        ("a.days", {"a": timedelta(days=9)}, 9),
        ('ends with(a, "sĩ")', {"a": "Thạc sĩ"}, Verdict.met),
        ("a[item > 1]", {"a": [1, 2, 3]}, [2, 3]),
        ("degree", {"degree": "Thạc sỹ"}, "master"),
        ('degree >= "bachelor"', {"degree": "master"}, Verdict.met),
        ('count(appraisals[rating >= "good"])', {"appraisals": [{"year": 2015, "rating": "good"}]}, 1),
        ("party_admission_date = none", {"party_admission_date": cadre.NONE}, Verdict.met),
    ],
)
def test_values(expression: str, values: dict[str, Any], expected: Any) -> None:
    result = evaluate(expression, values)
    assert result == expected
    assert type(result) is type(expected)


def test_missing_values_leave_it_undetermined() -> None:
    assert evaluate('degree >= "master"', {"degree": None}) == Verdict.undetermined
    assert evaluate('degree >= "master"', {}) == Verdict.undetermined
    assert evaluate('degree >= "master" and a', {"a": False}) == Verdict.not_met
    result = evaluate("birth_date.year", {})
    assert isinstance(result, cadre.Undetermined)
    assert result.fields == ("birth_date",)
    assert "birth_date" in repr(result)
    with pytest.raises(TypeError, match="no truth value"):
        bool(result)


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("sqrt(a)", {"a": -1}),
        ("log(a)", {"a": 0}),
        ("modulo(a, 0)", {"a": 1}),
        ("number(a)", {"a": "12 mươi"}),
        ("number(a)", {"a": "inf"}),
        ("substring(a, 4)", {"a": "abc"}),
        ("substring(a, 0)", {"a": "abc"}),
        ("floor(a)", {"a": 1e300}),
        ("a / 2", {"a": timedelta(days=9)}),
        ("a / 0", {"a": timedelta(days=9)}),
    ],
)
def test_a_function_without_a_value_says_why(expression: str, values: dict[str, Any]) -> None:
    result = evaluate(expression, values)
    assert isinstance(result, cadre.Undetermined)
    assert result.fields == ()
    assert result.reasons("vi")


def test_reasons_are_told_in_both_languages() -> None:
    result = evaluate("1 / a", {"a": 0})
    assert isinstance(result, cadre.Undetermined)
    assert result.fields == ()
    assert result.reasons("en") and result.reasons("en") != result.reasons("vi")


def test_a_missing_value_of_a_name_that_the_schema_lacks() -> None:
    with pytest.raises(cadre.Error, match="type of “a”") as caught:
        evaluate("a = 1", {"a": None})
    assert caught.value.code == "invalid_argument"


@pytest.mark.parametrize(
    ("expression", "values", "code"),
    [
        ("a +", {"a": 1}, "invalid_rule"),
        ("b", {"a": 1}, "invalid_rule"),
        ('a + "x"', {"a": 1}, "invalid_rule"),
        ('@"P1M" < @"P1D"', {}, "invalid_rule"),
        ("degree", {"degree": 5}, "invalid_argument"),
        ("appraisals", {"appraisals": []}, "invalid_rule"),
        ("a", {"a": [{"x": 1}]}, "invalid_rule"),
        ("count(a) = 1", {"a": [{"x": None}]}, "invalid_argument"),
        ("count(a) = 1", {"a": [{"x": [{"y": [1, 2]}]}]}, "invalid_argument"),
        ("count(a) = 1", {"a": [{"x": 1}, {"x": "b"}]}, "invalid_argument"),
        ("a", {"Not an id": 1, "a": 1}, "invalid_argument"),
        ("(" * 20_000 + "1" + ")" * 20_000, {}, "invalid_rule"),
    ],
)
def test_errors(expression: str, values: dict[str, Any], code: str) -> None:
    with pytest.raises(cadre.Error) as caught:
        evaluate(expression, values)
    assert caught.value.code == code


def test_durations() -> None:
    duration = cadre.Duration("P3Y6M")
    assert (duration.unit, duration.count) == ("months", 42)
    assert str(duration) == "P3Y6M"
    assert duration == cadre.Duration("P42M")
    assert hash(duration) == hash(cadre.Duration("P42M"))
    assert cadre.Duration("P30D").unit == "days"
    assert cadre.Duration("P1M") != cadre.Duration("P1D")
    with pytest.raises(ValueError, match="duration"):
        cadre.Duration("3 years")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_dates_go_in_and_out_unchanged(day: date) -> None:
    assert evaluate("a", {"a": day}) == day
    assert evaluate("as_of", {}, as_of=day.isoformat()) == day


@given(st.integers(-(2**40), 2**40), st.integers(-(2**20), 2**20))
def test_integers_are_exact(a: int, b: int) -> None:
    assert evaluate("a + b", {"a": a, "b": b}) == a + b
    assert evaluate("a < b", {"a": a, "b": b}) == Verdict(a < b)


@given(st.booleans(), st.sampled_from([None, True, False]))
def test_kleene(a: bool, b: bool | None) -> None:
    result = evaluate("a and party_member", {"a": a, "party_member": b})
    expected = Verdict.not_met if a is False or b is False else Verdict.undetermined if b is None else Verdict.met
    assert result == expected
