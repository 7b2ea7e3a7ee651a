"""Whose result a number is: the paper's own method, a name beside the number, or something it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.baselines import baseline_text, find_baseline
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.names import (
    DESCRIBES,
    SERVED,
    common_acronyms,
    is_model_name,
    is_others_model,
    served_model,
)
from leaderboard.extraction.others import RIVAL, studied
from leaderboard.extraction.reading import Match
from leaderboard.extraction.rules import NP_WORD, word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.model import OURS, Kind, Role

_EARLY_NAME = patterns.compiled(r" (?P<name>[NO]\d+) (?:(?!Q\d|F\d|T\d|;|\.|:|[NO]\d)\S+ ){0,10}$")
_RIVAL_CUE = patterns.compiled(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|compared (?:to|with)|versus|vs|whereas|while|against|above|better than|from|relative to|higher than|ahead of|exceeding|above|beyond|unlike) (?:(?!Q\d|;|\.)\S+ ){0,14}$"
)
_RIVAL_SUBJECT = patterns.compiled(
    rf" (?P<what>{RIVAL} (?:(?!Q\d|;|\.|,|we|our|O\d|that |which |who )\S+ ){{0,8}}?)(?:(?:that|which|who) )?(?:(?:can|could|may|might|must|would|will|still|often|typically|usually) )*"
    r"(?:achiev\w+|obtain\w*|reach\w*|attain\w*|scor\w+|only|perform\w*|get|gets|has|have|had|at|yield\w*|exhibit\w*|recovers?|results? in|struggle|fail|follows|sees?|shows?(?! that)|produces?|delivers?|displays?|(?:wrong|incorrect)ly \w+|(?<!(?:that|which|who) )(?:incur\w*|drop(?:s|ped)? to|require[sd]?|needs?|takes?|took|consumes?)|R\d+(?= from )|ranges?(?= from )) (?:(?!Q\d|;|while \w+ing |while only )\S+ ){0,6}$"
)
_BESIDE = Ending(r" (?P<name>[NO]\d+) (?:(?:model|baseline|method|network|models|alone) )?\( (?:\S+ )?$")
_IN_A_LIST = Ending(r" (?:(?P<name>[NO]\d+) (?:[a-z]+ )?)?\( [^()]*\) (?:, )?(?:and |or )?(?:N\d+ )*$")
_HUMANS = patterns.compiled(
    r" human-level (?:M\d+ |performance |accuracy )(?:of |at |is |\( )(?:only |about )?$"
    r"| humans (?:can |could |are able to )?[a-z]+ (?:(?!Q\d|;|\.|,|we|our|O\d)\S+ ){0,8}(?:with|at) (?:[a-z]+ ){0,3}M\d+ (?:\( |of |at )$"
    r"| humans? (?:(?:expert|annotator|rater|level|baseline|performance|evaluator|operator|player|reader|listener|recognition|judge|participant)s? )*(?:M\d+ |\( |(?:can |do )?(?:find|consider|handle|solve|perform|understand)s? (?:(?!Q\d|;|\.|,|we|our|O\d)\S+ ){1,5}\( |(?:can |only |also )*(?:achiev|reach|scor|attain|obtain|perform)\w* |(?:get|gets|has|have|had|at) )(?:(?!Q\d|;|\.|,|: (?:the|our|an?) |we|our|O\d|with|to)\S+ ){0,10}$"
)
_HUMANS_BEHIND = patterns.compiled(
    r"\S+ (?:(?P<who>human) (?:M\d+|performance|baseline) [),;.]|(?:in|by|for|of) (?P<who>humans) )"
)
"""`solvable, with 84.7% human accuracy`."""
_CHANCE = Ending(
    r" (?:chance|random(?: guess\w*| chance| choice)?)(?: (?:level|rate|performance|baseline|M\d+))?(?: (?:is|was|at|of|would be|being)|:)?(?: \()?(?: (?:only|about|just))? $"
)
"""`97% (chance is 1%)`, `far better than random (11%)`."""
_CLAUSE_BEGINS = patterns.compiled(
    r"(?:^ |[,;:(—–-] |\b(?:that|while|whereas|whilst|but|where|although|though|and|since|because|when|for) )(?:(?:the|these|those|all|most|even|other|a|an|two|three|\w+ly) )*$"
)
_ACHIEVED = patterns.compiled(rf" (?:{word_classes()['achieve']}) (?:(?:an?|the|new) )*$")
_PHRASE = r"(?:(?!Q\d|F\d|;|,|\.|\(|and|by|on|in|for|at|with|our|O\d|B\d)\S+ ){0,6}"
_BRACKETED_RIVAL = Ending(
    rf" (?:(?:{word_classes()['outperform']}|than|over|compared? (?:to|with)|against|to) (?P<what>{_PHRASE}(?:{word_classes()['approach']}|counterparts?|\S*state-of-the-art\S*|(?:next|second)[- ]best))"
    rf"|Q\S+ (?:M\d+ )?(?:over|than|above) (?P<what>{_PHRASE}\S+)) (?:M\d+ )?\( (?:only |of |with |M\d+ )*$"
    rf"| (?:on par|competitive|comparable|close|closer) (?:with|to) (?P<what>{_PHRASE}(?:\S+s|supervised|baseline|upper bound)) \( (?:e\.g\. (?:, )?|only |of |with |M\d+ )*$"
    rf"| (?:{word_classes()['outperform']}|than) {_PHRASE}\( Q[^()]*\) (?:, )?and (?:the )?(?P<what>{_PHRASE}(?:{word_classes()['approach']}|counterparts?)) \( (?:only |of |with |M\d+ )*$"
)
_COMPARED_RIGHT_BEFORE = patterns.compiled(
    r" (?:\( (?:vs|vs\.|versus|compared? (?:to|with)) (?:e\.g\.? (?:, )?)?(?P<what>(?:(?![QFT]\d|M\d|[,;()])\S+ ){0,5})|in comparison (?:to|with) (?P<what>))(?:(?:only|just|about|the|an?) )*$"
    r"| (?:(?:competitive|comparable|close|closer|superior|equal|similar) (?:to|with)|than|over|above|surpassing|exceeding|outperforming|beating) the (?P<what>(?:current|previous|prior|existing|earlier|best (?:known|published|previous|reported)|state-of-the-art|human|baseline) (?:(?![QFTMB]\d|[,;()]|of )\S+ ){0,3})(?:M\d+ |result |performance |scores? )?of (?:only )?$"
)
"""`61% (versus the best rival 32%)`, `in comparison to only 44%`, `close to the current state of the art of 62%`."""
_OF_A_RIVAL = patterns.compiled(
    rf" (?:M\d+|rates?|scores?) of (?:the |all )?(?P<what>{RIVAL} (?:(?!Q\d|[;.,()]|we|our|O\d|with|when)\S+ ){{0,6}}?)(?:is|are|was|were|remains?|(?<=un(?:protected|defended) .{{0,40}})(?:drops?|falls?|goes)) (?:(?![QFT]\d|[;,.]|than |improv|reduc|increas)\S+ ){{0,2}}$"
)
"""`the accuracy of existing parsers is almost 0%`."""
_BEST_KNOWN = Ending(
    r"(?<! (?:obtain|achiev|reach|attain|report|set|establish|yield|provid|giv|deliver|get|is|are)\w*(?: (?!to |than )[a-z-]+){0,2})"
    r" (?:the |an? )?(?P<what>(?:(?:previous(?:ly)?|prior) (?:(?:published|reported|known) )?(?:best|highest|lowest|record|top)"
    r"|(?:best|highest|lowest) (?:previously )?(?:published|reported|known)(?= (?:result|\S*performance|M\d|for |on ))"
    r"|(?:best|highest|lowest) (?:[a-z]+ )?(?:result|performance|score|M\d+) (?:previously )?(?:published|reported|known)) (?:(?:result|performance|score|model|M\d+) ){0,2})"
    r"(?:(?:reported |published |achieved )?(?:for|on|in) (?:the )?(?:[BRN]\d+ )+)?(?:(?:is|was|at|:|=|\() )?(?:only )?$"
)
"""`where the previous best was 19 m`, `close to the best published result for CIFAR-10 (5.9%)`."""
_PAIR_BEGINS = Ending(r" \( (?:[^()]* (?:,|;|and) )?$")
_OF_A_PAIR = patterns.compiled(r"\S+ (?:M\d+ )?(?:vs|vs\.|versus) ")
_NAMES_SYSTEMS = patterns.compiled(rf"\w\w[^s\W]s $|(?:{word_classes()['approach']}|N\d+|art|work|literature) $")
_RELATIVE = patterns.compiled(r" (?:that|which|who) ")
_OURS_AHEAD = patterns.compiled(r" (?:our|we|O\d+)(?: \S+){0,1} $")
_COMPARED_AHEAD = patterns.compiled(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|to|with|against) (?:the )?$"
)
_NAME_AFTER = patterns.compiled(
    r"\S+ (?:M\d+ )?(?:for|of|by|from|achieved by|obtained by|using) (?:the )?(?:\w+ )?(?P<name>N\d+) "
)
_COMPARING = patterns.compiled(r" (?:compared|versus|vs|than|against|while|whereas|over) (?:(?!;|\.)\S+ ){0,16}$")

_RIGHT_AFTER = patterns.compiled(r" (?:compared|versus|vs|than|against) (?:(?!;|\.|,|[QF]\d)\S+ ){0,6}$")


def whose(tape: Tape, item: int, kind: Kind, match: Match | None) -> tuple[str, Role]:
    """Method and role of the claim at an item: the paper's own method (OURS) unless the words around say otherwise."""
    before = tape.text[: tape.offsets[item]]
    if match is not None and match.rule.role == "baseline":
        begins = tape.items[item].quantities[0].from_to == "from"
        return _rival_after(tape, item) or (not begins and _rival_before(tape, item)) or _what_was(
            tape, item
        ), "baseline"
    clause = _clause_subject(tape, before)
    if kind == "score" and clause is not None and (gapped := _GAPPED.search(before)):
        name = _name_at(tape, gapped.start("name"))
        return name, "own" if gapped["name"][0] == "O" or _stem(name) == _stem(clause.name) else "baseline"
    if kind == "score" and clause is None and (served := _SERVED.search(before)):
        name = _name_at(tape, served.start("name"))
        if SERVED.match(name):
            return name, "baseline"
    if kind not in ("score", "cost"):
        return clause.name if clause else _own_variant(tape, before) or OURS, "own"
    if kind == "cost" and clause is None and _AHEAD.match(before):
        follows = _SUBJECT_FOLLOWS.match(tape.text, tape.offsets[item])
        name = _name_at(tape, follows.start("name")) if follows else ""
        if follows and (follows["name"][0] == "O" or (_SHAPED_NAME.search(name) and not _is_others(name))):
            return name, "own"
    if _PAIR_BEGINS.search(before) and _OF_A_PAIR.match(tape.text, tape.offsets[item]):
        return OURS, "own"  # `better than HeronNet (95.2% vs. 89.5%)`
    if beside := _BESIDE.search(before):
        return _named_beside(tape, beside)
    if compared := _COMPARED_RIGHT_BEFORE.search(before):
        of_cases = tape.text.startswith(" of ", tape.text.index(" ", tape.offsets[item]))
        rival = _system_of(tape, compared.span("what")) if compared["what"] else None
        return rival or (None if of_cases else _rival_after(tape, item)) or _rival_before(
            tape, item
        ) or "baseline", "baseline"
    if kind == "score" and (scored := _OF_A_RIVAL.search(before)):
        return baseline_text(tape, scored.span("what")) or "baseline", "baseline"
    if kind == "score" and (known := _BEST_KNOWN.search(before)):
        return baseline_text(tape, known.span("what")) or "baseline", "baseline"
    if kind == "score" and (bracketed := _BRACKETED_RIVAL.search(before)):
        return baseline_text(tape, bracketed.span("what")) or "baseline", "baseline"
    if human := _HUMANS.search(before):
        return before[human.start() :].split()[0], "baseline"
    if kind == "score" and (human := _HUMANS_BEHIND.match(tape.text, tape.offsets[item])):
        return human["who"], "baseline"
    if kind == "score" and _CHANCE.search(before):
        return "chance", "baseline"
    if (
        kind == "score"
        and (tied := _TIED.search(before))
        and not _A_SHARE.match(tape.text, tied.end())
        and (rival := _rival_after(tape, item))
    ):
        return rival, "baseline"
    if _RELATIVE.search(before) and (relative := _RIVAL_RELATIVE.search(before)):
        return baseline_text(tape, relative.span("what")) or "baseline", "baseline"
    if kind == "score" and (second := _second_score(tape, item, before)):
        return second, "baseline"
    if clause is not None and not clause.compares:
        return clause.name, "baseline" if clause.contrasted else "own"
    if " whereas " in before and (other := _WHEREAS.search(before)):
        return baseline_text(tape, other.span("what")) or "baseline", "baseline"
    if kind == "score" and clause is None and (others := studied(tape, item)):
        return others, "baseline"
    if " while" in before and (other := _GOES_ON.search(before)):
        return baseline_text(tape, other.span("what")) or "baseline", "baseline"
    if _LEFT_BEHIND.search(before):
        return _rival_before(tape, item) or "baseline", "baseline"
    if subject := _rival_subject(before):
        rival = baseline_text(tape, subject.span("what")) if _NAMES_SYSTEMS.search(subject["what"]) else None
        return rival or _rival_before(tape, item) or "baseline", "baseline"
    named = _NAME_AFTER.match(tape.text, tape.offsets[item])
    compares = _COMPARING if named and " using " not in named[0] else _RIGHT_AFTER
    if named and (kind == "score" or " of " not in named[0]) and compares.search(before):
        return _whole_name(tape, tape.item_at(named.start("name"))), "baseline"
    return clause.name if clause else _own_variant(tape, before) or OURS, "own"


_WHEREAS = Ending(
    r" Q\d\S+ (?:(?!; |\. )\S+ )*whereas (?!(?:we|our|ours|it|its|they|this|these|those|such|with|when|using|in|on|for|at|by|under|from|after|the (?:proposed|latter|former|other|same|second)) )"
    rf"(?P<what>(?:(?![QFTMRSBO]\d|[,;.:()] |(?:our|ours|we|proposed) )\S+ |(?<= (?:simple|plain|vanilla|standard|naive|conventional|full|direct) )[RS]\d+ ){{1,9}}?)(?:only |can |could |\w+ly )*(?:{word_classes()['achieve']}|requir\w*|needs?|takes?|performs?) (?:(?![QFT]\d|[;.] |(?:our|ours|we|proposed) |O\d)\S+ ){{0,10}}$"
)
"""`reaches 78.1%, whereas simple fine-tuning reached`."""
_GOES_ON = Ending(
    rf" (?:while|whereas) (?:the |an? )?(?P<what>{RIVAL} (?:(?![QFTOB]\d|[,;.:()] |(?:our|ours|we|proposed) )\S+ ){{0,6}}?)(?:only |can |could |\w+ly )*(?:{word_classes()['achieve']}|requir\w*|needs?|takes?|performs?) "
    r"(?:(?!while|whereas|whilst|but|which|our|ours|we|it|its|they|proposed|O\d|[FT]\d|[;.(),])\S+ ){1,12}Q\S+ (?:(?!while|whereas|whilst|but|which|our|ours|we|it|its|they|proposed|O\d|[FT]\d|[;.(),])\S+ ){1,16}$"
)
"""`while the usual solver takes more than 45 minutes and reaches an error of`."""
_TIED = Ending(
    r" (?:(?:comparable|close|closer|similar|equal|next) to|on par with|competitive with|(?:approach|match)(?:es|ed|ing)|(?:near|rivall?)(?:s|ing)) (?:the )?$"
)
_A_SHARE = patterns.compiled(r"\S+ of (?:the |an? |its )?(?:[a-z-]+ ){0,3}(?:[MSR]\d+|performance|accuracy|quality) ")
"""`matching 98% of the full accuracy`."""
_RIVAL_RELATIVE = patterns.compiled(
    rf" (?:{word_classes()['outperform']}|than|over|(?:compared|comparable|superior) (?:to|with)) (?:the )?(?P<what>(?:{NP_WORD} ){{1,9}})"
    rf"(?:\( [^()]* \) )?(?:, |\( )?(?:which|that|who) (?:only |can |\w+ly )?(?:{word_classes()['achieve']}|{word_classes()['handle']}|succeed\w*) (?:(?!Q\d|;|,|by)\S+ ){{0,5}}$"
    rf"| (?P<what>N\d+ (?:(?:{word_classes()['approach']}) )?)\( (?:which|that) (?:only |\w+ly )?(?:has|had|{word_classes()['achieve']}) (?:(?![QB]\d|[;,]|by )\S+ ){{0,3}}$"
)
"""`comparable to the best parser (Wren), which achieves`."""
_SECOND_SCORE = patterns.compiled(
    rf"(?<! by) (?P<first>Q\d+\S+) (?:(?!;|\.|[QFT]\d)\S+ ){{0,16}}?(?:{word_classes()['outperform']}|than|over|(?:compared|comparable|close|superior|competitive) (?:to|with)|against|behind) (?:the )?"
    rf"(?P<what>(?:(?!;|\.|,|\(|by|with|at|which|that|scoring|[QFTM]\d)\S+ ){{1,8}}?)(?:,? ?(?:with|scoring|at|of|(?:which|that|who) (?:{word_classes()['achieve']})) )(?:(?:an?|the|its|their|only) )*(?P<measure>(?:M\d+ )?)(?:scores? )?(?:of |at |is )?$"
)
"""One more figure of the same measure, after another system: `reaches 82.0 F1, surpassing the closest rival with 80.3`."""


def _second_score(tape: Tape, item: int, before: str) -> str | None:
    """The system that a second figure of one measure is of, where words of comparing stand between the two."""
    match = _SECOND_SCORE.search(before)
    if match is None or not _NAMES_ONE.search(match["what"]):
        return None
    first = tape.items[tape.item_at(match.start("first"))].quantities[0]
    if first.unit_class != tape.items[item].quantities[0].unit_class:
        return None
    if match["measure"]:
        k = tape.item_at(match.start("measure"))
        named = {m.canonical for other in tape.items[:k] if other.kind == "M" for m in other.mentions}
        if tape.items[k].mentions[0].canonical not in named:
            return None
    return baseline_text(tape, match.span("what"))


_NAMES_ONE = patterns.compiled(
    rf"(?:\w\w[^s\W]s|{word_classes()['approach']}|N\d+|art|work|literature|record|best|(?:next|second|runner)\S*(?: \S+)?|(?:best|previous|prior|highest) \S+) $"
)


_IN_TURN = patterns.compiled(
    r"(?:^ |[,;:] |\b(?:that|while|whereas|and|of) )(?:(?:both|our|the|its|,) )*(?P<names>[NO]\d+ (?:(?:, and|,|and|/) (?:the )?[NO]\d+ )+)"
    rf"(?:(?:models|variants|versions|networks|,) )?(?:\w+ly |can |respectively )*(?:{word_classes()['achieve']}) (?:(?![QFTNO]\d|[;.])\S+ ){{0,8}}$"
)
_GAPPED = patterns.compiled(
    r" Q\d\S+ (?:(?![QFTNO]\d|[;.])\S+ ){0,8}?(?:,|and|, and|while|whereas) (?P<name>[NO]\d+) (?:at |gets |only )?$"
)
_A_SIZE = patterns.compiled(r"[-\s_]?\d+(?:\.\d+)?[BbM]\b")


def in_turn(tape: Tape, item: int) -> list[tuple[str, Role]]:
    """Methods and roles of a list of quantities, one each: `BazLM-7B and BazLM-13B achieve 45.0% and 52.0%`; else empty."""
    row = _last(_IN_TURN, tape.text[: tape.offsets[item]])
    marks = _MARK.findall(row["names"]) if row else []
    if len(marks) != len(tape.items[item].quantities):
        return []
    kinds = [tape.items[int(mark[1:])].kind for mark in marks]
    names = [tape.items[int(mark[1:])].mentions[0].text for mark in marks]
    if not all(_SHAPED_NAME.search(name) and not DESCRIBES.search(name) for name in names):
        return []
    own = {_stem(name) for name, kind in zip(names, kinds, strict=True) if kind == "O"}
    return [(name, "own" if _stem(name) in own or not (own or is_model_name(name)) else "baseline") for name in names]


_MARK = patterns.compiled(r"[NO]\d+")


def _stem(name: str) -> str:
    """A name without the size in it."""
    return _A_SIZE.sub("", name)


def made_besides(tape: Tape, item: int, texts: list[str]) -> str | None:
    """The system that a paper gives besides its benchmark, where a figure's sentence speaks of it before the figure.

    `texts` are the sentences of the abstract.
    """
    for index, mark in tape.marks:
        if index >= item:
            return None
        ends = tape.items[index + 1].kind != "N"
        if mark.kind == "N" and ends and _NO_WORD.search(mark.mentions[0].text):
            name = _whole_name(tape, index)
            first = next((text for text in texts if name in text), "")
            if _GIVES.search(first, 0, first.find(name)):
                return name
    return None


_GIVES = patterns.compiled(
    r"\b[Ww]e (?:also |further |then |additionally )?(?:propose|present|introduce|develop|design|provide|devise|offer)\b[^.;]*"
    r"(?:\b(?:model|method|approach|network|baseline|system|framework|pipeline|algorithm),?\s(?:[Nn]amed |called )?|\b(?:dubbed|called|named) )$"
)
"""`we also provide a strong baseline model WrenER`."""


def tested(tape: Tape, item: int, subject: str) -> tuple[str, Role]:
    """Method and role where a paper only gives a benchmark: it tests what others made, unless it says that it made one.

    `subject` is the name that the clause gives, or OURS.
    """
    before = tape.text[: tape.offsets[item]]
    name = _TESTED_BEFORE.search(before)
    if _OWN_SUBJECT.search(before, name.start() if name else 0) or (
        name and _WITH_OWN.search(before, 0, name.start() + 1)
    ):
        return subject, "own"
    if subject != OURS:
        return subject, "baseline"
    if name:
        return _tested_name(tape, tape.item_at(name.start("name"))), "baseline"
    near = (_EARLY_NAME.search(before), _TESTED_BEHIND.match(tape.text, tape.offsets[item]))
    names = [_name_at(tape, found.start("name")) for found in near if found]
    known = [each for each in names if is_model_name(each) and _NO_WORD.search(each)]
    rival = None if known else _rival_before(tape, item)
    return known[0] if known else rival if rival and _SYSTEMS.search(rival) else "baseline", "baseline"


def _tested_name(tape: Tape, index: int) -> str:
    """The whole name of a model that ends at an index: `Claude 3 Opus`."""
    first = _first_of_name(tape, index)
    if index > 1 and tape.tokens[index - 1].isdigit() and tape.items[index - 2].kind == "N":
        first = index - 2
    return tape.sentence[tape.items[first].start : tape.items[index].end]


_SYSTEMS = patterns.compiled(rf"\b(?!results?$)(?:{word_classes()['approach']}|humans?|annotators|experts)$")
_SERVED = patterns.compiled(
    r"(?:^ |[,;:] |\b(?:that|while|whereas|and|even|with|like) )(?:\w+ly )?(?P<name>N\d+) (?:(?:\d+ )?N\d+ )?(?:and N\d+ )?(?:\( [^()]* \) |, )?(?:only |can |even |still |\w+ly )*"
    r"(?:achiev|reach|scor|attain|obtain|perform|get|demonstrat|exhibit|fail|solve|answer|explain|identif|recogni|detect|complete|predict|generat|correct|pass|handle|produc|writ|mak(?!ing)|has |have |had )\w* (?:(?!;|while |whereas |but |we |our |ours |with |using |when |O\d|than |compared |[Qq]\d\S+ and O)\S+ ){0,14}$"
)


_OF_THE_STUDY = r"(?:[BR]\d+|benchmark|corpus|test|experiment|evaluation|result|analys[ie]s|finding|stud(?:y|ies)|survey|task|challenge)s? "
_OWN = (
    r"(?:ours |proposed |fine-?tun\w* "
    rf"|(?:our|new|novel) (?!(?:(?!{word_classes()['approach']} )\S+ ){{0,3}}?{_OF_THE_STUDY}))"
)
_OWN_SUBJECT = patterns.compiled(
    rf" (?:{_OWN}"
    r"|we (?:\w+ly |can |also |further |then |have |are able to )*(?:achiev|obtain|reach|attain|get|got|improv|outperform|train|learn)\w* "
    rf"|we (?:\w+ly |also |further |then )*(?:propos|develop|design|buil[dt]|creat|implement|construct|introduc|present)\w* (?:(?![,;.] )\S+ ){{0,8}}?(?:{word_classes()['approach']}|classifiers?) )"
)
"""What of a paper that gives a benchmark is its own, and no test of what others made: `our model`, `we train`, not `our experiments`."""
_WITH_OWN = patterns.compiled(rf" {_OWN}(?:(?!, )\S+ ){{0,12}}$")
_TESTED_BEFORE = patterns.compiled(
    r" (?P<name>N\d+) (?:, (?:(?!Q\d|;|\.|,)\S+ ){1,10}, |, (?:an?|the) (?:(?!Q\d|;|\.)\S+ ){1,10}?, |, )?(?:model |models )?(?:only |can |even |is |being |just |still |\w+ly )*(?:able to|achiev|reach|scor|attain|obtain|perform|get|outperform|surpass|writ|mak|produc|answer|solv|complet|identif)\w* (?:(?!;|while |whereas |but |we |our |[NO]\d|achiev|reach|scor(?!e of )|attain|obtain|perform)\S+ ){0,16}$"
)
_NO_WORD = patterns.compiled(r"\p{Lu}.*\p{Lu}|\d")
_TESTED_BEHIND = patterns.compiled(
    r"\S+ (?:M\d+ )?(?:(?!by |with |for |using )[a-z]+ ){0,8}?(?:\( (?:with |by )?|by |with |for |using )(?:the )?(?P<name>N\d+) "
)
"""`solves 3% of the cases (GPT-4)`."""


def _what_was(tape: Tape, item: int) -> str:
    """Whose the value is that another begins from: the system that was changed, what the sentence compares with, the state of the art."""
    before = tape.text[: tape.offsets[item]]
    for pattern in (_KNOWN_BEST, _MEASURE_OF, _CHANGED):
        changed = pattern.search(before)
        if changed and _IS_SYSTEM.search(changed["what"]) and (text := _system_of(tape, changed.span("what"))):
            return text
    if text := find_baseline(tape, item):
        return text
    known = _KNOWN_SYSTEMS.search(before)
    if known and (text := baseline_text(tape, known.span("what"))):
        return text
    behind = _FROM_TO_FOR.match(tape.text, tape.offsets[item])
    if behind and is_others_model(_name_at(tape, behind.start("name"))):
        return _name_at(tape, behind.start("name"))
    improved = _STATE_OF_THE_ART.search(tape.sentence)
    pair = None if improved else _PAIR_AHEAD.search(before)
    return improved["what"] if improved else (pair and _rival_before(tape, tape.item_at(pair.start() + 1))) or OURS


_OF_SYSTEM = r"(?:the |an? |our |its |their )*(?P<what>(?:(?![QFTMRSBO]\d|[;,.():] |(?:on|in|for|from|by|with|to|across|is|are|was|were|has|have) )\S+ ){1,8}?)"
_TO_FROM = (
    r"(?:, which [^,;]* , )?(?:based )?(?:(?:on|in|for|with|across|over|under|at|within) (?:(?![QFT]\d|[;,] )\S+ ){1,8}?)?(?:\( [^()]* \) )?"
    rf"(?:(?:is|are|was|were|has been|have been|can be) )?(?:\w+ly )*(?:(?:{word_classes()['improve']}|{word_classes()['reduce']}|drops?|falls?|goes|climbs) )?"
    r"(?:\w+ly )*\(? ?(?:from|e\.g\.?,? from) (?:(?:the|an?|about|only|around|nearly|approximately|over) )*$"
)
_KNOWN_BEST = Ending(
    r" from (?:the |an? )*(?P<what>(?:\S+ )?(?:previous|prior|existing|current|earlier|best|baseline|original)\S* (?:(?![QFTMRSBO]\d)\S+ ){0,4}?)(?:M\d+ )?(?:of |\( |at )?$"
)
_MEASURE_OF = patterns.compiled(
    rf" (?:[MRSN]\d+|performance|accurac(?:y|ies)|rates?|scores?|quality|errors?|time|results?|precision|recall) (?:\( [^()]* \) )?(?:of|(?:obtained|achieved) by) {_OF_SYSTEM}{_TO_FROM}"
    rf"| (?P<what>(?:N\d+ )+(?:(?=s )|(?:{word_classes()['approach']})(?=['’]s? )))(?:['’]?s?) (?:\S+ ){{0,4}}?(?:[MRS]\d+|performance|accuracy|results?) (?:rate )?{_TO_FROM}"
)
"""`raises the accuracy of CraneNet from`, `CraneNet's accuracy on MNIST rises from`."""
_CHANGED = patterns.compiled(
    rf" (?:(?:{word_classes()['improve']}|{word_classes()['reduce']}) {_OF_SYSTEM}(?:M\d+ )?|(?:, and|,|and) (?:the )?(?P<what>(?:N\d+ )+(?:(?:{word_classes()['approach']}) )?)){_TO_FROM}"
)
"""`raises CraneNet from 50% to 60% and HeronNet from`."""
_KNOWN_SYSTEMS = patterns.compiled(
    rf" (?P<what>(?:state-of-the-art|sota|existing|previous|prior|conventional|traditional) (?:(?![QFTMRSB]\d|[;,.():] )\S+ ){{0,3}}?(?:{word_classes()['approach']}) )(?:(?![QFT]\d|; )\S+ ){{0,12}}$",
    regex.IGNORECASE,
)
_IS_SYSTEM = patterns.compiled(
    rf"(?:^| )(?:N\d+|{word_classes()['approach']}|winners?|champions?|(?:previous|prior|existing|current) best|best result) ?$"
)


_FROM_TO_FOR = patterns.compiled(
    r"F\S+ (?:M\d+ )?to (?:\S+ )?T\S+ (?:M\d+ )?(?:for|of|with|on) (?:the )?(?P<name>N\d+) "
)
"""`rises from 55% to 80% for ResNet-50`."""
_STATE_OF_THE_ART = patterns.compiled(
    r"\b(?:(?:improv|push|advanc|increas|rais|boost|reduc|outperform|surpass|exceed|beat)\w*|compared\s(?:to|with)|up?on|over|than|against|by|previous|former|prior|existing)\s(?:(?:the|best|current|previous|former|prior|existing)\s)*(?P<what>state[- ]of[- ](?:the[- ])?arts?|SOTA)\b"
    r"|^(?P<what>state[- ]of[- ]the[- ]art)\s\w+.{0,60}?\b(?:was|is|are|were)\b"
    r"|\b(?P<what>state[- ]of[- ]the[- ]art)\s(?:results?|performance)\b[^;]*?\b(?:improving|increasing|reducing|raising|boosting)\b",
    regex.IGNORECASE,
)


def _named_beside(tape: Tape, beside: regex.Match[str]) -> tuple[str, Role]:
    """`Owl (91%)`: the paper's own method, or a rival where something before it compares."""
    k = tape.item_at(beside.start("name"))
    if tape.items[k].kind == "O":
        return _name_at(tape, beside.start("name")), "own"
    ahead = tape.text[: tape.offsets[_first_of_name(tape, k)]]
    name = _whole_name(tape, k)
    sisters = [
        j
        for j, each in enumerate(tape.items)
        if each.kind == "N" and each.mentions[0].text != name and _stem(each.mentions[0].text) == _stem(name)
    ]
    if sisters and not is_model_name(name) and not _RIVAL_CUE.search(ahead[: tape.offsets[min(*sisters, k)]]):
        return name, "own"  # `Owl-7B (48%) and Owl-13B (55%)`
    if (earlier := _IN_A_LIST.search(ahead)) and earlier["name"] and earlier["name"][0] == "N":
        whom, role = _named_beside(tape, earlier)
        return (name, role) if role == "baseline" else (whom, role)
    if earlier or _RIVAL_CUE.search(ahead):
        return name, "baseline"
    return OURS, "own"


_LEFT_BEHIND = patterns.compiled(
    r" (?:poorly|lag\w*|struggl\w*|challenging|room for improvement|fall short|far from|fail to|state of the art) (?:(?!Q\d|;|\.|our|we|O\d)\S+ ){0,12}"
    r"(?:(?:the|even the) (?:best|strongest|top)\S*|only|at best|at most) (?:(?!Q\d|;|we|our|O\d)\S+ ){0,8}$"
)
"""How far what exists falls short of a task: `it is challenging for current models, with the best model achieving`."""


def _rival_subject(before: str) -> regex.Match[str] | None:
    """Where the clause's subject is something else: `existing methods reach only ...`."""
    rival = _RIVAL_SUBJECT.search(before)
    if rival is None:
        return None
    ahead = before[: rival.start() + 1]
    if _RELATIVE.search(rival[0]):
        is_subject = not _ACHIEVED.search(ahead)
    elif not _CLAUSE_BEGINS.search(ahead):
        is_subject = False  # `achieves state-of-the-art performance with only`: no subject but an object
    else:
        is_subject = not _OURS_AHEAD.search(ahead) and not (" and " in rival[0] and _COMPARED_AHEAD.search(ahead))
    return rival if is_subject else None


@dataclass(frozen=True, slots=True)
class _Subject:
    """The name that is the subject of a number's clause: a variant of the own method, or one that nobody introduced.

    `contrasted` where the clause sets it against another (`while Owl reaches`), `compares` where what follows its verb
    speaks of another once more (`Owl reaches 90%, compared to`).
    """

    name: str
    contrasted: bool
    compares: bool


_ACTS = (
    r"(?P<name>[NO]\d+) (?:(?!that|which|who|results? |performance |polic(?:y|ies) |tasks? )[a-z]+ )?(?:\( [^()]+ \) |, |with Q\d+c (?:R\d+ |\w+ ))?"
    r"(?:\w+ly |can |could |also |further |is able to |to |not only )*(?:achiev|obtain|reach|attain|scor|yield|deliver|gets? |outperform|surpass|improv|reduc"
    r"|provid|offer|show|boost|increas|decreas|requir|needs? |takes? |sav|exceed|beats? |runs? |match|accelerat|speed|enjoy|demonstrat|perform|maintain|retain"
    r"|uses? |has |have |cuts? |is |are |was |were |gives? |gave |finds? |found |leads to |results in |resulted in |push|rais|(?:solv|help|produc|generat|detect|recover|complet|predict|identif|recogni[sz]|classif|succeed)(?:i?e)?[sd] )"
)
_NAME_ACTS = patterns.compiled(_ACTS)
_SUBJECT = patterns.compiled(
    r"(?:^ |[;:] |\b(?:shows?|showed|find) |(?<![NO]\d+ (?:\w+ )?), (?:and |but )?|(?<![NO]\d+ (?:\w+ )?(?:, )?)(?:and|but) |\b(?:that|(?P<contrast>while|whereas)) )"
    rf"(?:(?:for example|in particular|on average|\w+ly|,) )*(?P<article>(?:our|the|its|this) (?:(?:proposed|resulting|new|novel|final|full|best|optimized|(?:[a-z-]+ )?(?:version|variant|model|family)(?: ,)?) )*)?{_ACTS}"
)
_AHEAD = patterns.compiled(r" (?:at|with|using|under|requiring|in) (?:(?![QFTNO]\d)\S+ ){0,3}$")
_SUBJECT_FOLLOWS = patterns.compiled(rf"Q\S+ (?:(?![QFTNO]\d|[;.])\S+ ){{0,6}}?, (?:our |the )?{_ACTS}")
"""`With 5M parameters, OwlNet-XL reaches`."""
_INTRODUCED = patterns.compiled(
    r" we (?:\w+ ){0,2}(?:propose|introduce|present|develop|design|devise) (?:(?:the|an?|novel|new|our) )*"
    r"(?:(?:(?![OQ]\d|[,;.:()] |(?:for|with|on|to|from|of|in|by|using) )\S+ ){0,8}\( )?(?P<name>[NO]\d+) (?:\) )?(?:, )?(?:an?|the|which|that) (?=(?:(?!(?:we|our|ours|it) |; )\S+ )*$)"
)
"""What a sentence introduces and tells of: `we introduce OwlNet-S, a smaller net that is faster by`."""
_TURNS = patterns.compiled(r" (?:while|when|,|and) \w+ing | with ")
_COMPARES = patterns.compiled(
    r" (?:we|our|ours|it|they|while|whereas|but|where|which|that|compared|than|versus|vs|against|over|[a-z]+ing (?:the )?[NO]\d+) "
)


def _clause_subject(tape: Tape, before: str) -> _Subject | None:
    """The name that is the subject of the clause that ends here: `Owl-XS beats Crow by`, not `Crow`."""
    last = _last(_SUBJECT, before) if _NAME_ACTS.search(before) else None
    if " we " in before and (given := _INTRODUCED.search(before)) and (last is None or last.start() < given.start()):
        last = given
    if last is None:
        return None
    name = _name_at(tape, last.start("name"))
    own = tape.items[tape.item_at(last.start("name"))].kind == "O"
    if not own and (not _SHAPED_NAME.search(name) or _is_others(name)):
        return None
    if not own and last.re is _INTRODUCED and name in common_acronyms():
        return None
    if (
        not own
        and last.re is _SUBJECT
        and last["article"]
        and last["article"] != "our "
        and name.removesuffix("s") in common_acronyms()
    ):
        return None  # `the CRF is`
    said = " " + before[last.end() :]
    if _ANOTHER.search(said):
        return None
    turned = _last(_TURNS, said)
    compares = _COMPARES.search(said[turned.end() - 1 :] if turned else said) is not None
    contrasted = " unlike our " in before or (last.re is _SUBJECT and last["contrast"] is not None)
    return _Subject(name, contrasted and not own, compares)


def _is_others(name: str) -> bool:
    return DESCRIBES.search(name) is not None or is_model_name(name)


def _last(pattern: regex.Pattern[str], text: str) -> regex.Match[str] | None:
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


_ANOTHER = patterns.compiled(r"(?:[,;:] |that |and |while |whereas |but )(?:we|our|the proposed|it|they) ")
_SHAPED_NAME = patterns.compiled(r"\p{Lu}.*\p{Lu}|\p{L}\d|\p{Ll}\p{Lu}")


def _own_variant(tape: Tape, before: str) -> str | None:
    """The own method's name right before, as it is written there: `with Owl-XS at 90%`."""
    near = _EARLY_NAME.search(before)
    return _name_at(tape, near.start("name")) if near and near["name"][0] == "O" else None


def _first_of_name(tape: Tape, index: int) -> int:
    """The first item of the name that ends at `index`, with the names right before it: `Full FT`."""
    while (
        index > 0
        and tape.items[index - 1].kind == "N"
        and tape.sentence[tape.items[index - 1].end : tape.items[index].start] == " "
    ):
        index -= 1
    return index


def _whole_name(tape: Tape, index: int) -> str:
    return tape.sentence[tape.items[_first_of_name(tape, index)].start : tape.items[index].end]


def _name_at(tape: Tape, offset: int) -> str:
    mark = tape.items[tape.item_at(offset)]
    return max(mark.mentions[0].text, served_model(tape.sentence, mark.start), key=len)


_ACHIEVED_BY = patterns.compiled(
    r"\S+ (?:M\d+ )?(?:for|of|from|with|(?:(?:achieved|obtained|reported|reached|attained|scored|set|produced|given) )?by|using) (?:the |an? )?(?:(?:much |far )?[a-z-]+er , (?=[a-z-]+ N))?(?P<what>(?:(?!Q\d|,|;|\.|\)|to |on )\S+ |(?<=\( N\d+ )\) ){1,6})"
)
_BRACKETED_NAME = Ending(r"\S+ \( (?P<name>N\d+) \) $")
_BASELINE_BEFORE = patterns.compiled(
    rf" (?P<what>[\w-]*(?:state-of-the-art|sota|baseline|existing|previous|prior|vanilla|human|best|conventional|traditional|original)[\w-]* (?:(?![QFT]\d|,|;|\.|\(|(?:achiev|reach|obtain|attain|yield|struggl|fail|perform|scor)\w* |gets? |that |which |who |while |from |only |at |is |was |has |have |had |where |of (?!the art)|on |by |can |could |may |and )\S+ ){{0,5}}|N\d+ (?:N\d+ |(?:{word_classes()['approach']}) ){{0,3}})(?:\( [^()]* \) )?(?:(?!Q\d|;)\S+ ){{0,8}}$",
    regex.IGNORECASE,
)


def _rival_after(tape: Tape, index: int) -> str | None:
    if human := _HUMANS_BEHIND.match(tape.text, tape.offsets[index]):
        return human["who"]
    match = _ACHIEVED_BY.match(tape.text, tape.offsets[index])
    bracketed = _BRACKETED_NAME.search(match["what"]) if match else None
    if match and bracketed:
        return _name_at(tape, match.start("what") + bracketed.start("name"))
    return baseline_text(tape, match.span("what")) if match else None


_PAIR_AHEAD = Ending(r" Q\S+ (?:M\d+ )?(?:vs|vs\.|versus) $")


def exceeded(tape: Tape, index: int) -> str:
    """The system whose figure another exceeds: `surpassing the 58.5% obtained by HeronNet`."""
    if known := _KNOWN_RESULT.match(tape.text, tape.offsets[index - 1]):
        return f"{known['known']} {known['what']}"
    return find_baseline(tape, index) or _rival_after(tape, index) or "baseline"


_KNOWN_RESULT = patterns.compiled(
    r"(?P<known>previous|prior|existing) Q\S+ (?:(?!Q\d)[\w-]+ ){0,2}?(?P<what>state-of-the-art|sota|best) "
)
"""`surpassing the previous 86.4% state-of-the-art accuracy`."""


def further_rival(tape: Tape, first: int, index: int) -> str | None:
    """The system of a figure that goes on with a rival's: `compared to 61% for HeronNet and 60% for CraneNet`."""
    further = _FURTHER.fullmatch(tape.text, tape.offsets[first], tape.offsets[index])
    if further is None:
        return None
    again = tape.tokens[index + 1] == further["link"] == "when"
    return _rival_after(tape, index) or (OURS if again else None)


_FURTHER = patterns.compiled(
    r"Q\S+ (?:M\d+ )?(?P<link>for|with|from|of|by|when|in|using|without|obtained) (?:(?![QFTO]\d|[;.():] |(?:our|ours|we|it|while|whereas|but|which|that) )\S+ ){1,12}?(?:(?:, )?and|,) (?:(?:only|just|about|an?|the) )*"
)


def _rival_before(tape: Tape, index: int) -> str | None:
    match = _BASELINE_BEFORE.search(tape.text, 0, tape.offsets[index])
    return _system_of(tape, match.span("what")) if match else None


def _system_of(tape: Tape, span: tuple[int, int]) -> str | None:
    """The rival that a span names, without the measure of it: `human` of `human accuracy`."""
    if measured := _ITS_MEASURE.search(tape.text, *span):
        span = span[0], measured.start()
    text = baseline_text(tape, span)
    return text and text.removesuffix("’s").removesuffix("'s")


_ITS_MEASURE = Ending(
    r"(?<= (?:humans?|N\d+(?: s)?|state-of-the-art|\S+['’]s?) )(?:M\d+ |performance |results? )+$|(?<=N\d+ )s (?:M\d+ )*$"
)
