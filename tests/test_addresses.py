"""What may be linked to, and what is stopped before it becomes a paper's address."""

from __future__ import annotations

import json
from pathlib import Path

import hostile
import pydantic
import pytest

from leaderboard import addresses
from leaderboard.model import Paper
from leaderboard.sources import read

NONE = (
    *("javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"),
    *("//example.org", "ftp://a.org", "example.org", "https://", "https:///path", "https://[bad", "https://a b"),
    *("https://a.org/\x00", "https://a.org/\x1b[31m", "https://a.org/\x85b", "", 7, None),
)


@pytest.mark.parametrize("value", ["https://example.org/a?b=c", "HTTP://example.org", "https://[::1]/"])
def test_web_addresses(value: str) -> None:
    assert addresses.web_address(f" {value} ") == value


@pytest.mark.parametrize("value", NONE)
def test_what_may_not_become_a_link(value: object) -> None:
    assert addresses.web_address(value) is None


@pytest.mark.parametrize("field", ["url", "code_url"])
@pytest.mark.parametrize("value", [value for value in (*NONE, " https://a.org") if value is not None])
def test_a_paper_takes_no_other_address(field: str, value: object) -> None:
    with pytest.raises(pydantic.ValidationError, match=field):
        Paper.model_validate({"paper_id": "p", "title": "T", "abstract": "text", field: value})


def test_other_addresses_in_files_are_counted_and_left_out(tmp_path: Path) -> None:
    hostile_ones = [address for address in hostile.ADDRESSES if addresses.web_address(address) is None]
    records = [
        {"title": f"Title {number}", "abstract": "text", "url": address, "code": address}
        for number, address in enumerate(hostile_ones)
    ]
    papers, tables = tmp_path / "papers.json", tmp_path / "tables.json"
    papers.write_text(json.dumps(records))
    row = {
        "model_name": "M",
        "paper_url": hostile_ones[0],
        "code_links": [{"url": hostile_ones[1]}],
        "metrics": {"accuracy": "1"},
    }
    tables.write_text(json.dumps([{"task": "t", "datasets": [{"dataset": "d", "sota": {"rows": [row]}}]}]))
    reading = read([papers, tables])
    assert len(hostile_ones) > 5
    assert {(paper.url, paper.code_url) for paper in reading.papers} == {(None, None)}
    assert [each.left_out for each in reading.inputs] == [
        {"code_url": len(hostile_ones), "url": len(hostile_ones)},
        {"code_url": 1, "url": 1},
    ]
    assert reading.left_out == {"code_url": len(hostile_ones) + 1, "url": len(hostile_ones) + 1}
