"""What of an abstract is not read since it is more than an abstract holds: told, so that nothing is lost in silence.

Most texts are cleared by their length and digits alone, before extraction, which has the limits, is loaded.
"""

from __future__ import annotations

from ahocorasick_rs import BytesAhoCorasick

LIMITS = {
    "text": "of more than 100,000 characters, read so far",
    "numbers": "with more than 400 numbers, read so far",
    "sentence": "with a sentence of more than 2,000 characters, read in pieces, or a word as long, left out",
    "numbers of a sentence": "with more than 100 quantities in a sentence, read so far",
}
"""What an abstract may have too much of, in words."""

SHORT = 2000
"""Characters. No text of so many is too long or has too long a sentence,"""
FEW = 100
"""and none with so few digits and words for quantities has too many of them."""
_NOT_DIGITS = bytes(set(range(256)) - set(b"0123456789"))
_WORDS = BytesAhoCorasick(
    (
        *(b"magnitude", b"twice", b"thrice", b"times", b"fold", b"halv", b"doubl", b"tripl", b"half", b"third"),
        *(b"quarter", b"fourth", b"fifth", b"sixth", b"eighth", b"tenth", b"hundredth", b"percent", b"point"),
        *(b"hour", b"minute", b"second", b"day"),
    )
)
"""One of which every quantity holds that is written in words."""
_SHORTEST = 6
"""Characters of a quantity in words, with what parts it from the next."""


def beyond(abstract: str) -> tuple[str, ...]:
    """Which of LIMITS an abstract goes beyond."""
    if len(abstract) <= SHORT and _most_quantities(abstract) <= FEW:
        return ()
    from leaderboard.extraction import LONGEST, MOST_NUMBERS
    from leaderboard.extraction.quantities import MOST, by_sentence, candidates, quantities
    from leaderboard.extraction.sentences import LONGEST as LONGEST_SENTENCE
    from leaderboard.extraction.sentences import sentences, uncut

    text = abstract[:LONGEST]
    found = candidates(text)
    parts = sentences(text)
    too_much = {
        "text": len(abstract) > LONGEST,
        "numbers": len(found) > MOST_NUMBERS,
        "sentence": any(end - start > LONGEST_SENTENCE for start, end in uncut(text)),
        "numbers of a sentence": any(
            len(there) > MOST <= len(quantities(text[slice(*parts[number])], there))
            for number, there in by_sentence(found[:MOST_NUMBERS], parts)
        ),
    }
    return tuple(name for name in LIMITS if too_much[name])


def _most_quantities(text: str) -> int:
    """No text has more quantities than this."""
    written = text.encode("utf-8", "surrogatepass")
    digits = len(written.translate(None, _NOT_DIGITS))
    return digits + (len(_WORDS.find_matches_as_indexes(written.lower())) if len(text) > FEW * _SHORTEST else 0)
