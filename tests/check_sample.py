"""Check the shipped sample against the papers it is about, and record where every number was found.

Run it from a clone that has the annotated data beside it: `python tests/check_sample.py ../shared`.
Three things must hold for each entry of `leaderboard/sample/papers.jsonl`:

1. every number of its paragraph stands in the abstract or the title of the paper;
2. title (after whitespace normalisation), venue and year are the paper's own;
3. no run of seven or more words is shared with the paper's abstract.

The result of (1) is written to `tests/sample_provenance.csv`; exit code 1 says that something did not hold.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "leaderboard" / "sample" / "papers.jsonl"
PROVENANCE = ROOT / "tests" / "sample_provenance.csv"

LONGEST_SHARED_RUN = 6
"""Words in a row that a paragraph may share with the abstract it is about."""

VENUES = {
    "aaai": "AAAI",
    "acl": "ACL",
    "acml": "ACML",
    "coling": "COLING",
    "colm": "COLM",
    "corl": "CoRL",
    "cvpr": "CVPR",
    "eccv": "ECCV",
    "iccv": "ICCV",
    "iclr": "ICLR",
    "icml": "ICML",
    "icra": "ICRA",
    "ijcai": "IJCAI",
    "iros": "IROS",
    "naacl": "NAACL",
    "nips": "NeurIPS",
    "wacv": "WACV",
}
"""How the sample writes the corpus' names of venues."""

# Digits anywhere, also inside names (`CIFAR-10`, `VGG16`), and the number words that a result may be stated in.
_NUMBER = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
    r"|\b(?:half|halves|twice|doubles?|triples?|(?:two|three|four|five|six|eight|ten)-?fold"
    r"|(?:one|two|three|four|five|an?) (?:orders? of magnitude|GPU (?:hours|days)))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Source:
    """What a paper says of itself: the text the sample's figures come from."""

    kind: str
    title: str
    abstract: str
    venue: str | None
    year: int | None


@dataclass(frozen=True)
class Figure:
    """One number of one paragraph, as written there, and whether its paper has it."""

    id: str
    number: str
    source: str
    found: bool


def normalised(text: str) -> str:
    """`text` on one line, with single spaces and without escaped percent signs."""
    return " ".join(unicodedata.normalize("NFKC", text).replace(r"\%", "%").split())


def numbers(text: str) -> list[str]:
    """The numbers of `text` as written, in order."""
    return [match.group() for match in _NUMBER.finditer(normalised(text))]


def value(number: str) -> str:
    """A number as compared: without thousands separators, number words in lower case."""
    return number.replace(",", "").lower()


def words(text: str) -> list[str]:
    """The words of `text` (numbers and names included), lower case, stripped of punctuation at their ends."""
    stripped = (re.sub(r"^\W+|\W+$", "", word) for word in normalised(text).casefold().split())
    return [word for word in stripped if word]


def longest_shared_run(one: str, other: str) -> list[str]:
    """The longest run of words that both texts contain."""
    a, b = words(one), words(other)
    best_end = best_length = 0
    previous = [0] * (len(b) + 1)
    for i, word in enumerate(a, start=1):
        current = [0] * (len(b) + 1)
        for j, counterpart in enumerate(b, start=1):
            if word == counterpart:
                current[j] = previous[j - 1] + 1
                if current[j] > best_length:
                    best_length, best_end = current[j], i
        previous = current
    return a[best_end - best_length : best_end]


def read_sample(path: Path = SAMPLE) -> list[dict[str, Any]]:
    """The records of the shipped sample."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_sources(shared: Path, ids: Iterable[str]) -> dict[str, Source]:
    """The papers with these ids: from the corpus, which knows venue and year, else from the annotated files."""
    wanted = set(ids)
    found: dict[str, Source] = {}
    for kind in ("conferences", "seeds"):
        for line in (shared / "gold" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["id"] in wanted:
                found[record["id"]] = Source(kind, record["title"], record["abstract"], None, None)
    rows = duckdb.execute(
        "SELECT id, title, abstract, venue, year FROM read_parquet(?) WHERE list_contains(?, id) ORDER BY id",
        [str(shared / "corpus" / "abstracts.parquet"), sorted(wanted)],
    ).fetchall()
    for paper_id, title, abstract, venue, year in rows:
        found[paper_id] = Source("corpus", title, abstract, VENUES.get(venue, venue), year)
    return found


def check(shared: Path, sample: list[dict[str, Any]]) -> tuple[list[Figure], list[str]]:
    """Every figure of the sample, and one line for each thing that does not hold."""
    sources = read_sources(shared, (record["id"] for record in sample))
    figures: list[Figure] = []
    problems: list[str] = []
    for record in sample:
        name = f"{record['id']} ({record['title'][:40]})"
        source = sources.get(record["id"])
        if source is None:
            problems.append(f"{name}: no such paper")
            continue
        known = {value(number) for number in numbers(f"{source.title}\n{source.abstract}")}
        for number in numbers(record["abstract"]):
            found = value(number) in known
            figures.append(Figure(record["id"], number, source.kind, found))
            if not found:
                problems.append(f"{name}: {number} does not stand in the abstract")
        for field, own in (("title", source.title), ("venue", source.venue), ("year", source.year)):
            expected = normalised(own) if isinstance(own, str) else own
            if record.get(field) != expected:
                problems.append(f"{name}: {field} is {record.get(field)!r}, the paper's is {expected!r}")
        run = longest_shared_run(record["abstract"], source.abstract)
        if len(run) > LONGEST_SHARED_RUN:
            problems.append(f"{name}: {len(run)} words shared with the abstract: {' '.join(run)}")
    return figures, problems


def as_csv(figures: Iterable[Figure]) -> str:
    """The provenance record: one line for each figure, in the order of the sample."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "number", "source", "found"))
    writer.writerows((f.id, f.number, f.source, "true" if f.found else "false") for f in figures)
    return out.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the shipped sample against the papers it is about.")
    parser.add_argument("shared", type=Path, help="the folder with corpus/ and gold/")
    sample = read_sample()
    figures, problems = check(parser.parse_args().shared, sample)
    PROVENANCE.write_text(as_csv(figures), encoding="utf-8")
    for problem in problems:
        print(problem, file=sys.stderr)
    found = sum(figure.found for figure in figures)
    verdict = "all found" if found == len(figures) else f"{len(figures) - found} not found"
    print(f"{len(sample)} entries, {len(figures)} figures, {verdict}; {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
