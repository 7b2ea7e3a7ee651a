"""The static site: every page from the views of one database, with nothing that needs a server or another host."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from leaderboard import additions, store
from leaderboard.csv_text import csv
from leaderboard.exchange import packages
from leaderboard.questions import dictionary
from leaderboard.resources import folder
from leaderboard.site import browser_database, cards, charts, downloads, feed, pictures, rendering, writing
from leaderboard.site.browser_engine import Engine
from leaderboard.site.computed import computed
from leaderboard.site.content import Content, Row, read_content
from leaderboard.site.pages import compare, efficiency, search, trade_offs
from leaderboard.site.pages.about import about, with_example
from leaderboard.site.pages.boards import (
    benchmark_card,
    benchmark_list,
    benchmark_pages,
    csv_files,
    fullest_boards,
    pages_of_rows,
    tables_of_all_pages,
)
from leaderboard.site.pages.checks import disagreements, doubts, names_to_review
from leaderboard.site.pages.claims import gains
from leaderboard.site.pages.explained import dictionary_pages
from leaderboard.site.pages.methods import method_list, method_pages
from leaderboard.site.pages.page import Page, script
from leaderboard.site.pages.papers import paper_list, paper_page
from leaderboard.site.pages.sql import FOLDER, sql_page
from leaderboard.site.pages.start import busiest, start, start_card
from leaderboard.site.writing import Before, Task, Written
from leaderboard.workers import aside

ACCURACY = Path(__file__).parents[1] / "accuracy.json"
"""How well extraction does on annotated abstracts, measured when the rules were last changed."""

_CSV_COLUMNS = (
    "kind",
    "benchmark",
    "metric",
    "setting",
    "shots",
    "bits",
    "extra_data",
    "rank",
    "unranked_because",
    "method",
    "role",
    "model_size",
    "baseline",
    "shown",
    "value",
    "value_to",
    "unit",
    "bound",
    "board_value",
    "board_unit",
    "witnesses",
    "title",
    "paper_id",
    "url",
    "code_url",
    "published",
    "confidence",
    "sentence",
    "claim_id",
)
_EFFICIENCY_COLUMNS = (
    "kind",
    "board",
    "resource",
    "hardware",
    "baseline",
    "benchmark",
    "amount",
    "amount_unit",
    *(
        name
        for name in _CSV_COLUMNS
        if name not in ("kind", "baseline", "benchmark", "metric", "board_value", "board_unit", "witnesses")
    ),
)


def render(
    connection: duckdb.DuckDBPyConnection,
    out: Path,
    title: str = "Leaderboard",
    accuracy: Path | None = ACCURACY,
    address: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    engine: Engine | None = None,
    workers: int = 1,
    fewest: int | None = None,
    before: Before | None = None,
    made: dict[str, Written] | None = None,
) -> int:
    """Write the whole site of a database into the empty folder `out`; the number of pages.

    `title` is the name of the site; `accuracy` a JSON file of measured precision and recall for the page "About", where
    there is one; `address` where the site will be published, which previews elsewhere, search engines and feed readers
    want to know, if that is known; `progress` is called with the subjects (benchmarks and papers) done and their
    number; with an `engine` the page on SQL answers in the browser; `workers` is how many processes make files where
    there are `fewest` batches of them or more (else `writing.FEWEST`); what was made `before` of the same is kept. The
    same database gives the same bytes, but for the DuckDB file among the downloads. `made` takes up what was written of
    all that can be kept next time.
    """
    base = address.rstrip("/") + "/" if address else ""
    data = out / "data"
    written = made if made is not None else {}
    boards: dict[str, int] = {}
    with computed(connection) as rows_from, aside() as thread:
        exported = thread.submit(downloads.export, connection.cursor(), data, rows_from.cursor())
        published = thread.submit(downloads.publish, store.path_of(connection), data)
        # Lists of checksums name it; it is kept for whoever asks next.
        thread.submit(store.fingerprint_of, data / downloads.DATABASE)
        content = read_content(rows_from)
        relations = dictionary.relations(connection, rows_from)
        macros = dictionary.macros(connection)
        console = _write_console(connection, out / FOLDER, engine) if engine else None

        def described() -> Iterator[Page]:
            files = [*exported.result(), published.result()]
            files += downloads.describe(files, data, relations)
            yield _downloads(title, files, content)

        compared = compare.comparison_data(content)
        fullest = busiest(content)
        resources = efficiency.resources(content)
        pages = chain(
            [
                start(content, fullest),
                compare.comparison(content),
                sql_page(rows_from, relations, macros, console),
                Page("404.html", "404.html", {}),
            ],
            dictionary_pages(relations, macros),
            efficiency.overviews(content, resources),
            efficiency.resource_pages(resources),
            efficiency.against_pages(content),
            trade_offs.pages(content),
            gains(content),
            disagreements(content),
            doubts(content),
            names_to_review(content),
            benchmark_list(content),
            paper_list(content),
            method_list(content),
            method_pages(content, compare.comparable(compared)),
        )
        tasks = chain(
            _shared_files(),
            _data_of_all(title, base, content, compared, resources),
            _about(title, base, content, accuracy),
            chain.from_iterable(_page(page, title, base) for page in pages),
            _subjects(title, base, content, fullest, boards, progress),
            chain.from_iterable(_page(page, title, base) for page in described()),
        )
        for path, each, _ in writing.write(out, tasks, before, workers, fewest):
            written[path] = each
    if boards:
        rows_of = ((out / path, rows, written[path]) for path, rows in boards.items())
        downloads.write_sums(
            out / "benchmarks",
            [downloads.File(path, _OF_BOARD, None, rows, each.size, each.sha256) for path, rows, each in rows_of],
        )
    return sum(path.endswith(".html") for path in written)


_OF_BOARD = "The rows of a board"


def _page(page: Page, title: str, base: str) -> Iterator[Task]:
    """A page, and the pictures of its charts."""
    yield Task(page.path, rendering.page, _filled_in(page, title, base))
    yield from _pictures(page)


def _pictures(page: Page) -> Iterator[Task]:
    for path, drawn in page.pictures:
        yield Task(path, pictures.picture, drawn)


def _about(title: str, base: str, content: Content, accuracy: Path | None) -> Iterator[Task]:
    page = about(content.totals, _read_accuracy(accuracy))
    yield Task(page.path, with_example, (additions.current().checksums(), *_filled_in(page, title, base)))
    yield from _pictures(page)


def _filled_in(page: Page, title: str, base: str) -> tuple[Any, ...]:
    return title, base, page.path, page.template, page.context | {"charts": page.charts}


def _csv(path: str, rows: Iterable[Row], columns: Sequence[str]) -> Task:
    return Task(path, csv, (columns, [[row.get(name) for name in columns] for row in rows]))


def _shared_files() -> Iterator[Task]:
    """What is the same on every site."""
    static = folder("site") / "static"
    for file in sorted(static.rglob("*")):
        if file.is_file():
            yield Task(f"static/{file.relative_to(static).as_posix()}", writing.as_is, (file.read_bytes(),))
    yield Task("static/vega.js", charts.bundle, ())
    yield Task("static/chart-kinds.js", charts.shared_script, ())


def _data_of_all(
    title: str, base: str, content: Content, compared: Row, resources: efficiency.Resources
) -> Iterator[Task]:
    """What is about the whole site, and no page."""
    yield Task(search.SCRIPT, script, ("leaderboardIndex", search.search_index(content)))
    yield Task(trade_offs.SCRIPT, script, ("leaderboardChartRows", trade_offs.chart_rows(content)))
    yield Task(compare.SCRIPT, script, ("leaderboardMethods", compared))
    addresses = {claim["claim_id"]: claim["href"] for claims in content.claims.values() for claim in claims}
    yield Task(feed.FILE, writing.as_is, (feed.atom(title, content.news, addresses, base),))
    yield Task(cards.SITE, *start_card(title, content))
    for path, rows in efficiency.csv_files(resources).items():
        yield _csv(path, rows, _EFFICIENCY_COLUMNS)


def _subjects(
    title: str,
    base: str,
    content: Content,
    fullest: Sequence[Row],
    boards: dict[str, int],
    progress: Callable[[int, int], None] | None,
) -> Iterator[Task]:
    """The files of each benchmark, then of each paper; `boards` takes up the rows of each board's CSV file."""
    subjects = len(content.benchmarks) + len(content.papers)
    pictured = fullest_boards(content)
    carded = {benchmark["benchmark"]: benchmark for benchmark in fullest[: cards.MOST]}
    for done, benchmark in enumerate(content.benchmarks, start=1):
        card = carded.get(benchmark["benchmark"])
        address_of_card = f"{benchmark['file']}/card.png" if card else None
        parts = list(benchmark_pages(benchmark | {"card": address_of_card}, content, pictured))
        yield from chain.from_iterable(_page(part, title, base) for part in parts)
        if card and address_of_card:
            yield Task(address_of_card, *benchmark_card(title, card, content))
        if len(parts) > 1:
            whole = _filled_in(tables_of_all_pages(parts), title, base)
            path = f"benchmarks/{parts[0].context['rows_script']}"
            yield Task(path, rendering.rows_script, (pages_of_rows(parts), *whole))
        for path, rows in csv_files(parts).items():
            yield _csv(path, rows, _CSV_COLUMNS)
            boards[path] = len(rows)
        if progress:
            progress(done, subjects)
    for done, paper in enumerate(content.papers, start=len(content.benchmarks) + 1):
        yield from _page(paper_page(paper, content), title, base)
        if progress:
            progress(done, subjects)


def _downloads(title: str, files: list[downloads.File], content: Content) -> Page:
    shown = [{"name": file.name} | {name: getattr(file, name) for name in ("about", "rows", "size")} for file in files]
    context = {"files": shown, "dataset": _dataset(title, files), "has_boards": bool(content.benchmarks)}
    return Page("downloads.html", "downloads.html", context)


def _write_console(connection: duckdb.DuckDBPyConnection, target: Path, engine: Engine) -> int:
    """What the page on SQL loads, into the folder `target`; its bytes."""
    engine.write(target)
    browser_database.write(connection, target)
    return sum(path.stat().st_size for path in target.iterdir() if path.suffix != ".txt")


def _dataset(title: str, files: list[downloads.File]) -> dict[str, Any]:
    """The downloads as search engines for data sets want them described."""
    data = [(f"data/{file.name}", file.about) for file in files if file.relation or file.name == downloads.DATABASE]
    return packages.schema_org(title, packages.DESCRIPTION, data)


def _read_accuracy(path: Path | None) -> dict[str, Any] | None:
    if path is None or not path.exists():
        return None
    measured: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return measured
