"""The built files of the site: links, names, safety, downloads."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import re
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import check_site
import duckdb
import jinja2
import pytest
import site_fixture
from check_site import Reader
from conftest import rendered
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from leaderboard import store
from leaderboard.site import downloads, feed, rendering, site, wording


def html_pages(built: Path) -> Iterator[tuple[Path, Reader]]:
    for path in sorted(built.rglob("*.html")):
        yield path, Reader(path.read_text(encoding="utf-8"))


def test_the_whole_site_holds_together(built: Path) -> None:
    report = check_site.check(built)
    print(report)
    # The fixture goes past the readers, which let no such address in; no page makes a link of it.
    let_in = ("data/", f"refers to {site_fixture.HOSTILE_ADDRESS!r}")
    assert [each for each in report.troubles if not (each.startswith(let_in[0]) and each.endswith(let_in[1]))] == []
    assert report.counts["links within the site"] > report.counts["pages"] * 10
    assert report.counts["charts with a text alternative"] > 3


def test_search_leads_to_pages_that_exist(built: Path) -> None:
    script = (built / "search-index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("window.leaderboardIndex = ").removesuffix(";\n"))
    assert {entry[0] for entry in index["benchmarks"]} >= {"ImageNet", "MMLU", "WikiText-103"}
    assert [entry[3] for entry in index["benchmarks"] if entry[0] == "ImageNet"] == [["ILSVRC 2012"]]
    assert "Kestrel" in {entry[0] for entry in index["methods"]}
    assert len(index["papers"]) == 5 + site_fixture.LARGE_BOARD
    files = [(kind, entry[1]) for kind, entries in index.items() for entry in entries if isinstance(entry[1], str)]
    assert all((built / kind / f"{file}.html").is_file() for kind, file in files)


def test_what_strangers_wrote_stays_text(built: Path) -> None:
    hostile = [path for path in built.rglob("*.html") if "onerror=alert(1)" in path.read_text(encoding="utf-8")]
    assert len(hostile) >= 2
    for path in hostile:
        text = path.read_text(encoding="utf-8")
        assert "<img src=x" not in text
        assert "<script>alert" not in text
        assert "</script><script>" not in text
    assert not [path for path, reader in html_pages(built) if any("javascript:" in each for each in reader.references)]


def test_a_hostile_name_cannot_leave_its_folder(built: Path) -> None:
    names = {path.name for path in (built / "benchmarks").glob("*.html")}
    assert any(name.startswith("etc-c-b-bench-b_") for name in names)
    assert {"index.html", "imagenet.html", "wikitext-103.html", "mmlu.html", "mmlu_p2.html"} <= names


def test_the_same_database_gives_the_same_bytes_and_progress_reaches_its_end(
    database: Path, built: Path, tmp_path: Path
) -> None:
    steps: list[tuple[int, int]] = []
    again = tmp_path
    with store.connect(database) as connection:
        count = site.render(
            connection, again, title="Test boards", progress=lambda done, total: steps.append((done, total))
        )
    assert count == len(list(again.rglob("*.html")))
    assert [done for done, _ in steps] == list(range(1, len(steps) + 1))
    assert {total for _, total in steps} == {len(steps)}
    files = sorted(path.relative_to(built) for path in built.rglob("*") if path.is_file() and path.suffix != ".duckdb")
    assert files == sorted(
        path.relative_to(again) for path in again.rglob("*") if path.is_file() and path.suffix != ".duckdb"
    )
    assert [path for path in files if content(built / path) != content(again / path)] == []


def content(path: Path) -> bytes:
    """What must not vary: all but the line of the DuckDB file among the checksums."""
    lines = path.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not (path.name == downloads.SUMS and line.endswith(b".duckdb\n")))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_boards_csv_holds_the_rows_of_its_tables_in_their_order(built: Path) -> None:
    for name, pages in {"imagenet": 1, "mmlu": 2, "wikitext-103": 1}.items():
        files = [built / "benchmarks" / f"{name}{part}.html" for part in ("", "_p2", "_p3")[:pages]]
        listed = [
            each[2:] for file in files for each in Reader(file.read_text(encoding="utf-8")).ids if each.startswith("c-")
        ]
        assert [row["claim_id"] for row in rows_of(built / "benchmarks" / f"{name}.csv")] == listed
    beauty = rows_of(built / "benchmarks" / "wikitext-103.csv")[-1]
    assert (beauty["rank"], beauty["unranked_because"]) == ("", "it is not known whether higher or lower is better")
    assert [beauty[name] for name in ("shots", "bits", "extra_data")] == ["5", "4", "true"]


def test_each_board_has_a_csv_of_its_own(built: Path) -> None:
    page = built / "benchmarks" / "imagenet.html"
    links = re.findall(r'href="(imagenet/[^"]+\.csv)" download>CSV</a>', page.read_text(encoding="utf-8"))
    assert links == ["imagenet/top-1-accuracy.csv", "imagenet/_others.csv"]
    # The second goes on over two pages.
    for name, metric in (("imagenet", "top-1 accuracy"), ("mmlu", "accuracy")):
        board = [
            row
            for row in rows_of(page.parent / f"{name}.csv")
            if (row["metric"], row["setting"]) == (metric, "") and row["rank"]
        ]
        assert len(board) > 1
        assert rows_of(page.parent / name / f"{metric.replace(' ', '-')}.csv") == board


@pytest.mark.parametrize(
    ("name", "heading"), [("accuracy", "Accuracy"), ("top-1 accuracy", "Top-1 accuracy"), ("mAP", "mAP"), ("", "")]
)
def test_headings_keep_spellings(name: str, heading: str) -> None:
    assert wording.first_upper(name) == heading


def test_the_best_comes_first_by_the_metrics_direction(built: Path) -> None:
    scores = [row for row in rows_of(built / "benchmarks" / "imagenet.csv") if row["kind"] == "score"]
    assert [row["method"] for row in scores] == ["Kestrel", "Heron", "Finch", "Plain"]
    assert [row["method"] for row in rows_of(built / "benchmarks" / "wikitext-103.csv")][:2] == ["Wren", "Crow"]


def test_values_stand_as_written(built: Path) -> None:
    text = (built / "benchmarks" / "imagenet.html").read_text(encoding="utf-8")
    for shown in ("over 85.0%", "76.5–82.3%", "71.2%", "68.0%"):
        assert f'<span class="shown">{shown}</span>' in text
    speedups = (built / "speedups.html").read_text(encoding="utf-8")
    assert '<span class="shown">up to 3.5×</span>' in speedups
    assert '<span class="shown">2×</span>' in speedups
    assert "<mark>twice</mark>" in speedups


def test_the_downloads_leave_out_abstracts(built: Path) -> None:
    listed = {path.name for path in (built / "data").iterdir()}
    assert {"claims.csv", "claims.parquet", "claims.jsonl", "boards.csv", "leaderboard.duckdb"} <= listed
    for path in (built / "data").glob("claims.*"):
        assert b"abstract" not in path.read_bytes()
    with duckdb.connect(built / "data" / "leaderboard.duckdb", read_only=True) as connection:
        columns = {name for (name,) in connection.execute("SELECT column_name FROM duckdb_columns()").fetchall()}
        assert "abstract" not in columns
        assert connection.execute(
            "SELECT count(*) FROM boards WHERE rank = 1 AND benchmark = 'ImageNet'"
        ).fetchall() == [(1,)]


def test_checksums_hold_for_every_download(built: Path) -> None:
    folder = built / "data"
    ran = subprocess.run(["sha256sum", "--check", downloads.SUMS], cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
    checked = {line.split(": ")[0] for line in ran.stdout.splitlines()}
    assert checked == {path.name for path in folder.iterdir()} - {downloads.SUMS}


def test_downloads_are_listed_with_their_rows(built: Path) -> None:
    text = (built / "downloads.html").read_text(encoding="utf-8")
    for path in (built / "data").iterdir():
        assert f'href="data/{path.name}"' in text
    claims = len((built / "data" / "claims.jsonl").read_text(encoding="utf-8").splitlines())
    assert len(rows_of(built / "data" / "claims.csv")) == claims
    assert f'data-label="rows" data-sort="{claims}"' in text


@pytest.mark.parametrize("folder", ["data", "benchmarks"])
def test_each_download_has_its_checksum(built: Path, folder: str) -> None:
    listed = dict(
        reversed(line.split("  ", 1))
        for line in (built / folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    shown = {".html", ".svg", ".png", ".js"}
    files = {path for path in (built / folder).rglob("*") if path.is_file() and path.suffix not in shown}
    assert {built / folder / name for name in listed} == files - {built / folder / "SHA256SUMS"}
    for name, checksum in listed.items():
        assert hashlib.sha256((built / folder / name).read_bytes()).hexdigest() == checksum


def test_csv_downloads_are_rfc_4180(built: Path) -> None:
    for path in [*(built / "data").glob("*.csv"), *(built / "benchmarks").rglob("*.csv")]:
        data = path.read_bytes()
        assert data.endswith(b"\r\n"), path
        rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, path
        assert data == data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), path


def test_measured_accuracy_is_shown_where_there_is_some(tmp_path: Path) -> None:
    measured = tmp_path / "accuracy.json"
    empty = tmp_path / "empty.duckdb"
    store.write(empty, [], [], site_fixture.LEXICON)
    samples = {"seeds": {"detect": {"precision": 0.912, "recall": 0.8, "f1": 0.852}}}
    bins = [{"from": 0.7, "to": 0.8, "stated": 0.745, "measured": 0.731, "claims": 210}]
    audits = {"scores-7": {"items": 200, "agreement": 0.985, "right": 0.647}}
    measured.write_text(json.dumps({"samples": samples, "calibration": {"check": bins}, "audits": audits}))
    rendered(empty, tmp_path / "with", accuracy=measured)
    rendered(empty, tmp_path / "without", accuracy=None)
    assert (tmp_path / "with" / "index.html").is_file(), "an empty database gives a site, too"
    about = (tmp_path / "with" / "about.html").read_text(encoding="utf-8")
    assert "91.2%" in about
    assert "73.1%" in about
    assert "64.7%" in about
    assert "Measured accuracy" not in (tmp_path / "without" / "about.html").read_text(encoding="utf-8")


@given(st.lists(st.text(max_size=12), unique=True), st.data())
def test_names_that_differ_get_files_that_differ(names: list[str], data: st.DataObject) -> None:
    listed = data.draw(st.lists(st.sampled_from(names), unique=True)) if names else []
    files = wording.slugs(names, listed)
    assert len(set(files.values())) == len(names)
    assert all(re.fullmatch(r"[a-z0-9_-]+", file) and file != "index" for file in files.values())
    # A name's file does not depend on what else is there.
    assert all(wording.slugs([name], listed)[name] == file for name, file in files.items())


def test_templates_ask_rows_for_their_values_and_for_what_dictionaries_can_do() -> None:
    template = rendering._environment("Site", "").from_string(
        "{{ row.name }} {{ row.items()|length }} {{ row['items'] }}"
    )
    assert template.render(row={"name": "<owl>", "items": 3}) == "&lt;owl&gt; 2 3"
    with pytest.raises(jinja2.UndefinedError, match="has no attribute 'title'"):
        rendering._environment("Site", "").from_string("{{ row.title }}").render(row={"name": "owl"})


def test_names_alike_but_for_case_and_spelling_are_told_apart() -> None:
    files = wording.slugs(["ImageNet", "imagenet", "Image Net", "math", "MATH"], listed=["ImageNet", "MATH"])
    assert files["ImageNet"] == "imagenet"
    assert files["MATH"] == "math"
    assert len(set(files.values())) == 5


@given(st.text(alphabet=string.printable, min_size=1, max_size=40), st.data())
def test_highlighting_changes_no_character(sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start + 1, len(sentence)))
    name = data.draw(st.sampled_from([None, sentence[:3], "absent"]))
    html = wording.highlighted(sentence, [(start, end)], [name])
    plain = re.sub(r"</?(?:mark|b)>", "", html)
    assert Markup(plain).unescape() == sentence
    marked = re.search(r"<mark>(.*?)</mark>", html, re.DOTALL)
    assert marked is not None
    assert Markup(marked[1]).unescape() == sentence[start:end]


def test_the_number_is_marked_where_the_claim_says_and_not_where_it_stands_first() -> None:
    abstract = "A gets 5% and B gets 5%. A gets 5% and B gets 5%."
    sentence = "A gets 5% and B gets 5%."
    start = abstract.rindex("5")
    span = wording.place_in_sentence(abstract, sentence, start, start + 1)
    assert span == (21, 22)
    assert wording.place_in_sentence(abstract, "Not in it.", start, start + 1) is None


@pytest.mark.parametrize(
    ("fields", "number", "expected"),
    [
        ({"value": 56.0, "unit": "%"}, "56.0", "56.0%"),
        ({"value": 1000.0, "unit": "x", "bound": "up to"}, "1,000", "up to 1,000×"),
        ({"value": 2.0, "unit": "x"}, "twice", "2×"),
        ({"value": 10.4, "value_to": 18.6, "unit": "%"}, "10.4", "10.4–18.6%"),
        ({"value": 2.3, "unit": "points", "kind": "gain"}, "2.3", "+2.3 points"),
        ({"value": -2.3, "unit": "%", "kind": "gain"}, "2.3", "−2.3%"),
        ({"value": 0.047, "unit": None}, ".047", ".047"),
        ({"value": 444.0, "unit": "M FLOPs", "kind": "cost"}, None, "444 M FLOPs"),
        ({"value": 1.5e-7, "unit": None}, None, "1.5e−07"),
    ],
)
def test_values_read_as_the_text_has_them(fields: dict[str, object], number: str | None, expected: str) -> None:
    assert wording.shown({"kind": "score", "value_to": None, "bound": None} | fields, number) == expected


def test_data_in_a_page_cannot_end_its_element() -> None:
    text = rendering.script_json({"a": "</script><!-- & \u2028"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!-- & \u2028"}


def test_examples_stand_with_their_answers(built: Path) -> None:
    text = (built / "sql.html").read_text(encoding="utf-8")
    assert text.count("<pre") == 10 + 1, "the examples, and how to ask elsewhere"
    assert text.count("<table") == 5
    assert "WHERE benchmark = &#39;ImageNet&#39;" in text
    assert ">85<" in text, "Kestrel leads on ImageNet"


def test_dictionary_lists_every_view(database: Path, built: Path) -> None:
    reader = Reader((built / "dictionary.html").read_text(encoding="utf-8"))
    with store.connect(database) as connection:
        relations = {*store.TABLES, *store.views(connection)}
    assert relations < set(reader.ids)
    assert {f"dictionary/{name}.html" for name in relations} <= set(reader.references)


def test_pages_describe_their_data_to_search_engines(built: Path) -> None:
    for name in ("downloads.html", "benchmarks/imagenet.html"):
        text = (built / name).read_text(encoding="utf-8")
        [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        described = json.loads(found)
        assert described["@type"] == "Dataset"
        assert described["distribution"]
        for each in described["distribution"]:
            assert ((built / name).parent / each["contentUrl"]).is_file()


def test_feed_tells_of_results_with_a_date(built: Path) -> None:
    space = "{http://www.w3.org/2005/Atom}"
    root = Xml.parse(built / "feed.xml").getroot()
    for name in ("title", "id", "updated", "author"):
        assert root.find(space + name) is not None
    entries = root.findall(space + "entry")
    titles = [entry.findtext(space + "title") for entry in entries]
    assert titles == [
        "New best on ImageNet (top-1 accuracy): over 85% by Kestrel",
        "New result on WikiText-103 (perplexity): 18.2 by Wren",
        "New best on ImageNet (top-1 accuracy): 76.5% by Heron",
        "New result on ImageNet (top-1 accuracy): 71.2% by Finch",
    ]
    assert root.findtext(space + "updated") == entries[0].findtext(space + "updated") == "2022-01-01T00:00:00Z"
    assert len({entry.findtext(space + "id") for entry in entries}) == len(entries)
    for entry in entries:
        link = entry.find(space + "link")
        assert link is not None
        page, _, place = link.attrib["href"].partition("#")
        assert f'id="{place}"' in (built / page).read_text(encoding="utf-8")


def test_feed_of_strangers_texts_is_xml() -> None:
    news = {
        "published": dt.date(2020, 1, 1), "headline": "a\x00b & <c>", "title": "\x1b[31m", "sentence": "]]>",
        "is_best": True, "claim_id": "c1",
    }  # fmt: skip
    parsed = Xml.fromstring(feed.atom("<T>", [news], {"c1": "p.html#c-c1"}))
    assert [each.text for each in parsed.iter("{http://www.w3.org/2005/Atom}title")] == [
        "<T>: new results",
        "a b & <c>",
    ]
