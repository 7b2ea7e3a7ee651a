"""A cluster that reads from and writes to an object store: what one machine writes, over S3's own protocol.

`make soak-store` runs this with a server of S3 on this machine (moto), in an environment of its own. The samples are
read from a bucket, by several workers, and written into one; a second run finds every partition there. Figures go to
`soak.json`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import soak

BIN = Path(sys.executable).parent
_TOLD = "entries:"


def served(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """A server that is up, and its address."""
    log = folder / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen([BIN / "moto_server", "-p", "0"], stdout=out, stderr=out, text=True)
    while "Running on " not in (said := log.read_text()):
        if server.poll() is not None:
            raise SystemExit(f"moto_server ended: {said}")
    return server, said.partition("Running on ")[2].split()[0]


def told(*arguments: str | Path) -> str:
    """What `leaderboard` says of a run: the line with its counts."""
    command = [BIN / "leaderboard", *arguments, "--workers", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return next(line for line in done.stderr.splitlines() if _TOLD in line)


def rows(files: list[Path]) -> list[dict[str, object]]:
    """The claims of these files, one after the other."""
    import pyarrow.parquet

    return [row for file in files for row in pyarrow.parquet.read_table(file).to_pylist()]


def main() -> None:
    import s3fs

    from leaderboard import sources

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server, address = served(folder)
        try:
            os.environ |= {
                "AWS_ENDPOINT_URL": address,
                "AWS_ACCESS_KEY_ID": "any",
                "AWS_SECRET_ACCESS_KEY": "any",
                "AWS_DEFAULT_REGION": "us-east-1",
            }
            store = s3fs.S3FileSystem()
            inputs = [folder / f"{each}.jsonl" for each in ("first", "second")]
            for bucket in ("papers", "claims"):
                store.mkdir(bucket)
            for each in inputs:
                shutil.copy(sources.sample(), each)
                store.put_file(str(each), f"papers/set/{each.name}")
            cluster = ("extract", "s3://papers/set/", "-o", "s3://claims/run", "--cluster", "local")
            first, again = told(*cluster), told(*cluster)
            alone = told("extract", *inputs, "-o", folder / "alone.parquet")
            store.get("claims/run/claims/", f"{folder}/written/", recursive=True)
        finally:
            server.terminate()
            server.wait()
        written = rows(sorted((folder / "written").glob("*.parquet")))
        if written != rows([folder / "alone.parquet"]) or not first.startswith(alone):
            raise SystemExit(f"not what one machine writes:\n{first}\n{alone}")
        if not again.startswith(alone) or "2 of them written before" not in again:
            raise SystemExit(f"the second run did not find the partitions of the first:\n{again}")
    soak.record(
        "data sets in an object store", {"files read": len(inputs), "claims written": len(written), "differ": 0}
    )
    print(f"{len(written):,} claims, as one machine writes them; {again}")


if __name__ == "__main__":
    main()
