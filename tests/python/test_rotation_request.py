"""Proposals of moves from a roster and the rules of a pack, from Python and from the command line."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import cadre
import pytest
from cadre.cli import main

PACK = """
[pack]
id = "moves"
title = { vi = "Điều động", en = "Moves" }
source = { document = "1-QĐ/TU", issuer = "Thành ủy", date = 2015-01-01 }
use = ["vietnam-base"]

[[rotation_policy]]
id = "three_years"
title = { vi = "Ba năm", en = "Three years" }
cite = "2"
rule = "overstay"
spells = 'true'
longest = "P3Y"

[[rotation_policy]]
id = "same_rank"
title = { vi = "Cùng thứ bậc", en = "Same rank" }
cite = "3"
rule = "move"
meet = 'proposed_post.rank = current_post.post.rank'

[[rotation_policy]]
id = "no_secondment"
title = { vi = "Không biệt phái", en = "No secondment" }
cite = "4"
rule = "move"
kinds = ["secondment"]
meet = 'false'
"""


@pytest.fixture
def pack_file(tmp_path) -> Path:
    path = tmp_path / "moves.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


def office() -> cadre.RosterBuilder:
    """Posts a to c of rank 1, d of rank 2, e of an unknown one; p to r hold a, b and d."""
    builder = cadre.RosterBuilder()
    for key, rank in [("a", 1), ("b", 1), ("c", 1), ("d", 2), ("e", None)]:
        known = {} if rank is None else {"rank": rank}
        builder.add("posts", {"id": key, "seats": 1, "sensitive": key == "c"} | known)
    for key, post in [("p", "a"), ("q", "b"), ("r", "d")]:
        since = datetime.date(2014 if key == "q" else 2010, 1, 1)
        spell = {"post": post, "from": since, "held_since": since, "to": cadre.ONGOING, "primary": True}
        builder.add("cadres", {"id": key, "appointments": [spell]})
    return builder


@pytest.fixture
def roster() -> cadre.Roster:
    return office().build()


def test_a_draft_is_a_plan_with_who_cannot_move_and_why(roster, pack_file):
    draft = cadre.load_pack(pack_file).propose_rotation(roster, as_of="2015-12-31", must_rows=[0, 2])
    (move,) = draft.to_dicts()
    assert (move["cadre"], move["from"], move["to"]) == (0, "a", "c")
    assert (move["day"], move["kind"]) == (datetime.date(2015, 12, 31), "rotation")
    (shortage,) = draft.shortages
    assert (shortage["cadres"], shortage["posts"], shortage["waivers"]) == ([2], [], {"same_rank": 1})
    assert draft.proposal.verify()
    assert draft.proposal.required_placed == 1
    assert {(row["cadre"], row["post"]) for row in draft.open_options} == {(0, "e"), (2, "e")}
    assert draft.open_options[0]["missing"] == [{"table": "posts", "row": 4, "attribute": "rank"}]


def test_posts_that_may_perhaps_be_taken_are_listed(roster, pack_file):
    draft = cadre.load_pack(pack_file).propose_rotation(roster, as_of="2015-12-31", must_move="true", posts="rank = 2")
    assert draft.open_posts == [{"post": "e", "missing": [{"table": "posts", "row": 4, "attribute": "rank"}]}]


def test_published_moves_stay(pack_file):
    builder = office()
    day = datetime.date(2016, 2, 1)
    move = {"cadre": "p", "from": "a", "to": "c", "day": day, "kind": "transfer", "published": True}
    builder.add("planned_moves", move)
    draft = cadre.load_pack(pack_file).propose_rotation(builder.build(), as_of="2015-12-31", keep_plan=True)
    assert draft.to_dicts() == [{**move, "cadre": 0}]
    assert draft.findings == []


def test_a_draft_can_be_checked_and_put_in_order(roster, pack_file):
    pack = cadre.load_pack(pack_file)
    plan = pack.propose_rotation(roster, as_of="2015-12-31", must_move="true").plan
    assert [row for row in pack.check_plan(plan).to_dicts() if row["status"] == "violated"] == []
    assert len(plan.order().to_dicts()) == 2


def test_wishes_are_asked_by_row_and_key(roster, pack_file):
    draft = cadre.load_pack(pack_file).propose_rotation(
        roster, as_of="2015-12-31", must_move="true", fitness={"third": ("proposed_post.sensitive", 1)}
    )
    assert draft.proposal.required_placed == 2
    why_not = draft.proposal.why_not(0, "b")
    assert why_not is not None
    assert why_not["required_lost"] == 0
    with pytest.raises(ValueError, match='no post "z"'):
        draft.proposal.why_not(0, "z")
    with pytest.raises(ValueError, match="row 9"):
        draft.proposal.why(9)


def test_text_names_rows_and_clauses(roster, pack_file):
    draft = cadre.load_pack(pack_file).propose_rotation(roster, as_of="2015-12-31", must_move="true")
    assert "waiving the rule Same rank [" in draft.to_text()
    assert "Đề xuất luân chuyển, điều động ngày 31/12/2015" in draft.to_text("vi")
    assert "row 2" in draft.to_text()


def test_wrong_conditions_are_diagnostics(roster, pack_file):
    pack = cadre.load_pack(pack_file)
    with pytest.raises(cadre.Error, match="must_move"):
        pack.propose_rotation(roster, as_of="2015-12-31", must_move="birth_date")
    with pytest.raises(cadre.Error, match="the directions are: central_to_province, "):
        pack.propose_rotation(roster, as_of="2015-12-31", must_move="true", directions={"sideways": 1})


def test_rules_are_for_the_kind_of_the_moves(roster, pack_file):
    pack = cadre.load_pack(pack_file)
    assert pack.propose_rotation(roster, as_of="2015-12-31", must_move="true", kind="transfer").to_dicts()
    assert pack.propose_rotation(roster, as_of="2015-12-31", must_move="true", kind="secondment").to_dicts() == []
    with pytest.raises(cadre.Error, match="there is no kind of appointment “rotaton”") as refused:
        pack.propose_rotation(roster, as_of="2015-12-31", must_move="true", kind="rotaton")
    assert "rotation, transfer, secondment" in str(refused.value)


def test_the_command_line_proposes_for_whom_the_audit_finds(tmp_path, pack_file, capsys):
    folder = tmp_path / "roster"
    folder.mkdir()
    (folder / "posts.csv").write_text("id,rank,seats\na,1,1\nb,1,1\nc,1,1\n", encoding="utf-8")
    (folder / "cadres.csv").write_text("id\np\nq\n", encoding="utf-8")
    (folder / "cadres.appointments.csv").write_text(
        "cadre,post,from,to,held_since,primary\n"
        "p,a,2010-01-01,2031-01-01,2010-01-01,true\n"
        "q,b,2014-01-01,2031-01-01,2014-01-01,true\n",
        encoding="utf-8",
    )
    command = ["rotation", str(folder), "--pack", str(pack_file), "--as-of", "2015-12-31", "--show", "proposal"]
    assert main([*command, "--format", "json"]) == 0
    assert [row["cadre"] for row in json.loads(capsys.readouterr().out)] == [0]
    assert main([*command, "--must-move", "true", "--lang", "vi"]) == 0
    assert "Trong số phải chuyển, 2/2 người được bố trí" in capsys.readouterr().out
    assert main([*command, "--must-move", "birth_date"]) == 2
    assert main([*command, "--must-move", "true", "--kind", "secondment", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main([*command, "--must-move", "true", "--kind", "rotaton"]) == 2
    assert "there is no kind of appointment “rotaton”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ({"fitness": {"fit": 5}}, "fitness: a text, or a pair of a text and the most points"),
        ({"fitness": {"fit": ("true",)}}, "fitness: a text, or a pair of a text and the most points"),
        ({"fitness": {5: "true"}}, "fitness: ids must be str"),
        ({"directions": {"district_to_commune": "x"}}, "directions: prices must be int"),
        ({"directions": {5: 1}}, "directions: codes must be str"),
    ],
)
def test_wishes_of_the_wrong_form_are_type_errors(roster, pack_file, asked, complaint):
    with pytest.raises(TypeError, match=complaint):
        cadre.load_pack(pack_file).propose_rotation(roster, as_of="2015-12-31", must_move="true", **asked)


def test_points_below_0_are_refused(roster, pack_file):
    with pytest.raises(cadre.Error, match="the fitness `fit`: the most points, -1, are negative"):
        pack = cadre.load_pack(pack_file)
        pack.propose_rotation(roster, as_of="2015-12-31", must_move="true", fitness={"fit": ("true", -1)})


def test_a_post_of_a_draft_is_asked_for_by_its_key(roster, pack_file):
    draft = cadre.load_pack(pack_file).propose_rotation(roster, as_of="2015-12-31", must_move="true")
    with pytest.raises(TypeError, match="post must be a key"):
        draft.proposal.why_not(0, 1)
