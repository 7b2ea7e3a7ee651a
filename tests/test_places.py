"""Where results were measured: the benchmark that each number of a sentence belongs to."""

from __future__ import annotations

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.model import Paper


def lines(abstract: str, title: str = "HeronNet: a Network") -> list[str]:
    return [
        line(claim).replace(" : HeronNet", "") for claim in extract(Paper(paper_id="p", title=title, abstract=abstract))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # one number, or numbers of different things, hold on every benchmark of a list
        ("HeronNet gains 2% on Cora and Citeseer.", ["gain 2 % @ Cora", "gain 2 % @ CiteSeer"]),
        (
            "HeronNet reaches 95% accuracy with 17% of the data on CamVid and Cityscapes.",
            [
                "score 95 % | accuracy @ CamVid",
                "score 95 % | accuracy @ Cityscapes",
                "cost 17 % | data @ CamVid",
                "cost 17 % | data @ Cityscapes",
            ],
        ),
        # as many numbers of one thing as benchmarks go pairwise
        (
            "On Cora and Citeseer, HeronNet reaches 90% accuracy and 80% accuracy.",
            ["score 90 % | accuracy @ Cora", "score 80 % | accuracy @ CiteSeer"],
        ),
        (
            "HeronNet has 1.4% better accuracy and 9.5% lower test loss on Cora and Citeseer, respectively.",
            ["gain 1.4 % | accuracy @ Cora", "gain 9.5 % | loss @ CiteSeer"],
        ),
        (
            "HeronNet shows a reduction of (10.5m, 90deg) and (1.4m, 30deg) in pose errors on CamVid and KITTI.",
            [
                "gain 10.5 m | pose error @ CamVid",
                "gain 90 deg | pose error @ CamVid",
                "gain 1.4 m | pose error @ KITTI",
                "gain 30 deg | pose error @ KITTI",
            ],
        ),
        # else nothing says which number belongs where
        (
            "On ImageNet, COCO and SQuAD, HeronNet gains +1.2% with ResNet-50 and +2.2% with ViT-B.",
            ["gain 1.2 %", "gain 2.2 %"],
        ),
        (
            "HeronNet outperforms A-Net (+1.2%), B-Net (+2.2%) and C-Net (+3.0%) on ImageNet and COCO.",
            ["gain 1.2 % vs A-Net", "gain 2.2 % vs B-Net", "gain 3 % vs C-Net"],
        ),
    ],
)
def test_several_numbers_over_several_benchmarks(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected
