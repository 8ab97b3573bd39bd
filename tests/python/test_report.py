"""The review as an HTML page: what it holds, that it is sound, safe and repeatable, and how it is written."""

from __future__ import annotations

import hashlib
import importlib.util
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import cadre
import pandas as pd
import pytest
from cadre.cli import main
from cadre.sheets import read_roster

ROOT = Path(__file__).resolve().parents[2]
HANOI = ROOT / "examples" / "mappings" / "hanoi.toml"
LANGUAGES = ["vi", "en"]
AS_OF = "2015-12-31"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


read_page = load("html_page").read_page


@pytest.fixture(scope="module")
def roster(synthetic: Path) -> cadre.Roster:
    return cadre.Roster.from_arrow(read_roster(synthetic, lambda rows, _: rows), HANOI)


@pytest.fixture(scope="module")
def pages(roster: cadre.Roster) -> dict[str, str]:
    assessment = cadre.load_pack("hanoi-2011").assess(roster, as_of=AS_OF)
    return {lang: assessment.to_html(roster, lang, mapping=HANOI) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_well_formed_and_has_its_landmarks(pages: dict[str, str], lang: str) -> None:
    page = read_page(pages[lang])
    assert page.name == "html"
    assert page.attributes["lang"] == lang
    for landmark in ("title", "header", "nav", "main", "footer", "h1"):
        assert len(page.all(landmark)) == 1, landmark
    ids = [one.attributes["id"] for one in walk(page) if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in walk(page):
        if one.name == "a":
            assert one.attributes["href"].removeprefix("#") in ids
        if "aria-labelledby" in one.attributes:
            assert one.attributes["aria-labelledby"] in ids


def walk(element):
    yield element
    for child in element.children:
        yield from walk(child)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_go_down_one_level_at_a_time(pages: dict[str, str], lang: str) -> None:
    levels = [int(one.name[1]) for one in read_page(pages[lang]).all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))
    assert levels.count(2) >= 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_has_a_caption_and_its_headings_a_scope(pages: dict[str, str], lang: str) -> None:
    tables = read_page(pages[lang]).all("table")
    assert len(tables) > 8
    for table in tables:
        assert table.children[0].name == "caption"
        assert table.children[0].words().strip()
        assert all(heading.attributes.get("scope") in {"col", "row", "rowgroup"} for heading in table.all("th"))
        width = len(table.all("thead")[0].all("th"))
        assert all(columns_of(row) == width for row in table.all("tr"))


def columns_of(row) -> int:
    return sum(int(cell.attributes.get("colspan", 1)) for cell in row.children)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_drawings_have_words(pages: dict[str, str], roster: cadre.Roster, lang: str) -> None:
    targets = cadre.load_pack("hanoi-2011").assess(roster, as_of=AS_OF).to_dicts()
    bounded = [one for one in targets if one["least"] is not None and one["threshold"] != "not increasing"]
    drawings = read_page(pages[lang]).all("svg")
    assert len(drawings) == len(bounded)
    for drawing in drawings:
        assert drawing.attributes["role"] == "img"
        assert re.search(r"\d.*(>|≥).*\d", drawing.attributes["aria-label"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_fetched_or_run(pages: dict[str, str], lang: str) -> None:
    page = read_page(pages[lang])
    assert not page.all("script", "link", "img", "iframe", "object", "base", "form")
    for one in walk(page):
        assert not {"src", "srcset", "style", "xlink:href"} & set(one.attributes)
        assert not any(name.startswith("on") for name in one.attributes)
    assert "url(" not in pages[lang]
    assert "@import" not in pages[lang]
    assert "http:" not in pages[lang] and "https:" not in pages[lang]


def test_both_languages_are_complete(pages: dict[str, str]) -> None:
    vi, en = (read_page(pages[lang]) for lang in LANGUAGES)
    shape = [[one.name for one in walk(page)] for page in (vi, en)]
    assert shape[0] == shape[1]
    for one, other in zip(vi.all("h2", "h3", "summary"), en.all("h2", "h3", "summary"), strict=True):
        assert one.words() != other.words()
    sentences = {one.words().strip() for one in vi.all("h2", "thead", "caption", "summary", "p")}
    assert not any(re.search(r"\{\d\}|html_|review_", sentence) for sentence in sentences)


def test_no_key_of_a_person_is_in_the_page(pages: dict[str, str], synthetic: Path) -> None:
    cadres = pd.read_csv(synthetic / "cadres.csv", dtype=str)
    for page in pages.values():
        words = set(re.findall(r"\w+", page))
        assert not words & set(cadres["Mã cán bộ"])


def test_every_count_opens_to_as_many_rows(pages: dict[str, str], roster: cadre.Roster) -> None:
    assessment = cadre.load_pack("hanoi-2011").assess(roster, as_of=AS_OF)
    page = read_page(pages["en"])
    for target in assessment:
        anchor = f"target-{target.id}" + (f"-{target.year}" if target.year else "")
        (article,) = (one for one in page.all("article", "tr") if one.attributes.get("id") == anchor)
        shown = [len(rows_in(one.words())) for one in article.all("p") if one.attributes.get("class") == "rows"]
        assert shown == [count for count in target.counts.values() if count]


def section_of(page, anchor: str):
    (section,) = (one for one in page.all("section") if one.attributes["id"] == anchor)
    return section


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_criterion_counts_its_rows_by_verdict(pages: dict[str, str], roster: cadre.Roster, lang: str) -> None:
    pack = cadre.load_pack("hanoi-2011")
    table = pack.evaluate(roster, as_of=AS_OF)
    rows = section_of(read_page(pages[lang]), "criteria").all("tr")[1:]
    assert len(rows) == len(pack.criteria)
    for criterion, row in zip(pack.criteria, rows, strict=True):
        assert criterion.title(lang) in row.words()
        assert str(criterion.citation) in row.words()
        column = table[criterion.id]
        if column.in_force:
            shown = [len(rows_in(one.words())) for one in row.all("p")]
            counts = (column.counts.met, column.counts.not_met, column.counts.undetermined)
            assert shown == [min(count, 10_000) for count in counts if count]
            assert [int(cell.text) for cell in row.all("td")[:3]] == list(counts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_indicators_and_deliverables_stand_by_year(pages: dict[str, str], roster: cadre.Roster, lang: str) -> None:
    page = read_page(pages[lang])
    pack = cadre.load_pack("hanoi-2011")
    indicators = section_of(page, "indicators")
    for indicator in pack.measure(roster, as_of=AS_OF).to_dicts(lang):
        assert indicator["title"] in indicators.words()
        assert (indicator["not_collected"] or "") in indicators.words()
    assert [one.words() for one in indicators.all("thead")[0].all("th")[1:]] == [str(y) for y in range(2011, 2016)]
    deliverables = section_of(page, "deliverables")
    for deliverable in pack.deliverables(as_of=AS_OF).to_dicts(lang):
        assert deliverable["title"] in deliverables.words()
        assert (deliverable["owner"] or "") in deliverables.words()


def test_a_yearly_target_is_one_article_with_a_row_a_year(pages: dict[str, str]) -> None:
    page = read_page(pages["en"])
    articles = [one for one in page.all("article") if "2011 (year in part)" in one.words()]
    targets = {target.id for target in cadre.load_pack("hanoi-2011").targets() if target.years}
    assert {article.attributes["id"].removeprefix("target-") for article in articles} == targets
    for article in articles:
        years = [row.all("th")[0].words() for row in article.all("tr")[1:]]
        assert years == ["2011 (year in part)", "2012", "2013", "2014", "2015"]


def test_contradicting_rows_and_a_strict_snapshot_are_named() -> None:
    builder = cadre.RosterBuilder()
    builder.add("cadres", {"id": "secret"})
    builder.add("trainees", {"cadre": "nobody", "group": "city"})
    cadres = builder.build()
    pack = cadre.load_pack("hanoi-2011")
    assert cadres.contradictions()
    strict = pack.assess(cadres, as_of=AS_OF, strict_snapshot=True)
    page = strict.to_html(cadres)
    (found,) = section_of(read_page(page), "contradictions").all("tr")[1:]
    assert found.all("th")[0].words() == cadres.contradictions()[0]["en"]
    assert "strict_snapshot" in page and "strict_snapshot" in strict.to_text("vi")
    assert "strict_snapshot" not in pack.assess(cadres, as_of=AS_OF).to_text("vi")


def rows_in(text: str) -> list[int]:
    """The row numbers of "0–4, 8", behind what they are where that stands before them."""
    rows: list[int] = []
    for part in text.rpartition(": ")[2].split(", "):
        first, _, last = part.partition("–")
        rows.extend(range(int(first), int(last or first) + 1))
    return rows


def test_the_manifest_names_what_the_run_was_made_from(pages: dict[str, str], roster: cadre.Roster) -> None:
    words = section_of(read_page(pages["en"]), "manifest").words()
    pack = cadre.load_pack("hanoi-2011")
    assert roster.fingerprint() in words
    assert hashlib.sha256(HANOI.read_bytes()).hexdigest() in words
    assert "hanoi.toml" in words and str(HANOI) not in words
    assert list(pack.digests) == ["hanoi-2011", "vietnam-base"]
    assert all(digest in words for digest in pack.digests.values())
    assert cadre.__version__ in words
    assert AS_OF in words


def test_hostile_texts_are_shown_as_text() -> None:
    hostile = "</td><script>alert('x')</script>"
    mapping = {"cadres": {"degree": {"column": "<b onclick=x>"}}}
    cadres = cadre.Roster.from_arrow(pd.DataFrame({"<b onclick=x>": [hostile, "ThS"], "<i>": ["1", "2"]}), mapping)
    page = cadre.load_pack("hanoi-2011").assess(cadres, as_of=AS_OF).to_html(cadres, mapping=mapping)
    assert "<script" not in page and "<b " not in page and "<i>" not in page
    assert hostile in read_page(page).words()


def test_the_page_repeats_in_other_surroundings(synthetic: Path, tmp_path: Path) -> None:
    written = []
    for number, surroundings in enumerate(
        [{"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "2"}]
    ):
        path = tmp_path / f"{number}.html"
        options = ["--pack", "hanoi-2011", "--as-of", AS_OF, "--mapping", str(HANOI), "--format", "html"]
        more = ["--threads", str(number + 1), "--output", str(path)]
        command = [sys.executable, "-m", "cadre.cli", "review", str(synthetic), *options, *more]
        subprocess.run(command, check=True, env=os.environ | surroundings)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_a_file_is_written_whole(synthetic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["review", str(synthetic), "--pack", "hanoi-2011", "--as-of", AS_OF, "--mapping", str(HANOI)]
    path = tmp_path / "report.html"
    path.write_text("earlier", encoding="utf-8")
    assert main([*options, "--format", "html", "--lang", "vi", "--output", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert main([*options, "--format", "html", "--lang", "vi"]) == 0
    assert path.read_text(encoding="utf-8") == capsys.readouterr().out
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_nothing_is_written_where_the_review_fails(synthetic: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("earlier", encoding="utf-8")
    options = ["review", str(synthetic), "--as-of", AS_OF, "--format", "html", "--output", str(path)]
    assert main([*options, "--pack", "no-such-pack"]) == 2
    assert path.read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize("name", ["no/such/folder.html", "."])
def test_a_file_that_cannot_be_written_is_told(
    synthetic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    options = ["review", str(synthetic), "--pack", "hanoi-2011", "--as-of", AS_OF, "--mapping", str(HANOI)]
    assert main([*options, "--format", "html", "--output", str(tmp_path / name)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "cannot be written" in captured.err
    assert list(tmp_path.iterdir()) == []


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_contrast(pages: dict[str, str], scheme: int) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1 for text."""
    block = re.findall(r":root \{(.*?)\}", pages["en"], re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", block))
    pairs = [("text", "page"), ("quiet", "page"), ("link", "page")]
    pairs += [(name, f"{name}-back") for name in ("met", "not-met", "undetermined")]
    for ink, back in pairs:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[back])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, back)
