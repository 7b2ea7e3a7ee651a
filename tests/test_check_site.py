"""Each check of a built site finds what it is there for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import check_site
import duckdb
import pytest

import leaderboard

GOOD = (
    '<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" '
    'content="default-src \'none\'; script-src \'self\'"><title>T</title><meta name="description" content="D">'
    '</head><body><h1 id="a">H</h1>{}</body></html>'
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = leaderboard.build(out=tmp_path_factory.mktemp("sample") / "build")
    return built.index.parent


def test_the_samples_site_holds_together(sample: Path) -> None:
    ran = subprocess.run(
        [sys.executable, check_site.__file__, str(sample)], capture_output=True, text=True, check=False
    )
    print(ran.stdout)
    assert ran.returncode == 0, ran.stdout
    assert "0 troubles" in ran.stdout


def test_a_benchmark_has_a_page_where_it_has_a_score(sample: Path) -> None:
    with duckdb.connect(sample.parent / "leaderboard.duckdb", read_only=True) as connection:
        found = connection.execute("SELECT count(*) FILTER (scores > 0), count(*) FROM benchmark_summary").fetchone()
    assert found is not None
    scored, named = found
    pages = [page for page in (sample / "benchmarks").glob("*.html") if "_p" not in page.name]
    assert len(pages) == scored + len(["index.html"])
    assert named > scored, "what has no score is listed, without a page"


def test_what_is_missing_is_found_in_a_whole_site(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(sample, site)
    (site / "benchmarks" / "imagenet.html").unlink()
    troubles = check_site.check(site).troubles
    assert troubles
    assert all("benchmarks/imagenet.html, which is not there" in trouble for trouble in troubles)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        ('<a href="#a">fine</a><img src="x.svg" alt="X">', None),
        ('<a href="gone.html">x</a>', "links to gone.html, which is not there"),
        ('<a href="#gone">x</a>', "index.html has no #gone"),
        ('<a href="../other/">x</a>', "'../other/' leaves the site"),
        ('<a href="javascript:alert(1)">x</a>', "refers to 'javascript:alert(1)'"),
        ('<a href="data:text/html,x">x</a>', "refers to 'data:text/html,x'"),
        ('<a href="http://[bad">x</a>', "'http://[bad' is no address"),
        ('<p id="a">x</p>', "has ids twice: a"),
        ("<h1>Again</h1>", "has 2 headings of the first level"),
        ("<svg></svg>", "a <svg> has no text"),
        ('<div class="plot"></div>', "a <div> has no text"),
        ('<p onclick="go()">x</p>', "has handlers: onclick"),
        ("<script>go()</script>", "has a script of its own"),
        ('<script src="https://example.org/x.js"></script>', "loads 'https://example.org/x.js'"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "loads '//example.org/x.css'"),
        (f"<p>{'long ' * 60_001}</p>", "bytes, more than 300,000"),
        (
            '<script type="application/json">{"rows": [{"href": "papers/gone.html#x"}]}</script>',
            "links to papers/gone.html, which is not there",
        ),
    ],
)
def test_a_trouble_in_a_page_is_found(tmp_path: Path, content: str, trouble: str | None) -> None:
    (tmp_path / "x.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "index.html").write_text(GOOD.format(content), encoding="utf-8")
    found = check_site.check(tmp_path).troubles
    assert found == [] if trouble is None else any(trouble in each for each in found), found


@pytest.mark.parametrize(
    ("taken", "put", "trouble"),
    [
        ("<title>T</title>", "", "has no title"),
        ('content="D"', 'content=""', "has no description"),
        (' lang="en"', "", "does not name its language"),
        ("default-src 'none'", "default-src *", "allows by default"),
        ("script-src 'self'", "script-src 'unsafe-inline'", "allows scripts from"),
        ("script-src 'self'", "img-src example.org", "allows other hosts"),
        ("Content-Security-Policy", "X", "has 0 content security policies"),
    ],
)
def test_what_a_page_lacks_is_found(tmp_path: Path, taken: str, put: str, trouble: str) -> None:
    (tmp_path / "index.html").write_text(GOOD.format("").replace(taken, put), encoding="utf-8")
    assert any(trouble in each for each in check_site.check(tmp_path).troubles)


def test_downloads_feeds_and_styles_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(GOOD.format(""), encoding="utf-8")
    (tmp_path / "papers.csv").write_text(
        "paper_id,url\r\n1,javascript:x\r\n2,https://example.org\r\n", encoding="utf-8"
    )
    (tmp_path / "feed.xml").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><link href="gone.html"/></feed>', encoding="utf-8"
    )
    (tmp_path / "style.css").write_text("@import 'gone.css'; p { background: url(index.html) }", encoding="utf-8")
    (tmp_path / "search-index.js").write_text(
        'window.leaderboardIndex = {"papers":[["A","lost"],["B",0]]};\n', encoding="utf-8"
    )
    assert check_site.check(tmp_path).troubles == [
        "papers.csv: refers to 'javascript:x'",
        "feed.xml: links to gone.html, which is not there",
        "search-index.js: links to papers/lost.html, which is not there",
        "style.css: links to gone.css, which is not there",
    ]
