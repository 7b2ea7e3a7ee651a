"""The document that shows what was measured of speed: `docs/cluster.md`, its tables each between two marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "cluster.md"


def filled(text: str, mark: str, lines: Sequence[str]) -> str:
    """The text with `lines` between the two marks of that name. Raises ValueError where it has none."""
    content = "\n".join(lines) + "\n"
    between = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    text, found = between.subn(lambda match: match[1] + content + match[2], text)
    if not found:
        raise ValueError(f"{DOCUMENT.name} has no marks <!-- {mark} --> and <!-- /{mark} -->")
    return text
