"""Names in plain words by which a paper calls its method: `a method called leaf replay`, `we propose leaf replay, a way to`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cued, Ending
from leaderboard.extraction.method_words import HEAD_NOUN, PART
from leaderboard.extraction.spelling import WRAP

_PLAIN = r"\p{Ll}[\p{Ll}'’-]*+"
_NO_NAME = r"(?:an?|the|our|its?|itself|them|that|this|these|those|to|two|three|new|novel|several|some|both|and|or|how|what|using|by|in|for|from|with|on|of)\b"
_PLAIN_NAME = rf"(?!{_NO_NAME}){_PLAIN}(?:\s(?!(?:and|or|which|that|is|are|can|we|by|using|with|based|to|for|in)\s){_PLAIN}){{0,4}}?"
_NAME = rf"(?P<name>{_PLAIN_NAME})"
_SORT = r"(?:forms?|variants?|extensions?|generali[sz]ations?|alternatives?|ways?|famil(?:y|ies)|class|recipe|objective|regulari[sz](?:er|ation)|attacks?|defen[sc]e|simulator|tool|robot|gripper|device|procedure|process|mechanism|criterion|strategies|representations?|design|primitive|operator|operation|function)"
_CLOSED = r"[\"”'’*}]*"
_NAME_ENDS = (
    rf"(?={_CLOSED}(?:[,.;]|\s\(|\s(?:that|which|to|for|where|whose|in\swhich|and|by|based|with|is|are|on|using)\b))"
)
_CALLED = Cued(
    "called_ named_ dubbed_ termed_ coined_ call_ term_",
    patterns.compiled(
        rf"(?:called|named|dubbed|termed|coined|call|term)\s(?:as\s)?(?:an?\s|the\s)?{WRAP}{_NAME}{_NAME_ENDS}"
    ),
)
_PROPOSES = Ending(
    rf"\b(?:[Ww]e|[Oo]ur|[Tt]his|novel|new|simple|propos\w+|introduc\w+|present\w*|develop\w*)\b[^.;:]{{0,120}}?\b(?!(?:{PART}|policy|attention|metric|representation|embedding|models)\b){HEAD_NOUN},?\s(?:(?:which|that)\s)?(?:(?:we|is)\s)?$"
)
_APPOSED = Cued(
    "propose_ introduce_ present_ develop_ design_ describe_",
    patterns.compiled(
        rf"(?:propose|introduce|present|develop|design|describe)\s{WRAP}(?P<name>(?:\p{{Lu}}\p{{Ll}}+\s(?=\p{{Ll}}))?{_PLAIN_NAME}){_CLOSED},\s(?:an?|the\sfirst)\s(?:[\w-]+\s){{0,6}}(?:{HEAD_NOUN}|{_SORT})\b"
    ),
)
_REFERRED = Cued(
    "We_ we_",
    patterns.compiled(
        rf"[Ww]e\s(?:\w+\s)?(?:call|name|term|dub|refer\sto)\s(?:our|this|the|these)\s(?:[\w-]+\s){{0,4}}?(?!{PART}\b){HEAD_NOUN}\s(?:as\s)?(?:an?\s|the\s)?{WRAP}{_NAME}{_NAME_ENDS}"
    ),
)
_QUOTED = Cued(
    '“ " ‘ ``',
    patterns.compiled(
        r"(?:[“\"‘]|``)(?P<name>(?:[\p{L}\d][\w'-]*\s){0,3}[\p{L}\d][\w'-]+),?(?:[”\"’]|'')(?=[,.;]|\s(?:for|to|that|which|an?)\b)"
    ),
)
_GIVES = Ending(
    rf"\b(?:[Ww]e\s(?:\w+\s)?(?:propose|introduce|present|develop)\s(?:an?\s|the\s)?(?:new\s|novel\s)?|[Tt]he\sproposed\s|(?:an?|new|novel|propos\w+|introduc\w+|present\w*|develop\w*)\s[^.;:]{{0,120}}?\b(?!(?:{PART}|policy|attention|metric|representation|embedding)\b){HEAD_NOUN}\b[^.;:,]{{0,60}},\s(?:the\s)?)$"
)
_WE = Ending(r"\b[Ww]e\s(?:[\w,]+\s){0,4}$")
EXPRESSIONS = (_CALLED, _APPOSED, _REFERRED, _QUOTED)
"""What the names are looked for with, so that one pass over a text finds the cues of all such expressions."""


def plain_names(text: str, places: Mapping[Cued, Sequence[int]]) -> Iterator[str]:
    """The names that the text gives in plain words to what it proposes; `places` are where the expressions' cues stand."""
    for match in _REFERRED.finditer(text, places[_REFERRED]):
        yield match["name"]
    for said, before in ((_CALLED, _PROPOSES), (_APPOSED, _WE), (_QUOTED, _GIVES)):
        for match in said.finditer(text, places[said]):
            if before.search(text, max(0, match.start() - 200), match.start()):
                yield match["name"]
