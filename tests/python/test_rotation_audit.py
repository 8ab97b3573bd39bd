"""Audits by rotation policies from Python and from the command line."""

from __future__ import annotations

import datetime
import json

import cadre
import pytest
from cadre.cli import main


@pytest.fixture
def roster() -> cadre.Roster:
    builder = cadre.RosterBuilder()
    builder.add("posts", {"id": "clerk", "leading": False, "periodic_change": True})
    for key, since in [("a", datetime.date(2009, 3, 1)), ("b", datetime.date(2012, 3, 1)), ("c", None)]:
        spell = {"post": "clerk", "to": cadre.ONGOING, "primary": True}
        if since is not None:
            spell |= {"from": since, "held_since": since}
        builder.add("cadres", {"id": key, "appointments": [spell]})
    return builder.build()


def test_an_audit_tells_who_stays_too_long_since_when_and_what_is_missing(roster):
    audit = cadre.load_pack("national-2007-position-change").audit(roster, as_of="2012-06-30", due_within=36)
    found = {row["cadre"]: row for row in audit.to_dicts()}
    assert found[0]["status"] == "violated"
    assert found[0]["rule"] == "overstay"
    assert found[0]["begins"] == datetime.date(2012, 3, 1)
    assert found[1]["status"] == "due"
    assert found[2]["status"] == "undetermined"
    assert {cell["attribute"] for cell in found[2]["missing"]} <= {"from", "held_since"}
    assert found[2]["missing"]
    assert audit.policies[0]["violated"] == 1
    assert audit.policies[0]["rule"] == "overstay"
    assert (audit.since, audit.due_within) == (None, 36)
    assert "158/2007/NĐ-CP" in audit.to_text("vi")


def test_the_command_line_writes_an_audit(tmp_path, capsys):
    (tmp_path / "posts.csv").write_text("id,leading,periodic_change\nclerk,false,true\n", encoding="utf-8")
    (tmp_path / "cadres.csv").write_text("id\na\n", encoding="utf-8")
    (tmp_path / "cadres.appointments.csv").write_text(
        "cadre,post,from,to,held_since,primary\n"
        "a,clerk,2009-03-01,2031-01-01,2009-03-01,true\n"
        "a,clerk,2001-03-01,2001-02-01,2001-03-01,true\n",
        encoding="utf-8",
    )
    command = ["rotation", str(tmp_path), "--pack", "national-2007-position-change", "--as-of", "2012-06-30"]
    assert main([*command, "--format", "json", "--since", "2012-01-01", "--due-within", "6"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert [row["status"] for row in values["findings"]] == ["violated"]
    assert (values["as_of"], values["law_as_of"]) == ("2012-06-30", "2012-06-30")
    assert (values["since"], values["due_within"]) == ("2012-01-01", 6)
    assert {row["policy"]: row["violated"] for row in values["policies"]}[values["findings"][0]["policy"]] == 1
    assert [row["row"] for row in values["row_findings"]] == [0]
    assert main([*command, "--lang", "vi"]) == 0
    assert "158/2007/NĐ-CP" in capsys.readouterr().out
