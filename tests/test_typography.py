"""Marks that a conversion doubled or wrote out are put right where they stand."""

from __future__ import annotations

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.notation import line
from leaderboard.extraction.typography import in_place
from leaderboard.model import Paper


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"an error of \mathbf{0.37}^{\circ}\mathbf{0.37}^{\circ}", "an error of 0.37 °"),
        (r"a drift of 2.6\pm0.742.6\pm0.74 cm", r"a drift of 2.6\pm0.74 cm"),
        (r"a drift of 7.1\ \mu \mathrm{m}7.1\ \mu \mathrm{m}", "a drift of 7.1 μm"),
        ("a lift of 12.7 /spl mu/m at 60/spl deg/", "a lift of 12.7 μm at 60 °"),
        ("an error of 0.83plusmn0.29mum at 3 ¿s", "an error of 0.83 ±0.29 μm at 3 μs"),
        (r"by more than extit{$40%$} at $12 \mu$J and extbf{7}", "by more than $40%$ at $12 μJ and 7"),
        (r"fits ($R^2=0.8$, R^{2} = 0.7)", "fits ($ R2=0.8$, R2 = 0.7)"),
        (r"from $0.58\rightarrow0.14$, 31\%\to44\% and 47=>78 to", "from $0.58 →0.14$, 31\\% →44\\% and 47 →78 to"),
        (r"{\em Something-Something} and 3 others", r"{\em Something-Something} and 3 others"),
    ],
)
def test_marks_are_put_right_in_place(written: str, read: str) -> None:
    """Nothing moves: the number's digits stand where they stood."""
    put = in_place(written)
    assert len(put) == len(written)
    assert " ".join(put.split()) == read


def test_a_claim_quotes_the_abstract_as_it_is() -> None:
    """The doubled formula is read once, and the sentence is verbatim."""
    abstract = r"Our tracker has a mean error of 3.4\pm 1.7\ mm3.4\pm 1.7\ mm. It is fast."
    claims = extract(Paper(paper_id="p", title="", abstract=abstract))
    assert [line(claim) for claim in claims] == ["score 3.4 mm | error"]
    assert claims[0].sentence == abstract.removesuffix(" It is fast.")
    assert abstract[claims[0].start : claims[0].end] == "3.4"
