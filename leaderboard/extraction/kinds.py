"""What kind of claim a number is: how it is meant (the rule's frame) together with what is measured."""

from __future__ import annotations

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.measures import Measure
from leaderboard.extraction.quantity import Quantity
from leaderboard.extraction.rules import word_classes
from leaderboard.model import Kind

_TIME_WORDS = patterns.compiled(
    r"\b(?:time|latency|runtime|speed|throughput|fps|delay|duration|faster|inference|training|decoding|convergence|rate of convergence|acceleration|wall-clock|makespan)\b",
    regex.IGNORECASE,
)
_RESOURCE_WORDS = patterns.compiled(
    r"\b(?:memory|parameters?|params|flops?|gflops|macs|compute|computations?|computational|energy|power|storage|sizes?|dimensions?|dimensionality|tokens?|samples?|data|labels?|annotations?|costs?|communication|bandwidth|compression|complexity|footprint|weights?|vram|budget|quer(?:y|ies)|steps|iterations|epochs|overhead|cache|carbon|interactions|episodes|demonstrations|trials|bits|rounds|resources?|consumption|hours|compact|operations|multiplications|bops|calculations|corrections|boxes|clicks|keystrokes|inferences|electricity|volume of|(?:sequence|prompt|input|original|response|reasoning|generation|answer|token|plan|output(?: \w+)?) lengths?|bills?|(?:peak|power|electricity|heating|cooling) demands?|(?<!control )(?<!muscular )(?<!muscle )efforts?|workload|moderation load)\b",
    regex.IGNORECASE,
)
_LOWER_WORDS = patterns.compiled(
    r"\b(?:errors?|mistakes?|crash(?:es)?|accidents?|invalid|wrong|missed|failed|rejected|ignored|interventions?|disengagements?|loss(?:es)?|perplexity|ppl|fid|wer|cer|mae|rmse|mse|distance|deviation|gap|hallucinations?|toxicity|bias|forgetting|collisions?|intrusions?|violations?|failures?|falls|timeouts?|regret|variance|uncertaint(?:y|ies)|noise|jitter|vibrations?|oscillations?|overshoot|artifacts?|risk|false|misclassification|drift|degradation|entropy|eer|der|kl|divergence|nll|makespan|cost|discrepancy|disparit(?:y|ies)|fluctuations?|disruptions?|crosstalk|interference|flipped|unsafe|harmful|incorrect|penalt(?:y|ies)|violating|inconsistenc(?:y|ies)|rates? of (?:error|failure))\b",
    regex.IGNORECASE,
)
_HIGHER_DROP = patterns.compiled(
    r"\b(?:accuracy|performance|precision|recall|f1|bleu|map|ap|quality|score|success|auc|iou|psnr|ssim|utility|robustness|efficiency)\b",
    regex.IGNORECASE,
)


_QUALITY_HEAD = patterns.compiled(
    r"(?<!compression )(?:density|ratio|score|error|accuracy|quality|diversity|coverage|robustness|[a-z]{4,}[bt]ility|collision|variance|disparity|discrepancy|fluctuation|violation|difference|interference)s?$",
    regex.IGNORECASE,
)  # `lift-to-weight ratio`, `sample transferability`
_ENDURED = patterns.compiled(
    r"\b(?:flight|operating|operation|battery|survival|hover(?:ing)?|endurance|standby|up|driven|life) ?times?$|\beffective |\bcapacity$",
    regex.IGNORECASE,
)  # more of it is better
_EFFICIENT = patterns.compiled(
    r"^(?:(?:[\w ]+ )?(?:inference|training|run-?\s?time|search|sampling|execution|simulation|planning|editing|scanning|decoding|processing|rendering|mapping) )?efficiency$",
    regex.IGNORECASE,
)
"""What is a multiple of another's is how fast: `three times more efficient than HeronNet`."""
_FLAWED = patterns.compiled(
    r"\b(?:wrong|incorrect|false|missed|flipped|invalid|unsafe|failed|violating|mis[a-z]{4,})\b", regex.IGNORECASE
)
"""Of what there are fewer for the better, whatever it counts: `wrong boxes`."""
_PER = patterns.compiled(r"(?<=\w)[- ]per[- ].*", regex.IGNORECASE)
"""What a measure is counted by: the cost of `the cost per error` is one of a resource."""
_TRAINED_ON = patterns.compiled(
    r"\btraining (?:[a-z-]+ )?(?:subjects|participants|speakers|scenes|images|videos|clips|recordings|pairs|prompts|questions|problems)$",
    regex.IGNORECASE,
)
"""Things that training takes, and no time: `fewer training subjects`."""
TIMED = patterns.compiled(r"\b(?:times?|latency|latencies|delays?|makespan)$", regex.IGNORECASE)


def measure_class(measure: Measure | None) -> str:
    """`quality`, `speed`, `resource`, or `` where the text names no measure."""
    if measure is None:
        return ""
    if measure.kind == "M":
        timed = TIMED.search(measure.names[0][0]) and not _ENDURED.search(measure.names[0][0])
        return "speed" if timed else "quality"
    if measure.kind == "S":
        return "speed"
    if measure.kind == "R":
        if _FLAWED.search(measure.names[0][0]):
            return "quality"  # `unsafe interactions`
        metric = lexicon.load().metric(measure.names[0][1] or "")
        # force, range, payload: what a machine is able to do, and no saving when it is less
        return "quality" if metric is not None and metric.resource and metric.kind_hint is None else "resource"
    text = _PER.sub("", measure.names[0][0])
    if text.lower().startswith(("time-to-", "time to ")):
        return "speed"
    if any(each.search(text) for each in (_QUALITY_HEAD, _ENDURED, _FLAWED)):
        return "quality"
    if _TRAINED_ON.search(text):
        return "resource"
    if TIMED.search(text) or _RATE_WORDS.search(text):
        return "speed"  # `data transfer time`
    if _RESOURCE_WORDS.search(text):
        return "resource"
    return "speed" if _TIME_WORDS.search(text) else "quality"


def lower_is_better(measure: Measure) -> bool | None:
    """From the lexicon, else from the words; None where neither says."""
    written, canonical = measure.names[0]
    if _WANTING.search(written):
        return True
    if canonical is not None:
        metric = lexicon.load().metric(canonical)
        if metric is not None and metric.direction is not None:
            return metric.direction == "lower"
    if _LOWER_WORDS.search(written):
        return True
    return False if _HIGHER_DROP.search(written) else None


_WANTING = patterns.compiled(
    r"\b(?:unfairness|instability|inaccurac(?:y|ies)|sub-?optimality|infidelity|misalignment|imbalance|inequality|discomfort|dissatisfaction|infeasibility|unreliability)$",
    regex.IGNORECASE,
)
_RATE_WORDS = patterns.compiled(r"\b(?:speeds?|throughput|fps|frame rate)\b", regex.IGNORECASE)
_ACCELERATION = patterns.compiled(r"(?:speed-?\s?ups?|accelerations?)$", regex.IGNORECASE)  # `a 60x training speedup`
_COMPRESSES = patterns.compiled(r"\bcompress", regex.IGNORECASE)
_RISES = patterns.compiled(r"\b(?:increas|ris(?:e|ing)|rose|grow|grew|higher|larger|longer|more\b)")
_FALLS = patterns.compiled(r"\b(?:drop|declin|fall|fell|dips?\b)(?!\w* short)")  # what may be for the better
_LESS = patterns.compiled(r"compress|reduction|saving|pruning", regex.IGNORECASE)
_SPARES = patterns.compiled(r"\b(?:compress|prun(?:es|ing)\b|pruned (?!\w+s )|sav(?:es?|ed|ings?)\b)")
TELLS_RESOURCE = patterns.compiled(
    r"\b(?:light|cheap|cost|weigh|number|amount|resource|demanding|small|short|compact|tak(?:es?|ing)|need|us(?:e|es|ing)|requir|consum|spend)\w*\b"
)
"""What tells without a measure that it is a resource of which there is less: `6 times lighter`, `reduces the number of flights by a factor of four`."""
_BY_SO_MUCH = patterns.compiled(r" (?:by|to) ")
_LESSENS = patterns.compiled(
    rf"\b(?:{'|'.join(word_classes()[name] for name in ('reduce', 'reduction', 'lower', 'worsen'))}|halv\w+|spared|avoided)\b"
)
_SHRINKS = patterns.compiled(
    r"^ ?\S+ (?:(?!(?:of|in|for|to|on|at|by|from|between|with|not) )\S+ ){0,3}(?:models?|networks?) (?:by|to) "
)
"""What is smaller by a factor where no measure is told: `shrinks the network by 4x`, and not `reduces the tilt of OwlNet by`."""
_BETTER = patterns.compiled(r"improv|gain|boost|better|advantage|benefit|efficien|compact|compress|saving|reduc|uplift")

_GIVEN = frozenset(("power", "energy", "area", "bitrate", "bandwidth", "communication"))
_BOTH_WAYS = _GIVEN | {"weight", "model size", "size", "data", "samples", "labels", "tokens"}
"""Of what a machine spends or gives, and what is tried with more of: `a 45% increase in ankle power`, `doubles the data` are no cost."""
_CONSUMED = patterns.compiled(
    r"consum|requir|cost|overhead|need|usage|\buse[ds]?\b|draw|loss|model|network|complexity|round|message"
)
SPENDS = patterns.compiled(r"\b(?:consum|requir|cost|need|us(?:es?|ing)\b|tak(?:es?|ing)\b|spend|incur|draws?\b)")
"""What says right before a figure that it is of something spent: `incurs a 30% increase in tokens`, `takes 4x less than`."""


_HAS_SHARE = patterns.compiled(
    r" (?:with|using|has|have|uses?|requires?|needs?|consum\w+|contain\w*) (?:\w+ )?Q\S+ (?:the|as|of) "
)  # `with half the parameters`


def _is_of_fewer(frame: str, quantity: Quantity, measure: Measure, words: str, ahead: str) -> bool:
    """Whether a change says that fewer things are needed: `96% fewer dimensions`, `reduces the number of boxes by 40%`.

    What becomes less by a factor is needed as well, and so are parts of a network: `shrinks the song book by 17x`,
    `removes 40% of the channels`; of what is lower and no things are counted, nothing says that it is needed,
    `40% lower sway`, but a verb: `uses 40% less traffic`.
    """
    name = measure.names[0][0]
    counted = any(f" {of} of " in words or name.startswith(f"{of} of ") for of in ("number", "amount"))
    counted = counted or name.endswith("space")
    by_a_factor = quantity.unit_class == "factor" and quantity.value > 1
    if frame == "fewer":
        things = counted or _PLURAL.search(name) is not None
        return things or _LOWER.search(words) is None or SPENDS.search(ahead) is not None
    return frame == "down" and (counted or by_a_factor or _PARTS.search(name) is not None)


_PARTS = patterns.compiled(
    r"\b(?:layers|channels|filters|neurons|synapses|experts|attention heads|searches|calls|requests|look-?ups|retrievals|invocations|transmissions)$",
    regex.IGNORECASE,
)
_PLURAL = patterns.compiled(r"[^su]s$")
_LOWER = patterns.compiled(r" (?:lower|less) ")


def compose(
    frame: str, quantity: Quantity, measure: Measure | None, words: str = "", ahead: str = ""
) -> tuple[Kind | None, bool]:
    """The kind that a frame and what is measured make together, and whether a gain is a loss; None for no claim.

    `words` is what the rule matched: an *improvement* in memory is less of it, an *increase* more; `ahead` are a few
    words before that.
    """
    what = measure_class(measure)
    unit = quantity.unit_class
    lower = lower_is_better(measure) if measure is not None else None
    if measure is not None and unit == "factor" and measure.kind == "S" and _ACCELERATION.search(measure.names[0][0]):
        return ("speedup" if frame != "nothing" else None), False
    if frame in ("up", "beats") and unit == "factor" and measure is not None and _EFFICIENT.match(measure.names[0][0]):
        return "speedup", False
    if frame in ("value", "used", "cost"):
        if measure is not None and _COMPRESSES.search(measure.names[0][0]) and unit in ("factor", "percent"):
            return "saving", False
        if frame == "used" and unit == "factor" and quantity.value > 1 and measure is not None and measure.kind == "?":
            return None, False  # `with three times as many classes` says how large, not how costly
        if unit == "measure" and what != "resource" and frame != "used":
            return "score", False
        if quantity.unit in ("Hz", "kHz") and measure is not None and measure.names[0][1] == "bandwidth":
            return "score", False  # how quick a drive or a sensor follows is no rate of computing
        if what == "quality" and (frame != "used" or (measure is not None and measure.kind == "M")):
            return "score", False
        if unit == "factor" and measure is not None and _RATE_WORDS.search(measure.names[0][0]):
            return "speedup", False
        if what in ("speed", "resource") or frame in ("used", "cost"):
            return "cost", False
        if unit in ("time", "rate", "memory", "compute", "count", "money"):
            return "cost", False
        return ("score", False) if unit in ("percent", "points", "bare", "measure") else (None, False)
    if frame == "outsized":
        return "saving", False
    if frame in ("share", "multiple"):
        return "score", False
    if frame == "compressed":
        less = measure is not None and _LESS.search(measure.names[0][0])
        return ("speedup" if what == "speed" else "saving", False) if less else (None, False)
    if frame == "faster" and (unit == "rate" or (unit == "time" and "( " in words)) and " by " not in words:
        return "cost", False  # `faster than HeronNet (25 FPS)`
    if frame == "faster" and unit == "count":
        return None, False  # `an acceleration of 20 G`
    share = unit == "factor" and quantity.value < 1
    if frame == "up" and share and what in ("speed", "resource") and "( " not in words and not _LESSENS.search(words):
        return "cost", False  # `half that of HeronNet`
    if frame == "faster":
        return ("cost" if share else "speedup"), False  # `a run time of 1/5 of it`
    used = share and (not quantity.word or " of the " in words or _HAS_SHARE.search(words) is not None)
    if frame in ("fewer", "down") and used and ("( " in words or not _LESSENS.search(words)):
        return "cost", False  # `fewer epochs (0.5x)`, `rivals with 1/3 of the parameters`
    if frame == "nothing" or (share and quantity.word and frame == "up" and (measure is None or measure.kind in "R?")):
        return None, False  # `reaches at least half the welfare` is no rise
    falls = frame == "worse" and bool(_FALLS.search(words))
    if frame == "worse" and not falls and what in ("speed", "resource"):
        return ("cost", False) if unit in ("percent", "factor") else (None, False)  # a penalty in memory
    if what == "speed":
        if falls and measure is not None and _RATE_WORDS.search(measure.names[0][0]):
            return None, False
        if frame == "up" and measure is not None and TIMED.search(measure.names[0][0]) and _RISES.search(words):
            return ("cost", False) if unit in ("percent", "factor") else (None, False)  # more time is no speed
        return "speedup", False
    if what == "resource":
        if frame == "up" and measure is not None and not _BETTER.search(words + measure.names[0][0].lower()):
            written, name = measure.names[0]
            spent = _CONSUMED.search(words + written.lower()) or SPENDS.search(ahead)
            if (name or written.rsplit(" ", 1)[-1]) in _BOTH_WAYS and not spent:
                return ("gain" if name in _GIVEN else None), False
            return ("cost", False) if unit in ("percent", "factor") else (None, False)
        return "saving", False
    unknown = what == "" and unit == "factor" and not _SPARES.search(words) and not TELLS_RESOURCE.search(words)
    if unknown and frame in ("fewer", "down") and _BY_SO_MUCH.search(words) and not _SHRINKS.search(words):
        return None, False  # `reduces not only the jerk by a factor of two`
    if what == "" and (
        (frame in ("fewer", "down") and (unit == "factor" or _SPARES.search(words)))
        or (frame == "up" and unit == "factor" and "compressed" in words)
    ):
        return "saving", False
    if frame == "beats" and what == "" and unit == "factor":
        return "speedup", False
    if frame == "fewer" and what == "":
        return ("saving", False) if unit == "percent" else ("speedup", False) if unit == "time" else (None, False)
    if frame == "down" and what == "" and unit in ("time", "rate"):
        return "speedup", False
    if unit == "money":
        return ("saving", False) if frame in ("down", "fewer") else (None, False)
    if frame == "worse":
        return "gain", not (falls and lower)
    if (
        measure is not None
        and measure.kind == "?"
        and lower is None
        and _is_of_fewer(frame, quantity, measure, words, ahead)
    ):
        return "saving", False
    if frame in ("down", "fewer"):
        return "gain", lower is False
    loss = frame == "up" and lower is True and _RISES.search(words) is not None
    return "gain", loss and not _BETTER.search(words) and not _GOT_FURTHER.search(words)


_GOT_FURTHER = patterns.compiled(r" (?:R\d+|distance) (?:travel+ed|covered|walked|driven|flown) ")
