"""Where results were measured: the benchmark that a claim is given."""

from __future__ import annotations

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.extraction.own_benchmark import own_benchmark
from leaderboard.model import Paper


def lines_of(abstract: str, title: str = "") -> list[str]:
    return [line(claim) for claim in extract(Paper(paper_id="p", title=title, abstract=abstract))]


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        ("HeronQA: A Dataset for Questions about Birds", "HeronQA holds 900 questions.", "HeronQA"),
        ("Heron Question Set: A Large, Open and New Corpus", "The Heron Question Set (HQS) is large.", "HQS"),
        ("Questions about Birds", "We introduce HeronQA, a large dataset of questions.", "HeronQA"),
        ("Questions about Birds", "We release a new benchmark called HeronQA.", "HeronQA"),
        ("Questions about Birds", "We collect the HeronQA corpus.", "HeronQA"),
        ("HeronNet: Learning from Large Datasets", "HeronNet is a network.", None),
        ("HeronGen: Synthesising Datasets of Birds", "HeronGen is a method.", None),
        ("Questions about Birds", "We introduce HeronQA, a dataset. We introduce WadeQA, a dataset.", None),
    ],
)
def test_own_benchmark(title: str, abstract: str, name: str | None) -> None:
    found = own_benchmark(title, abstract)
    assert (found.name if found else None) == name


HERON = "HeronQA: A Benchmark for Questions about Birds"


@pytest.mark.parametrize(
    ("title", "abstract", "lines"),
    [
        (HERON, "HeronQA is hard. We reach 61.2% accuracy.", ["score 61.2 % | accuracy @ HeronQA"]),
        (HERON, "HeronQA is hard. On other benchmarks we reach 61.2% accuracy.", ["score 61.2 % | accuracy"]),
        (
            "Wading Nets",
            "We introduce HeronQA, a dataset of birds. Nets wade. They see. Our model improves accuracy by 2.1%. "
            "It reaches 61.2% accuracy on our dataset.",
            ["gain 2.1 % | accuracy", "score 61.2 % | accuracy @ HeronQA"],
        ),
    ],
)
def test_results_on_what_the_paper_introduces(title: str, abstract: str, lines: list[str]) -> None:
    assert lines_of(abstract, title) == lines


@pytest.mark.parametrize(
    "sentence",
    [
        # names in lists, beside citations, with what they are
        "It reaches 91.2% and 83.4% accuracy on the BIRD-X [1] and the FISH-Y [2, 3] datasets.: BIRD-X, FISH-Y",
        "It has error rates of 5.1 / 12.6 / 9.2 on Birdcity / Fishtown / FoxCam datasets.: Birdcity, Fishtown, FoxCam",
        "It is evaluated on the datasets WaderWalk V1 and V2, with gains of 3.1% and 4.2%.: WaderWalk V1, WaderWalk V2",
        "It reaches 76.4% accuracy on the Birds in the Marsh (BiM) dataset.: BiM",
        "It gains 2.3% accuracy on Waders, a large and challenging benchmark.: Waders",
        "It gains 2.3% accuracy on a subset of WaderWalk.: WaderWalk",
        "It gains 2.3% accuracy on mini-ImageNet.: miniImageNet",
        "It gains 0.4 NMI on WaderWalk marsh and river scenes.: WaderWalk",
        "It gains 2.3% accuracy on average on many benchmarks, including WaderWalk-5.: None",
        "Experiments on Machine Translation show that it gains 2.3% accuracy.: None",
        "Experiments on EGRT show that it gains 2.3% accuracy.: EGRT",
        "Experiments on VQA show that it gains 2.3% accuracy.: None",
        "We study wader counting (WC). Experiments on WC show that it gains 2.3% accuracy.: None",
        "It gains 2.3% accuracy on WC, EGRT and FEN subtasks.: None",
        "Based on WaderWalk, it gains 2.3% accuracy.: None",
        # which of a sentence's benchmarks
        "It does well on MNIST, and we achieve 91.2% accuracy, best of those trained without using SVHN.: MNIST",
        "On SVHN, it reaches 91.2% accuracy with ImageNet pre-training.: SVHN",
        "On MNIST, it gains 4.2% accuracy over FoxNet; and a drop of 1.2% in accuracy to OwlNet.: MNIST, MNIST",
        "On MNIST, it outperforms FoxNet by 5.1% for birds and by 9.4% for fish.: MNIST, MNIST",
        "It gains 5.1% on MNIST and 9.4% for fish.: MNIST, None",
        "It has good accuracy on the MNIST digit reading (91.2%) and SVHN number tasks (70.6%).: MNIST, SVHN",
        "It gains 2.3% accuracy on MNIST, and 1.6% accuracy on a private dataset.: MNIST, None",
        "We test on MNIST. We also build a map of a marsh and gain 2.3% accuracy.: None",
        "We test on MNIST. We also find that it gains 2.3% accuracy.: MNIST",
        "We test on MNIST. In further experiments it gains 2.3% accuracy.: None",
        "We test on MNIST. In a user study it has 91.2% accuracy.: None",
        "We test on MNIST and SVHN. It gains 2.3% and 1.2% accuracy on the two datasets.: MNIST, SVHN",
        "It is 3x faster while achieving good accuracy on MNIST.: None",
        "Using only 3% of the parameters, it achieves good accuracy on MNIST.: MNIST",
        "Our method gains on CIFAR-10 by 2% and on CIFAR-100 by 8%.: CIFAR-10, CIFAR-100",
        "On MNIST, it improves accuracy by 4%, while on the SVHN dataset, it improves it by 5%.: MNIST, SVHN",
        "On MNIST, we achieve 88.1% versus 85.2%; on SVHN, 71.4% versus 70.3%.: MNIST, MNIST, SVHN, SVHN",
        "It has a recall of 91.4% and a precision of 72.8% on MNIST, as well as a recall of 88.2% and a precision "
        "of 75.1% on SVHN.: MNIST, MNIST, SVHN, SVHN",
    ],
)
def test_where_it_was_measured(sentence: str) -> None:
    text, places = sentence.rsplit(": ", 1)
    claims = extract(Paper(paper_id="p", title="", abstract=text))
    assert [str(claim.benchmark) for claim in claims] == places.split(", ")
