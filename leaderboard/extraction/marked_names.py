"""Names as a tape marks them: whole, by their place, and without the size in them."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.names import DESCRIBES, is_model_name, is_served_model, served_model
from leaderboard.extraction.tape import Tape

EARLY_NAME = patterns.compiled(r" (?P<name>[NO]\d+) (?:(?!Q\d|F\d|T\d|;|\.|:|[NO]\d)\S+ ){0,10}$")
_A_SIZE = patterns.compiled(r"[-\s_]?\d+(?:\.\d+)?[BbM]\b")


def stem(name: str) -> str:
    """A name without the size in it."""
    return _A_SIZE.sub("", name)


def is_others(name: str) -> bool:
    """Whether a name is one that many papers use: of a model that others made, or of a kind of model."""
    return DESCRIBES.search(name) is not None or is_model_name(name) or is_served_model(name)


def last_match(pattern: regex.Pattern[str], text: str) -> regex.Match[str] | None:
    """The match that begins last."""
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


SHAPED_NAME = patterns.compiled(r"\p{Lu}.*\p{Lu}|\p{L}\d|\p{Ll}\p{Lu}")


def first_of_name(tape: Tape, index: int) -> int:
    """The first item of the name that ends at `index`, with the names right before it: `Full FT`."""
    while (
        index > 0
        and tape.items[index - 1].kind == "N"
        and tape.sentence[tape.items[index - 1].end : tape.items[index].start] == " "
    ):
        index -= 1
    return index


def whole_name(tape: Tape, index: int) -> str:
    """The name that ends at an item, with the names right before it."""
    return tape.sentence[tape.items[first_of_name(tape, index)].start : tape.items[index].end]


def name_at(tape: Tape, offset: int) -> str:
    """The name whose mark stands at an offset of the tape's text, with its version: `Claude 3 Opus`.

    Of what is told by the own method's name that name: `our OwlNet-based parser`.
    """
    index = tape.item_at(offset)
    mark = tape.items[index]
    name = mark.mentions[0].text
    name = _MADE_WITH.sub("", name) if mark.kind == "O" else name
    served = served_model(tape.sentence, mark.start)
    if len(served) <= len(name):
        return name
    behind = (item for item in tape.items[index + 1 :] if item.kind in "QFT")
    figure = next(
        (item.start for item in behind if not _A_VERSION.match(tape.sentence, item.start)), len(tape.sentence)
    )
    return served[: figure - mark.start].rstrip()  # `Claude` of `Claude 57.8%`


_A_VERSION = patterns.compiled(r"\d(?:\.\d)?\s(?![%\d]|points?|percent|times|x\b)")
"""What a number right behind the name of such a model may be: `3.7` in `Claude Sonnet 3.7 reads`, not in `Claude 57.8%`."""
_MADE_WITH = patterns.compiled(
    r"(?<=\w)-(?:based|trained|tuned|guided|driven|powered|enhanced|equipped|generated|augmented|assisted|annotated|compressed|pruned|quantized|optimized|refined|initialized|synthesized|produced|distilled|supervised|adapted|selected|curated|filtered|enabled|derived)$"
)
