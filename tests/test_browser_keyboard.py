"""By keyboard alone: everything is reached in the order of the page, and is seen to be reached."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Visit
from playwright.sync_api import Page, expect

MOST_STEPS = 60
_FOCUSED = """() => {
  const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
  const before = window.reached || null;
  window.reached = e;
  return {
    name: e.tagName + " " + (e.getAttribute("aria-label") || e.textContent || e.placeholder || "").trim().slice(0, 40),
    outside: e === document.body,
    follows: !before || Boolean(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
    outlined: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
  };
}"""


def steps(page: Page) -> list[dict[str, Any]]:
    """What each press of the tab key reaches, up to the page's end."""
    reached: list[dict[str, Any]] = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = page.evaluate(_FOCUSED)
        if found["outside"]:
            break
        reached.append(found)
    return reached


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", ["index.html", "benchmarks/imagenet.html"])
def test_the_tab_key_goes_through_the_page_in_its_order_and_is_seen(visit: Visit, address: str, theme: str) -> None:
    page = visit(address, color_scheme=theme)
    reached = steps(page)
    print(f"{address}, {theme}: {len(reached)} steps, from {reached[0]['name']!r} to {reached[-1]['name']!r}")
    assert len(reached) > 15
    assert reached[0]["name"] == "A Skip to the content"
    assert [each["name"] for each in reached if not each["follows"]] == []
    assert [each["name"] for each in reached if not each["outlined"]] == []
    assert [each["name"] for each in reached if not each["visible"]] == []


@pytest.mark.parametrize("address", ["index.html", "benchmarks/imagenet.html"])
def test_the_first_link_skips_to_the_content(visit: Visit, address: str) -> None:
    page = visit(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_row_opens_its_sentence_by_keyboard(visit: Visit) -> None:
    page = visit("benchmarks/imagenet.html")
    summary = page.locator("table.board summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("table.board blockquote").first).to_be_visible()
