"""Directions of translation: results from English to German and from German to English are of two benchmarks."""

from __future__ import annotations

import re

from leaderboard import lexicon
from leaderboard.lexicon.settings import Named

ASPECT = "direction"
TASK = "machine translation"

_CODES = {
    "Arabic": "Ar", "Chinese": "Zh", "Czech": "Cs", "Dutch": "Nl", "English": "En", "Estonian": "Et", "Finnish": "Fi",
    "French": "Fr", "German": "De", "Hindi": "Hi", "Italian": "It", "Japanese": "Ja", "Korean": "Ko", "Latvian": "Lv",
    "Nepali": "Ne", "Polish": "Pl", "Portuguese": "Pt", "Romanian": "Ro", "Russian": "Ru", "Sinhala": "Si",
    "Spanish": "Es", "Turkish": "Tr", "Ukrainian": "Uk", "Vietnamese": "Vi",
}  # fmt: skip
_BY_WRITTEN = {written.lower(): code for name, code in _CODES.items() for written in (name, code)}
_LANGUAGE = rf"(?:{'|'.join([*_CODES, *_CODES.values(), *map(str.upper, _CODES.values())])})"
_LINK = r"(?:\s?(?:-{1,2}>|→|⟶|\$?\\(?:long)?(?:right)?arrow\$?|\$?\\to\$?|=>)\s?|(?:\s|-)to(?:\s|-)|-|–|/|2)"
_WRITTEN = re.compile(
    rf"(?<![\w-])(?P<source>{_LANGUAGE})(?P<link>{_LINK})(?P<target>{_LANGUAGE})(?![\w-])"
    rf"|(?<![\w-])(?P<lower>[a-z]{{2}}(?:-|→)[a-z]{{2}})(?![\w-])"
)
_DIRECTED = re.compile(r"\s[A-Z][a-z]-[A-Z][a-z]$")


def named_in(text: str) -> list[Named]:
    """The directions that a text names, in its order: `En-De` for `English-to-German`."""
    found = []
    for match in _WRITTEN.finditer(text):
        source, target = re.split(r"-|→", match["lower"]) if match["lower"] else (match["source"], match["target"])
        codes = _BY_WRITTEN.get(source.lower()), _BY_WRITTEN.get(target.lower())
        if None not in codes and codes[0] != codes[1]:
            found.append(Named(*match.span(), ASPECT, (f"{codes[0]}-{codes[1]}",)))
    return found


def is_one(text: str) -> bool:
    """Whether a text is a direction and nothing else."""
    return [(one.start, one.end) for one in named_in(text)] == [(0, len(text))]


def benchmark(name: str, direction: str) -> str:
    """The name of a translation benchmark in one direction, as the lexicon writes it; the name itself of any other."""
    known = lexicon.load()
    entry = known.benchmark(name) or known.benchmark(re.split(r"[\s\d'’]", name, maxsplit=1)[0])
    if entry is None or entry.task != TASK:
        return name
    directed = f"{_DIRECTED.sub('', name)} {direction}"
    listed = known.benchmark(directed)
    return listed.name if listed else directed
