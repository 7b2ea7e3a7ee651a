"""From readings to claims: the kind, the names, whose result it is, and one claim for each number x benchmark x method."""

from __future__ import annotations

from dataclasses import replace

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.baselines import find_baseline, own_baseline
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import AGAINST, OF_QUALITY, Draft, Refusal, Refused
from leaderboard.extraction.frames import in_points, meant
from leaderboard.extraction.kinds import SPENDS, TELLS_RESOURCE, compose, lower_is_better, measure_class
from leaderboard.extraction.measure_beside import (
    adjacent_measure,
    bracketed_measure,
    counted,
    measure_before,
    measure_behind,
    of_handled,
    parallel_measure,
    price,
    resource_by,
    worded_by,
)
from leaderboard.extraction.measure_nearest import nearest_measure
from leaderboard.extraction.measure_of_clause import ability_before
from leaderboard.extraction.measures import Measure, is_activity
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.names import is_like_model
from leaderboard.extraction.of_what import settled, sought
from leaderboard.extraction.others import losing_rival
from leaderboard.extraction.pairs import apart
from leaderboard.extraction.parting import pair_changes, part_places
from leaderboard.extraction.places import holds_on, places_of, sets_elsewhere
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Match, Reading, adds_statistic, continues
from leaderboard.extraction.rivals import exceeded, further_rival
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.sharing import share
from leaderboard.extraction.tape import Item, Tape
from leaderboard.extraction.told import told_behind
from leaderboard.extraction.unfit import unfit
from leaderboard.extraction.whose import whose


def first_draft(tape: Tape, readings: list[Reading]) -> tuple[Draft | None, Refused]:
    """The first claim of a sentence, which tells that it makes any, still without names; and what was refused before it."""
    refused: Refused = {}
    for reading in readings:
        if reading.match is None or reading.match.rule.frame == "nothing":
            continue
        made = _believed(tape, tape.items[reading.item], reading, None)
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
    _name(tape, first)
    out: list[Draft] = [first]
    previous: Draft | None = first
    behind = first.item
    """The last figure of what `previous` states: its own, or that of the setting behind it."""
    for reading in readings:
        if reading.item <= first.item:
            continue
        item = tape.items[reading.item]
        previous = _outside_bracket(tape, out, previous, reading.item)
        follows = previous is not None and continues(tape, max(previous.item, behind), reading.item)
        weak = reading.match is None or reading.match.rule.priority < 20
        if (
            reading.match is not None
            and follows
            and previous is not None
            and previous.kind != "score"
            and reading.match.rule.frame in ("value", "share")
        ):
            weak = reading.match.rule.priority < 45 and not _is_of_quality(tape, reading.item, previous)
        if follows and previous is not None and previous.kind in AGAINST and _only_compares(reading):
            weak = True
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
            follows = previous is not None and reading.match is None
            weak = weak and follows
        if weak and follows and previous is not None and _same_class(item, previous):
            draft = _continued(tape, item, reading, previous)
        elif reading.match is None:
            if previous is None or not _another_score(tape, item, reading.item, previous):
                continue
            draft = _continued(tape, item, reading, previous)
        else:
            made = _believed(tape, item, reading, previous)
            if isinstance(made, Draft):
                draft = made
                _name(tape, draft)
                if previous is not None and follows:
                    _inherit(tape, draft, previous)
            elif follows and previous is not None and _is_told(tape, item) and _same_class(item, previous):
                draft = _continued(tape, item, reading, previous)
            elif compared := _compared(tape, reading, out):
                rivals = _continued(tape, item, reading, compared)
                known = rivals.measure is not None and rivals.measure.kind == "M"
                out.append(rivals if known else replace(rivals, measure=compared.measure))
                continue  # a list goes on with what stood before
            else:
                refused[reading.item] = made.reason
                continue
        if draft.kind == "gain" and draft.measure is None and _says_of(tape, out[-1], draft):
            draft.measure = out[-1].measure
        if draft.kind == "saving" and _is_less_of_error(tape, out[-1], draft):
            draft.kind, draft.measure = "gain", out[-1].measure
        if draft.kind == "gain" and draft.measure is None and _goes_faster_too(tape, out[-1], draft):
            draft.kind, draft.measure = out[-1].kind, out[-1].measure
        if previous is not None and draft.kind == previous.kind == "gain" and _says_again(tape, previous, draft):
            refused[reading.item] = "the change before it, told once more"
            continue
        out.append(draft)
        if previous is None or not adds_statistic(tape, previous.item, reading.item):
            previous = draft
    share(tape, out)
    part_places(tape, out)
    pair_changes(tape, out)
    return apart(tape, out), refused


_TAKES = patterns.compiled(
    r"Q\d+%\S* (?:(?:with|using|given) (?:only |just )?Q\d+[%nc]|(?:after|within|in) (?:only |just )?Q\d+[nct]|at Q\d+r)"
)
_SET = patterns.compiled(r"Q\S+ (?:M\d+ )?(?:(?:at|under|with|for) (?:an? )?)?")
"""Between a result and its setting, past which a list goes on: `71.2% at 40% overlap and 28.9% at 60%`."""


def _is_told(tape: Tape, item: Item) -> bool:
    """Whether a number is written as a result is: with a unit, or with decimals."""
    quantity = item.quantities[0]
    return quantity.unit is not None or "." in tape.sentence[quantity.start : quantity.end]


def _compared(tape: Tape, reading: Reading, made: list[Draft]) -> Draft | None:
    """The score that a rival's bare figure is compared with, and has its measure of: `an F1 of 84.9, compared to a record of 82`."""
    number = tape.items[reading.item].quantities[0]
    if reading.match is None or reading.match.rule.role != "baseline" or number.unit_class != "bare":
        return None
    score = next((draft for draft in reversed(made) if draft.kind == "score"), None)
    if score is None or score.measure is None or score.quantities[0].unit_class != "bare":
        return None
    alike = score.quantities[0].value / 3 < number.value < score.quantities[0].value * 3
    return score if alike and _NOTHING_COUNTED.match(tape.text, tape.offsets[reading.item]) else None


_NOTHING_COUNTED = patterns.compiled(
    r"Q\S+ (?:[.,;:)]|(?:and|which|that|on|for|in|by|from|with|of|at|when|obtained|achieved|reported|using|without) )"
)


def _only_compares(reading: Reading) -> bool:
    """Whether all that a rule sees of a number is what it is compared with: `over BERT`, `compared to BERT`."""
    match = reading.match
    return match is not None and match.rule.priority < 30 and match.start == match.slots.get("value", (-1, 0))[0]


def _is_of_quality(tape: Tape, index: int, previous: Draft) -> bool:
    """Whether a quality measure right behind a figure says that it goes on with no resource's: `with 45% compute, and 61.2% mIoU`."""
    return previous.kind == "cost" and adjacent_measure(tape, index) is not None


_WHICH_IS = patterns.compiled(r" ,? ?(?:which|that) (?:is|are|was|were) (?:[a-z]+ )?$")


def _says_of(tape: Tape, result: Draft, draft: Draft) -> bool:
    """Whether a change is one of the result before it: `a resolution of 58 μm, which is four times higher`."""
    return result.kind == "score" and bool(
        _WHICH_IS.search(tape.text, tape.offsets[result.item], tape.offsets[draft.item])
    )


def _is_less_of_error(tape: Tape, result: Draft, draft: Draft) -> bool:
    """Whether what is `less` or `smaller` without a measure is the error before it: `an error of 14 N, which is 35% smaller`."""
    unnamed = draft.measure is None or draft.measure.names[0][0] == "size"
    if not unnamed or draft.frame != "fewer" or result.kind != "score" or result.measure is None:
        return False
    between = tape.text[tape.offsets[result.item] : tape.offsets[draft.item]]
    return lower_is_better(result.measure) is True and _WHICH_IS_SO.search(between) is not None


_WHICH_IS_SO = Ending(r" (?:, (?:which|that) (?:is|are|was|were)|M\d+ ,) (?:(?:about|over|almost|[a-z]+ly) )*$")
_RIGHT_BEHIND = patterns.compiled(r"[^()]* \( (?:an? |by )*$")


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
    r"(?:\( (?:(?:i\.e\.?|an?|or|,) )*|, (?:an?|i\.e\.?|or|which is an?|corresponding to an?) |and (?=Q\S+ (?:in )?(?:relative|absolute)))"
    r"(?:(?P<then>relative(?:ly)?|absolute) (?:(?::|of|by|improvement|gain|reduction|increase) )*)?Q\S+ (?:in )?(?:(?P<last>relative(?:ly)?|absolute) )?"
)


def _says_again(tape: Tape, earlier: Draft, draft: Draft) -> bool:
    """Whether a change in brackets or in apposition is the one before it, relative to what it was: `by 4.3 mAP (10.4% relative)`."""
    match = _AGAIN.match(tape.text, tape.offsets[earlier.item])
    if match is None or tape.item_at(match.end() - 1) < draft.item or len(draft.quantities) != len(earlier.quantities):
        return False
    said = match["then"] or match["last"]
    before = "relative" if match["relative"] else "absolute"
    return said is not None and (said[:8] != before)


_CLOSED = patterns.compiled(
    r" (?P<aside>\( [^()]*\)) (?:(?:on|for|in) (?:the )?B\d+ (?:R\d+ |dataset |benchmark )?)?(?:, and|,|and|;) $"
)


def _outside_bracket(tape: Tape, made: list[Draft], previous: Draft | None, index: int) -> Draft | None:
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


def _same_class(item: Item, previous: Draft) -> bool:
    a, b = item.quantities[0], previous.quantities[-1]
    if previous.kind == "cost" and a.unit_class == "percent":
        return b.unit_class == "percent"  # `75% within 3 steps, and 91% after 8`
    if b.unit == "dB" and a.unit_class in ("bare", "percent") and previous.kind == "gain":
        return True  # `2.5 dB in PSNR and 0.07 in SSIM`
    return a.unit_class == b.unit_class or {a.unit_class, b.unit_class} <= {"percent", "points", "bare"}


_WHEN_SO = Ending(
    r" (?:when|if|where|once) (?:(?![QFT]\d|[,;.:()])\S+ ){1,6}(?:is|are|was|were) (?:(?:only|just|set|at|to) )*$"
)


def _another_score(tape: Tape, item: Item, index: int, previous: Draft) -> bool:
    """Whether a percentage that no rule reads goes on with the scores before it: `the first at 6%, the second at 18%`."""
    if _WHEN_SO.search(tape.text, tape.offsets[previous.item], tape.offsets[index]):
        return False  # `and 98% when the noise is only 6%`
    classes = {item.quantities[0].unit_class, previous.quantities[-1].unit_class}
    return previous.kind == "score" and previous.frame in ("value", "handled") and classes == {"percent"}


def _believed(tape: Tape, item: Item, reading: Reading, previous: Draft | None) -> Draft | Refusal:
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
    frame = match.rule.frame
    if frame == "handled":
        frame, measure = "value", of_handled(tape, reading.item)
    else:
        money = quantity.unit_class == "money"
        measure = price(tape, reading.item) if money else sought(tape, reading, match, previous)
    if frame == "share":
        if measure is not None and lower_is_better(measure):
            if " of the " in tape.text[match.start : match.end]:
                subject = tape.items[reading.item - 1].word in _BEFORE_SUBJECT if reading.item else True
                return Refusal(f"a share of {measure.names[0][0]} is no performance", final=subject)
            frame = "value"  # `0.2% of position drift`
        else:
            measure = Measure("M", (("performance", None),))
    frame = meant(tape, reading, match, frame, measure)
    measure = settled(tape, reading, match, frame, measure)
    words = tape.text[match.start : match.end]
    lower = measure is None and frame == "fewer" and quantity.unit_class == "percent" and _LESS.search(words)
    if lower and tape.items[reading.item - 1].word != "(":
        return Refusal("what is lower is not named", final=True)
    if measure is None and quantity.unit_class == "factor" and frame == "up" and _OUTSIZED.search(words):
        return Refusal("how much larger a thing is that no measure is named of, no gain", final=True)
    kind, negative = compose(frame, quantity, measure, _told(tape, words), _ahead(tape, match.start))
    tried = frame == "up" and quantity.unit_class in ("percent", "factor") and measure_class(measure) == "resource"
    more = kind == "cost" or (tried and kind is None and " more " in words)
    if more and frame == "up" and _DONE.search(tape.text, 0, match.start):
        kind = "gain"
    if kind == "gain" and frame == "up" and _OVER_OPTIMUM.match(tape.text, tape.offsets[reading.item]):
        negative = True
    if (
        negative
        and match.rule.frame != "value"
        and (_is_lessened(tape, match, frame) or _is_sought(tape, match, frame, measure))
    ):
        negative = False
    if kind is None:
        named = "" if measure is None else f" of {measure.names[0][0]}"
        return Refusal(
            f"the rule's frame {frame} makes no claim{named} with a number of class {quantity.unit_class}",
            final=tried and quantity.value >= 1,  # `30% more data`, with which something was tried
        )
    if refusal := unfit(tape, reading, kind, measure):
        return refusal
    frame = "handled" if match.rule.frame == "handled" else frame
    draft = Draft(reading.item, list(item.quantities), frame, match, kind, measure, negative=negative, words=words)
    of_error = previous is not None and _is_less_of_error(tape, previous, draft)
    if kind == "saving" and not of_error and _names_no_resource(tape, draft):
        return Refusal("nothing says of which resource there is less", final=True)
    return draft


_DONE = Ending(
    rf" (?:{word_classes()['handle']}|complet(?:es?|ed|ing)|handling|solving|finish(?:es|ed)?) (?:(?!(?:for|in|by|after|that|which|{word_classes()['using']}) )\S+ ){{0,8}}$"
)
"""Before a further amount of what was done, which is no cost: `completes 20% more trials`."""


def _name(tape: Tape, draft: Draft) -> None:
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


_DATA_SETS = patterns.compiled(r"\b(?:data\s?sets?|benchmarks?|corpora|test sets?|domains)\b", regex.IGNORECASE)


def _labelled(tape: Tape, index: int, found: list[Mention]) -> list[Mention]:
    """Where a figure of a table in a line was measured: what its label names, `data sets: OwlSet 0.95`, and not its neighbour's."""
    label = tape.items[index - 2 if tape.items[index - 1].word == ":" else index - 1]
    if label.kind not in "NO":
        return found
    return list(label.mentions) if _DATA_SETS.search(tape.sentence, 0, label.start) else []


_LESS = patterns.compiled(r" (?:lower|less|reduced|decreased) ")
_OUTSIZED = patterns.compiled(r" (?:(?:larger|bigger|deeper) (?:than )?|longer )$")
_EXCEEDED = frozenset(
    ("the", "(", "of", "at", "baseline", "previous", "prior", "existing", "published")
)  # `surpassing the 58.5% obtained by`, `better than HeronNet (58.5%)`


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
_EXTREME = Ending(
    rf" (?:maxim(?:um|al)|max|(?P<least>minim(?:um|al))) (?:[MRS]\d+ |[a-z]+ )?(?:{_WORDS['improvement']}|{_WORDS['reduction']}|{_WORDS['faster']}) "
    r"(?:(?:in|of|on) (?:the )?[MRS]\d+ )?(?:of|is|was|by|reaches|can reach|can be) (?:to )?$"
)
_OVER_OPTIMUM = patterns.compiled(
    r"Q\S+ (?:longer|larger|more|greater|worse|higher)(?: [a-z-]+)? than (?:that of )?(?:the )?(?:optimum|optimal|oracle|lower bound) "
)
"""What is longer than the best that there can be, `2% longer than the optimum`, lacks so much."""
_LESSENED = patterns.compiled(
    rf" (?:(?:reduc|clos|narrow|shrink|shrunk|mitigat|alleviat|bridg|lessen)\w*|halv\w+|Q\d+x-) (?:Q\d+[%px]\S* )?(?:(?![QFT]\d|[,;.:()]|and |but |while )\S+ ){{0,4}}(?:{_WORDS['worsening']}) "
)
"""`reduces the gap by 20 points`: less of what is for the worse is for the better."""


def _continued(tape: Tape, item: Item, reading: Reading, previous: Draft) -> Draft:
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
        if previous.kind in ("gain", "score", "saving")
        else None
    )
    resource = resource_by(tape, reading.item) if previous.kind in ("speedup", "saving", "cost") else None
    if resource is None and previous.kind == "cost" and "counts" in previous.match.rule.traits:
        resource = counted(tape, reading.item)  # `only 20 labels and 3 clicks`
    if resource is None and previous.kind in AGAINST and previous.frame != "beats":
        resource = worded_by(tape, reading.item)  # `beats HeronNet by 5% and OwlNet by 6%` names another rival
    aside = bracketed_measure(tape, reading.item) if previous.kind in AGAINST else None
    if aside is not None:  # `reduces the runtime (by 40%) and failures (by 60%)`
        resource = aside
    if resource is not None:  # `reduces training time by 20% and memory by 30%`: another kind with the same verb
        kind, _ = compose(previous.frame, item.quantities[0], resource, previous.words)
        previous, near = replace(previous, kind=kind or previous.kind, measure=resource), resource
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
    return classes == {"quality", "speed"} and previous.frame in ("up", "beats") and previous.kind == "gain"


def _is_elsewhere(tape: Tape, index: int, previous: Draft) -> bool:
    """Whether a quantity was measured elsewhere than the one it goes on with: `3% on A and 2% for face recognition`."""
    return sets_elsewhere(tape, index) and not holds_on(tape, previous.benchmarks, previous.item)


_OWN_LIMIT = Ending(r" (?:(?:by|or) (?:[a-z]+ ){0,2}|(?:average|averages|averaging|mean|median) (?:of )?)$")
"""Before a figure that no `up to` of an earlier one limits: `up to 2.8x, or 5% higher`, `by up to 8% on A and by 4% on B`."""
_ON_AVERAGE = patterns.compiled(r"Q\S+ (?:(?![QFT]\d|[,;:.()]|and |but |while )\S+ ){0,3}on average ")


def _is_limited_too(tape: Tape, previous: int, index: int) -> bool:
    """Whether the `up to` of an earlier figure holds for a later one of its list as well."""
    if _OWN_LIMIT.search(tape.text, tape.offsets[previous], tape.offsets[index]):
        return False
    on_average = _ON_AVERAGE.match(tape.text, tape.offsets[index])
    return not on_average or _ON_AVERAGE.match(tape.text, tape.offsets[previous]) is not None


def _inherit(tape: Tape, draft: Draft, previous: Draft) -> None:
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
