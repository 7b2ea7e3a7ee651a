"""Several numbers over several benchmarks: which was measured on which, and where that cannot be told."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.extraction import patterns
from leaderboard.extraction.draft import OF_QUALITY, Draft
from leaderboard.extraction.tape import Tape

_JOINED = patterns.compiled(r"\S+ (?:[MN]\d+ )?(?:, |(?:, )?(?:and|or) )$")
_ONE_EACH = patterns.compiled(r"\S+ (?:(?![BQFT]\d|[;.] )\S+ )*?respectively ")


def part_places(tape: Tape, made: list[Draft]) -> None:
    """Of several numbers that stand with one list of benchmarks, each gets its own or, where that cannot be told, none.

    One number over a list holds for each of them, and so do numbers of different things: `2% accuracy and 3x less memory on
    A and B`. Numbers of one thing go pairwise where there is one for each benchmark; else nothing says which belongs where:
    `A, B and C, by 2% with X and 3% with Y`.
    """
    for place, item in enumerate(tape.items):
        if item.kind != "B" or len(item.mentions) < 2:
            continue
        there = [draft for draft in made if draft.benchmarks == item.mentions and len(draft.quantities) == 1]
        if group := _numbers_for_each(tape, place, there, len(item.mentions)):
            for number, draft in enumerate(there):
                draft.benchmarks = [item.mentions[number // group]]
        else:
            things = [_thing(draft) for draft in there]
            for draft, thing in zip(there, things, strict=True):
                if things.count(thing) > 1:
                    draft.benchmarks = []


def pair_changes(tape: Tape, made: list[Draft]) -> None:
    """`81% on A and 63% on B, beating others by 5% and 9%, respectively`: each change was measured where one score was."""
    scores = [draft for draft in made if draft.kind == "score"]
    changes = [draft for draft in made if draft.kind == "gain"]
    if len(scores) < 2 or not changes or scores[-1].item > changes[0].item:
        return
    if _IN_TURN.match(tape.text, tape.offsets[changes[0].item]):
        _give_in_turn(scores, changes)


def pair_rivals(tape: Tape, made: list[Draft]) -> None:
    """`71% on A and 48% on B, compared to 69% and 46% for HeronNet`: each rival's score was measured where one own was."""
    first = next((number for number, draft in enumerate(made) if draft.role == "baseline"), len(made))
    scores, rivals = made[:first], made[first:]
    if len(scores) < 2 or not rivals or any(draft.kind != "score" or draft.quantities[0].from_to for draft in made):
        return
    if any(draft.role != "baseline" for draft in rivals):
        return
    if any(tape.items[place].kind == "B" for place in range(rivals[0].item, len(tape.items))):
        return
    if all(_JOINED.fullmatch(tape.text, tape.offsets[a.item], tape.offsets[b.item]) for a, b in pairwise(rivals)):
        _give_in_turn(scores, rivals)


def _give_in_turn(scores: list[Draft], others: list[Draft]) -> None:
    """Gives as many other figures, of one claim or of one each, the benchmarks of scores that have one each, in their order."""
    if any(len(draft.benchmarks) != 1 or len(draft.quantities) != 1 for draft in scores):
        return
    places = [draft.benchmarks[0] for draft in scores]
    if len({place.text for place in places}) < len(places):
        return
    if [len(draft.quantities) for draft in others] == [len(places)]:
        others[0].benchmarks = places
    elif [len(draft.quantities) for draft in others] == [1] * len(places):
        for draft, place in zip(others, places, strict=True):
            draft.benchmarks = [place]


_IN_TURN = patterns.compiled(r"(?:(?!B\d|[;.] )\S+ )*?respectively ")


def _thing(draft: Draft) -> tuple[object, ...]:
    """What a number is of: two of one thing cannot both hold on every benchmark. The ends of `from .. to` differ in role."""
    return draft.kind, draft.measure and draft.measure.names, draft.quantities[0].unit, draft.role


def _numbers_for_each(tape: Tape, place: int, there: list[Draft], benchmarks: int) -> int:
    """How many numbers in a row each benchmark has: 1 in `2.5 F1 and 5.1 F1 on A and B`, 0 where that cannot be told."""
    if not there or len(there) % benchmarks:
        return 0
    group = len(there) // benchmarks
    things = [_thing(draft) for draft in there]
    if group > 1:  # `95% accuracy in 3 ms and 93% accuracy in 2 ms`
        return group if len({*things[:group]}) == group and things == things[:group] * benchmarks else 0
    if _ONE_EACH.match(tape.text, tape.offsets[max(place, there[-1].item)]):
        return 1
    joined = all(_JOINED.fullmatch(tape.text, tape.offsets[a.item], tape.offsets[b.item]) for a, b in pairwise(there))
    return int(joined and len({*things}) == 1 and there[0].kind in OF_QUALITY)
