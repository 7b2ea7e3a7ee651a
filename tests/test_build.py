"""The whole way, in Python: read, extract, build; and that a folder is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import leaderboard
from leaderboard import cli, store
from leaderboard.building import folders, pipeline, remembered
from leaderboard.building.pipeline import Built
from leaderboard.model import derived_paper_id
from leaderboard.site import site

LISTING = """new

Get trending papers in your email inbox once a day!

Subscribe

Daily Papers

byAK and the research community

Sep 19

OurNet: A Network for Digits

We present a network for digits. OurNet achieves 91.2% accuracy on MNIST, against 88.0% for TheirNet.

Another Paper

Nothing is measured in this text, which has no figure in it at all.
"""


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    path = tmp_path / "listing.txt"
    path.write_text(LISTING, encoding="utf-8")
    return path


@pytest.fixture
def bare_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of one page: for tests of the folder or the database, which need no real one."""

    def render(_: object, out: Path, **__: object) -> int:
        (out / "papers").mkdir()
        (out / "index.html").write_text("a site")
        return 1

    monkeypatch.setattr(site, "render", render)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a build by name, without DuckDB's own, whose bytes vary by nature, and those with its checksum."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".duckdb" and path.name not in ("SHA256SUMS", remembered.NAME)
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, list[tuple[str, int, int]]]:
    """A build of the listing, in a folder of its own inside a new one, and the progress it reported."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "listing.txt").write_text(LISTING, encoding="utf-8")
    seen: list[tuple[str, int, int]] = []
    out = folder / "new" / "build"
    return leaderboard.build(folder / "listing.txt", out=out, progress=lambda *step: seen.append(step)), seen


def test_build_makes_database_and_site(built: tuple[Built, list[tuple[str, int, int]]]) -> None:
    made, seen = built
    assert (made.entries, made.papers, made.merged, made.skipped, made.claims) == (2, 2, 0, 0, 2)
    assert made.pages == len(list(made.out.rglob("*.html")))
    page = made.out / "site" / "papers" / f"{derived_paper_id('OurNet: A Network for Digits')}.html"
    assert "OurNet" in page.read_text(encoding="utf-8")
    with store.connect(made.database) as connection:
        board = connection.execute("SELECT rank, method, board_value FROM boards ORDER BY rank").fetchall()
    assert board == [(1, "OurNet", 91.2), (2, "TheirNet", 88.0)]
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == ["reading", "extracting", "writing", "rendering"]
    last = {stage: (done, total) for stage, done, total in seen}
    assert all(done == total for done, total in last.values())
    assert [path.name for path in made.out.parent.iterdir()] == ["build"]


def test_published_files_hold_no_abstract(built: tuple[Built, list[tuple[str, int, int]]]) -> None:
    made, _ = built
    unclaimed = "which has no figure in it at all"
    with store.connect(made.database) as connection:
        assert any(unclaimed in text for (text,) in connection.execute("SELECT abstract FROM papers").fetchall())
    published = [path for path in (made.out / "site").rglob("*") if path.is_file()]
    assert [path for path in published if unclaimed.encode() in path.read_bytes()] == []
    with store.connect(made.out / "site" / "data" / "leaderboard.duckdb") as connection:  # whose texts may be packed
        assert "abstract" not in connection.table("papers").columns


def test_building_again_gives_the_same(built: tuple[Built, list[tuple[str, int, int]]], listing: Path) -> None:
    out = listing.parent / "build"
    shutil.copytree(built[0].out, out)
    first = contents(out)
    leaderboard.build(listing, out=out)
    assert contents(out) == first
    manifest = json.loads(first["manifest.json"])
    assert sorted([*manifest["files"], "manifest.json", remembered.NAME]) == sorted(
        path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()
    )
    assert sorted(path.name for path in out.parent.iterdir()) == ["build", "listing.txt"]


@pytest.mark.usefixtures("bare_site")
def test_failure_leaves_the_old_build(listing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "build"
    leaderboard.build(listing, out=out)
    before = contents(out)

    def broken(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(site, "render", broken)
    with pytest.raises(ZeroDivisionError):
        leaderboard.build(listing, out=out)
    assert contents(out) == before
    with pytest.raises(ZeroDivisionError):
        leaderboard.build(listing, out=tmp_path / "never")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "listing.txt"]


@pytest.mark.usefixtures("bare_site")
def test_failed_move_brings_the_old_build_back(listing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "build"
    leaderboard.build(listing, out=out)
    before = contents(out)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(errno.ENOSPC, "no space left")
        return rename(self, target)

    monkeypatch.setattr(folders, "_exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(leaderboard.InputError, match=r"build: cannot be written: no space"):
        leaderboard.build(listing, out=out)
    assert contents(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "listing.txt"]


@pytest.mark.parametrize("name", ["CNAME", "site/papers/notes.txt"])
@pytest.mark.usefixtures("bare_site")
def test_folder_with_other_files_is_kept(listing: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "build"
    leaderboard.build(listing, out=out)
    (out / name).write_text("mine")
    before = contents(out)
    with pytest.raises(leaderboard.InputError, match=name):
        leaderboard.build(listing, out=out)
    assert contents(out) == before


@pytest.mark.usefixtures("bare_site")
def test_folder_that_no_build_wrote_is_kept(listing: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    for number in range(5):
        (tmp_path / "mine" / f"{number}.txt").write_text("mine")
    with pytest.raises(leaderboard.InputError, match=r"0\.txt, 1\.txt, 2\.txt and 2 more"):
        leaderboard.build(listing, out=tmp_path / "mine")
    (tmp_path / "mine" / "manifest.json").write_text('{"name": "a web app", "files": ["0.txt"]}')
    with pytest.raises(leaderboard.InputError, match=r"0\.txt"):
        leaderboard.build(listing, out=tmp_path / "mine")
    assert len(list((tmp_path / "mine").iterdir())) == 6


def test_file_is_no_folder(listing: Path) -> None:
    with pytest.raises(leaderboard.InputError, match="is a file"):
        leaderboard.build(listing, out=listing)


@pytest.mark.usefixtures("bare_site")
def test_empty_folder_is_taken(listing: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert leaderboard.build(listing, out=tmp_path / "empty").index.is_file()


def test_unreadable_input_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(leaderboard.InputError, match=r"none\.txt"):
        leaderboard.build(tmp_path / "none.txt", out=tmp_path / "build")
    assert list(tmp_path.iterdir()) == []


def test_command_says_what_it_made(listing: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    again = tmp_path / "again.txt"
    again.write_text(LISTING, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(listing), str(again), "--out", str(tmp_path / "build"), "--title", "Digits & more"])
    printed = capfd.readouterr()
    assert ended.value.code == 0
    assert "4 entries: 2 papers, 2 merged" in printed.out
    assert "2 claims" in printed.out
    assert printed.out.endswith(f"Site: open {tmp_path / 'build' / 'site' / 'index.html'}\n")
    assert printed.err == ""
    assert "Digits &amp; more" in (tmp_path / "build" / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("bare_site")
def test_sample_is_read_where_no_input_is_given(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", "--out", str(tmp_path / "build")])
    assert ended.value.code == 0
    assert "sample" in capfd.readouterr().err
    with store.connect(tmp_path / "build" / pipeline.DATABASE) as connection:
        [(papers, benchmarks)] = connection.execute(
            "SELECT (SELECT count(*) FROM papers), (SELECT count(*) FROM benchmark_summary)"
        ).fetchall()
    assert papers >= 80
    assert benchmarks >= 10


def test_extract_takes_text_or_paper() -> None:
    text = "We present OurNet. OurNet achieves 91.2% accuracy on MNIST."
    [claim] = leaderboard.extract(text)
    assert text[claim.start : claim.end] == "91.2"
    assert (claim.kind, claim.metric, claim.benchmark) == ("score", "accuracy", "MNIST")
    paper = leaderboard.Paper(paper_id="p1", title="OurNet", abstract=text)
    assert [each.paper_id for each in leaderboard.extract(paper)] == ["p1"]
    [titled] = leaderboard.extract("It achieves 91.2% accuracy on MNIST.", title="OurNet: A Network for Digits")
    assert (titled.method, titled.paper_id) == ("OurNet", derived_paper_id("OurNet: A Network for Digits"))


def test_read_gives_papers(listing: Path) -> None:
    papers = leaderboard.read(listing)
    assert [paper.title for paper in papers] == ["OurNet: A Network for Digits", "Another Paper"]


def test_import_is_light() -> None:
    check = (
        "import sys, leaderboard\nleaderboard.extract('OurNet achieves 91.2% accuracy on MNIST.')\n"
        "print([name for name in ('duckdb', 'pandas', 'pyarrow', 'altair', 'typer') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_submodules_do_not_hide_functions() -> None:
    assert callable(leaderboard.build)
    assert callable(leaderboard.extract)
    assert callable(leaderboard.read)


@pytest.mark.usefixtures("bare_site")
def test_seeds_answer_questions(shared: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def ask(*arguments: str) -> list[str]:
        with pytest.raises(SystemExit):
            cli.main([*arguments])
        return capfd.readouterr().out.splitlines()[1].split("\t")

    built = leaderboard.build(shared / "seeds", out=tmp_path / "build")
    assert (built.entries, built.papers, built.merged) == (504, 450, 54)
    database = ["--db", str(built.database)]
    best = ask("query", "best", "--benchmark", "GSM8K", "--metric", "accuracy", *database)
    assert best[5:7] == ["SORSA", "56.03"]
    best = ask("query", "best", "--benchmark", "ImageNet", "--metric", "top-1", *database)
    assert best[5:7] == ["RandAugment", "85"]
    assert ask("query", "speedups", "--limit", "1", *database)[0] == "1000"
