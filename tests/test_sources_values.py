"""Single values: days, addresses, code links, inverted indexes."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.sources import values

DAY = dt.date(2024, 9, 5)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        dt.datetime(2024, 9, 5, 23, 59),
        dt.datetime(2024, 9, 5, 0, 1, tzinfo=dt.timezone(dt.timedelta(hours=9))),
        "2024-09-05",
        " 2024-9-5 ",
        "2024/09/05",
        "2024.09.05",
        "20240905",
        20240905,
        "2024-09-05T17:00:00.000Z",
        "2024-09-05 17:00:00+00",
        "Thu, 5 Sep 2024 19:18:42 GMT",
        "5 September 2024",
        "5th Sept 2024",
        "September 5, 2024",
        "Thursday, Sep 5, 2024",
        "2024 Sep 5",
        1725494400,
        1725494400.0,
        "1725494400",
        1725494400000,
    ],
)
def test_days(value: object) -> None:
    assert values.published_day(value) == DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (2024, dt.date(2024, 1, 1)),
        ("2024", dt.date(2024, 1, 1)),
        (2024.0, dt.date(2024, 1, 1)),
        ("2024.0", dt.date(2024, 1, 1)),
        ("2024-09", dt.date(2024, 9, 1)),
        ("sep 2024", dt.date(2024, 9, 1)),
        ("September, 2024", dt.date(2024, 9, 1)),
        ("1987", dt.date(1987, 1, 1)),
        ("١٩٨٧", dt.date(1987, 1, 1)),
    ],
)
def test_a_year_or_a_month_alone(value: object, day: dt.date) -> None:
    assert values.published_day(value) == day


@pytest.mark.parametrize(
    "value",
    [
        *(
            None,
            "",
            "n/a",
            "soon",
            "01/02/2024",
            "2024-13-01",
            "2024-02-30",
            "20241350",
            "0000",
            "9999",
            "12 Smarch 2024",
        ),
        *(True, 7, -2024, math.nan, math.inf, 10**40, [], {}),
    ],
)
def test_no_day(value: object) -> None:
    assert values.published_day(value) is None


@given(st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31)))
def test_every_written_form_of_a_day_is_that_day(day: dt.date) -> None:
    forms = [day.isoformat(), f"{day:%Y%m%d}", f"{day:%d} {day:%B} {day:%Y}", f"{day:%b} {day.day}, {day:%Y}"]
    assert {values.published_day(form) for form in forms} == {day}


@given(st.one_of(st.text(), st.integers(), st.floats(), st.dates()))
def test_no_value_is_an_error(value: object) -> None:
    day = values.published_day(value)
    assert day is None or isinstance(day, dt.date)


@pytest.mark.parametrize("value", ["2409.00055", "2409.00055v2", "0704.0001", "cs/0601001", "math.GT/0309136v1"])
def test_arxiv_ids(value: str) -> None:
    assert values.arxiv_address(value) == f"https://arxiv.org/abs/{value}"
    assert values.arxiv_address(f"arXiv:{value}") == f"https://arxiv.org/abs/{value}"


@pytest.mark.parametrize(
    "value", ["2413.00055", "24.00055", "W2409", "2409.00055x", "00245129e1", "cs/06", 2409.00055, None]
)
def test_no_arxiv_ids(value: object) -> None:
    assert values.arxiv_address(value) is None


@pytest.mark.parametrize("value", ["10.1000/a.b(1)", "doi:10.1000/a.b(1)", "https://doi.org/10.1000/a.b(1)"])
def test_dois(value: str) -> None:
    assert values.doi_address(value) == "https://doi.org/10.1000/a.b(1)"
    assert values.doi_address("11.1000/ab") is None


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Code: https://github.com/a/b.", "https://github.com/a/b"),
        ("Code is at github.com/a/b_c-d.e, and data elsewhere.", "https://github.com/a/b_c-d.e"),
        (r"See \url{https://github.com/a/b}.", "https://github.com/a/b"),
        (r"See https://github.com/a/b{here}", "https://github.com/a/b"),
        (r"See https://github.com/a\_b/c", "https://github.com/a_b/c"),
        ("(https://gitlab.com/a/b).", "https://gitlab.com/a/b"),
        ("https://gitlab.inria.fr/team/tool/", "https://gitlab.inria.fr/team/tool/"),
        ("models: www.huggingface.co/a/b; more", "https://huggingface.co/a/b"),
        ("http://GitHub.com/A/B!", "https://GitHub.com/A/B"),
        ("first https://github.com/ alone, then https://github.com/a/b", "https://github.com/a/b"),
        ("代码见https://github.com/a/b。谢谢", "https://github.com/a/b"),
        ("https://github.com/a/b,https://github.com/c/d", "https://github.com/a/b"),
    ],
)
def test_code_links(text: str, link: str) -> None:
    assert values.code_link(text) == link


@pytest.mark.parametrize(
    "text",
    [
        *(
            "We use GitHub.",
            "https://a.github.io/b",
            "notgithub.com/a/b",
            "me@github.com/a",
            "https://example.org/github",
        ),
        *("https://github.com/", "gitlab/a", ""),
    ],
)
def test_no_code_link(text: str) -> None:
    assert values.code_link(text) is None


PIECES = [
    "https://",
    "http://",
    "www.",
    "github.com/",
    "GITLAB.x-y",
    "gitlab.com/",
    "huggingface.co/",
    "/",
    "a",
    "@",
    ".",
]


@given(st.lists(st.sampled_from([*PIECES, " ", "\\_"])).map("".join) | st.text(st.characters(max_codepoint=127)))
def test_a_code_link_is_the_same_in_a_text_beyond_ascii(text: str) -> None:
    assert values.code_link(f"{text} \N{GREEK SMALL LETTER ALPHA}") == values.code_link(text)


def test_a_code_link_behind_a_letter_that_folds_to_two() -> None:
    letters = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" * 30
    assert values.code_link(f"{letters} https://www.github.com/a/b") == "https://github.com/a/b"


def test_a_records_own_code_link() -> None:
    assert values.code_address("https://example.org/code.zip") == "https://example.org/code.zip"
    assert values.code_address("github.com/a/b") == "https://github.com/a/b"
    assert values.code_address("a/b") is None
    assert values.code_address("print('hello')") is None


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Z", "C"]), min_size=1), min_size=1))
def test_an_inverted_index_gives_its_text_back(words: list[str]) -> None:
    index: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        index.setdefault(word, []).append(place)
    assert values.text_of_index(index) == " ".join(words)


@pytest.mark.parametrize("value", ["plain text", '{"open', "[1]", 7, None, {}, {"a": None}, {"a": "b"}])
def test_no_inverted_index(value: object) -> None:
    assert values.text_of_index(value) is None
