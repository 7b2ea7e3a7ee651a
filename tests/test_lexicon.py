"""The lexicon: its data holds together, and names are compared as readers would."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from leaderboard import lexicon
from leaderboard.errors import InputError
from leaderboard.lexicon import Benchmark, Lexicon, Metric, fold

LEXICON = lexicon.load()


def names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def test_it_is_read_once() -> None:
    assert lexicon.load() is lexicon.load()


def test_it_has_the_breadth_that_boards_need() -> None:
    assert len(LEXICON.benchmarks) >= 400
    assert len(LEXICON.metrics) >= 150


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GSM8K", "GSM-8k"),
        ("ImageNet-1K", "ImageNet 1k"),
        ("NYU-Depth V2", "NYU Depth v2"),
        ("THUMOS’14", "THUMOS-14"),
        ("AP$_{50}$", "AP50"),
        ("R²", "R$^2$"),
        ("CIFAR–10", "cifar_10"),
        ("Abs. Rel.", "AbsRel"),
        ("mAP@.5", "mAP@.5"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CIFAR-10", "CIFAR-100"),
        ("SQuAD 2.0", "SQuAD 20"),
        ("MBPP", "MBPP+"),
        ("Recall@1", "Recall@10"),
        ("F1", "F0.5"),
        ("chrF", "chrF++"),
        ("J&F", "JF"),
    ],
)
def test_other_names_fold_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_no_name_belongs_to_two_entries() -> None:
    for entries in (LEXICON.benchmarks, LEXICON.metrics):
        keys = [fold(name) for entry in entries for name in entry.names]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("canonical", "spellings"),
    [
        ("GSM8K", ["GSM8K", "GSM8k", "GSM-8K", "gsm 8k"]),
        ("ImageNet", ["ImageNet-1K", "ImageNet1k", "ILSVRC-2012", "ILSVRC2012", "Imagenet", "ILSVRC 2012"]),
        ("MS COCO", ["COCO", "MSCOCO", "MS-COCO", "Microsoft COCO", "COCO 2017"]),
        ("CUB-200-2011", ["CUB", "CUB200", "Caltech-UCSD Birds 200-2011"]),
        ("NYU Depth v2", ["NYUv2", "NYUDv2", "NYU-Depth-V2"]),
        ("WMT14 En-De", ["WMT 2014 English-German", "WMT'14 English-to-German", "WMT14 En→De"]),
        ("SQuAD", ["SQuAD 1.1", "SQuAD v1.1"]),
        ("BIG-Bench Hard", ["BBH"]),
        ("SWE-bench Verified", ["SWE-Bench Verified"]),
        ("DAVIS 2017", ["DAVIS17", "DAVIS'17"]),
        ("Human3.6M", ["Human 3.6M", "H36M"]),
    ],
)
def test_spellings_lead_to_one_benchmark(canonical: str, spellings: list[str]) -> None:
    for spelling in spellings:
        found = LEXICON.benchmark(spelling)
        assert found is not None, spelling
        assert found.name == canonical


@pytest.mark.parametrize(
    "variants",
    [
        ["ImageNet", "ImageNet-A", "ImageNet-C", "ImageNet-R", "ImageNet-Sketch", "ImageNet V2", "ImageNet-21K"],
        ["ImageNet", "ImageNet-LT", "ImageNet-100", "ImageNet VID", "Tiny ImageNet", "miniImageNet", "tieredImageNet"],
        ["CIFAR-10", "CIFAR-100", "CIFAR-10-C", "CIFAR-100-C", "CIFAR-10.1"],
        ["SQuAD", "SQuAD 2.0"],
        ["MultiWOZ 2.0", "MultiWOZ 2.1", "MultiWOZ 2.2"],
        ["UAV123", "UAV20L"],
        ["Fishyscapes Lost & Found", "Fishyscapes Static"],
        ["KITTI", "KITTI 2012", "KITTI 2015", "KITTI Odometry", "KITTI-360", "SemanticKITTI"],
        ["PASCAL VOC", "PASCAL VOC 2007", "PASCAL VOC 2012"],
        ["MATH", "MATH-500", "MathVista"],
        ["MMLU", "MMLU-Pro", "MMMU"],
        ["Kinetics-400", "Kinetics-600", "Kinetics-700"],
        ["iNaturalist 2018", "iNaturalist 2019"],
        ["SWE-bench", "SWE-bench Lite", "SWE-bench Verified"],
        ["MovieLens-1M", "MovieLens-20M"],
        ["Atari", "Atari 100k"],
    ],
)
def test_variants_stay_apart(variants: list[str]) -> None:
    found = [LEXICON.benchmark(variant) for variant in variants]
    assert None not in found
    assert len({entry.name for entry in found if entry}) == len(variants)


def test_unknown_names_are_none() -> None:
    assert LEXICON.benchmark("no such benchmark") is None
    assert LEXICON.metric("no such metric") is None


@pytest.mark.parametrize(
    ("canonical", "spellings"),
    [
        ("accuracy", ["Accuracy", "accuracies", "average accuracy", "classification accuracy", "test accuracy"]),
        ("top-1 accuracy", ["top1 accuracy", "Top-1 Acc", "top 1 accuracy", "top-1 accuracies"]),
        ("F1", ["F1-score", "F1 scores", "F-measure", "F$_1$"]),
        ("mIoU", ["mean Intersection over Union", "mean IoU", "mIOU"]),
        ("BLEU", ["BLEU score", "BLEU points"]),
        ("success rate", ["success rates", "average success rate", "success"]),
        ("Recall@1", ["R@1", "recall@1"]),
        ("WER", ["word error rate", "WERs"]),
        ("AP50", ["AP$_{50}$", "AP_50"]),
        ("FID", ["FID score", "Fréchet inception distance"]),
        ("trainable parameters", ["number of trainable parameters"]),
        ("GPU memory", ["GPU memory usage"]),
        ("R2", ["R^2", "coefficient of determination"]),
    ],
)
def test_spellings_lead_to_one_metric(canonical: str, spellings: list[str]) -> None:
    for spelling in spellings:
        found = LEXICON.metric(spelling)
        assert found is not None, spelling
        assert found.name == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("top-1 accuracy", "top-5 accuracy"),
        ("error", "error rate"),
        ("AP", "mAP"),
        ("mAP", "mAP@0.5"),
        ("ROUGE-1", "ROUGE-L"),
        ("pass@1", "pass@10"),
        ("SDR", "SI-SDR"),
        ("parameters", "trainable parameters"),
        ("MPJPE", "PA-MPJPE"),
        ("ADE", "minADE"),
        ("Pearson correlation", "Spearman correlation"),
    ],
)
def test_like_metrics_stay_apart(one: str, other: str) -> None:
    first, second = LEXICON.metric(one), LEXICON.metric(other)
    assert first is not None
    assert second is not None
    assert first.name != second.name


HIGHER = """
accuracy; top-1 accuracy; top-5 accuracy; F1; macro-F1; exact match; BLEU; ROUGE-L; METEOR; CIDEr; mAP; AP;
AP50; mIoU; IoU; Dice; PQ; PSNR; SSIM; Inception Score; Recall@1; NDCG@10; MRR; Hits@10; AUC; AUROC; AUPRC;
PESQ; SI-SDR; MOS; R2; NDS; MOTA; IDF1; HOTA; LAS; UAS; pass@1; win rate; success rate; SPL; return; reward;
sensitivity; specificity; precision; recall; kappa; MCC; J&F; EAO; rank-1 accuracy; robust accuracy; throughput;
frame rate; compression ratio; resolved rate
"""
LOWER = """
error; error rate; top-1 error; perplexity; bits per character; bits per dimension; WER; CER; EER; DER; MAE;
RMSE; MSE; MAPE; ADE; FDE; MPJPE; PA-MPJPE; EPE; AbsRel; FID; KID; LPIPS; FVD; ECE; NLL; Chamfer distance; ATE;
training time; inference time; latency; runtime; memory; GPU memory; parameters; trainable parameters; FLOPs;
MACs; energy; power; storage; model size; communication; data; labels; samples; tokens; cost; GPU hours
"""


@pytest.mark.parametrize(("direction", "listed"), [("higher", HIGHER), ("lower", LOWER)])
def test_the_usual_metrics_have_their_direction(direction: str, listed: str) -> None:
    known = {metric.name: metric.direction for metric in LEXICON.metrics}
    for name in re.split(r";\s*", listed.strip()):
        assert known.get(name) == direction, name


def test_a_refined_metric_agrees_with_its_general_one() -> None:
    known = {metric.name: metric for metric in LEXICON.metrics}
    for metric in LEXICON.metrics:
        if metric.general:
            general = known[metric.general]
            assert metric.direction == general.direction, metric.name
            assert metric.resource == general.resource, metric.name
            assert metric.name != general.name


def test_plausible_ranges_are_ranges() -> None:
    for metric in LEXICON.metrics:
        assert (metric.low is None) == (metric.high is None), metric.name
        if metric.low is not None and metric.high is not None:
            assert metric.low < metric.high, metric.name


def test_resources_say_what_a_change_of_them_is_called() -> None:
    known = {metric.name: metric for metric in LEXICON.metrics}
    assert {name for name, metric in known.items() if metric.kind_hint and not metric.resource} == set()
    for name in ("training time", "latency", "throughput", "frame rate"):
        assert known[name].kind_hint == "speedup"
    for name in ("memory", "parameters", "FLOPs", "data", "cost"):
        assert known[name].kind_hint == "saving"


def test_every_metric_that_a_benchmark_names_is_defined() -> None:
    known = {metric.name for metric in LEXICON.metrics}
    for benchmark in LEXICON.benchmarks:
        assert benchmark.metrics, benchmark.name
        assert known.issuperset(benchmark.metrics), benchmark.name
        assert benchmark.default_metric is None or benchmark.default_metric in benchmark.metrics, benchmark.name


@pytest.mark.parametrize(
    ("benchmark", "default"),
    [
        ("ImageNet", "top-1 accuracy"),
        ("GSM8K", "accuracy"),
        ("HumanEval", "pass@1"),
        ("MS COCO", None),
        ("KITTI", None),
    ],
)
def test_default_metrics(benchmark: str, default: str | None) -> None:
    found = LEXICON.benchmark(benchmark)
    assert found is not None
    assert found.default_metric == default


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ETTh1", "ETTh2"),
        ("NLVR", "NLVR2"),
        ("NAVSIM", "NAVSIM v2"),
        ("Occ3D-nuScenes", "Occ3D-Waymo"),
        ("ActivityNet-1.2", "ActivityNet-1.3"),
        ("RoboTwin", "RoboTwin 2.0"),
        ("WSJ0-2mix", "WSJ0-3mix"),
        ("SCROLLS", "ZeroSCROLLS"),
    ],
)
def test_data_that_differ_have_boards_of_their_own(one: str, other: str) -> None:
    assert LEXICON.benchmark(one) != LEXICON.benchmark(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("PDMS", "EPDMS"), ("Hausdorff distance", "HD95"), ("RGS", "RGSPL"), ("GLUE score", "SuperGLUE score")],
)
def test_measures_that_differ_are_not_one(one: str, other: str) -> None:
    assert LEXICON.metric(one) != LEXICON.metric(other)


def test_every_benchmark_has_a_source_or_is_proven_in_use() -> None:
    for benchmark in LEXICON.benchmarks:
        assert benchmark.task, benchmark.name
        assert benchmark.source or benchmark.papers > 0, benchmark.name
        assert not benchmark.source or re.fullmatch(r"https?://\S+\.\S+", benchmark.source), benchmark.name


@pytest.mark.parametrize("benchmark", [b for b in LEXICON.benchmarks if b.ordinary_word], ids=lambda b: b.name)
def test_ordinary_words_have_an_example_and_a_counter_example(benchmark: Benchmark) -> None:
    assert any(names(benchmark.example, name) for name in benchmark.ordinary_names)
    assert any(names(benchmark.counter_example, name) for name in benchmark.ordinary_names)
    assert benchmark.example != benchmark.counter_example


@pytest.mark.parametrize(
    "name", ["MATH", "GLUE", "COCO", "SUN", "ARC", "DROP", "DAVIS", "Spider", "Yelp", "MIND", "GAIA"]
)
def test_words_of_other_meaning_are_marked(name: str) -> None:
    found = LEXICON.benchmark(name)
    assert found is not None
    assert found.ordinary_word
    assert name in found.ordinary_names


def test_unmistakable_names_are_not_marked() -> None:
    for name in ("ImageNet", "CIFAR-10", "GSM8K", "MMLU", "nuScenes", "LibriSpeech"):
        found = LEXICON.benchmark(name)
        assert found is not None
        assert not found.ordinary_word


def test_a_lexicon_survives_the_way_to_a_worker() -> None:
    assert pickle.loads(pickle.dumps(LEXICON)) == LEXICON


def test_workers_load_it_without_the_heavy_packages() -> None:
    code = "import sys, leaderboard.lexicon; leaderboard.lexicon.load(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"duckdb", "pandas", "pyarrow", "altair"}.isdisjoint(done.stdout.split())


METRICS = '[[metric]]\nname = "accuracy"\ndirection = "higher"\n'
BENCHMARKS = '[[benchmark]]\nname = "A"\naliases = ["B"]\nmetrics = ["accuracy"]\n'


def test_ids_of_the_hub_are_an_owner_and_a_name_and_no_task_belongs_to_two() -> None:
    datasets = [each.hub_dataset for each in LEXICON.benchmarks if each.hub_dataset]
    tasks = [(each.hub_dataset, each.hub_task) for each in LEXICON.benchmarks if each.hub_task]
    assert [each for each in datasets if not re.fullmatch(r"[\w.-]+/[\w.-]+", each)] == []
    assert len(set(tasks)) == len(tasks) > 0
    assert ("openai/gsm8k", "gsm8k") in tasks


def test_each_id_of_the_hub_says_where_it_was_seen() -> None:
    lines = (Path(lexicon.__file__).parent / "benchmarks.toml").read_text(encoding="utf-8").splitlines()
    ids = [line for line in lines if line.startswith(("hub_dataset = ", "hub_task = "))]
    assert len(ids) > 40
    assert [line for line in ids if not re.fullmatch(r'hub_\w+ = "[^"]+"  # \S.*', line)] == []


def written(folder: Path, benchmarks: str = BENCHMARKS, metrics: str = METRICS) -> Lexicon:
    (folder / "benchmarks.toml").write_text(benchmarks, encoding="utf-8")
    (folder / "metrics.toml").write_text(metrics, encoding="utf-8")
    return lexicon.read(folder)


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    own = written(tmp_path)
    assert own.benchmarks == (Benchmark("A", ("B",), metrics=("accuracy",)),)
    assert own.metrics == (Metric("accuracy", direction="higher"),)
    assert own.benchmark("b") is own.benchmarks[0]


@pytest.mark.parametrize(
    ("benchmarks", "metrics", "complaint"),
    [
        (BENCHMARKS + '[[benchmark]]\nname = "b"\n', METRICS, r"benchmarks\.toml: 'b' and 'A' share the name 'b'"),
        (BENCHMARKS.replace('"B"', '"a"'), METRICS, "'A' lists a spelling twice"),
        (BENCHMARKS.replace("accuracy", "luck"), METRICS, "'A' names the metric 'luck'"),
        (BENCHMARKS + 'colour = "red"\n', METRICS, r"entry 1 \(A\): unknown field 'colour'"),
        (BENCHMARKS + 'papers = "many"\n', METRICS, "field 'papers' must be of type int"),
        (BENCHMARKS + "ordinary_names = ['C']\n", METRICS, "ordinary name 'C' is neither the name nor an alias"),
        (BENCHMARKS.replace('name = "A"', ""), METRICS, r"entry 1 \(without a name\): field 'name' is missing"),
        (
            BENCHMARKS + 'hub_dataset = "a/a"\nhub_task = "a"\n',
            METRICS,
            "field 'hub_task' needs 'hub_dataset' and 'default_metric' beside it",
        ),
        (BENCHMARKS + "]", METRICS, r"benchmarks\.toml: not a TOML file"),
        (BENCHMARKS + "[other]\n", METRICS, r"only entries that begin with \[\[benchmark\]\] are read; found other"),
        (
            BENCHMARKS,
            METRICS.replace("higher", "up"),
            r"metrics\.toml: entry 1 \(accuracy\): field 'direction' must be",
        ),
        (BENCHMARKS, METRICS + 'general = "luck"\n', "'accuracy' refines 'luck'"),
        (BENCHMARKS, METRICS + "low = true\n", "field 'low' must be of type"),
        (BENCHMARKS, METRICS + 'aliases = "acc"\n', "field 'aliases' must be a list of texts"),
    ],
)
def test_mistakes_are_named_with_file_and_entry(tmp_path: Path, benchmarks: str, metrics: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        written(tmp_path, benchmarks, metrics)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"benchmarks\.toml: there is no such file"):
        lexicon.read(tmp_path)
