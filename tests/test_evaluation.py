"""Measuring extraction: what counts as right, and that the figures are those of the annotators' own program."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import figures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.checking import evaluation, reports
from leaderboard.checking.agreement import (
    FIELDS,
    LEVELS,
    Annotation,
    agreement,
    same_benchmark,
    same_method,
    same_metric,
    same_unit,
)
from leaderboard.checking.evaluation import Document, Evaluation
from leaderboard.errors import InputError
from leaderboard.model import KINDS, Claim

ABSTRACT = "Owl reaches 91.2% accuracy on MNIST, beats LoRA by 3 points and is 2x faster. It has 30 M parameters."


def annotated(**fields: Any) -> dict[str, Any]:
    start = ABSTRACT.index(fields.pop("number"))
    return {"role": "own", "method": "Owl", "start": start, **fields}


GOLD = [
    annotated(number="91.2", kind="score", value=91.2, unit="%", metric="accuracy", benchmark="MNIST"),
    annotated(number="3 points", kind="gain", value=3, unit="points", baseline="LoRA"),
    annotated(number="2x", kind="speedup", value=2, unit="x"),
    annotated(number="30", kind="cost", value=30, unit="M", metric="parameters"),
]
DOCUMENT = Document.model_validate({"id": "d", "title": "Owl", "abstract": ABSTRACT, "claims": GOLD})


def claim(number: int = 0, **changed: Any) -> Claim:
    """The annotated claim of that number, as if extracted."""
    fields = DOCUMENT.claims[number].model_dump(exclude={"quote", "number", "nth"})
    fixed = {"claim_id": "", "paper_id": "d", "end": 1, "sentence": "", "rule": "a rule", "confidence": 0.95}
    return Claim.model_validate(fixed | fields | changed)


def test_all_right() -> None:
    measured = evaluation.evaluate([DOCUMENT], [claim(number) for number in range(4)])
    assert {level: (found.f1, found.right) for level, found in measured.levels.items()} == {
        "detect": (1.0, 4),
        "board": (1.0, 4),
        "full": (1.0, 4),
        "rows": (1.0, 1),
    }
    assert set(measured.fields.values()) == {1.0}
    assert measured.misses == []


def test_each_level_asks_for_more() -> None:
    claims = [claim(0, method="Crow"), claim(1, role="baseline"), claim(2, kind="gain"), claim(3, start=0)]
    measured = evaluation.evaluate([DOCUMENT], claims)
    assert {level: found.right for level, found in measured.levels.items()} == {
        "detect": 2,
        "board": 1,
        "full": 0,
        "rows": 0,
    }
    detect = measured.levels["detect"]
    assert (detect.precision, detect.recall, detect.f1, detect.extracted, detect.annotated) == (0.5, 0.5, 0.5, 4, 4)
    assert {kind: found.right for kind, found in measured.kinds.items() if found.right} == {"score": 1}
    assert {name for name, share in measured.fields.items() if share < 1} == {"kind", "method", "role"}
    assert [(rule.rule, rule.claims, rule.detect, rule.board) for rule in measured.rules] == [("a rule", 4, 2, 1)]
    assert [(miss.what, miss.wrong) for miss in measured.misses] == [
        ("missed", ()),
        ("spurious", ()),
        ("wrong", ("method",)),
        ("wrong", ("role",)),
        ("wrong", ("kind",)),
    ]
    assert [miss.what for miss in measured.with_misses(1).misses] == ["missed", "spurious", "wrong"]
    (row,) = measured.calibration
    assert row.model_dump(by_alias=True) == {"from": 0.9, "to": 1.0, "stated": 0.95, "measured": 0.25, "claims": 4}


def test_nothing_extracted_is_no_division_by_zero() -> None:
    measured = evaluation.evaluate([DOCUMENT], [])
    assert {found.f1 for found in (*measured.levels.values(), *measured.kinds.values())} == {0.0}
    assert (measured.rules, measured.calibration, len(measured.misses)) == ([], [], 4)


def test_the_most_agreeing_claims_are_paired() -> None:
    """Two claims of one number: the right one counts, wherever it stands; the other one is spurious."""
    measured = evaluation.evaluate([DOCUMENT], [claim(0, benchmark="SVHN"), claim(0)])
    assert measured.levels["full"].right == 1
    (miss,) = [miss for miss in measured.misses if miss.what == "spurious"]
    assert miss.extracted is not None
    assert miss.extracted.benchmark == "SVHN"


@pytest.mark.parametrize(
    ("same", "one", "other", "agree"),
    [
        (same_unit, "%", "percentage points", True),
        (same_unit, None, "points", True),
        (same_unit, "%", None, False),
        (same_unit, "GPU hours", "GPU hour", True),
        (same_unit, "M parameters", "M", True),
        (same_unit, "M parameters", "B", False),
        (same_unit, "ms", "seconds", False),
        (same_metric, "top 1 acc", "top-1 accuracy", True),
        (same_metric, "mean Average Precision", "mAP", True),
        (same_metric, "average precision", "mAP", False),
        (same_metric, "accuracy", "test accuracy", True),
        (same_metric, "accuracy", "top-5 accuracy", False),
        (same_metric, "F1", "macro F1", False),
        (same_metric, "Average Displacement Error", "ADE", True),
        (same_metric, None, "accuracy", False),
        (same_metric, "score", "scores", True),
        (same_method, "LoRA", "the LoRA baseline", True),
        (same_method, "BERT", "RoBERTa", False),
        (same_method, "state-of-the-art methods", "previous SOTA", True),
        (same_method, "baseline", "the baselines", False),
        (same_method, None, None, True),
        (same_method, "LoRA", None, False),
    ],
)
def test_what_counts_as_the_same(same: Callable[..., bool], one: str | None, other: str | None, agree: bool) -> None:
    assert same(one, other) is agree
    assert same(other, one) is agree


def test_benchmark_by_either_name() -> None:
    assert same_benchmark("ImageNet dataset", ("ImageNet-1K", "Imagenet"))
    assert not same_benchmark("ImageNet", ("ImageNet-1K", None))
    assert same_benchmark(None, (None, None))
    assert not same_benchmark(None, ("ImageNet", None))


def test_a_speedup_needs_no_metric() -> None:
    assert "metric" in agreement(DOCUMENT.claims[2], claim(2, metric="latency")).fields
    assert "metric" not in agreement(DOCUMENT.claims[1], claim(1, metric="accuracy")).fields


LINE = json.dumps({"id": 7, "title": "Owl", "abstract": ABSTRACT, "claims": GOLD})


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    quoted = {"kind": "score", "value": 1, "role": "own", "quote": "1 of 1 of", "number": "1", "nth": 2}
    other = {"id": "q", "abstract": "Gets 1 of 1 of 1.", "claims": [quoted]}
    path.write_text(f"{LINE}\n\n{json.dumps(other)}\n", encoding="utf-8")
    first, second = evaluation.read(path)
    assert first == DOCUMENT.model_copy(update={"id": "7"})
    assert second.claims[0].start == 10


def changed(**fields: Any) -> str:
    return json.dumps({"id": "x", "abstract": ABSTRACT, "claims": [GOLD[0] | fields]})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: .*JSON"),
        ("[]", "line 2: "),
        ('{"id": "x", "abstract": "a"}', "line 2: claims: Field required"),
        (changed(kind="rank"), r"line 2: claims\.0\.kind: .*'score'"),
        (changed(value="much"), r"line 2: claims\.0\.value: "),
        (changed(start=500), "line 2: claims: the place 500 lies behind"),
        (changed(start=-1), "line 2: claims: .*neither start nor"),
        (changed(start=-1, quote="Owl reaches", number="91"), "line 2: claims: .*not in its quote"),
        (LINE, "line 2: the id '7' is on line 1 already"),
    ],
)
def test_malformed_lines_are_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{LINE}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"gold\.jsonl, {message}"):
        evaluation.read(path)


def test_files_that_hold_nothing(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    with pytest.raises(InputError, match=r"gold\.jsonl: cannot be read: No such file"):
        evaluation.read(path)
    path.write_text("\n")
    with pytest.raises(InputError, match="holds no annotated paper"):
        evaluation.read(path)


def test_shown_in_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    reports.show_evaluation(evaluation.evaluate([DOCUMENT], [claim(0, method="Crow"), claim(1), claim(3, start=0)]))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "papers: 1; annotated claims: 4; extracted: 3"
    assert lines[2].split() == ["level", "precision", "recall", "F1", "right", "extracted", "annotated"]
    assert lines[4].split() == ["board", "0.6667", "0.5000", "0.5714", "2", "3", "4"]
    assert "   annotated  score 91.2 % | accuracy @ MNIST : Owl" in lines
    assert "   extracted  score 91.2 % | accuracy @ MNIST : Crow  by a rule" in lines


# From here on: the same figures as the annotators' own program, which stands beside the clone.


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The annotators' own scoring program."""
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures_of(measured: Evaluation) -> dict[str, Any]:
    """The figures in the shape in which the annotators' program gives them."""

    def renamed(found: evaluation.Figures) -> dict[str, float]:
        return {("hit" if name == "right" else name): value for name, value in found.model_dump().items()}

    return {
        **{level: renamed(found) for level, found in measured.levels.items()},
        "board_by_kind": {kind: renamed(found) for kind, found in measured.kinds.items()},
        "fields_right": measured.fields,
    }


def figures_of_scorer(scorer: ModuleType, path: Path, claims: list[Claim]) -> tuple[dict[str, Any], list[int]]:
    """Its figures, and how many claims it counts as missed, spurious and wrong."""
    with path.open(encoding="utf-8") as lines:
        raw = [json.loads(line) for line in lines if line.strip()]
    found = scorer.score(raw, [claim.model_dump() for claim in claims])
    misses = [len(found.pop(name)) for name in ("_missed", "_extra", "_wrong")]
    return found, misses


WORDS = {
    "unit": (
        "%",
        "percentage points",
        "points",
        "x",
        "times",
        "ms",
        "s",
        "seconds",
        "M",
        "M params",
        "GFLOPs",
        "G",
        None,
    ),
    "metric": (
        "accuracy",
        "acc",
        "top-1 accuracy",
        "error rate",
        "mean IoU",
        "mIoU",
        "F1 score",
        "BLEU",
        "speed",
        None,
    ),
    "benchmark": ("ImageNet", "the ImageNet dataset", "CIFAR-10", "COCO val", "GSM8K", None),
    "baseline": ("LoRA", "the LoRA baseline", "previous state-of-the-art", "SOTA methods", "BERT", None),
}


def as_if_extracted(documents: list[Document], seed: int) -> list[Claim]:
    """The annotated claims with errors of every sort in them, the same for the same seed."""
    chance = random.Random(seed)
    changes: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
        lambda fields: {name: chance.choice(words) for name, words in WORDS.items() if chance.random() < 0.5},
        lambda fields: {"role": "baseline" if fields["role"] == "own" else "own", "method": fields["baseline"] or "X"},
        lambda fields: {"kind": chance.choice(KINDS), "value": -fields["value"]},
        lambda fields: {"start": fields["start"] + chance.randrange(4), "value_to": chance.choice((None, 2.0))},
        lambda fields: {"value": fields["value"] * chance.choice((1 + 1e-7, 1.01)), "bound": "about"},
        lambda fields: {"metric_text": fields["metric"], "metric": chance.choice(WORDS["metric"])},
        lambda fields: {"benchmark_text": fields["benchmark"], "benchmark": chance.choice(WORDS["benchmark"])},
        lambda fields: {name: (fields[name] or "").upper() or None for name in ("metric", "benchmark", "method")},
        lambda fields: {"method": "".join(word[0] for word in fields["method"].split()) or "X"},
    )
    claims = []
    for document in documents:
        for annotation in document.claims:
            fields = annotation.model_dump(exclude={"quote", "number", "nth"})
            for _ in range(chance.choice((0, 1, 1, 1, 2))):
                made = dict(fields)
                for change in chance.sample(changes, chance.choice((0, 1, 1, 2, 3))):
                    made |= change(made)
                fixed = {
                    "claim_id": "",
                    "paper_id": document.id,
                    "end": 1,
                    "sentence": "",
                    "rule": "r",
                    "confidence": 1,
                }
                claims.append(Claim.model_validate(fixed | made | {"method": made["method"] or "ours"}))
    chance.shuffle(claims)
    return claims


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, list[Document]]:
    return {sample: figures.documents(shared, sample) for sample in figures.GOLD}


@pytest.mark.parametrize("sample", figures.GOLD)
@pytest.mark.parametrize("seed", [None, *range(8)])
def test_figures_are_those_of_the_scorer(
    shared: Path, scorer: ModuleType, gold: dict[str, list[Document]], sample: str, seed: int | None
) -> None:
    """Of what is extracted, and of annotated claims with errors put in."""
    claims = evaluation.extracted(gold[sample]) if seed is None else as_if_extracted(gold[sample], seed)
    measured = evaluation.evaluate(gold[sample], claims)
    expected, misses = figures_of_scorer(scorer, shared / "gold" / f"{sample}.jsonl", claims)
    assert figures_of(measured) == expected
    whats = [miss.what for miss in measured.misses]
    assert [whats.count(what) for what in ("missed", "spurious", "wrong")] == misses
    assert 0.2 < measured.levels["board"].f1 < 0.99


def test_what_is_annotated_here_is_of_other_papers_and_each_number_stands_in_its_place(
    shared: Path, gold: dict[str, list[Document]]
) -> None:
    annotated = {sample: figures.documents(shared, sample) for sample in (*figures.DRAWN, "random")}
    ids = [doc.id for docs in (*gold.values(), *annotated.values()) for doc in docs]
    assert len(ids) == len({*ids}) == 450 + 320 + 125 + 519 + 1651 + 511
    numbers = [doc.abstract[claim.start] for docs in annotated.values() for doc in docs for claim in doc.claims]
    digits = sum(character.isdigit() or character == "." for character in numbers)
    assert len(numbers) == 1796 + 2765
    assert digits + sum(character.isalpha() for character in numbers) == len(numbers)  # `half`, `twice`
    assert digits > 0.9 * len(numbers)


def names(scorer: ModuleType) -> st.SearchStrategy[str | None]:
    """Names made of the words that the scorer treats in some special way, and a few that it does not."""
    lists = (scorer.PHRASES, scorer.SAME_WORD, scorer.PADDING, scorer.APART, scorer.NOISE, scorer.UNITS)
    special = {word for words in lists for word in words}
    special |= {word for words in lists if isinstance(words, dict) for word in words.values()}
    special |= set(
        "dataset benchmarks corpus leaderboard challenge test validation val dev set split shared task".split()
    )
    plain = (
        "data F1 Top 1 k M GFLOPs M-params LoRA BERT's x' state-of-the-art ADE Average Displacement Error class s é İ ."
    )
    return st.none() | st.lists(st.sampled_from([*sorted(special), *plain.split()]), max_size=4).map(" ".join)


def sides(name: st.SearchStrategy[str | None]) -> st.SearchStrategy[dict[str, Any]]:
    """What an annotated or an extracted claim says."""
    return st.fixed_dictionaries(
        {
            "kind": st.sampled_from(KINDS),
            "value": st.sampled_from([-2.0, 0.0, 2.0, 2.000001, 1000.0]),
            "value_to": st.sampled_from([None, 2.0, -2.0]),
            "role": st.sampled_from(["own", "baseline"]),
            "bound": st.sampled_from([None, "up to", "over"]),
            "start": st.integers(0, 3),
            **dict.fromkeys(("unit", "metric", "benchmark", "method", "baseline"), name),
        }
    )


def test_fields_agree_as_they_do_for_the_scorer(scorer: ModuleType) -> None:
    name = names(scorer)

    @settings(max_examples=1000)
    @given(sides(name), sides(name), name, name, st.sets(st.sampled_from(FIELDS)))
    def alike(
        gold: dict[str, Any],
        got: dict[str, Any],
        metric_text: str | None,
        benchmark_text: str | None,
        equal: set[str],
    ) -> None:
        got = got | {field: gold[field] for field in equal - {"sign"}}
        fixed = {"claim_id": "", "paper_id": "d", "end": 1, "sentence": "", "rule": "r", "confidence": 1}
        texts = {"metric_text": metric_text, "benchmark_text": benchmark_text, "method": got["method"] or ""}
        extracted = Claim.model_validate(fixed | got | texts)
        how = agreement(Annotation.model_validate(gold), extracted)
        expected = scorer.levels(gold, extracted.model_dump())
        for field in ("place", "value", *FIELDS):
            assert (field in how.fields) is bool(expected[field]), field
        for level in LEVELS:
            assert how.at(level) is bool(expected[level])
        assert how.rank == sum(expected.values())

    alike()


def test_every_listed_word_counts_as_it_does_for_the_scorer(scorer: ModuleType) -> None:
    """Each word that the scorer lists, beside a name and against every other one."""
    score = {"kind": "score", "unit": None}
    forms = {form for words in (scorer.PHRASES, scorer.SAME_WORD) for pair in words.items() for form in pair}
    forms |= {*scorer.PADDING, *scorer.APART}
    for one in forms:
        assert same_metric(f"{one} owl", "owl") == scorer.same_metric(f"{one} owl", "owl", score), one
        for other in forms:
            pair = f"{one} owl", f"{other} owl"
            assert same_metric(*pair) == scorer.same_metric(*pair, score), pair
    units = {form for pair in scorer.UNITS.items() for form in pair} | {None, "points", "MFLOPs", "k params", "t macs"}
    for one in units:
        for other in units:
            assert same_unit(one, other) == scorer.same_unit(one, other), (one, other)
    for word in {*forms, *scorer.NOISE, *re.findall(r"[a-z]+(?: [a-z]+)*", scorer.DROP.pattern)}:
        name = f"{word} Owl"
        assert same_method(name, "Owl Crow") == scorer.same_name(name, "Owl Crow"), word
        assert same_benchmark(name, ("Owl", None)) == scorer.same_benchmark(name, {"benchmark": "Owl"}), word
