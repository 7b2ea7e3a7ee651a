"""From readings to claims: the kind, the names, whose result it is, and one claim for each number x benchmark x method."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from leaderboard import lexicon
from leaderboard.extraction import measures
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.baselines import find_baseline, own_baseline
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.faster import what_is_faster
from leaderboard.extraction.kinds import compose, lower_is_better, measure_class
from leaderboard.extraction.measures import Measure, is_activity
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.pairs import apart
from leaderboard.extraction.parting import part_places
from leaderboard.extraction.places import holds_on, places_of, sets_elsewhere
from leaderboard.extraction.quantities import Quantity
from leaderboard.extraction.reading import Match, Reading, continues
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Item, Tape
from leaderboard.extraction.whose import whose
from leaderboard.model import OURS, Kind, Role


@dataclass(slots=True)
class Draft:
    """A claim in the making, for one item of the tape; lists are still lists."""

    item: int
    quantities: list[Quantity]
    frame: str
    rule: str
    kind: Kind
    measure: Measure | None = None
    benchmarks: list[Mention] = field(default_factory=list)
    method: str = OURS
    role: Role = "own"
    baseline: str | None = None
    negative: bool = False
    words: str = ""
    """What its rule matched."""

    @property
    def takes_measure(self) -> bool:
        """Whether it lacks a measure that what stands by may lend: how many cases went well is of none."""
        return self.measure is None and self.frame != "handled"


def drafts(tape: Tape, readings: list[Reading]) -> tuple[list[Draft], dict[int, str]]:
    """The claims of a sentence, still without context from other sentences, and why items whose rule fired make none."""
    out: list[Draft] = []
    refused: dict[int, str] = {}
    if all(reading.match is None for reading in readings):
        return out, refused
    previous: Draft | None = None
    for reading in readings:
        item = tape.items[reading.item]
        previous = _outside_bracket(tape, out, previous, reading.item)
        follows = previous is not None and continues(tape, previous.item, reading.item)
        weak = reading.match is None or reading.match.rule.priority < 20
        if (
            reading.match is not None
            and follows
            and previous is not None
            and previous.kind != "score"
            and reading.match.rule.frame in ("value", "share")
        ):
            weak = reading.match.rule.priority < 45 and not _is_of_quality(tape, reading.item, previous)
        if follows and previous is not None and previous.kind in _AGAINST and _only_compares(reading):
            weak = True
        if reading.match is not None and reading.match.rule.frame == "nothing":
            previous = None
            continue
        if previous is not None and previous.kind == "cost" and _TAKES.match(tape.text, tape.offsets[reading.item]):
            # `71% with 10% of the labels and 63% with 1%`: the next result, and no amount of what the first one took
            previous = next((draft for draft in reversed(out) if draft.kind == "score"), None)
            follows = previous is not None and reading.match is None
            weak = weak and follows
        if weak and follows and previous is not None and _same_class(item, previous):
            draft = _continued(tape, item, reading, previous)
        elif reading.match is None:
            if previous is None or not _another_score(item, previous):
                continue
            draft = _continued(tape, item, reading, previous)
        else:
            made = _believed(tape, item, reading, previous)
            if isinstance(made, Draft):
                draft = made
                if previous is not None and follows:
                    _inherit(tape, draft, previous)
            elif follows and previous is not None and item.quantities[0].unit and _same_class(item, previous):
                draft = _continued(tape, item, reading, previous)
            else:
                refused[reading.item] = made.reason
                continue
        if draft.kind == "gain" and draft.measure is None and out and _says_of(tape, out[-1], draft):
            draft.measure = out[-1].measure
        out.append(draft)
        previous = draft
    _share_measures(out)
    for draft in out:
        if draft.kind == "score" and draft.takes_measure and draft.quantities[0].unit_class == "percent":
            draft.measure = measures.only_measure(tape, draft.item)
    _pair_measures(tape, out)
    for draft in out:
        if draft.kind == "gain" and draft.measure is None and draft.quantities[0].unit_class in ("percent", "points"):
            draft.measure = measures.performance_before(tape, draft.item)
    _share_baselines(tape, out)
    _share_ends(tape, out)
    _share_systems(tape, out)
    part_places(tape, out)
    return apart(tape, out), refused


_TAKES = regex.compile(
    r"Q\d+%\S* (?:(?:with|using|given) (?:only |just )?Q\d+%|(?:after|within|in) (?:only |just )?Q\d+[nct])"
)


def _only_compares(reading: Reading) -> bool:
    """Whether all that a rule sees of a number is what it is compared with: `over BERT`, `compared to BERT`."""
    match = reading.match
    return match is not None and match.rule.priority < 30 and match.start == match.slots.get("value", (-1, 0))[0]


def _is_of_quality(tape: Tape, index: int, previous: Draft) -> bool:
    """Whether a quality measure right behind a figure says that it goes on with no resource's: `with 30% compute, and 52.5% mIoU`."""
    return previous.kind == "cost" and measures.adjacent_measure(tape, index) is not None


_WHICH_IS = regex.compile(r" ,? ?(?:which|that) (?:is|are|was|were) (?:[a-z]+ )?$")


def _says_of(tape: Tape, result: Draft, draft: Draft) -> bool:
    """Whether a change is one of the result before it: `a resolution of 93 μm, which is six times higher`."""
    return result.kind == "score" and bool(
        _WHICH_IS.search(tape.text, tape.offsets[result.item], tape.offsets[draft.item])
    )


_CLOSED = regex.compile(r" (?P<aside>\( [^()]*\)) (?:(?:on|for|in) (?:the )?B\d+ )?(?:, and|,|and|;) $")


def _outside_bracket(tape: Tape, made: list[Draft], previous: Draft | None, index: int) -> Draft | None:
    """What an item goes on with: past a bracket that has closed, `by 5.4% on A (47.1 F1), 1.3% on B`, what stood before it."""
    if previous is None or len(made) < 2 or made[-1] is not previous:
        return previous
    closed = _CLOSED.search(tape.text, tape.offsets[made[-2].item], tape.offsets[index])
    if closed is None or tape.offsets[previous.item] < closed.start("aside"):
        return previous
    before = made[-2]
    first, inside, new = before.quantities[-1], previous.quantities[0], tape.items[index].quantities[0]
    apart = (
        inside.unit != first.unit
        or (bool(inside.sign) and first.sign == new.sign == "")
        or (_in_points(tape, inside) and not _in_points(tape, new))
    )
    return before if before.item < previous.item and first.unit == new.unit and apart else previous


def _share_ends(tape: Tape, made: list[Draft]) -> None:
    """Both ends of `from 50.0% to 79.2% on CIFAR-10` and of `VGG-Face (4.5% to 12%)` were measured in one place."""
    for start, end in pairwise(made):
        if start.quantities[0].from_to == "from" and end.quantities[0].from_to == "to":
            before = tape.items[start.item - 1] if start.item else None
            if before is not None and before.word == "(" and start.benchmarks:
                end.benchmarks = start.benchmarks
            elif end.benchmarks:
                start.benchmarks = end.benchmarks


_SAME_CLAUSE = regex.compile(
    r"\S+ (?=.*\b\p{L})(?:(?![;:()]|[NO]\d|(?:for|we|our|ours|while|whereas|but|than|to|compared|versus|vs|is|are|was|were|has|have) |outperform|surpass|improv|achiev|obtain|reach|attain|scor|yield)\S+ ){0,12}"
)


def _share_systems(tape: Tape, made: list[Draft]) -> None:
    """Numbers of one clause, or in one bracket, are of one system: `existing methods reach 85% with 3% of the parameters`."""
    for earlier, later in pairwise(made):
        inside = _OPEN.search(tape.text, 0, tape.offsets[earlier.item]) is not None
        if (
            (later.role, earlier.role) == ("own", "baseline")
            and (later.method == OURS or inside)
            and {earlier.kind, later.kind} <= {"score", "cost"}
            and not tape.text.endswith(" from ", 0, tape.offsets[earlier.item])
            and _SAME_CLAUSE.fullmatch(tape.text, tape.offsets[earlier.item], tape.offsets[later.item])
        ):
            later.method, later.role = earlier.method, "baseline"


_OPEN = regex.compile(r"\( [^()]*$")


def _pair_measures(tape: Tape, made: list[Draft]) -> None:
    """`by 4.9% and 11.8% on the accuracy and fluency metrics, respectively`: as many figures as measures are of one each."""
    if "respectively" not in tape.text:
        return
    for draft in made:
        count = len(draft.quantities)
        if count > 1 and draft.kind in ("score", "gain") and (draft.measure is None or len(draft.measure.names) == 1):
            for item in tape.items[draft.item + 1 :]:
                if item.kind == "M" and len(item.mentions) == count:
                    draft.measure = Measure("M", tuple((m.text, m.canonical) for m in item.mentions))
                    break


_AGAINST: tuple[Kind, ...] = ("gain", "speedup", "saving")


def _share_baselines(tape: Tape, made: list[Draft]) -> None:
    """A change that names nothing to compare with is one against what the sentence compared before."""
    for earlier, later in pairwise([draft for draft in made if draft.kind in _AGAINST]):
        between = tape.text[tape.offsets[earlier.item] : tape.offsets[later.item]]
        if later.baseline is None and " ; " not in between:
            later.baseline = earlier.baseline


def _share_measures(made: list[Draft]) -> None:
    """A quality claim that names no measure takes that of its neighbour: `10.36% accuracy, outperforming LoRA (5.50%)`."""
    for order in (made, made[::-1]):
        last: Draft | None = None
        for draft in order:
            if (
                draft.kind == "cost"
                and draft.quantities[0].from_to == "to"
                and draft.measure is None
                and made[0] is not draft
            ):
                draft.measure = made[made.index(draft) - 1].measure
            if draft.kind not in ("score", "gain"):
                continue
            if draft.measure is not None and draft.measure.kind in "M?":
                last = draft
            elif draft.takes_measure and last is not None and _comparable(draft, last, alike=order is not made):
                draft.measure = last.measure


def _comparable(a: Draft, b: Draft, *, alike: bool) -> bool:
    """Whether two results may be of one measure; `alike`: not the points of `by 0.8 points on A and B by 2% accuracy`."""
    kinds = {a.quantities[0].unit_class, b.quantities[0].unit_class}
    return len(kinds) == 1 or (not alike and kinds <= {"percent", "points", "bare"})


def _same_class(item: Item, previous: Draft) -> bool:
    a, b = item.quantities[0], previous.quantities[-1]
    if previous.kind == "cost" and a.unit_class == "percent":
        return b.unit_class == "percent"  # `80% within 4 steps, and 93% after 9`
    return a.unit_class == b.unit_class or {a.unit_class, b.unit_class} <= {"percent", "points", "bare"}


def _another_score(item: Item, previous: Draft) -> bool:
    """Whether a percentage that no rule reads goes on with the scores before it: `the first at 6%, the second at 18%`."""
    classes = {item.quantities[0].unit_class, previous.quantities[-1].unit_class}
    return previous.kind == "score" and previous.frame in ("value", "handled") and classes == {"percent"}


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why a rule makes no claim; `final` where that is said of the number itself, so that no other rule makes one."""

    reason: str
    final: bool = False


def _believed(tape: Tape, item: Item, reading: Reading, previous: Draft | None) -> Draft | _Refusal:
    """The claim of the rule that won or, where it makes none of a number with a unit, of the best that lost to it."""
    made = refusal = _fresh(tape, item, reading, previous)
    for lost in reading.lost:
        if isinstance(made, Draft) or made.final or lost.rule.frame == "nothing" or item.quantities[0].unit is None:
            break
        made = _fresh(tape, item, replace(reading, match=lost), previous)
    return made if isinstance(made, Draft) else refusal


_BEFORE_SUBJECT = frozenset(("that", ",", ";", ":"))
"""Words and marks that a clause's subject follows: `we find that 46% of the errors are of one kind` is a statistic."""


_MULTIPLE = regex.compile(r"^[kKMGTPBmb]\s?")  # of `GFLOPs`


def _measure_sought(tape: Tape, reading: Reading, match: Match, previous: Draft | None) -> Measure | None:
    """What a rule's number is of: as its slot says, else what stands nearest by."""
    quantity, frame = tape.items[reading.item].quantities[0], match.rule.frame
    measure = measures.measure_from_span(tape, match.slots["measure"]) if "measure" in match.slots else None
    if (
        measure is not None
        and measure.kind == "R"
        and measure.names[0][1] in measures.WEAK
        and frame in ("up", "beats")
    ):
        measure = None  # `accuracy on the data set is 2% higher`
    if (measure is None or measure.kind in "M?") and frame not in ("faster", "used", "cost", "fewer"):
        measure = measures.adjacent_measure(tape, reading.item) or measure
    if quantity.unit_class in ("rate", "memory", "compute") and measure is not None and measure.kind == "M":
        measure = None
    if quantity.from_to == "to" and previous is not None and previous.quantities[0].from_to == "from":
        measure = measures.adjacent_measure(tape, reading.item) or previous.measure  # what changed is named once
    if measure is None and previous is not None and frame in ("up", "down") and _is_apposed(tape, previous, match):
        return previous.measure
    if measure is None and (frame in ("up", "down") or (frame == "beats" and quantity.unit_class == "factor")):
        measure = measures.resource_by(tape, reading.item)
    if frame == "outsized":
        measure = Measure("R", (("size", None),))
    if measure is None:
        measure = measures.seek_measure(tape, reading.item, frame, quantity)
    if measure is None and frame == "faster":
        measure = what_is_faster(tape, reading.item)
    return measure


_APPOSED = regex.compile(
    r"\S+ (?:per [a-z]+ )?(?:[,(–—] )(?:(?:i\.e\.?|thus|which is|representing|corresponding to|amounting to|equivalent to) )?(?:(?:an?|the) )?(?:\w+ ){0,1}"
)


def _is_apposed(tape: Tape, previous: Draft, match: Match) -> bool:
    """Whether a change is told of the result right before it: `cuts the latency to 2 ms, a reduction of 90%`."""
    return _APPOSED.fullmatch(tape.text, tape.offsets[previous.item], match.start) is not None


def _fresh(tape: Tape, item: Item, reading: Reading, previous: Draft | None) -> Draft | _Refusal:
    """The claim of the rule that fired, or why it makes none."""
    match = reading.match
    assert match is not None
    quantity = item.quantities[0]
    frame = match.rule.frame
    if frame == "handled":
        frame, measure = "value", measures.of_handled(tape, reading.item)
    else:
        measure = _measure_sought(tape, reading, match, previous)
    if frame == "share":
        if measure is not None and lower_is_better(measure):
            if " of the " in tape.text[match.start : match.end]:
                subject = tape.items[reading.item - 1].word in _BEFORE_SUBJECT if reading.item else True
                return _Refusal(f"a share of {measure.names[0][0]} is no performance", final=subject)
            frame = "value"  # `0.2% of position drift`
        else:
            measure = Measure("M", (("performance", None),))
    if quantity.unit_class == "compute" and (measure is None or "flop" not in measure.names[0][0].lower()):
        measure = Measure("R", ((_MULTIPLE.sub("", quantity.unit or "FLOPs"), None),))
    if frame == "value" and match.rule.role is None:
        if _is_small(quantity, measure):
            frame = _change_before(tape, reading.item) or frame
        elif (
            quantity.unit_class == "percent"
            and quantity.value < 40
            and _THAN.match(tape.text, tape.offsets[reading.item])
        ):
            frame = _compared(tape, reading.item) or frame
    if frame == "value" and match.rule.role is None and not quantity.from_to and _in_points(tape, quantity):
        frame = "up"
    if frame == "up" and (_is_reached(tape, reading.item, match.start) or _is_height(tape, reading, match, measure)):
        frame = "value"
    if frame == "exceeds":
        frame = "value" if _is_large(quantity) else "up"
    if (
        frame in ("up", "down", "beats", "worse")
        and measure is not None
        and is_activity(measure.kind, *measure.names[-1])
    ):
        measure = None  # `an improvement of 30% over a local search`
    words = tape.text[match.start : match.end]
    head = tape.item_at(match.start) - 1
    if measure is None and frame == "up" and head >= 0 and tape.items[head].kind == "S":
        measure = measures.measure_from_span(tape, (tape.offsets[head], match.start))  # `a speed increase of 20 times`
    if measure is not None and measure.kind == "M" and frame == "down" and "compress" in words:
        measure = None  # `70 times greater compression at a comparable accuracy`
    if measure is None and frame in ("up", "down", "worse", "value"):
        measure = measures.subject_measure(tape, reading.item)
    if measure is None and frame == "fewer" and quantity.unit_class in ("percent", "factor"):
        measure = measures.quality_before(tape, reading.item) or measures.only_resource_before(tape, reading.item)
    if measure is None:
        measure = next((Measure("R", ((name, None),)) for cue, name in _SAID_BY.items() if cue in words), None)
    lower = measure is None and frame == "fewer" and quantity.unit_class == "percent" and _LESS.search(words)
    if lower and tape.items[reading.item - 1].word != "(":
        return _Refusal("what is lower is not named", final=True)
    if measure is None and quantity.unit_class == "factor" and frame == "up" and _OUTSIZED.search(words):
        return _Refusal("how much larger a thing is that no measure is named of, no gain")
    if quantity.unit == "dB" and measure is not None and measure.kind in "SR":
        measure = None  # `0.2 dB gain at the same computational cost`
    kind, negative = compose(frame, quantity, measure, words)
    if negative and any(
        each.end() > match.start for each in _LESSENED.finditer(tape.text, max(0, match.start - 60), match.end + 30)
    ):
        negative = False
    if kind is None:
        named = "" if measure is None else f" of {measure.names[0][0]}"
        return _Refusal(f"the rule's frame {frame} makes no claim{named} with a number of class {quantity.unit_class}")
    if refusal := _unfit(tape, reading, kind, measure):
        return refusal
    meant = match.rule.frame if match.rule.frame == "handled" else frame
    draft = Draft(reading.item, list(item.quantities), meant, match.rule.name, kind, measure, negative=negative)
    draft.words = words
    draft.benchmarks = places_of(tape, reading.item, kind)
    draft.method, draft.role = whose(tape, reading.item, kind, match)
    if kind in ("gain", "speedup", "saving"):
        draft.baseline = find_baseline(tape, reading.item)
    elif match.rule.frame == "exceeds" and tape.items[reading.item - 1].word in _EXCEEDED:
        draft.method, draft.role = find_baseline(tape, reading.item) or "baseline", "baseline"
    return draft


def _is_reached(tape: Tape, index: int, start: int) -> bool:
    """Whether what a comparison ends in is where it led: `outperforms HeronNet by achieving up to 99.2%`."""
    return _is_large(replace(tape.items[index].quantities[0], bound=None)) and bool(
        _REACHING.search(tape.text, start, tape.offsets[index])
    )


def _is_height(tape: Tape, reading: Reading, match: Match, measure: Measure | None) -> bool:
    """Whether a share is what a measure of shares rose to: `pushes the accuracy up to 66.2%`."""
    metric = lexicon.load().metric(measure.names[0][1] or "") if measure is not None else None
    quantity = tape.items[reading.item].quantities[0]
    if metric is None or metric.unit != "%" or quantity.unit_class != "percent" or quantity.value < 40:
        return False
    if _in_points(tape, quantity):
        return False
    return bool(_RISEN.search(tape.text, match.start - 1, tape.offsets[reading.item])) and quantity.bound == "up to"


_RISEN = Ending(
    r" (?:push|rais|lift|boost|improv|increas|enhanc|elevat)(?:e?s|e?d|e|ing)? (?:(?!by |of |\(|,|\w+ly )\S+ ){1,6}$"
)
_LESS = regex.compile(r" (?:lower|less|reduced|decreased) ")
_REACHING = Ending(r" (?:achieving|reaching|attaining|obtaining|scoring) (?:(?:up|to|about|over|an?|the) )*$")
_OUTSIZED = regex.compile(r" (?:larger|bigger|longer|deeper) $")
_EXCEEDED = frozenset(("the", "(", "of", "at"))  # `surpassing the 58.5% obtained by`, `better than HeronNet (58.5%)`


_SAID_BY = {
    " compression": "compression",
    " smaller ": "size",
    " more compact ": "size",
    " cheaper ": "cost",
    " costly ": "cost",
    " expensive ": "cost",
}


_POINTS = regex.compile(r"\s?(?:pp|p\.p\.|percent(?:age)?[- ]points?)\b", regex.IGNORECASE)


def _in_points(tape: Tape, quantity: Quantity) -> bool:
    """Whether a percentage is one of points, which only a difference is: `66.5% on STL-10 (6.9 pp)`."""
    return bool(_POINTS.search(tape.sentence, quantity.end, quantity.last + 2))


def _is_small(quantity: Quantity, measure: Measure | None) -> bool:
    """Whether so low a percentage of what should be high would be a poor result, so that it rather is a change."""
    highest = quantity.value if quantity.value_to is None else quantity.value_to
    if quantity.unit != "%" or quantity.from_to:
        return False
    return highest < 18 if measure is None else highest < 9 and lower_is_better(measure) is False


def _is_large(quantity: Quantity) -> bool:
    """Whether a percentage is too high for a margin that nothing else marks as one: `surpassing the 58.5% obtained by`."""
    return quantity.unit == "%" and quantity.value >= 40 and not quantity.sign and quantity.bound is None


_WORDS = word_classes()
_LESSENED = regex.compile(
    rf" (?:(?:reduc|clos|narrow|shrink|shrunk|mitigat|alleviat|bridg|lessen)\w*|halv\w+|Q\d+x-) (?:(?![QFT]\d|[,;.:()]|and |but |while )\S+ ){{0,4}}(?:{_WORDS['worsening']}) "
)
"""`reduces the gap by 20 points`: less of what is for the worse is for the better."""
_CHANGED = regex.compile(
    rf" (?<! (?:no|without|any) )(?:(?:{_WORDS['improve']}|{_WORDS['improvement']}|{_WORDS['outperform']})|(?P<worse>{_WORDS['worsen']}|{_WORDS['worsening']}|{_WORDS['reduce']}|{_WORDS['reduction']}))"
    rf" (?:R\d+ sets? |(?!(?:{_WORDS['achieve']}|from|than|to|while|whereas|;|:|\.|[QFT]\d\S*) )\S+ ){{0,12}}(?<! \( )$"
)


_COMPARED = regex.compile(
    rf" (?:(?:{_WORDS['higher']})|(?P<worse>{_WORDS['lower']})) (?:(?!{_WORDS['approach']})[a-z-]+ )?M\d+ (?:of |\( )$"
)
_THAN = regex.compile(r"\S+ (?:\) )?than ")


def _compared(tape: Tape, index: int) -> str | None:
    """The frame of the comparison right before an item: `a higher mAP of 3.1%`."""
    change = _COMPARED.search(tape.text, max(0, tape.offsets[max(0, index - 14)] - 1), tape.offsets[index])
    return None if change is None else "worse" if change["worse"] else "up"


def _change_before(tape: Tape, index: int) -> str | None:
    """The frame of the change that governs an item: `outperforms HeronNet on crowds with an mAP of 3.1%`, `a higher mAP of 3.1%`.

    What stands in brackets after a benchmark is the change there, `gains on A (1.7%)`; after a system's name it is its score.
    """
    if compared := _compared(tape, index):
        return compared
    begin, end = max(0, tape.offsets[max(0, index - 14)] - 1), tape.offsets[index]
    if index > 1 and tape.items[index - 1].word == "(" and tape.items[index - 2].kind == "B":
        end = tape.offsets[index - 1]
    change = _CHANGED.search(tape.text, begin, end)
    return None if change is None else "worse" if change["worse"] else "up"


def _unfit(tape: Tape, reading: Reading, kind: Kind, measure: Measure | None) -> _Refusal | None:
    """Why a number can be no claim of its kind, None where it can."""
    quantity, match = tape.items[reading.item].quantities[0], reading.match
    assert match is not None
    if kind == "score" and quantity.unit_class == "factor" and match.rule.frame != "multiple":
        return _Refusal("a factor is no score")
    if kind == "score" and quantity.unit_class == "count":
        return _Refusal("so many thousands or millions of something are no score")
    if quantity.unit_class == "bare" and not _bare_result(
        tape, reading.item, quantity, measure, kind, match.rule.priority
    ):
        return _Refusal("a number without a unit needs its measure beside it")
    if quantity.from_to and measure is None and not quantity.unit:
        return _Refusal("nothing says what went from one number to the other")
    if quantity.from_to and kind in ("score", "cost") and _is_range_of_setting(tape, reading.item, quantity):
        return _Refusal("a range of what was varied, no change of a result", final=True)
    if kind == "score" and not _plausible(quantity, measure):
        return _Refusal(
            f"{quantity.value:g} lies outside the range of {measure.names[0][0] if measure else 'its metric'}"
        )
    if (
        kind == "score"
        and measure is not None
        and measure.names[0][1] in ("agreement", "kappa")
        and _ANNOTATORS.search(tape.sentence)
    ):
        return _Refusal("how far annotators agree is no result of a system", final=True)
    if kind == "score" and measure is not None and quantity.unit_class == "measure":
        if quantity.unit in _OF_BODIES and _DIMENSION.search(measure.names[0][0]):
            return _Refusal("how large something is, no score", final=True)
        if measure.kind == "M" and _is_stretch(tape, reading.item):
            return _Refusal("the stretch that a result was measured over, no score", final=True)
        if measure.names[0][1] == "distance" and _SPANNED.search(tape.text, 0, tape.offsets[reading.item]):
            return _Refusal("a range within which something was tried, no score")
    if kind == "cost" and measure is not None and _DELAY.search(measure.names[0][0]) and _is_set(tape, reading.item):
        return _Refusal("a delay that something was tried under, no cost", final=True)
    if kind == "score" and quantity.unit in _OF_BODIES and _BODY.match(tape.text, tape.offsets[reading.item]):
        return _Refusal("how heavy or how large a machine is, no score", final=True)
    if kind == "cost" and quantity.unit == "%" and measure is not None and _ABILITY.fullmatch(measure.names[0][0]):
        return _Refusal("a share of what a machine is able to do or of its weight, no cost")
    if kind == "cost" and quantity.unit in _OF_BODIES:
        # `data sets` are no body: of `the error on the two data sets is 26 mm` another rule reads the error
        data = measure is not None and measure.names[0][1] == "data"
        return _Refusal("how heavy or how large something is, no cost", final=not data)
    if quantity.unit_class == "measure" and (kind == "speedup" or (kind == "saving" and quantity.unit in _OF_MOTION)):
        return _Refusal(f"{quantity.unit} measures neither speed nor what is saved")
    if quantity.unit == "FPS" and _FILMED.search(tape.text, 0, tape.offsets[reading.item]):
        return _Refusal("how often a camera took a picture, no rate of computing", final=True)
    if quantity.unit in ("Hz", "kHz") and (
        (measure is None and match.rule.priority < 20)
        or (measure is not None and "bandwidth" in measure.names[0][0])
        or _moves_or_senses(tape, reading.item)
    ):
        return _Refusal("a frequency that nothing calls a rate of computing", final=True)
    absolute = quantity.unit_class in ("time", "memory", "compute", "count", "rate")
    amount = measure is not None and measure.kind == "R" and quantity.unit_class in ("bare", "measure")
    if kind == "gain" and (amount or (absolute and measure_class(measure) != "quality")):
        return _Refusal("an amount of a resource is no gain of quality")
    return None


_ANNOTATORS = regex.compile(
    r"\b(?:inter-?\s?(?:annotator|coder)|Fleiss|Krippendorff)|\b(?:data\s?sets?|corpus|corpora),?\s(?:[\w-]+,\s)?with\s",
    regex.IGNORECASE,
)
_OF_BODIES = frozenset(("kg", "Kg", "g", "mg", "km", "m", "meters", "cm", "mm", "μm", "µm", "nm", "inch", "inches"))
_DIMENSION = regex.compile(
    r"\b(?:(?:diameters?|widths?|thickness|wheelbase|wingspan|span|footprint|workspace)\b(?!.*(?:error|accuracy|deviation))"
    r"|(?:path|route|track|trajectory|course|body|link|arm|total|overall|arc) length$)|^(?:length|height|depth|radius|size|span)$",
    regex.IGNORECASE,
)
_BODY = regex.compile(
    r"Q\S+ (?:(?:,|and) Q\S+ |(?!(?:the|an?|our|its|of|in|on|for|with|from|at|to|when|while|if|as|that|which|and|by|over|under|using|than|is|are|was|were) )[a-z-]+ ){0,3}?"
    r"(?:(?:micro|mini)?robots?|prototypes?|vehicles?|drones?|quadrupeds?|hexapods?|quadrotors?|humanoids?|structures?|machines?|mavs?) "
)  # `a 9 cm, 13 g robot`
_ABILITY = regex.compile(
    r"(?:.*\s)?(?:forces?|torques?|range|distance|payload|weight|mass|speed|velocity)", regex.IGNORECASE
)


def _is_stretch(tape: Tape, index: int) -> bool:
    """Whether a length or time is what something was measured over: `centimetre accuracy over a 1.5 km run`."""
    quantity = tape.items[index].quantities[0]
    ahead = tape.sentence[quantity.first : quantity.start].lower().split()
    if quantity.unit_class not in ("measure", "time") or ahead[:1] != ["over"]:
        return False
    return len(ahead) > 1 or _OF_ANOTHER.search(tape.text, 0, tape.offsets[index]) is not None


_OF_ANOTHER = regex.compile(r" Q\S+ (?:(?:of|in|[a-z-]+) ){0,4}M\d+ $")
_SPANNED = regex.compile(
    r" (?:over|within|in|from|at|for|across|along|covering) (?:(?![QFTMB]\d|[,;.:()] )\S+ ){0,3}?R\d+ (?:(?:of|up|to|is|between|from|about|around|only|just) )*$"
)  # `over a range of`, `at distances up to`
_OF_MOTION = frozenset(("m", "cm", "mm", "degrees", "deg", "°", "rad", "N", "mN"))


_DELAY = regex.compile(r"(?<!(?:end-to-end|computational|processing|inference|control) )\bdelays?$", regex.IGNORECASE)
_ACHIEVED_DELAY = regex.compile(
    r" (?:small|low|short|average|mean|minimal|only|total|reduced|little|observ\w+|achiev\w+|introduc\w+) (?:(?![QFT]\d|[,;.] )\S+ ){0,5}$"
)


def _is_set(tape: Tape, index: int) -> bool:
    """Whether nothing before a delay says that it was reached: `stable under a time delay of up to 50 ms`."""
    return tape.items[index].quantities[0].bound != "under" and not _ACHIEVED_DELAY.search(
        tape.text, tape.offsets[max(0, index - 12)] - 1, tape.offsets[index]
    )


_COMPUTES = r"real-?time|real time|online|onboard|run|process|perform|estimat|track|detect|comput|updat|plan|optimi|solv|S\d|M\d"
_SENSED = regex.compile(
    r" (?:provid\w+|synchroni[sz]ed?|captur\w+|record\w+|collect\w+|acquir\w+|streams?|sequences?|data ?sets?|imus?|cameras?|(?:magnetic|electric) fields?)(?:['’]s)?"
    rf" (?:(?!;|\.|{_COMPUTES})\S+ ){{0,14}}$"
)
_FILMED = Ending(
    r" (?:captur|record|film)\w* (?:(?!and |while )[a-z-]+ ){0,4}(?:videos?|recordings?|footage|frames|images|sequences) (?:at|with|of) (?:(?:up|to|about|a|rate) )*$"
)
_MOVED = regex.compile(rf" Q\d+u\S* (?:(?![;.]|{_COMPUTES}|control)\S+ ){{0,14}}$")
_OF_SPEED = regex.compile(r"/\s?(?:s|sec|min|h)\b|per\s(?:second|minute|hour)")


def _moves_or_senses(tape: Tape, index: int) -> bool:
    """Whether a frequency is that of a body's motion, `swims at 3 BL/s at 6 Hz`, or of a sensor's record."""
    start, end = tape.offsets[max(0, index - 18)] - 1, tape.offsets[index]
    moved = _MOVED.search(tape.text, start, end)
    if moved and _OF_SPEED.search(tape.items[tape.item_at(moved.start() + 1)].quantities[-1].unit or ""):
        return True
    return bool(_SENSED.search(tape.text, start, end))


_CHANGES = Sought(
    "( {improve} | {improvement} | {reduce} | {reduction} | {worsen} | {worsening} | {higher} | {lower} | {faster} | {accelerate} | {outperform}"
    " | chang\\w+ | shift\\w* | went | goes | taken | takes? | brings? | brought | driven | down | up | M\\d+ )"
)


def _is_range_of_setting(tape: Tape, index: int, quantity: Quantity) -> bool:
    """Whether `from A to B`, in physical units, only spans what was tried or set: nothing before it speaks of a change."""
    if quantity.unit_class not in ("measure", "time", "rate"):
        return False
    return not any(_CHANGES.before(tape, tape.offsets[index], tape.offsets[max(0, index - 24)]))


def _plausible(quantity: Quantity, measure: Measure | None) -> bool:
    """Whether a score lies in its metric's range: an accuracy of 340% is none. Ranges hold for percentages."""
    canonical = measure.names[0][1] if measure is not None else None
    metric = lexicon.load().metric(canonical) if canonical is not None else None
    if metric is None or quantity.unit_class != "percent":
        return True
    highest = quantity.value if quantity.value_to is None else quantity.value_to
    return metric.high is None or highest <= metric.high


def _bare_result(
    tape: Tape, index: int, quantity: Quantity, measure: Measure | None, kind: Kind, priority: int
) -> bool:
    """Whether a number without a unit is a result: it needs a measure, and a whole number needs one beside it."""
    version = quantity.value < 10  # `HeronNet 2.0`, and not `94.0 F1`
    whole = quantity.value.is_integer() and (version or "." not in tape.sentence[quantity.start : quantity.end])
    if measure is None:
        return not whole and priority >= 36
    if "." not in tape.sentence[quantity.start : quantity.end] and not quantity.sign:
        if kind == "gain" and measure.kind == "?":
            return False  # `lower bounds for 10 instances`
        if kind == "score" and quantity.value_to is None and not quantity.from_to and quantity.value in (0, 1):
            return False  # `a normalized score between 0 and 1`
        if kind == "score" and measure.kind == "M" and _is_counted(tape, index, measure):
            return False
    counts = index + 1 < len(tape.items) and _COUNTED.match(tape.items[index + 1].word)
    if counts and measure.kind == "M" and priority < 40:
        return False  # `reaches an IoU of 88% with an average of 9.1 clicks`
    if not whole or measure.kind == "?":
        return priority >= 20 or not whole
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    if kind == "cost" and measure.kind == "R" and priority >= 50 and (after is None or after.word != "of"):
        return True  # `only 3 robot demonstrations`
    if after is not None and after.kind == "N" and index + 2 < len(tape.items) and tape.items[index + 2].kind == "M":
        return False  # `4 Heron error benchmarks`
    before = tape.items[index - 1].word if index else ""
    if (before in ("over", "across", "for", "on", "from", "with", "than") and quantity.bound != "under") or (
        after is not None and after.kind == "w" and after.word.isalpha() and after.word not in _AFTER_SCORE
    ):
        return False
    near = measures.nearest_measure(tape, index, measure.kind, limit=4)
    return (near is not None and near.names == measure.names) or priority >= 50


def _is_counted(tape: Tape, index: int, measure: Measure) -> bool:
    """Whether a whole number right before what reads as a measure counts things of that name: `16 image quality measures`.

    What nobody listed is a measure where it is achieved, `achieves 64 DS`; else the number is part of a name: `Heron 500 AUV`.
    """
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    if after is None or after.kind not in "MN":
        return False
    if measure.names[0][1] is None:
        return _ACHIEVED.search(tape.text, 0, tape.offsets[index]) is None
    return bool(_COUNTED_THINGS.match(tape.text, tape.offsets[index]))


_ACHIEVED = Ending(
    rf" (?:{_WORDS['achieve']}|{_WORDS['outperform']}|of|with|and|,) (?:(?:an?|the|about|up to|over) )*$"
)
_COUNTED_THINGS = regex.compile(
    r"Q\S+ (?:[a-z-]+ )?M\d+ (?!points|scores|values|percents?|as |versus |across )(?:[a-z-]+ )?[a-z-]+s "
)
_COUNTED = regex.compile(
    rf"(?:{_WORDS['counted']}|objects|classes|categories|people|users|turns|words|bits|lines|units|[a-z]+ions)$"
)
_AFTER_SCORE = frozenset(
    "on in for and with while at or over than to absolute higher better lower respectively using after when points by from "
    "compared under average".split()
)


def _continued(tape: Tape, item: Item, reading: Reading, previous: Draft) -> Draft:
    """A further member of a list: everything as before but the number, and what stands beside it."""
    near = (
        (
            measures.adjacent_measure(tape, reading.item)
            or measures.measure_behind(tape, reading.item)
            or (measures.measure_before(tape, reading.item) if previous.kind == "score" else None)
            or measures.nearest_measure(tape, reading.item, "MSR", limit=4)
        )
        if previous.kind in ("gain", "score", "saving")
        else None
    )
    resource = measures.resource_by(tape, reading.item) if previous.kind in ("speedup", "saving", "cost") else None
    if resource is None and previous.kind in _AGAINST:
        resource = measures.worded_by(tape, reading.item)
    if resource is not None:  # `reduces training time by 20% and memory by 30%`: another kind with the same verb
        kind, _ = compose(previous.frame, item.quantities[0], resource, previous.words)
        previous, near = replace(previous, kind=kind or previous.kind, measure=resource), resource
    elif near is not None and (near.kind in "M?") != (previous.measure is None or previous.measure.kind in "M?"):
        near = None
    draft = replace(
        previous,
        item=reading.item,
        quantities=list(item.quantities),
        measure=near or previous.measure,
    )
    draft.benchmarks = places_of(tape, reading.item, draft.kind) or previous.benchmarks
    if _is_elsewhere(tape, reading.item, previous):
        draft.benchmarks = []
    if previous.kind in ("gain", "speedup", "saving") and (found := own_baseline(tape, reading.item)):
        draft.baseline = found
    if draft.kind == "score":
        draft.method, draft.role = whose(tape, reading.item, draft.kind, reading.match)
    if previous.quantities[0].bound == "up to" and item.quantities[0].bound is None:
        draft.quantities = [replace(q, bound="up to") for q in draft.quantities]
    return draft


def _is_elsewhere(tape: Tape, index: int, previous: Draft) -> bool:
    """Whether a quantity was measured elsewhere than the one it goes on with: `3% on A and 2% for face recognition`."""
    return sets_elsewhere(tape, index) and not holds_on(tape, previous.benchmarks, previous.item)


def _inherit(tape: Tape, draft: Draft, previous: Draft) -> None:
    """What a quantity in the same list lacks, it has from the one before."""
    if draft.kind == previous.kind:
        if draft.measure is None and draft.frame == previous.frame:
            draft.measure = previous.measure
        if draft.baseline is None:
            draft.baseline = previous.baseline
        if not draft.benchmarks and not _is_elsewhere(tape, draft.item, previous):
            draft.benchmarks = previous.benchmarks
    elif (
        draft.kind in ("gain", "speedup", "saving")
        and previous.kind in ("gain", "speedup", "saving")
        and draft.baseline is None
    ):
        draft.baseline = previous.baseline
    if (
        previous.quantities[0].bound == "up to"
        and draft.quantities[0].bound is None
        and draft.kind in ("gain", "speedup", "saving")
        and previous.kind in ("gain", "speedup", "saving")
    ):
        draft.quantities = [replace(q, bound="up to") for q in draft.quantities]
