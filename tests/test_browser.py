"""The site in a real browser, opened from the disk, with every other host out of reach."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import screenshots
import site_fixture
from conftest import PHONE, Visit, serious_barriers
from playwright.sync_api import Browser, expect


def test_from_the_start_page_to_the_evidence_and_the_csv(visit: Visit, tmp_path: Path) -> None:
    page = visit("index.html")
    page.keyboard.press("/")
    page.keyboard.type("imagen")
    expect(page.get_by_role("option").first).to_contain_text("ImageNet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("ImageNet")
    screenshots.settle(page)

    ranked = page.locator("table.board tbody tr")
    marks = page.locator("figure.chart .points_marks path")
    assert marks.count() == ranked.count() == 4
    values = ranked.locator("td.value").evaluate_all("cells => cells.map(cell => Number(cell.dataset.sort))")
    assert values == [85.0, 76.5, 71.2, 68.0]

    with page.expect_download() as download:
        page.get_by_role("link", name="Download all as CSV").click()
    download.value.save_as(tmp_path / "board.csv")
    with (tmp_path / "board.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    listed = page.locator("table.data tbody tr")
    assert [f"c-{row['claim_id']}" for row in rows] == listed.evaluate_all("rows => rows.map(row => row.id)")
    # Spreadsheets are told by an apostrophe that "+2.3 points" is a text.
    assert [row["shown"].removeprefix("'") for row in rows] == listed.locator(".shown").all_text_contents()

    ranked.first.locator("summary").click()
    expect(ranked.first.locator("blockquote mark")).to_have_text("85.0")
    ranked.first.locator("td.paper > a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kestrel, or Twice the Speed")
    expect(page.locator("blockquote.evidence mark").first).to_be_visible()
    assert page.locator("blockquote.evidence mark").all_text_contents() == ["85.0", "twice", "2.3", "12.5"]
    expect(page.locator(".claims li:target .shown")).to_have_text("over 85.0%")


def test_lower_is_first_where_lower_is_better(visit: Visit) -> None:
    page = visit("benchmarks/wikitext-103.html")
    assert page.locator("table.board .name").all_text_contents() == ["Wren", "Crow"]
    assert page.locator("figure.chart .points_marks path").count() == 2
    expect(page.locator("table.unranked tbody tr")).to_have_count(1)
    expect(page.locator("table.unranked .reason")).to_contain_text("higher or lower")


def test_a_board_of_two_pages_has_one_chart_of_all_its_rows(visit: Visit) -> None:
    page = visit("benchmarks/mmlu.html")
    assert page.locator("figure.chart .points_marks path").count() == site_fixture.LARGE_BOARD
    on_first = page.locator("table.board tbody tr").count()
    page.get_by_role("link", name="Next").click()
    expect(page.locator("table.board tbody tr")).to_have_count(site_fixture.LARGE_BOARD - on_first)
    expect(page.locator("table.board .rank").first).to_have_text(str(on_first + 1))


def test_hovering_a_mark_tells_its_sentence_and_a_click_leads_to_its_paper(visit: Visit) -> None:
    page = visit("benchmarks/imagenet.html")
    mark = page.locator("figure.chart .points_marks path").first
    mark.hover()
    expect(page.locator(".tip-value")).to_have_text("over 85.0%")
    expect(page.locator(".tip-sentence")).to_contain_text("Kestrel has a top-1 accuracy")
    mark.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kestrel, or Twice the Speed")


@pytest.mark.parametrize(
    ("typed", "name", "heading"),
    [
        ("ilsvrc-2012", "ImageNet", "ImageNet"),
        ("kestrel", "Kestrel", None),
        ("wide deep", "Heron: Wide and Deep at Once", None),
    ],
)
def test_search_finds_other_names_methods_and_papers(visit: Visit, typed: str, name: str, heading: str | None) -> None:
    page = visit("papers/index.html")
    page.get_by_role("combobox").fill(typed)
    expect(page.get_by_role("option").first).to_contain_text(name)
    assert page.get_by_role("option", selected=True).count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    if heading:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    else:
        expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(":")[0])


def test_search_says_when_there_is_nothing_and_escape_closes_it(visit: Visit) -> None:
    page = visit("index.html")
    page.get_by_role("combobox").fill("no such thing anywhere")
    expect(page.locator(".found")).to_contain_text("Nothing of that name")
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()


def test_a_click_on_a_heading_sorts_and_typing_filters(visit: Visit) -> None:
    page = visit("benchmarks/mmlu.html")
    page.get_by_role("button", name="Value").click()
    page.get_by_role("button", name="Value").click()
    values = page.locator("table.board td.value").evaluate_all("cells => cells.map(c => Number(c.dataset.sort))")
    assert values == sorted(values)
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    page.get_by_label("Filter", exact=True).fill("bird-77")
    expect(page.locator("table.board tbody tr:visible .name")).to_have_text(["Bird-77"])


@pytest.mark.parametrize("kind", screenshots.KINDS)
def test_each_kind_of_page_opens_without_trouble_in_either_theme_on_a_desk_and_a_phone(
    visit: Visit, built: Path, kind: str
) -> None:
    page = visit(screenshots.kinds_of_page(built)[kind], color_scheme="light")
    assert page.get_by_role("heading", level=1).count() == 1
    if kind != "404":
        assert page.evaluate("getComputedStyle(document.body).fontVariantNumeric") == "tabular-nums"
    assert serious_barriers(page) == []
    plots = page.locator(".plot")
    for number in range(plots.count()):
        assert (plots.nth(number).get_attribute("aria-label") or "").endswith(".")

    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    red, *_ = page.evaluate("getComputedStyle(document.body).color.match(/[0-9]+/g).map(Number)")
    assert red > 128, "dark pages have light text"
    assert serious_barriers(page) == []


@pytest.mark.parametrize("address", ["benchmarks/imagenet.html", "speedups.html"])
def test_a_chart_takes_the_width_of_a_phone(visit: Visit, address: str) -> None:
    page = visit(address, viewport=PHONE)
    drawn = page.locator("figure.chart svg.marks").bounding_box()
    assert drawn is not None
    assert 250 < drawn["width"] <= PHONE["width"] - 40
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_script_tables_evidence_and_links_are_there(visit: Visit) -> None:
    page = visit("benchmarks/imagenet.html", java_script_enabled=False)
    expect(page.locator("table.board tbody tr")).to_have_count(4)
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator("figure.chart img")).to_be_visible()
    page.locator("table.board summary").first.click()
    expect(page.locator("blockquote").first).to_be_visible()
    page.locator("td.paper > a").first.click()
    expect(page.locator("blockquote.evidence").first).to_be_visible()
    page.locator(".crumbs a").click()
    expect(page.locator("table.listing")).to_be_visible()
    expect(page.locator(".filter")).to_be_hidden()


@pytest.mark.parametrize(
    "address", ["speedups.html", "costs.html", "savings/memory.html", "trade-offs.html", "about.html"]
)
def test_without_script_every_kind_of_chart_is_a_picture(visit: Visit, address: str) -> None:
    page = visit(address, java_script_enabled=False)
    picture = page.locator("figure.chart img")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 600


def test_a_script_within_a_page_does_not_run(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "index.html").as_uri())
    for where in ("script.textContent = 'window.ran = true'", "script.src = 'data:text/javascript,window.ran=true'"):
        page.evaluate(
            f"() => {{ const script = document.createElement('script'); {where}; document.body.append(script); }}"
        )
    page.evaluate("document.body.setAttribute('onclick', 'window.ran = true'); document.body.click()")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran === undefined")
    page.close()


def test_further_pages_stand_in_a_menu_that_needs_no_script(visit: Visit) -> None:
    page = visit("speedups.html", java_script_enabled=False, viewport=PHONE)
    expect(page.get_by_role("link", name="Downloads", exact=True)).to_be_hidden()
    page.locator(".more summary").click()
    expect(page.locator(".menu [aria-current]")).to_have_text("Speedups")
    page.locator(".menu").get_by_role("link", name="Downloads").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Downloads")


def test_the_menu_closes_by_escape_and_by_a_click_beside_it(visit: Visit) -> None:
    page = visit("about.html")
    summary, menu = page.locator(".more summary"), page.locator(".menu")
    summary.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.get_by_role("heading", level=1).click(position={"x": 5, "y": 5})
    expect(menu).to_be_hidden()


def test_the_theme_switch_repaints_the_charts_and_is_remembered(visit: Visit) -> None:
    page = visit("benchmarks/imagenet.html", color_scheme="light")
    colour = "getComputedStyle(document.body).backgroundColor"
    light, mark = page.evaluate(colour), page.locator("figure.chart .points_marks path").first
    own = mark.evaluate("mark => getComputedStyle(mark).fill")
    page.get_by_role("button", name="Switch to the dark theme").click()
    assert page.evaluate(colour) != light
    assert mark.evaluate("mark => getComputedStyle(mark).fill") != own
    page.goto(page.url.replace("benchmarks/imagenet.html", "about.html"))
    assert page.evaluate(colour) != light
    page.get_by_role("button", name="Switch to the light theme").click()
    assert page.evaluate(colour) == light


def test_what_strangers_wrote_runs_nowhere(visit: Visit, built: Path) -> None:
    dialogs: list[str] = []
    page = visit("index.html")
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    hostile = [path for path in built.rglob("*.html") if "onerror=alert(1)" in path.read_text(encoding="utf-8")]
    assert len(hostile) > 1
    for path in sorted(hostile):
        page.goto(path.as_uri())
        screenshots.settle(page)
        assert page.locator("img").count() == 0
    page.get_by_role("combobox").fill("attack")
    expect(page.get_by_role("option").first).to_contain_text("<img")
    assert page.locator("img").count() == 0
    assert dialogs == []
