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
    assert shortage["refusing"] == ["same_rank"]
    assert [rule["policy"] for rule in draft.rules] == ["same_rank", "no_secondment"]
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


def command_on(tmp_path, pack_file, spells: str) -> list[str]:
    """Posts a to c of rank 1, d of rank 2, e of an unknown one; the spells of cadres p to s."""
    folder = tmp_path / "roster"
    folder.mkdir()
    (folder / "posts.csv").write_text("id,rank,seats\na,1,1\nb,1,1\nc,1,1\nd,2,1\ne,,1\n", encoding="utf-8")
    (folder / "cadres.csv").write_text("id\np\nq\nr\ns\n", encoding="utf-8")
    head = "cadre,post,from,to,held_since,primary,return_due\n"
    (folder / "cadres.appointments.csv").write_text(head + spells, encoding="utf-8")
    return ["rotation", str(folder), "--pack", str(pack_file), "--as-of", "2015-12-31", "--show", "proposal"]


LONG = "p,a,2010-01-01,2031-01-01,2010-01-01,true,\n"
SHORT = "q,b,2014-01-01,2031-01-01,2014-01-01,true,\n"
ALONE = "r,d,2010-01-01,2031-01-01,2010-01-01,true,\n"


def test_the_command_line_proposes_for_who_stays_too_long(tmp_path, pack_file, capsys):
    command = command_on(tmp_path, pack_file, LONG + SHORT)
    assert main([*command, "--format", "json"]) == 0
    assert [row["cadre"] for row in json.loads(capsys.readouterr().out)["moves"]] == [0]
    assert main([*command, "--must-move", "true", "--lang", "vi"]) == 0
    assert "Trong số phải chuyển, " in capsys.readouterr().out
    assert main([*command, "--must-move", "birth_date"]) == 2
    assert main([*command, "--must-move", "true", "--kind", "secondment", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["moves"] == []
    assert main([*command, "--must-move", "true", "--kind", "rotaton"]) == 2
    assert "there is no kind of appointment “rotaton”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("policy", "spells", "due_within", "required"),
    [
        pytest.param("", LONG, 0, 1, id="an overstay that runs"),
        pytest.param("", SHORT, 24, 1, id="an overstay that is due"),
        pytest.param("", SHORT, 0, 0, id="an overstay that is not due yet"),
        pytest.param(
            "",
            "p,a,2008-01-01,2014-01-01,2008-01-01,true,\np,b,2014-01-01,2031-01-01,2014-01-01,true,\n",
            0,
            0,
            id="an overstay that has ended",
        ),
        pytest.param(
            "rule = 'least_stay'\nspells = 'true'\nleast = 'P24M'",
            "p,a,2014-01-01,2015-06-01,2014-01-01,true,\np,b,2015-06-01,2031-01-01,2015-06-01,true,\n",
            0,
            0,
            id="a post left too early",
        ),
        pytest.param("rule = 'condition'\nmeet = 'false'", SHORT, 0, 0, id="a condition"),
        pytest.param(
            "rule = 'return'\nspells = 'true'",
            "p,a,2014-01-01,2031-01-01,2014-01-01,true,2015-10-01\n",
            0,
            1,
            id="a return that is overdue",
        ),
    ],
)
def test_only_a_stay_that_is_too_long_compels_to_move(
    tmp_path, pack_file, capsys, policy, spells, due_within, required
):
    if policy:
        head = '[[rotation_policy]]\nid = "tried"\ntitle = { vi = "Thử", en = "Tried" }\ncite = "5"\n'
        pack_file.write_text(PACK + head + policy, encoding="utf-8")
    command = command_on(tmp_path, pack_file, spells)
    assert main([*command, "--due-within", str(due_within), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["considered"]["required"] == required


def test_a_proposal_as_json_has_what_its_text_shows(tmp_path, pack_file, capsys):
    command = [*command_on(tmp_path, pack_file, LONG + SHORT + ALONE), "--may-move", "true"]
    assert main([*command, "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert values["as_of"] == values["law_as_of"] == "2015-12-31"
    assert values["considered"] == {"cadres": 4, "required": 2, "posts": 5, "options": 4, "refused": 5}
    assert (values["placed"], values["required_placed"], values["verified"]) == (4, 1, True)
    assert values["costs"]["has_to_move"] == 1
    assert [(rule["policy"], rule["title"], rule["citation"]) for rule in values["rules"]] == [
        ("same_rank", "Same rank", "1-QĐ/TU, 3"),
        ("no_secondment", "No secondment", "1-QĐ/TU, 4"),
    ]
    (move,) = values["moves"]
    assert (move["cadre"], move["from"], move["to"], move["required"]) == (0, "a", "c", True)
    assert move["costs"]["moves"] == 0
    assert move["without"]["costs"]["moves"] == 1, "the cadre of b would move, too"
    (shortage,) = values["shortages"]
    assert (shortage["cadres"], shortage["posts"], shortage["short_by"]) == ([2], [], 1)
    assert (shortage["refusing"], shortage["waivers"]) == (["same_rank"], {"same_rank": 1})
    assert (values["open_mover_count"], values["open_movers"]) == (0, [])
    assert (values["open_post_count"], values["open_posts"]) == (0, [])
    assert values["open_option_count"] == len(values["open_options"]) == 8
    rank_of_e = [{"table": "posts", "row": 4, "attribute": "rank"}]
    assert values["open_options"][0] == {"cadre": 0, "post": "e", "missing": rank_of_e}


def test_a_published_move_is_not_compared_and_one_that_cannot_stay_is_a_finding(tmp_path, pack_file, capsys):
    command = [*command_on(tmp_path, pack_file, LONG + SHORT), "--keep-plan", "--format", "json"]
    (tmp_path / "roster" / "planned_moves.csv").write_text(
        "cadre,from,to,day,kind,published\np,a,c,2016-02-01,rotation,true\nq,d,c,2016-02-01,rotation,true\n",
        encoding="utf-8",
    )
    assert main(command) == 0
    values = json.loads(capsys.readouterr().out)
    published = [move for move in values["moves"] if move["published"]]
    assert [(move["cadre"], move["to"], move["without"]) for move in published] == [(0, "c", None)]
    assert [finding["row"] for finding in values["findings"]] == [1]


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
