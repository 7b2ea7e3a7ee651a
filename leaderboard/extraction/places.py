"""Where a quantity was measured: the benchmark of its sentence that it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

import regex

from leaderboard.extraction.cues import Ending
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.tape import Item, Tape
from leaderboard.model import Kind

_TRAINED_ON = Ending(
    r" (?:trained|pretrained|pre-trained|finetuned|fine-tuned|training|learned|learnt|pretraining) (?:only )?(?:(?:on|with|from|using|without) )+(?:(?:the|full|whole|entire|same) )*$"
)
_TRAINS = regex.compile(
    r"B\d+ (?:(?:training|pre-?training|pre-?trained|supervised|initiali[sz]ed|initiali[sz]ation)\b|- (?:pre|supervised|trained))"
)


_NEVER_TESTED = regex.compile(
    r" (?:(?:pre-?train(?:ed|ing)|transferr?(?:ed|ring)?) (?:(?:only|solely) )?(?:(?:on|with|from|using) )+(?:(?:the|whole|full|entire|same|large|large-scale) )*"
    r"|(?:without|no) (?:(?![BQFT]\d|[;.] )\S+ ){0,4}?(?:extra|additional|external|auxiliary|further) (?:(?:data|training|images|from) )*"
    r"|(?:compar\w+ (?:to|with|against)|than) (?:(?:its|the|that|those|of|on|original|larger|smaller) )*)$"
)
_PRETRAINS = regex.compile(r"B\d+ pre-?train(?:ing|ed) ")
_PRETRAINING_ON = regex.compile(
    r"\b[Pp]re-?training\s(?:only\s)?(?:on|with|using)\s(?:(?:the|whole|full|larger|large-scale|data\s?set)\s)*$"
)  # in its own words, for the tape has `pretraining` as a measure of speed


_TESTED_MODEL = regex.compile(r" (?:for|on|of|attacking|against) (?:(?![BQFT]\d|[,;.:()] )\S+ ){1,6}$")
"""What speaks of a model to be attacked or compressed, on the data that it knows: `on a ResNet pre-trained on`."""


def _for_training(tape: Tape, k: int) -> bool:
    """Whether a benchmark is named as what was trained on: `trained without using B`, `B pre-training`."""
    return bool(_TRAINED_ON.search(tape.text, 0, tape.offsets[k]) or _TRAINS.match(tape.text, tape.offsets[k]))


def _is_never_tested(tape: Tape, k: int) -> bool:
    """Whether a benchmark cannot be where something was measured: `pre-trained on B`, `without extra B data`, `compared to B`."""
    if _PRETRAINS.match(tape.text, tape.offsets[k]) or _PRETRAINING_ON.search(tape.sentence, 0, tape.items[k].start):
        return True
    match = _NEVER_TESTED.search(tape.text, 0, tape.offsets[k])
    return match is not None and not _TESTED_MODEL.search(tape.text, 0, match.start() + 1)


def sets_elsewhere(tape: Tape, index: int) -> bool:
    """Whether the words after a quantity say where it was measured, without a benchmark's name: `2.9% for face recognition`."""
    return _on_unnamed(tape, index) or bool(_ELSEWHERE.match(tape.text, tape.offsets[index]))


_UNNAMED = regex.compile(
    r"\S+ (?:(?![BQFT]\d|[,;.()] )\S+ ){0,12}?(?:on|over|across|for) (?:an?|other|another|several|selected|multiple|various|our|real|real-world|internal|private|common|standard)"
    r" (?:(?!B\d)[\w-]+ ){0,4}(?:data ?sets?|benchmarks?) "
)


_REAL = regex.compile(
    r"\S+ (?:M\d+ )?(?:(?:in|on|under|with) (?:the |a |\w+ )?real(?:-| )world (?:settings?|scenarios?|environments?|experiments?|conditions|tasks?|deployments?)"
    r"|on our (?:own |internal |private |in-house |held-out |self-collected )+(?:[a-z]+ ){0,2}(?:data|data ?sets?|test ?sets?|corpus)) "
)


_ON_SETS_AT_ONCE = regex.compile(
    r"\S+ (?:M\d+ )?(?:on|across) (?:the )?(?:existing|common|standard|previous|prior|earlier|other) (?:benchmarks|R\d+|datasets) (?!such|including|like|namely|e\.g|[,:(] B\d|[,:(] (?:i\.e|e\.g|such|including)|B\d)"
)
"""`nearly 100% on existing datasets`, whatever benchmark is named after that."""
_BESIDE_UNNAMED = regex.compile(
    r" (?:on|over|across) (?:existing|common|standard|previous|prior|earlier|other|several|various) (?:benchmarks|datasets) \( (?:M\d+ )?$"
)


def _on_unnamed(tape: Tape, index: int) -> bool:
    """Whether a quantity was measured on data without a name: `and 2.1 points on a private data set`."""
    return bool(_UNNAMED.match(tape.text, tape.offsets[index]))


_ELSEWHERE = regex.compile(
    r"\S+ (?:(?!Q\d|F\d|B\d|,|;|\.|and )\S+ ){0,6}?(?:on|for|in) (?!average|terms|total|both|all|these|M\d|S\d|R\d|the same|[a-z]{2} [a-z]{2} )(?:(?!B\d)\S+ ){1,5}?(?:,(?! (?:namely|called|named|i\.e\.) (?:, )?B\d)|;|\.|and|respectively|as|over|compared|Q\d|\)) "
)
_SHOWING = {
    "demonstrate",
    "demonstrates",
    "show",
    "shows",
    "indicate",
    "verify",
    "validate",
    "reveal",
    "confirm",
    "that",
}


def holds_on(tape: Tape, places: list[Mention], item: int) -> bool:
    """Whether the benchmarks stand before a statement's quantity, so that all its numbers are of them: `on A, it gains 2% for`."""
    return any(other.kind == "B" and other.mentions == places for other in tape.items[:item])


_BRACKETED = regex.compile(
    r" (?P<place>B\d+) (?:(?!or |[,;.:()] |[QFTBN]\d)\S+ ){0,4}(?:[(:] (?:M\d+ (?:of |= )?)?|(?<=B\d+ (?:R\d+ |datasets? |benchmarks? )?)with (?:(?!and |that |which |[,;:.] |[QFTB]\d)\S+ ){0,9})$"
)
_LEADS = regex.compile(
    r" (?P<link>and|but|while|whereas|;|,|:) (?:[a-z]+ly )?(?:on|for|in|over|with) (?:(?!Q\d|B\d)[\w-]+ ){0,3}$"
)
_LED = regex.compile(
    r"B\d+ (?:(?![BQF]\d|from F\d|[,;.])\S+ ){0,4}(?P<comma>, )?(?:by |of |from )?(?P<figure>\(? ?[QFT]\d)?"
)
_UNBROKEN = regex.compile(r"(?:(?![,;.()] |F\d|while |whereas |achiev|outperform|surpass|exceed)\S+ )*$")


_BY_ITSELF = regex.compile(r"B\d+ (?:by [QFT]|from F)\d")
_GOES_ON = regex.compile(
    r" B\d+ (?:by Q|from F\S+ to T)\S+ (?:(?!B\d|[;.])\S+ ){0,6}(?:, |and )+(?:M\d+ )?(?:on )?$| : $"
)


def _begins_statement(tape: Tape, k: int) -> bool:
    """Whether a benchmark stands before what was measured on it: `and on B by 6%`, `while on B, it reaches 6%`."""
    before = _LEADS.search(tape.text, 0, tape.offsets[k])
    after = _LED.match(tape.text, tape.offsets[k])
    if _BY_ITSELF.match(tape.text, tape.offsets[k]) and _GOES_ON.search(tape.text, 0, tape.offsets[k]):
        return True
    if before is None or after is None:
        return False
    return bool(after["figure"] if before["link"] in ",:" else after["comma"] or after["figure"])


def nearest_benchmark(tape: Tape, index: int) -> Item | None:
    """The benchmark of a quantity within its sentence, None where none or more than one could be meant."""
    items = tape.items
    benchmarks, leading = _tested_on(tape)
    if not benchmarks:
        return None
    if (bracketed := _BRACKETED.search(tape.text, 0, tape.offsets[index])) is not None:
        place = tape.item_at(bracketed.start("place"))
        return items[place] if place in benchmarks else None
    here = bisect_left(benchmarks, index)
    best: tuple[float, int] | None = None
    for k in (*benchmarks[:1], *benchmarks[max(1, here - _MOST_TRIED) : here + _MOST_TRIED]):
        cost = _before(tape, index, k, leading) if k < index else _after(tape, index, k, leading)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, k
    if best is not None and (best[0] <= 26 or len(benchmarks) == 1):
        return items[best[1]]
    return None


_MOST_TRIED = 12
"""Benchmarks before and behind a quantity that it may belong to, beside the sentence's first."""


@lru_cache(maxsize=1)
def _tested_on(tape: Tape) -> tuple[list[int], frozenset[int]]:
    """The benchmarks of a tape where something can have been measured, and those of them that begin a statement."""
    tested = [k for k, item in enumerate(tape.items) if item.kind == "B" and not _is_never_tested(tape, k)]
    return tested, frozenset(k for k in tested if _begins_statement(tape, k))


def places_of(tape: Tape, index: int, kind: Kind) -> list[Mention]:
    """The benchmarks of a quantity: those of the nearest, or of `A (10 classes) and B (20 classes)` one for each of its numbers."""
    item = nearest_benchmark(tape, index)
    named = [mention for other in tape.items if other.kind == "B" for mention in other.mentions]
    numbers = len(tape.items[index].quantities)
    if numbers > 1 and len(named) == numbers and _one_each(tape, index, kind):
        return named
    if item is not None and item.start < tape.items[index].start and _on_unnamed(tape, index):
        return []
    if _REAL.match(tape.text, tape.offsets[index]) or _ON_SETS_AT_ONCE.match(tape.text, tape.offsets[index]):
        return []
    if _BESIDE_UNNAMED.search(tape.text, 0, tape.offsets[index]):
        return []
    if item is not None and kind in ("saving", "speedup") and _of_another_result(tape, index, item):
        return []
    return list(item.mentions) if item is not None else []


def _one_each(tape: Tape, index: int, kind: Kind) -> bool:
    """Whether all benchmarks of a sentence stand before its numbers or behind, in one list or for them `respectively`."""
    places = [k for k, item in tape.marks if item.kind == "B"]
    if places[0] < index < places[-1]:
        return False
    if "respectively" in tape.text[tape.offsets[index] :]:
        return True
    return kind in ("score", "gain") and all(
        _IN_ONE_LIST.fullmatch(tape.text, tape.offsets[a], tape.offsets[b]) for a, b in pairwise(places)
    )


_IN_ONE_LIST = regex.compile(
    r"B\d+ (?:(?![BF]\d|Q\d+[^n]|[;.:] )\S+ ){0,6}(?:,|and|or|&|/) (?:(?:and|on|in|for|the|our|[NO]\d+) )*"
)


_ANOTHER_CLOSED = regex.compile(r"B\d+ (?:data ?set |benchmark )?, (?:and an?|but|along with|as well as) ")
_ANOTHER_FOLLOWS = regex.compile(
    r" (?:achiev|obtain|reach|outperform|surpass|yield|retain|(?:while|whereas|but) (?!(?:only |still |also |\w+ly )?\w+ing ))"
)


_ANOTHER_DONE = regex.compile(
    r" (?:,|and|,? while|but)(?: also| \w+ly| it| we)* (?:beat|outperform|surpass|exceed|rank|set(?:s|ting)? |establish)"
)


def _of_another_result(tape: Tape, index: int, item: Item) -> bool:
    """Whether a benchmark is that of another result, for which a saving is only what it took or which it is told along with."""
    place = tape.index(item)
    if place > index:
        return bool(_ANOTHER_FOLLOWS.search(tape.text, tape.offsets[index], tape.offsets[place]))
    return place > 3 and bool(_ANOTHER_CLOSED.match(tape.text, tape.offsets[place]))


def _without_asides(items: list[Item]) -> list[Item]:
    """The items outside brackets that open and close among them: `71.9% (+3.0%) on B` is `71.9% on B`.

    All of them where a bracket closes that opened before: `A (6.2%), B (9.1%)`.
    """
    out: list[Item] = []
    opened: list[int] = []
    for item in items:
        out.append(item)
        if item.word == "(":
            opened.append(len(out) - 1)
        elif item.word == ")":
            if not opened:
                return items
            del out[opened.pop() :]
    return out


def _distance(items: list[Item]) -> int:
    """How far apart the marks between a quantity and a benchmark keep them."""
    words = [item.word for item in items if item.kind == "w"]
    others = sum(item.kind == "B" for item in items)
    quantities = sum(item.kind == "Q" for item in items)
    return (
        len(items) + 3 * words.count(",") + 12 * words.count(";") + 10 * words.count(".") + 4 * others + 8 * quantities
    )


def _before(tape: Tape, index: int, k: int, leading: frozenset[int]) -> float | None:
    """The cost of a benchmark that stands before the quantity, None where it cannot be meant."""
    items = tape.items
    between = items[k + 1 : index]
    words = {item.word for item in between if item.kind == "w"}
    opens_sentence = k <= 3 and items[0].word in ("on", "in", "for", "with")
    if ";" in words and not opens_sentence:
        return None
    if len(items[k].mentions) > 2 and _SHOWING & words:
        return None  # `experiments on A, B and C show ...` is about all of them
    cost = _distance(between) + 4 + (15 if _for_training(tape, k) else 0)
    if k in leading or opens_sentence:
        return cost if any(item.kind == "B" for item in between) else min(cost, 9)
    if {",", "and"} & words and any(item.kind == "Q" for item in items[:k]):
        cost += 6  # it has closed the statement of an earlier quantity
    return cost


def _after(tape: Tape, index: int, k: int, leading: frozenset[int]) -> float:
    """The cost of a benchmark that stands after the quantity."""
    items = tape.items
    between = _without_asides(items[index + 1 : k])
    cost = _distance(between) + (15 if _for_training(tape, k) else 0)
    following = items[k + 1 : k + 3]
    if len(following) == 2 and following[0].word in ("(", ":") and following[1].kind == "Q":
        cost += 12  # `A (95%), B (96%)`: B belongs to the number that follows it
    elif k in leading:
        cost += 12
    elif _ANOTHER_DONE.search(tape.text, tape.offsets[index], tape.offsets[k]):
        cost += 15  # `on A by 30% and beats the best on B`
    elif _UNBROKEN.match(tape.text[tape.offsets[index] : tape.offsets[k]]):
        cost -= 8 * sum(item.kind == "Q" for item in between)  # `a recall of 83% and a precision of 73% on B`
    return cost
