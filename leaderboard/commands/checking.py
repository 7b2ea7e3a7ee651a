"""`explain`, `evaluate` and `verify`: how a text is read, how often rightly, and whether a build is what was built."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.commands.options import DEFAULT_DATABASE, Database, Json, Lexicon, Rules
from leaderboard.errors import InputError

if TYPE_CHECKING:
    from leaderboard.model import Paper

app = typer.Typer()

_MOST_SHOWN = 20


@app.command(
    epilog='Example: leaderboard explain "On GSM8K, HeronTune gets 61.47% accuracy, surpassing LoRA (48.20%)."'
)
def explain(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="An abstract or a sentence, in quotes; - is standard input.")
    ] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="ID", help="Explain the abstract of this paper of the database.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="The title that goes with TEXT; it often names the method.")
    ] = None,
    database: Database = DEFAULT_DATABASE,
    lexicon: Lexicon = None,
    rules: Rules = None,
    json: Json = False,
) -> None:
    """Show how a text is read: what it mentions, which rules fire and lose, the claims, and what becomes none.

    The tape is a sentence as the rules see it: a mark for each mention (B benchmark, M metric, S speed, R resource,
    N name, O own name, Q quantity), with its number.

    With --json: paper_id, title, own_name, beyond (the limits of what is read that the text goes beyond), sentences. A
    sentence has start, end, text, mentions (kind, canonical), tape, quantities, left_out. A quantity has numbers
    (value, value_to, unit, bound, written), outcome (claim,
    repeated, no claim, no result, nothing spoke), reason (why a rule that fired made none), fired and lost (rule,
    frame, meaning, priority, slots, and the words that match), continues (the rule of the list it goes on with),
    claims (line, claim, benchmark_from_before).
    Every start and end is an offset in the abstract.
    """
    if (text is None) == (paper is None):
        raise typer.BadParameter("give a text (- for standard input), or --paper ID", param_hint="TEXT")
    if paper is not None and title is not None:
        raise typer.BadParameter("goes with a text only; a paper has its own", param_hint="--title")
    from leaderboard.additions import own_files
    from leaderboard.checking import reports
    from leaderboard.checking.explain import explain as explained

    chosen = _given_paper(text or "", title or "") if paper is None else _stored_paper(paper, database)
    with own_files.in_use(lexicon, rules):
        explanation = explained(chosen)
    if json:
        print(explanation.model_dump_json(indent=1))
    else:
        reports.show_explanation(explanation)


def _given_paper(text: str, title: str) -> Paper:
    from leaderboard.model import Paper, derived_paper_id

    abstract = _standard_input() if text == "-" else text
    if not abstract.strip():
        raise InputError("the text is empty: there is nothing to explain")
    return Paper(paper_id=derived_paper_id(title or abstract), title=title, abstract=abstract)


def _stored_paper(paper_id: str, database: Path) -> Paper:
    from leaderboard import store
    from leaderboard.model import Paper

    with store.opened(database) as connection:
        if "abstract" not in connection.sql("FROM papers").columns:
            raise InputError(f"{database}: a published copy, without abstracts; name the one that was built, with --db")
        row = connection.execute("SELECT title, abstract FROM papers WHERE paper_id = ?", [paper_id]).fetchone()
    if row is None:
        raise InputError(
            f"{database}: no paper has the id {paper_id!r}; "
            f'`leaderboard sql "SELECT paper_id, title FROM papers" --db {database}` lists them'
        )
    return Paper(paper_id=paper_id, title=row[0], abstract=row[1])


def _standard_input() -> str:
    from leaderboard.sources import files

    return files.decoded(sys.stdin.buffer.read(), "standard input")


@app.command(epilog="Example: leaderboard evaluate annotated.jsonl --misses 20")
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD.jsonl", help="Annotated papers, one a line: id, title, abstract and claims."),
    ],
    misses: Annotated[
        int,
        typer.Option("--misses", min=0, metavar="N", help="Show up to N missed, N spurious and N wrong claims."),
    ] = 0,
    json: Json = False,
) -> None:
    """Measure extraction on annotated papers: by level, kind, field and rule; stated against measured confidence.

    An annotated claim has kind, value, value_to, unit, bound, metric, benchmark, method, role, baseline, and start: the
    offset of its number in the abstract (or quote, number and nth, which tell it).

    Levels: detect is place, kind and value; board is that and sign, range, unit, metric, benchmark and role; full is
    that and method, baseline and bound; rows are the scores on a named benchmark, right in board and method.

    With --json: documents; levels and kinds (precision, recall, f1, right, extracted, annotated); fields; rules (rule,
    claims, detect, board); calibration (from, to, stated, measured, claims); misses (what, id, title, wrong, annotated,
    extracted).
    """
    from leaderboard.checking import evaluation, reports

    documents = evaluation.read(gold)
    measured = evaluation.evaluate(documents, evaluation.extracted(documents)).with_misses(misses)
    if json:
        print(measured.model_dump_json(indent=1, by_alias=True))
    else:
        reports.show_evaluation(measured)


@app.command(epilog="Example: leaderboard verify build")
def verify(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What `leaderboard build` wrote.")] = Path("build"),
    json: Json = False,
) -> None:
    """Check a build against its manifest, and name each file that differs, is missing or was added (exit code 1).

    Databases are compared by their content, all else byte for byte.

    With --json: files (how many the manifest lists), program (the version that wrote them), sha256 (of the manifest),
    differing, missing, added (names of files), other_parts (rules, lexicon, queries, templates or static, where those
    of this program are not those of the build).
    """
    from dataclasses import asdict
    from json import dumps

    from leaderboard import tables
    from leaderboard.building import manifest

    found = manifest.verify(folder)
    if json:
        print(dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        for what, names in (("differs", found.differing), ("missing", found.missing), ("added", found.added)):
            for name in names[:_MOST_SHOWN]:
                print(f"{what}\t{tables.as_text(name)}")
            if len(names) > _MOST_SHOWN:
                print(f"{what}\tand {len(names) - _MOST_SHOWN:,} more")
    if not found.holds:
        raise InputError(
            f"{folder}: not as leaderboard {found.program} wrote it: {len(found.differing):,} of {found.files:,} files "
            f"differ, {len(found.missing):,} missing, {len(found.added):,} added; build it again"
        )
    if not json:
        print(f"{folder}: {found.files:,} files as leaderboard {found.program} wrote them")
        print(f"Manifest: SHA-256 {found.sha256}")
        if found.other_parts:
            print(f"Built with other {', '.join(found.other_parts)} than this program has; it may build another site.")
