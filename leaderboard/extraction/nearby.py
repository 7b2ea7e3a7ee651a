"""Which measure a number is of, by where its name stands: beside it, before it in its clause, behind it, or what the clause is about."""

from __future__ import annotations

from collections.abc import Callable

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.kinds import measure_class
from leaderboard.extraction.measures import (
    GROUND,
    HEADS,
    PHRASE_ENDS,
    PLAIN,
    VAGUE,
    WEAK,
    Measure,
    is_weak,
    measure_from_span,
    names_activity,
    of_mention,
    used_of,
    worded,
)
from leaderboard.extraction.mentions import measure_kind
from leaderboard.extraction.modifiers import modified_from
from leaderboard.extraction.names import is_model_name
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Item, Tape

_HEAD_OF = Ending(rf" (?P<measure>M\d+) (?:coefficient )?(?:\( [MN]\d+ \) )?of {GROUND}(?:M\d+ \( )?$")


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
            or _is_of_next(tape, index, k)
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


def _is_of_next(tape: Tape, index: int, k: int) -> bool:
    """Whether a measure behind is the next figure's, since each has its own: `by 60% in parsing and 10% in tagging accuracy`."""
    return k > index + 2 and _NEXT_IN.fullmatch(tape.text, tape.offsets[index], tape.offsets[k]) is not None


_NEXT_IN = patterns.compiled(
    r"[QFT]\S+ (?:[a-z]+ )?(?:\( [^()]* \) )?(?P<link>in|on) (?:(?!and |[QFTB]\d)\S+ ){1,4}(?:, and|,|and) [QFT]\S+ (?:points? )?(?P=link) (?:(?![QFT]\d|[,;.])\S+ ){0,4}"
)


_TWO = Ending(
    r" (?P<one>M\d+ )(?:\( [MN]\d+ \) )?and (?!an? )(?:[a-z-]+ ){0,4}?(?P<other>M\d+ )(?:\( [MN]\d+ \) )?(?:(?![MSRQFT]\d|[,;:.()]|and |but |while |with )\S+ ){0,8}$"
)


def two_before(tape: Tape, index: int, stated: Measure | None) -> Measure | None:
    """Two measures of quality, one of them known to be the figures', for two figures in turn: `raises the recall and the mean reward by`."""
    found = _TWO.search(tape.text, 0, tape.offsets[index])
    if found is None or stated is None or len(stated.names) != 1:
        return None
    both = [of_mention(tape.items[tape.item_at(found.start(name))], tape) for name in ("one", "other")]
    if any(len(each.names) != 1 or measure_class(each) != "quality" for each in both) or stated not in both:
        return None
    return Measure("M", tuple(each.names[0] for each in both))


_ON_MEASURE = patterns.compiled(r" [QFT]\S+ (?:points? )?on (?:the )?M\d")


def is_said_in(tape: Tape, index: int) -> bool:
    """Whether a figure and the next are each said to be in something: `90% in poise and 70% in grace`."""
    found = _NEXT_IN.match(tape.text, tape.offsets[index])
    return found is not None and (found["link"] == "in" or _ON_MEASURE.search(found[0]) is not None)


_OF_NEXT = patterns.compiled(r"M\d+ (?:is|are|was|were) [QFT]\d")
"""A measure that a further clause gives the figure of: `is 3 times greater, while the accuracy is 91%`."""


_OF_A_SYSTEM = patterns.compiled(
    r" (?:over|than|during|beyond|with|without|using|against|versus|vs|vs\.|compared (?:to|with)|relative to)"
    r" (?:(?!of |in |by |is |are |on |and )(?:[NO]\d+|[^\s\dQ,;.()]+) ){0,4}$"
)
"""Before a word that names a resource: it is part of what is compared or done: `over direct [inference] methods`."""


def _may_change(tape: Tape, k: int) -> bool:
    """Whether a resource may be what a change is said of: not an activity (`training`), nor a part of a system's description."""
    at = tape.offsets[k]
    return (
        not names_activity(tape.items[k])
        and not _OF_A_SYSTEM.search(tape.text, max(0, at - 60), at)
        and not _HEADED.match(tape.text, at)
    )


_HEADED = patterns.compiled(rf"\S+ (?:{word_classes()['approach']}) ")


def _resource_near(tape: Tape, index: int) -> Measure | None:
    """The resource close to a change that names no measure of quality: `a 42% reduction of the peak motor power`."""
    return nearest_measure(tape, index, "SR", limit=6, may_be=_may_change)


_NO_SHARE = frozenset(("log loss", "loss", "training loss"))
_SAYS = patterns.compiled(r"(?:show|demonstrat|indicat|reveal|confirm|suggest|conduct|stud)(?:s|es|ed|ing|ies|y)?$")


def _is_none_of(tape: Tape, index: int, k: int) -> bool:
    """Whether a figure is none of a measure nearby: a percentage of a loss; `human evaluation shows that 98% ...`."""
    after = tape.items[k + 1].word if k + 1 < len(tape.items) else ""
    share = tape.items[index].quantities[0].unit_class == "percent"
    if (share and tape.items[k].mentions[0].canonical in _NO_SHARE) or (k < index and bool(_SAYS.match(after))):
        return True
    return tape.items[k].kind == "M" and _is_kept(tape, index, k)


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


_ACRONYM = patterns.compiled(
    r"(?:(?!(?:in|of|at|by|to)\p{Lu})\p{Ll}{1,3}-?(?=\p{Lu}{2}))?[\p{Lu}&@\d.+-]*\p{Lu}[\p{Lu}\p{Ll}&@\d.+-]{0,9}"
)


_AFTER_MEASURE = frozenset(
    "on in for , . and ) at with score while over metric points than against versus vs compared respectively".split()
)


def adjacent_measure(tape: Tape, index: int) -> Measure | None:
    """The quality measure right after a quantity, known (`59.48 BLEU`) or an acronym (`64 DS on`)."""
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    following = tape.items[index + 2] if index + 2 < len(tape.items) else None
    if after is not None and following is not None and (after.kind, following.kind) == ("N", "M"):
        return of_mention(following, tape)  # `49.6 Novel AP50`
    ends = following is None or following.kind != "w" or following.word in _AFTER_MEASURE
    if (
        after is not None
        and after.kind == "N"
        and ends
        and _ACRONYM.fullmatch(after.mentions[0].text)
        and tape.items[index].quantities[0].unit_class != "measure"  # `a 120 mg MCU`
        and not tape.items[index].quantities[0].counts(after.mentions[0].text)
    ):
        return Measure("M", ((after.mentions[0].text, None),))
    beside = _BESIDE.match(tape.text, tape.offsets[index])
    if beside is None:
        return None
    k = tape.item_at(beside.start("measure"))
    named = modified_from(tape, k) <= tape.item_at(beside.start("words")) and not _has_its_own(tape, index, k)
    return of_mention(tape.items[k], tape) if named else None


_BESIDE = patterns.compiled(
    r"[QFT]\S+ (?:\( [^()]* \) (?=in |of ))?(?:\( (?=in |of ))?(?:(?:in|of|absolute|relative|average|mean|overall|total|the) ){0,3}(?:(?<= in )[NO]\d+ )?(?P<words>(?:(?!in |of )(?:[a-z]\S*|S\d+) ){0,3})(?P<measure>M\d+) "
)


_OF_FIGURE = patterns.compiled(r"M\d+ (?:of|is|=|:) [QFT]\d")
_OF_MEASURE = patterns.compiled(r" M\d+ (?:of|is|=|:) $")


def _has_its_own(tape: Tape, index: int, k: int) -> bool:
    """Whether a quantity and the measure behind it are of two entries whose comma got lost: `MAE of 5.6 RMSE of 7.1`."""
    return (
        _OF_FIGURE.match(tape.text, tape.offsets[k]) is not None
        and _OF_MEASURE.search(tape.text, 0, tape.offsets[index]) is not None
    )


_IN_MEASURE = patterns.compiled(r" in (?:the |average |overall |both )*(?P<measure>M\d+) ")
_IMPROVED_MEASURE = Sought(
    "( <measure> {improvement} | {improve} ( the | its )* <measure> | {improvement} in ( the )? <measure> )"
)


def only_resource_before(tape: Tape, index: int) -> Measure | None:
    """The one resource that a clause is about: `the running time of the matching stage may be reduced by`."""
    before = tape.items[:index]
    found = [k for k, item in enumerate(before) if item.kind in "SR" and item.mentions[0].canonical not in WEAK]
    if len(found) != 1 or any(item.kind in "QM" for item in before):
        return None
    # `with image-level labels we see a gain of 5%`
    used = before[-1].word != "of" and _OF_A_SYSTEM.search(tape.text, 0, tape.offsets[found[0]])
    return None if used else of_mention(before[found[0]], tape)


_SUBJECT_MEASURE = patterns.compiled(
    r"(?:^|[,;:]|\bthat|\band)\s(?:(?:the|our|its)\s)?(?P<measure>M\d+)\s(?:of|for|in|on|between|with)\s[^;:]{0,160}\s(?:is|was|are|were)\s$"
)


def distant_measure(tape: Tape, index: int) -> Measure | None:
    """A measure that the sentence gives for all its numbers: `by 4.6% (A) and 4.4% (B) in mAP`, `performance gains`."""
    at = tape.offsets[index]
    match = _IN_MEASURE.search(tape.text, at)
    if match and not _is_of_next(tape, index, tape.item_at(match.start("measure"))):
        return of_mention(tape.items[tape.item_at(match.start("measure"))], tape)
    if match := _SUBJECT_MEASURE.search(tape.text[:at]):
        return of_mention(tape.items[tape.item_at(match.start("measure"))], tape)
    for match in reversed([*_IMPROVED_MEASURE.before(tape, at)]):
        item = tape.items[tape.item_at(match.start("measure"))]
        if item.kind == "M":
            return of_mention(item, tape)
    return None


def only_measure(tape: Tape, index: int) -> Measure | None:
    """The one measure that a sentence names, where it does so before all its results: `its accuracy is high, namely 93% on A`."""
    found = [k for k, item in enumerate(tape.items) if item.kind == "M" and item.mentions[0].canonical not in VAGUE]
    if len(found) != 1 or found[0] > index or any(item.kind == "Q" for item in tape.items[: found[0]]):
        return None
    item = tape.items[found[0]]
    metric = lexicon.load().metric(item.mentions[0].canonical or "")
    return of_mention(item, tape) if len(item.mentions) == 1 and metric is not None and metric.unit == "%" else None


_ALIKE = frozenset(("comparable", "similar", "competitive", "strong"))
_STANDING = _ALIKE | {"state-of-the-art", "art", "sota"}
_EXCEEDS = patterns.compiled(rf"(?!\w+ing$)(?:{word_classes()['outperform']})$")


def performance_before(tape: Tape, index: int, kind: str) -> Measure | None:
    """`performance`, where the sentence says so before a number: `performance gains over X - 7.4%`.

    What is only said to be the best known, `state-of-the-art performance, 81% on A`, is a score's, not a gain's.
    """
    for k in range(index - 1, 0, -1):
        item = tape.items[k]
        if _EXCEEDS.match(item.word):
            return None
        if item.word in ("performance", "performances") or (
            item.kind == "M" and item.mentions[0].canonical == "performance"
        ):
            if kind == "score" and not _ALIKE.isdisjoint((tape.items[k - 1].word, tape.items[k + 1].word)):
                return None
            if tape.items[k + 1].word == "gap":
                return Measure("?", (("performance gap", None),))
            if kind == "score" or tape.items[k - 1].word not in _STANDING:
                return Measure("M", (("performance", "performance"),))
    return None


def unknown_measure(tape: Tape, index: int) -> Measure | None:
    """A measure that stands before: `a SPICE of 23.1`, `an alignment score of 0.8`."""
    before = [
        i
        for i in tape.items[max(0, index - 4) : index]
        if not (
            i.kind == "w" and i.word in ("of", "score", "up", "to", "(", "is", "a", "an", "the", "value", "at", ":")
        )
    ]
    linked = (
        index >= 1 and tape.items[index - 1].kind == "w" and tape.items[index - 1].word in ("of", "is", ":", "=", "(")
    )
    if (
        linked
        and before
        and before[-1].kind == "N"
        and _ACRONYM.fullmatch(before[-1].mentions[0].text)
        and tape.items[index - 1].word != "("
        and not _OF_RIVAL.search(tape.text, 0, tape.offsets[tape.index(before[-1])])
        and not is_model_name(before[-1].mentions[0].text)
    ):
        return Measure("M", ((before[-1].mentions[0].text, None),))
    before_it = tape.text[: tape.offsets[index]]
    head = _OF_HEAD.search(before_it)
    if head is None and tape.items[index].quantities[0].unit_class == "measure":  # what has a physical unit is measured
        head = _PHYSICAL_BEFORE.search(before_it, max(0, len(before_it) - 90))
    head = head or _IMPROVED_HEAD.search(before_it)
    return worded(tape, head) or measure_behind(tape, index, before_it)


_OF_RIVAL = Ending(r" (?:over|than|against|upon) (?:the )?$")


def measure_behind(tape: Tape, index: int, before: str | None = None) -> Measure | None:
    """The phrase right behind a quantity that names its measure: `82% hit rate for`, `45 N output force,`.

    What has a physical unit is measured by any phrase, where it was achieved, as the words `before` it must say where
    they are given; a percentage by one whose head tells.
    """
    physical = tape.items[index].quantities[0].unit_class == "measure"
    if physical and (before is None or _ACHIEVES.search(before)):
        return worded(tape, _PHYSICAL_AFTER.match(tape.text, tape.offsets[index]))
    return worded(tape, _HEAD_AFTER.match(tape.text, tape.offsets[index]))


_OF_HEAD = Ending(
    r" (?P<what>(?:(?!(?:an?|the|its|with|and|of|in|on|for|to|by|average|mean|overall|achiev\w+|report\w*|obtain\w*|reach\w*|attain\w*|get|has|have|that|yield\w*|resulting|show\w*|our|we|at|is|are) )[a-z][a-z-]+ ){0,3}"
    rf"(?:{HEADS}) )"
    r"(?:(?:of|is|was|are|were|:|=|at|to|(?:(?:can|could) )?reach(?:es|ed|ing)?(?: to)?) |(?:in|of|for|between) (?:[\w-]+ ){1,6}(?:is|are|was|were) )(?:(?:up|to|about|only|just) )*$"
)
_IMPROVED_HEAD = Ending(
    rf" (?:{word_classes()['improve']}) (?:(?:the|its|our|overall|average) )*(?P<what>(?:(?!of |in |on |for |and |[QFT]\d)[a-z][a-z-]+ ){{0,3}}(?:{HEADS}) )\( (?:by )?(?:up to )?$"
)
"""`improves image quality (+3 dB)`."""
_BOUNDS = "(?:up|to|about|over|around|only|just|an?|at|least|most|more|less|than|approximately|nearly|below|under)"
_PHYSICAL_BEFORE = patterns.compiled(rf" (?P<what>(?:{PLAIN}){{1,3}})of (?:{_BOUNDS} )*$")


_PHYSICAL_AFTER = patterns.compiled(rf"Q\S* (?:of )?(?P<what>(?:{PLAIN}|[SR]\d+ ){{1,3}})(?:{PHRASE_ENDS}) ")
_IN = r"in (?:terms of )?(?:the |average |overall )*(?!(?:\S+ ){0,2}(?:recognition|completion|alignment) )"  # those are tasks
_GROWTH = "(?:improvements?|gains?|increases?|boost)"
_HEAD_AFTER = patterns.compiled(
    rf"Q\d+(?:%|x(?=\S* \S+ (?:\S+ )?{_GROWTH} ))\S* (?:{_IN})?(?P<what>(?:{PLAIN}|hit (?=rate )|(?<=[a-z] )scores? ){{1,3}}(?<! loss )(?<= (?:{HEADS}|metric|[a-z-]+(?:ity|cy|ness)) ))(?:{PHRASE_ENDS}|{_GROWTH}) "
)  # `82% hit rate for`, `by 7% in long-term consistency`, `a 3x efficiency gain`
_QUALITY_BEFORE = Ending(
    rf" (?:(?P<measure>M\d+ )|(?:the|our|its|average|mean) (?P<what>(?:{PLAIN}){{0,2}}(?:{HEADS}) ))"
    r"(?:(?![QFT]\d|[;:.] |[MSR]\d|(?:while|whereas|but) )\S+ )*?(?:is|are|was|were) (?:(?![QFT]\d|[,;:.()]|with|to|than|and )\S+ ){0,6}$"
)


def quality_before(tape: Tape, index: int) -> Measure | None:
    """The measure of quality that a clause named, however long ago: `the error of X on long and on short routes is 40% lower`."""
    found = _QUALITY_BEFORE.search(tape.text, max(0, tape.offsets[max(0, index - 40)] - 1), tape.offsets[index])
    if found is None or found["what"]:
        return worded(tape, found)
    return of_mention(tape.items[tape.item_at(found.start("measure"))], tape)


_ARTICLE_BEFORE = patterns.compiled(
    rf" (?:an?|and) (?P<what>(?!mean |peak |total |maximum |minimum )(?:{PLAIN}){{1,2}})of (?:{_BOUNDS} )*$"
    rf"|(?: and|,|, and) (?:an? |the )?(?P<what>(?:{PLAIN}){{0,2}}(?:{HEADS}) )\( (?:{_BOUNDS} )*$"
)


_PARALLEL = patterns.compiled(
    rf"Q\S+ (?:points? )?(?:\( [^()]* \) )?in (?P<what>(?:{PLAIN}|[MNSR]\d+ ){{1,3}})(?:metrics? |scores? )?(?:{PHRASE_ENDS}) "
)


def parallel_measure(tape: Tape, index: int) -> Measure | None:
    """What a figure of a list is said to be in, as the one before it was: `64% in pitch` behind `55% in roll`."""
    found = _PARALLEL.match(tape.text, tape.offsets[index])
    return measure_from_span(tape, found.span("what")) if found else None


def measure_before(tape: Tape, index: int) -> Measure | None:
    """What a further figure of a list is of: `and a fluency of 79%`, `and survival rate (88%)`."""
    return worded(tape, _ARTICLE_BEFORE.search(tape.text, max(0, tape.offsets[index] - 60), tape.offsets[index]))


_SAYING = "(?:show|demonstrate|indicate|reveal|confirm|suggest|prove)s?|(?:improve|increase|decrease|drop|rise|achieve|reache|obtain)s"
_SUBJECT = Ending(
    rf"(?:(?:^|[,;:.]|\b(?:that|and|where|while))\s(?:(?:the|its|our|their|overall|average|mean)\s)+|^\s(?=(?:[a-z-]+ ){{0,2}}(?:M\d+|{HEADS}) ))(?P<what>(?:{PLAIN}|M\d+ ){{1,3}})(?:of|in|for|on|between|under|during|at|across|with)\s"
    rf"(?:\( [^()QFT]{{1,40}} \) |(?![QFT]\d|[,;:.()]|(?:{_SAYING}) )\S+\s){{1,16}}?(?:(?:is|are|was|were|has been|have been|can be|could be|to be)\s)(?:(?![QFT]\d|[,;:.()])\S+\s){{0,4}}$"
)


_ANY_KNOWN = patterns.compiled(r"M\d")
_REACHING_SUBJECT = Ending(
    rf" (?:(?:the|its|our|their|overall|average|mean|maximum|maximal|peak|highest) )+(?P<what>(?:{PLAIN}){{0,3}}(?:{HEADS}"
    r"|forces?|torques?|speeds?|velocit(?:y|ies)|accelerations?|displacements?|deflections?|elongations?|strains?|angles?|strokes?|pressures?|stiffness|resolutions?"
    r"|sensitivity|payload|gains?|[SR]\d+) )"
    r"(?:(?:of|in|for|on|between|under|during|with)\s(?:(?![QFT]\d|[,;:.()])\S+\s){1,8}?)?(?:(?:can|could|may)\s)?(?:reach(?:es|ed)?|achieve[sd]?|attain(?:s|ed)?|exceed(?:s|ed)?)\s(?:(?:up|to|about|around|only|even)\s)*$"
)
"""What itself reaches a number: `the swing angle of the new joint can reach 50°`."""


def subject_measure(tape: Tape, index: int) -> Measure | None:
    """What a clause says a number of: `the stiffness of the new joint is just 50% larger`."""
    first, last = tape.offsets[max(0, index - 26)] - 1, tape.offsets[index]
    reaching = _REACHING_SUBJECT.search(tape.text, first, last)
    if reaching and (known := measure_from_span(tape, reaching.span("what"))):
        return known
    if (found := _SUBJECT.search(tape.text, first, last)) is None:
        return None
    known = measure_from_span(tape, found.span("what")) if _ANY_KNOWN.search(found["what"]) else None
    told = known or worded(tape, found)
    recognised = _recognised(told)
    return recognised if recognised is not None and recognised.kind in "M?" else told


def _recognised(measure: Measure | None) -> Measure | None:
    """A measure in plain words, `the time`, `Errors`, by its name where the lexicon has it."""
    if measure is None or measure.kind != "?":
        return measure
    written = measure.names[0][0]
    name = written[0].lower() + written[1:] if written[1:2].islower() else written
    metric = lexicon.load().metric(name)
    if metric is None or not metric.name.islower():
        return Measure("?", ((name, None),))
    return Measure(measure_kind(metric), ((name, metric.name),))


_TIME_SUBJECT = Ending(
    rf" (?:(?:the|its|our|their|average|averaged|mean|total|overall) )+(?P<what>(?:{PLAIN}){{0,2}}(?:times? |S\d+ ))(?:of|for|to|per|required|needed|taken)\s"
    r"(?:(?![QFT]\d|[,;:.()])\S+\s){0,8}?(?:is|are|was|were)\s(?:(?![QFT]\d|[,;:.()]|with |to |and )\S+\s){0,4}$"
)


def time_subject(tape: Tape, index: int) -> Measure | None:
    """What a clause says took so long: `the mean time for finding a route is less than 9 ms`."""
    found = _TIME_SUBJECT.search(tape.text, tape.offsets[max(0, index - 20)] - 1, tape.offsets[index])
    return _recognised(measure_from_span(tape, found.span("what"))) if found else None


_ACHIEVES = Ending(rf" (?:{word_classes()['achieve']}) (?:{_BOUNDS} )*$")


def seek_measure(tape: Tape, index: int, frame: str, quantity: Quantity) -> Measure | None:
    if frame == "faster":
        return nearest_measure(tape, index, "S", limit=6)
    if quantity.unit_class == "rate":
        near = nearest_measure(tape, index, "S", limit=5)
        return rate_before(tape, index) if near is None and frame in ("used", "cost", "value") else near
    if quantity.unit_class in ("time", "memory", "compute", "count"):
        return nearest_measure(tape, index, "S" if quantity.unit_class == "time" else "SR", limit=8)
    if frame == "used":
        return nearest_measure(tape, index, "SR", limit=8, weak=True) or used_of(tape, index)
    if frame == "fewer":
        return nearest_measure(tape, index, "MSR", limit=8)
    if frame in ("down", "up") and (close := nearest_measure(tape, index, "SR", limit=1, weak=frame == "down")):
        return close
    at = tape.offsets[index]
    if frame == "up" and (ahead := _BRACKETED.search(tape.text, max(0, at - 90), at)):
        named = tape.items[tape.item_at(ahead.start("measure"))]
        if named.mentions[0].canonical not in VAGUE:
            return of_mention(named, tape)
    unknown = unknown_measure(tape, index)
    near = nearest_measure(tape, index, "M", limit=4 if unknown else 16)
    if near is not None and unknown is not None and not VAGUE.isdisjoint(near.names[0]):
        near = None
    if near is None and unknown is None:
        near = distant_measure(tape, index)
    if near is None and frame in ("up", "down"):
        near = _resource_near(tape, index) or only_resource_before(tape, index)
    return near or unknown


_RATE_BEFORE = Ending(
    rf" (?P<what>(?:{PLAIN}|[SR]\d+ ){{0,2}}(?:rates?|frequenc(?:y|ies)) )(?:of|is|was|were|:|=|at|near|above|below|exceeding|reaching|ranging|(?:we|it) [a-z]+ (?:is|was)|{_BOUNDS}) (?:{_BOUNDS} )*$"
)


def rate_before(tape: Tape, index: int) -> Measure | None:
    """What is so many times a second, by the word before it: `output rates of 3 kHz`, `at a frequency near 1 Hz`."""
    found = _RATE_BEFORE.search(tape.text, tape.offsets[max(0, index - 9)] - 1, tape.offsets[index])
    return worded(tape, found)


_BRACKETED = Ending(
    r" (?P<measure>M\d+ )\( (?:(?:with|by|of|up|to|an?|the|about|maximum|average|relative|absolute|improvements?|gains?) )*$"
)
"""What a figure in brackets is of: `better in precision (with gains of 12%)`, `not only fairness (a gain of 8%) but also`."""
_SUCCEEDED = patterns.compiled(r" succe(?:ss|ed)\w* (?:(?![QFT]\d|[;:.] )\S+ )*$")
_OF_TRIES = patterns.compiled(
    r"\S+ (?!of )|\S+ of (?:the |all )*(?:\S+ )?(?:time|cases?|tasks?|trials?|runs?|attempts|tests|episodes|scenarios) "
)
_ACCURATE = patterns.compiled(r"\S+ (?:accurate|correct) ")
_ACCURATE_BY = (" accurate ( ", " accurately ( ")


def of_handled(tape: Tape, index: int) -> Measure | None:
    """What a share of cases that went well is of: the success rate where tries succeed, else nothing that is named."""
    at = tape.offsets[index]
    if _ACCURATE.match(tape.text, at) or tape.text.endswith(_ACCURATE_BY, 0, at):
        return Measure("M", (("accuracy", "accuracy"),))
    if _SUCCEEDED.search(tape.text, 0, at) and _OF_TRIES.match(tape.text, at):
        return Measure("M", (("success rate", "success rate"),))
    return measure_behind(tape, index)


_COUNTED = patterns.compiled(rf"Q\d+n\S* (?P<what>(?:{PLAIN}){{1,4}})(?:{PHRASE_ENDS}) ")


def counted(tape: Tape, index: int) -> Measure | None:
    """The things that a further number counts: `with only 20 labeled owls and 30 wild herons`."""
    return worded(tape, _COUNTED.match(tape.text, tape.offsets[index]))


_IN_RESOURCE = patterns.compiled(r"Q\S* in (?:(?:terms|of|the|its|their|total|overall|required) )*(?P<what>[SR]\d+ )")


_WORDS_BY = Sought("( and | , and | , | or ) ( the | its | their | our | overall | average )* <what> by", "$")


def worded_by(tape: Tape, index: int) -> Measure | None:
    """What a further figure of a list is said of in words of its own: `and the number of ignored requests by 30%`."""
    found = [*_WORDS_BY.ending(tape, tape.offsets[index], tape.offsets[max(0, index - 9)])]
    return measure_from_span(tape, found[-1].span("measure")) if found else None


_A_PLACE = patterns.compiled(r"data\s?sets?$", regex.IGNORECASE)


_RESOURCE_BEHIND = patterns.compiled(r"\S+ (?:(?:of|the|its|their|total|overall|required) )*(?P<what>[SR]\d+) ")


def resource_by(tape: Tape, index: int) -> Measure | None:
    """The resource of `and memory by 30%`, of `and memory (30%`, of `and memory up to 30%`, of `and 30% memory` and of `and 30% in memory`."""
    if match := _IN_RESOURCE.match(tape.text, tape.offsets[index]):
        return measure_from_span(tape, match.span("what"))
    if index and tape.items[index].quantities[0].bound == "up to" and tape.items[index - 1].kind in "SR":
        return of_mention(tape.items[index - 1], tape)
    if behind := _RESOURCE_BEHIND.match(tape.text, tape.offsets[index]):
        return of_mention(tape.items[tape.item_at(behind.start("what"))], tape)
    aside = index > 2 and tape.tokens[index - 1] == "(" and tape.tokens[index - 3] in ("and", ",")
    if index < 2 or not (aside or tape.tokens[index - 1] in ("by", "to")):
        return None
    before = tape.items[index - 2]
    if _A_PLACE.search(before.word or before.mentions[-1].text if before.kind == "R" else ""):
        return None
    return measure_from_span(tape, (tape.offsets[index - 2], tape.offsets[index - 1])) if before.kind in "SR" else None
