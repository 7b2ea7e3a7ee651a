"""Names that a sentence gives beside a description: `the best model (Owl-7B) reaches`, `the leaf cutter (LeafC) achieves`."""

from __future__ import annotations

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cues, Ending
from leaderboard.extraction.marked_names import SHAPED_NAME
from leaderboard.extraction.names import is_served_model
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.model import Role

_CUES = Cues("best strongest top leading other")
_REST = r"(?:(?![QFT]\d|[;:()] |(?:while|whereas|but|which|than|over|compared|we|our|ours|using|when|its|humans?) |O\d)\S+ )"
_NAME = r"(?P<name>[NO]\d+ (?:(?:N\d+|\d[\d.]*|Q\d+[cn]) ){0,3})"
_LEADER = Ending(
    r"(?<! (?:our|ours|previous|prior|existing|second|next)) (?:best|strongest|top|leading)(?:-\w+)* (?:(?!baseline|previous|prior|existing|known|published)[a-z-]+ ){0,2}?"
    rf"(?:llms?|mllms?|vlms?|N\d+|(?!baseline|competitor|counterpart|state|result|sota|art|work)(?:{word_classes()['approach']})) (?:\( (?:(?:i\.e\.?|e\.g\.?|namely|,) )*{_NAME}(?:[^()]* )?\) (?:, )?|- - {_NAME}(?:\( [^()]* \) )?- - |[–—] {_NAME}(?:\( [^()]* \) )?[–—] |, {_NAME}(?:\( [^()]* \) )?, )"
    rf"(?:{word_classes()['achieve']}|(?:solv|answer|complet|identif|pass|predict|detect|recogni|handle|succeed|averag|classif)\w*|only|correctly) {_REST}{{0,8}}$"
)
_ALONE = Ending(
    rf" {_NAME}(?:\( [^()]* \) )?(?:\w+ly )?(?:outperform|surpass|exceed|lead|beat)\w* (?:all |every |the |any )*"
    rf"(?:others |other (?:\S+ ){{0,2}}?(?:llms?|mllms?|vlms?|{word_classes()['approach']}) )(?:, )?(?:with|at|reaching|achieving|scoring) {_REST}{{0,5}}$"
)
_OF_ANOTHER = patterns.compiled(r" [),–—-] (?:, )?[a-z]+ing ")
"""Behind the name what the subject of the clause does: `beats the best model (HeronNet), reaching`."""
_WITH = Ending(r" with (?:even )?(?:the |an? )?$")


def leading(tape: Tape, before: str) -> tuple[str, Role] | None:
    """Method and role of a score that follows the text `before` of a sentence, if it is of the best of those tried, by name."""
    if not _CUES.in_text(before):
        return None
    found = _LEADER.search(before) or _ALONE.search(before)
    if found is None or (
        found.re is _LEADER.forwards and _OF_ANOTHER.search(found[0]) and not _WITH.search(before, 0, found.start() + 1)
    ):
        return None
    name = " ".join(tape.source(*found.span("name")).split())
    return name, "baseline" if is_served_model(name) else "own"


_DESCRIBED = Ending(
    r"(?:^ |[,;:] |\b(?:and|while|whereas|but|that|where) )(?:the|an?) (?!(?:proposed|best)\b|(?:[a-z-]+ ){0,4}(?:baseline|competitor|competing|rival|strongest|existing|previous|conventional|state-of-the-art|second) )(?:[a-z][a-z-]+ |N\d+ ){1,5}?\( (?P<name>N\d+) \) (?:model |classifier |algorithm |method )?"
    rf"(?:achiev|obtain|reach|attain|scor|yield|perform|had |has |gave |gives |show|deliver|demonstrat|exhibit)\w* ?{_REST}{{0,8}}(?:Q\S+ {_REST}{{0,3}}and {_REST}{{0,6}})?$"
)


def described(tape: Tape, before: str) -> str | None:
    """The name in brackets behind the description that is the subject of a score: `the leaf cutter (LeafC) achieves`."""
    found = _DESCRIBED.search(before) if " ) " in before else None
    if found is None:
        return None
    name = tape.items[tape.item_at(found.start("name"))].mentions[0].text
    return name if SHAPED_NAME.search(name) else None
