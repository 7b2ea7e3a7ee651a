"""What strangers wrote goes the real way, from files to pages, and harms nobody."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check_site
import hostile
import pytest
import screenshots
from conftest import PHONE, Tell, Visit, opening
from playwright.sync_api import Browser, expect

import leaderboard

_WIDE = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the input, and in `deep/in/build` what was made of it."""
    folder = tmp_path_factory.mktemp("hostile")
    leaderboard.build(*hostile.write(folder), out=folder / "deep" / "in" / "build", title=hostile.MARKUP[1])
    return folder


@pytest.fixture(scope="module")
def built(folder: Path) -> Path:
    return folder / "deep" / "in" / "build" / "site"


@pytest.fixture
def visit(browser: Browser, built: Path) -> Iterator[Visit]:
    with opening(browser, "file:", 10_000) as opened:
        yield lambda address, **options: opened((built / address).as_uri(), **options)


def test_nothing_is_written_outside_the_folder(folder: Path, tell: Tell) -> None:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    made = {name for name in files if name.startswith("deep/in/build/")}
    names = len(hostile.IDS) + len(hostile.TEXTS)
    tell("ids and names with path characters", {"read": names, "files made": len(made), "outside the folder": 0})
    assert files - made == {"papers.jsonl", "tables.json"}
    assert max(len(Path(name).name) for name in made) < 100
    assert all(name.isascii() for name in made)


def test_the_whole_site_holds_together(built: Path) -> None:
    report = check_site.check(built)
    print(report)
    assert report.troubles == []
    assert report.counts["pages"] > len(hostile.TEXTS) * 2


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file; a line ends with a line feed and nothing else."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_every_text_has_come_through(built: Path) -> None:
    """Else the other tests would hold for a site that left the harmful ones out."""
    claims = lines(built / "data" / "claims.jsonl")
    with (built / "data" / "paper_summary.csv").open(encoding="utf-8", newline="") as file:
        papers = list(csv.DictReader(file))
    methods, benchmarks = {claim["method"] for claim in claims}, {claim["benchmark"] for claim in claims}
    titles = "\n".join(paper["title"] for paper in papers)
    sentences = "\n".join(claim["sentence"] for claim in claims)
    for text in hostile.TEXTS:
        plain = " ".join(text.split())
        squeezed = "".join(plain.split())
        assert any(squeezed in "".join((each or "").split()) for each in methods), text
        assert any(squeezed in "".join((each or "").split()) for each in benchmarks), text
        assert squeezed in "".join(titles.split()), text
        assert squeezed[:1000] in "".join(sentences.split()), text


def test_no_cell_of_a_download_is_a_formula(built: Path, tell: Tell) -> None:
    cells = numbers = 0
    for path in built.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    cells += 1
                    if cell[:1] in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"):
                        float(cell)  # A number may have a sign.
                        numbers += 1
    tell("cells of CSV files", {"looked at": cells, "signed numbers": numbers, "formulas": 0})
    assert cells > 10_000


def test_nothing_runs_nothing_is_fetched_and_no_page_is_wider_than_a_phone(
    visit: Visit, built: Path, tell: Tell
) -> None:
    dialogs: list[str] = []
    page = visit("index.html", viewport=PHONE)
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    pages = sorted(path for path in built.rglob("*.html") if path.name != check_site.LOST)
    charts = 0
    for path in pages:
        page.goto(path.as_uri())
        screenshots.settle(page)
        charts += page.locator(".plot svg").count()
        assert page.evaluate("window.owned") is None, path
        assert page.locator("main :is(script:not([type]), iframe, object, embed, base, style)").count() == 0, path
        width = page.evaluate(_WIDE)
        assert width <= PHONE["width"], f"{path}: {width} px"
    assert dialogs == []
    assert charts > 2
    told = {"texts": len(hostile.TEXTS), "pages": len(pages), "charts": charts, "scripts run": 0, "requests made": 0}
    tell("hostile texts in Chromium", told)


def test_a_board_of_hostile_names_draws_sorts_and_filters(visit: Visit) -> None:
    page = visit("benchmarks/imagenet.html")
    screenshots.settle(page)
    rows = page.locator("table.board").first.locator("tbody tr")
    assert page.locator("figure.chart").first.locator(".mark-symbol path").count() == rows.count() > 20
    page.get_by_role("button", name="Value").first.click()
    page.locator(".filters input[name=q]").fill("<script>")
    named = page.locator("table.board tbody tr:visible .name").filter(has_text="<script>")
    expect(named.first).to_be_visible()
    assert 0 < page.locator("table.board tbody tr:visible").count() < rows.count()
    page.locator("table.board summary:visible").first.click()
    page.locator("figure.chart .mark-symbol path").first.hover()
    assert page.evaluate("window.owned") is None


@pytest.mark.parametrize(
    "typed", ["<script>", "onerror", "owlet-3", "\u05e9\u05dc\u05d5\u05dd", "7 * 7", "WWWW", "hyperlink"]
)
def test_search_offers_hostile_names_as_text(visit: Visit, typed: str) -> None:
    page = visit("index.html", viewport=PHONE)
    page.get_by_role("combobox").first.fill(typed)
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.locator("[role=option] :is(script, img, svg, a[onmouseover])").count() == 0
    assert page.evaluate(_WIDE) <= PHONE["width"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("window.owned") is None


def test_letters_that_turn_the_direction_turn_nothing_beside_them(visit: Visit) -> None:
    page = visit("benchmarks/imagenet.html", viewport={"width": 1280, "height": 900})
    cells = page.locator("table.board td.method").filter(has_text="gnp.exe")
    assert cells.count() > 0
    sign, name = cells.first.locator("svg").first.bounding_box(), cells.first.locator(".name").bounding_box()
    assert sign is not None
    assert name is not None
    assert sign["x"] + sign["width"] <= name["x"] + 1, "the sign stands before the name"
    assert page.locator("table.board .name").first.evaluate("e => getComputedStyle(e).unicodeBidi") in (
        "isolate",
        "plaintext",
    )
