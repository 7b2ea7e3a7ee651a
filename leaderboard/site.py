"""The static site: every page from the views of one database, with nothing that needs a server or another host."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
import jinja2
import pyarrow as pa
from markupsafe import Markup

from leaderboard import browser_database, cards, charts, dictionary, downloads, feed, tables, wording
from leaderboard.browser_engine import Engine
from leaderboard.content import Row, read_content
from leaderboard.exchange import packages
from leaderboard.model import KINDS
from leaderboard.pages import compare, efficiency, search, trade_offs
from leaderboard.pages.about import about
from leaderboard.pages.boards import (
    benchmark_card,
    benchmark_list,
    benchmark_pages,
    csv_files,
    fullest_boards,
    rows_script,
    tables_of_all_pages,
)
from leaderboard.pages.checks import disagreements, doubts, names_to_review
from leaderboard.pages.claims import gains
from leaderboard.pages.explained import dictionary_pages
from leaderboard.pages.methods import method_list, method_pages
from leaderboard.pages.page import Page, part_of, script
from leaderboard.pages.papers import paper_list, paper_page
from leaderboard.pages.sql import FOLDER, sql_page
from leaderboard.pages.start import busiest, start, start_card
from leaderboard.resources import folder

ACCURACY = Path(__file__).with_name("accuracy.json")
"""How well extraction does on annotated abstracts, measured when the rules were last changed."""

_CSV_COLUMNS = {
    "kind": pa.string(),
    "benchmark": pa.string(),
    "metric": pa.string(),
    "setting": pa.string(),
    "shots": pa.int64(),
    "bits": pa.float64(),
    "extra_data": pa.bool_(),
    "rank": pa.int64(),
    "unranked_because": pa.string(),
    "method": pa.string(),
    "role": pa.string(),
    "model_size": pa.float64(),
    "baseline": pa.string(),
    "shown": pa.string(),
    "value": pa.float64(),
    "value_to": pa.float64(),
    "unit": pa.string(),
    "bound": pa.string(),
    "board_value": pa.float64(),
    "board_unit": pa.string(),
    "witnesses": pa.string(),
    "title": pa.string(),
    "paper_id": pa.string(),
    "url": pa.string(),
    "code_url": pa.string(),
    "published": pa.date32(),
    "confidence": pa.float64(),
    "sentence": pa.string(),
    "claim_id": pa.string(),
}
_EFFICIENCY_COLUMNS = {
    "kind": pa.string(),
    "board": pa.string(),
    "resource": pa.string(),
    "hardware": pa.string(),
    "baseline": pa.string(),
    "benchmark": pa.string(),
    "amount": pa.float64(),
    "amount_unit": pa.string(),
} | {
    name: kind
    for name, kind in _CSV_COLUMNS.items()
    if name not in ("benchmark", "metric", "board_value", "board_unit", "witnesses")
}


def render(
    connection: duckdb.DuckDBPyConnection,
    out: Path,
    title: str = "Leaderboard",
    accuracy: Path | None = ACCURACY,
    address: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    engine: Engine | None = None,
) -> int:
    """Write the whole site of a database into the empty folder `out`; the number of pages.

    `title` is the name of the site; `accuracy` a JSON file of measured precision and recall for the page "About", where
    there is one; `address` where the site will be published, which previews elsewhere, search engines and feed readers
    want to know, if that is known; `progress` is called with the subjects (benchmarks and papers) done and their
    number; with an `engine` the page on SQL answers in the browser. The same database gives the same bytes, but for the
    DuckDB file among the downloads.
    """
    content = read_content(connection)
    base = address.rstrip("/") + "/" if address else ""
    environment = _environment(title, base)
    shutil.copytree(folder("site") / "static", out / "static")
    _write(out / "static" / "vega.js", charts.bundle())
    _write(out / "static" / "chart-kinds.js", charts.shared_script())
    compared = compare.comparison_data(content)
    _write(out / search.SCRIPT, script("leaderboardIndex", search.search_index(content)))
    _write(out / trade_offs.SCRIPT, script("leaderboardChartRows", trade_offs.chart_rows(content)))
    _write(out / compare.SCRIPT, script("leaderboardMethods", compared))
    addresses = {claim["claim_id"]: claim["href"] for claims in content.claims.values() for claim in claims}
    _write(out / feed.FILE, feed.atom(title, content.news, addresses, base))

    subjects = len(content.benchmarks) + len(content.papers)
    done = 0
    written = 0

    def write_pages(some: Iterable[Page]) -> None:
        nonlocal written
        for page in some:
            _write(out / page.path, _render(environment, page))
            for path, svg in page.pictures:
                _write(out / path, svg)
            written += 1

    relations = dictionary.relations(connection)
    written_files = downloads.write(connection, out / "data", relations)
    files = Page(
        "downloads.html",
        "downloads.html",
        {
            "files": written_files,
            "dataset": _dataset(title, written_files),
            "has_boards": bool(content.benchmarks),
        },
    )
    macros = dictionary.macros(connection)
    sql = sql_page(connection, relations, macros, _write_console(connection, out / FOLDER, engine) if engine else None)
    fullest = busiest(content)
    resources = efficiency.resources(content)
    lists = (
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
    write_pages(
        [
            start(content, fullest),
            compare.comparison(content),
            about(content.totals, _read_accuracy(accuracy)),
            files,
            sql,
            Page("404.html", "404.html", {}),
        ]
    )
    write_pages(chain.from_iterable(lists))
    for path, rows in efficiency.csv_files(resources).items():
        _write_csv(out / path, rows, _EFFICIENCY_COLUMNS)
    boards: list[downloads.File] = []
    pictured = fullest_boards(content)
    carded = {benchmark["benchmark"]: benchmark for benchmark in fullest[: cards.MOST]}
    _write_bytes(out / cards.SITE, start_card(title, content))
    for benchmark in content.benchmarks:
        card = carded.get(benchmark["benchmark"])
        address_of_card = f"{benchmark['file']}/card.png" if card else None
        parts = list(benchmark_pages(benchmark | {"card": address_of_card}, content, pictured))
        write_pages(parts)
        if card and address_of_card:
            _write_bytes(out / address_of_card, benchmark_card(title, card, content))
        if len(parts) > 1:
            whole = _render(environment, tables_of_all_pages(parts))
            _write(out / "benchmarks" / parts[0].context["rows_script"], rows_script(parts, whole))
        for path, rows in csv_files(parts).items():
            _write_csv(out / path, rows, _CSV_COLUMNS)
            boards.append(downloads.described_file(out / path, "The rows of a board", rows=len(rows)))
        done += 1
        if progress:
            progress(done, subjects)
    if boards:
        downloads.write_sums(out / "benchmarks", boards)
    for paper in content.papers:
        write_pages([paper_page(paper, content)])
        done += 1
        if progress:
            progress(done, subjects)
    return written


def _write_console(connection: duckdb.DuckDBPyConnection, target: Path, engine: Engine) -> int:
    """What the page on SQL loads, into the folder `target`; its bytes."""
    engine.write(target)
    browser_database.write(connection, target)
    return sum(path.stat().st_size for path in target.iterdir() if path.suffix != ".txt")


def _dataset(title: str, files: list[downloads.File]) -> dict[str, Any]:
    """The downloads as search engines for data sets want them described."""
    data = [(f"data/{file.name}", file.about) for file in files if file.relation or file.name == downloads.DATABASE]
    return packages.schema_org(title, packages.DESCRIPTION, data)


def _environment(title: str, base: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder("site") / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"site_title": title, "base": base}
    environment.globals |= {"part_of": part_of, "plural": wording.plural, "counted": wording.counted}
    environment.globals |= {"first_upper": wording.first_upper, "plurals": {kind: f"{kind}s" for kind in KINDS}}
    environment.filters |= {
        "script_json": script_json,
        "figure": wording.figure,
        "bytes": file_size,
    }
    return environment


def _render(environment: jinja2.Environment, page: Page) -> str:
    root = "../" * page.path.count("/")
    return environment.get_template(page.template).render(
        {"card": None} | page.context | {"root": root, "page_path": page.path, "charts": page.charts}
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def script_json(value: Any) -> Markup:
    """JSON that may stand inside a <script> element: no `<`, `>` or `&`, and no line separators of JavaScript."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def file_size(size: int) -> str:
    """A number of bytes for people: 812 bytes, 14 kB, 2.6 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB"


def _read_accuracy(path: Path | None) -> dict[str, Any] | None:
    if path is None or not path.exists():
        return None
    measured: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return measured


def _write_csv(path: Path, rows: list[Row], columns: dict[str, pa.DataType]) -> None:
    table = pa.table({name: pa.array([row.get(name) for row in rows], kind) for name, kind in columns.items()})
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        tables.write_csv(table, out)
