"""The pages of methods, the comparison of two, and what the search finds, as files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any


def script(path: Path, name: str) -> Any:
    return json.loads(path.read_text(encoding="utf-8").removeprefix(f"window.{name} = ").removesuffix(";\n"))


def section(page: Path, heading: str) -> str:
    """The text of one section of the page, without its marks."""
    for each in page.read_text(encoding="utf-8").split('<section class="board-section">'):
        if f"<h2>{heading}</h2>" in each:
            return " ".join(re.sub(r"<[^>]+>", " ", each).split())
    raise AssertionError(f"{page.name} has no section {heading!r}")


def test_a_method_has_a_page_where_there_is_more_than_its_paper_shows(boards_built: Path) -> None:
    pages = {page.stem for page in (boards_built / "methods").glob("*.html")}
    assert {"munet", "nunet", "phinet", "index"} <= pages
    assert pages.isdisjoint({"thetanet", "koppanet"}), "one paper, one benchmark: the paper's page has it all"
    listed = (boards_built / "methods" / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'<td class="method"><a href="\.\./methods/(.*?)\.html">', listed)
    assert names[:2] == ["munet", "nunet"], "those in most papers first"
    assert set(names) == pages - {"index"}


def test_a_methods_page_tells_its_ranks_quotes_and_rivals(boards_built: Path) -> None:
    page = boards_built / "methods" / "munet.html"
    assert "SkillSet accuracy 4 of 14 70% quoted by 2 papers, 69 to 69.8" in section(page, "Ranked results")
    quotes = section(page, "What other papers quote")
    assert "69.8% own claim 70% quoted 0.2 lower" in quotes
    assert "over 69% own claim 70% RhoNet" in quotes, "a bound is no difference"
    assert "a better claim of the method is ranked" in section(page, "Not ranked")
    assert "OmicronNet 1 1 0 −1.2 SkillSet 2" in section(page, "Compared with")
    assert "gain accuracy on SkillSet +5.8 points NuNet" in section(page, "Other claims")
    assert "gain" in section(boards_built / "methods" / "nunet.html", "What others measure against it")


def test_a_rival_without_a_page_leads_to_its_paper_also_one_without_a_name(boards_built: Path) -> None:
    text = (boards_built / "methods" / "etanet.html").read_text(encoding="utf-8")
    assert '<td class="method"><a href="../papers/nameless-one.html">' in text
    assert "b=nameless" not in text, "what has no name cannot be picked"
    assert '<td class="method"><a href="../papers/mu-two.html">KoppaNet</a></td>' in (
        boards_built / "methods" / "munet.html"
    ).read_text(encoding="utf-8")


def test_only_methods_that_can_be_compared_lead_to_the_comparison(boards_built: Path) -> None:
    keys = {key for _, key, _ in script(boards_built / "compare-data.js", "leaderboardMethods")["methods"]}
    for page in (boards_built / "methods").glob("*.html"):
        for key in re.findall(r'compare\.html\?a=([^"&]+)"', page.read_text(encoding="utf-8")):
            assert key in keys, page.name


def test_a_name_that_several_papers_claim_is_said_to_be_doubtful(boards_built: Path) -> None:
    said = "they may be different methods of one name"
    assert said in (boards_built / "methods" / "munet.html").read_text(encoding="utf-8")
    assert said not in (boards_built / "methods" / "nunet.html").read_text(encoding="utf-8")


def test_methods_link_to_their_pages_from_boards_and_papers(boards_built: Path) -> None:
    for page in (boards_built / "benchmarks" / "photonet.html", boards_built / "papers" / "zeta.html"):
        assert re.search(r'<a href="\.\./methods/alphanet\.html">Alpha-?Net</a>', page.read_text(encoding="utf-8"))


def test_the_comparison_holds_what_the_boards_hold(boards_built: Path) -> None:
    data = script(boards_built / "compare-data.js", "leaderboardMethods")
    place = {key: number for number, (_, key, _) in enumerate(data["methods"])}
    boards = {number: tuple(board[:1] + board[2:]) for number, board in enumerate(data["boards"])}
    of_munet = {
        boards[board]: (rank, value) for method, board, rank, value, *_ in data["results"] if method == place["munet"]
    }
    assert of_munet[("SkillSet", "accuracy", None, "%")] == (4, 70)
    assert ("SkillSet", "F1", None, "%") not in of_munet, "a board of one method compares nothing"
    assert {len(result) for result in data["results"]} == {8}
    duels = [duel for duel in data["duels"] if duel[:2] == [place["munet"], place["nunet"]]]
    assert [70, 64.2, 5.8] in [duel[7:10] for duel in duels]
    assert all((boards_built / page).is_file() for _, page in data["papers"])
    assert all((boards_built / page).is_file() for _, _, page in data["methods"])


def test_ranges_and_bounds_have_no_one_value_to_compare_by(boards_built: Path) -> None:
    results = script(boards_built / "compare-data.js", "leaderboardMethods")["results"]
    assert {shown for _, _, _, value, shown, *_ in results if value is None} >= {"69–71%"}
    assert not [
        shown for _, _, _, value, shown, *_ in results if value is not None and ("–" in shown or "over" in shown)
    ]


def test_pairs_stand_once_in_the_table(boards_built: Path) -> None:
    text = (boards_built / "compare.html").read_text(encoding="utf-8")
    pairs = re.findall(r'href="\?a=(\w+)&amp;b=(\w+)"', text)
    assert pairs[0] == ("munet", "omicronnet"), "the pair of most papers first"
    assert len({frozenset(pair) for pair in pairs}) == len(pairs) > 5


def test_the_search_leads_methods_to_their_page_or_paper(boards_built: Path) -> None:
    index = script(boards_built / "search-index.js", "leaderboardIndex")
    methods = {entry[0]: entry[1:] for entry in index["methods"]}
    assert methods["MuNet"] == ["munet", "13 results, 6 papers"]
    assert methods["TauNet"][1] == "compared with by 3 papers"
    [paper] = methods["ThetaNet"]
    assert index["papers"][paper][1] == "theta"
    assert [entry[0] for entry in index["methods"]][:2] == ["MuNet", "NuNet"], "the busiest first"
    for kind, entries in index.items():
        for _, file, *_ in entries:
            assert isinstance(file, int) or (boards_built / kind / f"{file}.html").is_file()


def test_names_of_strangers_stay_text_in_scripts_and_pages(built: Path) -> None:
    for name in ("search-index.js", "compare-data.js"):
        assert (built / name).read_text(encoding="ascii").startswith("window.leaderboard")
    for page in (*(built / "methods").glob("*.html"), built / "compare.html"):
        text = page.read_text(encoding="utf-8")
        assert "<img" not in text
        assert "<script>alert" not in text
