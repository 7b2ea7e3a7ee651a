"""Models that one only asks: what they reach by themselves is no result of the paper's own."""

from __future__ import annotations

from leaderboard.extraction import patterns
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.marked_names import name_at
from leaderboard.extraction.names import SERVED, is_model_name, served_model
from leaderboard.extraction.tape import Tape

VERSION = r"(?:\d[\d.]* (?:N\d+ )?)?(?:Q\d+c )?"
"""What may follow the mark of a model's name: `Claude` `3 Opus`."""
GAPPED = patterns.compiled(
    rf" Q\d\S+ (?:(?![QFTNO]\d|[;.])\S+ ){{0,8}}?(?:,|and|, and|while|whereas) (?P<name>[NO]\d+) {VERSION}(?:N\d+ )?(?:at |with |gets |only )?$"
)
_VERBS = (
    r"(?:achiev|reach|scor|attain|obtain|perform|get|demonstrat|exhibit|fail|solve|answer|explain|identif|recogni|detect|complete|predict|generat|correct|pass|handle|produc|writ|mak(?!ing)"
    r"|show|outperform|surpass|exceed|beat|excel|lead|led |rank|emerg|deliver|wins? |won |has |have |had |(?:is|was) (?:the )?\S*(?:best|top|strongest|leading|most))"
)
_OF_ITSELF = r"(?:(?!;|(?:and|most|other|many) (?:[a-z-]+ )?models |while |whereas |but |we |our |ours |using |when |with (?!(?:an? |the )?(?:[a-z-]+ ){0,3}(?:M\d|$))|O\d|than |compared |humans? |[Qq]\d\S+ and O)\S+ )"
_SERVED = patterns.compiled(
    r"(?:^ |[,;:] |\b(?:that|while|whereas|and|even|with|like) )(?:\w+ly |both )?(?:(?:the|latest|newest|recent|best|strongest|top|leading|advanced|powerful|commercial|proprietary|closed-source|model) )*"
    rf"(?P<name>N\d+) (?:N\d+ (?=Q|\d))?(?:Q\d+n )?{VERSION}(?:N\d+ )?(?:and N\d+ {VERSION}(?:N\d+ )?)?(?:\( [^()]* \) |, (?:despite [^,]*, )?)?(?:only |can |even |still |both |each |\w+ly )*"
    rf"{_VERBS}\S* {_OF_ITSELF}{{0,18}}$"
)
_IS_SERVED = Ending(
    rf" (?:(?:best|strongest|top|leading|highest|second)\S* (?:[a-z-]+ ){{0,3}}(?:is|was|being)|followed by|next (?:is|comes)) (?P<name>N\d+) {VERSION}(?:N\d+ )?(?:, )?(?:with|at|\(|which \w+|achieving|reaching|scoring) (?:(?!;|while |whereas |but |which |we |our |ours |using |when |O\d|than |compared |humans? )\S+ ){{0,8}}$"
)
"""`the best model is GPT-4o with`, `followed by Claude at`."""


def served(tape: Tape, before: str) -> str | None:
    """The model that one may only ask whose result ends here: `GPT-4 solves`, `GPT-4 reaches 54% and Claude 3 Opus`."""
    found = _IS_SERVED.search(before) or _SERVED.search(before)
    if (
        found is None
        or not SERVED.match(name_at(tape, found.start("name")))
        or _JOINED.search(before, 0, found.start("name"))
    ):
        return None
    gapped = GAPPED.search(before, found.end("name"))
    if gapped and is_model_name(name_at(tape, gapped.start("name"))):
        found = gapped
    return name_at(tape, found.start("name"))


_JOINED = Ending(
    r" (?:combin|ensembl|pair|merg|fus|integrat|augment|mix|cascad)\w* (?:(?![QFT]\d|[;.:])\S+ ){1,4}$| O\d+ , $"
)
"""Before a model that does not answer by itself: `combining HeronLM and`, `with OwlNet,`."""

_BEHIND = patterns.compiled(r"\S+ (?:M\d+ )?\( (?:(?:with|by|for|using|:) )?(?P<name>[^()]+ )\) ")
_OURS_AHEAD = patterns.compiled(
    r" (?:O\d+|ours|our (?!(?:\S+ )?(?:results?|tests?|experiments?|findings?|evaluations?|analys[ie]s|study|benchmark) )\S+|proposed|it|(?:the|this|these) (?:[a-z-]+ ){0,2}(?:approach|method|framework|pipeline|system|agent|strategy|workflow|technique|prompt\w*)|we (?!(?:\w+ly )?(?:find|found|show|observe|see|report|evaluate|test|benchmark|measure|compare))\S+) "
)


def served_behind(tape: Tape, item: int) -> str | None:
    """Such a model in the bracket behind its figure: `accuracies of 54% (GPT-4o) and 48% (Claude 3 Opus)`."""
    behind = _BEHIND.match(tape.text, tape.offsets[item])
    if behind is None or _OURS_AHEAD.search(tape.text, 0, tape.offsets[item]):
        return None
    return served_model(tape.source(*behind.span("name")), 0).strip() or None


_LANGUAGE_MODELS = patterns.compiled(
    r"(?:^ |[,;:] |\b(?:that|while|whereas|but|how) )(?:(?:most|some|all|even|the|these|\w+ly) )*"
    r"(?P<what>(?:(?!(?:with|using|our|we|that|while|whereas|although|how|some|to|of|in|for|by|on|[a-z-]*tuned|(?!pre)[a-z-]*trained|resulting|distilled|pruned|quanti[sz]ed|compressed|sparse|aligned|merged|edited) )(?:[a-z-]+|N\d+-based) ){0,5}?(?:(?P<name>N\d+)|(?:language|foundation|reasoning|vision-language) models) )(?:\( N\d+ \) )?"
    rf"(?:only |can |could |are able to |even |still |are |\w+ly )*(?:{_VERBS}|struggl|bias)\w* (?:(?!trained |tuned )(?=\S)(?:{_OF_ITSELF})){{0,14}}$"
)
_MADE = patterns.compiled(
    r"(?:^| [,;:]) (?:with|using|after|through|via|by|under|thanks to|equipped|guided|as a result) (?:(?![,;:])\S+ )*, $"
)
_MANY = patterns.compiled(r"\p{Lu}*LMs$")


def language_models(tape: Tape, item: int) -> str | None:
    """The language models at large that a sentence tells of: `current LLMs solve`, `vision-language models reach`."""
    ahead = tape.offsets[item]
    found = _LANGUAGE_MODELS.search(tape.text, 0, ahead)
    if found is None or _OURS_AHEAD.search(tape.text, 0, ahead) or _MADE.search(tape.text[: found.start("what")]):
        return None
    if found["name"] and not _MANY.match(name_at(tape, found.start("name"))):
        return None
    return tape.source(*found.span("what"))
