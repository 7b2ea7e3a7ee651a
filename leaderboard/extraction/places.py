"""Where a quantity was measured: the benchmark of its sentence that it belongs to."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from leaderboard.extraction import patterns
from leaderboard.extraction.clauses import FINITE, SUBJECT, in_one_clause, place_of, shows_between
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import OF_QUALITY
from leaderboard.extraction.marked_names import whole_name
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.names import is_model_name
from leaderboard.extraction.tape import Item, Tape
from leaderboard.extraction.unnamed import unnamed_places
from leaderboard.model import Kind

_TRAINED_ON = Ending(
    r" (?:trained|pretrained|pre-trained|finetuned|fine-tuned|training|learned|learnt|pretraining) (?:only )?(?:(?:on|with|from|using|without) )+(?:(?:the|full|whole|entire|same) )*$"
)
_TRAINS = patterns.compiled(
    r"B\d+ (?:(?:training|pre-?training|pre-?trained|supervised|initiali[sz]ed|initiali[sz]ation)\b|- (?:pre|supervised|trained))"
)


_NEVER_TESTED = patterns.compiled(
    r" (?:(?:pre-?train(?:ed|ing)|transferr?(?:ed|ring)?) (?:(?:only|solely) )?(?:(?:on|with|from|using) )+(?:(?:the|whole|full|entire|same|large|large-scale) )*"
    r"|(?:without|no) (?:(?![BQFT]\d|[;.] )\S+ ){0,4}?(?:extra|additional|external|auxiliary|further) (?:(?:data|training|images|from) )*"
    r"|(?:outperform|surpass|beat|exceed)\w* (?:(?![BQFT]\d|[;.] )\S+ ){0,5}(?:models?|networks?|detectors?|classifiers?|those|ones) (?:pre-?)?trained (?:on|with) (?:(?:the|widely|full|used|popular|dataset|benchmark|R\d+) )*|(?:classes|categories|examples|words|entities) not in (?:the )?|(?:method|baseline|approach|framework|architecture|competitor) |(?:compar\w+ (?:to|with|against)|than|winners? of) (?:(?:its|the|that|those|of|on|original|larger|smaller) )*)$"
)
_MADE_FROM = Ending(
    r" (?:derived|built|created|constructed|generated|synthesi[sz]ed|adapted) from (?:(?:the|original) )*$"
)
_PRETRAINS = patterns.compiled(
    r"B\d+ (?:pre-?train(?:ing|ed) |models (?:and Q|, |[.]|for )|(?:(?![QFTB]\d|[,;.:()] )\S+ )?as (?:an? )?(?:extra|additional|auxiliary|external|unlabell?ed|pre-?training|source) )"
)  # `B as extra data`
_PRETRAINING_ON = patterns.compiled(
    r"\b[Pp]re-?training\s(?:only\s)?(?:on|with|using)\s(?:(?:the|whole|full|larger|large-scale|data\s?set)\s)*$"
)  # in its own words, for the tape has `pretraining` as a measure of speed


_TESTED_MODEL = patterns.compiled(r" (?:for|on|of|attacking|against) (?:(?![BQFT]\d|[,;.:()] )\S+ ){1,6}$")
"""What speaks of a model to be attacked or compressed, on the data that it knows: `on a ResNet pre-trained on`."""


def _for_training(tape: Tape, k: int) -> bool:
    """Whether a benchmark is named as what was trained on: `trained without using B`, `B pre-training`."""
    return bool(_TRAINED_ON.search(tape.text, 0, tape.offsets[k]) or _TRAINS.match(tape.text, tape.offsets[k]))


def _is_never_tested(tape: Tape, k: int) -> bool:
    """Whether a benchmark cannot be where something was measured: `pre-trained on B`, `without extra B data`, `derived from B`."""
    if _MADE_FROM.search(tape.text, 0, tape.offsets[k]):
        return True
    if _PRETRAINS.match(tape.text, tape.offsets[k]) or _PRETRAINING_ON.search(tape.sentence, 0, tape.items[k].start):
        return True
    match = _NEVER_TESTED.search(tape.text, 0, tape.offsets[k])
    return match is not None and not _TESTED_MODEL.search(tape.text, 0, match.start() + 1)


def sets_elsewhere(tape: Tape, index: int) -> bool:
    """Whether the words after a quantity say where it was measured, without a benchmark's name: `2.9% for face recognition`."""
    return on_unnamed(tape, index) or bool(_ELSEWHERE.match(tape.text, tape.offsets[index]))


def on_unnamed(tape: Tape, index: int) -> bool:
    """Whether a quantity was measured in a place without a name: `and 2.1 points on a private data set`."""
    unnamed = _unnamed_beside(tape, index)
    return bool(unnamed) and place_of(tape, index, sorted((*_tested_on(tape), *unnamed)), alone=False) in unnamed


def _unnamed_beside(tape: Tape, index: int) -> list[int]:
    """The places without a name that may be a quantity's: behind it or, where it stands in brackets, before these."""
    return [
        k
        for k in unnamed_places(tape)
        if k > index or (tape.tokens[k + 1] == "(" and ")" not in tape.tokens[k + 1 : index])
    ]


_ELSEWHERE = patterns.compiled(
    r"\S+ (?:(?!Q\d|F\d|B\d|,|;|\.|and )\S+ ){0,6}?(?:on|for|in) (?!average|terms|total|both|all|these|M\d|S\d|R\d|the same|[a-z]{2} [a-z]{2} )(?:(?!B\d)\S+ ){1,5}?(?:,(?! (?:namely|called|named|i\.e\.) (?:, )?B\d)|;|\.|and|respectively|as|over|compared|Q\d|\)) "
)


def holds_on(tape: Tape, places: list[Mention], item: int) -> bool:
    """Whether the benchmarks stand before a statement's quantity, so that all its numbers are of them: `on A, it gains 2% for`."""
    return any(other.kind == "B" and other.mentions == places for other in tape.items[:item])


_BRACKETED = patterns.compiled(
    r" (?P<place>B\d+) (?:(?!or |[,;.:()] |[QFTBN]\d)\S+ ){0,4}(?:[(:] (?:M\d+ (?:of |= )?)?|(?<=B\d+ (?:R\d+ |datasets? |benchmarks? )?)with (?:(?!and |that |which |[,;:.] |[QFTB]\d)\S+ ){0,9})$"
)
_BESIDE_NAME = Ending(r" [NO]\d+ (?:R\d+ )?\( $")
_HAS_FIGURE = patterns.compiled(r"B\d+ (?:R\d+ )?\( Q\d")
"""In `Heron (51%), COCO (49%)` the figure of what is no benchmark is none of the benchmark that has one of its own."""


def nearest_benchmark(tape: Tape, index: int, kind: Kind) -> Item | None:
    """The benchmark of a quantity within its sentence, None where none or more than one could be meant."""
    benchmarks = _tested_on(tape)
    if not benchmarks:
        return None
    if (bracketed := _BRACKETED.search(tape.text, 0, tape.offsets[index])) is not None:
        place: int | None = tape.item_at(bracketed.start("place"))
    else:
        if _BESIDE_NAME.search(tape.text, 0, tape.offsets[index]):
            benchmarks = [k for k in benchmarks if k < index or not _HAS_FIGURE.match(tape.text, tape.offsets[k])]
        places = sorted((*benchmarks, *_unnamed_beside(tape, index)))
        place = place_of(tape, index, places, alone=kind not in OF_QUALITY)
    if place is None or place not in benchmarks:
        return None
    item = tape.items[place]
    if place < index and shows_between(tape, place, index):
        first = next(k for k, mark in tape.marks if mark.kind in "QB" and k in {place, index, *benchmarks})
        if (first < place and tape.items[first].kind == "B") or not _is_of_all(tape, item, index, kind):
            return None  # `experiments on A, B and C show ...` is about all of them
    if tape.items[index].quantities[0].bound == "up to" and _AND_SEVERAL.match(tape.text, tape.offsets[place]):
        return None
    if _DEALT_OUT.match(tape.text, tape.offsets[place], tape.offsets[index]):
        return None
    return None if _has_own_place(tape, place, index) else item


_DEALT_OUT = patterns.compiled(
    r"B\d+ (?:R\d+ |data ?sets? |benchmarks? |tasks? )?(?:[,(] )?(?:respectively|resp|resp[.]) (?:\) )?(?:, )?and "
)
"""Benchmarks that the figures before them have used up: `by 5% and 6% on A and B, respectively, and by 7% in the dark`."""
_AND_SEVERAL = patterns.compiled(
    r"B\d+ (?:R\d+ |data ?sets? |benchmarks? )?(?:and|as well as|, and) (?:on )?(?:other|another|several|multiple|various|two|three|four|five|Q\d+n) (?:(?![QFTB]\d|[,;.:()] )\S+ ){0,3}(?:R\d+|data ?sets?|benchmarks?) "
)
"""One place of several, for the best figure on any of them: `on A and several public benchmarks, it gains up to 5%`."""


_IN_PHRASE = r"(?:(?![QFTB]\d|[,;.:()] |(?:and|on|in|for|with) )\S+ ){0,4}"
_CLOSED = patterns.compiled(
    rf"[QFT]\S+ {_IN_PHRASE}(?:on|in|with) (?:(?![QFTB]\d|[,;.:()] )\S+ ){{0,4}}B\d+ (?:R\d+ |data ?set |benchmark )?(?:, )?(?:(?:and|as well as|along with) |(?<=, )(?=an? Q))"
)


_PLACED = patterns.compiled(
    rf"[QFT]\S+ {_IN_PHRASE}on (?!average|top|both|all|[MSR]\d|the same)(?:(?![QFTBO]\d|[,;.:()] |(?:and|on|in|for|with) )\S+ ){{1,4}}(?:, )?and "
)
_FIGURE_PLACED = patterns.compiled(rf"[QFT]\S+ {_IN_PHRASE}on {_IN_PHRASE}B\d+ ")


def _has_own_place(tape: Tape, place: int, index: int) -> bool:
    """Whether a quantity has a place of its own, without a name, and the benchmark before is another's: `5% on A and 6% on reading`."""
    if place > index:
        behind = next((k for k, mark in tape.marks if mark.kind in "QFT" and index < k), place)
        return (
            behind < place
            and bool(_PLACED.match(tape.text, tape.offsets[index]))
            and (
                tape.item_at(found.end() - 2) >= place
                if (found := _FIGURE_PLACED.match(tape.text, tape.offsets[behind])) is not None
                else False
            )
        )
    if not sets_elsewhere(tape, index):
        return False
    figure = max((k for k, mark in tape.marks if mark.kind in "QFT" and k < place), default=None)
    closed = _CLOSED.match(tape.text, tape.offsets[figure]) if figure is not None else None
    return closed is not None and tape.offsets[place] < closed.end() <= tape.offsets[index]


_FOR_ONE = patterns.compiled(
    r" (?:e\.g\.?|i\.e\.?|for (?:example|instance)|especially|particularly|in particular|some|several|certain|\S*averag\w+) "
)


def _is_of_all(tape: Tape, shown: Item, index: int, kind: Kind) -> bool:
    """Whether one figure is told of each of the many benchmarks that it was shown on, and not of one of them or of their mean."""
    count = len(shown.mentions)
    if count < 3:
        return True
    if kind not in OF_QUALITY or count > 4 or not any(mention.canonical for mention in shown.mentions):
        return False
    figures = tape.items[index].quantities
    others = any(k > index and mark.kind == "B" for k, mark in tape.marks)
    if len(figures) > 1 or figures[0].bound == "up to" or others:
        return False
    return _FOR_ONE.search(tape.text, tape.offsets[tape.index(shown)]) is None


@lru_cache(maxsize=1)
def _tested_on(tape: Tape) -> list[int]:
    """The benchmarks of a tape where something can have been measured: those for training only where there are no others."""
    tested = [k for k, item in tape.marks if item.kind == "B" and not _is_never_tested(tape, k)]
    return [k for k in tested if not _for_training(tape, k)] or tested


def places_of(tape: Tape, index: int, kind: Kind) -> list[Mention]:
    """The benchmarks of a quantity: those of the nearest, or of `A (10 classes) and B (20 classes)` one for each of its numbers."""
    listed = _LISTED.search(tape.text, 0, tape.offsets[index])
    if listed and not is_model_name(name := whole_name(tape, tape.item_at(listed.end("name") - 1))):
        at = tape.items[tape.item_at(listed.start("name"))].start
        return [Mention("B", at, at + len(name), name)]
    item = nearest_benchmark(tape, index, kind)
    named = [mention for other in tape.items if other.kind == "B" for mention in other.mentions]
    numbers = len(tape.items[index].quantities)
    if numbers > 1 and len(named) == numbers and _one_each(tape, index, kind):
        return named
    if item is not None and _of_another_result(tape, index, item, kind):
        return []
    if item is not None and kind == "cost" and len(item.mentions) > 2 and _leads(tape, index, item):
        return []  # `on A, B and C we reach the best results, taking 4 steps` in one of them
    return list(item.mentions) if item is not None else []


LISTED_BEFORE = r"\d+ (?:dataset |data |R\d+ )?\( [^()]* \) (?:, )?(?:and |or )?(?:the )?"
"""Behind the letter of its mark: what a list names with its figure, before its next name."""
_LISTED = Ending(rf" B{LISTED_BEFORE}(?P<name>(?:N\d+ )+)\( $")
"""`on CIFAR-10 (91%) and Ponds (98%)`: a name in a list of benchmarks is one."""


def _leads(tape: Tape, index: int, item: Item) -> bool:
    """Whether a benchmark stands before a quantity and before all others of the sentence."""
    first = next(mark for _, mark in tape.marks if mark.kind in "QB")
    return first is item and item.start < tape.items[index].start


def _one_each(tape: Tape, index: int, kind: Kind) -> bool:
    """Whether all benchmarks of a sentence stand before its numbers or behind, in one list or for them `respectively`."""
    places = [k for k, item in tape.marks if item.kind == "B"]
    if index < places[0] and " while " in tape.text[tape.offsets[index] : tape.offsets[places[0]]]:
        return False
    if places[0] < index < places[-1] or (index < places[0] and _has_own_figures(tape, index, places)):
        return False
    if "respectively" in tape.text[tape.offsets[index] :]:
        return True
    return kind in OF_QUALITY and all(
        _IN_ONE_LIST.fullmatch(tape.text, tape.offsets[a], tape.offsets[b]) for a, b in pairwise(places)
    )


def _has_own_figures(tape: Tape, index: int, places: list[int]) -> bool:
    """Whether one of the benchmarks behind a quantity is that of another: `4% and 5% on A, respectively, and 6% on B`."""
    if not in_one_clause(tape, places[0], places[-1]):
        return True
    return any(_FIGURE.match(tape.text, tape.offsets[at]) for at, _ in tape.marks if index < at < places[-1])


_FIGURE = patterns.compiled(r"Q\d+(?:[^n]|n[+-]|\S* M\d)")  # and no `10 classes`


_IN_ONE_LIST = patterns.compiled(
    r"B\d+ (?:(?![BF]\d|Q\d+[^n]|[;.:] )\S+ ){0,6}(?:,|and|or|&|/) (?:(?:and|on|in|for|the|our|[NO]\d+) )*"
)


_ANOTHER_CLOSED = patterns.compiled(r"B\d+ (?:data ?set |benchmark )?, (?:and an?|but|along with|as well as) ")
_NEW_VERB = patterns.compiled(
    rf"B\d+ (?:R\d+ |data ?sets? |benchmarks? )?(?:\( [^()]* \) )?(?:(?:, )?respectively (?:, )?|, )and {SUBJECT}?(?:(?:also|even|only|can|still|\w+ly) )*(?!show|demonstrat){FINITE} (?:(?![QFT]\d)\S+ )*$"
)
_IS_TESTED = patterns.compiled(r" (?:evaluat|experiment|test|train|valid)")
"""`We test it on A and reach 30 FPS` there, which `it reaches state-of-the-art results on A and runs at 30 FPS` does not say."""
_ANOTHER_FOLLOWS = patterns.compiled(
    r" (?:achiev|obtain|reach|outperform|surpass|yield|retain|and (?:\w+ly |also )?(?:sets?|establish|deliver|beat|push|attain|exceed))"
)
_WHILE = patterns.compiled(r" (?:while|whereas|but|which|with (?:an? |only |just )*(?:loss|drop|degradation) of) ")
"""Behind a resource's figure: what is told of the quality meanwhile, and where that was measured."""


def _of_another_result(tape: Tape, index: int, item: Item, kind: Kind) -> bool:
    """Whether a benchmark is that of another result, which a resource's figure is told along with."""
    place = tape.index(item)
    if kind in OF_QUALITY:
        return False
    if place < index:
        if place > 3 and kind != "cost" and _ANOTHER_CLOSED.match(tape.text, tape.offsets[place]):
            return True
        return (
            place > 3
            and _NEW_VERB.match(tape.text, tape.offsets[place], tape.offsets[index]) is not None
            and _IS_TESTED.search(tape.text, 0, tape.offsets[place]) is None
        )
    between = tape.offsets[index], tape.offsets[place]
    if _WHILE.search(tape.text, *between) or (kind != "cost" and _ANOTHER_FOLLOWS.search(tape.text, *between)):
        return True
    told = any(mark.kind in "QFT" for k, mark in tape.marks if index < k < place)
    return not told and not in_one_clause(tape, index, place)
