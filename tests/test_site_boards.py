"""A benchmark's page in the built files: its tables and their SQL, pictures of its charts, and preview images."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as Xml

import boards_fixture
import duckdb
import pytest
import site_fixture
from markupsafe import Markup

from leaderboard import store
from leaderboard.building import pipeline
from leaderboard.errors import InputError
from leaderboard.site import board_sql, site
from leaderboard.site.content import read_content
from leaderboard.site.pages import boards

ADDRESS = "https://example.org/boards"


@pytest.fixture(scope="module")
def connection(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.connect(database) as connection:
        yield connection


@pytest.fixture(scope="module")
def addressed(connection: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that knows where it will be published."""
    out = tmp_path_factory.mktemp("addressed")
    site.render(connection, out, title="Test & boards", address=ADDRESS)
    return out


class Tables(HTMLParser):
    """The tables of a page: the name of each, its headings, the claims of its rows; and its SQL."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.claims: dict[str, list[str]] = {}
        self.headings: dict[str, list[str]] = {}
        self.sql: list[str] = []
        self.meta: dict[str, str] = {}
        self._name = ""
        self._in_code = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._name = given["data-name"]
            self.claims[self._name], self.headings[self._name] = [], []
        if tag == "tr" and given.get("id", "").startswith("c-"):
            self.claims[self._name].append(given["id"].removeprefix("c-"))
        if tag == "th":
            self.headings[self._name].append(given["data-key"])
        if tag == "code":
            self._in_code = True
            self.sql.append("")
        if tag == "meta" and "content" in given:
            self.meta[given.get("property") or given.get("name") or ""] = given["content"]

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "code"

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.sql[-1] += data


def tables(path: Path) -> Tables:
    return Tables(path.read_text(encoding="utf-8"))


def test_the_sql_of_each_table_gives_its_rows_in_their_order(
    built: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    checked = 0
    for first in sorted((built / "benchmarks").glob("*.html")):
        if first.name == "index.html" or "_p" in first.name:
            continue
        parts = [tables(path) for path in [first, *sorted(first.parent.glob(f"{first.stem}_p*.html"))]]
        for name, sql in zip(parts[0].claims, parts[0].sql, strict=True):
            answer = connection.sql(sql.removesuffix(";"))
            given = [row[answer.columns.index("claim_id")] for row in answer.fetchall()]
            assert given == [claim for part in parts for claim in part.claims.get(name, [])]
            checked += 1
    assert checked == 6


def test_a_hostile_name_stays_a_text_in_sql() -> None:
    name = "O'Bench'; DROP TABLE papers; --"
    assert "'O''Bench''; DROP TABLE papers; --'" in board_sql.of_board(name, "accuracy", None)


def test_claims_that_are_no_scores_have_a_table_of_their_own(built: Path) -> None:
    page = built / "benchmarks" / "imagenet.html"
    found = tables(page)
    assert [len(found.claims[name]) for name in ("top-1-accuracy", "_others")] == [4, 1]
    assert found.headings["_others"][0] == "kind"
    text = page.read_text(encoding="utf-8")
    assert '<option value="gain">gains</option>' in text
    assert '<option value="cost">' not in text
    assert "+2.3 points" in text
    assert "over Heron" in text


def test_columns_that_no_row_needs_are_left_out(built: Path) -> None:
    assert "code" in tables(built / "benchmarks" / "imagenet.html").headings["top-1-accuracy"]
    wikitext = tables(built / "benchmarks" / "wikitext-103.html").headings["perplexity"]
    assert wikitext == ["rank", "method", "value", "paper", "year", "confidence"]


def test_rows_of_other_pages_can_be_looked_up(built: Path) -> None:
    script = (built / "benchmarks" / "mmlu" / "rows.js").read_text(encoding="utf-8")
    rows = json.loads(script.removeprefix("window.leaderboardRows = ").removesuffix(";\n"))
    assert len(rows["pages"]) == site_fixture.LARGE_BOARD
    listed = []
    for name in ("mmlu.html", "mmlu_p2.html"):
        for claims in tables(built / "benchmarks" / name).claims.values():
            assert {rows["pages"][claim] for claim in claims} == {name}
            listed += claims
    assert Tables(rows["tables"]).claims == {"accuracy": listed}
    assert site_fixture.HOSTILE not in rows["tables"]
    assert Markup.escape(site_fixture.HOSTILE) in rows["tables"]
    assert not (built / "benchmarks" / "imagenet" / "rows.js").exists()


def test_charts_are_files_too_in_the_colours_of_both_themes(built: Path) -> None:
    folder = built / "benchmarks" / "imagenet"
    for name, width in (("top-1-accuracy.svg", "1168"), ("top-1-accuracy_narrow.svg", "350")):
        text = (folder / name).read_text(encoding="utf-8")
        assert Xml.fromstring(text).attrib["width"] == width
        drawn = text.partition("</style>")[2]
        assert not re.findall(r'"#[0-9a-f]{6}"', drawn), "every colour follows the theme"
        assert drawn.count("var(--own)") > drawn.count("var(--quoted)") > 0
    page = (built / "benchmarks" / "imagenet.html").read_text(encoding="utf-8")
    assert '<img src="imagenet/top-1-accuracy.svg" alt="">' in page


def test_pictures_show_bounds_and_ranges(built: Path) -> None:
    page = (built / "benchmarks" / "imagenet.html").read_text(encoding="utf-8")
    assert "over: at least that" in page
    assert "a range" in page
    assert "over: at least that" not in (built / "benchmarks" / "mmlu.html").read_text(encoding="utf-8")


def test_previews_are_images_that_whole_addresses_lead_to(addressed: Path) -> None:
    for name, image in (("index.html", "card.png"), ("benchmarks/mmlu.html", "benchmarks/mmlu/card.png")):
        meta = metadata(addressed / name)
        assert meta["og:image"] == meta["twitter:image"] == f"{ADDRESS}/{image}"
        head = (addressed / image).read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", head[16:]) == (1200, 630)
    assert metadata(addressed / "index.html")["og:url"] == f"{ADDRESS}/"
    assert metadata(addressed / "index.html")["og:site_name"] == "Test & boards"


def metadata(path: Path) -> dict[str, str]:
    """The metadata of a page, without its body."""
    return Tables(path.read_text(encoding="utf-8").partition("</head>")[0]).meta


def test_feed_leads_to_the_address(addressed: Path) -> None:
    links = [
        link.attrib["href"] for link in Xml.parse(addressed / "feed.xml").iter("{http://www.w3.org/2005/Atom}link")
    ]
    assert links
    assert all(link.startswith(f"{ADDRESS}/") for link in links)


def test_without_an_address_no_page_names_one(built: Path) -> None:
    text = (built / "benchmarks" / "imagenet.html").read_text(encoding="utf-8")
    assert "og:title" in text
    assert "og:image" not in text
    assert "canonical" not in text


def test_the_fullest_boards_are_pictures_too(connection: duckdb.DuckDBPyConnection) -> None:
    content = read_content(connection)
    [row, other, *_] = content.boards["ImageNet"]
    content.boards.clear()
    for number in range(boards.MOST_PICTURES + 20):
        content.boards[f"B{number}"] = [row | {"benchmark": f"B{number}"}, other | {"benchmark": f"B{number}"}]
    content.boards["fullest"] = [row | {"benchmark": "fullest"}] * 3
    found = boards.fullest_boards(content)
    assert len(found) == boards.MOST_PICTURES >= 200
    assert "fullest" in {name for name, _, _ in found}


def test_the_bundle_is_loaded_once_and_only_where_a_chart_is(built: Path) -> None:
    for page in built.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r"<script( defer)? src=\"[^\"]*static/vega\.js\">", text)
        assert loaded == ([" defer"] if 'class="plot"' in text else []), page


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org", "ftp://example.org", ""])
def test_what_is_no_address_of_a_site_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="https://"):
        pipeline.build([], tmp_path / "out", address=address)


def test_a_board_is_on_one_scale_everywhere(tmp_path: Path) -> None:
    with store.connect(boards_fixture.write_database(tmp_path / "fixture.duckdb")) as opened:
        read = read_content(opened)
    rows = {row["claim_id"]: row for row in read.boards["PhotoNet"]}
    assert (rows["c05"]["shown"], rows["c05"]["written"], rows["c05"]["value"]) == ("83.4%", "0.834", 0.834)
    assert "written" not in rows["c01"]
    assert [row["shown"] for row in read.records if row["claim_id"] == "c07"] == ["9.3%"]


def test_filters_offer_each_setting_and_size_by_itself_and_none_for_a_glance() -> None:
    named = {"zero-shot, 4-bit": 7.0, "4-bit": 0.35, None: None}
    rows = [{"kind": "score", "role": "own", "setting": each, "model_size": size} for each, size in named.items()]
    assert boards._choices(rows) is None
    assert boards._choices(rows * 3) == {
        "kinds": ["score"], "roles": False, "settings": ["4-bit", "zero-shot"], "plain": True, "sizes": [0.35, 7.0],
    }  # fmt: skip
