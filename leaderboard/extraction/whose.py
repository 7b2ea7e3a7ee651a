"""Whose result a number is: the paper's own method, a name beside the number, or something it is compared with."""

from __future__ import annotations

import regex

from leaderboard.extraction.baselines import baseline_text, find_baseline
from leaderboard.extraction.names import is_model_name
from leaderboard.extraction.reading import Match
from leaderboard.extraction.tape import Tape
from leaderboard.model import OURS, Kind, Role

_EARLY_NAME = regex.compile(r" (?P<name>[NO]\d+) (?:(?!Q\d|F\d|T\d|;|\.|:|[NO]\d)\S+ ){0,10}$")
_RIVAL_CUE = regex.compile(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|compared (?:to|with)|versus|vs|whereas|while|against|above|better than|from|relative to|higher than|ahead of|exceeding|above|beyond|unlike) (?:(?!Q\d|;|\.)\S+ ){0,14}$"
)
_RIVAL_SUBJECT = regex.compile(
    r" (?:(?:existing|previous|prior|state-of-the-art|sota|best (?:previous|existing|prior|published|known|performing|baseline|competing)|best-performing|current|baseline|baselines|humans?|vanilla|standard|conventional|traditional|original|even|strongest|leading|competing|these|most|untrained|random) )(?:(?!Q\d|;|\.|,|we|our|O\d)\S+ ){0,8}(?:achiev\w+|obtain\w*|reach\w*|attain\w*|scor\w+|only|perform\w*|get|gets|at|yield\w*|struggle|fail) (?:(?!Q\d|;)\S+ ){0,6}$"
)
_BESIDE = regex.compile(r" (?P<name>[NO]\d+) (?:(?:model|baseline|method|network|models|alone) )?\( (?:\S+ )?$")
_IN_A_LIST = regex.compile(r"\) (?:, )?(?:and |or )?$")
_HUMANS = regex.compile(
    r" humans? (?:(?:expert|annotator|rater|level|baseline|performance|evaluator|operator|player)s? )*(?:M\d+ |\( |(?:can |only |also )*(?:achiev|reach|scor|attain|obtain|perform)\w* |(?:get|gets|has|have|had|at) )(?:(?!Q\d|;|\.|,|we|our|O\d|with|to)\S+ ){0,10}$"
)
_CLAUSE_BEGINS = regex.compile(
    r"(?:^ |[,;:(—–-] |\b(?:that|while|whereas|whilst|but|where|although|though|and|since|because|when|for) )(?:(?:the|these|those|all|most|even|other|a|an|two|three|\w+ly) )*$"
)
_RELATIVE = regex.compile(r" (?:that|which|who) ")
_OURS_AHEAD = regex.compile(r" (?:our|we|O\d+)(?: \S+){0,1} $")
_COMPARED_AHEAD = regex.compile(r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|to|with|against) (?:the )?$")
_CONTRAST = regex.compile(r" (?:while|whereas|but|than|where) (?:the |even |only )?(?:\S+ ){0,2}$")
_ACHIEVES = regex.compile(r" (?:achiev|obtain|reach|attain|scor|only|has|had|gets|yield|perform)\w* ")
_NAME_AFTER = regex.compile(
    r"\S+ (?:M\d+ )?(?:for|of|by|from|achieved by|obtained by|using) (?:the )?(?:\w+ )?(?P<name>N\d+) "
)
_COMPARING = regex.compile(r" (?:compared|versus|vs|than|against|while|whereas|over) (?:(?!;|\.)\S+ ){0,16}$")


def whose(tape: Tape, item: int, kind: Kind, match: Match | None) -> tuple[str, Role]:
    """Method and role of the claim at an item: the paper's own method (OURS) unless the words around say otherwise."""
    before = tape.text[: tape.offsets[item]]
    if match is not None and match.rule.role == "baseline":
        return _rival_after(tape, item) or _rival_before(tape, item) or _what_was(tape, item), "baseline"
    subject = _EARLY_NAME.search(before)
    if kind not in ("score", "cost"):
        return _subject_name(tape, before, subject) or OURS, "own"
    if beside := _BESIDE.search(before):
        return _named_beside(tape, beside)
    if human := _HUMANS.search(before):
        return before[human.start() :].split()[0], "baseline"
    if _is_rival(before):
        return _rival_before(tape, item) or "baseline", "baseline"
    named = _NAME_AFTER.match(tape.text, tape.offsets[item])
    if named and _COMPARING.search(before):
        return _whole_name(tape, tape.item_at(named.start("name"))), "baseline"
    if subject is not None and tape.items[tape.item_at(subject.start("name"))].kind == "N":
        contrasted = _CONTRAST.search(before[: subject.start() + 1])
        if contrasted and _ACHIEVES.search(before[subject.end("name") :]):
            return _name_at(tape, subject.start("name")), "baseline"
    return _subject_name(tape, before, subject) or OURS, "own"


def tested(tape: Tape, item: int) -> tuple[str, Role]:
    """Method and role where a paper that only gives a benchmark names no subject of its own before the number."""
    before = tape.text[: tape.offsets[item]]
    if _OWN_SUBJECT.search(before):
        return OURS, "own"
    for pattern in (_TESTED_BEFORE, _EARLY_NAME):
        if name := pattern.search(before):
            return _name_at(tape, name.start("name")), "baseline"
    return "baseline", "baseline"


_OWN_SUBJECT = regex.compile(r" (?:we|our|ours|proposed|fine-?tun\w*|new|novel) ")
_TESTED_BEFORE = regex.compile(
    r" (?P<name>N\d+) (?:, (?:(?!Q\d|;|\.|,)\S+ ){1,10}, )?(?:only |can |even )*(?:achiev|reach|scor|attain|obtain|perform|get)\w* (?:(?!Q\d|;)\S+ ){0,10}$"
)


def _what_was(tape: Tape, item: int) -> str:
    """Whose the value is that another begins from: what the sentence compares with, the state of the art it improves."""
    improved = _STATE_OF_THE_ART.search(tape.sentence)
    return find_baseline(tape, item) or (improved["what"] if improved else "baseline")


_STATE_OF_THE_ART = regex.compile(
    r"\b(?:(?:improv|push|advanc|increas|rais|boost|reduc|outperform|surpass|exceed|beat)\w*|compared\s(?:to|with)|up?on|over|than|against|by|previous|former|prior|existing)\s(?:(?:the|best|current|previous|former|prior|existing)\s)*(?P<what>state[- ]of[- ]the[- ]arts?|SOTA)\b"
    r"|^(?P<what>state[- ]of[- ]the[- ]art)\s\w+.{0,60}?\b(?:was|is|are|were)\b"
    r"|\b(?P<what>state[- ]of[- ]the[- ]art)\s(?:results?|performance)\b[^;]*?\b(?:improving|increasing|reducing|raising|boosting)\b",
    regex.IGNORECASE,
)


def _named_beside(tape: Tape, beside: regex.Match[str]) -> tuple[str, Role]:
    """`Owl (91%)`: the paper's own method, or a rival where something before it compares."""
    k = tape.item_at(beside.start("name"))
    if tape.items[k].kind == "O":
        return _name_at(tape, beside.start("name")), "own"
    ahead = tape.text[: tape.offsets[_first_of_name(tape, k)]]
    if _RIVAL_CUE.search(ahead) or _IN_A_LIST.search(ahead):
        return _whole_name(tape, k), "baseline"
    return OURS, "own"


def _is_rival(before: str) -> bool:
    """Whether the clause's subject is something else: `existing methods reach only ...`."""
    rival = _RIVAL_SUBJECT.search(before)
    if rival is None:
        return False
    ahead = before[: rival.start() + 1]
    if _RELATIVE.search(rival[0]):
        return True
    if not _CLAUSE_BEGINS.search(ahead):
        return False  # `achieves state-of-the-art performance with only`: no subject but an object
    return not _OURS_AHEAD.search(ahead) and not (" and " in rival[0] and _COMPARED_AHEAD.search(ahead))


def _subject_name(tape: Tape, before: str, subject: regex.Match[str] | None) -> str | None:
    """The name that is the clause's subject: a variant of the own method, or one that nobody introduced."""
    if subject is None:
        return None
    own = tape.items[tape.item_at(subject.start("name"))].kind == "O"
    return _name_at(tape, subject.start("name")) if own or _is_subject(tape, before, subject) else None


_SUBJECT_VERB = regex.compile(
    r"(?:\w+ly |can |also |is able to |to )*(?:achiev|obtain|reach|attain|scor|yield|deliver|gets?|outperform|surpass|enjoy|improv|reduc|provid|offer|show|boost|increas|requir|need|tak|sav|exceed|beats?|runs?)\w* "
)
_SHAPED_NAME = regex.compile(r"\p{Lu}.*\p{Lu}|\p{L}\d|\p{Ll}\p{Lu}")


def _is_subject(tape: Tape, before: str, name: regex.Match[str]) -> bool:
    """Whether a name that nobody introduced is the subject of the clause: `SQL-Llama achieves ...`."""
    written = _name_at(tape, name.start("name"))
    verb = _SUBJECT_VERB.match(before, name.end("name") + 1)
    return verb is not None and _SHAPED_NAME.search(written) is not None and not is_model_name(written)


def _first_of_name(tape: Tape, index: int) -> int:
    """The first item of the name that ends at `index`, with the names right before it: `Full FT`."""
    while (
        index > 0
        and tape.items[index - 1].kind == "N"
        and tape.sentence[tape.items[index - 1].end : tape.items[index].start] == " "
    ):
        index -= 1
    return index


def _whole_name(tape: Tape, index: int) -> str:
    return tape.sentence[tape.items[_first_of_name(tape, index)].start : tape.items[index].end]


def _name_at(tape: Tape, offset: int) -> str:
    return tape.items[tape.item_at(offset)].mentions[0].text


_ACHIEVED_BY = regex.compile(
    r"\S+ (?:M\d+ )?(?:for|of|by|from|with|achieved by|using) (?:the )?(?P<what>(?:(?!Q\d|,|;|\.|to |on )\S+ ){1,6})"
)
_BASELINE_BEFORE = regex.compile(
    r" (?P<what>(?:[\w-]*(?:state-of-the-art|sota|baseline|existing|previous|prior|vanilla|human|best|conventional|traditional|original)[\w-]*|N\d+) (?:(?!Q\d|,|;|\.|achiev\w+|that |which |who |while |from |only |at |is |was |of )\S+ ){0,5})(?:(?!Q\d|;)\S+ ){0,8}$",
    regex.IGNORECASE,
)


def _rival_after(tape: Tape, index: int) -> str | None:
    match = _ACHIEVED_BY.match(tape.text, tape.offsets[index])
    return baseline_text(tape, match.span("what")) if match else None


def _rival_before(tape: Tape, index: int) -> str | None:
    match = _BASELINE_BEFORE.search(tape.text, 0, tape.offsets[index])
    return baseline_text(tape, match.span("what")) if match else None
