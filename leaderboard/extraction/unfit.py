"""Numbers that a rule read but that can be no claim of their kind: settings, sizes, counts, what is out of range."""

from __future__ import annotations

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.conditions import condition
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import Refusal
from leaderboard.extraction.frames import is_loss_left
from leaderboard.extraction.kinds import measure_class
from leaderboard.extraction.measure_nearest import nearest_measure
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Reading
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.model import Kind


def unfit(tape: Tape, reading: Reading, kind: Kind, measure: Measure | None) -> Refusal | None:
    """Why the number of a rule can be no claim of its kind, None where it can."""
    quantity, match = tape.items[reading.item].quantities[0], reading.match
    assert match is not None
    if quantity.from_to and _is_varied(tape, reading.item):
        return Refusal("a range of what was varied, no change of a result", final=True)
    if only := match.rule.only_of:
        if measure is None or measure.names[0][1] not in only:
            return Refusal(f"its rule reads {' and '.join(only)} alone")
    elif quantity.unit_class == "bare" and not _bare_result(
        tape, reading.item, quantity, measure, kind, match.rule.priority
    ):
        return Refusal("a number without a unit needs its measure beside it")
    if quantity.from_to and measure is None and not quantity.unit and not _is_changed(tape, reading.item):
        return Refusal("nothing says what went from one number to the other")
    if quantity.from_to and kind in ("score", "cost") and _SET_FROM.search(tape.text, 0, _begins(tape, reading.item)):
        return Refusal("a range of what was set, no change of a result", final=True)
    if quantity.from_to and kind in ("score", "cost") and _is_range_of_setting(tape, reading.item, quantity):
        return Refusal("a range of what was varied, no change of a result", final=True)
    if quantity.from_to == "from" and is_loss_left(tape, reading.item):
        return Refusal("a loss that there was before, no result", final=True)
    if 360 in (quantity.value, quantity.value_to) and quantity.unit in _ANGLES:
        return Refusal("a full turn, no result", final=True)  # `a 360-degree lens`, `turns its head by 360°`
    if refusal := _no_rate(tape, reading, kind, measure):
        return refusal
    if refusal := condition(tape, reading.item, kind, measure):
        return refusal
    if kind != "score" and _counts_a_collection(tape, quantity):
        return Refusal("how much larger a collection of data is, no result", final=True)
    if kind == "gain" and _is_of_larger_things(tape, reading.item, quantity):
        return Refusal("how much more or larger the things are that something was tried with, no result", final=True)
    if kind == "score":
        return _no_score(tape, reading, measure, match.rule.frame)
    if kind == "cost":
        return _no_cost(tape, reading, measure)
    if kind == "gain" and match.rule.priority < 30 and _DOES_SO.match(tape.text, match.start):
        return Refusal("what a body does or whom a system helps rises by nothing")
    if kind == "gain" and _is_needed(tape, reading.item):
        return Refusal("how much more of something is needed, no gain", final=True)
    if kind == "gain" and quantity.unit_class in ("measure", "time") and _is_of_a_thing(tape, reading.item):
        return Refusal("how large, heavy or old a thing is, no gain", final=True)
    if kind == "gain" and quantity.unit in _OF_PLACES and (refusal := _is_of_a_body(tape, reading.item, measure)):
        return refusal
    return _no_change(quantity, kind, measure)


def _no_score(tape: Tape, reading: Reading, measure: Measure | None, frame: str) -> Refusal | None:
    """Why a number is no score, where it is none."""
    quantity = tape.items[reading.item].quantities[0]
    if quantity.unit_class == "factor" and frame != "multiple":
        return Refusal("a factor is no score")
    if quantity.unit_class == "count":
        return Refusal("so many thousands or millions of something are no score")
    if quantity.unit_class == "percent" and _is_share_of_things(tape, reading):
        return Refusal("a share of things of which nothing says that they were handled, no score")
    if not _plausible(quantity, measure):
        return Refusal(
            f"{quantity.value:g} lies outside the range of {measure.names[0][0] if measure else 'its metric'}"
        )
    if measure is not None and measure.names[0][1] in ("agreement", "kappa") and _ANNOTATORS.search(tape.sentence):
        return Refusal("how far annotators agree is no result of a system", final=True)
    if measure is not None and _DATA_HAVE.search(tape.sentence, 0, quantity.start):
        return Refusal("what a collection of data is like, no score", final=True)
    if measure is not None and measure.kind == "M":
        if _GIVEN.search(tape.text, 0, tape.offsets[reading.item]):
            return Refusal("what was given when something else was measured, no score", final=True)
        if _is_operating_point(tape, reading.item, quantity, measure):
            return Refusal("the point at which something else was measured, no score", final=True)
        if _BETWEEN_TWO.match(tape.text, tape.offsets[reading.item]):
            return Refusal("the difference of two results, no score", final=True)
        if quantity.unit_class == "time" and _AT_WHICH.search(tape.sentence, 0, quantity.start):
            return Refusal(f"the time after which {measure.names[0][0]} was measured, no score")
    if measure is not None and quantity.unit_class == "measure":
        if quantity.unit in _OF_BODIES and _DIMENSION.search(measure.names[0][0]):
            return Refusal("how large something is, no score", final=True)
        if measure.kind == "M" and _is_stretch(tape, reading.item):
            return Refusal("the stretch that a result was measured over, no score", final=True)
        if measure.names[0][1] == "distance" and _SPANNED.search(tape.text, 0, tape.offsets[reading.item]):
            return Refusal("a range within which something was tried, no score")
    if quantity.unit in _OF_BODIES and _BODY.match(tape.text, tape.offsets[reading.item]):
        return Refusal("how heavy or how large a machine is, no score", final=True)
    return None


def _is_operating_point(tape: Tape, index: int, quantity: Quantity, measure: Measure) -> bool:
    """Whether a round share of one error is where the other was read: `63% recall at 100% precision`."""
    return (
        quantity.unit_class == "percent"
        and quantity.value in _ROUND
        and quantity.bound is None
        and _POINT.search(measure.names[0][0]) is not None
        and _AT_POINT.search(tape.text, 0, tape.offsets[index]) is not None
    )


_ROUND = frozenset((0, 0.01, 0.1, 1, 2, 5, 10, 20, 80, 90, 95, 99, 99.9, 100))
_POINT = patterns.compiled(
    r"\b(?:precision|recall(?:@\d+)?|specificity|sensitivity|tpr|fpr|far|frr|fmr|error rate|(?:true|false) (?:positive|alarm|accept|match)\w*(?: rate)?)$",
    regex.IGNORECASE,
)
_AT_POINT = Ending(r" (?:at|for) (?:an? |the )?(?:fixed |same )?$")


def _no_cost(tape: Tape, reading: Reading, measure: Measure | None) -> Refusal | None:
    """Why a number is no cost, where it is none."""
    quantity = tape.items[reading.item].quantities[0]
    if measure is not None and _DELAY.search(measure.names[0][0]) and _is_set(tape, reading.item):
        return Refusal("a delay that something was tried under, no cost", final=True)
    if quantity.unit == "%" and measure is not None and _ABILITY.fullmatch(measure.names[0][0]):
        return Refusal("a share of what a machine is able to do or of its weight, no cost")
    if quantity.unit == "%" and measure is not None and _is_of_cases(tape, reading.item, measure):
        return Refusal("a share of cases that went well, no cost")
    if quantity.unit == "%" and _WITHIN.match(tape.sentence, quantity.first):
        return Refusal("how far something is off, no cost")  # `finds the pond within 4% of its true area`
    if quantity.unit == "%" and quantity.value == 100 and measure is not None and measure.names[0][1] in _GIVEN_WHOLE:
        return Refusal("all of the data, no cost", final=True)
    if (
        measure is not None
        and measure.names[0][1] == "samples"
        and _HAVE.search(tape.text, 0, tape.offsets[reading.item])
    ):
        return Refusal("how many samples something has, no cost", final=True)
    parameters = quantity.unit_class == "count" and measure is not None and measure.names[0][1] == "parameters"
    at = tape.offsets[reading.item]
    if parameters and (_OF_SIZE.search(tape.text, 0, at) or _MODELS_OF_SIZE.match(tape.text, at)):
        return Refusal("how large the models are that are spoken of, no cost")
    if quantity.unit_class == "memory" and _ON_A_DEVICE.search(tape.text, 0, tape.offsets[reading.item]):
        return Refusal("how much memory a device has, no cost", final=True)
    if quantity.unit in _OF_BODIES:
        # `data sets` are no body: of `the error on the two data sets is 26 mm` another rule reads the error
        data = measure is not None and measure.names[0][1] == "data"
        return Refusal("how heavy or how large something is, no cost", final=not data)
    return None


_ON_A_DEVICE = Ending(
    r" (?:on|using) (?:(?:an?|the|one|single|\d+|edge|mobile|embedded|commodity|consumer) )*(?:[NO]\d+ ){1,4}(?:(?:R\d+|[a-z]+) )?(?:with|having|of|\() (?:(?:only|just|a|mere|about|up|to) )*$"
)
"""`runs on an A100 of just 9 GB`."""


def _no_change(quantity: Quantity, kind: Kind, measure: Measure | None) -> Refusal | None:
    """Why a number is no gain, speedup or saving, where it is none."""
    if quantity.unit_class == "measure" and (kind == "speedup" or (kind == "saving" and quantity.unit in _OF_MOTION)):
        return Refusal(f"{quantity.unit} measures neither speed nor what is saved")
    absolute = quantity.unit_class in ("time", "memory", "compute", "count", "rate")
    amount = measure is not None and measure.kind == "R" and quantity.unit_class in ("bare", "measure")
    if kind == "gain" and (amount or (absolute and measure_class(measure) != "quality")):
        return Refusal("an amount of a resource is no gain of quality")
    return None


def _is_of_cases(tape: Tape, index: int, measure: Measure) -> bool:
    """Whether a share is of cases that went well, though the word for them names a resource, too: `ranks it first in 61% of queries`."""
    written, name = measure.names[0]
    start, end = tape.offsets[max(0, index - 24)] - 1, tape.offsets[index]
    return (name or written.rsplit(" ", 1)[-1]) in _CASES and _GOES_WELL.search(tape.text, start, end) is not None


_WITHIN = patterns.compiled(r"within\b", regex.IGNORECASE)
_CASES = frozenset(("queries", "interactions", "labels", "samples", "demonstrations", "episodes", "trials"))
_GOES_WELL = Ending(
    rf" (?:correctly|accurately|successfully|ranks?|ranked|shown|synthesi[sz]es|{word_classes()['handle']}) (?:(?!(?:using|with|without|by|via|while|reduc\w+|requir\w+|us(?:es?|ed)|needs?|only|just|train\w+|retain\w+|at|on) |[;:.] )\S+ ){{0,18}}"
    r"(?:in|for|to|and) (?:(?:about|around|over|more|than|at|least|up|to) )*$"
)


def _is_needed(tape: Tape, index: int) -> bool:
    """Whether a figure says how much more something takes: `consumes an order of magnitude more current`."""
    return bool(
        _MORE.match(tape.text, tape.offsets[index])
        and _NEEDS.search(tape.text, tape.offsets[max(0, index - 6)] - 1, tape.offsets[index])
    )


_DOES_SO = patterns.compiled(r"(?:help|lift|extend)(?:s|ed|ing)? ")
_MORE = patterns.compiled(r"Q\S+ (?:[a-z]+ly )?(?:more|larger|longer|higher|greater|bigger|additional|extra) ")
_NEEDS = Ending(
    r" (?:require[sd]?|requiring|consum(?:e[sd]?|ing)|need(?:s|ed|ing)?) (?:(?:only|an?|at|least|about|roughly) )*$"
)


def _is_of_a_body(tape: Tape, index: int, measure: Measure | None) -> Refusal | None:
    """Why a length, angle or weight is no change of a result: `at 3 m above the ground`, `fingers with a gap of 2 mm`."""
    if _PLACED_AT.match(tape.text, tape.offsets[index]) and (measure is None or measure.kind != "M"):
        return Refusal("how far off something is, no gain", final=True)
    if _GAP.match(tape.text, tape.offsets[index]) or (
        _GAP_OF.search(tape.text, 0, tape.offsets[index]) and not _BY_A_MARGIN.search(tape.text, 0, tape.offsets[index])
    ):
        return Refusal("how wide a gap or how high a bump is, no gain")
    return None


def _is_of_a_thing(tape: Tape, index: int) -> bool:
    """Whether a figure with a unit describes a thing or how far it moved: `a hollow bone (13 g) boosts`, `by a twig of 7 mm diameter`."""
    text, at = tape.text, tape.offsets[index]
    return _OF_A_THING.match(text, at) is not None or _PUSHED.search(text, 0, at) is not None


_OF_A_THING = patterns.compiled(
    r"Q\S+ (?:\) (?:benefit|boost|improve|enhance|gain)|- old |of (?:compression|contraction|extension|elongation|bending|twisting|deformation) |(?:in )?(?:diameter|radius|thickness) )"
)
_PUSHED = Ending(
    r" push(?:es|ed|ing) (?:(?![QFTBM]\d|[,;:.()] |(?:state|limits?|frontiers?|performance|quality) )\S+ ){0,8}by (?:[a-z]+ ){0,4}$"
)
_PLACED_AT = patterns.compiled(r"Q\S+ (?:above|below|beneath|behind|away|ahead|apart) (?!(?:that|those) )")
_GAP = patterns.compiled(r"Q\S+ (?:(?!and |of |in )[a-z-]+ )?(?:margins?|gaps?|bumps?|increments?|edges?) ")
_GAP_OF = Ending(r" (?:margins?|gaps?|bumps?|increments?) (?:(?:of|is|was|about|an?|width|height|approximately) )+$")
_BY_A_MARGIN = Ending(r" (?:by|with) (?:(?!and )[a-z-]+ ){0,3}margins? of $")


def _counts_a_collection(tape: Tape, quantity: Quantity) -> bool:
    """Whether a factor says how much more a collection of data holds: `a corpus with 5 times more tables than earlier ones`."""
    if quantity.unit_class == "factor" and _LARGER_COLLECTION.match(tape.sentence, quantity.last):
        return True
    if quantity.unit_class == "factor" and _COLLECTION_EXCEEDS.search(tape.sentence, 0, quantity.first):
        return True
    if quantity.unit_class not in ("factor", "bare") or not _MORE_THINGS.match(tape.sentence, quantity.last):
        return False
    return (
        _COLLECTION_HOLDS.search(tape.sentence, max(0, quantity.first - 120), quantity.first) is not None
        or _THAN_COLLECTION.match(tape.sentence, quantity.last) is not None
    )


def _is_of_larger_things(tape: Tape, index: int, quantity: Quantity) -> bool:
    """Whether a factor says of how many or how large things a result holds: `as good on 10 times larger maps`."""
    return (
        quantity.unit_class == "factor"
        and _MORE_THINGS.match(tape.sentence, quantity.last) is not None
        and _LARGER.match(tape.text, tape.offsets[index]) is not None
        and _GIVEN_THINGS.search(tape.sentence, 0, quantity.first) is not None
    )


def _no_rate(tape: Tape, reading: Reading, kind: Kind, measure: Measure | None) -> Refusal | None:
    """Why a frequency is no rate of computing, where it is none."""
    assert reading.match is not None
    quantity, priority = tape.items[reading.item].quantities[0], reading.match.rule.priority
    if quantity.unit == "FPS" and _FILMED.search(tape.text, 0, tape.offsets[reading.item]):
        return Refusal("how often a camera took a picture, no rate of computing", final=True)
    if quantity.unit in ("Hz", "kHz") and ((measure is None and priority < 20) or _moves_or_senses(tape, reading.item)):
        return Refusal("a frequency that nothing calls a rate of computing", final=True)
    if kind == "cost" and quantity.unit in _HERTZ and _SWINGS.search(tape.sentence, 0, quantity.first):
        return Refusal("how often a body or a signal swings, no rate of computing", final=True)
    if kind == "cost" and quantity.unit in _HERTZ and _nothing_computes(tape, quantity):
        return Refusal("how often a body moves or a sensor is read, no rate of computing", final=True)
    return None


def _nothing_computes(tape: Tape, quantity: Quantity) -> bool:
    """Whether a frequency is told of a body, an actuator or a sensor, in a sentence in which nothing computes."""
    ahead = max(0, quantity.first - 160)
    if _REACHED.search(tape.sentence, ahead, quantity.first):
        return False
    if _BANDWIDTH.search(tape.sentence, ahead, quantity.first):
        return True
    moves = _MOVES_OR_SENSES.search(tape.sentence, ahead, quantity.first) is not None
    return moves and _COMPUTING.search(tape.sentence) is None


_REACHED = Ending(r"\b(?:achiev\w+|maximum|reach\w*)\s(?:[\w-]+\s){0,6}$")
_BANDWIDTH = Ending(r"\bbandwidths?\s(?:(?!and\b|with\b)[\w-]+\s){0,4}\(?$")
_MOVES_OR_SENSES = patterns.compiled(
    r"\b(?:frequenc|vibrat|sampl|actuat|driven?\b|stepp|motions?\b|movements?\b|hopp|walk|imus?\b|interrogat|sens(?:ors?|ing)\b|transmission|responds?\b|response rate|manipulation speed|streams?\b)",
    regex.IGNORECASE,
)
_COMPUTING = patterns.compiled(
    r"real-?time|real time|on-?line|on-?board|\b(?:run|process|perform|estimat|track|detect|comput|updat|plan|optimi|solv|infer|controll?e|control (?:loop|freq|rate|cycle|algo|law|policy|comm|sys)|polic|locali[sz]|render|simulat|reconstruct|generat|segment|predict|algorithm"
    r"|recogni|execut|learn|classif|odometr|slam|mpc|[cg]pu|fpga|frames?\b|filter|replan|quer|software|network|latenc|maps?\b|mapping|methods?\b|approach|frameworks?\b|models?\b|feedback|servo|manipulate\b|produc)",
    regex.IGNORECASE,
)
"""What computes somewhere in a sentence, so that its frequency may be how often."""
_HERTZ = frozenset(("Hz", "kHz", "MHz"))
_SWINGS = Ending(
    r"\b(?:(?:flapping|strokes?|driv(?:e|ing)|vibrat\w+|resonan(?:t|ce)|natural|corner|cut-?\s?off|switching|tap(?:ping)?|beat(?:ing)?|excit\w+|oscillat\w+"
    r"|undulat\w+|pulse|carrier|modulation|crossover|(?:tail|wing)-?\s?beat\w*|swimming|stimulation|signal|measurement|motion|actuation)\sfrequenc(?:y|ies)"
    r"|frequency (?:components?|bands?)|waveforms?|harmonic motions?|stroke motions?|(?:drive|driving|actuation|input) signals?|disturbances?|chirps?"
    r"|(?:errors?|sensitivit(?:y|ies)|bandwidths?)(?!\s(?:at|in|with)\b)"
    r"|[Ss]in(?:e|us)\w*(?:\s(?!and\b|at\b|with\b)\w+){0,3}|vibrat\w+(?:\s\w+)?|transmitting|transmits?)"
    r"[\s(]+(?:(?:frequenc(?:y|ies)|rates?|ranges?|an?|the|of|at|with|is|was|are|were|in|up|to|as|low|high|about|around|approximately|near|by|between|from)[\s(]+)*$"
)
"""`a flapping frequency of 11 Hz`, `chirps at frequencies up to 70 Hz`, `sine wave tracking with 0.4 Hz`, `a sensitivity of 420 Hz/N`."""


_WORDS = word_classes()
_COLLECTIONS = r"(?:data\s?sets?|corpus|corpora|benchmarks?|collections?|(?:data|annotated|lexical|best|existing) resources?|knowledge bases?|test sets?)"
_MORE_THINGS = patterns.compiled(
    r"\s?(?:(?:larger|bigger|greater|finer|denser|richer)\b|more\s(?!\w+(?:ive|ent|ate|ant|ful|able|ible|ous|al|ly)\b)|(?:as many|the number of)\s)"
)
_LARGER = patterns.compiled(r"Q\S+ (?:larger|bigger|greater|more|as many) (?!than |[MS]\d)")
_GIVEN_THINGS = Ending(
    r"\b(?:on|with|to|than|has|have|having|involving|containing|from)\s(?:(?:an?|the|about|around|roughly)\s)?$"
)
_LARGER_COLLECTION = patterns.compiled(
    rf"\s?(?:larger|bigger|greater)\s(?:(?!(?:and|than|on|in|for)\s)[\w-]+\s){{0,2}}(?:and\s\w+\s)?{_COLLECTIONS}\b"
)
_COLLECTION_HOLDS = patterns.compiled(
    rf"\b{_COLLECTIONS}(?:\s[\p{{Lu}}\d][\w-]*)?,?\s(?:(?:that|which|we)\s)?(?:(?:is|are|was|were|has|have|holds?|contains?|includes?|comprises?|provides?|offers?|includ\w+|with|being)\b|['’]s\b)[^.;]{{0,30}}$"
    rf"|\b{_COLLECTIONS}(?:\sthat)?['’]s[^.;]{{0,30}}$"
)
_EXCEED = r"(?:surpass|exceed|outnumber|expand|enlarg)"
_COLLECTION_EXCEEDS = Ending(
    rf"(?<!\b(?:on|using|over|across|of|in|for|from)\s)\b(?:an?|[Tt]he|[Tt]his|[Oo]ur)\s(?:[\w-]+\s){{0,2}}{_COLLECTIONS}\b"
    rf"(?:(?:(?!\b(?:we|our|it|models?|methods?|achiev\w+|outperform\w*)\b)[^.;]|\.\d)*\b{_EXCEED}ing|,?(?:\s[\w-]+,?)?(?:\s(?:that|which))?\s{_EXCEED}e?s)"
    r"\s(?:(?![Aa]ccuracy|[Pp]erformance)[\w'’-]+\s){1,9}by\s(?:[a-z]+\s){0,2}\W*$"
)
"""`a corpus with 9k songs, surpassing PondSongs by`."""
_THAN_COLLECTION = patterns.compiled(
    rf"[^.;]{{0,70}}?\s(?:than|compared (?:to|with))\s(?:(?!(?:on|in|for|across|using|when)\s)[\w'’-]+\s){{0,5}}(?:{_COLLECTIONS}|data|images)\b"
)
_ANNOTATORS = patterns.compiled(
    r"\b(?:inter-?\s?(?:annotator|coder)|Fleiss|Krippendorff)|\b(?:data\s?sets?|corpus|corpora),?\s(?:[\w-]+,\s)?with\s",
    regex.IGNORECASE,
)
_HAVE = Ending(r" (?:have|had|having) (?:only )?$")
"""`some classes have fewer than 10 examples`."""
_DATA_HAVE = Ending(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]his|[Ee]ach|[Tt]hese)\s(?:[\w-]+\s){0,2}(?:data\s?sets?|corpus|corpora|images|recordings|videos|scenes|texts)\s(?:has|have|had|contains?|contained|includes?|included|comprises?|covers?|spans?)\s(?:(?!(?:achiev|reach|yield|which|that|on|we|our)\w*\s)[^\s.;]+\s){0,14}$"
)
"""`the corpus has a type-token ratio of`."""
_OF_BODIES = frozenset(("kg", "Kg", "g", "mg", "km", "m", "meters", "cm", "mm", "μm", "µm", "nm", "inch", "inches"))
_ANGLES = frozenset(("°", "deg", "degrees", "degree"))
_OF_PLACES = _OF_BODIES | _ANGLES | {"um", "body lengths", "BL"}
_DIMENSION = patterns.compiled(
    r"\b(?:(?:diameters?|widths?|thickness|wheelbase|wingspan|span|footprint|workspace)\b(?!.*(?:error|accuracy|deviation))"
    r"|(?:path|route|track|trajectory|course|body|link|arm|total|overall|arc) length$)|^(?:length|height|depth|radius|size|span)$",
    regex.IGNORECASE,
)
_BODY = patterns.compiled(
    r"Q\S+ (?:(?:,|and) Q\S+ |(?!(?:the|an?|our|its|of|in|on|for|with|from|at|to|when|while|if|as|that|which|and|by|over|under|using|than|is|are|was|were) )[a-z-]+ ){0,3}?"
    r"(?:(?:micro|mini)?robots?|prototypes?|vehicles?|drones?|quadrupeds?|hexapods?|quadrotors?|humanoids?|structures?|machines?|mavs?"
    r"|grippers?|actuators?|channels?|edges|needles?|endoscopes?|tubes?|motors?) (?!(?:[a-z-]+ ){0,2}(?:M\d|error|accuracy|precision))"
)  # `a 9 cm, 13 g robot`
_ABILITY = patterns.compiled(
    r"(?:.*\s)?(?:forces?|torques?|range|distance|payload|weight|mass|speed|velocity)", regex.IGNORECASE
)


def _is_stretch(tape: Tape, index: int) -> bool:
    """Whether a length or time is what something was measured over: `centimetre accuracy over a 1.5 km run`."""
    quantity = tape.items[index].quantities[0]
    ahead = tape.sentence[quantity.first : quantity.start].lower().split()
    if quantity.unit_class not in ("measure", "time") or ahead[:1] != ["over"]:
        return False
    return len(ahead) > 1 or _OF_ANOTHER.search(tape.text, 0, tape.offsets[index]) is not None


def _is_share_of_things(tape: Tape, reading: Reading) -> bool:
    """Whether a share is what a sentence states of things, by a rule that reads no measure: `show that 65% of the forms are wrong`."""
    match = reading.match
    stated = match is not None and match.rule.frame == "value" and "measure" not in match.slots
    return (
        stated
        and _OF_THINGS.match(tape.text, tape.offsets[reading.item]) is not None
        and _STATED.search(tape.text, 0, tape.offsets[reading.item]) is not None
        and _HANDLED.match(tape.text, tape.offsets[reading.item]) is None
    )


_OF_THINGS = patterns.compiled(r"Q\S+ of (?!cases |the (?:time|cases) )")
_HANDLED = patterns.compiled(
    rf"Q\S+ (?:(?![;:.] )\S+ ){{1,14}}?(?:is|are|was|were|be) (?:correctly|successfully|accurately|properly|reliably|{_WORDS['handled']}) "
)
_STATED = Ending(r" that (?:, )?(?:on average )?(?:, )?$")
_GIVEN = Ending(
    r" (?:(?:when|if|whenever|once) (?:the )?M\d+ (?:is|=|equals|reaches) "
    r"|(?:at|for|under|given|achieve|reach) (?:the |an? )?(?:same|given|fixed|equal|identical|constant) (?:(?!and )[a-z-]+ )?M\d+ (?:\( |of |: ))$"
)
"""`when the CRF is 23`, `at the same bitrate (0.05)`."""
_BETWEEN_TWO = patterns.compiled(r"Q\S+ (?:[a-z-]+ )?M\d+ (?:differences?|gaps?|discrepanc(?:y|ies)) ")
_AT_WHICH = patterns.compiled(r"\b(?:at|under|after|in|within)\s(?:about\s|around\s|an?\s)?$", regex.IGNORECASE)
_OF_ANOTHER = patterns.compiled(r" Q\S+ (?:(?:of|in|[a-z-]+) ){0,4}M\d+ $")
_SPANNED = patterns.compiled(
    r" (?:over|within|in|from|at|for|across|along|covering) (?:(?![QFTMB]\d|[,;.:()] )\S+ ){0,3}?R\d+ (?:(?:of|up|to|is|between|from|about|around|only|just) )*$"
)  # `over a range of`, `at distances up to`
_OF_MOTION = frozenset(("m", "cm", "mm", "degrees", "deg", "°", "rad", "N", "mN"))


_GIVEN_WHOLE = frozenset(("data", "labels", "samples", "demonstrations"))
_OF_SIZE = Ending(r" (?:models|llms|lms|networks) (?:\( )?$")  # `smaller models (under 10B parameters)`
_MODELS_OF_SIZE = patterns.compiled(r"Q\S+ R\d+ (?:models|llms|lms|networks) ")  # `for ≤16B parameter models`
_DELAY = patterns.compiled(
    r"(?<!(?:end-to-end|computational|processing|inference|control) )\bdelays?$", regex.IGNORECASE
)
_ACHIEVED_DELAY = patterns.compiled(
    r" (?:small|low|short|average|mean|minimal|only|total|reduced|little|observ\w+|achiev\w+|introduc\w+) (?:(?![QFT]\d|[,;.] )\S+ ){0,5}$"
)


def _is_set(tape: Tape, index: int) -> bool:
    """Whether nothing before a delay says that it was reached: `stable under a time delay of up to 50 ms`."""
    return tape.items[index].quantities[0].bound != "under" and not _ACHIEVED_DELAY.search(
        tape.text, tape.offsets[max(0, index - 12)] - 1, tape.offsets[index]
    )


_COMPUTES = r"real-?time|real time|online|onboard|run|process|perform|estimat|track|detect|comput|updat|plan|optimi|solv|S\d|M\d"
_SENSED = patterns.compiled(
    r" (?:provid\w+|synchroni[sz]ed?|captur\w+|record\w+|collect\w+|acquir\w+|streams?|sequences?|data ?sets?|imus?|cameras?|(?:magnetic|electric) fields?)(?:['’]s)?"
    rf" (?:(?!;|\.|{_COMPUTES})\S+ ){{0,14}}$"
)
_FILMED = Ending(
    r" (?:captur|record|film)\w* (?:(?!and |while )[a-z-]+ ){0,4}(?:videos?|recordings?|footage|frames|images|sequences) (?:at|with|of) (?:(?:up|to|about|a|rate) )*$"
)
_MOVED = patterns.compiled(rf" Q\d+u\S* (?:(?![;.]|{_COMPUTES}|control)\S+ ){{0,14}}$")
_OF_SPEED = patterns.compiled(r"/\s?(?:s|sec|min|h)\b|per\s(?:second|minute|hour)")


def _moves_or_senses(tape: Tape, index: int) -> bool:
    """Whether a frequency is that of a body's motion, `swims at 3 BL/s at 6 Hz`, or of a sensor's record."""
    start, end = tape.offsets[max(0, index - 18)] - 1, tape.offsets[index]
    moved = _MOVED.search(tape.text, start, end)
    if moved and _OF_SPEED.search(tape.items[tape.item_at(moved.start() + 1)].quantities[-1].unit or ""):
        return True
    return bool(_SENSED.search(tape.text, start, end))


_CHANGED = "{improve} | {improvement} | {reduce} | {reduction} | {worsen} | {worsening}"
_CHANGES = Sought(
    f"( {_CHANGED} | {{higher}} | {{lower}} | {{faster}} | {{accelerate}} | {{outperform}}"
    " | chang\\w+ | shift\\w* | went | goes | taken | takes? | brings? | brought | driven | down | up | M\\d+ )"
)


_TURNS = Sought(f"( {_CHANGED} | state-of-the-art )")


def _is_changed(tape: Tape, index: int) -> bool:
    """Whether a word of change stands before the two ends of `from A to B`: `improves HeronNet on KITTI from 0.712 to 0.764`.

    What is true of such a pair is true of the next one of a list, `on A (from 1.2 to 3.4) and B (from 5.6 to 7.8)`.
    """
    nearest = max(0, index - 24)
    if any(_TURNS.before(tape, tape.offsets[index], tape.offsets[nearest])):
        return True
    earlier = [k for k in range(nearest, index) if _A_START.match(tape.tokens[k])]
    return bool(earlier) and _is_changed(tape, earlier[0])


def _begins(tape: Tape, index: int) -> int:
    """Where on the tape the first end of `from A to B` stands, of which an item is one end."""
    return tape.offsets[next((k for k in range(index, 0, -1) if _A_START.match(tape.tokens[k])), 0)]


_A_START = patterns.compiled(r"F\d")


_SET_FROM = Ending(
    r" (?:(?:thresholds?|tolerances|diameters|levels?|durations?|ratios|budgets) (?:of (?:[a-z-]+ ){1,3})?|(?:(?:be|is|are|was|were) set|varied|vary|swept|ablating) (?:(?![QFT]\d|[,;:.()] |improv|increas|reduc|decreas|rais|boost|lower)\S+ ){0,5})from $"
)
"""`at thresholds from 0.1 to 0.9`, `we vary the share of it from 5% to 30%`."""


def _is_varied(tape: Tape, index: int) -> bool:
    """Whether from where to where a number went is the circumstance of a result: `rises as the number of views grows from 2 to 5`."""
    begins = _begins(tape, index)
    while_varied = _WHILE_VARIED if tape.items[index].quantities[0].unit is None else _WHILE_CHANGED
    if while_varied.search(tape.text, tape.offsets[max(0, index - 24)], begins):
        return True
    varying = _VARYING.search(tape.text, 0, begins)
    return varying is not None and (varying["by"] is not None or _SO_VARIED.match(tape.text, begins) is not None)


_WHILE_VARIED = Ending(r"(?<! such) (?:as|when|if) (?!well |compared )(?:(?![,;:.()])\S+ ){1,10}$")
_CHANGING = "(?:chang|increas|decreas|ris|rose|rais|grow|grew|drop|f[ae]ll|go|went|vari|vary|reduc|declin|shr[iau]nk|expand|lower|shift|mov|swe|narrow|wid)[a-z]*"
_WHILE_CHANGED = Ending(
    rf" (?:as|when|if) (?:(?!(?:an?|well|[a-z]+ed|[a-z]+ing) )(?:(?!(?:is|are|was|were) |M\d|[,;:.()])\S+ ){{1,8}}(?:(?:is|are|was|were) )?{_CHANGING} "
    rf"|(?:we|one) {_CHANGING} (?:(?!M\d|[,;:.()])\S+ ){{1,6}})(?:[a-z]+ly )?from $"
)
"""With a unit only where a clause says of what is no measure of quality that it changes: `when the angle changes from 0° to 60°`."""
_VARYING = Ending(
    r"(?:^|(?<=(?:[,;:]|that|how))|(?P<by>Q\d(?:(?![;:.] ).)* by)) (?:increasing|decreasing|reducing|raising|lowering|varying|changing|extending|enlarging) "
    r"(?:(?![MRSQFT]\d|[,;:.()] )\S+ ){1,7}from $"
)
_SO_VARIED = patterns.compiled(
    r"F\S+ (?:(?![QFT]\d|[;:.] )\S+ ){0,4}?to T\S+ (?:[a-z]+ly )?(?:also )?"
    r"(?:raise|improve|increase|reduce|decrease|lead|led|result|yield|boost|lower|enhance|double|cause|degrade|make|allow|enable)[sd]?(?:ed)? "
)
"""`lowering the perch from 9 m to 3 m made it faster`, `4 times the speed is reached by lowering the perch from 9 m to 3 m`."""


def _is_range_of_setting(tape: Tape, index: int, quantity: Quantity) -> bool:
    """Whether `from A to B`, in physical units, only spans what was tried or set: nothing before it speaks of a change."""
    if quantity.unit_class not in ("measure", "time", "rate"):
        return False
    return not any(_CHANGES.before(tape, tape.offsets[index], tape.offsets[max(0, index - 24)]))


def _plausible(quantity: Quantity, measure: Measure | None) -> bool:
    """Whether a score lies in its metric's range: an accuracy of 340% is none. Ranges hold for percentages."""
    canonical = measure.names[0][1] if measure is not None else None
    metric = lexicon.load().metric(canonical) if canonical is not None else None
    if metric is None or quantity.unit_class != "percent":
        return True
    highest = quantity.value if quantity.value_to is None else quantity.value_to
    return metric.high is None or highest <= metric.high


def _bare_result(
    tape: Tape, index: int, quantity: Quantity, measure: Measure | None, kind: Kind, priority: int
) -> bool:
    """Whether a number without a unit is a result: it needs a measure, and a whole number needs one beside it."""
    if kind == "gain" and quantity.sign == "+" and _IMPROVED.match(tape.text, tape.offsets[index]):
        return True
    version = quantity.value < 10  # `HeronNet 2.0`, and not `94.0 F1`
    whole = quantity.value.is_integer() and (version or "." not in tape.sentence[quantity.start : quantity.end])
    if measure is None:
        numbers_name = version and quantity.value >= 1 and index > 0 and tape.items[index - 1].kind in "NB"
        whole = whole and not _SCORE_THERE.search(tape.text, 0, tape.offsets[index])
        return not whole and priority >= 36 and not numbers_name  # `HeronNet 2.5`
    if quantity.from_to and measure.kind != "?" and _is_changed(tape, index):
        return True
    if "." not in tape.sentence[quantity.start : quantity.end] and not quantity.sign:
        if kind == "gain" and measure.kind == "?":
            return False  # `lower bounds for 10 instances`
        if kind == "score" and quantity.value_to is None and not quantity.from_to and quantity.value in (0, 1):
            return False  # `a normalized score between 0 and 1`
        if kind == "score" and measure.kind == "M" and _is_counted(tape, index, measure):
            return False
    counts = index + 1 < len(tape.items) and _COUNTED.match(tape.items[index + 1].word)
    if counts and measure.kind == "M" and priority < 40:
        return False  # `reaches an IoU of 88% with an average of 9.1 clicks`
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    if kind in ("gain", "saving", "speedup") and _counts_the_next(tape, index, quantity):
        return False
    if not whole or measure.kind == "?":
        return priority >= 20 or not whole
    of_some = after is not None and after.word == "of" and not _USED_OF.search(tape.text, 0, tape.offsets[index])
    if kind == "cost" and measure.kind == "R" and priority >= 50 and not of_some:
        return True  # `only 3 robot demonstrations`, `training on just 80 of these examples`
    if after is not None and after.kind == "N" and index + 2 < len(tape.items) and tape.items[index + 2].kind == "M":
        return False  # `4 Heron error benchmarks`
    before = tape.items[index - 1].word if index else ""
    if (before in ("over", "across", "for", "on", "from", "with", "than") and quantity.bound != "under") or (
        after is not None and after.kind == "w" and after.word.isalpha() and after.word not in _AFTER_SCORE
    ):
        return False
    near = nearest_measure(tape, index, measure.kind, limit=4)
    beside = (
        measure.kind == "M"
        and _VALUE_OF.search(tape.text, 0, tape.offsets[index]) is not None
        and _ENDS.match(tape.text, tape.offsets[index]) is not None
    )
    return beside or (near is not None and near.names == measure.names) or priority >= 50


_VALUE_OF = Ending(r" M\d+ of (?:(?:only|just|about|over|up|to) )*$")
_ENDS = patterns.compiled(r"Q\S+ (?:[,.;)]|(?:on|in|with|at|after|and|for) )")
"""Behind a whole number that counts nothing: `a reward of 5831 on`, and not `the performance of 21 open models`."""


_IMPROVED = patterns.compiled(rf"Q\S+ (?:[a-z-]+ )?(?:{_WORDS['improvement']}) ")
"""`a +9.0 improvement in`."""


_SCORE_THERE = Ending(r" B\d+ scores? (?:of|:|is|are|was|were) (?:\w+ )?$")


def _counts_the_next(tape: Tape, index: int, quantity: Quantity) -> bool:
    """Whether a whole number says how many of something there are: `saves work by moving 4 feathers`, `beats 6 old tools`."""
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    if after is None or quantity.sign or quantity.value_to is not None or not quantity.value.is_integer():
        return False
    noun = after.kind == "N" or (after.kind == "w" and _A_NOUN.match(after.word) is not None)
    return noun and "." not in tape.sentence[quantity.start : quantity.end]


def _is_counted(tape: Tape, index: int, measure: Measure) -> bool:
    """Whether a whole number right before what reads as a measure counts things of that name: `16 image quality measures`.

    What nobody listed is a measure where it is achieved, `achieves 64 DS`; else the number is part of a name: `Heron 500 AUV`.
    """
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    if after is None or after.kind not in "MN":
        return False
    if measure.names[0][1] is None:
        return _ACHIEVED.search(tape.text, 0, tape.offsets[index]) is None
    return bool(_COUNTED_THINGS.match(tape.text, tape.offsets[index]))


_AFTER_SCORE = frozenset(
    "on in for and with while at or over than to absolute higher better lower respectively using after when points by from "
    "compared under average".split()
)
_A_NOUN = patterns.compiled(
    rf"(?!(?:{'|'.join(sorted(_AFTER_SCORE))}|or|as|to|is|was|are|were|more|{_WORDS['lower']}|{_WORDS['higher']}|{_WORDS['faster']}|{_WORDS['reduction']}|{_WORDS['improvement']}|{_WORDS['degree']}|{_WORDS['than']})$)[a-z][a-z-]+$"
)
_USED_OF = Ending(r" (?:on|with|using|from|given) (?:only|just|merely|as few as) $")
_ACHIEVED = Ending(
    rf" (?:{_WORDS['achieve']}|{_WORDS['outperform']}|of|with|and|,) (?:(?:an?|the|about|up to|over) )*$"
)
_COUNTED_THINGS = patterns.compiled(
    r"Q\S+ (?:[a-z-]+ )?M\d+ (?!points|scores|values|percents?|as |versus |across )(?:[a-z-]+ )?[a-z-]+s "
)
_COUNTED = patterns.compiled(
    rf"(?:{_WORDS['counted']}|objects|classes|categories|people|users|turns|words|bits|lines|units|[a-z]+ions)$"
)
