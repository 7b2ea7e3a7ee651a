"""Whose result a number is: the paper's own method, a name beside the number, or something it is compared with."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.asked import GAPPED, VERSION, language_models, served, served_behind
from leaderboard.extraction.baselines import baseline_text
from leaderboard.extraction.clause_subject import AHEAD, SUBJECT_FOLLOWS, clause_subject, outdone
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.leaders import described, leading
from leaderboard.extraction.marked_names import (
    EARLY_NAME,
    SHAPED_NAME,
    first_of_name,
    is_others,
    last_match,
    name_at,
    stem,
    whole_name,
)
from leaderboard.extraction.names import DESCRIBES, SERVED, is_model_name, is_served_model
from leaderboard.extraction.others import RIVAL, studied
from leaderboard.extraction.places import LISTED_BEFORE
from leaderboard.extraction.reading import Match
from leaderboard.extraction.rivals import (
    HUMANS_BEHIND,
    RELATIVE,
    rival_after,
    rival_before,
    rival_subject,
    second_figure,
    system_of,
    what_was,
)
from leaderboard.extraction.rules import NP_WORD, word_classes
from leaderboard.extraction.tape import Tape
from leaderboard.model import OURS, Kind, Role

_RIVAL_CUE = patterns.compiled(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|compared (?:to|with)|versus|vs|whereas|while|against|above|better than|from|relative to|higher than|ahead of|exceeding|above|beyond|unlike) (?:(?!Q\d|;|\.)\S+ ){0,14}$"
)
_BESIDE = Ending(
    rf" (?P<name>[NO]\d+) {VERSION}(?P<version>Q\d+n )?(?:(?:model|baseline|method|network|models|alone) )?\( (?:\S+ )?$"
)
_IN_A_LIST = Ending(
    r" (?:(?P<name>[NO]\d+) (?:[a-z]+ )?)?\( (?!(?:[ivx]+|[a-h]|\d) \))[^()]*\) (?:, )?(?:and |or )?(?:N\d+ )*$"
)
_MEASURED_IN_LIST = Ending(rf" [BM]{LISTED_BEFORE}(?:N\d+ )*$")
_HUMANS = patterns.compiled(
    r" human-level (?:M\d+ |performance |accuracy )(?:of |at |is |\( )(?:only |about )?$"
    r"| humans (?:can |could |are able to )?[a-z]+ (?:(?!Q\d|;|\.|,|we|our|O\d)\S+ ){0,8}(?:with|at) (?:[a-z]+ ){0,3}M\d+ (?:\( |of |at )$"
    r"| humans? (?:(?:expert|annotator|rater|level|baseline|performance|evaluator|operator|player|reader|listener|recognition|judge|participant)s? )*(?:M\d+ |\( |(?:can |do )?(?:find|consider|handle|solve|perform|understand)s? (?:(?!Q\d|;|\.|,|we|our|O\d)\S+ ){1,5}\( |(?:can |only |also )*(?:achiev|reach|scor|attain|obtain|perform)\w* |(?:get|gets|has|have|had|at) )(?:(?!Q\d|;|\.|,|: (?:the|our|an?) |we|our|O\d|with|to)\S+ ){0,10}$"
)
_CHANCE = Ending(
    r" (?:chance|random(?: guess\w*| chance| choice)?)(?: (?:level|rate|performance|baseline|M\d+))?(?: (?:is|was|at|of|would be|being)|:)?(?: \()?(?: (?:only|about|just))? $"
)
"""`97% (chance is 1%)`, `far better than random (11%)`."""
_PHRASE = r"(?:(?!Q\d|F\d|;|,|\.|\(|(?:and|by|on|in|for|at|with|our) |O\d|B\d)\S+ ){0,6}"
_BRACKETED_RIVAL = Ending(
    rf" (?:(?:{word_classes()['outperform']}|than|over|compared? (?:to|with)|against|to) (?P<what>{_PHRASE}(?:{word_classes()['approach']}|counterparts?|\S*state-of-the-art\S*|(?:next|second)[- ]best))"
    rf"|Q\S+ (?:M\d+ )?(?:over|than|above) (?P<what>{_PHRASE}\S+)) (?:M\d+ )?\( (?:only |of |with |M\d+ )*$"
    rf"| (?:on par|competitive|comparable|close|closer) (?:with|to) (?P<what>{_PHRASE}(?:\S+s|supervised|baseline|upper bound)) \( (?:e\.g\. (?:, )?|only |of |with |M\d+ )*$"
)
_BEATEN_BESIDE = Ending(
    rf" (?:{word_classes()['outperform']}|than|compared (?:to|with)) (?:both )?(?:{_PHRASE}\( Q[^()]*\) (?:, and|,|and) ){{1,5}}(?P<what>(?!(?:is|are|has|have|on|in|for|by|with|at|over|under) )(?:(?!Q\d|F\d|[;,.(]|and |our |O\d|B\d)\S+ ){{0,7}}(?![QFTMB]\d)\S+ )\( (?:only |of |with |M\d+ )*$"
    rf"| (?:{word_classes()['outperform']}) (?:both )?(?P<what>(?!(?:\S+ ){{1,6}}(?:under|after|before|when|during|across|without|through|via|within|if|as) )(?:{_PHRASE})(?![QFTMBSRNO]\d|\w+ly )\S+ )(?<! (?:thresholds?|leaderboards?|requirements?|expectations?|targets?) )\( (?:(?:\d|[\w-]+) ){{0,3}}(?:M\d+ )?(?:(?:of|=|is|with|only) )*$"
)
"""`beating trainees (45%)`, `beating a tree (81%), a forest (85%), and a scheme of votes (`."""
_COMPARED_RIGHT_BEFORE = patterns.compiled(
    r" (?:\( (?:vs|vs\.|versus|compared? (?:to|with)) (?:e\.g\.? (?:, )?)?(?P<what>(?:(?![QFT]\d|M\d|[,;()])\S+ ){0,5})|in comparison (?:to|with) (?P<what>))(?:(?:only|just|about|the|an?) )*$"
    r"| (?:(?:competitive|comparable|close|closer|superior|equal|similar) (?:to|with)|than|over|above|surpassing|exceeding|outperforming|beating) the (?P<what>(?:current|previous|prior|existing|earlier|best (?:known|published|previous|reported)|state-of-the-art|human|baseline) (?:(?![QFTMB]\d|[,;()]|of )\S+ ){0,3})(?:M\d+ |result |performance |scores? )?of (?:only )?$"
    rf"| (?:{word_classes()['outperform']}|than|over|above|below|against|versus|vs|(?:compared|relative|superior|similar|close) (?:to|with)) (?:(?P<what>(?:[a-z-]+ ){{0,2}}?N\d+ )s|(?P<what>(?:(?![QFTMB]\d|[;,():.] )\S+ ){{0,3}}?[a-z-]+['’]s?)) (?:(?:M\d+|score|result|performance) (?:of |at )?)?(?:only )?$"
    r"| (?:start|train|fine-tun)(?:ing|ed) from (?:the |an? )?(?P<what>(?:(?![QFTMB]\d|[;,.():] )\S+ ){0,3}?(?:baseline|model|policy) )(?:with |at |of )(?:only )?$"
    r"| (?:than|over|above|against|from|versus|vs|exceeding|surpassing|outperforming|beating|improv\w+ (?:up)?on|(?:compared|relative|superior|similar|close) (?:to|with)) (?:the |an? )(?:(?:overall|average|mean|initial|previous|[a-z]+-shot) )?(?P<what>baseline )(?:(?![QFTBNO]\d|[;,.():] |(?:of|in|on|for|with|by|at|to) )\S+ ){1,3}(?:of |\( )(?:only )?$"
)
"""`61% (versus the best rival 32%)`, `in comparison to only 44%`, `close to the current state of the art of 62%`, `from a baseline accuracy of 62%`, `prior work's 18%`, `starting from a tuned model with 49%`."""
_OWNER = Ending(r" (?P<name>N\d+) s (?:only )?$")
"""`HeronNet's 41% for rare birds`."""
_FROM_A_MODEL = Ending(r" from (?:the |an? )?(?:\S+ ){0,3}?(?:baseline|model|policy) (?:with |at |of )(?:only )?$")
_BARE = Ending(
    rf" (?:{word_classes()['outperform']}|than|(?:compared|comparable|close|similar|superior) (?:to|with)|on par with|versus|vs) (?:both )?(?P<name>N\d+ )$"
)
"""`higher than HeronNet 61%`."""
_OF_A_RIVAL = patterns.compiled(
    rf" (?:M\d+|rates?|scores?|that|those) of (?:the |all |our (?=previous|earlier|former))?(?P<what>(?:{RIVAL}|previously) (?:(?!Q\d|[;.,()]|we|our|O\d|with|when)\S+ ){{0,6}}?)(?:is|are|was|were|remains?|(?<=un(?:protected|defended) .{{0,40}})(?:drops?|falls?|goes)) (?:(?![QFT]\d|[;,.]|than |improv|reduc|increas)\S+ ){{0,2}}$"
)
"""`the accuracy of existing parsers is almost 0%`."""
_BEST_KNOWN = Ending(
    r"(?<! (?:obtain|achiev|reach|attain|report|set|establish|yield|provid|giv|deliver|get|is|are)\w*(?: (?!to |than )[a-z-]+){0,2})"
    r" (?:the |an? )?(?P<what>(?:(?:previous(?:ly)?|prior) (?:(?:published|reported|known) )?(?:best|highest|lowest|record|top|state of the art|state-of-the-art|sota)"
    r"|previously (?:achieved|reported|published|obtained|attained)(?= M\d| $| of )"
    r"|(?:best|highest|lowest) (?:previously )?(?:published|reported|known)(?= (?:result|\S*performance|M\d|for |on ))"
    r"|(?:best|highest|lowest) (?:[a-z]+ )?(?:result|performance|score|M\d+) (?:previously )?(?:published|reported|known)) (?:(?:result|performance|score|model|M\d+) ){0,2})"
    r"(?:(?:reported |published |achieved )?(?:for|on|in) (?:the )?(?:[BRN]\d+ )+)?(?:(?:is|was|of|at|:|=|\() )?(?:only )?$"
)
"""`where the previous best was 19 m`, `close to the best published result for CIFAR-10 (5.9%)`."""
_PAIR_BEGINS = Ending(
    r" \( (?:[^()]* (?:,|;|and) )?(?:(?:with |at )?(?:M\d+|scores?|rates?) (?:scores? |rates? )?(?:of |: |= )?)?$"
)
_OF_A_PAIR = patterns.compiled(r"\S+ (?:M\d+ )?(?:vs|vs\.|versus|against|compared (?:to|with)) ")
_NAMES_SYSTEMS = patterns.compiled(rf"\w\w[^s\W]s $|(?:{word_classes()['approach']}|N\d+|art|work|literature) $")
_NAME_AFTER = patterns.compiled(
    r"\S+ (?:M\d+ )?(?:for|of|by|from|achieved by|obtained by|using) (?:the )?(?:\w+ )?(?P<name>N\d+) "
)
_COMPARING = patterns.compiled(r" (?:compared|versus|vs|than|against|while|whereas|over) (?:(?!;|\.)\S+ ){0,16}$")
_RIGHT_AFTER = patterns.compiled(r" (?:compared|versus|vs|than|against) (?:(?!;|\.|,|[QF]\d)\S+ ){0,6}$")


def whose(tape: Tape, item: int, kind: Kind, match: Match | None) -> tuple[str, Role]:
    """Method and role of the claim at an item: the paper's own method (OURS) unless the words around say otherwise."""
    before = tape.text[: tape.offsets[item]]
    if match is not None and match.rule.role == "baseline":
        if owner := _OWNER.search(before):
            return whole_name(tape, tape.item_at(owner.start("name"))), "baseline"
        begins = tape.items[item].quantities[0].from_to == "from"
        return rival_after(tape, item) or (not begins and rival_before(tape, item)) or what_was(tape, item), "baseline"
    if kind in ("score", "cost") and (rival := outdone(tape, item)):
        return rival, "baseline"
    if kind == "score" and (leader := leading(tape, before)):
        return leader
    clause = clause_subject(tape, before)
    if kind == "score" and clause is not None and (gapped := GAPPED.search(before)):
        name = name_at(tape, gapped.start("name"))
        return name, "own" if gapped["name"][0] == "O" or stem(name) == stem(clause.name) else "baseline"
    if kind == "score" and clause is None and (asked := served(tape, before) or served_behind(tape, item)):
        return asked, "baseline"
    if kind == "score" and clause is None and (beside_words := described(tape, before)):
        return beside_words, "own"
    if kind not in ("score", "cost"):
        return clause.name if clause else _own_variant(tape, before) or OURS, "own"
    if kind == "cost" and clause is None and AHEAD.match(before):
        follows = SUBJECT_FOLLOWS.match(tape.text, tape.offsets[item])
        name = name_at(tape, follows.start("name")) if follows else ""
        if follows and (follows["name"][0] == "O" or (SHAPED_NAME.search(name) and not is_others(name))):
            return name, "own"
    if _PAIR_BEGINS.search(before) and _OF_A_PAIR.match(tape.text, tape.offsets[item]):
        return clause.name if clause else OURS, "own"  # `better than HeronNet (95.2% vs. 89.5%)`
    if beside := _BESIDE.search(before):
        whom, role = _named_beside(tape, beside)
        listed = _BEATEN_BESIDE.search(before) if (whom, role, kind) == (OURS, "own", "score") else None
        return (baseline_text(tape, listed.span("what")) or "baseline", "baseline") if listed else (whom, role)
    if (compared := _COMPARED_RIGHT_BEFORE.search(before)) and not (kind == "cost" and _FROM_A_MODEL.search(before)):
        rival = system_of(tape, compared.span("what")) if compared["what"] else None
        return rival or (None if _of_cases(tape, item) else rival_after(tape, item)) or rival_before(
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
    if kind == "score" and (human := HUMANS_BEHIND.match(tape.text, tape.offsets[item])):
        return human["who"], "baseline"
    if kind == "score" and _CHANCE.search(before):
        return "chance", "baseline"
    if kind == "score" and (beaten := _BEATEN_BESIDE.search(before)):
        rival = baseline_text(tape, beaten.span("what"))
        if rival is not None:
            return rival, "baseline"
    percent = tape.items[item].quantities[0].unit_class == "percent"
    if kind == "score" and percent and (bare := _BARE.search(before)) and not _of_cases(tape, item):
        return name_at(tape, bare.start("name")), "baseline"
    if (
        kind == "score"
        and (tied := _TIED.search(before))
        and not _A_SHARE.match(tape.text, tied.end())
        and (rival := rival_after(tape, item))
    ):
        return rival, "baseline"
    if RELATIVE.search(before) and (relative := _RIVAL_RELATIVE.search(before)):
        return baseline_text(tape, relative.span("what")) or "baseline", "baseline"
    if second := second_figure(tape, item, before, kind):
        return second, "baseline"
    if clause is not None and not clause.compares:
        return clause.name, "baseline" if clause.contrasted else "own"
    if " whereas " in before and (other := _WHEREAS.search(before)):
        return baseline_text(tape, other.span("what")) or "baseline", "baseline"
    if kind == "score" and clause is None and (others := studied(tape, item) or language_models(tape, item)):
        return others, "baseline"
    if " while" in before and (other := _GOES_ON.search(before)):
        return baseline_text(tape, other.span("what")) or "baseline", "baseline"
    if _LEFT_BEHIND.search(before):
        return rival_before(tape, item) or "baseline", "baseline"
    if subject := rival_subject(before):
        rival = baseline_text(tape, subject.span("what")) if _NAMES_SYSTEMS.search(subject["what"]) else None
        return rival or rival_before(tape, item) or "baseline", "baseline"
    named = _NAME_AFTER.match(tape.text, tape.offsets[item])
    compares = _COMPARING if named and " using " not in named[0] else _RIGHT_AFTER
    if named and (kind == "score" or " of " not in named[0]) and compares.search(before):
        return whole_name(tape, tape.item_at(named.start("name"))), "baseline"
    return clause.name if clause else _own_variant(tape, before) or OURS, "own"


_WHEREAS = Ending(
    r" Q\d\S+ (?:(?!; |\. )\S+ )*whereas (?!(?:we|our|ours|it|its|they|this|these|those|such|with|when|using|in|on|for|at|by|under|from|after|the (?:proposed|latter|former|other|same|second)) )"
    rf"(?P<what>(?:(?![QFTMRSBO]\d|[,;.:()] |(?:our|ours|we|proposed) )\S+ |(?<= (?:simple|plain|vanilla|standard|naive|conventional|full|direct) )[RS]\d+ ){{1,9}}?)(?:only |can |could |\w+ly )*(?:{word_classes()['achieve']}|requir\w*|needs?|takes?|performs?) (?:(?![QFT]\d|[;.] |(?:our|ours|we|proposed) |O\d)\S+ ){{0,10}}$"
)
"""`reaches 78.1%, whereas simple fine-tuning reached`."""
_IN_CLAUSE = r"(?:(?!while|whereas|whilst|but|which|our|ours|we|it|its|they|proposed|O\d|[FT]\d|[;.(),])\S+ )"
_GOES_ON = Ending(
    rf" (?:while|whereas) (?:the |an? )?(?P<what>{RIVAL} (?:(?![QFTOB]\d|[,;.:()] |(?:our|ours|we|proposed) )\S+ ){{0,6}}?)(?:only |can |could |\w+ly )*(?:{word_classes()['achieve']}|requir\w*|needs?|takes?|performs?) "
    rf"{_IN_CLAUSE}{{1,12}}Q\S+ {_IN_CLAUSE}{{1,16}}$"
)
"""`while the usual solver takes more than 45 minutes and reaches an error of`."""
_TIED = Ending(
    r" (?:(?:comparable|close|closer|similar|equal|next) to|on par with|competitive with|(?:approach|match)(?:es|ed|ing)|(?:near|rivall?)(?:s|ing)) (?:the )?$"
)
_A_SHARE = patterns.compiled(r"\S+ of (?:the |an? |its )?(?:[a-z-]+ ){0,3}(?:[MSR]\d+|performance|accuracy|quality) ")
"""`matching 98% of the full accuracy`."""
_RELATIVE_SAYS = (
    rf"(?:which|that|who) (?:only |can |\w+ly )?(?:(?:{word_classes()['achieve']}|{word_classes()['handle']}|succeed\w*|averag\w*) (?:(?!Q\d|;|,|by)\S+ ){{0,5}}"
    r"|(?:(?:stands|stood|sits|sat|is|was) at|require[sd]?|needs?|takes?|took|consume[sd]?) (?:only |just |about )?)$"
)
_RIVAL_RELATIVE = patterns.compiled(
    rf" (?:{word_classes()['outperform']}|than|over|(?:compared|comparable|superior) (?:favou?rably )?(?:to|with)) (?:the )?(?:(?:that|those) of )?(?P<what>(?:{NP_WORD} ){{0,3}}(?:Q\d+[nc]\S* |\( N\d+ \) )?(?:{NP_WORD} ){{1,9}})"
    rf"(?:\( [^()]* \) )?(?:(?:that|which|without|with|, (?:the|an?)) (?:(?![QFTO]\d|[,;.()] )\S+ ){{1,8}}(?=, ))?(?:, |\( )?{_RELATIVE_SAYS}"
    rf"| (?P<what>N\d+ (?:(?:{word_classes()['approach']}) )?)\( (?:which|that) (?:only |\w+ly )?(?:has|had|require[sd]?|needs?|takes?|took|{word_classes()['achieve']}) (?:(?![QB]\d|[;,]|by )\S+ ){{0,3}}$"
)
"""`comparable to the best parser (Wren), which achieves`, `than the first parser that lacked a lexicon, which stands at`."""
_IN_TURN = patterns.compiled(
    r"(?:^ |[,;:] |\b(?:that|while|whereas|and|of) )(?:(?:both|our|the|its|,) )*(?P<names>[NO]\d+ (?:(?:, and|,|and|/) (?:the )?[NO]\d+ )+)"
    rf"(?:(?:models|variants|versions|networks|,) )?(?:\w+ly |can |also |respectively )*(?:{word_classes()['achieve']}) (?P<rest>(?:(?![QFTNO]\d|[;.])\S+ ){{0,24}})$"
)


def in_turn(tape: Tape, item: int) -> list[tuple[str, Role]]:
    """Methods and roles of a list of quantities, one each: `BazLM-7B and BazLM-13B achieve 45.0% and 52.0%`; else empty."""
    row = last_match(_IN_TURN, tape.text[: tape.offsets[item]])
    if row and row["rest"].count(" ") > 8 and not _RESPECTIVELY.match(tape.text, tape.offsets[item]):
        return []
    marks = _MARK.findall(row["names"]) if row else []
    if len(marks) != len(tape.items[item].quantities):
        return []
    kinds = [tape.items[int(mark[1:])].kind for mark in marks]
    names = [tape.items[int(mark[1:])].mentions[0].text for mark in marks]
    if not all((SHAPED_NAME.search(name) or is_model_name(name)) and not DESCRIBES.search(name) for name in names):
        return []
    own = {stem(name) for name, kind in zip(names, kinds, strict=True) if kind == "O"}
    return [(name, "own" if stem(name) in own or not (own or is_model_name(name)) else "baseline") for name in names]


_TOGETHER = patterns.compiled(
    rf" (?P<names>N\d+ {VERSION}(?:N\d+ )?(?:(?:, and|,|and) N\d+ {VERSION}(?:N\d+ )?)+)(?:, )?(?:both |all |each |only |still |can |consistently )*(?:{word_classes()['achieve']}) (?:(?![QFTNO]\d|[;.])\S+ ){{0,6}}$"
)


def _of_cases(tape: Tape, item: int) -> bool:
    """Whether a figure tells a share of cases: `62% of the time`."""
    return tape.text.startswith(" of ", tape.text.index(" ", tape.offsets[item]))


def together(tape: Tape, item: int, method: str) -> list[str]:
    """The others' models that one figure is told of, `GPT-4 and Claude 3 reach 54%`, where `method` is one of them; else it."""
    row = last_match(_TOGETHER, tape.text[: tape.offsets[item]]) if _is_model(method) else None
    starts = [row.start("names") + mark.start() for mark in _MARK_OF_LIST.finditer(row["names"])] if row else []
    names = [name_at(tape, start) for start in starts]
    return names if method in names and all(map(_is_model, names)) else [method]


def _is_model(name: str) -> bool:
    return is_model_name(name) or is_served_model(name)


_MARK_OF_LIST = patterns.compiled(r"(?<=^|, |and )N\d+")
_RESPECTIVELY = patterns.compiled(r"Q\S+ (?:M\d+ )?(?:, )?respectively ")
_MARK = patterns.compiled(r"[NO]\d+")


def _named_beside(tape: Tape, beside: regex.Match[str]) -> tuple[str, Role]:
    """`Owl (91%)`: the paper's own method, or a rival where something before it compares."""
    k = tape.item_at(beside.start("name"))
    if tape.items[k].kind == "O":
        against = _AGAINST.search(tape.text, 0, tape.offsets[k])
        return (_with_version(tape, beside), "baseline") if against else (name_at(tape, beside.start("name")), "own")
    ahead = tape.text[: tape.offsets[first_of_name(tape, k)]]
    name = max(whole_name(tape, k), _with_version(tape, beside), key=len)
    if SERVED.match(name) and _TELLS_OF.search(ahead):
        return name, "baseline"
    sisters = [
        j
        for j, each in enumerate(tape.items)
        if each.kind == "N" and each.mentions[0].text != name and stem(each.mentions[0].text) == stem(name)
    ]
    if sisters and not is_model_name(name) and not _RIVAL_CUE.search(ahead[: tape.offsets[min(*sisters, k)]]):
        return name, "own"  # `Owl-7B (48%) and Owl-13B (55%)`
    if (earlier := _IN_A_LIST.search(ahead)) and earlier["name"] and earlier["name"][0] == "N":
        whom, role = _named_beside(tape, earlier)
        return (name, role) if role == "baseline" else (whom, role)
    if _MEASURED_IN_LIST.search(ahead) and not is_model_name(name):
        return OURS, "own"  # `on CIFAR-10 (91%) and Ponds (98%)`
    if earlier or _RIVAL_CUE.search(ahead):
        return name, "baseline"
    return OURS, "own"


def _with_version(tape: Tape, beside: regex.Match[str]) -> str:
    """The name beside a figure, with the version behind it: `Owl 1.6 (38%)`."""
    if beside.groupdict().get("version"):
        return " ".join(tape.source(beside.start("name"), beside.end("version")).split())
    return name_at(tape, beside.start("name"))


_AGAINST = Ending(
    rf" Q\S+ (?:M\d+ )?(?:, |\( )?(?:{word_classes()['outperform']}|than|(?:compared|superior) (?:to|with)|versus|vs) (?:(?:the|its|previous|original) )*$"
)
"""Before an earlier version of the own method: `56%, compared to Owl 1.6 (`."""
_TELLS_OF = Ending(
    r"(?:^| (?:,|;|:|even|that|by|models?|llms|like|as|including|\( [^()]* \) and|\) , and)) (?:(?:the|\w+ly) )?$"
)
"""Before a name beside a figure that tells of what bears it, and not of what is made with it: `models such as`."""
_LEFT_BEHIND = patterns.compiled(
    r" (?:poorly|lag\w*|struggl\w*|challenging|room for improvement|fall short|far from|fail to|state of the art) (?:(?!Q\d|;|\.|our|we|O\d)\S+ ){0,12}"
    r"(?:(?:the|even the) (?:best|strongest|top)\S*|only|at best|at most) (?:(?!Q\d|;|we|our|O\d)\S+ ){0,8}$"
)
"""How far what exists falls short of a task: `it is challenging for current models, with the best model achieving`."""


def _own_variant(tape: Tape, before: str) -> str | None:
    """The own method's name right before, as it is written there: `with Owl-XS at 90%`."""
    near = EARLY_NAME.search(before)
    return name_at(tape, near.start("name")) if near and near["name"][0] == "O" else None
