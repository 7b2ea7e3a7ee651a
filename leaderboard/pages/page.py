"""One page of the site, and what pages of several kinds have: parts of a long list, a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leaderboard import charts
from leaderboard.content import Row

PAGE_ROWS = 100
"""Rows on one page: 450 with their sentences weigh 320 kB."""
FEWEST_FOR_CHART = 2
"""A chart of one result shows nothing."""


@dataclass(frozen=True)
class Page:
    """One file of the site: where it goes, its template, and what the template needs."""

    path: str
    template: str
    context: Row


def chart(kind: charts.ChartKind, rows: list[charts.Row], label: str) -> Row:
    """What the macro `chart` needs: the rows of a kind of chart, and what it shows in words."""
    return {
        "kind": kind,
        "rows": rows,
        "label": label,
        "height": charts.plot_height(kind, rows),
        "roles": sorted({row["role"] for row in rows if "role" in row}),
        "bounds": sorted({row["bound"] for row in rows if "bound" in row}),
        "ranges": any("to" in row for row in rows),
        "picture": None,
        "source": None,
    }


def numbered(file: str, number: int) -> str:
    """The file of a part of a list or board: the first has the plain name."""
    # The underscore keeps it apart from every slug: theirs is followed by ten hex digits.
    return f"{file}.html" if number == 1 else f"{file}_p{number}.html"


def part_of(file: str, place: int) -> str:
    """The file of the part of a list that holds the row at `place`, counted from 0."""
    return numbered(file, place // PAGE_ROWS + 1)


def steps(file: str, number: int, pages: int) -> Row | None:
    """What the template needs to lead to the parts before and after; None where there is only one."""
    if pages == 1:
        return None
    name = Path(file).name
    return {
        "number": number,
        "pages": pages,
        "previous": numbered(name, number - 1) if number > 1 else None,
        "next": numbered(name, number + 1) if number < pages else None,
    }


def paginated(file: str, template: str, rows: Sequence[Row], context: Row) -> Iterator[Page]:
    """A list over as many pages as `PAGE_ROWS` rows each make; one page for an empty list."""
    pieces = [rows[first : first + PAGE_ROWS] for first in range(0, len(rows), PAGE_ROWS)] or [[]]
    for number, piece in enumerate(pieces, start=1):
        pager = steps(file, number, len(pieces))
        first = (number - 1) * PAGE_ROWS
        yield Page(
            numbered(file, number),
            template,
            context | {"rows": piece, "pager": pager, "first": first, "count": len(rows)},
        )


def over_pages(blocks: Iterable[Row], head_rows: int = 0) -> list[list[Row]]:
    """Blocks, each with `rows`, over pages of `PAGE_ROWS` rows; a block that is cut goes on without its chart.

    What stands above a block's rows weighs as much as `head_rows` of them.
    """
    parts: list[list[Row]] = [[]]
    room = PAGE_ROWS
    for block in blocks:
        rest = block["rows"]
        piece = block
        while rest:
            room -= head_rows
            if room <= 0:
                parts.append([])
                room = PAGE_ROWS - head_rows
            parts[-1].append(piece | {"rows": rest[:room]})
            taken = min(room, len(rest))
            rest, room = rest[taken:], room - taken
            piece = block | {"chart": None, "continued": True}
    return parts
