"""What the claims of one sentence lend each other: measures, baselines, benchmarks and systems."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.extraction import patterns
from leaderboard.extraction.draft import AGAINST, OF_QUALITY, Draft
from leaderboard.extraction.measure_beside import adjacent_measure
from leaderboard.extraction.measure_nearest import is_said_in
from leaderboard.extraction.measure_of_clause import only_measure, performance_before, two_before
from leaderboard.extraction.measures import PHRASE_ENDS, PLAIN, Measure
from leaderboard.extraction.places import sets_elsewhere
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.extraction.told import told_in_turn
from leaderboard.model import OURS

_WORDS = word_classes()


def share(tape: Tape, made: list[Draft]) -> None:
    """Gives the claims of a sentence, in its order, what they lack and others of it have."""
    _share_measures(tape, made)
    for draft in made:
        fits = draft.quantities[0].unit_class in ("percent", "points", "bare")
        if draft.kind in OF_QUALITY and draft.takes_measure and fits:
            draft.measure = only_measure(tape, draft.item)
    _pair_measures(tape, made)
    for draft in made:
        fits = draft.quantities[0].unit_class in ("percent", "points")
        if draft.kind in OF_QUALITY and draft.takes_measure and fits:
            draft.measure = performance_before(tape, draft.item, draft.kind)
    _share_baselines(tape, made)
    _share_ends(tape, made)
    _share_systems(tape, made)


def _share_measures(tape: Tape, made: list[Draft]) -> None:
    """A quality claim that names no measure takes that of its neighbour: `21.63% accuracy, outperforming LoRA (14.80%)`."""
    for change, end in pairwise(made):
        if change.kind == "gain" and change.takes_measure and end.kind == "score" and _leads_to(tape, change, end):
            ends = made[made.index(end) :][:2]
            change.measure = next((d.measure for d in ends if d.kind == "score" and d.measure is not None), None)
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
            if draft.kind not in OF_QUALITY:
                continue
            if draft.measure is not None and draft.measure.kind in "M?":
                last = draft
            elif (
                draft.takes_measure
                and last is not None
                and _comparable(tape, draft, last)
                and not _is_of_things(tape, draft)
            ):
                draft.measure = last.measure


def _is_of_things(tape: Tape, draft: Draft) -> bool:
    """Whether a share is one of the things that a noun right behind it names: `with only 2% wrong turns after`."""
    return draft.kind == "score" and _OF_THINGS.match(tape.text, tape.offsets[draft.item]) is not None


_OF_THINGS = patterns.compiled(
    rf"Q\d+%\S* (?:{PLAIN}){{0,2}}(?!(?:points|always|sometimes|[a-z]+(?:ss|us|is|wards|doors)) )[a-z-]{{3,}}s (?:{PHRASE_ENDS}) "
)


def _leads_to(tape: Tape, change: Draft, end: Draft) -> bool:
    """Whether a score right behind a change is one of its two ends: `by 12% (98.4 vs. 87.9 AUC)`, `by 14%, from 47% F1`."""
    return _TO_ENDS.fullmatch(tape.text, tape.offsets[change.item], tape.offsets[end.item]) is not None


_TO_ENDS = patterns.compiled(
    r"\S+ (?:(?!while |and |but )[^\s\dQFT(;]+ ){0,3}(?:\( |, |– |— )(?:(?:i\.e\.?|namely|,|from) )*"
)


def _comparable(tape: Tape, lacking: Draft, other: Draft) -> bool:
    """Whether two results may be of one measure, which only the other one names."""
    a, b = lacking.quantities[0], other.quantities[0]
    kinds = {a.unit_class, b.unit_class}
    if kinds == {"measure"} and a.unit != b.unit:
        return False  # `an error of 12.7°, and 0.4 J/kg`
    if lacking.item < other.item:  # not the points of `by 0.8 points on A and B by 2% accuracy`
        between = tape.offsets[lacking.item], tape.offsets[other.item]
        return (
            len(kinds) == 1
            and not _WHILE.search(tape.text, *between)
            and not _AND_THEN.search(tape.text, *between)
            and not _is_elsewhere(tape, lacking, other)
            and not is_said_in(tape, lacking.item)
        )
    if len(kinds) > 1 and _is_elsewhere(tape, lacking, other):
        return lacking.kind == "gain" and other.kind == "score"
    if lacking.kind == "gain" and other.kind == "score" and a.unit_class in ("percent", "factor"):
        return True  # `an error of 1.4 mm, outperforming HeronNet by 11%`
    return len(kinds) == 1 or kinds <= {"percent", "points", "bare"}


def _is_elsewhere(tape: Tape, lacking: Draft, other: Draft) -> bool:
    """Whether two results are of different benchmarks, the other with its own measure: `by 1.8% on A and by 1.5% mAP on B`."""
    here, there = ({each.canonical or each.text for each in draft.benchmarks} for draft in (lacking, other))
    return bool(here and there) and not here & there and adjacent_measure(tape, other.item) is not None


_AND_THEN = patterns.compiled(rf" and (?:\w+ly )?(?:{_WORDS['achieve']}|{_WORDS['improve']}|{_WORDS['reduce']}) ")
_WHILE = patterns.compiled(r" (?:while|whilst|whereas) ")


def _pair_measures(tape: Tape, made: list[Draft]) -> None:
    """`by 2.7% and 6.3% on the recall and fluency metrics, respectively`: as many figures as measures are of one each."""
    _deal_out(tape, made)
    if "respectively" not in tape.text:
        return
    _pair_changes(tape, made)
    for draft in made:
        count = len(draft.quantities)
        if count == 2 and draft.kind in OF_QUALITY and (two := two_before(tape, draft.item, draft.measure)):
            draft.measure = two
        elif count > 1 and draft.kind in OF_QUALITY and (turn := _more_in_turn(tape, draft)):
            draft.measure = turn
        elif count > 1 and draft.kind in OF_QUALITY and (draft.measure is None or len(draft.measure.names) == 1):
            for item in tape.items[draft.item + 1 :]:
                if item.kind == "M" and len(item.mentions) == count:
                    draft.measure = Measure("M", tuple((m.text, m.canonical) for m in item.mentions))
                    break


def _more_in_turn(tape: Tape, draft: Draft) -> Measure | None:
    """The measures told in turn of as many figures, where not all of them are known yet."""
    count = len(draft.quantities)
    if draft.measure is not None and len(draft.measure.names) == count:
        return None
    if any(item.kind == "M" for item in tape.items[draft.item + 1 : draft.item + 2]):
        return None  # `by 22.9 and 19.2 mIoU in urban and rural scenes, respectively`
    return told_in_turn(tape, draft.item, count)


def _deal_out(tape: Tape, made: list[Draft]) -> None:
    """One of its measures to each of as many figures of different units: `recall and AUC of 35% and 0.3`."""
    for first in range(len(made)):
        measure = made[first].measure
        names = measure.names if measure is not None else ()
        row = made[first : first + len(names)]
        if len(names) < 2 or len(row) < len(names):
            continue
        if all(each.measure is not None and each.measure.names == names for each in row) and all(
            _AND.fullmatch(tape.text, tape.offsets[a.item], tape.offsets[b.item]) for a, b in pairwise(row)
        ):
            for each, name in zip(row, names, strict=True):
                each.measure = Measure("M", (name,))


_AND = patterns.compiled(r"Q\S+ (?:, and|,|and) ")


def _pair_changes(tape: Tape, made: list[Draft]) -> None:
    """`81% accuracy and 63% recall, 5% and 9% above HeronNet, respectively`: each change is of the measure of one score."""
    scores = [draft for draft in made if draft.kind == "score" and draft.measure is not None]
    changes = [draft for draft in made if draft.kind == "gain"]
    measures = [draft.measure for draft in scores if draft.measure is not None and len(draft.quantities) == 1]
    if len({measure.names for measure in measures}) != len(scores) or len(scores) < 2 or not changes:
        return
    if scores[-1].item > changes[0].item or any(_names_its_own(tape, draft, measures) for draft in changes):
        return
    if len(changes) == 1 and len(changes[0].quantities) == len(scores):
        changes[0].measure = Measure("M", tuple(measure.names[0] for measure in measures))
    elif len(changes) == len(scores) and all(len(draft.quantities) == 1 for draft in changes):
        for draft, measure in zip(changes, measures, strict=True):
            draft.measure = measure


def _names_its_own(tape: Tape, draft: Draft, lent: list[Measure]) -> bool:
    other = draft.measure is not None and draft.measure not in lent
    return other or "measure" in draft.match.slots or adjacent_measure(tape, draft.item) is not None


def _share_baselines(tape: Tape, made: list[Draft]) -> None:
    """A change that names nothing to compare with is one against what the sentence compared before."""
    for earlier, later in pairwise([draft for draft in made if draft.kind in AGAINST]):
        between = tape.text[tape.offsets[earlier.item] : tape.offsets[later.item]]
        loss = later.negative and earlier.kind == "gain" and not earlier.negative  # `gains 2% with a loss of 1%`
        if later.baseline is None and " ; " not in between and not loss:
            later.baseline = earlier.baseline


def _share_ends(tape: Tape, made: list[Draft]) -> None:
    """Both ends of `from 50.0% to 79.2% on CIFAR-10` and of `KITTI (5.5% to 13%)` were measured in one place."""
    for start, end in pairwise(made):
        if start.quantities[0].from_to == "from" and end.quantities[0].from_to == "to":
            before = tape.items[start.item - 1] if start.item else None
            if not end.benchmarks and start.benchmarks and sets_elsewhere(tape, end.item):
                start.benchmarks = []
            elif before is not None and before.word == "(" and start.benchmarks:
                end.benchmarks = start.benchmarks
            elif end.benchmarks and not _has_its_place(tape, start, end):
                start.benchmarks = end.benchmarks


def _has_its_place(tape: Tape, start: Draft, end: Draft) -> bool:
    """Whether the first end names where it was measured before the other does: `from 81% on KITTI to 43% on Cityscapes`."""
    return bool(start.benchmarks) and any(
        item.kind == "B" and item.mentions == start.benchmarks for item in tape.items[start.item : end.item]
    )


_SAME_CLAUSE = patterns.compiled(
    r"\S+ (?=.*\b\p{L})(?:(?![;:()]|[NO]\d|(?:for|we|our|ours|while|whereas|but|than|to|compared|versus|vs|is|are|was|were|has|have) |outperform|surpass|improv|achiev|obtain|reach|attain|scor|yield)\S+ ){0,12}"
)


def _share_systems(tape: Tape, made: list[Draft]) -> None:
    """Numbers of one clause, or in one bracket, are of one system: `existing methods reach 85% with 3% of the parameters`."""
    for earlier, later in pairwise(made):
        inside = _OPEN.search(tape.text, 0, tape.offsets[earlier.item]) is not None
        between = tape.offsets[earlier.item], tape.offsets[later.item]
        placed = _EACH_PLACED.fullmatch(tape.text, *between) and earlier.method not in tape.source(*between)
        if (
            (later.role, earlier.role) == ("own", "baseline")
            and (later.method == OURS or inside or placed)
            and {earlier.kind, later.kind} <= {"score", "cost"}
            and not tape.text.endswith(" from ", 0, tape.offsets[earlier.item])
            and (placed or _SAME_CLAUSE.fullmatch(tape.text, *between))
        ):
            later.method, later.role = earlier.method, "baseline"


_EACH_PLACED = patterns.compiled(
    r"(?<! (?:vs|vs\.|versus) )Q\S+ (?:M\d+ )?(?:\( (?![^()]*Q\d)[^()]*\) |(?:for|on|in) (?:\S+ ){0,2}[MB]\d+ )(?:, and|,|and) "
)
"""`surpassing records of 97% (Ponds), 91% (Lakes)`, `which stands at 92% for recall and`."""
_OPEN = patterns.compiled(r"\( [^()]*$")
