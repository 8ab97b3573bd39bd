"""cadre timeline, cadre forecast, and the earliest day beside the remedies."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from cadre.cli import main
from cadre.cli.over_time import month_after_month

PACK = """
[pack]
id = "trial"
title = { vi = "thử", en = "trial" }
source = { document = "trial", issuer = "trial", date = 2011-01-01 }
[[criterion]]
id = "of_age"
title = { vi = "Đủ tuổi", en = "Of age" }
cite = "1"
when = 'birth_date + @"P35Y" <= as_of'
[[criterion]]
id = "graduate"
title = { vi = "Có trình độ đại học", en = "Holds a degree" }
cite = "2"
to = 2016-01-01
when = 'degree >= "bachelor"'
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "trial.toml").write_text(PACK, encoding="utf-8")
    sheet = tmp_path / "cadres.csv"
    sheet.write_text("birth_date,degree\n1980-01-31,master\n1981-03-01,\n,bachelor\n", encoding="utf-8")
    return [str(sheet), "--pack", str(tmp_path / "trial.toml")]


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_timeline_tells_the_spans(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    span = ["--criterion", "of_age", "--row", "0", "--first", "2014-01-01", "--last", "2016-01-01"]
    spans = json.loads(printed(["timeline", *files, *span, "--format", "json"], capsys))
    assert [(one["from"], one["verdict"]) for one in spans] == [("2014-01-01", "not_met"), ("2015-01-31", "met")]
    text = printed(["timeline", *files, *span, "--lang", "vi"], capsys)
    assert "31/01/2015 – trước 01/01/2016: đạt" in text


def test_forecast_counts_each_month(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    months = ["--first", "2014-12-31", "--months", "16"]
    rows = json.loads(printed(["forecast", *files, *months, "--format", "json"], capsys))
    assert len(rows) == 2 * 16
    of_age = {
        row["day"]: (row["met"], row["not_met"], row["undetermined"]) for row in rows if row["criterion"] == "of_age"
    }
    assert of_age["2014-12-31"] == (0, 2, 1)
    assert of_age["2015-02-28"] == (1, 1, 1)
    assert of_age["2016-03-31"] == (2, 0, 1)
    text = printed(["forecast", *files, *months, "--lang", "vi"], capsys)
    assert "Có trình độ đại học" in text
    assert "không có hiệu lực" in text
    one = printed(["forecast", *files, *months, "--criterion", "graduate"], capsys)
    assert "Holds a degree" in one
    assert "Of age" not in one


def test_months_clamp_to_their_last_day() -> None:
    days = list(month_after_month(datetime.date(2015, 10, 31), 5))
    assert [day.isoformat() for day in days] == ["2015-10-31", "2015-11-30", "2015-12-31", "2016-01-31", "2016-02-29"]


def test_remedies_tell_the_earliest_day(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(
        ["explain", *files, "--as-of", "2015-01-01", "--criterion", "of_age", "--row", "0", "--remedies"], capsys
    )
    assert "wait until 2015-01-31" in text
    assert "Earliest by time alone: 2015-01-31" in text


@pytest.mark.parametrize("months", ["0", "1201", "x"])
def test_wrong_months_are_refused(files: list[str], months: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", *files, "--first", "2015-01-01", "--months", months]) == 2
    captured = capsys.readouterr()
    assert "--months" in captured.err
    assert captured.out == ""


def test_a_span_that_ends_before_it_begins_is_refused(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--first", "2016-01-01", "--last", "2015-01-01"]
    assert main(["timeline", *files, "--criterion", "of_age", "--row", "0", *days]) == 2
    assert capsys.readouterr().out == ""
