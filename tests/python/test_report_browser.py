"""The report in a real browser: nothing is cut off or tiny, wide and narrow, light and dark, on screen and on paper."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import cadre
import pytest
from cadre.sheets import read_roster

ROOT = Path(__file__).resolve().parents[2]
HANOI = ROOT / "examples" / "mappings" / "hanoi.toml"
BROWSER = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--enable-logging=stderr",
]

# The report itself runs no script: one around it measures it.
MEASURE = """
const page = document.querySelector("iframe").contentDocument;
const root = page.documentElement;
const style = page.defaultView.getComputedStyle(page.body);
const texts = [...page.querySelectorAll("body *")].filter(
  (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length);
const outside = texts.filter(
  (e) => !e.closest(".wide, .skip") && e.getBoundingClientRect().right > root.clientWidth + 1);
const found = JSON.stringify({
  width: root.clientWidth,
  scrollWidth: root.scrollWidth,
  background: style.backgroundColor,
  smallest: Math.min(...texts.map((e) => parseFloat(page.defaultView.getComputedStyle(e).fontSize))),
  headings: page.querySelectorAll("h1, h2").length,
  outside: outside.map((e) => e.outerHTML.slice(0, 80)),
  unfocusable: [...page.querySelectorAll("summary, a")].filter((e) => e.tabIndex < 0).length,
});
document.body.innerHTML = "<pre></pre>";
document.querySelector("pre").textContent = "MEASURED" + found + "END";
"""


def run_browser(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    assert BROWSER
    command = [BROWSER, *QUIET, f"--user-data-dir={profile}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    assert "CONSOLE" not in done.stderr, done.stderr
    return done


def measured(page: str, folder: Path, width: int, *arguments: str) -> dict[str, Any]:
    frame = f'<iframe width="{width}" height="900" style="border:0" srcdoc="{html.escape(page)}"></iframe>'
    body = f'<!DOCTYPE html><meta charset="utf-8">{frame}<script>onload = () => {{ {MEASURE} }};</script>'
    path = folder / "frame.html"
    path.write_text(body, encoding="utf-8")
    out = run_browser(folder / "profile", *arguments, "--dump-dom", path.as_uri()).stdout
    found = re.search(r"MEASURED(.*?)END", html.unescape(out), re.DOTALL)
    assert found, out[-500:]
    return json.loads(found.group(1))


@pytest.fixture(scope="module", params=["vi", "en"])
def page(request: pytest.FixtureRequest, synthetic: Path) -> str:
    roster = cadre.Roster.from_arrow(read_roster(synthetic, lambda rows, _: rows), HANOI)
    assessment = cadre.load_pack("hanoi-2011").assess(roster, as_of="2015-12-31")
    return assessment.to_html(roster, request.param, mapping=HANOI)


@pytest.mark.parametrize(("width", "opened"), [(320, True), (360, False), (1280, False)])
def test_nothing_is_cut_off_or_tiny(page: str, tmp_path: Path, width: int, opened: bool) -> None:
    shown = page.replace("<details>", "<details open>") if opened else page
    found = measured(shown, tmp_path, width)
    assert found["width"] == width
    assert found["scrollWidth"] <= width
    assert found["outside"] == []
    assert found["smallest"] >= 12
    assert found["headings"] == 11
    assert found["unfocusable"] == 0


def test_light_and_dark(page: str, tmp_path: Path) -> None:
    backgrounds = [
        measured(page, tmp_path, 800, f"--blink-settings=preferredColorScheme={scheme}")["background"]
        for scheme in (1, 0)
    ]
    assert backgrounds == ["rgb(255, 255, 255)", "rgb(20, 23, 27)"]


def test_paper(page: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page, encoding="utf-8")
    pdf = tmp_path / "report.pdf"
    run_browser(tmp_path / "profile", f"--print-to-pdf={pdf}", "--no-pdf-header-footer", path.as_uri())
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
    # Row numbers that no one opened take no paper.
    assert 3 <= pages <= 30
