"""Several numbers of several measures: `reduces memory and latency by 40% and 20%` are two claims of two kinds."""

from __future__ import annotations

from dataclasses import replace

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.draft import AGAINST, Draft
from leaderboard.extraction.kinds import compose
from leaderboard.extraction.measures import Measure, measure_from_span
from leaderboard.extraction.mentions import measure_kind
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_WORDS = word_classes()
_NAME = r"(?P<name>(?:(?!(?:and|or|the|its|their|our|by|to|from|of|in|on|for|both|with|which|that) )(?:[a-z][\w-]*|[MSR]\d+) ){1,4})"
_THE = r"(?:(?:both|the|its|their|our|average|mean|overall|total) )*"
_NAMED = patterns.compiled(
    rf" (?:{_WORDS['improve']}|{_WORDS['reduce']}|(?:{_WORDS['improvement']}|{_WORDS['reduction']}) (?:in|of)) {_THE}"
    rf"{_NAME}(?:(?:, and|,|and) {_THE}{_NAME})+"
    r"(?:(?:of|in|on|for|over) (?:(?![QFT]\d|[,;.():]|and |by )\S+ ){1,6})?(?:respectively )?by (?:[a-z]+ ){0,3}$"
)
"""Before several numbers the measures that they are of: `reduces rotation and translation errors by`."""
_FARTHEST = 200
"""How many characters before its numbers a list of measures is looked for."""


def apart(tape: Tape, made: list[Draft]) -> list[Draft]:
    """The drafts, those of several numbers parted where the sentence names as many measures, one for each."""
    out: list[Draft] = []
    for draft in made:
        found = _measures(tape, draft) if len(draft.quantities) > 1 else []
        if len(found) != len(draft.quantities):
            out.append(draft)
            continue
        for quantity, measure in zip(draft.quantities, found, strict=True):
            kind, negative = compose(draft.frame, quantity, measure, draft.words)
            if kind is not None:
                out.append(replace(draft, quantities=[quantity], measure=measure, kind=kind, negative=negative))
    return out


def _measures(tape: Tape, draft: Draft) -> list[Measure]:
    """The measures of a change's numbers, in order; none where it names one or does not say which is whose."""
    if draft.kind not in AGAINST or len(draft.benchmarks) > 1:
        return []
    if draft.measure is not None and len(draft.measure.names) == len(draft.quantities):
        return [Measure(_kind(name) or draft.measure.kind, (name,)) for name in draft.measure.names]
    at = tape.offsets[draft.item]
    named = _NAMED.search(tape.text, max(0, at - _FARTHEST), at)
    if named is None:
        return []
    found = [measure_from_span(tape, span) for span in named.spans("name")]
    last = found[-1]
    if last is None:
        return []
    first, part = found[0], named.captures("name")[0]
    if len(found) == 2 and (first is None or first.kind == "?") and _IS_PART.fullmatch(part):
        found[0] = _with_head(part.strip(), last)
    return [measure for measure in found if measure is not None]


_IS_PART = patterns.compiled(r"[a-z-]+ (?<!(?:ness|ity|ency|acy|tude) )")
"""One word that is no measure by itself: `rotation` is not one, `stiffness` is."""


def _with_head(part: str, other: Measure) -> Measure:
    """`rotation` with the head of the measure after it: `rotation and translation errors`."""
    head = other.names[0][0].rsplit(" ", 1)[-1]
    metric = lexicon.load().metric(f"{part} {head}") or lexicon.load().metric(head)
    return Measure(other.kind, ((f"{part} {head}", metric.name if metric is not None else None),))


def _kind(name: tuple[str, str | None]) -> str | None:
    """The kind of mention that a listed measure is."""
    metric = lexicon.load().metric(name[1] or "")
    return measure_kind(metric) if metric is not None else None
