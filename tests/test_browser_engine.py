"""The packages that the page on SQL runs: fetched once, checked, and copied; from archives made here."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import tarfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from leaderboard import cli, store
from leaderboard.errors import InputError
from leaderboard.site import browser_engine
from leaderboard.site.browser_engine import Package


def integrity(content: bytes) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(content).digest()).decode()}"


def packed(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in contents.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """The file that stands for a registry's answer."""
    path = tmp_path / "registry.tgz"
    path.write_bytes(packed({"package/a.js": b"code", "package/b.wasm": b"\0asm" * 100, "../../escaped": b"evil"}))
    return path


@pytest.fixture
def package(registry: Path) -> Package:
    return Package(
        name="@some/engine",
        version="1.0.0",
        address=registry.as_uri(),
        integrity=integrity(registry.read_bytes()),
        files={"package/a.js": "engine.js", "package/b.wasm": "engine.wasm.gz"},
        texts={"LICENSE.txt": "Use it."},
    )


def test_only_the_files_that_are_named_are_written(package: Package, tmp_path: Path) -> None:
    browser_engine.fetch(tmp_path / "cache", [package]).write(tmp_path / "site" / "sql")
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {
        "registry.tgz", "cache/some-engine-1.0.0.tgz",
        "site/sql/engine.js", "site/sql/engine.wasm.gz", "site/sql/LICENSE.txt",
    }  # fmt: skip
    assert (tmp_path / "site" / "sql" / "engine.js").read_bytes() == b"code"
    assert gzip.decompress((tmp_path / "site" / "sql" / "engine.wasm.gz").read_bytes()) == b"\0asm" * 100


def test_a_second_time_nothing_is_fetched(package: Package, registry: Path, tmp_path: Path) -> None:
    counts: list[tuple[int, int]] = []
    browser_engine.fetch(tmp_path / "cache", [package], lambda done, total: counts.append((done, total)))
    registry.unlink()
    engine = browser_engine.fetch(tmp_path / "cache", [package])
    engine.write(tmp_path / "site")
    assert (tmp_path / "site" / "engine.js").is_file()
    assert counts == [(0, 1), (1, 1)]


def test_a_damaged_copy_in_the_cache_is_fetched_again(package: Package, registry: Path, tmp_path: Path) -> None:
    copy = tmp_path / "cache" / package.archive
    copy.parent.mkdir()
    copy.write_bytes(registry.read_bytes()[:-1])
    browser_engine.fetch(tmp_path / "cache", [package])
    assert copy.read_bytes() == registry.read_bytes()


def test_what_was_not_pinned_is_refused_and_not_kept(package: Package, registry: Path, tmp_path: Path) -> None:
    other = packed({"package/a.js": b"other code"})
    registry.write_bytes(other)
    with pytest.raises(InputError) as caught:
        browser_engine.fetch(tmp_path / "cache", [package])
    assert "is not what was pinned" in str(caught.value)
    assert integrity(other) in str(caught.value)
    assert package.integrity in str(caught.value)
    assert not (tmp_path / "cache").exists()


def test_offline_it_says_where_to_put_the_archive(package: Package, tmp_path: Path) -> None:
    # Nothing listens on the port for discarded data.
    away = replace(package, address="http://127.0.0.1:9/engine.tgz")
    with pytest.raises(InputError) as caught:
        browser_engine.fetch(tmp_path / "cache", [away])
    assert str(caught.value).startswith("http://127.0.0.1:9/engine.tgz: cannot be fetched: ")
    assert str(tmp_path / "cache" / "some-engine-1.0.0.tgz") in str(caught.value)
    assert "without --sql-page" in str(caught.value)


def test_a_file_that_the_archive_lacks_is_named(package: Package, tmp_path: Path) -> None:
    engine = browser_engine.fetch(tmp_path / "cache", [replace(package, files={"package/gone.js": "gone.js"})])
    with pytest.raises(InputError, match=r"some-engine-1\.0\.0\.tgz: holds no file package/gone\.js"):
        engine.write(tmp_path / "site")


def test_a_cache_that_cannot_be_written_is_named(package: Package, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(InputError, match=r"cache: cannot be written: .*--cache"):
        browser_engine.fetch(tmp_path / "cache", [package])


def test_the_environment_names_the_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv(browser_engine.CACHE_VARIABLE, raising=False)
    assert browser_engine.default_cache() == tmp_path / "leaderboard"
    monkeypatch.setenv(browser_engine.CACHE_VARIABLE, str(tmp_path / "mine"))
    assert browser_engine.default_cache() == tmp_path / "mine"


def build(out: Path, *options: str | Path) -> None:
    """Build the site of one paper."""
    paper = out.parent / "paper.jsonl"
    paper.write_text('{"title": "Kestrel", "abstract": "Kestrel reaches 91.2% accuracy on CIFAR-10."}\n')
    cli.main(["build", str(paper), "--out", str(out), *map(str, options)])


def test_build_puts_engine_and_tables_into_the_site(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_engine, "pinned", lambda: [package])
    with pytest.raises(SystemExit) as ended:
        build(tmp_path / "build", "--sql-page", "--cache", tmp_path / "cache")
    assert not ended.value.code
    folder = tmp_path / "build" / "site" / "sql"
    tables = {f"{table}.arrow.gz" for table in store.TABLES}
    assert {path.name for path in folder.iterdir()} == tables | {
        "database.json", "engine.js", "engine.wasm.gz", "LICENSE.txt",
    }  # fmt: skip
    papers = pa.ipc.open_stream(gzip.decompress((folder / "papers.arrow.gz").read_bytes())).read_all()
    assert papers["title"].to_pylist() == ["Kestrel"]
    assert "abstract" not in papers.column_names, "abstracts are not republished"


def test_build_that_cannot_fetch_writes_nothing(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser_engine, "pinned", lambda: [replace(package, address="http://127.0.0.1:9/a.tgz")])
    with pytest.raises(SystemExit) as ended:
        build(tmp_path / "build", "--sql-page", "--cache", tmp_path / "cache")
    assert ended.value.code == 1
    assert "error: http://127.0.0.1:9/a.tgz: cannot be fetched" in capsys.readouterr().err
    assert not (tmp_path / "build").exists()


def test_build_fetches_nothing_unless_asked(package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_engine, "fetch", lambda *arguments, **options: pytest.fail("fetched"))
    with pytest.raises(SystemExit) as ended:
        build(tmp_path / "build")
    assert not ended.value.code
    assert not (tmp_path / "build" / "site" / "sql").exists()
    page = (tmp_path / "build" / "site" / "sql.html").read_text(encoding="utf-8")
    assert "wasm" not in page
    assert "leaderboard build --sql-page" in page


def test_each_pinned_package_has_a_checksum_and_files_of_their_own_names() -> None:
    packages = browser_engine.pinned()
    names = [name for package in packages for name in package.files.values()]
    assert len(names) == len(set(names))
    for package in packages:
        assert len(base64.b64decode(package.integrity.removeprefix("sha512-"), validate=True)) == 64
        assert package.address.startswith("https://")
        assert package.address.endswith(f"-{package.version}.tgz")
        assert all("/" not in name for name in package.files.values())
