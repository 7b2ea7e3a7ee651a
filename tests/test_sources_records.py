"""Records: JSON, JSON Lines, CSV, Parquet and BibTeX, the names of their fields, and the shapes of known sources."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderboard import cli
from leaderboard.errors import InputError
from leaderboard.model import Paper, derived_paper_id, normalised_title
from leaderboard.sources import latex, read
from leaderboard.sources.merging import GENERIC_TITLES

ABSTRACT = '  Two spaces,  a "quote", a comma; 91.5\\% (top-1)\nand a second line.\n'


def written(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def one(path: Path, **options: Any) -> Paper:
    [paper] = read([path], **options).papers
    return paper


# Formats -------------------------------------------------------------------------------------------------------------

PLAIN = {"id": "p1", "title": "A Title", "abstract": ABSTRACT, "year": 2021, "venue": "Here", "url": "https://a.org/1"}


def write_json(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps(records, indent=2))


def write_object(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps({"meta": {"count": len(records)}, "results": records, "group_by": []}, indent=1))


def write_lines(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("\n\n".join(json.dumps(record, ensure_ascii=False) for record in records))


def write_csv(path: Path, records: list[dict[str, Any]], delimiter: str = ",") -> None:
    with path.open("w", newline="") as file:
        table = csv.DictWriter(file, list(records[0]), delimiter=delimiter)
        table.writeheader()
        table.writerows(records)


def write_tsv(path: Path, records: list[dict[str, Any]]) -> None:
    write_csv(path, records, "\t")


def write_semicolons(path: Path, records: list[dict[str, Any]]) -> None:
    write_csv(path, records, ";")


def write_parquet(path: Path, records: list[dict[str, Any]]) -> None:
    pq.write_table(pa.Table.from_pylist(records), path)


WRITERS = [write_json, write_object, write_lines, write_csv, write_tsv, write_semicolons, write_parquet]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("name", ["papers", "papers.json", "papers.csv", "p[1]*?.txt"])
def test_the_content_tells_the_format(write: Any, name: str, tmp_path: Path) -> None:
    second = PLAIN | {"id": "p2", "title": "B, or not B", "abstract": "Only a line.", "venue": None, "url": None}
    third = PLAIN | {"id": "p3", "title": "No Abstract Here", "abstract": None}
    path = tmp_path / name
    write(path, [PLAIN, second, third])
    reading = read([path])
    assert (reading.entries, reading.skipped, reading.merged) == (3, 1, 0)
    assert reading.papers == [
        Paper(
            paper_id="p1",
            title="A Title",
            abstract=ABSTRACT,
            url="https://a.org/1",
            published=dt.date(2021, 1, 1),
            venue="Here",
            source=name,
        ),
        Paper(
            paper_id="p2",
            title="B, or not B",
            abstract="Only a line.",
            published=dt.date(2021, 1, 1),
            source=name,
        ),
    ]


def test_byte_order_marks(tmp_path: Path) -> None:
    for text in (json.dumps(PLAIN), json.dumps([PLAIN]), "title,abstract\nA Title,some text\n"):
        path = tmp_path / "marked"
        path.write_text("\ufeff" + text)
        assert one(path).title == "A Title"


def test_csv_with_all_line_ends_in_quotes(tmp_path: Path) -> None:
    abstract = "one\ntwo\r\nthree\rfour"
    for end in ("\n", "\r\n"):
        path = tmp_path / "ends.csv"
        path.write_bytes(f'title,abstract{end}"T","{abstract}"{end}U,plain{end}'.encode())
        assert [paper.abstract for paper in read([path]).papers] == [abstract, "plain"]


def test_blank_lines_around_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "papers.csv"
    for end in ("\n", "\r\n"):
        path.write_bytes(end.join(["", "", "title,abstract", "", "T,text", "", ""]).encode())
        assert [paper.title for paper in read([path]).papers] == ["T"]


def test_no_number_is_no_abstract(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text('{"title": "T", "abstract": NaN}\n{"title": "U", "abstract": "text", "id": NaN}\n')
    reading = read([path])
    assert [(paper.title, paper.paper_id) for paper in reading.papers] == [("U", derived_paper_id("U"))]
    assert reading.skipped == 1


def test_csv_values_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "papers.csv"
    path.write_text("id,title,abstract,year\n2409.00100,T,007,2020\n")
    paper = one(path)
    assert (paper.paper_id, paper.abstract, paper.url) == ("2409.00100", "007", "https://arxiv.org/abs/2409.00100")


def test_csv_with_an_index_and_doubled_columns(tmp_path: Path) -> None:
    path = tmp_path / "papers.csv"
    path.write_text(',title,title,"ab""c",abstract\n0,T,U,x,text\n')
    assert (one(path).title, one(path).abstract) == ("T", "text")


def test_folders_named_like_partitions_add_no_column(tmp_path: Path) -> None:
    folder = tmp_path / "year=1999"
    folder.mkdir()
    for write, name in ((write_csv, "a.csv"), (write_parquet, "a.parquet"), (write_lines, "a.jsonl")):
        write(folder / name, [{"title": "T", "abstract": "text"}])
        assert one(folder / name).published is None


def test_records_that_differ_in_shape(tmp_path: Path) -> None:
    path = written(
        tmp_path / "mixed.jsonl",
        {"ID": 7, "Title": "First  one", "Abstract": "a", "extra": {"deep": [1]}},
        {"paper_id": "8", "TITLE": "Second\none", "Summary": "b", "id": None},
        {"title": "Third one", "abstract": "c", "date": "not known", "year": "2019"},
        {"paper": {"id": "9", "title": "Fourth one", "summary": "d"}, "title": "outer"},
    )
    papers = read([path]).papers
    assert [(paper.paper_id, paper.title, paper.abstract) for paper in papers] == [
        ("7", "First one", "a"),
        ("8", "Second one", "b"),
        (derived_paper_id("Third one"), "Third one", "c"),
        ("9", "Fourth one", "d"),
    ]
    assert papers[2].published == dt.date(2019, 1, 1)


def test_one_object_larger_than_duckdbs_usual_limit(tmp_path: Path) -> None:
    records = [{"id": f"r{number}", "title": f"T {number}", "abstract": "x" * 100_000} for number in range(180)]
    path = tmp_path / "large.json"
    path.write_text(json.dumps({"results": records}))
    assert path.stat().st_size > 1 << 24
    assert len(read([path]).papers) == 180


def test_a_record_beyond_the_part_that_is_looked_at(tmp_path: Path) -> None:
    for text in ("ü" * 70_000, "\n" * 70_000 + "end"):
        for write in WRITERS:
            path = tmp_path / "long"
            write(path, [PLAIN | {"abstract": text}, PLAIN | {"id": "p2", "title": "Other"}])
            assert [len(paper.abstract) for paper in read([path]).papers] == [len(text), len(ABSTRACT)]


# Known sources -------------------------------------------------------------------------------------------------------


def test_arxiv_snapshot(tmp_path: Path) -> None:
    path = written(
        tmp_path / "arxiv-metadata.json",
        {
            "id": "0704.0001",
            "submitter": "A. Author",
            "title": "A Title that Goes\n  over Two Lines",
            "journal-ref": "J. of Examples 7 (2008) 1-9",
            "doi": "10.1000/example",
            "abstract": ABSTRACT,
            "versions": [
                {"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
                {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"},
            ],
            "update_date": "2008-11-26",
            "authors_parsed": [["Author", "A.", ""]],
        },
        {"id": "cs/0601001", "title": "Older", "abstract": "text", "update_date": "2006-01-02", "versions": []},
    )
    first, second = read([path]).papers
    assert first == Paper(
        paper_id="0704.0001",
        title="A Title that Goes over Two Lines",
        abstract=ABSTRACT,
        url="https://arxiv.org/abs/0704.0001",
        published=dt.date(2007, 4, 2),
        venue="J. of Examples 7 (2008) 1-9",
        source="arxiv-metadata.json",
    )
    assert (second.url, second.published) == ("https://arxiv.org/abs/cs/0601001", dt.date(2006, 1, 2))


DAILY = {
    "paper": {
        "id": "2409.00055",
        "authors": [{"name": "A. Author", "hidden": False}],
        "publishedAt": "2024-08-21T14:23:11.000Z",
        "title": "Inner Title",
        "summary": "Inner summary of 91.2%\nin two lines.",
        "upvotes": 12,
        "githubRepo": "https://github.com/example/inner",
    },
    "publishedAt": "2024-09-04T00:00:00.000Z",
    "title": "Inner Title",
    "thumbnail": "https://cdn.example.org/2409.00055.png",
    "numComments": 2,
    "submittedBy": {"name": "someone"},
}


@pytest.mark.parametrize("write", [write_json, write_lines, write_parquet])
def test_daily_papers(write: Any, tmp_path: Path) -> None:
    path = tmp_path / "daily"
    write(path, [DAILY])
    assert one(path) == Paper(
        paper_id="2409.00055",
        title="Inner Title",
        abstract="Inner summary of 91.2%\nin two lines.",
        url="https://arxiv.org/abs/2409.00055",
        code_url="https://github.com/example/inner",
        published=dt.date(2024, 8, 21),
        source="daily",
    )


WORK = {
    "id": "https://openalex.org/W1",
    "doi": "https://doi.org/10.1000/w1",
    "title": "A Work",
    "display_name": "A Work",
    "publication_year": 2022,
    "publication_date": "2022-03-04",
    "primary_location": {
        "landing_page_url": "https://example.org/w1",
        "pdf_url": None,
        "source": {"display_name": "Journal of Works", "type": "journal"},
    },
    "abstract_inverted_index": {"We": [0, 4], "show": [1], "that": [2], "7%.": [3], "stop.": [5]},
}


@pytest.mark.parametrize("write", [write_json, write_object, write_lines, write_parquet])
def test_openalex(write: Any, tmp_path: Path) -> None:
    path = tmp_path / "works"
    bare = {"id": "https://openalex.org/W2", "display_name": "Bare", "abstract_inverted_index": {"text": [0]}}
    write(path, [WORK, bare, {"id": "https://openalex.org/W3", "title": "None", "abstract_inverted_index": None}])
    reading = read([path])
    assert reading.skipped == 1
    assert reading.papers == [
        Paper(
            paper_id="https://openalex.org/W1",
            title="A Work",
            abstract="We show that 7%. We stop.",
            url="https://example.org/w1",
            published=dt.date(2022, 3, 4),
            venue="Journal of Works",
            source="works",
        ),
        Paper(
            paper_id="https://openalex.org/W2",
            title="Bare",
            abstract="text",
            url="https://openalex.org/W2",
            source="works",
        ),
    ]


def test_an_index_kept_as_json_text(tmp_path: Path) -> None:
    path = tmp_path / "works.csv"
    write_csv(path, [{"title": "T", "abstract_inverted_index": json.dumps({"b": [1], "a": [0]})}])
    assert one(path).abstract == "a b"


def test_parquet_types(tmp_path: Path) -> None:
    evening = dt.datetime(2024, 1, 1, 23, 30, tzinfo=dt.UTC)
    table = pa.table(
        {
            "id": pa.array([12345678], pa.int64()),
            "title": pa.array(["T"]).dictionary_encode(),
            "abstract": pa.array([b"bytes  as text"]),
            "date": pa.array([evening]),
            'od"d': pa.array(["x"]),
            "abstract_inverted_index": pa.array([[("a", [0])]], pa.map_(pa.string(), pa.list_(pa.int64()))),
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    paper = one(tmp_path / "t.parquet")
    assert (paper.paper_id, paper.title, paper.abstract) == ("12345678", "T", "bytes  as text")
    assert paper.published == dt.date(2024, 1, 1)


def test_an_index_kept_as_a_map(tmp_path: Path) -> None:
    index = pa.array([[("b", [1]), ("a", [0])]], pa.map_(pa.string(), pa.list_(pa.int64())))
    pq.write_table(pa.table({"title": pa.array(["T"]), "abstract": index}), tmp_path / "t.parquet")
    assert one(tmp_path / "t.parquet").abstract == "a b"


BIBTEX = r"""
% made for this test
@string{proc = "Proceedings of {EXAMPLE}"}
@proceedings{example-2020, title = "The Volume", abstract = "Not a paper."}
@InProceedings{author-2020-title,
    title = "{BERT}-like {M}odels for G{\"o}del, na{\"\i}ve \'Etudes \& {$\alpha$}-Stability",
    author = "Author, A. and Other, B.",
    booktitle = proc # ", Part 1",
    month = jul,
    year = "2020",
    url = "https://example.org/2020.main.1",
    doi = "10.1000/2020.main.1",
    abstract = "We gain 2.5{\%} over {``}Base{''} {--} 45% fewer steps, $x^2$ and 80.5\% for caf{\'e}s
        on   a second line. Code: \url{https://github.com/a/b\_c}",
}
@article{author-2020-title, title = {Same Key, Other Paper}, abstract = {Another text.}, date = {2021-05-06},
  journal = {J. of {X}}, eprint = {2105.01234}, archivePrefix = {arXiv}}
@misc{bare, title = {No abstract}}
"""


def test_bibtex(tmp_path: Path) -> None:
    path = tmp_path / "anthology.txt"
    path.write_text(BIBTEX)
    reading = read([path])
    assert (reading.entries, reading.skipped, reading.merged) == (3, 1, 0)
    first, second = reading.papers
    assert first == Paper(
        paper_id="author-2020-title",
        title="BERT-like Models for Gödel, naïve Études & $\\alpha$-Stability",
        abstract="We gain 2.5% over “Base” – 45% fewer steps, $x^2$ and 80.5% for cafés on a second line. "
        "Code: https://github.com/a/b_c",
        url="https://example.org/2020.main.1",
        code_url="https://github.com/a/b_c",
        published=dt.date(2020, 7, 1),
        venue="Proceedings of EXAMPLE, Part 1",
        source="anthology.txt",
    )
    assert second == Paper(
        paper_id=derived_paper_id("Same Key, Other Paper"),
        title="Same Key, Other Paper",
        abstract="Another text.",
        url="https://arxiv.org/abs/2105.01234",
        published=dt.date(2021, 5, 6),
        venue="J. of X",
        source="anthology.txt",
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("{M}any {W}ords of {NLP}", "Many Words of NLP"),
        (r"95{\%} and 5\% and 7%", "95% and 5% and 7%"),
        (r"\textbf{bold {\'e}} \emph{slanted}", "bold é slanted"),
        (r"Stra{\ss}e, \v{S}, {\v S}, \'{e}, \'e, {\O}, \c{c}", "Straße, Š, Š, é, é, Ø, ç"),
        ("Section~3 takes ~30% less (~2 h)", "Section 3 takes ~30% less (~2 h)"),
        (r"{\textasciitilde}10 {\textless} 20 {\&} a{\_}b", "~10 < 20 & a_b"),
        (r"$\alpha_{1}$ is {$x^{2}$}", r"$\alpha_{1}$ is $x^{2}$"),
        (r"{\em about} ~$5$ of Heron~$\{x\}$ {\&} $95%$", r"about ~$5$ of Heron $\{x\}$ & $95%$"),
        (r"\$5, \'{e} and $x$", r"$5, é and $x$"),
        ("a \ue000 {b} $x$", "a \ue000 b $x$"),
        (r"see \url{https://example.org/~me/a_b}", "see https://example.org/~me/a_b"),
        ("``quoted'' -- {``}so{''} --- yes", "“quoted” – “so” — yes"),
        ("an open {brace", "an open brace"),
        (r"\texttt{heron.py} by \mbox{Q\&A} of AT&T", "heron.py by Q&A of AT&T"),
        (r"\emph\textbf{a} \emph\'e \textbf{\emph{b} $x$}", "a é b $x$"),
        (r"\$5 in $\$x$, {\em or }$y$", r"$5 in $\$x$, or $y$"),
        (r"\{a\} \textbackslash b \alpha\oe{} \heron{c} \heron d", "{a} \\b αœ c d"),
        (r"\frac{1}{2}, {{{{{{a}}}}}} \begin{it}b\end{it}\\ c", "1/2, a b c"),
        (r"the state of \today{} and \input{/etc/passwd}!", "the state of and !"),
    ],
)
def test_latex(written: str, text: str) -> None:
    assert latex.Decoder().decoded(written) == text


def test_bibtex_in_odd_dress(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text('@ARTICLE(a1, TITLE = "A {T}itle", Abstract = "100% of it", YEAR = 1999, title = "again")')
    assert (one(path).paper_id, one(path).title, one(path).abstract) == ("a1", "A Title", "100% of it")
    assert one(path).published == dt.date(1999, 1, 1)


# Mapping -------------------------------------------------------------------------------------------------------------


def test_mapping(tmp_path: Path) -> None:
    record = {"nr": "x1", "headline": "T", "title": "not this", "text": {"Body": "text"}, "on": "2020-02-03", "at": "V"}
    mapping = {"paper_id": "nr", "title": "Headline", "abstract": "text.body", "date": "on", "venue": "at"}
    for write in (write_json, write_lines, write_parquet):
        path = tmp_path / "mapped"
        write(path, [record])
        paper = one(path, mapping=mapping)
        assert (paper.paper_id, paper.title, paper.abstract, paper.venue) == ("x1", "T", "text", "V")
        assert paper.published == dt.date(2020, 2, 3)


def test_mapping_makes_a_csv_known(tmp_path: Path) -> None:
    path = tmp_path / "papers"
    path.write_text('headline;body\n"T; or U";"a text; with a mark"\n')
    paper = one(path, mapping={"title": "headline", "abstract": "body"})
    assert (paper.title, paper.abstract) == ("T; or U", "a text; with a mark")


def test_a_mapped_field_that_one_of_two_files_lacks(tmp_path: Path) -> None:
    first = written(tmp_path / "a.jsonl", {"headline": "T", "abstract": "a"})
    second = written(tmp_path / "b.jsonl", {"title": "U", "abstract": "b"})
    papers = read([first, second], mapping={"title": "headline"}).papers
    assert [paper.title for paper in papers] == ["T", "U"]


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"title": "headline"}, ["a.jsonl", "headline"]),
        ({"venue": "where"}, ["a.jsonl", "where"]),
        ({"titel": "title"}, ["titel", "title, abstract"]),
    ],
)
def test_mapping_errors(mapping: dict[str, str], words: list[str], tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"title": "T", "abstract": "a"})
    with pytest.raises(InputError) as error:
        read([path], mapping=mapping)
    assert all(word in str(error.value) for word in words)


@pytest.mark.parametrize("write", [write_json, write_lines, write_csv, write_parquet])
def test_no_known_field_names_those_that_are_there(write: Any, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    write(path, [{"headline": "T", "body": "text"}])
    with pytest.raises(
        InputError, match=r"p\.csv: no field for the title\. Fields found: headline, body\..*--map title="
    ):
        read([path])


# Round trip ----------------------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\r\t"), min_size=1).filter(
    str.strip
)
LINE = TEXT.map(lambda text: " ".join(text.split()))
WEB = st.from_regex(r"https://[a-z]{1,9}\.org/[a-z0-9]{0,9}", fullmatch=True)


@st.composite
def some_papers(draw: st.DrawFn) -> list[Paper]:
    titles = draw(st.lists(LINE, min_size=1, max_size=5, unique_by=normalised_title))
    return [
        Paper(
            paper_id=f"p-{place}",
            title=title,
            abstract=draw(TEXT),
            url=draw(st.none() | WEB),
            code_url=draw(WEB),
            published=draw(st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))),
            venue=draw(st.none() | LINE),
        )
        for place, title in enumerate(titles)
        if normalised_title(title) not in GENERIC_TITLES
    ]


def as_record(paper: Paper) -> dict[str, str | None]:
    return paper.model_dump(mode="json", exclude={"source"})


def copy_with_duckdb(path: Path, papers: Iterable[Paper], options: str) -> None:
    schema = pa.schema([(name, pa.string()) for name in Paper.model_fields if name != "source"])
    with duckdb.connect() as connection:
        connection.register("papers", pa.Table.from_pylist([as_record(paper) for paper in papers], schema=schema))
        connection.execute(f"COPY papers TO '{path}' ({options})")


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(papers=some_papers().filter(bool))
def test_papers_survive_a_round_trip(papers: list[Paper], tmp_path: Path) -> None:
    path = tmp_path / "papers"
    records = [as_record(paper) for paper in papers]
    wanted = [paper.model_copy(update={"source": "papers"}) for paper in papers]
    for write in (write_json, write_lines, write_csv):
        write(path, records)
        assert read([path]).papers == wanted, write
    for options in ("FORMAT csv, HEADER", "FORMAT parquet"):
        copy_with_duckdb(path, papers, options)
        assert read([path]).papers == wanted, options


def test_latex_of_what_is_no_abstract_stays_as_it_is() -> None:
    decoder = latex.Decoder()
    assert decoder.decoded(r"caf{\'e}") == "café"
    text = r"$95\%$ caf{\'e} " * (latex.LONGEST // 10)
    assert decoder.decoded(text) == text
    assert decoder.undecoded == 1


def test_rare_latex_is_decoded_up_to_an_allowance_and_counted_beyond_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rare, common = r"\frac{a}{b} and " * 60, r"\emph{a} and " * 60
    size = 20
    path = tmp_path / "a.bib"
    for number in range(2):  # that it has been parsed before makes no difference
        path.write_text(
            "".join(
                f"@misc{{a{count}, title = {{Paper {count}}}, abstract = {{{text}{number}{count}}}}}\n"
                for count, text in enumerate([rare, common] * size)
            )
        )
        for _ in range(2):
            reading = read([path])
            left = [paper for paper in reading.papers if "\\" in paper.abstract]
            assert 0 < len(left) < size
            assert all("frac" in paper.abstract for paper in left)
            assert reading.papers[0].abstract.startswith("a/b and a/b")
            assert reading.left_out == {"LaTeX": len(left)}
    with pytest.raises(SystemExit):
        cli.main(["extract", str(path)])
    said = capfd.readouterr().err
    assert f"Left as LaTeX, since it is too much to decode: {len(left)} titles, abstracts or venues\n" in said
    assert "no date" not in said


@pytest.mark.parametrize(
    "written",
    [
        r"see \href",
        r"see \href{https://example.org}",
        r"\textcolor{red}",
        r"\sqrt[",
        r"\verb",
        r"\title",
        r"\begin{array}",
    ],
)
def test_latex_without_what_a_command_needs_stays_as_it_is(written: str) -> None:
    assert latex.Decoder().decoded(written) == written


def test_a_table_without_any_known_column_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("first,second\n" + "a,b\n" * 10 + "a,b,c\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.csv: no field for the title\. Fields found: first, second\."):
        read([path])
