"""What may be named as input, in which packing, and what the errors say."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderboard import sources
from leaderboard.errors import InputError
from leaderboard.sources import detect, files, read

LISTING = b"""new

Subscribe

A Fine Title on Fine Titles

We find that fine titles are fine. On our own benchmark they are 12% finer than all others that we tried.
"""
BIBTEX = b"@misc{a, title = {A Fine Title on Fine Titles}, abstract = {Some text.}}"
TITLE = "A Fine Title on Fine Titles"


def line(name: str, **values: object) -> bytes:
    return json.dumps({"id": name, "title": f"Title {name}", "abstract": f"text {name}", **values}).encode() + b"\n"


def zstd(data: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    return bytes(sink.getvalue())


def parquet(name: str) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table({"title": [f"Title {name}"], "abstract": ["text"]}), sink)
    return sink.getvalue()


CONTENTS = {
    "listing": LISTING,
    "bibtex": BIBTEX,
    "json lines": line("Fine"),
    "json": b"[" + line("Fine") + b"]",
    "csv": b"title,abstract\nTitle Fine,text\n",
    "parquet": parquet("Fine"),
}
PACKINGS = {
    "plain": lambda data: data,
    "gzip": gzip.compress,
    "gzip in two": lambda data: gzip.compress(data[:30]) + gzip.compress(data[30:]),
    "zstd": zstd,
    "zstd in two": lambda data: zstd(data[:30]) + zstd(data[30:]),
}


def titles(*inputs: str | Path, stdin: io.BytesIO | None = None) -> list[str]:
    return [paper.title for paper in read(inputs, stdin=stdin).papers]


def error(*inputs: str | Path, stdin: io.BytesIO | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read(inputs, stdin=stdin)
    return str(caught.value)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of its own, which each test must leave empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("content", CONTENTS)
def test_every_content_in_every_packing(content: str, packing: str, tmp_path: Path, temporary: Path) -> None:
    data = PACKINGS[packing](CONTENTS[content])
    path = tmp_path / "input.dat"
    path.write_bytes(data)
    reading = read([path])
    assert len(reading.papers) == 1
    assert reading.papers[0].source == "input.dat"
    piped = read(["-"], stdin=io.BytesIO(data))
    assert piped.papers == [paper.model_copy(update={"source": "standard input"}) for paper in reading.papers]
    assert list(temporary.iterdir()) == []


def test_the_standard_input_of_a_process() -> None:
    code = "from leaderboard import sources; print(sources.read('-').papers[0].title)"
    done = subprocess.run([sys.executable, "-c", code], input=gzip.compress(LISTING), capture_output=True, check=True)
    assert done.stdout.decode().strip() == TITLE


def test_a_named_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(LISTING,))
    writer.start()
    assert titles(pipe) == [TITLE]
    writer.join()


def test_one_path_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line("a"))
    assert [paper.title for paper in read(path).papers] == ["Title a"]
    assert [paper.title for paper in read(str(path)).papers] == ["Title a"]


def test_order_of_files_globs_and_directories(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "c.jsonl.gz", "deep/d.NDJSON", "deep/er/e.json.zst"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = line(path.name[0])
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else zstd(data) if name.endswith("zst") else data)
    for name in ("notes.md", "picture.png", ".hidden.json", ".git/config.json", "deep/score.py"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"nothing to read\x00")
    folder = tmp_path / "in"
    assert titles(folder) == [f"Title {name}" for name in "abcde"]
    assert titles(f"{folder}/*.jsonl") == ["Title a", "Title b"]
    assert titles(f"{folder}/**/*.[jN]*") == [f"Title {name}" for name in "abcde"]
    assert titles(folder / "b.jsonl", f"{folder}/*.jsonl", folder) == [f"Title {name}" for name in "bacde"]


def test_a_file_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line("a"))
    (tmp_path / "link.jsonl").symlink_to(path)
    reading = read([path, str(path), tmp_path / "link.jsonl", f"{tmp_path}/*.jsonl"])
    assert (reading.entries, reading.merged) == (1, 0)


def test_a_name_with_the_signs_of_a_glob(tmp_path: Path) -> None:
    for name in ("[ab]*?.jsonl", 'it\'s "x".jsonl'):
        (tmp_path / name).write_bytes(line("x"))
        assert titles(tmp_path / name) == ["Title x"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("missing.txt", ["missing.txt", "no such file"]),
        ("missing*.txt", ["missing*.txt", "no file matches"]),
        ("https://example.org/a.json", ["https://example.org/a.json", "download"]),
        ("x" * 300, ["cannot be read"]),
        (".", [".", "no input file", ".jsonl"]),
    ],
)
def test_nothing_there(given: str, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert all(word in error(given) for word in words)


def test_no_input_at_all() -> None:
    assert "no input" in error()


def table_of(metrics: bytes) -> bytes:
    """An evaluation table of one row."""
    row = b'{"model_name": "M", "metrics": ' + metrics + b"}"
    return b'[{"task": "t", "datasets": [{"dataset": "d", "sota": {"rows": [' + row + b"]}}]}]"


def crowded_parquet() -> bytes:
    """A few hundred bytes that stand for 20 GB: one text of 1 MB, which 20,000 rows have."""
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 20_000, pa.int32()), pa.array(["x" * 1_000_000]))
    sink = io.BytesIO()
    pq.write_table(pa.table({"title": text, "abstract": text}), sink, compression="zstd")
    return sink.getvalue()


LARGE = line("a") * 3000
FAULTS = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\t\n", "the file is empty"),
    "mark only": (b"\xef\xbb\xbf\n", "the file is empty"),
    "packed nothing": (gzip.compress(b""), "the file is empty"),
    "cut gzip": (gzip.compress(LARGE)[:-9], "is the file complete"),
    "bad gzip": (b"\x1f\x8b" + b"\x07" * 100, "cannot be read"),
    "cut zstd": (zstd(LARGE)[:-9], "is the file complete"),
    "bad zstd": (b"\x28\xb5\x2f\xfd" + b"\xff" * 100, "cannot be read"),
    "random": (bytes(range(256)) * 9, "is a binary file"),
    "pdf": (b"%PDF-1.7\n%abc\n", "is a PDF"),
    "zip": (b"PK\x03\x04" + b"\x00" * 90, "is a ZIP archive"),
    "database": (b"\x01" * 8 + b"DUCK" + b"\x00" * 90, "is a DuckDB database"),
    "utf-16": ("title,abstract\nT,text\n".encode("utf-16"), "is UTF-16 text"),
    "utf-32": ("title,abstract\nT,text\n".encode("utf-32"), "is UTF-32 text"),
    "blank beginning": (b"\n" * 70_000 + LISTING, "begins with 65,536 bytes of white space"),
    "html": (b"\n<!DOCTYPE html><html><p>text</p></html>", "is HTML"),
    "latin-1 text": ("One line\n\nA caf\xe9\n".encode("latin-1"), "line 3: not UTF-8 text (byte 0xe9)"),
    "latin-1 far down": (LISTING * 700 + b"caf\xe9", "line 4901: not UTF-8 text"),
    "latin-1 csv": (b"title,abstract\nT,text\nU,caf\xe9 text\n", "line 3: not UTF-8 text"),
    "latin-1 csv far down": (b"title,abstract\n" + b"T,text\n" * 20_000 + b"U,caf\xe9\n", "line 20002: not UTF-8"),
    "latin-1 json": (line("a") * 3000 + b'{"title": "caf\xe9"}', "line 3001: not UTF-8 text"),
    "latin-1 bibtex": (BIBTEX + b"\n@comment{caf\xe9}", "line 2: not UTF-8 text"),
    "prose": (b"hello\nworld\n", "holds no paper"),
    "no record": (b"[]", "holds no paper"),
    "header only": (b"title,abstract\n", "holds no paper"),
    "no bibtex entry": (b"@string{a = {b}}", "holds no paper"),
    "no abstracts": (line("a", abstract=None) + line("b", abstract=" "), "none of its 2 records has an abstract"),
    "no parquet": (b"PAR1 and no more", "this Parquet file cannot be read"),
    "crowded parquet": (crowded_parquet(), "holds 20,000 rows with 40,000,000,000 bytes of text"),
    "cut parquet": (parquet("a")[:-9], "this Parquet file cannot be read"),
    "open json": (b'[{"title": "T",\n "abstract": "text"},\n {"title": "U"', "line 3: malformed JSON"),
    "json line": (line("a") * 2 + b"\n" + b'{"title": }\n' + line("b"), "line 4: malformed JSON"),
    "cut json line": (line("a") + line("b")[:-2] + b"\n" + line("c"), "line 2: malformed JSON"),
    "json line far down": (LARGE + b"{'title': 'T'}\n", "line 3001: malformed JSON"),
    "json behind": (b'{"title": "T",\n "abstract": "text"}\n}', "line 3: malformed JSON"),
    "comma": (b'{"title": "T", "abstract": "text",}', "line 1: malformed JSON"),
    "half a pair": (line("a") + b'{"title": "\\ud83d", "abstract": "text"}\n', "line 2: malformed JSON"),
    "deep": (b'{"a":' * 100_000, "nested too deeply"),
    "deep in a record": (line("a") + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"\n", "record 2: malformed JSON: nested"),
    "name twice": (
        line("a") + b'{"title": "T", "abstract": "x", "abstract": "y"}\n',
        "record 2: the name 'abstract' stands twice in one object, with different values",
    ),
    "list twice": (b'{"results": [{"title": "T", "abstract": "x"}], "results": []}', "the name 'results' stands twice"),
    "long number": (line("a") + b'{"title": "T", "abstract": "x", "n": ' + b"9" * 5000 + b"}\n", "record 2: malformed"),
    "long number before a fault": (b'{"n": ' + b"9" * 5000 + b"}\n{'title': 'T'}\n", "line 2: malformed JSON"),
    "table, name twice": (table_of(b'{"acc": "1", "acc": "2"}'), "the name 'acc' stands twice"),
    "table, deep": (table_of(b"[" * 5000 + b"]" * 5000), "nested too deeply"),
    "table, long number": (table_of(b'{"acc": ' + b"9" * 5000 + b"}"), "more than 4,300 digits"),
    "table, half a pair": (table_of(b'{"acc": "\\ud83d"}'), "half a surrogate pair"),
    "table, wrong shape": (table_of(b"[3]"), "task 't' is not an evaluation table"),
    "table, latin-1": (table_of(b'{"caf\xe9": "1"}'), "line 1: not UTF-8 text"),
    "text in json": (
        b'[{"title": "T", "abstract": "text"}, "U"]',
        "record 2: expected an object with fields, found a text",
    ),
    "null in json": (b'{"results": [{"title": "T", "abstract": "text"}, null]}', "found null"),
    "long row": (b"title,abstract\nT,text\nU,text,more\n", "line 3: malformed CSV"),
    "short row": (b"title,abstract\nT,text\nU\n", "line 3: malformed CSV"),
    "mixed line ends": (b"title,abstract\r\nT,text\r\nU,text\n", "line 3: malformed CSV"),
    "long line": (b'title,abstract\nT,text\nU,"' + b"x" * 3_000_000 + b'"\n', "line 3: malformed CSV"),
    "open quote": (b'title,abstract\nT,text\nU,"text\nand more\n', "line 3: malformed CSV"),
    "open brace": (
        b"@misc{a, title = {T}}\n\n@misc{b, title = {U, abstract = {x}\n@misc{c, title={V}}",
        "line 3: malformed Bib",
    ),
    "doubling strings": (
        b'@string{a0 = "ten signs "}\n' + b"".join(b"@string{a%d = a%d # a%d}\n" % (n + 1, n, n) for n in range(60)),
        "line 12: this BibTeX entry cannot be read: its strings come to more than 10,000 characters",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("piped", [False, True])
def test_faults(fault: str, piped: bool, tmp_path: Path, temporary: Path) -> None:
    data, words = FAULTS[fault]
    path = tmp_path / "faulty.dat"
    path.write_bytes(data)
    message = error("-", stdin=io.BytesIO(data)) if piped else error(path)
    name = "standard input" if piped else str(path)
    assert message.startswith(name)
    assert words.lower() in message.lower()
    assert "\n" not in message, "one fault, one line"
    assert str(temporary) not in message, "temporary files are no business of the user"
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("packing", [gzip.compress, zstd])
def test_a_file_that_unpacks_without_end(
    packing: Callable[[bytes], bytes], tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.dat"
    path.write_bytes(packing(b" " * (8 << 20)))
    assert path.stat().st_size * files.MOST_TIMES < 8 << 20
    assert "of white space" in error(path), "below the limit it is read"
    monkeypatch.setattr(files, "MOST_UNPACKED", 4 << 20)
    assert error(path).startswith(f"{path}: unpacks to more than 4,194,304 bytes")
    assert list(temporary.iterdir()) == []
    path.write_bytes(packing(os.urandom(5 << 20)))
    assert "is a binary file" in error(path), "no limit for what is large before it is unpacked"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_a_device_is_not_read() -> None:
    assert error("/dev/zero").startswith("/dev/zero: is a device")


def test_one_faulty_file_among_good_ones_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_bytes(line("a"))
    (tmp_path / "wrong.jsonl").write_bytes(b"{")
    assert "wrong.jsonl" in error(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.json", b'title": "T"}', "line 1: malformed JSON"),
        ("a.csv", b"headline\nT\n", "no field for the title"),
        ("a.tsv.gz", gzip.compress(b"headline\nT\n", mtime=0), "no field for the title"),
        ("a.bib", b"just words", "holds no paper"),
    ],
)
def test_the_name_says_what_is_wrong_with_a_content_that_is_nothing(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    assert words in error(tmp_path / name)


def test_a_listing_may_have_any_name(tmp_path: Path) -> None:
    for name in ("a.json", "a.csv", "a.bib", "a.parquet", "a"):
        (tmp_path / name).write_bytes(LISTING)
        assert titles(tmp_path / name) == [TITLE]


def test_a_title_that_looks_like_json_or_a_table(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    for title in (
        "[Re] A Study of Studies",
        "Fast, Small, and Cheap: Pick Three",
        "Image | Text | Sound",
        "SQLite at Scale",
    ):
        path.write_bytes(LISTING.replace(b"new\n\nSubscribe\n\n", b"").replace(TITLE.encode(), title.encode()))
        assert titles(path) == [title]


def test_a_file_that_gives_a_read_error() -> None:
    path = Path("/proc/self/mem")
    if not path.exists():
        pytest.skip("needs a file that exists and cannot be read, which only Linux has for every user")
    assert "/proc/self/mem: cannot be read" in error(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300)
    | st.sampled_from(list(CONTENTS.values())).flatmap(
        lambda content: st.tuples(st.integers(0, len(content)), st.binary(max_size=4)).map(
            lambda change: content[: change[0]] + change[1] + content[change[0] + 1 :]
        )
    )
)
def test_any_bytes_give_papers_or_an_input_error(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    try:
        reading = read([path])
    except InputError:
        return
    assert reading.papers
    assert reading.entries == len(reading.papers) + reading.skipped + reading.merged


def test_formats_by_content(tmp_path: Path) -> None:
    wanted = dict(zip(CONTENTS, ("listing", "bibtex", "json", "json", "csv", "parquet"), strict=True))
    for name, content in CONTENTS.items():
        path = tmp_path / "x"
        path.write_bytes(content)
        with ExitStack() as stack:
            source = files.opened(path, None, stack)
            assert detect.format_of(source, {"title", "abstract"}.__contains__) == wanted[name]


def test_the_sample_lies_in_the_package() -> None:
    assert sources.sample() == Path(sources.__file__).parents[1] / "sample" / "papers.jsonl"
