"""Settings: what makes a result comparable or not (`zero-shot`, `4-bit`, `extra data`), as `settings.toml` lists it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

BETWEEN = ", "
"""What stands between the settings of one claim."""
EXTRA_DATA = "extra data"
SUBSET = "subset"
SHOTS = "shots"
SIZE = "model size"
"""The aspect of `7B`: a size is no part of a claim's setting, but has a field of its own."""

_WORDS = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_COUNTED = (
    r"(?P<others>(?:{count}(?:-|\s?(?=/))?(?:,\s(?:and\s|or\s)?|/|\s(?:and|or|&)\s))*)(?P<count>{count})(?:{follows})"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One entry: a name, in which {} stands for a count, and how it is written."""

    name: str
    aspect: str
    cues: tuple[str, ...]
    """One of them, in lower case, is in every text that names it."""
    affirmed: re.Pattern[str]
    """How it is written, without what may deny it: few texts that hold a cue hold this, and that is told soonest."""
    written: re.Pattern[str]
    instead: Mapping[str, str]
    titled: re.Pattern[str] | None
    """How a title says it of all scores of its paper; None where it is told of single figures only."""
    on: frozenset[str]
    """The only benchmarks where it tells results apart; all where empty."""
    usual_on: frozenset[str]
    """The benchmarks where it goes without saying."""
    unless: str | None
    """The aspect of which a setting says more than this one."""
    example: tuple[str, ...]
    counter_example: str

    def names(self, match: re.Match[str]) -> tuple[str, ...]:
        """The names that a match of `written` stands for: two for `1- and 5-shot`."""
        groups = match.groupdict()
        counts = _COUNT.findall(_THOUSANDS.sub("", groups.get("others") or "").lower())
        counts += [_UNIT.sub("", _THOUSANDS.sub("", groups.get("count") or ""))]
        names = (self.name.format(_WORDS.get(count.lower(), count)) for count in counts)
        return tuple(self.instead.get(name, name) for name in names)


@dataclass(frozen=True, slots=True)
class Named:
    """Settings of one aspect that a text names together, and where it does: `1-shot`, `zero- and five-shot`.

    An empty name is what goes without saying: `without extra data`, `a single model`.
    """

    start: int
    end: int
    aspect: str
    names: tuple[str, ...]


NONE = ("",)
"""The names of what a text denies."""


_COUNT = re.compile(rf"\d+(?:\.\d+)?|{'|'.join(_WORDS)}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_UNIT = re.compile(r"\s?(?:\\?%|percent)$")


@cache
def aspects() -> tuple[str, ...]:
    """What settings are settings of, in the order in which a claim lists them."""
    return tuple(_file()["aspects"])


@cache
def entries() -> tuple[Setting, ...]:
    """All entries of the file, in its order."""
    return tuple(_entry(record) for record in _file()["setting"])


@cache
def _cues() -> tuple[AhoCorasick, tuple[int, ...]]:
    """All cues, and by their place among them the numbers of the entries that they speak for."""
    told = [(cue, number) for number, entry in enumerate(entries()) for cue in entry.cues]
    return AhoCorasick([cue for cue, _ in told]), tuple(number for _, number in told)


def _told_of(text: str) -> list[Setting]:
    """The entries of which a cue stands in the text, in the file's order."""
    automaton, numbers = _cues()
    found = automaton.find_matches_as_indexes(text.lower(), overlapping=True)
    return [entries()[number] for number in sorted({numbers[cue] for cue, _, _ in found})]


@lru_cache(maxsize=4)
def named_in(text: str) -> tuple[Named, ...]:
    """The settings that a text names or denies, in its order; of two of an aspect that overlap the first entry's."""
    found: list[Named] = []
    for entry in _told_of(text):
        for match in entry.written.finditer(text) if entry.affirmed.search(text) else ():
            of_aspect = [one for one in found if one.aspect == entry.aspect]
            if all(match.end() <= one.start or match.start() >= one.end for one in of_aspect):
                denied = match["denied"] is not None
                found += _left_out(text, match, entry)
                found.append(Named(match.start(), match.end(), entry.aspect, NONE if denied else entry.names(match)))
    found.sort(key=lambda one: one.start)
    for match in _ENDS.finditer(text) if found else ():
        ahead = [one for one in found if one.end <= match.start() and one.aspect in aspects()]
        if ahead:
            found.append(Named(*match.span(), ahead[-1].aspect, NONE))
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=4)
def titled(title: str) -> Mapping[str, str]:
    """By aspect, the setting that a title says all its scores are in; none of an aspect of which it says two."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entry in _told_of(title):
        if entry.titled is not None:
            match = entry.titled.search(title)
            others = found.setdefault(entry.aspect, [])
            # `unsupervised domain adaptation` is one setting.
            if match and all(match.end() <= start or match.start() >= end for start, end, _ in others):
                others.append((*match.span(), entry.name))
    return {aspect: names[0][2] for aspect, names in found.items() if len(names) == 1}


def told(found: Mapping[str, str], benchmark: str | None) -> str | None:
    """The settings of a claim, as it holds them, from those of each aspect: what tells it apart on its benchmark."""
    return joined(name for aspect, name in found.items() if aspect in aspects() and _tells(name, found, benchmark))


def _tells(name: str, found: Mapping[str, str], benchmark: str | None) -> bool:
    entry = _entry_of(name)
    return entry is None or (
        (not entry.on or benchmark in entry.on) and benchmark not in entry.usual_on and entry.unless not in found
    )


_ENDS = re.compile(r"\bwithout(?:\s(?:it|them|any))?(?=\s?(?:[.,;)]|$))", re.I)
"""`66.1% with 5 shots and 60.3% without.`"""
_ALONE = re.compile(
    r"\b(?:(?P<without>without)|with)\b(?=(?:,?\s(?:and|or|but|versus|vs\.?)\s|/)(?:(?!\bwith(?:out)?\b)[^;]){0,40}$)",
    re.I,
)


def _left_out(text: str, match: re.Match[str], entry: Setting) -> list[Named]:
    """What `with` or `without` says by itself, whose object comes later: `88.0% without and 90.5% with extra data`."""
    denied = match["denied"] is not None
    begin = match.start() if denied else text.rfind("with", 0, match.start())
    alone = _ALONE.search(text, 0, max(begin, 0))
    if alone is None or (alone["without"] is not None) == denied:
        return []
    return [Named(*alone.span(), entry.aspect, entry.names(match) if denied else NONE)]


def joined(names: Iterable[str]) -> str | None:
    """Settings as a claim holds them: each once, by aspect, those of no known aspect last; None for no setting."""
    kept = {name.strip() for name in names} - {""}
    if not kept:
        return None
    order = {name: rank for rank, name in enumerate(aspects())}
    return BETWEEN.join(sorted(kept, key=lambda name: (order.get(_aspect(name), len(order)), name)))


def separate(setting: str | None) -> tuple[str, ...]:
    """The settings of a claim, one by one."""
    return tuple(setting.split(BETWEEN)) if setting else ()


def read(text: str) -> str | None:
    """The settings that a text consists of (`5-shot, extra data`), as a claim holds them; else None. A size is none."""
    names = [_whole(part.strip()) for part in text.split(",")]
    return joined(name for name in names if name) if all(names) else None


def _whole(text: str) -> str | None:
    """The name of the one setting that is all of a text: itself, or another way of writing it."""
    of_claims = [entry for entry in entries() if entry.aspect in aspects()]
    for entry in of_claims:
        match = entry.written.fullmatch(text)
        if match and match["denied"] is None and len(names := entry.names(match)) == 1:
            return names[0] or None
    return text if any(_counted(entry.name).fullmatch(text) for entry in of_claims) else None


def billions(size: str) -> float:
    """A size by its name: 7 for `7B`, 0.35 for `350M`."""
    return float(size[:-1]) if size[-1] in "Bb" else round(float(size[:-1]) / 1000, 9)


_IN_NAME = re.compile(r"(?:^|[\s(_/-])(?P<size>\d+(?:\.\d+)?(?:B|(?<=\d\d)M|(?<=-\d)b|(?<=-\d\d)b))(?=$|[\s)_/-])")


def size_named(method: str) -> float | None:
    """Billions of parameters, where a method's name gives them: 7 for `LLaMA-7B`, None for eight experts, `8x7B`."""
    match = _IN_NAME.search(method)
    return billions(match["size"]) if match else None


def _aspect(name: str) -> str:
    entry = _entry_of(name)
    return entry.aspect if entry else ""


@lru_cache(maxsize=1024)
def _entry_of(name: str) -> Setting | None:
    for entry in entries():
        if name == entry.name or name in entry.instead.values() or _template(entry.name).fullmatch(name):
            return entry
    return None


@cache
def _template(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(name).replace(r"\{\}", r"[\w.-]+"))


@cache
def _counted(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(name).replace(r"\{\}", r"\d+(?:\.\d+)?"))


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "settings.toml").read_text(encoding="utf-8"))


def _entry(record: Mapping[str, Any]) -> Setting:
    written = record.get("written") or _COUNTED.format(
        count=f"(?:{record.get('count', chr(92) + 'd+')}|{'|'.join(_WORDS)})", follows=record["counted"]
    )
    affirmed = rf"(?<![\w.])(?:{written})\b"
    return Setting(
        name=record["name"],
        aspect=record["aspect"],
        cues=tuple(record["cues"]),
        affirmed=re.compile(affirmed, re.I),
        written=re.compile(
            rf"(?P<denied>(?:\b(?:without|no)|\bw/o)\s(?:(?:any|using|requiring|leveraging|the|use|of)\s){{0,4}}"
            rf"(?:(?:[\w-]+\s){{1,2}}(?:and|or|nor)\s)?)?{affirmed}",
            re.I,
        ),
        instead=record.get("instead", {}),
        titled=re.compile(rf"(?<![\w-])(?:{record['titled']})\b", re.I) if "titled" in record else None,
        on=frozenset(record.get("on", ())),
        usual_on=frozenset(record.get("usual_on", ())),
        unless=record.get("unless"),
        example=tuple(record["example"]),
        counter_example=record["counter_example"],
    )
