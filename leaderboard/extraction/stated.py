"""What a rule that fired states: the claim of its figure, or why it makes none, and the names that stand around it."""

from __future__ import annotations

from dataclasses import replace

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.baselines import find_baseline
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import AGAINST, Draft, Refusal
from leaderboard.extraction.frames import meant
from leaderboard.extraction.kinds import SPENDS, TELLS_RESOURCE, compose, lower_is_better, measure_class
from leaderboard.extraction.measure_beside import (
    of_handled,
    price,
)
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.names import is_like_model
from leaderboard.extraction.of_what import settled, sought
from leaderboard.extraction.others import losing_rival
from leaderboard.extraction.places import places_of
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Match, Reading
from leaderboard.extraction.rivals import exceeded
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Item, Tape
from leaderboard.extraction.unfit import unfit
from leaderboard.extraction.whose import whose


def believed(tape: Tape, item: Item, reading: Reading, previous: Draft | None) -> Draft | Refusal:
    """The claim of the rule that won or, where it makes none of a number with a unit, of the best that lost to it."""
    made = refusal = _fresh(tape, item, reading, previous)
    for lost in reading.lost:
        if isinstance(made, Draft) or made.final or lost.rule.frame == "nothing" or item.quantities[0].unit is None:
            break
        made = _fresh(tape, item, replace(reading, match=lost), previous)
    return made if isinstance(made, Draft) else refusal


_BEFORE_SUBJECT = frozenset(("that", ",", ";", ":"))
"""Words and marks that a clause's subject follows: `we find that 38% of the errors are of one kind` is a statistic."""


def _fresh(tape: Tape, item: Item, reading: Reading, previous: Draft | None) -> Draft | Refusal:
    """The claim of the rule that fired, still without names, or why it makes none."""
    match = reading.match
    assert match is not None
    quantity = item.quantities[0]
    sense = _sense(tape, reading, match, quantity, previous)
    if isinstance(sense, Refusal):
        return sense
    frame, measure = sense
    words = tape.text[match.start : match.end]
    kind, negative = compose(frame, quantity, measure, _told(tape, words), _ahead(tape, match.start))
    tried = frame == "up" and quantity.unit_class in ("percent", "factor") and measure_class(measure) == "resource"
    more = kind == "cost" or (tried and kind is None and " more " in words)
    if more and frame == "up" and _DONE.search(tape.text, 0, match.start):
        kind = "gain"
    if kind is None:
        named = "" if measure is None else f" of {measure.names[0][0]}"
        return Refusal(
            f"the rule's frame {frame} makes no claim{named} with a number of class {quantity.unit_class}",
            final=tried and quantity.value >= 1,  # `30% more data`, with which something was tried
        )
    if kind == "gain" and frame == "up" and _OVER_OPTIMUM.match(tape.text, tape.offsets[reading.item]):
        negative = True
    if negative and match.rule.frame != "value":
        negative = not (_is_lessened(tape, match, frame) or _is_sought(tape, match, frame, measure))
    if refusal := unfit(tape, reading, kind, measure):
        return refusal
    if kind == "score" and previous is not None and _is_loss_of_rival(tape, reading, match, previous):
        return Refusal("how much a rival lost, no score", final=True)
    frame = "handled" if match.rule.frame == "handled" else frame
    draft = Draft(reading.item, list(item.quantities), frame, match, kind, measure, negative=negative, words=words)
    of_error = previous is not None and is_less_of_error(tape, previous, draft)
    if kind == "saving" and not of_error and _names_no_resource(tape, draft):
        return Refusal("nothing says of which resource there is less", final=True)
    return draft


def _sense(
    tape: Tape, reading: Reading, match: Match, quantity: Quantity, previous: Draft | None
) -> tuple[str, Measure | None] | Refusal:
    """What a rule means where it fired and of which measure, or why it can mean nothing there."""
    frame = match.rule.frame
    if frame == "handled":
        frame, measure = "value", of_handled(tape, reading.item)
    elif quantity.unit_class == "money":
        measure = price(tape, reading.item)
    elif "former" in match.rule.traits and previous is None:
        return Refusal("no figure stands before it that it led to")
    elif "former" in match.rule.traits and previous is not None and previous.measure is not None:
        measure = previous.measure
    else:
        measure = sought(tape, reading, match, previous)
    words = tape.text[match.start : match.end]
    if frame == "share":
        if measure is not None and lower_is_better(measure):
            if " of the " in words:
                subject = tape.items[reading.item - 1].word in _BEFORE_SUBJECT if reading.item else True
                return Refusal(f"a share of {measure.names[0][0]} is no performance", final=subject)
            frame = "value"  # `0.2% of position drift`
        else:
            measure = Measure("M", (("performance", None),))
    frame = meant(tape, reading, match, frame, measure)
    measure = settled(tape, reading, match, frame, measure)
    lower = measure is None and frame == "fewer" and quantity.unit_class == "percent" and _LESS.search(words)
    if lower and tape.items[reading.item - 1].word != "(":
        return Refusal("what is lower is not named", final=True)
    if measure is None and frame == "up" and quantity.unit_class == "factor" and _OUTSIZED.search(words):
        return Refusal("how much larger a thing is that no measure is named of, no gain", final=True)
    return frame, measure


def _is_loss_of_rival(tape: Tape, reading: Reading, match: Match, previous: Draft) -> bool:
    """Whether the figure that a loss is compared with is a loss, too: `a drop of 2.3%, compared to 12.3% for HeronNet`."""
    quantity = tape.items[reading.item].quantities[0]
    alike = quantity.unit_class in ("percent", "points") and quantity.value < _HIGH_LOSS
    return (
        alike
        and previous.negative
        and match.rule.role == "baseline"
        and _COMPARED_LOSS.fullmatch(tape.text, tape.offsets[previous.item], tape.offsets[reading.item]) is not None
    )


_HIGH_LOSS = 50
"""Per cent; what is as high is rather how good the rival is."""
_COMPARED_LOSS = patterns.compiled(
    r"Q\S+ (?:(?!(?:[QFT]\d|[;.():]|we|our|which|achiev\w+|reach\w+|obtain\w+|attain\w+) )\S+ ){0,8}?(?:compared (?:to|with)|than|versus|vs|vs\.|against|as opposed to) (?:(?:the|an?|only|about|over|drop|loss|degradation|of) )*"
)
_DONE = Ending(
    rf" (?:{word_classes()['handle']}|complet(?:es?|ed|ing)|handling|solving|finish(?:es|ed)?) (?:(?!(?:for|in|by|after|that|which|{word_classes()['using']}) )\S+ ){{0,8}}$"
)
"""Before a further amount of what was done, which is no cost: `completes 20% more trials`."""


def is_less_of_error(tape: Tape, result: Draft, draft: Draft) -> bool:
    """Whether what is `less` or `smaller` without a measure is the error before it: `an error of 14 N, which is 35% smaller`."""
    unnamed = draft.measure is None or draft.measure.names[0][0] == "size"
    if not unnamed or draft.frame != "fewer" or result.kind != "score" or result.measure is None:
        return False
    between = tape.text[tape.offsets[result.item] : tape.offsets[draft.item]]
    return lower_is_better(result.measure) is True and _WHICH_IS_SO.search(between) is not None


_WHICH_IS_SO = Ending(r" (?:, (?:which|that) (?:is|are|was|were)|M\d+ ,) (?:(?:about|over|almost|[a-z]+ly) )*$")


def _told(tape: Tape, words: str) -> str:
    """Words of the tape with what a known model is in place of its name: `reduces BERT by a factor of four`."""
    return _NAME.sub(lambda m: "model" if is_like_model(tape.items[int(m[1])].mentions[0].text) else m[0], words)


_NAME = patterns.compiled(r"\bN(\d+)\b")


def _ahead(tape: Tape, at: int) -> str:
    """The few words right before a place."""
    return " ".join(tape.sentence[: tape.items[tape.item_at(at)].start].split()[-3:])


def _names_no_resource(tape: Tape, draft: Draft) -> bool:
    """Whether what is so many times less or lower is of no resource that is told: `agents that are 4x less likely to fall`."""
    if draft.frame != "fewer" or draft.measure is not None or draft.quantities[0].unit_class != "factor":
        return False
    at = tape.offsets[draft.item]
    return not (TELLS_RESOURCE.search(tape.text, at, draft.match.end) or SPENDS.search(_ahead(tape, draft.match.start)))


_LESS = patterns.compiled(r" (?:lower|less|reduced|decreased) ")
_OUTSIZED = patterns.compiled(r" (?:(?:larger|bigger|deeper) (?:than )?|longer )$")


def _is_lessened(tape: Tape, match: Match, frame: str) -> bool:
    """Whether it is a loss or an error that became less: `reduces the gap by 20 points`, `an error reduction of 10% in accuracy`."""
    found = _LESSENED.finditer(tape.text, max(0, match.start - 60), match.end + 30)
    if any(each.end() > match.start for each in found) or tape.text.endswith(" error ", 0, match.start):
        return True
    ahead = tape.items[tape.item_at(match.start) - 1] if match.start > 1 else None
    if frame != "down" or ahead is None or ahead.kind != "M":
        return False
    return lower_is_better(Measure("M", ((ahead.mentions[-1].text, ahead.mentions[-1].canonical),))) is True


def _is_sought(tape: Tape, match: Match, frame: str, measure: Measure | None) -> bool:
    """Whether what is for the worse was sought: `our attack lowers the accuracy by 40%`, `finds 20% more errors`."""
    if frame in ("down", "fewer") and measure is not None and _HARMS.search(measure.names[0][0]):
        return True
    if frame == "up" and _FINDS.search(tape.text, 0, match.start) is not None:
        return True
    return _ATTACKS.search(tape.text, max(0, match.start - 120), match.start) is not None


_WORDS = word_classes()
_HARMS = patterns.compiled(r"attack|\bpriva(?:te|cy)\b", regex.IGNORECASE)  # `the private task accuracy`
_FINDS = Ending(
    r" (?:identif|uncover|detect|find|discover|reveal|expos|catch|correct|fix|resolv)\w* (?:up to |about |on average )?$"
)
_ATTACKS = Ending(
    r"(?<! (?:against|under|to|from|for|by|on|facing|of|with|without|after)(?: [a-z-]+){0,3})(?: attacks?| backdoors?) "
    r"(?:(?:can|could|may|will|is|are|able|to|further|successfully|significantly|activated|the|of|average|,|\() ){0,5}$"
)
_OVER_OPTIMUM = patterns.compiled(
    r"Q\S+ (?:longer|larger|more|greater|worse|higher)(?: [a-z-]+)? than (?:that of )?(?:the )?(?:optimum|optimal|oracle|lower bound) "
)
"""What is longer than the best that there can be, `2% longer than the optimum`, lacks so much."""
_LESSENED = patterns.compiled(
    rf" (?:(?:reduc|clos|narrow|shrink|shrunk|mitigat|alleviat|bridg|lessen)\w*|halv\w+|Q\d+x-) (?:Q\d+[%px]\S* )?(?:(?![QFT]\d|[,;.:()]|and |but |while )\S+ ){{0,4}}(?:{_WORDS['worsening']}) "
    rf"| (?:{_WORDS['worsening']}) (?:(?![QFT]\d|[,;.:()]|and |but |while )\S+ ){{0,4}}(?:is|are|was|were|been) (?:[a-z]+ly )?(?:reduced|closed|narrowed|shrunk|mitigated|alleviated|lessened|halved|cut) "
)
"""`reduces the gap by 20 points`: less of what is for the worse is for the better."""


def give_names(tape: Tape, draft: Draft) -> None:
    """Gives a fresh claim what the words around name: benchmarks, method and baseline, and how far its figures go."""
    draft.benchmarks = places_of(tape, draft.item, draft.kind)
    if "labels" in draft.match.rule.traits:
        draft.benchmarks = _labelled(tape, draft.item, draft.benchmarks)
    draft.method, draft.role = whose(tape, draft.item, draft.kind, draft.match)
    worse = draft.negative or (draft.kind == "cost" and draft.frame == "up")
    if worse and draft.role == "own" and (rival := losing_rival(tape, draft.item)):
        draft.method, draft.role = rival, "baseline"
    if draft.kind in AGAINST:
        worse = draft.negative and draft.frame == "worse"
        better = draft.kind == "gain" and not draft.negative
        draft.baseline = find_baseline(tape, draft.item, worse=worse, better=better)
        draft.quantities = _limited(tape, draft)
    elif (
        draft.match.rule.frame == "exceeds"
        and draft.match.rule.role is None
        and tape.items[draft.item - 1].word in _EXCEEDED
    ):
        draft.method, draft.role = exceeded(tape, draft.item), "baseline"


def _limited(tape: Tape, draft: Draft) -> list[Quantity]:
    """The figures of a change with the bound that their own words are not: `improves by at most 8%`, `a maximum gain of 8%`."""
    first = draft.quantities[0]
    if first.bound == "under" and tape.sentence.lower().startswith("at most", first.first):
        return [replace(each, bound="up to") for each in draft.quantities]
    extreme = _EXTREME.search(tape.text, 0, tape.offsets[draft.item]) if first.bound is None else None
    if extreme is None:
        return draft.quantities
    return [replace(first, bound="over" if extreme["least"] else "up to"), *draft.quantities[1:]]


_EXTREME = Ending(
    rf" (?:maxim(?:um|al)|max|(?P<least>minim(?:um|al))) (?:[MRS]\d+ |[a-z]+ )?(?:{_WORDS['improvement']}|{_WORDS['reduction']}|{_WORDS['faster']}) "
    r"(?:(?:in|of|on) (?:the )?[MRS]\d+ )?(?:of|is|was|by|reaches|can reach|can be) (?:to )?$"
)
_DATA_SETS = patterns.compiled(r"\b(?:data\s?sets?|benchmarks?|corpora|test sets?|domains)\b", regex.IGNORECASE)


def _labelled(tape: Tape, index: int, found: list[Mention]) -> list[Mention]:
    """Where a figure of a table in a line was measured: what its label names, `data sets: OwlSet 0.95`, and not its neighbour's."""
    label = tape.items[index - 2 if tape.items[index - 1].word == ":" else index - 1]
    if label.kind not in "NO":
        return found
    return list(label.mentions) if _DATA_SETS.search(tape.sentence, 0, label.start) else []


_EXCEEDED = frozenset(
    ("the", "(", "of", "at", "baseline", "previous", "prior", "existing", "published")
)  # `surpassing the 58.5% obtained by`, `better than HeronNet (58.5%)`
