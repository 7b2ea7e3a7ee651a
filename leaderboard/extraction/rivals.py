"""The rival that a figure belongs to, where a sentence is known to speak of one: before it, behind it, as subject."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.baselines import baseline_text, find_baseline
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.marked_names import name_at
from leaderboard.extraction.names import is_others_model
from leaderboard.extraction.others import RIVAL
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.model import OURS, Kind

_ASIDE = r", (?:(?:despite|while|although|though)(?= (?:achiev|reach|attain|scor))|(?:despite|while|although|though|even|such as|like|including) (?:(?!;|\.|O\d|(?:we|our) )\S+ ){1,12},)"
"""Between a subject and its verb: `current parsers, despite a recall of 95%, fall to`."""
_RIVAL_SUBJECT = patterns.compiled(
    rf" (?P<what>{RIVAL} (?:(?!Q\d|;|\.|,|we|our|O\d|that |which |who )\S+ ){{0,8}}?)(?:{_ASIDE} |(?:that|which|who) )?(?:(?:can|could|may|might|must|would|will|still|often|typically|usually) )*"
    r"(?:achiev\w+|obtain\w*|reach\w*|attain\w*|scor\w+|only|perform\w*|get|gets|gives?|gave|has|have|had|at|yield\w*|exhibit\w*|recovers?|results? in|struggle|fail|follows|sees?|shows?(?! that)|produces?|delivers?|displays?|(?:wrong|incorrect)ly \w+|(?<!(?:that|which|who) )(?:incur\w*|(?:drop|fall|collapse|degrade|decline|plummet|plunge)(?:e?[sd]|ped)? to|fell to|require[sd]?|needs?|takes?|took|consumes?)|R\d+(?= from )|ranges?(?= from )|(?:solve|answer|complete|pass|resolve|handle|identify|detect|recogni[sz]e|finish)s?(?= (?:only|just|at most|fewer|less|about|around|up to|Q))) (?:(?!Q\d|;|while \w+ing |while only )\S+ ){0,6}$"
    rf"| (?P<what>{RIVAL} (?:(?!Q\d|;|\.|,|we|our|O\d|that |which |who )\S+ ){{0,8}}?)(?:{_ASIDE} )?(?:\w+ly |often |still )*(?:struggle|fail|reduce|degrade|suffer|lag)s? (?:(?!Q\d|[;.(] |(?:we|our|while|whereas|but) |O\d)\S+ ){{1,14}}, with (?:only|just|merely|at most) (?:an? )?$"
)
HUMANS_BEHIND = patterns.compiled(
    r"\S+ (?:(?P<who>human) (?:M\d+|performance|baseline) [),;.]|(?:in|by|for|of) (?P<who>humans) )"
)
"""`solvable, with 84.7% human accuracy`."""
_CLAUSE_BEGINS = patterns.compiled(
    r"(?:^ |[,;:(—–-] |\b(?:that|while|whereas|whilst|but|where|although|though|and|since|because|when|for) )(?:(?:the|these|those|all|most|even|other|a|an|two|three|\w+ly) )*$"
)
_ACHIEVED = patterns.compiled(rf" (?:{word_classes()['achieve']}) (?:(?:an?|the|new) )*$")
RELATIVE = patterns.compiled(r" (?:that|which|who) ")
_OURS_AHEAD = patterns.compiled(r" (?:our|we|O\d+)(?: \S+){0,1} $")
_COMPARED_AHEAD = patterns.compiled(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|to|with|against) (?:the )?$"
)
_SECOND_FIGURE = patterns.compiled(
    rf"(?<! by) (?P<first>Q\d+\S+) (?:\S+ \( [^()]* \) )?(?:(?!;|\.|[QFT]\d)\S+ ){{0,16}}?(?:same (?:\S+ )?as|{word_classes()['outperform']}|than|over|(?:compared|comparable|close|superior|competitive) (?:to|with)|against|behind) (?:the )?"
    rf"(?:Q\d+n )?(?P<what>(?:(?!;|\.|,|\(|by|with|at|which|that|scoring|[QFTM]\d)\S+ ){{1,8}}?)(?:(?P<apart>,)? ?(?:with|scoring|at|of|(?:which|that|who) (?:{word_classes()['achieve']})) )(?:(?:an?|the|its|their|only|average|mean) )*(?P<measure>(?:M\d+ )?)(?:scores? )?(?:of |at |is )?$"
)
"""One more figure of the same measure, after another system: `reaches 76.4 F1, surpassing the closest rival with 71.8`."""


def second_figure(tape: Tape, item: int, before: str, kind: Kind) -> str | None:
    """The system that a second figure of one measure is of, where words of comparing stand between the two."""
    match = _SECOND_FIGURE.search(before)
    if match is None or not _NAMES_ONE.search(match["what"]) or (match["apart"] and kind == "cost"):
        return None
    first = tape.items[tape.item_at(match.start("first"))].quantities[0]
    if first.unit_class != tape.items[item].quantities[0].unit_class:
        return None
    if kind == "cost" and first.unit_class == "percent" and not _IS_SHARE.match(tape.text, match.start("first")):
        return None  # `3% better than HeronNet with 1% of the labels`
    if match["measure"]:
        k = tape.item_at(match.start("measure"))
        named = {m.canonical for other in tape.items[:k] if other.kind == "M" for m in other.mentions}
        if tape.items[k].mentions[0].canonical not in named:
            return None
    return baseline_text(tape, match.span("what"))


_IS_SHARE = patterns.compiled(r"Q\S+ (?:of |[RS]\d)")
_NAMES_ONE = patterns.compiled(
    rf"(?:\w\w[^s\W]s|{word_classes()['approach']}|N\d+|art|work|literature|record|best|(?:next|second|runner)\S*(?: \S+)?|(?:best|previous|prior|highest) \S+) $"
)


def what_was(tape: Tape, item: int) -> str:
    """Whose the value is that another begins from: the system that was changed, what the sentence compares with, the state of the art."""
    before = tape.text[: tape.offsets[item]]
    for pattern in (_KNOWN_BEST, _MEASURE_OF, _CHANGED):
        changed = pattern.search(before)
        if changed and pattern is _CHANGED and _IN_A_LIST.match(changed[0]) and _A_MEASURE_CHANGED.search(before):
            continue
        if changed and _IS_SYSTEM.search(changed["what"]) and (text := system_of(tape, changed.span("what"))):
            return text
    each = _FOR_EACH.search(before)
    if each and is_others_model(name_at(tape, each.start("what"))):
        return " ".join(tape.source(*each.span("what")).split())
    if text := find_baseline(tape, item):
        return _without_s(text)
    known = _KNOWN_SYSTEMS.search(before)
    if known and (text := baseline_text(tape, known.span("what"))):
        return text
    behind = _FROM_TO_FOR.match(tape.text, tape.offsets[item])
    if behind and is_others_model(name_at(tape, behind.start("name"))):
        return name_at(tape, behind.start("name"))
    begun = next((i for i, mark in tape.marks if mark.kind in "QF" and mark.quantities[0].from_to == "from"), item)
    if begun < item and not _NEW_SUBJECT.search(tape.text, tape.offsets[begun], tape.offsets[item]):
        # `from 70% of HeronNet to 80% on CIFAR-10, and from 50% to 60% on CIFAR-100`
        return rival_after(tape, begun) or what_was(tape, begun)
    improved = _STATE_OF_THE_ART.search(tape.sentence)
    pair = None if improved else _PAIR_AHEAD.search(before)
    return improved["what"] if improved else (pair and rival_before(tape, tape.item_at(pair.start() + 1))) or OURS


_OF_SYSTEM = r"(?:the |an? |our |its |their )*(?P<what>(?:(?![QFTMRSBO]\d|[;,.():] |(?:on|in|for|from|by|with|to|across|is|are|was|were|has|have) )\S+ ){1,8}?)"
_TO_FROM = (
    r"(?:, which [^,;]* , )?(?:based )?(?:(?:on|in|for|with|across|over|under|at|within) (?:(?![QFT]\d|[;,] )\S+ ){1,8}?)?(?:\( [^()]* \) )?"
    rf"(?:(?:is|are|was|were|has been|have been|can be) )?(?:\w+ly )*(?:(?:{word_classes()['improve']}|{word_classes()['reduce']}|drops?|falls?|goes|climbs) )?"
    r"(?:\w+ly )*\(? ?(?:from|e\.g\.?,? from) (?:(?:the|an?|about|only|around|nearly|approximately|over) )*$"
)
_KNOWN_BEST = Ending(
    r" from (?:the |an? )*(?P<what>(?:\S+ )?(?:previous|prior|existing|current|earlier|best|baseline|original)\S* (?:(?![QFTMRSBO]\d)\S+ ){0,4}?)(?:M\d+ )?(?:of |\( |at )?$"
)
_MEASURE_OF = patterns.compiled(
    rf" (?:[MRSN]\d+|performance|accurac(?:y|ies)|rates?|scores?|quality|errors?|time|results?|precision|recall) (?:\( [^()]* \) )?(?:of|(?:obtained|achieved) by) {_OF_SYSTEM}{_TO_FROM}"
    rf"| (?P<what>(?:N\d+ )+(?:(?=s )|(?:{word_classes()['approach']})(?=['’]s? )))(?:['’]?s?) (?:\S+ ){{0,4}}?(?:[MRS]\d+|performance|accuracy|results?) (?:rate )?{_TO_FROM}"
)
"""`raises the accuracy of CraneNet from`, `CraneNet's accuracy on MNIST rises from`."""
_CHANGED = patterns.compiled(
    rf" (?:(?:{word_classes()['improve']}|{word_classes()['reduce']}) {_OF_SYSTEM}(?:M\d+ )?|(?:, and|,|and) (?:the )?(?P<what>(?:N\d+ )+(?:(?:{word_classes()['approach']}) )?)){_TO_FROM}"
)
"""`raises CraneNet from 50% to 60% and HeronNet from`."""
_FOR_EACH = Ending(
    r"(?:, and|,|and) (?:to|for|on|with|of) (?:the )?(?P<what>N\d+ (?:(?:N\d+|Q\d+c|base|chat|instruct) )*)(?:\w+ )?from $"
)
"""`to HeronLM from 78% to 6%, and to CraneLM-8B from`."""
_IN_A_LIST = patterns.compiled(r" (?:,|and) ")
_A_MEASURE_CHANGED = patterns.compiled(r" M\d+ (?:(?![NO]\d)[a-z]+ ){0,4}from F\d")
"""`mIoU rises from 50% to 60%, and cSm from`: no system either."""
_KNOWN_SYSTEMS = patterns.compiled(
    rf" (?P<what>(?:state-of-the-art|sota|existing|previous|prior|conventional|traditional) (?:(?![QFTMRSB]\d|[;,.():] )\S+ ){{0,3}}?(?:{word_classes()['approach']}) )(?:(?![QFT]\d|; )\S+ ){{0,12}}$",
    regex.IGNORECASE,
)
_IS_SYSTEM = patterns.compiled(
    rf"(?:^| )(?:N\d+|{word_classes()['approach']}|winners?|champions?|(?:previous|prior|existing|current) best|best result) ?$"
)
_FROM_TO_FOR = patterns.compiled(
    r"F\S+ (?:M\d+ )?to (?:\S+ )?T\S+ (?:M\d+ )?(?:for|of|with|on) (?:the )?(?P<name>N\d+) "
)
"""`rises from 61% to 70% for ResNet-50`."""
_NEW_SUBJECT = patterns.compiled(
    r" (?:; |\. |(?:our|we|it|they|while|whereas|which|the|using|[NO]\d+) (?:\S+ ){0,4}?(?:(?:is|are|was|were|can) |"
    rf"{word_classes()['improve']}|{word_classes()['reduce']}))"
)
_STATE_OF_THE_ART = patterns.compiled(
    r"\b(?:(?:improv|push|advanc|increas|rais|boost|reduc|outperform|surpass|exceed|beat)\w*|compared\s(?:to|with)|up?on|over|than|against|by|previous|former|prior|existing)\s(?:(?:the|best|current|previous|former|prior|existing)\s)*(?P<what>state[- ]of[- ](?:the[- ])?arts?|SOTA)\b"
    r"|^(?P<what>state[- ]of[- ]the[- ]art)\s\w+.{0,60}?\b(?:was|is|are|were)\b"
    r"|\b(?P<what>state[- ]of[- ]the[- ]art)\s(?:results?|performance)\b[^;]*?\b(?:improving|increasing|reducing|raising|boosting)\b",
    regex.IGNORECASE,
)


def rival_subject(before: str) -> regex.Match[str] | None:
    """Where the clause's subject is something else: `existing methods reach only ...`."""
    rival = _RIVAL_SUBJECT.search(before)
    if rival is None:
        return None
    ahead = before[: rival.start() + 1]
    if RELATIVE.search(rival[0]):
        is_subject = not _ACHIEVED.search(ahead)
    elif not _CLAUSE_BEGINS.search(ahead):
        is_subject = False  # `achieves state-of-the-art performance with only`: no subject but an object
    else:
        is_subject = not _OURS_AHEAD.search(ahead) and not (" and " in rival[0] and _COMPARED_AHEAD.search(ahead))
    return rival if is_subject else None


_ACHIEVED_BY = patterns.compiled(
    r"\S+ (?:M\d+ )?(?:for|of|from|with|(?:(?:achieved|obtained|reported|reached|attained|scored|set|produced|given) )?by|using) (?:the |an? )?(?:(?:much |far )?[a-z-]+er , (?=[a-z-]+ N))?(?P<what>(?:(?<=(?:trained|tuned) )on |(?!Q\d|,|;|\.|\)|to |on )\S+ |(?<=\( N\d+ )\) ){1,7})"
)
_BRACKETED_NAME = Ending(r"\S+ \( (?P<name>N\d+) \) $")
_BASELINE_BEFORE = patterns.compiled(
    rf" (?P<what>[\w-]*(?:state-of-the-art|sota|baseline|existing|previous|prior|vanilla|human|best|conventional|traditional|original)[\w-]* (?:(?![QFT]\d|,|;|\.|\(|(?:achiev|reach|obtain|attain|yield|struggl|fail|perform|scor)\w* |gets? |that |which |who |while |from |only |at |is |was |has |have |had |where |of (?!the art)|on |by |can |could |may |and )\S+ ){{0,5}}|N\d+ (?:N\d+ |(?:{word_classes()['approach']}) ){{0,3}})(?:\( [^()]* \) )?(?:(?!Q\d|;)\S+ ){{0,8}}$",
    regex.IGNORECASE,
)


def rival_after(tape: Tape, index: int) -> str | None:
    """The rival named right behind a figure: `61% for HeronNet`."""
    if human := HUMANS_BEHIND.match(tape.text, tape.offsets[index]):
        return human["who"]
    match = _ACHIEVED_BY.match(tape.text, tape.offsets[index])
    bracketed = _BRACKETED_NAME.search(match["what"]) if match else None
    if match and bracketed:
        return name_at(tape, match.start("what") + bracketed.start("name"))
    return baseline_text(tape, match.span("what")) if match else None


_PAIR_AHEAD = Ending(r" Q\S+ (?:M\d+ )?(?:vs|vs\.|versus) $")


def exceeded(tape: Tape, index: int) -> str:
    """The system whose figure another exceeds: `surpassing the 58.5% obtained by HeronNet`."""
    if known := _KNOWN_RESULT.match(tape.text, tape.offsets[index - 1]):
        return f"{known['known']} {known['what']}"
    return find_baseline(tape, index) or rival_after(tape, index) or "baseline"


_KNOWN_RESULT = patterns.compiled(
    r"(?P<known>previous|prior|existing) Q\S+ (?:(?!Q\d)[\w-]+ ){0,2}?(?P<what>state-of-the-art|sota|best) "
)
"""`surpassing the previous 86.4% state-of-the-art accuracy`."""


def further_rival(tape: Tape, first: int, index: int) -> str | None:
    """The system of a figure that goes on with a rival's: `compared to 63% for HeronNet and 57% for CraneNet`."""
    further = _FURTHER.fullmatch(tape.text, tape.offsets[first], tape.offsets[index])
    if further is None:
        return None
    again = tape.tokens[index + 1] == further["link"] == "when"
    return rival_after(tape, index) or (OURS if again else None)


_FURTHER = patterns.compiled(
    r"Q\S+ (?:M\d+ )?(?P<link>for|with|from|of|by|when|in|using|without|obtained) (?:(?![QFTO]\d|[;.():] |(?:our|ours|we|it|while|whereas|but|which|that) )\S+ ){1,12}?(?:(?:, )?and|,) (?:(?:only|just|about|an?|the) )*"
)


def rival_before(tape: Tape, index: int) -> str | None:
    """The last rival named before a figure."""
    match = _BASELINE_BEFORE.search(tape.text, 0, tape.offsets[index])
    return system_of(tape, match.span("what")) if match else None


def system_of(tape: Tape, span: tuple[int, int]) -> str | None:
    """The rival that a span names, without the measure of it: `human` of `human accuracy`."""
    if measured := _ITS_MEASURE.search(tape.text, *span):
        span = span[0], measured.start()
    text = baseline_text(tape, span)
    return text and _without_s(text)


def _without_s(owner: str) -> str:
    return owner.removesuffix("’s").removesuffix("'s")


_ITS_MEASURE = Ending(
    r"(?<= (?:humans?|baselines?|N\d+(?: s)?|state-of-the-art|\S+['’]s?) )(?:M\d+ |performance |results? )+$|(?<=N\d+ )s (?:M\d+ )*$"
)
