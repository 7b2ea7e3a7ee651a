"""Readings: for each quantity of a sentence the rule that is believed, and the rules that lost to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leaderboard import lexicon
from leaderboard.extraction import anchors, own_rules, patterns
from leaderboard.extraction.kinds import TIMED
from leaderboard.extraction.rules import Rule, word_classes
from leaderboard.extraction.tape import Tape


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched a quantity, and the spans of the tape that its slots hold."""

    rule: Rule
    item: int
    start: int
    end: int
    slots: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a quantity was read as: the winning match, or None where nothing spoke for a result."""

    item: int
    match: Match | None
    lost: tuple[Match, ...] = ()


def readings(tapes: Sequence[Tape], papers: Sequence[int]) -> list[list[Reading]]:
    """Of each tape one reading for each of its quantities, in order; `papers` are the numbers of the tapes' papers."""
    each = zip(tapes, anchors.matches(tapes), own_rules.matches(tapes, papers), strict=True)
    return [_readings(tape, matched + own) for tape, matched, own in each]


def _readings(tape: Tape, matched: anchors.Matched) -> list[Reading]:
    found: dict[int, list[Match]] = {}
    for rule, matches in matched:
        seen: dict[int, Match] = {}
        for match in matches:
            slots = {name: match.span(name) for name in match.re.groupindex if match[name]}
            value = next(slots[name] for name in ("value", "from", "to") if name in slots)
            number = tape.item_at(value[0])
            slot = slots.get("measure")
            if _contradicted(tape, number, rule, slot) or _is_of_quality(tape, number, rule, slot):
                continue
            new = Match(rule, number, match.start(), match.end(), slots)
            if number not in seen or _names_measure(tape, new) >= _names_measure(tape, seen[number]):
                seen[number] = new  # of one rule's matches the one that begins nearest counts
        for number, match_ in seen.items():
            found.setdefault(number, []).append(match_)
    out = []
    for index, item in tape.marks:
        if item.kind != "Q":
            continue
        ranked = sorted(found.get(index, []), key=_rank)
        out.append(Reading(index, ranked[0] if ranked else None, tuple(ranked[1:])))
    return out


def _rank(match: Match) -> tuple[int, bool, int, str]:
    """What is less is believed first: the higher priority, then what is read from nearest, the nearer first, then the longer."""
    nearest = "nearest" in match.rule.traits
    return -match.rule.priority, not nearest, -match.start if nearest else match.start - match.end, match.rule.name


def _contradicted(tape: Tape, number: int, rule: Rule, slot: tuple[int, int] | None) -> bool:
    """Whether a quantity's unit says that it is no figure of the quality measure in a rule's slot: `95% mIoU (3 ms)`.

    A share of 100 is in no other unit, save that what places or times a thing is precise in metres or seconds; and a
    measure right behind a figure of its own has that one.
    """
    quantity = tape.items[number].quantities[0]
    if slot is not None and tape.text[slot[0]] == "S" and slot[0] < tape.offsets[number]:
        return quantity.unit_class == "percent" and _OF_QUALITY.match(tape.text, tape.offsets[number]) is not None
    if slot is None or tape.text[slot[0]] not in "MR":
        return False
    index = tape.item_at(slot[0])
    if tape.items[index].kind == "R" and index > number and rule.frame in ("cost", "used"):
        ahead = tape.items[index + 1] if index + 1 < len(tape.items) else None
        between = tape.text[tape.offsets[number] : slot[0]]
        if (ahead is not None and ahead.kind == "M") or _AT_A.search(between):
            return True  # `within 2 N force error`, `less than 4 mm at a distance of`
    physical = quantity.unit_class in _AMOUNTS or (quantity.unit_class == "measure" and quantity.unit not in _OF_RATIOS)
    if not physical and (quantity.unit_class, tape.items[index].kind) != ("percent", "R"):
        return False
    if tape.items[index].kind == "R":
        if quantity.unit_class == "percent":
            mention = tape.items[index].mentions[0]
            behind = tape.items[number + 1] if number + 1 < len(tape.items) else None
            if index > number:
                return mention.text.lower() == "datasets"  # `in over 64% of the datasets`
            return (
                mention.text.lower() in _DATASETS
                or (
                    mention.canonical in _COUNTED and tape.items[number - 1].word == "of"
                )  # `on clean and noisy data of 99%`
                or (behind is not None and behind.kind == "M")  # `than greedy search at 95% recall`
            )
        return quantity.unit_class in ("rate", "measure") and tape.items[index].mentions[0].canonical in _COUNTED
    mention = tape.items[index].mentions[0]
    has_another = quantity.unit_class in _AMOUNTS and (
        index - 1 != number and index > 0 and tape.items[index - 1].kind == "Q" and not TIMED.search(mention.text)
    )
    metric = lexicon.load().metric(mention.canonical or "")
    share = metric is not None and metric.unit == "%" and (metric.general or metric.name) not in _PHYSICAL
    return has_another or share or mention.canonical == "performance"


def _is_of_quality(tape: Tape, number: int, rule: Rule, slot: tuple[int, int] | None) -> bool:
    """Whether a rule would read as faster what is right before a quality measure: `faster, and better by 3% accuracy`.

    So is what its slot holds, where a quality measure follows that: `a 5x improvement in tracking performance`.
    """
    if rule.frame != "faster":
        return False
    if slot is not None and tape.text[slot[0]] == "S" and _OF_QUALITY.match(tape.text, slot[0]):
        return True
    after = _OF_QUALITY.match(tape.text, tape.offsets[number])
    return after is not None and not TIMED.search(tape.items[tape.item_at(after.start("measure"))].mentions[0].text)


_AT_A = patterns.compiled(r" (?:at|for|in|from) (?:an? |the )?$")
_OF_QUALITY = patterns.compiled(r"\S+ (?:of (?:the )?)?(?P<measure>M\d+) ")
_AMOUNTS = frozenset(("time", "rate", "memory", "compute"))
_COUNTED = frozenset(("data", "samples", "demonstrations", "labels"))  # `data at 100 Hz`, `a data set of 12 km`
_DATASETS = frozenset(("dataset", "datasets"))  # `the accuracy on the Heron dataset is 95%`
_PHYSICAL = frozenset(("accuracy", "precision", "error", "error rate", "sensitivity"))
_OF_RATIOS = frozenset(("dB",))
"""Units that a ratio may be told in as well."""


def _names_measure(tape: Tape, match: Match) -> bool:
    """Whether the match has a known measure in its slot."""
    span = match.slots.get("measure")
    return span is None or bool(_KNOWN_MEASURE.match(tape.text, span[0]))


_KNOWN_MEASURE = patterns.compiled(r"[MSR]\d")
_CONTINUES = patterns.compiled(
    r"^ (?:(?!Q\d|F\d|T\d|;|\.|achiev\w+|obtain\w*|reach\w*|attain\w*|outperform\w*|surpass\w*|reduc\w+|requir\w+|while|whereas|yield\w*|result(?:s|ed|ing) in|improv\w+|increas\w+|is|are|was) ?\S+ ){0,12}?"
    r"(?:,|and|\)|or|;|as well as|respectively) (?:(?:(?:the|its|their) )?(?:(?!Q\d|,|;|\.)\S+ ){1,4}by |(?:and|by|up|going|an?|another|around|about|also|finally|the|of|an average of|as well as|respectively|,|\() )*$"
)


_PLACED_FAR = patterns.compiled(
    r" (?:on|in|for|over|at|under|across|against|compared|relative) (?:(?![QFT]\d|[;:.()] |(?:which|that|while|whereas|but|using|with only|is|are|was|were|we|it) |(?:achiev|obtain|reach|attain|outperform|surpass|reduc|requir|yield|improv|increas)\w* )\S+ ){1,24}?"
    r"(?:, and|,|and|as well as) (?:another |about |by |up to )?$"
)
"""Between figures that each tell their place at length: `4% on A of the open sets over the best one, and 5% on B`."""

_STATISTIC_TOO = patterns.compiled(
    r" \( (?:(?:with )?(?:an? |the )?(?:max|maximum|median|mean|average|peak|worst|best|on average|averag\w+) (?:case )?(?:of |is |was |: |= )?)?$"
)
"""Between `an error of 4 mm` and the further figure in brackets behind it, `(maximum of 9 mm)`, `(up to 9 mm)`."""

_STATISTIC_BEHIND = patterns.compiled(r"\S+ (?:on )?average \) ")
"""`by up to 40% (25% on average)`."""
_ASIDE = patterns.compiled(r" \( [^()]*[QFT]\d[^()]*\) ")
"""A bracket that holds a figure of its own, which a list passes over: `by 5.4% on A (47.1 F1), 1.3% on B (48.1 F1)`."""

_CHANGE = "|".join(word_classes()[name] for name in ("improvement", "reduction", "worsening", "faster"))
_HEADED = patterns.compiled(
    rf" (?:(?![QFT]\d|[,;.()])\S+ ){{0,4}}?(?:{_CHANGE}) (?=(?:on|in|for|over|at|under|across|of|against|with|from|compared|relative) )"
)
"""The head of the first figure, which the next ones share: `a 3% improvement on A and 2% on B`."""
_PLACED = patterns.compiled(r"\S+ (?:on|in|for|over|at|under|across|when|without|with|against|compared|relative) ")

_SO_MANY = patterns.compiled(r"(?<![NO]\d{1,3} )Q\d+n (?=\p{L})(?!(?:by|in|on|of|and|or|over) )")
"""How many things there are of a kind, which parts the figures of a list as little as their name: `1.7% on 8 news datasets, 2.9% on`."""

_BARE = patterns.compiled(r"Q\d+n")

_UNPARTED = patterns.compiled(r" on [BN]\d+ ")
"""Between the figures of a list whose commas got lost: `3.7% on A 2.9% on B`."""

_TO_ANOTHER = patterns.compiled(r" (?:M\d+ )?(?:on|for|in) (?:the )?[BNO]\d+ to (?:up to )?")
"""Between the two figures of `gains ranging from 1% on A to 4% on B`."""

_UP_TO_TOO = patterns.compiled(r" (?:, )?and (?:(?:the|its|their) )?(?:(?!Q\d|F\d|T\d|,|;|\.)\S+ ){1,4}$")
"""Between `memory up to 34%` and its sequel `and the boot time up to 18%`."""

_BRACKETED_TOO = patterns.compiled(
    r" (?:respectively )?\) (?:, and|,|and|or|as well as) (?:(?!N\d|Q\d|F\d|T\d|[,;.()]|achiev\w+|obtain\w*|reach\w*|improv\w+|increas\w+|reduc\w+|is|are|while|whereas)\S+ ){1,6}\( (?:by )?$"
)
"""Between `savings in parameters (48x` and its sequel `) and energy (10x`."""


def adds_statistic(tape: Tape, earlier: int, later: int) -> bool:
    """Whether the later quantity, in brackets, is a further figure of what the earlier one measured: `4% (up to 8%)`."""
    between = tape.text[tape.offsets[earlier] : tape.offsets[later]]
    aside = _STATISTIC_TOO.match(" " + between.split(" ", 1)[1])
    if aside is None:
        return False
    if aside[0] != " ( " or _STATISTIC_BEHIND.match(tape.text, tape.offsets[later]):
        return True
    return tape.text[tape.offsets[later] :].split(" ", 1)[0].endswith("^")


def continues(tape: Tape, earlier: int, later: int) -> bool:
    """Whether the later quantity goes on with the earlier one's statement: `by 4% on A, 5% on B and 6% on C`."""
    between = tape.text[tape.offsets[earlier] : tape.offsets[later]]
    if adds_statistic(tape, earlier, later):
        return True
    between = _ASIDE.sub(" ", " " + between.split(" ", 1)[1])
    if not _BARE.match(tape.text, tape.offsets[later]):
        if between == " / ":  # `4 mm/2°`
            return True
        between = _SO_MANY.sub("", between)
    placed = _PLACED.match(tape.text, tape.offsets[later]) is not None
    if (
        _CONTINUES.match(between)
        or (placed and _PLACED_FAR.match(between))
        or _BRACKETED_TOO.match(between)
        or _UNPARTED.fullmatch(between)
        or (_TO_ANOTHER.fullmatch(between) and tape.text.startswith("Q", tape.offsets[later]))
    ):
        return True
    headed = _HEADED.match(between)
    if headed and placed:
        rest = between[headed.end() - 1 :]
        return _CONTINUES.match(rest) is not None or _PLACED_FAR.match(rest) is not None
    return tape.text[tape.offsets[later] :].split(" ", 1)[0].endswith("^") and bool(_UP_TO_TOO.match(between))
