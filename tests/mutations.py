"""Sentences changed at random through `extract`: none ends it, and every claim stands where it says.

`python tests/mutations.py --count 1000000` (part of `make soak`) tries so many and adds its figures to `soak.json`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import soak

from leaderboard import sources
from leaderboard.extraction import extract
from leaderboard.extraction.rules import all_rules
from leaderboard.extraction.sentences import sentences
from leaderboard.model import Claim, Paper

LISTS = Path(__file__).with_name("sentences")
SEED = 20240501
SIGNS = "0123456789٣½²,.;:()[]{}%$\\±~<>=+-−–—/|&@#^_*'’\"“ \t\n\u00a0\u2009\u200b\u202e\u0301\0éßİ漢🙂"
TITLES = ("", "Heron: A Net", "HeronBench: A Benchmark of Herons", "Reading Numbers with Care (RNC)")


def samples() -> list[str]:
    """The sentences that are mutated: of the lists of examples, of the rules, and of the shipped sample."""
    found = [
        line[2:]
        for path in sorted(LISTS.glob("*.md"))
        for line in path.read_text("utf-8").splitlines()
        if line[:2] == "> "
    ]
    for rule in all_rules():
        found += [*(text for text, _ in rule.examples), *rule.counter_examples, *rule.rejects]
    for paper in sources.read([sources.sample()]).papers:
        found += [paper.abstract[start:end] for start, end in sentences(paper.abstract)]
    return list(dict.fromkeys(found))


def mutated(chance: random.Random, known: list[str]) -> str:
    """One of the sentences, changed in one to five places or spliced with another."""
    text = chance.choice(known)
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 1, 2, 5, 20)))
        piece = text[start:end]
        match chance.randrange(8):
            case 0:  # deleted
                text = text[:start] + text[end:]
            case 1:  # doubled, or repeated
                text = text[:end] + piece * chance.choice((1, 1, 2, 9)) + text[end:]
            case 2:  # swapped with what follows
                text = text[:start] + text[end : 2 * end - start] + piece + text[2 * end - start :]
            case 3:  # another sign in its place
                text = text[:start] + chance.choice(SIGNS) + text[start + 1 :]
            case 4:  # a sign put in
                text = text[:start] + chance.choice(SIGNS) + text[start:]
            case 5:  # digits changed
                text = "".join(
                    chance.choice("0123456789") if c.isdigit() and chance.random() < 0.5 else c for c in text
                )
            case 6:  # cut, and gone on with another sentence
                other = chance.choice(known)
                text = text[:start] + other[chance.randrange(len(other)) :]
            case _:  # another sentence behind it
                text = f"{text} {chance.choice(known)}"
    return text


def mutations(count: int, seed: int = SEED) -> Iterator[str]:
    """`count` mutated sentences, the same for the same seed."""
    chance, known = random.Random(seed), samples()
    return (mutated(chance, known) for _ in range(count))


def checked(abstract: str, title: str = "") -> list[Claim]:
    """The claims of a text. Raises AssertionError where one is not as promised."""
    claims = extract(Paper(paper_id="p", title=title, abstract=abstract))
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(abstract)
        assert abstract[claim.start : claim.end] in claim.sentence
        assert claim.sentence in abstract
        assert len(claim.sentence) <= 2000
        assert 0 <= claim.confidence <= 1
    assert len({claim.claim_id for claim in claims}) == len(claims)
    return claims


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=1_000_000)
    arguments.add_argument("--seed", type=int, default=SEED)
    chosen = arguments.parse_args()
    began = time.process_time()
    claims = characters = 0
    for number, text in enumerate(mutations(chosen.count, chosen.seed)):
        try:
            claims += len(checked(text, TITLES[number % len(TITLES)]))
        except Exception:
            print(f"mutation {number} of seed {chosen.seed}: {text!r}")
            raise
        characters += len(text)
    took = round(time.process_time() - began)
    figures = {"tried": chosen.count, "characters": characters, "claims at valid offsets": claims, "errors": 0}
    soak.record("mutated sentences", figures)
    print(f"{chosen.count:,} mutated sentences, {claims:,} claims, no error, every offset valid; {took:,} s")


if __name__ == "__main__":
    main()
