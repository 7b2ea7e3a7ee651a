"""One page of the site, and what pages of several kinds have: parts of a long list, charts, data for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leaderboard.site.charts import ChartKind
    from leaderboard.site.charts import Row as Mark
    from leaderboard.site.content import Row

PAGE_ROWS = 100
"""Rows on one page: 450 with their sentences weigh 320 kB."""
FEWEST_FOR_CHART = 2
"""A chart of one result shows nothing."""
WIDE, NARROW = 1168, 350
"""The width of a chart in CSS pixels where the page is as wide as it gets, and on a phone."""


@dataclass(frozen=True)
class Page:
    """One file of the site: where it goes, its template, what the template needs, and the charts that it shows."""

    path: str
    template: str
    context: Row
    charts: Sequence[Row] = ()

    @property
    def pictures(self) -> Iterator[tuple[str, tuple[ChartKind, list[Mark], int]]]:
        """The files of its charts, for readers without script: path, and what `pictures.picture` draws."""
        for each in self.charts:
            if each["picture"]:
                folder = PurePosixPath(self.path).parent
                for name, width in ((each["picture"]["wide"], each["width"]), (each["picture"]["narrow"], NARROW)):
                    yield str(folder / name), (each["kind"], each["rows"], width)


def chart(kind: ChartKind, rows: list[Mark], label: str, file: str | None = None, width: int = WIDE) -> Row:
    """What the macro `chart` needs: the rows of a kind of chart, and what it shows in words.

    With a `file` (its name, in the folder of the page, without an ending) the chart is drawn as files, too: one of the
    `width` that it has where the page is as wide as it gets, and one for phones.
    """
    from leaderboard.site import charts  # which loads Altair; who only fills in pages needs none

    return {
        "kind": kind,
        "rows": rows,
        "label": label,
        "height": charts.plot_height(kind, rows),
        "roles": sorted({row["role"] for row in rows if "role" in row}),
        "bounds": sorted({row["bound"] for row in rows if "bound" in row}),
        "ranges": any("to" in row for row in rows),
        "picture": {"wide": f"{file}.svg", "narrow": f"{file}_narrow.svg"} if file else None,
        "width": width,
        "source": None,
    }


def script(name: str, value: Any) -> str:
    """A classic script that sets `window[name]`: pages opened from a disk may not fetch."""
    return f"window.{name} = {json.dumps(value, ensure_ascii=True, separators=(',', ':'), allow_nan=False)};\n"


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


def paginated(
    file: str, template: str, rows: Sequence[Row], context: Row, charts: Sequence[Row] = ()
) -> Iterator[Page]:
    """A list over as many pages as `PAGE_ROWS` rows each make; one page for an empty list. The first has the charts."""
    pieces = [rows[first : first + PAGE_ROWS] for first in range(0, len(rows), PAGE_ROWS)] or [[]]
    for number, piece in enumerate(pieces, start=1):
        pager = steps(file, number, len(pieces))
        first = (number - 1) * PAGE_ROWS
        yield Page(
            numbered(file, number),
            template,
            context | {"rows": piece, "pager": pager, "first": first, "count": len(rows)},
            charts if number == 1 else (),
        )


def paginated_blocks(
    file: str, template: str, blocks: Iterable[Row], context: Row, head_rows: int = 0, charts: Sequence[Row] = ()
) -> Iterator[Page]:
    """Blocks, each with `rows` and maybe a `chart`, over pages of `PAGE_ROWS` rows. The first page has the charts.

    What stands above a block's rows weighs as much as `head_rows` of them.
    """
    parts = _over_pages(blocks, head_rows)
    for number, part in enumerate(parts, start=1):
        drawn = [block["chart"] for block in part if block.get("chart")]
        yield Page(
            numbered(file, number),
            template,
            context | {"blocks": part, "pager": steps(file, number, len(parts))},
            [*(charts if number == 1 else ()), *drawn],
        )


def _over_pages(blocks: Iterable[Row], head_rows: int) -> list[list[Row]]:
    """The blocks of each page; a block that is cut goes on without its chart."""
    parts: list[list[Row]] = [[]]
    room = PAGE_ROWS
    for block in blocks:
        rest = block["rows"]
        piece = block | {"continued": False}
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
