"""What SECURITY.md promises is held by the tests that it names, and its figures are those that tests recorded."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import security

ROOT = security.SECURITY.parent
TEXT = security.SECURITY.read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/\w+\.py)(?:::(\w+))?`", TEXT)
PROMISES = re.findall(r"^- .*?(?=^- |^\*\*|^\n|\Z)", TEXT.partition("## What is not")[0], re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_test_that_is_named_is_there(path: str, name: str) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not name or name in functions
    assert not name or name.startswith("test_")


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_names_what_holds_it(promise: str) -> None:
    assert re.search(r"`tests/\w+\.py::test_\w+`|`make soak`", promise), promise


def test_there_are_promises() -> None:
    assert len(PROMISES) > 15
    assert len(NAMED) > len(PROMISES)


def test_figures_are_the_recorded_ones() -> None:
    assert security.with_figures(TEXT) == TEXT, "python tests/security.py writes them anew"


@pytest.mark.parametrize("command", re.findall(r"`make (\w+)`", TEXT))
def test_a_make_target_is_there(command: str) -> None:
    assert re.search(rf"^{command}:", Path(ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
