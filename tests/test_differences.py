"""What `leaderboard diff` finds between two databases."""

from __future__ import annotations

import json
from pathlib import Path

import boards_fixture
import pytest

from leaderboard import cli
from leaderboard.questions import differences

CLAIMS = {claim.claim_id: claim for claim in boards_fixture.CLAIMS}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("diff")
    later = dict(CLAIMS)
    del later["c02"]  # gone
    later["new"] = CLAIMS["c10"].model_copy(update={"claim_id": "new", "value": 88.0, "value_to": None, "start": 900})
    later["c14"] = CLAIMS["c14"].model_copy(update={"value": 18.0})  # worse: changed, no record
    # Read as another benchmark's, so that its id is another: the same number of the same paper.
    del later["c30"]
    later["c30b"] = CLAIMS["c30"].model_copy(update={"claim_id": "c30b", "benchmark": "TestBank 20", "setting": None})
    return (
        boards_fixture.write_database(folder / "old.duckdb"),
        boards_fixture.write_database(folder / "new.duckdb", list(later.values())),
    )


def test_each_change_is_told_once(pair: tuple[Path, Path]) -> None:
    rows = differences.between(*pair).to_pylist()
    told = [(row["change"], row["claim_id"], row["old_value"], row["new_value"], row["was"]) for row in rows]
    assert told == [
        ("record", "new", 84, 88, "method: GammaNet"),
        ("added", "new", None, 88, None),
        ("changed", "c30b", 76.2, 76.2, "benchmark: PhotoNet; setting: zero-shot"),
        ("changed", "c14", 17, 18, "value"),
        ("gone", "c02", 18.8, None, None),
    ]


def test_the_same_database_has_no_differences(pair: tuple[Path, Path]) -> None:
    assert differences.between(pair[1], pair[1]).num_rows == 0


@pytest.mark.parametrize(("form", "start"), [("table", "change\tkind"), ("markdown", "| change | kind"), ("json", "[")])
def test_command_writes_each_format(
    pair: tuple[Path, Path], form: str, start: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["diff", *map(str, pair), "--format", form])
    printed = capfd.readouterr().out
    assert (ended.value.code or 0, printed.startswith(start)) == (0, True)
    if form == "json":
        assert json.loads(printed)[0]["change"] == "record"
