"""Numbers as they are really written."""

from __future__ import annotations

import pytest

from leaderboard.extraction.quantities import Quantity, quantities


def short(quantity: Quantity) -> str:
    value = f"{quantity.value:g}" + (f"..{quantity.value_to:g}" if quantity.value_to is not None else "")
    parts = (value, quantity.unit, f"({quantity.bound})" if quantity.bound else None, quantity.from_to)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reaches 56.03% accuracy", ["56.03 %"]),
        (r"reaches $95.2\%$ there", ["95.2 %"]),
        (r"in \textbf{44.44\%} of runs", ["44.44 %"]),
        ("by 3 percentage points", ["3 %"]),
        ("by 2.5 pp on average", ["2.5 %"]),
        ("by five percent", ["5 %"]),
        ("walks at 6.5 [km/h]", ["6.5 km/h"]),
        ("over 3 million cloud points per second", ["3 million cloud points per second (over)"]),
        ("crawls 2.5 fin lengths per second", ["2.5 fin lengths per second"]),
        ("with 2 false alarms per hour", ["2"]),
        ("falls by 12[%]", ["12 %"]),
        ("is 0.31 ± 0.12 [mm]", ["0.31 mm"]),
        ("a list of 40 [m, s]", ["40"]),
        ("an accuracy of ±0.4 mm", ["0.4 mm"]),
        ("errors of less than +/- 3 degrees", ["3 degrees (under)"]),
        ("an error of 7 ± 0.4 mm", ["7 mm"]),
        ("errors (<; 4 mm)", ["4 mm (under)"]),
        ("is 2.42times faster", ["2.42 x"]),
        ("a times1000 speed-up", ["1000 x"]),
        ("about 13 x faster", ["13 x (about)"]),
        ("of up to sim 250 times", ["250 x (up to)"]),
        ("roughly 4-fold", ["4 x (about)"]),
        ("an eight-fold increase", ["8 x"]),
        ("twice as fast", ["2 x"]),
        ("an order of magnitude faster", ["10 x"]),
        ("two orders of magnitude less", ["100 x"]),
        ("2 orders of magnitude less", ["100 x"]),
        ("with half the parameters", ["0.5 x"]),
        ("we halve the memory", ["0.5 x"]),
        ("by 10~30% on both", ["10..30 %"]),
        ("a 1.3-1.6x speedup", ["1.3..1.6 x"]),
        ("gains ranging from 1% to 5%", ["1..5 %"]),
        ("between 2% and 4%", ["2..4 %"]),
        ("between 1.7 and 2.3 BLEU", ["1.7..2.3"]),
        ("67.2 mAP@0.5:0.95:0.05 there", ["67.2"]),
        ("from 60.6% to 65.7% on CUB", ["60.6 % from", "65.7 % to"]),
        ("from 10% to 20% on A and 30% to 40% on B", ["10 % from", "20 % to", "30 % from", "40 % to"]),
        ("by 2.3% to 65.7%", ["2.3 %", "65.7 %"]),
        ("by 1.1x to 2x", ["1.1..2 x"]),
        (r"a $3\times$-$9\times$ speed-up", ["3..9 x"]),
        ("$2$-$4$x fewer", ["2..4 x"]),
        ("by a factor of 1.5 to 12", ["1.5..12 x"]),
        ("by up to a factor of four", ["4 x (up to)"]),
        ("a factor of more than three", ["3 x (over)"]),
        ("a network of 1.65M.", ["1.65 M"]),
        ("with 5 million parameters", ["5 million"]),
        ("it improves (55.3% to 63.9%) there", ["55.3 % from", "63.9 % to"]),
        ("the gains (3% to 8%) are small", ["3..8 %"]),
        ("an error less then 2 mm", ["2 mm (under)"]),
        ("2.7%/4.3% over both", ["2.7 %", "4.3 %"]),
        ("an FID of 2.05/2.12", ["2.05", "2.12"]),
        ("a score of 81.2 ± 0.4% there", ["81.2 %"]),
        ("more than 1,000x smaller", ["1000 x (over)"]),
        ("in less than 5 ms", ["5 ms (under)"]),
        ("at least 27 times", ["27 x (over)"]),
        ("a 20+% drop", ["20 % (over)"]),
        ("only 444M FLOPs", ["444 M FLOPs"]),
        ("at 37 frames per second", ["37 FPS"]),
        ("solves over 9000 queries/s", ["9000 queries/s (over)"]),
        ("4.0 accuracy points", ["4 points"]),
        ("by a factor of 12", ["12 x"]),
        ("lower collisions (×5.2times)", ["5.2 x"]),
        ("offers up to 7%+ and 5%+", ["7 % (up to)", "5 % (over)"]),
        ("at 240+ fps", ["240 FPS (over)"]),
        ("cut by two-thirds in crowds", ["0.666667 x"]),
        ("one third more time", ["0.333333 x"]),
        ("traces 3 million rays per second", ["3 million rays per second"]),
        ("sorts 210±4 parcels per hour", ["210 parcels per hour"]),
        ("a torque of 3.2 N·m and 4 mNm", ["3.2 N·m", "4 mNm"]),
        ("a force of 3.2 N.", ["3.2 N"]),
        ("a box of 12 times 14 times 3 mm", ["3 mm"]),
        ("drives 4 meters per second", ["4 meters per second"]),
        ("at 0.45 bits per pixel", ["0.45 bits per pixel"]),
        ("at 1.19 bits/character", ["1.19 bits/character"]),
        ("a drift of 0.004 deg/m", ["0.004 deg/m"]),
        ("reaches 88.7 J&F", ["88.7"]),
        ("flies at 1.5 ms-1 and 2.5ms−1", ["1.5 m/s", "2.5 m/s"]),
        ("crawls at 3 cm s-1", ["3 cm/s"]),
        ("a curvature of 0.15 mm−1", ["0.15 mm−1"]),
        ("waits for 2 s-3 s", ["2..3 s"]),
        ("an error of 30.2% (30.5%-0.3%)", ["30.2 %"]),
        ("an error of 30.2% (30.0%-30.4%)", ["30.2 %", "30..30.4 %"]),
        ("within -2 mm to 0.5 mm", ["-2..0.5 mm"]),
        ("cut from 20% and 15% to 12% and 9% on A", ["20 % from", "15 % from", "12 % to", "9 % to"]),
        ("a 10x-4x speedup", ["10..4 x"]),
        ("takes 10-20 ms", ["10..20 ms"]),
        ("is 2 4x faster", ["2..4 x"]),
        ("with 35 45% fewer labels", ["35..45 %"]),
        ("gains 3% 11% in mAP", ["3..11 %"]),
        ("by 1.4% 2.6% and 3.1% on A B and C", ["1.4 %", "2.6 %", "3.1 %"]),
        ("cut by 78%{–}95% there", ["78..95 %"]),
        ("is 50 to 200 higher", ["50..200"]),
        ("an improvement in recall from 62% to 68%", ["62 % from", "68 % to"]),
        ("an improvement in recall from 2% to 8%", ["2..8 %"]),
        ("cut by up to ~50%", ["50 % (up to)"]),
        ("up to nearly 4x faster", ["4 x (up to)"]),
        ("a 12×speedup", ["12 x"]),
        ("from 35.6/20.7 to 86.1/66.7", ["35.6 from", "20.7 from", "86.1 to", "66.7 to"]),
        ("from (0.54, 0.51) to (0.82, 0.77)", ["0.54 from", "0.51 from", "0.82 to", "0.77 to"]),
        ("gains on A (0.54 to 0.61) and B (0.7 to 0.8)", ["0.54 from", "0.61 to", "0.7 from", "0.8 to"]),
    ],
)
def test_read(text: str, expected: list[str]) -> None:
    assert [short(quantity) for quantity in quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "LLaMA-2-7B and ViT-B/16 and GPT-3.5",
        "a digi(cid:173) tal net",
        "the first half of the data",
        "the 3rd and the 21st",
        "see Table 3, Fig. 2 and Section 4.1",
        "as in [12, 15]",
        "since 2019",
        "a 5-layer network with 3x3 filters",
        "on CIFAR-10 and SemEval-2020",
        "we set k=5 and epsilon = 8",
        "1) first, 2) second",
        "O(n^2) time",
        "in 3D",
        "top 5 of them",
        "down to 10-3 rad and 10−2 Pa",
        "as low as 10x-4 of the reads",
        "a torque of 1.2 × 10−3 Nm",
        "spans ten years (2005-2015)",
        "turns in a range of ±40 degrees",
        "the test rejects it, p <; 0.01",
    ],
)
def test_not_a_quantity(text: str) -> None:
    assert quantities(text) == []


def test_offsets_are_those_of_the_number() -> None:
    text = "improves by up to $12.5\\%$ and 1,234 points"
    assert [text[q.start : q.end] for q in quantities(text)] == ["12.5", "1,234"]
