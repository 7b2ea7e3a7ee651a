"""Mentions that no lexicon lists, by shape, grammar and company: measures, benchmarks, names of methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cues, Ending
from leaderboard.extraction.mentions import Mention, Taken
from leaderboard.extraction.names import (
    CAPITAL,
    PLAIN_WORDS,
    SHAPED,
    common_acronyms,
    is_like_model,
    name_spans,
    set_of_field,
    starts_sentence,
    whole_words,
)
from leaderboard.extraction.own_name import OwnName
from leaderboard.extraction.quantity import Quantity

_ACRONYM = r"(?:(?!\p{Lu}\p{Ll}{1,3}\b)[\p{Lu}\d&.-]*\p{Lu}[\p{Lu}\d&.-]*\p{Ll}{0,3}|[a-z]\p{Lu}[\p{Lu}\d-]+\p{Ll}?|(?!(?:in|of|at|by|to)\p{Lu})[a-z]{1,2}-?[a-z]?\p{Lu}{2}[\p{Lu}\d-]*\p{Ll}?)"
_VALUE = r"\s(?:of|is|was|=|:)\s(?:about\s|up\sto\s|over\s|only\s)?[$~<>]?\s?\d"
_HAS_VALUE = patterns.compiled(_VALUE)
_VALUED = patterns.compiled(
    rf"(?<![\w-]|\b(?:[Oo]n|over|than|against)\s|\b[Oo]n\sthe\s)(?P<name>{_ACRONYM})(?:\s(?:scores?|rates?|values?))?{_VALUE}"
)
_BEHIND = patterns.compiled(
    rf"\s?(?:absolute\s|relative\s|average\s|higher\s|better\s|lower\s)?(?:in\s)?(?P<name>{_ACRONYM})(?=\s(?:on|in|for|at|with|scores?|points?|over|while|and|when|than|against|versus|vs|compared|respectively|using|without|improvements?|gains?|increase|reduction|drop|across|under)\b|[,.;)]|\s\(|$)"
)


_SETTINGS = patterns.compiled(
    r"(?:(?:,?\s(?:and|or)\s|,\s|/)(?:(?:by\s|up\sto\s)*\d[\d.]*\s?\\?%?\sin\s)?(?:[^\s,;.\d]+\s){0,3}?[\p{L}\d-]+){0,3}\s(?:settings?|scenarios?|conditions?|environments?|cases|modes?|regimes?|domains?|weather|distributions?|data)\b"
)
"""Behind acronyms that name where something was measured: `by 4% in HQ and LQ settings`."""


_SPELT_MEASURE = patterns.compiled(
    rf"\b(?i:rate|accuracy|score|error|precision|index|distance|coefficient|similarity|deviation|ratio|divergence|recall|quality|correlation)\s\((?P<name>{_ACRONYM})\)"
)
"""An acronym of a measure's name that stands before it: `Scanning Success Rate (SSR)`."""


_CALLED_MEASURE = patterns.compiled(
    r"(?<=\b(?:the|in|of|and|an?|average|mean|improv\w+|increas\w+|rais\w+|boost\w+|reduc\w+|lower\w*|decreas\w+)\s)(?P<name>(?:\p{Lu}\p{Ll}+[\s-]){1,3}(?:Score|Rate|Index|Coefficient|Similarity)|\p{Lu}[\p{L}\d-]+(?<=\p{Ll})(?:Score|Rate|Index|Acc))(?![\w-])"
)
"""A name in capitals whose last word is a measure's: `the Silhouette Score`, `ExpRate`."""


def shaped_measures(text: str, quantities: list[Quantity], taken: list[Mention], own: frozenset[str]) -> list[Mention]:
    """Acronyms that stand where a measure does, beside a number: `an ASR of 74%`, `64 DS on`, `2.3% JGA`."""
    spans = [match.span("name") for match in _VALUED.finditer(text)] if _HAS_VALUE.search(text) else []
    for quantity in quantities:
        if quantity.unit_class in ("percent", "points", "bare") and (match := _BEHIND.match(text, quantity.last)):
            if quantity.counts(match["name"]) or _SETTINGS.match(text, match.end("name")):
                continue
            spans.append(match.span("name"))
    if "(" in text:
        for match in _SPELT_MEASURE.finditer(text):
            ends = [(at, at + len(match["name"])) for at in whole_words(match["name"], text)]
            spans += [(start, end) for start, end in ends if not text.startswith("@", end)]
    called = [match.span("name") for match in _CALLED_MEASURE.finditer(text)] if quantities else []
    spans += called
    found: list[Mention] = []
    occupied = Taken(taken)
    for start, end in spans:
        name = text[start:end].rstrip(".")
        end = start + len(name)
        short = 1 < len(name) <= 10 or (start, end) in called
        if short and name not in own and not _NO_MEASURE.match(name) and occupied.free(start, end):
            occupied.add(start, end)
            found.append(Mention("M", start, end, name))
    return found


_NO_MEASURE = patterns.compiled(
    r"^(?:[a-z]{1,2}-?\p{Lu}*(?:ERT|GPT|[CGR]NN|LSTM|GAN|LLM|MLP)s?|[2346]D|.*\d[kK]|SOTA|SoTA|GPUs?|CPUs?|LLMs?|RGB|LoRA|BERT.*|GPT.*|CNNs?|RNNs?|DNNs?|GNNs?|SVMs?|MLPs?|LSTMs?|HMMs?|PCA|ViTs?|ResNet.*|FLOPs|AI|ML|RL|QA|NLP|ASR systems|DETR|YOLO.*|NeRF|SGD|Adam|UK|US|USA|USD|EUR|UAVs?|D\.?[oO]\.?Fs?|VIT|KL|CI|OOD|I?ID|NER|RE|VQA|MT|NMT|TTS|HD|MoE|PEFT|(?:FP|BF|INT)-?\d+|[A-Z])$"
)

_LIST_HEAD = r"(?:datasets?|data[\s-]sets?|(?:instruction|question|challenge|diagnostic)\ssets?|benchmarks?|corpus|corpora|test\ssets?|testsets?|challenges?|leaderboards?|databases?|suites?|test\ssuites?|shared\stasks?|collections?|testbeds?|splits?|test-dev|val\sset|validation\sset|dev\sset|test\sbenchmarks?)"
_HEAD = patterns.compiled(rf"\s{_LIST_HEAD}\b")
_SET_CUES = Cues(
    "instruction question diagnostic data benchmark corpus corpora test challenge leaderboard suite shared collection split val dev"
)
_HEADED = patterns.compiled(
    rf"(?<![\w-])(?P<name>(?!(?:The|On|In|Our|This|We|For|These|Both|All|And|Using|With|A|An|When|Across|Over|From|Through|Via|By|To|At|Under|Extensive|Experiments?|Results?)\b){CAPITAL}(?:\s{CAPITAL}|\s(?:of|in|for)\s(?:the\s)?(?=\p{{Lu}}){CAPITAL}){{0,4}}(?:\s\((?P<short>{CAPITAL})\))?)"
    rf"(?:\s?\[\d+(?:,\s?\d+)*\])?['’”\"*}}]{{0,2}}(?P<adjectives>(?:\s[a-z-]+){{0,4}}?)\s{_LIST_HEAD}(?:\s{_LIST_HEAD})?\b"
)
_HOSTS = frozenset(
    "UIUC UCF UCSD CMU MIT MSU USC NYU NIST Stanford Berkeley Princeton Oxford Cambridge Cornell Caltech Caltech-UCSD Flickr Twitter"
    " Youtube YouTube Reddit Amazon Yelp Google Yahoo Kaggle Wikipedia".split()
)
"""Who has many data sets, so that the word behind the name is part of one's: `the UIUC plumage data set`."""
_BEFORE_HEAD = patterns.compiled(r"[\p{Lu}\d]\S*(?:\s[a-z-]+){0,4}", regex.REVERSE)
"""How a name (or a citation behind it) ends before its head; asked from the head backwards, that tells most heads apart."""
_OF_NAME = patterns.compiled(r"(?P<measure>\S+)\s(?:of|in|for)\s(?:the\s)?")
_SPLIT = patterns.compiled(r"\s(?:splits?|val(?:idation)?\sset|dev\sset)$")
_LONGEST_NAME = 500
"""Characters from a name's beginning to its head: there are no longer ones."""
_PREPOSED = patterns.compiled(
    rf"\b(?:dataset|(?<!\b(?:[Ww]e|to)\s)benchmark|corpus|(?=corpora)corpor(?=a)|challenge|database|data\sset|test\sset)(?P<plural>s?)(?P<comma>,?)\s(?P<link>\(?(?:called|named|such\sas|like|including|e\.g\.,?|i\.e\.,?|namely|of)\s|\(|:\s?|-\s)?(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}})"
)
_LISTED = rf"(?P<name>{CAPITAL}(?:\s(?!\d){CAPITAL}){{0,3}})(?:\s\([^()]*\))?"
_COLON_LIST = patterns.compiled(
    rf"\b(?:datasets|data\ssets|benchmarks|corpora):\s{_LISTED}(?:(?:,\s(?:and\s)?|\sand\s){_LISTED})+(?=[.;]|$|\s(?:and\s\p{{Ll}}|show|demonstrate))"
)
"""Whatever stands in it is a data set: `on two datasets: Owls and Wet Herons (51%)`."""
_APPOSED = patterns.compiled(
    rf"\b(?:[Oo]n|[Uu]sing|[Ii]n|over)\s(?:the\s)?(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}}),?\s\(?(?:a|an|the|our)\s(?:(?!(?:on|from|with|for|of|in|by|to|is|was)\b)[\w-]+,?\s){{0,6}}?{_LIST_HEAD}\b"
)
_CALLED_BENCH = patterns.compiled(
    r"(?<![\w/-])(?=[\p{L}\d]*\p{Lu})[\p{L}\d]+(?:-[\p{L}\d]+)*?-?Bench(?:-[\p{L}\d.]*[\p{L}\d]|[vV]?\d+(?:\.\d+)?|\+\+)*(?![\w-])"
)
"""What says in its name that it is a benchmark, wherever it stands: `using HeronBench`, `all PondBench-v2 tasks`."""
_ON = patterns.compiled(r"\b[Oo]n\s")
_ON_NAME = patterns.compiled(
    rf"(?<!\b(?:[Bb]as|[Bb]uil[dt]|rel|reli|depend|focus|run|runn)(?:e|ed|es|s|y|ing)?\s)\b(?:on|On|(?:tasks|environments|games)\sin)\s(?:both\s|all\s|the\s|standard\s|popular\s|large-scale\s|challenging\s|public\s|real-world\s|full\s|original\s|widely\sused\s|[a-z]+ly\s[a-z]+\s|well-known\s|recent\s|multilingual\s|of\s|a\ssubset\sof\s|subsets\sof\s|(?:[a-z-]+\s){{0,2}}(?:instances|questions|problems|scenes|sequences|environments|games)\s(?:from|of|in)\s|[a-z]+-[a-z-]*[a-z]\s(?:[a-z]+(?:ion|ing)\s)?)*(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}})"
)
_TASK = patterns.compiled(r"(?:^|\s)\p{L}\p{Ll}+(?:ing|[st]ion)$")  # `on Machine Translation`
_TASKS_FOLLOW = patterns.compiled(
    r"(?:,?\s(?:and\s)?[\p{Lu}-]+){1,6}\s(?:sub)?tasks\b"
)  # `on ATE, AOPE and ASC subtasks`
_ACRONYM_ONLY = patterns.compiled(r"(?:[\p{Lu}&-]{2,6}s?|[A-Za-z]+-[a-z]+)$")
_ONE_SET = patterns.compiled(r"(?:,|\band|/|\b[Tt]he)\s$")
_IN_LIST = patterns.compiled(r"(?:,|\band|/)\s?(?:the\s)?$")
_GOES_ON = patterns.compiled(
    r"\s?[,.;:)(]|$|\s(?:and|or|with|by|for|in|at|while|when|using|respectively|without|under|over|compared|data|dataset|benchmark|test|val|validation|dev|than|as|from|to|after|vs|against|which|where|we|our|it|this|is|are|across|evaluated|measured|tested|averaged|among|given|per|despite|during|(?:achiev|outperform|surpass|exceed|reach|obtain|attain|improv|reduc|yield|beat|show|demonstrat|sett|establish)ing|shows?|demonstrates?|has|have|rises?|drops?|falls?|increases?|decreases?|improves?|reaches)\b"
    r"|\s(?:[a-z-]+\s(?:and\s)?){1,3}(?:categories|classes|scenes|sequences|questions|splits?|subsets?|sequence|images|videos)\b"
    r"|\s?[–—]|\s--?-?\s|\s(?:[a-z-]+\s(?:and\s)?){0,4}(?:tasks?|settings?|scenarios|environments|problems|leaderboard|sequence)\b"
    r"|(?<=\p{Ll}\p{Lu}\p{Ll}*)\s(?:[a-z-]+\s(?:and\s)?){0,4}(?:segmentation|detection|classification|recognition|retrieval|prediction)\b"
)
_IMPROVED_ON = Ending(r"\b(?:improv|increas)(?:e|es|ed|ing)\s$")
_ON_TASK = patterns.compiled(rf"\bon\sthe\s(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,2}})(?:\s[a-z-]+){{1,3}}\stasks?\b")
_COORDINATED = patterns.compiled(
    rf"(?:\s?\[\d+(?:,\s?\d+)*\])?(?:\sDatasets?)?\s?(?:,\s?and\s|,\sas\swell\sas\s|,|\sand\s|\sor\s|\s&\s|/|\sas\swell\sas\s)\s?(?:the\s|on\s(?:the\s)?)?(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,3}})(?=[\s,.;/)(]|$)"
)
_NOT_A_SET = patterns.compiled(
    r"\s(?:[a-z-]+\s)?(?:models?|backbones?|architectures?|GPUs?|CPUs?|networks?|devices?|robots?|processors?|encoders?|decoders?|transformers?|LLMs?|platforms?|hardware|boards?|phones?|cards?|languages?|agents?|baselines?|methods?|algorithms?|detectors?|(?<!time\s)series|famil(?:y|ies))\b",
    regex.IGNORECASE,
)


_FIGURE_ON = patterns.compiled(
    rf"\d\s?(?:\\?%|points?|dB|[cm]m|m|°)?(?:\s(?!(?:on|in)\b)[\w@.+-]+){{0,3}}\s(?P<link>on|in|for)\s(?:the\s)?(?P<name>{CAPITAL}(?:\s(?!\d[\d.]*\s?\\?%){CAPITAL}){{0,2}})(?=[,.;)—–]|\s[—–-]|\s(?:and|by|for|from|respectively|dataset|compared|over|with)\b|\s\d)"
)


def _on_each(text: str, known: list[int]) -> list[tuple[int, int]]:
    """The names in a row of `4.2 AP on COCO, 2.3 AP on Heron`, where one of them, at `known`, is that of a benchmark."""
    found = [*_FIGURE_ON.finditer(text)]
    links = {match["link"] for match in found if match.start("name") in known}
    spans = [match.span("name") for match in found if match["link"] in links]
    return [
        (start, end)
        for start, end in spans
        if start not in known and not is_like_model(text[start:end]) and not _NOT_A_SET.match(text, end)
    ]


_FIGURE_BEHIND = patterns.compiled(
    rf"(?P<name>{CAPITAL}(?:\s{CAPITAL}){{0,2}})(?:\s[a-z]+){{0,2}}\s\([^()\d]{{0,20}}\d[^()]{{0,60}}\)(?:,\s(?:and\s)?|\sand\s|(?=[\s.;]|$))"
)


def _with_figures(text: str, known: list[int]) -> list[tuple[int, int]]:
    """The names of a list like `COCO (+4.2), Heron (+2.3) and KITTI (+1.5)`, where one of them is that of a benchmark."""
    found: list[tuple[int, int]] = []
    row: list[tuple[int, int]] = []
    end = -1
    for match in _FIGURE_BEHIND.finditer(text):
        row = [*row, match.span("name")] if match.start() == end else [match.span("name")]
        end = match.end()
        if any(start in known for start, _ in row):
            found += [span for span in row if span[0] not in known and span not in found]
    return [
        (start, end) for start, end in found if SHAPED.search(text[start:end]) and not is_like_model(text[start:end])
    ]


def shaped_benchmarks(text: str, taken: list[Mention], own: OwnName, with_on: bool) -> list[Mention]:
    """Benchmarks that the lexicon does not list, read by grammar: `the X dataset`, and `on X` beside a number.

    The paper's own method is none; `with_on` allows the weaker reading of `on X`.
    """
    found: list[Mention] = []
    occupied = Taken(taken)

    def add(start: int, end: int, *, kind_told: bool = False) -> bool:
        if short := _shorter(text, start, end):
            start, end = short
        name = _ENDING.sub("", text[start:end])
        end = start + len(name)
        if (
            not occupied.free(start, end)
            or name in own.all
            or PLAIN_WORDS.match(name)
            or name.isdigit()
            or len(name) < 2
            or _VERSION.fullmatch(name)
        ):
            return False
        if _PLAIN_WORD.fullmatch(name) and (starts_sentence(text, start) or text.startswith(" et al", end)):
            return False
        if _NUMBERED.match(name) or _NO_NAME.search(name) or _OF_MEASURE.search(name):
            return False
        if name.endswith(" Images") and not kind_told:
            return False  # `Reed Images`, but `the Reed Images dataset`
        occupied.add(start, end)
        for at, until, part in _parts(name, unparted):
            entry = lexicon.load().benchmark(part)
            found.append(
                Mention("B", start + at, start + until, part.replace("\\&", "&"), entry.name if entry else None)
            )
        return True

    headed: list[tuple[int, int]] = []
    known_at = {mention.start: mention.end for mention in taken if mention.kind == "B"}
    unparted = _UNPARTED.search(text) is not None
    has_cue = _SET_CUES.in_text(text)
    heads = [*_HEAD.finditer(text)] if has_cue else []
    named = [head.start() for head in heads if _BEFORE_HEAD.match(text, 0, head.start())]
    for match in _HEADED.finditer(text, max(0, named[0] - _LONGEST_NAME), heads[-1].end()) if named else ():
        start, end = match.span("name")
        if match["short"]:
            start, end = match.span("short")
        elif (of := _OF_NAME.match(match["name"])) and not occupied.free(start, start + of.end("measure")):
            start += of.end()  # `the mAP of the Heron dataset`
        if (
            _PLURAL.search(text, match.end("name"), match.end())
            and _ACRONYM_ONLY.match(text[start:end])
            and not _IN_LIST.search(text, max(0, start - 25), start)
        ):
            continue  # `TKG datasets`: data sets of a task
        if _COUNTED_SETS.match(match[0]) or _CALLED_BEHIND.match(text, match.end()):
            continue
        if _ACRONYM_ONLY.match(text[start:end]) and (
            match.end() + 1 in known_at or _NAME_BEHIND.match(text, match.end())
        ):
            continue  # `the MWP benchmark HeronMath`
        if _SPLIT.search(match[0]):
            continue  # `the Karpathy split` of a benchmark
        if _OF_KIND.search(text, 0, start) and _KINDS.fullmatch(text, start, end):
            continue  # `three ReID benchmarks`, `a public OCT dataset`
        if text[start:end] in own.abbreviated and not _ONE_SET.search(text, max(0, start - 25), start):
            continue  # a task's: `our new HRA dataset`
        if is_like_model(text[start:end]):
            if (own_part := set_of_field(text[start:end])) is None:
                continue
            start += own_part
        if not _MEASURE_HEAD.search(match["adjectives"]):
            if text[start:end] in _HOSTS and match["adjectives"].count(" ") == 1:
                end = match.end("adjectives")  # `UIUC plumage`
            headed.append((start, end))
            add(start, end, kind_told=True)
    for match in _APPOSED.finditer(text) if heads else ():
        if SHAPED.search(match["name"]) or not starts_sentence(text, match.start("name")):
            add(*match.span("name"))
    for match in _PREPOSED.finditer(text) if has_cue else ():
        if not is_like_model(match["name"]) and (match["link"] or _stands_for_sets(text, match)):
            add(*match.span("name"))
    for match in _COLON_LIST.finditer(text) if has_cue else ():
        for start, end in match.spans("name"):
            if not is_like_model(text[start:end]):
                add(start, end)
    for match in _CALLED_BENCH.finditer(text) if "Bench" in text else ():
        if not _NOT_A_SET.match(text, match.end()):
            add(*match.span())
    if with_on:
        for start, end in _on_names(text, own):
            add(start, end)
        for listed in (_on_each, _with_figures):
            known = [mention.start for mention in (*taken, *found) if mention.kind == "B"]
            for start, end in listed(text, known) if known else ():
                add(start, end)
        for match in _ON_TASK.finditer(text):
            if not is_like_model(match["name"]) and len(match["name"]) > 2 and SHAPED.search(match["name"]):
                add(*match.span("name"))
    for mention in _fused(text, (*taken, *found)):
        if occupied.free(mention.start, mention.end):
            occupied.add(mention.start, mention.end)
            found.append(mention)
    for mention in sorted((m for m in (*taken, *found) if m.kind == "B"), key=lambda m: m.start):
        _extend_list(text, mention.end, add)
    sets = (
        [mention for mention in taken if mention.kind == "B" and _SETS_BEHIND.match(text, mention.end)] if heads else []
    )
    for start in (*(start for start, _ in headed), *(mention.start for mention in sets)):
        _extend_back(text, start, add, known_at, unparted)
    found += [m for m in _fused(text, found) if occupied.free(m.start, m.end)]
    return found


_SHORT = patterns.compiled(r"\s\((?P<short>[\w.+-]*\p{Lu}[\w.+-]*)\)")


def _shorter(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the short form of a name stands, in brackets behind it: `Pond Heron (PondH)`, which the text goes on with."""
    short = _SHORT.match(text, end)
    if short is None or " " not in text[start:end] or short["short"][0] != text[start]:
        return None
    if lexicon.load().benchmark(text[start:end]):
        return None
    return short.span("short") if len(short["short"]) < end - start else None


def _parts(name: str, unparted: bool) -> list[tuple[int, int, str]]:
    """The names that a name consists of, each with where it begins and ends: two of `HeronQA/OwlQA` and `Owls 2014/2016`.

    Where a text is `unparted`, blanks may stand for commas.
    """
    parts = name.split(" " if unparted else "/")
    if len(parts) == 1 or lexicon.load().benchmark(name) is not None:
        return [(0, len(name), name)]
    ends = list(accumulate((len(part) + 1 for part in parts), initial=0))
    spans = [(at, end - 1) for at, end in pairwise(ends)]
    if (years := _YEARS.fullmatch(name)) is not None:
        return [
            (*span, years["name"] * bool(k) + part) for k, (span, part) in enumerate(zip(spans, parts, strict=True))
        ]
    own = SHAPED if unparted else _OF_ITS_OWN
    if not all(own.search(part) or lexicon.load().benchmark(part) for part in parts):
        return [(0, len(name), name)]
    return [(*span, part) for span, part in zip(spans, parts, strict=True)]


_YEARS = patterns.compiled(r"(?P<name>\S+ )20\d\d(?:/20\d\d)+")
_UNPARTED = patterns.compiled(r"\d\\?% \d[\d.]*\\?% and \d")
"""Figures whose commas got lost, as have those of the names: `by 1.5% 2.1% and 3.4% on HeronQA OwlQA and PondQA`."""


_OF_ITS_OWN = patterns.compiled(r"\p{Lu}.*\p{Ll}.*[\p{Lu}\d]")


def _on_names(text: str, own: OwnName) -> Iterator[tuple[int, int]]:
    """Where names stand that `on` precedes and that nothing tells to be a model's, a task's or a technique's."""
    for match in _ON_NAME.finditer(text) if _ON.search(text) else ():
        start, end = match.span("name")
        if is_like_model(match["name"]) or _NOT_A_SET.match(text, end) or not SHAPED.search(match["name"]):
            continue
        if own.benchmark is not None and match["name"] == own.benchmark.name and _TRAINED_WITH.search(text, 0, start):
            continue
        if _IMPROVED_ON.search(text, 0, match.start()) and text.startswith(" by ", end):
            continue  # `improves on HeronNet by`
        if not _GOES_ON.match(text, end):
            continue
        if _FOUR_CAPITALS.fullmatch(match["name"]) and (
            len(match["name"]) < 2 or match["name"] in common_acronyms() or match["name"] in own.abbreviated
        ):
            continue  # a task or technique: `on VQA`, `on IC` where the paper spells IC out
        if not _TASK.search(match["name"]) and not _TASKS_FOLLOW.match(text, end):
            yield start, end


def own_benchmark_mentions(text: str, name: str, taken: list[Mention]) -> list[Mention]:
    """The benchmark that the paper introduces, wherever it is named: `baselines on Heron reach`; in `Heron-trained` it is not."""
    entry = lexicon.load().benchmark(name)
    return [
        Mention("B", start, end, name, entry.name if entry else None)
        for start, end in ((start, start + len(name)) for start in whole_words(name, text))
        if not text.endswith("-", 0, start)
        and not _GOES_ON_AS_NAME.match(text, end)
        and not _is_for_training(text, start, end)
        and not _NOT_A_SET.match(text, end)
        and all(end <= m.start or start >= m.end for m in taken)
    ]


def trains_on(text: str, name: str) -> bool:
    """Whether a text says that something was trained on a benchmark: `using Heron, we train`."""
    ends = ((start, start + len(name)) for start in whole_words(name, text))
    return any(_is_for_training(text, *span) for span in ends if not _GOES_ON_AS_NAME.match(text, span[1]))


def _is_for_training(text: str, start: int, end: int) -> bool:
    return _TRAINS.match(text, end) is not None or (_TRAINED_WITH.search(text, max(0, start - 60), start) is not None)


_TRAINED_WITH = Ending(r"\b(?:[Tt]rain(?:ed|ing)|tun(?:ed|ing))\s(?:only\s)?(?:on|with|using)\s(?:the\s)?$")
_TRAINS = patterns.compiled(r"\s(?:pre-?)?train|,\swe\s(?:pre-?)?train")
_GOES_ON_AS_NAME = patterns.compiled(r"[\w-]")


def _stands_for_sets(text: str, match: regex.Match[str]) -> bool:
    """Whether a name right after `dataset` is the data set's: `the dataset X`, `a dataset, X,`; `On the dataset, X wins`."""
    if not SHAPED.search(match["name"]) or _NOT_A_SET.match(text, match.end("name")):
        return False
    after = _LIST_AFTER if match["plural"] else _APPOSITION_ENDS
    return not match["comma"] or bool(after.match(text, match.end("name")))


_VERSION = patterns.compiled(r"[vV]?[\d.,%°º-]+")
_NUMBERED = patterns.compiled(r"\d+(?:[-/](?:\p{Ll}|\d+$)|[kKmMbB]$)")
_NO_NAME = patterns.compiled(
    r"/\p{Ll}+$|^\d+[kKM]\s|-(?:\p{Ll}{2,}ed|like|style|class|model)$|\b(?:[CGNT]PU|DSP|FPGA)s?$|\s(?:Model|Network|Method|Algorithm|Device)s?$"
    r"|^\d+\s?h$|^\d+\s(?:CT|MRI?|PET)$|^[23]-?D$|^Sequences?\s\d|^Challenge$"
)
"""`Heron-generated data`, `ImageNet-like`, `LTL/natural`, `15k US`, machines and methods; `14h`, `16 CT`: how much data there is."""
_OF_MEASURE = patterns.compiled(
    r"(?:[\s-]|^)(?:Distance|Score|Accuracy|Error|Rate|Precision|Recall|Similarity|Correlation|Coefficient|Loss)s?$"
)
_ENDING = patterns.compiled(r"['’]s$|\s(?:Dataset|DataSet|DATASET|Benchmark|Database)s?$|(?<=\p{Ll})dataset$")
_CALLED_BEHIND = patterns.compiled(r"(?:\s(?:for|of|on)\s[\w\s-]{1,50}?)?,?\s(?:called|named|dubbed|termed)\s")
"""What behind a data set's kind tells its name: `a Heron reading dataset for owls, called Pond`."""
_NAME_BEHIND = patterns.compiled(r"(?<!s)\s(?=\S*\p{Lu}\S*[\p{Lu}\d])[\p{L}][\w-]*[\w](?=[\s,.;)]|$)")
_COUNTED_SETS = patterns.compiled(r"\d{1,3}\s.*s$")  # `13 Indic datasets`
_FOUR_CAPITALS = patterns.compiled(r"\p{Lu}{1,4}")
_LIST_AFTER = patterns.compiled(r"\s?(?:,|and\b)")
_APPOSITION_ENDS = patterns.compiled(r"\s?[,.;)]|$")
_FUSED = patterns.compiled(r"(?P<first>[\w .-]*?-?)(?P<digits>\d+[a-z]?)$")
_FURTHER = patterns.compiled(
    r"(?:/|\sand\s-|,\s-|\s?(?:and|&|/)\s(?=V)|(?<=\b20\d\d)(?:,|\sand|\s&|\s/)\s(?=20\d\d\b))(?P<version>V?)(?P<digits>\d+[a-z]?)\b(?!\.\d)"
)


_OTHER_NUMBER = patterns.compiled(
    r"(?:\s\([^()]{1,30}\))?\s(?:and|&)\s(?P<version>)(?P<digits>\d+)\b(?!\.\d|\s?\\?%|-|\s[a-z])"
)
"""`CIFAR-10 and 100`, `CIFAR-10 (94%) and 100 (76%)`, where both are known."""


def _fused(text: str, known: Iterable[Mention]) -> list[Mention]:
    """`CIFAR-10/100` and `VOC 2007 and 2012` stand for two benchmarks; the second is written out."""
    out = []
    for mention in known:
        first = _FUSED.match(mention.text) if mention.kind == "B" else None
        further = _FURTHER.match(text, mention.end) or _OTHER_NUMBER.match(text, mention.end) if first else None
        if first and further:
            name = first["first"] + further["digits"]
            entry = lexicon.load().benchmark(name)
            if entry is None and further.re is _OTHER_NUMBER:
                continue
            out.append(Mention("B", further.start("version"), further.end(), name, entry.name if entry else None))
    return out


_BACK = Ending(
    rf"(?<![\w-])(?P<name>(?:{CAPITAL})(?:\s(?:{CAPITAL})){{0,2}})(?:\s?\[\d+(?:,\s?\d+)*\])?\s?(?:,\s?and|,|\sand|\sor|/)\s?(?:the\s)?$"
)


def _extend_back(text: str, at: int, add: Callable[[int, int], bool], known: dict[int, int], unparted: bool) -> None:
    """Before the last name of a list that ends in `datasets`, the names before it: `Spider and Bird benchmarks`.

    `known` are where the names that the lexicon lists begin and end; where a text is `unparted`, no comma parts them.
    """
    while match := _BACK.search(text, max(0, at - 60), at):
        start, end = match.span("name")
        if known.get(start) == end:
            at = start
            continue
        rest = known.get(start, start - 1) + 1
        if (rest > start and not unparted) or is_like_model(text[rest:end]) or not add(rest, end):
            return
        at = start


_SETS_BEHIND = patterns.compiled(r"\s(?:datasets|data\ssets|benchmarks|corpora)\b")
_PLAIN_WORD = patterns.compiled(r"\p{Lu}\p{Ll}+")
_OF_KIND = Ending(
    r"\b(?:[Aa]n?|[Aa]ny|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Ss]everal|[Mm]any|[Mm]ultiple|[Vv]arious|[Oo]ther|[Nn]umerous)\s(?:(?!(?:of|on|in|to|from|the|our|and|with|for|including|over|using|than|as)\s)[a-z-]+\s){0,4}$"
)
_KINDS = patterns.compiled(
    r"(?:(?=\S*\p{Lu}\S*\p{Lu})(?:\p{Lu}+\p{Ll}?)+(?:\s|$))+|\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*|\p{Lu}\p{Ll}+\p{Lu}{2}"
)
"""Acronyms, which name fields and kinds of data, and words with a capital: `a large Twitter dataset`."""
_PLURAL = patterns.compiled(r"(?<!corpu)s$|corpora$")
_MEASURE_HEAD = patterns.compiled(r"\b(?:on|of|for|by|and|with|from|in|the|an?|our|its|that|this|to|as)\b")


def _extend_list(text: str, at: int, add: Callable[[int, int], bool]) -> None:
    """After a benchmark, the further names of its list: `A, B and C`; in `On A, B achieves` there is no list."""
    while match := _COORDINATED.match(text, at):
        start, end = match.span("name")
        if is_like_model(match["name"]) or _NOT_A_SET.match(text, end) or not SHAPED.search(match["name"]):
            return
        if _IS_SUBJECT.match(text, end):
            return  # `reaches 81% on Heron and Owl-XL reaches 83%`
        if (
            match[0].lstrip().startswith(",")
            and "and" not in match[0][: start - match.start()]
            and not _LIST_GOES_ON.match(text, end)
        ):
            return
        if not add(start, end):
            return
        at = end


_IS_SUBJECT = patterns.compiled(
    r"\s(?:with\s(?:[\w.]+\s){1,3})?(?:achieves|reaches|gets|obtains|attains|scores|yields|hits)\b"
)
_LIST_GOES_ON = patterns.compiled(
    r"\s?(?:\([^)]*\)\s?)?(?:,|/|and\b|or\b|&|as well as\b|datasets?\b|benchmarks?\b|[.;)]|$)"
)


_GOES_ON_AS_WORD = patterns.compiled(r"[\p{L}\d]")
_VARIANT_AHEAD = patterns.compiled(r"(?<![\w-])(?:\p{Lu}+\d*-)+$", regex.REVERSE)
_VARIANT = patterns.compiled(r"[-+][\w.+-]*\w|\+{1,2}(?![\w+])|[*∗](?![\w*])")


def name_mentions(text: str, taken: list[Mention], quantities: list[Quantity], own: frozenset[str]) -> list[Mention]:
    """Names of methods and other things by their shape, and the paper's own method wherever it stands."""
    found: list[Mention] = []
    occupied = Taken(taken)
    for quantity in quantities:
        occupied.add(quantity.start, quantity.last)
    for name in sorted(own, key=len, reverse=True):
        for start in whole_words(name, text):
            end = start + len(name)
            if start and text[start - 1] == "-" and (ahead := _VARIANT_AHEAD.search(text, 0, start)):
                start = ahead.start()
            if not _GOES_ON_AS_WORD.match(text, end) and occupied.free(start, end):
                if (tail := _VARIANT.match(text, end)) and not (tail[0] == "*" and text.endswith("*", 0, start)):
                    end = tail.end()
                occupied.add(start, end)
                found.append(Mention("O", start, end, text[start:end]))
    for start, end in name_spans(text):
        if occupied.free(start, end):
            occupied.add(start, end)
            found.append(Mention("N", start, end, text[start:end]))
    return found
