"""Pictures of each kind of page, both themes, desktop and phone: `python tests/screenshots.py SITE FOLDER`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
THEMES = ("light", "dark")
KINDS = {
    "start": "index.html",
    "benchmark": "benchmarks/",
    "benchmarks": "benchmarks/index.html",
    "method": "methods/",
    "methods": "methods/index.html",
    "compare": "compare.html",
    "paper": "papers/",
    "papers": "papers/index.html",
    "speedups": "speedups.html",
    "savings": "savings.html",
    "costs": "costs.html",
    "gains": "gains.html",
    "resource": "savings/",
    "against": "savings/index.html",
    "trade-offs": "trade-offs.html",
    "disagreements": "disagreements.html",
    "doubts": "doubts.html",
    "names": "names.html",
    "about": "about.html",
    "downloads": "downloads.html",
    "sql": "sql.html",
    "dictionary": "dictionary.html",
    "relation": "dictionary/",
    "404": "404.html",
}
"""Every kind of page, with its address; of a folder, the page with the most on it. The browser tests open each."""


def chromium() -> str | None:
    """The installed Chromium, if any."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def kinds_of_page(site: Path) -> dict[str, str]:
    """One page of each kind in `KINDS`, by name."""
    return {kind: fullest(site, address) if address.endswith("/") else address for kind, address in KINDS.items()}


def fullest(site: Path, folder: str) -> str:
    """The page of a folder of the site with the most on it, its list left out."""
    pages = [page for page in (site / folder).glob("*.html") if not page.name.startswith("index")]
    # The size of the file says how much is on it; the name settles a tie.
    return f"{folder}{max(pages, key=lambda page: (page.stat().st_size, page.name)).name}"


def settle(page: Page) -> None:
    """Wait until every chart of the page is drawn."""
    page.wait_for_load_state("load")
    # By locators: a polled function would be code made from text, which the pages forbid.
    expect(page.locator(".plot svg")).to_have_count(page.locator(".plot").count())


def readme_picture(browser: Browser, site: Path, target: Path) -> None:
    """The README's picture: the top of the start page and of the fullest board."""
    for name, address in (("start", "index.html"), ("board", kinds_of_page(site)["benchmark"])):
        page = browser.new_page(viewport={"width": 1180, "height": 860}, color_scheme="light")
        page.goto((site / address).resolve().as_uri())
        settle(page)
        page.screenshot(path=target / f"readme-{name}.png")
        page.close()


def main(site: Path, target: Path) -> None:
    """Write `<kind>-<size>-<theme>.png` of the built `site` into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for theme in THEMES:
            for size, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
                for kind, address in kinds_of_page(site).items():
                    page.goto((site / address).resolve().as_uri())
                    settle(page)
                    page.screenshot(
                        path=target / f"{kind}-{size}-{theme}.png", full_page=kind in ("start", "benchmark")
                    )
                page.close()
        readme_picture(browser, site, target)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
