"""What a clause says that changed: its subject, `the chance of a crash during transport fell from`, or its object."""

from __future__ import annotations

from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.measures import PLAIN, Measure, measure_from_span
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_CHANGES = "|".join(word_classes()[name] for name in ("improve", "reduce", "worsen"))
_VERB = patterns.compiled(rf"(?:is|are|was|were|has|have|can|could|may|only|\w+ly|further|{_CHANGES}) ")
_DETERMINER = r"(?:(?:the|our|its|their|overall|average|mean|total|maximum) )"
_PREPOSITION = (
    r"(?:of|in|on|for|under|during|with|between|at|across|using|from|within|(?:(?:[a-z]+ed|taken|spent) )?to)"
)
_NO_PART = rf"(?:(?:{_CHANGES}|{word_classes()['achieve']}|{word_classes()['outperform']}|is|are|was|were|while|we|it|which|by|to|than) |[QFT]\d|[,;:.()])"
_NOUN = rf"(?:(?!{_PREPOSITION} |{_CHANGES}){PLAIN}|scores? |[MSR]\d+ |\S+(?:['’]s) )"
_SUBJECT = patterns.compiled(
    rf"(?:^|[,;:]|\b(?:that|and|while|whilst|whereas|where|but)) (?:{_DETERMINER}*(?P<head>(?:{_NOUN}){{1,4}})"
    rf"(?P<rest>{_PREPOSITION} (?:(?!{_NO_PART})\S+ ){{1,14}})|{_DETERMINER}+(?P<one>(?:{_NOUN}){{1,2}})and (?P<other>(?:{_NOUN}){{1,3}}))$"
)
_WHOLE = patterns.compiled(
    rf"(?:^|[,;:]|\b(?:that|while|whilst|whereas|where|but|and(?= (?:the|our|its) ))) (?:(?:these|those|such) |{_DETERMINER})*(?P<what>(?:{_NOUN}){{1,4}})$"
)
_COUNTS = patterns.compiled(
    r"(?:\S+ )*(?:numbers?|amounts?|measures?|values?|levels?|percentage|proportion|fraction) $"
)
_MEANT = patterns.compiled(r"(?:in terms of|(?:\S+ ){1,5}?(?:with|by|in)) (?:the )?(?P<measure>M\d+ )")
"""Behind `performance` the measure that it goes by: `in terms of PSNR`, `of HeronNet with mAP`."""
_COUNTED = patterns.compiled(
    rf"of {_DETERMINER}*(?P<what>(?:(?!{_PREPOSITION} |\w+ed )\S+ ){{1,3}})(?:\w+ed )?(?:{_PREPOSITION} )"
)


def head_of_subject(tape: Tape, span: tuple[int, int], count: int) -> Measure | None:
    """The measure that a subject is about, of which a rule's slot (a span of the tape's text) is the last part.

    None where the slot is not before a verb, or is the whole subject. `count` figures may be of as many nouns.
    """
    start, end = span
    if not _VERB.match(tape.text, end):
        return None
    subject = _SUBJECT.search(tape.text, tape.offsets[max(0, tape.item_at(start) - 18)] - 1, end)
    if subject is None:
        return None
    if subject["one"]:
        one, other = (" ".join(tape.source(*subject.span(name)).split()) for name in ("one", "other"))
        if count != 2 or measure_from_span(tape, subject.span("other")) is None:
            return None
        shared = f" {other.rsplit(' ', 1)[1]}" if " " in other else ""  # `registration and validation errors`
        return Measure("?", ((one + shared, None), (other, None)))
    if subject.start("rest") >= start:
        return None
    if not _COUNTS.match(subject["head"]):
        head = measure_from_span(tape, subject.span("head"))
        meant = (
            _MEANT.match(tape.text, subject.start("rest"), end)
            if head and head.names[0][0].endswith("performance")
            else None
        )
        return measure_from_span(tape, meant.span("measure")) if meant else head
    counted = _COUNTED.match(tape.text, subject.start("rest"), end)
    measure = measure_from_span(tape, counted.span("what")) if counted else None
    if measure is not None and measure.kind == "?" and "number" in subject["head"]:
        return Measure("?", ((f"number of {measure.names[0][0]}", None),))
    return measure


def whole_subject(tape: Tape, end: int) -> Measure | None:
    """The measure that a subject of a few words is, which ends at a place of the tape's text: `the manual effort`."""
    subject = _WHOLE.search(tape.text, tape.offsets[max(0, tape.item_at(end) - 7)] - 1, end)
    return measure_from_span(tape, subject.span("what")) if subject else None


_ARTICLES = "( a | an | the | its | our | their | this | these | both | overall | average | mean | total | number | amount | of )*"
_LESSENED = Sought(f"( {{reduce}} | {{reduction}} ( in | of ) ) {_ARTICLES} <what>")
_IN_BRACKETS = Ending(
    rf" (?P<what>(?:{_NOUN}){{1,3}})(?:(?:of|for|in|on|required for) (?:(?!{_NO_PART}|and )\S+ ){{1,5}})?\( (?:(?:up to|about|around|by|of|an?|over) )*$"
)


def lessened_before(tape: Tape, index: int) -> Measure | None:
    """What a sentence said is less before it says by how much: `reduces the parameters from 2M to 1M (a 50% reduction)`.

    Of a figure in brackets, what stands right before them: `a lower path cost (up to 17% lower)`.
    """
    at = tape.offsets[index]
    first = tape.offsets[max(0, index - 14)] - 1
    beside = _IN_BRACKETS.search(tape.text, first, at)
    if beside and (measure := measure_from_span(tape, beside.span("what"))) and measure.kind in "MSR":
        return measure
    for match in reversed([*_LESSENED.before(tape, at)]):
        if " ; " in tape.text[match.end() : at]:
            return None
        if match[0].startswith("compressed "):
            continue  # `compressed sensing`
        if measure := measure_from_span(tape, match.span("measure")):
            return measure
    return None
