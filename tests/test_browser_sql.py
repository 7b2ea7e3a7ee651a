"""The page on SQL in a real browser, served from this machine with every other host out of reach."""

from __future__ import annotations

import csv
import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import boards_fixture
import pytest
from conftest import PHONE, Visit, opening, serious_barriers, unavailable
from playwright.sync_api import Browser, Locator, Page, expect

from leaderboard import store, tables
from leaderboard.questions import examples
from leaderboard.site import browser_engine, site

CACHE = Path(__file__).parents[1] / ".venv" / "cache"
PATIENCE = 60_000
"""Milliseconds for the first answer, which starts DuckDB, on a busy machine."""


@pytest.fixture(scope="module")
def engine() -> browser_engine.Engine:
    if not all((CACHE / package.archive).is_file() for package in browser_engine.pinned()):
        unavailable("needs the packages of browser_engine.toml, which `make test` puts into .venv/cache")
    return browser_engine.fetch(CACHE)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards_fixture.write_database(tmp_path_factory.mktemp("sql") / "fixture.duckdb")


@pytest.fixture(scope="module")
def built(database: Path, engine: browser_engine.Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sql-site")
    with store.connect(database) as connection:
        site.render(connection, folder, title="Test boards", engine=engine)
    return folder


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Tests print nothing."""


@pytest.fixture(scope="module")
def origin(built: Path) -> Iterator[str]:
    """The address of a plain server of the site, in a folder of its own so that nothing relies on the root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built.parent))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{built.name}"
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Visit]:
    """Opens an address, of the server or of the disk."""
    with opening(browser, origin, PATIENCE) as opened:
        yield opened


def ask(page: Page, sql: str) -> Locator:
    """Run the question; its answer, once it is there."""
    page.get_by_label("A question in SQL").fill(sql)
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".console")).to_have_attribute("aria-busy", "false", timeout=PATIENCE)
    return page.locator(".result")


def cells(result: Locator) -> list[list[str]]:
    return result.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => Array.from(row.cells).map(cell => cell.textContent))"
    )


def in_python(database: Path, sql: str) -> list[list[str]]:
    with store.connect(database) as connection:
        return [[cell or "–" for cell in row] for row in tables.text_rows(connection.sql(sql).to_arrow_table())]


def plain(cell: str) -> object:
    """Lists and numbers as such: spaces in the one, and how large ones of the other are written, say nothing."""
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def test_every_example_and_view_answers_as_in_python(visit: Visit, origin: str, database: Path) -> None:
    page = visit(f"{origin}/sql.html")
    with store.connect(database) as connection:
        views = [f"SELECT * FROM {view} LIMIT 100" for view in store.views(connection)]
    # The fixture's ImageNet is called PhotoNet.
    questions = [example.sql.replace("ImageNet", "PhotoNet") for example in examples.examples()]
    for sql in questions + views:
        result = ask(page, sql)
        expect(page.locator(".trouble")).to_be_hidden()
        answer = cells(result)
        assert answer, sql
        expected = in_python(database, sql)
        assert [[plain(cell) for cell in row] for row in answer] == [
            [plain(cell) for cell in row] for row in expected
        ], sql


def test_from_an_example_to_an_edited_question_its_csv_and_its_link(visit: Visit, origin: str, tmp_path: Path) -> None:
    page = visit(f"{origin}/sql.html")
    page.get_by_role("button", name=re.compile("Run it above.*What papers claim")).click()
    expect(page.locator(".state")).to_have_text(re.compile(r"^5 rows in \d+\.\d\d s$"), timeout=PATIENCE)
    assert cells(page.locator(".result"))[0][0] == "score"
    assert serious_barriers(page) == []

    sql = """SELECT kind, '=1+1' AS "a ""formula""\", NULL AS nothing, sum(value) / 7 AS share
FROM claims
WHERE kind = 'score'
GROUP BY kind"""
    page.get_by_label("A question in SQL").fill(sql)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".result th").nth(1)).to_have_text('a "formula"')
    share = page.locator(".result td.num").last
    assert re.fullmatch(r"[\d.]{3,13}", share.text_content() or "")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    download.value.save_as(tmp_path / "answer.csv")
    written = (tmp_path / "answer.csv").read_bytes()
    header, row = csv.reader(written.decode().splitlines())
    assert header == ["kind", 'a "formula"', "nothing", "share"]
    assert row[:3] == ["score", "'=1+1", ""]
    assert float(row[3]) == pytest.approx(float(share.text_content() or ""))
    assert written.endswith(b"\r\n")

    shared = visit(page.url)
    expect(shared.locator(".result th").nth(1)).to_have_text('a "formula"', timeout=PATIENCE)
    assert shared.get_by_label("A question in SQL").input_value() == sql
    assert cells(shared.locator(".result")) == cells(page.locator(".result"))


def test_what_is_wrong_is_said_and_the_next_question_answered(visit: Visit, origin: str) -> None:
    page = visit(f"{origin}/sql.html")
    ask(page, "SELECT no_such_column FROM claims")
    expect(page.locator(".trouble")).to_contain_text('column "no_such_column" not found')
    expect(page.get_by_role("button", name="Download as CSV")).to_be_hidden()
    assert serious_barriers(page) == []
    assert cells(ask(page, "SELECT 6 * 7 AS answer")) == [["42"]]
    expect(page.locator(".trouble")).to_be_hidden()
    assert cells(ask(page, "SELECT * FROM claims WHERE false")) == []
    expect(page.locator(".state")).to_contain_text("0 rows")
    expect(page.locator(".result th").first).to_have_text("claim_id")


def test_a_question_reaches_no_other_host_and_no_abstract(visit: Visit, origin: str) -> None:
    page = visit(f"{origin}/sql.html")
    for sql in (
        "FROM read_csv('https://example.com/a.csv')",
        "LOAD json",
        "SELECT json_object('a', 1)",
        "SET enable_external_access = true",
        "SELECT abstract FROM papers",
    ):
        ask(page, sql)
        expect(page.locator(".trouble")).to_be_visible()
    names = [row[0] for row in cells(ask(page, "SELECT table_name FROM duckdb_tables() ORDER BY 1"))]
    assert {"papers", "boards", "names_to_review"} < set(names)


def test_long_answers_come_by_the_page_and_end_with_a_note(visit: Visit, origin: str) -> None:
    page = visit(f"{origin}/sql.html")
    result = ask(page, "SELECT range AS n FROM range(250)")
    assert cells(result)[-1] == ["99"]
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    expect(result.locator(".pager")).to_contain_text("Rows 201 to 250")
    assert cells(result)[-1] == ["249"]
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    ask(page, "SELECT range AS n FROM range(200000)")
    expect(page.locator(".state")).to_contain_text("There are more than 100,000 rows")
    assert cells(ask(page, "SELECT count(*) FROM claims"))[0] == [str(len(boards_fixture.CLAIMS))]


def test_a_question_without_end_can_be_stopped(visit: Visit, origin: str) -> None:
    page = visit(f"{origin}/sql.html")
    page.get_by_label("A question in SQL").fill("SELECT count(*) FROM range(1000000000) AS a, range(1000000) AS b")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".state")).to_have_text("Running …", timeout=PATIENCE)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".state")).to_have_text("Stopped")
    assert cells(ask(page, "SELECT 1 AS one")) == [["1"]]


def test_what_strangers_wrote_is_text_in_answers_and_in_links(visit: Visit, origin: str) -> None:
    hostile = (
        """SELECT '<img src=x onerror=alert(1)>' AS "<b>name</b>", 'javascript:alert(1)' AS a, 'https://a.org/' AS b"""
    )
    page = visit(f"{origin}/sql.html")
    result = ask(page, hostile)
    assert cells(result) == [["<img src=x onerror=alert(1)>", "javascript:alert(1)", "https://a.org/"]]
    assert result.locator("img, b").count() == 0
    assert [link.get_attribute("href") for link in result.get_by_role("link").all()] == ["https://a.org/"]
    broken = visit(f"{origin}/sql.html#q=%E0%A4%A")
    expect(broken.locator(".state")).to_contain_text("damaged")


def test_on_a_phone_in_the_dark_it_fits(visit: Visit, origin: str) -> None:
    page = visit(f"{origin}/sql.html", viewport=PHONE, color_scheme="dark")
    ask(page, "SELECT * FROM boards ORDER BY ALL LIMIT 3")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert serious_barriers(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_from_a_disk_it_says_what_to_do_instead(visit: Visit, built: Path, script: bool) -> None:
    page = visit((built / "sql.html").as_uri(), java_script_enabled=script)
    expect(page.get_by_text("any DuckDB client opens")).to_be_visible()
    expect(page.get_by_label("A question in SQL")).to_be_hidden()
    expect(page.get_by_role("button", name="Run it above")).to_have_count(0)


def test_nothing_is_loaded_before_it_is_asked(visit: Visit, origin: str) -> None:
    page = visit(f"{origin}/sql.html")
    loaded = "performance.getEntriesByType('resource').filter(each => each.name.includes('/sql/')).length"
    assert page.evaluate(loaded) == 0
    ask(page, "SELECT count(*) FROM metrics")
    names = page.evaluate("performance.getEntriesByType('resource').map(each => each.name.split('/').pop())")
    assert "metrics.arrow.gz" in names
    assert "claims.arrow.gz" not in names, "a question loads only the tables that it names"


def test_only_this_page_may_compile(built: Path) -> None:
    may = [path.name for path in built.rglob("*.html") if "wasm-unsafe-eval" in path.read_text(encoding="utf-8")]
    assert may == ["sql.html"]
    text = (built / "sql.html").read_text(encoding="utf-8")
    assert "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src" in text
    assert len(text.encode()) < 150_000
