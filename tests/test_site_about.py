"""The page on how it works: its example is what `explain` says, its figures are those of the file."""

from __future__ import annotations

import json
import re
from typing import Any

import figures
import pytest
import site_fixture
from conftest import Visit
from markupsafe import Markup
from playwright.sync_api import expect

from leaderboard import sources, store
from leaderboard.checking.evaluation import Document
from leaderboard.checking.explain import explain
from leaderboard.site import chart_kinds, site
from leaderboard.site.pages.about import EXAMPLE, about, worked_example

TOTALS = {"kinds": dict.fromkeys(("score", "gain", "speedup", "saving", "cost"), 0)}


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    return worked_example()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("about")
    store.write(folder / "empty.duckdb", [], [], site_fixture.LEXICON)
    with store.connect(folder / "empty.duckdb") as connection:
        site.render(connection, folder / "site")
    return (folder / "site" / "about.html").read_text(encoding="utf-8")


def test_the_example_is_what_explain_says(example: dict[str, Any]) -> None:
    (paper,) = [paper for paper in sources.read([sources.sample()]).papers if paper.paper_id == EXAMPLE]
    explanation = explain(paper)
    (sentence,) = [each for each in explanation.sentences if each.text == "".join(p["text"] for p in example["pieces"])]
    assert [each["text"] for each in example["sentences"]] == [each.text for each in explanation.sentences]
    assert [each["text"] for each in example["sentences"] if each["shown"]] == [sentence.text]
    typed = {(piece["text"], piece["kind"]) for piece in example["pieces"] if piece["kind"]}
    assert typed >= {(mention.text, mention.kind) for mention in sentence.mentions}
    made = [read.claim.claim_id for reasoning in sentence.quantities for read in reasoning.claims]
    assert [claim["claim_id"] for claim in example["claims"]] == made


def test_the_example_shows_every_stage(example: dict[str, Any]) -> None:
    """Should the rules come to read the sentence otherwise, another one is to be chosen."""
    kinds = {piece["kind"] for piece in example["pieces"]}
    assert kinds >= {"benchmark", "metric", "own name", "name", "number"}
    assert all(number["fired"] for number in example["numbers"])
    assert any(number["lost"] for number in example["numbers"])
    assert {claim["role"] for claim in example["claims"]} == {"own", "baseline"}
    assert example["renamed"] == [("GSM-8K", "GSM8K")]
    assert [claim["shown"] for claim in example["claims"]] == ["56.03%", "53.07%", "49.05%", "42.30%"]


def test_the_page_holds_the_example_and_the_shipped_figures(page: str, example: dict[str, Any]) -> None:
    typed = re.findall(r'<span class="mention ([\w-]+)">([^<]+)<small>([^<]+)</small>', page)
    assert [(kind.replace("-", " "), text) for kind, text, _ in typed] == [
        (piece["kind"], piece["text"]) for piece in example["pieces"] if piece["kind"]
    ]
    assert all(kind.replace("-", " ") == said for kind, _, said in typed), "the colour alone does not say it"
    for number in example["numbers"]:
        assert f"<code>{Markup.escape(number['fired'].rule)}</code>" in page
    measured = json.loads(site.ACCURACY.read_text(encoding="utf-8"))
    for levels in measured["samples"].values():
        for found in levels.values():
            assert f"{found['f1'] * 100:.1f}%" in page
    for audit in measured["audits"].values():
        assert f">{audit['right'] * 100:.1f}% <" in page


def test_draws_stand_newest_first_with_both_kinds_side_by_side() -> None:
    found = {"items": 200, "agreement": 0.99, "right": 0.9}
    audits = {"scores-9": found, "scores-10": found | {"right": 0.8}, "silent-9": found | {"right": 0.7}}
    shown = about(TOTALS, {"samples": {}, "audits": audits}).context["accuracy"]["audits"]
    assert shown == [
        {"draw": 10, "on": [audits["scores-10"], None]},
        {"draw": 9, "on": [found, audits["silent-9"]]},
    ]


def test_figures_by_kind_and_field_stand_side_by_side() -> None:
    measured = {
        "samples": {"seeds": {"detect": {"precision": 0.5, "recall": 1.0, "f1": 0.6667}}, "check": {}},
        "kinds": {"seeds": {"score": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "annotated": 7}}},
        "fields": {"seeds": {"value_to": 0.9}, "check": {"value_to": 0.8}},
    }
    page = about(TOTALS, measured)
    shown = page.context["accuracy"]
    assert shown["samples"] == ["listing pages", "papers no rule was tuned on"]
    assert [(row["name"], row["on"]) for row in shown["kinds"]] == [
        ("score", [measured["kinds"]["seeds"]["score"], None])
    ]
    assert [(row["said"], row["on"]) for row in shown["fields"]] == [("end of a range", [0.9, 0.8])]
    assert ([*page.charts], shown["audits"]) == ([], [])


def test_figures_are_measured_by_kind() -> None:
    text = "OurNet reaches 91.2% accuracy on CIFAR-10."
    score = {"kind": "score", "value": 91.2, "unit": "%", "metric": "accuracy", "benchmark": "CIFAR-10"}
    claim = score | {"method": "OurNet", "role": "own", "quote": text, "number": "91.2"}
    document = Document.model_validate({"id": "a", "title": "OurNet", "abstract": text, "claims": [claim]})
    found = figures.by_kind(figures.measured([document]))
    assert found == {"score": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "annotated": 1}}


def test_the_chart_of_confidence_has_a_mark_for_each_bin_and_says_each() -> None:
    bins = [{"from": 0.7, "to": 0.8, "stated": 0.745, "measured": 0.731, "claims": 210}]
    bins += [{"from": 0.8, "to": 0.9, "stated": 0.85, "measured": 0.6, "claims": 12}]
    page = about(TOTALS, {"samples": {}, "calibration": {"development": bins, "check": bins[:1]}})
    [chart] = page.charts
    assert chart["kind"] == "calibration"
    assert len(chart["rows"]) == 3
    assert "stated 74.5%, measured 73.1% of 210; stated 85%, measured 60% of 12. papers no rule" in chart["label"]
    assert chart["height"] > chart_kinds.specifications()["calibration"]["height"]
    wide, narrow = page.pictures
    assert (wide[0], narrow[0]) == ("calibration.svg", "calibration_narrow.svg")


def test_the_chart_of_confidence_is_drawn(visit: Visit) -> None:
    page = visit("about.html")
    measured = json.loads(site.ACCURACY.read_text(encoding="utf-8"))["calibration"]
    marks = page.locator("figure.chart .mark-symbol path")
    assert marks.count() == sum(len(rows) for rows in measured.values())
    marks.first.hover()
    expect(page.locator(".tip-value")).to_contain_text("right,")
    expect(page.locator(".tip-method")).to_have_text("each paper judged by a fit without it")
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("table", name="Stated and measured confidence").locator("tbody tr")).to_have_count(
        marks.count()
    )
