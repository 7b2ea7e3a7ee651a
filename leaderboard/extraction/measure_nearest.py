"""The measure that stands nearest to a number, told by words and what parts clauses, and which of those near by are none of it."""

from __future__ import annotations

from collections.abc import Callable

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.measures import GROUND, VAGUE, Measure, is_weak, names_activity, of_mention
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Item, Tape

_HARD = {
    ";": 9,
    ":": 5,
    ".": 9,
    ",": 3,
    "(": 2,
    ")": 1,
    "and": 2,
    "while": 5,
    "whereas": 6,
    "but": 5,
    "with": 3,
    "without": 5,
    "–": 4,
    "—": 4,
    "than": 4,
    "over": 4,
    "compared": 4,
    "using": 3,
    "which": 3,
    "or": 2,
}


def _distance(tape: Tape, a: int, b: int) -> int:
    """How far two items are apart: words, and what parts their clauses."""
    low, high = sorted((a, b))
    cost = 0
    parted = figured = False
    last = ""
    for item in tape.items[low + 1 : high]:
        if item.kind == "w":
            cost += 1 + _HARD.get(item.word, 0) + (_NEW_VERB if last == "and" and _VERB.fullmatch(item.word) else 0)
            last = item.word
            parted = parted or item.word in ("while", "whilst", "whereas")
        else:
            cost += 7 if item.kind == "Q" else 1
            figured = figured or item.kind == "Q"
    return cost + (_ELSEWHERE if parted and figured else 0)


_NEW_VERB = 8
"""What a further verb parts by: `by 2% across the board, and improved the error rate by 9%`."""
_VERB = patterns.compiled("|".join(word_classes()[name] for name in ("improve", "reduce", "achieve", "outperform")))
_ELSEWHERE = 16
"""What a clause of its own with a figure of its own parts by: `outperforms HeronNet by 9% while showing 2% less forgetting`."""


def _is_weak(item: Item) -> bool:
    return is_weak(item.mentions[0].text, item.mentions[0].canonical)


def nearest_measure(
    tape: Tape,
    index: int,
    kinds: str,
    limit: int = 16,
    *,
    weak: bool = False,
    may_be: Callable[[Tape, int], bool] = lambda tape, k: True,
) -> Measure | None:
    """The measure nearest to a quantity, one that follows it at once first; None beyond `limit`.

    With `weak`, words count too that are a measure only where something is said to be used (`data`, `steps`). Only items
    count that `may_be` what is measured, told by the tape and the item's index.
    """
    best: tuple[int, Item] | None = None
    first = max(0, index - limit - 1)  # each word between adds to the distance
    for k, item in enumerate(tape.items[first : index + limit + 2], first):
        if item.kind not in kinds or (not weak and _is_weak(item)) or not may_be(tape, k):
            continue
        if (
            _is_none_of(tape, index, k)
            or is_of_next(tape, index, k)
            or (k > index and _OF_NEXT.match(tape.text, tape.offsets[k]))
        ):
            continue
        cost = _distance(tape, index, k) + (0 if k > index else 1) + (4 if item.mentions[0].canonical in VAGUE else 0)
        if _belongs_elsewhere(tape, index, k):
            cost += 8
        if best is None or cost < best[0]:
            best = cost, item
    if best is None or best[0] > (min(limit, 6) if best[1].mentions[0].canonical in VAGUE else limit):
        return None
    k = tape.index(best[1])
    if best[1].kind == "M" and k < index and (head := _HEAD_OF.search(tape.text, 0, tape.offsets[k])):
        noun = tape.items[tape.item_at(head.start("measure"))]
        return of_mention(best[1] if noun.mentions[0].canonical in VAGUE else noun, tape)
    return of_mention(best[1], tape)


_HEAD_OF = Ending(rf" (?P<measure>M\d+) (?:coefficient )?(?:\( [MN]\d+ \) )?of {GROUND}(?:M\d+ \( )?$")


def is_of_next(tape: Tape, index: int, k: int) -> bool:
    """Whether a measure behind is the next figure's, since each has its own: `by 60% in parsing and 10% in tagging accuracy`."""
    return k > index + 2 and _NEXT_IN.fullmatch(tape.text, tape.offsets[index], tape.offsets[k]) is not None


_NEXT_IN = patterns.compiled(
    r"[QFT]\S+ (?:[a-z]+ )?(?:\( [^()]* \) )?(?P<link>in|on) (?:(?!and |[QFTB]\d)\S+ ){1,4}(?:, and|,|and) [QFT]\S+ (?:points? )?(?P=link) (?:(?![QFT]\d|[,;.])\S+ ){0,4}"
)
_ON_MEASURE = patterns.compiled(r" [QFT]\S+ (?:points? )?on (?:the )?M\d")


def is_said_in(tape: Tape, index: int) -> bool:
    """Whether a figure and the next are each said to be in something: `90% in poise and 70% in grace`."""
    found = _NEXT_IN.match(tape.text, tape.offsets[index])
    return found is not None and (found["link"] == "in" or _ON_MEASURE.search(found[0]) is not None)


_OF_NEXT = patterns.compiled(r"M\d+ (?:(?:is|are|was|were|of|=|:) [QFT]\d|Q\d+\S*!)")
"""A measure that a further clause gives the figure of: `is 3 times greater, while the accuracy is 91%`, `and recall ≥ 91%`."""


OF_A_SYSTEM = patterns.compiled(
    r" (?:over|than|during|beyond|with|without|using|against|versus|vs|vs\.|compared (?:to|with)|relative to)"
    r" (?:(?!of |in |by |is |are |on |and )(?:[NO]\d+|[^\s\dQ,;.()]+) ){0,4}$"
)
"""Before a word that names a resource: it is part of what is compared or done: `over direct [inference] methods`."""


def _may_change(tape: Tape, k: int) -> bool:
    """Whether a resource may be what a change is said of: not an activity (`training`), nor a part of a system's description."""
    at = tape.offsets[k]
    return (
        not names_activity(tape.items[k])
        and not OF_A_SYSTEM.search(tape.text, max(0, at - 60), at)
        and not _HEADED.match(tape.text, at)
    )


_HEADED = patterns.compiled(rf"\S+ (?:{word_classes()['approach']}) ")


def resource_near(tape: Tape, index: int) -> Measure | None:
    """The resource close to a change that names no measure of quality: `a 42% reduction of the peak motor power`."""
    return nearest_measure(tape, index, "SR", limit=6, may_be=_may_change)


_NO_SHARE = frozenset(("log loss", "loss", "training loss"))
_SAYS = patterns.compiled(r"(?:show|demonstrat|indicat|reveal|confirm|suggest|conduct|stud)(?:s|es|ed|ing|ies|y)?$")


def _is_none_of(tape: Tape, index: int, k: int) -> bool:
    """Whether a figure is none of a measure nearby: a percentage of a loss; `human evaluation shows that 87% ...`."""
    after = tape.items[k + 1].word if k + 1 < len(tape.items) else ""
    share = tape.items[index].quantities[0].unit_class == "percent"
    if (share and tape.items[k].mentions[0].canonical in _NO_SHARE) or (k < index and bool(_SAYS.match(after))):
        return True
    if k > index and _SHOWN.search(tape.text, tape.offsets[index], tape.offsets[k]):
        return True
    return tape.items[k].kind == "M" and _is_kept(tape, index, k)


_SHOWN = Ending(
    r" , (?:\w+ly |thus |thereby |further )*(?:demonstrat|show|highlight|confirm|validat|verify|underscor|prov|indicat|suggest|emphasi[sz]|illustrat|evidenc|reflect|reveal|showcas)ing (?:(?:its|the|their|our|strong|superior|both|excellent|high|[a-z-]+['’]s) ){0,3}$"
)
"""Before what a result is said to show: `(+1.9 on A and +2.3 on B), demonstrating effectiveness`."""


def _is_kept(tape: Tape, index: int, k: int) -> bool:
    """Whether a quality is what was kept while something else changed: `cuts the latency by 40% with little accuracy loss`."""
    at = tape.offsets[k]
    kept = _KEPT.search(tape.text, tape.offsets[index], at) if k > index else _KEPT_FIRST.search(tape.text, 0, at)
    return kept is not None and (k > index or bool(_THEN.match(tape.text, at)))


_KEEP = (
    r"(?:(?:maintain|keep|preserv|retain|sacrific|compromis|degrad|hurt|harm|affect)\w*|los(?:s|ing)|(?:the )?same|similar|comparable|competitive|identical|equal"
    r"|no|negligible|minimal|minor|marginal|little|slight\w*|almost no|any)"
)
_KEPT = patterns.compiled(
    rf" (?:while|whilst|when|with|without|at|yet) (?:(?:reaching|achieving|attaining|obtaining|having) )?(?:\w+ly |a |an |the |only |still |also )*{_KEEP} (?:(?![QFT]\d|[,;:()]|and |but )\S+ ){{0,4}}$"
)
_KEPT_FIRST = patterns.compiled(
    rf" (?:with|without|at) (?:an? |the )?{_KEEP} (?:(?![QFT]\d|[,;:()]|and |but )\S+ ){{0,3}}$"
)
_THEN = patterns.compiled(r"M\d+ (?:loss |drop |degradation |level )?, ")


def _belongs_elsewhere(tape: Tape, index: int, k: int) -> bool:
    """Whether the measure stands right at another quantity: `95% accuracy` is not what `at 30 FPS` measures."""
    before = tape.items[k - 1] if k else None
    return bool(k - 1 != index and before is not None and before.kind == "Q")
