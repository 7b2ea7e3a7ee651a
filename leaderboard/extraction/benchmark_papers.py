"""Whose figures are in a paper that gives a benchmark, or only studies models: of what others made, unless it says otherwise."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.marked_names import EARLY_NAME, first_of_name, last_match, name_at, whole_name
from leaderboard.extraction.names import is_model_name
from leaderboard.extraction.rivals import rival_before
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.model import OURS, Role


def made_besides(tape: Tape, item: int, texts: list[str]) -> str | None:
    """The system that a paper gives besides its benchmark, where a figure's sentence speaks of it before the figure.

    `texts` are the sentences of the abstract.
    """
    for index, mark in tape.marks:
        if index >= item:
            return None
        ends = tape.items[index + 1].kind != "N"
        if mark.kind == "N" and ends and _NO_WORD.search(mark.mentions[0].text):
            name = whole_name(tape, index)
            first = next((text for text in texts if name in text), "")
            if _GIVES.search(first, 0, first.find(name)):
                return name
    return None


_GIVES = patterns.compiled(
    r"\b[Ww]e (?:also |further |then |additionally )?(?:propose|present|introduce|develop|design|provide|devise|offer)\b[^.;]*"
    r"(?:\b(?:model|method|approach|network|baseline|system|framework|pipeline|algorithm),?\s(?:[Nn]amed |called )?|\b(?:dubbed|called|named) )$"
)
"""`we also provide a strong baseline model WrenER`."""


def tested(tape: Tape, item: int, subject: str) -> tuple[str, Role]:
    """Method and role where a paper only gives a benchmark: it tests what others made, unless it says that it made one.

    `subject` is the name that the clause gives, or OURS.
    """
    before = tape.text[: tape.offsets[item]]
    name = _TESTED_BEFORE.search(before)
    if _OWN_SUBJECT.search(before, name.start() if name else 0) or (
        name and _WITH_OWN.search(before, 0, name.start() + 1)
    ):
        return subject, "own"
    if subject != OURS:
        return subject, "baseline"
    if name:
        return _tested_name(tape, tape.item_at(name.start("name"))), "baseline"
    near = (EARLY_NAME.search(before), _TESTED_BEHIND.match(tape.text, tape.offsets[item]))
    names = [name_at(tape, found.start("name")) for found in near if found]
    known = [each for each in names if is_model_name(each) and _NO_WORD.search(each)]
    rival = None if known else rival_before(tape, item)
    if known or (rival and _SYSTEMS.search(rival)):
        return known[0] if known else rival or "", "baseline"
    spoken = last_match(_SPOKEN_OF, before)
    return tape.source(*spoken.span("what")) if spoken else "baseline", "baseline"


def studied(tape: Tape, item: int, subject: str) -> tuple[str, Role]:
    """What `tested` gives, for a paper that only studies models: what it trained or put together is its own."""
    before = tape.sentence[: tape.items[item].start]
    if _TRAINED.search(before) or _PUT_TOGETHER.search(tape.text, 0, tape.offsets[item]):
        return subject, "own"
    return tested(tape, item, subject)


def _tested_name(tape: Tape, index: int) -> str:
    """The whole name of a model that ends at an index: `Claude 3 Opus`."""
    first = first_of_name(tape, index)
    if index > 1 and tape.tokens[index - 1].isdigit() and tape.items[index - 2].kind == "N":
        first = index - 2
    return tape.sentence[tape.items[first].start : tape.items[index].end]


_SYSTEMS = patterns.compiled(rf"\b(?!results?$)(?:{word_classes()['approach']}|humans?|annotators|experts)$")
_OF_THE_STUDY = r"(?:[BR]\d+|benchmark|corpus|test|experiment|evaluation|result|analys[ie]s|finding|stud(?:y|ies)|survey|task|challenge|scenario)s? "
_OWN = (
    r"(?:ours |proposed |fine-?tun\w* "
    rf"|(?:our|new|novel) (?!(?:(?!{word_classes()['approach']} )\S+ ){{0,3}}?{_OF_THE_STUDY}))"
)
_OWN_SUBJECT = patterns.compiled(
    rf" (?:{_OWN}"
    r"|we (?:\w+ly |can |also |further |then |have |are able to )*(?:achiev|obtain|reach|attain|get|got|improv|outperform|train|learn)\w* "
    rf"|we (?:\w+ly |also |further |then )*(?:propos|develop|design|buil[dt]|creat|implement|construct|introduc|present)\w* (?:(?![,;.] )\S+ ){{0,8}}?(?:{word_classes()['approach']}|classifiers?) )"
)
"""What of a paper that gives a benchmark is its own, and no test of what others made: `our model`, `we train`, not `our experiments`."""
_WITH_OWN = patterns.compiled(rf" {_OWN}(?:(?!, )\S+ ){{0,12}}$")
_TESTED_BEFORE = patterns.compiled(
    r" (?P<name>N\d+) (?:, (?:(?!Q\d|;|\.|,)\S+ ){1,10}, |, (?:an?|the) (?:(?!Q\d|;|\.)\S+ ){1,10}?, |, )?(?:model |models )?(?:only |can |even |is |being |just |still |\w+ly )*(?:able to|achiev|reach|scor|attain|obtain|perform|get|outperform|surpass|writ|mak|produc|answer|solv|complet|identif)\w* (?:(?!;|while |whereas |but |we |our |[NO]\d|achiev|reach|scor(?!e of )|attain|obtain|perform)\S+ ){0,16}$"
)
_SPOKEN_OF = patterns.compiled(
    r"(?:^ |[,;:(] |\b(?:of|that|while|whereas|and|but|with|on|in|for|by|across|among|the|these|those|most|some|an?|no|Q\d+n|how|than|shows?|showed|find|found|see) )"
    r"(?P<what>(?:(?:[a-z-]*(?:top|best|leading|frontier|modern|current|recent|existing|advanced|strong|strongest|weak|weakest|capable|open|closed|the-art|source|weight|tier|performing|proprietary|commercial|popular|flagship|large|small|larger|smaller|other|both|language|vision|reasoning|foundation|multimodal|deep|learning|individual)|vision-language|N\d+) ){0,5}"
    r"(?:models|systems|agents|chatbots|detectors|tools|devices|assistants|(?<=(?:best|top|strongest|weakest|leading|[a-z]-performing|N\d+) )(?:model|system|agent|assistant))) (?!of )"
)
"""What a sentence says something of: `the best model`, `smaller language models`."""
_TRAINED = patterns.compiled(r"(?:(?<!\bpre-?)trained|tuned|adapted|augmented|distilled)\s", regex.IGNORECASE)
_PUT_TOGETHER = patterns.compiled(
    r" (?:the|this|an?|with) (?:(?!model|language)[a-z-]+ ){0,2}(?:approach|method|framework|pipeline|workflow|attack|defen[cs]e|strategy|algorithm|technique|scheme|procedure|combination|sensor|robot|prototype|ensemble|nomogram) | we can "
)
"""What a study itself made: `the workflow`, as is what was trained."""
_NO_WORD = patterns.compiled(r"\p{Lu}.*\p{Lu}|\d")
_TESTED_BEHIND = patterns.compiled(
    r"\S+ (?:M\d+ )?(?:(?!by |with |for |using )[a-z]+ ){0,8}?(?:\( (?:with |by )?|by |with |for |using )(?:the )?(?P<name>N\d+) "
)
"""`solves 3% of the cases (GPT-4)`."""
