"""What makes a result comparable or not: which of the settings that a sentence names belong to a figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.tape import Tape
from leaderboard.lexicon import directions, settings
from leaderboard.lexicon.settings import Named

_JOINS = patterns.compiled(
    r"(?:\s(?:settings?|tasks?|classification|accuracy|quantization|weights|(?:\p{Lu}[\w-]*\s)?models?|versions?|variants?|parameters))?"
    r"(?:,\s|\s?/\s?|,?\s(?:and|or|&|versus|vs\.?)\s)(?:(?:the|a|an|on|in|with|using|for|at)\s){0,2}(?:\d-way\s|(?:[\w.]+[-\s])?)"
)
_PARTS = patterns.compiled(r"[,;:()]|\b(?:and|while|whereas|but|respectively)\b|(?<=\d)\s?\\?%")
_CLAUSES = patterns.compiled(r"[;:]|\b(?:while|whereas|but|and|respectively)\b|(?<=\d)\s?\\?%")
_ELSEWHERE = patterns.compiled(r";|\b(?:while|whereas|but)\b|\band\s(?:on|in|for|with|under|at)\b")
_SET_ANEW = patterns.compiled(r";[^;]*\b(?:fine-?tun|finetun|train|supervis|without|full)[^;]*$", regex.IGNORECASE)
_REACH = 90
_SIZE_REACH = 200
_BEGINS = patterns.compiled(r"\s*(?:[\w-]+,?\s){0,4}?")
"""All that may stand before what is said of a whole sentence: `Specifically, for a`."""
_OPENS = patterns.compiled(
    r"\s*(?:\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?,\s)?(?:[Ii]n|[Uu]nder|[Ww]ith|[Ff]or|[Aa]t|[Uu]sing)\s(?:(?:an?|the|our|only|just|challenging|extreme|strict)\s)*"
)
_OPENED = patterns.compiled(r"(?:\s[\w-]+){0,3},\s")
"""Around what a whole sentence is told of: `Under W4A4 quantisation, ...`."""
_PART, _FARTHEST = 60, 220
"""As how many characters a comma, an `and` or another figure counts that stands between a setting and a figure, and how
far a setting may be that follows its figure, all counted: what comes later belongs to a later figure soon."""

_COMPARED = patterns.compiled(
    r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|match(?:es|ing)?)\s(?:(?!on\b|with\b|using\b|when\b|[^,;]*\d\s?%)[^\s,;]+\s){0,6}(?:[^\s,;]+,\s(?:[\w.]+[-\s])?)?(?:[\w.]+[-\s]){0,3}[(]?$"
    r"|\b(?:than|over|rival(?:s|ing)?|against|versus|vs\.?|compar\w+\s(?:to|with)|comparable\sto|up\sto|to|from|between|above|below|under|least|most|by)\s"
    r"(?:(?:the|an?|its|much|larger|bigger|frozen|existing|state-of-the-art)\s)*(?:[\p{Lu}\d][\w.]*[-\s])*$|[(,\s](?:sub-|>|<|≥|≤|~?\d\S*\s?[-–])$"
)
_GOES_ON_AS = patterns.compiled(
    r"\s?(?:teacher|judge|reward|verifier|draft|target|critic|counterparts?|baselines?|rivals?)\b", regex.IGNORECASE
)
"""What a model is compared with or made from, whose size is not that of the result: `than LLaMA-13B`, `a 70B teacher`."""
_COORDINATED = patterns.compiled(
    r"[^\w(]*(?:(?:and|but|or|versus|vs\.?|from|to|while|whereas)\s)?(?:(?!by\b|\w+ing\b)[\w-]+\s){0,3}[(~$]?"
)
_LAST_LINK = patterns.compiled(
    r"(?:, (?:and |or |but )?|(?:and|or|but|while|to) )(?!.*(?:, | and | or | but | while | to ))"
)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A setting that a figure may be in: how far it is, whether in the figure's clause, and its name."""

    away: int
    near: bool
    name: str


def held(
    tape: Tape, item: int, quantity: Quantity, results: Collection[int] = (), place: Mention | None = None
) -> Mapping[str, str]:
    """For each aspect the setting that a quantity of an item belongs to; an aspect of which none is near is left out.

    `results` are the items that hold results, `place` is the benchmark it was measured on. As many settings in a row as
    the item lists quantities go pairwise, and as many as the sentence lists `respectively`. Else it is the nearest, at
    most 90 characters away, where one in the figure's own part of the sentence is nearer than one beyond a comma or
    another figure; one of another aspect than the nearest must stand in the figure's own clause. What one figure has
    right behind it is not another one's of the same measure and place; what a benchmark has is not another benchmark's.
    """
    named, masked = _settings(tape)
    if not named:
        return {}
    figures = _Figures(tape, masked, item, results, place)
    listed = tape.items[item].quantities
    turn = next((i for i, one in enumerate(listed) if one.start == quantity.start), 0)
    # What a figure itself says (`with 10% of the labels`) is not its setting.
    stated = {one.aspect for one in named if one.start < figures.end and figures.begin < one.end}
    others = [one for one in named if one.aspect not in stated]
    found: dict[str, _Bound] = {}
    for aspect in dict.fromkeys(one.aspect for one in others):
        rows = list(_in_rows(tape.sentence, [one for one in others if one.aspect == aspect]))
        chosen = figures.paired(rows, turn) or figures.nearest(rows, aspect)
        if chosen and chosen.name:
            found[aspect] = chosen
    apart = {settings.SIZE, directions.ASPECT}
    nearest = min((one.away for aspect, one in found.items() if aspect not in apart), default=None)
    return {aspect: one.name for aspect, one in found.items() if one.near or aspect in apart or one.away == nearest}


def setting(found: Mapping[str, str], benchmark: str | None) -> str | None:
    """The settings of a claim, as it holds them. The split that is usual on the benchmark goes without saying."""
    entry = lexicon.load().benchmark(benchmark) if benchmark else None
    usual = entry.usual_split if entry else lexicon.USUAL_SPLIT
    return settings.told({aspect: name for aspect, name in found.items() if name != usual}, benchmark)


def of_paper(title: str, sentence: str) -> Mapping[str, str]:
    """For each aspect the setting that a paper's title says its scores are in, where the sentence itself names no other."""
    named = [(one.aspect, name) for one in settings.named_in(sentence) for name in one.names]
    return {
        aspect: name
        for aspect, name in settings.titled(title).items()
        if all(each == (aspect, name) for each in named if each[0] == aspect)
    }


def model_size(found: Mapping[str, str], method: str) -> float | None:
    """Billions of parameters of the model that a result is of, from the method's name or else from the sentence."""
    named = settings.size_named(method)
    size = found.get(settings.SIZE)
    return named if named is not None or size is None else settings.billions(size)


@lru_cache(maxsize=1)  # the same for each figure of a sentence
def _settings(tape: Tape) -> tuple[tuple[Named, ...], str]:
    """What a tape's sentence names of settings, and the sentence with blanks in their places."""
    benchmarks = [item for _, item in tape.marks if item.kind == "B"]
    named = tuple(
        one
        for one in _named(tape.sentence)  # `KTH-TIPS-2b` is no model.
        if one.aspect != settings.SIZE or all(one.end <= each.start or one.start >= each.end for each in benchmarks)
    )
    masked = tape.sentence
    for one in named:
        masked = masked[: one.start] + " " * (one.end - one.start) + masked[one.end :]
    return named, masked


def _named(sentence: str) -> tuple[Named, ...]:
    """All settings, sizes and directions of a sentence, without what is only said of what it compares with."""
    return tuple(
        one
        for one in (*settings.named_in(sentence), *directions.named_in(sentence))
        if not (
            (_COMPARED.search(sentence, 0, one.start) or _GOES_ON_AS.match(sentence, one.end))
            if one.aspect == settings.SIZE
            else (one.aspect in ("ensemble", "precision", "oracle") and _THAN.search(sentence, 0, one.start))
            or (one.aspect == settings.EXTRA_DATA and _THAN_SYSTEM.search(sentence, 0, one.start))
            or (
                one.aspect == settings.SHOTS
                and _OF_RIVAL.search(sentence, 0, one.start)
                and not _RIVAL_HAS_FIGURE.match(sentence, one.end)
            )
        )
    )


_THAN = patterns.compiled(
    r"\b(?:than|over|against|versus|vs\.?|compar\w+\s(?:to|with))\s(?:(?:the|an?|its|in|using|with)\s)*$",
    regex.IGNORECASE,
)


_THAN_SYSTEM = patterns.compiled(
    r"\b(?:than|over|against|versus|vs\.?|(?:compar|simil)\w+\s(?:to|with)|outperform\w*|surpass\w*|match\w*)\s(?:[^\s,;.]+\s){1,3}$"
)  # `comparable to HeronNet pre-trained on more data`
_OF_RIVAL = patterns.compiled(
    r"\b(?:than|over|against|versus|vs\.?|(?:compar\w+|relative)\s(?:to|with)|outperform\w*|surpass\w*|exceed\w*|beat\w*)\s(?:both\s)?"
    r"(?:(?:the|its|an?|our|their|standard|regular|simple|plain|naive|vanilla|baselines?|original|base|pure|direct)\s)*$"
)
"""What a trained one is compared with: `over its zero-shot teacher`, but not `over previous zero-shot methods`, of which it is one."""
_RIVAL_HAS_FIGURE = patterns.compiled(r"(?:\s(?!by\b|with\b|and\b|while\b)[^\s,;.()]+){0,5}\s[\[(]?[~$]?\d")
"""`than few-shot HeronNet (41%)`, `over a zero-shot accuracy of 41%`."""


class _Figures:
    """The figures of a sentence as an item sees them, and the settings between them."""

    def __init__(self, tape: Tape, masked: str, item: int, results: Collection[int], place: Mention | None) -> None:
        self.tape, self.item, self.place = tape, item, place
        listed = tape.items[item].quantities
        self.begin, self.end = listed[0].first, listed[-1].last
        # The figures of other settings (`10% of the labels`) are not figures that stand between.
        self.masked = masked
        self.all = [k for k in sorted({item, *results}) if k == item or not masked[tape.items[k].start].isspace()]
        unit = listed[0].unit_class
        self.alike = [k for k in self.all if tape.items[k].quantities[0].unit_class == unit]

    def paired(self, rows: list[Named], turn: int) -> _Bound | None:
        """The setting of the same place in a row as long as the list of quantities, or as all of the sentence's figures."""
        listed = self.tape.items[self.item].quantities
        in_turn = "respectively" in self.tape.text
        if in_turn and len(rows) > 1 and self._go_together(rows):
            names = tuple(name for row in rows for name in row.names)
            rows = [*rows, Named(rows[0].start, rows[-1].end, rows[0].aspect, names)]
        for row in rows:
            if len(row.names) == len(listed) > 1:
                return _Bound(0, True, row.names[turn])
        first, last = self.tape.items[self.alike[0]], self.tape.items[self.alike[-1]]
        single = all(len(self.tape.items[k].quantities) == 1 for k in self.alike)
        for row in rows if in_turn and single else ():
            if self._changes == len(row.names) > 1:
                return _Bound(0, True, row.names[self.alike.index(self.item) % len(row.names)])
            if len(row.names) == len(self.alike) > 1 and (row.end <= first.start or row.start >= last.end):
                return _Bound(0, True, row.names[self.alike.index(self.item)])
        return None

    def _go_together(self, rows: list[Named]) -> bool:
        """Whether settings stand all before or all behind the figures, parted by commas and `and` but by no figure."""
        items, begin, end = self.tape.items, rows[0].start, rows[-1].end
        return not any(begin < items[k].start < end for k in self.all) and all(
            _LINKED.search(self.masked, one.end, other.start) for one, other in pairwise(rows)
        )

    def nearest(self, rows: list[Named], aspect: str) -> _Bound | None:
        """The nearest setting of an aspect, before or behind the figures."""
        before = [row for row in reversed(rows) if row.start < self.begin]
        behind = [row for row in rows if row.start >= self.begin]
        reach = _SIZE_REACH if aspect == settings.SIZE and len(rows) == 1 else _REACH
        if aspect == settings.SUBSET and len(rows) == 1 and _BEGINS.fullmatch(self.tape.sentence, 0, rows[0].start):
            reach = len(self.tape.sentence)  # `On a subset of Ponds, ...`
        elif (
            len(rows) == 1
            and _OPENS.fullmatch(self.tape.sentence, 0, rows[0].start)
            and _OPENED.match(self.tape.sentence, rows[0].end)
        ):
            reach = len(self.tape.sentence)
        found = [one for side in (before, behind) if (one := self._first(side, reach)) is not None]
        return min(found, key=lambda one: one.away, default=None)

    def _first(self, rows: list[Named], reach: int) -> _Bound | None:
        """The first of the settings on one side, the nearest first; None where that is another figure's."""
        for row in rows:
            before = row.start < self.begin
            between = self.masked[row.end : self.begin] if before else self.masked[self.end : row.start]
            if self._is_elsewhere(row):
                continue
            if len(between) > reach or (_SET_ANEW if before else _ELSEWHERE).search(between):
                return None
            if (row.aspect == settings.SIZE and len(set(row.names)) > 1) or self._is_anothers(row, before):
                return None
            bracketed = not before and _IN_BRACKET.fullmatch(between)
            apart = _ASIDE.sub("", between)
            away = 0 if bracketed else len(apart) + _PART * len(_PARTS.findall(apart))
            if before or away <= _FARTHEST:
                return _Bound(away, not _CLAUSES.search(apart), row.names[-1 if before else 0])
        return None

    def _is_elsewhere(self, row: Named) -> bool:
        """Whether a setting is told of another benchmark than the figure's: `on CIFAR-10 with 4000 labels`."""
        if self.place is None:
            return False
        for each in self.tape.items:
            if each.kind != "B" or each.start > row.start:
                continue
            if row.end <= each.end or (
                each.end <= row.start and _OF_PLACE.fullmatch(self.masked[each.end : row.start])
            ):
                return not any(_same_place(one, self.place) for one in each.mentions)
        return False

    def _is_anothers(self, row: Named, before: bool) -> bool:
        """Whether a setting is told of another figure: `76% (7B) and 81%`, `76% with 5 shots, and 81%`, `76% and 81% in 4 bits`."""
        items = self.tape.items
        if before:
            other = max((k for k in self.all if items[k].end <= row.start), default=None)
            if other is None:
                return False
            if self._are_ends(other, self.item):
                return True
            link = self.masked[row.end : self.begin]
            if _IN_BRACKET.fullmatch(self.masked, items[other].end, row.start) and ")" in link:
                return True
            goes_on = _COORDINATED.fullmatch(link) and _LINKED.search(link)
            return bool(goes_on) and not self._differ(other, self.item)
        asides = [match.span() for match in _ASIDE.finditer(self.masked, self.end, row.start)]
        between = [
            k
            for k in self.all
            if self.end <= items[k].start
            and items[k].end <= row.start
            and not any(begin < items[k].start < end for begin, end in asides)
        ]
        if between and not self._are_ends(self.item, between[-1]):
            return not self._differ(self.item, between[0])
        later = min((k for k in self.alike if items[k].start >= row.end), default=None)
        return (
            later is not None
            and bool(_LINKED.search(self.masked, self.end, row.start))
            and not _LINKED.search(self.masked, row.end, items[later].start)
        )

    def _are_ends(self, first: int, second: int) -> bool:
        """Whether two figures are the ends of one change: `from 76% to 81% with 5 shots`."""
        ends = [self.tape.items[k].quantities[0].from_to for k in (first, second)]
        return ends == ["from", "to"]

    @property
    def _changes(self) -> int:
        """How many changes all figures are the ends of: two in `from 31% and 24% to 22% and 17%`; 0 where some are not."""
        ends = [self.tape.items[k].quantities[0].from_to for k in self.alike]
        count = len(ends) // 2
        return count if ends == ["from"] * count + ["to"] * count else 0

    def _differ(self, first: int, second: int) -> bool:
        """Whether two figures are of different measures or places, so that what is said of one may hold for both."""
        tape = self.tape
        link = tape.text[tape.offsets[first] : tape.offsets[second]].split(" ", 1)[1]
        after = tape.text[tape.offsets[second] :].split(" ", 1)[1]
        last = _LAST_LINK.search(link)
        return bool(_MEASURED.search(link, last.end() if last else 0)) or bool(
            _MEASURED.search(link) and _MEASURED_NEXT.match(after)
        )


def _same_place(one: Mention, other: Mention) -> bool:
    return (one.canonical or one.text) == (other.canonical or other.text)


_OF_PLACE = patterns.compiled(
    r"(?:'s|\sdatasets?|\sbenchmarks?|\s20\d\d)?(?:\s\(?|,\s)?(?:(?:with|using|under|in|at|given)\s)?(?:(?:only|just|the|a)\s)?"
)
_IN_BRACKET = patterns.compiled(r"\s(?:[\w-]+\s){0,2}[(\[](?:[\w-]+\s){0,2}")
_ASIDE = patterns.compiled(r"\([^()]*\)")
_LINKED = patterns.compiled(r"[,;]|\b(?:and|but|or|to|versus|vs|while|whereas)\b")
_MEASURED = patterns.compiled(r"(?:^|(?<= ))(?:[MB]\d|top-)")
_MEASURED_NEXT = patterns.compiled(r"(?:(?![QFT]\d|, |and )\S+ ){0,6}?(?:[MB]\d|top-)")


def _in_rows(sentence: str, named: list[Named]) -> Iterator[Named]:
    """The settings of one aspect, those that a comma or `and` joins together."""
    row: Named | None = None
    for one in named:
        if row and _JOINS.fullmatch(sentence, row.end, one.start):
            row = Named(row.start, one.end, row.aspect, row.names + one.names)
        else:
            if row:
                yield row
            row = one
    if row:
        yield row
