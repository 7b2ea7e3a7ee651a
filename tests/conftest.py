"""Fixtures that several test modules share."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boards_fixture
import pytest
import screenshots
import security
import site_fixture
import soak
from axe_playwright_python.sync_playwright import Axe
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright

from leaderboard import store
from leaderboard.site import site

PHONE = {"width": 390, "height": 844}
SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_configure() -> None:
    """No test is timed, and Ctrl-C ends all of them.

    A shell that starts the tests in the background has them ignore Ctrl-C, and with them the programs they start.
    """
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `make soak` asks for."""
    parser.addoption(
        "--kills", type=int, default=2, help="builds to kill: over nothing, over other papers, and over fewer, each"
    )
    parser.addoption("--races", type=int, default=3, help="races of builds for one folder")
    parser.addoption("--record", action="store_true", help="keep the figures that tests tell, for SECURITY.md")
    parser.addoption("--whole-site", action="store_true", help="kill builds of the whole site, which take longer")


Tell = Callable[[str, Mapping[str, int]], None]


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Takes what a test counted: it is printed at the end if the test passes, and with `--record` kept, too."""
    return lambda name, figures: request.node.user_properties.append((name, dict(figures)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests told, those in other processes as well."""
    told = [each for report in terminalreporter.getreports("passed") for each in report.user_properties]
    for name, figures in told:
        terminalreporter.write_line(f"{name}: {security.sentence(figures)}")
        if terminalreporter.config.getoption("--record"):
            soak.record(name, figures)


def unavailable(reason: str) -> None:
    """Skip with `reason`; in CI nothing may be skipped, so fail there."""
    if os.environ.get("CI"):
        pytest.fail(f"may not be skipped in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated data and listing pages that stands beside a developer's clone."""
    if not SHARED.is_dir():
        unavailable(f"needs the annotated data in {SHARED.parent.name}/shared beside the clone, which is not there")
    return SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = screenshots.chromium()
    if executable is None:
        unavailable("needs Chromium (Debian's package `chromium`), which is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def rendered(database: Path, out: Path, **options: Any) -> Path:
    """The site of the database, in the folder `out`."""
    with store.connect(database) as connection:
        site.render(connection, out, title="Test boards", **options)
    return out


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `site_fixture`: names that attack, a board of two pages, nothing to disagree about."""
    path = tmp_path_factory.mktemp("database") / "leaderboard.duckdb"
    site_fixture.write_database(path)
    return path


@pytest.fixture(scope="session")
def built(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, for all tests that only read it: rendering takes seconds."""
    return rendered(database, tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="session")
def boards_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `boards_fixture`, on which every rule of comparability shows."""
    return boards_fixture.write_database(tmp_path_factory.mktemp("boards") / "fixture.duckdb")


@pytest.fixture(scope="session")
def boards_built(boards_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site: methods that papers compare and quote, disagreements and doubts."""
    return rendered(boards_database, tmp_path_factory.mktemp("boards-site"))


Visit = Callable[..., Page]


@contextmanager
def opening(browser: Browser, host: str, patience: int) -> Iterator[Visit]:
    """A function that opens an address in a new context; at the end, fails on any console error or foreign request.

    A request is foreign unless it goes to the disk or to `host` (`http://127.0.0.1:8000/`); `patience` is how many
    milliseconds a page may take for anything.
    """
    troubles: list[str] = []
    contexts: list[BrowserContext] = []

    def refuse(route: Route) -> None:
        troubles.append(f"request to {route.request.url}")
        route.abort()

    def is_trouble(message: ConsoleMessage) -> bool:
        # The page for unknown addresses looks for its script in folders where it need not be.
        return message.type == "error" and not message.location["url"].endswith("/static/lost.js")

    def opened(address: str, **options: object) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(patience)
        contexts.append(context)
        context.route(lambda url: not url.startswith(("file:", "data:", "blob:", host)), refuse)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text) if is_trouble(message) else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def visit(browser: Browser, built: Path) -> Iterator[Visit]:
    """Opens a page of the site from the disk, once its charts are drawn."""
    with opening(browser, "file:", 10_000) as opened:

        def settled(address: str, **options: object) -> Page:
            page = opened(f"{built.as_uri()}/{address}", **options)
            if options.get("java_script_enabled", True):
                screenshots.settle(page)
            return page

        yield settled


def serious_barriers(page: Page) -> list[str]:
    """What axe finds on the page that keeps people out."""
    # Not preloaded: it would fetch the stylesheet, which no page may from a disk.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [
        f"{each['id']}: {node['html']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
