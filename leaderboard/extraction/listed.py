"""A further member of a list: what goes on with the claim before it, and what it takes over from that."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.extraction import patterns
from leaderboard.extraction.baselines import own_baseline
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import AGAINST, Draft
from leaderboard.extraction.frames import in_points
from leaderboard.extraction.kinds import compose, measure_class
from leaderboard.extraction.measure_beside import (
    adjacent_measure,
    bracketed_measure,
    counted,
    measure_before,
    measure_behind,
    parallel_measure,
    resource_by,
    worded_by,
)
from leaderboard.extraction.measure_nearest import nearest_measure
from leaderboard.extraction.measure_of_clause import ability_before
from leaderboard.extraction.measures import PHRASE_ENDS, PLAIN, Measure, is_activity, worded
from leaderboard.extraction.places import holds_on, places_of, sets_elsewhere
from leaderboard.extraction.reading import Match, Reading, adds_statistic
from leaderboard.extraction.rivals import further_rival
from leaderboard.extraction.tape import Item, Tape
from leaderboard.extraction.told import told_behind
from leaderboard.extraction.whose import whose


def same_class(item: Item, previous: Draft) -> bool:
    a, b = item.quantities[0], previous.quantities[-1]
    if previous.kind == "cost" and a.unit_class == "percent":
        return b.unit_class == "percent"  # `75% within 3 steps, and 91% after 8`
    if b.unit == "dB" and a.unit_class in ("bare", "percent") and previous.kind == "gain":
        return True  # `2.5 dB in PSNR and 0.07 in SSIM`
    return a.unit_class == b.unit_class or {a.unit_class, b.unit_class} <= {"percent", "points", "bare"}


def only_compares(match: Match) -> bool:
    """Whether all that a rule sees of a number is what it is compared with: `over BERT`, `compared to BERT`."""
    return match.rule.priority < 30 and match.start == match.slots.get("value", (-1, 0))[0]


def said_alike(tape: Tape, reading: Reading, previous: Draft) -> bool:
    """Whether the verb before a change says of a further figure, too, what its own rule reads as used or not at all.

    `saves 30% of memory and 20% of energy`, `cuts latency by 40% and memory by 3 GB`.
    """
    if previous.kind not in AGAINST or previous.frame not in ("up", "down", "fewer", "worse"):
        return False
    match = reading.match
    if match is not None and not (
        match.rule.frame in ("used", "cost") or match.rule.priority < 20 or only_compares(match)
    ):
        return False
    start, end = tape.offsets[previous.item], tape.offsets[reading.item]
    if _OF_AND.fullmatch(tape.text, start, end):
        return previous.kind != "gain" and _OF.match(tape.text, end) is not None
    if not _BY.search(tape.text, 0, start) or not _BY.search(tape.text, 0, end):
        return False
    return resource_by(tape, reading.item) is not None or worded_by(tape, reading.item) is not None


_LIMITED = r"up|to|over|more|than|about|around|nearly|almost|roughly"
_OF_AND = patterns.compiled(
    rf"Q\S+ of (?:(?!with |while |using |at |by |to )[^\sQFT,;:.()]\S* ){{1,6}}(?:, and|and|,) (?:(?:{_LIMITED}) )*"
)
_OF = patterns.compiled(r"Q\S+ of ")
_BY = Ending(rf" by (?:(?:{_LIMITED}|an|average|of) )*$")


def _of_things(tape: Tape, previous: Draft, index: int) -> Measure | None:
    """The things of which a further share is less: `removes 40% of the heads and 30% of the neurons`."""
    start, end = tape.offsets[previous.item], tape.offsets[index]
    return worded(tape, _SHARE_OF.match(tape.text, end)) if _OF_AND.fullmatch(tape.text, start, end) else None


_SHARE_OF = patterns.compiled(
    rf"Q\d+%\S* of (?:(?:the|its|all|their) )*(?P<what>(?:{PLAIN}){{0,2}}[a-z-]+s )(?:{PHRASE_ENDS}) "
)


def is_told(tape: Tape, item: Item) -> bool:
    """Whether a number is written as a result is: with a unit, or with decimals."""
    quantity = item.quantities[0]
    return quantity.unit is not None or "." in tape.sentence[quantity.start : quantity.end]


_WHEN_SO = Ending(
    r" (?:when|if|where|once) (?:(?![QFT]\d|[,;.:()])\S+ ){1,6}(?:is|are|was|were) (?:(?:only|just|set|at|to) )*$"
)


def another_score(tape: Tape, item: Item, index: int, previous: Draft) -> bool:
    """Whether a percentage that no rule reads goes on with the scores before it: `the first at 6%, the second at 18%`."""
    if _WHEN_SO.search(tape.text, tape.offsets[previous.item], tape.offsets[index]):
        return False  # `and 98% when the noise is only 6%`
    classes = {item.quantities[0].unit_class, previous.quantities[-1].unit_class}
    return previous.kind == "score" and previous.frame in ("value", "handled") and classes == {"percent"}


def compared(tape: Tape, reading: Reading, made: list[Draft]) -> Draft | None:
    """The result that a rival's bare figure is compared with, and has its measure of: `an F1 of 84.9, compared to a record of 82`.

    So has a rival's factor those of a speedup: `a 3.2x speedup, while HeronNet achieves 1.8x`.
    """
    number = tape.items[reading.item].quantities[0]
    if reading.match is None or reading.match.rule.role is None or number.unit_class not in ("bare", "factor"):
        return None
    kinds = ("score",) if number.unit_class == "bare" else ("speedup", "saving")
    score = next((draft for draft in reversed(made) if draft.kind in kinds), None)
    if score is None or score.quantities[0].unit_class != number.unit_class or score.negative:
        return None
    if score.measure is None and number.unit_class == "bare" and number.value.is_integer():
        return None
    alike = score.quantities[0].value / 3 < number.value < score.quantities[0].value * 3
    return score if alike and _NOTHING_COUNTED.match(tape.text, tape.offsets[reading.item]) else None


_NOTHING_COUNTED = patterns.compiled(
    r"Q\S+ (?:[.,;:)]|(?:and|which|that|on|for|in|by|from|with|of|at|when|obtained|achieved|reported|using|without) )"
)
_CLOSED = patterns.compiled(
    r" (?P<aside>\( [^()]*\)) (?:(?:on|for|in) (?:the )?B\d+ (?:R\d+ |dataset |benchmark )?)?(?:, and|,|and|;) $"
)


def outside_bracket(tape: Tape, made: list[Draft], previous: Draft | None, index: int) -> Draft | None:
    """What an item goes on with: past a bracket that has closed, `by 5.4% on A (47.1 F1), 1.3% on B`, what stood before it."""
    if previous is None or len(made) < 2 or made[-1] is not previous:
        return previous
    closed = _CLOSED.search(tape.text, tape.offsets[made[max(0, len(made) - 3)].item], tape.offsets[index])
    if closed is None or tape.offsets[previous.item] < closed.start("aside"):
        return previous
    before = next((d for d in reversed(made[:-1]) if tape.offsets[d.item] < closed.start("aside")), made[-2])
    first, inside, new = before.quantities[-1], previous.quantities[0], tape.items[index].quantities[0]
    apart = (
        inside.unit != first.unit
        or (bool(inside.sign) and first.sign == new.sign == "")
        or (in_points(tape, inside) and not in_points(tape, new))
    )
    return before if before.item < previous.item and first.unit == new.unit and apart else previous


def continued(tape: Tape, item: Item, reading: Reading, previous: Draft) -> Draft:
    """A further member of a list: everything as before but the number, and what stands beside it."""
    near = (
        (
            adjacent_measure(tape, reading.item)
            or told_behind(tape, reading.item)
            or measure_behind(tape, reading.item)
            or (measure_before(tape, reading.item) if previous.kind == "score" else None)
            or (ability_before(tape, reading.item) if _is_physical_score(item, previous) else None)
            or (parallel_measure(tape, reading.item) if "parallel" in previous.match.rule.traits else None)
            or nearest_measure(tape, reading.item, "MSR", limit=4)
        )
        if previous.kind in ("gain", "score", "saving") or previous.frame == "beats"
        else None
    )
    resource = resource_by(tape, reading.item) if previous.kind in ("speedup", "saving", "cost") else None
    if resource is None and previous.kind == "cost" and "counts" in previous.match.rule.traits:
        resource = counted(tape, reading.item)  # `only 20 labels and 3 clicks`
    if resource is None and previous.kind in AGAINST and previous.frame != "beats":
        resource = worded_by(tape, reading.item)  # `beats HeronNet by 5% and OwlNet by 6%` names another rival
    if resource is None and previous.frame in ("down", "fewer"):
        resource = _of_things(tape, previous, reading.item)
    aside = bracketed_measure(tape, reading.item) if previous.kind in AGAINST else None
    if aside is not None:  # `reduces the runtime (by 40%) and failures (by 60%)`
        resource = aside
    if resource is not None:  # `reduces training time by 20% and memory by 30%`: another kind with the same verb
        kind, _ = compose(previous.frame, item.quantities[0], resource, previous.words)
        previous, near = replace(previous, kind=kind or previous.kind, measure=resource), resource
        if previous.kind != "gain":
            previous.negative = False
    elif near is not None and _is_of_another_kind(near, previous):
        kind, _ = compose(previous.frame, item.quantities[0], near, previous.words)
        previous = replace(previous, kind=kind or previous.kind)
    elif near is not None and (near.kind in "M?") != (previous.measure is None or previous.measure.kind in "M?"):
        of_ability = previous.kind == "score" and (previous.measure is None or previous.measure.kind == "R")
        if not of_ability or item.quantities[0].unit_class != "measure" or measure_class(near) != "quality":
            near = None  # else `15 N force and 3 Nm bending moment`
    draft = replace(
        previous,
        item=reading.item,
        quantities=list(item.quantities),
        measure=near or previous.measure,
    )
    draft.benchmarks = places_of(tape, reading.item, draft.kind) or previous.benchmarks
    if _is_elsewhere(tape, reading.item, previous):
        draft.benchmarks = []
    if previous.kind in AGAINST and (found := own_baseline(tape, reading.item)):
        draft.baseline = found
    if draft.kind == "score":
        draft.method, draft.role = whose(tape, reading.item, draft.kind, reading.match)
        if previous.match.rule.role == "baseline" and (rival := further_rival(tape, previous.item, reading.item)):
            draft.method, draft.role = rival, "baseline"
    unbound = previous.quantities[0].bound == "up to" and item.quantities[0].bound is None
    unbound = unbound and _is_limited_too(tape, previous.item, reading.item)
    if unbound and not adds_statistic(tape, previous.item, reading.item):
        draft.quantities = [replace(q, bound="up to") for q in draft.quantities]
    return draft


def _is_physical_score(item: Item, previous: Draft) -> bool:
    return previous.kind == "score" and item.quantities[0].unit_class == "measure"


def _is_of_another_kind(near: Measure, previous: Draft) -> bool:
    """Whether a further figure is of speed where the one before was of quality: `wins by 4% in recall and 9% in latency`."""
    if is_activity(near.kind, *near.names[0]):
        return False
    classes = {measure_class(near), measure_class(previous.measure)}
    if previous.frame == "beats" and previous.kind != "gain":
        return measure_class(near) == "quality" and near.kind == "M"  # `by 40% in latency and 2% in accuracy`
    return classes == {"quality", "speed"} and previous.frame in ("up", "beats") and previous.kind == "gain"


def _is_elsewhere(tape: Tape, index: int, previous: Draft) -> bool:
    """Whether a quantity was measured elsewhere than the one it goes on with: `3% on A and 2% for face recognition`."""
    return sets_elsewhere(tape, index) and not holds_on(tape, previous.benchmarks, previous.item)


_OWN_LIMIT = Ending(r" (?:(?:by|or) (?:[a-z]+ ){0,2}|(?:average|averages|averaging|mean|median) (?:of )?)$")
"""Before a figure that no `up to` of an earlier one limits: `up to 2.8x, or 5% higher`, `by up to 8% on A and by 4% on B`."""
_ON_AVERAGE = patterns.compiled(r"Q\S+ (?:(?![QFT]\d|[,;:.()]|and |but |while )\S+ ){0,3}(?:on average |average \) )")


def _is_limited_too(tape: Tape, previous: int, index: int) -> bool:
    """Whether the `up to` of an earlier figure holds for a later one of its list as well."""
    if _OWN_LIMIT.search(tape.text, tape.offsets[previous], tape.offsets[index]):
        return False
    on_average = _ON_AVERAGE.match(tape.text, tape.offsets[index])
    return not on_average or _ON_AVERAGE.match(tape.text, tape.offsets[previous]) is not None


def inherit(tape: Tape, draft: Draft, previous: Draft) -> None:
    """What a quantity in the same list lacks, it has from the one before."""
    if draft.kind == previous.kind:
        if draft.measure is None and draft.frame == previous.frame:
            draft.measure = previous.measure
        if draft.baseline is None and draft.negative == previous.negative:
            draft.baseline = previous.baseline
        if not draft.benchmarks and not _is_elsewhere(tape, draft.item, previous):
            draft.benchmarks = previous.benchmarks
    elif draft.kind in AGAINST and previous.kind in AGAINST and draft.baseline is None:
        draft.baseline = previous.baseline
    if (
        previous.quantities[0].bound == "up to"
        and draft.quantities[0].bound is None
        and draft.kind in AGAINST
        and previous.kind in AGAINST
        and _is_limited_too(tape, previous.item, draft.item)
    ):
        draft.quantities = [replace(q, bound="up to") for q in draft.quantities]
