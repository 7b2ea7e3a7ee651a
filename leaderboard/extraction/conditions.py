"""Numbers that tell under what conditions something was tried, or what may come of it: neither is a result."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import Refusal
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.tape import Tape
from leaderboard.model import Kind


def condition(tape: Tape, index: int, kind: Kind, measure: Measure | None) -> Refusal | None:
    """Why the number of an item only tells a condition or a hope, None where it may be a result."""
    quantity, at = tape.items[index].quantities[0], tape.offsets[index]
    if _POTENTIAL.search(tape.text, 0, at):
        return Refusal("what something has the potential for, no result", final=True)
    when = _WHEN.search(tape.text, 0, at) if kind in ("score", "cost", "gain") else None
    if when is not None and not (kind == "cost" and when["little"] and quantity.unit_class != "percent"):
        return Refusal("when something else holds, no result", final=True)
    if quantity.bound == "under" and _is_tried_under(tape, quantity):
        return Refusal("what something was tried under, no amount of a resource", final=True)
    if quantity.unit in _LENGTHS and _is_side(tape, quantity):
        return Refusal("how large something is, no score", final=True)
    if kind == "score" and quantity.unit in _LENGTHS and _is_tried_along(tape, at):
        return Refusal("how far something was tried, no score", final=True)
    if kind in ("score", "gain") and quantity.bound != "under" and _DIFFERENCE.match(tape.text, at):
        return Refusal("the difference of two results, no score", final=True)
    if kind == "score" and measure is not None and _OF_SURROUNDINGS.search(measure.names[0][0]):
        return Refusal("what was aimed at, or what a system was up against, no score", final=True)
    if (
        kind in ("score", "gain", "saving")
        and quantity.bound is None
        and _AT_LEVELS.search(tape.sentence, 0, quantity.first)
    ):
        return Refusal("how much of something was given when another figure was measured, no result", final=True)
    if kind == "score" and quantity.unit == "%" and _AMID.search(tape.sentence, 0, quantity.first):
        return Refusal("how much noise or how little weight something was tried with, no score", final=True)
    if kind in ("score", "cost") and measure is not None and measure.kind == "R" and _is_range_of_trial(tape, at):
        return Refusal("a range within which something was tried, no result", final=True)
    if kind == "score" and measure is not None and measure.kind in "RS" and _TRIED_AT.search(tape.text, 0, at):
        return Refusal("how fast something moved when another figure was measured, no score", final=True)
    if kind == "cost" and quantity.unit_class == "memory" and _is_of_machine(tape, quantity):
        return Refusal("the memory that a machine has, no cost", final=True)
    if kind == "cost" and quantity.unit_class == "memory" and _is_of_collection(tape, quantity):
        return Refusal("how large a collection of data is, no cost", final=True)
    recorded = (
        kind == "cost" and quantity.unit_class == "time" and measure is not None and measure.names[0][1] == "data"
    )
    if recorded and quantity.bound != "under" and _RECORDED.search(tape.text, 0, at):
        return Refusal("how long the recordings of a collection are, no cost", final=True)
    return None


_POTENTIAL = Ending(
    r" potential (?:to (?:(?![QFT]\d|[,;:.()] |(?:and|while|which|as|achieving|reaching) )\S+ ){1,12}|for (?:an? )?)$"
)
"""`has the potential to cut the cost by 40%`, `with the potential for an 8x speedup`."""

_THING = (
    r"(?!(?:using|compared|with|without|by|for|and|is|are|it|they|we|[a-z]+(?:ing|ed)|\w+-shot) )(?:[a-z-]+|[MSR]\d+) "
)
_IS = r"(?:is|are|was|were|exceeds?)"
_WHEN = Ending(
    rf" (?:when|if|whenever|once) (?:(?:the|an?|its|their|each) (?:{_THING}){{1,3}}(?:of (?:(?:the|an?) )?(?:{_THING}){{1,3}})?(?:{_IS}|(?:drops?|falls?|rises?|goes) (?:to|below|above)) "
    rf"|(?:{_THING}){{1,2}}{_IS} )(?P<little>(?:only|just|as (?:low|small) as|reduced to) )?(?:(?:set to|as (?:high|large) as|increased to) )?$"
)
"""`fast when the overlap is less than 30%`, `84% once the noise level exceeds 12 dB`."""

_LENGTHS = frozenset(
    ("km", "kilometers", "m", "meters", "meter", "cm", "mm", "μm", "µm", "nm", "inch", "inches", "pixels", "px")
)
_TIMES = r"[$]?(?:×|[xX*]|/spl times/|\\times|by)[$]?\s?"
_SIDE_AHEAD = patterns.compiled(rf"\s?(?:\(\p{{L}}+\)\s)?{_TIMES}\d")
_SIDE_BEHIND = patterns.compiled(rf"\d\s?(?:\p{{L}}+\s)?(?:\(\p{{L}}+\)\s)?{_TIMES}$")


def _is_side(tape: Tape, quantity: Quantity) -> bool:
    """Whether a length is one side of a thing: `a 3 mm × 18 mm × 14 mm robot`."""
    return bool(
        _SIDE_AHEAD.match(tape.sentence, quantity.last)
        or _SIDE_BEHIND.search(tape.sentence, max(0, quantity.first - 30), quantity.first)
    )


_WAY = r"(?:paths?|routes?|tracks?|trajector(?:y|ies)|courses?|loops?)"
_ON_THE_WAY = r"(?:(?![QFT]\d|[,;:.()] |(?:and|by|with|the|its|our|is|are|was|were|that|which) )\S+ ){0,5}?"
_TRIED_ALONG = Ending(
    rf" (?:(?:over|along|across|covering|traversing) (?:all )?{_ON_THE_WAY}(?:{_WAY}|(?P<known>[MR]\d+)|distances?|lengths?)|for {_ON_THE_WAY}{_WAY}"
    r"|with (?:an? )?(?:total|combined|overall|cumulative) (?:[a-z-]+ ){0,2}(?P<known>[MR]\d+)|(?:composed|consisting|comprised)|with (?:an? )?side[- ]lengths?) of $"
)
"""`an error of 0.5 m over shore distances of 9 m`, `0.2 m over a path-length of 8 m`, `with a total distance traveled of 7 km`."""


def _is_tried_along(tape: Tape, at: int) -> bool:
    """Whether a length is that of the way along which something was tried."""
    tried = _TRIED_ALONG.search(tape.text, 0, at)
    if tried is None or _ABLE.search(tape.text, 0, tried.start() + 1):
        return False
    if tried["known"] is None:
        return True
    return _OF_A_WAY.search(tape.items[tape.item_at(tried.start("known"))].mentions[-1].text) is not None


_ABLE = Ending(r" (?:can|could|able to|capable of) (?:(?![QFT]\d|[,;:.()] )\S+ ){0,12}$")
"""`can jump over a distance of 3 m`."""
_OF_A_WAY = patterns.compiled(
    r"^(?:path|track|route|travel\w*|driving|trajectory|flight)?[ -]?(?:lengths?|distances?)(?: travel+ed)?$",
    regex.IGNORECASE,
)


_UNDER = patterns.compiled(
    r"(?<!\b(?:in|at|to|with|of|for|from|by|is|are|was|were|be|been|being|keep\w*|stay\w*|remain\w*|just|well|only|tak\w+|took|requir\w+|need\w*|us\w+|consum\w+|has|have|having|runs?|and|or|-|,|\()\s?)under\s",
    regex.IGNORECASE,
)
_NO_CIRCUMSTANCE = patterns.compiled(
    r"\s(?:speed-?\s?up|acceler|(?:\p{L}+\s)?(?:compress|reduc|sav)"
    r"|(?:\p{L}+\s)?(?:epochs|steps|iterations)\b(?!\s(?:\p{L}+\s){0,2}(?:settings?|schedules?|regimes?|protocols?)\b))"
)


def _is_tried_under(tape: Tape, quantity: Quantity) -> bool:
    """Whether a bare number or a factor behind `under` is a circumstance: `by 3% under 15 distortions`, `under 2x training`."""
    return (
        quantity.unit_class in ("bare", "factor")
        and quantity.value >= 1
        and _UNDER.match(tape.sentence, quantity.first) is not None
        and not _NO_CIRCUMSTANCE.match(tape.sentence, quantity.last)
    )


_DIFFERENCE = patterns.compiled(
    r"Q\S+ (?:(?:absolute|relative|scores?|points?) |M\d+ )*(?:differences?|discrepanc(?:y|ies)) "
)
_TRIED_AT = Ending(
    r" (?:M\d+ (?:(?:of|is|was|within|under|below|about|only|up|to) )*Q\S+|Q\d+%\S*|Q\d+u_) (?:(?![QFT]\d|[,;:.()] |(?:and|with|which|that|to|its|runs?|running|walk\w*|moves?) )\S+ ){0,14}?"
    r"(?:at|for|under|while [a-z]+ing at) (?:(?![QFT]\d|[,;:.()] )\S+ ){0,4}[RS]\d+ (?:(?:of|up|to|as|high|about|around) )*$"
)
"""`an error of 5 cm at tested speeds up to`, `83% success for all birds while flying at an average speed of`."""

_OF_SURROUNDINGS = patterns.compiled(
    r"\b(?:target|reference|desired|commanded|wind|fluid|ball) (?:[a-z]+ )?(?:speeds?|velocit(?:y|ies)|forces?|torques?)$",
    regex.IGNORECASE,
)
"""`stable at wind speeds of up to 6 m/s`, `a gait with a target speed of 3 m/s`."""
_AT_LEVELS = Ending(
    r"\b(?:[Uu]nder|[Aa]t|[Aa]cross)\s(?:(?:the|an?)\s)?(?:(?!(?:the|with|and)\b)[\w-]+\s){1,4}(?:ratios|levels|budgets|proportions|fractions|percentages),?"
    r"\s\(\s?(?:(?:i\.e\.|e\.g\.),?\s?)?(?:\d[\d.]*\s?(?:\\?%|x|×),?\s+(?:and\s)?)*$"
)
"""`at harsher shrinking levels (6x, 14x)`."""
_AMID = Ending(
    r"\b(?:[Ww]ith|[Aa]t|[Ff]or|[Uu]nder|[Dd]espite|[Aa]s|[Ww]hen|[Tt]o|against|tolerat\w+|handl\w+|withstand\w*)\s(?:(?!and\b|or\b)[\w-]+\s){0,3}"
    r"(?:sparsity|outliers?|noise|corruption|mismatch|contamination|occlusion)(?:\s(?:levels?|rates?|ratios?|percentages?))?\s(?:(?:of|reach\w*|is|are|exceed\w*)\s)?$"
)
"""`accurate for outlier levels above 35%`, `as the noise reaches 40%`."""
_IN_RANGE = Ending(
    r"(?<! result(?:s|ed|ing)?) (?:within|in|under|throughout|over|across) (?:an?|the|its) (?:[a-z-]+ ){0,2}(?P<range>R\d+) (?:of (?:(?:about|only|up|to) )*)?$"
)


def _is_range_of_trial(tape: Tape, at: int) -> bool:
    """Whether a figure is that of a range in which another was measured: `an error of 3° in the motion range of 40°`."""
    found = _IN_RANGE.search(tape.text, 0, at)
    return found is not None and tape.items[tape.item_at(found.start("range"))].mentions[-1].text.lower().endswith(
        "range"
    )


_ON_MACHINE = patterns.compiled(
    r"\b(?:GPUs?|CPUs?|processors?|laptops?|computers?|PCs?|machines?|workstations?|servers?|boards?|microcontrollers?|cards?)"
    r"\s(?:\([^()]*|(?:with|having|has|of|and)\s(?:(?!(?:only|just|merely)\b)[\w.-]+\s){0,6})$"
)


_MACHINE_BEHIND = patterns.compiled(
    r"(?:\s|-)?(?:\(?NVIDIA\s|Nvidia\s)?(?:Tesla\s|GeForce\s|Quadro\s)?(?:RTX\b|GTX\b|[AHVPLT]\d{1,3}\b|Jetson\b)"
)
_MACHINE_OF = Ending(r"\b(?:RTX|GTX|Jetson|GPU|[AHVPLT]\d{2,3})\s(?:(?!memory|RAM|VRAM)[\w-]+\s){0,2}of\s$")
"""`on an RTX 3080 Ti of 16GB memory`."""


def _is_of_machine(tape: Tape, quantity: Quantity) -> bool:
    """Whether memory is what a machine has: `a processor with 20 GB of RAM`, `on a single 80GB A100`."""
    begin = max(0, quantity.first - 80)
    if _MACHINE_BEHIND.match(tape.sentence, quantity.last) or _MACHINE_OF.search(tape.sentence, begin, quantity.first):
        return True
    return quantity.bound is None and _ON_MACHINE.search(tape.sentence, begin, quantity.first) is not None


_COLLECTED = r"(?:data\s?sets?|corpus|corpora|images|videos|pages|scans|recordings|documents)"
_COLLECTION_BEHIND = patterns.compiled(rf"\s(?:{_COLLECTED}|sets? of)\b")
_COLLECTION_AHEAD = Ending(rf"\b{_COLLECTED}\s\((?:\p{{L}}+\s){{0,3}}$")


def _is_of_collection(tape: Tape, quantity: Quantity) -> bool:
    """Whether memory is what a collection of data takes: `a 2.5 TB dataset`, `90,000 scans (35 GB)`."""
    behind = _COLLECTION_BEHIND.match(tape.sentence, quantity.last)
    return behind is not None or _COLLECTION_AHEAD.search(tape.sentence, 0, quantity.first) is not None


_RECORDED = Ending(r" R\d+ (?:(?:of|is|are|was|were|has|with|contains?|totall?ing) )*$")
