"""The DuckDB file: complete or not there, explained by its comments, the same from build to build."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet
import pytest

from leaderboard import lexicon, store, tables
from leaderboard.errors import InputError
from leaderboard.model import CLAIM_COLUMNS, PAPER_COLUMNS, Claim, Paper
from leaderboard.site.computed import computed

LEXICON = lexicon.Lexicon(
    (lexicon.Benchmark("PhotoNet", aliases=("PN1K",), default_metric="accuracy"),),
    (lexicon.Metric("accuracy", aliases=("acc",), direction="higher", unit="%", low=0, high=100),),
)


def paper(paper_id: str = "p1", title: str = "A Title") -> Paper:
    return Paper(paper_id=paper_id, title=title, abstract="It reaches 91.2%.", published=dt.date(2020, 1, 1))


def claim(claim_id: str = "c1", paper_id: str = "p1", method: str = "OurNet", value: float = 91.2) -> Claim:
    return Claim(
        claim_id=claim_id, paper_id=paper_id, kind="score", value=value, unit="%", metric="accuracy",
        benchmark="PhotoNet", method=method, role="own", start=11, end=15, sentence="It reaches 91.2%.",
        rule="by hand", confidence=0.9,
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "it's a file.duckdb"
    store.write(found, [paper()], [claim()], LEXICON)
    return found


def rows_of_views(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each view by its name: worked out once, since a view takes long to plan and most build on others."""
    with computed(connection) as rows:
        return {name: rows.execute(f"SELECT * FROM {name}").fetchall() for name in store.views(connection)}


@pytest.fixture
def connection(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.connect(path) as opened:
        yield opened


_ASKS = """
import sys
from pathlib import Path
from leaderboard import store
from leaderboard.site.computed import computed
question = "SELECT current_setting('enable_progress_bar')"
with store.in_memory() as memory, store.connect(Path(sys.argv[1])) as file, computed(file) as views:
    print([each.execute(question).fetchone() for each in (memory, file, file.cursor(), views, views.cursor())])
"""


def test_no_progress_is_drawn_where_nobody_types(path: Path) -> None:
    """DuckDB takes whatever has no file for `__main__` to be typed to."""
    asked = subprocess.run([sys.executable, "-c", _ASKS, path], check=True, capture_output=True, text=True)
    assert asked.stdout.strip() == str([(False,)] * 5)


def test_tables_hold_what_was_written(connection: duckdb.DuckDBPyConnection) -> None:
    papers = connection.sql("SELECT * FROM papers").to_arrow_table()
    claims = connection.sql("SELECT * FROM claims").to_arrow_table()
    assert tuple(papers.column_names) == PAPER_COLUMNS
    assert tuple(claims.column_names) == CLAIM_COLUMNS
    assert [Paper(**row) for row in papers.to_pylist()] == [paper()]
    assert [Claim(**row) for row in claims.to_pylist()] == [claim()]
    assert connection.execute("SELECT * FROM benchmarks").fetchall() == [
        ("PhotoNet", None, "accuracy", None, None, None, False)
    ]
    assert connection.execute("SELECT * FROM benchmark_aliases").fetchall() == [("PhotoNet", "PN1K")]
    assert connection.execute("SELECT * FROM metrics").fetchall() == [
        ("accuracy", "higher", "%", 0, 100, None, False, False)
    ]
    assert connection.execute("SELECT * FROM metric_aliases").fetchall() == [("accuracy", "acc")]


def test_everything_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    without = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL "
        "UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL "
        "UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() "
        "WHERE NOT internal AND comment IS NULL "
        "UNION ALL SELECT function_name FROM duckdb_functions() WHERE NOT internal AND comment IS NULL"
    ).fetchall()
    assert without == []
    described = dict(
        connection.execute("SELECT table_name, comment FROM duckdb_columns() WHERE column_name = 'metric'").fetchall()
    )
    assert described["gains"] == described["claims"] != described["scores"]


def test_every_view_can_be_read_when_nothing_is_claimed(tmp_path: Path) -> None:
    store.write(tmp_path / "empty.duckdb", [], [], lexicon.Lexicon((), ()))
    with store.connect(tmp_path / "empty.duckdb") as connection:
        names = store.views(connection)
        assert {"scores", "boards", "best_results", "progress", "speedups", "savings", "gains"} < set(names)
        for name in names:
            rows = connection.execute(f"SELECT * FROM {name}").fetchall()
            assert bool(rows) == (name in {"units", "hardware"})


def test_file_is_for_duckdb_1_4(path: Path) -> None:
    with store.connect(path) as connection:
        [(tags,)] = connection.execute(
            "SELECT tags FROM duckdb_databases() WHERE database_name = current_database()"
        ).fetchall()
    assert tags["storage_version"].startswith("v1.4.0")


def test_file_may_be_renamed(path: Path) -> None:
    moved = path.rename(path.with_name("other.duckdb"))
    with store.connect(moved) as connection:
        assert connection.execute("SELECT method, rank FROM boards").fetchall() == [("OurNet", 1)]


def test_order_of_input_does_not_matter(tmp_path: Path) -> None:
    papers = [paper("p2"), paper("p1")]
    claims = [claim("c3", "p2"), claim("c2", "p1", "OtherNet", 90), claim("c1", "p1")]
    contents = []
    for name, step in (("a.duckdb", 1), ("b.duckdb", -1)):
        store.write(tmp_path / name, papers[::step], claims[::step], LEXICON)
        with store.connect(tmp_path / name) as connection:
            rows = {each: connection.execute(f"SELECT * FROM {each}").fetchall() for each in store.TABLES}
            contents.append(rows | rows_of_views(connection))
    assert contents[0] == contents[1]


def test_writing_again_replaces(path: Path) -> None:
    with store.connect(path) as reader:
        store.write(path, [paper()], [claim(), claim("c2", method="OtherNet")], LEXICON)
        assert reader.execute("SELECT count(*) FROM claims").fetchall() == [(1,)]
    with store.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchall() == [(2,)]
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("papers", "claims", "message"),
    [
        ([paper(), paper()], [], "two papers share the id 'p1'"),
        ([paper()], [claim(), claim()], "two claims share the id 'c1'"),
        ([paper()], [claim(paper_id="p9")], "paper that is not there: 'p9'"),
    ],
)
def test_inconsistent_content_is_refused(path: Path, papers: list[Paper], claims: list[Claim], message: str) -> None:
    before = path.read_bytes()
    with pytest.raises(ValueError, match=message):
        store.write(path, papers, claims, LEXICON)
    assert path.read_bytes() == before


def test_failure_leaves_the_old_file_and_no_litter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setitem(store.TABLES, "claims", "no_such_column")
    with pytest.raises(duckdb.BinderException):
        store.write(path, [paper()], [claim()], LEXICON)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_what_is_added_gives_the_content_of_all_at_once(path: Path, tmp_path: Path) -> None:
    papers = [paper(), *(paper(f"p{place}") for place in (0, 3, 2))]
    claims = [claim(), claim("c0", "p0"), claim("c4", "p3", "OtherNet", 90), claim("c3", "p3")]
    rows = tables.claims_table(claims[1:])
    grown, again, whole = (tmp_path / name for name in ("grown.duckdb", "again.duckdb", "whole.duckdb"))
    before = path.read_bytes()
    store.extend(grown, path, tables.papers_table(papers[1:]), lambda: rows)
    store.extend(again, grown, tables.papers_table([]), lambda: tables.claims_table([]))
    store.write(whole, papers, claims, LEXICON)
    assert path.read_bytes() == before
    prints, rows_of = [], []
    for each in (grown, again, whole):
        public = each.with_name(f"public-{each.name}")
        store.publish(each, public)
        with store.connect(each) as connection, store.connect(public) as published:
            prints.append((store.fingerprint(connection), store.fingerprint(published)))
            tables_ = [connection.execute(store.in_order(name)).fetchall() for name in store.TABLES]
            # Views take long to plan; what they give follows from the tables and the order of their rows.
            rows_of.append((tables_, None if each == again else rows_of_views(published)))
    assert prints[0] == prints[1] == prints[2]
    assert rows_of[0] == rows_of[2]
    assert rows_of[1][0] == rows_of[2][0]


@pytest.mark.parametrize(
    ("papers", "claims", "message"),
    [
        ([paper()], [], "two papers share the id 'p1'"),
        ([paper("p2")], [claim(paper_id="p2")], "two claims share the id 'c1'"),
        ([paper("p2")], [claim("c2", "p9")], "paper that is not there: 'p9'"),
    ],
)
def test_nothing_inconsistent_is_added(
    path: Path, tmp_path: Path, papers: list[Paper], claims: list[Claim], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        store.extend(tmp_path / "grown.duckdb", path, tables.papers_table(papers), lambda: tables.claims_table(claims))
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_that_grows_often_stays_small(path: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.duckdb"
    papers = [paper(f"n{place}") for place in range(20)]
    store.write(whole, [paper(), *papers], [claim()], LEXICON)
    for each in papers:
        store.extend(path, path, tables.papers_table([each]), lambda: tables.claims_table([]))
    assert path.stat().st_size < 2 * whole.stat().st_size


def test_empty_databases_are_made_once_for_a_machine(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.connect(path) as connection:
        wanted = store.fingerprint(connection)
    caches = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    made: list[object] = []
    pass_on = store._pass_on_comments
    monkeypatch.setattr(store, "_pass_on_comments", lambda found: made.append(found) or pass_on(found))

    def write() -> str:
        store.write(path, [paper()], [claim()], LEXICON)
        with store.connect(path) as connection:
            return store.fingerprint(connection)

    assert [write(), write()] == [wanted, wanted]
    assert len(made) == 1
    (kept,) = (caches / "leaderboard").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert write() == wanted
    assert len(made) == 2
    kept.chmod(0o622)
    assert write() == wanted
    assert len(made) == 3
    monkeypatch.setattr(store, "made_of", lambda: "another")
    assert write() == wanted
    assert len(made) == 4


def foreign_database(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (a INTEGER)")


def later_layout(path: Path) -> None:
    store.write(path, [], [], LEXICON)
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE about SET value = '999' WHERE name = 'layout'")


def truncated(path: Path) -> None:
    store.write(path, [paper()], [claim()], LEXICON)
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_text("a diary"), "not a DuckDB file"),
        (lambda path: path.write_bytes(b""), "not a DuckDB file"),
        (lambda path: path.mkdir(), "not a DuckDB file"),
        (truncated, "cannot open"),
        (foreign_database, "not one that leaderboard wrote"),
        (later_layout, "another layout"),
    ],
)
def test_what_is_not_ours_is_kept(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "theirs.duckdb"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(InputError, match=message):
        store.connect(path)
    with pytest.raises(InputError, match="not replaced"):
        store.write(path, [], [], LEXICON)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == [path]


def test_missing_database_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="leaderboard build"):
        store.connect(tmp_path / "none.duckdb")


def test_unwritable_place_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(InputError, match="cannot be written"):
        store.write(tmp_path / "file" / "x.duckdb", [], [], LEXICON)


def test_connection_is_read_only(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.Error, match="read-only"):
        connection.execute("DELETE FROM claims")


def test_published_file_has_no_abstracts(path: Path, connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    public = tmp_path / "public" / "leaderboard.duckdb"
    store.publish(path, public)
    assert b"It reaches 91.2%." in path.read_bytes()
    with store.connect(public) as published:
        columns = published.sql("SELECT * FROM papers").to_arrow_table().column_names
        assert columns == [column for column in PAPER_COLUMNS if column != "abstract"]
        others = [each for each in store.TABLES if each != "papers"]
        wanted = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in others}
        wanted |= rows_of_views(connection)
        assert {name: published.execute(f"SELECT * FROM {name}").fetchall() for name in wanted} == wanted
        comments = "SELECT count(*) FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        assert published.execute(comments).fetchall() == [(0,)]


def test_export_writes_every_view_and_all_claims(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with computed(connection) as rows_from:
        files = [path for path, _ in store.export(connection, tmp_path / "downloads", rows_from)]
    assert [path.name for path in files] == [
        "claims.csv",
        "claims.parquet",
        "claims.jsonl",
        *(f"{name}.csv" for name in store.views(connection)),
    ]
    for path in (files[0], *files[3:]):
        columns = [name for name, *_ in connection.execute(f"DESCRIBE {path.stem}").fetchall()]
        with path.open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == columns
    assert [Claim.model_validate_json(line) for line in files[2].open(encoding="utf-8")] == [claim()]
    assert pyarrow.parquet.read_table(files[1]).column_names == list(CLAIM_COLUMNS)


def as_csv(table: pa.Table) -> str:
    out = io.BytesIO()
    tables.write_csv(table, out)
    return out.getvalue().decode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_csv_neutralises_formulas(text: str) -> None:
    [_, row] = csv.reader(io.StringIO(as_csv(pa.table({"t": [text]})), newline=""))
    assert row == ["'" + text]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_csv_neutralises_formulas_in_the_header(name: str) -> None:
    table = pa.table([[1], ["b"]], names=[name, "a-b"])
    assert list(csv.reader(io.StringIO(as_csv(table), newline=""))) == [["'" + name, "a-b"], ["1", "b"]]


HARD = "=x|y\nz\t[a](b) <b>*_`\\"


def written(write: Callable[[pa.Table, io.BytesIO], None], names: list[str], *row: object) -> str:
    out = io.BytesIO()
    write(pa.table([[cell] for cell in row], names=names), out)
    return out.getvalue().decode()


def test_markdown_rows_are_one_line_with_their_own_bars_only() -> None:
    text = written(tables.write_markdown, [HARD, "n"], HARD, 1)
    cell = r"=x\|y z \[a\](b) \<b\>\*\_\`\\"
    assert text.splitlines() == [f"| {cell} | n |", "| --- | ---: |", f"| {cell} | 1 |"]


def test_plain_rows_have_their_own_tabs_only() -> None:
    assert [line.count("\t") for line in written(tables.write_plain, [HARD, "n"], HARD, 1).splitlines()] == [1, 1]


def test_json_keeps_texts_and_headers_as_they_are() -> None:
    assert json.loads(written(tables.write_json, [HARD, "n"], HARD, 1)) == [{HARD: HARD, "n": 1}]
    assert json.loads(written(tables.write_jsonl, [HARD, "n"], HARD, 1)) == {HARD: HARD, "n": 1}


def test_json_loses_no_column_of_a_name_that_stands_twice() -> None:
    names = ["a", "a", "a_1", "a"]
    assert json.loads(written(tables.write_json, names, 1, 2, 3, 4)) == [{"a": 1, "a_1": 2, "a_1_1": 3, "a_2": 4}]


def test_csv_keeps_all_else() -> None:
    table = pa.table(
        {"t": ["a,b", 'q"q', "l\nf", "", None], "n": [-1.5, 1e20, 56.03, None, 0.1], "d": [dt.date(2020, 1, 2)] * 5}
    )
    text = as_csv(table)
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["t", "n", "d"],
        ["a,b", "-1.5", "2020-01-02"],
        ['q"q', "1e+20", "2020-01-02"],
        ["l\nf", "56.03", "2020-01-02"],
        ["", "", "2020-01-02"],
        ["", "0.1", "2020-01-02"],
    ]
    assert '\r\n"",,2020' in text
    assert "\r\n,0.1," in text


def test_csv_writes_lists_as_json() -> None:
    assert as_csv(pa.table({"l": [["a", "b"], None]})) == '"l"\r\n"[""a"", ""b""]"\r\n\r\n'


def test_replaced_file_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("old")
    with pytest.raises(TypeError), tables.replacing(path) as out:
        out.write("no bytes")  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    with tables.replacing(path) as out:
        out.write(b"new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_text_cannot_reach_the_terminal() -> None:
    assert tables.as_text("a\x1b[31mb\x9bc\nd") == "a [31mb c d"
