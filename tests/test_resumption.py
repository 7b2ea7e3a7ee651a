"""What was read is gone on from: whatever files are added, papers, ids and counts are those of reading all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import killable
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leaderboard
from leaderboard import sources, store
from leaderboard.building import pipeline, resumption
from leaderboard.building.resumption import Read
from leaderboard.errors import InputError
from leaderboard.workers import Extracted

TITLES = ("Heron: Networks", "heron - networks", "Egret: Networks", "Stork", "Summary", "Abstract", "")
RECORDS = st.fixed_dictionaries(
    {"title": st.sampled_from(TITLES), "abstract": st.sampled_from(("Heron is fast.", "Egret is not.", ""))},
    optional={"id": st.sampled_from(("1", "2", "2409.00055", "2409.00055v2", "h-1")), "venue": st.just("V")},
)
FILES = st.lists(st.lists(RECORDS, min_size=1, max_size=4).map(lambda few: [*few, KNOWN]), min_size=1, max_size=4)
KNOWN = {"title": "Ibis", "abstract": "Ibis reaches 91.2% accuracy on MNIST."}
ROUTE = {"title": "Route-{0}: Networks", "abstract": "Route-{0} achieves 9{1}.2% accuracy on MNIST."}
NOTHING_EXTRACTED = Extracted([], {})


def written(folder: Path, **files: list[dict[str, Any]]) -> list[Path]:
    paths = [folder / f"{name}.jsonl" for name in files]
    for path, records in zip(paths, files.values(), strict=True):
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return paths


def routes(*names: str) -> list[dict[str, Any]]:
    return [{key: text.format(name, place) for key, text in ROUTE.items()} for place, name in enumerate(names)]


def read(paths: list[Path]) -> Read:
    return and_more(resumption.NOTHING, sources.read(paths))


def and_more(before: Read, reading: sources.Reading) -> Read:
    return before.with_papers(reading).with_claims(reading, NOTHING_EXTRACTED)


@settings(max_examples=50)  # files are written
@given(files=FILES, first=st.data())
def test_what_is_read_after_is_as_if_read_at_once(
    tmp_path_factory: Any, files: list[list[dict[str, Any]]], first: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("files")
    named = {
        f"f{place}": [each if each is not KNOWN else each | {"title": f"Ibis {place}"} for each in records]
        for place, records in enumerate(files)
    }
    paths = written(folder, **named)
    before = first.draw(st.lists(st.sampled_from(paths), min_size=1, unique=True).map(sorted))
    rest = read(before).rest(paths)
    if rest is None:  # what was added may be, or be called as, a paper that was there
        return
    whole = sources.read(paths)
    assert rest.inputs == whole.inputs
    once, twice = read(paths), and_more(read(before), rest)
    assert twice.papers.sort_by("paper_id").equals(once.papers.sort_by("paper_id"))
    assert (twice.keys, twice.inputs) == (once.keys, once.inputs)


def test_only_new_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = written(tmp_path, a=routes("A"), b=routes("B", "C"), c=routes("D"))
    before = read(paths[1:2])
    whole = sources.read
    asked: list[list[Path]] = []
    monkeypatch.setattr(sources, "read", lambda these: asked.append(these) or whole(these))
    for given_paths, count in ((paths, 2), (paths[1:], 1), (paths[1:2], 0)):
        rest = before.rest(given_paths)
        assert rest is not None
        assert len(rest.papers) == count
    assert asked == [[paths[0], paths[2]], [paths[2]]]


@pytest.mark.parametrize(
    "added",
    [
        [{"title": "route a - networks", "abstract": "Another text."}],
        [{"title": "Route-X", "abstract": "Another text.", "id": "2409.00055v2"}],
        [{"title": "Route-X", "abstract": "Another text.", "id": "17"}],
    ],
)
def test_what_may_be_a_paper_that_was_there_has_all_read(added: list[dict[str, Any]], tmp_path: Path) -> None:
    known = [*routes("A"), routes("B")[0] | {"id": "2409.00055"}, routes("C")[0] | {"id": "17"}]
    paths = written(tmp_path, a=known, b=added)
    assert read(paths[:1]).rest(paths) is None


def test_changed_files_have_all_read(tmp_path: Path) -> None:
    paths = written(tmp_path, a=routes("A"), b=routes("B"))
    before = read(paths)
    assert before.rest(paths) is not None
    assert before.rest(paths[:1]) is None
    assert before.rest([*paths, "-"]) is None
    paths[0].write_text(json.dumps(routes("C")[0]), encoding="utf-8")
    assert before.rest(paths) is None
    paths[0].unlink()
    assert before.rest(paths) is None


def test_builds_go_on_from_tables_and_from_other_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)
    rows = [{"model_name": "Heron", "metrics": {"Accuracy": "97.1"}, "paper_title": "Heron: A Network"}]
    table = [{"task": "Digits", "datasets": [{"dataset": "MNIST", "sota": {"metrics": ["Accuracy"], "rows": rows}}]}]
    paths = written(tmp_path, a=routes("A", "B"), c=routes("C"), d=routes("D"))
    (tmp_path / "b.json").write_text(json.dumps(table), encoding="utf-8")
    given_paths = [*paths, tmp_path / "b.json"]
    recalled = []
    for count in (3, 4):
        built = leaderboard.build(*given_paths[4 - count :], out=tmp_path / "build")
        recalled.append(built.recalled)
    whole = pipeline.build(given_paths, out=tmp_path / "whole", cache=False)
    with store.connect(built.database) as one, store.connect(whole.database) as other:
        assert store.fingerprint(one) == store.fingerprint(other)
    assert (recalled, built.claims, built.entries) == ([0, 3], whole.claims, whole.entries)
    # What a table states was read in no text.
    (text,) = written(tmp_path, e=[{"title": "Heron: A Network", "abstract": "Heron is a network."}])
    assert leaderboard.build(*given_paths, text, out=tmp_path / "build").claims == whole.claims


def test_a_mapping_has_all_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)
    paths = written(tmp_path, a=[routes("A")[0] | {"headline": "Heron: A Network"}])
    for mapping, title in (({"title": "headline"}, "Heron: A Network"), (None, "Route-A: Networks")):
        built = pipeline.build(paths, tmp_path / "build", mapping)
        with store.connect(built.database) as connection:
            assert connection.execute("SELECT title FROM papers").fetchall() == [(title,)]
    with pytest.raises(InputError, match="none"):
        pipeline.build(paths, tmp_path / "build", {"title": "none"})
