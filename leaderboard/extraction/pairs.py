"""Several numbers of several measures, or against several rivals.

`reduces memory and latency by 40% and 20%` are two claims of two kinds.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import AGAINST, Draft
from leaderboard.extraction.kinds import compose
from leaderboard.extraction.measures import PART, PHRASE_ENDS, Measure, is_weak, measure_from_span, with_head
from leaderboard.extraction.mentions import measure_kind
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_WORDS = word_classes()
_NO_PART = "(?:an?|and|or|the|when|while|where|using|its|their|our|by|to|from|of|in|on|for|both|with|which|that|over|against|than|it|we|is|are)"
_NAME = rf"(?P<name>(?:(?!{_NO_PART} )(?:[a-z][\w-]*|[MSR]\d+) ){{1,4}})"
_ANY_NAME = rf"(?P<name>(?:(?!{_NO_PART} )(?:[a-z][\w-]*|[MNSR]\d+) ){{1,4}})"
_THE = r"(?:(?:both|the|its|their|our|average|mean|overall|total) )*"
_CHANGE = f"{_WORDS['improvement']}|{_WORDS['reduction']}"
_NAMED = patterns.compiled(
    rf" (?:{_WORDS['improve']}|{_WORDS['reduce']}|(?:{_CHANGE}) (?:in|of)|in terms of) {_THE}"
    rf"{_ANY_NAME}(?:(?:, and|,|and) {_THE}{_ANY_NAME})+"
    r"(?:(?:of|in|on|for|over) (?:(?![QFT]\d|[,;.():]|and |by )\S+ ){1,6})?(?:respectively )?by (?:[a-z]+ ){0,3}$"
)
"""Before several numbers the measures that they are of: `reduces rotation and translation errors by`."""
_SUBJECTS = patterns.compiled(
    rf"(?:^|[,;:]| (?<!(?:of|for|in|on) )(?:that|where|with|the|an?|our|its|{_WORDS['achieve']})) {_THE}(?!(?:minimum|maximum|mean|median) ){_NAME}and (?!maximum |minimum |standard ){_NAME}(?:of|are|were) (?:[a-z]+ ){{0,2}}$"
)
"""Before several scores: `an entry and exit rate of`."""
_BEHIND = patterns.compiled(
    rf"Q\S+ (?:(?:absolute|relative|points?|{_CHANGE}) ){{0,3}}(?:(?P<surely>in terms of|regarding|with respect to)|in|on) {_THE}"
    rf"{_ANY_NAME}(?:, {_THE}{_ANY_NAME})*(?:, )?and {_THE}{_ANY_NAME}(?:{PHRASE_ENDS}|respectively) "
)
"""Behind several numbers: `by 3% and 4% in clarity and depth`."""
_FARTHEST = 200
"""How many characters before its numbers a list of measures is looked for."""


def apart(tape: Tape, made: list[Draft]) -> list[Draft]:
    """The drafts, those of several numbers parted where the sentence names as many measures, one for each."""
    _head_shared(tape, made)
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


def _head_shared(tape: Tape, made: list[Draft]) -> None:
    """Two measures of one head to two figures of different units: `position and orientation errors of 9 mm and 4°`."""
    for one, other in pairwise(made):
        if (
            one.measure is not None
            and other.measure is not None
            and one.measure.names == other.measure.names
            and len(one.measure.names) == len(one.quantities) == len(other.quantities) == 1
            and _THEN.fullmatch(tape.text, tape.offsets[one.item], tape.offsets[other.item])
            and (named := _PART.search(tape.text, 0, tape.offsets[one.item]))
            and PART.fullmatch(named["part"].strip())
        ):
            one.measure = _with_head(named["part"].strip(), one.measure)


_THEN = patterns.compiled(r"Q\S+ (?:, )?and ")
_PART = Ending(
    rf" (?!{_NO_PART} )(?P<part>[a-z][a-z-]+ )and (?:(?!{_NO_PART} )[a-z][a-z-]+ ){{0,2}}[MSR]\d+ (?:(?:is|are|was|were|of|in|reach\w*|amount(?:s|ed)? to) )*$"
)


def _measures(tape: Tape, draft: Draft) -> list[Measure]:
    """The measures of several numbers, in order; none where they are of one or nothing says which is whose."""
    if len(draft.benchmarks) > 1:
        return []
    if draft.measure is not None and len(draft.measure.names) == len(draft.quantities):
        return [Measure(_kind(name) or draft.measure.kind, (name,)) for name in draft.measure.names]
    at = tape.offsets[draft.item]
    before = _NAMED if draft.kind in AGAINST else _SUBJECTS
    named = before.search(tape.text, max(0, at - _FARTHEST), at)
    behind = _BEHIND.match(tape.text, at) if named is None and draft.kind in AGAINST else None
    named = named or behind
    if named is None:
        return []
    found = [_named(tape, span) for span in named.spans("name")]
    last = found[-1]
    kinds = {each.kind for each in found if each is not None and not is_weak(*each.names[0])}
    unknown = (kinds <= {"?", "N"}) if behind else "N" in kinds
    if last is None or (unknown and not (behind and behind["surely"])):
        return []
    if behind or draft.kind not in AGAINST:
        stated = {name for name in draft.measure.names[0] if name} if draft.measure is not None else set()
        if stated and not any(each and stated.intersection(each.names[0]) for each in found):
            return []
    first, part = found[0], named.captures("name")[0]
    if len(found) == 2 and (first is None or first.kind == "?") and PART.fullmatch(part.strip()):
        found[0] = _with_head(part.strip(), last)
    elif draft.kind not in AGAINST and "?" in kinds:
        return []
    return [replace(each, kind="M") if each.kind == "N" else each for each in found if each is not None]


def _named(tape: Tape, span: tuple[int, int]) -> Measure | None:
    """The measure of a list's member: what stands there, or a name in capitals that the lexicon lists or that abbreviates."""
    item = tape.items[tape.item_at(span[0])]
    if item.kind != "N":
        return measure_from_span(tape, span)
    if not _ALONE.fullmatch(tape.text, *span):
        return measure_from_span(tape, span)
    name = item.mentions[0].text
    known = lexicon.load().metric(name)
    if known is not None:
        return Measure(measure_kind(known), ((name, known.name),))
    return Measure("N", ((name, None),)) if _ACRONYM.fullmatch(name) else None


_ALONE = patterns.compiled(r"N\d+ (?:(?:metrics?|measures?|scores?) )?")
_ACRONYM = patterns.compiled(r"(?=(?:.*\p{Lu}){2})[\p{Lu}\d@_-]{2,8}|\p{L}+(?:Score|Rate|Acc)")


def _with_head(part: str, other: Measure) -> Measure:
    return with_head(part, other.names[0][0].rsplit(" ", 1)[-1], other.kind)


def _kind(name: tuple[str, str | None]) -> str | None:
    """The kind of mention that a listed measure is."""
    metric = lexicon.load().metric(name[1] or "")
    return measure_kind(metric) if metric is not None else None


def rivals_of(tape: Tape, draft: Draft, *, paired: bool) -> list[str]:
    """The rivals of a change's numbers, in order, where it is against as many: `outperforms LoRA and DoRA by 2% and 1%`.

    Numbers that go with as many measures or benchmarks (`paired`) have one each only where it is said that they have.
    """
    said = _ONE_EACH.search(tape.text) is not None
    if draft.baseline is None or (paired and not said):
        return []
    count, at = len(draft.quantities), tape.offsets[draft.item]
    each = next((found for part in (_AND, _SLASH) if len(found := part.split(draft.baseline)) == count), [])
    if each and (said or not (_ONE_SYSTEM.search(draft.baseline) or _ON_TWO.match(tape.text, at))):
        head = _HEAD.search(each[-1])
        return [
            rival + head[0] if head and rival is not each[-1] and _LACKS_HEAD.fullmatch(rival) else rival
            for rival in (_CITATION.sub("", rival) for rival in each)
        ]
    named = _NAMED_RIVALS.search(tape.text, 0, at)
    if named is None or len(named.captures("name")) != count:
        return []
    return [tape.source(*span).strip() for span in named.spans("name")]


_AND = patterns.compiled(r"(?:,\s(?:and\s)?|\sand\s)(?:the\s)?")
_SLASH = patterns.compiled(r"(?<=\p{Lu}\S*)/(?=\p{Lu})")
_CITATION = patterns.compiled(r"\s?\[\d+\]")
_HEAD = patterns.compiled(rf"\s(?:{_WORDS['approach']})$")
_LACKS_HEAD = patterns.compiled(rf"[a-z][a-z-]*(?: (?!of )[a-z-]+){{0,3}}(?<!\b(?:{_WORDS['approach']}))")
"""`bilingual` of `bilingual and pivot models`."""
_ONE_SYSTEM = patterns.compiled(r"\b(?:other|such as|like|including|e\.g)\b|^both\b")
"""In rivals that no number has for itself: `HeronNet and other methods`, `pruners such as HeronNet and OwlNet`."""
_ON_TWO = patterns.compiled(
    r"Q\S+ (?:(?![QFT]\d|[,;:.()]|while |and )\S+ ){0,16}?(?:on|in|for|under|at) (?:(?![QFT]\d|[,;:.()]|(?:over|than|to|with|and|while|against) )\S+ ){1,8}and (?![QFT]\d|\w+ing )"
)
"""`by 2% and 1% on short and long texts`."""
_ONE_EACH = patterns.compiled(r" (?:respectively|accordingly) ")
_NAMED_RIVALS = patterns.compiled(
    rf" (?:{_WORDS['approach']}) (?:(?![QFT]\d|[,;:.()])\S+ ){{0,6}}(?:\(|,? ?namely|,? ?such as|like) (?:(?:e\.g\.?|i\.e\.?|,) )*"
    r"(?P<name>N\d+ )(?:(?:, and|,|and) (?P<name>N\d+ ))+"
)
"""`outperforms table readers (HeronNet and OwlNet) by 2% and 1%`."""
