"""What a build keeps of the one before, and that it makes no difference but time."""

from __future__ import annotations

import gc
import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import killable
import pytest

import leaderboard
from leaderboard import cli, store
from leaderboard.building import manifest, pipeline, remembered
from leaderboard.building.pipeline import Built
from leaderboard.model import Claim, Paper, derived_paper_id
from leaderboard.site import writing
from leaderboard.workers import Extracted, Progress

ROUTE = "Route-{0}: Small Networks for Task {0}\n\nWe present Route-{0}. It achieves {1}.2% accuracy on MNIST, {2}.\n"
FIRST = "".join(ROUTE.format(name, 80 + place, "in 5 ms") for place, name in enumerate("ABCD"))
MORE = ROUTE.format("E", 97, "a speedup of 3x over Route-A")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a listing, `first.txt`, and what was built from it, `build`."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    leaderboard.build(folder / "first.txt", out=folder / "build")
    return folder


@pytest.fixture
def place(first: Path, tmp_path: Path) -> Path:
    """A copy of it, with a further listing, `more.txt`."""
    shutil.copytree(first, tmp_path / "place")
    (tmp_path / "place" / "more.txt").write_text(MORE, encoding="utf-8")
    return tmp_path / "place"


def build(place: Path, *names: str, out: str = "build", cache: bool = True) -> Built:
    return pipeline.build([place / name for name in names], out=place / out, cache=cache)


def contents(built: Path) -> dict[str, bytes]:
    """All files but databases, whose bytes vary by nature, and so do their checksums; without the times of files."""
    found = {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in built.rglob("*")
        if path.is_file() and path.suffix != ".duckdb" and path.relative_to(built).as_posix() != "site/data/SHA256SUMS"
    }
    return found | {remembered.NAME: timeless(found[remembered.NAME])}


def timeless(cache: bytes) -> bytes:
    """What is remembered, without the times of files and the bytes of the database."""
    found = json.loads(gzip.decompress(cache))
    changed = {"files": {name: each[:-1] for name, each in found["files"].items()}, "database": None}
    return json.dumps(found | changed).encode()


def files(built: Path) -> dict[str, int]:
    """The number of each file of the site on its disk: the same file has the same."""
    site = built / pipeline.SITE
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def bare_site(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is built from here on has a site of a few files: for tests of what is read."""
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the papers that builds extract from."""
    titles: list[str] = []
    extract_all = pipeline.extract_all

    def noted(
        papers: Sequence[Paper],
        report: Progress,
        workers: int,
        known: Mapping[str, list[Claim]],
        found: None,
        fewest: int | None,
    ) -> Extracted:
        titles.extend(paper.title for paper in papers if paper.paper_id not in known)
        return extract_all(papers, report, workers, known, found, fewest)

    monkeypatch.setattr(pipeline, "extract_all", noted)
    return titles


def test_only_what_is_new_is_done_and_the_result_is_that_of_a_whole_build(place: Path, extracted: list[str]) -> None:
    before = files(place / "build")
    again = build(place, "first.txt", "more.txt")
    assert extracted == ["Route-E: Small Networks for Task E"]
    assert (again.papers, again.recalled, again.damaged_cache) == (5, 4, None)
    now = files(again.out)
    kept = {name for name in now if now[name] == before.get(name)}
    assert {"static/vega.js", "404.html"} <= kept
    # Route-A has a page now, which its paper leads to.
    compared = f"papers/{derived_paper_id('Route-A: Small Networks for Task A')}.html"
    assert {name for name in before if name.startswith("papers/")} - kept == {"papers/index.html", compared}
    assert kept.isdisjoint({"index.html", "papers/index.html", "benchmarks/mnist.html", "search-index.js"})
    whole = build(place, "first.txt", "more.txt", out="whole", cache=False)
    assert contents(again.out) == contents(whole.out)
    with store.connect(again.database) as one, store.connect(whole.database) as other:
        assert store.fingerprint(one) == store.fingerprint(other)
    assert manifest.verify(again.out).holds


def test_a_build_of_the_same_writes_no_page(place: Path) -> None:
    before = files(place / "build")
    now = files(build(place, "first.txt").out)
    assert {name for name in now if now[name] != before[name]} == {
        name for name in now if name.startswith("data/") or name == "benchmarks/SHA256SUMS"
    }


def test_it_loads_no_pandas(place: Path) -> None:
    check = "import sys, leaderboard\nleaderboard.build(*sys.argv[1:], out='build')\nprint('pandas' in sys.modules)"
    command = [sys.executable, "-c", check, "first.txt", "more.txt"]
    assert subprocess.run(command, cwd=place, capture_output=True, text=True, check=True).stdout == "False\n"


def test_what_went_is_gone(place: Path) -> None:
    (place / "first.txt").write_text(FIRST.partition("Route-D")[0], encoding="utf-8")
    again = build(place, "first.txt")
    assert (again.papers, again.recalled) == (3, 3)
    whole = build(place, "first.txt", out="whole", cache=False)
    assert contents(again.out) == contents(whole.out)


@pytest.mark.usefixtures("bare_site")
def test_another_text_is_read_again(place: Path, extracted: list[str]) -> None:
    (place / "first.txt").write_text(FIRST.replace("82.2%", "92.2%"), encoding="utf-8")
    again = build(place, "first.txt")
    assert extracted == ["Route-C: Small Networks for Task C"]
    with store.connect(again.database) as connection:
        assert connection.execute("SELECT max(value) FROM claims").fetchall() == [(92.2,)]


@pytest.mark.parametrize("changed", ["_reading", "_showing"])
def test_with_another_program_nothing_of_it_holds(
    place: Path, extracted: list[str], changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, changed, lambda: "another")
    before = files(place / "build")
    now = files(build(place, "first.txt").out)
    rendered = {name for name in now if now[name] != before[name]}
    assert len(extracted) == (4 if changed == "_reading" else 0)
    assert ("404.html" in rendered) == (changed == "_showing")


def test_rules_lexicon_and_templates_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "leaderboard"
    shutil.copytree(remembered._PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(remembered.folder("site"), tmp_path / "site")
    monkeypatch.setattr(remembered, "_PACKAGE", package)
    monkeypatch.setattr(remembered, "folder", lambda name: tmp_path / name)
    for name, counts in {
        "leaderboard/extraction/rules/gains.py": (True, True),
        "leaderboard/lexicon/benchmarks.toml": (True, True),
        "leaderboard/site/charts.py": (False, True),
        "site/templates/paper.html": (False, True),
    }.items():
        before = remembered._reading(), remembered._showing()
        with (tmp_path / name).open("a") as file:
            file.write("\n")
        assert (remembered._reading() != before[0], remembered._showing() != before[1]) == counts, name


def test_no_cache_does_everything_again(place: Path, extracted: list[str]) -> None:
    before = files(place / "build")
    now = files(build(place, "first.txt", cache=False).out)
    assert len(extracted) == 4
    assert not [name for name in now if now[name] == before[name]]
    assert build(place, "first.txt").recalled == 4


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _turned(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :]


def _of_another_shape(content: bytes) -> bytes:
    found = json.loads(gzip.decompress(content))
    found["inputs"] = [{"no": "input"} for _ in found["inputs"]]
    return gzip.compress(json.dumps(found).encode())


@pytest.mark.parametrize("damage", [_cut, _turned, _of_another_shape, lambda _: b"", lambda _: gzip.compress(b"[]")])
def test_a_damaged_one_is_made_anew(
    place: Path, damage: Callable[[bytes], bytes], capfd: pytest.CaptureFixture[str], extracted: list[str]
) -> None:
    path = place / "build" / remembered.NAME
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(place / "first.txt"), "--out", str(place / "build")])
    assert ended.value.code == 0
    said = capfd.readouterr().err
    assert said == f"{path} was damaged: everything was made anew, and so was this file.\n"
    assert len(extracted) == 4
    assert timeless(path.read_bytes()) == timeless(whole)


def test_a_file_that_was_changed_is_made_anew(place: Path) -> None:
    site = place / "build" / "site"
    page, gone, linked = (site / name for name in ("404.html", "costs.html", "gains.html"))
    whole = {path: path.read_bytes() for path in (page, gone, linked)}
    page.write_bytes(whole[page].replace(b"<h1>", b"<h2>"))
    gone.unlink()
    linked.rename(place / "elsewhere.html")
    linked.symlink_to(place / "elsewhere.html")
    build(place, "first.txt")
    assert {path: path.read_bytes() for path in whole} == whole
    assert not linked.is_symlink()


def test_of_files_with_another_time_the_content_counts(place: Path) -> None:
    site = place / "build" / "site"
    same, other = site / "404.html", site / "costs.html"
    same.write_bytes(same.read_bytes())
    other.write_bytes(other.read_bytes().replace(b"<h1>", b"<h2>"))
    before = files(place / "build")
    for _ in range(2):  # the second knows the new time
        now = files(build(place, "first.txt").out)
        assert (now["404.html"] == before["404.html"], now["costs.html"] == before["costs.html"]) == (True, False)
    assert b"<h1>" in other.read_bytes()


def test_where_files_cannot_be_linked_they_are_copied(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    before = contents(place / "build")
    monkeypatch.setattr(writing.os, "link", refused)
    made = writing._make
    monkeypatch.setattr(writing, "_make", lambda packed: pytest.fail("made again") if packed[1] else made(packed))
    assert contents(build(place, "first.txt").out) == before


def test_garbage_is_searched_for_as_before_a_build(place: Path) -> None:
    searched: list[bool] = []
    pipeline.build([place / "first.txt"], out=place / "build", progress=lambda *_: searched.append(gc.isenabled()))
    assert not any(searched)
    assert gc.isenabled()
    with pytest.raises(leaderboard.InputError):
        build(place, "none.txt")
    assert gc.isenabled()


def test_a_text_is_known_whatever_the_id_of_its_paper(place: Path) -> None:
    record = {"title": "Route-B: Small Networks for Task B", "id": "b-1"}
    record["abstract"] = "We present Route-B. It achieves 81.2% accuracy on MNIST, in 5 ms."
    (place / "b.jsonl").write_text(json.dumps(record), encoding="utf-8")
    again = build(place, "b.jsonl")
    assert again.recalled == 1
    whole = build(place, "b.jsonl", out="whole", cache=False)
    assert contents(again.out) == contents(whole.out)
    with store.connect(again.database) as connection:
        assert connection.execute("SELECT DISTINCT paper_id FROM claims").fetchall() == [("b-1",)]


@pytest.mark.usefixtures("bare_site")
def test_it_is_not_published_nor_part_of_the_build(place: Path) -> None:
    assert [path.relative_to(place).as_posix() for path in place.rglob(remembered.NAME)] == [f"build/{remembered.NAME}"]
    assert remembered.NAME not in json.loads((place / "build" / manifest.NAME).read_text())["files"]
    (place / "build" / remembered.NAME).unlink()
    assert manifest.verify(place / "build").holds
    assert build(place, "first.txt").recalled == 0


def test_several_processes_make_the_same_files(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "BATCH", 5)
    monkeypatch.setattr(writing, "FEWEST", 2)
    pipeline.build([place / "first.txt"], out=place / "shared", workers=2)
    assert contents(place / "shared") == contents(place / "build")
