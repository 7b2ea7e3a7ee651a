"""Bad files, given to the command: each ends it with 1 and names the file, and what had been built stays as it was."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from test_sources_inputs import FAULTS, line

from leaderboard import cli, manifest

MORE = {
    "one byte": b"x",
    "nul bytes": b"\x00" * 1000,
    "nul in text": b"title,abstract\nT,a\x00b\x00\x00\x00\n",
    "utf-16 big-endian": "\ufefftitle,abstract\nT,text\n".encode("utf-16-be"),
    "ten million empty lines": b"\n" * 10_000_000,
    "one line of 100 MB": b"x" * 100_000_000,
    "packed empty lines": gzip.compress(b"\n" * 10_000_000),
    "lone carriage returns": b"\r" * 1000,
    "brackets": b"[" * 1_000_000,
}
BAD = {name: data for name, (data, _) in FAULTS.items()} | MORE


def test_every_bad_file_is_named_and_loses_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "build"
    out.mkdir()
    (out / "page.html").write_text("a page")
    manifest.write(out, [], {})
    (tmp_path / "good.jsonl").write_bytes(line("good"))
    for name, data in BAD.items():
        path = tmp_path / "bad.dat"
        path.write_bytes(data)
        with pytest.raises(SystemExit) as ended:
            cli.main(["build", str(tmp_path / "good.jsonl"), str(path), "--out", str(out)])
        printed = capfd.readouterr()
        assert (ended.value.code, printed.out) == (1, ""), name
        assert printed.err.startswith(f"error: {path}"), (name, printed.err[:200])
        assert manifest.verify(out).holds, name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.dat", "build", "good.jsonl"]
    with capfd.disabled():
        print(f"\n{len(BAD)} bad files tried: each named, exit code 1, nothing lost")
