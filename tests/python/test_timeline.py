"""Timelines, earliest days and forecasts."""

from __future__ import annotations

import datetime

import cadre
import pytest

PACK = """
[pack]
id = "trial"
title = { vi = "thử", en = "trial" }
source = { document = "trial", issuer = "trial", date = 2011-01-01 }
[[criterion]]
id = "of_age"
title = { vi = "đủ tuổi", en = "of age" }
cite = "1"
when = 'birth_date + @"P35Y" <= as_of and birth_date + @"P40Y" > as_of'
[[criterion]]
id = "postgraduate"
title = { vi = "sau đại học", en = "post-graduate" }
cite = "2"
to = 2016-01-01
when = 'degree >= "master"'
"""


@pytest.fixture
def pack() -> cadre.Pack:
    return cadre.parse_pack(PACK)


@pytest.fixture
def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"birth_date": datetime.date(1980, 2, 29), "degree": "master"})
    builder.add("cadres", {"birth_date": cadre.PartialDate(1981), "degree": None})
    builder.set_snapshot("2014-06-01")
    return builder.build()


def test_a_timeline_is_the_verdict_of_every_day(pack: cadre.Pack, roster: cadre.Roster) -> None:
    for row in (0, 1):
        timeline = pack.timeline("of_age", roster, row=row, first="2014-12-01", last="2022-02-01")
        day = timeline.first
        while day < timeline.last:
            verdict = pack.evaluate(roster, as_of=day)["of_age"].verdicts[row]
            assert timeline.on(day) == verdict, day
            day += datetime.timedelta(days=13)
    assert timeline.law_as_of is None
    assert timeline.snapshot == datetime.date(2014, 6, 1)


def test_spans_are_rows_for_a_frame(pack: cadre.Pack, roster: cadre.Roster) -> None:
    timeline = pack.timeline("postgraduate", roster, row=1, first="2014-01-01", last="2017-01-01")
    assert timeline.to_dicts() == [
        {
            "criterion": "postgraduate",
            "table": "cadres",
            "row": 1,
            "from": datetime.date(2014, 1, 1),
            "to": datetime.date(2016, 1, 1),
            "verdict": "undetermined",
            "because": "missing_data",
            "before_snapshot": True,
        },
        {
            "criterion": "postgraduate",
            "table": "cadres",
            "row": 1,
            "from": datetime.date(2016, 1, 1),
            "to": datetime.date(2017, 1, 1),
            "verdict": "undetermined",
            "because": "not_in_force",
            "before_snapshot": False,
        },
    ]
    fixed = pack.timeline("postgraduate", roster, row=0, first="2014-01-01", last="2017-01-01", law_as_of="2015-01-01")
    assert [span["verdict"] for span in fixed.to_dicts()] == ["met"]
    assert [t.criterion for t in pack.timelines(roster, row=0, first="2014-01-01", last="2015-01-01")] == [
        "of_age",
        "postgraduate",
    ]


def test_the_earliest_day_says_until_when_and_what_may_be_earlier(pack: cadre.Pack, roster: cadre.Roster) -> None:
    sure = pack.earliest("of_age", roster, row=0, first="2012-01-01")
    assert (sure.day, sure.until, sure.certain) == (datetime.date(2015, 2, 28), datetime.date(2020, 2, 29), True)
    assert "28/02/2015" in sure.to_text("vi")

    open_ = pack.earliest("of_age", roster, row=1, first="2012-01-01", horizon="2018-01-01")
    assert open_.day == datetime.date(2016, 12, 31)
    assert open_.until is None
    assert not open_.certain
    assert [span["from"] for span in open_.undetermined] == [datetime.date(2016, 1, 1)]

    never = pack.earliest("of_age", roster, row=0, first="2021-01-01")
    assert never.day is None
    assert never.certain
    assert "does not suffice" in never.to_text()


def test_a_forecast_counts_as_evaluate_does_on_each_day(pack: cadre.Pack, roster: cadre.Roster) -> None:
    days = [datetime.date(2014 + i // 12, 1 + i % 12, 1) for i in range(40)]
    for threads in (1, 3):
        forecast = pack.forecast(roster, days, threads=threads)
        assert len(forecast) == 80
        for row in forecast.to_dicts():
            column = pack.evaluate(roster, as_of=row["day"])[row["criterion"]]
            assert (row["met"], row["not_met"], row["undetermined"]) == (
                column.counts.met,
                column.counts.not_met,
                column.counts.undetermined,
            )
            assert row["in_force"] == column.in_force
            assert row["before_snapshot"] == (row["day"] < datetime.date(2014, 6, 1))
    only = pack.forecast(roster, ["2015-03-01"], criteria=["of_age"]).to_dicts()
    assert [row["criterion"] for row in only] == ["of_age"]


def test_wrong_arguments_are_named(pack: cadre.Pack, roster: cadre.Roster) -> None:
    with pytest.raises(cadre.Error, match="of_agee"):
        pack.timeline("of_agee", roster, row=0, first="2014-01-01", last="2015-01-01")
    with pytest.raises(cadre.Error, match="before the last"):
        pack.timeline("of_age", roster, row=0, first="2015-01-01", last="2015-01-01")
    with pytest.raises(ValueError, match="first"):
        pack.timeline("of_age", roster, row=0, first="1/1/2015", last="2015-01-01")
    with pytest.raises(cadre.Error, match="of_agee"):
        pack.forecast(roster, ["2015-03-01"], criteria=["of_agee"])
