"""How it works: a worked example, measured accuracy, limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from leaderboard import sources
from leaderboard.model import Claim, Paper
from leaderboard.site import charts, rendering, wording
from leaderboard.site.content import Row
from leaderboard.site.pages.page import Page, chart

if TYPE_CHECKING:
    from leaderboard.checking.explain import Reasoning, Sentence

EXAMPLE = "af9c07c2ea"
"""The paper of the sample whose busiest sentence is shown step by step."""
_MOST_LOST = 2
_COLUMN = 704
"""The width of the page's text, and so of its chart, in CSS pixels."""
_UNSEEN = "papers no rule was tuned on"
_SAMPLES = {
    "seeds": "listing pages",
    "conferences": "conference papers",
    "check": _UNSEEN,
    "random": "others, drawn at random",
}
_LEVELS = {
    "detect": "the number and its kind",
    "board": "and its metric and benchmark",
    "full": "every field",
    "rows": "of scores on a benchmark alone: and the method",
}
_FITS = {"development": "each paper judged by a fit without it", "check": _UNSEEN}
_JUDGED = {
    "scores": "scores all right",
    "silent": "sentences, none missed",
}
_FIELD_NAMES = {"value_to": "end of a range"}


def about(totals: Row, accuracy: Mapping[str, Any] | None) -> Page:
    """The page with what `accuracy.json` holds where there is one, for `with_example` to put the worked example in."""
    context = {"totals": totals, "accuracy": _measured(accuracy) if accuracy else None}
    rows = _calibration_rows(accuracy.get("calibration", {})) if accuracy else []
    drawn = [chart("calibration", rows, _calibration_said(rows), "calibration", _COLUMN)] if rows else []
    return Page("about.html", "about.html", context, drawn)


def with_example(added: Mapping[str, list[str]], title: str, base: str, path: str, template: str, context: Row) -> str:
    """The page as `rendering.page` makes it, and in it the example as it is read now.

    `added` names the user's own rules and lexicon in use: with others, the example may be read otherwise.
    """
    return rendering.page(title, base, path, template, context | {"example": worked_example()})


def worked_example() -> Row:
    """How a sentence of the sample is read: what `leaderboard explain` says of it, made ready to be shown."""
    from leaderboard.checking.explain import explain  # which loads extraction

    paper = next(paper for paper in sources.read([sources.sample()]).papers if paper.paper_id == EXAMPLE)
    explanation = explain(paper)
    busiest = max(explanation.sentences, key=lambda sentence: len(sentence.quantities))
    return {
        "title": paper.title,
        "own_name": explanation.own_name,
        "sentences": [{"text": each.text, "shown": each is busiest} for each in explanation.sentences],
        "pieces": list(_pieces(busiest)),
        "numbers": [_number(reasoning) for reasoning in busiest.quantities],
        "claims": [
            read.claim.model_dump() | {"shown": wording.shown(read.claim.model_dump(), _as_written(read.claim, paper))}
            for reasoning in busiest.quantities
            for read in reasoning.claims
        ],
        "renamed": _renamed(busiest),
    }


def _pieces(sentence: Sentence) -> Iterator[Row]:
    """The sentence cut at its mentions and numbers: pieces of text, each with the kind of what it is, or None."""
    spans = [(mention.start, mention.end, mention.kind) for mention in sentence.mentions]
    for reasoning in sentence.quantities:
        spans += [(each.written.start, each.written.end, "number") for each in reasoning.numbers]
    at = sentence.start
    for start, end, kind in sorted(spans):
        yield {"text": sentence.text[at - sentence.start : start - sentence.start], "kind": None}
        yield {"text": sentence.text[start - sentence.start : end - sentence.start], "kind": kind}
        at = end
    yield {"text": sentence.text[at - sentence.start :], "kind": None}


def _as_written(claim: Claim, paper: Paper) -> str:
    return paper.abstract[claim.start : claim.end]


def _number(reasoning: Reasoning) -> Row:
    from leaderboard.checking.explain import OUTCOMES

    return {
        "text": ", ".join(number.written.text for number in reasoning.numbers),
        "fired": reasoning.fired,
        "lost": reasoning.lost[:_MOST_LOST],
        "more_lost": max(0, len(reasoning.lost) - _MOST_LOST),
        "outcome": OUTCOMES[reasoning.outcome],
    }


def _renamed(sentence: Sentence) -> list[tuple[str, str]]:
    """Spellings of the sentence, each with the name it becomes."""
    found = {each.text: each.canonical for each in sentence.mentions if each.canonical not in (None, each.text)}
    return [(text, name) for text, name in found.items() if name]


def _measured(accuracy: Mapping[str, Any]) -> Row:
    """The figures of `accuracy.json` as rows of tables."""
    samples = [name for name in _SAMPLES if name in accuracy["samples"]]
    return {
        "levels": _side_by_side(accuracy["samples"], samples, _LEVELS),
        "samples": [_SAMPLES[sample] for sample in samples],
        "kinds": _side_by_side(accuracy.get("kinds", {}), samples),
        "fields": _side_by_side(accuracy.get("fields", {}), samples, _FIELD_NAMES),
        "calibration": _calibration_rows(accuracy.get("calibration", {})),
        "audits": _audit_rows(accuracy.get("audits", {})),
        "judged": [*_JUDGED.values()],
    }


def _side_by_side(
    measured: Mapping[str, Mapping[str, Any]], samples: list[str], meanings: Mapping[str, str] | None = None
) -> list[Row]:
    """A row for each level, kind or field, with its figure on each sample."""
    names = list(dict.fromkeys(name for sample in samples for name in measured.get(sample, {})))
    return [
        {
            "name": name,
            "said": (meanings or {}).get(name, name),
            "on": [measured.get(sample, {}).get(name) for sample in samples],
        }
        for name in names
    ]


def _audit_rows(audits: Mapping[str, Row]) -> list[Row]:
    """A row for each draw, the newest first, with what was found of each kind that was judged, or None."""
    draws = sorted({int(name.rpartition("-")[2]) for name in audits}, reverse=True)
    return [{"draw": draw, "on": [audits.get(f"{kind}-{draw}") for kind in _JUDGED]} for draw in draws]


def _calibration_rows(calibration: Mapping[str, list[Row]]) -> list[charts.Row]:
    """A mark for each bin of stated confidence: what was stated on average, the share that was right, how many."""
    return [
        {
            "id": f"{fit}-{place}",
            "fit": fit,
            "label": _FITS[fit],
            "stated": each["stated"],
            "measured": each["measured"],
            "claims": each["claims"],
            "from": each["from"],
            "until": each["to"],
            "shown": f"{_percent(each['measured'])} right, {_percent(each['stated'])} stated, {each['claims']} claims",
        }
        for fit in _FITS
        for place, each in enumerate(calibration.get(fit, []))
    ]


def _calibration_said(rows: list[charts.Row]) -> str:
    said = []
    for fit, meaning in _FITS.items():
        bins = [
            f"stated {_percent(row['stated'])}, measured {_percent(row['measured'])} of {row['claims']}"
            for row in rows
            if row["fit"] == fit
        ]
        if bins:
            said.append(f"{meaning}: {'; '.join(bins)}")
    return f"Stated confidence against the share that is right. {'. '.join(said)}."


def _percent(share: float) -> str:
    return f"{wording.figure(round(share * 100, 1))}%"
