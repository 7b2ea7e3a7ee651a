"""What keeps extraction fast: reading compiles no expression, and rules are tried only where they can match."""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import leaderboard.extraction
from leaderboard.extraction import analyse, anchors, extract_each
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.bounds import _BOUNDED, _may_end_bound
from leaderboard.extraction.cues import Ending, Together
from leaderboard.extraction.own_name import OwnName
from leaderboard.extraction.quantities import by_sentence, candidates
from leaderboard.extraction.rules import all_rules
from leaderboard.extraction.sentences import sentences
from leaderboard.extraction.tape import Tape, tape_of
from leaderboard.extraction.units import _may_begin_unit, _unit_table
from leaderboard.extraction.worded import WORD_QUANTITY
from leaderboard.model import Paper

Kept = TypeVar("Kept")
FOLDER = Path(leaderboard.extraction.__file__).parent
ONCE = {"cache", "cached", "cached_property"}


def calls_of_regex(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls like `regex.search(...)` in functions that run for every sentence."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            decorators = {each.id for each in node.decorator_list if isinstance(each, ast.Name)}
            if decorators & ONCE or "Pattern" in ast.unparse(node.returns or node.args):
                continue  # called once, or to make an expression
            calls = (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))
            yield from (call for call in calls if ast.unparse(call.func).startswith("regex."))
        elif isinstance(node, ast.ClassDef):
            yield from calls_of_regex(node)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_reading_compiles_no_expression(path: Path) -> None:
    """An expression made from a name takes longer to compile than an abstract takes to read.

    Compile it once at the top of the module; look for names with `whole_words` or `in_any_case` of `names.py`.
    """
    found = [f"{path.name}:{call.lineno}" for call in calls_of_regex(ast.parse(path.read_text(encoding="utf-8")))]
    assert found == []


def test_what_the_test_looks_for() -> None:
    source = (
        "def read(name):\n    return regex.search(name, text)\n@cache\ndef once():\n    return regex.compile(name)\n"
    )
    assert [call.lineno for call in calls_of_regex(ast.parse(source))] == [2]


SENTENCES = sorted(
    {
        sentence
        for rule in all_rules()
        for sentence in (*(text for text, _ in rule.examples), *rule.counter_examples, *rule.rejects)
    }
)


def test_anchors_hide_no_match() -> None:
    """Tried only where its anchors stand, every rule matches as if it were tried everywhere on every tape."""
    tapes = [each.tape for text in SENTENCES for each in analyse(Paper(paper_id="-", title="", abstract=text))[1]]
    assert len(tapes) > 200
    for tape, matched in zip(tapes, anchors.matches(tapes), strict=True):
        tried = {(rule.name, match.span()) for rule, found in matched for match in found}
        assert tried == {
            (rule.name, match.span())
            for rule in all_rules()
            for match in rule.compiled.finditer(tape.text, overlapped=True)
        }


def test_few_letters_hide_no_unit_and_no_bound() -> None:
    """What is told from a few letters beside a number, whether more is asked, is never wrong where there is more."""
    units = _unit_table()[0]
    found = 0
    for text in SENTENCES:
        for at, end, _ in candidates(text):
            if units.match(text, end):
                assert _may_begin_unit(text[end : end + 4]) or "per" in text[end : end + 60], text
                found += 1
            if _BOUNDED.search(text, max(0, at - 60), at):
                assert _may_end_bound(text[max(0, at - 5) : at]), text
                found += 1
    assert found > 300


def test_an_abstracts_numbers_are_those_of_its_sentences() -> None:
    abstract = " ".join(SENTENCES)
    spans = sentences(abstract)
    stand = dict(by_sentence(candidates(abstract), spans))
    assert len(stand) > 300
    for number, (start, end) in enumerate(spans):
        assert stand.get(number, []) == candidates(abstract[start:end])


def test_words_are_where_the_tape_says() -> None:
    """Where the words of a sentence stand is found out only when asked for: then they are the words of the tape."""
    for text in SENTENCES:
        for each in analyse(Paper(paper_id="-", title="", abstract=text))[1]:
            tape = each.tape
            for index, (token, item) in enumerate(zip(tape.tokens, tape.items, strict=True)):
                start, end = tape.span(index, index)
                assert token == item.word == tape.sentence[start:end].lower() or item.kind != "w" or token == "vs."


IN_WORDS = (
    "a an one two three thousand hundred full orders 10 of magnitude twice thrice times as the faster fold -fold"
    " halves doubles tripled its by half third thirds 1/4 less within under hour minute second percent percentage"
    " points . , - and"
).split()


@given(st.lists(st.sampled_from(IN_WORDS), max_size=12))
def test_cues_hide_no_quantity_in_words(words: list[str]) -> None:
    """Looked for only around its cues, a quantity in words is found as if it were looked for everywhere."""
    text = " ".join(words).replace(" -fold", "-fold")
    worded = [place.start for place in candidates(text) if place.start == place.end]
    assert worded == [match.start() for match in WORD_QUANTITY.finditer(text)]


def of_kind(kind: type[Kept]) -> list[Kept]:
    """What extraction's modules keep of a kind."""
    modules = [module for name, module in sys.modules.items() if name.startswith("leaderboard.extraction.")]
    return [value for module in modules for value in vars(module).values() if isinstance(value, kind)]


def test_words_hide_no_match() -> None:
    """Tried only where a word or mark can begin it, every pattern matches as if it were tried everywhere."""
    tapes = [each.tape for text in SENTENCES for each in analyse(Paper(paper_id="-", title="", abstract=text))[1]]
    assert len(of_kind(Sought)) > 10
    matched = 0
    for sought in of_kind(Sought):
        for tape in tapes:
            spans = [match.span() for match in sought.finditer(tape)]
            assert spans == [match.span() for match in sought.expression.finditer(tape.text)]
            for index, _ in tape.marks:
                at = tape.offsets[index]
                found = [match.span() for match in sought.expression.finditer(tape.text[:at], overlapped=True)]
                ending = [match.span() for match in sought.ending(tape, at)]
                assert ending == found[::-1]
                assert [match.span() for match in sought.before(tape, at)] == [each for each in spans if each[1] <= at]
                matched += bool(ending)
    assert matched > 300


def test_ends_hide_no_match() -> None:
    """An expression that is first tried backwards matches as if it were tried forwards alone."""
    texts = [*SENTENCES, NAMING, *(tape_of(text, OwnName(None, frozenset()), [], []).text for text in SENTENCES)]
    assert len(of_kind(Ending)) > 5
    matched = 0
    for ending in of_kind(Ending):
        for text in texts:
            for end in range(0, len(text), 7):
                found = ending.search(text, 0, end)
                assert (found and found.span()) == ((match := ending.forwards.search(text, 0, end)) and match.span())
                matched += found is not None
    assert matched > 50


CUED = [cued for together in of_kind(Together) for cued in together.expressions]
NAMING = """Our KestrelNet wins. The Heron corpus is large. We term it FinchNet, and the proposed Wren outperforms all.
    This paper introduces Plover, a benchmark. Work that presents a new method, OwlNet, shows that Egret improves it.
    Heron is the first large dataset. We release a new corpus called Dunlin, build the Stint benchmark and propose a
    model, Grebe, that learns. Authors unveil Snipe-2; we design a dataset, Godwit. We publish the Curlew dataset.
    It is read. With Knot, it is read. A Dipper is proposed, and introduce Redshank to read.
    Our data set, Kite, is hard. A new corpus, Teal, is introduced. Our method (Ruff) reads with a method called leaf
    replay, and we propose plain reading, a new method. We devise a challenge, Reading of Wet Birds (ROWB).
    We introduce Naming of Pond Herons (NOPH), a benchmark.
    We release the Reading of Dry Birds (RODB) benchmark. We implement it in Sanderling.
    Our method, Whimbrel, reads. In the proposed “deep wading”, all wade. We refer to our method as slow wading.
    Trials show the effectiveness of Bittern on ponds."""


def test_cues_hide_no_match() -> None:
    """Tried only where its cues stand, every expression matches as if it were tried everywhere."""
    for cued in CUED:
        matched = 0
        together = Together(*CUED)
        for text in (*SENTENCES, NAMING, ". " + NAMING):
            spans = [match.span() for match in cued.finditer(text, together.places(text)[cued])]
            assert spans == [match.span() for match in cued.pattern.finditer(text)]
            matched += len(spans)
        assert matched, cued.pattern.pattern


def test_extraction_leaves_no_circles() -> None:
    """So that nothing is lost by not searching for them, which took a twenty-fifth of the time."""
    papers = [Paper(paper_id=str(number), title="Heron: a net", abstract=text) for number, text in enumerate(SENTENCES)]
    gc.collect()
    gc.disable()
    try:
        claims = extract_each(papers)
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert sum(map(len, claims)) > 200
    extract_each(papers[:1])
    assert gc.isenabled()


def test_extraction_lets_go_of_what_it_read() -> None:
    """But for the last sentences: what is rarely sought for held those of thousands of papers."""
    extract_each([Paper(paper_id="-", title="", abstract=text) for text in SENTENCES])
    assert sum(isinstance(each, Tape) for each in gc.get_objects()) < 20
