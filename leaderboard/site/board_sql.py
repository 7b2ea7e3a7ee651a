"""The SQL that gives the rows of each table of a benchmark's page, in their order, to be copied and changed."""

from __future__ import annotations

OTHER_KINDS = ("gain", "speedup", "saving", "cost")
"""Kinds of claims that are no scores, in the order in which a page lists them."""
OTHERS_ORDER = (
    f"array_position({list(OTHER_KINDS)}, CAST(kind AS VARCHAR)), metric NULLS LAST, setting NULLS FIRST, "
    "value DESC, paper_id, start, claim_id"
)
"""How the claims on a benchmark that are no scores are ordered, as columns of `claims_with_papers`."""

_ROW_ORDER = "published NULLS LAST, paper_id, start, claim_id"
_PLACE = "metric NULLS LAST, setting NULLS FIRST"
_SHOWN = "method_label AS method, role, board_value AS value, board_value_to AS value_to, board_unit AS unit, bound"
_PAPER = "title, year, url, code_url, confidence, sentence, claim_id"


def of_board(benchmark: str, metric: str, setting: str | None) -> str:
    """The ranked rows of one board, best first."""
    where = f"benchmark = {text(benchmark)} AND metric = {text(metric)} AND "
    where += "setting IS NULL" if setting is None else f"setting = {text(setting)}"
    return _select(
        f"rank, {_SHOWN}, setting, model_size, witnesses, {_PAPER}",
        "boards",
        f"{where} AND rank IS NOT NULL",
        f"rank, {_ROW_ORDER}",
    )


def of_singles(benchmark: str) -> str:
    """The ranked rows of a benchmark that are alone on their board."""
    return _select(
        f"{_SHOWN}, metric, setting, model_size, witnesses, {_PAPER}",
        "boards",
        f"benchmark = {text(benchmark)} AND rank IS NOT NULL\nQUALIFY count(*) OVER (PARTITION BY metric, setting) = 1",
        f"metric, coalesce(setting, ''), {_ROW_ORDER}",
    )


def of_unranked(benchmark: str) -> str:
    """The scores on a benchmark that are not ranked, with the reason."""
    best_first = "CASE direction WHEN 'higher' THEN -rank_value ELSE rank_value END NULLS LAST"
    return _select(
        f"{_SHOWN}, metric, setting, model_size, unranked_because, {_PAPER}",
        "boards",
        f"benchmark = {text(benchmark)} AND rank IS NULL",
        f"{_PLACE}, {best_first}, {_ROW_ORDER}",
    )


def of_others(benchmark: str) -> str:
    """The claims on a benchmark that are no scores."""
    return _select(
        "kind, method_label AS method, role, value, value_to, unit, bound, metric, baseline, setting, model_size, "
        + _PAPER,
        "claims_with_papers",
        f"benchmark = {text(benchmark)} AND kind <> 'score'",
        OTHERS_ORDER,
    )


def text(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def _select(columns: str, view: str, where: str, order: str) -> str:
    return f"SELECT {columns}\nFROM {view}\nWHERE {where}\nORDER BY {order};"
