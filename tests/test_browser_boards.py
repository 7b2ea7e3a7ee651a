"""A benchmark's page in a real browser: filters, sorting, addresses of views and rows, charts, paper."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import screenshots
import site_fixture
from conftest import Visit
from playwright.sync_api import Browser, Locator, Page, expect

IMAGENET = "benchmarks/imagenet.html"
MMLU = "benchmarks/mmlu.html"


def methods(page: Page) -> Locator:
    return page.locator("table.results tbody tr:visible .name")


def test_filters_narrow_all_tables_and_the_address_restores_them(visit: Visit) -> None:
    page = visit(IMAGENET)
    page.get_by_label("Whose").select_option("own results")
    page.get_by_label("Confidence at least").fill("85")
    page.get_by_label("Filter", exact=True).fill("kestrel")
    expect(methods(page)).to_have_text(["Kestrel", "Kestrel"])
    page.get_by_label("Kind").select_option("gains")
    expect(methods(page)).to_have_text(["Kestrel"])
    expect(page.locator("#t-top-1-accuracy")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("1 of 5")
    expect(page).to_have_url(re.compile("kind=gain"))
    asked = {"q": ["kestrel"], "kind": ["gain"], "role": ["own"], "confidence": ["85"]}
    assert parse_qs(urlsplit(page.url).query) == asked

    page.reload()
    screenshots.settle(page)
    expect(methods(page)).to_have_text(["Kestrel"])
    expect(page.get_by_label("Kind")).to_have_value("gain")
    page.get_by_role("button", name="Clear").click()
    expect(methods(page)).to_have_count(5)
    expect(page.get_by_label("Filter", exact=True)).to_be_focused()
    expect(page).not_to_have_url(re.compile(r"\?"))
    chart = page.locator("figure.chart svg.marks").bounding_box()
    assert chart is not None
    assert chart["width"] > 600, "a chart that was hidden takes its width again"


def test_filters_work_by_keyboard(visit: Visit) -> None:
    page = visit(IMAGENET)
    page.get_by_label("Filter", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(methods(page)).to_have_text(["Plain"])
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    expect(page.locator(".nothing")).to_be_visible()
    expect(page.locator(".filters .least")).to_have_text("100%")


def test_models_up_to_a_size(visit: Visit) -> None:
    page = visit(MMLU)
    page.get_by_label("Model size").select_option("at most 7 B")
    expect(methods(page)).to_have_text(["Bird-104-7B"])
    page.get_by_label("Model size").select_option("at most 70 B")
    expect(methods(page)).to_have_text(["Bird-105-70B", "Bird-104-7B"])


def test_a_view_is_shared_by_its_link(visit: Visit) -> None:
    page = visit(IMAGENET, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Whose").select_option("quoted ones")
    page.locator(".share").click()
    expect(page.locator(".share")).to_have_text("Copied")
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(methods(page)).to_have_text(["Plain"])


def test_sorting_by_any_column_is_kept_in_the_address_of_each_table(visit: Visit) -> None:
    page = visit(IMAGENET)
    board = page.locator("table.board")
    for heading in board.locator("th button").all():
        heading.click()
        expect(board.locator("th[aria-sort]")).to_have_count(1)
    board.get_by_role("button", name="Year").click()
    board.get_by_role("button", name="Year").click()
    expect(board.locator(".name")).to_have_text(["Finch", "Plain", "Heron", "Kestrel"])
    expect(page).to_have_url(re.compile(r"sort-top-1-accuracy=year\.ascending"))
    page.reload()
    expect(board.locator(".name")).to_have_text(["Finch", "Plain", "Heron", "Kestrel"])


@pytest.mark.parametrize("address", [MMLU, "benchmarks/mmlu_p2.html"])
def test_a_filter_reaches_the_rows_of_all_pages(visit: Visit, address: str) -> None:
    page = visit(address)
    opened = page.locator("table.board tbody tr").last
    opened.locator("summary").click()
    found = [number for number in range(site_fixture.LARGE_BOARD) if str(number).startswith("1")]
    page.get_by_label("Filter", exact=True).fill("bird-1")
    expect(methods(page)).to_have_count(len(found))
    expect(page.locator(".filters [role=status]")).to_have_text(f"{len(found)} of {site_fixture.LARGE_BOARD}")
    ranks = page.locator("table.board tbody tr:visible .rank").all_text_contents()
    assert ranks == sorted(ranks, key=int)
    expect(page.locator(".pager")).to_be_hidden()
    expect(page).to_have_url(re.compile("q=bird-1"))
    page.reload()
    screenshots.settle(page)
    expect(methods(page)).to_have_count(len(found))
    page.get_by_role("button", name="Clear").click()
    expect(methods(page)).to_have_count(site_fixture.LARGE_BOARD)
    expect(page.locator("h2")).to_have_text("Accuracy")


def test_what_strangers_wrote_stays_text_where_rows_are_brought_from_other_pages(visit: Visit) -> None:
    page = visit(MMLU)
    page.get_by_label("Filter", exact=True).fill("onerror")
    expect(methods(page)).to_have_text([f"Bird-{site_fixture.HOSTILE_BIRD}"])
    expect(page.locator("td.paper:visible > a")).to_contain_text(site_fixture.HOSTILE)
    assert page.locator("img").count() == 0
    row = page.locator("table.board tbody tr:visible")
    row.locator("summary").click()
    expect(row.locator("blockquote mark")).to_be_visible()


def test_an_order_is_of_all_pages_and_is_kept(visit: Visit) -> None:
    page = visit("benchmarks/mmlu_p2.html")
    page.locator("table.board").get_by_role("button", name="Value").click()
    expect(methods(page)).to_have_count(site_fixture.LARGE_BOARD)
    expect(methods(page).first).to_have_text(f"Bird-{site_fixture.LARGE_BOARD - 1}")
    page.locator("table.board").get_by_role("button", name="Value").click()
    expect(methods(page).first).to_have_text("Bird-0")
    expect(page).to_have_url(re.compile(r"sort-accuracy=value\.ascending"))


def test_rows_of_other_pages_that_cannot_be_had_are_said_to_be_left_out(browser: Browser, built: Path) -> None:
    context = browser.new_context()
    context.route("**/rows.js", lambda route: route.abort())
    page = context.new_page()
    page.goto((built / MMLU).as_uri())
    page.get_by_label("Filter", exact=True).fill("bird-1")
    expect(page.locator(".filters [role=status]")).to_contain_text("this page only")
    expect(page.locator(".pager")).to_be_visible()
    context.close()


def test_a_link_to_a_row_is_copied_and_opens_its_sentence(visit: Visit) -> None:
    page = visit(f"{IMAGENET}?role=own", permissions=["clipboard-read", "clipboard-write"])
    row = page.locator("table.board tbody tr").nth(1)
    row.locator(".permalink").click()
    expect(row.locator(".permalink")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"imagenet.html#{row.get_attribute('id')}")
    page.goto(copied)
    page.reload()
    expect(page.locator("tr:target blockquote mark")).to_have_text("76.5")


def test_a_link_to_a_row_finds_the_page_that_it_has_moved_to(visit: Visit, built: Path) -> None:
    moved = re.findall(r'id="(c-\w+)"', (built / "benchmarks" / "mmlu_p2.html").read_text(encoding="utf-8"))[-1]
    page = visit(f"{MMLU}#{moved}")
    expect(page).to_have_url(re.compile(f"mmlu_p2.html#{moved}"))
    expect(page.locator("tr:target blockquote")).to_be_visible()


def test_hovering_a_mark_of_another_page_tells_its_paper_and_sentence(visit: Visit) -> None:
    page = visit(MMLU)
    page.locator("figure.chart .points_marks path").last.hover()
    expect(page.locator(".tip-sentence")).to_contain_text("Bird-0 answers 30.00% of MMLU correctly.")
    expect(page.locator(".tip-paper")).to_have_text("Bird 0 and its Answers")


def test_the_sql_can_be_copied_and_goes_along_to_the_sql_page(visit: Visit) -> None:
    page = visit(IMAGENET, permissions=["clipboard-read", "clipboard-write"])
    tools = page.locator("#t-top-1-accuracy .tools")
    tools.locator("summary").click()
    tools.get_by_role("button", name="Copy").click()
    expect(tools.get_by_role("button", name="Copied")).to_be_visible()
    sql = page.evaluate("navigator.clipboard.readText()")
    assert sql == tools.locator("code").text_content()
    assert "benchmark = 'ImageNet' AND metric = 'top-1 accuracy'" in sql
    href = tools.get_by_role("link", name="Open in the SQL page").get_attribute("href") or ""
    assert unquote(href.partition("#q=")[2]) == sql


@pytest.mark.parametrize("width", [390, 1280])
def test_without_script_a_chart_is_a_picture_in_the_place_of_the_drawn_one(visit: Visit, width: int) -> None:
    viewport = {"width": width, "height": 900}
    page = visit(IMAGENET, java_script_enabled=False, viewport=viewport)
    picture = page.locator("figure.chart img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.currentSrc").endswith("_narrow.svg" if width < 704 else "accuracy.svg")
    drawn = visit(IMAGENET, viewport=viewport).locator("figure.chart .plot").bounding_box()
    assert page.locator("figure.chart .plot").bounding_box() | {"y": 0} == drawn | {"y": 0}
    expect(page.locator(".filters")).to_be_hidden()
    page.locator(".permalink").first.click()
    expect(page.locator("tr:target")).to_have_count(1)


@pytest.mark.parametrize("address", ["index.html", IMAGENET, "papers/index.html", "about.html"])
def test_nothing_moves_while_the_page_is_made_ready(visit: Visit, address: str) -> None:
    page = visit(address)
    moved = page.evaluate(
        """new Promise(done => {
            setTimeout(() => done(0), 500);
            new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
                .observe({type: "layout-shift", buffered: true});
        })"""
    )
    assert moved < 0.01


def test_print_leaves_tables_and_opened_sentences(visit: Visit) -> None:
    page = visit(IMAGENET, color_scheme="dark")
    page.locator("table.board summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator("table.board blockquote:visible")).to_have_count(1)
    expect(page.locator("summary:visible")).to_have_count(0)
    assert page.locator("table.results tbody tr:visible").count() == 5
    for seen, place in (("fill", "figure.chart .points_marks path"), ("color", "main")):
        red, *_ = page.locator(place).first.evaluate(
            "(element, seen) => getComputedStyle(element)[seen].match(/[0-9]+/g).map(Number)", seen
        )
        assert red < 128, "paper is light, also where the page was dark"


def test_rows_can_be_sorted_on_a_phone(visit: Visit) -> None:
    page = visit(IMAGENET, viewport={"width": 390, "height": 844}, has_touch=True)
    page.locator("table.board").get_by_role("button", name="Method").tap()
    expect(page.locator("table.board .name")).to_have_text(["Finch", "Heron", "Kestrel", "Plain"])
    expect(page.get_by_label("Whose")).to_be_hidden()
    page.get_by_role("button", name="More filters").tap()
    page.get_by_label("Whose").select_option("quoted ones")
    expect(methods(page)).to_have_text(["Plain"])
