"""How right extraction is on annotated papers: `evaluate` counts what agrees and lists what does not.

An annotated and an extracted claim are paired one to one where the number and its place are the same. Of the pairs,

    detect  has the kind right too
    board   and sign, range, unit, metric, benchmark and role
    full    and method, baseline and bound
    rows    counts alone the scores on a named benchmark: right at board level, and in the method

`agreement.py` says when two fields agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from leaderboard.checking.agreement import FIELDS, LEVELS, Agreement, Annotation, paired
from leaderboard.errors import InputError
from leaderboard.extraction import extract
from leaderboard.model import KINDS, Claim, Paper
from leaderboard.sources import files

BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
"""The bounds of the calibration table's bins; the last one lets 1 in."""
ROWS = "rows"


class Document(BaseModel):
    """An annotated paper. In a file, an annotation without `start` has `quote`, `number` and, if need be, `nth`."""

    model_config = ConfigDict(frozen=True)

    id: Annotated[str, BeforeValidator(lambda given: str(given) if type(given) is int else given)]
    title: str = ""
    abstract: str
    claims: tuple[Annotation, ...]

    @property
    def paper(self) -> Paper:
        """What extraction reads of it."""
        return Paper(paper_id=self.id, title=self.title, abstract=self.abstract)

    @field_validator("claims", mode="after")
    @classmethod
    def _in_place(cls, claims: tuple[Annotation, ...], info: ValidationInfo) -> tuple[Annotation, ...]:
        abstract = info.data.get("abstract")
        return claims if abstract is None else tuple(_placed(claim, abstract) for claim in claims)


def _placed(annotation: Annotation, abstract: str) -> Annotation:
    """The annotation with its number's place in the abstract. Raises ValueError where there is none."""
    if annotation.start >= 0:
        if annotation.start >= len(abstract):
            raise ValueError(f"the place {annotation.start} lies behind the abstract's end")
        return annotation
    quoted = abstract.find(annotation.quote)
    if quoted < 0 or not annotation.number:
        raise ValueError("a claim has neither start nor a number and the abstract's words around it in quote")
    at = -1
    for _ in range(annotation.nth or 1):
        at = annotation.quote.find(annotation.number, at + 1)
        if at < 0:
            raise ValueError("a claim's number is not in its quote as often as nth says")
    return annotation.model_copy(update={"start": quoted + at})


class Figures(BaseModel):
    """Precision, recall and F1, to four decimals, and the counts they are made of."""

    model_config = ConfigDict(frozen=True)

    precision: float
    recall: float
    f1: float
    right: int
    extracted: int
    annotated: int


class RuleFigures(BaseModel):
    """What one rule read: how many claims, and how many of them are right at two levels."""

    model_config = ConfigDict(frozen=True)

    rule: str
    claims: int
    detect: int
    board: int


class Bin(BaseModel):
    """The claims whose stated confidence is in [low, high): their mean, and the share that is right at board level."""

    model_config = ConfigDict(frozen=True)

    low: float = Field(serialization_alias="from")
    high: float = Field(serialization_alias="to")
    stated: float
    measured: float
    claims: int


class Miss(BaseModel):
    """An annotated claim that was missed, a spurious one, or a pair that differs in the fields `wrong`."""

    model_config = ConfigDict(frozen=True)

    what: Literal["missed", "spurious", "wrong"]
    id: str
    title: str
    wrong: tuple[str, ...] = ()
    annotated: Annotation | None = None
    extracted: Claim | None = None


class Evaluation(BaseModel):
    """All that is measured. `kinds` is at board level; `fields`: the share of pairs in which a field is right."""

    model_config = ConfigDict(frozen=True)

    documents: int
    levels: dict[str, Figures]
    """`detect`, `board`, `full` and `rows`."""
    kinds: dict[str, Figures]
    fields: dict[str, float]
    rules: list[RuleFigures]
    """Those that read most come first."""
    calibration: list[Bin]
    misses: list[Miss]
    """Missed claims, then spurious ones, then wrong ones, each in the order of the documents."""

    def with_misses(self, most: int) -> Evaluation:
        """The same with at most that many misses of each sort."""
        sorts: dict[str, list[Miss]] = defaultdict(list)
        for miss in self.misses:
            sorts[miss.what].append(miss)
        return self.model_copy(update={"misses": [miss for found in sorts.values() for miss in found[:most]]})


def read(path: Path) -> list[Document]:
    """Annotated papers from JSON Lines: `id`, `title`, `abstract` and `claims`, whose fields are those of `Annotation`.

    Raises InputError, with the line, for what cannot be read, is no such document, or has an id that was there before.
    """
    try:
        text = files.decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    documents: list[Document] = []
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            document = Document.model_validate_json(line)
        except ValidationError as error:
            raise InputError(f"{path}, line {number}: {_first(error)}") from error
        if (earlier := lines.setdefault(document.id, number)) != number:
            raise InputError(f"{path}, line {number}: the id {document.id!r} is on line {earlier} already")
        documents.append(document)
    if not documents:
        raise InputError(f"{path}: holds no annotated paper; each line is one, with id, title, abstract and claims")
    return documents


def _first(error: ValidationError) -> str:
    """Where in the line the first error is, and what is wrong there."""
    found = error.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in found["loc"])
    message = found["msg"].removeprefix("Value error, ")
    return f"{place}: {message}" if place else f"{message}; each line is a JSON object with id, abstract and claims"


def extracted(documents: Iterable[Document]) -> list[Claim]:
    """What we extract from the annotated papers."""
    return [claim for document in documents for claim in extract(document.paper)]


@dataclass(frozen=True)
class Judged:
    """One document's claims, and how they pair."""

    document: Document
    claims: Sequence[Claim]
    pairs: Sequence[tuple[int, int, Agreement]]
    """Index of the annotated claim, of the extracted one, and in what they agree."""

    def outcomes(self) -> Iterator[tuple[Claim, Agreement | None]]:
        """Each extracted claim with what agrees, None where no annotated claim has its place and value."""
        of = {other: how for _, other, how in self.pairs}
        for number, claim in enumerate(self.claims):
            yield claim, of.get(number)


def judged(documents: Iterable[Document], claims: Iterable[Claim]) -> list[Judged]:
    """The documents, each with its claims, paired. Claims of other papers are left out."""
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.paper_id].append(claim)
    return [Judged(document, of[document.id], paired(document.claims, of[document.id])) for document in documents]


def evaluate(documents: Sequence[Document], claims: Iterable[Claim]) -> Evaluation:
    """Measure claims against the annotated papers they are from."""
    found = judged(documents, claims)
    outcomes = [outcome for each in found for outcome in each.outcomes()]
    return Evaluation(
        documents=len(documents),
        levels=_by_level(found),
        kinds=_by_kind(found),
        fields=_by_field(found),
        rules=_by_rule(outcomes),
        calibration=calibration((claim.confidence, bool(how and how.at("board"))) for claim, how in outcomes),
        misses=[*_missed(found), *_spurious(found), *_wrong(found)],
    )


def _figures(right: int, got: int, gold: int) -> Figures:
    precision, recall = right / got if got else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Figures(
        precision=round(precision, 4),
        recall=round(recall, 4),
        f1=round(f1, 4),
        right=right,
        extracted=got,
        annotated=gold,
    )


def _by_level(found: Sequence[Judged]) -> dict[str, Figures]:
    got = sum(len(each.claims) for each in found)
    gold = sum(len(each.document.claims) for each in found)
    agreements = [how for each in found for *_, how in each.pairs]
    levels = {str(level): _figures(sum(how.at(level) for how in agreements), got, gold) for level in LEVELS}
    return {**levels, ROWS: _rows(found)}


def _rows(found: Sequence[Judged]) -> Figures:
    """Scores on a named benchmark, paired among themselves."""
    right = got = gold = 0
    for each in found:
        annotated = [claim for claim in each.document.claims if claim.kind == "score" and claim.benchmark]
        claims = [c for c in each.claims if c.kind == "score" and (c.benchmark or c.benchmark_text)]
        right += sum(how.at("board") and "method" in how.fields for *_, how in paired(annotated, claims))
        got += len(claims)
        gold += len(annotated)
    return _figures(right, got, gold)


def _by_kind(found: Sequence[Judged]) -> dict[str, Figures]:
    counts = {kind: [0, 0, 0] for kind in KINDS}
    for each in found:
        for number, _, how in each.pairs:
            counts[each.document.claims[number].kind][0] += how.at("board")
        for claim in each.claims:
            counts[claim.kind][1] += 1
        for annotation in each.document.claims:
            counts[annotation.kind][2] += 1
    return {kind: _figures(*numbers) for kind, numbers in counts.items()}


def _by_field(found: Sequence[Judged]) -> dict[str, float]:
    agreements = [how for each in found for *_, how in each.pairs]
    return {name: round(sum(name in how.fields for how in agreements) / (len(agreements) or 1), 4) for name in FIELDS}


def _by_rule(outcomes: Iterable[tuple[Claim, Agreement | None]]) -> list[RuleFigures]:
    of: dict[str, list[Agreement | None]] = defaultdict(list)
    for claim, how in outcomes:
        of[claim.rule].append(how)
    rules = [
        RuleFigures(
            rule=rule,
            claims=len(seen),
            detect=sum(how is not None and how.at("detect") for how in seen),
            board=sum(how is not None and how.at("board") for how in seen),
        )
        for rule, seen in of.items()
    ]
    return sorted(rules, key=lambda rule: (-rule.claims, rule.rule))


def calibration(claims: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Stated against measured precision, from each claim's stated confidence and whether it is right; no empty bins."""
    seen = list(claims)
    rows = []
    for low, high in pairwise(BINS):
        inside = [(stated, right) for stated, right in seen if low <= stated < high]
        if inside:
            rows.append(
                Bin(
                    low=low,
                    high=min(high, 1.0),
                    stated=round(sum(stated for stated, _ in inside) / len(inside), 3),
                    measured=round(sum(right for _, right in inside) / len(inside), 3),
                    claims=len(inside),
                )
            )
    return rows


def _missed(found: Sequence[Judged]) -> Iterator[Miss]:
    for each in found:
        paired_ones = {number for number, *_ in each.pairs}
        for number, annotation in enumerate(each.document.claims):
            if number not in paired_ones:
                yield Miss(what="missed", id=each.document.id, title=each.document.title, annotated=annotation)


def _spurious(found: Sequence[Judged]) -> Iterator[Miss]:
    for each in found:
        for claim, how in each.outcomes():
            if how is None:
                yield Miss(what="spurious", id=each.document.id, title=each.document.title, extracted=claim)


def _wrong(found: Sequence[Judged]) -> Iterator[Miss]:
    for each in found:
        for number, other, how in each.pairs:
            if not how.at("full"):
                yield Miss(
                    what="wrong",
                    id=each.document.id,
                    title=each.document.title,
                    wrong=how.wrong,
                    annotated=each.document.claims[number],
                    extracted=each.claims[other],
                )
