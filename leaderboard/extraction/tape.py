"""The tape: a sentence as a line of words and typed marks, which rules are matched against.

`On GSM8K, SORSA achieved 56.03% accuracy` becomes ` on B0 , O1 achieved Q2% M3 `: words in lower case, a mark for every
mention with its number on the tape, one space between. Coordinated quantities (`38.38%, 36.14% and 31.96%`), benchmarks
and measures share one mark, so that a rule sees `Q` where the text lists several.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import regex

from leaderboard.extraction import unlisted
from leaderboard.extraction.mentions import Mention, literal_mentions
from leaderboard.extraction.own_name import OwnName
from leaderboard.extraction.quantities import Quantity

CLASS_MARK = {
    "percent": "%", "points": "p", "factor": "x", "time": "t", "rate": "r", "memory": "b", "compute": "f", "count": "c",
    "measure": "u", "bare": "n",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """One mark or word: where it stands in the sentence and what it holds."""

    kind: str
    start: int
    end: int
    word: str
    quantities: Sequence[Quantity] = ()
    mentions: Sequence[Mention] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Tape:
    """`text` is what rules match; `items[i]` begins at `offsets[i]` of it. No two tapes are equal."""

    sentence: str
    text: str
    items: list[Item]
    offsets: list[int]

    def item_at(self, offset: int) -> int:
        """Index of the item that covers this offset of the tape's text."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def index(self, item: Item) -> int:
        """Index of an item of the tape."""
        return bisect_left(self.items, item.start, key=lambda other: other.start)

    def source(self, start: int, end: int) -> str:
        """The sentence's own words under a span of the tape's text."""
        if end <= start:
            return ""
        first, last = self.items[self.item_at(start)], self.items[self.item_at(end - 1)]
        return self.sentence[first.start : last.end]


_TOKEN = regex.compile(
    r"(?P<no_word>\[\d+(?:[,–-]\s?\d+)*\]|\\[A-Za-z]+)|\b(?:e\.g|i\.e|w\.r\.t|v\.?s|cf|al|resp)\.|\p{L}[\p{L}\d]*(?:[-'’/&.][\p{L}\d]+)*|\d+(?:\.\d+)?|[,;:.()—–|/=<>+-]|--+"
)
_SEPARATOR = {",", "and", "/", "or", "|", "&", "as", "well"}


def build(sentence: str, quantities: list[Quantity], mentions: list[Mention]) -> Tape:
    """The tape of a sentence from its quantities and mentions, which must not overlap one another."""
    items: list[Item] = [Item("Q", q.first, q.last, "", quantities=[q]) for q in quantities]
    for m in mentions:
        items.append(Item(m.kind, m.start, m.end, "", mentions=[m]))
    items.sort(key=lambda item: item.start)
    full: list[Item] = []
    at = 0
    for item in items:
        _words(sentence, at, item.start, full)
        full.append(item)
        at = item.end
    _words(sentence, at, len(sentence), full)
    grouped = _group(full)
    marks = [item.word or _mark(index, item) for index, item in enumerate(grouped)]
    offsets = list(accumulate((len(mark) + 1 for mark in marks[:-1]), initial=1)) if marks else []
    return Tape(sentence, " ".join(("", *marks, "")), grouped, offsets)


def _words(sentence: str, start: int, end: int, into: list[Item]) -> None:
    for match in _TOKEN.finditer(sentence, start, end):
        if match.lastgroup is None:
            word = match[0].lower()
            into.append(Item("w", *match.span(), "vs." if word == "v.s." else word))


def _mark(index: int, item: Item) -> str:
    if item.kind != "Q":
        return f"{item.kind}{index}"
    first = item.quantities[0]
    kind = {"from": "F", "to": "T"}.get(first.from_to, "Q")
    sign = first.sign if first.sign in "+" else ("-" if first.sign else "")
    up_to = {"up to": "^", "under": "_", "over": "!"}.get(first.bound or "", "")
    return f"{kind}{index}{CLASS_MARK[first.unit_class]}{sign}{up_to}"


def _group(items: list[Item]) -> list[Item]:
    """Neighbours of one kind that only `,`, `and` or `/` part become one item."""
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if item.kind in "QBMSR":
            j = i
            while (k := _next_member(items, j, item)) is not None:
                item = _merged(item, items[k])
                j = k
            i = j
        out.append(item)
        i += 1
    return out


_PADDING = {"M": ("score", "scores", "metrics"), "B": ("on", "the", "dataset", "datasets", "benchmark", "benchmarks")}


def _next_member(items: list[Item], i: int, group: Item) -> int | None:
    k = i + 1
    padding = _PADDING.get(group.kind, ())
    while (
        k < len(items)
        and items[k].kind == "w"
        and (items[k].word in _SEPARATOR or items[k].word in padding)
        and k - i <= 3
    ):
        k += 1
    if k >= len(items) or not _alike(group, items[k]):
        return None
    if k == i + 1 and group.kind != "B":
        return k if _same_percent(group, items[k]) else None
    return k if k == i + 1 or group.kind == "B" or any(item.word in _SEPARATOR for item in items[i + 1 : k]) else None


def _same_percent(group: Item, item: Item) -> bool:
    """Two percentages side by side, whose comma got lost: `+23% +20% and +22%`."""
    return group.kind == "Q" and {group.quantities[-1].unit, item.quantities[0].unit} == {"%"}


def _alike(group: Item, item: Item) -> bool:
    if item.kind != group.kind:
        return group.kind in "MSR" and item.kind in "MSR" and {group.kind, item.kind} <= {"S", "R"}
    if group.kind != "Q":
        return True
    last, new = group.quantities[-1], item.quantities[0]
    if last.from_to or new.from_to:
        return False
    same = last.unit_class == new.unit_class and (last.unit == new.unit or last.unit_class == "factor")
    lending = (
        last.unit is None
        and new.unit is not None
        and new.unit_class in ("percent", "points", "factor", "measure", "time")
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


_LOSS_OF = regex.compile(r"\s(?:(?:of|in|by|is|to)\s)?(?:(?:only|just|merely|the|an?)\s|\()*")
_LESS = regex.compile(r"\b(?:lower|less|smaller)\s(?:\w+\s)?$")


def _is_quality_lost(text: str, loss: Mention, mentions: list[Mention], found: list[Quantity]) -> bool:
    """Whether `loss` is what becomes of a quality, and no measure: `an accuracy loss of`, `a loss of 0.3%`, `1.1 BLEU loss`."""
    before = text[: loss.start].rstrip()
    if any(m.kind == "M" and m.end == len(before) and not _LESS.search(text, 0, m.start) for m in mentions):
        return True
    link = _LOSS_OF.match(text, loss.end)
    if link is None:
        return any(q.unit_class in ("percent", "points") and q.last == len(before) for q in found)
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


def tape_of(text: str, own: OwnName, found: list[Quantity]) -> Tape:
    """The tape of one sentence whose quantities are `found`."""
    literal = literal_mentions(text)
    # a number inside a name (`SQuAD 2.0`, `top 5`) is no quantity; a name that begins with a quantity's unit is none
    found = [q for q in found if not any(m.start < q.end and q.start < m.end for m in literal)]
    literal = [
        m
        for m in literal
        if not any(q.first < m.end and m.start < q.last for q in found) and not (m.kind == "B" and m.text in own.all)
    ]
    literal = [m for m in literal if m.canonical != "loss" or not _is_quality_lost(text, m, literal, found)]
    if own.benchmark is not None:
        literal += unlisted.own_benchmark_mentions(text, own.benchmark.name, literal)
    literal += unlisted.shaped_measures(text, found, literal, own.all)
    shaped = unlisted.shaped_benchmarks(text, literal, own, with_on=bool(found))
    fused = [m for m in shaped if text[m.start : m.end] != m.text]  # the second name of `Kinetics-400/600` is no figure
    found = [q for q in found if q.unit is not None or not any(m.start <= q.start < m.end for m in fused)]
    shaped = [m for m in shaped if not any(q.first < m.end and m.start < q.last for q in found)]
    named = [*literal, *shaped]
    return build(text, found, [*named, *unlisted.name_mentions(text, named, found, own.all)])
