"""The figures in SECURITY.md, from those that the tests recorded: `python tests/security.py` writes them anew."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import soak

SECURITY = Path(__file__).resolve().parents[1] / "SECURITY.md"
_MARKED = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)


def sentence(figures: Mapping[str, object]) -> str:
    """Figures by what they count, in words: `200 builds killed, 0 lost`."""
    return ", ".join(_part(name, value) for name, value in figures.items())


def _part(name: str, value: object) -> str:
    if isinstance(value, Mapping):
        return f"{name} ({sentence(value)})"
    return f"{value:,} {name}" if isinstance(value, int | float) else f"{name} {value}"


def with_figures(text: str) -> str:
    """The text of SECURITY.md with the recorded figures, a line for each run."""
    recorded = json.loads(soak.FIGURES.read_text(encoding="utf-8"))
    lines = [f"- {name}: {sentence(figures)}\n" for name, figures in recorded.items()]
    return _MARKED.sub(lambda match: match[1] + "".join(lines) + match[2], text)


def write() -> None:
    """Bring SECURITY.md up to date."""
    SECURITY.write_text(with_figures(SECURITY.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
