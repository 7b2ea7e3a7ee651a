"""The pages of speedups, savings and costs, and of quality against them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import boards_fixture
import pytest
import vl_convert

from leaderboard import store
from leaderboard.site import chart_kinds, charts, site
from leaderboard.site.content import read_content
from leaderboard.site.pages import trade_offs


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Claims that show every rule, one paper's speedup far from its gain, and one beside it."""
    sentence = "SilentNet is 2.3 points better and twice as fast."
    more = [
        boards_fixture.claim("s1", "gain", 2.3, unit="points", metric="accuracy", sentence=sentence, start=10, end=13),
        boards_fixture.claim("s2", "speedup", 2, unit="x", metric="latency", sentence=sentence, start=20, end=25),
        boards_fixture.claim(
            "s3", "speedup", 90, unit="x", metric="throughput", sentence="Later: 90x.", start=900, end=902
        ),
    ]
    folder = tmp_path_factory.mktemp("boards")
    return boards_fixture.write_database(folder / "fixture.duckdb", [*boards_fixture.CLAIMS, *more])


@pytest.fixture(scope="module")
def built(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("taken")
    with store.connect(database) as connection:
        site.render(connection, out, title="Test boards")
    return out


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_resource_has_a_page_that_its_overview_leads_to(built: Path) -> None:
    for kind, resource in (("speedups", "training-time"), ("savings", "memory"), ("costs", "parameters")):
        assert f'href="{kind}/{resource}.html"' in text(built / f"{kind}.html")
        assert f'href="{kind}/index.html"' in text(built / f"{kind}.html")
        assert (built / kind / f"{resource}.html").is_file()
    assert not (built / "savings" / "parameters.html").exists(), "one claim needs no page of its own"


def test_a_resource_ranks_by_baseline_and_says_what_it_cannot_rank(built: Path, database: Path) -> None:
    page = text(built / "savings" / "memory.html")
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    with store.connect(database) as connection:
        listed = connection.execute(
            "SELECT board, count(rank) FROM efficiency WHERE kind = 'saving' AND resource = 'memory' "
            "AND board IS NOT NULL GROUP BY board HAVING count(rank) > 1"
        ).fetchall()
        [(reason,)] = connection.execute(
            "SELECT DISTINCT unranked_because FROM efficiency WHERE kind = 'saving' AND resource = 'memory' "
            "AND rank IS NULL"
        ).fetchall()
    assert listed
    assert {heading.casefold() for heading in headings} >= {board.casefold() for board, _ in listed}
    assert headings[-1] == "Not ranked"
    assert reason.replace('"', "&#34;") in page
    assert [row["claim_id"] for row in rows(built / "savings" / "memory.csv")] == re.findall(r'<tr id="c-(\w+)"', page)


def test_hardware_stands_where_it_is_named(built: Path) -> None:
    assert "NVIDIA A100" in plain(text(built / "costs" / "latency.html"))
    assert {row["hardware"] for row in rows(built / "costs" / "latency.csv")} > {""}


def test_all_that_is_ranked_stands_by_baseline(built: Path) -> None:
    page = text(built / "savings" / "index.html")
    first = re.findall(r'<td class="over-what">(.*?)</td>', page)
    assert [plain(name) for name in first] == sorted(
        (plain(name) for name in first),
        key=lambda name: (-[plain(each).casefold() for each in first].count(name.casefold()), name.casefold()),
    )
    assert {"1 of 3", "2 of 3"} <= set(re.findall(r"\d of \d", plain(page)))
    assert "Costs by benchmark" in plain(text(built / "costs" / "index.html"))


def test_a_paper_is_one_point_by_the_claims_that_stand_closest(built: Path) -> None:
    script = text(built / "trade-offs-data.js")
    data = json.loads(script.removeprefix("window.leaderboardChartRows = ").removesuffix(";\n"))
    assert "speedup" not in data, "one point is no scatter"
    table = plain(text(built / "trade-offs.html").split("<tbody>")[1].split("</tbody>")[0])
    assert "+2.3 points" in table
    assert "2×" in table
    assert "90" not in table
    assert "No paper here states both" in text(built / "trade-offs-costs.html")


def with_papers(database: Path, count: int) -> Any:
    """The content, its trade-offs repeated until they are `count` papers."""
    with store.connect(database) as connection:
        content = read_content(connection)
    [row] = content.trade_offs["speedup"]
    content.trade_offs["speedup"][:] = [row | {"claim_id": f"t{place}", "gain": 9.0 - place} for place in range(count)]
    content.trade_offs["cost"][:] = [
        row | {"kind": "cost", "claim_id": f"k{place}", "resource": resource, "amount_unit": "s", "amount": 2.0}
        for resource, papers in (("latency", 5), ("runtime", 4))
        for place in range(papers)
    ]
    return content


def test_each_paper_is_a_mark_with_its_sentences_and_the_chart_says_what_it_shows(database: Path) -> None:
    content = with_papers(database, 12)
    [page, *_] = trade_offs.pages(content)
    [drawn] = page.charts
    assert drawn["label"].startswith("12 papers by speedups")
    assert "9 state a better quality, 3 the same or a worse one" in drawn["label"]
    marks = trade_offs.chart_rows(content)["speedup"]
    assert marks[0]["sentences"] == ["SilentNet is 2.3 points better and twice as fast."]
    assert marks[0]["shown"] == "+2.3 points · speedup 2× (latency)"
    specification = chart_kinds.specifications()["speedup-gain"] | {"datasets": {"rows": marks}, "width": 600}
    svg = vl_convert.vegalite_to_svg(json.dumps(specification), config=charts.theme())
    assert svg.count('aria-roledescription="point"') == 12


def test_costs_share_an_axis_only_in_one_resource_and_unit(database: Path) -> None:
    content = with_papers(database, 1)
    drawn = [page.charts for page in trade_offs.pages(content)]
    assert [[each["of"] for each in some] for some in drawn] == [[], [], ["latency in s"]]
    assert len(trade_offs.chart_rows(content)["cost-0"]) == 5


def test_the_largest_factors_share_a_bin() -> None:
    assert charts.factor_edges([3.0, 2e7])[-1] == 10_000
