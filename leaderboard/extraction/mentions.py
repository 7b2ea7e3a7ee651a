"""Mentions: words of a sentence that name a benchmark, a measure, a method or a quantity.

Literal names come from the lexicon in one Aho-Corasick pass; unknown benchmarks and methods by their shape and company.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from leaderboard import lexicon
from leaderboard.extraction.quantities import Quantity
from leaderboard.lexicon import Benchmark, Metric

_MODELS = Path(__file__).parents[1] / "lexicon" / "models.toml"


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span of the sentence.

    `kind` is `B` benchmark, `M` quality metric, `S` resource whose change is speed, `R` any other resource,
    `N` name of a method or of an unknown thing, `O` the paper's own method.
    """

    kind: str
    start: int
    end: int
    text: str
    canonical: str | None = None
    """The lexicon's name, where the lexicon knows it."""


@cache
def _literals() -> tuple[AhoCorasick, list[tuple[str, Benchmark | Metric]]]:
    known = lexicon.load()
    spellings: dict[str, tuple[str, Benchmark | Metric]] = {}
    entries: list[tuple[tuple[str, ...], Benchmark | Metric]] = [(m.names, m) for m in known.metrics]
    entries += [(b.names, b) for b in known.benchmarks]
    for names, entry in entries:
        for name in names:
            parts = regex.split(r"[\s-]+", name.lower())
            for joined in {
                " ".join(parts),
                "-".join(parts),
                name.lower(),
                *(("".join(parts),) if any(c.isdigit() for c in name) or len(parts) == 2 else ()),
            }:
                if len(joined) > 1:
                    spellings[joined] = (name, entry)
    return AhoCorasick(list(spellings), matchkind=MatchKind.Standard), list(spellings.values())


def _measure_kind(metric: Metric) -> str:
    if not metric.resource:
        return "M"
    return "S" if metric.kind_hint == "speedup" else "R"


_SUPPORT = regex.compile(
    r"(?:\b(?:[Oo]n|[Ff]or|[Ii]n|on|and|or|for|of|in|over|over|across|using|with|from|as|to|e\.g\.,|including|namely|[Bb]enchmarks?|[Dd]atasets?|like)\s(?:the\s|standard\s|challenging\s)*[$\\{(]*|[,/(&+:]\s?)$"
)
_AFTER = regex.compile(
    r"[-\s](?:[\w-]+\s){0,2}(?:datasets?|benchmarks?|data\ssets?|corpus|corpora|tasks?|challenges?|leaderboards?|test|dev|validation|val|detection|segmentation|classification|recognition|retrieval|captioning|generation|translation|splits?)\b|[,.;)/(:]|\s(?:and|or|with|while|by|using|in|to|respectively|for|when|at|as)\b|$|\s[(\d]"
)


def _supported(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word stands where a benchmark would: after `on`, in a list, before `dataset`."""
    return bool(_SUPPORT.search(text, max(0, start - 40), start) and _AFTER.match(text, end))


def literal_mentions(text: str) -> list[Mention]:
    """Benchmarks and measures of the lexicon that the sentence names; the longest wins where they overlap."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    automaton, entries = _literals()
    found: list[tuple[int, int, Mention]] = []
    for index, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True):
        if (start and (lowered[start - 1].isalnum() or lowered[start - 1] in "_\\")) or _runs_on(lowered, end):
            continue
        name, entry = entries[index]
        written = text[start:end]
        if isinstance(entry, Benchmark):
            if lowered[end : end + 1].isalpha() or (
                name[-1].isupper() and name[-2:-1] in "- " and written[-1].islower()
            ):
                continue  # no plural; `ImageNet as` is not ImageNet-A
            if name in entry.ordinary_names:
                if written != name or not _supported(text, start, end):
                    continue
            elif (
                written.islower() and not any(c.isdigit() for c in written) and "-" not in written and len(written) < 14
            ):
                continue
            if _abbreviates_words(text, start, end):
                continue
            if (whole := _whole_name(text, start, end)) is not None:
                found.append((whole[0], whole[1], _benchmark(text, *whole, entry)))
        else:
            if _compound(lowered, start, end) or _CUE.match(lowered, start, end):
                continue
            if name in entry.ordinary_names and (
                written != name or not _BESIDE_FIGURE.search(text, max(0, start - 30), end + 30)
            ):
                continue
            if name.isupper() and len(name) <= 4 and not any(c.isdigit() for c in name) and written != name:
                continue
            if entry.name == "score":
                continue  # `scores 91.3` names no measure
            if lowered[end : end + 1] == "s" and not lowered[end + 1 : end + 2].isalnum():
                end += 1
            found.append((start, end, Mention(_measure_kind(entry), start, end, text[start:end], entry.name)))
    for match in _AT_K.finditer(text):
        found.append((*match.span(), Mention("M", *match.span(), match[0])))
    return _longest(found)


_AT_K = regex.compile(r"(?<![\w@])\p{L}[\w.-]*@(?:\d+(?:\.\d+)?|[kKM])(?![\w@])")


_PARTICIPLE = regex.compile(r"-(?:\p{Ll}+)")
_PREFIX = regex.compile(r"(?<=\b(?:the|on|and|our|of|over|,)\s)(?:\p{Lu}\p{Ll}{2,}\s)$")


def _whole_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that a literal is part of: `DukeMTMC-Market1501`, `Rotated ICDAR 2013`; None for `ImageNet-pretrained`."""
    if _PARTICIPLE.match(text, end):
        return None
    before = regex.search(r"[\p{L}\d]+(?:-[\p{L}\d]+)*-$", text[max(0, start - 30) : start])
    if before and regex.search(r"\p{Lu}|\d", before[0]):
        start -= len(before[0])
    elif before:
        return None
    elif (prefix := _PREFIX.search(text, max(0, start - 30), start)) and not _PLAIN_WORDS.match(prefix[0].strip()):
        start -= len(prefix[0])
    if after := _NAME_TAIL.match(text, end):
        end = after.end()
    return start, end


_NAME_TAIL = regex.compile(
    r"(?:-[\p{L}\d]*[\p{Lu}\d][\p{L}\d]*)+|\s\d{2,4}(?=\s?(?:[,;)]|\.\s|\.$|and\b|dataset|benchmark|$))"
)


def _abbreviates_words(text: str, start: int, end: int) -> bool:
    """Whether a name in brackets stands for the words before it: `grouped query attention (GQA)`."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    words = regex.findall(r"[\w]+", text[max(0, start - 60) : start - 1])[-(end - start) :]
    return "".join(word[0] for word in words).upper() == text[start:end].upper() and any(w.islower() for w in words)


def _benchmark(text: str, start: int, end: int, entry: Benchmark) -> Mention:
    written = text[start:end]
    known = lexicon.load().benchmark(written)
    if (
        known is None
        and not written[:1].isdigit()
        and " " in written
        and lexicon.load().benchmark(written.split(" ", 1)[1]) is entry
        and written.split(" ", 1)[0] in _EMPTY_PREFIX
    ):
        known = entry
    return Mention("B", start, end, written, known.name if known else None)


_EMPTY_PREFIX = {
    "Standard",
    "Public",
    "Popular",
    "Original",
    "Microsoft",
    "Google",
    "Stanford",
    "Full",
    "Official",
    "Challenging",
    "Large",
    "Recent",
}


_BESIDE_FIGURE = regex.compile(r"\d")
_CUE = regex.compile(
    r"speed[- ]?ups?$|accelerations?$|compressions?$|improvements?$|gains?$|real-time$|trials?$|episodes?$|clicks?$|adds$|sparsity$|image sizes?$"
)


def _compound(lowered: str, start: int, end: int) -> bool:
    """Whether a measure's word is only part of another: `speed-up`, `memory-efficient`, `low-cost`."""
    if lowered[end : end + 1] == "-" and lowered[end + 1 : end + 2].isalpha():
        return True
    if lowered[start:end] == "time" and lowered[:start].endswith("% of the "):
        return True
    if lowered[start:end] in ("speed", "speeds") and _SPEEDS_UP.match(lowered, end):
        return True
    if lowered[start:end] == "precision" and _FULL_PRECISION.search(lowered, max(0, start - 10), start):
        return True
    return start > 1 and lowered[start - 1] == "-" and lowered[start - 2].isalpha()


_SPEEDS_UP = regex.compile(r"s? up\b(?! to\b)")
_FULL_PRECISION = regex.compile(r"(?:full|half|low|high|mixed|single|double|reduced|lower)[ -]$")


def _runs_on(lowered: str, end: int) -> bool:
    """Whether the word goes on after `end`, a plural's `s` aside."""
    if lowered[end : end + 1] == "@":
        return True
    if end >= len(lowered) or not (lowered[end].isalnum() or lowered[end] == "_"):
        return (
            lowered[end : end + 1] == "-"
            and lowered[end + 1 : end + 2].isalnum()
            and lowered[end - 1].isdigit()
            and lowered[end + 1].isdigit()
        )
    return not (lowered[end] == "s" and not lowered[end + 1 : end + 2].isalnum())


def _longest(found: list[tuple[int, int, Mention]]) -> list[Mention]:
    kept: list[Mention] = []
    for start, end, mention in sorted(found, key=lambda f: (f[0] - f[1], f[2].kind != "B", f[0])):
        if all(end <= other.start or start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


@cache
def _model_names() -> regex.Pattern[str]:
    families = tomllib.loads(_MODELS.read_text(encoding="utf-8"))["families"]
    return regex.compile(f"(?:{'|'.join(families)})s?(?=$|[\\s\\d/_.+:(-])")


def is_model_name(name: str) -> bool:
    """Whether a name belongs to a known family of models, hardware, languages or task acronyms: never a benchmark."""
    return bool(_model_names().match(name.lower()))


NAME_TOKEN = regex.compile(
    r"(?<![\w\\])(?:[\p{L}\d]+[-+/&@.’'_*∗])*(?=[\p{L}\d.+*-]*(?:\p{Lu}|\d))(?=[\d.-]*\p{L})[\p{L}\d]+(?:[-+/&@._*∗][\p{L}\d]+)*(?:\+\+|\+|\*|∗)?(?![\w])"
)
_SHAPED = regex.compile(r"\p{Lu}.*\p{Lu}|\p{L}.*\d|\p{Ll}\p{Lu}|\d.*\p{Lu}|^\p{Lu}.*-\p{L}")


def name_spans(text: str) -> list[tuple[int, int]]:
    """Tokens shaped like a name: inner capitals, letters with digits, or a capital away from a sentence's start."""
    spans = []
    for match in NAME_TOKEN.finditer(text):
        token = match[0]
        if _SHAPED.search(token) or (
            token[0].isupper() and len(token) > 1 and match.start() > 0 and not _starts_sentence(text, match.start())
        ):
            spans.append(match.span())
    return spans


def _starts_sentence(text: str, at: int) -> bool:
    return not regex.search(r"[\w,;:)\]'\"-]\s*[\"'(]?$", text[:at])


_ACRONYM = r"(?:[\p{Lu}\d&.-]*\p{Lu}[\p{Lu}\d&.-]*\p{Ll}{0,3}|[a-z]\p{Lu}[\p{Lu}\d-]+\p{Ll}?)"
_VALUED = regex.compile(
    rf"(?<![\w-])(?P<name>{_ACRONYM})(?:\s(?:scores?|rates?|values?))?\s(?:of|is|was|=|:)\s(?:about\s|up\sto\s|over\s|only\s)?[$~<>]?\s?\d"
)
_BEHIND = regex.compile(
    rf"\s?(?:absolute\s|relative\s|average\s|higher\s|better\s|lower\s)?(?:in\s)?(?P<name>{_ACRONYM})(?=\s(?:on|in|for|at|with|scores?|points?|over|while|and|when|than|improvements?|gains?|increase|reduction|drop|across|under)\b|[,.;)]|\s\(|$)"
)


def shaped_measures(text: str, quantities: list[Quantity], taken: list[Mention], own: frozenset[str]) -> list[Mention]:
    """Acronyms that stand where a measure does, beside a number: `an ASR of 74%`, `64 DS on`, `2.3% JGA`."""
    spans = [match.span("name") for match in _VALUED.finditer(text)]
    for quantity in quantities:
        if quantity.unit_class in ("percent", "points", "bare", "measure") and (
            match := _BEHIND.match(text, quantity.last)
        ):
            spans.append(match.span("name"))
    found: list[Mention] = []
    for start, end in spans:
        name = text[start:end]
        if (
            1 < len(name) <= 10
            and name not in own
            and not _NO_MEASURE.match(name)
            and all(end <= m.start or start >= m.end for m in (*taken, *found))
        ):
            found.append(Mention("M", start, end, name))
    return found


_NO_MEASURE = regex.compile(
    r"^(?:SOTA|SoTA|GPUs?|CPUs?|LLMs?|RGB|LoRA|BERT.*|GPT.*|CNNs?|RNNs?|DNNs?|GNNs?|ViTs?|ResNet.*|FLOPs|AI|ML|RL|QA|NLP|ASR systems|DETR|YOLO.*|NeRF|SGD|Adam|UK|US|USA|VIT|KL|CI|OOD|ID|NER|RE|VQA|MT|NMT|TTS|HD|MoE|PEFT|[A-Z])$"
)

_LIST_HEAD = r"(?:datasets?|data\ssets?|benchmarks?|corpus|corpora|test\ssets?|testsets?|challenges?|leaderboards?|databases?|suites?|test\ssuites?|shared\stasks?|collections?|testbeds?|splits?|test-dev|val\sset|validation\sset|dev\sset|test\sbenchmarks?)"
_CAPITAL = r"(?:[\p{Lu}\d][\w@.’'+/-]*[\w+]|\p{Lu}|[a-z]+[\p{Lu}\d][\w.+/-]*|\d+)"
_HEADED = regex.compile(
    rf"(?<![\w-])(?P<name>(?!(?:The|On|In|Our|This|We|For|These|Both|All|And|Using|With|A|An|When|Extensive|Experiments?|Results?)\b){_CAPITAL}(?:[\s-]{_CAPITAL}|\s(?:of|in)(?=\s\p{{Lu}})\s{_CAPITAL}){{0,4}}(?:\s\((?P<short>{_CAPITAL})\))?)"
    rf"(?:\s?\[\d+(?:,\s?\d+)*\])?(?P<adjectives>(?:\s[a-z-]+){{0,2}})\s(?:{_LIST_HEAD})\b"
)
_PREPOSED = regex.compile(
    rf"\b(?:dataset|benchmark|corpus|challenge|database|data\sset|test\sset)s?,?\s(?:called\s|named\s|such\sas\s|like\s|including\s|e\.g\.,?\s|i\.e\.,?\s|namely\s|of\s|\(|:\s?|-\s)(?P<name>{_CAPITAL}(?:[\s-]{_CAPITAL}){{0,3}})"
)
_ON_NAME = regex.compile(
    rf"\b(?:on|On)\s(?:both\s|all\s|the\s|standard\s|popular\s|large-scale\s|challenging\s|public\s|real-world\s|full\s|original\s|widely\sused\s|well-known\s|recent\s|of\s)*(?P<name>{_CAPITAL}(?:[\s-]{_CAPITAL}){{0,3}})"
)
_ACRONYM_ONLY = regex.compile(r"(?:[\p{Lu}&-]{2,6}s?|[A-Za-z]+-[a-z]+)$")
_IN_LIST = regex.compile(r"(?:,|\band|/)\s?(?:the\s)?$")
_GOES_ON = regex.compile(
    r"\s?[,.;:)(]|$|\s(?:and|or|with|by|for|in|at|while|when|using|respectively|without|under|over|compared|data|dataset|benchmark|test|val|validation|dev|than|as|from|to|after|vs|against|surpassing|outperforming|which|where|we|our|it|this|is|are|shows?|demonstrates?|has|have)\b"
)
_ON_TASK = regex.compile(rf"\bon\sthe\s(?P<name>{_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}})(?:\s[a-z-]+){{1,3}}\stasks?\b")
_COORDINATED = regex.compile(
    rf"(?:\s?\[\d+(?:,\s?\d+)*\])?\s?(?:,\s?and\s|,\sas\swell\sas\s|,|\sand\s|\sor\s|\s&\s|/|\sas\swell\sas\s)\s?(?:the\s|on\s(?:the\s)?)?(?P<name>{_CAPITAL}(?:[\s-]{_CAPITAL}){{0,3}})(?=[\s,.;/)(]|$)"
)
_NOT_A_SET = regex.compile(
    r"\s(?:[a-z-]+\s)?(?:models?|backbones?|architectures?|GPUs?|CPUs?|networks?|devices?|robots?|processors?|encoders?|decoders?|transformers?|LLMs?|platforms?|hardware|boards?|phones?|cards?|languages?|agents?|baselines?|methods?|algorithms?|detectors?)\b",
    regex.IGNORECASE,
)
_PLAIN_WORDS = regex.compile(
    r"^(?:The|This|These|Our|We|It|Its|In|On|For|With|And|A|An|Both|All|Moreover|Furthermore|Additionally|However|Also|Finally|Specifically|Code|Experiments?|Extensive|Results?|Average|Table|Figure|Section|Top|Rank|Recall|Precision|Accuracy|State|SOTA|Web|Internet|Earth|Moon|Mars|\d+\W*|\d*x\w*|.*(?:Units?|GPUs?|CPUs?)|I|II|III|IV|Natural|Language|Large|Deep|Neural|Machine|Computer|Vision|January|February|March|April|May|June|July|August|September|October|November|December|Europe|China|India|US|UK|USA)$"
)


def shaped_benchmarks(text: str, taken: list[Mention], own: frozenset[str], with_on: bool) -> list[Mention]:
    """Benchmarks that the lexicon does not list, read by grammar: `the X dataset`, and `on X` beside a number.

    `own` holds the paper's own method names, which are no benchmark; `with_on` allows the weaker reading of `on X`.
    """
    found: list[Mention] = []

    def free(start: int, end: int) -> bool:
        return all(end <= m.start or start >= m.end for m in (*taken, *found))

    def add(start: int, end: int) -> bool:
        name = text[start:end]
        if (
            not free(start, end)
            or name in own
            or _PLAIN_WORDS.match(name)
            or name.isdigit()
            or len(name) < 2
            or regex.fullmatch(r"[\d.,%-]+", name)
        ):
            return False
        if _PLAIN_WORD.fullmatch(name) and (_starts_sentence(text, start) or text.startswith(" et al", end)):
            return False
        if regex.match(r"\d+(?:[-/](?:\p{Ll}|\d+$)|[kKmMbB]$)", name):
            return False
        entry = lexicon.load().benchmark(name)
        found.append(Mention("B", start, end, name, entry.name if entry else None))
        return True

    headed: list[tuple[int, int]] = []
    for match in _HEADED.finditer(text):
        start, end = match.span("name")
        if match["short"]:
            start, end = match.span("short")
        if (
            text[: match.end()].endswith("s")
            and _ACRONYM_ONLY.match(text[start:end])
            and not _IN_LIST.search(text, max(0, start - 25), start)
        ):
            continue  # `TKG datasets`: data sets of a task
        if not is_model_name(text[start:end]) and not _MEASURE_HEAD.search(match["adjectives"]):
            headed.append((start, end))
            add(start, end)
    for match in _PREPOSED.finditer(text):
        if not is_model_name(match["name"]):
            add(*match.span("name"))
    if with_on:
        for match in _ON_NAME.finditer(text):
            start, end = match.span("name")
            if is_model_name(match["name"]) or _NOT_A_SET.match(text, end) or not _SHAPED.search(match["name"]):
                continue
            if regex.fullmatch(r"\p{Lu}{1,4}", match["name"]) or not _GOES_ON.match(text, end):
                continue
            add(start, end)
        for match in _ON_TASK.finditer(text):
            if not is_model_name(match["name"]) and len(match["name"]) > 2 and _SHAPED.search(match["name"]):
                add(*match.span("name"))
    for mention in sorted((m for m in (*taken, *found) if m.kind == "B"), key=lambda m: m.start):
        _extend_list(text, mention.end, add)
    for start, _ in headed:
        _extend_back(text, start, add)
    return [*found, *_fused(text, (*taken, *found))]


_FUSED = regex.compile(r"(?P<first>[\w .-]*?-?)(?P<digits>\d+[a-z]?)$")
_FURTHER = regex.compile(r"(?:/|\sand\s-|,\s-|\s?(?:and|&|/)\sV)(?P<digits>\d+[a-z]?)\b(?!\.\d)")


def _fused(text: str, known: Iterable[Mention]) -> list[Mention]:
    """`CIFAR-10/100` stands for two benchmarks; the second is written out."""
    out = []
    for mention in known:
        first = _FUSED.match(mention.text) if mention.kind == "B" else None
        further = _FURTHER.match(text, mention.end) if first else None
        if first and further:
            name = first["first"] + further["digits"]
            entry = lexicon.load().benchmark(name)
            out.append(Mention("B", further.start("digits"), further.end(), name, entry.name if entry else None))
    return out


_BACK = regex.compile(
    rf"(?<![\w-])(?P<name>(?:{_CAPITAL})(?:[\s-](?:{_CAPITAL})){{0,2}})(?:\s?\[\d+(?:,\s?\d+)*\])?\s?(?:,\s?and|,|\sand|\sor|/)\s?(?:the\s)?$"
)


def _extend_back(text: str, at: int, add: Callable[[int, int], bool]) -> None:
    """Before the last name of a list that ends in `datasets`, the names before it: `Spider and Bird benchmarks`."""
    while match := _BACK.search(text, max(0, at - 60), at):
        start, end = match.span("name")
        if is_model_name(match["name"]) or not add(start, end):
            return
        at = start


_PLAIN_WORD = regex.compile(r"\p{Lu}\p{Ll}+")
_MEASURE_HEAD = regex.compile(r"\b(?:on|of|for|by|and|with|from|in)\b")


def _extend_list(text: str, at: int, add: Callable[[int, int], bool]) -> None:
    """After a benchmark, the further names of its list: `A, B and C`; in `On A, B achieves` there is no list."""
    while match := _COORDINATED.match(text, at):
        start, end = match.span("name")
        if is_model_name(match["name"]) or _NOT_A_SET.match(text, end) or not _SHAPED.search(match["name"]):
            return
        if (
            match[0].lstrip().startswith(",")
            and "and" not in match[0][: start - match.start()]
            and not _LIST_GOES_ON.match(text, end)
        ):
            return
        if not add(start, end):
            return
        at = end


_LIST_GOES_ON = regex.compile(
    r"\s?(?:\([^)]*\)\s?)?(?:,|/|and\b|or\b|&|as well as\b|datasets?\b|benchmarks?\b|[.;)]|$)"
)


def name_mentions(text: str, taken: list[Mention], quantities: list[Quantity], own: frozenset[str]) -> list[Mention]:
    """Names of methods and other things by their shape, and the paper's own method wherever it stands."""
    found: list[Mention] = []

    def free(start: int, end: int) -> bool:
        return all(end <= m.start or start >= m.end for m in (*taken, *found)) and all(
            end <= q.start or start >= q.last for q in quantities
        )

    for name in sorted(own, key=len, reverse=True):
        for match in regex.finditer(rf"(?<![\w]){regex.escape(name)}(?![\p{{L}}\d])", text):
            if free(*match.span()):
                end = match.end()
                if tail := regex.match(r"(?:[-+][\w.+-]*\w)", text[end:]):
                    end += tail.end()
                found.append(Mention("O", match.start(), end, text[match.start() : end]))
    for start, end in name_spans(text):
        if free(start, end):
            found.append(Mention("N", start, end, text[start:end]))
    return found
