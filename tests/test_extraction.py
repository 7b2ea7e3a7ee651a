"""What extraction promises for any text, and what it reads in whole paragraphs."""

from __future__ import annotations

from pathlib import Path

import figures
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mutations import checked, mutations

from leaderboard.extraction import extract, extract_each
from leaderboard.extraction.notation import line
from leaderboard.extraction.own_name import own_name
from leaderboard.model import Paper

PIECES = st.sampled_from(
    "We Our method LoRA GSM8K ImageNet achieves outperforms by from to over than 56.03% 2.5x 3 points 1,000 accuracy "
    "F1 mAP memory speedup ( ) , . ; up about less fewer faster on and respectively half twice \\% $ ± ~ - – the "
    "dataset improves reduces 12 0.5 ms GB FPS in with only parameters BLEU of a \n".split(" ")
)


def paper(abstract: str, title: str = "") -> Paper:
    return Paper(paper_id="p", title=title, abstract=abstract)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join)), st.text(max_size=60))
@example("by 2.3% to 59.4%", "A: B")
@example("½ ² ٣٪ １２％", "ẞ: İstanbul")
@example("\U000116d0", "")
def test_any_text_is_read_without_an_error(abstract: str, title: str) -> None:
    claims = checked(abstract, title)
    assert extract(paper(abstract, title)) == claims


def test_mutated_sentences_are_read_without_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    claims = sum(len(checked(text)) for text in mutations(2_000))
    assert claims > 1_000
    with capfd.disabled():
        print(f"\n2,000 mutated sentences read, {claims:,} claims, every offset valid")


def test_claims_do_not_depend_on_the_order_of_papers() -> None:
    papers = [paper("A reaches 91.2% accuracy on MNIST."), paper("B is 2x faster than A."), paper("Nothing here.")]
    there = [extract(each) for each in papers]
    assert [extract(each) for each in reversed(papers)] == there[::-1]


def test_many_papers_are_read_as_each_alone() -> None:
    texts = [
        "We propose A. A reaches 91.2% accuracy on MNIST.",
        "B is 2x faster than A. It halves the loss.",
        "Nothing.",
        "",
    ]
    papers = [paper(text, title) for text in texts for title in ("", "A: Letters by Halves", "B: Twice as Fast")]
    assert extract_each(papers) == [extract(each) for each in papers]
    assert extract_each([]) == []


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Our automaton is one of those in use since the 1770s and the 60s.", []),
        ("Our planner answers in 60s.", ["cost 60 s"]),
        # whose result it is
        (
            "Our detector is better than HeronNet (45.0% vs. 43.9% mAP on COCO).",
            ["score 45 % | mAP @ MS COCO", "score 43.9 % | mAP @ MS COCO : HeronNet = baseline"],
        ),
        (
            "Our tagger reaches an F1 of 92.4%, outperforming the best earlier tagging method (87.2%).",
            ["score 92.4 % | F1", "score 87.2 % | F1 : best earlier tagging method = baseline"],
        ),
        (
            "Our tagger reaches an F1 of 92.4%, while a recent graph-based approach achieves 87.2%.",
            ["score 92.4 % | F1", "score 87.2 % | F1 : recent graph-based approach = baseline"],
        ),
        (
            "Our tagger achieves state-of-the-art results on CUB, which reports 76.2% mIoU.",
            ["score 76.2 % | mIoU @ CUB-200-2011"],
        ),
        (
            "An accuracy of 76.8% is close to the human-level accuracy of 78.1%.",
            ["score 76.8 % | accuracy", "score 78.1 % | accuracy : human-level = baseline"],
        ),
        (
            "It is 2.6x faster while it reaches 61.4% accuracy using AlexNet.",
            ["speedup 2.6 x", "score 61.4 % | accuracy"],
        ),
        (
            "The task is challenging for current models, with the best reader attaining an accuracy of 48%.",
            ["score 48 % | accuracy : best reader = baseline"],
        ),
        (
            "We improve the success rate on CUB from a previous best of 58.6% to 74.3%.",
            [
                "score 58.6 % | success rate @ CUB-200-2011 : previous best = baseline",
                "score 74.3 % | success rate @ CUB-200-2011",
            ],
        ),
        (
            "Our annotator reaches 88.9% IoU on CUB with an average of 9.1 clicks for each.",
            ["score 88.9 % | IoU @ CUB-200-2011"],
        ),
        # of two statements the nearer, of two names the one that says what it is
        (
            "Heronet improves registration quality by reducing the Chamfer distance by up to 75%.",
            ["gain 75 % (up to) | Chamfer distance"],
        ),
        ("Our prior improves predictive performance (AUROC) by 13.4%.", ["gain 13.4 % | AUROC"]),
        ("On CUB, our mAP at tIoU@0.5 is improved by 3.1%.", ["gain 3.1 % | mAP@0.5 @ CUB-200-2011"]),
        (
            "We improve the AP over a shape-only parser by 9.4%.",
            ["gain 9.4 % | AP vs shape-only parser"],
        ),
        ("We measure a 28% increase in mean drag relative to the old wing.", ["gain 28 % | drag vs old wing"]),
        (
            "Our prior lifts the performance, with a gain of up to 35% in most cases.",
            ["gain 35 % (up to) | performance"],
        ),
        ("It is 3x more effective in terms of the hit ratio on CUB.", ["gain 3 x | hit ratio @ CUB-200-2011"]),
        (
            "It wins in Scanning Success Rate (SSR) and improves the SSR of the rest from 48% to 91%.",
            ["score 48 % | SSR = baseline", "score 91 % | SSR"],
        ),
        ("It detects fraud (74% accuracy, F1-Score 0.69).", ["score 74 % | accuracy", "score 0.69 | F1"]),
        # names that a line's end, a lost comma or a lost hyphen changed
        ("We outperform it by 2.5% mean average\r precision.", ["gain 2.5 % | mAP"]),
        ("It has an MAE of 3.28 RMSE of 4.79.", ["score 3.28 | MAE", "score 4.79 | RMSE"]),
        ("It has a 5.4% top1 error.", ["score 5.4 % | top-1 error"]),
        ("It gets 86.1 pixel accuracy on CUB.", ["score 86.1 | pixel accuracy @ CUB-200-2011"]),
        (
            "It gets 79.4% mIoU on VOC with 45% of the compute; and 61.2% mIoU on CUB.",
            [
                "score 79.4 % | mIoU @ PASCAL VOC",
                "cost 45 % | compute @ PASCAL VOC",
                "score 61.2 % | mIoU @ CUB-200-2011",
            ],
        ),
        # a count is no score, and each place that has its own `by` its own figure
        ("Our tagger reaches an F1 of 92.4% on a corpus of 2M sentences.", ["score 92.4 % | F1"]),
        (
            "Our agent improves HeronNet on KITTI by 7% in mAP, COCO by 4% in mAP and CUB by 3% in mAP.",
            [
                "gain 7 % | mAP @ KITTI vs HeronNet",
                "gain 4 % | mAP @ MS COCO vs HeronNet",
                "gain 3 % | mAP @ CUB-200-2011 vs HeronNet",
            ],
        ),
        # from one number to another, without a word of change: what was varied
        ("Our sensor was tested at depths from 0.5 m to 4 m.", []),
        (
            "Our sensor raises the reach from 0.5 m to 4 m.",
            ["score 0.5 m | reach = baseline", "score 4 m | reach"],
        ),
        # what governs a number from afar says that it is a change, where so low a value would be a poor result
        (
            "Our detector outperforms HeronNet on crowds with an mAP of 3.1% on COCO.",
            ["gain 3.1 % | mAP @ MS COCO vs HeronNet"],
        ),
        (
            "Our detector outperforms HeronNet on crowds with an mAP of 41.3% on COCO.",
            ["score 41.3 % | mAP @ MS COCO"],
        ),
        ("Our detector outperforms HeronNet, reaching an mAP of 3.1% on COCO.", ["score 3.1 % | mAP @ MS COCO"]),
        ("Our detector has a higher mAP of 3.1% than HeronNet.", ["gain 3.1 % | mAP vs HeronNet"]),
        ("Our detector has a higher mAP of 53.1% than HeronNet.", ["score 53.1 % | mAP"]),
        ("Tiny networks show a slightly lower accuracy (4%) than HeronNet.", ["gain -4 % | accuracy vs HeronNet"]),
        (
            "Our detector outperforms HeronNet on many data sets, such as COCO (11%) and LVIS (5%).",
            ["gain 11 % @ MS COCO vs HeronNet", "gain 5 % @ LVIS vs HeronNet"],
        ),
        ("The loss of accuracy of our quantizer is less than 2% on COCO.", ["gain -2 % (under) | accuracy @ MS COCO"]),
        # as many figures as places
        (
            "Our parser obtains 48.1 F1 and 44.4 F1 on RAMS and WikiEvents.",
            ["score 48.1 | F1 @ RAMS", "score 44.4 | F1 @ WikiEvents"],
        ),
        (
            "Our detector obtains 73.2% and 69.8% AP on PASCAL VOC 2007 and 2012.",
            ["score 73.2 % | AP @ PASCAL VOC 2007", "score 69.8 % | AP @ PASCAL VOC 2012"],
        ),
        (
            "Our detector performs 6.2% (absolute) better than HeronNet on CUB.",
            ["gain 6.2 % @ CUB-200-2011 vs HeronNet"],
        ),
        ("Our detector has a miss rate of 14:37%.", ["score 14.37 % | miss rate"]),
        (
            "We offer up to 8%+ and 6%+ gains on CUB.",
            ["gain 8 % (up to) @ CUB-200-2011", "gain 6 % (over) @ CUB-200-2011"],
        ),
        ("Our controller achieves 6 degrees of freedom.", []),
        (
            "Our robot improves the success rate from 37% when it grasps blindly to up to 88% with touch.",
            ["score 37 % | success rate = baseline", "score 88 % (up to) | success rate"],
        ),
        ("Inference time increases by 20%.", ["cost 20 % | inference time"]),
        ("Our gripper holds with a force of 90 N.", ["score 90 N | force"]),
        ("Our sleeve increases the gripping force by 87%.", ["gain 87 % | force"]),
        ("The joint is moved by small torques (3 Nm).", []),
        (
            "Our policy reaches a success rate of 80%. This is an improvement of 30% over HeronNet.",
            ["score 80 % | success rate", "gain 30 % | success rate vs HeronNet"],
        ),
        ("Our skin achieves a lateral resolution of 58 μm.", ["score 58 μm | lateral resolution"]),
        ("Our skin achieves 2 mm spatial resolution in air.", ["score 2 mm | spatial resolution"]),
        ("Our finger can generate 30 N of force, while it is light.", ["score 30 N | force"]),
        (
            "Our finger reaches 30 N contact force, 4 N shear force and a 91% hit rate for edges.",
            ["score 30 N | contact force", "score 4 N | shear force", "score 91 % | hit rate"],
        ),
        ("Our lens achieves 88% illumination uniformity.", ["score 88 % | illumination uniformity"]),
        ("Our planner is near-optimal (< 5% loss).", ["gain -5 % (under)"]),
        (
            "Our model outperforms HeronNet by 12.1% in fluency and 7.4% in long-term consistency.",
            ["gain 12.1 % | fluency vs HeronNet", "gain 7.4 % | long-term consistency vs HeronNet"],
        ),
        ("Our model outperforms HeronNet by 12.1% in face recognition.", ["gain 12.1 % vs HeronNet"]),
        (
            "Our model outperforms HeronNet by 0.8 points on the MNIST benchmark and OwlNet by 2% accuracy on SVHN.",
            ["gain 0.8 points @ MNIST vs HeronNet", "gain 2 % | accuracy @ SVHN vs OwlNet"],
        ),
        (
            "The accuracy under the strongest known white-box attack rises from 42.1% to 47.2%.",
            ["score 42.1 % | accuracy = baseline # under attack", "score 47.2 % | accuracy # under attack"],
        ),
        (
            "The recall on the MNIST dev set only decreases from 42.1% to 40.2%.",
            [
                "score 42.1 % | recall @ MNIST = baseline # validation",
                "score 40.2 % | recall @ MNIST # validation",
            ],
        ),
        ("Our model improves by 6% over fine-tuning methods.", ["gain 6 % vs fine-tuning methods"]),
        ("Our model is 6% better than with clean data after training.", ["gain 6 % vs clean data"]),
        ("We see a reduction of 38% of the peak fan power.", ["saving 38 % | power"]),
        (
            "Our cache reduces API cost and latency by 93% and 50%, respectively.",
            ["saving 93 % | cost", "speedup 50 % | latency"],
        ),
        (
            "Our aligner reduces position and heading errors by 27% and 14%.",
            ["gain 27 % | position error", "gain 14 % | rotation error"],
        ),
        (
            "Our cab improves the reward, charging speed, and sharing fairness by 17%, 23%, and 6%, respectively.",
            ["gain 17 % | reward", "speedup 23 % | charging speed", "gain 6 % | fairness"],
        ),
        ("Our picker reduces the number of inspected boxes by 90%.", ["saving 90 % | inspected boxes"]),
        ("Our picker reduces the number of wrong boxes by 90%.", ["gain 90 % | wrong boxes"]),
        ("Our method compressed the OwlNet by 81%.", ["saving 81 % vs OwlNet"]),
        ("Our hopper can lead to a jump height of 62 mm.", ["score 62 mm | jump height"]),
        ("We see improvements in accuracy, while it cuts tokens by 12%.", ["saving 12 % | tokens"]),
        ("Our tracker improves the tracking precision by 2.4%.", ["gain 2.4 % | precision"]),
        ("Our matcher reduces the search space by 40%.", ["saving 40 % | search space"]),
        ("Our matcher improves search accuracy by 25%.", ["gain 25 % | accuracy"]),
        ("Our matcher shows a 5x improvement in tracking performance.", ["gain 5 x | performance"]),
        ("We see a gain of 25% over a plain local search.", ["gain 25 % vs plain local search"]),
        ("Our filter removes at least a quarter of the variance.", ["gain 0.25 x (over) | variance"]),
        ("Our decoder is as good as methods with only 1/4 of the cost.", ["cost 0.25 x | cost"]),
        ("Our tracker gains 2 mAP with fewer training epochs (0.5x).", ["gain 2 | mAP", "cost 0.5 x | epochs"]),
        ("Our arm is 3 times more data efficient than HeronNet.", ["saving 3 x | data efficiency vs HeronNet"]),
        ("Our arm is 20% more computationally efficient.", ["saving 20 % | computational efficiency"]),
        ("Our codec reaches 70 times greater compression at a comparable accuracy.", ["saving 70 x | compression"]),
        ("We beat HeronNet on the owl motion dataset by 2.8%.", ["gain 2.8 % vs HeronNet"]),
        ("Our tracker is much faster (25 FPS) than HeronNet.", ["cost 25 FPS"]),
        ("Our arm shows accelerations of 30G.", []),
        ("Our corpus is 14 times larger than the original.", []),
        ("Our network is 24x smaller than HeronNet.", ["saving 24 x | size vs HeronNet"]),
        (
            "We see clear performance gains over HeronNet, up to 7.4%.",
            ["gain 7.4 % (up to) | performance vs HeronNet"],
        ),
        ("Our model increases speed by 20%.", ["speedup 20 % | speed"]),
        (
            "For wrens we reach an accuracy of 68%, then come finches at 9% and finally larks at 21%.",
            ["score 68 % | accuracy", "score 9 % | accuracy", "score 21 % | accuracy"],
        ),
        (
            "Our cache saves 90% and 60% energy during search and decoding.",
            ["saving 90 % | energy", "saving 60 % | energy"],
        ),
        (
            "Our cache cuts the storage cost from 48 GB to 3 GB.",
            ["cost 48 GB | storage = baseline", "cost 3 GB | storage"],
        ),
        ("It works at only 4{\\texttimes} more computation time.", ["cost 4 x | runtime"]),
        (
            "Our model increases training time by 20% and memory by 30%.",
            ["cost 20 % | training time", "cost 30 % | memory"],
        ),
        (
            "Our model reduces training time by 20%, memory by 30% and energy by 40%.",
            ["speedup 20 % | training time", "saving 30 % | memory", "saving 40 % | energy"],
        ),
        (
            "We see a reduction of over 3x in terms of runtime and 20x in model size.",
            ["speedup 3 x (over) | runtime", "saving 20 x | model size"],
        ),
        ("It works while reducing up to 72.6% of its overhead.", ["saving 72.6 % (up to) | overhead"]),
        (
            "Our cache reduces memory up to 34% and the total boot time up to 18%.",
            ["saving 34 % (up to) | memory", "speedup 18 % (up to) | boot time"],
        ),
        (
            "Adding only 0.6% parameters and 0.9% compute, our model is as good.",
            ["cost 0.6 % | parameters", "cost 0.9 % | compute"],
        ),
        ("This means a speed increase of over 20 times.", ["speedup 20 x (over) | speed"]),
        ("ReOwl improves the average AUC-ROC score by 10%.", ["gain 10 % | AUROC : ReOwl"]),
        (
            "Our network improves recall by 20%, while decoding takes less than one third of a second.",
            ["gain 20 % | recall"],
        ),
        (
            "It reduces the size of the pruned Swin-B transformer by 37%.",
            ["saving 37 % | size vs pruned Swin-B transformer"],
        ),
        (
            "The memory use during tuning is up to one order of magnitude less than that of HeronNet.",
            ["saving 10 x (up to) | memory vs HeronNet"],
        ),
        ("We see large improvements (up to 54% in terms of needed samples).", ["saving 54 % (up to) | samples"]),
        ("The sea is simulated at a resolution of 5 km.", []),
        ("On OwlBench we attain a recall of 86.4%.", ["score 86.4 % | recall @ OwlBench"]),
        # what became faster, where no measure stands beside the number
        ("Our matcher trains the whole network 3x faster.", ["speedup 3 x | training time"]),
        ("Our matcher converges twice as fast as HeronNet.", ["speedup 2 x | convergence speed vs HeronNet"]),
        ("Our matcher runs four times faster than HeronNet.", ["speedup 4 x | runtime vs HeronNet"]),
        ("Our recipe speeds up the training of large matchers by 2.5x.", ["speedup 2.5 x | training time"]),
        ("When training on long texts, we achieve a 2x speedup.", ["speedup 2 x | training time"]),
        ("Our matcher is 3x faster than HeronNet at test time.", ["speedup 3 x | inference time vs HeronNet"]),
        ("Our matcher gives a 3x speedup for training.", ["speedup 3 x | training time"]),
        ("Our matcher is 3x faster to train.", ["speedup 3 x | training time"]),
        ("It has 4x faster inference speed.", ["speedup 4 x | speed"]),
        ("It beats HeronNet by an order of magnitude in computation time.", ["speedup 10 x | runtime vs HeronNet"]),
        ("Our matcher is 3x faster than the trained HeronNet.", ["speedup 3 x vs trained HeronNet"]),
        ("Our matcher is 3x faster in simulation.", ["speedup 3 x"]),
        ("Without any training, our matcher is 3x faster.", ["speedup 3 x"]),
        # words that name no resource, or not by themselves
        ("Our robot is 50% less expensive.", ["saving 50 % | cost"]),
        ("Our sampler needs 40% fewer episodes compared to HeronNet.", ["saving 40 % | episodes vs HeronNet"]),
        ("Our code takes 3x less basis im- ages.", ["saving 3 x | basis images"]),
        ("Our code takes 3x less pre- and postprocessing.", ["saving 3 x"]),
        # what names a measure, and what does not
        ("Our matcher achieves a 98% bullseye score on OwlBench.", ["score 98 % | bullseye score @ OwlBench"]),
        ("On OwlBench we reach a new top score of 73.4%.", ["score 73.4 % @ OwlBench"]),
        ("They are 37% better than HeronNet.", ["gain 37 % vs HeronNet"]),
        (
            "We see gains of 0.58 points (3.2%) in BLEU and 0.76 points (0.9%) in BERTScore.",
            ["gain 0.58 points | BLEU", "gain 0.76 points | BERTScore"],
        ),
        (
            "Gains of 26% (in the edit distance) and 3% (in the recall) were seen.",
            ["gain 26 % | edit distance", "gain 3 % | recall"],
        ),
        ("It improves over HeronNet by 9% in road shape metric.", ["gain 9 % | road shape metric vs HeronNet"]),
        (
            "Our writer has a factuality score of 0.91, compared to 0.74 for HeronNet, and excels in human evaluation.",
            ["score 0.91 | factuality", "score 0.74 | factuality : HeronNet = baseline"],
        ),
        (
            "Our arm reaches a joint error of 12.7°, and provides 0.4 J/kg.",
            ["score 12.7 ° | mean joint error", "score 0.4 J/kg"],
        ),
        # the measure of the sentence before goes on in the next
        (
            "Our matcher reaches 86.9% accuracy. It outperforms HeronNet (77.9%).",
            ["score 86.9 % | accuracy", "score 77.9 % | accuracy : HeronNet = baseline"],
        ),
        (
            "Our arm reaches a 90% success rate. We found a 70% recovery of the speed.",
            ["score 90 % | success rate", "score 70 %"],
        ),
        ("Our matcher is 30% better on rare verbs.", ["gain 30 %"]),
        ("We see a 7% improvement on the test server in completion rates.", ["gain 7 % | task completion rate"]),
        (
            "Our matcher improves downstream tasks such as bird detection mAP by 4.7%.",
            ["gain 4.7 % | mAP"],
        ),
        (
            "On OwlBench, the Mean Reciprocal Rank (MRR) performance improves from 61.7% to 69.4%.",
            [
                "score 61.7 % | MRR @ OwlBench = baseline",
                "score 69.4 % | MRR @ OwlBench",
            ],
        ),
        (
            "Our sampler has high accuracy on simple data, and does well on others, namely, 93% on KTH.",
            ["score 93 % | accuracy @ KTH"],
        ),
        (
            "The mean per joint position errors on the two trails are 31 mm and 38 mm.",
            ["score 31 mm | MPJPE", "score 38 mm | MPJPE"],
        ),
        # changes, and figures that are no results
        (
            "It has an accuracy of 74% on CIFAR-10 (up by 12 percentage points) and 58.3% on STL-10 (4.7 pp).",
            [
                "score 74 % | accuracy @ CIFAR-10",
                "gain 12 % | accuracy @ CIFAR-10",
                "score 58.3 % | accuracy @ STL-10",
                "gain 4.7 % | accuracy @ STL-10",
            ],
        ),
        ("Our tuner shows accuracy improvements by 6 to 29% on COCO.", ["gain 6..29 % | accuracy @ MS COCO"]),
        ("It gains 4.8% average precision for cars at 40-50 meters.", ["gain 4.8 % | AP"]),
        ("We compile a corpus, OwlTalk, with a kappa of 0.77.", []),
        (
            "Our model has the best accuracy on CIFAR-10 (98.1%) and 3 other transfer datasets.",
            ["score 98.1 % | accuracy @ CIFAR-10"],
        ),
        (
            "The mean success rate for hitting the ball of the group that was helped (by hand) is 28.3% higher.",
            ["gain 28.3 % | success rate"],
        ),
        # `run-time` is the running time, unless it says when
        ("Our planner cuts the run-time by 30%.", ["speedup 30 % | runtime"]),
        ("Our planner has a run time of 30 ms.", ["cost 30 ms | runtime"]),
        ("Our planner raises run-time efficiency by 30%.", ["speedup 30 % | speed"]),
        ("Our planner calls 3 GB of memory its own at run-time.", []),
        # a top-1 error is no top-1 accuracy
        (
            "Our detector has 31.5% top-1 localization error on ImageNet.",
            ["score 31.5 % | top-1 localization error @ ImageNet"],
        ),
        # a data set that is called like a measure
        ("Comet consists of more than 800 films, over 3 million frames and tracks for 14 agents.", []),
        ("On the ADE dataset, our tagger has an F1 of 81.2%.", ["score 81.2 % | F1 @ ADE"]),
        ("Our captions have a Meteor score of 28.1.", ["score 28.1 | METEOR"]),
        # figures that are no ranges
        ("Our flyer has a top speed of 2.5 ms-1.", ["score 2.5 m/s | locomotion speed"]),
        ("The accuracy of our stage is within -2 mm to 0.5 mm.", ["score -2..0.5 mm | accuracy"]),
        ("Our corpus has a better coverage (2005-2015).", []),
        (
            "The error rates are lowered from previous 31% and 24% to 22% and 17% on SVHN.",
            [
                "score 31 % | error rate @ SVHN = baseline",
                "score 24 % | error rate @ SVHN = baseline",
                "score 22 % | error rate @ SVHN",
                "score 17 % | error rate @ SVHN",
            ],
        ),
        (
            "We cut the error on CIFAR-10 from 31% and 24% to 22% and 17% with 500 and 800 labels, respectively.",
            [
                "score 31 % | error @ CIFAR-10 = baseline # 500 labels",
                "score 24 % | error @ CIFAR-10 = baseline # 800 labels",
                "score 22 % | error @ CIFAR-10 # 500 labels",
                "score 17 % | error @ CIFAR-10 # 800 labels",
            ],
        ),
        ("Our reader achieves 64 DS on OwlBench.", ["score 64 | DS @ OwlBench"]),
        ("Our tool cuts annotation time by 41%.", ["speedup 41 % | annotation time"]),
        ("Our drone has a 4.7x longer flight time than HeronNet.", ["gain 4.7 x | flight time vs HeronNet"]),
        ("Our tricks improve fine-tuning by 0.9 points.", ["gain 0.9 points"]),
        ("We reach 1% higher accuracy with 14% smaller models.", ["gain 1 % | accuracy", "saving 14 % | model size"]),
        (
            "Our parser is 12x faster at inference and 5x smaller than HeronNet.",
            ["speedup 12 x | inference time vs HeronNet", "saving 5 x | size vs HeronNet"],
        ),
        (
            "The decoding time of our parser on a phone can be reduced by 70% at the same accuracy.",
            ["speedup 70 % | inference time"],
        ),
        (
            "Our solver shows accuracy improvements of 14% and 31% in counting and proving.",
            ["gain 14 % | accuracy", "gain 31 % | accuracy"],
        ),
        (
            "Our parser is better with less than 40% FLOPs and about only 70% required GPU memory.",
            ["cost 40 % (under) | FLOPs", "cost 70 % (about) | GPU memory"],
        ),
        ("Our reader outperforms HeronNet by 1.5x.", ["gain 1.5 x vs HeronNet"]),
        ("Training on just 80 of these samples is enough.", ["cost 80 | samples"]),
        ("Our model beats HeronNet with half the parameters.", ["cost 0.5 x | parameters"]),
        ("With image-level labels, we find a 5% improvement.", ["gain 5 % # weakly supervised"]),
        (
            "Our planner brings the search time down from 3 hours to 10 minutes.",
            ["cost 3 hours | search time = baseline", "cost 10 minutes | search time"],
        ),
        ("Our detector is as good, with a 60x training speedup.", ["speedup 60 x | training speed"]),
        (
            "Our reader brings F1 gains of 1.7% on 8 news datasets, 2.9% on 4 query datasets and 5% on 2 others.",
            ["gain 1.7 % | F1", "gain 2.9 % | F1", "gain 5 % | F1"],
        ),
        (
            "We show 34.5% improvement on CUB and 30.4% on ImageNet.",
            ["gain 34.5 % @ CUB-200-2011", "gain 30.4 % @ ImageNet"],
        ),
        ("We get a 34% improvement on face recognition and 30% on tracking.", ["gain 34 %", "gain 30 %"]),
        (
            "We show gains of 8% on two sets with 300 known and 41 novel birds of the north, and 19% on a small set.",
            ["gain 8 %", "gain 19 %"],
        ),
        (
            "We report a 13% improvement in accuracy over the best reader of old sets at first and 11% in the next.",
            [
                "gain 13 % | accuracy vs best reader of old sets",
                "gain 11 % | accuracy vs best reader of old sets",
            ],
        ),
        ("We see a 1.8 dB improvement in PSNR and 0.04 in SSIM.", ["gain 1.8 dB | PSNR", "gain 0.04 | SSIM"]),
        ("Our reader outperforms rivals by achieving up to 96.4% accuracy.", ["score 96.4 % (up to) | accuracy"]),
        ("We reach a higher accuracy of about 11% than OwlNet.", ["gain 11 % (about) | accuracy vs OwlNet"]),
        (
            "We cut the planning time to 2.6 seconds, a reduction by 70%.",
            ["cost 2.6 seconds | planning time", "speedup 70 % | planning time"],
        ),
        ("The error of our gaze reader on herons in the rain is 40% lower.", ["gain 40 % | error"]),
        ("Our knee gives a 45% increase in ankle power.", ["gain 45 % | power"]),
        ("Our reader wins in over 64% of the datasets.", ["score 64 % (over)"]),
        (
            "Our router reaches 75% of the accuracy within 3 rounds, and 91% after 8 rounds.",
            ["score 75 % | performance", "cost 3 (under) | rounds", "score 91 % | performance"],
        ),
        (
            "We find that the distance error is less than 4 mm for cups at a distance of 22 cm.",
            ["score 4 mm (under) | error"],
        ),
        ("Our reader pushes the accuracy on SQuAD up to 66.26%.", ["score 66.26 % (up to) | accuracy @ SQuAD"]),
        (
            "Our reader shows a small accuracy drop while accelerating inference by 37%.",
            ["speedup 37 % | inference time"],
        ),
        ("Our reader shrinks the OOD gap by up to 14 percentage points.", ["gain 14 % (up to)"]),
        ("Our recipe halves the accuracy loss.", ["gain 0.5 x | accuracy loss"]),
        (
            "Our reader brings an improvement in word error rate and speeds up inference by 6 times.",
            ["speedup 6 x | inference time"],
        ),
    ],
)
def test_what_is_measured(sentence: str, lines: list[str]) -> None:
    assert [line(claim) for claim in extract(paper(sentence))] == lines


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("Our planner reaches a plan accuracy of 81%.", ["plan accuracy"]),
        ("Our planner reaches a high accuracy of 81%.", ["accuracy"]),
        (
            "Our planner achieves an overall F1 of 81% and the lowest tracking error of 3 mm.",
            ["F1", "tracking error"],
        ),
        ("We see a gain of 37% in positional error and 28% in steering error.", ["positional error", "steering error"]),
        ("Our matcher reaches a mean Intersection-over-Union of 61%.", ["mean Intersection-over-Union"]),
        ("Our gripper reaches an average success rate of 61% and a mean F1 of 0.7.", ["success rate", "F1"]),
        ("Our hook can exert lateral clinging forces of up to 2.4 N.", ["lateral clinging forces"]),
        ("Our nest holds an encouraging egg detection accuracy of 91%.", ["egg detection accuracy"]),
        ("Our beak reaches a decent pecking accuracy of 91%.", ["pecking accuracy"]),
        ("Our claw cuts the previously-reported error by 12%.", ["error"]),
        ("Our claw is capable of exerting forces up to 9 N.", ["exerting forces"]),
    ],
)
def test_how_a_measure_is_written(sentence: str, written: list[str]) -> None:
    assert [claim.metric_text for claim in extract(paper(sentence))] == written


@pytest.mark.parametrize(
    "sentence",
    [
        "We choose classifiers under the 0-1 loss.",
        "Our learner reaches an accuracy of $1-\\alpha$ in time.",
        "The error falls at a rate of 1/t, with a loss of $\\frac{1}{2} \\log t$.",
        "Our filter lowers the bounds for 10 instances.",
        "The corpus holds 300 questions and 4,500 more answers.",
        "Our arm provides a normalized score between 0 and 1.",
        "The pose error is less than 0. 9 mm.",
        "We rank readers with 16 image quality measures.",
        "We test our planner on a Heron 500 MAV.",
        "Our tracker has a higher AP than the best tracker that is 4.7 times slower.",
        "We show a 9 cm, 13.5 g jumping robot.",
        "Our tracker has centimetre accuracy over a 2.4 km trajectory.",
        "The load of our arm (45% of the robot's weight) is known.",
        "We watch herons by capturing long videos at 240 fps.",
        "Our planner works on robots with mass differing by 3.5 times.",
        # how much larger a collection of data is
        "The new corpus is 12 times larger than earlier corpora.",
        "We collect a corpus that is 12 times larger than CUB.",
        "It is 12 times larger than existing collections.",
        "We show a training dataset that's 20x larger than the best one of films.",
        "Our benchmark has 3 times more poems and 5 times more riddles compared to the old HeronBench dataset.",
    ],
)
def test_what_is_no_result(sentence: str) -> None:
    assert extract(paper(sentence)) == []


@pytest.mark.parametrize(
    ("abstract", "rivals"),
    [
        ("Our model is 4x faster than GPTQ and 5x faster than the cuBLAS kernels.", ["GPTQ", "cuBLAS kernels"]),
        ("We outperform plain models by 27 points and GPT-4 by 14 points.", ["plain models", "GPT-4"]),
        ("Our method needs 8X and 4X less energy than a plain ANN and SNN, respectively.", ["plain ANN", "SNN"]),
        (
            "We gain against 3D ResNet and patch-based 2D ResNet by 6% and 4%, respectively.",
            ["3D ResNet", "patch-based 2D ResNet"],
        ),
        (
            "We outperform prior pruning and merging methods that need data by 3%.",
            ["prior pruning and merging methods"],
        ),
        ("Our compiler is twice as fast as GPTQ.", ["GPTQ"]),
        ("Our compiler runs 4x faster than common solvers.", ["common solvers"]),
        ("Our ranker surpasses the human performance by 2%.", ["human performance"]),
        ("We outperform OwlNet on all of them, e.g. by 11.6% on KITTI.", ["OwlNet"]),
        (
            "We outperform OwlNet by 2% on AP, and boost detection by 6% and segmentation by 7%.",
            ["OwlNet", "OwlNet", "OwlNet"],
        ),
        ("We outperform not only the teacher but also the best student by 3%.", ["best student"]),
        ("We gain 3% over models trained on synthetic text.", ["models trained on synthetic text"]),
        ("We improve mAP by 2% over training from scratch.", ["training from scratch"]),
        ("Compared to results reported by OwlNet, accuracy is 2% higher.", ["OwlNet"]),
        ("We improve the state-of-the-art accuracy by 2%.", ["state-of-the-art"]),
        ("We outperform models such as OwlNet by 2%.", ["models such as OwlNet"]),
        ("We outperform OwlNet by 2%, while memory is reduced by 3x.", ["OwlNet", "OwlNet"]),
        ("Accuracy is high compared to OwlNet. In particular, we see gains of 2% on COCO.", ["OwlNet"]),
        ("Accuracy is high compared to OwlNet. We see gains of 2% on COCO.", [None]),
        ("We compare our reader to OwlNet. We see gains of 2% on COCO.", ["OwlNet"]),
        ("We improve the best known method (OwlNet) by 2%.", ["OwlNet"]),
        ("We outperform the best trackers based on masks (OwlNet) by 2%.", ["best trackers based on masks"]),
        ("We outperform the previous state-of-the-art (SOTA) by 2%.", ["previous state-of-the-art"]),
        (
            "We improve the accuracy of OwlNet by 2%, CraneNet by 3% and the MothNet model by 4%.",
            ["OwlNet", "CraneNet", "MothNet model"],
        ),
        ("It reduces the error of OwlNet by 40%.", ["OwlNet"]),
        ("It reduces the error of lazy readers by 40%.", [None]),
        ("It has a quality comparable in most respects to OwlNet, at 3x lower latency.", ["OwlNet"]),
        ("It reaches the same accuracy as OwlNet with 3x fewer parameters.", ["OwlNet"]),
        ("It sees the same birds as other watchers with 3x fewer parameters.", [None]),
        ("When applied to existing methods, it saves 30% of memory.", ["existing methods"]),
        ("We apply it to train trackers and save 30% of memory.", [None]),
        ("It saves 30% of memory over multiple machines.", [None]),
        ("We reduce the error by 40%, over the entire range of speeds.", [None]),
        ("The error is 30% lower than when using raw images.", ["raw images"]),
        ("The error is 30% lower than for a lazy reader.", ["lazy reader"]),
        ("Our arm is 1.5x faster than those with rigid joints.", ["rigid joints"]),
        ("Our arm is 1.5x faster with two joints than with one.", [None]),
        ("It reduces the drift up to 4x compared with the one without wheels.", ["one without wheels"]),
        ("We outperform 12 earlier trackers by 2%.", ["earlier trackers"]),
        ("We improve the state of the art in both tracking and counting by 2%.", ["state of the art"]),
        ("We gain 5% over a fine-tuning baseline.", ["fine-tuning baseline"]),
        ("We outperform OwlNet, which has 43% more FLOPs than ours.", ["OwlNet"]),
        (
            "It speeds up OwlNet by 2x, and reduces the drift of CraneNet tasks and MothNet maps by 40%.",
            ["OwlNet", "OwlNet"],
        ),
        ("Our model is accurate with more than two children, where F1 improves by 2%.", [None]),
        ("We save 30% of memory compared to 7 large models.", ["large models"]),
        ("Our reader is 36% better than those with rigid legs.", ["rigid legs"]),
        ("We compared our reader with OwlNet, which gave a gain of 2% on COCO.", ["OwlNet"]),
        ("It has large leaves, improving results by 10%.", [None]),
        ("We gain 2% over existing work and obtain remarkable results on COCO.", ["existing work"]),
        ("We outperform OwlNet. Moreover, a filter improves mAP by 2%.", [None]),
        ("Compared to training on all herons, our choice cuts the error by 15%.", ["training on all herons"]),
        ("We gain 3% over a model without attention.", ["model without attention"]),
        ("We gain 3% and 2% compared to tuned readers and other ones, respectively.", ["tuned readers", "other ones"]),
        ("Our model doubles the accuracy of OwlNet.", ["OwlNet"]),
        ("We see an error reduction of 14% on the best earlier result.", ["best earlier result"]),
        ("Our reader can compete with OwlNet while it cuts the latency by 3x.", ["OwlNet"]),
        ("We improve OwlNet across all measures, including accuracy by 2%.", [None]),
        ("Applying it to existing models achieved a 17% gain.", ["existing models"]),
        ("Compared to the reader OwlNet our reader enables 28% faster turns.", ["reader OwlNet"]),
        ("We gain 3% over other readers and even outperform humans.", ["other readers"]),
        ("We outperform the best rivals - often by a factor of 2.", ["best rivals"]),
        ("Our reader is 20% better than those that do not use maps.", [None]),
        ("We outperform models obtained from random walks by 13%.", ["models obtained from random walks"]),
        ("Our policy converges 2x faster than the policy using two nets.", ["policy using two nets"]),
        ("It sees 35% more herons as compared to using only real photos.", ["real photos"]),
        ("Readers trained on new text gain 3% over those trained on old corpora.", ["trained on old corpora"]),
        (
            "It outperforms both hand-made filters as well as state-of-the-art CNN models by 2%.",
            ["hand-made filters as well as state-of-the-art CNN models"],
        ),
        ("OwlNet outperforms all compared methods by 3.8%.", ["compared methods"]),
        ("Our gliders save 17% of power at most compared with the old wing without a joint.", ["old wing"]),
        ("Against the best reader, ours gains 4.5% and 3% on two sets.", ["best reader", "best reader"]),
        ("When compared against earlier readers, ours lowers the error by 4%.", ["earlier readers"]),
        ("Comparing our route to an ordinary flight yields 3.2x faster coverage.", ["ordinary flight"]),
        ("We see strong results over plain readers, with a gain of 8% on COCO.", ["plain readers"]),
        ("This gives a 2.6x inference speedup to the standard OwlByte code.", ["standard OwlByte code"]),
        ("It achieves a 40% gain on its vanilla counterpart.", ["vanilla counterpart"]),
        ("Its speech is on-par with natural voices, with 50% fewer parameters.", ["natural voices"]),
        ("We improve state-of-the-art parsing performance by 2%.", ["state-of-the-art"]),
        (
            "It outperforms OwlNet (by 3%), training from scratch (by 4%), and CraneNet (by 5%).",
            ["OwlNet", "training from scratch", "CraneNet"],
        ),
        (
            "We improve the mAP of OwlNet on COCO by 4%, CraneNet on KITTI by 3%, and mAP of MothNet by 2%.",
            ["OwlNet", "CraneNet", "MothNet"],
        ),
        ("We outperform OwlNet. More importantly, the F1 of rare birds rises by 12%.", [None]),
        ("We outperform OwlNet. With a larger backbone, we further gain 4%.", [None]),
        ("We outperform OwlNet. In particular, we gain 4%.", ["OwlNet"]),
        ("Applied to train ResNets, it saves 40% of the time.", [None]),
        ("It removes 41% of the FLOPs of ResNet-110.", ["ResNet-110"]),
        ("Accuracy rises by 6% and 4% for VGG-16 and ShuffleNet, respectively.", ["VGG-16", "ShuffleNet"]),
        ("We gain 5% on ResNet-50 over OwlNet.", ["OwlNet"]),
        ("It runs 3x faster on GPUs.", [None]),
        ("This reader surpasses all the existing benchmarks, raising recall by 3%.", ["existing benchmarks"]),
        ("It sees a gain of 2 points over the previous benchmark on all of our trails.", ["previous benchmark"]),
        ("We see a gain of 58% w.r.t. a camera-only baseline.", ["camera-only baseline"]),
        ("We save 70% of the labels from the best existing reader.", ["best existing reader"]),
        ("It lowers the error by 4%, from the original 9%.", [None]),
        ("It gives a gain of 1.4 AP on top of a RetinaNet baseline.", ["RetinaNet baseline"]),
        ("We cut the parameters of the original parser by 40%.", ["original parser"]),
        ("The costs fall by 6% as compared to flying without maps.", ["flying without maps"]),
        ("It is 4% better than training with noisy data.", ["training with noisy data"]),
        ("It gains 3% compared with training exclusively on photos.", ["training exclusively on photos"]),
        ("Joint parsing outperforms isolated parsing with a boost of 12%.", ["isolated parsing"]),
        ("It needs 30% fewer labels for BERT models of birds.", [None]),
    ],
)
def test_what_a_change_is_measured_against(abstract: str, rivals: list[str | None]) -> None:
    assert [claim.baseline for claim in extract(paper(abstract))] == rivals


def test_number_is_where_the_offsets_say() -> None:
    abstract = "Intro.\n  On GSM8K, Owl gets 56.03\\% accuracy, and uses 1,000x less memory."
    assert [abstract[claim.start : claim.end] for claim in extract(paper(abstract))] == ["56.03", "1,000"]


def test_a_sentence_that_does_not_end_is_cut() -> None:
    abstract = "word " * 900 + "reaches 91.2% accuracy on MNIST " + "word " * 900
    (claim,) = extract(paper(abstract))
    assert 1900 < len(claim.sentence) <= 2000
    assert "91.2%" in claim.sentence


def test_a_text_that_is_no_abstract_is_read_up_to_a_limit() -> None:
    results = [f"It reaches {place / 100:.2f}% accuracy on MNIST." for place in range(1, 6000)]
    found = extract(paper(" ".join(results)))
    assert len(found) == 400  # numbers of an abstract
    assert [claim.value for claim in found[-1:]] == [4.0]
    row = ", ".join(f"{place / 100:.2f}%" for place in range(1, 150))
    (claim, *_) = extract(paper(f"It reaches {row} accuracy on MNIST. It reaches 99.9% accuracy on MNIST."))
    assert len(extract(paper(f"It reaches {row} on MNIST."))) == 100  # numbers of a sentence
    assert claim.value == 0.01
    assert extract(paper("Words only. " * 8400 + "It reaches 91.2% accuracy on MNIST.")) == []  # 100,000 characters


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        ("Owl: Better Reading of Numbers", "Owl reads numbers.", "Owl"),
        ("Reading numbers well", "We propose a reader of numbers, called NumRead, for papers.", "NumRead"),
        ("Reading numbers well", "We introduce Careful Number Reading (CNR) for papers. CNR is fast.", "CNR"),
        ("Reading numbers well", "We present NuRe, a framework that reads numbers.", "NuRe"),
        ("Reading numbers well", "We read numbers with care.", None),
        ("NumBench: A Benchmark of Numbers", "We collect numbers and test BERT on them.", None),
        ("Count Me In: Better Reading of Numbers", "We read numbers with care.", None),
        ("Careful Counting: Better Reading of Numbers", "We show that careful counting is fast.", "Careful Counting"),
        ("Reading numbers well", "It works with the proposed careful reading network (CRNet).", "CRNet"),
        ("Reading numbers well", "We study a reader called careful reading of many numbers (CRON).", "CRON"),
        ("Reading numbers well", "We call our reading method OWLET--- a pun.", "OWLET"),
        ("Reading numbers well", "We propose Careful Reading using Small Steps (CRUSS) for papers.", "CRUSS"),
        ("Reading numbers well", "We propose a careful reading network (CRN) based reader.", None),
        ("Reading numbers well", "Our reader, where electrography (ELY) is used, is fast.", None),
        ("Reading numbers well", "Our reader outperforms the careful number parser (CNP).", None),
        ("Reading numbers well", "We introduce Num10k, a new, large reading dataset, and read it.", None),
        ("Reading numbers well", "We present Page Reading (PaRe) dataset. PaRe has pages.", None),
        ("Better Papers with Slow Reading", "We introduce slow reading for papers, which is fast.", "slow reading"),
        ("Slow Reading for Papers", "We introduce a slow reading of papers.", None),
        (
            "Careful Reading Nets",
            "We study the concept of careful reading nets (CRNs). CRNs read. One CRN is fast.",
            "CRNs",
        ),
        ("Twig Merging Networks for Leaf Counting", "Our approach reaches 91%.", "Twig Merging Networks"),
        ("Counting Leaves with Twig Merging Networks", "Our approach reaches 91%.", "Twig Merging Networks"),
        ("Deep Convolutional Networks for Leaf Counting", "Our approach reaches 91%.", None),
        ("Training Leafy Networks for Counting", "Our approach reaches 91%.", None),
        ("Leaf Counting Adversarial Networks", "We show that a leaf counting adversarial network (LCAN) wins.", "LCAN"),
        ("On Steps", "We propose and analyze ProxWALK, a sparse method.", "ProxWALK"),
        ("On Leaves", "We developed a machine learning (ML) model, LeafCaps that reads leaves.", "LeafCaps"),
        ("On Sums", r"We propose \emphLeafSum for sums. \emphLeafSum is fast.", "LeafSum"),
        (
            "On Sums",
            "We study sums. Iterative Sums (IterSum) are sums. We propose Iterative Sums (IterSum), which is fast.",
            "IterSum",
        ),
        ("Butterfly: Small Flying Machines", "We describe a flying robot.", "Butterfly"),
        ("Owlet: Counting for Reading Tasks", "We count with Owlet.", "Owlet"),
        ("Owlet: A Task-Aware Reader for Challenge Sets", "We count with Owlet.", "Owlet"),
        ("Owlet: A New Reading Task", "We count with Owlet.", None),
        ("Owlet: Introducing a Large Reading Benchmark", "We count with Owlet.", None),
        ("Owl Optimizer: Steps for Large Batches", "We describe how to make steps.", "Owl Optimizer"),
        ("Wide Steps: Training with Large Batches", "We describe how to make steps.", None),
        ("Steps by Halves: Large Batches", "Our idea is steps by halves.", "Steps by Halves"),
        ("Wise OwlStep for Large Batches", "We describe how to make steps.", "Wise OwlStep"),
        ("Large Batches Through Step Halving", "We call our new method step halving, which is fast.", "step halving"),
        ("Step Halving for Large Batches", "We give a fast method, step halving, to train.", "step halving"),
        ("Soft Leaf Cutters for Trees", "We describe a robot and its arm, a soft leaf cutter (sLC).", "sLC"),
        ("On Steps", "We propose Wide-to-Narrow-Steps (WNS) for batches. WNS is fast.", "WNS"),
        ('"OWL: Fast Birds"', '"We present OWL, a family of birds."', "OWL"),
        ("Counting Leaves with Merging Networks", "Our approach reaches 91%.", None),
        ("On Leaves", "We propose a Deep Leaf Learning approach for counting.", None),
        ("On Leaves", "We propose a novel Leaf Counting Network to count.", "Leaf Counting Network"),
        ("On Leaves", "We study two scenarios, which we call Ordered and Fallen. Ordered leaves lie.", None),
        ("On Leaves", "We study a new metric called LeafDist. LeafDist is fair.", None),
        # a word with hyphens holds no preposition
        ("On Leaves", "We propose a novel and end-to-end Leaf Counting Net (LeafNet) to count.", "LeafNet"),
        ("On Leaves", "We propose LM-LEAF, a reader of leaves.", "LM-LEAF"),  # that begins like a field
        # what has a name before the paper speaks of itself is known
        ("Taming LeafNet with Care", "LeafNet reaches far. It is slow. We propose to count. LeafNet learns.", None),
        ("On Leaves", "Our DVS-based reader counts.", None),
        ("On Leaves", "We propose a reader for leaf growth analysis (LGA). LGA is fast.", None),
        ("On Leaves", "We propose to use leaf edge cuts (LEC) for reading.", "LEC"),
        ("On Leaves", "We propose a loss for readers, Leaf Edge Cuts with Care (LECC), that learns.", "LECC"),
        ("On Leaves", "We propose a reader, referred to as a leaf edge net (LEdNet), to read.", "LEdNet"),
        ("On Leaves", "We call our reader Leaf Maximization or simply LeafMax.", "LeafMax"),
        ("On Leaves", "Our proposed reader improves the backbone model LeafNet by far.", None),
        ("On Leaves", "We introduce a novel attention variant, the Leaf Attention, to read.", "Leaf Attention"),
        ("Leaf-Edge OCR: Reading", "Our leaf-edge optical character recognition (LE-OCR) system is fast.", "LE-OCR"),
        ("LE-OCR: Reading", "We present LEOCR, which is a fast reader.", "LE-OCR"),
        ("On Leaves", "The search is done by a recently reported algorithm called LeafSwarm. We win.", None),
        # what others proposed
        ("On Leaves", "We adapt the recently proposed LeafNet model. Our reader is fast.", None),
        ("On Leaves", "We leverage the recently proposed leaf edge cut reader (LECR) to read. LECR is fast.", None),
        ("On Leaves", "Based on the previously presented (LeafNet), we adapt readers.", None),
        (
            "On Leaves",
            "We propose a reader, referred to as a leaf pyramid (LP) network (LPNet), which is fast.",
            "LPNet",
        ),
        ("On Leaves", "We propose **LeafSum**, a *summing* approach that reads.", "LeafSum"),
        ("On Leaves", "We introduce and open source LeafSkill3, the fastest reader.", "LeafSkill3"),
        (
            "On Leaves",
            "We analyse how readers adapt to leaves and propose LeafTG-NA an adaptation to them.",
            "LeafTG-NA",
        ),
        ("On Leaves", "We introduce the main contribution of this work – LEAF-2 – an approach to read.", "LEAF-2"),
        ("On Leaves", "A LeafCNN is proposed to read leaves.", "LeafCNN"),
        (
            "On Leaves",
            "In this paper, a novel leaf edge cut reader (LECR) method is proposed. Readers are slow.",
            "LECR",
        ),
        ("On Leaves", "Recently, a leaf edge cut reader (LECR) was proposed. We count with it.", None),
        ("On Leaves", "We therefore train a Leafy Visual Recurrent Model (LVRM) on frames.", "LVRM"),
        ("Design of the Leaf Cutting Elastic Robot (LC-ER)", "This describes the design of LC-ER for trees.", "LC-ER"),
        ("Development of a leg for a running robot, LeaDIN-IV", "We test a leg. LeaDIN-IV runs.", "LeaDIN-IV"),
        ("On Leaves", "We present a method, Spline Leaf Cutting (SPICE), that cuts. SPICE achieves much.", "SPICE"),
        # a term of the field, and the same letters for a name
        ("On Places", "We propose a visual place recognition (VPR) framework. VPR is fast.", None),
        ("On Places", "We propose a Very Plain Reader (VPR). VPR is fast.", "VPR"),
        ("LEAF-VO: Reading", "Here, we present LEAFVO, which is the first reader.", "LEAF-VO"),
        # what the experiments show something of
        ("On Leaves", "We cut leaves. Results show that LeafCut estimates their age.", "LeafCut"),
        ("On Leaves", "We cut leaves. Experiments demonstrate that LeafCut estimates their age.", "LeafCut"),
        (
            "Leaf Cutter 2: A Cutter",
            "We introduce Leaf Cutter 2. Leaf Cutter 2 sets a new state of the art (SOTA).",
            "Leaf Cutter 2",
        ),
        ("On Leaves", "We cut leaves. We show that the LEA algorithm can halt.", None),
        ("On Leaves", "We cut leaves. We show that LEACUT is NP-hard.", None),
        ("On Leaves", "We cut leaves. We show that LeafCut features help.", None),
        # an acronym that only the title gives
        ("Multi-Leaf Edge Cutting (MLEC) for Trees", "We cut leaves.", "MLEC"),
        ("Cutting Leaves with Leaf Edge Robots (LER)", "We cut leaves.", None),
        # a description behind an article
        ("On Leaves", "We propose a Bayesian OOD detection framework for leaves.", None),
        ("On Leaves", "We propose a novel Leaf-Aware Video Cutting approach for leaves.", None),
        ("On Leaves", "We propose a LeafNet detection framework for leaves.", "LeafNet"),
        ("Seeing Leaves with Deep Belief Nets", "We see leaves.", None),
        ("On Leaves", "We propose *LeafCut*, a new cutter.", "LeafCut"),
        ("On Leaves", "We propose LeafCut*, a new cutter.", "LeafCut*"),
        # what is said to be data or a task, unless it also does something
        ("LeafCut: Reading", "We collect leaves, trees, and LeafCut, a dataset of cut leaves.", None),
        ("LeafCut: Reading", "We propose LeafCut, a novel task for readers.", None),
        ("LeafCut 2: Reading", "LeafCut 2 is a dataset of leaves. LeafCut 2 achieves 91% accuracy.", "LeafCut 2"),
        ("LEAF: Cutting an Aligned Corpus", "We propose LEAF, a two-step approach to build leaves.", "LEAF"),
        ("LEAF: Cutting an Aligned Corpus", "We propose LEAF, a corpus of trees.", None),
        # names in plain words, where they are said to be names, of a whole method
        ("On Leaves", "We present a general training method that we call leaf replay for trees.", "leaf replay"),
        ("On Leaves", "Also, a novel scheme called leaf replay is proposed.", "leaf replay"),
        ("On Leaves", "We introduce leaf-cutting by halves, a method which cuts leaves.", None),
        ("On Leaves", "We introduce careful leaf cutting, a new procedure for trees.", "careful leaf cutting"),
        ("Leaf Cutting: Trees", "We propose leaf cutting, a method for trees.", "Leaf Cutting"),
        ("On Leaves", "We add a novel distillation loss, termed leaf distillation, to it.", None),
        ("On Leaves", "Many use a technique called leaf replay to cut.", None),
        ("On Leaves", "We keep what is good in trees, namely swift leaf cutting.", None),
        # what is new, by name behind a comma; ours, by name in brackets
        ("On Leaves", "Our view motivates a novel cutting method for trees, GEL, which is swift.", "GEL"),
        ("On Leaves", "We form a Leaf-to-Tree (LtT) search and All-in-One (AiO) cuts. Our method (LtT) wins.", "LtT"),
        ("On Leaves", "Our edge reading module (ERM) helps.", None),
        ("On Leaves", "We propose a novel Leaf-Edge-Cutter based network (LeafNet), which cuts.", "LeafNet"),
        # its repository bears the title's initials
        ("Global Leaf Reading for Trees", "We read. Code is at https://github.com/owl/GLR.", "GLR"),
        ("Trees for Global Leaf Reading", "We read. Code is at https://github.com/owl/GLR.", None),
        ("On Leaves", "We present Firefly, a new cutting algorithm. Firefly cuts.", "Firefly"),
        ("On Leaves", "Our robot goes with a small motor power (2.36W) at ease.", None),
        # where a title's or a sentence's end lacks its blank
        ("LeafCut:A Cutter for Trees", "We cut leaves.", "LeafCut"),
        ("The LeafCut: A cutter for trees", "LeafCut is fast.", "LeafCut"),
        ("Leaf:tree ratios of owls", "We count leaves.", None),
        ("On Leaves", "We present a reader called LeafNet.It reads leaves.", "LeafNet"),
        # words of a title that name no method, and those that only look like them
        ("Demo: Counting Leaves", "We count leaves.", None),
        ("GPT-leaf: A Reader", "We read leaves.", "GPT-leaf"),
        ("Counting with Multi-Task Leaf Nets", "We present Multi-Task Leaf Nets for trees.", "Multi-Task Leaf Nets"),
        # no doubt: a name in plain words, used once
        ("On Leaves", "Our method, Firefly, reads leaves.", "Firefly"),
        ("On Leaves", "Our approach for cutting leaves, LeafGo, reads them. We propose a reader (LR).", "LeafGo"),
        ("On Leaves", "We contribute Firefly, a method that reads leaves.", "Firefly"),
        ("On Leaves", "Unlike others such as Firefly and LeafGo, our method improves trees.", None),
        ("On Leaves", "We implement our approach in Firefly, which reads leaves. Firefly wins.", "Firefly"),
        ("On Leaves", "We implemented our approach in Python and C++, and Python wins.", None),
        ("On Leaves", "We describe the design and evaluation of LeafGo, a robot system. It reads.", "LeafGo"),
        ("On Leaves", "This work proposes a reader with a head for edges: LeafGo. It reads.", "LeafGo"),
        ("On Leaves", "We use the new method, LeafGo, to read.", "LeafGo"),
        # a name before the words that it stands for
        ("On Leaves", "We propose LeaG (Leaf Growing), a reader of leaves.", "LeaG"),
        ("On Leaves", "We propose Leaf Growing (LeaG), a reader of leaves.", "LeaG"),
        ("On Leaves", "We propose a reader with IMU (Inertial Measurement Unit), which is fast.", None),
        # in quotes
        ("On Leaves", "We present a new method for trees, “leaf growing,” which is fast.", "leaf growing"),
        ("On Leaves", "In the proposed “Leaf growing”, leaves grow.", "Leaf growing"),
        ("On Leaves", "Readers see a slow fall, “leaf growing”, in trees.", None),
        ("On Leaves", "We propose a method of Leaf Edge Cuts (LEC). It is fast.", "LEC"),
        # no method: what a paper has or measures, and what its title says it works by
        ("On Leaves", "We introduce the Leaf Growth Database (LGDX) for trees.", None),
        ("On Leaves", "The reader design features two leaf edge converters (LECX).", None),
        ("On Leaves", "Our reader wins on our measure, the Leaf Growth Rate (LGRX).", None),
        ("On Leaves", "We propose the Leaf Growth Rate (LGRX) method for trees.", "LGRX"),
        ("On Leaves", "We add a Leaf Block (LBX) to the proposed Leaf Edge Reader (LERX).", "LERX"),
        ("Cutting Trees with Leaf Edges", "We cut trees by introducing leaf edges to them.", None),
        ("Leaf Edges for Trees", "We introduce leaf edges, which cut trees.", "leaf edges"),
        ("Cutting Trees with Leaf Edging", "We introduce leaf edging, which cuts trees.", "leaf edging"),
        ("Fully Reading Leaf Networks", "We read leaves.", None),
        ("On Leaves", "Our pHRI system cuts leaves. The proposed pHRI system is fast.", None),
        # an acronym of the field that stands for other words here, and for nearly its own
        ("On Leaves", "We propose careful aerial mowing (CAM), which is fast. CAM cuts leaves.", "CAM"),
        ("On Leaves", "We propose fine class activation maps (CAM), which are fast. CAM cuts leaves.", None),
        ("On Leaves", "This work explores Careful Leaf Mowing (CLeM), which is fast. CLeM cuts leaves.", "CLeM"),
        # what the experiments show the worth of
        ("On Leaves", "We cut by leaf edge growing (LEG). Trials show the effectiveness of LEG on trees.", None),
        ("Trees by Leaf Edge Growing", "We cut (LEG). Trials show the effectiveness of LEG on trees.", "LEG"),
        # a title's words, capitalised as the name of a method
        (
            "Cutting Trees Through Leaf Edge Growing",
            "The proposed Leaf Edge Growing method is fast.",
            "Leaf Edge Growing",
        ),
        ("Cutting Trees Through Leaf Edge Growing", "The proposed leaf edge growing method is fast.", None),
        (
            "On Leaves",
            "We discuss reading and introduce a novel reading variant, the Leaf Reading, to cut.",
            "Leaf Reading",
        ),
        ("On Leaves", "We refer to our method as leaf growing and it cuts trees.", "leaf growing"),
        ("On Leaves", "We refer to these slow leaves as leaf growing and cut trees.", None),
        ("On Leaves", "We propose leaf self-growing, a form of growing for trees.", "leaf self-growing"),
        ("On Leaves", "We propose leaf self-growing, a problem for trees.", None),
        # a title's plain words for a thing, what it is or does behind them, and for a task, an idiom or a study
        ("Leaf Halves: Improving the Growth of Trees", "We cut trees.", "Leaf Halves"),
        ("Leaf Halves: A Fast Cutter of Trees", "We cut trees.", "Leaf Halves"),
        ("Leaf Halves: A Study of Trees", "We cut trees.", None),
        ("Leaf Halves: Understanding the Growth of Trees", "We cut trees.", None),
        ("Leaf Recognition: Improving the Growth of Trees", "We cut trees by leaf recognition.", None),
        ("Leaf Recognition With Owls: Steps and Trees", "We cut trees.", None),
        ("Leaf Recognition With CNNs: Steps and Trees", "We cut trees.", None),
        ("OwlNet Leaf Recognition: Improving the Growth of Trees", "We cut trees.", "OwlNet Leaf Recognition"),
        ("Leaves Cut Trees: Improving the Growth of Trees", "We cut trees.", None),
        ("Trust No Leaf: Improving the Growth of Trees", "We cut trees.", None),
        ("Leaf halves: growing trees with care", "We cut trees by our leaf halves.", "Leaf halves"),
        ("Leaf halves: growing trees with care", "We cut trees by leaf halves.", None),
        # a part of a method, by name
        ("On Leaves", "We propose an Edge Growing Module for trees and a reader.", None),
        ("On Leaves", "We propose Edge Growing Trees for readers.", "Edge Growing Trees"),
        # what the own method is made of, or makes use of
        ("On Leaves", "We propose a cutter for trees, incorporating soft leaf edges (SLE), and a reader.", None),
        ("On Leaves", "We propose a cutter that incorporates soft leaf edges (SLE).", None),
        ("On Leaves", "We present a soft leaf edger (SLE), and a reader.", "SLE"),
        ("On Leaves", "We propose a cutter leveraging soft leaf edges (SLE).", None),
        ("On Leaves", "We propose a cutter extending soft leaf edges (SLE).", None),
        ("On Leaves", "We call it Careful Reading leveraging Large Models (CARELM). CARELM cuts.", "CARELM"),
        ("On Leaves", "The proposed cutter combines soft leaf edges (SLE) and a saw.", None),
        ("On Leaves", "We leverage LeafEdge to cut trees. LeafEdge cuts.", None),
        ("On Leaves", "We propose LeafEdge to cut trees. LeafEdge cuts.", "LeafEdge"),
        # parts of what has no name
        ("On Leaves", "We propose a Leaf Edging (LED) module. We also propose a Wide Owl (WOW) module.", None),
        ("On Leaves", "We propose a Leaf Edging (LED) module and a Wide Owl (WOW) module. LED cuts.", "LED"),
        ("On Leaves", "We design Leaf Edge Generator to cut. We further design Wide Owl Seeing to see.", None),
        ("On Leaves", "We design Leaf Edge Generator to cut.", "Leaf Edge Generator"),
        # a problem, what is only compared or measured by, and what tells of something else
        ("On Leaves", "We introduce the Leaf Edge Violation (LEV) as a general problem, and a cutter.", None),
        ("On Leaves", "Six cutters were tried, namely Leaf Edger (LED), Owl Saw (OSA) and others.", None),
        ("On Leaves", "We propose a cutter, namely Leaf Edger (LED).", "LED"),
        (
            "On Leaves: A Leaf-Edge Cutter",
            "We propose a cutter that integrates leaf-edge (LE) feedback. LE cuts.",
            None,
        ),
        ("On Leaves", "LeafCutter was developed in a trial (NCT01234567). It cuts.", "LeafCutter"),
        ("On Leaves", "We propose a LeafEdge-accelerated cutter. The LeafEdge-accelerated cutter cuts.", None),
        # a title that names nothing
        ("Beyond CNNs: Cutting Trees", "We cut trees.", None),
        ("Leaves Mislead LLMs: Cutting Trees", "We cut trees.", None),
        ("Leafy Reasoning: Steps and Trees", "We cut trees by leafy reasoning.", None),
        # a common acronym, spelt out in the usual words, and in others
        ("On Leaves", "This paper proposes a fast Model Predictive Control (MPC) for trees. Our MPC cuts.", None),
        ("On Leaves", "We propose a leafy User Interface (UI) for trees. The UI cuts.", None),
        ("On Leaves", "This paper proposes Many Paper Cuts (MPC) for trees. MPC cuts.", "MPC"),
        ("On Leaves", "The method, which we call Model Predictive Control (MPC), is fast. MPC cuts.", "MPC"),
        ("MPC: Model Predictive Control", "We propose Model Predictive Control (MPC). MPC cuts by 4%.", "MPC"),
        # a power in a name
        ("On Leaves", "We propose LE^2, a method which cuts trees.", "LE^2"),
        ("On Leaves", "We propose careful leaf edging (L$^2$Edge) for trees. L$^2$Edge cuts.", "L$^2$Edge"),
        ("On Leaves", "We cut in time O(n^2) and so propose to wait.", None),
        ("On Leaves", "We propose Leaf$^{3}$, a method which cuts trees.", "Leaf$^{3}$"),
        # letters that TeX sets
        ("On Leaves", "We propose $\\beta$-Leaf, a method which cuts trees. $\\beta$-Leaf cuts.", "β-Leaf"),
        ("On Leaves", "We propose leafy edging models ($λ$-Edge). $λ$-Edge cuts.", "λ-Edge"),
        ("$\\varepsilon$-LEAF: Cutting Trees", "The $\\varepsilon$-LEAF cuts.", "ε-LEAF"),
        ("On Leaves", "We propose $L$*-Edge, a method which cuts trees.", "L*-Edge"),
        ("On Leaves", "We cut $n$ Leaves and so propose to wait, at $k$-fold cost.", None),
        ("On Leaves", "We propose e-Leaf trees for cutting.", None),
        ("On Leaves", "We propose L&E Top-K, a method which cuts trees.", "L&E Top-K"),
    ],
)
def test_own_name(title: str, abstract: str, name: str | None) -> None:
    assert own_name(title, abstract).name == name


def test_a_term_of_the_field_is_no_other_form_of_a_name() -> None:
    found = own_name(
        "HOI4LEAF: Cutting", "We present HOI4LEAF, which reads human-object interaction (HOI). HOI is hard."
    )
    assert found.all == {"HOI4LEAF"}


@pytest.mark.parametrize("sample", figures.DEVELOPMENT)
@pytest.mark.parametrize(("level", "floor"), [("detect", 0.895), ("board", 0.80), ("full", 0.65)])
def test_accuracy_does_not_fall(shared: Path, sample: str, level: str, floor: float) -> None:
    assert figures.accuracy(figures.measured(figures.documents(shared, sample)))[level]["f1"] >= floor


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Our reader achieves state-of-the-art results with only 15% of the labels.", [("ours", "own")]),
        ("It is faster than competing methods - the whole reader runs at 10 FPS.", [("ours", "own")]),
        ("While existing readers achieve an accuracy of 71%, ours is fast.", [("existing readers", "baseline")]),
        ("In contrast, existing readers recover all leaves in 40% of the runs.", [("existing readers", "baseline")]),
        ("We beat existing readers that achieve an accuracy of 71%.", [("existing readers", "baseline")]),
        ("Where prior art has 28% accuracy under OwlAttack7, ours is fast.", [("prior art", "baseline")]),
        ("Our reader is better than BERT, even with an accuracy of only 71%.", [("ours", "own")]),
        (
            "ChatGPT and GPT-4 have an exact match score of 41% and 48%, respectively.",
            [("ChatGPT", "baseline"), ("GPT-4", "baseline")],
        ),
        ("Our reader helps, as GPT-4 with our prompts reaches 71% accuracy.", [("ours", "own")]),
        ("The random success rate is just 4%.", [("chance", "baseline")]),
        (
            "The mIoU rises from 44% to 49%, cSm from 57% to 65%, and cMAE falls from 33% to 23%.",
            [("ours", "baseline"), ("ours", "own")] * 3,
        ),
        (
            "While a recent graph-based approach achieves an accuracy of 87.2%, ours is fast.",
            [("recent graph-based approach", "baseline")],
        ),
        ("It outperforms competing reading methods (F1 of 71%).", [("competing reading methods", "baseline")]),
        (
            "Our reader reaches 63% accuracy, close to the best counterpart (67%).",
            [("ours", "own"), ("best counterpart", "baseline")],
        ),
        (
            "We raise OwlNet's average accuracy from 71% to 89%.",
            [("OwlNet", "baseline"), ("ours", "own")],
        ),
        ("Our sensor finds a grounded human hand at 400 mm with an accuracy of 71%.", [("ours", "own")]),
        ("Our OwlNet is good. We show that our RCM reader reaches 71% accuracy.", [("RCM", "own")]),
        ("We present OwlNet. Our variant OwlNetX improves accuracy by 3% with a 20% speedup.", [("OwlNetX", "own")]),
        ("We present OwlNet. With more leaves, OwlNet+ achieves 71% accuracy.", [("OwlNet+", "own")]),
        ("We present OwlNet. On leaves, XS-OwlNet helps to reach 71% accuracy.", [("XS-OwlNet", "own")]),
        ("We present OwlNet. With non-OwlNet parts, it reaches 71% accuracy.", [("OwlNet", "own")]),
        (
            "We present OwlNet. At 31 FPS, OwlNet-XL reaches 71% accuracy.",
            [("OwlNet-XL", "own"), ("OwlNet-XL", "own")],
        ),
        ("We present OwlNet. We also introduce Leaf Caches (LCaX), a cache that is 2x faster.", [("LCaX", "own")]),
        ("We present OwlNet. We introduce LCaX, a cache, with which our net is 2x faster.", [("OwlNet", "own")]),
        ("We present *OwlNet*. With more leaves, *OwlNet* achieves 71% accuracy.", [("OwlNet", "own")]),
        (
            "We improve the state of the art on MNIST from 71.2% to 89.3% accuracy.",
            [("state of the art", "baseline"), ("ours", "own")],
        ),
        (
            "Our reader scores 76.4% IDF1, surpassing the nearest competitor with a score of 71.8%.",
            [("ours", "own"), ("nearest competitor", "baseline")],
        ),
        (
            "Our reader has a MOTA of 76.4%, better than the runner-up scoring 71.8%.",
            [("ours", "own"), ("runner-up", "baseline")],
        ),
        (
            "Our reader has a recall of 76.4%, surpassing other readers with a precision of 71.8%.",
            [("ours", "own"), ("ours", "own")],
        ),
        (
            "Our reader has 82.0% F1, comparable to the best parser (Wren, 2016), which achieves 83.3% F1.",
            [("ours", "own"), ("best parser", "baseline")],
        ),
        (
            "Our reader has 82.0% F1, on par with the 83.3% F1 of OwlNet.",
            [("ours", "own"), ("OwlNet", "baseline")],
        ),
        (
            "Our reader has 76.4% F1, where the next best competitor follows with 71.8%.",
            [("ours", "own"), ("next best competitor", "baseline")],
        ),
        (
            "OwlNet9 scores 95% on MNIST, surpassing previous models (6.5% on SVHN, 59.2% on MNIST).",
            [("OwlNet9", "own"), ("previous models", "baseline"), ("previous models", "baseline")],
        ),
        (
            "Our reader has 76.4% F1 while the best competitor reaches 71.8%.",
            [("ours", "own"), ("best competitor", "baseline")],
        ),
        (
            "Our reader reaches an accuracy of 61.8%, behind human performance (88.2%).",
            [("ours", "own"), ("human", "baseline")],
        ),
        (
            "Touch improved the success rate from 48% to 85% compared with sound alone.",
            [("sound alone", "baseline"), ("ours", "own")],
        ),
        # what began elsewhere is of the system that was changed, and of no measure, place or clause
        (
            "Our trick significantly improves the RSR of the grid-only method from 48% to 91%.",
            [("grid-only method", "baseline"), ("ours", "own")],
        ),
        (
            "Our trick raises the accuracy of OwlNet9 from 60% to 70% and CrowNet7 from 50% to 60%.",
            [("OwlNet9", "baseline"), ("ours", "own"), ("CrowNet7", "baseline"), ("ours", "own")],
        ),
        (
            "The evaluation on OwlNet9 improves the current state-of-art from 38.6% to 46.3% recall.",
            [("state-of-art", "baseline"), ("ours", "own")],
        ),
        (
            "Our trick with existing methods improves accuracy from 81% to 87%.",
            [("existing methods", "baseline"), ("ours", "own")],
        ),
        ("It finds just 37% for the best-performing (OwlNet9).", [("OwlNet9", "baseline")]),
        (
            "Although humans can reason about scenes with very high accuracy (95.1%), readers struggle.",
            [("humans", "baseline")],
        ),
        ("Tests on OwlNet9, CrowNet7, and WrenNet5 demonstrate its speed, with 91% accuracy.", [("ours", "own")]),
        ("The current gripper reaches an accuracy of 91%.", [("ours", "own")]),
        ("It has 72% accuracy over all data, using only 8 seconds of IMU data.", [("ours", "own"), ("ours", "own")]),
        (
            "Tests with OwlNet9 (accuracy of 55.6%) and CrowNet7 (accuracy of 66.2%) set a record.",
            [("ours", "own"), ("ours", "own")],
        ),
        (
            "We reach 57.46% recall on books (vs. previous SOTA 41.23%).",
            [("ours", "own"), ("previous SOTA", "baseline")],
        ),
        (
            "Users finish 85% of tasks in comparison to only 39% of those tasks by hand.",
            [("ours", "own"), ("baseline", "baseline")],
        ),
        ("The accuracy of existing parsers is almost 3%.", [("existing parsers", "baseline")]),
        (
            "Ours beats the baseline reader, which successfully solved 58% of the tasks.",
            [("baseline reader", "baseline")],
        ),
        (
            "Our reader has 71.4% F1, on par with strong rivals (e.g., 72.6% F1).",
            [("ours", "own"), ("strong rivals", "baseline")],
        ),
        (
            "Our reader is right in 95% of cases, whereas other approaches achieve an accuracy of 86%.",
            [("ours", "own"), ("other approaches", "baseline")],
        ),
        ("Our reader can detect human hands with a precision of 90%.", [("ours", "own")]),
        (
            "OwlNet9 achieved an accuracy of 64.2%, whereas plain fine-tuning achieved a recall of 58.9%.",
            [("OwlNet9", "own"), ("plain fine-tuning", "baseline")],
        ),
        (
            "Our reader takes 5 ms, whereas a reader based on rules requires 18 ms.",
            [("ours", "own"), ("reader based on rules", "baseline")],
        ),
        (
            "Our reader has an accuracy of 64.2%, whereas its recall reaches 58.9%.",
            [("ours", "own"), ("ours", "own")],
        ),
        ("We find that GPT-4 only detects 34.7% of the errors.", [("GPT-4", "baseline")]),
        (
            "Our reader reaches human parity on MNIST with an accuracy of 86.7%.",
            [("ours", "own")],
        ),
    ],
)
def test_whose_result(sentence: str, who: list[tuple[str, str]]) -> None:
    assert [(claim.method, claim.role) for claim in extract(paper(sentence)) if claim.kind != "gain"] == who


@pytest.mark.parametrize(
    ("sentence", "method", "role"),
    [
        ("OwlNet9, the best reader, achieves an accuracy of 62%.", "OwlNet9", "baseline"),
        ("When we released it, OwlNet9 achieved an accuracy of 62%.", "OwlNet9", "baseline"),
        ("Common readers drop to no more than 12% accuracy.", "baseline", "baseline"),
        ("Our own reader achieves an accuracy of 62%.", "ours", "own"),
        ("Our experiments show that OwlNet9, a strong, recent reader, achieves 62% accuracy.", "OwlNet9", "baseline"),
        ("We run readers over it, the best of which achieves 62% accuracy.", "baseline", "baseline"),
        ("We find that readers complete as few as 4% of the tasks (GPT-4).", "GPT-4", "baseline"),
        ("It is hard, with GPT-4 only able to find 40% of the birds.", "GPT-4", "baseline"),
        ("It is hard, with the best model reaching only 14% accuracy.", "best model", "baseline"),
        ("It differs by type: (i) Long NL (86.0%) is the best.", "baseline", "baseline"),
        ("We propose a model for it and obtain 62% accuracy.", "ours", "own"),
        ("For this task we have achieved an accuracy of 62%.", "ours", "own"),
    ],
)
def test_whose_result_where_a_benchmark_is_the_contribution(sentence: str, method: str, role: str) -> None:
    (claim,) = extract(paper(f"We introduce HeronQA, a dataset of birds. {sentence}", "HeronQA: A Dataset of Birds"))
    assert (claim.method, claim.role) == (method, role)


def test_what_the_title_names_and_the_text_calls_a_dataset_is_no_method() -> None:
    (claim,) = extract(
        paper("We introduce HeronQA, a bird QA dataset. Our best reader reaches 62% F1.", "HeronQA: Birds")
    )
    assert (claim.method, claim.benchmark) == ("ours", "HeronQA")
    for sentence in (
        "We provide xHeron, a new and large bird dataset.",
        "We introduce **xHeron** (**xH**), a benchmark to test readers.",
        "We present xHeron, the Herons in Extended Reading Benchmark, which holds data of birds.",
    ):
        (claim,) = extract(paper(f"{sentence} Our best reader reaches 62% F1.", "xHeron: Birds"))
        assert (claim.method, claim.benchmark) == ("ours", "xH" if "**" in sentence else "xHeron")
    (claim,) = extract(paper("We propose HeronQA, a method that reads a dataset. It reaches 62% F1.", "HeronQA: Birds"))
    assert (claim.method, claim.benchmark) == ("HeronQA", None)


@pytest.mark.parametrize(
    ("title", "abstract", "benchmark"),
    [
        # as the text introduces it
        ("Birds", "We introduce a large Heron video dataset named PondSet. Ours reaches 62% F1.", "PondSet"),
        ("Birds", "A large dataset of wet birds, PondSet, is introduced for it. Ours reaches 62% F1.", "PondSet"),
        ("Birds", "Using our wet dataset, PondSet (which is public), ours reaches 62% F1.", "PondSet"),
        ("Birds", "We introduce a dataset for our task, POND, with wet birds. Ours reaches 62% F1.", "POND"),
        ("Birds", "We devise a new challenge, Reading of Owls in Ponds (ROoP). Ours reaches 62% F1.", "ROoP"),
        ("Birds", "We present the Reading of Wet Birds (ROWB) benchmark. Ours reaches 62% F1 there.", "ROWB"),
        ("Birds", "We test by curating a PondSet dataset of birds. Ours reaches 62% F1 in PondSet.", "PondSet"),
        ("Birds", "We run it on our wet dataset for birds, called PondSet. Ours reaches 62% F1.", "PondSet"),
        (
            "Birds",
            "Bird word segmentation (BWS) is hard. Thus we annotate a BWS dataset. Ours reaches 62% F1.",
            None,
        ),
        # which a sentence before says, after another was named
        (
            "Birds",
            "We propose a PondSet benchmark. It is made of KITTI. Readers fail on this benchmark. Ours reaches 62% F1.",
            "PondSet",
        ),
        ("Birds", "We release a dataset named PondSet. Trained on PondSet, ours gains 6% F1 against OwlNet.", None),
        ("Birds", "We release a dataset named PondSet. Using PondSet, we train a net that gains 6% F1.", None),
        # as only the title names it
        ("PondQA: A Benchmark for Herons", "We introduce a large benchmark. The best reader reaches 62% F1.", "PondQA"),
        ("Heron Reading: A Benchmark", "We introduce a large benchmark. The best reader reaches 62% F1.", None),
        ("PondNet: A Network for a Benchmark", "We use a large benchmark. Our reader reaches 62% F1.", None),
        # whatever else a sentence speaks of, where no other is named
        (
            "PondQA: A Benchmark for Herons",
            "Readers are tested with PondQA. The best reader reaches 62% F1, so that tasks of many domains are hard.",
            "PondQA",
        ),
        (
            "PondQA: A Benchmark for Herons",
            "We find that 62% F1 is reached on real-world problems.",
            "PondQA",
        ),
        ("PondQA: A Benchmark for Herons", "We find that 62% F1 is reached in real-world applications.", None),
    ],
)
def test_results_on_the_benchmark_that_the_paper_introduces(title: str, abstract: str, benchmark: str | None) -> None:
    assert [claim.benchmark for claim in extract(paper(abstract, title))] == [benchmark]


PARAGRAPHS = Path(__file__).with_name("paragraphs")


@pytest.mark.parametrize("path", sorted(PARAGRAPHS.glob("*.md")), ids=lambda path: path.stem)
def test_paragraph(path: Path) -> None:
    """`# title`, a paragraph, and a list of its claims: each file is an example for readers and a test."""
    text = path.read_text(encoding="utf-8")
    head, body = text.split("\n", 1)
    abstract, listed = body.split("\n- ", 1)
    expected = [entry.strip() for entry in ("- " + listed).split("- ") if entry.strip()]
    assert [line(claim) for claim in extract(paper(" ".join(abstract.split()), head.removeprefix("# ")))] == expected


@pytest.mark.parametrize(
    ("abstract", "benchmarks"),
    [
        # a name with a short year
        ("Our model reaches 28.4 BLEU on WMT’14 En-De and 31.5 on IWSLT'14 De-En.", ["WMT14 En-De", "IWSLT14 De-En"]),
        ("We gain 1.2 mAP in both directions of VOC'07 and VOC'12.", ["PASCAL VOC 2007", "PASCAL VOC 2012"]),
        # a data set named after a field, and a field
        ("We outperform our rivals by 4.0 AP points on the AI-HERON dataset.", ["AI-HERON"]),
        ("We outperform our rivals by 4.0 AP points on the OOD HeronSet benchmark.", ["HeronSet"]),
        ("We outperform our rivals by 4.0 AP points on the RGB-D dataset.", [None]),
        ("We outperform our rivals by 4.0 AP points on the LLM-GPT-4 dataset.", [None]),
        # names that no lexicon lists, by what stands around them
        ("Our model wins on the Puddles robust motion forecasting dataset by 2.8%.", ["Puddles"]),
        ("Our model gains 2.8% on the zero-shot HeronNav.", ["HeronNav"]),
        ("Our model gains 2.8% on HERA across three languages.", ["HERA"]),
        ("We gain 2.5 points on MMLU and 1.3 points on HERON-hard—far above chance.", ["MMLU", "HERON-hard"]),
        ("Across 14 models and 12 datasets, our model gains 2.8%.", [None]),
        ("HeronNet nearly matches the full dataset results with 81.2% accuracy.", [None]),
        # one figure for each of a few benchmarks that the experiments were on, and for one of them or of many
        ("Experiments on COCO, KITTI and SQuAD show a gain of over 2%.", ["MS COCO", "KITTI", "SQuAD"]),
        ("Experiments on COCO, KITTI and SQuAD show a gain of up to 2%.", [None]),
        ("Experiments on COCO, KITTI and SQuAD show that we win, e.g. with a gain of 2%.", [None]),
        ("Experiments on COCO, KITTI, GLUE, MMLU and SQuAD show a gain of over 2%.", [None]),
        # what is called after its kind: `a Twitter data set`
        ("Our model gains 2.8% on a large Puddles dataset.", [None]),
        # the short form of a name in brackets, which is the name where no lexicon knows the long one
        ("Our model gains 2.8% on the Pond Heron (PoHe), as hoped.", ["PoHe"]),
        ("Our model gains 2.8% on the Pond Heron (a bird), as hoped.", ["Pond Heron"]),
        # a number that ends a name, and a figure
        ("Our model gains 2.8 points on the Pond-Heron 1.0 reading dataset.", ["Pond-Heron 1.0"]),
        ("Our model gains 2.8% for the POND Heron 14 dataset.", ["POND Heron 14"]),
        # what is done on it, or an aside, behind a name
        ("Our model gains 2.8% on the Pond2Lake task.", ["Pond2Lake"]),
        ("Our model gains 2.8% on PondHeron bird and fish segmentation.", ["PondHeron"]),
        ("Our model gains 2.8% on Wet Hair classification.", [None]),
        ("Our model gains 2.8% on PondHeron – which is wet – over the best one.", ["PondHeron"]),
        # a numbered task
        ("Our parser gets 83.1 F1 in SemEval-2020 Task 11.", ["SemEval-2020 Task 11"]),
        ("Our parser gets 83.1 F1 in Task 11.", [None]),
        # an aside in brackets keeps no number from its benchmark, unless the number stands in another
        (
            "We achieve 58.4% (+2.3%) on CoNLL-2003 and 66.7% (+4.1%) on SQuAD.",
            ["CoNLL-2003", "CoNLL-2003", "SQuAD", "SQuAD"],
        ),
        (
            "We lead on ScanNet test (+4.7 mAP), KITTI (+5.3 mAP) and S3DIS 6-fold (+7.6 mAP).",
            ["ScanNet", "KITTI", "S3DIS"],
        ),
        (
            "We lead on the DRIVE dataset (mean F-score of 0.674) and the Cityscapes dataset (mean F-score of 0.631).",
            ["DRIVE", "Cityscapes"],
        ),
        (
            "We reach 92.7% and 95.6% accuracy on KITTI Dataset and SBU Wren Dataset, respectively.",
            ["KITTI", "SBU Wren"],
        ),
        ("We lead on KITTI with 88.4% mAP and Waymo with 53.7% mAP.", ["KITTI", "Waymo Open"]),
        # as many numbers as there are names in one list
        ("Evaluation on AGNews, MNLI and SST-2 shows that we gain 3%, 5% and 4%.", ["AG News", "MNLI", "SST-2"]),
        (
            "Trials on the LibriSpeech En-Ca and MuST-C En-De ST tasks give BLEU scores of 21.6 and 17.4.",
            ["LibriSpeech", "MuST-C"],
        ),
        (
            "With a top-1 accuracy on ImageNet that is 3.4% higher, we gain 2.6% and 3.1% AP on COCO respectively.",
            ["ImageNet", "MS COCO", "MS COCO"],
        ),
        (
            "We tune it on the MetaMathQA set and validate it on GSM8K, outperforming the rest by 5.8% and 1.9%.",
            ["GSM8K", "GSM8K"],
        ),
        # what comes next is another result, or what is only compared with, or what was learned before
        ("We cut the error on two sets, COFW and AFLW, by 22% and beat the best on 300W.", ["COFW", "AFLW"]),
        ("It achieves only 58.3% F1 on HotpotQA, 24% below as compared to its SQuAD accuracy.", ["HotpotQA"] * 2),
        (
            "Ours gets 91.3% on CIFAR-10; with ImageNet-21K pre-training, it gets 94.6% top-1 accuracy.",
            ["CIFAR-10", None],
        ),
        # languages are no other place
        (
            "We get BLEU scores of 28.7 for nl→en on IWSLT17, 31.4 for en→cs and 24.6 for cs→en on WMT14.",
            ["IWSLT17 Nl-En", "WMT14 En-Cs", "WMT14 Cs-En"],
        ),
        (
            "It leads on the LINEMOD benchmark with an average ADD of 50.3% and YCB-Video with an ADD of 75.7%.",
            ["LINEMOD", "YCB-Video"],
        ),
        ("It gains 0.74 and 0.69 points of perplexity on W4A8KV4 and W4A8KV8.", [None, None]),
        ("Features are learned on ImageNet. Our tracker gains 2.1%.", [None]),
        # sets without names, counted ones, and an average over several
        ("Models that reach 98% accuracy on existing datasets fail on HERON-2D.", [None]),
        ("It wins on common benchmarks (91.7% accuracy) and ImageNet-A (54.8% accuracy).", [None, "ImageNet-A"]),
        ("Experiments on 13 Indic datasets show a gain of 8%.", [None]),
        ("It reaches an average AUROC of 91.7% across SAMSum and SQuAD.", [None]),
        # a known name goes on, or stands before a part
        ("We gain 7.4 points on CIFAR-100-20 and 6% AP on COCO novel categories.", ["CIFAR-100-20", "MS COCO"]),
        (
            "We reach an mAP of 71.6% and 68.4% on PASCAL VOC2007 and PASCAL VOC2012.",
            ["PASCAL VOC 2007", "PASCAL VOC 2012"],
        ),
        # a place whose name follows
        (
            "We reach an accuracy of 68.2% and a recall of 72.7% on the proposed dataset, namely HERQA.",
            ["HERQA", "HERQA"],
        ),
        # what one sentence takes from before, the next may take from it
        (
            "We test on KITTI. Heron beats its rivals. The small model has 48.1% AP. The large one has 54.6% AP.",
            ["KITTI", "KITTI"],
        ),
        ("We test on KITTI. Heron beats its rivals. It is fast. The large one attains 54.6% AP.", [None]),
        ("We beat our rivals on KITTI. The real robot experiment works too. Its success rate is 54.6%.", [None]),
        ("We test on KITTI and win. On a 45 m long dataset with bends, it attains 54.6% AP.", [None]),
        ("We beat our rivals on KITTI. We further test it on a mobile robot. It attains 54.6% AP.", [None]),
        ("We reach an AP of 51% on KITTI. In real-world scenarios, it attains 54.6% AP.", ["KITTI", None]),
        ("For a small detector pretrained on KITTI, it helps much. It attains 54.6% AP.", ["KITTI"]),
        ("We test on KITTI. It is good in scenarios such as night (AP: 54.6%).", [None]),
        ("Heron is pre-trained on the whole KITTI dataset. It attains 54.6% AP.", [None]),
        (
            "We test on KITTI. The small model has 8.1% AP. The large one reads text with a BLEU of 24.6.",
            ["KITTI", None],
        ),
        # what `respectively` parts is told in the sentence itself, or is the benchmarks of the sentence before
        ("We test on KITTI and COCO. Heron gains 2.1% and 3.4% mAP, respectively.", ["KITTI", "MS COCO"]),
        ("We test on KITTI and COCO. With owls and crows, Heron gains 2.1% and 3.4% mAP, respectively.", [None, None]),
        ("We test on KITTI and COCO. Heron reaches 21% precision and 34% recall, respectively.", [None, None]),
        (
            "We test on KITTI and COCO. With parts of each dataset, Heron gains 2.1% and 3.4% mAP.",
            ["KITTI", "MS COCO"],
        ),
        ("We test on KITTI and COCO. Heron gains 2.1% and 3.4% mAP across the two datasets.", ["KITTI", "MS COCO"]),
        ("We test on KITTI. On a real parking problem, Heron gains 2.1% mAP.", [None]),
        ("We annotate an excerpt for a test, sampled from KITTI. Heron gains 2.1% mAP.", [None]),
        ("We benchmark HERON against others. It gains 2.1% mAP.", [None]),
        # what is said of other data sets and of all tasks
        ("We test on KITTI. Without additional datasets, Heron gains 2.1% mAP.", ["KITTI"]),
        ("We test on KITTI. Heron is best on 3 of 5 tasks, and gains 2.1% mAP across all tasks.", ["KITTI"]),
        ("We test on KITTI. Heron gains 2.1% mAP across tasks.", [None]),
        # one figure said to hold on each of them
        ("We test on KITTI and COCO. On both datasets, Heron gains 2.1% mAP.", ["KITTI", "MS COCO"]),
        ("We test on KITTI and COCO. On all three datasets, Heron gains 2.1% mAP.", [None]),
        ("We test on KITTI and COCO. On both datasets, Heron gains up to 2.1% mAP.", [None]),
        ("We test on KITTI and COCO. On both datasets, Heron gains 2.1% mAP on average.", [None]),
        # what was taken up to make another of it, and what is told of a further task
        ("We extend the established KITTI dataset on all sides. Heron gains 2.1% mAP.", [None]),
        ("We test on KITTI. Heron also outperforms OwlNet by 2.1% on bird segmentation.", [None]),
        ("We test on KITTI. Heron outperforms OwlNet by 2.1% on bird segmentation.", ["KITTI"]),
        # what stands before a kind whose name follows, or for a task, names none; that name does
        ("We test on our Wet Heron reading dataset for owls, called PondSet. It gains 2.1% mAP.", ["PondSet"]),
        ("Experiments run on the datasets for VQA and reading. It gains 2.1% mAP.", [None]),
        ("Experiments run on VQA and COCO. It gains 2.1% mAP on both datasets.", ["VQA", "MS COCO"]),
        # what is done on a benchmark parts it from the next as little as `data set`
        ("Heron gains 2.1% on ImageNet classification and COCO detection.", ["ImageNet", "MS COCO"]),
        # the only benchmark that an abstract names is the paper's own, and was there before
        ("We release a dataset named HeronQA. It is new. It is hard. Our reader gains 4.2 F1 points.", ["HeronQA"]),
        ("Our reader gains 4.2 F1 points. We release a dataset named HeronQA.", [None]),
        ("We release a dataset named HeronQA. SQuAD is easier. It is old. Our reader gains 4.2 F1 points.", [None]),
        ("We release a dataset named HeronQA. It is new. It is hard. On other tasks, it gains 4.2 F1 points.", [None]),
    ],
)
def test_where_a_result_was_measured(abstract: str, benchmarks: list[str | None]) -> None:
    assert [claim.benchmark for claim in extract(paper(abstract))] == benchmarks


@pytest.mark.parametrize(
    ("abstract", "lines"),
    [
        (
            "Pruning reduces the parameters of networks by 90%. It is slow. Here we prune a network in 20 minutes.",
            ["cost 20 minutes"],
        ),
        ("ReOwl reduces the parameters of networks by 90%. We describe it.", ["saving 90 % | parameters : ReOwl"]),
        ("Pruning reduces the parameters of networks by 90%. It is slow.", ["saving 90 % | parameters"]),
    ],
)
def test_what_is_known_before_the_paper_is_no_result(abstract: str, lines: list[str]) -> None:
    title = "ReOwl: Careful Pruning" if "ReOwl" in abstract else ""
    assert [line(claim) for claim in extract(paper(abstract, title))] == lines


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "Our tracker improves HeronNet on KITTI from 0.712 to 0.764.",
            ["score 0.712 @ KITTI : HeronNet = baseline", "score 0.764 @ KITTI"],
        ),
        ("Merging cuts the runtime by 65% as the number of drones grows from 3 to 6.", ["speedup 65 % | runtime"]),
        ("Our smaller models (under 3 billion parameters) are kept.", []),
        ("Our error is 4 mm (maximum of 9 mm).", ["score 4 mm | error", "score 9 mm (up to) | error"]),
        ("Our mesh improves IoU by up to 9% (on average 5%).", ["gain 9 % (up to) | IoU", "gain 5 % | IoU"]),
        (
            "Our mesh outperforms Heron by 5% (up to 9%), and Wren by 2%.",
            ["gain 5 % vs Heron", "gain 9 % (up to) vs Heron", "gain 2 % vs Wren"],
        ),
        ("Our mesh improves IoU by 4% (up to 8%).", ["gain 4 % | IoU", "gain 8 % (up to) | IoU"]),
        ("Our mesh improves IoU by 4% (see Table 2).", ["gain 4 % | IoU"]),
        ("The contribution of this work is twofold.", []),
        ("Our mesh gains 4.3 mAP (10.4% relative) on COCO.", ["gain 4.3 | mAP @ MS COCO"]),
        ("Our mesh brings a 10.4% relative IoU gain (4.3% absolute).", ["gain 10.4 % | IoU"]),
        ("Our mesh beats Heron by 4.3 points, a 10.4% relative improvement.", ["gain 4.3 points vs Heron"]),
        (
            "Our mesh reaches an IoU of 74.3%, a 3.8% relative improvement.",
            ["score 74.3 % | IoU", "gain 3.8 % | IoU"],
        ),
        ("Our arm holds 18 times more cups than Heron.", ["gain 18 x | cups vs Heron"]),
        # what bounds a change
        ("Our mesh improves IoU by at most 8%.", ["gain 8 % (up to) | IoU"]),
        ("Our mesh brings a maximum improvement of 8% in IoU.", ["gain 8 % (up to) | IoU"]),
        ("Our mesh brings a minimum gain of 8% over Heron.", ["gain 8 % (over) vs Heron"]),
        (
            "Our mesh raises IoU by up to 8% on COCO and by 4% on LVIS.",
            ["gain 8 % (up to) | IoU @ MS COCO", "gain 4 % | IoU @ LVIS"],
        ),
        ("Our mesh is up to 8% better, or 4% faster.", ["gain 8 % (up to)", "speedup 4 %"]),
        # what is for the worse, and was sought
        ("Our attack can lower the accuracy by more than 50%.", ["gain 50 % (over) | accuracy"]),
        ("The attacks can increase the prediction error by 29%.", ["gain 29 % | error"]),
        ("We show an 11% reduction in attack success rate.", ["gain 11 % | attack success rate"]),
        ("Under strong attacks, the accuracy drops by 12%.", ["gain -12 % | accuracy # under attack"]),
        ("Our mesh alleviates up to 62% performance drop.", ["gain 62 % (up to) | performance"]),
        ("Our filter of suppressed birds boosts the accuracy by 2.3%.", ["gain 2.3 % | accuracy"]),
        ("Our mesh finds 40% more errors than Heron.", ["gain 40 % | error vs Heron"]),
    ],
)
def test_what_is_a_result(sentence: str, lines: list[str]) -> None:
    assert [line(claim) for claim in extract(paper(sentence))] == lines
