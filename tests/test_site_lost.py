"""The page for unknown addresses, as a host shows it: at any depth, under any folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import serious_barriers
from playwright.sync_api import Browser, Page, expect


@contextmanager
def hosted(site: Path, under: str) -> Iterator[str]:
    """The address of a host that shows `site` under the folder `under`, and its page 404.html where nothing is."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *given: object) -> None:
            super().__init__(*given, directory=str(site))  # type: ignore[arg-type]

        def translate_path(self, path: str) -> str:
            inside = path.removeprefix(under) if path.startswith(under) else "/no/such/file"
            return super().translate_path(inside)

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("under", ["", "/boards", "/a/sub/path"])
@pytest.mark.parametrize("address", ["/gone", "/benchmarks/gone.html", "/a/b/c/gone.html?x=1#y"])
def test_its_links_lead_to_the_site_from_any_depth(page: Page, built: Path, under: str, address: str) -> None:
    with hosted(built, under) as host:
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.on("pageerror", lambda error: requested.append(str(error)))
        answer = page.goto(host + under + address)
        assert answer is not None
        assert answer.status == 404
        links = page.get_by_role("navigation").get_by_role("link")
        found = {urlsplit(link.get_attribute("href") or "").path for link in links.all()}
        assert found == {
            f"{under}/{name}"
            for name in ("index.html", "benchmarks/index.html", "methods/index.html", "papers/index.html")
        }
        expect(page.locator(".guess")).to_be_hidden()
        assert serious_barriers(page) == []
        assert [each for each in requested if not each.startswith((host, "data:"))] == []
        links.first.click()
        expect(page).to_have_url(f"{host}{under}/index.html")
        expect(page.get_by_role("searchbox").or_(page.get_by_role("combobox"))).to_be_visible()


@pytest.mark.parametrize(
    ("under", "address", "link"),
    [
        ("/sub", "/gone", "in this folder"),
        ("/sub", "/papers/gone.html", "in the one above"),
        ("", "/a/b/c/gone", "at the top of this host"),
    ],
)
def test_without_script_plain_links_lead_there(
    browser: Browser, built: Path, under: str, address: str, link: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with hosted(built, under) as host:
        page.goto(host + under + address)
        expect(page.get_by_role("navigation")).to_be_hidden()
        page.get_by_role("link", name=link).click()
        expect(page).to_have_url(f"{host}{under}/index.html")
    context.close()


def test_the_chosen_theme_holds(page: Page, built: Path) -> None:
    background = "getComputedStyle(document.documentElement).backgroundColor"
    with hosted(built, "/sub") as host:
        page.goto(f"{host}/sub/index.html")
        page.get_by_role("button", name="Switch to the light theme").click()
        page.goto(f"{host}/sub/a/gone")
        assert page.evaluate(background) == "rgb(252, 251, 249)"
