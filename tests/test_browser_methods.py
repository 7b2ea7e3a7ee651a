"""Choosing and comparing methods, and the search's manners, in a real browser."""

from __future__ import annotations

import pytest
from conftest import PHONE, Visit, serious_barriers
from playwright.sync_api import expect


def test_two_methods_are_picked_by_keyboard_and_the_address_keeps_them(visit: Visit) -> None:
    page = visit("compare.html")
    page.get_by_label("One method").focus()
    page.keyboard.type("hero")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Heron")
    page.keyboard.press("Enter")
    expect(page.locator(".suggested")).to_contain_text("Kestrel")
    page.keyboard.press("Tab")
    page.keyboard.type("FINCH")
    page.keyboard.press("Enter")
    row = page.locator(".side-by-side tbody tr")
    expect(row).to_have_count(1)
    expect(row.locator(".better .shown")).to_have_text("76.5–82.3%")
    expect(row.locator("td").last).to_have_text("Heron is better"), "a range has no one difference"
    assert page.url.endswith("compare.html?a=heron&b=finch")
    page.go_back()
    expect(page.get_by_label("The other")).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("The other")).to_have_value("Finch")
    page.reload()
    expect(row).to_have_count(1)
    row.get_by_role("link", name="71.2%").click()
    expect(page.locator(".claims li:target .shown")).to_have_text("71.2%")


def test_a_shared_comparison_opens_with_what_papers_state(visit: Visit) -> None:
    page = visit("compare.html")
    page.goto(f"{page.url}?a=finch&b=plain")
    board, duel = page.locator(".side-by-side tbody").all()
    expect(board).to_contain_text("Finch is better by 3.2 points")
    expect(duel).to_contain_text("Finch 71.2, Plain 68")
    expect(duel.get_by_role("link", name="Finch: Small Networks that See")).to_be_visible()
    page.goto(page.url.replace("a=finch&b=plain", "a=heron&b=kestrel"))
    expect(page.locator(".side-by-side tbody").last).to_contain_text("Kestrel is better by 2.3 points")
    page.goto(page.url.replace("a=heron&b=kestrel", "a=finch&b=nobody"))
    expect(page.get_by_label("One method")).to_have_value("Finch")
    expect(page.locator(".compared")).to_contain_text("is called “nobody”")
    expect(page.locator(".side-by-side")).to_have_count(0)


def test_methods_that_share_nothing_are_said_to(visit: Visit) -> None:
    page = visit("compare.html", viewport=PHONE)
    page.goto(f"{page.url}?a=wren&b=finch")
    expect(page.locator(".verdict")).to_contain_text("no board ranks both")
    expect(page.locator(".compared")).to_contain_text("No paper here compares the two directly")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_script_the_comparison_lists_pairs(visit: Visit) -> None:
    page = visit("compare.html", java_script_enabled=False)
    expect(page.get_by_label("One method")).to_be_hidden()
    expect(page.get_by_text("Picking any two needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="side by side")).to_have_count(0)
    page.locator(".pairs").get_by_role("link", name="Heron").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Heron")
    expect(page.locator("table.ranked tbody tr")).to_have_count(1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_open_lists_keep_nobody_out(visit: Visit, theme: str) -> None:
    page = visit("compare.html", color_scheme=theme, viewport=PHONE)
    page.get_by_label("One method").fill("bird")
    assert serious_barriers(page) == []
    page.keyboard.press("Escape")
    page.locator("[role=search] input").fill("bird")
    expect(page.get_by_role("option").first).to_be_visible()
    assert serious_barriers(page) == []
    page.keyboard.press("Escape")
    page.locator(".more summary").click()
    assert serious_barriers(page) == []
    page.goto(f"{page.url}?a=finch&b=plain")
    assert serious_barriers(page) == []


@pytest.mark.parametrize("typed", ["kestrel", "KES-TREL", "késtrel", "  kestrel "])
def test_the_search_forgives_case_hyphens_and_accents(visit: Visit, typed: str) -> None:
    page = visit("about.html")
    page.get_by_role("combobox").fill(typed)
    methods = page.get_by_role("group", name="Methods")
    expect(methods.get_by_role("option").first).to_contain_text("Kestrel")


def test_exact_names_come_before_their_beginnings_whatever_they_are(visit: Visit) -> None:
    page = visit("index.html")
    page.get_by_role("combobox").fill("bird 7")
    names = page.get_by_role("option").locator(".option-name")
    expect(names.first).to_have_text("Bird-7")
    assert names.all_text_contents()[:3] == ["Bird-7", "Bird-70", "Bird-71"]
    page.get_by_role("combobox").fill("ilsvrc2012")
    expect(page.get_by_role("option").first).to_contain_text("ImageNet")


def test_letters_that_only_run_on_from_word_to_word_are_no_hit(visit: Visit) -> None:
    page = visit("index.html")
    page.get_by_role("combobox").fill("rdean")  # "Bird 1 and ..." and "Wide and Deep" hold no such word.
    expect(page.locator(".found")).to_contain_text("Nothing of that name")
    page.get_by_role("combobox").fill("deepat")
    expect(page.get_by_role("option")).to_have_count(1)


def test_enter_that_is_quicker_than_the_index_still_leads_there(visit: Visit) -> None:
    page = visit("about.html")
    # In one go: the index cannot have been loaded between the keys.
    page.get_by_role("combobox").evaluate(
        """input => {
            input.value = "imagenet";
            input.dispatchEvent(new Event("input", { bubbles: true }));
            input.focus();
            input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        }"""
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("ImageNet")


def test_a_method_leads_to_its_page_or_else_to_its_paper(visit: Visit) -> None:
    page = visit("index.html", viewport=PHONE)
    page.get_by_role("combobox").fill("heron")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Heron")
    page.get_by_role("combobox").fill("finch")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Finch: Small Networks that See")
