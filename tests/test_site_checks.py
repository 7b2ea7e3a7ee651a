"""The pages on what had better be checked: disagreements, doubts, names to review."""

from __future__ import annotations

import re
from pathlib import Path

import site_fixture
from conftest import rendered

from leaderboard import resources, store
from leaderboard.questions import names
from leaderboard.site.content import read_content
from leaderboard.site.pages import checks
from leaderboard.site.pages.page import PAGE_ROWS


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def page_of(built: Path, benchmark: str) -> Path:
    [found] = [page for page in (built / "benchmarks").glob("*.html") if f"<h1>{benchmark}</h1>" in text(page)]
    return found


def test_papers_that_disagree_stand_side_by_side_the_widest_gap_first(boards_built: Path) -> None:
    first, second = text(boards_built / "disagreements.html").split("<article")[1:]
    assert "NuNet on SkillSet" in plain(first)
    assert "2.7 points apart, 4.21% of the higher" in plain(first)
    assert "3 papers, 2 pairs of which disagree" in plain(first)
    assert re.findall(r"<mark>(.*?)</mark>", first) == ["61.5", "64.2"]
    assert re.findall(r'href="(papers/\w+\.html)#c-', first) == ["papers/xi.html", "papers/mu.html"]
    assert f'href="benchmarks/{page_of(boards_built, "SkillSet").name}"' in first
    assert "the method’s own paper, 2019" in plain(second)
    assert "quoted, 2022" in plain(second)


def test_each_doubt_says_what_is_wrong_beside_its_sentence(boards_built: Path) -> None:
    sections = {
        plain(section.split("</h2>")[0].split("<h2>")[1]): section
        for section in text(boards_built / "doubts.html").split("<section")[1:]
    }
    assert [*sections] == [
        "Gain is not the difference",
        "Outside the range",
        "Range the wrong way round",
        "State of the art below an older score",
    ]
    impossible = sections["Outside the range"]
    assert "top-1 accuracy of 834%: outside the range of the metric, from 0 to 100" in plain(impossible)
    assert "<mark>834</mark>" in impossible
    beaten = sections["State of the art below an older score"]
    assert "68, but MuNet had 70 on 2021-06-01" in plain(beaten)
    assert re.search(r'href="papers/mu\.html#c-\w+">MuNet: Skills in Layers', beaten)


def test_every_finding_of_the_view_is_explained() -> None:
    doubts = (resources.folder("queries") / "views" / "70_doubts.sql").read_text(encoding="utf-8")
    found = set(re.findall(r"^(?:SELECT\n)? {8}'([a-z -]+)'(?: AS finding)?,$", doubts, re.MULTILINE))
    assert found == set(checks.FINDINGS)


def test_what_is_in_doubt_leads_there_from_board_method_and_paper(boards_built: Path) -> None:
    claim = re.search(r'id="outside-the-range-(\w+)"', text(boards_built / "doubts.html"))
    assert claim
    target = f'href="../doubts.html#outside-the-range-{claim[1]}"'
    for page in ("papers/iota.html", "benchmarks/photonet.html"):
        assert f"{target}>in doubt" in text(boards_built / page).replace(' class="tag doubt"', ""), page
    assert 'class="tag doubt"' not in text(boards_built / "papers" / "beta.html")


def test_a_board_leads_to_its_disagreements_and_doubts(boards_built: Path) -> None:
    board = text(page_of(boards_built, "SkillSet"))
    facts = re.findall(r'<span><a href="\.\./((?:doubts|disagreements)\.html#[\w-]+)">(.*?)</a>', board)
    assert [said for _, said in facts] == ["1 disagreement", "2 doubts"]
    for address, _ in facts:
        page, _, place = address.partition("#")
        assert f'id="{place}"' in text(boards_built / page)
    assert "disagreements.html#" not in text(boards_built / "benchmarks" / "wordbank.html")


def test_names_to_review_come_with_likely_matches_and_their_entry(boards_built: Path) -> None:
    rows = text(boards_built / "names.html").split("<tr>")[2:]
    assert [plain(row.split("</td>")[0].split("<span")[0]) for row in rows] == [
        "SkillSet",
        "CodeBank",
        "PhotoNets",
        "TestBank 20",
    ]
    assert "PhotoNet 94%" in plain(rows[2])
    assert 'href="benchmarks/photonet.html"' in rows[2]
    assert "nothing alike" in rows[0]
    assert "[[benchmark]] name = &#34;TestBank 20&#34;" in plain(rows[3])
    assert "leaderboard names --toml" in rows[-1]


def test_empty_lists_say_so(built: Path) -> None:
    assert "No two papers here state different values" in text(built / "disagreements.html")
    assert "No claim here fails a check" in text(built / "doubts.html")


def test_no_name_to_review_is_said_too(tmp_path: Path) -> None:
    store.write(tmp_path / "empty.duckdb", [], [], site_fixture.LEXICON)
    built = rendered(tmp_path / "empty.duckdb", tmp_path / "out")
    assert "Every name here that was read as a benchmark is in the lexicon" in text(built / "names.html")


def test_names_of_strangers_stay_text(built: Path) -> None:
    page = text(built / "names.html")
    assert "C++ &amp; &lt;b&gt;Bench&lt;/b&gt;" in page
    assert "<img" not in page
    assert "<script>alert" not in page


def test_long_lists_take_pages_and_links_find_theirs(boards_database: Path) -> None:
    with store.connect(boards_database) as connection:
        content = read_content(connection)
    [doubt] = [each for each in content.doubts if each["finding"] == "outside the range"]
    # As many before it as fill the first page.
    many = [doubt | {"anchor": f"d{place}"} for place in range(PAGE_ROWS)] + [doubt]
    content.doubts[:] = many
    content.unknown[:] = [names.Unknown(f"N{place}", 1, 1, (), (), "T", "S.") for place in range(PAGE_ROWS + 1)]
    pages = {page.path: page.context for page in checks.doubts(content)}
    assert [len(page["blocks"][0]["rows"]) for page in pages.values()] == [PAGE_ROWS, 1]
    assert [*pages] == ["doubts.html", "doubts_p2.html"]
    assert [page.path for page in checks.names_to_review(content)] == ["names.html", "names_p2.html"]
    content.doubts[:PAGE_ROWS] = [each | {"claim": each["claim"] | {"benchmark": "Else"}} for each in many[:-1]]
    [concern] = [each for each in checks.concerning({"benchmark": "PhotoNet"}, content) if each["what"] == "doubt"]
    assert concern["address"] == f"doubts_p2.html#{doubt['anchor']}"
