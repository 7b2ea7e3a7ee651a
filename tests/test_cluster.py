"""Extraction by Dask, on a cluster of processes: what one machine writes, whatever happens to the workers."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from distributed import Client, LocalCluster, WorkerPlugin
from hypothesis import given
from hypothesis import strategies as st
from test_own_files import BENCHMARK, ENDLESS, LONG, RULE, SENTENCE
from test_sources_merging import ENTRIES

import leaderboard
from leaderboard import cli, extraction, sources, store, tables, workers
from leaderboard.building import cluster, streaming
from leaderboard.errors import InputError
from leaderboard.model import Paper, derived_paper_id
from leaderboard.site import site
from leaderboard.sources import merging
from leaderboard.sources.entry import Entry
from leaderboard.sources.merging import Merger
from leaderboard.sources.ranges import File, Range

WORKERS = 2
RECORDS = 9


@pytest.fixture(scope="module")
def local() -> Iterator[LocalCluster]:
    """A cluster of processes, each with a nanny that starts it anew when it dies."""
    with LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
    ) as made:
        yield made


@pytest.fixture(scope="module")
def scheduler(local: LocalCluster) -> str:
    return str(local.scheduler_address)


class Replaced(WorkerPlugin):
    """Something of `cluster` is another in every worker, also in those that are started later."""

    def __init__(self, attribute: str, value: Any) -> None:
        self.name = attribute
        self.value = value

    def setup(self, worker: Any) -> None:
        self.before = getattr(cluster, self.name)
        setattr(cluster, self.name, self.value)

    def teardown(self, worker: Any) -> None:
        setattr(cluster, self.name, self.before)


@contextmanager
def replaced(scheduler: str, attribute: str, value: Any) -> Iterator[None]:
    with Client(scheduler) as client:
        client.register_plugin(Replaced(attribute, value))
        yield
        client.unregister_worker_plugin(attribute)


def records() -> list[dict[str, Any]]:
    return [
        {"id": each.paper_id, "title": each.title, "abstract": each.abstract, "year": 2024}
        for each in sources.read([sources.sample()]).papers[:60]
    ]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A data set in three formats, in which papers stand twice, ids are shared and titles say nothing."""
    folder = tmp_path_factory.mktemp("data")
    ours = records()
    text = ours[0]["abstract"]
    first = [{key: value for key, value in each.items() if key != "id"} for each in ours[:25]]
    first += [{"title": "Editorial", "abstract": text}, {"title": "", "abstract": text}, {"title": "No Text"}]
    second = [
        *({**each, "id": str(number)} for number, each in enumerate(ours[20:40])),
        {"id": "3", "title": "Preface", "abstract": text},
        {"id": derived_paper_id("Left Without"), "title": "Another", "abstract": text},
    ]
    third = [
        *({**each, "id": str(number)} for number, each in enumerate(ours[38:])),
        {"title": "Editorial", "abstract": text},
        {"title": "Editorial", "abstract": text + " More."},
        {"title": "Left Without", "abstract": text},
    ]
    _write_lines(folder / "a.jsonl", first)
    pyarrow.parquet.write_table(pa.Table.from_pylist(second), folder / "b.parquet")
    _write_lines(folder / "c.jsonl", third)
    return [folder / "a.jsonl", folder / "b.parquet", folder / "c.jsonl"]


def _write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def written(out: Path) -> Rows:
    """Papers and claims in a folder of partitions, in the order of their names."""
    both = []
    for kind in ("papers", "claims"):
        parts = [pyarrow.parquet.read_table(path) for path in sorted((out / kind).iterdir())]
        both.append([row for part in parts for row in part.to_pylist()])
    return both[0], both[1]


Rows = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def by_one_machine(paths: list[Path]) -> Rows:
    papers = sources.read(paths).papers
    return tables.papers_table(papers).to_pylist(), tables.claims_table(workers.extract_all(papers).claims).to_pylist()


@pytest.fixture(scope="module")
def expected(files: list[Path]) -> Rows:
    """Papers and claims of the whole data set."""
    return by_one_machine(files)


def test_partitions_hold_what_one_machine_writes(
    scheduler: str, files: list[Path], expected: Rows, tmp_path: Path
) -> None:
    seen: list[tuple[str, int, int]] = []
    made = cluster.extract(files, str(tmp_path), scheduler, progress=lambda *each: seen.append(each), records=RECORDS)
    assert written(tmp_path) == expected
    reading = sources.read(files)
    assert (made.entries, made.papers, made.merged, made.skipped) == (
        reading.entries,
        len(reading.papers),
        reading.merged,
        reading.skipped,
    )
    assert (made.reused, made.faults, made.lost) == (0, [], [])
    assert made.merged > 5
    assert made.claims > 50
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == ["planning", "reading", "extracting"]
    assert seen[-1] == ("extracting", made.entries, made.entries)


def test_a_killed_worker_loses_nothing(scheduler: str, files: list[Path], expected: Rows, tmp_path: Path) -> None:
    with Client(scheduler) as client:
        processes = list(client.run(os.getpid).values())
    doomed = {"reading": processes[0], "extracting": processes[1]}

    def kill(stage: str, done: int, total: int) -> None:
        if done and stage in doomed:
            os.kill(doomed.pop(stage), signal.SIGKILL)

    made = cluster.extract(files, str(tmp_path), scheduler, progress=kill, records=RECORDS)
    assert doomed == {}
    assert (made.faults, made.lost) == ([], [])
    assert written(tmp_path) == expected
    assert [path.name for path in tmp_path.rglob(".*")] == []


def test_after_an_abort_only_the_rest_is_done(
    scheduler: str, files: list[Path], expected: Rows, tmp_path: Path
) -> None:
    def abort(stage: str, done: int, total: int) -> None:
        if stage == "extracting" and done > total / 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cluster.extract(files, str(tmp_path), scheduler, progress=abort, records=RECORDS)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "claims").glob("part-*")}
    assert before
    with pytest.raises(InputError, match="has not ended"):
        sources.read([tmp_path])
    made = cluster.extract(files, str(tmp_path), scheduler, records=RECORDS)
    assert made.reused >= len(before)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert written(tmp_path) == expected
    again = cluster.extract(files, str(tmp_path), scheduler, records=RECORDS)
    assert (again.reused, again.claims, again.papers) == (again.partitions, made.claims, made.papers)


def test_files_that_are_added_leave_what_is_there(scheduler: str, files: list[Path], tmp_path: Path) -> None:
    later, out = files[1:], tmp_path / "out"
    cluster.extract(later, str(out), scheduler, records=RECORDS)
    earlier = tmp_path / "new.jsonl"
    _write_lines(earlier, [{"title": "A New One", "abstract": "It reaches 91.2% accuracy on MNIST."}])
    made = cluster.extract([earlier, *later], f"file://{out}", scheduler, records=RECORDS)
    assert made.reused == made.partitions - 1
    assert written(out) == by_one_machine([earlier, *later])


Extraction = Callable[[Sequence[Paper]], list[list[leaderboard.Claim]]]


def poisoned(name: str, how: Callable[[], object]) -> Extraction:
    """Extraction that comes to grief on one paper."""
    whole = cluster.extract_each

    def extract_each(papers: Sequence[Paper]) -> list[list[leaderboard.Claim]]:
        if any(paper.paper_id == name for paper in papers):
            how()
        return whole(papers)

    return extract_each


def test_a_poisoned_record_is_named_and_stops_no_other(
    scheduler: str, files: list[Path], expected: Rows, tmp_path: Path
) -> None:
    papers, claims = expected
    name = claims[50]["paper_id"]
    with replaced(scheduler, "extract_each", poisoned(name, lambda: 1 / 0)):
        made = cluster.extract(files, str(tmp_path), scheduler, records=RECORDS)
    [fault] = made.faults
    assert f"paper {name}" in fault.where
    assert "ZeroDivisionError" in fault.reason
    assert written(tmp_path) == (papers, [claim for claim in claims if claim["paper_id"] != name])
    again = cluster.extract(files, str(tmp_path), scheduler, records=RECORDS)
    assert (again.reused, again.faults) == (again.partitions, made.faults)


def test_a_range_that_kills_its_workers_is_told_and_stops_no_other(
    local: LocalCluster,
    scheduler: str,
    files: list[Path],
    expected: Rows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(local.scheduler, "allowed_failures", 0)
    papers, _ = expected
    deadly = poisoned(papers[-1]["paper_id"], lambda: os.kill(os.getpid(), signal.SIGKILL))
    with replaced(scheduler, "extract_each", deadly):
        made = cluster.extract(files, str(tmp_path), scheduler, records=RECORDS)
    last = made.lost[-1]
    assert last.where.startswith(f"{files[-1]}, records ")
    assert "KilledWorker" in last.reason
    with pytest.raises(InputError, match="has not ended"):
        sources.read([tmp_path])
    again = cluster.extract(files, str(tmp_path), scheduler, records=RECORDS)
    assert again.reused == again.partitions - len(made.lost) > 0
    assert written(tmp_path) == expected


def test_partitions_of_other_rules_are_not_kept(
    scheduler: str, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.extract(files[2:], str(tmp_path), scheduler, records=RECORDS)
    before = {path.name for path in (tmp_path / "claims").iterdir()}
    monkeypatch.setattr(cluster, "checksum_of_rules", lambda: "other rules")
    with pytest.raises(InputError, match="install the same one on every machine"):
        cluster.extract(files[2:], str(tmp_path), scheduler, records=RECORDS)
    with replaced(scheduler, "checksum_of_rules", lambda: "other rules"):
        made = cluster.extract(files[2:], str(tmp_path), scheduler, records=RECORDS)
    assert made.reused == 0
    after = {path.name for path in (tmp_path / "claims").iterdir()}
    assert len(after) == made.partitions
    assert before.isdisjoint(after)


def test_workers_read_by_a_users_own_files(
    scheduler: str, files: list[Path], expected: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers, rules, lexicon = tmp_path / "papers.jsonl", tmp_path / "rules.toml", tmp_path / "lexicon.toml"
    rules.write_text(RULE)
    lexicon.write_text(BENCHMARK)
    _write_lines(papers, [{"title": f"Heron {number}", "abstract": SENTENCE} for number in range(3 * RECORDS)])
    out = str(tmp_path / "claims")
    with pytest.raises(SystemExit) as ended:
        cli.main(
            [
                "extract",
                str(papers),
                "-o",
                out,
                "--cluster",
                scheduler,
                "--rules",
                str(rules),
                "--lexicon",
                str(lexicon),
            ]
        )
    assert (ended.value.code, "27 claims" in capsys.readouterr().err) == (0, True)
    assert {claim["benchmark"] for claim in written(tmp_path / "claims")[1]} == {"Tidepool"}
    made = cluster.extract([papers], out, scheduler)
    assert (made.reused, made.claims) == (0, 0)
    with leaderboard.using(rules=rules, lexicon=lexicon):
        rules.rename(tmp_path / "elsewhere.toml")  # what was read counts, wherever it lies
        made = cluster.extract([papers], out, scheduler)
        assert (made.reused, made.claims) == (0, 27)
    with leaderboard.using(rules=tmp_path / "elsewhere.toml", lexicon=lexicon):
        made = cluster.extract([papers], out, scheduler)
    assert (made.reused, made.claims) == (made.partitions, 27)
    cluster.extract(files, str(tmp_path / "shipped"), scheduler, records=RECORDS)
    assert written(tmp_path / "shipped") == expected


def test_a_users_rule_without_end_stops_the_run(scheduler: str, tmp_path: Path) -> None:
    papers, rules = tmp_path / "papers.jsonl", tmp_path / "rules.toml"
    rules.write_text(
        RULE.replace('pattern = "clocks in at <value>"', f"pattern = '( clocks in at <value> | {ENDLESS} )'")
    )
    _write_lines(papers, [{"title": "A Heron", "abstract": LONG}])
    with (
        leaderboard.using(rules=rules),
        pytest.raises(InputError, match=r"rules\.toml, line 2: rule .* takes more than 1 s for an abstract"),
    ):
        cluster.extract([papers], str(tmp_path / "claims"), scheduler)


def test_a_build_of_the_folder_is_that_of_its_data_set(
    scheduler: str, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "render", lambda *given, **named: 0)  # from the database alone
    cluster.extract(files, str(tmp_path / "claims"), scheduler, records=RECORDS)
    of_files = leaderboard.build(*files, out=tmp_path / "one")
    monkeypatch.setattr(extraction, "extract_each", lambda papers: [])
    of_folder = leaderboard.build(tmp_path / "claims", out=tmp_path / "other")
    assert (of_folder.papers, of_folder.claims) == (of_files.papers, of_files.claims)
    with store.connect(of_folder.database) as one, store.connect(of_files.database) as other:
        assert store.fingerprint(one) == store.fingerprint(other)


def test_a_folder_beside_other_inputs_keeps_its_claims(
    scheduler: str, files: list[Path], expected: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.extract(files[2:], str(tmp_path / "claims"), scheduler, records=RECORDS)
    reading = sources.read([*files[:2], tmp_path / "claims"])
    claims = workers.extract_all(reading.papers, known=reading.extracted).claims
    assert (tables.papers_table(reading.papers).to_pylist(), tables.claims_table(claims).to_pylist()) == expected
    with streaming.extraction() as found:
        found.read([*files[:2], tmp_path / "claims"])
        assert [row for piece in found.tables() for row in piece.to_pylist()] == expected[1]
    monkeypatch.setattr(extraction, "extract_each", lambda papers: [])
    alone = workers.extract_all(reading.papers, known=reading.extracted).claims
    assert 10 < len(alone) < len(claims)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"title": "Only a Title"}, "no field for the abstract"),
        ({"title": "T", "abstract": ""}, "holds no paper"),
    ],
)
def test_a_file_without_papers_is_refused(scheduler: str, record: dict[str, str], said: str, tmp_path: Path) -> None:
    _write_lines(tmp_path / "none.jsonl", [record] * 3)
    with pytest.raises(InputError, match=said):
        cluster.extract([tmp_path / "none.jsonl"], str(tmp_path / "out"), scheduler)
    _write_lines(tmp_path / "some.jsonl", [{"title": "T", "abstract": "It gains 5%."}])
    with pytest.raises(InputError, match=r"no field 'headline'.*title=headline"):
        cluster.extract([tmp_path / "some.jsonl"], str(tmp_path / "out"), scheduler, {"title": "headline"})


def test_the_command_names_what_it_could_not_read(
    scheduler: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "papers.jsonl"
    _write_lines(path, records()[:20])
    with path.open("a") as file:
        file.write('{"id": "broken"\n')
    out = tmp_path / "claims"
    with pytest.raises(SystemExit) as ended:
        cli.main(["extract", str(path), "-o", str(out), "--cluster", scheduler])
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert "20 entries: 20 papers" in said
    assert f"{path}, record 21: malformed JSON" in said
    assert f"1 records were not read; all others were, and {out} is complete" in said
    assert len(written(out)[0]) == 20


def test_what_was_left_out_and_cut_is_counted_also_of_what_was_written_before(
    scheduler: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "papers.jsonl"
    few = records()[:3]
    few[0]["year"] = "last spring"
    few[1]["abstract"] = "We reach 1.5 points more. " * 5_000
    _write_lines(path, few)
    for before in range(2):
        with pytest.raises(SystemExit, match="0"):
            cli.main(["extract", str(path), "-o", str(tmp_path / "claims"), "--cluster", scheduler])
        said = capsys.readouterr().err
        assert f"{before} of them written before" in said
        assert "Left out, since they are no date or no web address: 1 of published" in said
        assert "1 abstracts of more than 100,000 characters" in said
        assert "1 abstracts with more than 400 numbers" in said


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--cluster", "local"], 2, "name a folder with -o"),
        (["--cluster", "local", "-o", "x", "--format", "csv"], 2, "name a folder with -o"),
        (["--cluster", "none.json", "-o", "x"], 1, "none.json: no Dask scheduler"),
        (["--cluster", "nonsense://x", "-o", "x"], 1, "nonsense://x: no Dask scheduler"),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _write_lines(tmp_path / "papers.jsonl", records()[:1])
    with pytest.raises(SystemExit) as ended:
        cli.main(["extract", str(tmp_path / "papers.jsonl"), *arguments])
    assert ended.value.code == code
    assert said in capsys.readouterr().err


def test_without_dask_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "leaderboard.building.cluster")
    monkeypatch.delattr(leaderboard.building, "cluster")
    with pytest.raises(SystemExit) as ended:
        cli.main(["extract", "papers.jsonl", "-o", "x", "--cluster", "local"])
    assert ended.value.code == 1
    assert "pip install 'leaderboard[cluster]'" in capsys.readouterr().err


@given(st.lists(st.tuples(ENTRIES, st.integers(0, 2)), max_size=12), st.integers(1, 5))
def test_ranges_are_merged_as_the_whole_is(entries: list[tuple[Entry, int]], size: int) -> None:
    """Only entries with a tie to another are looked at together; the rest go by themselves."""
    entries = sorted(entries, key=lambda each: each[1])
    whole = Merger()
    for entry, number in entries:
        whole.add(entry, str(number), number)
    parts, held = [], []
    for number in range(3):
        of_file = [entry for entry, its_number in entries if its_number == number]
        for first in range(0, len(of_file), size):
            held.append(of_file[first : first + size])
            parts.append(Range(File("", "", str(number), number), "json", first, len(held[-1])))
    ties = [merging.ties(entry, part.file.number) for part, some in zip(parts, held, strict=True) for entry in some]
    counted = [tie for each in ties for tie in each]
    shared = {tie for tie in counted if counted.count(tie) > 1}
    tied = [
        [
            (place, entry, merging.identity(entry, part.file.number))
            for place, entry in enumerate(some)
            if merging.ties(entry, part.file.number) & shared
        ]
        for part, some in zip(parts, held, strict=True)
    ]
    decisions, merged = cluster._decisions(parts, tied)
    papers = [
        paper
        for part, some, decided in zip(parts, held, decisions, strict=True)
        for paper in cluster._papers(part, some, decided)
    ]
    assert papers == whole.papers()
    assert merged == whole.merged
