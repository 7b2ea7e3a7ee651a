"""What became faster where no measure stands at the number: said by a verb (`trains 3x faster`) or a phrase (`at inference`)."""

from __future__ import annotations

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_MEANT = {
    "train": "training time", "pretrain": "training time", "pre-train": "training time", "retrain": "training time",
    "fine-tun": "training time", "finetun": "training time", "converg": "convergence speed", "infer": "inference time",
    "test": "inference time", "decod": "decoding time", "sampl": "sampling time", "render": "rendering time",
    "plan": "planning time", "comput": "computation time", "calculat": "computation time", "run": "running time",
    "execut": "execution time",
}  # fmt: skip
"""The measure, by a name that the lexicon knows, that is meant by a word which begins so."""
_ACTIVITY = (
    r"(?:pre-?|re)?training|fine-?tuning|convergence|inference|test(?:ing|[ -]time)|train[ -]time|decoding|sampling"
    r"|rendering|planning|computations?|calculations?|execution"
)
_ARTICLE = (
    r"(?:(?:the|its|their|our|both|full|model|overall|end-to-end|motion|path|trajectory|network|faster|efficient) )*"
)
_NO_PART = r"(?:[QFT]\d\S*|[,;:.()]|and|but|while|which|whose|than|compared|is|are|was|were)"
# Not the activity of what is faster: `the trained network is 3x faster`, `3x faster without training`.
_VERB = (
    r"(?:pre-?|re)?trains?|(?<= be )(?:pre-?|re)?trained|fine-?tunes?|converges?|converging|infers?|decodes?|executes?"
)
_NOT_MEANT = r"(?<! (?:without|no|after|before|than|any|from|of) )"
_BEFORE = (
    patterns.compiled(rf" (?P<what>{_VERB}) (?:(?!{_NO_PART} )\S+ ){{0,7}}$"),
    patterns.compiled(rf" {_NOT_MEANT}(?P<what>{_ACTIVITY}) (?:(?:is|are|being|at|up|to|about|by|an?) )*$"),
    patterns.compiled(
        r" (?P<what>S\d+) (?:(?:\(|,|:|of|that|which|is|are|was|were|being|it|at|almost|as|much|an?|to|up|about|on|average) )*$"
    ),
    patterns.compiled(r" (?P<what>runs?|running) (?:(?:at|up|to|about|an?|on|average|even|least|over|still|be) )*$"),
    patterns.compiled(
        r" (?P<what>S\d+) (?:speed-?ups?|acceleration) (?:(?:\(|,|:|of|that|which|is|up|to|about|by|e\.g\.|i\.e\.) )*$"
    ),
    patterns.compiled(
        rf" (?:{word_classes()['accelerate']}) (?:(?!{_NO_PART} )\S+ ){{0,4}}?(?P<what>S\d+|{_ACTIVITY}) (?!and )"
        r"(?:(?![QFT]\d|[,;:()])\S+ ){0,12}$"
    ),
)
"""What may stand before the number: `we train the network [3x] faster`, `its inference is`, `runs`, `speeds up training by`."""
_AFTER = (
    patterns.compiled(
        rf"\S+ (?:(?!{_NO_PART} )\S+ ){{0,3}}?(?:in|for|of|on|to) {_ARTICLE}(?P<what>{_ACTIVITY}|train|run|converge) (?!and )"
    ),
    patterns.compiled(rf"\S+ (?:(?![QFT]\d|[;:()])\S+ ){{0,12}}?(?:at|during|when) {_ARTICLE}(?P<what>{_ACTIVITY}) "),
    patterns.compiled(
        rf"\S+ (?:faster|quicker|speed-?up|acceleration|as fast) (?:model |motion |path |a |an )?(?P<what>{_ACTIVITY}|S\d+) (?!and )"
    ),
    patterns.compiled(
        r"\S+ (?:(?![QFT]\d|[;:()])\S+ ){0,12}?(?:(?:in|at|during) (?:the |its |total |average |overall )*(?P<what>S\d+)"
        r"|in terms of (?:(?:the|its|of|[a-z-]+) ){0,2}(?P<what>[SR]\d+)) "
    ),
)
"""What may stand behind it: `[3x] speedup in training`, `faster than HeronNet at test time`, `faster inference`."""


_SET_UP = patterns.compiled(
    rf"^ (?:\S+ , )?(?:when|while|for|in|during|in terms of) {_ARTICLE}(?P<what>S\d+|{_ACTIVITY}) (?:(?![QFT]\d|[;:])\S+ )*$"
)  # `When training HeronNet, we achieve`


_FARTHEST = 160
"""How many characters before a number what it is of is looked for."""


def what_is_faster(tape: Tape, index: int) -> Measure | None:
    """The measure of speed that the words around a number tell; None where they tell none."""
    at = tape.offsets[index]
    found = [pattern.search(tape.text, max(0, at - _FARTHEST), at) for pattern in _BEFORE]
    found += [pattern.match(tape.text, at) for pattern in _AFTER]
    match = next((each for each in found if each is not None), None) or _SET_UP.search(tape.text, 0, at)
    if match is None:
        return None
    item = tape.items[tape.item_at(match.start("what"))]
    if item.kind in "SR":
        return Measure("S", ((item.mentions[0].text, item.mentions[0].canonical),))
    name = next(name for stem, name in _MEANT.items() if match["what"].startswith(stem))
    metric = lexicon.load().metric(name)
    assert metric is not None, name
    return Measure("S", ((name, metric.name),))
