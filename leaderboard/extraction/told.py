"""The measure that a phrase behind a figure tells: `by 3.1% for dense scenes in terms of recall`, `16.6% (based on AUC)`."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.measures import VAGUE, Measure, is_of_known_kind, measure_from_span
from leaderboard.extraction.names import is_like_model
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_VERBS = "|".join(word_classes()[name] for name in ("achieve", "outperform", "improve", "reduce", "worsen"))
_OTHER_STATEMENT = rf"(?:{_VERBS}|is|are|was|were|while|whilst|whereas|but|yet|which|that|where|we|it|defined)"
_SYSTEM = word_classes()["approach"]
_GAP = rf"(?:on (?:the )?M\d+ |B\d+ R\d+ |[SR]\d+ (?=(?:{_SYSTEM}) )|\( [^()]{{1,20}}\) |(?!{_OTHER_STATEMENT} |[;:.] |[MSR]\d)\S+ ){{0,18}}?"
_SHORT = rf"(?:(?!{_OTHER_STATEMENT} |[(;:.] |[MSRQFT]\d)\S+ ){{0,4}}?"
_CUE = r"(?P<any>in terms of )|(?:\( )?(?:based on|(?:as )?measured (?:by|in|with)|evaluated (?:by|in|with)|with respect to|w\.r\.t|regarding) "
_NO_PART = r"(?:[QFTBNO]\d|[,;:.()] |(?:and|or|for|on|in|by|over|than|with|when|while|compared|at|across|using|under|to|from|as|is|are|of|without|between|respectively|the) )"
_PART = rf"(?:(?:N\d+ (?=(?:[a-z-]+ )?M\d))?(?:M\d+ |(?!{_NO_PART})\S+ ){{1,5}}|N\d+ (?=(?:(?:, )?(?:and|or) |, |/ )(?:the )?(?!\S+ing |we |it |which |while )|, respectively ))"
_TOLD = patterns.compiled(
    rf"[QFT]\d\S* (?:(?P<gap>(?:(?:[a-z]+ )?M\d+ )?{_GAP})(?:{_CUE})|{_SHORT}\( (?=(?:mean |average )?M\d+ [);,]))(?:(?:the|their|its|both|average|mean|overall|standard|total) )*"
    rf"(?P<what>(?:N\d+ (?=[.,;()] |on |over |compared ))|{_PART}(?:(?:(?:, )?(?:and|or) |, |/ )(?:the )?{_PART})*)"
)
_ANY_CUE = patterns.compiled(rf"(?:{_CUE})|\( (?:mean |average )?M\d")
_LINK = patterns.compiled(r"(?:, )?(?:and|or) |, |/ ")


def told_behind(tape: Tape, index: int, stated: Measure | None = None, end: int | None = None) -> Measure | None:
    """The measure (or, of as many figures, the measures) that a phrase behind the item tells, None where it tells none.

    `stated` is what is known otherwise: it gives way where it is vague, or where it only praises and ends (at `end` of
    the tape's text) right before the phrase, as in `4 times more effective in terms of`.
    """
    item, at = tape.items[index], tape.offsets[index]
    unclear = " metric" in tape.text and (stated is None or not VAGUE.isdisjoint(stated.names[0]))
    if unclear and (metric := _ON_METRIC.match(tape.text, at)):
        return _of_metric(tape, metric)
    if item.quantities[0].unit_class not in ("percent", "points", "factor", "bare") or not _ANY_CUE.search(
        tape.text, at
    ):
        return None
    match = _TOLD.match(tape.text, at)
    if match is None:
        return None
    own = match["any"] is not None and "Q" not in (match["gap"] or "")  # and no further figure's
    generic = own and stated is not None and stated.names[0][0].lower() == "accuracy"
    praised = end is not None and match["gap"] is not None and end == match.end("gap")
    improved = own and stated is not None and stated.kind == "?"  # `improves the encodings by 5x in terms of runtime`
    if stated is not None and not (praised or generic or improved) and VAGUE.isdisjoint(stated.names[0]):
        return None
    begin, what = match.start("what"), match["what"]
    links = [*_LINK.finditer(what)]
    spans = list(
        zip([begin, *(begin + m.end() for m in links)], [*(begin + m.start() for m in links), match.end()], strict=True)
    )
    told = [measure_from_span(tape, span) or _acronym(tape, span) for span in spans]
    known = [each for each in told if each is not None and (match["any"] or each.kind == "M")]
    if not known or known[0] is not told[0] or (generic and known[0].kind != "M"):
        return None
    names = tuple(name for each in known for name in each.names)
    if len(known) == len(told) > 1 and len(names) == len(item.quantities):
        return Measure("M" if any(each.kind == "M" for each in known) else known[0].kind, names)
    if all(each.kind == "?" for each in known):
        return measure_from_span(tape, (begin, match.end()))  # `cumulative and risk-adjusted returns`
    return known[0]


_TURN = patterns.compiled(
    rf"[QFT]\S+ (?:(?!{_OTHER_STATEMENT} |[MQFT]\d|[;:.] )\S+ )*?(?:in|on|for|of) (?:terms of |the |both )*(?P<list>(?:M\d+ |N\d+ |(?!{_NO_PART})\S+ |(?:(?:, )?and|,) )+?)(?:metrics |scores )?(?:, )?respectively "
)


def told_in_turn(tape: Tape, index: int, count: int) -> Measure | None:
    """As many measures as figures, one of them at least known: `by 12% and 7% in terms of OwlScore-max and AP, respectively`."""
    match = _TURN.match(tape.text, tape.offsets[index])
    if match is None:
        return None
    names: list[tuple[str, str | None]] = []
    at, known = match.start("list"), False
    for part in _LINK.splititer(match["list"]):
        told = measure_from_span(tape, (at, at + len(part))) if part else None
        item = tape.items[tape.item_at(at)]
        if told is None and item.kind == "N" and part.count(" ") == 1 and _may_be_measure(item.mentions[0].text):
            told = Measure("?", ((item.mentions[0].text, None),))
        if told is None:
            return None
        names += told.names
        known = known or told.kind == "M"
        at += len(part)
        if link := _LINK.match(tape.text, at):
            at = link.end()
    return Measure("M", tuple(names)) if known and len(names) == count else None


def _may_be_measure(name: str) -> bool:
    """Whether a name beside measures is one, too: no model's, but maybe one kind of a known measure, `F1-max`."""
    return not is_like_model(name) or is_of_known_kind(name)


_AHEAD = patterns.compiled(
    rf"^ (?:\S+ , )?(?:in terms of |regarding |with respect to |concerning |(?:on|in|by|based on) (?=(?:\S+ ){{1,5}}metric (?:\( [^()]* \) )?, ))(?:(?:the|its|both|average|mean|overall|total) )*"
    rf"(?P<what>(?:[MSRN]\d+ |(?!{_NO_PART})[a-z-]+ ){{1,3}}?)(?:metrics? )?(?:\( [^()]* \) )?, (?![^,]{{0,60}}, and )"
)


def told_ahead(tape: Tape, index: int) -> Measure | None:
    """The measure that a sentence begins with: `In terms of search time, we see a gain of 30%`, `On the WXR metric, ...`."""
    found = _AHEAD.match(tape.text)
    if found is None or found.end() > tape.offsets[index]:
        return None
    return measure_from_span(tape, found.span("what")) or _acronym(tape, found.span("what"))


_ANY_OF = r"(?:some|all|any|both|most|many|several|various|multiple|different|other|these|two|three|few|standard|common|main|key|major|automatic|evaluation|human|performance|quality|tests?|sets?)"
_ON_METRIC = patterns.compiled(
    rf"[QFT]\d\S* {_SHORT}(?:on|in|using|with) (?:the |its |their )*(?!(?:\S+ ){{0,2}}(?:{_ANY_OF} ))(?P<what>(?:M\d+ |N\d+ |(?!{_NO_PART})[a-z-]+ ){{1,3}})(?:metrics |metric (?P<known>M\d+ ))"
)
"""`by 4% on the intent detection metric F1`, `an improvement of 12% over HeronNet on song similarity metrics`."""


def _of_metric(tape: Tape, match: regex.Match[str]) -> Measure | None:
    """The measure that something is called a metric by."""
    span = match.span("known" if match["known"] else "what")
    return measure_from_span(tape, span) or _acronym(tape, span)


def _acronym(tape: Tape, span: tuple[int, int]) -> Measure | None:
    """The measure that an acronym between others is: `in terms of revenue, ROI, and accuracy`."""
    item = tape.items[tape.item_at(span[0])]
    name = item.mentions[0].text if item.kind == "N" else ""
    return Measure("M", ((name, None),)) if _ACRONYM.fullmatch(name) else None


_ACRONYM = patterns.compiled(r"(?=.*\p{Lu})[\p{Lu}\d@-]{2,6}")
_PRECISELY = patterns.compiled(
    r"\S+ (?:(?:M\d+ )?(?:(?P<short>\( M\d+ \)) |(?:at|for) (?:(?:the|average|mean) )*(?P<measure>M\d+ ))"
    r"|(?:\( [^()]* \) )?(?:(?:and|,|, and) Q\S+ (?:\( [^()]* \) )?){0,3}(?P<measure>M\d+ ))"
)


def made_precise(tape: Tape, index: int, stated: Measure) -> Measure | None:
    """The measure behind a score of a vague one: `an error of 8 mm (MPJPE)`, `a performance of 61% (large) and 59% (small) F1`."""
    match = _PRECISELY.match(tape.text, tape.offsets[index])
    if match is None or (match["measure"] and stated.names[0][1] != "performance"):
        return None
    found = measure_from_span(tape, match.span("short" if match["short"] else "measure"))
    return None if found is None or found.names[0][1] in VAGUE else found
