"""Why moves are proposed or not, and how moves stand with rules, from Python."""

from __future__ import annotations

import datetime

import cadre
import pytest

PACK = """
[pack]
id = "moves"
title = { vi = "Điều động", en = "Moves" }
source = { document = "1-QĐ/TU", issuer = "Thành ủy", date = 2015-01-01 }
use = ["vietnam-base"]

[[rotation_policy]]
id = "same_rank"
title = { vi = "Cùng thứ bậc", en = "Same rank" }
cite = "3"
rule = "move"
meet = 'proposed_post.rank = current_post.post.rank'
"""


@pytest.fixture
def pack() -> cadre.Pack:
    return cadre.parse_pack(PACK, "moves.toml")


@pytest.fixture
def roster() -> cadre.Roster:
    """Posts a to c of rank 1, d of rank 2 with two seats, e of an unknown rank; p to r hold a, b and d."""
    builder = cadre.RosterBuilder()
    for key, rank in [("a", 1), ("b", 1), ("c", 1), ("d", 2), ("e", None)]:
        known = {} if rank is None else {"rank": rank}
        builder.add("posts", {"id": key, "seats": 2 if key == "d" else 1, "sensitive": key == "c"} | known)
    for key, post in [("p", "a"), ("q", "b"), ("r", "d")]:
        since = datetime.date(2010, 1, 1)
        spell = {"post": post, "from": since, "held_since": since, "to": cadre.ONGOING, "primary": True}
        builder.add("cadres", {"id": key, "appointments": [spell]})
    return builder.build()


@pytest.fixture
def draft(pack, roster) -> cadre.RotationDraft:
    return pack.propose_rotation(roster, as_of="2015-12-31", must_rows=[0, 1])


def test_a_draft_explains_each_pair(draft):
    refused = draft.explain(cadre=0, post=3)
    assert refused.status == "refused"
    assert [reason.verdict for reason in refused.reasons] == [cadre.Verdict.not_met]
    assert "Same rank" in refused.to_text()
    assert "Không đề xuất: quy tắc không cho phép." in refused.to_text("vi")
    assert draft.explain(cadre=0, post=4).status == "undetermined"
    assert draft.explain(cadre=2, post=0).status == "not_asked_for"
    stays = draft.explain(cadre=0, post=0)
    assert stays.status == "possible"
    assert "phải chuyển mà chưa chuyển tăng" in stays.to_text("vi")
    (_, to) = next((row["cadre"], row["to"]) for row in draft.to_dicts() if row["cadre"] == 0)
    assert draft.explain(cadre=0, post="abcde".index(to)).status == "proposed"
    with pytest.raises(cadre.Error):
        draft.explain(cadre=9, post=0)
    with pytest.raises(IndexError):
        draft.explain(cadre=0, post=-1)


def test_regrets_have_words(draft):
    assert draft.proposal.why_not_text(0, "a").startswith("With row 0 in a instead of ")
    assert draft.proposal.why_text(0, "vi").startswith("Nếu không bố trí dòng 0 vào vị trí ")
    with pytest.raises(ValueError, match="no such option"):
        draft.proposal.why_not_text(0, "d")


def test_a_draft_can_be_planned_in_short_chains(draft):
    bounded = cadre.propose_bounded_rotation(draft.problem, longest=2)
    assert bounded.proven
    moves = {(draft.cadres[row["cadre"]], draft.post_keys[row["post"]]) for row in bounded.to_dicts()}
    assert {cadre_row for cadre_row, _ in moves} == {0, 1}
    assert {key for _, key in moves} <= {"a", "b", "c"}
    assert draft.posts[-1] is None
    assert draft.post_keys[-1] == "–"
    assert len(draft.posts) == len(draft.post_keys)


def test_moves_are_judged_by_the_rules_of_a_pack(pack, roster):
    rules = pack.move_rules(roster)
    assert [rule.id for rule in rules.rules] == ["same_rank"]
    moves = [{"cadre": 0, "from": 0, "to": to, "day": "2016-01-01", "kind": "rotation"} for to in (1, 3, 4)]
    judged = rules.judge(moves)
    assert [row["allowed"] for row in judged] == ["met", "not_met", "undetermined"]
    assert [row["move"] for row in judged] == [0, 1, 2]
    assert {(row["policy"], row["exempt"]) for row in judged} == {("same_rank", "not_met")}
    assert rules.missing(moves[2], 0) == [{"table": "posts", "row": 4, "attribute": "rank"}]
    assert rules.missing(moves[1], 0) == []
    explanation = rules.explain(moves[1], 0)
    assert explanation.verdict == cadre.Verdict.not_met
    assert "Cùng thứ bậc" in explanation.to_text("vi")
    with pytest.raises(IndexError, match="no such rule"):
        rules.explain(moves[0], 1)


def test_rows_of_a_plan_can_be_judged(pack, roster, draft):
    rows = pack.move_rules(roster).judge(draft.plan.to_dicts())
    assert [row["allowed"] for row in rows] == ["met"] * len(draft.plan)


@pytest.mark.parametrize(
    ("move", "complaint", "kind"),
    [
        ({"cadre": 0, "to": 1}, "needs a cadre and a day", ValueError),
        ({"cadre": 0, "to": 1, "day": "2016-01-01", "form": 0}, 'no "form"', ValueError),
        ({"cadre": 0, "from": 1, "day": "2016-01-01", "leaves": True}, "only leaves", ValueError),
        ({"cadre": "p", "day": "2016-01-01"}, "must be int", TypeError),
        ({"cadre": 0, "to": 99, "day": "2016-01-01"}, "99", cadre.Error),
    ],
)
def test_moves_of_another_form_are_refused(pack, roster, move, complaint, kind):
    with pytest.raises(kind, match=complaint):
        pack.move_rules(roster).judge([move])


def test_a_finding_of_an_audit_has_words(roster):
    stay = """
[[rotation_policy]]
id = "three_years"
title = { vi = "Ba năm", en = "Three years" }
cite = "2"
rule = "overstay"
spells = 'true'
longest = "P3Y"
"""
    audit = cadre.parse_pack(PACK + stay, "moves.toml").audit(roster, as_of="2015-12-31")
    text = audit.finding_text(0)
    assert text.startswith("Three years [")
    assert "Row 0 of `cadres`, as of 2015-12-31" in text
    assert "Against the rule from 2013-01-01 on." in text
    assert "Không phù hợp với quy tắc từ ngày 01/01/2013." in audit.finding_text(0, "vi")
    with pytest.raises(IndexError, match="no such finding"):
        audit.finding_text(99)
