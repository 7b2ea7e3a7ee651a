"""What belongs to a quantity: its measure, benchmark, method and baseline, sought in its clause before anywhere else."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from leaderboard.extraction.mentions import Mention, is_model_name
from leaderboard.extraction.reading import Match
from leaderboard.extraction.rules import compile_pattern
from leaderboard.extraction.tape import Item, Tape


@dataclass(frozen=True, slots=True)
class Measure:
    """`kind` as in Mention (`M`, `S`, `R`), or `?` for words that the lexicon does not know."""

    kind: str
    names: tuple[tuple[str, str | None], ...]
    """Each measure of a list: as written, and canonical where known."""


_FILLER = regex.compile(
    r"^(?:(?:the|a|an|its|their|our|average|averaged|mean|overall|total|absolute|relative|further|additional|significant|final|more|of|in|on|for|required|needed|number|amount|both|best|state-of-the-art|new|only|up|to|resulting|corresponding|maximum|respectively|an? number of)\s)+",
    regex.IGNORECASE,
)
_TAIL = regex.compile(
    r"\s(?:significantly|substantially|respectively|further|on average|consistently|considerably|greatly|dramatically|by|up|usage|consumption|value|values|numbers)$",
    regex.IGNORECASE,
)
_NOT_A_MEASURE = regex.compile(
    r"^(?:it|them|this|that|margin|considerable|significant\w*|competitive|substantial|remarkable|impressive|great|consistent|notable|state-of-the-art|better|strong|promising|superior|absolute|relative|performance improvements?|we|improvements?|gains?|results?|increase|reduction|boost|baselines?|models?|methods?|approach(?:es)?|state|previous|prior|existing|current|other|art|sota|ones?|point|points|average|up|significant|large|all|both|which|percentage|percent|relative|absolute|tasks?|datasets?|benchmarks?|an?|the|and|or|is|are|much|more|less|better|further|performance of|counterparts?|networks?|terms|cases?|settings?|scenarios?|experiments?|competitors?|work|works|methods|its|overall|value|respect|level|factor|number|error bars?|ours|top|general|cost of|scores?|rates?|ratios?|values?|at least|least)$",
    regex.IGNORECASE,
)


_ADJECTIVES = {"accurate": "accuracy", "efficient": "efficiency", "robust": "robustness", "precise": "precision"}


def measure_from_span(tape: Tape, span: tuple[int, int]) -> Measure | None:
    """The measure that a rule's slot holds: a known one inside it, else its own words."""
    first, last = tape.item_at(span[0]), tape.item_at(max(span[0], span[1] - 2))
    if first >= 2 and tape.items[first - 1].word == "during" and tape.items[first - 2].kind in "MSR":
        first = last = first - 2  # `the memory during training is 2x less`
    known = [item for item in tape.items[first : last + 1] if item.kind in "MSR"]
    text = _clean(tape.source(*span))
    if known:
        item = known[-1]
        return _of(item, tape, from_index=first)
    text = _ADJECTIVES.get(text.lower(), text)
    if any(item.kind in "NO" for item in tape.items[first : last + 1]) and (head := _HEAD_OF_NAME.match(text)):
        text = head[1]
        last = tape.item_at(span[0] + len(head[1]) - 1)
    if (
        not text
        or _NOT_A_MEASURE.match(text)
        or _NAMES_NO_MEASURE.search(text)
        or any(item.kind in "QOB" for item in tape.items[first : last + 1])
    ):
        return None
    if any(item.kind == "N" for item in tape.items[first : last + 1]) and (is_model_name(text) or len(text) > 25):
        return None
    return Measure("?", ((text, None),))


_HEAD_OF_NAME = regex.compile(
    r"((?:(?!number|amount|set|rest|part)\p{Ll}[\p{Ll}-]+ ?){1,3})(?<=\w) of\b"
)  # `size of the Swin-B model`


def _clean(text: str) -> str:
    text = " ".join(text.split())
    text = _FILLER.sub("", text + " ").strip()
    while match := _TAIL.search(text):
        text = text[: match.start()]
    text = regex.sub(r"ies$", "y", text)
    return text.strip(" ,.;:()'’")


_NAMES_NO_MEASURE = regex.compile(
    r"^(?:best-performing|best|state-of-the-art|previous|existing|prior|often)\b|\b(?:datasets?|tasks?|benchmarks?|baselines?|methods?|models?|systems?|approach(?:es)?|networks?|detectors?|backbones?|settings?|state-of-the-art|sota|literature|scenarios?|domains?|results)$",
    regex.IGNORECASE,
)
_MODIFIERS = regex.compile(
    r"^(?:top-?\d|macro|micro|weighted|balanced|mean|inverse|mask|box|classification|validation|test|word|character|execution|exact|verified|clean|robust|adversarial|attack|relative|unlabeled|labeled|linear|zero-shot|few-shot|novel|base|rank-\d|training|inference|model|peak|gpu|cpu|end-to-end|per-class|video|image|pixel|pixelwise|instance|point|joint|goal|slot|intent|entity|relation|event|task|trajectory|position|rotation|translation|median|prediction|retrieval|recognition|detection|segmentation|tracking|localization|grasp|grasping|question|answering|answer|link|object|semantic|panoptic|depth|pose|network|trainable|overall|harmonic|boundary|normalized|scene|character|phone|phoneme|sentence|token|computational|communication|storage|memory|storage|convergence|decoding|generation|sampling|search|energy|power)$"
)


def _of(item: Item, tape: Tape, from_index: int = 0) -> Measure:
    """The measure of an item, with the modifiers that stand before it: `word prediction accuracy`."""
    index = tape.items.index(item)
    if item.mentions[0].canonical in _VAGUE and index and tape.items[index - 1].kind == "M":
        index, item = index - 1, tape.items[index - 1]  # `pass@1 performance`
    start = item.start
    k = index - 1
    while (
        k >= max(0, index - 3)
        and tape.items[k].kind == "w"
        and _MODIFIERS.match(tape.items[k].word)
        and len(item.mentions) == 1
    ):
        start = tape.items[k].start
        k -= 1
    names = []
    for number, mention in enumerate(item.mentions):
        written = tape.sentence[start : mention.end] if number == 0 else mention.text
        names.append((" ".join(written.split()), mention.canonical))
    return Measure(item.kind, tuple(names))


WEAK = {"data", "samples", "runtime", "steps", "speed", "size", "cost", "operations", "time", "training data"}
_VAGUE = {
    "performance",
    "quality",
    "efficiency",
    "robustness",
    "error",
    "reward",
    "agreement",
    "satisfaction",
}  # measures that a nearer-meant one displaces
_HARD = {
    ";": 9,
    ":": 5,
    ".": 9,
    ",": 3,
    "(": 2,
    ")": 1,
    "and": 2,
    "while": 5,
    "whereas": 6,
    "but": 5,
    "with": 3,
    "without": 5,
    "–": 4,
    "—": 4,
    "than": 4,
    "over": 4,
    "compared": 4,
    "using": 3,
    "which": 3,
    "or": 2,
}


def _distance(tape: Tape, a: int, b: int) -> int:
    """How far two items are apart: words, and what parts their clauses."""
    low, high = sorted((a, b))
    cost = 0
    for item in tape.items[low + 1 : high]:
        if item.kind == "w":
            cost += 1 + _HARD.get(item.word, 0)
        else:
            cost += 7 if item.kind == "Q" else 1
    return cost


def nearest_measure(tape: Tape, index: int, kinds: str, limit: int = 16, *, weak: bool = False) -> Measure | None:
    """The measure nearest to a quantity, one that follows it at once first; None beyond `limit`.

    With `weak`, words count too that are a measure only where something is said to be used (`data`, `steps`).
    """
    best: tuple[int, Item] | None = None
    for k, item in enumerate(tape.items):
        if item.kind not in kinds or (not weak and item.mentions[0].canonical in WEAK):
            continue
        cost = _distance(tape, index, k) + (0 if k > index else 1) + (4 if item.mentions[0].canonical in _VAGUE else 0)
        if _belongs_elsewhere(tape, index, k):
            cost += 8
        if best is None or cost < best[0]:
            best = cost, item
    if best is None or best[0] > (min(limit, 6) if best[1].mentions[0].canonical in _VAGUE else limit):
        return None
    return _of(best[1], tape)


def _belongs_elsewhere(tape: Tape, index: int, k: int) -> bool:
    """Whether the measure stands right at another quantity: `95% accuracy` is not what `at 30 FPS` measures."""
    before = tape.items[k - 1] if k else None
    return bool(k - 1 != index and before is not None and before.kind == "Q")


_ACRONYM = regex.compile(r"[\p{Lu}&@\d.+-]*\p{Lu}[\p{Lu}\p{Ll}&@\d.+-]{0,9}")


_AFTER_MEASURE = frozenset("on in for , . and ) at with score while over metric points than".split())


def adjacent_measure(tape: Tape, index: int) -> Measure | None:
    """The quality measure right after a quantity, known (`59.48 BLEU`) or an acronym (`64 DS on`)."""
    after = tape.items[index + 1] if index + 1 < len(tape.items) else None
    following = tape.items[index + 2] if index + 2 < len(tape.items) else None
    ends = following is None or following.kind != "w" or following.word in _AFTER_MEASURE
    if after is not None and after.kind == "N" and ends and _ACRONYM.fullmatch(after.mentions[0].text):
        return Measure("M", ((after.mentions[0].text, None),))
    k = index + 1
    while (
        k < len(tape.items)
        and tape.items[k].kind == "w"
        and k - index <= 3
        and (
            _MODIFIERS.match(tape.items[k].word)
            or tape.items[k].word in ("in", "absolute", "relative", "average", "of")
        )
    ):
        k += 1
    if k < len(tape.items) and tape.items[k].kind == "M":
        return _of(tape.items[k], tape)
    return None


_IN_MEASURE = regex.compile(r" (?:in|in terms of|regarding) (?:the |average |overall |both )*(?P<measure>M\d+) ")
_IMPROVED_MEASURE = compile_pattern(
    "( <measure> {improvement} | {improve} ( the | its )* <measure> | {improvement} in ( the )? <measure> )"
)


def only_resource_before(tape: Tape, index: int) -> Measure | None:
    """The one resource that a clause is about: `the running time of the matching stage may be reduced by`."""
    found = [item for item in tape.items[:index] if item.kind in "SR" and item.mentions[0].canonical not in WEAK]
    return (
        _of(found[0], tape) if len(found) == 1 and not any(item.kind in "QM" for item in tape.items[:index]) else None
    )


_SUBJECT_MEASURE = regex.compile(
    r"(?:^|[,;:]|\bthat|\band)\s(?:(?:the|our|its)\s)?(?P<measure>M\d+)\s(?:of|for|in|on|between|with)\s[^;:]{0,160}\s(?:is|was|are|were)\s$"
)


def distant_measure(tape: Tape, index: int) -> Measure | None:
    """A measure that the sentence gives for all its numbers: `by 4.6% (A) and 4.4% (B) in mAP`, `performance gains`."""
    at = tape.offsets[index]
    if match := _IN_MEASURE.search(tape.text, at):
        return _of(tape.items[tape.item_at(match.start("measure"))], tape)
    if match := _SUBJECT_MEASURE.search(tape.text[:at]):
        return _of(tape.items[tape.item_at(match.start("measure"))], tape)
    for match in reversed(list(_IMPROVED_MEASURE.finditer(tape.text, 0, at))):
        item = tape.items[tape.item_at(match.start("measure"))]
        if item.kind == "M":
            return _of(item, tape)
    return None


def unknown_measure(tape: Tape, index: int) -> Measure | None:
    """A measure that stands before: `a SPICE of 23.1`, `an alignment score of 0.8`."""
    before = [
        i
        for i in tape.items[max(0, index - 4) : index]
        if not (
            i.kind == "w" and i.word in ("of", "score", "up", "to", "(", "is", "a", "an", "the", "value", "at", ":")
        )
    ]
    linked = (
        index >= 1 and tape.items[index - 1].kind == "w" and tape.items[index - 1].word in ("of", "is", ":", "=", "(")
    )
    if (
        linked
        and before
        and before[-1].kind == "N"
        and _ACRONYM.fullmatch(before[-1].mentions[0].text)
        and tape.items[index - 1].word != "("
    ):
        return Measure("M", ((before[-1].mentions[0].text, None),))
    head = _OF_HEAD.search(tape.text[: tape.offsets[index]])
    if head:
        text = _clean(tape.source(*head.span("what")))
        if text and not _NOT_A_MEASURE.match(text) and not _NO_HEAD.search(text.lower()):
            return Measure("?", ((text, None),))
    return None


_OF_HEAD = regex.compile(
    r" (?P<what>(?:(?!(?:an?|the|its|with|and|of|in|on|for|to|by|average|mean|overall|achiev\w+|report\w*|obtain\w*|reach\w*|attain\w*|get|has|have|that|yield\w*|resulting|show\w*|our|we|at|is|are) )[a-z][a-z-]+ ){0,3}"
    r"(?:scores?|rates?|ratios?|errors?|index|coefficients?|similarity|efficienc(?:y|ies)|accuracies|quality|completion|coverage|precision|distance|deviations?|correlations?|agreement|likelihood|loss|variance|consistency|fidelity|utilization|yield|reward|recognition|overlap|alignment) )"
    r"(?:(?:of|is|was|are|were|:|=|at|to) |(?:in|of|for|between) (?:[\w-]+ ){1,6}(?:is|are|was|were) )(?:(?:up|to|about|only|just) )*$"
)
_NO_HEAD = regex.compile(
    r"^(?:(?:sampling|learning|compression|sparsity|pruning|noise|confidence|frame|masking|labeling)\s(?:rate|ratio)s?)$"
)


_TRAINED_ON = regex.compile(
    r" (?:trained|pretrained|pre-trained|finetuned|fine-tuned|training|learned|learnt|pretraining) (?:only )?(?:on|with|from|using) (?:the )?$"
)


def sets_elsewhere(tape: Tape, index: int) -> bool:
    """Whether the words after a quantity say where it was measured, without a benchmark's name: `2.9% for face recognition`."""
    after = tape.text[tape.offsets[index] :]
    return bool(_ELSEWHERE.match(after))


_ELSEWHERE = regex.compile(
    r"\S+ (?:(?!Q\d|F\d|B\d|,|;|\.|and )\S+ ){0,6}?(?:on|for|in) (?!average|terms|total|both|all|these|M\d|S\d|R\d|the same)(?:(?!B\d)\S+ ){1,5}?(?:,|;|\.|and|respectively|as|over|compared|Q\d|\)) "
)
_SHOWING = {
    "demonstrate",
    "demonstrates",
    "show",
    "shows",
    "indicate",
    "verify",
    "validate",
    "reveal",
    "confirm",
    "that",
}


def nearest_benchmark(tape: Tape, index: int) -> Item | None:
    """The benchmark of a quantity within its sentence, None where none or more than one could be meant."""
    items = tape.items
    benchmarks = [k for k, item in enumerate(items) if item.kind == "B"]
    if not benchmarks:
        return None
    if index >= 2 and items[index - 1].word in ("(", ":") and items[index - 2].kind == "B":
        return items[index - 2]
    best: tuple[float, int] | None = None
    for k in benchmarks:
        low, high = sorted((index, k))
        between = items[low + 1 : high]
        quantities = sum(item.kind == "Q" for item in between)
        others = sum(item.kind == "B" for item in between)
        words = [item.word for item in between if item.kind == "w"]
        if k < index and ";" in words:
            continue
        if k < index and len(items[k].mentions) > 2 and _SHOWING & set(words):
            continue  # `experiments on A, B and C show ...` is about all of them
        cost = (
            len(between)
            + 3 * words.count(",")
            + 12 * words.count(";")
            + 10 * words.count(".")
            + 4 * others
            + 8 * quantities
        )
        if k < index:
            cost += 4 + (15 if _TRAINED_ON.search(tape.text, 0, tape.offsets[k]) else 0)
            if k <= 3 and items[0].word in ("on", "in", "for", "with") and not others:
                cost = min(cost, 9)
        elif (
            items[k + 1 : k + 2]
            and items[k + 1].kind == "w"
            and items[k + 1].word in ("(", ":")
            and k + 2 < len(items)
            and items[k + 2].kind == "Q"
        ):
            cost += 12  # `A (95%), B (96%)`: B belongs to the number that follows it
        if best is None or cost < best[0]:
            best = cost, k
    if best is None:
        return None
    if best[0] <= 26 or len(benchmarks) == 1:
        return items[best[1]]
    return None


_THAN_AFTER = compile_pattern(
    "( {than} | {outperform} ) ( the | that | those | of )* <baseline> ( , | \\. | \\) | ; | : | by | while | with | on | in | and | for | at | when | which | using | \\( | across | respectively | under | is | are | without | Q\\d\\S* )"
)
_BEATS_BEFORE = compile_pattern(
    "{outperform} ( the )? <baseline> ( , | \\. | \\) | ; | by | while | with | on | in | and | for | at | when | which | using | \\( | across | respectively | under | Q\\d\\S* )"
)
_GAINED_BEFORE = compile_pattern(
    "( {improvement} | {higher} | {reduction} | {lower} | {faster} ) ~4 ( over | upon | than | against | compared to | compared with | relative to ) ( the )? <baseline> ( , | \\. | \\) | ; | : | by | while | with | on | in | and | for | at | when | \\( | of | – | -- | Q\\d\\S* )"
)
_COMPARED = compile_pattern(
    "( compared | compare ~3 | relative | comparison | contrast ) ( to | with ) ( the | that | those | of )* <baseline> ( , | \\. | \\) | ; | : | by | while | with | on | in | and | for | at | when | which | using | \\( | across | respectively | under | without | we | our | O\\d+ | Q\\d\\S* )"
)


_TIED = compile_pattern(
    "( match\\w* | par with | comparable to | comparable with | equal to | competitive with | similar to | equivalent to | competitively with | attains? ) ( the )? ( performance of | accuracy of | quality of )? <baseline> ( , | \\. | ; | by | while | with | on | in | and | for | at | when | \\( | using | Q\\d\\S* )"
)
_IMPROVED = compile_pattern("{improve} ( the )? ( ~4 of ( the | a | an | current )* )? <baseline> by")
_SYSTEM = regex.compile(
    r"state[- ]of[- ]the[- ]art|\b(?:sota|baselines?|backbones?|detectors?|models?|methods?|systems?|networks?|approach(?:es)?|nets?)\b|\p{Lu}.*\p{Lu}|\p{L}\d"
)
_BESIDE_NAME = regex.compile(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|such as|and|,|to|with|,? like) (?:the )?(?P<name>N\d+) \( (?:by )?$"
)
_AND_BY = regex.compile(
    r" (?:and|,|,? as well as) (?:the )?(?P<baseline>(?:(?!by |Q\d|,|;|\.|and |M\d|B\d|S\d|R\d)\S+ ){1,7})by (?:\S+ ){0,2}$"
)


def find_baseline(tape: Tape, index: int) -> str | None:
    """What a change is measured against, from the words after the quantity, then before it, then the whole sentence."""
    at = tape.offsets[index]
    until = tape.offsets[index + 1] if index + 1 < len(tape.offsets) else len(tape.text)
    beside = _AND_BY.search(tape.text[:at])
    compares = beside and regex.search(
        r" (?:outperform|surpass|exceed|beat|improv\w+ (?:up)?on|over|than)", tape.text[: beside.start()]
    )
    if beside and compares and (text := baseline_text(tape, beside.span("baseline"))):
        return text
    before = [*_BEATS_BEFORE.finditer(tape.text, 0, until), *_GAINED_BEFORE.finditer(tape.text, 0, until)]
    before.sort(key=lambda match: match.start())
    if before and before[-1].end() >= at - 12 and (text := baseline_text(tape, before[-1].span("baseline"))):
        return text  # `an improvement over LoRA by 2%`: nothing stands between
    if beside_name := _BESIDE_NAME.search(tape.text[:at]):
        return tape.items[tape.item_at(beside_name.start("name"))].mentions[0].text  # `Mask2Former (+1.7% PQ)`
    after = tape.text[at:]
    stop = regex.search(r" (?:Q\d|F\d|T\d|; )", after)
    limit = at + (stop.start() + 1 if stop else len(after))
    later: str | None = None
    for match in _THAN_AFTER.finditer(tape.text, at):
        if text := baseline_text(tape, match.span("baseline")):
            if match.start() <= limit:
                return text
            later = later or text
    for match in reversed(before):
        if ";" not in tape.text[match.end() : at] and (text := baseline_text(tape, match.span("baseline"))):
            return text
    for match in _IMPROVED.finditer(tape.text, 0, at):
        text = baseline_text(tape, match.span("baseline"))
        if text and _SYSTEM.search(text):
            return regex.sub(r"\s(?:performance|results?|accuracy|scores?)$", "", text)
    for pattern in (_COMPARED, _TIED):
        for match in pattern.finditer(tape.text):
            if text := baseline_text(tape, match.span("baseline")):
                return text
    return later if ";" not in tape.text[at:] else None


def rival_of(text: Tape) -> str | None:
    """Whom a sentence says the paper's method outperforms, for the numbers of the next one."""
    for match in _BEATS_BEFORE.finditer(text.text):
        if found := baseline_text(text, match.span("baseline")):
            return found
    return None


_NAMES_A_TASK = regex.compile(
    r"\b(?:sub-?tasks?|datasets?|benchmarks?|settings?|test sets?|metrics|splits?|scenarios?|domains?|languages)$",
    regex.IGNORECASE,
)
_NO_BASELINE = regex.compile(
    r"^(?:\W*|(?:previous|prior|the|a|an|all|\d+|baseline|real|multiple|several|various|many|different|time|time\S*|other|its|their|range|wide range|variety|two|three|four|five|six|seven|eight|nine|ten|set|diverse|average|\w+ing|state|each|both|these|those|this|it|datasets?|tasks?|benchmarks?|of|obtained|achieved|produced|used|\d.*)(?:\s(?:datasets?|tasks?|benchmarks?|range|variety|set|settings?|scenarios|domains|languages|experiments|real|time|years?|seeds|runs))*(?:\sof)?)$",
    regex.IGNORECASE,
)


_AN_AMOUNT = regex.compile(
    r"(?:average|mean|median|overall)\s|(?:one|two|three|four|five|six|ten|half)\s(?:\p{Ll}+\s)?(?:of|seconds?|minutes?|hours?|days?)\b",
    regex.IGNORECASE,
)


def baseline_text(tape: Tape, span: tuple[int, int]) -> str | None:
    """The baseline that a span of the tape names, None where it is no system at all."""
    first = tape.item_at(span[0])
    if tape.items[first].kind in "BMSRQ":
        return None
    text = " ".join(tape.source(*span).split())
    text = regex.sub(
        r"^(?:(?:the|a|an|its|their|our|that|those|of|all|or|and|even|outperforms?|surpass(?:es)?)\s)+",
        "",
        text,
        flags=regex.IGNORECASE,
    )
    text = regex.sub(
        r"[\s,]+(?:significantly|respectively|on average|respectively|and|consistently|substantially|both|only|even|further|also|with|by|on|in|of|for|to)$",
        "",
        text,
    ).strip(" ,.;:()")
    if not text or _NO_BASELINE.match(text) or _AN_AMOUNT.match(text) or _NAMES_A_TASK.search(text) or len(text) > 120:
        return None
    return text


def slot_mention(tape: Tape, match: Match, slot: str) -> Mention | None:
    """The mention in a rule's slot."""
    span = match.slots.get(slot)
    if span is None:
        return None
    item = tape.items[tape.item_at(span[0])]
    return item.mentions[0] if item.mentions else None
