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
        # what was trained on is not where a result was measured, nor is a set named for another result
        (
            "On the data set Cora, HeronNet reaches an accuracy of 83.7% without larger crops or extra Citeseer data.",
            ["score 83.7 % | accuracy @ Cora"],
        ),
        (
            "HeronNet brings a 17.6 mAP gain on KITTI, 14.1 mAP gain on Heath and 9.8 mAP gain on nuScenes.",
            ["gain 17.6 | mAP @ KITTI", "gain 14.1 | mAP @ Heath", "gain 9.8 | mAP @ nuScenes"],
        ),
        ("When pre-trained on Cora, HeronNet reaches 83.7% accuracy.", ["score 83.7 % | accuracy"]),
        # nor is what a resource's figure is told beside
        (
            "HeronNet is 3 times faster than BERT while reaching a similar accuracy on Cora.",
            ["speedup 3 x vs BERT"],
        ),
        (
            "HeronNet takes only 20% of the labels, reduces memory, and improves the accuracy on Cora.",
            ["cost 20 % | labels"],
        ),
        ("For a GCN pre-trained on Cora, HeronNet reaches 83.7% accuracy.", ["score 83.7 % | accuracy @ Cora"]),
        (
            "HeronNet gets 96% accuracy in real-world settings, while on Cora it is as good as others.",
            ["score 96 % | accuracy"],
        ),
        (
            "HeronNet improves recall on Cora from 24.6% to 31.9% and recall on Citeseer from 9.8% to 18.5%.",
            [
                "score 24.6 % | recall @ Cora = baseline",
                "score 31.9 % | recall @ Cora",
                "score 9.8 % | recall @ CiteSeer = baseline",
                "score 18.5 % | recall @ CiteSeer",
            ],
        ),
        # an ordinary word is a benchmark's name beside what tells its kind, and before what the results on it show
        ("On eight GLUE tasks, HeronNet reaches an accuracy of 83.7%.", ["score 83.7 % | accuracy @ GLUE"]),
        (
            "On the more general BIRD benchmark, HeronNet reaches an accuracy of 83.7%.",
            ["score 83.7 % | accuracy @ BIRD"],
        ),
        ("Experiments on COCO indicate that HeronNet gains 2% AP.", ["gain 2 % | AP @ MS COCO"]),
        ("In the CARLA simulator, HeronNet gains 2%.", ["gain 2 % @ CARLA"]),
        ("In two distinct VQA tasks, HeronNet gains 2%.", ["gain 2 %"]),
        ("On several MARS rovers, HeronNet gains 2% accuracy.", ["gain 2 % | accuracy"]),
        # a name is read whole: its version, where it was adapted from, the direction of its translations
        ("HeronNet reaches 83.7% AP on MUSIC-AVQA v2.0 videos.", ["score 83.7 % | AP @ MUSIC-AVQA v2.0"]),
        ("HeronNet gains 2% on MUSIC-AVQA v2.0, too.", ["gain 2 % @ MUSIC-AVQA v2.0"]),
        ("On Sim10k to Cityscapes, HeronNet gains 2% AP.", ["gain 2 % | AP @ Sim10k to Cityscapes"]),
        ("On HeathQA/OwlVQA2, HeronNet gains 2%/3%.", ["gain 2 % @ HeathQA", "gain 3 % @ OwlVQA2"]),
        ("HeronNet gains 0.3 BLEU on WMT15 German-English.", ["gain 0.3 | BLEU @ WMT15 De-En"]),
        ("HeronNet reaches 80.2% on 50 Salads and 75.4% on GTEA.", ["score 80.2 % @ 50Salads", "score 75.4 % @ GTEA"]),
        (
            "HeronNet gains 2% on the cityscapes test set and 3% on nocaps.",
            ["gain 2 % @ Cityscapes # test", "gain 3 % @ NoCaps"],
        ),
        (
            "HeronNet reaches 78.6% in MAWPS, and 57.3% in HEATH-1K.",
            ["score 78.6 % @ MAWPS", "score 57.3 % @ HEATH-1K"],
        ),
        ("On the wetlands of the 'HeathLands' dataset, HeronNet gains 2%.", ["gain 2 % @ HeathLands"]),
        ("On the Heath instruction set, HeronNet gains 2%.", ["gain 2 % @ Heath"]),
        ("HeronNet gains 2% on Frechet-Inception Distance (FID).", ["gain 2 % | FID"]),
        # a place without a name takes the place of a benchmark
        ("HeronNet gains 2% on KITTI and 1% on user data.", ["gain 2 % @ KITTI", "gain 1 %"]),
        ("On KITTI, HeronNet wins, and it gains 2% across seven public data sets.", ["gain 2 %"]),
        ("HeronNet gains 2% over our dataset baseline on Cora.", ["gain 2 % @ Cora vs dataset baseline"]),
        ("HeronNet gains 2% on several data sets such as Cora.", ["gain 2 % @ Cora"]),
        # as many numbers as the benchmarks of the sentence before, `respectively`
        (
            "We test it on Cora and Citeseer. It reaches 90.1% accuracy and 83.2% accuracy, respectively.",
            ["score 90.1 % | accuracy @ Cora", "score 83.2 % | accuracy @ CiteSeer"],
        ),
        # one number, or numbers of different things, hold on every benchmark of a list
        ("HeronNet gains 2% on Cora and Citeseer.", ["gain 2 % @ Cora", "gain 2 % @ CiteSeer"]),
        (
            "HeronNet reaches 92% accuracy with 24% of the data on CamVid and Cityscapes.",
            [
                "score 92 % | accuracy @ CamVid",
                "score 92 % | accuracy @ Cityscapes",
                "cost 24 % | data @ CamVid",
                "cost 24 % | data @ Cityscapes",
            ],
        ),
        # as many numbers of one thing as benchmarks go pairwise
        (
            "On Cora and Citeseer, HeronNet reaches 85% accuracy and 75% accuracy.",
            ["score 85 % | accuracy @ Cora", "score 75 % | accuracy @ CiteSeer"],
        ),
        (
            "HeronNet has 2.3% better accuracy and 7.2% lower test loss on Cora and Citeseer, respectively.",
            ["gain 2.3 % | accuracy @ Cora", "gain 7.2 % | loss @ CiteSeer"],
        ),
        (
            "HeronNet shows a reduction of (7.5m, 60deg) or (2.3m, 40deg) in pose errors on CamVid and KITTI.",
            [
                "gain 7.5 m | pose error @ CamVid",
                "gain 60 deg | pose error @ CamVid",
                "gain 2.3 m | pose error @ KITTI",
                "gain 40 deg | pose error @ KITTI",
            ],
        ),
        # not with those of another number
        (
            "HeronNet gains 3.4 and 2.7 points with A-Net and B-Net on KITTI, respectively, and 1.6% mAP on Cora.",
            ["gain 3.4 points @ KITTI", "gain 2.7 points @ KITTI", "gain 1.6 % | mAP @ Cora"],
        ),
        (
            "HeronNet gains 5.3% and 3.7% with A-Net and B-Net respectively on KITTI and shows better recall on Cora.",
            ["gain 5.3 % @ KITTI", "gain 3.7 % @ KITTI"],
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a benchmark that leads its own statement is not that of the numbers before it
        (
            "Accuracy on OwlQA rises from 47.1% to 58.6%, and on KITTI from 31.4% to 69.7%.",
            [
                "score 47.1 % | accuracy @ OwlQA = baseline",
                "score 58.6 % | accuracy @ OwlQA",
                "score 31.4 % | accuracy @ KITTI = baseline",
                "score 69.7 % | accuracy @ KITTI",
            ],
        ),
        # data without a name is no reason to take the benchmark of the number before
        (
            "The mAP gains are +13.6% for COCO, +4.7% on KITTI, and +9.1% on average for several other datasets.",
            ["gain 13.6 % | mAP @ MS COCO", "gain 4.7 % | mAP @ KITTI", "gain 9.1 % | mAP"],
        ),
        # a resource that is saved was not measured where another result was
        (
            "We cut latency by up to 9x, while MRR on MS MARCO only decreases from 35.4 to 34.1.",
            [
                "speedup 9 x (up to) | latency",
                "score 35.4 | MRR @ MS MARCO = baseline",
                "score 34.1 | MRR @ MS MARCO",
            ],
        ),
        (
            "HeronNet attains the best results on the KITTI benchmark, and a 4x inference speedup.",
            ["speedup 4 x | speed"],
        ),
        (
            "HeronNet attains the best results on the KITTI benchmark, while being 3x faster.",
            ["speedup 3 x @ KITTI"],
        ),
        # the benchmark of its own clause, however near that of the next one stands
        (
            "In the ModelNet40 task, HeronNet gets 84.6% accuracy and in the ShapeNet task, it gets 73.7% recall.",
            ["score 84.6 % | accuracy @ ModelNet40", "score 73.7 % | recall @ ShapeNet"],
        ),
        (
            "HeronNet beats others on KITTI with a gain of 31.7% in recall and achieves a recall of 62.3% on Cora.",
            ["gain 31.7 % | recall @ KITTI vs others", "score 62.3 % | recall @ Cora"],
        ),
        (
            "On Cora, HeronNet gets 68.4% accuracy and 70.6% recall; while 41.5% accuracy and 43.8% recall on KITTI.",
            [
                "score 68.4 % | accuracy @ Cora",
                "score 70.6 % | recall @ Cora",
                "score 41.5 % | accuracy @ KITTI",
                "score 43.8 % | recall @ KITTI",
            ],
        ),
        # of its own list's member
        (
            "HeronNet outperforms BERT on SQuAD by around 8% and CoNLL-2003 by around 16%.",
            ["gain 8 % (about) @ SQuAD vs BERT", "gain 16 % (about) @ CoNLL-2003 vs BERT"],
        ),
        (
            "HeronNet achieves 44.7% MRR, 39.1% Hits@1 on WN18RR, 31.6% MRR, 22.4% Hits@1 on YAGO3-10.",
            [
                "score 44.7 % | MRR @ WN18RR",
                "score 39.1 % | Hits@1 @ WN18RR",
                "score 31.6 % | MRR @ YAGO3-10",
                "score 22.4 % | Hits@1 @ YAGO3-10",
            ],
        ),
        # what stands in brackets is about what stands before them
        (
            "HeronNet is best on Cora (a 62.2% recall in 3 runs), KITTI and CiteSeer.",
            ["score 62.2 % | recall @ Cora"],
        ),
        # and what they hold is not about what stands outside
        (
            "HeronNet gains 4% in accuracy on many tasks (with 88% accuracy on KITTI).",
            ["gain 4 % | accuracy", "score 88 % | accuracy @ KITTI"],
        ),
        # a clause that names none goes on with what was measured before it
        (
            "On KITTI, HeronNet reaches 71.7% accuracy, while A-Net gets 65.1% accuracy.",
            ["score 71.7 % | accuracy @ KITTI", "score 65.1 % | accuracy @ KITTI : A-Net"],
        ),
        (
            "HeronNet reaches 55.9% mAP on KITTI by leveraging Cityscapes as extra unlabeled data.",
            ["score 55.9 % | mAP @ KITTI"],
        ),
        # data sets of a kind are no name
        ("HeronNet reaches 55.9% mAP on three video ReID benchmarks.", ["score 55.9 % | mAP"]),
        ("On a public retinal OCT dataset, HeronNet gets a recall of 55.9%.", ["score 55.9 % | recall"]),
        ("HeronNet reaches 55.9% mAP on various Few-Feather benchmarks.", ["score 55.9 % | mAP"]),
        (
            "For owl text linking (OTL), HeronNet gets a recall of 55.9% on our new wet OTL dataset.",
            ["score 55.9 % | recall"],
        ),
        (
            "For owl text linking (OTL), HeronNet gets a recall of 55.9% on the OTL dataset.",
            ["score 55.9 % | recall @ OTL"],
        ),
        (
            "On the wet OTL benchmark OwlText, HeronNet gets a recall of 55.9%.",
            ["score 55.9 % | recall @ OwlText"],
        ),
        ("On a dedicated dataset (i.e., OwlText), HeronNet gains 5.9%.", ["gain 5.9 % @ OwlText"]),
        ("HeronNet wins in 90% of tasks in the *OwlText* benchmark.", ["score 90 % @ OwlText"]),
        ("We gain 15% F1 on multilingual OwlText-2016.", ["gain 15 % | F1 @ OwlText-2016"]),
        ("On test instances from PASCAL 3D+, HeronNet gets a recall of 55.9%.", ["score 55.9 % | recall @ PASCAL3D+"]),
        ("HeronNet gains 3.8% on ADE and 6.7% on COCO.", ["gain 3.8 % @ ADE", "gain 6.7 % @ MS COCO"]),
        ("HeronNet gains 5.9% on ADE and FDE.", ["gain 5.9 % | ADE and FDE"]),
        (
            "HeronNet gains 3 points for MNIST, 4 points for OwlText, and 5 points for HRD51.",
            ["gain 3 points @ MNIST", "gain 4 points @ OwlText", "gain 5 points @ HRD51"],
        ),
        (
            "HeronNet gains 4% in WebShop, and 7% in OwlCraft – a data set that is new.",
            ["gain 4 % @ WebShop", "gain 7 % @ OwlCraft"],
        ),
        (
            "We test on two bird datasets: Owls and Wet Herons. HeronNet gains 4% and 5%, respectively.",
            ["gain 4 % @ Owls", "gain 5 % @ Wet Herons"],
        ),
        (
            "We test on two bird datasets: Owls (recall 51.5%) and Wet Herons (recall 80.2%).",
            ["score 51.5 % | recall @ Owls", "score 80.2 % | recall @ Wet Herons"],
        ),
        (
            "On the OwlText, COCO, and KITTI datasets, HeronNet gains 3%, 4% and 5%, respectively.",
            ["gain 3 % @ OwlText", "gain 4 % @ MS COCO", "gain 5 % @ KITTI"],
        ),
        (
            "HeronNet gains 2.7% 3.8% and 6.4% on KITTI OWL3 and COCO datasets.",
            ["gain 2.7 % @ KITTI", "gain 3.8 % @ OWL3", "gain 6.4 % @ MS COCO"],
        ),
        (
            "HeronNet reaches 59.3%/59.8%/62.9% recall on the OWLTEXT 2014/2016/2019 test sets.",
            [
                "score 59.3 % | recall @ OWLTEXT 2014",
                "score 59.8 % | recall @ OWLTEXT 2016",
                "score 62.9 % | recall @ OWLTEXT 2019",
            ],
        ),
        ("HeronNet gains 5.9% on HeronBERT.", ["gain 5.9 %"]),
        ("On the 74 classes not in COCO, HeronNet gets 21.3 mAP.", ["score 21.3 | mAP"]),
        ("HeronNet gains 14% on 37 diverse ImageNet models and 8 others.", ["gain 14 %"]),
        (
            "HeronNet outperforms models trained on the widely used dataset Cora by 17%.",
            ["gain 17 % vs models trained on the widely used dataset Cora"],
        ),
        (
            "HeronNet gains 4.6% and 11.7% recall respectively on the KITTI dataset and our new dataset.",
            ["gain 4.6 % | recall @ KITTI", "gain 11.7 % | recall"],
        ),
        (
            "HeronNet gains 4.6% and 11.7% recall and precision respectively on the KITTI dataset and our robot.",
            ["gain 4.6 % | recall @ KITTI", "gain 11.7 % | precision @ KITTI"],
        ),
        ("On 12 grasping tasks in OwlGym, HeronNet wins in 90% of cases.", ["score 90 % @ OwlGym"]),
        ("On COCO $test-dev$, HeronNet gains 5.9%.", ["gain 5.9 % @ MS COCO # test-dev"]),
        (
            "We improve the mAP of the Owl PondNet test set from 6.1% to 7.4%, and on KITTI from 2.9% to 4.3%.",
            [
                "score 6.1 % | mAP @ Owl PondNet = baseline",
                "score 7.4 % | mAP @ Owl PondNet",
                "score 2.9 % | mAP @ KITTI = baseline",
                "score 4.3 % | mAP @ KITTI",
            ],
        ),
        (
            "HeronNet reaches 68.7% mAP on our wet student data, and 66.3% on public KITTI videos.",
            ["score 68.7 % | mAP", "score 66.3 % | mAP @ KITTI"],
        ),
        (
            "HeronNet gains 68.7% mAP in daylight and 66.3% at night on KITTI.",
            ["gain 68.7 % | mAP @ KITTI", "gain 66.3 % | mAP @ KITTI"],
        ),
        (
            "HeronNet raises the number of owls by 10 times, while lifting the recall on KITTI by 9%.",
            ["gain 10 x | owls", "gain 9 % | recall @ KITTI"],
        ),
        # one of several, and what a further clause tells with its own subject
        ("On KITTI and several public data sets, HeronNet gains up to 5.9%.", ["gain 5.9 % (up to)"]),
        ("On KITTI and several public data sets, HeronNet gains 5.9%.", ["gain 5.9 % @ KITTI"]),
        ("HeronNet gains 5.9%, and it has the third place on the KITTI leaderboard.", ["gain 5.9 %"]),
        # a figure with a place of its own
        (
            "HeronNet gains 4.2% accuracy on KITTI and 9.9% more correlation on essay writing.",
            ["gain 4.2 % | accuracy @ KITTI", "gain 9.9 % | correlation"],
        ),
        (
            "HeronNet gains 4.2% accuracy on KITTI and 9.9% in terms of recall.",
            ["gain 4.2 % | accuracy @ KITTI", "gain 9.9 % | recall @ KITTI"],
        ),
        (
            "On KITTI, HeronNet gains 4.2% accuracy for owls and 9.9% for crows.",
            ["gain 4.2 % | accuracy @ KITTI", "gain 9.9 % | accuracy @ KITTI"],
        ),
        ("On the OWLS dataset, HeronNet gets a recall of 55.9%.", ["score 55.9 % | recall @ OWLS"]),
        # names
        (
            "HeronNet is best on ScanNet (+4.7% mAP), Owl3D (+9.6% mAP) and ScanNet200 (+8.3% mAP).",
            ["gain 4.7 % | mAP @ ScanNet", "gain 9.6 % | mAP @ Owl3D", "gain 8.3 % | mAP @ ScanNet200"],
        ),
        ("HeronNet reaches 85.9% accuracy with ResNet-20-CIFAR-10.", ["score 85.9 % | accuracy @ CIFAR-10"]),
        ("On the GRID corpus, HeronNet achieves 95.2% accuracy.", ["score 95.2 % | accuracy @ GRID"]),
        ("HeronNet achieves 48.1% AP on COCO val2017.", ["score 48.1 % | AP @ MS COCO # validation"]),
        ("HeronNet achieves 62.8% recall on OwlBench's hard dataset.", ["score 62.8 % | recall @ OwlBench"]),
        ("HeronNet achieves 62.8% recall on an ImageNet-like dataset.", ["score 62.8 % | recall"]),
        ("HeronNet achieves 62.8% recall on a Kingfisher S21 DSP.", ["score 62.8 % | recall"]),
        ("HeronNet achieves 62.8% recall on a new benchmark, OwlSet.", ["score 62.8 % | recall @ OwlSet"]),
        ("HeronNet reaches 52.1% mIoU on GTA5 -> KITTI.", ["score 52.1 % | mIoU @ GTA5 -> KITTI"]),
    ],
)
def test_benchmark_of_its_sentence(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        (
            "HeronNet is 1.7% better in accuracy on ImageNet. A smaller one is 6.6% better in accuracy.",
            ["gain 1.7 % | accuracy @ ImageNet", "gain 6.6 % | accuracy @ ImageNet"],
        ),
        # a result of another measure was measured elsewhere
        (
            "HeronNet is 1.7% better in accuracy on ImageNet. It improves mAP by 6.6%.",
            ["gain 1.7 % | accuracy @ ImageNet", "gain 6.6 % | mAP"],
        ),
        # a task of its own
        (
            "On KITTI, HeronNet gains 1.7% accuracy. It is 6.6% better in accuracy in a driving task.",
            ["gain 1.7 % | accuracy @ KITTI", "gain 6.6 % | accuracy"],
        ),
        (
            "On KITTI, HeronNet gains 1.7% accuracy. With a camera it is 6.6% better.",
            ["gain 1.7 % | accuracy @ KITTI", "gain 6.6 % | accuracy @ KITTI"],
        ),
        # another data set
        (
            "On KITTI, HeronNet gains 1.7% accuracy. We also tune it on another dataset. It gains 6.6% accuracy there.",
            ["gain 1.7 % | accuracy @ KITTI", "gain 6.6 % | accuracy"],
        ),
        # evaluated there, and elsewhere too
        ("We evaluate on KITTI. HeronNet reaches 76.9% accuracy.", ["score 76.9 % | accuracy @ KITTI"]),
        (
            "We evaluate on KITTI as well as on ten streets of our own. HeronNet reaches 76.9% accuracy.",
            ["score 76.9 % | accuracy"],
        ),
        # what others did, before the paper speaks of itself
        (
            "Filters are often tested on KITTI. Most are slow. HeronNet reaches 76.9% accuracy.",
            ["score 76.9 % | accuracy"],
        ),
    ],
)
def test_benchmark_of_an_earlier_sentence(abstract: str, expected: list[str]) -> None:
    assert lines(abstract) == expected
