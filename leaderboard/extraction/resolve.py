"""From readings to claims: the kind, the names, whose result it is, and one claim for each number x benchmark x method."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.extraction import patterns
from leaderboard.extraction.draft import AGAINST, OF_QUALITY, Draft, Refused
from leaderboard.extraction.listed import (
    another_score,
    compared,
    continued,
    inherit,
    is_told,
    only_compares,
    outside_bracket,
    said_alike,
    same_class,
)
from leaderboard.extraction.measure_beside import adjacent_measure
from leaderboard.extraction.pairs import apart
from leaderboard.extraction.parting import pair_changes, pair_rivals, part_places
from leaderboard.extraction.reading import Reading, adds_statistic, continues
from leaderboard.extraction.sharing import share
from leaderboard.extraction.stated import believed, give_names, is_less_of_error
from leaderboard.extraction.tape import Tape
from leaderboard.extraction.whose import whose


def first_draft(tape: Tape, readings: list[Reading]) -> tuple[Draft | None, Refused]:
    """The first claim of a sentence, which tells that it makes any, still without names; and what was refused before it."""
    refused: Refused = {}
    for reading in readings:
        if reading.match is None or reading.match.rule.frame == "nothing":
            continue
        made = believed(tape, tape.items[reading.item], reading, None)
        if isinstance(made, Draft):
            return made, refused
        refused[reading.item] = made.reason
    return None, refused


def drafts(tape: Tape, readings: list[Reading], first: Draft | None, refused: Refused) -> tuple[list[Draft], Refused]:
    """The claims of a sentence, still without context from other sentences, and why items whose rule fired make none.

    `first` and `refused` are what `first_draft` gives.
    """
    if first is None:
        return [], refused
    give_names(tape, first)
    out: list[Draft] = [first]
    previous: Draft | None = first
    behind = first.item
    """The last figure of what `previous` states: its own, or that of the setting behind it."""
    for reading in readings:
        if reading.item <= first.item:
            continue
        item = tape.items[reading.item]
        previous = outside_bracket(tape, out, previous, reading.item)
        follows = previous is not None and continues(tape, max(previous.item, behind), reading.item)
        before = previous if follows else None
        if reading.match is not None and reading.match.rule.frame == "nothing":
            behind = reading.item
            if previous is not None and not _SET.fullmatch(
                tape.text, tape.offsets[previous.item], tape.offsets[behind]
            ):
                previous = None
            continue
        if previous is not None and previous.kind == "cost" and _TAKES.match(tape.text, tape.offsets[reading.item]):
            # `71% with 10% of the labels and 63% with 1%`: the next result, and no amount of what the first one took
            previous = next((draft for draft in reversed(out) if draft.kind in OF_QUALITY), None)
            before = previous if reading.match is None else None
        if before is not None and (
            (same_class(item, before) and _goes_on(tape, reading, before)) or said_alike(tape, reading, before)
        ):
            draft = continued(tape, item, reading, before)
        elif reading.match is None:
            if previous is None or not another_score(tape, item, reading.item, previous):
                continue
            draft = continued(tape, item, reading, previous)
        else:
            made = believed(tape, item, reading, previous)
            if isinstance(made, Draft):
                draft = made
                give_names(tape, draft)
                if before is not None:
                    inherit(tape, draft, before)
            elif before is not None and is_told(tape, item) and same_class(item, before):
                draft = continued(tape, item, reading, before)
            elif score := compared(tape, reading, out):
                rivals = continued(tape, item, reading, score)
                rivals.method, rivals.role = whose(tape, reading.item, "score", reading.match)
                known = rivals.measure is not None and rivals.measure.kind == "M"
                out.append(rivals if known else replace(rivals, measure=score.measure))
                continue  # a list goes on with what stood before
            else:
                refused[reading.item] = made.reason
                continue
        _complete(tape, out[-1], draft)
        if previous is not None and draft.kind == previous.kind == "gain" and _says_again(tape, previous, draft):
            refused[reading.item] = "the change before it, told once more"
            continue
        out.append(draft)
        if previous is None or not adds_statistic(tape, previous.item, reading.item):
            previous = draft
    share(tape, out)
    part_places(tape, out)
    pair_changes(tape, out)
    pair_rivals(tape, out)
    return apart(tape, out), refused


_TAKES = patterns.compiled(
    r"Q\d+%\S* (?:(?:with|using|given) (?:only |just )?Q\d+[%nc]|(?:after|within|in) (?:only |just )?Q\d+[nct]|at Q\d+r)"
)
_SET = patterns.compiled(r"Q\S+ (?:M\d+ )?(?:(?:at|under|with|for) (?:an? )?)?")
"""Between a result and its setting, past which a list goes on: `71.2% at 40% overlap and 28.9% at 60%`."""


def _goes_on(tape: Tape, reading: Reading, before: Draft) -> bool:
    """Whether a figure right behind a claim goes on with it, and the rule that reads it on its own, if any, is too weak."""
    match = reading.match
    if match is None or (before.kind in AGAINST and only_compares(match)):
        return True
    if before.kind != "score" and match.rule.frame in ("value", "share"):
        return match.rule.priority < 45 and not _is_of_quality(tape, reading.item, before)
    return match.rule.priority < 20


def _is_of_quality(tape: Tape, index: int, previous: Draft) -> bool:
    """Whether a quality measure right behind a figure says that it goes on with no resource's: `with 45% compute, and 61.2% mIoU`."""
    return previous.kind == "cost" and adjacent_measure(tape, index) is not None


def _complete(tape: Tape, earlier: Draft, draft: Draft) -> None:
    """Gives a claim the measure that only the one before it names, and the kind that follows from that."""
    if draft.kind == "gain" and draft.measure is None and _says_of(tape, earlier, draft):
        draft.measure = earlier.measure
    if draft.kind == "saving" and is_less_of_error(tape, earlier, draft):
        draft.kind, draft.measure = "gain", earlier.measure
    if draft.kind == "gain" and draft.measure is None and _goes_faster_too(tape, earlier, draft):
        draft.kind, draft.measure = earlier.kind, earlier.measure


_WHICH_IS = patterns.compiled(r" ,? ?(?:which|that) (?:is|are|was|were) (?:[a-z]+ )?$")


def _says_of(tape: Tape, result: Draft, draft: Draft) -> bool:
    """Whether a change is one of the result before it: `a resolution of 58 μm, which is four times higher`."""
    return result.kind == "score" and bool(
        _WHICH_IS.search(tape.text, tape.offsets[result.item], tape.offsets[draft.item])
    )


_RIGHT_BEHIND = patterns.compiled(r"[^()]* \( (?:an? |by )*$")


def _goes_faster_too(tape: Tape, result: Draft, draft: Draft) -> bool:
    """Whether an improvement is one of the speedup or saving before it: `a 2x speedup (7% improvement over HeronNet)`."""
    if result.kind not in ("speedup", "saving") or draft.frame not in ("up", "beats"):
        return False
    if draft.quantities[0].unit_class == result.quantities[-1].unit_class == "factor":
        return True
    between = tape.text[tape.offsets[result.item] : tape.offsets[draft.item]]
    return draft.quantities[0].unit_class == "percent" and _RIGHT_BEHIND.fullmatch(between) is not None


_AGAIN = patterns.compiled(
    r"Q\S+ (?:(?!absolute |relative(?:ly)? |[QFT]\d|[(),;.])\S+ ){0,3}(?:(?P<absolute>absolute) )?(?:(?P<relative>relative(?:ly)?) )?(?:(?![QFT]\d|[(),;.])\S+ ){0,3}"
    r"(?:\( (?:(?:i\.e\.?|an?|or|,) )*|, (?:an?|i\.e\.?|or|which is an?|corresponding to an?) |(?P<further>and )(?=Q\S+ (?:in )?(?:relative|absolute)))"
    r"(?:(?P<then>relative(?:ly)?|absolute) (?:(?::|of|by|improvement|gain|reduction|increase) )*)?Q\S+ (?:in )?(?:(?P<last>relative(?:ly)?|absolute) )?"
)


def _says_again(tape: Tape, earlier: Draft, draft: Draft) -> bool:
    """Whether a change in brackets or in apposition is the one before it, relative to what it was: `by 4.3 mAP (10.4% relative)`."""
    match = _AGAIN.match(tape.text, tape.offsets[earlier.item])
    if match is None or tape.item_at(match.end() - 1) < draft.item or len(draft.quantities) != len(earlier.quantities):
        return False
    if match["further"] and draft.measure is not None and draft.measure != earlier.measure:
        return False  # `a 4% relative perplexity reduction and a 1.7% absolute WER reduction`
    said = match["then"] or match["last"]
    before = "relative" if match["relative"] else "absolute"
    return said is not None and (said[:8] != before)
