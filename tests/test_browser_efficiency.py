"""What results take, and quality against it, in a real browser."""

from __future__ import annotations

from conftest import PHONE, Visit
from playwright.sync_api import expect


def test_the_scatter_tells_both_sentences_and_a_click_leads_to_the_paper(visit: Visit) -> None:
    page = visit("trade-offs.html")
    marks = page.locator("figure.chart .mark-symbol path")
    expect(marks).to_have_count(2)
    expect(page.locator("table.trade-offs tbody tr")).to_have_count(2)
    marks.first.hover()
    expect(page.locator(".tip-value")).to_contain_text("points · speedup")
    expect(page.locator(".tip-sentence")).to_have_count(2)
    with page.expect_navigation():
        marks.first.click()
    expect(page.locator(".claims li:target .kind")).to_have_text("gain")


def test_each_speedup_is_a_dot(visit: Visit) -> None:
    page = visit("speedups.html")
    expect(page.locator("figure.chart .points_marks path")).to_have_count(page.locator("tbody tr").count())


def test_from_a_saving_to_its_resource_and_its_baseline_without_script(visit: Visit) -> None:
    page = visit("savings.html", java_script_enabled=False, viewport=PHONE)
    page.locator(".chips").get_by_role("link", name="memory").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Memory")
    expect(page.locator("table.efficiency tbody tr")).to_have_count(2)
    expect(page.locator("table.efficiency .reason")).to_contain_text("no baseline is named")
    page.get_by_role("link", name="All that can be compared, by baseline").click()
    expect(page.locator("table.against .over-what")).to_have_text("Plain")
    expect(page.locator("table.against .rank-of")).to_contain_text("rank 1 of 1")
