"""SQL that anyone may have written: what it can reach, how long it may take and how much it may give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import boards_fixture
import duckdb
import pytest

from leaderboard import store
from leaderboard.errors import InputError
from leaderboard.questions import ad_hoc


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards_fixture.write_database(tmp_path_factory.mktemp("ad-hoc") / "fixture.duckdb")


@pytest.fixture
def connection(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.connect(database) as opened:
        yield opened


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('{here}/secret.csv')",
        "SELECT * FROM '{here}/secret.csv'",
        "SELECT * FROM read_text('{here}/secret.csv')",
        "SELECT * FROM glob('{here}/*')",
        "COPY (SELECT 1) TO '{here}/out.csv'",
        "COPY papers TO '{here}/out.parquet' (FORMAT parquet)",
        "EXPORT DATABASE '{here}/out'",
        "ATTACH '{here}/other.duckdb'",
        "INSTALL httpfs",
        "LOAD '{here}/x.duckdb_extension'",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "RESET lock_configuration",
        "CREATE TABLE mine AS SELECT 1",
        "DROP VIEW boards",
        "UPDATE claims SET value = 0",
    ],
)
def test_nothing_else_is_within_reach(connection: duckdb.DuckDBPyConnection, tmp_path: Path, statement: str) -> None:
    (tmp_path / "secret.csv").write_text("a\nsecret\n")
    with pytest.raises(InputError) as refused:
        ad_hoc.answer(connection, statement.format(here=tmp_path))
    assert "\nsecret" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_files_are_read_where_that_is_allowed(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("method,value\nMuNet,71\n")
    table = ad_hoc.answer(
        connection,
        f"SELECT m.value - b.board_value AS more FROM '{tmp_path}/mine.csv' AS m JOIN boards AS b USING (method) "
        "WHERE b.claim_id = 'c60'",
        external=True,
    )
    assert table is not None
    assert table.to_pydict() == {"more": [1.0]}


def test_what_takes_too_long_is_stopped(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(InputError, match=r"stopped after 0\.3 s.*--timeout"):
        ad_hoc.answer(connection, "SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3", seconds=0.3)


def test_what_needs_too_much_memory_is_stopped(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(InputError, match=r"more than 50MB of memory.*--memory"):
        ad_hoc.answer(connection, "SELECT list(range || 'x') FROM range(100000000)", memory="50MB")


def test_what_gives_too_much_is_stopped(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(InputError, match="more than 5,000,000 rows"):
        ad_hoc.answer(connection, "SELECT range FROM range(100000000000)")


@pytest.mark.parametrize("memory", ["much", "2", "-1GB", "1GB'; SET lock_configuration = false; --"])
def test_amount_of_memory_is_checked(connection: duckdb.DuckDBPyConnection, memory: str) -> None:
    with pytest.raises(InputError, match="no amount of memory"):
        ad_hoc.answer(connection, "SELECT 1", memory=memory)


def test_empty_answers_have_their_columns(connection: duckdb.DuckDBPyConnection) -> None:
    table = ad_hoc.answer(connection, "SELECT claim_id, value FROM claims WHERE false")
    assert table is not None
    assert (table.num_rows, table.column_names) == (0, ["claim_id", "value"])


def test_of_several_questions_none_is_passed_over(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(InputError, match="ask one by one"):
        ad_hoc.answer(connection, "SELECT 1; SELECT 2")


def test_a_question_may_be_prepared(connection: duckdb.DuckDBPyConnection) -> None:
    prepared = ad_hoc.answer(connection, "SET VARIABLE least = 2; SELECT getvariable('least') AS least;")
    assert prepared is not None
    assert prepared.to_pylist() == [{"least": 2}]
