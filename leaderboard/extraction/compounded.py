"""What a noun of change is compounded with: `a ripple reduction of 40%`, which no lexicon lists."""

from __future__ import annotations

from leaderboard.extraction import measures, patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.modifiers import modified_from
from leaderboard.extraction.reading import Match
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Item, Tape


def compounded(tape: Tape, match: Match) -> Measure | None:
    """What a noun of change is compounded with: `a ripple reduction of 40%`, `a search space reduction of 40%`.

    What grows must look like a noun, as any adjective praises a gain. A noun that may be anything gives way to what was
    named before and has no figure yet.
    """
    changed = _CHANGED.match(tape.text, match.start) if match.rule.frame in ("up", "down") else None
    last = tape.item_at(match.start) - 1
    first = modified_from(tape, last + 1)
    if changed is None or first > last or first == 0 or tape.items[last].kind != "w":
        return None
    led = _LEADS.search(tape.text, 0, tape.offsets[first])
    if _QUALITY.search(tape.text, tape.offsets[last], match.start):
        start = tape.offsets[first if led else last]
        return measures.worded(tape, _WORDS.fullmatch(tape.text, start, match.start))
    if not led or _PRAISES.search(tape.text, 0, match.start):
        return None
    if changed["less"] is None and not _NOUN.search(tape.text, 0, match.start):
        return None
    before = tape.items[:first]
    figure = max((k for k, item in enumerate(before) if item.kind == "Q"), default=0)
    if any(_is_measure(item) for item in before[figure:]):
        return None
    return measures.worded(tape, _WORDS.fullmatch(tape.text, tape.offsets[first], match.start))


def _is_measure(item: Item) -> bool:
    """Whether an item is a measure that a later figure may be of."""
    return item.kind in "MS" or (
        item.kind == "R" and not measures.is_weak(item.mentions[0].text, item.mentions[0].canonical)
    )


_CHANGED = patterns.compiled(
    rf"(?:{word_classes()['improvement']}|(?P<less>{word_classes()['reduction']})) (?:of|by|up to|is|was) "
)
_QUALITY = Ending(rf"(?<=\s)(?:{measures.HEADS}|[a-z]+(?:ity|cy|ness)) $")
_NOUN = Ending(r"(?:ion|tude|[ae]nce) $")
_WORDS = patterns.compiled(r"(?P<what>.+)")
_PRAISES = Ending(
    rf"(?:(?:al|ic|ive|ous|ar|ary|ed|(?<!m)ent|[ai]ble|uble|iple|ful|less|ing|er|[dhnsz]y|id|ward|[tx]reme|[a-z]{{3}}ate) |-[a-z]+ | (?:{word_classes()['degree']}|big|sharp|deep|steep|broad|major|robust|direct|severe|sudden|quick|fair|max) )$"
)
"""An adjective says how much: `a sizable reduction of`, `a worst-case reduction of`."""
_LEADS = Ending(
    rf" (?:an?|the|its|our|their|\(|with|by|of|in|via|{word_classes()['degree']}|{word_classes()['achieve']}) $"
)
"""Before a noun: `claim` in `the authors claim reductions of` is none."""
