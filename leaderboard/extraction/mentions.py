"""Mentions: words of a sentence that name a benchmark, a measure, a method or a quantity.

Literal names come from the lexicon in one Aho-Corasick pass; `unlisted` reads those that nobody listed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, product

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from leaderboard import lexicon
from leaderboard.additions import cached
from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.names import PLAIN_WORDS, is_model_name, lower_case
from leaderboard.lexicon import Benchmark, Metric, directions


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


class Taken:
    """The places of a sentence that mentions take up: whether one is free is told at once, however many there are."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._places: set[int] = set()
        for mention in mentions:
            self.add(mention.start, mention.end)

    def add(self, start: int, end: int) -> None:
        """Take up a span."""
        self._places.update(range(start, end))

    def free(self, start: int, end: int) -> bool:
        """Whether nothing stands in a span."""
        return self._places.isdisjoint(range(start, end))


_HUMP = patterns.compiled(r"(?<=\p{Ll})(?=\p{Lu})")
_RUN_TIME = patterns.compiled(r"(?<=^run)(?=time)")  # written `run-time` and `run time`, too
_NUMBERED = patterns.compiled(r"(?<=\p{L})-(?=\d)")  # `top1 error`
_YEAR = patterns.compiled(r"(?<=\p{L}) ?(?=\d\d(?:\s|$))")
_NUMBER = patterns.compiled(
    r"(?<=^\p{L}{3,})(?=\d{2}|\dD)|(?<=^\d+)(?=\p{Lu}\p{Ll}{3,})"
)  # `ADE-20K` for ADE20K, `50 Salads`


@cached
def _literals() -> tuple[AhoCorasick, list[tuple[str, Benchmark | Metric]]]:
    known = lexicon.load()
    spellings: dict[str, tuple[str, Benchmark | Metric]] = {}
    entries: list[tuple[tuple[str, ...], Benchmark | Metric]] = [(m.names, m) for m in known.metrics]
    entries += [(b.names, b) for b in known.benchmarks]
    for names, entry in entries:
        for name in (*names, *(f"{name[:-1]}ies" for name in names if name.endswith(" accuracy"))):
            parts = regex.split(r"[\s-]+", name.lower())
            humps = [m.start() for m in _HUMP.finditer(name)]  # `mini-ImageNet` for miniImageNet
            humps += [m.start() for m in _RUN_TIME.finditer(name)]
            humps += [m.start() for m in _NUMBER.finditer(name)] if isinstance(entry, Benchmark) else []
            year = _YEAR.search(name) if isinstance(entry, Benchmark) else None  # `WMT'14` for WMT14
            for joined in {
                *_linked(parts),
                *(f"{name[:at]}{link}{name[at:]}".lower() for at in humps for link in "- "),
                name.lower(),
                name.lower().replace(" & ", "&"),
                *(_NUMBERED.sub("", written).lower() for written in (name, "-".join(parts))),
                *(f"{name[: year.start()]}{mark}{name[year.end() :]}".lower() for mark in ("", "'", "’") if year),
                *(("".join(parts),) if any(c.isdigit() for c in name) or len(parts) == 2 else ()),
            }:
                if len(joined) > 1:
                    spellings[joined] = (name, entry)
    return AhoCorasick(list(spellings), matchkind=MatchKind.Standard), list(spellings.values())


def _linked(parts: list[str]) -> Iterable[str]:
    """A name's words linked by blanks and hyphens in every way: `root-mean-square error`, `root mean-square error`."""
    if len(parts) > _MOST_LINKED:
        return " ".join(parts), "-".join(parts)
    return ("".join(chain(*zip(parts, (*links, ""), strict=True))) for links in product(" -", repeat=len(parts) - 1))


_MOST_LINKED = 5


def measure_kind(metric: Metric) -> str:
    """The kind of mention a metric's names make: `M` quality, `S` speed, `R` another resource."""
    if not metric.resource:
        return "M"
    return "S" if metric.kind_hint == "speedup" else "R"


_SUPPORT = patterns.compiled(
    r"(?:\b(?:[Oo]n|[Ff]or|[Ii]n|on|and|or|for|of|in|over|over|across|using|with|from|as|to|e\.g\.,|including|namely|[Bb]enchmarks?|[Dd]atasets?|like)\s(?:the\s|standard\s|challenging\s)*[$\\{(]*|[,/(&+:]\s?)$"
)
_MADE_FOR = Ending(
    r"\b(?:datasets?|benchmarks?|models?|methods?|approach(?:es)?|systems?|networks?|frameworks?|techniques?|architectures?) for $"
)
"""`methods for VQA`: the task."""
_GPU_OF = Ending(r"\b(?:[Tt]itan|TITAN|GPUs?)(?:\sX)?p?\s\($")
"""`on a Titan X (Pascal)`: the make of a machine."""
_ON_IT = Ending(r"\b[Oo]n\s(?:the\s)?$")
_SET_FOLLOWS = patterns.compiled(
    r"\s(?:data\s?set|benchmark|corpus|(?:test|val|validation|dev|and|with|by|using|in|for)\b)|\s?[.,;)]"
)
_ON_SOME = Ending(
    r"\b(?:[Oo]n|[Ii]n|[Aa]cross|[Oo]ver)\s(?:(?:the|an?|all|both|[a-z]+(?:-[a-z]+)*)\s|(?!\S*\d)\p{Lu}\p{Ll}+\s){1,3}$"
)
"""`on eight`, `on the large-scale`, `on the English`: what is told of a benchmark before its name, where one of its kind follows."""
_OF_KIND = patterns.compiled(
    r"[-\s](?:(?!(?:and|or|of|in|on|for|with|by|to|the)\s)[a-z-]+\s){0,3}(?:data\s?set|benchmark|corpus|tasks|domains?|games?|environments?|simulator|suite|split|test|val|validation)\b"
)
_AFTER = patterns.compiled(
    r"[-\s](?!\p{Lu}\p{Ll}+\s(?:[\w-]+\s)?(?:dataset|data\sset|benchmark|corpus)\b)(?:[\w-]+\s){0,2}(?:datasets?|benchmarks?|data\ssets?|corpus|corpora|tasks?|challenges?|leaderboards?|(?:test|dev|val)(?:20\d\d)?|validation|detection|segmentation|classification|recognition|retrieval|captioning|generation|translation|splits?|categories|classes|images|videos|scenes|sequences|questions|subsets?|minival|panoptic|domains?|games?|environments?|simulators?)\b"
    r"|\s(?:\p{Lu}\p{Ll}+\s){0,2}(?:Detection|Segmentation|Classification|Recognition|Captioning|Retrieval|Estimation)\b"
    r"|[,.;)/(:]|\s(?:and|or|with|while|by|using|in|to|respectively|for|when|at|as|it|we|our|this|having|than|compared|from|shows?|demonstrates?|indicates?|reveals?|suggests?|confirms?|affirms?|prove|verif(?:y|ies)|validates?|rises?)\b|$|\s[($\d]|\$\d{4}\$|\s?['’]\d\d\b"
)


def _supported(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word stands where a benchmark would: after `on`, in a list, before `dataset`."""
    if _GPU_OF.search(text, 0, start):
        return False
    if _SUPPORT.search(text, max(0, start - 40), start):
        return _AFTER.match(text, end) is not None and not _MADE_FOR.search(text, 0, start)
    if is_model_name(text[start:end]) or not _OF_KIND.match(text, end):
        return False  # `in two VQA tasks`: a field's
    return _ON_SOME.search(text, 0, start) is not None


def literal_mentions(text: str) -> list[Mention]:
    """Benchmarks and measures of the lexicon that the sentence names; the longest wins where they overlap."""
    lowered = lower_case(text)
    automaton, entries = _literals()
    found: list[tuple[int, int, Mention]] = []
    for index, start, end in _found(automaton, lowered):
        name, entry = entries[index]
        if (
            start
            and (lowered[start - 1].isalnum() or lowered[start - 1] in "_\\")
            and not _is_behind_figure(text, start, entry)
        ) or (_runs_on(lowered, end) and not (isinstance(entry, Benchmark) and _VARIANT.match(text, end))):
            continue
        written = " ".join(text[start:end].split())
        if isinstance(entry, Benchmark):
            if lowered[end : end + 1].isalpha() or (
                name[-1].isupper() and name[-2:-1] in "- " and written[-1].islower()
            ):
                continue  # no plural; `ImageNet as` is not ImageNet-A
            if name in entry.ordinary_names:
                if written != name or not _supported(text, start, end):
                    continue
                if _TASKS.match(text, end) and is_model_name(name):
                    continue  # `in VQA tasks`
            elif (
                written.islower()
                and not any(c.isdigit() for c in written)
                and "-" not in written
                and len(written) < 14
                and not (_ON_IT.search(text, 0, start) and _SET_FOLLOWS.match(text, end))
            ):
                continue
            if _abbreviates_words(text, start, end):
                continue
            if (whole := _whole_name(text, start, end)) is not None:
                mention = _with_direction(text, _benchmark(text, *whole, entry), entry)
                found.append((mention.start, mention.end, mention))
        else:
            if entry.name == "score":
                continue  # `scores 91.3` names no measure
            if _compound(lowered, start, end) or _CUE.match(lowered, start, end):
                continue
            if name in entry.ordinary_names and (
                written not in entry.ordinary_names
                or not (
                    _BESIDE_FIGURE.search(text, max(0, start - 30), end + 30)
                    or (not name.islower() and _IMPROVED.search(text, max(0, start - 20), start))
                )
            ):
                continue
            if name.isupper() and len(name) <= 4 and not any(c.isdigit() for c in name) and written[1:] != name[1:]:
                continue  # `wer` is none, and `nDCG` is NDCG
            if name == "simulation" and _IN.search(text, max(0, start - 12), start):
                continue  # where it was measured, not what became faster
            if name in _ACTIVITIES and lowered[end : end + 1] == "s":
                continue  # which are counted: `37% fewer simulations`
            if written[0].isupper() and _HOLDS.match(lowered, end):
                continue  # a data set that is called like a measure: `Meteor consists of 1,000 videos`
            if lowered.endswith("time", start, end) and _AT_RUN_TIME.search(lowered, max(0, start - 18), end):
                continue
            if entry.name in _OTHERWISE and _OTHERWISE[entry.name].search(lowered, max(0, start - 12), end + 40):
                continue
            if entry.name == "IoU" and (
                _THRESHOLD.search(lowered, max(0, start - 16), start)
                or (_AT.search(lowered, max(0, start - 10), start) and _OF_THRESHOLD.match(lowered, end))
            ):
                continue  # from where on something counts as found: `at 0.5 IoU`, `at an IoU of 0.5`
            if name[-1].isdigit() and (share := _SHARE.match(lowered, end)):  # `top-1%` is not top-1
                found.append((start, share.end(), Mention("M", start, share.end(), text[start : share.end()])))
                continue
            if lowered[end : end + 1] == "s" and not lowered[end + 1 : end + 2].isalnum():
                end += 1
            found.append(
                (start, end, Mention(measure_kind(entry), start, end, " ".join(text[start:end].split()), entry.name))
            )
    for match in _AT_K.finditer(text) if "@" in text else ():
        found.append((*match.span(), Mention("M", *match.span(), match[0])))
    for match in _OVERLAPS.finditer(text) if "AP" in text and "95" in text else ():
        found.append((*match.span(), Mention("M", *match.span(), match[0], "mAP@0.5:0.95")))
    spelt = "recision@" in text or "recision @" in text or "recision at" in text
    for match in _INDEXED.finditer(text) if spelt or "AP" in text or "IoU_" in text or "_F1" in text else ():
        measure = match["measure"] or ("mAP" if match["mean"] else "AP")
        name = match["whole"] or measure + (match["index"] or f"@{match['threshold']}")
        known = lexicon.load().metric(name)
        written = " ".join(match[0].split()) if match["spelt"] else name
        found.append((*match.span(), Mention("M", *match.span(), written, known.name if known else None)))
    for match in _OF_FIRST.finditer(text) if "op-" in text or "op " in text else ():
        known = lexicon.load().metric(f"Recall@{match['k']}" if match["recall"] else f"top-{match['k']} accuracy")
        found.append((*match.span(), Mention("M", *match.span(), match[0], known.name if known else None)))
    for match in _NUMBERED_TASK.finditer(text) if _NUMBER_OF_TASK.search(text) else ():
        found.append((*match.span(), Mention("B", *match.span(), match[0])))
    return _longest(found)


_ACTIVITIES = frozenset(("simulation", "inference"))
"""Measures of speed that are done one by one."""


def _is_behind_figure(text: str, start: int, entry: Benchmark | Metric) -> bool:
    """Whether a measure follows its figure without a blank: `41.5mAP`, and not `mAP@0.5IoU`."""
    return isinstance(entry, Metric) and entry.name != "IoU" and _FIGURE.search(text, 0, start) is not None


_FIGURE = Ending(r"(?<![\w.@^{]|\d\s)\d+\.\d+$")


def _found(automaton: AhoCorasick, lowered: str) -> Iterable[tuple[int, int, int]]:
    """Where the spellings stand, each with its number. Any run of white space between words counts as one blank."""
    if lowered.isprintable() and "  " not in lowered:  # of white space only blanks are printable
        return automaton.find_matches_as_indexes(lowered, overlapping=True)
    kept = [at for at, c in enumerate(lowered) if not (c.isspace() and lowered[at - 1 : at].isspace())]
    flat = "".join(" " if lowered[at].isspace() else lowered[at] for at in kept)
    matches = automaton.find_matches_as_indexes(flat, overlapping=True)
    return [(index, kept[start], kept[end - 1] + 1) for index, start, end in matches]


_OTHERWISE = {
    "comparative MOS": patterns.compiled(
        r"(?<=[µμun]m )cmos\b|\bcmos (?:\d|\w+ )?(?:technolog|process|sensor|camera|image|chip|circuit|vlsi|analog|neur|detector|pixel)"
    ),
    "ADE": patterns.compiled(r"\bon (?:the )?ade\b(?![,/]? ?(?:and )?/?fde)"),
    "GPT-4 score": patterns.compiled(r" scores(?: (?:only|just|merely|about|around|over))? \d"),
    "relative error": patterns.compiled(r"\brelative error (?:rate )?(?:reduction|decrease)"),
}
"""Where a name says something else: `a 180 nm CMOS chip`, `GPT-4 scores 54%`, `a relative error reduction of 12%`."""
_HOLDS = patterns.compiled(r" (?:consists?|comprises?|contains?|(?:data ?set|corpus)\b)")
_AT_RUN_TIME = patterns.compiled(
    r"\b(?:at|during|(?<!(?:speed-?up|reduction|improvement|increase|decrease|gain|saving)s? )in) run[ -]time$"
)  # when something is done
_IN = patterns.compiled(r"\bin (?:the )?$")
_NUMBER_OF_TASK = patterns.compiled(r"k\s?\d")
"""Of `task 3` and `Track 3`, which few sentences hold."""
_NUMBERED_TASK = patterns.compiled(
    r"(?<![\w-])(?=\p{Lu}\w*(?:\p{Lu}|\d))\p{Lu}[\w’'-]*(?:\s\d{4})?,?\s(?:[Ss]hared\s)?(?:[Tt]ask|[Tt]rack)\s?\d+(?:-?[A-Z])?\b"
)  # `SemEval-2020 Task 11`
_SHARE = patterns.compiled(r" ?\\?%(?: (?:image )?(?:recall|accuracy))?(?: rate)?")
_THRESHOLD = patterns.compiled(r"\b(?:at|above|over) (?:an? |the )?(?:0?\.\d+|\d\d ?\\?%) ?$")
_AT = patterns.compiled(r"\b(?:at|under) (?:an? |the )?$")
_OF_THRESHOLD = patterns.compiled(r"(?: thresholds?)?(?: of)? ?0?\.\d(?!\d*%)")
_INDEXED = patterns.compiled(
    r"(?<![\w-])(?:(?P<whole>IoU_\w+|\p{L}+_F1)|(?:(?P<measure>(?:mean )?[ms]?AP)|(?P<spelt>(?P<mean>[Mm]ean )?[Aa]verage [Pp]recision))(?:\$?\s?(?:_\s?|\^)\{{0,2}(?P<index>\w+)\}{0,2}\$?|\((?P<index>50|75)\)"
    r"|\s?(?:at|@)\s?(?:an?\s)?(?:t?I[oO]U(?:\sthresholds?)?(?:\sof\s|\s?[=@>]\s?|\s)(?P<threshold>0?\.\d+)|(?P<threshold>0?\.\d+)\s?t?I[oO]U)))(?!\w|\.\d)"
)  # `AP_{50}`, `AP^box`, `mAP at tIoU=0.5`, `Average Precision@0.5IoU`, `IoU_small`, `Ign_F1`
_AT_K = patterns.compiled(r"(?<![\w@])\p{L}[\w.-]*@(?:\d+(?:\.\d+)?(?:IoU)?|[kKM])(?![\w@]|\.\d)")
_OVERLAPS = patterns.compiled(
    r"(?<![\w-])m?AP(?:\s?@\s?(?:t?IoU\s?=?\s?)?|_)?[\[{(]{0,2}(?:0?\.50?|50)\s?[:–-]\s?(?:(?:0?\.)?0?5\s?[:–-]\s?)?(?:0?\.)?95(?:\s?:\s?0?\.05)?[\]})]{0,2}(?![\w%]|\.\d)"
)  # `mAP@50-95`, `AP@[.5:.95]`, `AP_{50:95}`: over all overlaps
_OF_FIRST = patterns.compiled(
    r"\b[Tt]op[- ](?P<k>\d+) (?:(?:retrieval|passage|document|image|test|validation|linear|evaluation|fine-tuning|video-level|relation|detection) ){0,2}(?:accuracy|(?P<recall>recall))\b"
)  # `top-20 retrieval accuracy`: of how many answers one has to be right


_TASKS = patterns.compiled(r"\s(?:sub)?tasks\b")
_VARIANT = patterns.compiled(r"-\d+(?![\w.-])")  # `CIFAR-100-20`
_PARTICIPLE = patterns.compiled(r"-(?:\p{Ll}+)")
_PREFIX = patterns.compiled(r"(?<=\b(?:the|on|and|our|of|over|,)\s)(?:\p{Lu}\p{Ll}{2,}\s)$")


def _whole_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that a literal is part of: `DukeMTMC-Market1501`, `GTA5 -> Cityscapes`; None for `ImageNet-pretrained`."""
    if _PARTICIPLE.match(text, end):
        return None
    before = _NAME_HEAD.search(text, max(0, start - 30), start)
    if before and _CAPITAL_OR_DIGIT.search(before[0]):
        start -= 0 if is_model_name(before[0]) else len(before[0])  # `ResNet-18-CIFAR10`
    elif before:
        return None
    elif (first := _FROM_SET.search(text, max(0, start - 40), start)) and not is_model_name(first["name"]):
        start = first.start("name")
    elif (prefix := _PREFIX.search(text, max(0, start - 30), start)) and not PLAIN_WORDS.match(prefix[0].strip()):
        start -= len(prefix[0])
    for tail in (_NAME_TAIL, _TRANSFERRED):
        if after := tail.match(text, end):
            end = after.end()
    return start, end


_TRANSFERRED = patterns.compiled(
    r"\s?(?:\$?\\(?:long|x)?(?:right(?:left)?arrow|to)(?:\{\})?\$?|→|-{1,2}>)\s{0,3}(?=\p{Lu}|\d)[\p{L}\d]+(?:-[\p{L}\d]+)*"
)  # from one data set to another: `GTA5 -> Cityscapes`
_NAME_HEAD = patterns.compiled(r"[\p{L}\d]+(?:-[\p{L}\d]+)*-$")
_CAPITAL_OR_DIGIT = patterns.compiled(r"\p{Lu}|\d")
_NAME_TAIL = patterns.compiled(
    r"(?:-[\p{L}\d]*[\p{Lu}\d][\p{L}\d]*)+|\s\d{2,4}(?:-\d{2,4})?(?=\s?(?:[,;)]|\.\s|\.$|and\b|dataset|benchmark|\(|$))"
    r"|\s(?:(?:19|20)\d\d(?=\s\p{Ll})(?!\s\w+%)|[vV]\d+(?:\.\d+)*(?![\w-]))"
)
_FROM_SET = Ending(
    r"(?<=\b(?:[Oo]n|of|for|in|and|across)\s(?:the\s)?)(?P<name>(?=\w*\p{Lu}\w*[\p{Lu}\d])[\w.-]+)\s?(?:\sto\s|\$?\\(?:long)?(?:right)?(?:arrow|to)\$?|→|-{1,2}>)\s?$"
)  # the first of `Sim10k to Cityscapes`, as a name of its own


def _abbreviates_words(text: str, start: int, end: int) -> bool:
    """Whether a name in brackets stands for the words before it: `grouped query attention (GQA)`."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    words = _WORD.findall(text, max(0, start - 60), start - 1)[-(end - start) :]
    if "".join(word[0] for word in words).upper() != text[start:end].upper():
        return False
    return any(w.islower() for w in words) or words[-1] in _QUALITIES


_WORD = patterns.compiled(r"\w+")
_QUALITIES = frozenset(("Error", "Errors", "Rate", "Score", "Accuracy", "Distance", "Loss", "Similarity", "Quality"))
"""What a measure's name ends in: `Relative Translation Error (RTE)` is no data set's."""


def _benchmark(text: str, start: int, end: int, entry: Benchmark) -> Mention:
    written = " ".join(text[start:end].split())
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


def _with_direction(text: str, mention: Mention, entry: Benchmark) -> Mention:
    """The name of a benchmark of translation with the direction right behind it: `WMT14 English-to-German`."""
    if entry.task != directions.TASK or not text.startswith(" ", mention.end):
        return mention
    behind = directions.named_in(text[mention.end + 1 : mention.end + _LONGEST_DIRECTION])
    if not behind or behind[0].start:
        return mention
    end = mention.end + 1 + behind[0].end
    return replace(
        mention,
        end=end,
        text=f"{mention.text} {text[mention.end + 1 : end]}",
        canonical=mention.canonical or mention.text,
    )


_LONGEST_DIRECTION = 50
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


_BESIDE_FIGURE = patterns.compiled(r"\d|\b(?:half|halv|doubl|tripl|twice|third|quarter|tenth)|fold\b", regex.IGNORECASE)
_IMPROVED = patterns.compiled(r"\b(?:improv|increas|enhanc|boost|rais|reduc|lower)\w*\s(?:the\s|its\s)?$")
_CUE = patterns.compiled(
    r"speed[- ]?ups?$|accelerations?$|compressions?$|improvements?$|gains?$|real-time$|trials?$|episodes?$|clicks?$|adds$|sparsity$|image sizes?$"
)


_SPAN = patterns.compiled(
    r"s\b| (?:of (?!up |about |around |over |more |at |only |nearly |approximately )[a-z]|errors?|measurements?|data|scans?|images?|sensors?|finders?|estimat|queries)"
)
"""Behind `range` what says that it is no distance: `a range of tasks`, `range errors`."""
_WITHIN = patterns.compiled(
    r"\b(?:in|within|by|over|across) (?:an? |the |this |that )?(?:\w+ )?$|\b(?:wide|broad|full|whole|entire) $"
)


def _compound(lowered: str, start: int, end: int) -> bool:
    """Whether a measure's word is only part of another: `speed-up`, `memory-efficient`, `low-cost`."""
    if lowered[end : end + 1] == "-" and lowered[end + 1 : end + 2].isalpha():
        return True
    if lowered[start:end] == "time" and lowered[:start].endswith(("% of the ", "% of ", "real ", "real- ")):
        return True
    if lowered[start:end] == "range" and (
        _SPAN.match(lowered, end) or _WITHIN.search(lowered, max(0, start - 26), start)
    ):
        return True
    if lowered[start:end] in ("speed", "speeds") and _SPEEDS_UP.match(lowered, end):
        return True
    if lowered[start:end] in ("resource", "resources") and _LOW.search(lowered, max(0, start - 10), start):
        return True
    if lowered[start:end] == "sampling" and _SAMPLED_AT.match(lowered, end):
        return True
    if lowered[start:end] == "precision" and _FULL_PRECISION.search(lowered, max(0, start - 10), start):
        return True
    return start > 1 and lowered[start - 1] == "-" and lowered[start - 2].isalpha()


_SPEEDS_UP = patterns.compiled(r"s? up\b(?! to\b)")
_SAMPLED_AT = patterns.compiled(r"[ -](?:rates?|frequenc|periods?|intervals?|times?\b)")  # a sensor's setting
_LOW = patterns.compiled(r"\b(?:low|high|limited|rich|scarce) $")
_FULL_PRECISION = patterns.compiled(r"(?:full|half|low|high|mixed|single|double|reduced|lower)[ -]$")


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


def _by_length(found: tuple[int, int, Mention]) -> tuple[int, bool, int, int]:
    """The longest first, but for what pads a measure: in `mean IoU score` stands `mean IoU`, no `IoU score`."""
    start, end, mention = found
    padding = _PADDING.search(mention.text) if mention.kind == "M" else None
    return start - end + (len(padding[0]) if padding else 0), mention.kind != "B", start, -end


_PADDING = patterns.compiled(r" (?:scores?|metrics?)$", regex.IGNORECASE)


def _longest(found: list[tuple[int, int, Mention]]) -> list[Mention]:
    kept: list[Mention] = []
    taken = Taken()
    for start, end, mention in sorted(found, key=_by_length):
        if taken.free(start, end):
            taken.add(start, end)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
