"""Fuzzing guided by coverage, with atheris: bytes as files for the readers, and as abstracts for extraction.

`python tests/fuzz.py --seconds 600` (`make fuzz`). What a reader may raise is `InputError`; anything else is a finding:
its bytes stay in `build/fuzz`, to be named again on the command line, and become a test. Figures go to `soak.json`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import soak

FOLDER = Path(__file__).resolve().parents[1] / "build" / "fuzz"
_DONE = re.compile(r"Done (\d+) runs in (\d+) second")
_LONGEST = 4096
"""Bytes of one input: coverage grows by variety, not by length (for that, `adversarial.py`)."""


def target(data: bytes) -> None:
    """One input: by its first byte it is a file or, half of the time, a title and an abstract."""
    import mutations

    from leaderboard import sources
    from leaderboard.errors import InputError

    if data[:1] > b"\x7f" or not data:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "input")
            path.write_bytes(data[1:])
            with suppress(InputError):
                sources.read([path])
    else:
        title, _, abstract = data[1:].decode(errors="replace").partition("\n")
        mutations.checked(abstract, title)


def fuzz(arguments: list[str]) -> None:
    """Hand the target to atheris, which never returns."""
    import atheris

    with atheris.instrument_imports(include=["leaderboard"]):
        from leaderboard import sources  # noqa: F401
        from leaderboard.extraction import extract  # noqa: F401
    target(b"\0Heron: A Net\nHeron reaches 91.2% accuracy on MNIST.")  # expressions are compiled when first used
    atheris.Setup([sys.argv[0], *arguments], target)
    atheris.Fuzz()


def seeds(folder: Path) -> None:
    """What fuzzing begins with: the samples' sentences, and small files of every format."""
    import adversarial
    import mutations

    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(mutations.samples()[::10]):
        (folder / f"text-{number}").write_bytes(b"\0" + f"Heron: A Net\n{text}".encode())
    for form, written in adversarial.FORMS.items():
        (folder / f"file-{form}").write_bytes(b"\xff" + written(adversarial.RESULT).encode())


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument(
        "--target", nargs=argparse.REMAINDER, help="for the process that fuzzes: what libFuzzer is told"
    )
    options.add_argument("inputs", nargs="*", help="findings to try again")
    chosen = options.parse_args()
    if chosen.target is not None:
        fuzz(chosen.target)
    if chosen.inputs:
        for name in chosen.inputs:
            target(Path(name).read_bytes())
        return 0
    seeds(FOLDER / "seeds")
    (FOLDER / "corpus").mkdir(exist_ok=True)
    told = [
        *(str(FOLDER / "corpus"), str(FOLDER / "seeds"), f"-artifact_prefix={FOLDER}/"),
        *(f"-max_total_time={chosen.seconds}", f"-max_len={_LONGEST}", "-timeout=60", "-rss_limit_mb=4096"),
    ]
    command = [sys.executable, __file__, "--target", *told]
    printed = []
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, errors="replace") as process:
        for line in process.stderr or ():
            print(line, end="", file=sys.stderr, flush=True)
            printed.append(line)
    done = _DONE.search("".join(printed))
    if process.returncode or done is None:
        print(f"a finding: its bytes are in {FOLDER}; turn it into a test")
        return 1
    soak.record("coverage-guided fuzzing", {"inputs tried": int(done[1]), "seconds": int(done[2]), "findings": 0})
    print(f"{int(done[1]):,} inputs in {int(done[2]):,} s, no finding")
    return 0


if __name__ == "__main__":
    sys.exit(main())
