"""How a text was read: its sentences, what each mentions, which rules spoke for each number, and what came of it.

`explain(paper)` gives an `Explanation`; `model_dump_json()` of it is what `leaderboard explain --json` prints. All
offsets are those of the abstract as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from leaderboard.extraction import LONGEST, Analysis, analyse, as_read, extract
from leaderboard.extraction.mentions import literal_mentions
from leaderboard.extraction.notation import line
from leaderboard.extraction.own_name import OwnName, own_name
from leaderboard.extraction.quantities import quantities
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Match, Reading
from leaderboard.extraction.rules import FRAMES
from leaderboard.extraction.sentences import sentences
from leaderboard.extraction.tape import Tape, tape_of
from leaderboard.limits import beyond
from leaderboard.model import Bound, Claim, Paper

MENTIONS = {"B": "benchmark", "M": "metric", "S": "speed", "R": "resource", "N": "name", "O": "own name"}
"""What the marks of a tape stand for; `Q`, `F` and `T` are quantities."""

Outcome = Literal["claim", "repeated", "no claim", "no result", "nothing spoke"]
OUTCOMES: dict[Outcome, str] = {
    "claim": "read as a claim",
    "repeated": "an earlier sentence, or a number before it, makes the same claim",
    "no claim": "a rule fired, but what it read makes no claim",
    "no result": "a rule says that this number is no result",
    "nothing spoke": "nothing spoke for a result",
}
"""What may come of a quantity."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Span(_Frozen):
    """A piece of the abstract: `abstract[start:end] == text`."""

    start: int
    end: int
    text: str


class Mention(Span):
    """Something named. `kind` is one of the values of `MENTIONS`; `canonical` is the lexicon's name, if it has one."""

    kind: str
    canonical: str | None


class Number(Span):
    """A quantity as read. The span is the number's; `written` also holds its sign, bound words, range and unit."""

    written: Span
    value: float
    value_to: float | None
    unit: str | None
    bound: Bound | None


class Fit(Span):
    """A rule that matches, and the words that it matches. Of the fitting rules the one of highest priority fires."""

    rule: str
    frame: str
    meaning: str
    """The frame in words."""
    priority: int
    slots: dict[str, str]
    """What the pattern's slots hold: `{"measure": "accuracy"}`."""


class ReadClaim(_Frozen):
    """A claim, and the same in one line."""

    line: str
    claim: Claim
    benchmark_from_before: bool
    """Whether the benchmark is named by an earlier sentence only."""


class Reasoning(_Frozen):
    """What came of a quantity, or of a list of them (`41.2%, 37.5% and 30.8%`), which is read as one."""

    numbers: tuple[Number, ...]
    outcome: Outcome
    reason: str | None
    """Why a rule that fired made no claim."""
    fired: Fit | None
    lost: tuple[Fit, ...]
    continues: str | None
    """The rule whose list of numbers this one goes on with; the claims are of that rule."""
    claims: tuple[ReadClaim, ...]


class LeftOut(Span):
    """A number that is taken for no quantity; `within` is the mention that it is part of, or else the word."""

    within: str


class Sentence(Span):
    """A sentence and its reading. `tape` is the line of words and marks that the rules match."""

    mentions: tuple[Mention, ...]
    tape: str
    quantities: tuple[Reasoning, ...]
    left_out: tuple[LeftOut, ...]


class Explanation(_Frozen):
    """How a paper's abstract was read."""

    paper_id: str
    title: str
    own_name: str | None
    """What title and abstract call the paper's own method."""
    beyond: tuple[str, ...]
    """The limits (of `limits.LIMITS`) that the abstract goes beyond: it is not read in full then."""
    sentences: tuple[Sentence, ...]

    @property
    def claims(self) -> list[Claim]:
        """All claims, in order of place."""
        return [read.claim for s in self.sentences for reasoning in s.quantities for read in reasoning.claims]


def explain(paper: Paper) -> Explanation:
    """How the paper's abstract was read; its claims are those that `extract` gives."""
    _, analyses = analyse(paper)
    own = own_name(paper.title, as_read(paper.abstract))
    claims = extract(paper)
    of_sentence = {analysis.start: analysis for analysis in analyses}
    found = tuple(
        _sentence(paper.abstract, start, end, own, of_sentence.get(start), claims)
        for start, end in sentences(paper.abstract[:LONGEST])
    )
    return Explanation(
        paper_id=paper.paper_id, title=paper.title, own_name=own.name, beyond=beyond(paper.abstract), sentences=found
    )


def _sentence(
    abstract: str, start: int, end: int, own: OwnName, analysis: Analysis | None, claims: Sequence[Claim]
) -> Sentence:
    text = abstract[start:end]
    tape = analysis.tape if analysis is not None else tape_of(text, own, quantities(text), literal_mentions(text))
    return Sentence(
        start=start,
        end=end,
        text=text,
        mentions=tuple(_mentions(tape, start, own)),
        tape=tape.text.strip(),
        quantities=tuple(_reasonings(analysis, claims)) if analysis is not None else (),
        left_out=tuple(_left_out(tape, start)),
    )


def _span(text: str, offset: int, start: int, end: int) -> dict[str, int | str]:
    """A span of the sentence `text`, which begins at `offset` of the abstract."""
    return {"start": offset + start, "end": offset + end, "text": text[start:end]}


def _mentions(tape: Tape, offset: int, own: OwnName) -> Iterator[Mention]:
    for _, item in tape.marks:
        for mention in item.mentions:
            # a sentence that holds no claim is read before anyone asks for the own name: there it is any name
            kind = "O" if mention.kind == "N" and mention.text in own.all else mention.kind
            place = _span(tape.sentence, offset, mention.start, mention.end)
            yield Mention.model_validate(place | {"kind": MENTIONS[kind], "canonical": mention.canonical})


def _reasonings(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Reasoning]:
    drafts = {draft.item: draft for draft in analysis.drafts}
    named_here = any(item.kind == "B" for item in analysis.tape.items)
    for reading in analysis.readings:
        item = analysis.tape.items[reading.item]
        draft = drafts.get(reading.item)
        places = {analysis.start + quantity.start for quantity in item.quantities}
        made = [claim for claim in claims if claim.start in places]
        fired = None if reading.match is None else _fit(analysis, reading.match)
        continued = draft is not None and (fired is None or fired.rule != draft.rule)
        yield Reasoning(
            numbers=tuple(_number(analysis, quantity) for quantity in item.quantities),
            outcome=_outcome(reading, drafted=draft is not None, claimed=bool(made)),
            reason=analysis.refused.get(reading.item),
            fired=fired,
            lost=tuple(_fit(analysis, match) for match in reading.lost),
            continues=draft.rule if draft is not None and continued else None,
            claims=tuple(
                ReadClaim(
                    line=line(claim),
                    claim=claim,
                    benchmark_from_before=claim.benchmark is not None and not named_here,
                )
                for claim in made
            ),
        )


def _outcome(reading: Reading, drafted: bool, claimed: bool) -> Outcome:
    if drafted:
        return "claim" if claimed else "repeated"
    if reading.match is None:
        return "nothing spoke"
    return "no result" if reading.match.rule.frame == "nothing" else "no claim"


def _number(analysis: Analysis, quantity: Quantity) -> Number:
    text, offset = analysis.tape.sentence, analysis.start
    return Number.model_validate(
        _span(text, offset, quantity.start, quantity.end)
        | {
            "written": _span(text, offset, quantity.first, quantity.last),
            "value": quantity.value,
            "value_to": quantity.value_to,
            "unit": quantity.unit,
            "bound": quantity.bound,
        }
    )


def _fit(analysis: Analysis, match: Match) -> Fit:
    tape = analysis.tape
    return Fit.model_validate(
        _span(tape.sentence, analysis.start, *tape.span(tape.item_at(match.start), tape.item_at(match.end - 1)))
        | {
            "rule": match.rule.name,
            "frame": match.rule.frame,
            "meaning": FRAMES[match.rule.frame],
            "priority": match.rule.priority,
            "slots": {name: tape.source(start, end) for name, (start, end) in match.slots.items()},
        }
    )


_DIGITS = re.compile(r"(?<![^\W_])(?<![^\W_]-)\d(?:[\d.,]*\d)?")
_WORD = re.compile(r"\S+")


def _left_out(tape: Tape, offset: int) -> Iterator[LeftOut]:
    """Numbers outside every quantity: years, versions, citations, section numbers ...; not the 8 of `GSM8K`."""
    words = [match.span() for match in _WORD.finditer(tape.sentence)]
    for match in _DIGITS.finditer(tape.sentence):
        holding = [item for _, item in tape.marks if item.start < match.end() and match.start() < item.end]
        if any(item.quantities for item in holding):
            continue
        start, end = next((start, end) for start, end in words if start <= match.start() < end)
        named = [mention for item in holding for mention in item.mentions]
        within = next((m.text for m in named if m.start < match.end() and match.start() < m.end), None)
        place = _span(tape.sentence, offset, match.start(), match.end())
        yield LeftOut.model_validate(place | {"within": within or tape.sentence[start:end].strip(",.;:()")})
