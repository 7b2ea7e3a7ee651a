"""A user's own rules and entries of the lexicon: what they add, what is said of bad ones, and that none does harm."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import killable
import pytest

import leaderboard
from leaderboard import cli, lexicon, sources, workers
from leaderboard.additions import Additions, File, current, own_files
from leaderboard.building import manifest, pipeline
from leaderboard.errors import InputError
from leaderboard.extraction.notation import line
from leaderboard.extraction.rules import FRAMES

RULE = """
[[rule]]
name = "clocks in at <value>"
pattern = "clocks in at <value>"
frame = "value"
examples = [{ sentence = "On MNIST, Heron clocks in at 91.2%.", claims = ["score 91.2 % @ MNIST"] }]
counter_examples = ["Heron clocks in at the office."]
"""
BENCHMARK = """
[[benchmark]]
name = "Tidepool"
aliases = ["Rock Pool Challenge"]
metrics = ["splash rate"]
default_metric = "splash rate"

[[metric]]
name = "splash rate"
direction = "lower"
unit = "%"
"""
SENTENCE = "On the Rock Pool Challenge, Heron clocks in at 91.2%."
LONG = "It needs 7% of all that we hold, with no other way for any small network to reach for more of the same."
ENDLESS = r"<value> (.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)\2[XY]"


@pytest.fixture
def bare_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.site, "render", killable.bare_site)


def lines(text: str) -> list[str]:
    return [line(claim) for claim in leaderboard.extract(text)]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "own-rules.toml"
    path.write_text(RULE, encoding="utf-8")
    return path


@pytest.fixture
def benchmarks(tmp_path: Path) -> Path:
    path = tmp_path / "own-lexicon.toml"
    path.write_text(BENCHMARK, encoding="utf-8")
    return path


def test_they_read_something_new_for_as_long_as_they_are_in_use(rules: Path, benchmarks: Path) -> None:
    assert lines(SENTENCE) == []
    with own_files.in_use([benchmarks], [rules]):
        assert lines(SENTENCE) == ["score 91.2 % @ Tidepool"]
        assert leaderboard.extract(SENTENCE)[0].rule == "clocks in at <value>"
        tidepool = lexicon.load().benchmark("tidepool")
        assert tidepool is not None
        assert tidepool.default_metric == "splash rate"
    assert lines(SENTENCE) == []
    assert lexicon.load().benchmark("Tidepool") is None
    assert current() == Additions()


def test_explain_and_extract_take_them(rules: Path, benchmarks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--rules", str(rules), "--lexicon", str(benchmarks)]
    with pytest.raises(SystemExit) as ended:
        cli.main(["explain", SENTENCE, "--json", *chosen])
    assert ended.value.code == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sentences"][0]["quantities"][0]["fired"]["rule"] == "clocks in at <value>"
    papers = rules.with_name("papers.jsonl")
    papers.write_text(json.dumps({"title": "A Heron", "abstract": SENTENCE}) + "\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        cli.main(["extract", str(papers), *chosen])
    assert json.loads(capsys.readouterr().out)["benchmark"] == "Tidepool"


def test_several_processes_read_by_them(rules: Path, benchmarks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BATCH", 20)
    monkeypatch.setattr(workers, "FEWEST", 40)
    paper = sources.read([sources.sample()]).papers[0]
    papers = [paper.model_copy(update={"paper_id": str(k), "abstract": SENTENCE}) for k in range(60)]
    with own_files.in_use([benchmarks], [rules]):
        rules.unlink()  # what counts is what was read and checked
        alone = workers.extract_all(papers)
        assert len(alone.claims) == len(papers)
        assert workers.extract_all(papers, workers=2) == alone


def test_a_build_notices_that_a_file_changed(rules: Path, tmp_path: Path, bare_site: None) -> None:
    papers = tmp_path / "papers.jsonl"
    papers.write_text(json.dumps({"title": "A Heron", "abstract": "On MNIST, Heron clocks in at 91.2%."}) + "\n")

    def build(*chosen: Path) -> tuple[int, int, object]:
        with own_files.in_use(None, chosen):
            built = pipeline.build([papers], tmp_path / "build")
        settings = json.loads((tmp_path / "build" / "manifest.json").read_text(encoding="utf-8"))["settings"]
        return built.claims, built.recalled, settings["added"]

    assert build() == (0, 0, {"lexicon": [], "rules": []})
    claims, recalled, first = build(rules)
    assert (claims, recalled) == (1, 0)
    assert build(rules) == (1, 1, first)
    rules.write_text(RULE.replace('"value"', '"nothing"').replace('"score 91.2 % @ MNIST"', ""), encoding="utf-8")
    with pytest.raises(InputError, match="is not read by the rule"):  # a frame that makes no claims
        build(rules)
    rules.write_text(RULE.replace("clocks in at <value>", "clocks in at <value> {phrase_end}"), encoding="utf-8")
    claims, recalled, other = build(rules)
    assert (claims, recalled) == (1, 0)
    assert other != first


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ("frame", "colour", "unknown field 'colour'; known are name, pattern"),
        ('"value"', '"sideways"', f"'frame' must be one of {next(iter(FRAMES))}"),
        ("clocks in at <value>", "clocks in at <valu>", "pattern 'clocks in at <valu>': a pattern has no slot <valu>"),
        ("clocks in at <value>", "clocks ( in at <value>", "pattern .*missing \\)"),
        ("clocks in at <value>", "clocks {inn} at <value>", "no class of words is called 'inn'"),
        ("clocks in at <value>", f"{'( ' * 5000}<value>{' )' * 5000}", "brackets too deep"),
        ("clocks in at <value>", "clocks in", "it can match without a number"),
        ("clocks in at <value>", "clocks ( in | at <value> )", "it can match without a number"),
        ("clocks in at <value>", "clocks (?P<value>in)", "a word has the group 'value'"),
        ("counter_examples = [", "rejects = [", "field 'counter_examples' is missing"),
        ("examples = [{", "#", "has no example"),
        ("claims", "claim", "field 'examples' must be a list of"),
        ("score 91.2", "score 91.3", r"yields \['score 91.2 % @ MNIST'\], not \['score 91.3 % @ MNIST'\]"),
        ("in at the office", "in at 3% of MNIST", "counter-example .* is read by the rule"),
        ('name = "clocks in at <value>"', 'name = "<value> <metric>"', "comes with the program has this name already"),
        ("counter_examples", "priority = '9'\ncounter_examples", "field 'priority' must be a whole number, not '9'"),
        ("counter_examples", "traits = ['up']\ncounter_examples", r"field 'traits' must be one of .*, not \['up'\]"),
        ("counter_examples", "traits = 'counts'\ncounter_examples", "field 'traits' must be a list of texts"),
        ("counter_examples", "only_of = ['recall']\ncounter_examples", r"yields \[\], not \['score 91.2 % @ MNIST'\]"),
        ("counter_examples", "only_of = ['x']\ncounter_examples", "field 'only_of': the lexicon has no metric 'x'"),
    ],
)
def test_a_bad_rule_is_told_with_file_line_and_name(rules: Path, was: str, becomes: str, complaint: str) -> None:
    changed = RULE.replace(was, becomes)
    assert changed != RULE
    rules.write_text(changed, encoding="utf-8")
    with (
        pytest.raises(InputError, match=rf"own-rules\.toml, line 2: rule '.*{complaint}"),
        own_files.in_use([], [rules]),
    ):
        pass


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ("aliases", "alias", "line 2: benchmark 'Tidepool': unknown field 'alias'"),
        ('"Tidepool"', "3", "line 2: benchmark 3: field 'name' must be of type str"),
        (
            '"Rock Pool Challenge"',
            '"GSM-8K"',
            "line 2: benchmark 'Tidepool': the name 'GSM-8K' is taken already",
        ),
        ('"Rock Pool Challenge"', '"Tide-pool"', "line 2: benchmark 'Tidepool': lists a spelling twice"),
        ('["splash rate"]', '["splashes"]', "line 2: benchmark 'Tidepool': names the metric 'splashes'"),
        ('"lower"', '"down"', "line 8: metric 'splash rate': field 'direction' must be higher or lower"),
        ("unit =", "unit", "line 11: not TOML: Expected '='"),
        ("[[metric]]", "[[metrics]]", "line 8: 'metrics' is unknown; an entry begins with"),
        (
            "aliases",
            'ordinary_names = ["Tidepool"]\naliases',
            "line 2: benchmark 'Tidepool': field 'example' is missing",
        ),
    ],
)
def test_a_bad_entry_is_told_with_file_line_and_name(benchmarks: Path, was: str, becomes: str, complaint: str) -> None:
    changed = BENCHMARK.replace(was, becomes, 1)
    assert changed != BENCHMARK
    benchmarks.write_text(changed, encoding="utf-8")
    with pytest.raises(InputError, match=rf"own-lexicon\.toml, {complaint}"), own_files.in_use([benchmarks], []):
        pass


def test_an_ordinary_name_needs_sentences_that_hold(benchmarks: Path) -> None:
    ordinary = 'ordinary_names = ["Tidepool"]\nexample = "{}"\ncounter_example = "A Tidepool dries up."\naliases'
    benchmarks.write_text(BENCHMARK.replace("aliases", ordinary.format("It reaches 91.2% on Tidepool.")))
    with own_files.in_use([benchmarks], []):
        pass
    benchmarks.write_text(BENCHMARK.replace("aliases", ordinary.format("Tidepool dries up.")))
    said = "'example' does not hold: the benchmark is not read"
    with pytest.raises(InputError, match=said), own_files.in_use([benchmarks], []):
        pass


def test_an_entry_of_a_listed_name_adds_to_the_listed_one(benchmarks: Path) -> None:
    shipped = lexicon.load().benchmark("GSM8K")
    assert shipped is not None
    benchmarks.write_text(
        BENCHMARK
        + """
[[benchmark]]
name = "GSM8K"
aliases = ["Heron Sums", "Grade School Math 8K"]
metrics = ["splash rate"]
task = "sums of herons"

[[benchmark]]
name = "Tidepool"
aliases = ["Heron Pool"]
""",
        encoding="utf-8",
    )
    with own_files.in_use([benchmarks], []):
        assert lines("Heron reaches 91.2% accuracy on Heron Sums.") == ["score 91.2 % | accuracy @ GSM8K"]
        assert lines("Heron reaches 91.2% accuracy on Heron Pool.") == ["score 91.2 % | accuracy @ Tidepool"]
        grown = lexicon.load().benchmark("gsm8k")
        assert grown is not None
        assert grown.aliases == (*shipped.aliases, "Heron Sums")
        assert grown.metrics == (*shipped.metrics, "splash rate")
        assert (grown.task, grown.source) == ("sums of herons", shipped.source)
    assert lexicon.load().benchmark("GSM8K") == shipped


def test_the_readme_s_entry_and_rule_can_be_files_of_one_s_own(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    assert len(blocks) == 2
    written = [tmp_path / name for name in ("mine.toml", "rules.toml")]
    for path, block in zip(written, blocks, strict=True):
        path.write_text(block, encoding="utf-8")
    with own_files.in_use(written[:1], written[1:]):
        assert lines("On the Grade School Math 8K, Heron clocks in at 91.2%.") == ["score 91.2 % @ GSM8K"]


def test_what_is_no_text_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9\n")
    for path, complaint in (
        (tmp_path / "none.toml", "there is no such file"),
        (tmp_path, "is no file"),
        (tmp_path / "latin.toml", "line 1: not UTF-8"),
        (Path("/dev/zero"), "is no file"),
    ):
        with pytest.raises(InputError, match=complaint), own_files.in_use([path], []):
            pass


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[benchmark]]\nname = "A1"\n' + "a" + ".a" * 100_000 + " = 1", "line 3: a key of more than 50 parts"),
        ('[[benchmark]]\nname = "A1"\naliases = ' + "[" * 100_000, "brackets stand too deep in one another"),
        ('[[benchmark]]\nname = "A1"\naliases = ' + "9" * 5_000, "a number of more than 4,300 digits"),
        ('[[benchmark]]\nname = "A1"\nname = "A2"', "line 3: not TOML: Cannot overwrite a value"),
        ('[[benchmark]]\nname = "A\0"', "line 2: not TOML: Illegal character"),
    ],
)
def test_hostile_toml_is_told(benchmarks: Path, text: str, complaint: str) -> None:
    benchmarks.write_text(text, encoding="utf-8")
    began = time.process_time()
    with pytest.raises(InputError, match=f"own-lexicon\\.toml.*{complaint}"), own_files.in_use(benchmarks, []):
        pass
    assert time.process_time() - began < 5


class _Looked(str):
    """A text that knows how many of its characters were looked at to count lines."""

    characters = 0

    def count(self, *sought: Any) -> int:
        self.characters += sought[2] - sought[1]
        return super().count(*sought)


def test_lines_are_counted_once_however_many_entries_there_are() -> None:
    many = "".join(f'[[benchmark]]\nname = "Heronry{number}"\n' for number in range(20_000))
    entries = [*File("many.toml", many).entries("benchmark")]
    assert (len(entries), entries[-1].where) == (20_000, "many.toml, line 39999: benchmark 'Heronry19999'")
    text = _Looked(many)
    assert sum(1 for _ in File("many.toml", text).entries("benchmark")) == 20_000
    assert 0 < text.characters <= len(text)


def test_a_rule_without_end_is_stopped_and_nothing_is_written(
    rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules.write_text(
        RULE.replace('pattern = "clocks in at <value>"', f"pattern = '( clocks in at <value> | {ENDLESS} )'")
    )
    papers = tmp_path / "papers.jsonl"
    papers.write_text(json.dumps({"title": "A Heron", "abstract": LONG}) + "\n")
    out = tmp_path / "claims.csv"
    out.write_text("as it was")
    began = time.process_time()
    with pytest.raises(SystemExit) as ended:
        cli.main(["extract", str(papers), "-o", str(out), "--rules", str(rules)])
    assert ended.value.code == 1
    assert time.process_time() - began < 10
    said = capsys.readouterr().err
    assert f"{rules}, line 2: rule 'clocks in at <value>': takes more than 1 s for an abstract, and was stopped" in said
    assert out.read_text() == "as it was"


def test_the_library_takes_them(rules: Path, benchmarks: Path, bare_site: None) -> None:
    assert lines(SENTENCE) == []
    claims = leaderboard.extract(SENTENCE, rules=rules, lexicon=[str(benchmarks)])
    assert [*map(line, claims)] == ["score 91.2 % @ Tidepool"]
    with leaderboard.using(rules=str(rules), lexicon=benchmarks):
        assert leaderboard.extract(SENTENCE) == claims
        assert leaderboard.extract(SENTENCE, rules=()) == []
        assert lines(SENTENCE) == ["score 91.2 % @ Tidepool"]
    papers = rules.with_name("papers.jsonl")
    papers.write_text(json.dumps({"title": "A Heron", "abstract": SENTENCE}) + "\n", encoding="utf-8")
    out = rules.with_name("build")
    assert leaderboard.build(papers, out=out).claims == 0
    assert leaderboard.build(papers, out=out, rules=[rules], lexicon=benchmarks).claims == 1
    rules.write_text(RULE.replace("frame", "colour"), encoding="utf-8")
    for call in (leaderboard.build, leaderboard.extract):
        with pytest.raises(InputError, match="unknown field 'colour'"):
            call(str(papers), rules=rules)
    assert lines(SENTENCE) == []
    assert manifest.verify(out).holds
