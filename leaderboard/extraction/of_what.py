"""What a rule's number is of: the measure that its slot names, else what stands nearest by or the verb itself says."""

from __future__ import annotations

from leaderboard.extraction import measures, patterns
from leaderboard.extraction.compounded import compounded
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import Draft
from leaderboard.extraction.faster import what_is_faster
from leaderboard.extraction.frames import never_shares
from leaderboard.extraction.kinds import lower_is_better, measure_class
from leaderboard.extraction.measure_beside import (
    adjacent_measure,
    bracketed_measure,
    rate_before,
    resource_by,
    resource_in,
    unknown_measure,
)
from leaderboard.extraction.measure_nearest import nearest_measure, resource_near
from leaderboard.extraction.measure_of_clause import (
    ability_before,
    distant_measure,
    head_of_clause,
    only_resource_before,
    quality_before,
    subject_measure,
    time_subject,
)
from leaderboard.extraction.measures import Measure, is_activity
from leaderboard.extraction.names import is_like_model
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Match, Reading
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.subject import head_of_subject, lessened_before, whole_subject
from leaderboard.extraction.tape import Tape
from leaderboard.extraction.told import made_precise, told_ahead, told_behind


def sought(tape: Tape, reading: Reading, match: Match, previous: Draft | None) -> Measure | None:
    """What a rule's number is of: as its slot says, else what stands nearest by."""
    quantity, frame = tape.items[reading.item].quantities[0], match.rule.frame
    measure = stated = _of_slot(tape, match, len(tape.items[reading.item].quantities))
    head = tape.item_at(match.start) - 1
    named = head >= 0 and tape.items[head].kind == "S" and not _DONE.match(tape.text, tape.offsets[head])
    if measure is None and frame == "up" and named:
        measure = measures.measure_from_span(tape, (tape.offsets[head], match.start))  # `a speed increase of 20 times`
    if measure is None and frame == "fewer" and (praised := _of_system(tape, reading.item)):
        return praised
    if measure is not None and measure.kind != "M" and _CHANGE.match(tape.text, match.start):
        headed = _HEADED.search(tape.text, 0, match.start)
        before = headed and measures.of_mention(tape.items[tape.item_at(headed.start("measure"))], tape)
        measure = before if before and before.names[0][1] not in measures.VAGUE else measure
    weak = measure is not None and measure.kind == "R" and measures.is_weak(*measure.names[0])
    if weak and frame in ("up", "beats") and not _AT_A_COST.match(tape.text, tape.offsets[reading.item]):
        measure = None  # `accuracy on the data set is 2% higher`
    if (measure is None or measure.kind in "M?") and frame not in ("faster", "used", "cost", "fewer"):
        beside = adjacent_measure(tape, reading.item)
        if beside is not None and (measure is None or measure.kind == "?" or beside.names[0][1] not in measures.VAGUE):
            lost = measure is not None and measure.names[0][0].startswith(f"{beside.names[0][0]} ")
            measure = measure if lost else beside
    ahead = tape.items[reading.item - 1] if reading.item else None
    if quantity.sign == "+" and ahead is not None and ahead.kind == "M" and not adjacent_measure(tape, reading.item):
        return measures.of_mention(ahead, tape)  # `(BLEU +2.3, METEOR +1.4)`
    if frame in ("up", "down", "fewer") and (aside := bracketed_measure(tape, reading.item)):
        return aside
    if frame not in ("faster", "used", "cost", "share"):
        slot = match.slots.get("measure")
        measure = told_behind(tape, reading.item, measure, slot and slot[1]) or measure
    if quantity.unit_class in ("rate", "memory", "compute") and measure is not None and measure.kind == "M":
        measure = None
    if quantity.from_to == "to" and previous is not None and previous.quantities[0].from_to == "from":
        measure = adjacent_measure(tape, reading.item) or previous.measure  # what changed is named once
    if measure is None and previous is not None and frame in ("up", "down") and _is_apposed(tape, previous, match):
        return previous.measure
    if measure is None and frame in ("up", "down"):
        measure = _of_score(tape, reading.item)
    if measure is None and quantity.from_to == "from":
        measure = _of_ends(tape, previous, reading.item)
    if measure is None and (frame in ("up", "down") or (frame == "beats" and quantity.unit_class == "factor")):
        measure = resource_by(tape, reading.item)
    if measure is None and frame == "beats" and _IN_THAT_ALONE.match(tape.text, tape.offsets[reading.item]):
        measure = resource_in(tape, reading.item)  # `beats HeronNet by 40% in latency`
    if (
        measure is None
        and previous is not None
        and _is_compared_to(previous, quantity, tape.text[match.start : match.end])
    ):
        return previous.measure
    if frame == "outsized":
        measure = Measure("R", (("size", None),))
    if measure is None:
        measure = _around(tape, reading.item, frame, quantity)
    if measure is None and frame == "faster":
        measure = what_is_faster(tape, reading.item)
    if (
        frame == "down"
        and measure is not stated
        and _is_good(measure)
        and not _is_lessened(tape, reading.item, measure)
    ):
        return stated  # `a 70% error reduction, a leap in terms of precision`
    return measure


def _is_good(measure: Measure | None) -> bool:
    """Whether a measure is one of quality that is better high, so that to lessen it would be a loss."""
    return measure is not None and measure.kind == "M" and lower_is_better(measure) is False


def _is_lessened(tape: Tape, index: int, measure: Measure | None) -> bool:
    """Whether a measure stands right at a figure: `lowers OwlNet's response quality by 7%`, `lowers it by 7% accuracy`."""
    return bool(_BY_FIGURE.search(tape.text, 0, tape.offsets[index])) or adjacent_measure(tape, index) == measure


_BY_FIGURE = Ending(r" M\d+ by (?:(?:about|up|to|at|least|over|an?|average|of|relative) )*$")


def _around(tape: Tape, index: int, frame: str, quantity: Quantity) -> Measure | None:
    """What stands around a number that is its measure, as fits its frame and its unit."""
    if frame == "faster":
        return nearest_measure(tape, index, "S", limit=6)
    if quantity.unit_class == "rate":
        near = nearest_measure(tape, index, "S", limit=5)
        return rate_before(tape, index) if near is None and frame in ("used", "cost", "value") else near
    if quantity.unit_class in ("time", "memory", "compute", "count"):
        return nearest_measure(tape, index, "S" if quantity.unit_class == "time" else "SR", limit=8)
    if frame == "used":
        return nearest_measure(tape, index, "SR", limit=8, weak=True) or measures.used_of(tape, index)
    if frame == "fewer":
        return nearest_measure(tape, index, "MSR", limit=8)
    if frame in ("down", "up") and (close := nearest_measure(tape, index, "SR", limit=1, weak=frame == "down")):
        return close
    at = tape.offsets[index]
    if frame == "up" and (ahead := _BRACKETED.search(tape.text, max(0, at - 90), at)):
        named = tape.items[tape.item_at(ahead.start("measure"))]
        if named.mentions[0].canonical not in measures.VAGUE:
            return measures.of_mention(named, tape)
    unknown = unknown_measure(tape, index)
    near = nearest_measure(tape, index, "M", limit=4 if unknown else 16)
    if near is not None and unknown is not None and not measures.VAGUE.isdisjoint(near.names[0]):
        near = None
    if near is None and unknown is None:
        near = distant_measure(tape, index)
    if near is None and frame in ("up", "down"):
        near = resource_near(tape, index) or only_resource_before(tape, index)
    return near or unknown


_BRACKETED = Ending(
    r" (?P<measure>M\d+ )\( (?:(?:with|by|of|up|to|an?|the|about|maximum|average|relative|absolute|improvements?|gains?) )*$"
)
"""What a figure in brackets is of: `better in precision (with gains of 12%)`, `not only fairness (a gain of 8%) but also`."""


def _of_slot(tape: Tape, match: Match, count: int) -> Measure | None:
    """The measure that a rule's slot holds; of one that ends the subject of a verb, the measure that the subject is about."""
    if "measure" not in match.slots:
        return _of_passive(tape, match, count) or compounded(tape, match)
    span = match.slots["measure"]
    if span[1] == match.end and (lost := _LOST.match(tape.text, span[1])):
        span = span[0], lost.end()  # `halves the accuracy loss`
    head = head_of_subject(tape, span, count) if span[0] == match.start else None
    return head or _in_turn(tape, span, measures.measure_from_span(tape, span), count)


def _in_turn(tape: Tape, span: tuple[int, int], found: Measure | None, count: int) -> Measure | None:
    """The measures of as many figures told in turn, in words that the lexicon lacks: `in rotational and axial compliance, respectively`.

    None where what is told in turn is no measure: `in local and global testing, respectively`.
    """
    pair = _PAIR.match(tape.text, span[1]) if found is not None and found.kind == "?" and count == 2 else None
    if found is None or pair is None:
        return found
    other = measures.measure_from_span(tape, pair.span("other"))
    if other is None or len(other.names) > 1 or _CASES.search(other.names[0][0]):
        return None
    one, last = found.names[0][0], other.names[0][0]
    if " " in last and _ADJECTIVE.fullmatch(one):
        return Measure("?", ((f"{one} {last.rsplit(' ', 1)[1]}", None), other.names[0]))
    return Measure("?", (found.names[0], other.names[0])) if other.kind == "?" else found


_PAIR = patterns.compiled(
    rf"(?:, )?and (?:the |its )?(?P<other>(?:{measures.PLAIN}|[MSRNB]\d+ ){{1,3}})(?:scores |metrics )?(?:, )?respectively "
)
_CASES = patterns.compiled(
    r"\b(?:cases|testing|conditions|environments|modes|data|class(?:es)?|categor(?:y|ies)|groups|splits?|(?:sub)?sets?|objects|scenes|sequences|views|images|videos|languages|samples|users|weather|days?|nights?|(?:un)?seen)$"
)
_ADJECTIVE = patterns.compiled(r"[a-z-]+(?:al|ic|ive|ous|ar|ary|ed)")


_REDUCED = patterns.compiled(rf"(?:{word_classes()['reduce']}) ")
_PASSIVE = Ending(
    r" (?:(?:can|could|may|might|also|further|\w+ly) )*(?:(?:is|are|was|were|be|been|being|has|have|had) )+(?:(?:also|further|thus|\w+ly) )*$"
)


def _of_passive(tape: Tape, match: Match, count: int) -> Measure | None:
    """What is said to have become less: `the decoding time on a phone can be reduced by 70%`."""
    lessened = match.rule.frame == "down" or (match.rule.frame == "value" and _REDUCED.match(tape.text, match.start))
    if not lessened or (auxiliary := _PASSIVE.search(tape.text, 0, match.start)) is None:
        return None
    end = auxiliary.start() + 1
    if end == 1:
        return None
    head = head_of_subject(tape, (tape.offsets[tape.item_at(end) - 1], end), count) or whole_subject(tape, end)
    return head if match.rule.frame == "down" or measure_class(head) in ("speed", "resource") else None


_IMPROVED = patterns.compiled(rf"(?:{word_classes()['improve']}) ")


def _whole_passive(tape: Tape, match: Match) -> Measure | None:
    """What is said to have become more: `the hit rate is enhanced 3-fold`."""
    auxiliary = _PASSIVE.search(tape.text, 0, match.start)
    return whole_subject(tape, auxiliary.start() + 1) if auxiliary and auxiliary.start() else None


_LOST = patterns.compiled(measures.LOSS)
_HEADED = Ending(r" (?P<measure>M\d+) $")
_CHANGE = patterns.compiled(rf"(?:{word_classes()['improvement']}|{word_classes()['reduction']}) of ")
"""A noun of change right behind a quality, `accuracy improvements of 12% in calculation`, tells of no other measure."""
_SYSTEM = rf"(?:(?:{word_classes()['approach']}|we|it|representations|embeddings|[NO]\d+) )"
_IS = r"(?:(?:is|are|was|were|be|being|been|can|could|up|to|still|about|also|only|that|which|\w+ly) )"
_SMALLER = patterns.compiled(
    rf"\S+ (?:\w+ly )?(?P<how>smaller|more compact|cheaper) (?P<system>(?:[a-z-]+ed )?{_SYSTEM})?"
)
_OF_SYSTEM = Ending(rf" (?:{_SYSTEM}{_IS}+|faster (?:(?![QFT]\d|[,;:.()]|than )\S+ ){{0,3}}(?:and|,|, and) )$")


def _of_system(tape: Tape, index: int) -> Measure | None:
    """The measure that an adjective tells of a system itself: `14% smaller models`, `our parser is faster and 7x smaller`."""
    match = _SMALLER.match(tape.text, tape.offsets[index])
    if match is None:
        return None
    of_system = match["system"] or _OF_SYSTEM.search(tape.text, 0, tape.offsets[index])
    if not of_system and match["how"] != "cheaper":  # training may be `3x cheaper`, too
        return None
    name = _SAID_BY[f" {match['how']} "]
    return Measure("R", ((f"model {name}" if _MODEL.search(match["system"] or "") else name, None),))


_MODEL = patterns.compiled(r"\b(?:models?|networks?) $")


_IN_THAT_ALONE = patterns.compiled(r"Q\d+%\S* in (?:terms of )?(?:the )?[SR]\d+ (?:and|while|with|over|on|,|\.|;|\)) ")
"""Whose noun is the last: `by 40% in latency`, not `by 4% in the latency scenario`."""
_COMPARED = patterns.compiled(
    r"(?:(?:in comparison|compar(?:ed|ing)|as opposed|in contrast) (?:to|with)|versus|vs\.?) "
)


def _is_compared_to(result: Draft, quantity: Quantity, words: str) -> bool:
    """Whether a figure is what the score before it is compared to, of whatever that is: `a depth of 0.9, compared to 0.7`."""
    alike = result.quantities[0].unit_class == quantity.unit_class
    return alike and result.kind == "score" and _COMPARED.match(words) is not None


_IN_ASIDE = Ending(r" (?P<measure>[SR]\d+ )\( (?:(?:from|e\.g\.?|i\.e\.?|namely|,) )*$")


def _of_score(tape: Tape, index: int) -> Measure | None:
    """What a change is of, by a name and a measure's noun or in words behind its bracket."""
    at = tape.offsets[index]
    found = _SCORE_CHANGED.search(tape.text, tape.offsets[max(0, index - 14)] - 1, at) or _IN_SCORE.match(tape.text, at)
    if found is None:
        return None
    item = tape.items[tape.item_at(found.start("what"))]
    return None if item.kind == "N" and is_like_model(item.mentions[0].text) else measures.worded(tape, found)


_SCORE_CHANGED = Ending(
    rf" (?:{word_classes()['improve']}|{word_classes()['reduce']}) (?:(?:the|its|our|their|average|mean|overall) )*(?P<what>N\d+ (?:{measures.PLAIN}){{0,2}}(?:{measures.HEADS}) )"
    r"(?:(?:on|in|of|for) (?:(?![QFT]\d|[,;:.()]|and )\S+ ){1,5})?by (?:(?:up|to|about|over|an?|average|of|more|than|at|least|as|much|nearly|roughly|approximately) )*$"
)
"""`reduces the SAH ratio by`."""
_IN_SCORE = patterns.compiled(
    rf"Q\S+ \) in (?:(?:the|average|overall) )*(?P<what>(?:{measures.PLAIN}){{0,2}}(?:{measures.HEADS}) )"
)
"""`improvements (4.1 and 3.2) in answer quality`."""
_AT_A_COST = patterns.compiled(
    rf"Q\S+ (?:{word_classes()['higher']}) (?:[a-z-]+ )?R\d+ (?:[,.;)]|than |over |and |compared )"
)
"""What is paid for a result: `at 12% higher costs`."""
_CHANGED = Ending(
    rf" (?:{word_classes()['improve']}|{word_classes()['reduce']}) (?:(?:the|its|our|their|average|mean|overall) )*(?P<what>N\d+ (?:{measures.PLAIN}){{1,2}})from $"
)
"""What went from one figure to another, by a name and a noun: `raises the MSA rate from`."""
_ENDS_OF = patterns.compiled(r"\S+ (?:on average )?(?:\( |, )(?:(?:from|e\.g\.?|i\.e\.?|namely|,) )*")


def _of_ends(tape: Tape, previous: Draft | None, index: int) -> Measure | None:
    """What went from one figure to another behind its change or its name: `less time (from 9 h to 2 h)`."""
    at = tape.offsets[index]
    if previous is not None and _ENDS_OF.fullmatch(tape.text, tape.offsets[previous.item], at):
        counts = previous.kind == "saving" and measure_class(previous.measure) == "quality"
        return None if counts else previous.measure
    if named := _IN_ASIDE.search(tape.text, 0, at):
        return measures.of_mention(tape.items[tape.item_at(named.start("measure"))], tape)
    if (changed := _CHANGED.search(tape.text, 0, at)) is None:
        return None
    name = tape.items[tape.item_at(changed.start("what"))].mentions[0].text
    return None if is_like_model(name) else measures.worded(tape, changed)


_APPOSED = patterns.compiled(
    r"\S+ (?:(?:per )?(?:[a-z]+|[MSR]\d+) )?(?:[,(–—] )(?:(?:i\.e\.?|thus|which is|representing|corresponding to|amounting to|equivalent to) )?(?:(?:an?|the) )?(?:\w+ ){0,1}"
)


def _is_apposed(tape: Tape, previous: Draft, match: Match) -> bool:
    """Whether a change is told of the result right before it: `cuts the latency to 2 ms, a reduction of 90%`."""
    return _APPOSED.fullmatch(tape.text, tape.offsets[previous.item], match.start) is not None


def settled(tape: Tape, reading: Reading, match: Match, frame: str, measure: Measure | None) -> Measure | None:
    """What a number is of once its frame is known: what cannot be is dropped, what is lacking read from subject or verb."""
    quantity = tape.items[reading.item].quantities[0]
    words = tape.text[match.start : match.end]
    if quantity.unit_class == "compute" and (measure is None or "flop" not in measure.names[0][0].lower()):
        measure = Measure("R", ((_MULTIPLE.sub("", quantity.unit or "FLOPs"), None),))
    if (
        frame in ("up", "down", "beats", "worse")
        and measure is not None
        and is_activity(measure.kind, *measure.names[-1])
    ):
        measure = None  # `an improvement of 30% over a local search`
    if measure is not None and measure.kind == "M" and frame == "down" and "compress" in words:
        measure = None  # `70 times greater compression at a comparable accuracy`
    if measure is None and frame in ("up", "down", "worse", "value"):
        measure = subject_measure(tape, reading.item)
    if measure is None and frame == "value" and quantity.unit_class == "measure":
        measure = ability_before(tape, reading.item)
    if measure is None and frame == "value":
        measure = head_of_clause(tape, match.start)
    shared = quantity.unit_class in ("percent", "factor")
    if measure is None and frame == "up" and shared and _IMPROVED.match(tape.text, match.start):
        measure = _whole_passive(tape, match)
    if measure is None and frame in ("up", "down", "beats"):
        measure = told_ahead(tape, reading.item)
    if measure is None and frame in ("used", "cost") and quantity.unit_class == "time":
        measure = time_subject(tape, reading.item)
    if measure is None and frame in ("down", "fewer"):
        measure = lessened_before(tape, reading.item)
    if measure is None and frame == "fewer" and quantity.unit_class in ("percent", "factor"):
        measure = quality_before(tape, reading.item) or only_resource_before(tape, reading.item)
    if measure is None and " smaller " in words:
        measure = _of_parameters(tape, reading.item)
    if measure is None:
        measure = next((Measure("R", ((name, None),)) for cue, name in _SAID_BY.items() if cue in words), None)
    if frame == "value" and never_shares(quantity, measure):
        measure = None
    if frame == "value" and measure is not None and measure.names[0][1] in measures.VAGUE:
        measure = made_precise(tape, reading.item, measure) or measure
    if (quantity.unit == "dB" or quantity.unit_class == "points") and measure is not None and measure.kind in "SR":
        measure = None  # `0.2 dB gain at the same computational cost`, `improves fine-tuning by 0.9 points`
    return measure


def _of_parameters(tape: Tape, index: int) -> Measure | None:
    """The parameters that are told right before `smaller`: `with only 400K parameters, 50x smaller than HeronNet`."""
    found = _PARAMETERS.search(tape.text, tape.offsets[max(0, index - 8)] - 1, tape.offsets[index])
    told = measures.of_mention(tape.items[tape.item_at(found.start("measure"))], tape) if found else None
    return told if told is not None and told.names[0][1] == "parameters" else None


_PARAMETERS = Ending(
    r" (?P<measure>R\d+) (?:(?:[,(–—-]|--|i\.e\.?|being|which|that|is|are|on|average|thus|making|it|nearly|about|roughly|over|up|to) )*$"
)
_DONE = patterns.compiled(
    r"S\d+ (?:improve|increase|boost|enhance|raise|lift)(?:s|d|ed)? (?!of |in |between )"
)  # `contrastive training improves HeronNet by`
_MULTIPLE = patterns.compiled(r"^[kKMGTPBmb]\s?")  # of `GFLOPs`


_SAID_BY = {
    " compression": "compression",
    " smaller ": "size",
    " more compact ": "size",
    " cheaper ": "cost",
    " costly ": "cost",
    " expensive ": "cost",
}
