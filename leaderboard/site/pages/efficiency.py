"""Speedups, savings and costs: boards for each resource, and all by what they are measured against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from leaderboard.site import charts, wording
from leaderboard.site.content import Content, Row
from leaderboard.site.pages.claims import measure_charts
from leaderboard.site.pages.page import FEWEST_FOR_CHART, Page, chart, paginated, paginated_blocks

FOLDERS = {"speedup": "speedups", "saving": "savings", "cost": "costs"}
"""The kinds of claim that are boards of what results take, and where their pages are."""
FEWEST_OF_RESOURCE = 2
"""Of a resource with fewer claims the list of all shows as much as a page of its own would."""

Resources = Mapping[str, Sequence[Row]]
"""By kind of claim, the resources that have a page, those with most claims first: `name`, `file`, `rows`."""


def overviews(content: Content, resources: Resources) -> Iterator[Page]:
    """All speedups and savings, largest first, and costs by resource, with how they spread and where to go on."""
    for kind, name in FOLDERS.items():
        rows = content.by_kind[name]
        drawn = _spread(kind, rows, name) or measure_charts(rows, "Costs", name)
        # Without their rows, which each part of the list would carry along.
        listed = [{"name": each["name"], "file": each["file"], "count": len(each["rows"])} for each in resources[kind]]
        context = {"kind": kind, "resources": listed, "folder": name}
        yield from paginated(name, "claims.html", rows, context, drawn)


def _spread(kind: str, rows: Sequence[Row], file: str, resource: str | None = None) -> list[Row]:
    """How speedups spread as factors, or savings in percent; no chart where there are too few, and for costs."""
    sized = [row for row in rows if row["amount"] is not None]
    if kind == "cost" or len(sized) < FEWEST_FOR_CHART:
        return []
    if kind == "speedup":
        edges, unit, scale = charts.factor_edges(row["amount"] for row in sized), "×", "as factors"
    else:
        edges, unit, scale = [float(edge) for edge in range(0, 100, 10)], "%", "in percent"
    drawn, marks = charts.distribution(sized, "amount", edges, unit)
    of = f" of {resource}" if resource else ""
    label = f"How {len(sized)} {FOLDERS[kind]}{of} spread, {scale}. The tables below hold the same figures."
    return [chart(drawn, marks, label, file)]


def resources(content: Content) -> Resources:
    """The resources of each kind of claim that have a page."""
    return {kind: _resources(kind, content) for kind in FOLDERS}


def _resources(kind: str, content: Content) -> list[Row]:
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in content.efficiency[kind]:
        if row["resource"]:
            by_name[row["resource"]].append(row)
    files = wording.slugs(by_name, by_name)
    found = [
        {"name": name, "file": f"{FOLDERS[kind]}/{files[name]}", "rows": rows}
        for name, rows in by_name.items()
        if len(rows) >= FEWEST_OF_RESOURCE
    ]
    return sorted(found, key=lambda each: (-len(each["rows"]), each["name"]))


def resource_pages(resources: Resources) -> Iterator[Page]:
    """A page for each resource of each kind: its boards of several, those of one, and what is not ranked and why."""
    for kind, some in resources.items():
        for resource in some:
            file = Path(resource["file"]).name
            context = {
                "kind": kind,
                "resource": resource["name"],
                "count": len(resource["rows"]),
                "csv": f"{file}.csv",
            }
            drawn = _spread(kind, resource["rows"], file, resource["name"])
            yield from paginated_blocks(
                resource["file"], "resource.html", _blocks(resource["rows"]), context, charts=drawn
            )


def _blocks(rows: list[Row]) -> Iterator[Row]:
    ranked = [row for row in rows if row["rank"] is not None]
    boards: dict[str, list[Row]] = defaultdict(list)
    for row in ranked:
        boards[row["board"]].append(row)
    shared = [name for name, some in boards.items() if len(some) >= FEWEST_FOR_CHART]
    files = wording.slugs(shared, shared)
    for name in shared:
        yield {"kind": "board", "name": name, "anchor": files[name], "rows": boards[name]}
    for kind, some in (
        ("singles", [row for row in ranked if len(boards[row["board"]]) < FEWEST_FOR_CHART]),
        ("unranked", [row for row in rows if row["rank"] is None]),
    ):
        if some:
            yield {"kind": kind, "rows": some}


def csv_files(resources: Resources) -> dict[str, list[Row]]:
    """The rows of each resource's pages, by the path of their CSV file."""
    return {
        f"{resource['file']}.csv": [row for block in _blocks(resource["rows"]) for row in block["rows"]]
        for some in resources.values()
        for resource in some
    }


def against_pages(content: Content) -> Iterator[Page]:
    """For each kind, all that is ranked, by its baseline, or costs by their benchmark; those with most first."""
    for kind, folder in FOLDERS.items():
        against = "benchmark" if kind == "cost" else "baseline"
        ranked = [row for row in content.efficiency[kind] if row["rank"] is not None]
        sizes = Counter(row["board"] for row in ranked)
        counted = Counter(row[against].casefold() for row in ranked)
        rows = [row | {"of": sizes[row["board"]]} for row in ranked]
        # The sort is stable: boards keep the view's order within.
        rows.sort(key=lambda row: (-counted[row[against].casefold()], row[against].casefold(), row["board"]))
        yield from paginated(f"{folder}/index", "against.html", rows, {"kind": kind, "against": against})
