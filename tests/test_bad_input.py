"""Bad files, given to the command: each is named and ends it with 1, or what it lacks is counted; nothing is lost."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import killable
import privileges
import pytest
from conftest import Tell
from test_sources_inputs import FAULTS, LISTING, line

from leaderboard import cli
from leaderboard.building import manifest, pipeline
from leaderboard.sources import read

REFUSED = {name: words for name, (_, words) in FAULTS.items()} | {
    "one byte": "holds no paper",
    "nul bytes": "is a binary file",
    "nul in text": "is a binary file",
    "utf-16 big-endian": "is UTF-16 text",
    "utf-16 unmarked": "is a binary file",
    "ten million empty lines": "begins with 65,536 bytes of white space",
    "one line of 100 MB": "holds no paper",
    "packed empty lines": "begins with 65,536 bytes of white space",
    "lone carriage returns": "the file is empty",
    "brackets": "malformed JSON: nested too deeply",
}
"""What the message says of each file, or of the place in it."""
DATA = {name: data for name, (data, _) in FAULTS.items()} | {
    "one byte": b"x",
    "nul bytes": b"\x00" * 1000,
    "nul in text": b"title,abstract\nT,a\x00b\x00\x00\x00\n",
    "utf-16 big-endian": "\ufefftitle,abstract\nT,text\n".encode("utf-16-be"),
    "utf-16 unmarked": "title,abstract\nT,text\n".encode("utf-16-le"),
    "ten million empty lines": b"\n" * 10_000_000,
    "one line of 100 MB": b"x" * 100_000_000,
    "packed empty lines": gzip.compress(b"\n" * 10_000_000),
    "lone carriage returns": b"\r" * 1000,
    "brackets": b"[" * 1_000_000,
}

TITLE, ABSTRACT = LISTING.decode().split("\n\n")[2:4]
SECOND = "Another Title that Stands Alone"
COUNTED: dict[str, tuple[bytes, tuple[int, int, int, int], dict[str, int]]] = {
    "two titles in a row": (f"{SECOND}\n\n{TITLE}\n\n{ABSTRACT}".encode(), (2, 1, 0, 1), {}),
    "a title and no abstract at the end": (f"{TITLE}\n\n{ABSTRACT}\n{SECOND}\n".encode(), (2, 1, 0, 1), {}),
    "a record without an abstract": (line("a") + line("b", abstract=None), (2, 1, 0, 1), {}),
    "ids that collide": (line("a") + line("a", title="Other") + line("a", title="Third"), (3, 1, 2, 0), {}),
    "titles that collide": (line("a") + line("b", title="title A!"), (2, 1, 1, 0), {}),
    "dates that are not dates": (
        b"".join(
            line(str(number), published=day)
            for number, day in enumerate(["n.d.", "2021-02-30", "0000-00-00", "9" * 5000, 1e300, "2021-02-03"])
        ),
        (6, 6, 0, 0),
        {"published": 5},
    ),
    "addresses that are not addresses": (
        line("a", url="javascript:alert(1)", code="data:text/html,x") + line("b", url="https://a.org"),
        (2, 2, 0, 0),
        {"code_url": 1, "url": 1},
    ),
    "a name twice with one value": (b'{"title": "T", "title": "T", "abstract": "x"}', (1, 1, 0, 0), {}),
    "windows line ends": (LISTING.replace(b"\n", b"\r\n"), (1, 1, 0, 0), {}),
    "lone carriage returns between lines": (LISTING.replace(b"\n", b"\r"), (1, 1, 0, 0), {}),
    "lone carriage returns in a table": (b"title,abstract\rT,text\rU,text\r", (2, 2, 0, 0), {}),
    "ten million empty lines between two": (
        LISTING[:-1] + b"\n" * 10_000_000 + LISTING.replace(b"Fine", b"Coarse"),
        (2, 2, 0, 0),
        {},
    ),
    "braces nested too deeply": (
        b"@misc{a, title = {T}, abstract = {" + b"{" * 5000 + b"x" + b"}" * 5000 + b"}}",
        (1, 1, 0, 0),
        {"LaTeX": 1},
    ),
    "commands nested too deeply": (
        b"@misc{a, title = {T}, abstract = {" + b"\\emph{" * 2000 + b"x" + b"}" * 2000 + b"}}",
        (1, 1, 0, 0),
        {"LaTeX": 1},
    ),
    "an index of words nested too deeply": (
        b'{"title": "T", "abstract": "{\\"a\\": ' + b"[" * 100_000 + b'"}',
        (1, 1, 0, 0),
        {},
    ),
}
"""What is read all the same: entries, papers, merged, skipped; and values that were left out, by field."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A build that was there before."""
    made = tmp_path / "build"
    made.mkdir()
    (made / "page.html").write_text("a page")
    manifest.write(made, [], {})
    return made


def run(capfd: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Exit code, output and errors of the command."""
    with pytest.raises(SystemExit) as ended:
        cli.main([str(each) for each in arguments])
    printed = capfd.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


def test_every_bad_file_is_named_and_loses_nothing(
    out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], tell: Tell
) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.dat"
    good.write_bytes(line("good"))
    for name, words in REFUSED.items():
        bad.write_bytes(DATA[name])
        code, printed, said = run(capfd, "build", good, bad, "--out", out)
        assert (code, printed) == (1, ""), name
        assert said.startswith(f"error: {bad}"), (name, said[:200])
        assert words.lower() in said.lower(), name
        assert said.count("\n") == 1, (name, said[:400])
        assert manifest.verify(out).holds, name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.dat", "build", "good.jsonl"]
    tell("bad files", {"tried": len(REFUSED), "named with exit code 1": len(REFUSED), "outputs lost": 0})


def test_what_is_no_file_is_named_and_loses_nothing(
    out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], tell: Tell
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling.jsonl").symlink_to(tmp_path / "nothing.jsonl")
    os.mkfifo(tmp_path / "folder" / "pipe.jsonl")
    wrong = {
        tmp_path / "missing.jsonl": "no such file",
        tmp_path / "missing*": "no file matches",
        tmp_path / "folder": "holds no input file",
        tmp_path / "dangling.jsonl": "no such file",
        Path("/dev/zero"): "is a device",
        tmp_path / ("x" * 300): "File name too long",
    }
    for path, words in wrong.items():
        code, printed, said = run(capfd, "build", path, "--out", out)
        assert (code, printed) == (1, "")
        assert re.match(rf"error: {re.escape(str(path))}: .*{words}", said), said
        assert manifest.verify(out).holds
    tell("paths that are no file", {"tried": len(wrong), "named with exit code 1": len(wrong), "outputs lost": 0})


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every user may enter and write."""
    folder = Path(tempfile.mkdtemp(prefix="leaderboard-test-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def test_no_permission_to_read(open_place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    closed, folder = open_place / "closed.jsonl", open_place / "folder"
    closed.write_bytes(line("a"))
    closed.chmod(0)
    folder.mkdir(mode=0)
    with privileges.given_up():
        for path in (closed, folder / "inside.jsonl", f"{open_place}/*.jsonl"):
            code, printed, said = run(capfd, "build", path, "--out", open_place / "build")
            assert (code, printed) == (1, "")
            named = closed if "*" in str(path) else path
            assert said.startswith(f"error: {named}: cannot be read: Permission denied"), said
    assert not (open_place / "build").exists()


@pytest.mark.parametrize("name", COUNTED)
def test_what_can_be_read_is_read_and_the_rest_counted(name: str, tmp_path: Path) -> None:
    data, counts, left_out = COUNTED[name]
    path = tmp_path / "odd.dat"
    path.write_bytes(data)
    [found] = read(path).inputs
    assert (found.entries, found.papers, found.merged, found.skipped) == counts
    assert found.left_out == left_out


def test_the_command_tells_what_it_counted(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)
    path = tmp_path / "odd.jsonl"
    path.write_bytes(line("a", published="n.d.", url="javascript:alert(1)") + line("a") + line("b", abstract=None))
    counts = "3 entries: 1 papers, 1 merged with one read before, 1 skipped without an abstract"
    left_out = "Left out, since they are no date or no web address: 1 of published, 1 of url"
    code, _, said = run(capfd, "extract", path)
    assert (code, said) == (0, f"{counts}; 0 claims\n{left_out}\n")
    code, printed, _ = run(capfd, "build", path, "--out", tmp_path / "build")
    assert code == 0
    assert printed.startswith(f"{counts}\n{left_out}\n")
