"""The tape: a sentence as a line of words and typed marks, which rules are matched against.

`On GSM8K, HeronTune gets 61.47% accuracy` becomes ` on B0 , O1 gets Q2% M3 `: words in lower case, a mark for every
mention with its number on the tape, one space between. Coordinated quantities (`41.2%, 37.5% and 30.8%`), benchmarks
and measures share one mark, so that a rule sees `Q` where the text lists several.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, TypeVar

from leaderboard.extraction import patterns, unlisted
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.own_name import OwnName
from leaderboard.extraction.quantity import Quantity

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

CLASS_MARK = {
    "percent": "%", "points": "p", "factor": "x", "time": "t", "rate": "r", "memory": "b", "compute": "f", "count": "c",
    "measure": "u", "bare": "n", "money": "d",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """One mark or word: what it holds and, of a mark, where it stands in the sentence."""

    kind: str
    start: int
    end: int
    word: str
    quantities: Sequence[Quantity] = ()
    mentions: Sequence[Mention] = ()


@lru_cache(maxsize=1 << 12)
def _word_item(word: str) -> Item:
    """A word, shared by all tapes: where it stands in one, `Tape.span` tells."""
    return Item("w", -1, -1, word)


class Tape:
    """`text` is what rules match: `tokens` with blanks between. `items[i]` is token i, which begins at `offsets[i]`."""

    __slots__ = ("_items", "_words", "marks", "offsets", "sentence", "text", "tokens")

    def __init__(self, sentence: str, tokens: list[str], marks: list[tuple[int, Item]]) -> None:
        self.sentence, self.tokens = sentence, tokens
        self.marks = marks
        """The items that are no words, each with its index."""
        self.offsets = list(accumulate((len(token) + 1 for token in tokens[:-1]), initial=1)) if tokens else []
        self.text = " ".join(("", *tokens, ""))
        self._items: list[Item] | None = None
        self._words: dict[int, list[tuple[int, int]]] = {}
        """Where the words before a mark (or behind the last) stand, of those that were asked for."""

    @property
    def items(self) -> list[Item]:
        """All words and marks."""
        if self._items is None:
            self._items = [*map(_word_item, self.tokens)]
            for index, mark in self.marks:
                self._items[index] = mark
        return self._items

    def item_at(self, offset: int) -> int:
        """Index of the item that covers this offset of the tape's text."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def index(self, mark: Item) -> int:
        """Index of a mark of the tape."""
        return self.marks[bisect_left(self.marks, mark.start, key=lambda other: other[1].start)][0]

    def source(self, start: int, end: int) -> str:
        """The sentence's own words under a span of the tape's text."""
        if end <= start:
            return ""
        first, last = self.span(self.item_at(start), self.item_at(end - 1))
        return self.sentence[first:last]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from the first to the last of these indexes begin and end in the sentence."""
        return self._place(first)[0], self._place(last)[1]

    def _place(self, index: int) -> tuple[int, int]:
        follows = bisect_left(self.marks, index, key=itemgetter(0))
        if follows < len(self.marks) and self.marks[follows][0] == index:
            mark = self.marks[follows][1]
            return mark.start, mark.end
        if follows not in self._words:
            start = self.marks[follows - 1][1].end if follows else 0
            end = self.marks[follows][1].start if follows < len(self.marks) else len(self.sentence)
            found = _TOKEN.finditer(self.sentence, start, end)
            self._words[follows] = [match.span() for match in found if match["word"]]
        return self._words[follows][index - (self.marks[follows - 1][0] + 1 if follows else 0)]


Found = TypeVar("Found")
_forget: list[Callable[[], None]] = []


def of_tapes(kept: _lru_cache_wrapper[Found]) -> _lru_cache_wrapper[Found]:
    """What a function remembers of tapes, for `forget_tapes` to forget."""
    _forget.append(kept.cache_clear)
    return kept


def forget_tapes() -> None:
    """Let go of tapes that were read: what is rarely sought would hold one of every hundred papers, and of each its text."""
    for forget in _forget:
        forget()


_TOKEN = patterns.compiled(
    r"\[\d+(?:[,–-]\s?\d+)*\]|\\[A-Za-z]+"  # citations and commands of TeX are no words
    r"|(?P<word>\b(?:e\.g|i\.e|w\.r\.t|v\.?s|cf|al|resp)\.|\p{L}[\p{L}\d]*+(?:[-'’/&.][\p{L}\d]++)*+|\d+(?:\.\d+)?|[,;:.()—–|/=<>+-]|--+)"
)
_SEPARATOR = frozenset((",", "and", "/", "or", "|", "&", "as", "well"))


def build(sentence: str, quantities: list[Quantity], mentions: list[Mention]) -> Tape:
    """The tape of a sentence from its quantities and mentions, which must not overlap one another."""
    items = [Item("Q", q.first, q.last, "", [q]) for q in quantities]
    items += [Item(m.kind, m.start, m.end, "", (), [m]) for m in mentions]
    items.sort(key=_START)
    tokens: list[str] = []
    marks: list[tuple[int, Item]] = []
    at = 0
    for place, item in enumerate(items):
        words = _words(sentence, at, item.start)
        if (
            marks
            and _goes_on(marks[-1][1], _without_article(tokens, words), item)
            and not _numbers_name(tokens, marks)
            and not _have_figures(sentence, items, place)
        ):
            index, group = marks.pop()
            tokens.pop()
            item = _merged(group, item)
        else:
            tokens += words
            index = len(tokens)
        marks.append((index, item))
        tokens.append(_mark(index, item))
        at = item.end
    tokens += _words(sentence, at, len(sentence))
    return Tape(sentence, tokens, marks)


_START = attrgetter("start")


def _have_figures(sentence: str, items: list[Item], place: int) -> bool:
    """Whether a measure and the one before it stand each beside a figure of its own: `74% accuracy, F1 0.69`."""
    if items[place].kind != "M" or not 2 <= place < len(items) - 1:
        return False
    before, one, other, after = items[place - 2 : place + 2]
    return (before.kind, after.kind) == ("Q", "Q") and not (
        sentence[before.end : one.start].strip() or sentence[other.end : after.start].strip(" :=(")
    )


def _without_article(tokens: list[str], words: list[str]) -> list[str]:
    """The words behind a mark but the article of a list's next member, where its first has one: `a 41% and a 37% reduction`."""
    has_article = len(tokens) > 1 and tokens[-2] in _ARTICLES and words and words[-1] in _ARTICLES
    return words[:-1] if has_article else words


_ARTICLES = frozenset(("a", "an"))


def _numbers_name(tokens: list[str], marks: list[tuple[int, Item]]) -> bool:
    """Whether the last mark is the number of a name, which no list begins with: `on Pixel 6 and 240 FPS`."""
    last = marks[-1][1]
    if last.kind != "Q" or len(marks) < 2 or marks[-2][0] != len(tokens) - 2 or marks[-2][1].kind not in "NO":
        return False
    return len(last.quantities) == 1 and last.quantities[0].unit is None and last.quantities[0].value.is_integer()


def _words(sentence: str, start: int, end: int) -> list[str]:
    """The words of a piece of the sentence."""
    words = [word.lower() for word in _TOKEN.findall(sentence, start, end) if word]
    return ["vs." if word == "v.s." else word for word in words] if "v.s." in words else words


def _mark(index: int, item: Item) -> str:
    if item.kind != "Q":
        return f"{item.kind}{index}"
    first = item.quantities[0]
    kind = {"from": "F", "to": "T"}.get(first.from_to, "Q")
    sign = first.sign if first.sign in "+" else ("-" if first.sign else "")
    up_to = {"up to": "^", "under": "_", "over": "!"}.get(first.bound or "", "")
    return f"{kind}{index}{CLASS_MARK[first.unit_class]}{sign}{up_to}"


_DONE_THERE = frozenset(
    "image object instance semantic panoptic video action language classification detection segmentation recognition"
    " retrieval modeling modelling generation captioning estimation translation".split()
)
"""What is done on a benchmark, which parts it from the next as little as `data set`: `on A classification and B detection`."""
_PADDING = {
    "Q": _SEPARATOR | {"even"},  # `10x and even 100x faster`
    "M": _SEPARATOR | {"score", "scores", "metrics"},
    "B": _SEPARATOR | {"on", "the", "dataset", "datasets", "benchmark", "benchmarks"} | _DONE_THERE,
}


def _goes_on(group: Item, words: list[str], item: Item) -> bool:
    """Whether an item is one with the item before it: neighbours of one kind that only `,`, `and` or `/` part."""
    if group.kind == item.kind == "B" and words[:1] == ["("] and ")" in words:
        words = words[words.index(")") + 1 :]  # `on A (reading), B (writing) and C`
    if len(words) > 3 or group.kind not in "QBMSR" or not _alike(group, item):
        return False
    if not words:
        return group.kind == "B" or _same_percent(group, item)
    if not _PADDING.get(group.kind, _SEPARATOR).issuperset(words):
        return False
    return group.kind == "B" or not _SEPARATOR.isdisjoint(words)


def _same_percent(group: Item, item: Item) -> bool:
    """Two percentages side by side, whose comma got lost: `+23% +20% and +22%`; `82% under 10%` are two statements."""
    if group.kind != "Q" or item.quantities[0].bound is not None:
        return False
    return {group.quantities[-1].unit, item.quantities[0].unit} == {"%"}


def _alike(group: Item, item: Item) -> bool:
    if item.kind != group.kind:
        return group.kind in "MSR" and item.kind in "MSR" and {group.kind, item.kind} <= {"S", "R"}
    if group.kind != "Q":
        return True
    last, new = group.quantities[-1], item.quantities[0]
    if last.from_to != new.from_to:
        return False
    same = last.unit_class == new.unit_class and (last.unit == new.unit or last.unit_class == "factor")
    lending = (
        last.unit is None
        and new.unit is not None
        and new.unit_class in ("percent", "points", "factor", "measure", "time", "rate", "memory", "compute")
    )
    return (same and bool(new.sign) == bool(last.sign)) or lending


def _merged(group: Item, item: Item) -> Item:
    quantities = [*group.quantities, *item.quantities]
    if quantities:
        lender = quantities[-1]
        first_bound = quantities[0].bound
        quantities = [
            q
            if (q.unit is not None or lender.unit is None) and (q.bound is not None or first_bound is None)
            else replace(
                q,
                unit=q.unit or lender.unit,
                unit_class=q.unit_class if q.unit is not None else lender.unit_class,
                bound=q.bound or first_bound,
            )
            for q in quantities
        ]
    return Item(group.kind, group.start, item.end, "", quantities, [*group.mentions, *item.mentions])


_BEATS = Ending(r"(?:(?:outperform|exceed)(?:s|ed|ing)?|surpass(?:es|ed|ing)?) $")
_BY = patterns.compiled(r" by \S*\d")


def _is_rival(text: str, measure: Mention) -> bool:
    """Whether what is called like a measure is a method that is beaten: `outperforming MAE by 0.6`."""
    beaten = measure.text.isupper() and _BY.match(text, measure.end)
    return bool(beaten) and _BEATS.search(text, 0, measure.start) is not None


_FORGETS = patterns.compiled(r"\s(?:only\s)?[\d.]+\s?(?:\\?%|percent)\s(?:of|the)\b")
"""Behind `forgetting` what is to be forgotten, so that it is no measure: `when forgetting 10% of the data`."""
_LOSS_OF = patterns.compiled(r"\s(?:(?:of|in|by|is|to)\s)?(?:(?:only|just|merely|the|an?)\s|\()*")
_LESS = patterns.compiled(r"\b(?:lower|less|smaller)\s(?:\w+\s)?$")


def _is_quality_lost(text: str, loss: Mention, mentions: list[Mention], found: list[Quantity]) -> bool:
    """Whether `loss` is what becomes of a quality, and no measure: `an accuracy loss of`, `a loss of 0.3%`, `1.1 BLEU loss`, `a 2% loss in fluency`."""
    before = text[: loss.start].rstrip()
    if any(m.kind == "M" and m.end == len(before) and not _LESS.search(text, 0, m.start) for m in mentions):
        return True
    link = _LOSS_OF.match(text, loss.end)
    if (link is None or link[0].startswith((" in ", " of "))) and any(
        q.unit_class in ("percent", "points") and q.last == len(before) for q in found
    ):
        return True
    if link is None:
        return False
    if any(m.kind == "M" and m.start == link.end() for m in mentions):
        return True
    return any(
        q.first == link.end()
        and (
            q.unit_class in ("percent", "points", "measure")
            or any(m.kind == "M" and 0 <= m.start - q.last <= 1 for m in mentions)
        )
        for q in found
    )


def _is_no_measure(text: str, mention: Mention, mentions: list[Mention], found: list[Quantity]) -> bool:
    """Whether a word that names a measure elsewhere says here what is done or what becomes of another."""
    if mention.canonical == "loss":
        return _is_quality_lost(text, mention, mentions, found)
    return mention.canonical == "forgetting" and _FORGETS.match(text, mention.end) is not None


def tape_of(text: str, own: OwnName, found: list[Quantity], literal: list[Mention]) -> Tape:
    """The tape of one sentence whose quantities are `found`, with the names of the lexicon in it, `literal`."""
    # a number inside a name (`SQuAD 2.0`, `top 5`) is no quantity; a name that begins with a quantity's unit is none
    found = [q for q in found if not any(m.start < q.end and q.start < m.end for m in literal)]
    literal = [
        m
        for m in literal
        if not any(q.first < m.end and m.start < q.last for q in found)
        and not (m.kind in "BM" and m.text in own.all)
        and not (m.kind == "M" and (m.text in own.spelt_otherwise or _is_rival(text, m)))
    ]
    literal = [m for m in literal if not _is_no_measure(text, m, literal, found)]
    if own.benchmark is not None:
        literal += unlisted.own_benchmark_mentions(text, own.benchmark.name, literal)
    literal += unlisted.shaped_measures(text, found, literal, own.all)
    shaped = unlisted.shaped_benchmarks(text, literal, own, with_on=bool(found))
    fused = [m for m in shaped if text[m.start : m.end] != m.text]  # the second name of `Kinetics-400/600` is no figure
    found = [q for q in found if q.unit is not None or not any(m.start <= q.start < m.end for m in fused)]
    # `Pond 30K` and `Pond 2.0` are names, and `on Pond 2.5%` holds a figure
    found = [q for q in found if q.unit == "%" or not any(m.start < q.first < m.end for m in shaped)]
    shaped = [m for m in shaped if not any(q.first < m.end and m.start < q.last for q in found)]
    named = [*literal, *shaped]
    return build(text, found, [*named, *unlisted.name_mentions(text, named, found, own.all)])
