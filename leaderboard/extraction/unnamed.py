"""Places without a name: `on four private data sets`, `in real-world scenarios`. What was measured there is on no benchmark."""

from __future__ import annotations

from functools import lru_cache

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cues
from leaderboard.extraction.tape import Tape

_ANY = (
    r"(?:an|a|another|other|several|selected|multiple|various|different|diverse|many|numerous|most|some|two|three|four|five|six"
    r"|seven|eight|nine|ten|Q\d+n)"
)
_KNOWN = r"(?:existing|common|standard|popular|public|established|previous|prior|earlier|unseen)"
_OWN = r"(?:our|own|internal|private|in-house|held-out|self-collected|self-recorded|personal|user|unseen)"
_WORD = r"(?:(?![BQFT]\d|[,;.:()] |(?:and|or|on|in|of|for|with|by|to|from|than|over|that|which|is|are) )\S+ )"
_SETS = r"(?:data ?sets|benchmarks|corpora|test ?(?:sets|beds)|(?P<data>R\d+) sets|(?P<set>R\d+))"
_PLACE = patterns.compiled(
    rf" (?:on|over|across|in|under|for) (?!the (?:two|three|four|five|six) (?:R\d+|data ?sets|benchmarks) )(?:the |its )?"
    rf"(?:(?:{_ANY}|{_KNOWN}) {_WORD}{{0,4}}?{_SETS}"
    rf"|(?:{_ANY}|{_OWN}) {_WORD}{{0,3}}?(?:data ?set|(?P<data>R\d+) set|benchmark|corpus|test ?(?:set|bed))"
    rf"|{_OWN} {_WORD}{{0,2}}?(?:data|(?P<data>R\d+)|{_SETS})"
    r"|(?<= (?:on|in|over|across|under) (?:the )?)(?:an? )?(?:\w+ )?real(?:-| )world (?:settings?|scenarios?|environments?|experiments?|conditions|tasks?|deployments?|data))"
    r" (?!B\d|R\d|sets? |data ?sets? |benchmarks? |corpora |such |including |like |namely |called |named |of |from |for |-+ |[,:(] (?:M\d+ )?(?:B\d|i\.e|e\.g|such|including|like|namely|the B\d))"
)
_SET_CUES = Cues("data benchmark corpus corpora test real")
_OURS = patterns.compiled(r" \w+ our (?:(?:new|proposed|novel|own) )*(?:data ?set|benchmark|corpus|R\d+) $")
"""The data set that a paper introduces, which has a name elsewhere."""


@lru_cache(maxsize=1)
def unnamed_places(tape: Tape) -> list[int]:
    """Indexes of the words that end what tells a place's kind, in order."""
    if not _SET_CUES.in_text(tape.sentence):
        return []
    found = set()
    for match in _PLACE.finditer(tape.text):
        last = tape.item_at(match.end() - 2)
        if not (_is_called(tape, match, "data") and _is_called(tape, match, "set", "dataset")):
            continue
        if not _OURS.match(match[0]):
            found.add(last)
    return sorted(found)


def _is_called(tape: Tape, match: regex.Match[str], group: str, name: str = "data") -> bool:
    """Whether the resource that a group of the match holds, if it does, is what is called so."""
    if match[group] is None:
        return True
    return tape.items[tape.item_at(match.start(group))].mentions[-1].text.lower().startswith(name)
