"""Planning pools from Python: screening, readiness, composition, coverage, review, proposal, forms, and cadre plan."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import cadre
import pytest
from cadre import Verdict
from cadre.cli import main

AS_OF = "2015-06-30"
HEAD = """[pack]
id = "rules"
title = { vi = "Quy tắc", en = "Rules" }
source = { document = "1-QĐ/TU", issuer = "Thành ủy", date = 2015-01-01 }
use = ["vietnam-base"]
"""
POLICIES = """
[[pool_policy]]
id = "graduates"
title = { vi = "Có trình độ đại học", en = "Hold a degree" }
cite = "1"
rule = "entry"
meet = 'degree >= "bachelor"'

[[pool_policy]]
id = "women"
title = { vi = "Nữ", en = "Women" }
cite = "2"
rule = "share"
meet = 'sex = "female"'
share = ">= 50 %"

[[pool_policy]]
id = "at_most_two"
title = { vi = "Không quá hai người", en = "No more than two" }
cite = "3"
rule = "members"
count = "<= 2"

[[pool_policy]]
id = "retires"
title = { vi = "Nghỉ hưu", en = "Retires" }
cite = "4"
rule = "departure"
day = 'retirement_date'

[[pool_policy]]
id = "disciplined"
title = { vi = "Bị kỷ luật", en = "Disciplined" }
cite = "5"
rule = "removal"
when = 'count(disciplines[decided <= as_of]) > 0'

[[suitability]]
id = "master"
title = { vi = "Thạc sĩ trở lên", en = "Master or above" }
cite = "6"
value = 'degree >= "master"'
weight = 5
"""


@pytest.fixture(scope="module")
def pack() -> cadre.Pack:
    return cadre.parse_pack(HEAD + POLICIES, "rules.toml")


@pytest.fixture(scope="module")
def roster() -> cadre.Roster:
    """The director, once reprimanded, retires in 2017; in the pool are a graduate and a man of unknown degree."""
    builder = cadre.RosterBuilder()
    builder.add("units", {"id": "u", "tier": "city", "sector": "government"})
    builder.add("posts", {"id": "director", "title": "department_director", "unit": "u", "rank": 5, "seats": 1})
    term = {"term_start": datetime.date(2015, 10, 1), "term_end": datetime.date(2020, 10, 1)}
    pool = {"id": "p", "kind": "post", "post": "director", "unit": "u", "tier": "city"}
    builder.add("pools", pool | term | {"reviewed": datetime.date(2014, 12, 15)})
    held = {
        "post": "director",
        "from": datetime.date(2012, 1, 1),
        "to": cadre.ONGOING,
        "primary": True,
        "held_since": datetime.date(2012, 1, 1),
    }
    reprimand = {"form": "reprimand", "decided": datetime.date(2014, 5, 1)}
    director = {"appointments": [held], "disciplines": [reprimand]}
    none = {"appointments": [], "disciplines": []}
    people = [
        {"id": "c0", "sex": "male", "degree": "master", "birth_date": datetime.date(1957, 5, 2)} | director,
        {"id": "c1", "sex": "male", "degree": "bachelor", "birth_date": datetime.date(1980, 5, 2)} | none,
        {"id": "c2", "sex": "male", "birth_date": datetime.date(1981, 5, 2)} | none,
        {"id": "c3", "sex": "female", "degree": "master", "birth_date": datetime.date(1982, 5, 2)} | none,
        {"id": "c4", "sex": "female", "degree": "college", "birth_date": datetime.date(1983, 5, 2)} | none,
    ]
    for person in people:
        builder.add("cadres", person)
    for key in ("c1", "c2"):
        member = {"pool": "p", "cadre": key, "status": "approved", "added": datetime.date(2014, 1, 1)}
        builder.add("pool_members", member | {"removed": cadre.NONE, "incumbent": False})
    return builder.build()


def test_policies_of_a_pack(pack: cadre.Pack) -> None:
    policies = {policy.id: policy for policy in pack.pool_policies()}
    assert policies["women"].title("vi") == "Nữ"
    assert policies["women"].in_force == (None, None)
    with pytest.raises(cadre.Error) as refused:
        cadre.parse_pack(HEAD + POLICIES.replace('rule = "share"', 'rule = "shares"'), "x.toml").pool_policies()
    assert refused.value.diagnostics[0].code == "policy_unknown_rule"


def test_screening_says_who_may_enter(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.screen(roster, as_of=AS_OF)
    met, not_met, undetermined = Verdict.met, Verdict.not_met, Verdict.undetermined
    assert list(found.who_may_enter(0)) == [met, met, undetermined, met, not_met]
    (row,) = found.to_dicts()
    assert (row["pool"], row["met"], row["not_met"], row["undetermined"]) == ("p", 3, 1, 1)
    assert found.criteria[0]["excluded"] == {"female": 1, "male": 0, "not_known": 0}
    assert "p" in found.to_text("vi")
    with pytest.raises(IndexError):
        found.who_may_enter(1)


def test_readiness_names_remedies_and_missing_fields(pack: cadre.Pack, roster: cadre.Roster) -> None:
    assert pack.readiness(0, roster, row=3, as_of=AS_OF).ready == "now"
    found = pack.readiness(0, roster, row=4, as_of=AS_OF)
    assert (found.ready, found.day) == ("after_remedies", None)
    assert found.remedies[0].remedies[0]["changes"][0]["attribute"] == "degree"
    (reason,) = pack.readiness(0, roster, row=2, as_of=AS_OF).reasons
    assert (reason["policy"], reason["verdict"], reason["missing"]) == ("graduates", "undetermined", ["cadres.degree"])
    assert "Hold a degree (graduates) [1-QĐ/TU, 1]: not met on 2015-06-30" in found.to_text("en")
    assert "Chưa đủ điều kiện; sẽ đủ khi có các thay đổi sau." in found.to_text("vi")


def test_composition_judges_every_policy(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.compose(roster, as_of=AS_OF)
    verdicts = {row["policy"]: row["verdict"] for row in found.to_dicts()}
    assert verdicts == {"graduates": "undetermined", "women": "not_met", "at_most_two": "met"}
    women = next(row for row in found.to_dicts() if row["policy"] == "women")
    assert (women["least"], women["greatest"], women["threshold"], women["failing"]) == (0, 0, ">= 50 %", [0, 1])
    assert found.findings == []
    assert "1-QĐ/TU" in found.to_text("en")


def test_coverage_knows_who_can_take_the_seat(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.cover(roster, as_of=AS_OF)
    (row,) = found.to_dicts()
    assert (row["pool"], row["certain_openings"], row["sure_candidates"], row["possible_candidates"]) == ("p", 1, 1, 2)
    assert row["status"] == "undetermined", "covered if the other has a degree, thin if not"
    assert row["openings"][0]["first"].year == 2017
    assert (found.least_short, found.most_short) == (0, 0)
    assert found.at_worst["essential"] == [1]
    assert (found.unlisted, found.unplaced, found.findings) == (0, 0, [])


def test_review_has_minutes(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.review_plan(roster, as_of="2015-12-31", last_day="2014-12-15")
    assert found.compared_with == "this_roster"
    (additions,) = found.additions
    assert (additions["pool"], additions["rows"]) == ("p", [3]), "the director was disciplined"
    assert additions["room"] == "not_met", "two are in the pool already"
    assert "đưa ra khỏi quy hoạch" in found.to_text("vi")


def test_proposal_keeps_the_policies(pack: cadre.Pack, roster: cadre.Roster) -> None:
    found = pack.propose(roster, as_of=AS_OF)
    assert (found.status, found.score, found.bound) == ("optimal", 5, 5)
    (member,) = [row for row in found.to_dicts() if row["points"] == 5]
    assert (member["cadre"], member["components"][0]["component"]) == (3, "master")
    kept = pack.propose(roster, as_of=AS_OF, keep=1)
    assert [row["cadre"] for row in kept.to_dicts()] == [1, 3]


def test_a_proposal_says_which_removals_are_open(roster: cadre.Roster) -> None:
    removal = "when = 'degree = \"college\"'"
    rules = POLICIES.replace("when = 'count(disciplines[decided <= as_of]) > 0'", removal)
    rules = rules.replace("""meet = 'degree >= "bachelor"'""", "meet = 'age < @\"P40Y\"'")
    found = cadre.parse_pack(HEAD + rules, "x.toml").propose(roster, as_of=AS_OF, keep=1)
    assert found.status == "infeasible", "two men are kept in a pool of two, half of whom are women"
    rules = rules.replace('share = ">= 50 %"', 'share = ">= 0 %"')
    found = cadre.parse_pack(HEAD + rules, "x.toml").propose(roster, as_of=AS_OF, keep=1)
    assert found.unsettled == [{"pool": "p", "member": 1, "policy": "disciplined", "missing": ["cadres.degree"]}]
    assert "row 1 of `pool_members` stays" in found.to_text("en")


def test_a_proposal_that_cannot_be_names_the_policies(roster: cadre.Roster) -> None:
    rules = POLICIES.replace('count = "<= 2"', 'count = ">= 5"')
    found = cadre.parse_pack(HEAD + rules, "x.toml").propose(roster, as_of=AS_OF)
    assert found.status == "infeasible"
    assert [clause["policy"] for clause in found.conflict] == ["at_most_two"]
    assert found.to_dicts() == []


def test_forms_do_not_take_what_is_not_collected_for_nought(roster: cadre.Roster) -> None:
    form = roster.planning_form("province", as_of=AS_OF)
    assert form.number == "12A-BTCTW"
    lines = {row["line"]: row for row in form.to_dicts()}
    assert lines["religion"]["secretary"] is None
    with pytest.raises(ValueError, match="level"):
        roster.planning_form("ward", as_of=AS_OF)


PLAN = ["--pack", "hanoi-2011", "--as-of", "2015-12-31"]


PARTS_SHOWN = {
    "composition": {"clauses", "findings"},
    "screening": {"pools", "criteria", "findings"},
    "coverage": {"pools", "at_best", "at_worst", "least_short", "most_short", "unlisted", "unplaced", "findings"},
    "review": {
        "findings",
        "compared_with",
        "members",
        "additions",
        "readiness",
        "member_changes",
        "departures",
        "plan_findings",
    },
    "proposal": {
        "members",
        "status",
        "score",
        "bound",
        "claimed",
        "cut",
        "conflict",
        "proof",
        "pools",
        "dropped",
        "unsettled",
        "unjudged",
    },
    "form": {"lines", "number"},
}


@pytest.mark.parametrize("show", list(PARTS_SHOWN))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_cadre_plan_shows_the_synthetic_city(
    show: str, lang: str, synthetic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = str(Path(__file__).parents[2] / "examples" / "mappings" / "hanoi.toml")
    arguments = ["plan", str(synthetic), *PLAN, "--mapping", mapping, "--show", show]
    assert main([*arguments, "--lang", lang]) == 0
    assert capsys.readouterr().out.strip()
    if lang == "en":
        assert main([*arguments, "--format", "json"]) == 0
        document = json.loads(capsys.readouterr().out)
        assert set(document) == PARTS_SHOWN[show]
        assert any(isinstance(part, list) and part for part in document.values())


def test_cadre_plan_refuses_what_does_not_go_together(synthetic: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(synthetic), *PLAN, "--last-day", "2014-12-31"]) == 2
    assert "--show review" in capsys.readouterr().err
