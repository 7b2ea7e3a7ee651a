"""Settings: every entry of the list reads its example and not its counter-example, and they are written in one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.extraction import extract
from leaderboard.lexicon import directions, settings
from leaderboard.model import Paper

ENTRIES = settings.entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_entry_reads_its_example_and_not_its_counter_example(entry: settings.Setting) -> None:
    text, *names = entry.example
    assert read_in(text) == names
    assert entry.aspect in {one.aspect for one in settings.named_in(text)}
    assert entry.written.search(text), "another entry reads the example"
    assert not entry.written.search(entry.counter_example) or read_in(entry.counter_example) == [""]
    assert entry.name or not entry.written.search(entry.counter_example)
    assert entry.aspect in (*settings.aspects(), settings.SIZE)


def read_in(text: str) -> list[str]:
    return [name for one in settings.named_in(text) for name in one.names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Without any extra data and no linear probing, it reaches 61%.", ["", ""]),
        ("It reaches 61% without and 64% with extra data.", ["", "extra data"]),
        ("It reaches 64% with and 61% without extra data.", ["extra data", ""]),
        ("With and without extra data, it reaches 64% and 61%.", ["extra data", ""]),
        ("It reaches 61% without tricks and 64% with extra data.", ["extra data"]),
        ("Without any pre-training and extra data, it reaches 61%.", [""]),
        ("It reaches 61% without using any external data.", [""]),
        ("It reaches 91% without any attack and 61% under a PGD attack.", ["", "under attack"]),
    ],
)
def test_what_is_denied_is_no_setting(text: str, names: list[str]) -> None:
    assert read_in(text) == names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Weakly Supervised Object Detection by Twin Proposals", {"regime": "weakly supervised"}),
        ("Heron: Weakly- and Semi-Supervised Segmentation", {}),  # which figure is of which, the title does not say
        ("The Reach of Weakly Supervised Pretraining", {}),
        ("Cross-domain Object Detection by Heron", {"regime": "domain adaptation"}),
        ("Cross-domain Text-to-SQL by Heron", {}),
        ("Point-level supervision for counting birds", {"regime": "weakly supervised"}),
        ("Semi-supervised learning on small graphs", {"regime": "semi-supervised"}),
        ("Unsupervised Domain Adaptation of Detectors", {"regime": "domain adaptation"}),
        ("Heron: Unsupervised Person Search", {"regime": "unsupervised"}),
        ("HeronPose: Beaks as Points", {"task": "pose estimation"}),
        ("On the Purpose of Points: Multi-Person Pose from Beaks", {"task": "pose estimation"}),
        ("On the Purpose of Points", {}),
        ("Unsupervised Pre-training for Parsers", {}),
        ("Self-supervised Depth from Video", {}),
        ("Learning with Noisy Labels by Voting", {"regime": "noisy labels"}),
        ("Class-incremental learning without a memory", {"regime": "continual learning"}),
        ("An Incremental Parser", {}),
        ("Federated speech recognition", {"regime": "federated"}),
        ("Differentially private image generation", {"regime": "differential privacy"}),
        ("Multi-Person Pose Estimation by Twin Heatmaps", {"task": "pose estimation"}),
        ("Joint Human Pose Estimation and Instance Segmentation", {}),
        ("Objects as Paired Keypoints", {}),
        ("Multi-label image recognition with graphs", {"task": "multi-label"}),
        ("Scene completion from sparse scans", {"task": "scene completion"}),
        ("Semi-supervised human pose estimation", {"task": "pose estimation", "regime": "semi-supervised"}),
    ],
)
def test_what_a_title_says_of_all_scores(title: str, names: dict[str, str]) -> None:
    assert settings.titled(title) == names


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Weakly supervised detection by Heron", "Heron reaches 53.6% mAP on PASCAL VOC 2007.", ["weakly supervised"]),
        (
            "Weakly supervised detection by Heron",
            "With full supervision, Heron reaches 73.6% mAP on PASCAL VOC 2007.",
            [None],
        ),
        ("Human Pose Estimation by Heron", "Heron reaches 71.0 AP on COCO.", ["pose estimation"]),
        ("Human Pose Estimation by Heron", "Heron reaches 91.0 AP on CrowdPose.", [None]),
        (
            "Human Pose Estimation by Heron",
            "Heron reaches 64.0 AP on COCO test-dev and 91.0 AP on CrowdPose, as did the keypoints challenge's winner.",
            ["pose estimation, test-dev", None],
        ),
        (
            "Human Pose Estimation and Instance Segmentation by Heron",
            "Heron reaches 71.0 AP for human pose estimation and 41.0 AP for instance segmentation on COCO.",
            ["pose estimation", "instance segmentation"],
        ),
        ("Semi-supervised learning by Heron", "Heron reaches 81.0% accuracy on Cora.", [None]),
        (
            "Semi-supervised learning by Heron",
            "Heron reaches 91.0% accuracy on CIFAR-10 with 250 labels and 96.0% on SVHN.",
            ["250 labels", "semi-supervised"],
        ),
        ("Semi-supervised learning by Heron", "Heron improves accuracy on CIFAR-10 by 3.1%.", [None]),
    ],
)
def test_what_a_title_says_holds_for_scores_whose_sentence_says_nothing_else(
    title: str, text: str, told: list[str | None]
) -> None:
    assert [claim.setting for claim in extract(Paper(paper_id="p", title=title, abstract=text))] == told


@pytest.mark.parametrize(
    ("method", "size"),
    [
        ("LLaMA-7B", 7), ("Qwen2.5-1.5B-Instruct", 1.5), ("Tiny 350M", 0.35), ("vicuna-13b", 13), ("LLaMA (65B)", 65),
        ("Mixtral-8x7B", None), ("GPT-4", None), ("EfficientNet-B7", None), ("ResNet-50", None),
    ],
)  # fmt: skip
def test_size_in_a_name(method: str, size: float | None) -> None:
    assert settings.size_named(method) == size


def test_settings_stand_in_one_order() -> None:
    assert settings.joined(["extra data", "4-bit", "zero-shot"]) == "zero-shot, 4-bit, extra data"
    assert settings.joined(["test-dev", "W4A8", "5-shot", "20-way", "5-shot"]) == "20-way, 5-shot, W4A8, test-dev"
    assert settings.joined(["a rule of their own", "4-bit"]) == "4-bit, a rule of their own"
    assert settings.joined([]) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("zero-shot", "zero-shot"),
        ("4-bit, 5-shot", "5-shot, 4-bit"),
        ("Five shots, INT4", "5-shot, 4-bit"),
        ("extra data", "extra data"),
        ("W4A16", "W4A16"),
        ("10% labels", "10% labels"),
        ("1- and 5-shot", None),
        ("tricky", None),
        ("hard", "hard"),
        ("7B", None),
        ("4-bit, 1000 labels", "4-bit, 1000 labels"),
        ("5-shot, tricky", None),
        ("", None),
    ],
)
def test_a_text_that_is_all_settings(text: str, read: str | None) -> None:
    assert settings.read(text) == read


@given(
    st.sets(
        st.sampled_from(
            [
                "zero-shot",
                "5-shot",
                "1.58-bit",
                "W4A16",
                "1% labels",
                "extra data",
                "40 labels",
                "ensemble",
                "validation",
            ]
        )
    )
)
def test_what_is_joined_is_read_again(names: set[str]) -> None:
    joined = settings.joined(names)
    assert set(settings.separate(joined)) == names
    assert joined is None or settings.read(joined) == joined


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Our 7B and 13B HeronLM models achieve 45.0% and 52.0% accuracy on GSM8K.",
            [(45, "HeronLM", 7), (52, "HeronLM", 13)],
        ),
        (
            "HeronLM-7B and HeronLM-13B achieve 45.0% and 52.0% on GSM8K, respectively.",
            [(45, "HeronLM-7B", 7), (52, "HeronLM-13B", 13)],
        ),
        (
            "HeronLM-7B achieves 45.0% and HeronLM-13B 52.0% accuracy on GSM8K.",
            [(45, "HeronLM-7B", 7), (52, "HeronLM-13B", 13)],
        ),
        (
            "HeronLM-7B (45.0%) and HeronLM-13B (52.0%) beat LLaMA-33B (47.1%) on GSM8K.",
            [(45, "HeronLM-7B", 7), (52, "HeronLM-13B", 13), (47.1, "LLaMA-33B", 33)],
        ),
        (
            "HeronLM-S with 22M parameters reaches 31.2% on GSM8K and HeronLM-L with 86M parameters reaches 33.9%.",
            [(31.2, "HeronLM-S", 0.022), (33.9, "HeronLM-L", 0.086)],
        ),
        ("On GSM8K, the 7B model scores 45%, the 13B one 52%.", [(45, "ours", 7), (52, "ours", 13)]),
        ("HeronLM reaches 45.0% (7B) and 52.0% (13B) on GSM8K.", [(45, "HeronLM", 7), (52, "HeronLM", 13)]),
        ("Our model scores 55.0% on GSM8K at 13B, 48.2% at 7B.", [(55, "ours", 13), (48.2, "ours", 7)]),
        ("A 7B model can obtain 45.1% accuracy on MATH.", [(45.1, "ours", 7)]),
        ("The 1.5B model's accuracy on MATH is 41.1%.", [(41.1, "ours", 1.5)]),
        ("With 7B parameters, it reaches 45.1% on MATH.", [(45.1, "ours", 7)]),
        ("Tuning Qwen2.5-7B-Instruct, we reach 45.1% on MATH.", [(45.1, "ours", 7)]),
        # no size of the result's own
        ("Our student, distilled from a 70B model, reaches 45.1% on MATH.", [(45.1, "ours", None)]),
        ("Across models of 1B to 7B parameters, accuracy on MATH is 45.1%.", [(45.1, "ours", None)]),
        ("On 7B and 13B models, we reach 45.1% on MATH.", [(45.1, "ours", None)]),
        ("Trained on 2B tokens, it reaches 45.1% on MATH.", [(45.1, "ours", None)]),
    ],
)
def test_each_figure_has_the_size_of_its_own_model(sentence: str, told: list[tuple[float, str, float | None]]) -> None:
    claims = extract(Paper(paper_id="p", title="", abstract=sentence))
    assert [(claim.value, claim.method, claim.model_size) for claim in claims if claim.kind == "score"] == told


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("on WMT14 English-to-German", ["En-De"]),
        ("for En→Fr and en-de", ["En-Fr", "En-De"]),
        (r"De$\rightarrow$En", ["De-En"]),
        ("from English to French", ["En-Fr"]),
        ("English-based, en-route and No-En", []),
    ],
)
def test_directions_of_translation(text: str, read: list[str]) -> None:
    assert [name for one in directions.named_in(text) for name in one.names] == read


@pytest.mark.parametrize(
    ("name", "direction", "directed"),
    [
        ("IWSLT14 De-En", "En-De", "IWSLT14 En-De"),
        ("WMT14", "En-De", "WMT14 En-De"),
        ("WMT 2023", "En-De", "WMT 2023 En-De"),
        ("SQuAD", "En-De", "SQuAD"),
    ],
)
def test_benchmark_in_a_direction(name: str, direction: str, directed: str) -> None:
    assert directions.benchmark(name, direction) == directed
