"""Which name is the paper's own method, by evidence from title and abstract; chosen once for a paper."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace

import regex

from leaderboard import lexicon
from leaderboard.extraction import patterns
from leaderboard.extraction.evidence import OURS, evidence
from leaderboard.extraction.method_words import PART
from leaderboard.extraction.names import (
    DESCRIBES,
    common_acronyms,
    is_model_name,
    is_served_model,
    is_term,
    set_of_field,
    usual_stems,
    whole_words,
    with_plain_signs,
    without_tex,
    word_stems,
)
from leaderboard.extraction.own_benchmark import KIND, PLAIN, OwnBenchmark, own_benchmark
from leaderboard.extraction.spelling import (
    STOP,
    are_initials,
    is_shaped,
    occurrences,
    short_form,
    spells,
)


@dataclass(frozen=True, slots=True)
class OwnName:
    """`name` is what claims carry (None: the paper gives none); `all` also holds its other spellings.

    `benchmark` is what the paper introduces to be measured on, which is never its method.
    """

    name: str | None
    all: frozenset[str]
    benchmark: OwnBenchmark | None = None
    abbreviated: frozenset[str] = frozenset()
    """Acronyms that the paper spells out as what is done, and short ones of `on X`, without a word of data: `intent
    classification (IC)`."""
    spelt_otherwise: frozenset[str] = frozenset()
    """Acronyms of measures that the paper spells out as something else: `importance sampling (IS)`."""

    def occurs_in(self, text: str) -> bool:
        """Whether the text holds any of the names, so that it reads otherwise than without them."""
        names = (
            *self.all,
            *self.abbreviated,
            *self.spelt_otherwise,
            *((self.benchmark.name,) if self.benchmark is not None else ()),
        )
        return any(name in text for name in names)


_TITLE = patterns.compiled(
    r"^\s*(?:The\s(?=\p{Lu}[\w-]*\p{Lu}[\w-]*:))?(?P<name>[^:?!]{2,60}?)\s?(?:(?::|\s[–—-]{1,2})\s+\S|:(?=(?:An?|The)\s|\p{Lu}\p{Ll}{3,}))"
)


_NO_METHOD = r"(?:dataset|benchmark|corpus|challenge|task|workshop|data set|database|bench|competition)s?"


_NOT_METHOD = patterns.compiled(rf"(?<!\b(?:multi|cross|inter|single|dual)-)\b{_NO_METHOD}\b", regex.IGNORECASE)
_LINK = r"(?:for|of|in|on|with|to|via|by|from|using|at|through|towards?)"
# What follows a title's colon where a data set or a task is what the paper gives, `A Reading Benchmark for Owls`; where it
# only speaks of one, `Reading for Many Tasks`, the name before the colon is a method's.
_GIVES_DATA = patterns.compiled(
    rf"[\W_]+(?:benchmarking\b|(?!\p{{L}}+ing\s(?!an?\s|the\s))(?:(?!{_LINK}\s)\S+\s){{0,9}}?(?<!-){_NO_METHOD}(?!\sand\smotion\b)(?=\s(?:{_LINK}|and)\s|\W*$|\s?[:,(–—]|\s-)|.*(?<!-)\b(?:benchmark|dataset|corpus)(?:\sand\s\w+)?$)",
    regex.IGNORECASE,
)


def _clean(name: str) -> str:
    name = _LEFTOVER.sub("", name).rstrip(".,:;").removesuffix("**")
    first, _, glued = name.rpartition(".")
    return first if first and STOP.match(glued) and not glued.isdigit() else name  # `OwlNet.It reads`


_LEFTOVER = patterns.compiled(r"['’]s$|[\s}\"'”’)]+$|\\")


_TITLE_READ = 1000
"""Characters of a title that are read; what is longer is none."""


def own_name(title: str, abstract: str) -> OwnName:
    """What the paper calls its own method and its own benchmark; one name is never both."""
    title = title[:_TITLE_READ]
    abstract = with_plain_signs(abstract)
    benchmark = own_benchmark(title, abstract)
    method = _own_method(title, abstract, benchmark.name if benchmark else None)
    brackets = [*_SPELT_OUT.finditer(abstract)]
    spelt = {
        match["name"]: match["activity"] is not None
        for match in brackets
        if (match["activity"] or (len(match["name"]) < 5 and _occurs_behind_on(match["name"], abstract)))
        and not _OF_DATA.search(abstract, max(0, match.start("name") - 70), match.end() + 30)
    }
    if benchmark is not None and spelt.get(benchmark.name) and not benchmark.whole:
        benchmark = None  # `we annotate a new HR data set` of heron recognition (HR)
    otherwise = frozenset(match["name"] for match in brackets if _is_no_measure(abstract, match))
    return replace(method, benchmark=benchmark, abbreviated=frozenset(spelt), spelt_otherwise=otherwise)


def _is_no_measure(abstract: str, short: regex.Match[str]) -> bool:
    """Whether an acronym of a measure stands for other words here."""
    measure = lexicon.load().metric(short["name"])
    if measure is None or measure.resource:
        return False
    bracket = short.start("name") - 1
    words = abstract[max(0, bracket - 80) : bracket].rstrip()
    ahead = spells(short["name"], words, strict=len(short["name"]) < 3)
    if ahead is None:
        return False
    meant = words[len(ahead) :]
    return lexicon.load().metric(meant) is None and not _OF_QUALITY.search(meant)


_OF_QUALITY = patterns.compiled(
    r"\d|\b(?:mean|average|errors?|scores?|accuracy|rates?|ratio|index|precision|recall|distance|correlation|coefficient|similarity|quality|deviation|curve|distortion|match)\b",
    regex.IGNORECASE,
)


def _occurs_behind_on(name: str, text: str) -> bool:
    return any(f"on {the}{name}" in text for the in ("", "the "))


_SPELT_OUT = patterns.compiled(
    r"\((?P<name>\p{Lu}{2,6})s?\)"
    r"(?:(?<=\b(?P<activity>(?i:\p{L}{3,}ion|answering|parsing|tracking|matching|learning|modeling|modelling|tagging|linking))\s\(\p{Lu}+s?\))|)"
)
"""Behind the name of what is done, where one stands: `word segmentation (WS)`. Its bracket is sought first, which is rare."""
_OF_DATA = patterns.compiled(r"\b(?:data\s?sets?|benchmarks?|corpus|database|challenge)\b", regex.IGNORECASE)


def _own_method(title: str, abstract: str, measured_on: str | None) -> OwnName:
    """The paper's own method: the name with the most evidence but its benchmark's, or None where none stands out."""
    plain_title = without_tex(title).strip(" \"'“”")
    head = _TITLE.match(plain_title)
    in_title = head["name"] if head and not _GIVES_DATA.match(plain_title, head.end("name")) else None
    known = _known_before(abstract)
    score: defaultdict[str, float] = defaultdict(float)
    strong: set[str] = set()
    judged: dict[str, bool] = {}
    told = [*evidence(plain_title, in_title, abstract)]
    called = {_clean(written) for written, weight in told if weight >= OURS}
    for written, weight in told:
        name = _clean(written)
        if name.endswith("*") and f"*{name}" in abstract:  # Markdown's, and none of `RRT*`
            name = name.rstrip("*")
        if name not in judged:
            judged[name] = (
                name != measured_on
                and _may_name(name, abstract, in_title, once=name in called)
                and ((in_title is not None and name in in_title) or not occurrences(name, known))
            )
        if not judged[name]:
            continue
        score[name] += weight
        if weight >= 2.4 or score[name] >= 3:
            strong.add(name)
    forms: dict[str, set[str]] = {}
    for name in list(score):
        other = _other_form(name, abstract)
        if other is not None and (other in score or " " in name):
            score[other] += score.pop(name)
            forms.setdefault(other, set()).add(name)
            strong |= {other} if name in strong or score[other] >= 3 else set()
    chosen = _chosen(score, strong, in_title, abstract)
    return OwnName(chosen.name, chosen.all.union(*(forms.get(each, ()) for each in chosen.all)))


def _known_before(text: str) -> str:
    """What an abstract says before the paper speaks of itself: what has a name there is known, and not the paper's own."""
    own = OF_ITSELF.search(text)
    return text[: max(text.rfind(stop, 0, own.start()) for stop in (". ", "? ", "! ")) + 1] if own else ""


OF_ITSELF = patterns.compiled(
    r"\b(?:we|ours?|us|th(?:is|ese) (?:\w+ )?(?:papers?|work|articles?|study|letter|report|thesis)|paper|here|in this"
    r"|propos\w+|present(?:s|ed)|introduc(?:es?|ed|ing)|describes?|experiment(?:s|al)|simulations?|results|was|were"
    r"|(?<!\b(?:other|some|several|many|few|various|previous|earlier|different|these|those|most|all) )authors (?:have )?\w+ed"
    r"|the present (?:papers?|work|study|research)|this research)\b"
    r"|^\s?an? (?!(?:[\w-]+ )?(?:number|range|variety|body|family|lot|set|series|class|plethora) of\b|(?:common|popular|typical|standard|recent|well-known)\b)"
    r"(?:[\w/-]+,? ){1,16}?is (?:developed|designed|demonstrated|fabricated|built|constructed|adapted|implemented)\b(?! (?:by|recently)\b)",
    regex.IGNORECASE,
)
"""Words by which an abstract comes to what the paper itself did: `we`, `in this`, `A soft beak is fabricated`."""


def _other_form(name: str, text: str) -> str | None:
    """How the text writes the name more often: by its acronym, or in the other number."""
    spelled = " " in name
    short = short_form(name, text) if spelled or name.count("-") > 1 else None
    if spelled or short is not None:
        return short
    if name in common_acronyms() or is_model_name(name):
        return None
    other = name.removesuffix("s") if name.endswith("s") else f"{name}s"
    return other if occurrences(other, text) > occurrences(name, text) else None


def _may_name(name: str, text: str, in_title: str | None, once: bool) -> bool:
    """Whether a name may be a method's: not a word of the field, and a plain word only where the text repeats it, or `once`."""
    words = name.split()
    if not 1 < len(name) <= 45 or len(words) > 5 or STOP.match(name) or _NOT_METHOD.search(name):
        return False
    if DESCRIBES.search(name) or is_served_model(name) or _A_FIGURE.match(name):
        return False
    if is_shaped(name) or len(words) > 1:
        return True
    return name == in_title or (
        (once or occurrences(name, text) > 1) and not (name.endswith("ly") and f". {name}, " in f". {text}")
    )


_A_FIGURE = patterns.compiled(r"\d+\.\d+\p{L}|NCT\d{8}$")
"""What opens with a measured figure: `1.14W`, or is the number of a registered trial."""


def _chosen(score: dict[str, float], strong: set[str], in_title: str | None, text: str) -> OwnName:
    """The name of most weight, with the other ways in which the text writes it."""
    known = lexicon.load()
    best: list[tuple[float, int, str]] = []
    for name, weight in score.items():
        if name not in strong:
            continue
        if weight < _least_weight(name, text, in_title):
            continue
        if weight < 4.5 and (
            known.metric(name) is not None or (known.benchmark(name) is not None and name != in_title)
        ):
            continue
        ends = [at + len(name) for at in whole_words(name, text)]
        if weight < 10 and any(_IS_A_SET.match(text, end) for end in ends):
            continue
        if any(_IS_SAID_TO_BE_DATA.match(text, end) for end in ends) and not any(
            _ACTS.match(text, end) for end in ends
        ):
            continue
        best.append((weight + 0.3 * min(occurrences(name, text), 6), -text.find(name), name))
    best.sort(reverse=True)
    if not best or best[0][0] < 2.65:
        return OwnName(None, frozenset())
    name = best[0][2]
    if name != in_title and _is_one_of_parts(name, [each for _, _, each in best[1:]], score, text):
        return OwnName(None, frozenset())
    variants = {name}
    for weight, _, other in best[1:]:
        term = other in common_acronyms() or is_term(other, text)
        if weight >= 2.8 and _is_alike(name, other) and not (term and other.lower() in name.lower()):
            variants.add(other)
    shorter = [other for _, _, other in reversed(best) if other in variants and are_initials(other, name)]
    if " " in name and (short := short_form(name, text)):
        shorter.append(short)
    if shorter:
        name = shorter[-1]
        variants.add(name)
    return OwnName(name, frozenset(variants))


def _is_one_of_parts(name: str, others: list[str], score: dict[str, float], text: str) -> bool:
    """Whether a name is of one of several parts of what has no name: `we propose a leaf reader (LR) module and a leaf cutter (LC) module`."""
    others = [other for other in others if occurrences(other, text) == 1 and not _is_alike(name, other)]
    if not others or occurrences(name, text) != 1:
        return False
    in_words = " " in name and score[name] <= 3
    return in_words or any(_PART_BEHIND.match(text, at + len(name)) for at in whole_words(name, text))


_PART_BEHIND = patterns.compiled(rf"[)}}\"”'’*]{{0,4}}\s(?:[a-z]+\s)?{PART}\b", regex.IGNORECASE)


def _is_alike(one: str, other: str) -> bool:
    return (
        one.lower() in other.lower()
        or other.lower() in one.lower()
        or are_initials(one, other)
        or are_initials(other, one)
    )


def _least_weight(name: str, text: str, in_title: str | None) -> float:
    """How much has to speak for a name: more for a word of the field, or what is called like a model.

    Nothing makes a common acronym a name that the text spells out as usual, `a model predictive control (MPC)`, but the
    paper that gives it (`which we call model predictive control (MPC)`); one that it spells out in other words may well
    be one: `slow aerial runs (SAR)`.
    """
    common = name in common_acronyms()
    usual = usual_stems().get(name.removesuffix("s"), frozenset()) if common else frozenset()
    meant, is_called = _spelt_out(name, text) if common else (frozenset(), False)
    if meant and meant <= usual and not is_called and name != in_title:
        return math.inf
    if is_term(name, text):
        return 6
    if common:
        return 3 if len(name) > 2 and meant and meant.isdisjoint(usual) else 6
    return 4 if is_model_name(name) and set_of_field(name) is None else 0


def _spelt_out(acronym: str, text: str) -> tuple[frozenset[str], bool]:
    """How the words begin that a text spells an acronym out in, before its bracket, and whether something is called so."""
    strict = len(acronym) < 3
    for at in whole_words(acronym, text):
        words = text[max(0, at - 90) : max(0, at - 1)].rstrip()
        if text.startswith("(", max(0, at - 1)) and (ahead := spells(acronym, words, strict)) is not None:
            return frozenset(word_stems(words[len(ahead) :])), _CALLED.search(ahead) is not None
    return frozenset(), False


_CALLED = patterns.compiled(
    r"\b(?:call(?:ed)?|named?|dub(?:bed)?|term(?:ed)?|coin(?:ed)?)\s(?:(?:it|them|as|an?|the)\s)*$", regex.REVERSE
)


_IS_A_SET = patterns.compiled(r"[)}\"'*]*(?:\s\([^)]*\))?\s(?:datasets?|benchmarks?|corpus|data\sset|challenge|task)\b")
_ACTS = patterns.compiled(r"\s(?:achiev|outperform|surpass|improv|reduc|reach|obtain|attain)")
_IS_SAID_TO_BE_DATA = patterns.compiled(
    rf"[)}}\"”'’*]{{0,4}}(?:\s\([^()]*\))?(?:,|\sis|\s?[—–]|\s--?)\s(?:which\sis\s)?(?:an?|the|our)\s{PLAIN}(?:{KIND}|tasks?|problem)"
    r"(?=[,.;]|\s(?:of|for|that|which|with|to|in|on|where|we|consist|contain|compris|cover|span|design|built|made|aim)|$)"
)
