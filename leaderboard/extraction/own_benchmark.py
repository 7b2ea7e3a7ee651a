"""The benchmark that a paper itself introduces: its results are on it where they name no other."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cued, Cues, Together
from leaderboard.extraction.names import DESCRIBES, PLAIN_WORDS, in_any_case, is_model_name, is_whole, without_tex

KIND = r"(?:data\s?sets?|benchmarks?|benchmark\ssuite|corpus|corpora|test\s?beds?|test\ssuite|challenge\sset|database|treebank)(?!\s(?:distill|condens|augment|prun|reduc|compress|denois|expan|generator))"
_WORD = r"(?:\p{Lu}|[\p{L}\d])[\w.+*’'-]*[\w+]"
_NAME = rf"(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}|\p{{Ll}}+\d){_WORD}(?:\s(?=[\p{{Lu}}\d])(?:{_WORD}|\d(?![\w.%-]))){{0,3}})"
_WRAP = r"[\s$\\{}\"“”'‘’`*]{0,20}(?:(?:textbf|textit|emph|textsc|texttt|text|mathrm)\{)?"
_PLAIN_WORD = r"(?:(?!(?:for|from|with|via|on|using|by|in|to|through|without|of|and|beyond|learning|called|named|that|which|whose|methods?|approach(?:es)?)\b)[\w/&’'-]+,?\s)"
PLAIN = rf"(?:{_PLAIN_WORD}(?:(?<!\b(?:method|model|framework|algorithm|network|approach|system|toolkit|pipeline|tool|baseline)s?\s)and\s)?){{0,8}}?"
_SHORT_NAME = r"(?=[\w-]*\p{Lu}[\w-]*[\p{Lu}\d])\p{L}[\w+-]*[\w+]"
_TITLED = r"(?:\p{Lu}[\w-]*\s(?:(?:in|of|for|on|and|with|from|the)\s){0,2}){1,8}(?:Dataset|Data\sSet|Benchmark|Corpus|Challenge|Database)"
_GIVE = r"(?:introduc|present|propos|releas|construct|collect|creat|build|buil|develop|contribut|publish|provid|curat|offer|assembl|unveil|establish|annotat|compil|design|devis)(?:e|es|ed|ing|s|t)?"

_LONG_NAME = r"(?=\p{Lu})(?:[\p{L}\d][\w-]+\s){2,9}\(\s?"
"""What a short name in brackets stands for: `Reading of Herons in the Wild (ROH)`."""

_CALLED = r"(?:called|named|namely|dubbed(?:\sas)?|termed|coined|titled|referred\sto\sas|denoted(?:\sas)?)"

_TITLE = patterns.compiled(rf"^\s*{_NAME}\s?(?:\((?P<short>{_WORD})\)\s?)?(?::|\s[–—-]{{1,2}})\s+(?P<tail>.*)$")
_ABOUT_DATA = patterns.compiled(
    rf"(?:^|:\s)(?:\p{{L}}+ing\s)?(?:An?\s|The\s|New\s)?{PLAIN}{KIND}\b(?!-)|\bbenchmarking\b", regex.IGNORECASE
)
_TITLE_TAIL = patterns.compiled(
    rf"^(?!(?!benchmarking)\p{{L}}+ing\b)(?:(?!(?:methods?|models?|frameworks?|algorithms?|networks?)\b)(?:and\s)?{_PLAIN_WORD}){{0,8}}?(?:{KIND}|benchmarking)\b(?!-)",
    regex.IGNORECASE,
)
_TEX = patterns.compiled(r"\\\p{L}+|[{}]")
_BENCH = patterns.compiled(r"\p{L}Bench\b|-Bench\b")
_NO_BENCH = patterns.compiled(
    r"\b(?:toolkit|tool|platform|framework|library|package|software|infrastructure|simulator|pipeline|method|approach|system)s?\b",
    regex.IGNORECASE,
)
"""What a title says of what is called like a benchmark and is none: `HeronBench: A Toolkit for`."""
_KINDS = "data benchmark corpus corpora bed suite challenge treebank"
_KIND_CUES = Cues(_KINDS)
_GIVE_CUES = (
    "introduc present propos releas construct collect creat buil develop"
    " contribut publish provid curat offer assembl unveil establish annotat compil design devis"
)
_SAID = " ".join(
    f"{verb}_{article}_{word}"
    for verb in ("is", "are", ",")
    for article in ("a", "an", "the", "our")
    for word in ("first", "new", "novel", "large", "comprehensive", "challenging")
)
_GIVEN = Together(
    # `we present X, a large dataset of`; `we introduce X: the first benchmark`
    Cued(_GIVE_CUES, patterns.compiled(rf"\b{_GIVE}\s(?:the\s)?{_WRAP}{_NAME}{_WRAP}(?:\({_WRAP}(?P<short>{_WORD}){_WRAP}\))?{_WRAP}(?:[,:–—-]+\s(?:which\sis\s)?(?:a|an|the|our)|(?<=\s)(?:a\s(?:novel|new)|the\s(?:very\s)?first))\s(?:{PLAIN}{KIND}|{_TITLED})\b"), _KINDS, 400),
    # `we introduce Reading of Herons in the Wild (ROH), a dataset of`
    Cued(_GIVE_CUES, patterns.compiled(rf"\b{_GIVE}\s(?:(?:the|an?|our)\s)?{_LONG_NAME}(?P<name>{_SHORT_NAME})\)(?:\s?[,:–—]|\s-+)\s(?:a|an|the|our)\s{PLAIN}{KIND}\b"), _KINDS, 250),
    # `we present a new dataset called X`, `a benchmark, X,`, `a corpus (X)`
    Cued(_GIVE_CUES, patterns.compiled(rf"\b{_GIVE}\s(?:a|an|the|our|two|new|novel)\s[^.;:]{{0,90}}?\b{KIND}\b(?:[^.;:()]{{0,60}}?,?\s\(?{_CALLED}\s|[^.;:]{{0,180}}?\s(?:which|that)\swe\s(?:call|name|term|dub|refer\sto\sas)\s(?:it\s|this\s\w+\s|as\s)?)(?:the\s)?{_WRAP}{_NAME}"), _KINDS, 150),
    Cued(_GIVE_CUES, patterns.compiled(rf"\b{_GIVE}\s(?:a|an|the|our|new|novel)\s[^.;:()]{{0,90}}?\b{KIND}\s?(?:,\s{_WRAP}{_NAME}(?=[}}\s\"”'*]*[,.])|[-–—]+\s{_WRAP}{_NAME}|\({_WRAP}{_NAME}{_WRAP}\))"), _KINDS, 150),
    # `we introduce a dataset for our task, X, with`, `a challenge, Reading of Herons (ROH)`, `the Reading of Herons (ROH) benchmark`
    Cued(_GIVE_CUES, patterns.compiled(rf"\b{_GIVE}\s(?:a|an|the|our|new|novel)\s[^.;:()]{{0,90}}?\b(?:{KIND}|challenge)\b(?:[^.;:()]{{0,60}}?,\s(?:the\s)?{_LONG_NAME}(?P<name>{_SHORT_NAME})\)(?=[.,])|\sfor\s[^.;:(),]{{1,50}},\s{_WRAP}(?P<name>{_SHORT_NAME}){_WRAP},\s(?:an?|with|which|that|where|consist|contain|compris))"), _KINDS, 150),
    Cued("We we", patterns.compiled(rf"\b[Ww]e\s(?:\w+ly\s|also\s|further\s|first\s)?{_GIVE}\s(?:(?:the|an?|our)\s(?:[a-z-]+\s){{0,3}})?{_LONG_NAME}(?P<name>{_SHORT_NAME})\)\s(?:[a-z]+\s){{0,2}}?{KIND}\b(?!s?-|,?\s{_CALLED})"), _GIVE_CUES, 60),
    # `we introduce the X dataset`, `we release X dataset`
    Cued("We we by", patterns.compiled(rf"\b(?:[Ww]e|by(?=\s(?:\w+ly\s)?\w+ing\s))\s(?:\w+ly\s|also\s|further\s|first\s)?{_GIVE}\s(?:(?:the|an?|our)\s(?:[a-z-]+\s){{0,3}})?{_WRAP}{_NAME}{_WRAP}(?:\((?P<short>{_WORD})\){_WRAP})?\s?(?:(?!(?:to|for|from|with|on|of|in|as|that|the|models?|methods?|algorithms?|setting)\s)[a-z]+\s){{0,5}}?{KIND}\b(?!s?-|,?\s{_CALLED})(?:\s\((?P<short>(?=\p{{Lu}}[\w-]*\p{{Lu}}){_WORD})\))?"), _GIVE_CUES, 60),
    # `using our large dataset, X, we`, `a corpus of birds, X, is introduced`
    Cued("Our our", patterns.compiled(rf"\b[Oo]ur\s{PLAIN}{KIND}(?<!s)\s?(?:,\s{_WRAP}{_NAME}(?=[}}\s\"”'*]*[,.(])|\({_WRAP}{_NAME}{_WRAP}\)|(?:(?:for|of)\s[^.;:(),]{{1,50}})?,?\s?{_CALLED}\s{_WRAP}{_NAME})"), _KINDS, 60),
    Cued("A_ An_", patterns.compiled(rf"\bAn?\s[^.;:]{{0,90}}?\b{KIND}\b[^.;:()]{{0,60}}?,\s{_WRAP}{_NAME}{_WRAP},\s(?:is|was|are|were|has\sbeen)\s(?:\w+ly\s|also\s|then\s)?{_GIVE}\b"), _KINDS, 150),
    # `X is the first large dataset of`
    Cued("._ !_ ?_ The_ the_", patterns.compiled(rf"(?:[.!?]\s|\b[Tt]he\s){_WRAP}{_NAME}{_WRAP}(?:,\s)?(?:is|are|,)\s(?:a|an|the|our)\s(?:first|new|novel|largest|large|comprehensive|challenging)[\s,-]{PLAIN}{KIND}\b"), _SAID, 400),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnBenchmark:
    """`name` as the paper writes it; `whole` where the paper is about nothing else, which its title says."""

    name: str
    whole: bool


def own_benchmark(title: str, abstract: str) -> OwnBenchmark | None:
    """The benchmark that a paper introduces by name, None where it introduces none, or more than one."""
    plain_title = without_tex(title)
    head = _TITLE.match(plain_title)
    of_title = head is not None and (
        _TITLE_TAIL.match(head["tail"]) is not None
        or (_BENCH.search(head["name"]) is not None and not _NO_BENCH.search(head["tail"]))
    )
    if head is not None and of_title:
        for name in (head["short"], head["name"]):
            if name and _fits(name) and _occurs(name, abstract) and not _is_method(name, abstract):
                return OwnBenchmark(_short(name, abstract), whole=True)
    names: dict[str, bool] = {}
    text = ". " + abstract  # so that every sentence begins after a full stop
    for each in (text, _TEX.sub("", text)) if "{" in text else (text,):
        names = names or _given(each, plain_title, head)
    names = {name: whole for name, whole in names.items() if name in abstract}
    if not names and head is not None and of_title and _fits(head["name"]) and _ALL_SHAPED.fullmatch(head["name"]):
        return OwnBenchmark(head["name"], whole=True)  # which the abstract only speaks of as `the data set`
    if len(names) != 1:
        return None
    ((name, is_title),) = names.items()
    return OwnBenchmark(name, whole=is_title or _ABOUT_DATA.search(plain_title) is not None)


def _given(text: str, title: str, head: regex.Match[str] | None) -> dict[str, bool]:
    """The benchmarks that a text introduces, and whether its title, with that head, is about each."""
    names: dict[str, bool] = {}
    for given, places in (_GIVEN.places(text) if _KIND_CUES.in_text(text) else {}).items():
        for match in given.finditer(text, places):
            spelt = _ENDING.sub("", match["name"])
            name = _ENDING.sub("", match.groupdict().get("short") or spelt)
            if _fits(name):
                names[name] = any(
                    ("benchmark" in match[0] and each in title) or (head is not None and each == head["name"])
                    for each in (name, spelt)
                )
    return names


def _fits(name: str) -> bool:
    return (
        1 < len(name) <= 40
        and not PLAIN_WORDS.match(name)
        and not is_model_name(name)
        and DESCRIBES.search(name) is None
    )


def _occurs(name: str, text: str) -> bool:
    return any(is_whole(at, at + len(name), text) for at in in_any_case(name, text))


def _is_method(name: str, text: str) -> bool:
    """Whether what follows the name says that it is a way of doing something: `LeafCut, a two-step approach to`."""
    return any(_METHOD_BEHIND.match(text, at + len(name)) for at in in_any_case(name, text))


_METHOD_BEHIND = patterns.compiled(
    r"[\"”'’)}]*,\san?\s(?:[\w-]+\s){0,3}(?:approach|method|algorithm|technique|procedure|pipeline)\s(?:to|for|that|which)\b"
)


def _short(name: str, text: str) -> str:
    """The name as the abstract writes it, by its acronym where it gives one: `Heron Question Answering (HeronQA)`."""
    places = [at for at in in_any_case(name, text) if is_whole(at, at + len(name), text)]
    if not places:
        return name
    at = next((at for at in places if text.startswith(name, at)), places[0])
    behind = _SHORT_BEHIND.match(text, at + len(name))
    short = behind["short"] if behind else ""
    return short if " " in name and _TWO_CAPITALS.search(short) else text[at : at + len(name)]


_ENDING = patterns.compiled(r"['’]s$|[.,'’]+$|(?<=\S)\s(?:Data\s?[Ss]et|Benchmark|Corpus|Database)$")
_ALL_SHAPED = patterns.compiled(r"(?:(?=\S*\p{L}\S*[\p{Lu}\d]|\S*\d\S*\p{Lu})\S{3,}(?:\s|$)){1,2}")
_SHORT_BEHIND = patterns.compiled(rf"(?:\s{KIND})?\s\({_WRAP}(?P<short>{_WORD})\W")
_TWO_CAPITALS = patterns.compiled(r"\p{Lu}.*\p{Lu}")
