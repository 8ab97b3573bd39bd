"""The shipped packs: what they state, with which marks, and how `cadre packs` lists them."""

from __future__ import annotations

import cadre
import pytest
from cadre.cli import main

NATIONAL = [pack_id for pack_id in cadre.shipped_packs() if pack_id.startswith("national-")]


@pytest.mark.parametrize("pack_id", NATIONAL)
def test_what_was_read_in_a_summary_cites_no_article(pack_id: str) -> None:
    """A clause is cited only where the rule's own words were read."""
    for criterion in cadre.load_pack(pack_id).criteria:
        for version in criterion.versions:
            citation = version["citation"]
            assert citation.document
            assert (citation.mark == "text") == bool(citation.clause), criterion.id


@pytest.mark.parametrize("pack_id", NATIONAL)
def test_no_entry_is_law_before_all_time(pack_id: str) -> None:
    """Only retirement, whose summary says no more than “before 2021”, has no first day."""
    unbounded = [c.id for c in cadre.load_pack(pack_id).criteria if c.in_force[0] is None]
    assert unbounded == (["retirement_age_reached"] if pack_id == "national-retirement" else [])


def test_packs_of_different_topics_can_be_used_together() -> None:
    latest = [
        "national-retirement",
        "national-2013-position-change",
        "national-2022-rotation",
        "national-2025-appointment",
        "national-2025-civil-rotation",
        "national-2025-evaluation",
        "national-2025-planning",
        "national-family-2023",
    ]
    used = ", ".join(f'"{pack_id}"' for pack_id in latest)
    pack = cadre.parse_pack(f'[pack]\nid = "all"\ntitle = {{ vi = "x", en = "x" }}\nuse = [{used}]\n')
    assert len(pack.criteria) == sum(len(cadre.load_pack(pack_id).criteria) for pack_id in latest)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_packs_lists_what_each_states(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert main(["packs", "--lang", lang]) == 0
    text = capsys.readouterr().out
    for pack_id in cadre.shipped_packs():
        pack = cadre.load_pack(pack_id)
        assert f"{pack_id}: {pack.title(lang)}" in text
        for entry in [*pack.criteria, *pack.pool_policies(), *pack.rotation_policies()]:
            assert entry.title(lang) in text
    assert "[98-QĐ/TW, art. 5(3)] 2017-10-07–2022-04-27" in text
