"""Explanations and evaluations for people: coloured lines in a terminal, plain ones where the output is piped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from leaderboard.checking.agreement import Annotation
from leaderboard.checking.evaluation import Evaluation, Figures, Miss
from leaderboard.checking.explain import OUTCOMES, Explanation, Fit, Mention, Number, Reasoning, Sentence
from leaderboard.extraction.notation import line
from leaderboard.limits import LIMITS
from leaderboard.model import OURS, Claim

_COLOURS = {
    "quantity": "bold cyan", "benchmark": "green", "metric": "magenta", "speed": "yellow", "resource": "yellow",
    "name": "blue", "own name": "bold blue",
}  # fmt: skip
_INDENT = "   "
_LABEL = 10
_MOST_LOST = 3
"""So many of the rules that lost are named; `--json` has all."""

Row = tuple[str, Text]
"""A label and what is said under it."""


def show_explanation(explanation: Explanation) -> None:
    """Print how a text was read."""
    console = Console(highlight=False)
    own = f"The paper's own method: {explanation.own_name or 'no name found'}"
    console.print(Text(own, style="bold"), soft_wrap=True)
    for limit in explanation.beyond:
        console.print(Text(f"Not read in full: an abstract {LIMITS[limit]}", style="red"), soft_wrap=True)
    for number, sentence in enumerate(explanation.sentences, 1):
        console.print()
        _print_rows(console, [(str(number), _highlighted(sentence))], len(_INDENT) - 1, "")
        _print_rows(console, _rows(sentence), _LABEL, _INDENT)
    count = len(explanation.claims)
    console.print(Text(f"\n{count} claim{'' if count == 1 else 's'}", style="bold"), soft_wrap=True)


def _print_rows(console: Console, rows: Iterable[Row], width: int, indent: str) -> None:
    """In a terminal each row wraps beside its label; elsewhere it is one line."""
    for label, said in rows:
        if console.is_terminal:
            grid = Table.grid(padding=(0, 1, 0, 0))
            grid.add_column(width=width, no_wrap=False, style="dim")
            grid.add_column(overflow="fold")
            grid.add_row(label, said)
            console.print(Padding(grid, (0, 0, 0, len(indent))))
        else:
            console.print(Text(f"{indent}{label:<{width}} ") + said, soft_wrap=True)


def _plain(text: str) -> str:
    """The text with a space for each character that would move the cursor or cannot be shown."""
    return "".join(character if character.isprintable() else " " for character in text)


def _highlighted(sentence: Sentence) -> Text:
    """The sentence with its quantities and mentions coloured."""
    text = Text(_plain(sentence.text))
    for mention in sentence.mentions:
        text.stylize(_COLOURS[mention.kind], mention.start - sentence.start, mention.end - sentence.start)
    for reasoning in sentence.quantities:
        for number in reasoning.numbers:
            written = number.written
            text.stylize(_COLOURS["quantity"], written.start - sentence.start, written.end - sentence.start)
    return text


def _rows(sentence: Sentence) -> Iterator[Row]:
    if sentence.mentions:
        yield "mentions", Text(", ").join(_mention(mention) for mention in sentence.mentions)
    if sentence.quantities:
        yield "tape", Text(_plain(sentence.tape), style="dim")
    for reasoning in sentence.quantities:
        yield from _reasoning(reasoning)
    if sentence.left_out:
        left = (
            number.text if number.within == number.text else f"{number.text} in {_plain(number.within)}"
            for number in sentence.left_out
        )
        yield "left out", Text(f"{', '.join(left)} (no quantity)", style="dim")


def _mention(mention: Mention) -> Text:
    known = f" = {mention.canonical}" if mention.canonical not in (None, mention.text) else ""
    return Text.assemble((_plain(mention.text), _COLOURS[mention.kind]), (f" ({mention.kind}{known})", "dim"))


def _reasoning(reasoning: Reasoning) -> Iterator[Row]:
    yield "quantity", Text("; ").join(map(_number, reasoning.numbers))
    if reasoning.fired is not None:
        yield "  fired", _fit(reasoning.fired)
    if reasoning.lost:
        names = [f"{fit.rule} ({fit.priority})" for fit in reasoning.lost[:_MOST_LOST]]
        more = f" and {len(reasoning.lost) - _MOST_LOST} more" if len(reasoning.lost) > _MOST_LOST else ""
        yield "  lost", Text(", ".join(names) + more, style="dim")
    if reasoning.continues is not None:
        yield "  list", Text(f"goes on with {reasoning.continues}", style="dim")
    for read in reasoning.claims:
        claim = read.claim
        notes = f"  [{claim.start}:{claim.end}] confidence {claim.confidence:.2f}"
        before = "; benchmark from an earlier sentence" if read.benchmark_from_before else ""
        yield "  claim", Text.assemble((_plain(read.line), "bold green"), (notes + before, "dim"))
    if not reasoning.claims:
        why = OUTCOMES[reasoning.outcome] + (f": {reasoning.reason}" if reasoning.reason else "")
        yield "  no claim", Text(_plain(why), style="red")


def _number(number: Number) -> Text:
    value = f"{number.value:g}" if number.value_to is None else f"{number.value:g}..{number.value_to:g}"
    parts = [f"value {value}", f"unit {number.unit}" if number.unit else None, number.bound]
    said = ", ".join(part for part in parts if part)
    return Text.assemble((_plain(number.written.text), _COLOURS["quantity"]), (f" ({said})", "dim"))


def _fit(fit: Fit) -> Text:
    how = f"  ({fit.meaning}; priority {fit.priority})"
    return Text.assemble((fit.rule, "bold"), f'  "{_plain(fit.text)}"', (how, "dim"))


def show_evaluation(evaluation: Evaluation) -> None:
    """Print all figures, and the misses that the evaluation carries."""
    console = Console(highlight=False)
    detect = evaluation.levels["detect"]
    console.print(
        f"papers: {evaluation.documents:,}; annotated claims: {detect.annotated:,}; extracted: {detect.extracted:,}",
        soft_wrap=True,
    )
    figures = ("precision", "recall", "F1", "right", "extracted", "annotated")
    for head, of in (("level", evaluation.levels), ("kind, at board level", evaluation.kinds)):
        _print_table(console, (head, *figures), [(name, *_cells(found)) for name, found in of.items()])
    _print_table(
        console,
        ("field, of claims with the place and value right", "right"),
        [(name, f"{share:.4f}") for name, share in evaluation.fields.items()],
    )
    _print_table(
        console,
        ("rule", "claims", "right at detect", "at board", "share"),
        [
            (rule.rule, f"{rule.claims}", f"{rule.detect}", f"{rule.board}", f"{rule.board / rule.claims:.2f}")
            for rule in evaluation.rules
        ],
    )
    _print_table(
        console,
        ("confidence", "stated", "measured", "claims"),
        [
            (f"{row.low:.1f} to {row.high:.1f}", f"{row.stated:.3f}", f"{row.measured:.3f}", f"{row.claims}")
            for row in evaluation.calibration
        ],
    )
    for miss in evaluation.misses:
        _print_miss(console, miss)


def _cells(found: Figures) -> tuple[str, ...]:
    shares = (f"{share:.4f}" for share in (found.precision, found.recall, found.f1))
    return (*shares, *(f"{count}" for count in (found.right, found.extracted, found.annotated)))


def _print_table(console: Console, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The first column to the left, the numbers to the right, as wide as they need to be."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]

    def aligned(row: Sequence[str]) -> str:
        first, *numbers = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        return "  ".join([row[0].ljust(len(first)), *numbers])

    console.print()
    console.print(Text(aligned(header), style="bold"), soft_wrap=True)
    for row in rows:
        console.print(Text(aligned(row)), soft_wrap=True)


def _print_miss(console: Console, miss: Miss) -> None:
    head = f"{miss.what} in {', '.join(miss.wrong)}" if miss.wrong else miss.what
    said = miss.annotated.quote if miss.annotated is not None else ""
    if not said and miss.extracted is not None:
        said = miss.extracted.sentence
    console.print()
    console.print(Text.assemble((head, "bold red"), f"  {miss.id}  {_plain(miss.title)}"), soft_wrap=True)
    rows = [("text", Text(_plain(said)))] if said else []
    if miss.annotated is not None:
        rows.append(("annotated", Text(_plain(line(_as_claim(miss.annotated, miss.id))))))
    if miss.extracted is not None:
        by = f"  by {miss.extracted.rule}"
        rows.append(("extracted", Text.assemble(_plain(line(miss.extracted)), (by, "dim"))))
    _print_rows(console, rows, _LABEL, _INDENT)


def _as_claim(annotation: Annotation, paper_id: str) -> Claim:
    """An annotated claim in the shape of an extracted one, to be written in one line."""
    return Claim(
        claim_id="",
        paper_id=paper_id,
        end=annotation.start,
        sentence=annotation.quote,
        rule="annotated",
        confidence=1,
        **annotation.model_dump(exclude={"method", "quote", "number", "nth"}),
        method=annotation.method or OURS,
    )
