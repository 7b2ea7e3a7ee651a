"""What the frame of a rule means of the number at hand: whether it is what was reached or how much was gained."""

from __future__ import annotations

from dataclasses import replace

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.kinds import lower_is_better
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Match, Reading
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape


def meant(tape: Tape, reading: Reading, match: Match, frame: str, measure: Measure | None) -> str:
    """The frame that a rule's number is read in, which is its own unless number, measure or words around speak for another.

    `with an mAP of 3.1%` behind `outperforms` is a gain, `outperforms HeronNet by achieving 99.2%` a score.
    """
    quantity, unsaid = tape.items[reading.item].quantities[0], match.rule.role is None
    if frame == "value" and unsaid:
        if _is_small(quantity, measure):
            frame = _change_before(tape, reading.item, measure) or frame
        elif (
            quantity.unit_class == "percent"
            and quantity.value < 40
            and _THAN.match(tape.text, tape.offsets[reading.item])
        ):
            frame = _compared(tape, reading.item, measure) or frame
    if frame == "value" and unsaid and _is_gap(tape, reading.item, measure):
        frame = "worse"
    if frame == "value" and unsaid and is_loss_left(tape, reading.item):
        frame = "worse"
    if frame == "value" and unsaid and not quantity.from_to and in_points(tape, quantity):
        frame = "up"
    if (
        frame == "value"
        and never_shares(quantity, measure)
        and _RIGHT_BEHIND.search(tape.text, 0, tape.offsets[reading.item])
    ):
        frame = "up"  # `the best PSNR (~3%)`
    if frame == "worse" and quantity.bound == "under" and _is_fallen_to(tape, reading.item, quantity):
        frame = "value"
    if frame in ("value", "used", "cost") and quantity.unit_class == "points" and quantity.value <= 40:
        frame = frame if _ATTAINED.search(tape.text, 0, tape.offsets[reading.item]) else "up"
    if frame in ("up", "beats", "exceeds") and _is_reached(tape, reading.item, match.start):
        frame = "value"
    if frame in ("up", "down") and _is_led_to(tape, reading.item, match.start):
        frame = "value"
    if frame == "up" and (_is_height(tape, reading, match, measure) or _is_jump(tape, reading.item)):
        frame = "value"
    if frame in ("up", "beats") and _is_level(tape, reading.item, measure):
        frame = "value"
    if frame == "value" and unsaid and quantity.unit_class == "percent":
        frame = _bracketed_change(tape, reading.item, measure) or frame
    if frame == "beats" and measure is None and quantity.unit_class == "factor" and not _OF_SPEED.search(tape.sentence):
        frame = "up"  # `beats HeronNet by 2x at stacking`
    if frame == "exceeds" and not unsaid and quantity.unit_class == "bare":
        frame = "up" if 1 <= quantity.value <= 20 else "value"  # `improves with an average of 8.1 BLEU`, `of 0.91 Dice`
    if frame == "exceeds":
        frame = "value" if _is_large(quantity) or _OF_CHANCE.search(tape.text, 0, tape.offsets[reading.item]) else "up"
    return frame


def _is_fallen_to(tape: Tape, index: int, quantity: Quantity) -> bool:
    """Whether a number is what a measure fell below, and not by less than how much: `accuracy drops below 30%`."""
    if not _BELOW.match(tape.sentence, quantity.first):
        return False
    falls = _FALLS.search(tape.text, 0, tape.offsets[index])
    return falls is not None and (falls["surely"] is not None or quantity.value >= _LEVEL or quantity.value < 1)


_BELOW = patterns.compiled(r"(?:below|under)\b")
_FALLS = Ending(
    r" (?:(?P<surely>falls|fell|falling|dropped|dropping|degrad(?:es|ed|ing)|plummet(?:s|ed|ing)?|reduc(?:es|ed|ing)|decreas(?:ed|ing)|lower(?:s|ed|ing)|(?:but|and|to|can|could|may|even) (?:drop|fall|decline)s?)"
    r"|drops|declines|decreases) (?:(?:the|its|their) )?(?:[a-z-]+ ){0,2}?(?:M\d+ (?:(?:of|on) (?:(?![QFT]\d|[,;.()])\S+ ){1,4})?)?$"
)
"""A verb behind which a figure is a level; `drops` may be a noun, too, of which only a small figure is how much."""
_LEVEL = 5
"""Per cent: from here on what `drops below` it is a level."""


_OF_SPEED = patterns.compiled(
    r"\b(?:(?:run|running|computation|computing|execution|planning|training|inference|search|wall-clock|cpu|gpu|processing)?[ -]?(?<!\\)times?|(?<!\d )orders? of magnitude|speed\w*|fast\w*|slow\w*|accelerat\w+|scal(?:es?|ing|able|ability)|efficien\w+|solv\w+|librar\w+|implementations?|(?<!learning )(?<!RL )algorithms?|computation\w*|process(?:es|ing)|latency|throughput|gpus?|cpus?|kernels?|queries|query|compilers?|hardware|parallel\w*|distributed|systems?|workloads?)\b",
    regex.IGNORECASE,
)
"""What says that one system does what another does, only sooner."""


def _is_gap(tape: Tape, index: int, measure: Measure | None) -> bool:
    """Whether a share is how near a measure comes to another's: `an accuracy within 1% of`, `comparable performance (within 2.5%)`."""
    quantity = tape.items[index].quantities[0]
    within = tape.sentence[quantity.first : quantity.start].lower().startswith("within")
    small = quantity.unit_class in ("percent", "points") and quantity.value <= 35
    small = small or (
        quantity.unit_class == "bare"
        and quantity.value <= 10
        and _OF_A_RIVAL.match(tape.text, tape.offsets[index]) is not None
    )
    return within and small and measure is not None and lower_is_better(measure) is False


def is_loss_left(tape: Tape, index: int) -> bool:
    """Whether a number is from where or to where a loss of quality was brought: `reduces the accuracy drop from 12% to 1%`."""
    return tape.items[index].kind in "QFT" and _LOSS_BROUGHT.search(tape.text, 0, tape.offsets[index]) is not None


_LESSENS = r"(?:reduc|lower|cut|mitigat|alleviat|shrink|shrunk|decreas|minimi[sz]|lessen|limit|bring|brought)\w*"
_LOSS = r"(?:M\d+|performance) (?:drop|loss|degradation|decline|deterioration)s?"
_ITS = r"(?:(?![QFT]\d|[,;.:()] |(?:to|from|by|and|but|while) )\S+ ){0,6}"
_LOSS_BROUGHT = Ending(
    rf" (?:{_LESSENS} (?:[a-z]+ ){{0,3}}{_LOSS} {_ITS}|{_LOSS} {_ITS}(?:is|are|was|were|been) (?:[a-z]+ly )?{_LESSENS} (?:down )?)"
    r"(?:from (?:F\S+ to )?|to )(?:(?:only|just|merely|about|less|than|below|under) )*$"
)
_OF_A_RIVAL = patterns.compiled(r"Q\S+ (?:[a-z-]+ )?M\d+ (?:points )?(?:and Q\S+ (?:[a-z-]+ )?M\d+ )?of ")
"""Behind a figure of a metric, a further one or none and what they are near to: `within 1.2 BLEU of the teacher`."""


def _is_reached(tape: Tape, index: int, start: int) -> bool:
    """Whether what a comparison ends in is where it led: `outperforms HeronNet by achieving up to 96.4%`."""
    return _is_large(replace(tape.items[index].quantities[0], bound=None)) and bool(
        _REACHING.search(tape.text, start, tape.offsets[index])
    )


def _is_led_to(tape: Tape, index: int, start: int) -> bool:
    """Whether a verb of change says to what it led: `reduces the pose errors to 0.6 mm`; what it says in factors is a change."""
    quantity = tape.items[index].quantities[0]
    return quantity.unit_class not in ("factor", "bare", "count") and bool(
        _CAME_TO.search(tape.text, start - 1, tape.offsets[index])
    )


def _is_height(tape: Tape, reading: Reading, match: Match, measure: Measure | None) -> bool:
    """Whether a share is what a measure of shares rose to: `pushes the accuracy up to 66.2%`."""
    metric = lexicon.load().metric(measure.names[0][1] or "") if measure is not None else None
    quantity = tape.items[reading.item].quantities[0]
    if metric is None or metric.unit != "%" or quantity.unit_class != "percent" or quantity.value < 40:
        return False
    if in_points(tape, quantity):
        return False
    return bool(_RISEN.search(tape.text, match.start - 1, tape.offsets[reading.item])) and quantity.bound == "up to"


def never_shares(quantity: Quantity, measure: Measure | None) -> bool:
    """Whether a percentage is no value of a measure that is told in decibels or on a scale of its own: `a PSNR of 3%`."""
    metric = lexicon.load().metric(measure.names[0][1] or "") if measure is not None else None
    return quantity.unit_class == "percent" and metric is not None and (metric.unit == "dB" or metric.name in _SCALES)


_SCALES = frozenset(("FID", "sFID", "FVD", "Inception Score", "perplexity", "PESQ", "MOS", "NIQE", "Elo"))


_RIGHT_BEHIND = Ending(r" M\d+ (?:(?:by|\(|:|of) )?$")


def _is_level(tape: Tape, index: int, measure: Measure | None) -> bool:
    """Whether so large a share is how high a measure of shares is: `an F1 of 71.3, higher than`, `gains (96% vs. 90%)`."""
    quantity, at = tape.items[index].quantities[0], tape.offsets[index]
    if quantity.unit_class not in ("percent", "bare") or quantity.value < 45:
        return False
    if quantity.sign or quantity.from_to or in_points(tape, quantity):
        return False
    if quantity.unit == "%" and _PAIRED.match(tape.text, at - 3):
        return True
    metric = lexicon.load().metric(measure.names[0][1] or "") if measure is not None else None
    if metric is None or metric.unit != "%":
        return False
    if (led := _LED_TO.search(tape.text, 0, at)) and (led["of"] or quantity.bound == "up to"):
        return True
    return bool(_REACHED.search(tape.text, 0, at) and _OF_MEASURE.match(tape.text, at))


_PAIRED = patterns.compiled(r" \( Q\S+ (?:M\d+ )?(?:vs|vs\.|versus) (?:only )?Q\d")
_LED_TO = Ending(
    rf"(?<! (?:{word_classes()['improve']}|{word_classes()['improvement']}|gap|margin)(?: [a-z-]+){{0,4}})"
    r" M\d+ (?:scores? )?(?P<of>(?:of|is) )?$|(?P<of> towards )$"
    r"| (?:achiev|obtain|reach|attain)(?:es|ed|ing) (?:an? |the )?(?:[a-z-]+ ){0,2}M\d+ (?:scores? )?(?P<of>of )?$"
)
_REACHED = Ending(r" (?:achiev|obtain|reach|attain)(?:e?s|ed|ing|e)? (?:(?:an?|maximum|average|about|over) )*$")
_OF_MEASURE = patterns.compiled(r"Q\S+ M\d+ (?:[,.;)]|on|in|for|and|with|at|over|when|while|across) ")


def _is_jump(tape: Tape, index: int) -> bool:
    """Whether a length or force is how far a body jumped or what it lifts: `a 30 cm jump`, `jumps of 2.5 body lengths`."""
    quantity = tape.items[index].quantities[0]
    if quantity.unit_class != "measure" or quantity.unit == "dB":
        return False
    return bool(
        _JUMP.match(tape.text, tape.offsets[index])
        or _JUMP_OF.search(tape.text, tape.offsets[max(0, index - 5)] - 1, tape.offsets[index])
    )


_JUMP = patterns.compiled(r"Q\S+ (?:(?:(?!and |of |in )[a-z-]+ )?(?:jumps?|leaps?) (?!in |of )|(?:of )?lift )")
_JUMP_OF = Ending(r" (?:jumps?|leaps?|lift) (?:of|is|was) (?:(?:about|an?|more|than) )*$")
_CAME_TO = Ending(
    rf" (?:{word_classes()['improve']}|{word_classes()['reduce']}) (?:(?!(?:by|due|compared|lead\w*|from|in|gap) |[,(])\S+ ){{0,6}}(?:to|towards?) (?:(?:about|around|only|just|less|more|than|below|levels? of) )*$"
)
_RISEN = Ending(
    r" (?:push|rais|lift|boost|improv|increas|enhanc|elevat)(?:e?s|e?d|e|ing)? (?:(?!by |of |\(|,|\w+ly )\S+ ){1,6}$"
)
_ATTAINED = Ending(
    r"(?<! (?:by|gains?|improvements?|which|it)) (?:achiev|obtain|reach|attain|scor)(?:e?s|ed|ing|e)? (?:(?:about|over|an?|the|up|to|average) )*$"
)
"""Before what a system reached, even if that is counted in points: `our model obtains 30.2 BLEU points`."""
_REACHING = Ending(
    r" (?:(?:achieving|reaching|attaining|obtaining|scoring|enjoying) (?:(?:up|to|about|over|an?|the) )*(?:M\d+ (?:scores? )?of )?|by (?:[a-z-]+ ){0,3}M\d+ (?:scores? )?of )$"
)
_OF_CHANCE = Ending(r" than (?:the )?(?:chance|random)(?: [a-z-]+)? (?:\( |of |at )$")


_BRACKETED = Ending(
    rf" (?:(?P<more>improved|improving|improves|enhanced|enhancing|better|boost\w*)|(?P<less>{word_classes()['reduce']})) "
    r"(?:(?!(?:to|by|from|and|with) )[a-z-]+ ){0,4}(?:M\d+ \( Q\S+ \) (?:, |and )*)*(?P<measure>M\d+) \( (?:(?:by|average|avg|mean) )*$"
)


def _bracketed_change(tape: Tape, index: int, measure: Measure | None) -> str | None:
    """The frame of a share in brackets behind what became better, where that is not told in shares, or not `up to` one.

    `an improved Chamfer distance (12.3%)`, `reducing the failures (up to 47%)`; `a better accuracy (95%)` is a score.
    """
    found = _BRACKETED.search(tape.text, tape.offsets[max(0, index - 24)] - 1, tape.offsets[index])
    if found is None or measure is None:
        return None
    metric = lexicon.load().metric(measure.names[0][1] or "")
    in_shares = metric is None or metric.unit == "%" or metric.direction is None
    if in_shares and not (found["less"] and tape.items[index].quantities[0].bound == "up to"):
        return None
    return "up" if found["more"] else "down"


_POINTS = patterns.compiled(r"\s?(?:pp|p\.p\.|percent(?:age)?[- ]points?)\b", regex.IGNORECASE)


def in_points(tape: Tape, quantity: Quantity) -> bool:
    """Whether a percentage is one of points, which only a difference is: `58.3% on STL-10 (4.7 pp)`."""
    return bool(_POINTS.search(tape.sentence, quantity.end, quantity.last + 2))


def _is_small(quantity: Quantity, measure: Measure | None) -> bool:
    """Whether so low a percentage of what should be high would be a poor result, so that it rather is a change."""
    highest = quantity.value if quantity.value_to is None else quantity.value_to
    if quantity.unit != "%" or quantity.from_to:
        return False
    return highest < 18 if measure is None else highest < 9 and lower_is_better(measure) is False


def _is_large(quantity: Quantity) -> bool:
    """Whether a percentage is too high for a margin that nothing else marks as one: `surpassing the 58.5% obtained by`."""
    return quantity.unit == "%" and quantity.value >= 40 and not quantity.sign and quantity.bound is None


_WORDS = word_classes()
_CHANGED = patterns.compiled(
    rf" (?<! (?:no|without|any) )(?:(?:{_WORDS['improve']}|{_WORDS['improvement']}|{_WORDS['outperform']})|(?P<worse>{_WORDS['worsen']}|{_WORDS['worsening']}|{_WORDS['reduce']}|{_WORDS['reduction']}))"
    rf" (?:R\d+ sets? |(?!(?:{_WORDS['achieve']}|from|than|to|while|whereas|;|:|\.|[QFT]\d\S*) )\S+ ){{0,12}}(?<! \( )$"
)


_COMPARED = patterns.compiled(
    rf" (?:(?:{_WORDS['higher']})|(?P<worse>{_WORDS['lower']})) (?:(?!{_WORDS['approach']})[a-z-]+ )?M\d+ (?:of |\( (?:absolute |relative )?)$"
)
_THAN = patterns.compiled(r"\S+ (?:\) )?than ")


def _compared(tape: Tape, index: int, measure: Measure | None) -> str | None:
    """The frame of the comparison right before an item: `a higher mAP of 3.1%`, `a lower error (7.8%) than`."""
    change = _COMPARED.search(tape.text, max(0, tape.offsets[max(0, index - 14)] - 1), tape.offsets[index])
    if change is None:
        return None
    falls = change["worse"] is not None
    return "up" if falls == (measure is not None and lower_is_better(measure) is True) else "worse"


def _change_before(tape: Tape, index: int, measure: Measure | None) -> str | None:
    """The frame of the change that governs an item: `outperforms HeronNet on crowds with an mAP of 3.1%`, `a higher mAP of 3.1%`.

    What stands in brackets after a benchmark is the change there, `gains on A (1.7%)`; after a system's name it is its score.
    """
    if compared := _compared(tape, index, measure):
        return compared
    begin, end = max(0, tape.offsets[max(0, index - 14)] - 1), tape.offsets[index]
    if index > 1 and tape.items[index - 1].word == "(" and tape.items[index - 2].kind == "B":
        end = tape.offsets[index - 1]
    change = _CHANGED.search(tape.text, begin, end)
    return None if change is None else "worse" if change["worse"] else "up"
