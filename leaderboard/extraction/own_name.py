"""Which name is the paper's own method, by evidence from title and abstract; chosen once for a paper."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import regex

from leaderboard import lexicon
from leaderboard.extraction.names import is_model_name
from leaderboard.extraction.own_benchmark import OwnBenchmark, own_benchmark

_ACRONYMS = Path(__file__).parents[1] / "lexicon" / "acronyms.toml"


@dataclass(frozen=True, slots=True)
class OwnName:
    """`name` is what claims carry (None: the paper gives none); `all` also holds its other spellings.

    `benchmark` is what the paper introduces to be measured on, which is never its method.
    """

    name: str | None
    all: frozenset[str]
    benchmark: OwnBenchmark | None = None


_WORD = r"(?:[\p{L}\d][\w.+/*@'’-]*[\w+*]|\p{Lu})"
_SHAPED = regex.compile(r"\p{Lu}.*\p{Lu}|\p{L}.*\d|\p{Ll}\p{Lu}|\d.*\p{Lu}|\p{Lu}\p{Ll}+-\p{Lu}")
_PROPOSE = r"(?:propos(?:e|es|ed|ing)|present(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|develop(?:s|ed|ing)?|design(?:s|ed)?|describe|devise|unveil|contribute|offer|release|build|built|create|study|explore|advocate|leverage|suggest|call|name|dub|term|title)"
_WRAP = r"[\s$\\*]*(?:\\?(?:textbf|textit|emph|textsc|texttt|text|mathrm|mathbf|textsf|mathsf|bf|it|sc|name)\s?)?[*{“\"'‘`(\s\\]*"
_CALLED = regex.compile(
    rf"\b(?:called|named|dubbed(?:\sas)?|termed(?:\sas)?|coined(?:\sas)?|titled|denoted(?:\sas|\sby)?|denominated|namely|abbreviated(?:\sas)?|referred\sto\sas|refer\sto\sas|which\swe\s(?:call|name|term|dub|refer\sto\sas)|we\s(?:call|name|term|dub)\s(?:it|our\s[\w -]{{0,30}}|this\s[\w -]{{0,30}}|the\s[\w -]{{0,30}})|i\.e\.,?)\s?(?:as\s|the\s|a\s)?{_WRAP}(?P<name>{_WORD}(?:[\s-](?=[\p{{Lu}}\d])(?:{_WORD}))*)"
)
_PROPOSED = regex.compile(
    rf"\b(?:[Ww]e|[Pp]aper|[Ww]ork|[Aa]rticle|[Aa]uthors|[Tt]his|[Rr]eport|[Ss]tudy|[Ll]etter)\b[\w\s,'-]{{0,30}}?\b{_PROPOSE}\s(?:the\s|a\s|an\s|our\s|novel\s|new\s|simple\s)*{_WRAP}(?P<name>(?=[\p{{L}}\d]*\p{{Lu}}){_WORD}(?:[\s-](?=[\p{{Lu}}\d])(?:{_WORD}))*)"
)
_NP_SHORT = regex.compile(
    rf"\b{_PROPOSE}\b(?P<between>[^.;()]{{0,110}}?)\({_WRAP}(?P<name>{_WORD}(?:[\s-](?=[\p{{Lu}}\d])(?:{_WORD}))*)[}}\s,)”\"'’]"
)
_OUR_SHORT = regex.compile(
    rf"\b[Oo]ur\s(?:proposed\s|new\s|novel\s)?(?:method|approach|framework|model|system|algorithm|network|architecture|technique)\b[^.;()]{{0,70}}\({_WRAP}(?P<name>{_WORD})[}}\s,)]"
)
_HEAD_NOUN = r"(?:methods?|frameworks?|approach(?:es)?|models?|systems?|algorithms?|networks?|architectures?|techniques?|strategy|pipeline|modules?|mechanism|scheme|paradigm|agent|policy|transformer|detector|planner|optimizer|loss|attention|layers?|block|learner|encoder|decoder|variant|metric|library|toolkit|solver|representation|embedding|procedure|predictor|tracker|estimator)"
_PROPOSED_NOUN = regex.compile(
    rf"\b{_PROPOSE}\b[^.;()]{{0,110}}?\b{_HEAD_NOUN},?\s{_WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){_WORD})(?=[}}\s*\"”'’]*(?:,|\.|;|:|\(|\s(?:that|which|to|for|is|as|with|by|based|and|in|on|can|using|whose|where)\b))"
)
_PROPOSED_COMMA = regex.compile(
    rf"\b[Ww]e\b[^.;()]{{0,20}}\b{_PROPOSE}\b[^.;()]{{5,130}}?,\s{_WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){_WORD})[}}\s*\"”]*(?=,\s(?:that|which|to|for|a|an|whose|where|based)\b|\.)"
)
_OUR = regex.compile(
    rf"\b[Oo]ur\s(?:(?:proposed|new|novel|final|best|full)\s)?(?:{_HEAD_NOUN},?\s)?{_WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){_WORD})(?=[}}\s*\"”]*(?:,|\s[a-z(]))"
)
_IS_A = regex.compile(
    rf"(?:^|[.!?]\s){_WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){_WORD})[}}\s*\"”]+is\s(?:a|an|the|based|able|designed|built|trained)\b"
)
_IN_NAME = regex.compile(
    rf"(?:^|[.!?]\s)(?:In|With|Using|By\susing)\s{_WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){_WORD}),"
)
_REPOSITORY = regex.compile(
    r"(?:github|gitlab)\.(?:com|io)/[\w.-]+/(?P<name>[\w.-]*\w)|(?<=\.github\.io/)(?P<name>[\w.-]*\w)"
)
_APPOSITION = regex.compile(
    rf"(?:^|[.!?]\s|[,;]\s|\band\s|[Ww]e\s\w+\s)(?:\w+,\s)?{_WRAP}(?P<name>{_WORD})[}}\s]*,\s(?:a|an|the|our|which)\s(?:[\w-]+\s){{0,6}}(?:method|framework|approach|model|system|algorithm|network|architecture|technique|strategy|dataset|pipeline|module|mechanism|toolkit|library|benchmark|agent|policy|transformer|detector|planner|optimizer|loss|paradigm)"
)
_SUBJECT = regex.compile(
    rf"(?:\b(?:[Oo]ur|[Tt]he\s(?:proposed|resulting|new))\s(?:[a-z-]+\s)?{_WRAP}|(?:^|[.!?]\s+|,\s|\bthat\s|\b[Ss]pecifically,\s|[Hh]owever,\s|[Nn]otably,\s){_WRAP})(?P<name>(?=[\p{{L}}\d.-]*[\p{{Lu}}\d])[\p{{L}}\d][\w.+*-]*)[}}\s]+(?:[a-z]+ly\s|can\s|could\s|is\sable\sto\s|also\s)?(?:achiev|outperform|surpass|improv|reduc|obtain|reach|exceed|attain|uses|is\s|consists|leverag|learns|provid|enabl|signific|consistent|demonstrat|beats|yields|deliver|generat|employ|introduc|combin|does|has\s|can\s|works|operates|requires|outputs|allows|builds|adopts|exploits|incorporates|models|treats|shows|performs|offers)"
)
_STOP = regex.compile(
    r"^(?:The|This|These|That|Our|We|It|Its|In|On|For|With|And|A|An|Both|All|Moreover|Furthermore|However|Also|Finally|Specifically|Code|Here|To|While|When|Although|Experiments?|Results?|Extensive|Each|Such|Recent|Existing|Previous|Deep|Neural|Large|Most|Many|Despite|By|From|At|As|LLMs?|CNNs?|GNNs?|DNNs?|RNNs?|NLP|AI|ML|RL|SOTA|GANs?|VLMs?|PLMs?|ViTs?|Transformers?|BERT|GPT.*|\d+|i\.e|e\.g|et|al|Inspired|Compared|Training|Learning|Unlike|Since|If|Based|First|Second|Third|Through|Experimental|Evaluation|Human|Code[sd]?|Additionally|Thus|Given|There|Then|They|Their|Not|No|One|Two|Three|MDPs?|POMDPs?|HMMs?|SLAM|UAVs?|API|IoT|ASR|TTS|NMT|OCR|SGD|3D|2D)$"
)
_TITLE = regex.compile(r"^\s*(?P<name>[^:?!]{2,60}?)\s?(?::|\s[–—-]{1,2})\s+\S")
_SPELLED = regex.compile(r"(?<![\w-])\p{Lu}\p{L}{0,2}\p{Lu}+(?![\w])")
_TITLE_SUBJECT = regex.compile(r"^(?:Team|System)\s(?P<name>[\w+-]+)\s(?:at|@)")
_TITLE_VIA = regex.compile(r"^(?P<name>[\p{L}\d][\w+*/-]*)\s(?:is|are|as|for|in|at)\s")
_GENERIC_TITLE = regex.compile(
    r"\b(?:towards?|on|how|what|why|when|is|are|learning|rethinking|revisiting|beyond|from|understanding|exploring|improving|analysis|evaluating|study|survey|review|case|dataset|challenge|task|overview|benchmarking|report|lessons|investigating|measuring|can|do|does|the|for|of|in|with|to|via|using)\b",
    regex.IGNORECASE,
)
_NOT_METHOD = regex.compile(
    r"\b(?:dataset|benchmark|corpus|challenge|shared task|task|workshop|data set|database|bench|competition)s?\b",
    regex.IGNORECASE,
)


@cache
def _common_acronyms() -> frozenset[str]:
    """Acronyms of the field, which no paper calls its method by: `MPC`, `3D`."""
    return frozenset(tomllib.loads(_ACRONYMS.read_text(encoding="utf-8"))["common"].split())


def _clean(name: str) -> str:
    return regex.sub(r"[\s}\"'”’)]+$|\\", "", name).rstrip(".,:;")


def own_name(title: str, abstract: str) -> OwnName:
    """What the paper calls its own method and its own benchmark; one name is never both."""
    method, benchmark = _own_method(title, abstract), own_benchmark(title, abstract)
    if benchmark is not None and benchmark.name == method.name and (benchmark.whole or method.name not in title):
        method = OwnName(None, frozenset())
    return replace(method, benchmark=None if benchmark and benchmark.name == method.name else benchmark)


def _own_method(title: str, abstract: str) -> OwnName:
    """The paper's own method: the name with the most evidence, or None where none stands out."""
    score: Counter[str] = Counter()
    strong: set[str] = set()
    plain_title = regex.sub(r"\\\w+|[{}$]", "", title)
    text = abstract

    opening = regex.match(r"[\p{L}\d]+(?=:)", plain_title)
    in_title_word = opening[0] if opening else None

    def vote(name: str, weight: float) -> None:
        name = _clean(name)
        words = name.split()
        if not 1 < len(name) <= 45 or len(words) > 5 or _STOP.match(name) or _NOT_METHOD.search(name):
            return
        if (
            not _SHAPED.search(name)
            and len(words) == 1
            and ((_count(name, text) < 2 and name != in_title_word) or name.endswith("ly"))
        ):
            return
        score[name] += weight  # type: ignore[assignment]
        if weight >= 2.4 or score[name] >= 3:
            strong.add(name)

    head = _TITLE.match(plain_title)
    in_title = None
    if head and not _NOT_METHOD.search(plain_title[head.end("name") :]):
        name = head["name"].strip(" \"'")
        words = name.split()
        shaped = any(_SHAPED.search(word) for word in words) and len(words) <= 3
        mentioned = _count(name, text)
        if short := regex.search(r"\(([^)]+)\)$", name):
            vote(short[1], 6)
        elif len(words) == 1 and (shaped or name[:1].isupper()):
            vote(name, (7 if shaped else 4) + min(mentioned, 3))
            in_title = name
        elif (
            len(words) <= 4
            and (shaped or mentioned or (name.istitle() and name.lower() in text.lower()))
            and (mentioned or not _GENERIC_TITLE.search(name))
        ):
            vote(name, 3.5 + min(mentioned, 3) + (1.5 if shaped else 0))
            in_title = name
    for match in regex.finditer(r"[\p{L}\d][\w+*@-]*(?:\s?v\d)?", plain_title):
        token = match[0]
        if _SHAPED.search(token) and not is_model_name(token) and _count(token, text):
            vote(token, 1.5)
    title_initials = "".join(word[0] for word in regex.findall(r"\p{L}+", plain_title)).upper()
    for name in {match[0] for match in _SPELLED.finditer(text)}:
        if name.upper() in title_initials and not is_model_name(name):
            vote(name, 1.5)
    if team := _TITLE_SUBJECT.match(plain_title):
        vote("Team " + team["name"] if plain_title.startswith("Team") else team["name"], 5)
    if (via := _TITLE_VIA.match(plain_title)) and _SHAPED.search(via["name"]) and not is_model_name(via["name"]):
        vote(via["name"], 3)
    for match in _CALLED.finditer(text):
        if _named(match["name"]):
            vote(match["name"], 4)
    for match in _PROPOSED.finditer(text):
        if _named(match["name"]) and not regex.match(
            r"[\s}]*[\w-]*\s?(?:dataset|benchmark|corpus)", text[match.end("name") : match.end("name") + 30]
        ):
            vote(match["name"], 3 if _SHAPED.search(match["name"]) else 1.5)
    for match in _NP_SHORT.finditer(text):
        if _SHAPED.search(match["name"]) and len(match["name"]) > 1:
            ahead = _spells(match["name"], match["between"])
            if ahead is not None:
                vote(match["name"], 1.8 if _PREPOSITION.search(ahead) else 3)
                continue
            task = regex.search(r"\b(?:for|in|on|to|from)\b", match["between"])
            means = regex.search(r"\b(?:of|using|based|with|via|by|through)\b", match["between"])
            vote(match["name"], 1.2 if task else 2.4 if means else 3)
    for match in _OUR_SHORT.finditer(text):
        if _SHAPED.search(match["name"]) and len(match["name"]) > 1:
            vote(match["name"], 3)
    for match in _PROPOSED_NOUN.finditer(text):
        if _SHAPED.search(match["name"]) or _count(match["name"], text) > 1:
            vote(match["name"], 3)
    for pattern, weight in ((_OUR, 2.6), (_IS_A, 1.5), (_IN_NAME, 1.0), (_PROPOSED_COMMA, 2.5)):
        for match in pattern.finditer(text):
            if _SHAPED.search(match["name"]):
                vote(match["name"], weight)
    for match in _REPOSITORY.finditer(text):
        if _SHAPED.search(match["name"]) and _count(match["name"], text[: match.start()]):
            vote(match["name"], 2.5)
    for match in _APPOSITION.finditer(text):
        if _named(match["name"]):
            vote(match["name"], 2.5)
    for match in _SUBJECT.finditer(text):
        if _named(match["name"]) or match["name"] in score:
            vote(match["name"], 1.5)
    known = lexicon.load()
    best: list[tuple[float, int, str]] = []
    for name, weight in score.items():
        if name not in strong:
            continue
        if known.benchmark(name) is not None and name != in_title:
            continue
        if weight < (6 if name in _common_acronyms() else 4 if is_model_name(name) else 0):
            continue
        if known.metric(name) is not None and weight < 6:
            continue
        if regex.search(
            rf"(?<!\w){regex.escape(name)}(?:\s\([^)]*\))?\s(?:datasets?|benchmarks?|corpus|data\sset|challenge|task)\b",
            text,
        ):
            continue
        best.append((weight + 0.3 * min(_count(name, text), 6), -text.find(name), name))
    best.sort(reverse=True)
    if not best or best[0][0] < 2.7:
        return OwnName(None, frozenset())
    name = best[0][2]
    variants = {name}
    for weight, _, other in best[1:]:
        if weight >= 2.8 and (
            other.lower() in name.lower()
            or name.lower() in other.lower()
            or _initials(name) == other
            or _initials(other) == name
        ):
            variants.add(other)
    shorter = [v for v in variants if _initials(name) == v]
    if (
        " " in name
        and (
            given := regex.search(
                rf"{regex.escape(name)}\w*(?:\s\w+)?\s\({_WRAP}({_WORD})[}}\s,)]", text, regex.IGNORECASE
            )
        )
        and _SHAPED.search(given[1])
    ):
        shorter.append(given[1])
    if shorter:
        name = shorter[-1]
        variants.add(name)
    return OwnName(name, frozenset(variants))


def _named(name: str) -> bool:
    return bool(_SHAPED.search(name) or (name[0].isupper() and not _STOP.match(name)))


_PREPOSITION = regex.compile(r"\b(?:for|in|on|to|of|using|based|with|via|by|through|from|against)\b")


def _spells(short: str, words: str) -> str | None:
    """The words before those that spell the acronym, None where none do: `hardware-aware learning to optimize` (HALO)."""
    letters = [c.lower() for c in short if c.isalpha()]
    found = list(regex.finditer(r"\p{L}+", words))
    if not 2 <= len(letters) <= 10 or not found:
        return None
    at, matched = len(found), 0
    for letter in reversed(letters):
        k = at - 1
        while k >= 0 and found[k][0][0].lower() != letter:
            k -= 1
        if k >= 0:
            at, matched = k, matched + 1
    begins = letters[0] in [word[0][0].lower() for word in found[-len(letters) - 3 :]]
    return words[: found[at].start()] if begins and matched >= max(2, len(letters) - 2) else None


def _initials(name: str) -> str:
    words = regex.findall(r"[\p{L}\d]+", name)
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""


def _count(name: str, text: str) -> int:
    return len(regex.findall(rf"(?<!\w){regex.escape(name)}(?!\w)", text))
