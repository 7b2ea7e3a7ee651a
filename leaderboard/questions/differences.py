"""What is different between two databases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leaderboard import store
from leaderboard.resources import folder

if TYPE_CHECKING:
    import pyarrow as pa

_COMPARED = {"claims": "claims_with_papers", "bests": "best_results"}


def between(old: Path, new: Path) -> pa.Table:
    """A row for each record broken, and each result added, changed or gone, in this order.

    Columns: change, kind, benchmark, metric, setting, method, old_value, new_value, unit, was (what a changed reading
    said before, or who held a broken record), title, sentence, claim_id. Raises InputError as `store.opened` does.
    """
    with store.in_memory() as connection:
        # Copies, for a view of an attached file would look for its macros in this connection.
        for side, path in (("old", old), ("new", new)):
            with store.opened(path) as opened:
                for name, view in _COMPARED.items():
                    connection.register(f"{side}_{name}", opened.sql(f"SELECT * FROM {view}").to_arrow_table())
        question = (folder("queries") / "compare" / "changes.sql").read_text(encoding="utf-8")
        return connection.sql(question).to_arrow_table()
