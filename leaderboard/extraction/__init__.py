"""Extraction: `extract(paper)` reads the results that an abstract claims. A pure function: no files, no clock, no state.

sentences -> mentions (quantities, names, measures) -> rules over the tape -> resolve (kind, names, roles).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.benchmark_papers import made_besides, studied, tested
from leaderboard.extraction.confidence import circumstances, confidence
from leaderboard.extraction.context import Earlier, take_from_context
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import Draft, Refused
from leaderboard.extraction.kinds import lower_is_better
from leaderboard.extraction.line_ends import rejoined
from leaderboard.extraction.mentions import Mention, literal_mentions
from leaderboard.extraction.names import plain
from leaderboard.extraction.overlap import at_overlap
from leaderboard.extraction.own_name import OwnName, own_name
from leaderboard.extraction.pairs import rivals_of
from leaderboard.extraction.quantities import by_sentence, candidates, quantities
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.reading import Reading, readings
from leaderboard.extraction.resolve import drafts, first_draft
from leaderboard.extraction.sentences import sentences
from leaderboard.extraction.setting import held, model_size, of_paper, setting
from leaderboard.extraction.studies import studies_others
from leaderboard.extraction.tape import Tape, forget_tapes, tape_of
from leaderboard.extraction.typography import in_place
from leaderboard.extraction.whose import in_turn, together
from leaderboard.garbage import no_search_for_garbage
from leaderboard.lexicon import directions
from leaderboard.model import OURS, Claim, Paper, Role, claim_id

__all__ = ["Analysis", "analyse", "analyse_each", "extract", "extract_each", "extract_with_circumstances"]

LONGEST = 100_000
"""Characters of an abstract that are read: of 86,612 the longest has 16,262. What is longer is none, and what it costs to
read is bounded so, as it is by MOST_NUMBERS and by what is read of a sentence (`sentences.LONGEST`, `quantities.MOST`)."""
MOST_NUMBERS = 400
"""Numbers of an abstract that are read, results or not."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds quantities: which of the papers it is of, which of its abstract, both from 0, and where."""

    paper: int
    number: int
    start: int
    end: int
    text: str
    found: list[Quantity]
    literal: list[Mention]
    """The names of the lexicon in it."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence and all that was read in it, stage by stage."""

    sentence: Sentence
    tape: Tape
    readings: list[Reading]
    drafts: list[Draft]
    refused: Refused
    """For each item whose rule fired and yet made no claim, the reason."""

    @property
    def start(self) -> int:
        """Where the sentence begins in its abstract."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        return self.sentence.end


def extract(paper: Paper) -> list[Claim]:
    """The claims of a paper's abstract in order of place."""
    return extract_each([paper])[0]


@no_search_for_garbage()  # it leaves no circles
def extract_each(papers: Sequence[Paper]) -> list[list[Claim]]:
    """The claims of each paper, the same as `extract` gives of it alone.

    Many papers are read soonest some hundreds at a time: each stage goes over all of them before the next begins, so
    that its expressions and tables stay in the processor's cache.
    """
    analysed = zip(papers, analyse_each(papers), strict=True)
    found = [[claim for claim, _ in _distinct(paper, analyses)] for paper, (_, analyses) in analysed]
    forget_tapes()
    return found


def extract_with_circumstances(paper: Paper) -> list[tuple[Claim, tuple[str, ...]]]:
    """The claims, each with the circumstances of its reading, which its confidence is fitted on."""
    return _distinct(paper, analyse(paper)[1])


def _distinct(paper: Paper, analyses: list[Analysis]) -> list[tuple[Claim, tuple[str, ...]]]:
    """The claims of a paper's sentences but those that say once more what one before them says."""
    claims: list[tuple[Claim, tuple[str, ...]]] = []
    ids: set[str] = set()
    seen: dict[tuple[object, ...], list[Claim]] = {}
    for analysis in analyses:
        listed = _LISTED_IN_TURN.search(analysis.tape.text) is not None
        for claim, found in _claims(paper, analysis):
            key: tuple[object, ...] = (
                claim.kind,
                claim.value,
                claim.value_to,
                claim.unit,
                claim.metric,
                claim.benchmark,
                claim.method,
            )
            alike = seen.setdefault(key, [])
            may_be_equal = listed or claim.role == "own"
            repeats = (_repeats(claim, each) for each in alike if not (may_be_equal and each.start >= analysis.start))
            if claim.claim_id not in ids and not any(repeats):
                ids.add(claim.claim_id)
                alike.append(claim)
                claims.append((claim, found))
    return claims


_LISTED_IN_TURN = patterns.compiled(r" (?:respectively|resp|resp\.) ")
"""In a list told in turn two figures may well be equal: `by 2%, 3% and 2% with three, four and five birds, respectively`.

So may those of the own method in any sentence, `by 2% on small birds and by 2% on large ones`, but a rival may be named with
its one figure twice: `from 40% to 60% in fog, from 40% to 50% in rain`.
"""


def _repeats(claim: Claim, earlier: Claim) -> bool:
    """Whether a claim of the same value says what an earlier one said: not where the two name different settings."""
    return all(
        None in (new, old) or new == old
        for new, old in ((claim.setting, earlier.setting), (claim.model_size, earlier.model_size))
    )


def analyse(paper: Paper) -> tuple[OwnName, list[Analysis]]:
    """The paper's own name and, for each sentence that may hold a claim, the stages of its reading."""
    return analyse_each([paper])[0]


def as_read(abstract: str) -> str:
    """The abstract with marks and parted words put right in place: each number stands where it stood."""
    return in_place(rejoined(abstract[:LONGEST]))


def analyse_each(papers: Sequence[Paper]) -> list[tuple[OwnName, list[Analysis]]]:
    """What `analyse` gives, of each paper: one stage after the other, each over all papers."""
    texts = [as_read(paper.abstract) for paper in papers]
    stand = [candidates(text)[:MOST_NUMBERS] for text in texts]
    spans = [sentences(text) if found else [] for text, found in zip(texts, stand, strict=True)]
    parts = [
        (index, number, start, end, text, found)
        for index, abstract in enumerate(texts)
        for number, there in by_sentence(stand[index], spans[index])
        for start, end in (spans[index][number],)
        if (found := quantities(text := abstract[start:end], there))
    ]
    told = [Sentence(*each, literal_mentions(each[4])) for each in parts]
    read = _read(told, [_NAMELESS] * len(papers))
    # Only now it is worth finding out what a paper calls its method. Sentences that hold the name are read again.
    claiming = {one.paper for one, (_, _, first, _) in zip(told, read, strict=True) if first is not None}
    owns = [own_name(p.title, texts[index]) if index in claiming else _NAMELESS for index, p in enumerate(papers)]
    named = [k for k, one in enumerate(told) if read[k][2] is not None and owns[one.paper].occurs_in(one.text)]
    for k, again in zip(named, _read([told[k] for k in named], owns), strict=True):
        read[k] = again
    out: list[tuple[OwnName, list[Analysis]]] = [(own, []) for own in owns]
    for one, (tape, each, first, refused) in zip(told, read, strict=True):
        out[one.paper][1].append(Analysis(one, tape, each, *drafts(tape, each, first, refused)))
    for index in claiming:
        _put_in_context(papers[index].title, [texts[index][start:end] for start, end in spans[index]], *out[index])
    return out


_Read = tuple[Tape, list[Reading], Draft | None, Refused]
"""A sentence read so far that it is known whether it makes a claim: the first, and what was refused before it."""


def _read(told: Sequence[Sentence], owns: Sequence[OwnName]) -> list[_Read]:
    """Sentences through the stages, each as its paper's own name (`owns`, by paper) has it read."""
    tapes = [tape_of(one.text, owns[one.paper], one.found, one.literal) for one in told]
    read = readings(tapes, [one.paper for one in told])
    return [(tape, each, *first_draft(tape, each)) for tape, each in zip(tapes, read, strict=True)]


def _put_in_context(title: str, texts: list[str], own: OwnName, analyses: list[Analysis]) -> None:
    """Gives the drafts of a paper's sentences what its name, its title and its other sentences (`texts`, all of them) say."""
    earlier = Earlier(texts, own)
    wanted = any(_may_be_of_others(draft) for analysis in analyses for draft in analysis.drafts)
    studies = wanted and studies_others(title, " ".join(texts), own.name)
    for analysis in analyses:
        if analysis.drafts and earlier.is_known(analysis.sentence.number):
            analysis.refused.update((draft.item, _KNOWN) for draft in analysis.drafts)
            analysis.drafts.clear()
        _put_name(analysis.drafts, analysis.tape, own, texts, studies=studies)
        take_from_context(analysis.drafts, analysis.tape, earlier, analysis.sentence.number)


_KNOWN = "the paper does not speak of itself yet: what is known, no result"
_NAMELESS = OwnName(None, frozenset())


def _may_be_of_others(draft: Draft) -> bool:
    """Whether a claim is one of those that a paper which only tests has of what others made: a gain is what it found out."""
    return draft.role == "own" and (draft.kind in ("score", "cost") or draft.negative)


def _put_name(made: list[Draft], tape: Tape, own: OwnName, texts: list[str], *, studies: bool) -> None:
    """The paper's own method by its name; a paper about a benchmark has none, and tests what others made."""
    gives_benchmark = own.name is None and own.benchmark is not None and own.benchmark.whole
    for draft in made:
        if (gives_benchmark or studies) and _may_be_of_others(draft):
            made_too = made_besides(tape, draft.item, texts)
            of_test = own.name is not None and plain(draft.method) == plain(own.name)
            test = tested if gives_benchmark else studied
            subject = OURS if of_test else draft.method
            draft.method, draft.role = (made_too, "own") if made_too else test(tape, draft.item, subject)
        if draft.role == "own" and own.name is not None and plain(draft.method) in (plain(OURS), plain(own.name)):
            draft.method = own.name


def _claims(paper: Paper, analysis: Analysis) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    if not analysis.drafts:
        return
    results = [draft.item for draft in analysis.drafts]
    whole = of_paper(paper.title, analysis.tape.sentence)
    for draft in analysis.drafts:
        systems = in_turn(analysis.tape, draft.item) if draft.kind == "score" and len(draft.quantities) > 1 else []
        for quantity, metric, benchmark, baseline in _distribute(draft, analysis.tape):
            start = analysis.start + quantity.start
            end = analysis.start + quantity.end
            metric_text, metric_name = metric = at_overlap(analysis.tape.sentence, quantity.last, metric)
            name = benchmark.canonical or benchmark.text if benchmark is not None else None
            bound = held(analysis.tape, draft.item, quantity, results, benchmark)
            if benchmark is not None and name is not None:
                name = _directed(name, benchmark, draft, bound.get(directions.ASPECT))
            place = next(i for i, one in enumerate(draft.quantities) if one is quantity)
            of_one = [systems[place]] if systems else _systems(draft, analysis.tape)
            found = circumstances(analysis.tape, quantity, draft.kind, draft.rule, of_one[0][1], metric, benchmark)
            for method, role in of_one:
                claim = Claim(
                    claim_id=claim_id(paper.paper_id, start, draft.kind, name, method),
                    paper_id=paper.paper_id,
                    kind=draft.kind,
                    value=-quantity.value if draft.negative else quantity.value,
                    value_to=None
                    if quantity.value_to is None
                    else (-quantity.value_to if draft.negative else quantity.value_to),
                    unit=quantity.unit,
                    bound=quantity.bound,
                    metric=metric_name or metric_text,
                    metric_text=metric_text,
                    benchmark=name,
                    benchmark_text=benchmark.text if benchmark is not None else None,
                    setting=setting({**whole, **bound} if draft.kind == "score" and name else bound, name),
                    model_size=model_size(bound if role == "own" else {}, method),
                    method=method,
                    role=role,
                    baseline=baseline,
                    start=start,
                    end=end,
                    sentence=paper.abstract[analysis.start : analysis.end],
                    rule=draft.rule,
                    confidence=confidence(found),
                )
                yield claim, found


def _systems(draft: Draft, tape: Tape) -> list[tuple[str, Role]]:
    """Whose a draft's figures are; a score may be of more than one model."""
    shared = draft.kind == "score" and draft.role == "baseline" and len(draft.quantities) == 1
    methods = together(tape, draft.item, draft.method) if shared else [draft.method]
    return [(method, draft.role) for method in methods]


def _directed(name: str, benchmark: Mention, draft: Draft, direction: str | None) -> str:
    """The name of a benchmark in the direction of translation that its result is in, where one is told."""
    if directions.is_one(benchmark.text):  # `on WMT14 En-De and En-Fr`
        ahead = [each for each in draft.benchmarks if each.end <= benchmark.start and not directions.is_one(each.text)]
        name = ahead[-1].canonical or ahead[-1].text if ahead else name
        direction = directions.named_in(benchmark.text)[0].names[0]
    elif (own := directions.named_in(benchmark.text)) and (len(draft.benchmarks) > 1 or direction is None):
        direction = own[0].names[0]
    return directions.benchmark(name, direction) if direction else name


_Row = tuple[Quantity, tuple[str | None, str | None], Mention | None, str | None]


def _distribute(draft: Draft, tape: Tape) -> Iterator[_Row]:
    """One row for each number x benchmark: lists of equal length go pairwise, a lone number holds for each benchmark."""
    quantities_, benchmarks = draft.quantities, draft.benchmarks
    metrics: list[tuple[str | None, str | None]] = [(None, None)]
    if draft.measure is not None:
        metrics = [*draft.measure.names]
    n = len(quantities_)
    if _is_average(draft, tape):
        benchmarks = []
    paired = n > 1 and n in (len(metrics), len(benchmarks))
    rivals = rivals_of(tape, draft, paired=paired) if n > 1 else []
    joint_metric = metrics[0] if len(metrics) == 1 else (_joined(metrics), None)
    for i, quantity in enumerate(quantities_):
        metric = (
            metrics[i]
            if n == len(metrics)
            else metrics[i // (n // len(metrics))]
            if n % len(metrics) == 0 and len(metrics) * len(benchmarks) == n
            else joint_metric
        )
        if n > 1 and len(benchmarks) == n:
            places: list[Mention | None] = [benchmarks[i]]
        elif n > 1 and len(benchmarks) > 1 and len(metrics) * len(benchmarks) == n:
            places = [benchmarks[i % len(benchmarks)]]
        elif n == 2 and i == 1 and len(benchmarks) == 1 and _AND_UNNAMED.search(tape.text):
            places = [None]
        elif n > 1 and len(benchmarks) == 1 and (among := _among_unnamed(tape, draft)) is not None:
            places = [benchmarks[0] if i == among else None]
        elif benchmarks and (n == 1 or len(benchmarks) == 1):
            places = list(benchmarks)
        else:
            places = [None]
        for place in places:
            yield quantity, metric, place, rivals[i] if rivals else draft.baseline


_AND_UNNAMED = patterns.compiled(
    r" (?:on|in) (?:both )?(?:the )?B\d+ (?:R\d+ |data ?set |benchmark )?and (?:(?:on|in) )?(?:(?:our|an?|the|its) (?:(?:new|own|private|collected|self-collected|in-house|proposed|real|real-world) )+|real-world |real-world )(?:R\d+ |data ?set |data |scenes |settings |scenarios |experiments |environments )?(?:, |respectively |demonstrate |show |and |[.] )"
)


def _among_unnamed(tape: Tape, draft: Draft) -> int | None:
    """Which of a list of places, most without a name, a benchmark is: 1 in `on reading and PondQA tasks, respectively`."""
    listed = _IN_TURN.search(tape.text, tape.offsets[draft.item])
    if listed is None or directions.named_in(draft.benchmarks[0].text):  # `on WMT14 English-German and German-English`
        return None
    members = _PARTED.split(listed["list"])
    named = [at for at, member in enumerate(members) if _BENCHMARK.match(member)]
    plain = sum(_UNNAMED.fullmatch(member) is not None for member in members)
    return named[0] if len(named) == 1 and plain == len(members) - 1 == len(draft.quantities) - 1 else None


_IN_TURN = patterns.compiled(
    r" (?:on|in|for|over|across) (?:both |the )*(?P<list>(?:(?![QFT]\d|[;.:()] |(?:on|in|for|over|across|of|with|using|by|under|at|to|from|than) )\S+ )+?)(?:, |\( )?respectively "
)
_PARTED = patterns.compiled(r", and |, |and ")
_BENCHMARK = patterns.compiled(r"(?:the )?B\d+ (?:R\d+ |data ?sets? |benchmarks? |tasks? )?$")
_UNNAMED = patterns.compiled(
    r"(?:(?!the |[BMSO]\d|(?:train|training|test|val|validation|dev|base|novel|seen|unseen|easy|hard|clean|its|their) )\S+ ){1,6}(?<!splits? |subsets? )"
)


def _joined(metrics: list[tuple[str | None, str | None]]) -> str:
    return " and ".join(written for written, _ in metrics if written is not None)


def _is_average(draft: Draft, tape: Tape) -> bool:
    """Whether one figure is said to be the average over several benchmarks."""
    if len(draft.quantities) != 1 or "averag" not in tape.sentence.lower():
        return False
    several = len(draft.benchmarks) > 1
    if several and _is_called_average(draft, tape):
        return True
    return (several or bool(_ONE_OF_MANY.search(tape.sentence))) and bool(_AVERAGED.search(tape.sentence))


def _is_called_average(draft: Draft, tape: Tape) -> bool:
    at = tape.offsets[draft.item]
    if _AVERAGE_OF.search(tape.text, 0, at) or _AVERAGE_BEHIND.match(tape.text, at):
        return draft.measure is None or not lower_is_better(draft.measure)  # an average error is one of each set
    return draft.measure is not None and ("average performance", "performance") in draft.measure.names


_AVERAGE_OF = Ending(r" averag(?:e|es|ed|ing) (?:(?![QFTB]\d|[,;:.()] |(?:on|over|across) )\S+ ){0,5}$")
_AVERAGE_BEHIND = patterns.compiled(r"\S+ (?:absolute |relative |points )?average ")
"""`an average recall of 62% on A, B and C`, `62% average recall on A, B and C`."""


_ONE_OF_MANY = patterns.compiled(
    r"\b(?:datasets|data\ssets|benchmarks|tasks|environments),?\s\(?(?:including|such\sas|e\.g|like)\b"
)
_AVERAGED = patterns.compiled(
    r"\bon average|\ban average (?:[\w@.-]+ ){1,3}of (?:about |over |up to )?[^\s,;]+ (?:points? )?(?:across|over) |averag\w+ (?:over|across)|an average of|average (?:improvement|gain|increase|boost|reduction|speedup|drop)",
    regex.IGNORECASE,
)
