"""Rotation plans from Python and from the command line: check, order, occupancy."""

from __future__ import annotations

import datetime
import json

import cadre
import pytest
from cadre.cli import main

DAY = datetime.date(2016, 1, 1)
PACK = """
[pack]
id = "rules"
title = { vi = "Quy tắc", en = "Rules" }
source = { document = "1-QĐ/TU", issuer = "Thành ủy", date = 2015-01-01 }
use = ["vietnam-base"]

[[rotation_policy]]
id = "rank"
title = { vi = "Ngạch", en = "Rank" }
cite = "1"
rule = "move"
meet = 'proposed_post.rank <= 2'
"""


@pytest.fixture
def rules(tmp_path) -> cadre.Pack:
    (tmp_path / "rules.toml").write_text(PACK, encoding="utf-8")
    return cadre.load_pack(tmp_path / "rules.toml")


def roster_of(moves: list[dict]) -> cadre.Roster:
    builder = cadre.RosterBuilder()
    for rank, post in enumerate(["north", "south", "third"], start=1):
        builder.add("posts", {"id": post, "seats": 1, "rank": rank})
    for post in ["north", "south"]:
        spell = {"post": post, "from": datetime.date(2015, 1, 1), "to": cadre.ONGOING}
        builder.add("cadres", {"id": f"of_{post}", "appointments": [spell]})
    for move in moves:
        builder.add("planned_moves", move)
    return builder.build()


SWAP = [
    {"cadre": "of_north", "from": "north", "to": "south", "day": DAY},
    {"cadre": "of_south", "from": "south", "to": "north", "day": DAY},
]


def test_two_people_swap_posts(rules):
    plan = roster_of(SWAP).rotation_plan()
    assert len(plan) == 2
    assert plan.findings == []
    assert plan.to_dicts()[0] | {"cadre": 0, "from_key": "north", "to_key": "south", "day": DAY} == plan.to_dicts()[0]
    check = rules.check_plan(plan)
    assert check.passes == cadre.Verdict.met
    assert check.to_dicts() == []
    order = plan.order()
    assert order.cycles == [[0, 1]]
    assert [row["day"] for row in order.to_dicts()] == [DAY, DAY]
    assert rules.check_plan(order.plan).passes == cadre.Verdict.met
    assert "Cycle: rows 0, 1" in order.to_text()


def test_a_check_tells_what_stands_against_a_plan(rules):
    plan = roster_of([SWAP[0] | {"to": "third"}]).rotation_plan()
    check = rules.check_plan(plan)
    rows = {row["matter"]: row for row in check.to_dicts()}
    assert rows["rule"]["policy"] == "rank"
    assert rows["rule"]["rule"] == "move"
    assert [(rule["policy"], rule["rule"]) for rule in check.rules] == [("rank", "move")]
    assert [row["to_key"] for row in check.plan.to_dicts()] == ["third"]
    assert rows["rule"]["status"] == "violated"
    assert rows["rule"]["post_key"] == "third"
    assert rows["left_empty"]["post_key"] == "north"
    assert rows["left_empty"]["to"] is None
    assert "rank of post proposed for: 3" in str(check.explain(0))
    assert check.explain(1) is None
    with pytest.raises(IndexError):
        check.explain(2)
    assert "Cần xem xét" in check.to_text("vi")
    later = rules.check_plan(roster_of(SWAP).rotation_plan(), earlier=plan, longest_vacancy=None)
    assert later.passes == cadre.Verdict.met, "nothing in the earlier plan is published"


def test_rules_are_for_the_kind_of_each_move(tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text(PACK + 'kinds = ["rotation"]\n', encoding="utf-8")
    rules = cadre.load_pack(path)

    def findings(**kind):
        plan = roster_of([SWAP[0] | {"to": "third"} | kind]).rotation_plan()
        check = rules.check_plan(plan, longest_vacancy=None)
        return check, [(row["policy"], row["status"], row["missing"]) for row in check.to_dicts()]

    assert findings(kind="transfer")[1] == []
    assert findings(kind="rotation")[1] == [("rank", "violated", [])]
    check, [(policy, status, [missing])] = findings()
    assert (policy, status) == ("rank", "undetermined")
    assert (missing["table"], missing["row"], missing["attribute"]) == ("planned_moves", 0, "kind")
    assert "planned_moves.kind, row 0" in check.explain(0).to_text("en")


def test_a_check_names_the_cells_that_leave_it_open(rules):
    builder = cadre.RosterBuilder()
    builder.add("posts", {"id": "north", "seats": 1, "rank": 1})
    spell = {"post": "north", "from": datetime.date(2015, 1, 1)}
    builder.add("cadres", {"id": "a", "appointments": [spell]})
    builder.add("planned_moves", {"cadre": "a", "from": "north", "to": cadre.NONE, "day": DAY})
    builder.add("planned_moves", {"from": cadre.NONE, "to": "north", "day": DAY})
    check = rules.check_plan(builder.build().rotation_plan())
    named = {
        row["matter"]: [(cell["table"], cell["row"], cell["attribute"]) for cell in row["missing"]]
        for row in check.to_dicts()
    }
    assert named["not_held"] == [("cadres.appointments", 0, "to")]
    assert named["left_empty"] == [("cadres.appointments", 0, "to"), ("planned_moves", 1, "cadre")]
    assert "Đến ngày (cadres.appointments, dòng 0)" in check.to_text("vi")


def test_a_move_without_a_place_is_told_with_its_posts():
    (blocked,) = roster_of([SWAP[0]]).rotation_plan().order().blocked
    assert (blocked["move"], blocked["obstacle"]) == (0, "no_seat")
    assert (blocked["cadre"], blocked["from_key"], blocked["to_key"]) == (0, "north", "south")


def test_an_interim_holder_breaks_a_cycle():
    order = roster_of(SWAP).rotation_plan().order(cycles="interim", handover_days=1)
    left = [row["leaves_on"] for row in order.to_dicts() if row["leaves_on"] is not None]
    assert len(left) == 1
    assert all(row["day"] > left[0] for row in order.to_dicts())
    assert order.cycles == [[0, 1]]
    with pytest.raises(ValueError, match="cycles must be one_day or interim"):
        roster_of(SWAP).rotation_plan().order(cycles="same-day")


def test_occupancy_follows_the_seats(rules):
    occupancy = roster_of(SWAP).rotation_plan().occupancy()
    assert (occupancy.before, occupancy.last, occupancy.unlisted) == (datetime.date(2015, 12, 31), DAY, 0)
    assert [(row["post_key"], row["least"], row["seats"]) for row in occupancy.to_dicts()] == [
        ("north", 1, 1),
        ("south", 1, 1),
    ]
    assert [row["taken_by"] for row in occupancy.holdings] == [None, None, 0, 1]
    assert [row["spell"] for row in occupancy.holdings] == [0, 1, None, None]


def command_on(tmp_path, moves: str) -> list[str]:
    """Cadres a and b hold north and south."""
    folder = tmp_path / "roster"
    folder.mkdir()
    (tmp_path / "rules.toml").write_text(PACK, encoding="utf-8")
    (folder / "posts.csv").write_text("id,seats,rank\nnorth,1,1\nsouth,1,2\n", encoding="utf-8")
    (folder / "cadres.csv").write_text("id\na\nb\n", encoding="utf-8")
    (folder / "cadres.appointments.csv").write_text(
        "cadre,post,from,to\na,north,2015-01-01,2031-01-01\nb,south,2015-01-01,2031-01-01\n", encoding="utf-8"
    )
    (folder / "planned_moves.csv").write_text("cadre,from,to,day\n" + moves, encoding="utf-8")
    return ["rotation", str(folder), "--pack", str(tmp_path / "rules.toml"), "--as-of", "2016-01-01"]


A_FOLLOWS_B = "a,north,south,2016-01-01\n"
B_FOLLOWS_A = "b,south,north,2016-01-01\n"


def test_the_command_line_checks_and_orders_a_plan(tmp_path, capsys):
    command = command_on(tmp_path, A_FOLLOWS_B)
    assert main([*command, "--show", "check"]) == 0
    assert "Review required" in capsys.readouterr().out
    assert main([*command, "--show", "order"]) == 0
    assert "2031-01-01" in capsys.readouterr().out, "the seat is vacant no earlier"


def test_a_check_as_json_has_what_its_text_shows(tmp_path, capsys):
    assert main([*command_on(tmp_path, A_FOLLOWS_B), "--show", "check", "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["passes"] == "not_met"
    assert {row["matter"] for row in values["findings"]} == {"over_filled", "left_empty"}
    assert [(row["from_key"], row["to_key"], row["day"]) for row in values["moves"]] == [
        ("north", "south", "2016-01-01")
    ]
    assert [row["policy"] for row in values["rules"]] == ["rank"]


def test_an_order_as_json_has_what_its_text_shows(tmp_path, capsys):
    command = [*command_on(tmp_path, A_FOLLOWS_B + B_FOLLOWS_A + "b,south,north,2016-01-02\n"), "--show", "order"]
    assert main([*command, "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["cycles"] == [[0, 1]]
    assert [row["day"] for row in values["moves"]] == ["2016-01-01", "2016-01-01"]
    assert [(row["move"], row["obstacle"]) for row in values["blocked"]] == [(2, "not_held")]
    assert set(values["critical_chain"]) <= {0, 1}
    assert values["critical_days"] == 0


def test_the_command_line_breaks_a_cycle_by_an_interim_holder(tmp_path, capsys):
    command = [*command_on(tmp_path, A_FOLLOWS_B + B_FOLLOWS_A), "--show", "order", "--format", "json"]

    def days_left(*options: str) -> list[str | None]:
        assert main([*command, "--handover-days", "2", *options]) == 0
        return [row["leaves_on"] for row in json.loads(capsys.readouterr().out)["moves"]]

    assert days_left("--cycles", "same-day") == days_left() == [None, None]
    assert sum(day is not None for day in days_left("--cycles", "interim")) == 1


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--show", "check", "--handover-days", "70000"], "--handover-days: “70000” is more than 65535"),
        (["--show", "order", "--handover-days", "70000"], "--handover-days: “70000” is more than 65535"),
        (["--show", "check", "--longest-vacancy", "70000"], "--longest-vacancy: “70000” is more than 65535"),
        (["--show", "order", "--must-move", "true"], "--must-move goes with --show proposal only"),
        (["--show", "check", "--due-within", "6"], "--due-within goes with --show audit, proposal only"),
        (["--show", "check", "--cycles", "interim"], "--cycles goes with --show order only"),
        (["--show", "proposal", "--since", "2015-01-01"], "--since goes with --show audit only"),
        (["--show", "audit", "--keep-plan"], "--keep-plan goes with --show proposal only"),
        (["--show", "check", "--kind", "transfer"], "--kind goes with --show proposal only"),
    ],
)
def test_options_out_of_place_are_bad_input(tmp_path, capsys, options, complaint):
    (tmp_path / "rules.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "planned_moves.csv").write_text("cadre,from,to,day\n", encoding="utf-8")
    command = ["rotation", str(tmp_path / "planned_moves.csv"), "--pack", str(tmp_path / "rules.toml")]
    assert main([*command, "--as-of", "2016-01-01", *options]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert complaint in written.err


def test_days_out_of_range_and_negative_threads_are_value_errors(rules):
    plan = roster_of(SWAP).rotation_plan()
    for days in (-1, 70_000):
        with pytest.raises(ValueError, match="handover_days must be from 0 to 65535"):
            plan.order(handover_days=days)
        with pytest.raises(ValueError, match="handover_days must be from 0 to 65535"):
            rules.check_plan(plan, handover_days=days)
        with pytest.raises(ValueError, match="longest_vacancy must be from 0 to 65535"):
            rules.check_plan(plan, longest_vacancy=days)
    with pytest.raises(ValueError, match="threads"):
        rules.check_plan(plan, threads=-1)
    with pytest.raises(IndexError):
        rules.check_plan(plan).explain(-1)
