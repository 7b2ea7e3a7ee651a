"""What the claims of one sentence lend each other: measures, baselines, benchmarks and systems."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.extraction import nearby, patterns
from leaderboard.extraction.draft import AGAINST, Draft
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.places import sets_elsewhere
from leaderboard.extraction.tape import Tape
from leaderboard.model import OURS


def share(tape: Tape, made: list[Draft]) -> None:
    """Gives the claims of a sentence, in its order, what they lack and others of it have."""
    _share_measures(made)
    for draft in made:
        if draft.kind == "score" and draft.takes_measure and draft.quantities[0].unit_class == "percent":
            draft.measure = nearby.only_measure(tape, draft.item)
    _pair_measures(tape, made)
    for draft in made:
        if draft.kind == "gain" and draft.measure is None and draft.quantities[0].unit_class in ("percent", "points"):
            draft.measure = nearby.performance_before(tape, draft.item)
    _share_baselines(tape, made)
    _share_ends(tape, made)
    _share_systems(tape, made)


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
    if kinds == {"measure"} and a.quantities[0].unit != b.quantities[0].unit:
        return False  # `an error of 12.7°, and 0.4 J/kg`
    return len(kinds) == 1 or (not alike and kinds <= {"percent", "points", "bare"})


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


def _share_baselines(tape: Tape, made: list[Draft]) -> None:
    """A change that names nothing to compare with is one against what the sentence compared before."""
    for earlier, later in pairwise([draft for draft in made if draft.kind in AGAINST]):
        between = tape.text[tape.offsets[earlier.item] : tape.offsets[later.item]]
        if later.baseline is None and " ; " not in between:
            later.baseline = earlier.baseline


def _share_ends(tape: Tape, made: list[Draft]) -> None:
    """Both ends of `from 50.0% to 79.2% on CIFAR-10` and of `VGG-Face (4.5% to 12%)` were measured in one place."""
    for start, end in pairwise(made):
        if start.quantities[0].from_to == "from" and end.quantities[0].from_to == "to":
            before = tape.items[start.item - 1] if start.item else None
            if not end.benchmarks and start.benchmarks and sets_elsewhere(tape, end.item):
                start.benchmarks = []
            elif before is not None and before.word == "(" and start.benchmarks:
                end.benchmarks = start.benchmarks
            elif end.benchmarks:
                start.benchmarks = end.benchmarks


_SAME_CLAUSE = patterns.compiled(
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


_OPEN = patterns.compiled(r"\( [^()]*$")
