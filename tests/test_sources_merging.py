"""One paper from several entries, and an id of its own for each paper."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.model import UNTITLED, derived_paper_id, normalised_title
from leaderboard.sources import Reading, read
from leaderboard.sources.entry import Entry
from leaderboard.sources.merging import Merger, keys


def reading(folder: Path, *files: list[dict[str, Any]]) -> Reading:
    """What is read from JSON Lines files of these records, named 0.jsonl, 1.jsonl ..."""
    paths = [folder / f"{number}.jsonl" for number in range(len(files))]
    for path, records in zip(paths, files, strict=True):
        path.write_text("".join(json.dumps({"abstract": "text"} | record) + "\n" for record in records))
    return read(paths)


def ids(found: Reading) -> list[str]:
    return [paper.paper_id for paper in found.papers]


def test_the_first_wins_and_later_ones_fill_what_it_lacks(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        [
            {"title": "One Paper, Two Files", "abstract": "first", "venue": "V"},
            {"title": "Another", "abstract": "other"},
        ],
        [{"id": "2409.00055", "title": "one paper - two files", "abstract": "second", "venue": "W", "year": 2024}],
        [{"id": "x", "title": "One paper: two files!", "code_url": "https://github.com/a/b", "year": 2025}],
    )
    assert (found.entries, found.merged, len(found.papers)) == (4, 2, 2)
    paper = found.papers[0]
    assert (paper.paper_id, paper.title, paper.abstract) == ("2409.00055", "One Paper, Two Files", "first")
    assert (paper.venue, paper.published, paper.source) == ("V", dt.date(2024, 1, 1), "0.jsonl")
    assert (paper.url, paper.code_url) == ("https://arxiv.org/abs/2409.00055", "https://github.com/a/b")


def test_one_id_with_two_titles_is_one_paper(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        [{"id": "2409.00055v1", "title": "Early Name"}],
        [{"id": "2409.00055v3", "title": "Late Name"}, {"title": "late name"}],
    )
    assert ids(found) == ["2409.00055v1"]
    assert found.merged == 2


def test_ids_that_count_the_records_of_a_file_join_nothing_across_files(tmp_path: Path) -> None:
    found = reading(tmp_path, [{"id": 1, "title": "A"}, {"id": 1, "title": "A, revised"}], [{"id": 1, "title": "B"}])
    assert ids(found) == ["1", derived_paper_id("B")]
    assert found.merged == 1


def test_generic_titles_join_only_with_the_same_abstract_or_id(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        [{"title": "Editorial", "abstract": "a"}, {"title": "Editorial", "abstract": "b"}],
        [{"title": "EDITORIAL.", "abstract": "a"}, {"id": "e9", "title": "Preface"}, {"id": "e9", "title": "Foreword"}],
        [{"id": "w1", "title": "Withdrawn"}, {"id": "w2", "title": "Withdrawn", "abstract": "c"}],
    )
    assert (len(found.papers), found.merged) == (5, 2)
    assert len(set(ids(found))) == 5
    assert ids(found)[2:] == ["e9", "w1", "w2"]


def test_a_record_without_a_title_goes_by_its_id(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        [{"id": "x1", "title": None}, {"id": "x2", "title": " "}, {"title": "", "abstract": "b"}, {"title": "?!"}],
    )
    assert [(paper.title) for paper in found.papers] == ["x1", "x2", UNTITLED, "?!"]
    assert len(set(ids(found))) == 4


def test_a_derived_id_gives_way_to_a_given_one(tmp_path: Path) -> None:
    taken = derived_paper_id("A Title")
    found = reading(tmp_path, [{"title": "A Title"}, {"id": taken, "title": "Quite Another"}])
    assert ids(found)[1] == taken
    assert ids(found)[0] != taken
    assert ids(reading(tmp_path, [{"title": "A Title"}])) == [taken]


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_reading_again_gives_the_same_ids(order: list[int], tmp_path: Path) -> None:
    records = [{"title": "A Title", "abstract": "a"}, {"title": "B Title", "abstract": "b"}]
    found = reading(tmp_path, [records[place] for place in order])
    assert {paper.paper_id: paper.abstract for paper in found.papers} == {
        derived_paper_id("A Title"): "a",
        derived_paper_id("B Title"): "b",
    }


ENTRIES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["", "Editorial", "A", "B", "a!", "C", "C c"]),
        "abstract": st.sampled_from(["x", "y"]),
        "given_id": st.sampled_from([None, "1", "2", "p-1", "p-2", derived_paper_id("A")]),
        "id_identifies": st.booleans(),
    }
).map(lambda fields: Entry(**fields))


@given(st.lists(st.tuples(ENTRIES, st.integers(0, 2)), max_size=12))
def test_ids_are_never_shared_and_no_entry_is_lost(entries: list[tuple[Entry, int]]) -> None:
    merger = Merger()
    for entry, number in entries:
        merger.add(entry, "file", number)
    papers = merger.papers()
    assert len({paper.paper_id for paper in papers}) == len(papers) == len(entries) - merger.merged
    again = Merger()
    for entry, number in [*entries, *entries]:
        again.add(entry, "file", number)
    assert again.papers() == papers


@given(st.text() | st.from_regex(r"\w?\d{1,8}(v\d+)?\n?"))
def test_a_few_digits_count_the_records_of_a_file_and_versions_are_one_paper(given_id: str) -> None:
    counts = re.fullmatch(r"\d{1,6}", given_id)
    key = (3, given_id) if counts else ("id", re.sub(r"(?<=\d)v\d+$", "", given_id))
    assert keys(Entry("A title", "", given_id), 3)[0] == key


@given(st.text(st.characters(max_codepoint=127)))
def test_a_title_is_folded_alike_with_a_letter_beyond_ascii(title: str) -> None:
    assert normalised_title(f"{title} \N{LATIN CAPITAL LETTER E WITH ACUTE}").split(" ") == [
        *normalised_title(title).split(),
        "\N{LATIN SMALL LETTER E WITH ACUTE}",
    ]
