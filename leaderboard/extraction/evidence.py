"""What speaks for a name as the paper's own: how title and abstract propose, call, describe and use it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Cued, Cues, Ending, Together
from leaderboard.extraction.method_words import HEAD_NOUN, PART
from leaderboard.extraction.names import (
    common_acronyms,
    in_any_case,
    is_model_name,
)
from leaderboard.extraction.plain_names import EXPRESSIONS, plain_names
from leaderboard.extraction.spelling import (
    WORD,
    WRAP,
    is_shaped,
    may_be_named,
    occurrences,
    short_form,
    spells,
)
from leaderboard.extraction.title_head import COMPOUND, OWN_BEFORE, of_head

_NOT_OF_OLD = r"(?<!\b(?:recently|previously|originally|lately)\s)"
_PROPOSE = rf"(?:{_NOT_OF_OLD}(?:propos(?:e|es|ed|ing)|present(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|develop(?:s|ed|ing)?|design(?:s|ed)?|describe|devises?|unveils?|contributes?|offers?|releases?|build|built|creates?|study|explores?|advocates?|suggests?|call|name|dub|term|title))"
_PROPOSE_CUES = "propos present introduc develop design describe devise unveil contribute offer release build built create study explore advocate suggest call name dub term title"


_CALLED = Cued(
    "called named dubbed termed coined entitled titled denot denominated namely viz abbreviated refer We we",
    patterns.compiled(
        rf"\b(?:called|named(?:\sit)?|dubbed(?:\sas)?|termed(?:\sas)?|coined(?:\sas)?|(?:en)?titled|denoted(?:\sas|\sby)?|denominated|namely|viz\.,?|abbreviated(?:\sas)?|(?:referred|refer)\s(?:to\s)?as|[Ww]e\s(?:call|name|term|dub|refer\sto)(?:\s(?:it|(?:our|this|the|these)(?:\s[\w-]+){{1,4}}?))?)\s(?:as\s)?(?:the\s|an?\s)?{WRAP}(?P<name>(?=[\w-]*[\p{{Lu}}\d]){WORD}(?:\s(?=[\p{{Lu}}\d])(?:{WORD}))*)"
    ),
)
_PROPOSED = Cued(
    "and_propos and_present and_introduc and_develop and_design and_creat and_also_ and_then_ and_further_ We we Paper paper Work work Article article Authors authors This this Report report Study study Letter letter",
    patterns.compiled(
        rf"\b(?:and(?=\s(?:propos|present|introduc|develop|design|creat|also\s|then\s|further\s))|[Ww]e|[Pp]aper|[Ww]ork|[Aa]rticle|[Aa]uthors|[Tt]his|[Rr]eport|[Ss]tudy|[Ll]etter)\b[\w\s,'-]{{0,30}}?\b{_PROPOSE}\s(?:and\s\w+(?:[\s-]source)?\s)?(?:the\s|a\s|an\s|our\s|novel\s|new\s|simple\s)*{WRAP}(?P<name>(?=(?:\p{{L}}\*?-)?[\p{{L}}\d]*\p{{Lu}}){WORD}(?:\s(?=[\p{{Lu}}\d])(?:{WORD}))*)"
    ),
    then=_PROPOSE_CUES,
    within=50,
)
_BRACKET = patterns.compiled(
    rf"\((?:(?:called|named|dubbed|termed|coined|short|abbreviated|denoted|or|i\.e\.,?|in\sshort)(?:\s(?:as|by|for))?,?\s)?{WRAP}(?P<name>{WORD}(?:\s(?=[\p{{Lu}}\d])(?:{WORD}))*)[}}\s”\"’'*]*(?:\)|,\s(?:for\sshort|hereafter))(?P<use>[\s-]based\b|\s(?:metrics?|measures?|scores?|index|problems?|phenomenon|data|feedback|signals?|images?|imaging|sensors?|sensing|scans?|measurements?)\b|\sas\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}(?:problem|task|setting|benchmark|data\s?set|metric|measure)\b)?(?P<part>\s{PART})?"
)
_ANNOUNCES = patterns.compiled(
    rf"\b(?<!\b(?:the|an?|this|our|its|new|\w+(?:or|er|ing|al|ic))\s(?=(?:design|study|release|offer)\s(?!(?:and|of|we)\s)))(?:(?P<close>[Oo]ur|[Tt]he\snew|{_NOT_OF_OLD}proposed|(?:en)?titled|namely|(?:called|named|dubbed|termed)(?:\sas)?|(?:referred\sto|denoted|abbreviated)\sas(?:\s(?:an?|the))?)|{_PROPOSE}|(?<=\b[Ww]e(?:\s\w+)?\s)(?:train|construct|implement|formulate|motivate)(?:ed)?)\s"
)
_PROPOSED_NOUN = Cued(
    _PROPOSE_CUES,
    patterns.compiled(
        rf"\b{_PROPOSE}\b(?=[^.;]{{0,300}}\p{{Lu}})(?:[^.;()]|\(\w+\)){{0,110}}?\b{HEAD_NOUN},?\s{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})(?=[}}\s*\"”'’]*(?:,|\.|;|:|\(|\s(?:that|which|to|for|is|as|with|by|based|and|in|on|can|using|whose|where)\b))"
    ),
)
_PROPOSED_COMMA = Cued(
    "We we This this",
    patterns.compiled(
        rf"\b(?:[Ww]e|[Tt]his)\b[^.;()]{{0,20}}\b{_PROPOSE}\b[^.;()]{{5,150}}?(?:,|:)\s(?:the\s)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD}(?:\s(?=[\p{{Lu}}\d])(?:{WORD}))*)[}}\s*\"”]*(?=,\s(?:that|which|to|for|a|an|whose|where|based)\b|\.)"
    ),
    then=_PROPOSE_CUES,
    within=30,
)
_NOVEL_COMMA = Cued(
    "novel_ new_",
    patterns.compiled(
        rf"(?:novel|new)\s[^.;:()]{{0,100}}?\b{HEAD_NOUN}\b[^.;:(),]{{0,50}},\s(?:the\s)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD}(?:\s(?=[\p{{Lu}}\d])(?:{WORD}))*)[}}\s*\"”]*(?=,\s(?:that|which|to|for|an?|whose|where|based)\b|\.)"
    ),
)
_OUR_BRACKET = Cued(
    "Our our The_proposed the_proposed",
    patterns.compiled(
        rf"(?:[Oo]ur|[Tt]he\sproposed)\s(?:(?:proposed|new|novel|final|full)\s)?(?:[\w-]+\s){{0,2}}?(?!{PART}\b){HEAD_NOUN}\s\((?:called\s|named\s|dubbed\s)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})[}}\s*\"”]*\)"
    ),
)
_OUR = Cued(
    "Our our The_proposed the_proposed",
    patterns.compiled(
        rf"\b(?:[Oo]ur|[Tt]he\sproposed)\s(?:(?:proposed|new|novel|final|best|full)\s)?(?:\d[\d.]*[BM](?:\sand|,(?:\sand)?)?\s)*(?:{HEAD_NOUN},?\s)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})(?=[}}\s*\"”]*(?:,|\s(?!{PART}\b)[a-z(]))"
    ),
)
_OUR_APPOSED = Cued(
    "Our our",
    patterns.compiled(
        rf"\b[Oo]ur\s(?:[\w-]+\s){{0,3}}?(?:{HEAD_NOUN}|implementation|prototype|robot)(?:\s(?:for|to|of)(?:\s[\w-]+){{1,5}})?,\s{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})[}}\s*\"”]*(?:\s\([^()]{{1,60}}\))?,\s(?=[a-z])"
    ),
)
# All are searched in `. ` and the text, so that every sentence begins after a full stop.
_IS_A = Cued(
    "._ !_ ?_",
    patterns.compiled(
        rf"[.!?]\s{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})[}}\s*\"”]+is\s(?:a|an|the|based|able|designed|built|trained)\b"
    ),
    then="is_a is_the is_based is_designed is_built is_trained",
    within=250,
)
_IN_NAME = Cued(
    " ".join(f"{stop}_{word}_" for stop in ".!?" for word in ("In", "With", "Using", "By_using")),
    patterns.compiled(rf"[.!?]\s(?:In|With|Using|By\susing)\s{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD}),"),
)
_SUBJECT = Cued(
    "._ !_ ?_ ,_ that_ Our_ our_ The_proposed the_proposed The_resulting the_resulting The_new the_new",
    patterns.compiled(
        rf"(?:[.!?]\s++|,\s|\bthat\s|\b(?:[Oo]ur|[Tt]he\s(?:proposed|resulting|new))\s(?:[a-z-]+\s)?){WRAP}(?P<name>(?=[\p{{L}}\d.-]*[\p{{Lu}}\d])[\p{{L}}\d][\w.+*-]*)[}}\s]+(?:[a-z]+ly\s|can\s|could\s|is\sable\sto\s|also\s)?(?:achiev|outperform|surpass|improv|reduc|obtain|reach|exceed|attain|uses|is\s|consists|leverag|learns|provid|enabl|signific|consistent|demonstrat|beats|yields|deliver|generat|employ|introduc|combin|does|has\s|can\s|works|operates|requires|outputs|allows|builds|adopts|exploits|incorporates|models|treats|shows|performs|offers)"
    ),
)
_PASSIVE = rf"(?:\s{HEAD_NOUN})?,?\s(?:is|are|was|were)\s(?:\w+ly\s|then\s|first\s|also\s)?(?:proposed|presented|introduced|developed|designed)\b(?!\s(?:by|in\s\[))"
_IS_PROPOSED = Cued(
    "._ !_ ?_ ,_",
    patterns.compiled(
        rf"[.!?,]\s(?:(?:[Aa]n?|[Tt]he)\s(?:novel\s|new\s)?)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})[}}\s*\"”]*?{_PASSIVE}"
    ),
    then="_proposed _presented _introduced _developed _designed",
    within=160,
)
_BRACKET_IS_PROPOSED = patterns.compiled(_PASSIVE)
"""`an OwlNet is proposed`, `a novel leaf reader (LeaR) is proposed`."""
_IMPLEMENTED = Cued(
    "We_implement We_have_implement we_implement we_have_implement We_instantiate we_instantiate",
    patterns.compiled(
        rf"[Ww]e\s(?:have\s)?(?:implement(?:ed)?|instantiated?)\s(?:our|this|these|the|it|both)\b[^.;,:()]{{0,50}}?\b(?:in|as)\s(?:an?\s(?:[a-z-]+\s){{1,5}}(?:called|named|dubbed)\s)?{WRAP}(?P<name>(?!(?:C\+\+|Python|Java|Julia|Matlab|Gazebo|Unity|Hadoop|Stan)\b)(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})(?=[}}\s*\"”]*(?:,|\s\(|\s(?:and|which|that|to)\b|\.\s))"
    ),
)
_SHOWN = Cued(
    "that_",
    patterns.compiled(
        rf"(?<=\b(?:show|demonstrat|indicat|confirm|reveal|validat|establish|prove|suggest|verif)(?:e|e?[ds]|n|es|y|ies|ied|ing)?\s(?:\w+ly\s)?)that\s(?:the\s|our\s)?(?:proposed\s)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD}(?:\s(?=\p{{Lu}}){WORD})?)[}}\s\"”]+(?:also\s|not\sonly\s|\w+ly\s)?(?:(?:can|could|has|is(?!\s(?:NP|PSPACE|equivalent|related))|was|will)\b|(?!(?:as|its|this|has|\w*(?:models|methods|networks|features|systems|policies|agents|algorithms|embeddings))\b)[a-z]{{2,}}(?<!s)s\b)"
    ),
)
"""What the experiments show something of: `results show that HeronNet can be run`."""
_EFFECT_OF = Cued(
    "effectiveness_of efficacy_of superiority_of advantage_of advantages_of benefit_of benefits_of efficiency_of usefulness_of performance_of robustness_of",
    patterns.compiled(
        rf"(?<=\b(?:show|demonstrat|confirm|validat|verif|prov|illustrat|highlight|underscor|indicat)(?:e|es|ed|s|n|y|ies|ied|ing)?\s(?:\w+\s){{0,4}})(?:effectiveness|efficacy|superiority|advantages?|benefits?|efficiency|usefulness|performance|robustness)\sof\s(?:the\s|our\s)?(?:proposed\s)?{WRAP}(?P<name>(?=[\p{{L}}\d-]*\p{{Lu}}){WORD})(?=[}}\s*\"”'’]*(?:,|\.\s|;|\s(?:on|in|for|over|across|against|compared|and|as|with|when|by|under|through|at|to)\b))"
    ),
)
"""What the experiments show to be good: `demonstrate the effectiveness of HeronNet on`."""
_REPOSITORY = patterns.compiled(
    r"(?:github|gitlab)\.(?:com|io)/[\w.-]+/(?P<name>[\w.-]*\w)|(?<=\.github\.io/)(?P<name>[\w.-]*\w)"
)
_NOUN_APPOSED = r"(?:,|\s(?:[–—]|-{1,3}))\s(?!our(?:\s[\w-]+){1,4}?\s(?:\w+ly\s|can\s|also\s)?(?:achiev|yield|obtain|outperform|improv|reduc|reach|show|attain|deliver|provid|perform|exceed|surpass|demonstrat|gain|increas|generat|requir|is\s|has\s))(?:a|an|the|our|which)\s(?:[\w-]+\s){0,6}(?:method|framework|approach|model|system|algorithm|network|architecture|technique|strategy|pipeline|module|mechanism|toolkit|library|agent|policy|transformer|detector|planner|optimizer|loss|paradigm)"
_APPOSED_NOUN = Cued(",_a_ ,_an_ ,_the_ ,_our_ ,_which_ _–_ _—_ _-_ _--_ _---_", patterns.compiled(_NOUN_APPOSED))
_CUED = Together(
    _CALLED,
    _PROPOSED,
    _PROPOSED_NOUN,
    _EFFECT_OF,
    _PROPOSED_COMMA,
    _IS_PROPOSED,
    _OUR,
    _OUR_APPOSED,
    _IMPLEMENTED,
    _IS_A,
    _IN_NAME,
    _SHOWN,
    _SUBJECT,
    _NOVEL_COMMA,
    _OUR_BRACKET,
    _APPOSED_NOUN,
    *EXPRESSIONS,
)
_APPOSITION = patterns.compiled(
    rf"(?:[.!?,;–—]\s|\s-{{1,3}}\s|\band\s|[Ww]e\s\w+\s|\b(?:design|implementation|evaluation|development|architecture)\sof\s)(?:\w+,\s)?{WRAP}(?P<name>{WORD})[}}]?{_NOUN_APPOSED}"
)


# Backwards it is tried only where a word ends in a capital, which few do.
_SPELLED = patterns.compiled(r"(?<![\w-])(?:\p{Lu}\p{L}{0,2}|\p{Ll})\p{Lu}+(?![\w])", regex.REVERSE)
_ITS_TASK = patterns.compiled(r"\b(?:for|of|in|on|from|to|towards?)\s(?:[\w-]+\s)?$", regex.IGNORECASE)
_TITLE_NAMED = patterns.compiled(
    r"\s\((?P<name>[\p{L}\d][\w+*-]*)\)(?!-|\s(?:and|[Dd]ata|[Bb]ench|[Tt]ask|[Cc]hallenge|[Cc]orp))|\b(?:[Rr]obot|[Ss]ystem|[Hh]and|[Gg]ripper|[Hh]umanoid|[Qq]uadruped|[Ee]xoskeleton|[Pp]latform)s?,\s(?P<name>[\p{L}\d][\w+*-]*)$"
)
_TITLE_SUBJECT = patterns.compiled(r"^(?:Team|System)\s(?P<name>[\w+-]+)\s(?:at|@)")
_TITLE_VIA = patterns.compiled(
    r"^(?P<name>[\p{L}\d][\w+*/-]*|\p{Lu}\p{Ll}+(?<!ing)\s\p{Lu}\w*\p{Ll}\p{Lu}\w+)\s(?:is|are|as|for|in|at)\s"
)
OURS = 4.2
"""The weight of words that leave no doubt: `our method, Owl,`, `we propose Owl, a method`. Above it there are only titles."""
IMPLEMENTED = 2.7


def evidence(plain_title: str, in_title: str | None, text: str) -> Iterator[tuple[str, float]]:
    """What speaks for a name as the paper's own, each with its weight."""
    if in_title is not None:
        yield from of_head(in_title, plain_title, text)
    for match in _TITLE_TOKEN.finditer(plain_title):
        token = match[0]
        if is_shaped(token) and not is_model_name(token) and occurrences(token, text):
            yield token, 1.5
    for name in {match[0] for match in _SPELLED.finditer(text)}:
        if name not in common_acronyms() and not is_model_name(name):
            ahead = spells(name, plain_title, strict=True)
            if ahead is not None and not _ITS_TASK.search(ahead):
                yield name, 1.5
                if f"/{name}" in text and _is_subject(name, plain_title[len(ahead) :]):
                    yield name, 1.5  # its repository is called so
    yield from _title_phrases(plain_title, text)
    network = _TITLE_NETWORK.search(plain_title) if _NETWORK_CUES.in_text(plain_title) else None
    if network and not _PLAIN_NETWORK.fullmatch(network["name"]):
        yield short_form(network["name"], text) or network["name"], 2.8
    for match in _TITLE_NAMED.finditer(plain_title):
        name = match["name"]
        heads = spells(name, plain_title[: match.start()], strict=True) == "" and name not in common_acronyms()
        if is_shaped(name) and (heads or occurrences(name, text)):
            yield name, 3
    if team := _TITLE_SUBJECT.match(plain_title):
        yield "Team " + team["name"] if plain_title.startswith("Team") else team["name"], 5
    if (via := _TITLE_VIA.match(plain_title)) and is_shaped(via["name"].split()[-1]) and not is_model_name(via["name"]):
        yield via["name"], 3
    after_stop = ". " + text
    places = _CUED.places(after_stop)
    for match in _CALLED.finditer(after_stop, places[_CALLED]):
        start = max(0, match.start() - 60)
        if may_be_named(match["name"]) and not (
            _NO_SYSTEM_CALLED.search(after_stop, start, match.start())
            or (match[0].startswith("namely") and _SEVERAL.search(after_stop, start, match.start()))
            or _KNOWN_SYSTEM.search(after_stop, start, match.start())
        ):
            yield match["name"], 4
    for match in _PROPOSED.finditer(after_stop, places[_PROPOSED]):
        if may_be_named(match["name"]) and not _NAMES_DATA.match(after_stop, match.end("name"), match.end("name") + 80):
            part = _IS_PART.search(match["name"]) or _PART_BEHIND.match(after_stop, match.end("name"))
            whole = is_shaped(match["name"]) and not _described(match) and not part
            yield match["name"], 3 if whole else 1.5
    for name in plain_names(after_stop, places):
        yield in_title if in_title is not None and in_title.lower() == name else name, 3
    yield from _brackets(text)
    for match in _PROPOSED_NOUN.finditer(after_stop, places[_PROPOSED_NOUN]):
        stands_out = is_shaped(match["name"]) or occurrences(match["name"], text) > 1
        if stands_out and not _OF_ANOTHER.search(after_stop, match.start(), match.start("name")):
            yield match["name"], 3
    for found, weight in (
        (_OUR.finditer(after_stop, places[_OUR]), 2.6),
        (_IS_A.finditer(after_stop, places[_IS_A]), 1.5),
        (_IN_NAME.finditer(after_stop, places[_IN_NAME]), 1.0),
        (_EFFECT_OF.finditer(after_stop, places[_EFFECT_OF]), 1.5),
        (_PROPOSED_COMMA.finditer(after_stop, places[_PROPOSED_COMMA]), 2.5),
        (_IS_PROPOSED.finditer(after_stop, places[_IS_PROPOSED]), 2.6),
        (_SHOWN.finditer(after_stop, places[_SHOWN]), 2.5),
        (_NOVEL_COMMA.finditer(after_stop, places[_NOVEL_COMMA]), 2.5),
        (_OUR_BRACKET.finditer(after_stop, places[_OUR_BRACKET]), 3),
        (_OUR_APPOSED.finditer(after_stop, places[_OUR_APPOSED]), OURS),
        (_IMPLEMENTED.finditer(after_stop, places[_IMPLEMENTED]), IMPLEMENTED),
    ):
        for match in found:
            if is_shaped(match["name"]) or (weight in (IMPLEMENTED, OURS) and may_be_named(match["name"])):
                yield match["name"], weight
    for match in _REPOSITORY.finditer(text, text.index("git")) if "github" in text or "gitlab" in text else ():
        if is_shaped(match["name"]) and occurrences(match["name"], text[: match.start()]):
            yield match["name"], 2.5
    for apposed in _APPOSED_NOUN.finditer(after_stop, places[_APPOSED_NOUN], overlapped=True):
        named = _APPOSITION.search(after_stop, max(0, apposed.start() - 200), apposed.end())
        if named and may_be_named(named["name"]):
            yield named["name"], OURS if named[0].startswith(("We ", "we ")) else 2.5
    for match in _SUBJECT.finditer(after_stop, places[_SUBJECT]):
        if may_be_named(match["name"]):
            yield match["name"], 1.5


def _is_subject(short: str, words: str) -> bool:
    """Whether an acronym spells all that a title says of a thing before it tells what it is for: `Owl Leaf Gradients for`."""
    thing = _TELLS.split(words, maxsplit=1)[0]
    return short.lower() == "".join(word[0] for word in _TITLE_WORD.findall(thing)).lower()


_TELLS = patterns.compiled(r"\s(?:for|via|with|in|on|to|using|by|from|through|at|as|against)\s|:\s")
_TITLE_WORD = patterns.compiled(r"\p{L}+")

_NETWORK_CUES = Cues("net cnn gan transformer loss")
_NETWORK = r"(?:Networks?|Nets?|CNNs?|GANs?|Transformers?)"
_NO_START = r"(?!(?:An?|The|Towards?|On|Beyond|From|Against|Without|Are|Do|Does|Can|Is|Why|How|What|When)\s|(?:\p{L}+ly\s)?\p{L}+ing\s)"
_NO_WITH = r"(?!(?:With|From|By|Via)\s)"
_TITLE_NETWORK = patterns.compiled(
    rf"(?:^(?P<name>{_NO_START}(?:{_NO_WITH}[\p{{Lu}}\d][\w-]+\s){{1,4}}{_NETWORK})|(?:^|\b(?:[Ww]ith|[Vv]ia|[Uu]sing|[Bb]y)\s)(?P<name>{_NO_START}(?:(?:{_NO_WITH}[\p{{Lu}}\d][\w-]+\s){{2,4}}|[\p{{Lu}}\d]\w*-\p{{Lu}}[\w-]*\s)(?:{_NETWORK}|Loss)))(?=\s(?:for|via|in|on|with)\b|:|$)"
)
_PLAIN_NETWORK = patterns.compiled(
    rf"(?:(?:Very|Deep(?:er)?|Neural|Artificial|(?:Fully-?)?Convolutional?|Recurrent|Graph|Generative|Adversarial|Residual|Siamese|Spiking|Bayesian|Binary|Recursive|Attention(?:al)?|Memory|Pointer|Capsule|Belief|Radial|Basis|Function|Conditional|Fully|Hierarchical|Multi-\w+|\dD|Single|Efficient|Fast|Sparse|Large|Small|Vision|Visual|Hybrid|Heterogeneous|Temporal|Spatial|Dense|Linear|Cascaded|Social|Sensor|Road|Robot|Complex|Pre-?[Tt]rained|Quantized|\w+-Efficient|Compact|Dynamic|Language)\s)*{_NETWORK}"
)


def _described(match: regex.Match[str]) -> bool:
    """Whether plain words say what kind of thing is proposed and do not name it: `a Deep Learning approach`."""
    text, (start, end) = match.string, match.span("name")
    return (
        (" " in match["name"] or COMPOUND.fullmatch(match["name"]) is not None)
        and _KIND_OF.match(text, end) is not None
        and _ARTICLE.search(text, match.start(), start) is not None
        and not any(
            is_shaped(word) and not COMPOUND.fullmatch(word) and word not in common_acronyms()
            for word in match["name"].split()
        )
    )


_NO_SYSTEM_CALLED = patterns.compiled(
    r"\b(?:scenarios?|settings?|problems?|tasks?|phenomen\w+|weights|metrics?|measures?|indicators?|games?|data\s?sets?|benchmarks?|corpus|corpora|data|propert(?:y|ies)|effects?|issues?|bias|environments?|questions?|behaviou?rs?|challenges?)(?:,|\sthat|,?\s(?:of\s)?which)?\s$",
    regex.REVERSE,
)
_SEVERAL = Ending(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|[Vv]arious|[Mm]ultiple|[Dd]ifferent|following|\d+)\s[^.;:()]{3,50}$"
)
"""What tells that a list follows: `six readers were compared, namely`."""
_OF_ANOTHER = patterns.compiled(
    r"\b(?:improv(?:es?|ed|ing)|outperform\w*|surpass\w*|exceed\w*|than|compared|comparable|competitive|existing|previous(?:ly)?|prior|recent(?:ly)?|state-of-the-art|well-known|popular|backbone|pre-?trained|on\stop\sof|based\son|built\s(?:up)?on|builds\s(?:up)?on|extend(?:s|ing)|such\sas|like|with|using|against|by)\b"
)
"""What stands between the word that something is proposed and the name of another system: `our model improves the backbone X`."""
_KNOWN_SYSTEM = Ending(
    rf"(?<!\b[Ww]e\s.*)\b(?:recent(?:ly\s\w+)?|existing|previous(?:ly\s\w+)?|prior|popular|well-known|state-of-the-art|traditional|conventional|classical|standard)\s(?:[\w-]+\s){{0,4}}?{HEAD_NOUN},?\s$"
)
"""What says right before a name that others made it: `a recent reader, called`."""
_KIND_OF = patterns.compiled(
    r"(?:\s[a-z-]+)?[\s-](?:based|driven|and|or|[a-z]*(?:method|approach|algorithm|model|technique|agent|solver|policy|strategy|controller|module|loss|framework|system|scheme|pipeline)s?)\b"
)
_IS_PART = patterns.compiled(rf"\s{PART}$", regex.IGNORECASE)
_PART_BEHIND = patterns.compiled(rf"[\s}}\"”'’]+(?:[a-z]+\s)?{PART}\b", regex.IGNORECASE)
_ARTICLE = patterns.compiled(r"\san?\s(?:[a-z-]+\s)*$")
_TITLE_TOKEN = patterns.compiled(r"[\p{L}\d][\w+*@-]*(?:\s?v\d)?")
_NAMES_DATA = patterns.compiled(
    r"[\s}]*[\w-]*\s?(?:dataset|benchmark|corpus)|(?:\s\([^()]{1,20}\))?\sas\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:problem|task|setting|benchmark|data\s?set|metric)\b"
)


def _title_phrases(plain_title: str, text: str) -> Iterator[tuple[str, float]]:
    """Words of the title that the text proposes without an article, as only names are: `we propose diff pruning`."""
    for match in _TITLE_PHRASE.finditer(plain_title):
        stem = match["phrase"].removesuffix("s")
        for at in in_any_case(stem, text):
            end = _PHRASE_ENDS.match(text, at + len(stem))
            if (
                end
                and _BY.search(plain_title, 0, match.start("phrase"))
                and _COMMON_PLURAL.fullmatch(text, at, end.end())
            ):
                continue  # `by introducing leaf cutters`
            if end and not match["article"] and _PROPOSED_BEFORE.search(text, max(0, at - 60), at):
                yield text[at : end.end()], 2.7
                break
            words = text[at : at + len(stem)]
            if (
                _CAPITALS.search(words)
                and _METHOD_BEHIND.match(text, at + len(stem))
                and OWN_BEFORE.search(text, max(0, at - 40), at)
            ):
                yield words, 2.5
                break


_BY = patterns.compiled(r"\b(?:with|via|using|by|through)\s$", regex.IGNORECASE | regex.REVERSE)
_COMMON_PLURAL = patterns.compiled(r"[\p{Ll}\s'-]+[^s\W]s")
_PROPOSED_BEFORE = patterns.compiled(
    rf"\b(?:(?:propos|introduc|present|develop)(?:e|es|ed|ing|s)?|called|named|termed|dubbed|(?:call|name|term|dub)\s(?:it|(?:our|this|the|these)(?:\s[\w-]+){{1,3}})|\b{HEAD_NOUN},)\s{WRAP}$",
    regex.IGNORECASE | regex.REVERSE,
)
_PHRASE_ENDS = patterns.compiled(
    r"s?(?=[\"'”}*]*(?:[,.;:(—–]|\s(?:-|that|which|for|as|to|is|are)\b))", regex.IGNORECASE
)
_CAPITALS = patterns.compiled(r"^\p{Lu}\S* (?:.* )?\p{Lu}\S*$")
_METHOD_BEHIND = patterns.compiled(rf"\s{HEAD_NOUN}\b")
_TITLE_PHRASE = patterns.compiled(
    r"(?:^|\b(?:[Ww]ith|[Vv]ia|[Uu]sing|[Bb]y|[Tt]hrough)\s|:\s)(?P<article>An?\s(?=\p{Lu}))?(?P<phrase>(?![Aa]n?\s|[Tt]he\s)(?:[\w'-]+\s){0,4}?[\w'-]+)(?=(?:\s(?:[Aa]pproach|[Mm]ethod|[Aa]lgorithm|[Ff]ramework|[Mm]odel|[Nn]etwork))?\s(?:for|via|with|in|of|on|to|using|by|from|as|against|under|[Tt]hrough)\b|:|$)"
)


def _brackets(text: str) -> Iterator[tuple[str, float]]:
    """Names that stand in brackets after the words they abbreviate, where something announces those as the paper's own."""
    for match in _BRACKET.finditer(text):
        name, start = match["name"], match.start()
        short = _NAME_AHEAD.search(text, max(0, start - 30), start) if " " in name else None
        stands_for = short is not None and short["name"][0].lower() == name[0].lower() and is_shaped(short["name"])
        if short is not None and stands_for:
            name, start = short["name"], short.start()  # `OwlNet (Owls by Nets)`
        if (
            match["use"]
            or _WITHIN.match(text, match.end())
            or len(name) < 2
            or not is_shaped(name)
            or (" " in name and not name[0].isupper())
        ):
            continue
        clause = _ASIDE.sub(" ", _SENTENCE_START.split(_before(text, start))[-1])
        if _BRACKET_IS_PROPOSED.match(text, match.end()) and (ahead := spells(name, clause)) is not None:
            other = match["part"] or _NO_SYSTEM.search(clause) or _OF_OLD.search(clause)
            if not (other or _PREPOSITION.search(ahead.rsplit(",", 1)[-1])):
                yield name, 3
            continue
        cues = list(_ANNOUNCES.finditer(clause))
        if not cues or len(clause) - cues[-1].end() > 140:
            continue
        if _KNOWN_SYSTEM.search(clause, 0, cues[-1].start()):
            continue
        if cues[-1][0].startswith("namely") and _SEVERAL.search(clause, 0, cues[-1].start()):
            continue
        words = clause[cues[-1].end() :]
        ahead = spells(name, words)
        of_others = _RIVALS.search(words if ahead is None else ahead) or _RECENTLY.search(words)
        if (_NO_SYSTEM.search(words) and not _IS_METHOD.match(text, match.end())) or of_others:
            continue
        apart = _PREPOSITION.search(words if ahead is None else ahead)
        if apart and (stands_for or cues[-1]["close"] or (ahead is not None and _TOPIC.search(ahead))):
            continue
        if ahead is not None and (_WE_USE.fullmatch(ahead) or _APPOSED.search(ahead)):
            apart = None
        if not apart:
            yield name, 2.5 if match["part"] or _COMPONENT.search(words) else 3
        elif ahead is not None:
            yield name, 1.8
        else:
            yield name, 2.4 if _MEANS.fullmatch(apart[0]) else 1.2


_IS_METHOD = patterns.compiled(rf"\s{HEAD_NOUN}\b")
_NAME_AHEAD = patterns.compiled(rf"(?<![\w-])(?P<name>{WORD})\s$")
_RECENTLY = patterns.compiled(
    r"\b(?:recently|previously|originally|lately)[\s-](?:propos|present|introduc|develop|publish|report|design)ed\b"
)
_OF_OLD = patterns.compiled(r"\b(?:recent(?:ly)?|previous(?:ly)?|earlier|prior|traditional(?:ly)?)\b", regex.IGNORECASE)
_WITHIN = patterns.compiled(r"\s[\w-]+\s\((?=[\p{L}\d]+\))(?=[^)]*\p{Lu})")
"""What follows an acronym that is only part of a name: `a careful reading (CR) network (CRNet)`."""
_TOPIC = patterns.compiled(
    r"\b(?:for|(?<!\b(?:concept|notion|idea|method|approach|technique|framework|design|development|evaluation|fabrication|implementation|use|group|set|series|class)\s)of|in|on|from|towards?|to)\s(?:the\s|an?\s)?$"
)
"""What stands before the name of what a method is for: `a parser for careful reading (CR)`."""
_WE_USE = patterns.compiled(r"to\s(?:use|employ|adopt|leverage|apply|utilize|learn)\s(?:the\s|an?\s)?")
_APPOSED = patterns.compiled(
    rf"\b(?:{HEAD_NOUN}\b[^,;:]*[,:]\s(?:the\s|an?\s)?|(?:method|approach|technique|framework)\sof\s)$"
)


def _before(text: str, at: int) -> str:
    """The whole words right before a place."""
    start = max(0, at - 250)
    return text[text.find(" ", start, at) + 1 if start else 0 : at]


_MEANS = patterns.compiled(r"of|using|based|with|via|by|through")
_NO_SYSTEM = patterns.compiled(
    r"\b(?:errors?|accuracy|performance|rate|scores?|ratio|index|distance|similarity|problems?|tasks?|data\s?sets?|data(?:base)?|corpus|benchmarks?|signals?|metrics?|challenge)\s$",
    regex.IGNORECASE,
)
_RIVALS = patterns.compiled(
    r"\b(?:\d[\d.]*\b|outperform\w*|surpass\w*|exceed\w*|than|over|against|versus|compar\w+|including|such\sas|like|baselines?|existing|state-of-the-art|achiev\w*)\b"
)
_COMPONENT = patterns.compiled(rf"\b(?!Units?\b){PART}\s$", regex.IGNORECASE)
_ASIDE = patterns.compiled(r"\([^()]*\)")
_SENTENCE_START = patterns.compiled(r"[.!?;]\s(?=\p{Lu})")


_PREPOSITION = patterns.compiled(
    r"(?<![\w-])(?:for|in|on|to|of|using|based|with|via|by|through|from|against|where|which|that|whose|while|when"
    r"|incorporat(?:es?|ing)|compris(?:es?|ing)|employ(?:s|ing)?|utili[sz](?:es?|ing)|adopt(?:s|ing)?|integrat(?:es|ing)"
    r"|contain(?:s|ing)|consist(?:s|ing)|composed|combin(?:es|ing)|leverages|(?<!^\p{Lu}.*\s)leveraging|extend(?:s|ing))(?![\w-])|[:;]"
)
"""What an ingredient or the purpose of what is proposed follows: `we present a sensor, incorporating owl feathers (OF)`.

`leveraging` may be within a name, which is in capitals from its start: `Careful Reading leveraging Large Models (CRLM)`.
"""
