"""The measure that a clause or a whole sentence names for its numbers, however far from them: its subject, or the only one."""

from __future__ import annotations

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.kinds import measure_class
from leaderboard.extraction.measure_nearest import OF_A_SYSTEM, is_of_next
from leaderboard.extraction.measures import HEADS, PLAIN, VAGUE, WEAK, Measure, measure_from_span, of_mention, worded
from leaderboard.extraction.mentions import measure_kind
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape


def two_before(tape: Tape, index: int, stated: Measure | None) -> Measure | None:
    """Two measures of quality, one of them known to be the figures', for two figures in turn: `raises the recall and the mean reward by`."""
    found = _TWO.search(tape.text, 0, tape.offsets[index])
    if found is None or stated is None or len(stated.names) != 1:
        return None
    both = [of_mention(tape.items[tape.item_at(found.start(name))], tape) for name in ("one", "other")]
    if any(len(each.names) != 1 or measure_class(each) != "quality" for each in both) or stated not in both:
        return None
    return Measure("M", tuple(each.names[0] for each in both))


_TWO = Ending(
    r" (?P<one>M\d+ )(?:\( [MN]\d+ \) )?and (?!an? )(?:[a-z-]+ ){0,4}?(?P<other>M\d+ )(?:\( [MN]\d+ \) )?(?:(?![MSRQFT]\d|[,;:.()]|and |but |while |with )\S+ ){0,8}$"
)


def only_resource_before(tape: Tape, index: int) -> Measure | None:
    """The one resource that a clause is about: `the running time of the matching stage may be reduced by`."""
    before = tape.items[:index]
    found = [k for k, item in enumerate(before) if item.kind in "SR" and item.mentions[0].canonical not in WEAK]
    if len(found) != 1 or any(item.kind in "QM" for item in before):
        return None
    # `with image-level labels we see a gain of 5%`
    used = before[-1].word != "of" and OF_A_SYSTEM.search(tape.text, 0, tape.offsets[found[0]])
    return None if used else of_mention(before[found[0]], tape)


def distant_measure(tape: Tape, index: int) -> Measure | None:
    """A measure that the sentence gives for all its numbers: `by 5.6% (A) and 3.2% (B) in mAP`, `performance gains`."""
    at = tape.offsets[index]
    match = _IN_MEASURE.search(tape.text, at)
    if match and not is_of_next(tape, index, tape.item_at(match.start("measure"))):
        return of_mention(tape.items[tape.item_at(match.start("measure"))], tape)
    if match := _SUBJECT_MEASURE.search(tape.text[:at]):
        return of_mention(tape.items[tape.item_at(match.start("measure"))], tape)
    for match in reversed([*_IMPROVED_MEASURE.before(tape, at)]):
        item = tape.items[tape.item_at(match.start("measure"))]
        if item.kind == "M":
            return of_mention(item, tape)
    return None


_IN_MEASURE = patterns.compiled(r" in (?:the |average |overall |both )*(?P<measure>M\d+) ")
_IMPROVED_MEASURE = Sought(
    "( <measure> {improvement} | {improve} ( the | its )* <measure> | {improvement} in ( the )? <measure> )"
)
_SUBJECT_MEASURE = patterns.compiled(
    r"(?:^|[,;:]|\bthat|\band)\s(?:(?:the|our|its)\s)?(?P<measure>M\d+)\s(?:of|for|in|on|between|with)\s[^;:]{0,160}\s(?:is|was|are|were)\s$"
)


def only_measure(tape: Tape, index: int) -> Measure | None:
    """The one measure that a sentence names, where it does so before all its results: `its accuracy is high, namely 93% on A`."""
    found = [k for k, item in enumerate(tape.items) if item.kind == "M" and item.mentions[0].canonical not in VAGUE]
    if len(found) != 1 or found[0] > index or any(item.kind == "Q" for item in tape.items[: found[0]]):
        return None
    item = tape.items[found[0]]
    metric = lexicon.load().metric(item.mentions[0].canonical or "")
    return of_mention(item, tape) if len(item.mentions) == 1 and metric is not None and metric.unit == "%" else None


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


_ALIKE = frozenset(("comparable", "similar", "competitive", "strong"))
_STANDING = _ALIKE | {"state-of-the-art", "art", "sota"}
_EXCEEDS = patterns.compiled(rf"(?!\w+ing$)(?:{word_classes()['outperform']})$")


def quality_before(tape: Tape, index: int) -> Measure | None:
    """The measure of quality that a clause named, however long ago: `the error of X on long and on short routes is 40% lower`."""
    found = _QUALITY_BEFORE.search(tape.text, max(0, tape.offsets[max(0, index - 40)] - 1), tape.offsets[index])
    if found is None or found["what"]:
        return worded(tape, found)
    return of_mention(tape.items[tape.item_at(found.start("measure"))], tape)


_QUALITY_BEFORE = Ending(
    rf" (?:(?P<measure>M\d+ )|(?:the|our|its|average|mean) (?P<what>(?:{PLAIN}){{0,2}}(?:{HEADS}) ))"
    r"(?:(?![QFT]\d|[;:.] |[MSR]\d|(?:while|whereas|but) )\S+ )*?(?:is|are|was|were) (?:(?![QFT]\d|[,;:.()]|with|to|than|and )\S+ ){0,6}$"
)


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


_SAYING = "(?:show|demonstrate|indicate|reveal|confirm|suggest|prove)s?|(?:improve|increase|decrease|drop|rise|achieve|reache|obtain)s"
_SUBJECT = Ending(
    rf"(?:(?:^|[,;:.]|\b(?:that|and|where|while))\s(?:(?:the|its|our|their|overall|average|mean)\s)+|^\s(?=(?:[a-z-]+ ){{0,2}}(?:M\d+|{HEADS}) ))(?P<what>(?:{PLAIN}|M\d+ ){{1,3}})(?:of|in|for|on|between|under|during|at|across|with)\s"
    rf"(?:\( [^()QFT]{{1,40}} \) |(?![QFT]\d|[,;:.()]|(?:{_SAYING}) )\S+\s){{1,16}}?(?:(?:is|are|was|were|has been|have been|can be|could be|to be)\s)(?:(?![QFT]\d|[,;:.()])\S+\s){{0,4}}$"
)


_ANY_KNOWN = patterns.compiled(r"M\d")
_ABILITIES = (
    r"velocit(?:y|ies)|accelerations?|displacements?|deflections?|elongations?|strains?|angles?|strokes?|pressures?|stiffness|resolutions?"
    r"|gains?|[SR]\d+"
)
"""What a machine is able to do, by its last word."""
_REACHING_SUBJECT = Ending(
    rf" (?:(?:the|its|our|their|[a-z-]+['’]s|overall|average|mean|maximum|maximal|peak|highest) )+(?P<what>(?:{PLAIN}){{0,3}}(?:{HEADS}|{_ABILITIES}) )"
    r"(?:(?:of|in|for|on|between|under|during|with)\s(?:(?![QFT]\d|[,;:.()])\S+\s){1,8}?)?(?:(?:can|could|may)\s)?(?:(?:also|even|still)\s)?(?:reach(?:es|ed)?|achieve[sd]?|attain(?:s|ed)?|exceed(?:s|ed)?)\s(?:(?:up|to|about|around|only|even)\s)*$"
)
"""What itself reaches a number: `the swing angle of the new joint can reach 50°`."""


def ability_before(tape: Tape, index: int) -> Measure | None:
    """What a machine is able to do by so much: `withstands forces greater than 90 N`, `high velocities (up to 2 m/s)`."""
    found = _ABILITY_BEFORE.search(tape.text, tape.offsets[max(0, index - 9)] - 1, tape.offsets[index])
    known = found is not None and tape.items[tape.item_at(found.end("what") - 1)].kind in "SR"
    return measure_from_span(tape, found.span("what")) if found and known else worded(tape, found)


def head_of_clause(tape: Tape, start: int) -> Measure | None:
    """The measure whose last word a clause begins with, however long it is: `the [backlash in the neck of a heron at dusk is`."""
    token = tape.item_at(start)
    end = tape.offsets[token] + len(tape.tokens[token]) + 1
    return _recognised(worded(tape, _HEAD_OF_CLAUSE.search(tape.text, max(0, start - 60), end)))


_NOUNS = r"errors?|coefficients?|deviations?|efficienc(?:y|ies)|similarity|alignment|consistency|(?:non-?)?linearity|hysteresis|backlash|discrepanc(?:y|ies)|misalignments?|differences?|variations?|offsets?"
_HEAD_OF_CLAUSE = Ending(
    rf" (?:(?:an?|the|its|our|their|average|mean|maximum|maximal|largest|smallest|highest|lowest|overall) (?P<what>(?:{PLAIN}){{0,2}}(?:{_NOUNS}) )|(?P<what>(?:{_NOUNS}) ))$"
)


_ABILITY_OR_SPAN = rf"(?:{_ABILITIES}|ranges?|loads?|heights?) "
_ABILITY_BEFORE = Ending(
    rf" (?:(?:an?|the|its|all|of|with|at|from|and|maximum|maximal|average|peak|top|high|large|wide|low|long) (?P<what>(?!all )(?:{PLAIN}){{0,2}}{_ABILITY_OR_SPAN})|(?P<what>{_ABILITY_OR_SPAN}))"
    r"(?:\( |(?:is|are|was|were) |as (?:high|low|large|small) as )?$"
)


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


def time_subject(tape: Tape, index: int) -> Measure | None:
    """What a clause says took so long: `the mean time for finding a route is less than 9 ms`."""
    found = _TIME_SUBJECT.search(tape.text, tape.offsets[max(0, index - 20)] - 1, tape.offsets[index])
    return _recognised(measure_from_span(tape, found.span("what"))) if found else None


_TIME_SUBJECT = Ending(
    rf" (?:(?:the|its|our|their|average|averaged|mean|total|overall) )+(?P<what>(?:{PLAIN}){{0,2}}(?:times? |S\d+ ))(?:of|for|to|per|required|needed|taken)\s"
    r"(?:(?![QFT]\d|[,;:.()])\S+\s){0,8}?(?:is|are|was|were)\s(?:(?![QFT]\d|[,;:.()]|with |to |and )\S+\s){0,4}$"
)
