"""The unit right behind a number, by the lexicon's table of units."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

import regex

from leaderboard.extraction import patterns

_UNITS = Path(__file__).parents[1] / "lexicon" / "units.toml"


@cache
def _unit_table() -> tuple[regex.Pattern[str], dict[str, tuple[str | None, str]]]:
    """One expression for all units, and for each of its group names the claim's unit and class."""
    entries = tomllib.loads(_UNITS.read_text(encoding="utf-8"))["unit"]
    groups = {f"u{i}": (entry.get("unit"), entry["class"]) for i, entry in enumerate(entries)}
    alternatives = "|".join(f"(?P<u{i}>{'|'.join(entry['written'])})" for i, entry in enumerate(entries))
    return patterns.compiled(
        rf"{_BEFORE_UNIT}(?:{alternatives})(?(bracket)\])(?(round)\))"
    ), groups  # `7.0 [km/h]`, `7.0 (km/h)`


_BEFORE_UNIT = (
    r"(?P<skip>[\s${}~]*(?:-(?=fold|point|percent|time|second|minute|hour|deg|fps|FPS)|(?P<bracket>\[)|(?P<round>\())?)"
)


@cache
def _unit_beginnings() -> regex.Pattern[str]:
    """All units but those that any word can begin, all of which are `per` something: `clouds per second`."""
    entries = tomllib.loads(_UNITS.read_text(encoding="utf-8"))["unit"]
    written = [each for entry in entries for each in entry["written"] if "[a-z]" not in each or "per" not in each]
    return patterns.compiled(f"{_BEFORE_UNIT}(?:{'|'.join(written)})")


@lru_cache(maxsize=1 << 12)
def _may_begin_unit(behind: str) -> bool:
    """Whether the few characters behind a number may begin one of those units."""
    return _unit_beginnings().match(behind, partial=True) is not None


def unit_at(text: str, at: int) -> tuple[int, str | None, str]:
    """The unit that begins at or right after `at`: where it ends, its name and its class."""
    match = None
    if _may_begin_unit(text[at : at + 4]) or "per" in text[at : at + 60]:
        pattern, groups = _unit_table()
        match = pattern.match(text, at)
    if match is None:
        return at, None, "bare"
    name = next(key for key in groups if match[key] is not None)
    unit, unit_class = groups[name]
    if (
        unit_class == "factor"
        and match[name].strip() in ("x", "X", "×")
        and match["skip"]
        and text[match.end() : match.end() + 2].strip()[:1].isdigit()
    ):
        return at, None, "bare"
    return match.end(), unit or match[name].strip(), unit_class
