"""Text in: listing pages, JSON, JSON Lines, CSV, Parquet and BibTeX files become papers.

The modules, in the order of the way: `files` (what an input stands for), `detect` (its format), `listing`,
`arxiv_pages`, `tables` and `bibtex` (its records; `latex` decodes those), `fields` and `values` (what a record says),
`merging` (one paper from several entries) and `register`, which does so where there are more papers than memory holds.
Beside it `evaluation_tables`, whose figures need no reading, `extracted`, papers that a cluster has read, and `ranges`,
the ranges of records that it reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn, Protocol

from leaderboard.errors import InputError
from leaderboard.model import Claim, Paper, claim_id
from leaderboard.sources import arxiv_pages, bibtex, detect, evaluation_tables, extracted, files, listing, tables
from leaderboard.sources.entry import Entry
from leaderboard.sources.evaluation_tables import Result
from leaderboard.sources.fields import Fields, Record, checked_mapping
from leaderboard.sources.merging import Merger

__all__ = ["Input", "Reading", "checksum", "in_order_of_name", "read", "sample"]

in_order_of_name = files.in_order_of_name


@dataclass(frozen=True)
class Input:
    """One file that was read, and what it held. `entries == papers + merged + skipped`."""

    name: str
    """The file's name, without the folder."""
    size: int
    """Bytes, as given: before unpacking."""
    sha256: str
    entries: int
    papers: int
    """Entries that were of no paper read before."""
    merged: int
    skipped: int
    left_out: Mapping[str, int]
    """Values that are not what their field is for, by field: a `published` that is no date, a `url` or a `code_url`
    that is no web address. The entries were read without them. Under `LaTeX` those titles, abstracts and venues that
    were read as they stand, since to decode them would take too long."""


@dataclass(frozen=True)
class Reading:
    """What was read. `entries == len(papers) + skipped + merged`, where a row of an evaluation table is an entry."""

    papers: list[Paper]
    """In order of first appearance."""
    entries: int
    """Records seen."""
    skipped: int
    """Records without an abstract (on listing pages also abstracts that follow another one, without a title; of
    evaluation tables the rows without a number)."""
    merged: int
    """Records of a paper that was there already."""
    left_out: Mapping[str, int]
    """Values that were left out, by field; see `Input.left_out`."""
    claims: list[Claim]
    """What evaluation tables state, which is not in any abstract."""
    extracted: dict[str, list[Claim]]
    """Of papers that a cluster has read, by paper_id, what they claim."""
    inputs: list[Input]
    """The files, in the order in which they were read."""
    keys: Collection[Hashable]
    """What its papers are known by; see `merging.keys`."""


def read(
    inputs: str | Path | Iterable[str | Path],
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """Read papers from files, directories, globs and `-`, the standard input.

    The format of each, also gzip- or zstd-compressed, is recognised from its content. `mapping` names the field that
    holds `id`, `title`, `abstract`, `published`, `url`, `code_url` or `venue` where it is not the usual one
    (`{"title": "headline"}`); a dot goes into nested values (`paper.summary`). `stdin` is read in place of
    `sys.stdin`.

    A folder that a cluster wrote gives its papers with the claims extracted there.

    Abstracts stay exactly as they stand (in BibTeX, where they are LaTeX, decoded). Entries with one id or one
    normalised title are one paper: the first wins, later ones fill what it lacks.

    Raises errors.InputError for an input that cannot be read, is empty, is binary, is malformed or holds no paper, and
    for a mapping whose field is in no input.
    """
    merger = Merger()
    tabled: list[tuple[int, Sequence[Result]]] = []
    known: dict[int, list[Claim]] = {}
    read_from: list[Input] = []
    for found in each([inputs] if isinstance(inputs, str | Path) else inputs, merger, read_from, mapping, stdin):
        before = merger.merged
        place = merger.add(found.entry, found.origin, found.number)
        if found.results:
            tabled.append((place, found.results))
        if found.claims is not None and merger.merged == before:
            known[place] = found.claims
    papers = merger.papers()
    return Reading(
        papers,
        entries=sum(file.entries for file in read_from),
        skipped=sum(file.skipped for file in read_from),
        merged=merger.merged,
        left_out=left_out(read_from),
        claims=tabled_claims(tabled, {place: papers[place].paper_id for place, _ in tabled}),
        extracted={papers[place].paper_id: _addressed(claims, papers[place]) for place, claims in known.items()},
        inputs=read_from,
        keys=merger.keys,
    )


class Merges(Protocol):
    """What finds the papers among entries."""

    merged: int
    """Entries that were a paper seen before."""


class Found(NamedTuple):
    """An entry, where it was found, and what is known of its paper beyond its text."""

    entry: Entry
    origin: str
    """The name of the file that its paper carries."""
    number: int
    """Which of the inputs it is of."""
    results: Sequence[Result] = ()
    """What an evaluation table states."""
    claims: list[Claim] | None = None
    """What a cluster has read in the text."""


def each(
    inputs: Iterable[str | Path],
    merger: Merges,
    read_from: list[Input],
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Found]:
    """The entries that papers are made of, for `merger` to take one by one; `read_from` takes up the files.

    Reads, and raises, as `read` does.
    """
    paths = files.resolve(inputs)
    mapping = checked_mapping(mapping)
    unseen = set(mapping)
    for number, path in enumerate(paths):
        seen = skipped = 0
        wrong: Counter[str] = Counter()
        merged_before = merger.merged
        with ExitStack() as stack:
            was_extracted = path != files.STDIN and files.is_extraction(Path(path))
            source = extracted.source(Path(path)) if was_extracted else files.opened(path, stdin, stack)
            fields = Fields(mapping)
            if was_extracted:
                for entry, origin, claims in extracted.entries(source):
                    seen += 1
                    yield Found(entry, origin, number, claims=claims)
            elif detect.holds_evaluation_tables(source):
                for entry, results in evaluation_tables.rows(source):
                    seen += 1
                    wrong.update(entry.left_out)
                    if any(result.is_number for result in results):
                        yield Found(entry, source.name, number, results)
                    else:
                        skipped += 1
            else:
                for entry in _entries(source, fields, wrong):
                    seen += 1
                    if entry.left_out:
                        wrong.update(entry.left_out)
                    if entry.abstract:
                        yield Found(entry, source.name, number)
                    else:
                        skipped += 1
                unseen -= fields.mapped()
        merged = merger.merged - merged_before
        papers_in_it = seen - merged - skipped
        read_from.append(
            Input(
                *(source.name, source.size, source.sha256),
                *(seen, papers_in_it, merged, skipped),
                dict(sorted(wrong.items())),
            )
        )
    if unseen:
        _raise_unmapped({name: mapping[name] for name in unseen}, paths)


def checksum(path: str | Path) -> str:
    """The `sha256` of the `Input` that a file, or a folder that a cluster wrote, becomes.

    Raises InputError where it cannot be read.
    """
    place = Path(path)
    return extracted.source(place).sha256 if files.is_extraction(place) else files.checksum(place)


def left_out(inputs: Iterable[Input]) -> Mapping[str, int]:
    """Values that were left out of all these, by field."""
    return sum((Counter(file.left_out) for file in inputs), Counter())


def tabled_claims(tabled: Iterable[tuple[int, Sequence[Result]]], ids: Mapping[int, str]) -> list[Claim]:
    """The claims of rows of tables, each with its paper's place, whose id `ids` has; what stands twice counts once."""
    claims: dict[str, Claim] = {}
    for place, results in tabled:
        for result in results:
            if claim := result.claim(ids[place]):
                claims.setdefault(claim.claim_id, claim)
    return list(claims.values())


def _addressed(claims: list[Claim], paper: Paper) -> list[Claim]:
    """The claims as those of `paper`, whose id another input may have had for a paper of its own."""
    return [
        claim
        if claim.paper_id == paper.paper_id
        else claim.model_copy(
            update={
                "paper_id": paper.paper_id,
                "claim_id": claim_id(paper.paper_id, claim.start, claim.kind, claim.benchmark, claim.method),
            }
        )
        for claim in claims
    ]


def sample() -> Path:
    """The sample of papers that ships with the package: JSON Lines, written for this project."""
    return Path(__file__).resolve().parents[1] / "sample" / "papers.jsonl"


def _entries(source: files.Source, fields: Fields, left_out: Counter[str]) -> Iterator[Entry]:
    """The entries of one input, at least one of them with an abstract. Raises InputError, at the end where need be."""
    form = detect.format_of(source, fields.knows)
    if form == "listing":
        text = files.text(source)
        if entries := arxiv_pages.entries(text) or listing.entries(text):
            yield from entries
            return
        # Neither a page nor, by its start, anything else: read it as what its name says, to tell what is wrong with it.
        form = _FORMAT_OF_SUFFIX.get(files.plain_suffix(source.name), "listing")
    seen = 0
    has_abstract = False
    # One by one: a list of all would hold a large file twice.
    for record in _records(source, form, fields, left_out):
        entry = fields.entry(record)
        seen += 1
        has_abstract = has_abstract or bool(entry.abstract)
        yield entry
    if not seen:
        raise InputError(f"{source.label}: holds no paper; {detect.EXPECTED}")
    fields.require(source.label)
    if not has_abstract:
        raise InputError(f"{source.label}: holds no paper: none of its {seen} records has an abstract")


def _records(source: files.Source, form: detect.Format, fields: Fields, left_out: Counter[str]) -> Iterable[Record]:
    match form:
        case "parquet":
            return tables.parquet_records(source, fields)
        case "json":
            return tables.json_records(source, fields)
        case "csv":
            return tables.csv_records(source, fields)
        case "bibtex":
            return bibtex.records(files.text(source), source.label, left_out)
        case "listing":
            return ()


_FORMAT_OF_SUFFIX: dict[str, detect.Format] = {
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "json"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    ".bib": "bibtex",
}


def _raise_unmapped(mapping: Mapping[str, str], paths: Sequence[str | Path]) -> NoReturn:
    name, target = min(mapping.items())
    where = str(paths[0]) if len(paths) == 1 else f"the {len(paths)} inputs"
    raise InputError(
        f"{where}: no field {target!r}, which the mapping {name}={target} names; see its fields and correct it"
    )
