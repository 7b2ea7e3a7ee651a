"""The measure that stands right at a number, before or behind it: a known one, or words that nobody listed."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.kinds import measure_class
from leaderboard.extraction.measures import (
    HEADS,
    PHRASE_ENDS,
    PLAIN,
    Measure,
    is_weak,
    measure_from_span,
    of_mention,
    worded,
)
from leaderboard.extraction.modifiers import modified_from
from leaderboard.extraction.names import is_like_model, is_model_name
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_ACRONYM = patterns.compiled(
    r"(?:(?!(?:in|of|at|by|to)\p{Lu})\p{Ll}{1,3}-?(?=\p{Lu}{2}))?[\p{Lu}&@\d.+-]*\p{Lu}[\p{Lu}\p{Ll}&@\d.+-]{0,9}"
)


_AFTER_MEASURE = frozenset(
    "on in for , . and ) at with score while over metric points than against versus vs compared respectively".split()
)


def adjacent_measure(tape: Tape, index: int) -> Measure | None:
    """The quality measure right after a quantity, known (`59.48 BLEU`) or an acronym (`64 DS on`)."""
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    following = tape.items[index + 2] if index + 2 < len(tape.items) else None
    if after is not None and following is not None and (after.kind, following.kind) == ("N", "M"):
        return of_mention(following, tape)  # `49.6 Novel AP50`
    ends = following is None or following.kind != "w" or following.word in _AFTER_MEASURE
    if (
        after is not None
        and after.kind == "N"
        and ends
        and _ACRONYM.fullmatch(after.mentions[0].text)
        and tape.items[index].quantities[0].unit_class != "measure"  # `a 120 mg MCU`
        and not tape.items[index].quantities[0].counts(after.mentions[0].text)
    ):
        return Measure("M", ((after.mentions[0].text, None),))
    beside = _BESIDE.match(tape.text, tape.offsets[index])
    if beside is None:
        return None
    k = tape.item_at(beside.start("measure"))
    named = modified_from(tape, k) <= tape.item_at(beside.start("words")) and not _has_its_own(tape, index, k)
    return of_mention(tape.items[k], tape) if named else None


_BESIDE = patterns.compiled(
    r"[QFT]\S+ (?:\( [^()]* \) (?=in |of ))?(?:\( (?=in |of ))?(?:(?:in|of|absolute|relative|average|mean|overall|total|the) ){0,3}(?:(?<= in )[NO]\d+ )?(?P<words>(?:(?!in |of )(?:[a-z]\S*|S\d+) ){0,3})(?P<measure>M\d+) "
)


_OF_FIGURE = patterns.compiled(r"M\d+ (?:of|is|=|:) [QFT]\d")
_OF_MEASURE = patterns.compiled(r" M\d+ (?:of|is|=|:) $")


def _has_its_own(tape: Tape, index: int, k: int) -> bool:
    """Whether a quantity and the measure behind it are of two entries whose comma got lost: `MAE of 5.6 RMSE of 7.1`."""
    return (
        _OF_FIGURE.match(tape.text, tape.offsets[k]) is not None
        and _OF_MEASURE.search(tape.text, 0, tape.offsets[index]) is not None
    )


def bracketed_measure(tape: Tape, index: int) -> Measure | None:
    """What a figure that stands alone in brackets is of: `cuts the runtime (by 40%) and memory use (by 60%)`, `in recall (4% higher)`."""
    if "(" not in tape.tokens[max(0, index - 5) : index] or not _ALONE.match(tape.text, tape.offsets[index]):
        return None
    ahead = _BEFORE_BRACKET.search(tape.text, tape.offsets[max(0, index - 7)] - 1, tape.offsets[index])
    item = tape.items[tape.item_at(ahead.start("measure"))] if ahead else None
    if item is None or item.mentions[0].canonical == "performance" or item.mentions[0].text.lower() == "times":
        return None
    named = item.mentions[0].text.lower().startswith("number of ")
    if item.kind == "R" and not named and is_weak(item.mentions[0].text, item.mentions[0].canonical):
        return None  # `on three data sets (4%)`
    return of_mention(item, tape)


_BEFORE_BRACKET = Ending(
    r" (?P<measure>[MSR]\d+) \( (?:(?:by|of|up|to|an?|the|about|over|more|than|around|nearly|approximately|almost|average) )*$"
)
_ALONE = patterns.compiled(
    rf"Q\S+ (?:(?:{word_classes()['higher']}|{word_classes()['lower']}|{word_classes()['faster']}) )?(?:on average )?\) "
)


def unknown_measure(tape: Tape, index: int) -> Measure | None:
    """A measure that stands before: `a SPICE of 23.1`, `an alignment score of 0.8`."""
    before = [
        i
        for i in tape.items[max(0, index - 4) : index]
        if not (
            i.kind == "w" and i.word in ("of", "score", "up", "to", "(", "is", "a", "an", "the", "value", "at", ":")
        )
    ]
    linked = (
        index >= 1 and tape.items[index - 1].kind == "w" and tape.items[index - 1].word in ("of", "is", ":", "=", "(")
    )
    if (
        linked
        and before
        and before[-1].kind == "N"
        and _ACRONYM.fullmatch(before[-1].mentions[0].text)
        and tape.items[index - 1].word != "("
        and not _OF_RIVAL.search(tape.text, 0, tape.offsets[tape.index(before[-1])])
        and not is_model_name(before[-1].mentions[0].text)
    ):
        return Measure("M", ((before[-1].mentions[0].text, None),))
    before_it = tape.text[: tape.offsets[index]]
    head = _OF_HEAD.search(before_it)
    if head is None and tape.items[index].quantities[0].unit_class == "measure":  # what has a physical unit is measured
        head = _PHYSICAL_BEFORE.search(before_it, max(0, len(before_it) - 90))
    head = head or _IMPROVED_HEAD.search(before_it)
    return worded(tape, head) or measure_behind(tape, index, before_it)


_OF_RIVAL = Ending(r" (?:over|than|against|upon) (?:the )?$")


def measure_behind(tape: Tape, index: int, before: str | None = None) -> Measure | None:
    """The phrase right behind a quantity that names its measure: `82% hit rate for`, `45 N output force,`.

    What has a physical unit is measured by any phrase, where it was achieved, as the words `before` it must say where
    they are given, and elsewhere by a known ability, `bears a 5 kg payload`; a percentage by one whose head tells.
    """
    physical = tape.items[index].quantities[0].unit_class == "measure"
    achieved = physical and (before is None or _ACHIEVES.search(before) is not None)
    if achieved and (named := worded(tape, _PHYSICAL_AFTER.match(tape.text, tape.offsets[index]))):
        return named
    known = _KNOWN_AFTER.match(tape.text, tape.offsets[index]) if physical else None
    able = of_mention(tape.items[tape.item_at(known.start("known"))], tape) if known else None
    if able is not None and len(able.names) == 1 and measure_class(able) == "quality":
        return able
    return None if achieved else worded(tape, _HEAD_AFTER.match(tape.text, tape.offsets[index]))


_OF_HEAD = Ending(
    r" (?P<what>(?:(?!(?:an?|the|its|with|and|of|in|on|for|to|by|lower|higher|more|less|average|mean|overall|achiev\w+|report\w*|obtain\w*|reach\w*|attain\w*|get|has|have|that|yield\w*|resulting|show\w*|our|we|at|is|are) )[a-z][a-z-]+ ){0,3}"
    rf"(?:{HEADS}) )"
    r"(?:(?:of|is|was|are|were|:|=|at|to|(?:(?:can|could) )?reach(?:es|ed|ing)?(?: to)?) |(?:in|of|for|between) (?:[\w-]+ ){1,6}(?:is|are|was|were) )(?:(?:up|to|about|only|just) )*$"
)
_IMPROVED_HEAD = Ending(
    rf" (?:{word_classes()['improve']}) (?:(?:the|its|our|overall|average) )*(?P<what>(?:(?!of |in |on |for |and |[QFT]\d)[a-z][a-z-]+ ){{0,3}}(?:{HEADS}) )\( (?:by )?(?:up to )?$"
)
"""`improves image quality (+3 dB)`."""
_BOUNDS = "(?:up|to|about|over|around|only|just|an?|at|least|most|more|less|than|approximately|nearly|below|under)"
_PHYSICAL_BEFORE = patterns.compiled(rf" (?P<what>(?:{PLAIN}){{1,3}})of (?:{_BOUNDS} )*$")


_PHYSICAL_AFTER = patterns.compiled(
    rf"Q\S* (?:\( [^()]* \) )?(?:of )?(?P<what>(?!(?:in|out)doors )(?:{PLAIN}|[SR]\d+ ){{1,3}})(?:{PHRASE_ENDS}) "
)
_KNOWN_AFTER = patterns.compiled(rf"Q\S* (?:of |in )?(?:{PLAIN}){{0,2}}(?P<known>R\d+) ")
"""What a machine is able to do: `withstands 450 N of normal force`, `bears a 5 kg payload`."""
_IN = r"in (?:terms of )?(?:the |average |overall )*(?!(?:\S+ ){0,2}(?:recognition|completion|alignment) )"  # those are tasks
_GROWTH = "(?:improvements?|gains?|increases?|boost)"
_HEAD_AFTER = patterns.compiled(
    rf"Q\d+(?:%|x(?=\S* \S+ (?:\S+ )?{_GROWTH} ))\S* (?:{_IN})?(?P<what>false (?:positives?|negatives?|alarms?|detections?) |(?:{PLAIN}|hit (?=rates? |ratios? )|(?<=[a-z] )scores? ){{1,3}}(?<! loss )(?<= (?:{HEADS}|metric|[a-z-]+(?:ity|cy|ness)) ))(?:{PHRASE_ENDS}|{_GROWTH}|is|are|was|were) "
)  # `82% hit rate for`, `by 7% in long-term consistency`, `a 3x efficiency gain`


_ACHIEVES = Ending(rf" (?:{word_classes()['achieve']}) (?:(?:{_BOUNDS}|additional) )*$")


def measure_before(tape: Tape, index: int) -> Measure | None:
    """What a further figure of a list is of: `and a fluency of 79%`, `and survival rate (88%)`."""
    return worded(tape, _ARTICLE_BEFORE.search(tape.text, max(0, tape.offsets[index] - 60), tape.offsets[index]))


_ARTICLE_BEFORE = patterns.compiled(
    rf" (?:an?|and) (?P<what>(?!mean |peak |total |maximum |minimum )(?:{PLAIN}){{1,2}})of (?:{_BOUNDS} )*$"
    rf"|(?: and|,|, and) (?:an? |the )?(?P<what>(?:{PLAIN}){{0,2}}(?:{HEADS}) )\( (?:{_BOUNDS} )*$"
)


def parallel_measure(tape: Tape, index: int) -> Measure | None:
    """What a figure of a list is said to be in, as the one before it was: `64% in pitch` behind `55% in roll`."""
    found = _PARALLEL.match(tape.text, tape.offsets[index])
    told = measure_from_span(tape, found.span("what")) if found else None
    item = tape.items[tape.item_at(found.start("what"))] if found else None
    if told is None and item is not None and item.kind == "N" and found and found["what"].count(" ") == 1:
        name = item.mentions[0].text
        return None if is_like_model(name) else Measure("?", ((name, None),))  # `and 2.9% in Orders`
    return told


_PARALLEL = patterns.compiled(
    rf"Q\S+ (?:points? )?(?:\( [^()]* \) )?in (?P<what>(?:{PLAIN}|[MNSR]\d+ ){{1,3}})(?:metrics? |scores? )?(?:{PHRASE_ENDS}) "
)


def rate_before(tape: Tape, index: int) -> Measure | None:
    """What is so many times a second, by the word before it: `output rates of 3 kHz`, `at a frequency near 1 Hz`."""
    found = _RATE_BEFORE.search(tape.text, tape.offsets[max(0, index - 9)] - 1, tape.offsets[index])
    return worded(tape, found)


_RATE_BEFORE = Ending(
    rf" (?P<what>(?:{PLAIN}|[SR]\d+ ){{0,2}}(?:rates?|frequenc(?:y|ies)) )(?:of|is|was|were|:|=|at|near|above|below|exceeding|reaching|ranging|(?:we|it) [a-z]+ (?:is|was)|{_BOUNDS}) (?:{_BOUNDS} )*$"
)


def price(tape: Tape, index: int) -> Measure | None:
    """What an amount of money is of, where a noun says so: `a parts cost of $120`, `for $120 total cost`; not `costs $120`."""
    at = tape.offsets[index]
    found = _PRICE_BEFORE.search(tape.text, tape.offsets[max(0, index - 9)] - 1, at) or _PRICE_BEHIND.match(
        tape.text, at
    )
    item = tape.items[tape.item_at(found.start("what"))] if found else None
    endings = ("cost", "price") if found and found["bare"] is not None else ("cost", "costs", "price")
    return of_mention(item, tape) if item is not None and item.mentions[-1].text.lower().endswith(endings) else None


_PRICE_BEFORE = Ending(
    rf" (?P<what>R\d+) (?:of|(?:of (?:[a-z-]+ ){{1,4}})?(?:is|are|was|were|remains?)|kept|at|:|=) (?:(?:kept|{_BOUNDS}|as|low|little) )*$"
    r"| (?:an?|the|its) (?:(?!to )[a-z-]+ )?(?P<what>R\d+) (?P<bare>)$"
)
_PRICE_BEHIND = patterns.compiled(r"Q\S+ (?:in )?(?:(?:total|overall|material|hardware) )?(?P<what>R\d+) (?P<bare>)")


def of_handled(tape: Tape, index: int) -> Measure | None:
    """What a share of cases that went well is of: the measure right behind it, the success rate where tries succeed, else
    nothing that is named."""
    at = tape.offsets[index]
    if beside := _MEASURE_BEHIND.match(tape.text, at):
        return of_mention(tape.items[tape.item_at(beside.start("measure"))], tape)
    if _ACCURATE.match(tape.text, at) or tape.text.endswith(_ACCURATE_BY, 0, at):
        return Measure("M", (("accuracy", "accuracy"),))
    if _SUCCEEDED.search(tape.text, 0, at) and _OF_TRIES.match(tape.text, at):
        return Measure("M", (("success rate", "success rate"),))
    return measure_behind(tape, index)


_MEASURE_BEHIND = patterns.compiled(rf"Q\S+ (?:(?!{PHRASE_ENDS})[a-z-]+ ){{0,3}}(?P<measure>M\d+) ")
"""`it reaches 40% final answer accuracy`."""
_SUCCEEDED = patterns.compiled(r" succe(?:ss|ed)\w* (?:(?![QFT]\d|[;:.] )\S+ )*$")
_OF_TRIES = patterns.compiled(
    r"\S+ (?!of )|\S+ of (?:the |all )*(?:\S+ )?(?:time|cases?|tasks?|trials?|runs?|attempts|tests|episodes|scenarios) "
)
_ACCURATE = patterns.compiled(r"\S+ (?:accurate|correct) ")
_ACCURATE_BY = (" accurate ( ", " accurately ( ")


def counted(tape: Tape, index: int) -> Measure | None:
    """The things that a further number counts: `with only 20 labeled owls and 30 wild herons`."""
    return worded(tape, _COUNTED.match(tape.text, tape.offsets[index]))


_COUNTED = patterns.compiled(rf"Q\d+n\S* (?P<what>(?:{PLAIN}){{1,4}})(?:{PHRASE_ENDS}) ")


def worded_by(tape: Tape, index: int) -> Measure | None:
    """What a further figure of a list is said of in words of its own: `and the number of ignored requests by 30%`."""
    found = [*_WORDS_BY.ending(tape, tape.offsets[index], tape.offsets[max(0, index - 9)])]
    return measure_from_span(tape, found[-1].span("measure")) if found else None


_WORDS_BY = Sought("( and | , and | , | or ) ( the | its | their | our | overall | average )* <what> by", "$")


def resource_by(tape: Tape, index: int) -> Measure | None:
    """The resource of `and memory by 30%`, of `and memory (30%`, of `and memory up to 30%`, of `and 30% memory` and of `and 30% in memory`."""
    if inside := resource_in(tape, index):
        return inside
    if index and tape.items[index].quantities[0].bound == "up to" and tape.items[index - 1].kind in "SR":
        return of_mention(tape.items[index - 1], tape)
    if behind := _RESOURCE_BEHIND.match(tape.text, tape.offsets[index]):
        return of_mention(tape.items[tape.item_at(behind.start("what"))], tape)
    aside = index > 2 and tape.tokens[index - 1] == "(" and tape.tokens[index - 3] in ("and", ",")
    if index < 2 or not (aside or tape.tokens[index - 1] in ("by", "to")):
        return None
    before = tape.items[index - 2]
    if _A_PLACE.search(before.word or before.mentions[-1].text if before.kind == "R" else ""):
        return None
    return measure_from_span(tape, (tape.offsets[index - 2], tape.offsets[index - 1])) if before.kind in "SR" else None


def resource_in(tape: Tape, index: int) -> Measure | None:
    """The resource of `30% in memory`."""
    match = _IN_RESOURCE.match(tape.text, tape.offsets[index])
    return measure_from_span(tape, match.span("what")) if match else None


_IN_RESOURCE = patterns.compiled(r"Q\S* in (?:(?:terms|of|the|its|their|total|overall|required) )*(?P<what>[SR]\d+ )")
_A_PLACE = patterns.compiled(r"data\s?sets?$", regex.IGNORECASE)
_RESOURCE_BEHIND = patterns.compiled(r"\S+ (?:(?:of|the|its|their|total|overall|required) )*(?P<what>[SR]\d+) ")
