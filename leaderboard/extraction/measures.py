"""Measures and their names: what a rule's slot holds, a known word with what modifies it, or plain words name."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.mentions import Mention
from leaderboard.extraction.modifiers import modified_from
from leaderboard.extraction.names import is_model_name
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Item, Tape


@dataclass(frozen=True, slots=True)
class Measure:
    """`kind` as in Mention (`M`, `S`, `R`), or `?` for words that the lexicon does not know."""

    kind: str
    names: tuple[tuple[str, str | None], ...]
    """Each measure of a list: as written, and canonical where known."""


HEADS = (
    r"scores?|rates?|ratios?|errors?|index|coefficients?|similarity|efficienc(?:y|ies)|accuracies|quality|completion|coverage|precision|distance|deviations?"
    r"|correlations?|agreement|likelihood|loss|variance|consistency|fidelity|utilization|yield|reward|recognition|overlap|alignment|strains?|elongations?|contractions?|deflections?"
)


_FILLER = patterns.compiled(
    r"^(?:(?:the|a|an|its|their|our|very|high|low|average|averaged|mean|overall|total|absolute|relative|further|additional|significant|notable|remarkable|impressive|encouraging|exceptional|final|more|of|in|on|for|required|needed|number|amount|both|best|state-of-the-art|new|only|up|to|resulting|corresponding|maximum|respectively|an? number of|down)\s)+",
    regex.IGNORECASE,
)
_TAIL = patterns.compiled(
    r"\s(?:significantly|substantially|respectively|further|on average|consistently|considerably|greatly|dramatically|by|up|of|value|values|numbers|used|needed|required|taken|spent|evaluated|measured|assessed|defined|conducted|triggered|ranging|including|resulting|obtained|relative|compar(?:e|ed|ing))$",
    regex.IGNORECASE,
)
_NOT_A_MEASURE = patterns.compiled(
    r"^(?:it|them|this|that|margin|considerable|significant\w*|competitive|substantial|remarkable|impressive|great|consistent|notable|state-of-the-art|better|strong|promising|superior|absolute|relative|performance improvements?|we|improvements?|gains?|results?|increase|reduction|boost|baselines?|models?|methods?|approach(?:es)?|state|previous|prior|existing|current|other|art|sota|ones?|point|points|average|up|significant|large|all|both|which|percentage|percent|relative|absolute|tasks?|datasets?|benchmarks?|an?|the|and|or|is|are|much|more|less|better|further|performance of|counterparts?|networks?|terms|cases?|settings?|scenarios?|experiments?|competitors?|another|contributions?|work|works|methods|its|overall|value|(?:some|many|most|certain|several) \w+|respect|level|ranges?|factor|number|error bars?|ours|top|general|cost of|(?:(?:new |the )*(?:top|best|highest|record|competitive|perfect|high|maximum|average|mean|final|overall|total) )?scores?|rates?|ratios?|values?|at least|least|comparisons?|performs?|simpler|straightforward|resource-demanding|simulations?|\w+ly|[\W\d]+"
    r"|out|\w+(?<!spe)ed|(?:\d+|\w+)-shot(?: \w+)*|(?:semi-|self-|un|fully |fully-|weakly |weakly-)?supervised(?: \w+)*|real[- ]world|in-domain|out-of-domain)$",
    regex.IGNORECASE,
)


_ADJECTIVES = {
    "accurate": "accuracy", "accurately": "accuracy", "successful": "success rate", "efficient": "efficiency", "robust": "robustness", "precise": "precision",
    "efficiently": "efficiency", "effective": "effectiveness", "effectively": "effectiveness", "precisely": "precision", "stiff": "stiffness",
    "stable": "stability", "reliable": "reliability", "diverse": "diversity", "informative": "informativeness", "faithful": "faithfulness",
    "consistent": "consistency", "compact": "size",
    "expensive": "cost", "computational": "computation", "computes": "computation",
    "computationally efficient": "computational efficiency",
}  # fmt: skip
_EFFICIENT = patterns.compiled(r"(?<=\w)[ -]efficient$", regex.IGNORECASE)
_FLAW_OF = patterns.compiled(
    r"[MSR]\d+ (?:disparit(?:y|ies)|collisions?|variances?|discrepanc(?:y|ies)|errors?|fluctuations?|inconsistenc(?:y|ies)|violations?|differences?|bias(?:es)?|interference) (?=$|(?:between|of|in|across|among) )"
)
"""A flaw that is named by the measure it is one of: `the accuracy disparity`, `parameter collisions`."""
_CUT = patterns.compiled(r"\w-\s")
"""A word of which only a part stands there: `pre- and postprocessing`."""


def measure_from_span(tape: Tape, span: tuple[int, int]) -> Measure | None:
    """The measure that a rule's slot holds: a known one inside it, else its own words."""
    first, last = tape.item_at(span[0]), tape.item_at(max(span[0], span[1] - 2))
    if first >= 2 and tape.items[first - 1].word == "during" and tape.items[first - 2].kind in "MSR":
        first = last = first - 2  # `the memory during training is 2x less`
    while tape.items[last].kind in "MSR" and last + 1 < len(tape.items) and _is_head(tape.items[last + 1]):
        last += 1  # `the distance computations`
    known = [item for item in tape.items[first : last + 1] if item.kind in "MSR"]
    known = [item for item in known if not names_activity(item)] or known
    if known and known[-1].kind == "R" and _TRAINED_ON.search(tape.text, 0, tape.offsets[tape.index(known[-1])]):
        return None
    if known and names_activity(known[-1]):
        if measure := _head_of_activity(tape, tape.index(known[-1])):
            return measure
        head = _HEAD_OF_NAME.match(_clean(tape.source(*span)))
        if head and tape.index(known[0]) > first and not _NOT_A_MEASURE.match(head[1]):
            return Measure("?", ((head[1], None),))  # `the label efficiency of the training`
    if known and (flaw := _FLAW_OF.match(tape.text, tape.offsets[tape.index(known[-1])], span[1])):
        begin = tape.index(_head(tape, known))
        text = _clean(tape.source(tape.offsets[begin], flaw.end()))
        return Measure("?", ((text, None),))
    if known:
        found = of_mention(_head(tape, known), tape)
        lost = _LOST.match(tape.text, tape.offsets[tape.index(known[-1])], span[1]) if found.kind == "M" else None
        return _lacking(found, lost) if lost else found
    figure = tape.items[first - 1].quantities if first else []
    counted = bool(figure) and figure[0].unit is None  # `solves 9 problems (Pass@128)`
    if not counted and (short := _SHORT.match(tape.text, span[1])):
        acronym = tape.items[tape.item_at(short.start("measure"))]
        if acronym.mentions[0].canonical and _ACRONYM.match(acronym.mentions[0].text):
            return of_mention(acronym, tape)  # `identity preservation (IDF1)`
    if headed := _SUBJECT_HEAD.search(tape.text, 0, span[0]):
        return of_mention(tape.items[tape.item_at(headed.start("measure"))], tape)
    if noun := worded(tape, _NOUN_HEAD.search(tape.text, max(0, span[0] - 80), span[0])):
        return noun
    if noun := worded(tape, _PHRASE_HEAD.search(tape.text, max(0, span[0] - 80), span[0])):
        return noun
    if _PLACED.search(tape.text, 0, span[0]) and not _MEASURES.match(tape.text, span[0]):
        return None  # `30% better on rare verbs`
    text = _clean(tape.source(*span))
    text = _EFFICIENT.sub(" efficiency", _WHOSE.sub("", _ADJECTIVES.get(text.lower(), text)))
    if any(item.kind in "NO" for item in tape.items[first : last + 1]) and (head := _HEAD_OF_NAME.match(text)):
        text = head[1]
        last = tape.item_at(span[0] + len(head[1]) - 1)
    if not text or _NOT_A_MEASURE.match(text) or _NAMES_NO_MEASURE.search(text):
        return None
    begin, end = tape.span(first, last)
    if _CUT.search(tape.sentence, begin, end + 4) or any(item.kind in "QOB" for item in tape.items[first : last + 1]):
        return None
    named = any(item.kind == "N" for item in tape.items[first : last + 1])
    if named and (
        (is_model_name(text) and not is_of_known_kind(text)) or len(text) > 25 or _PLAIN_NAME.fullmatch(text)
    ):
        return None
    return _with_shared_head(tape, text, span[1]) or Measure("?", ((text, None),))


def is_of_known_kind(name: str) -> bool:
    """Whether a name is one of a known measure with what kind it is of: `F1-max`, `F1_max`."""
    return lexicon.load().metric(_KIND.sub("", name)) is not None


_KIND = patterns.compiled(r"[-_][a-z]+$")
PART = patterns.compiled(r"[a-z-]+(?<!ness|ity|ency|acy|tude|s)")
"""One word that is no measure by itself: `rotation` is not one, `stiffness` is."""
_SHARED_HEAD = patterns.compiled(r"(?:and|or) (?P<other>(?:[a-z-]+ ){0,2}?(?P<known>[MSR]\d+) )")
_SHARED = patterns.compiled(
    r"^[a-z-]+\s(?:[a-z-]+\s)?(?P<noun>errors?|speeds?|distances?|times?|costs?|consumption|accuracy)\s?$"
)


def _with_shared_head(tape: Tape, text: str, end: int) -> Measure | None:
    """The measure whose noun only stands behind the one it is coordinated with: `rotation and translation errors`."""
    behind = _SHARED_HEAD.match(tape.text, end) if PART.fullmatch(text) else None
    head = _SHARED.search(tape.source(*behind.span("other"))) if behind is not None else None
    if behind is None or head is None:
        return None
    return with_head(text, head["noun"], tape.items[tape.item_at(behind.start("known"))].kind)


def with_head(part: str, noun: str, kind: str) -> Measure:
    """`rotation` with the noun of the measure behind it: `rotation and translation errors`."""
    name = f"{part} {noun}"
    return Measure(kind, ((name, _known(name) or (_known(noun) if kind == "M" else None)),))


_NO_HEADS = frozenset(("range", "resource", "score", "size", "cost", "storage", "data size", "overhead", "distance"))


def _is_head(item: Item) -> bool:
    """Whether an item right behind a measure is the noun that it only says more of."""
    return item.kind in "MSR" and item.mentions[0].text.lower().removesuffix("s") not in _NO_HEADS


LOSS = "(?P<of>loss|degradation|variance|errors?) "
_LOST = patterns.compiled(rf"M\d+ {LOSS}")
_GAP = patterns.compiled(r"M\d+ (?:performance )?(?P<of>gap|disparity|discrepancy) ")


def _lacking(measure: Measure, lack: regex.Match[str]) -> Measure:
    """What is made of a measure by a word behind it, of which less is better: `reduces the accuracy gap by`."""
    return Measure("?", ((f"{measure.names[-1][0]} {lack['of']}", None),))


GROUND = r"(?:(?:the|its|our|their|ground-truth|predicted|human) )*"
_OF_ANOTHER = patterns.compiled(rf"M\d+ (?:coefficient )?(?:\( [MN]\d+ \) )?of {GROUND}M\d+ ")


def _head(tape: Tape, known: list[Item]) -> Item:
    """Which of a phrase's measures it is about: the last, but of `the rank correlation (SRCC) of opinion scores` the first."""
    first = known[0].mentions[0]
    if len(known) == 1 or known[0].kind != "M" or first.canonical in VAGUE:
        return known[-1]
    return known[0] if _OF_ANOTHER.match(tape.text, tape.offsets[tape.index(known[0])]) else known[-1]


_ACTIVITY = patterns.compiled(r"(?:ing|inference|search|simulation)$", regex.IGNORECASE)


def is_activity(kind: str, name: str, canonical: str | None) -> bool:
    """Whether what is called a measure of speed only says what goes on (`tracking`): it gets faster, but nothing else."""
    metric = lexicon.load().metric(canonical or "")
    ordinary = metric is not None and name.lower() in metric.ordinary_names
    return kind == "S" and ordinary and _ACTIVITY.search(name) is not None


def names_activity(item: Item) -> bool:
    """Whether an item is a measure of speed that only says what goes on."""
    mention = item.mentions[-1]
    return is_activity(item.kind, mention.text, mention.canonical)


PHRASE_ENDS = "|".join(word for word in word_classes()["phrase_end"].split("|") if word != r"\S+ing")
_NO_NOUN = "|".join(word_classes()[name] for name in ("improve", "reduce", "faster"))
_HEADS_OF_ACTIVITY = patterns.compiled(
    rf"S\d+ (?P<words>(?:(?!(?:{_NO_NOUN}|{PHRASE_ENDS}|is|are|was|were|can|only|\w+ly) )[a-z][a-z-]+ ){{0,2}})(?P<known>[MSR]\d+ )?"
)


def _head_of_activity(tape: Tape, k: int) -> Measure | None:
    """The measure whose name an activity begins: `tracking precision`, `training set size`, `inference cycle time`."""
    match = _HEADS_OF_ACTIVITY.match(tape.text, tape.offsets[k])
    if match is None or not (match["words"] or match["known"]):
        return None
    if match["known"]:
        return of_mention(tape.items[tape.item_at(match.start("known"))], tape)
    text = _clean(tape.source(tape.offsets[k], match.end()))
    return None if _NAMES_NO_MEASURE.search(text) else Measure("?", ((text, None),))


def _efficiency(tape: Tape, k: int) -> Measure | None:
    """The measure where a resource only says of what: `3 times more data efficient`, `sample efficiency`."""
    after = tape.items[k + 1].word if k + 1 < len(tape.items) else ""
    if tape.items[k].kind == "M" or not after.startswith("efficien"):
        return None
    return Measure("?", ((f"{tape.items[k].mentions[0].text} efficiency", None),))


_VERBS = "|".join(word_classes()[name] for name in ("improve", "reduce", "worsen", "achieve", "outperform"))
_NO_PART = rf"(?:(?:{_VERBS}|and|that|which|while|we|it|by|with|is|are|was|were|to|than|over|from) |[QFT]\d|[,;:.()])"
_SUBJECT_HEAD = patterns.compiled(
    rf" (?P<measure>M\d+) (?:of|on|under|for|in|at) (?:(?!{_NO_PART})\S+ ){{0,6}}$"
)  # of `accuracy under the strongest attack drops by`, in which `strongest attack` stands right before the verb
_WHOSE = patterns.compiled(r"\s(?:of|for|on|in|between) (?:the|our|its|their|an?|all|each|this|these|both)\s.*$")
_HEAD_OF_NAME = patterns.compiled(
    r"((?:(?!number|amount|set|rest|part)\p{Ll}[\p{Ll}-]+ ?){1,3})(?<=\w) (?:of|between)\b"
)  # `size of the Swin-B model`
_PLACED = Ending(r" on (?:(?:the|our|all|both) )*$")
_MEASURES = patterns.compiled(rf"(?:\S+ ){{0,4}}?(?:{HEADS}|metrics?) ")
_PLAIN_NAME = patterns.compiled(r"\p{Lu}\p{Ll}+")  # `more White than`


def _clean(text: str) -> str:
    text = " ".join(text.split())
    text = _FILLER.sub("", text + " ").strip()
    while match := _TAIL.search(text):
        text = text[: match.start()]
    if text.endswith("cies"):
        text = text[:-3] + "y"
    return text.strip(" ,.;:()'’–—-")


_TRAINED_ON = Ending(r" (?:trained|pre-?trained|fine-?tuned|tuned) (?:on|with|using|from) (?:(?:[a-z-]+|N\d+) ){0,3}$")
"""Before what a model was made from: `HeronLM tuned on our data improves from`."""
_NAMES_NO_MEASURE = patterns.compiled(
    r"^(?:best-performing|best|state-of-the-art|previous|existing|prior|often)\b|^(?:they|these|those|such)$|\btasks\b|\bsuch$|\bstate[- ]of[- ](?:the[- ])?arts?$|\b(?:datasets?|tasks?|benchmarks?|baselines?|methods?|models?|systems?|approach(?:es)?|networks?|detectors?|backbones?|settings?|experiments?|sota|literature|scenarios?|domains?|results?|it|(?:full|half|single|mixed|low)[- ]precision|(?<!mis)(?:detection|segmentation|classification|recognition|translation|generation|retrieval)"
    r"|linking|parsing|tests?|metrics|phases?|performing)$"
    r"|^(?:\w+ )?(?:detection|segmentation|classification|recognition|prediction|localis?z?ation|generation) of\b"
    r"|^[a-z-]+ing (?:the|an?) |^(?!training)[a-z-]+ing [a-z-]+ [a-z]+(?<![su])s$|^keeping$|^(?:current|other) solutions$|^(?:along|shows?|then|become|begin|compare|disagree|previously)\b",
    regex.IGNORECASE,
)


def of_mention(item: Item, tape: Tape) -> Measure:
    """The measure of an item, with the modifiers that stand before it: `word prediction accuracy`."""
    index = tape.index(item)
    if efficiency := _efficiency(tape, index):
        return efficiency
    if ranked := _ranked(tape, index):
        return ranked
    ahead = tape.items[index - 1] if index and tape.items[index - 1].kind == "M" else None
    if ahead is not None and (
        (item.mentions[0].canonical in VAGUE and not (item.mentions[0].canonical == "error" and _is_high(ahead)))
        or (item.mentions[0].text.lower() == "accuracy" and _ABBREVIATES.search(ahead.mentions[-1].text))
    ):
        index, item = index - 1, tape.items[index - 1]  # `pass@1 performance`, `IoU accuracy`
    elif item.mentions[0].canonical in VAGUE and _ABBREVIATED.search(tape.text, 0, tape.offsets[index]):
        index, item = index - 2, tape.items[index - 2]  # `correct localization (CorLoc) performance`
    elif item.mentions[0].canonical in VAGUE and (meant := _IN_BRACKETS.match(tape.text, tape.offsets[index])):
        named = tape.items[tape.item_at(meant.start("measure"))]  # `predictive performance (AUROC)`
        name = named.mentions[0].text
        if named.kind == "N" and name.isupper() and not is_model_name(name):
            return Measure("M", ((name, None),))  # `tracking performance (S-MOTA)`
        if named.kind == "M":
            index, item = tape.index(named), named
    elif (short := _IN_BRACKETS.match(tape.text, tape.offsets[index])) and (
        _is_meant(item, named := tape.items[tape.item_at(short.start("measure"))])
    ):
        index, item = tape.index(named), named  # `tracking accuracy (MOTA)`
    elif (
        index > 1
        and _THRESHOLD.match(item.mentions[0].text)
        and _AT_THRESHOLD.search(tape.text, 0, tape.offsets[index])
    ):
        index, item = index - 2, tape.items[index - 2]  # `mAP at tIoU@0.5`
    start = item.start
    if len(item.mentions) == 1 and (first := modified_from(tape, index)) < index:
        start = tape.span(first, first)[0]
    names = []
    erring = (item.mentions[-1].canonical or "").endswith("error")
    for number, mention in enumerate(item.mentions):
        written = tape.sentence[start : mention.end] if number == 0 else mention.text
        one = (" ".join(written.split()), mention.canonical)
        if mention.start > start and _BARE.fullmatch(mention.text) and not written.startswith("median "):
            one = (one[0], _known(one[0]))  # `vocabulary size` is no model size
        names.append(_with_noun(mention, "error") if erring and _RANK.fullmatch(mention.text) else one)
    found = Measure(item.kind, tuple(names))
    gap = _GAP.match(tape.text, tape.offsets[index])
    return _lacking(found, gap) if gap else found


def _is_meant(item: Item, short: Item) -> bool:
    """Whether an acronym in brackets behind a measure in words tells which one of that kind it is."""
    if item.kind != "M" or short.kind != "M" or len(item.mentions) + len(short.mentions) > 2:
        return False
    words, letters = item.mentions[0], short.mentions[0]
    if not words.text.islower() or letters.canonical == words.canonical or not _ACRONYM.match(letters.text):
        return False
    metrics = [lexicon.load().metric(each.canonical or "") for each in (words, letters)]
    return metrics[1] is not None and (metrics[0] is None or metrics[0].direction == metrics[1].direction)


_SHORT = patterns.compiled(r"\( (?P<measure>M\d+) \) ")
_ACRONYM = patterns.compiled(r"\p{Ll}?\p{Lu}[\p{L}]*[\p{Lu}@\d]")
_BARE = patterns.compiled(r"(?:time|size|speed|cost|overhead|satisfaction)s?", regex.IGNORECASE)


def _known(name: str) -> str | None:
    metric = lexicon.load().metric(name)
    return metric.name if metric is not None else None


def _ranked(tape: Tape, index: int) -> Measure | None:
    """The measures that ranks before a noun name, `top-1 and top-5 errors`, and that of a rank whose noun comes with the next.

    `24.7% top-1 and 7.3% top-5 error` are two errors; a rank by itself is one of accuracy.
    """
    noun = tape.items[index]
    ranks = tape.items[index - 1] if index else None
    if _is_ranks(noun) and (shared := _NEXT_RANK.match(tape.text, tape.offsets[index])):
        ranks, noun = noun, tape.items[tape.item_at(shared.start("noun"))]
    if ranks is None or not _is_ranks(ranks) or not _COUNTED_BY_RANK.search(noun.mentions[0].canonical or ""):
        return None
    what = "error" if "error" in (noun.mentions[0].canonical or "") else "accuracy"
    return Measure("M", tuple(_with_noun(rank, what) for rank in ranks.mentions))


def _with_noun(rank: Mention, noun: str) -> tuple[str, str | None]:
    """What a rank and its noun name, as written and canonical."""
    written = f"{rank.text} {noun}"
    known = lexicon.load().metric(written)
    return written, known.name if known else None


def _is_ranks(item: Item) -> bool:
    """Whether a measure is only told by ranks: `top-1`, `top-1 and top-5`."""
    return item.kind == "M" and all(_RANK.fullmatch(mention.text) for mention in item.mentions)


def _is_high(item: Item) -> bool:
    """Whether more of a measure is better, so that its error is another one."""
    metric = lexicon.load().metric(item.mentions[-1].canonical or "")
    return metric is not None and metric.direction == "higher"


_ABBREVIATES = patterns.compiled(r"\p{Lu}|@")
_RANK = patterns.compiled(r"(?:top|rank)[- ]?\d+", regex.IGNORECASE)
_NEXT_RANK = patterns.compiled(r"M\d+ (?:and|,|/|, and) Q\S+ (?P<noun>M\d+) ")
_COUNTED_BY_RANK = patterns.compiled(r"^(?:accuracy|error rate|error|top-\d+ error|rank-\d+ error)$")
_IN_BRACKETS = patterns.compiled(r"M\d+ \( (?:in )?(?P<measure>[MN]\d+) \) ")
_THRESHOLD = patterns.compiled(r"t?IoU@", regex.IGNORECASE)
_AT_THRESHOLD = patterns.compiled(r" M\d+ (?:at|@|under|with) $")
_ABBREVIATED = patterns.compiled(r" \( M\d+ \) $")
WEAK = frozenset(
    "data samples demonstrations queries interactions runtime steps epochs iterations rounds speed size cost operations"
    " time".split()
) | {"training data"}
"""Words that are a measure only where something is said of them: `data`, `speed`."""
VAGUE = {
    "performance",
    "quality",
    "efficiency",
    "robustness",
    "error",
    "reward",
    "agreement",
    "satisfaction",
}  # measures that a nearer-meant one displaces


def is_weak(name: str, canonical: str | None) -> bool:
    """Whether a measure is a bare word such as `speed` or `data`; `inference speed` and `data efficiency` are not."""
    told = canonical in ("speed", "runtime") and " " in name and name.lower() != "run time"
    return canonical in WEAK and not told and not name.endswith("efficiency")


def used_of(tape: Tape, index: int) -> Measure | None:
    """What a share that was used is of: `with only 10% of the projected frames`."""
    return worded(tape, _USED.match(tape.text, tape.offsets[index]))


def worded(tape: Tape, head: regex.Match[str] | None) -> Measure | None:
    """The measure that the words of a match name, None where they name none."""
    text = _clean(tape.source(*head.span("what"))) if head else ""
    if not text or any(no.search(text) for no in (_NOT_A_MEASURE, _NAMES_NO_MEASURE, _NO_HEAD)):
        return None
    return Measure("?", ((text, None),))


PLAIN = rf"(?!(?:{word_classes()['achieve']}|{word_classes()['higher']}|{PHRASE_ENDS}|an?|the|its|is|are|was|were|be|or|our|we|it|up|down|long) )[a-z][a-z-]+ "


_USED = patterns.compiled(
    rf"Q\S* (?:\) )?of (?:(?:the|its|all|available|possible|complete|original|full|total) )*(?P<what>(?:{PLAIN}){{1,3}})(?:{PHRASE_ENDS}|we|our|it|the|is) "
)


_NOUN_HEAD = patterns.compiled(
    rf" (?:the|its|our|their|average|mean) (?P<what>(?!number|amount|percentage|proportion|fraction|share|rest|part|use|total|superiority|effectiveness|benefit|advantage|improvement)(?:{PLAIN}){{1,3}})of (?:(?:the|our|its|their|an?|all|each|proposed|new) )*$"
)
"""Before the last noun of a subject, the noun that it belongs to: `the stiffness of the [joint] is reduced by`."""
_PHRASE_HEAD = Ending(
    rf" (?:the|its|our|their|average|mean) (?P<what>(?!number|amount|percentage|proportion|fraction|share|rest|part|use)(?:{PLAIN}){{1,3}}?)(?:\w+(?:ed|en) (?:to|with|by|using)|to (?:the|its|our|an?)|with|by|using) (?:(?:the|its|our|an?) )?(?:(?!{PHRASE_ENDS}|{_NO_NOUN})[a-z-]+ ){{0,2}}$"
)
"""The same before a noun that a preposition or what was done to it ties to it: `the load applied to soft [tissues] is reduced by`."""


_NO_HEAD = patterns.compiled(
    r"sparsity$|majority$|capacity$|density$|(?<!\S)(?:(?:sampling|learning|compression|sparsity|pruning|noise|confidence|frame|masking|labeling)\s(?:rate|ratio)s?)$",
    regex.IGNORECASE,
)
