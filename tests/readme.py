"""The parts of the README that are measured: `python tests/readme.py` writes them anew."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import leaderboard

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
LEVELS = ("detect", "board", "full", "rows")
_CONSOLE = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)


def answers(text: str) -> dict[str, str]:
    """Each command of the console block, with the output shown under it."""
    block = _CONSOLE.search(text)
    assert block is not None, "the README has no console block"
    shown: dict[str, str] = {}
    for part in block[2].split("$ ")[1:]:
        command, _, output = part.partition("\n")
        shown[command] = output.strip("\n")
    return shown


def output(command: str, database: Path) -> str:
    """What a command prints, asked of `database`."""
    program, *arguments = shlex.split(command)
    assert program == "leaderboard"
    run = [sys.executable, "-m", "leaderboard", *arguments, "--db", str(database)]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip("\n")


def with_answers(text: str, database: Path) -> str:
    """The text with every command's output as it is now."""
    blocks = [f"$ {command}\n{output(command, database)}\n" for command in answers(text)]
    return _CONSOLE.sub(lambda match: match[1] + "\n".join(blocks) + match[3], text)


def with_accuracy(text: str) -> str:
    """The text with the table of `leaderboard/accuracy.json`, and what the latest draws from a corpus came to."""
    measured = json.loads((ROOT / "leaderboard" / "accuracy.json").read_text(encoding="utf-8"))
    samples = measured["samples"]
    rows = ["| F1 | " + " | ".join(LEVELS) + " |", "|---|" + "---:|" * len(LEVELS)]
    rows += [
        f"| {name} | " + " | ".join(f"{figures[level]['f1']:.3f}" for level in LEVELS) + " |"
        for name, figures in samples.items()
    ]
    latest = {name.partition("-")[0]: found for name, found in measured["audits"].items()}
    scores, silent = latest["scores"], latest["silent"]
    rows += [
        "",
        f"Of {scores['items']} scores on named benchmarks drawn at random from 4,000 abstracts of arXiv (2023 to 2025) "
        f"that nobody here had read, two readers, each apart, found {scores['right']:.1%} right in value, metric, "
        f"benchmark and role. "
        f"Of {silent['items']} sentences with a number and no claim, {silent['right']:.1%} hold none.",
    ]
    mark = re.compile(r"(<!-- accuracy -->\n).*?(<!-- /accuracy -->)", re.DOTALL)
    return mark.sub(lambda match: match[1] + "\n".join(rows) + "\n" + match[2], text)


def with_speed(text: str, line: str) -> str:
    """The text with the benchmark's sentence."""
    mark = re.compile(r"(<!-- speed -->\n).*?(<!-- /speed -->)", re.DOTALL)
    return mark.sub(lambda match: match[1] + line + "\n" + match[2], text)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = leaderboard.build(out=Path(folder) / "build").database
        text = with_answers(with_accuracy(README.read_text(encoding="utf-8")), database)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
