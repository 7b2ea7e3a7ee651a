"""How long the worst text takes: strings made to be slow to read, through `extract` and through the readers.

`python tests/adversarial.py` (part of `make soak`) reads every string at 1 MB and adds its figures to
`soak.json` beside this file. It fails where a text takes more of the processor's time than SECONDS for each MB, a file
of many records more than RECORD for each, and BibTeX of nothing but commands more than COMMANDS for each MB.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import json
import pkgutil
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import regex
import soak

import leaderboard
from leaderboard import sources
from leaderboard.errors import InputError
from leaderboard.extraction import extract
from leaderboard.extraction.cues import Cued
from leaderboard.extraction.rules import all_rules
from leaderboard.lexicon import settings
from leaderboard.model import Paper

PIECES = {
    "digits": "1234567890",
    "one digit": "7",
    "dotted digits": "1.",
    "thousands": "1,234,",
    "commas": ",",
    "commas and blanks": ", ",
    "numbers and commas": "1, ",
    "digits of other scripts": "٣%, ",
    "ranges": "5-6% ",
    "tildes": "5~",
    "years": "2020, ",
    "versions": "v1.2.",
    "opening brackets": "(",
    "closing brackets": ")",
    "all brackets": "([{",
    "numbers in brackets": "(95% ",
    "closed brackets": "(95.2%) ",
    "citations": "[12] ",
    "open citations": "[1,2,",
    "names in brackets": "(Heron) ",
    "percent": "%",
    "percentages": "95% ",
    "plus-minus": "±",
    "deviations": "95 ± 1 ",
    "plus": "5+",
    "minus": "−5 ",
    "about": "≈5 ",
    "less": "<5 ",
    "slashes": "/",
    "fractions": "1/",
    "words and slashes": "a/",
    "hyphens": "-",
    "hyphened capitals": "A-",
    "hyphened digits": "1-",
    "hyphened names": "A-" * 300 + "A of the dataset, (" + "B-" * 300 + "B on ",
    "names and blanks": "(Heron Heron Heron Heron, ",
    "x": "x",
    "factors": "2x ",
    "products": "2x2x",
    "times": "5 times ",
    "fold": "two-fold ",
    "half": "by half ",
    "orders": "orders of magnitude ",
    "an endless word": "a",
    "an endless name": "Word",
    "an endless acronym": "A",
    "humps": "aB ",
    "names": "Net-1 ",
    "capitals": "Word ",
    "blanks": " ",
    "tabs": "\t",
    "lines": "\n",
    "returns": "\r",
    "blanks and words": "a  ",
    "full stops": ".",
    "spaced stops": ". ",
    "combining marks": "e\u0301\u0323",
    "marks alone": "\u0301",
    "zero width": "\u200b",
    "bidi": "\u202e",
    "NUL": "\0",
    "emoji": "\U0001f600",
    "Chinese": "漢。",
    "achieves": "achieves ",
    "achieves numbers": "achieves 95% ",
    "respectively": "respectively ",
    "lists": "95% and 96%, respectively, ",
    "and": "and ",
    "numbers and": "95 and ",
    "benchmark": "ImageNet ",
    "benchmarks": "ImageNet, CIFAR-10, ",
    "ordinary benchmark": "on MATH, ",
    "results": "95% on ImageNet, ",
    "metric": "accuracy ",
    "metrics": "95% accuracy, ",
    "sentences": "It is. ",
    "sentences with results": "It reaches 95% accuracy on ImageNet. ",
    "no stop": "It reaches 95% accuracy on ImageNet and ",
    "from": "from ",
    "from to": "from 50% to 60% ",
    "between": "between ",
    "by": "by 5% ",
    "up to": "up to 5x ",
    "the": "the ",
    "of the": "of the ",
    "we propose": "We propose Heron ",
    "our": "Our Heron ",
    "called": "called Heron ",
    "data sets": "the Heron dataset ",
    "on": "on Heron ",
    "names listed": "Heron, ",
    "faster": "2x faster than LoRA ",
    "reduces": "reduces memory by 50% ",
    "rates": "30 FPS ",
    "while": "while ",
    "shots": "5-shot ",
    "open shots": "5-, ",
    "acronyms": "ASR of 74% ",
    "tasks": "SemEval-2020 Task ",
    "apposition": "Heron is a ",
    "TeX": "\\textbf{",
    "backslashes": "\\",
    "formulas": "$95\\%$ ",
    "dollars": "$",
    "braces": "{",
    "arrows": "5 -> ",
    "colons": "1:",
    "at": "R@1 ",
    "quotes": '"',
    "apostrophes": "'",
    "addresses": "https://github.com/",
    "repositories": "github.com/a",
    "mail": "a@b.",
    "entries": "@article{a,",
    "objects": '{"a":',
    "lists of lists": "[",
    "rows": "a,b\n",
    "title and abstract": "A title\nWe reach 95% on A. It is good.\n",
}
"""What is repeated."""

RESULT = "Our method Heron reaches 95% accuracy on ImageNet. "
"""A claim before the string and one behind it: without any, much of extraction is not reached."""

SECONDS = 1.0
"""What 1 MB of text may take, in a file that holds it several times each of them."""
RECORD = 30e-6
"""Seconds that a record (a row, an object, an entry, a line of a listing) may take: a MB holds 300,000 empty ones."""


def patterns() -> Iterator[regex.Pattern[str] | re.Pattern[str]]:
    """Every expression of the package over text, each once."""
    yield from {pattern.pattern: pattern for pattern in _patterns() if isinstance(pattern.pattern, str)}.values()


def _patterns() -> Iterator[regex.Pattern[str] | re.Pattern[str]]:
    for found in pkgutil.walk_packages(leaderboard.__path__, "leaderboard."):
        if found.name == "leaderboard.__main__":
            continue
        for value in vars(importlib.import_module(found.name)).values():
            for each in value if isinstance(value, tuple) else (value,):
                each = each.pattern if isinstance(each, Cued) else each
                if isinstance(each, re.Pattern | regex.Pattern):
                    yield each
    yield from (rule.compiled for rule in all_rules())
    yield from (entry.written for entry in settings.entries())
    yield from (entry.titled for entry in settings.entries() if entry.titled)


_ESCAPES = regex.compile(r"\\[a-zA-Z]|\(\?P?<[a-z]+>|\\p\{\w+\}")
_WORDS = regex.compile(r"\p{L}{2,}")


def strings() -> dict[str, str]:
    """What is repeated: PIECES, and for each expression of the package its first and its last words, and a number."""
    found = dict(PIECES)
    for pattern in patterns():
        words = list(dict.fromkeys(_WORDS.findall(_ESCAPES.sub(" ", pattern.pattern))))
        for piece in (" ".join(words[:6]), " ".join(words[-6:])):
            if piece and f"{piece} 5% " not in found.values():
                found[f"words: {piece[:40]} {len(found)}"] = f"{piece} 5% "
    return found


def repeated(piece: str, size: int) -> str:
    """`piece` over and over: `size` characters."""
    return (piece * (size // len(piece) + 1))[:size]


def read_claims(text: str) -> None:
    """Extract from an abstract that holds the text between two claims."""
    extract(Paper(paper_id="p", title="Heron: a net", abstract=f"{RESULT}{text} {RESULT}"))


def read_title(text: str) -> None:
    """Extract from a paper with such a title."""
    extract(Paper(paper_id="p", title=text, abstract=RESULT))


FORMS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "listing": lambda text: f"A title\n{RESULT}{text}\n\nAnother title\n{RESULT}\n",
    "json": lambda text: json.dumps([{"title": text, "abstract": text, "url": text, "published": text}]),
    "csv": lambda text: 'title,abstract,date\n"{0}","{0}","{0}"\n'.format(text.replace('"', '""')),
    "bibtex": lambda text: (
        f"@article{{key,\n title = {{A title}},\n abstract = {{{RESULT}{text}}},\n url = {{{text}}}\n}}\n"
    ),
    "evaluation tables": lambda text: json.dumps(
        [{"task": text, "datasets": [{"dataset": text, "sota": {"metrics": [text], "rows": [
            {"model_name": text, "paper_title": text, "metrics": {text: text}}]}}]}]
    ),
}  # fmt: skip
"""Each way of writing the text into a file that some reader takes."""


def reader(form: str) -> Callable[[str], None]:
    """What writes a text in one of the FORMS and reads that file; refusing it is an answer."""

    def read(text: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "input.txt")
            path.write_text(FORMS[form](text), encoding="utf-8", newline="")
            with suppress(InputError):
                sources.read([path])

    return read


def allowed(way: str, text: str) -> float:
    """Seconds that reading such a text in one of the WAYS may take."""
    if not way.startswith("read "):
        return SECONDS * max(1.0, len(text) / 1_000_000)
    written = FORMS[way.removeprefix("read ")](text)
    records = max(sum(map(bool, written.split("\n"))), written.count("@article{"))  # entries need no line of their own
    return max(SECONDS * max(1.0, len(written) / 1_000_000), RECORD * records)


_ENTRY = "@misc{first, title = {A title}, abstract = {We reach 95%.}}\n"
_OBJECT = '{"title": "A title", "abstract": "We reach 95%."}'

RECORDS: dict[str, tuple[str, Callable[[int], str], str]] = {
    "rows": ("title,abstract\n", lambda number: "a,b\n", ""),
    "rows of papers": ("title,abstract\n", lambda number: f"{number:x},b\n", ""),
    "rows of other columns": ("a,b\n", lambda number: "a,b\n", ""),
    "lines of JSON": (f"{_OBJECT}\n", lambda number: "{}\n", ""),
    "objects": (f"[{_OBJECT}", lambda number: ",{}", "]"),
    "objects of other fields": (f"{_OBJECT}\n", lambda number: f'{{"a{number}":1}}\n', ""),
    "entries": (_ENTRY, lambda number: "@misc{a}\n", ""),
    "entries with faults": (_ENTRY, lambda number: "@misc{a=\n", ""),
    "BibTeX strings": (_ENTRY, lambda number: f"@string{{a{number}=1}}\n", ""),
    "lines of a listing": (f"A title\n{RESULT}\n", lambda number: "a b\n", ""),
}
"""Files of as many records as they can hold: their beginning, a record by its number, and their end."""

_ABSTRACTS: dict[str, Callable[[int], str]] = {
    "formulas": lambda number: r"$95\% \pm x_{1}$ " * 100,
    "commands": lambda number: r"\emph{a} " * 100,
    "commands all different": lambda number: "".join(rf"\emph{{{number} {count}}}" for count in range(100)),
    "unknown commands": lambda number: r"\heron{a}" * 100,
    "groups": lambda number: "".join(f"{{{number} {count}}}" for count in range(100)),
    "signs": lambda number: r"\alpha " * 100,
    "accents": lambda number: r"\'{e}" * 100,
    "commands for the parser": lambda number: r"\frac{a}{b}" * 100,
    "commands that lack something": lambda number: r"\'{\'" * 100,
    "nested commands": lambda number: r"\emph{" * 20 + "a" + "}" * 20,
    "commands without their braces": lambda number: r"\emph" * 100,
    "environments": lambda number: r"\begin{a}b\end{a}" * 100,
    "backslashes": lambda number: "\\" * 500 + " ",
}

ABSTRACTS: dict[str, tuple[str, Callable[[int], str], str]] = {
    name: (
        _ENTRY,
        functools.partial(lambda text, number: f"@misc{{a{number}, abstract={{{text(number)}{number}}}}}\n", text),
        "",
    )
    for name, text in _ABSTRACTS.items()
}
"""BibTeX files of which each abstract is LaTeX through and through, no two the same."""


def filled(file: tuple[str, Callable[[int], str], str], size: int) -> tuple[str, int]:
    """A text of RECORDS of `size` characters or some more, and how many records it holds."""
    beginning, record, end = file
    parts, length = [beginning], len(beginning)
    while length < size:
        parts.append(record(len(parts)))
        length += len(parts[-1])
    return "".join([*parts, end]), len(parts) - 1


WAYS: dict[str, Callable[[str], None]] = {
    "extract": read_claims,
    "title": read_title,
    **{f"read {form}": reader(form) for form in FORMS},
}


def seconds(work: Callable[[str], None], text: str) -> float:
    """The processor's time that the work takes: of a shared machine it says more than the clock."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--size", type=int, default=1_000_000, help="characters of each string")
    arguments.add_argument("--ways", nargs="*", default=list(WAYS), choices=list(WAYS))
    chosen = arguments.parse_args()
    for work in WAYS.values():
        work(RESULT)  # expressions are compiled when first used
    slow: list[str] = []
    read, longest = 0, 0.0
    for way in chosen.ways:
        pieces = strings() if way == "extract" else PIECES
        took = {}
        for name, piece in pieces.items():
            text = repeated(piece, chosen.size)
            took[name] = seconds(WAYS[way], text)
            if took[name] > allowed(way, text):
                slow.append(f"{way}, {name}: {took[name]:.2f} s for {chosen.size:,} characters")
                print(slow[-1], flush=True)
        name = max(took, key=lambda name: took[name])
        read, longest = read + len(pieces), max(longest, took[name])
        print(f"{way}: {len(pieces)} strings, slowest {name}: {took[name]:.2f} s", flush=True)
    figures = {
        "read": read,
        "characters of each": chosen.size,
        "over the bar": len(slow),
        "longest seconds": round(longest, 2),
    }
    soak.record("adversarial strings", figures)
    return 1 if read_records(chosen.size) or slow else 0


def read_records(size: int) -> bool:
    """Read the files of RECORDS and ABSTRACTS, tell what they take, and whether any takes too long."""
    costs = {}
    for name, file in RECORDS.items():
        text, records = filled(file, size)
        costs[name] = seconds(WAYS["read plain"], text) / records
        print(f"{name}: {records:,} records, {costs[name] * 1e6:.1f} µs each", flush=True)
    told = {}
    for name, file in ABSTRACTS.items():
        text, records = filled(file, size)
        took = seconds(WAYS["read plain"], text)
        told[name] = took / max(len(text) / 1_000_000, RECORD / SECONDS * records)
        print(f"abstracts of {name}: {took:.2f} s", flush=True)
    soak.record(
        "files of many records",
        {"read": len(costs), "longest microseconds for a record": round(max(costs.values()) * 1e6, 1)},
    )
    soak.record(
        "abstracts of nothing but LaTeX", {"files read": len(told), "longest seconds": round(max(told.values()), 2)}
    )
    return max(costs.values()) > RECORD or max(told.values()) > SECONDS


if __name__ == "__main__":
    sys.exit(main())
