"""The name that is the subject of a number's clause: `Owl-XS beats Crow by`."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.marked_names import SHAPED_NAME, is_others, last_match, name_at
from leaderboard.extraction.names import common_acronyms
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape


@dataclass(frozen=True, slots=True)
class Subject:
    """The name that is the subject of a number's clause: a variant of the own method, or one that nobody introduced.

    `contrasted` where the clause sets it against another (`while Owl reaches`), `compares` where what follows its verb
    speaks of another once more (`Owl reaches 90%, compared to`).
    """

    name: str
    contrasted: bool
    compares: bool


_ACTS = (
    r"(?P<name>[NO]\d+) (?P<noun>(?!that|which|who|results? |performance |polic(?:y|ies) |tasks? )[a-z]+ )?(?:\( [^()]+ \) |, |with Q\d+c (?:R\d+ |\w+ ))?"
    r"(?:\w+ly |can |could |also |further |is able to |to |not only )*(?:achiev|obtain|reach|attain|scor|yield|deliver|gets? |outperform|surpass|improv|reduc"
    r"|provid|offer|show|boost|increas|decreas|requir|needs? |takes? |sav|exceed|beats? |runs? |match|accelerat|speed|enjoy|demonstrat|perform|maintain|retain"
    r"|uses? |has |have |cuts? |followed |is |are |was |were |gives? |gave |finds? |found |leads to |results in |resulted in |push|rais|(?:solv|help|produc|generat|detect|recover|complet|predict|identif|recogni[sz]|classif|succeed)(?:i?e)?[sd] )"
)
_NAME_ACTS = patterns.compiled(_ACTS)
_SUBJECT = patterns.compiled(
    r"(?:^ |[;:] |\b(?:shows?|showed|find) |(?<![NO]\d+ (?:\w+ )?), (?:and |but )?|(?<=(?:and|on|into|to|with|unlike|using|for) (?:the )?N\d{1,3} ), |(?<![NO]\d+ (?:\w+ )?(?:, )?)(?:and|but) |\b(?:that|(?P<contrast>while|whereas)) )"
    rf"(?:(?:for example|in particular|on average|\w+ly|,) )*(?P<article>(?:our|the|its|this) (?:(?:proposed|resulting|new|novel|final|full|best|optimized|(?:[a-z-]+ )?(?:version|variant|model|family)(?: ,)?) )*)?{_ACTS}"
)
AHEAD = patterns.compiled(r" (?:at|with|using|under|requiring|in) (?:(?![QFTNO]\d)\S+ ){0,3}$")
SUBJECT_FOLLOWS = patterns.compiled(rf"Q\S+ (?:(?![QFTNO]\d|[;.])\S+ ){{0,6}}?, (?:our |the )?{_ACTS}")
"""`With 5M parameters, OwlNet-XL reaches`."""
_INTRODUCED = patterns.compiled(
    r" we (?:\w+ ){0,2}(?:propose|introduce|present|develop|design|devise) (?:(?:the|an?|novel|new|our) )*"
    r"(?:(?:(?![OQ]\d|[,;.:()] |(?:for|with|on|to|from|of|in|by|using) )\S+ ){0,8}\( )?(?P<name>[NO]\d+) (?:\) )?(?:, )?(?:an?|the|which|that) (?=(?:(?!(?:we|our|ours|it) |; )\S+ )*$)"
)
"""What a sentence introduces and tells of: `we introduce OwlNet-S, a smaller net that is faster by`."""
_TURNS = patterns.compiled(r" (?:while|when|,|and) \w+ing | with ")
_COMPARES = patterns.compiled(
    r" (?:we|our|ours|it|they|while|whereas|but|where|which|that|compared|than|versus|vs|against|over|[a-z]+ing (?:the )?[NO]\d+) "
)


def clause_subject(tape: Tape, before: str) -> Subject | None:
    """The name that is the subject of the clause that ends here: `Owl-XS beats Crow by`, not `Crow`."""
    last = last_match(_SUBJECT, before) if _NAME_ACTS.search(before) else None
    if " we " in before and (given := _INTRODUCED.search(before)) and (last is None or last.start() < given.start()):
        last = given
    if last is None:
        return None
    name = name_at(tape, last.start("name"))
    own = tape.items[tape.item_at(last.start("name"))].kind == "O"
    if not own and (not SHAPED_NAME.search(name) or is_others(name)):
        return None
    if not own and last.re is _INTRODUCED and name in common_acronyms():
        return None
    if (
        not own
        and last.re is _SUBJECT
        and last["article"]
        and last["article"] != "our "
        and name.removesuffix("s") in common_acronyms()
    ):
        return None  # `the CRF is`
    if last.re is _SUBJECT and not own and name in common_acronyms() and _is_of_noun(last):
        return None
    said = " " + before[last.end() :]
    if " ; " in said and _NEW_CLAUSE.search(said):
        return None
    if _ANOTHER.search(said) or (
        not own and last.re is _SUBJECT and _CHANGES_ITSELF.search(last[0] + before[last.end() :])
    ):
        return None
    turned = last_match(_TURNS, said)
    compares = _COMPARES.search(said[turned.end() - 1 :] if turned else said) is not None
    contrasted = " unlike our " in before or (last.re is _SUBJECT and last["contrast"] is not None)
    return Subject(name, contrasted and not own, compares)


_CHANGES_ITSELF = patterns.compiled(
    r"N\d+ (?:\w+ly )?(?:increas|decreas|reduc|improv|ris|rose|drop|f[ae]ll|declin|grow|grew)\w* (?:\w+ly )?from [FQ]\d"
)
"""What changes from one value to another is measured, and no method: `the cMAE falls from`."""


def _is_of_noun(subject: regex.Match[str]) -> bool:
    """Whether a name only tells a noun: `CoT length is`, `AR feedback improves`, but `our RCM reader` and `the CNN model`."""
    ours = (subject["article"] or "").startswith("our ")
    return subject["noun"] is not None and not ours and not _NO_THING.match(subject["noun"])


_NO_THING = patterns.compiled(rf"(?:\w+ly|can|could|also|not|further|to|{word_classes()['approach']}) ")
_NEW_CLAUSE = patterns.compiled(
    r" ; (?:(?:and|while|whereas|the|an?|our) )*(?:(?![QFTNO]\d|[,;.():] )\S+ ){1,5}?(?:(?:achiev|attain|obtain|yield|scor|reach)\w*|had|has|is|was|rises|rose|drops|dropped|falls|fell) "
)
"""Behind a semicolon another subject and its verb: `OwlNet helps; the whole system reaches`."""
_ANOTHER = patterns.compiled(r"(?:[,;:] |that |and |while |whereas |but )(?:we|our|the proposed|it|they) ")


def outdone(tape: Tape, item: int) -> str | None:
    """The name whose figure a sentence gives before that of its own method: `HeronNet reads 56%, while OwlNet reaches`."""
    given = _GIVES.search(tape.text, 0, tape.offsets[item])
    if given is None or not _OURS_BEHIND.match(tape.text, tape.offsets[item]):
        return None
    name = name_at(tape, given.start("name"))
    return None if is_others(name) else name


_VERBS = r"(?:achiev|obtain|reach|attain|scor|yield|get|has|have|requir|need|take|use|run|perform|classifi|solv|produc|cost|consum|suffer|spend)"
_GIVES = Ending(
    rf" (?P<name>N\d+) (?:(?:model|baseline|method|approach|algorithm|network) )?(?:\w+ly |can |only |still )*{_VERBS}\w* (?:(?![FTO]\d|[;.] |(?:our|ours|we|while|whereas|but|than|over|which|that|when|using|with) )\S+ ){{0,8}}$"
)
_OURS_BEHIND = patterns.compiled(
    rf"\S+ (?:(?![FT]\d|[;.] )\S+ ){{0,10}}?(?:while|whereas|but) (?:our |ours |the proposed |O\d+ )(?:\S+ ){{0,3}}?(?:{_VERBS}|is |are |outperform|improv|reduc)"
)
