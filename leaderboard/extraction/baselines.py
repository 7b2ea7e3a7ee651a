"""What a change is measured against: the words after `over`, `than`, `compared to`, and those that name no system."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

import regex

from leaderboard.extraction import patterns
from leaderboard.extraction.anchors import Sought
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.measures import HEADS
from leaderboard.extraction.names import is_others_model
from leaderboard.extraction.rules import NP_WORD, word_classes
from leaderboard.extraction.tape import Tape, of_tapes

# The words of a name or description: up to twelve, past `and` where a further name or the head noun follows
# (`A and B`, `pruning and merging methods`), past commas in a list that ends in `and`.
_MEMBER = rf"(?:(?!(?:and|or|such) ){NP_WORD}|only(?= (?:{word_classes()['approach']}) )|(?<=N\d{{1,9}} )\( [^()]{{1,40}} \)(?= (?:, and|,|and) (?:the )?N\d)|\( (?:and|or|but) (?:\S+ ){{1,4}}\)(?= {NP_WORD})|from(?= scratch )|to(?= - )|such as(?= N\d)|compared(?= (?:{word_classes()['approach']}) ))"
_FURTHER = rf"(?:and|or|as well as)(?= (?!(?:{word_classes()['achieve']}) )(?:(?:the|a|an|\w+(?:-\w+)+) )*(?:N\d|(?:{NP_WORD} ){{0,3}}(?:{word_classes()['approach']}) (?!(?!\w+ly ){NP_WORD})))"
_EACH = rf"(?:and|or)(?= (?:{NP_WORD} ){{1,5}}(?:, )?respectively )"
_NAME = r"(?:the )?N\d+ (?:\( [^()]{1,40} \) )?"
_LISTED = rf",(?= (?:{_NAME}, )*{_NAME}(?:, )?and )|,(?= and N\d)"
_RUN = rf"(?:{_MEMBER} )(?:(?:{_MEMBER}|{_FURTHER}|{_EACH}|{_LISTED}) ){{0,11}}+"
# `than for X`, `compared to when using X`, `than in earlier methods`
_THERE = rf"(?<=(?:than|to|over|those|that) )(?:(?:obtained|achieved|produced) (?:using|by|with|from)|when using|for|with|in(?= (?:\S+ ){{1,3}}(?:{word_classes()['approach']}|conditions?) )) "
_LEAD = rf"(?:{_THERE}|(?:the|a|an|that|those(?! (?:{word_classes()['approach']}) (?:on|by|in|with|,|\.) )|of|even|both(?! (?:{word_classes()['approach']}) )|using(?: only)?|(?<!an? )Q\d+n|Q\d+c!?(?= (?:\S+ ){{0,2}}(?:{word_classes()['approach']}) )|e\.g\.?|i\.e\.?) |not only (?:\S+ ){{1,5}}?but (?:also )?|(?:M\d+|performance|results?|quality) (?:of|from) )*"
_WITHOUT_IT = r"without(?! (?:compromising|sacrificing|degrading|hurting|harming|losing|affecting|damaging|impairing|requiring|any|loss|additional|extra) )"
_TRAINED = (
    rf"(?:(?:(?<=(?:trained|tuned|based|learned|one|training|tuning|learning) )(?:on|with|{_WITHOUT_IT}|from)"
    rf"|(?<=(?:case|condition|version|variant|models?|\w{{3,}}ing) ){_WITHOUT_IT}"
    rf"|(?<=S\d{{1,9}} )(?:on(?! (?:the )?B\d)|{_WITHOUT_IT}|from|with(?! an? ))"
    r"|(?<=(?:combined|integrated|equipped|augmented|coupled|paired) )with|(?<=(?:designed|developed|tailored|intended) )for"
    r"|(?<=(?:trained|training|S\d{1,9}) )only (?:on|with|from)|(?<=(?:trained|training|S\d{1,9}) (?:exclusively|solely) )(?:on|with|from)"
    r"|(?<=(?:obtained|generated) )(?:from|by|with|using)"
    r"|(?<=(?:the|a|than|to|with) (?:method|model|approach|system|policy|one) )(?:using|with|based on))"
    rf" {_RUN})?"
)
_PHRASE = rf"{_LEAD}(?P<baseline>{_RUN}{_TRAINED})(?:(?<=(?:\w+ed|shown|given) )by (?P<maker>{_RUN}))?"


def _followed(cue: str, end: str = "") -> Sought:
    """A cue of the rules' pattern language, then the phrase that names the rival, then `end`."""
    return Sought(cue, _PHRASE + end)


_COMPARED_TO = "( compared | comparing | relative | comparison | contrast ) ( to | with )"
_THAN = (
    "( than | over | upon | beyond | above | against | versus | vs | vs\\. | w\\.r\\.t\\.? | on top of | with respect to | as opposed to"
    f" | {_COMPARED_TO} | ( compared | comparing ) against )"
)
_KNOWN = "(?:best|previous|prior|current|existing|state-of-the\\S*|sota|baselines?)"
_USUAL = f"(?:{_KNOWN}|vanilla|standard|original)"
_GAIN = "( {improvement} | {faster} | S\\d+ )"
_TO_KNOWN = rf"to(?=\s(?:the\s)?{_USUAL}\s)"
_TO_BASELINE = r"to(?=\s(?:the\s)?(?:baselines?|sota|state-of-the-arts?)\s(?!Q\d))"
_ON_KNOWN = rf"on(?=\s(?:(?:the|its|their|several|many|most|two|three)\s)*{_USUAL}\s(?:\S+\s){{0,3}}?(?:{word_classes()['approach']})\s)"
_ON_BASELINE = (
    rf"on(?=\s(?:(?:the|its|their|our|strong|several)\s)*(?:{_KNOWN}\s)*(?:baselines?|sota|state-of-the-arts?)\s[.,;)])"
)
_THAN_AFTER = _followed(
    f"( {_THAN} | {{outperform}} | behind | short of | shy of | below(?=\\s(?:the\\s)?{_USUAL}\\s) | <other> that of | <other> the [MS]\\d+ of | on(?=\\s(?:the\\s)?(?:best|previous|prior|current)\\s)"
    f" | {_GAIN} ( {_TO_KNOWN} | {_ON_KNOWN} | {_ON_BASELINE} ) | from(?=\\s(?:(?:the|an?|strong)\\s)*{_USUAL}\\s(?!(?:of\\s)?Q\\d)) | <other> {_TO_BASELINE} | {{faster}} to(?=\\sN\\d) | as ( ( fast | quick | quickly | accurate | accurately | efficient | efficiently | effective | effectively | robust | stiff | strong | precise | sensitive | stable | reliable | large | small | high | low | good ) | ( many | much ) ~3 ) as )"
)
_BEATS = _followed("{outperform}")
_GAP_TO = _followed(
    "( gap ~3 ( to | with | from | compared ( to | with ) ) | gap between ~8 and | gap ~6 to ( reach | reaching ) | far ( from | behind ) )"
)
"""`a 14% gap between the best reader and human performance`."""
_GAINED = _followed(
    f"( {_GAIN} {_TO_KNOWN} | ( strong | outstanding | excellent | impressive | remarkable ) ~1 ( [MS]\\d+ | performance | results ) over"
    f" | ( {{improvement}} | {{higher}} | {{reduction}} | {{lower}} | {{faster}} ) ~4 ( {_THAN} | (?:from|on)(?=\\s(?:the\\s)?{_KNOWN}\\s) ) )"
)
_COMPARED = _followed(
    "( ( compared | compared(?=\\s(?:our|the|it|this|[NO]\\d+)\\s) ~3 | compare ~3 | comparing | comparing(?=\\s(?:our|the|it|this|[NO]\\d+)\\s) ~4 | relative | comparison | contrast ) ( to | with )"
    f" | comparisons with(?=\\s(?:\\S+\\s){{0,4}}?(?:{word_classes()['approach']})\\s)"
    " | ( compared | comparing ) against | as opposed to | comparisons to )"
)
_IMPROVED_OVER = _followed("{improve} ~3 over")
_TESTED = _followed(
    "( evaluat\\w+ | compare | comparison | comparisons | compares | tests? | tested | testing | benchmarked | validated | experiments | analysis ) ~9 against"
)
_DOING = (
    r"(?:using|(?:re)?applying|relying|employing|utili[sz]ing|leveraging|adopting|(?:(?:pre|fine)-?)?(?:training|tuning)|prompting"
    r"|S\d+(?= (?:only |solely |directly )?(?:with|without|on|from|using) )|\w{3,}ing(?= (?:the|an?|only|on|with|from|without|all|each|every|directly|them|it|its|their) ))"
)
_WITHOUT = r"(?:(?:that|those|the (?:one|case|results?)|one|results?) )?(?:without|with no|(?:when )?not)"
_INSTEAD = Sought(
    f"( than | versus | {_COMPARED_TO} )",
    rf"(?:when )?(?P<baseline>(?:(?:only|always|just|\w+ly) )?(?:{_DOING}|{_WITHOUT}) "
    r"(?:(?![QFT]\d|[,;:.()] |(?:while|which|when|where|but|by|respectively|than) |and (?:\w+ing|also|it|we|is|are) |(?:on|in|for) (?:the )?B\d|in terms )\S+ ){1,10}+)",
)
"""What one does instead: `compared to training with clean text only`, `than without maps`."""
_AGAINST = _followed("against")
_REPLACED = _followed("( replacing | substituting | replaces )", "(?:by|with) ")
"""`replacing HeronNet with OwlNet, we gain`."""
_SYSTEMS = rf"(?:(?!(?:[QFT]\d|[,;.()]|(?:fewer|less|only|much|smaller|lower|reduced|an?|single|small|far|our|its|substantially|significantly)\s))\S+\s){{0,5}}?(?:N\d+|{word_classes()['approach']})\s"
_QUALITY = "( [MSR]\\d+ | performance | results? | quality | robustness | levels? )"
_TIED = _followed(
    "( match | matches | matched | matching the | rivals(?=\\s(?:the\\s)?(?:state-of-the-\\S+|N\\d+|best|current|larger)\\s) | (?:on-|at-)?par ~1 with | ( comparable | competitive | competitively | compete | competes | competing ) with"
    f" | ( comparable | competitive | similar | equal | equivalent ) ~2 {_QUALITY} ( (?:with|to)(?=\\s{_SYSTEMS}) | compared ( to | with ) )"
    " | ( comparable | competitive | similar | equal | equivalent ) in terms of ( [MS]\\d+ | performance | quality ) ( to | with )"
    " | ( comparable | comparably | equal | equivalent | identical | similar | similarly ) ~3 to"
    " | (?:maintain|preserv|retain|sustain|keep)(?:s|ing|es)? ~1 ( [MS]\\d+ | performance | quality | results? ) of(?=\\s(?:the\\s|its\\s|an?\\s)?(?:original|full|uncompressed|unpruned|dense|base|baseline|larger|vanilla)\\S*\\s)"
    f" | <other> of the ( [MS]\\d+ | performance | quality ) of(?=\\s{_SYSTEMS})"
    f" | ( same | similar | comparable | competitive | identical ) ~2 {_QUALITY} ( [a-z-]+ )? as(?!\\swell) )"
)
_AT_THE_SAME = _followed(f"( same | equal | identical ) ~2 {_QUALITY} ( [a-z-]+ )? as(?!\\swell)")
"""`gains 5% at the same speed as HeronNet`."""
_BEHIND = _followed(
    "( ( lag | lags | lagged | lagging | trail | trails | trailed | trailing | fall | falls | fell | falling ) ~2 ( behind | short of ) | ( is | are ) behind )"
)
_TRAILED = _followed(
    "( lags? | lagged | lagging | trails? | trailed | trailing | underperform(?:s|ed|ing)? | leads | led | (?:edg|nos)(?:es|ed|ing) out )",
    r"(?:(?:on|in) (?:\S+ ){1,3})?by ",
)
"""`trails HeronNet on COCO by`, without the `behind` of others."""
_RIGHT_BEFORE = _followed(f"( {{outperform}} | {_THAN} )", r"(?:\S+ ){0,2}?(?:by|with) (?:\S+ ){0,2}$")
_WHERE = rf"(?:, (?:the|an?) (?:(?![QFT]\d|[,;.()])\S+ ){{1,9}}, )?(?:\( N\d+ \) (?:(?:{word_classes()['approach']}) )?)?(?:on (?:\S+ ){{1,4}}|(?:both )?(?:on|in|for|over|across) (?:(?![QFT]\d|[,;.] )\S+ ){{1,8}}?(?:, B\d+ (?:, )?)?)?"
_IMPROVED = _followed(
    "( {improve} | {accelerate} | {reduce} ) ( ~4 (?<!state\\s)of )?",
    rf"{_WHERE}(?:by|with) ",
)
_IMPROVED_SO = _followed(
    "( {improve} | {accelerate} ) ( ~2 ( [MSR]\\d+ | performance | results ) of )?",
    rf"{_WHERE}(?:\w+ly )?(?:by an? \w+ margin )?(?:about|(?:, )?(?:with|(?:achieving|yielding|obtaining|reaching|gaining|bringing|giving|resulting in|leading to))|\() ",
)
"""`improves the baseline, yielding a gain of`, `improves the state of the art (by`."""
_CHANGED = _followed(
    "( [MSR]\\d+ | performance | results ) ( of | for )",
    rf"(?:with (?:\S+ ){{1,3}}?)?(?:(?:is|are|was|were|can be|has been|have been) )?(?:\w+ly )*(?:{word_classes()['improve']}|{word_classes()['reduce']}) (?:\w+ly )*(?:by|with) ",
)
"""`the accuracy of CraneNet is raised by`."""
_APPLIED = _followed(
    "( applied | ( apply | applying ) ~4 ) (?:to|on)(?=\\s(?:N\\d|(?:the|an?|existing|current|standard|state-of-the\\S*)\\s))"
)
_MACHINES = (
    "(?:track|pars|(?:en|de|trans)cod|read|retriev|re?rank|generat|estimat|predict|solv|tagg|translat|recogni[sz]|compil"
    "|schedul|sampl|prun|quanti[sz]|regress|segment|simulat|filt|evaluat|navigat|teach)(?:er|or)s?"
)
_SYSTEM = patterns.compiled(
    rf"state[- ]of[- ]the[- ]art|\b(?:{word_classes()['approach']}|{_MACHINES}|heuristics?|encodings|ensembles?|backbones?|nets?|humans?)(?=['’,]|$| (?:on|in|for|of|with|without|using|from|such|that|by|to|over|when|at|via|like|and|under|\w+ly|\w+ed)\b)|\p{{Lu}}.*\p{{Lu}}|\p{{L}}\d"
)
_BESIDE_NAME = Ending(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|such as|(?<!B\d{1,9} \( [^()]*\) (?:, )?)(?:and|,)|to|with|,? like) (?:the )?(?P<name>N\d+) \( (?:by )?$"
)
_NEXT_BESIDE = Ending(
    rf" (?:{word_classes()['outperform']}|than|over) (?:(?!by )[^;():]){{1,80}}\( [^();]*Q\d[^();]*\) (?:(?:and |, )[^();:]{{1,60}}\( [^();]*\) )*?(?:,|, and|and|as well as) (?P<baseline>(?:(?!by |on |in |for |[QFTM]\d|[,;.:()])\S+ ){{1,7}})\( (?:by )?$"
)
"""`outperforms HeronNet (by 3%), training from scratch (by 4%)`."""
_CHANGE = "|".join(word_classes()[name] for name in ("improve", "reduce", "outperform"))
_RIVAL = rf"(?!by |(?:{_CHANGE}) |Q\d|,|;|\.|M\d|B\d|S\d|R\d|on (?:the )?(?:\S+ )?B\d)"
_AND_BY = patterns.compiled(
    r" (?:(?:, )?(?:and|as well as)|(?P<listed>,)) (?:the )?(?:M\d+ of )?(?!\w+ing )"
    rf"(?P<verb>(?:can )?(?:{_CHANGE}) (?:(?:the|an?) )?)?(?P<baseline>(?:{_RIVAL}(?:(?!and )\S+|(?(listed)and|(?!))) ){{1,7}})(?:on (?:the )?(?:\S+ )?B\d+ (?:[RN]\d+ )?)?by (?:\S+ ){{0,2}}$"
)
_OF = _followed("of")
"""`stays within 0.3% mAP of HeronNet`."""
_COMPARES = Sought("( {outperform} | over | upon | against | than )")
_CHANGES = Sought("( {improve} | {reduce} )")


def own_baseline(tape: Tape, index: int) -> str | None:
    """What the words right at a quantity name: `outperforms LoRA by 2% and GPTQ by 3%`, `1.5x faster than LoRA`."""
    before, at = tape.text[: tape.offsets[index]], tape.offsets[index]
    by = not _BY_OR_WITH.isdisjoint(before.rsplit(" ", 4)[1:])  # among the last three words: what the next two need
    if larger := _LARGER.match(tape.text, at):
        text = baseline_text(tape, larger.span("baseline"))
        if text and _SYSTEM.search(text):
            return text
    if usual := _OF_USUAL.match(tape.text, at):
        text = baseline_text(tape, usual.span("baseline"))
        if text and _SYSTEM.search(text):
            return text
    if by and _AGAIN_BY.search(before) and (behind := next(_THAN_AFTER.finditer(tape, at), None)):
        text = _text(tape, behind) if _RIGHT_BEHIND.fullmatch(tape.text, at, behind.start()) else None
        if text:
            return text
    nearest = next(_RIGHT_BEFORE.ending(tape, at), None) if by else None
    if nearest and (text := _text(tape, nearest)):
        return text
    further = _AND_BY.search(before) if by else None
    alike = (
        further is not None and not further["verb"] and _BEATEN_BY.search(tape.text, 0, further.start() + 1) is not None
    )
    if further and (alike or _goes_on(tape, further)):
        if further["listed"] and (named := _APPOSED_TO.search(tape.text, 0, further.start() + 1)):
            return _name_at(tape, named)  # `and HeronNet, a strong baseline by 2%`
        text = baseline_text(tape, further.span("baseline"))
        if text and (alike or _SYSTEM.search(text) or _A_NAME.match(further["baseline"])):
            return text
    beside = _NEXT_BESIDE.search(before)
    if beside and (text := baseline_text(tape, beside.span("baseline"))) and (" " in text or _SYSTEM.search(text)):
        return text
    if name := _BESIDE_NAME.search(before):
        return _name_at(tape, name)  # `Mask2Former (+1.7% PQ)`
    if tape.sentence.startswith("within ", tape.items[index].start):
        of = next(_OF.finditer(tape, at), None)
        return _text(tape, of) if of and tape.text.count(" ", at, of.start()) < 4 else None
    at = aside.end() - 1 if (aside := _ASIDE.match(tape.text, at)) else at
    stop = _STOP.search(tape.text, at)
    return _first(tape, _THAN_AFTER, at, stop.start() + 1 if stop else len(tape.text))


_LARGER = patterns.compiled(
    rf"(?:(?<= (?:{word_classes()['outperform']}|match\w*|rival\w*|par with|to|with) (?:(?:the|an?) )?)Q\S+|Q\d+x!) (?:(?:larger|bigger) (?=(?:\S+ )?N\d)(?P<baseline>{_RUN})|(?P<baseline>(?:larger|bigger) {_RUN}))"
)
"""`outperforms the 30 times larger OwlNet`."""
_OF_USUAL = patterns.compiled(
    rf"Q\S+ (?:of (?:the|its) (?:(?![QFT]\d|[,;.()])\S+ ){{1,3}}?|(?:{word_classes()['faster']}|{word_classes()['improvement']}) )?of (?:the|an?) (?P<baseline>(?={_USUAL} |typical ){_RUN})"
    rf"|Q\d+x\S* the (?:[a-z-]+ ){{0,3}}[MS]\d+ of (?:the |an? )?(?P<baseline>(?=N\d){_RUN})"
)
"""`saves 75% of the energy of a baseline camera`, `achieves double the reading accuracy of HeronNet`."""
_BY_OR_WITH = frozenset(("by", "with"))
_BEATEN_BY = Ending(
    rf" (?:{word_classes()['outperform']}) (?:(?!by |in |[QFTM]\d|[,;:.])\S+ ){{1,12}}by (?:\S+ ){{0,2}}[QFT]\S+ (?:(?:M\d+|points|absolute|on average|,) )*$"
)
"""`outperforms random search by 2%`, to which `and plain replay by 3%` adds what is beaten in its turn."""
_APPOSED_TO = Ending(r" (?:and|,) (?P<name>N\d+) $")
_AGAIN_BY = Ending(r" (?:and|,) by (?:\S+ ){0,2}$")
_RIGHT_BEHIND = patterns.compiled(r"\S+ (?:(?:M\d+|points|on average|when|as) )*")
"""Between a further figure and whom it is against: `gains 2% over HeronNet and by 3% over OwlNet`."""


def _goes_on(tape: Tape, beside: regex.Match[str]) -> bool:
    """Whether a list of rivals, or of the systems that were changed, goes on: `improves HeronNet by 2% and CraneNet by 3%`."""
    end = beside.start()
    compares = [*_COMPARES.before(tape, end)]
    if compares and not any(_CHANGES.before(tape, end, compares[-1].end())):
        return bool(_FIGURE.search(tape.text, compares[-1].end(), end) or _EXAMPLE.match(beside["baseline"]))
    changed = [*_IMPROVED.before(tape, end)]
    if not changed or any(_CHANGES.before(tape, end, changed[-1].end())):
        return False
    both = changed[-1]["baseline"], beside["baseline"]
    return all(map(_A_NAME.search, both)) or all(map(_BEGINS_USUAL.match, both))


_INNER_CAPITAL = patterns.compiled(r"\p{Ll}\p{Lu}|\d")
_A_NAME = patterns.compiled(r"\bN\d+")
_EXAMPLE = patterns.compiled(r"(?:e\.g\.|such as|like) ")
_FIGURE = patterns.compiled(r"[QFT]\d")
_STOP = patterns.compiled(r" (?:Q\d|F\d|T\d|; )")
_ASIDE = patterns.compiled(
    r"Q\S+ (?:M\d+ )?\( (?:(?!than |over |to |from |against |vs )[a-z]+ ){0,3}Q\S+ (?:[a-z]+ ){0,3}\) "
)
"""`1.5x (1.3x on average)`."""


_IS_USUAL = patterns.compiled(_USUAL + " ")
_REDUCED = patterns.compiled(rf"(?:{word_classes()['reduce']}) ")
_MEASURE = patterns.compiled(rf"(?<={_KNOWN}) (?=[MSR]\d)|[MSR]\d")
_KNOWN_QUALITY = patterns.compiled(
    r"(?P<known>(?:(?:previous|prior|current|existing) )?(?:state-of-the-art|sota)) (?:(?!M\d)\S+ )+(?:M\d+ (?:s M\d+ )?|performance |accuracy )$"
)
"""`improves the state-of-the-art parsing accuracy by 2%`, better than the state of the art."""
_WHOSE = patterns.compiled(
    rf"(?P<whose>(?:(?!M\d)\S+ ){{0,3}}?N\d+ )s |(?P<whose>(?:(?!M\d)\S+ ){{0,4}}?(?:{word_classes()['approach']}))['’]s? "
)
"""`improves CraneNet's accuracy by 2%`."""
_MADE = patterns.compiled(r" (?:methods|models|networks|algorithms|systems|approaches|baselines?)$")
_A_QUALITY = patterns.compiled(
    rf"(?<!['’]s)\s(?:{HEADS}|speed|training|inference|complexity)$"
)  # `improves LLM alignment by`
_BEGINS_USUAL = patterns.compiled(rf"(?:the )?{_USUAL} ")
_ITS_MEASURE = patterns.compiled(
    r"(?<!\b(?:recent|previous|prior|existing|current|best|published|reported))(?:['’]s?)?\s(?:performance|results?|accuracy|scores?)$"
)


def find_baseline(tape: Tape, index: int, *, worse: bool = False, better: bool = False) -> str | None:
    """What a change is measured against: what stands right at the quantity, then before it, then in the whole sentence.

    What became `worse` is not measured against what is outperformed: `outperforms HeronNet with only 1% loss of accuracy`;
    what became `better` not against what it then equals: `gains 5%, which is on par with HeronNet`.
    """
    if text := own_baseline(tape, index):
        return text
    at = tape.offsets[index]
    of_both = _AND_ANOTHER.match(tape.text, at)
    if of_both and (text := _first(tape, _THAN_AFTER, of_both.end(), of_both.end())):
        return text
    gap = " gap " in tape.text[max(0, at - 60) : at + 60]
    text = _first(tape, _GAP_TO, 0, len(tape.text)) if gap else None
    if text and (_A_SYSTEM_YET.search(text) or _SYSTEM.search(text)):
        return text
    changes = [*_IMPROVED.before(tape, at)]
    far = [match for match in changes if at - match.end() > _FAR]
    ties = [
        match
        for match in _TIED.before(tape, at)
        if ")" not in _AN_ASIDE.sub("", tape.text[match.end() : at])
        and not (better and tape.text.startswith("and ", match.end("baseline")))
    ]
    beaten = [] if worse else [*_BEATS.before(tape, at)]
    nearest_first = [
        *beaten,
        *_BEHIND.before(tape, at),
        *_TRAILED.before(tape, at),
        *_GAINED.before(tape, at),
        *ties,
        *changes[len(far) :],
    ]
    for match in [*sorted(nearest_first, key=lambda match: -match.start()), *far]:
        if match in changes:
            text = _improved(tape, match)
        elif match in ties:
            text = _text(tape, match)
            text = text if text and (" " in text or _SYSTEM.search(text)) else None
        else:
            text = _text(tape, match) if ";" not in tape.text[match.end() : at] else None
        if text:
            return text
    everywhere = _compared_anywhere(tape, tied=not better)
    if everywhere:
        return everywhere
    for match in _CHANGED.before(tape, at):
        text = _text(tape, match)
        if text and (_IS_USUAL.match(text) or (_A_NAME.search(match["baseline"]) and _INNER_CAPITAL.search(text))):
            return text
    if ";" in tape.text[at:]:
        return None
    if text := _first(tape, _THAN_AFTER, at, len(tape.text)):
        return text
    for pattern in (_IMPROVED_OVER, _IMPROVED_SO):
        for match in pattern.before(tape, at):
            measured = _MEASURE.search(tape.text, *match.span("baseline"))
            if measured is None and (text := _text(tape, match)) and _SYSTEM.search(text):
                return _ITS_MEASURE.sub("", text)
    applied = _applied_anywhere(tape)
    if applied and _SYSTEM.search(applied):
        return applied
    last = _AND_BY.search(tape.text, 0, at) if any(_COMPARES.before(tape, at)) else None
    text = baseline_text(tape, last.span("baseline")) if last else None
    return text if text and _SYSTEM.search(text) else None


_NO_CLAUSE = rf"(?:(?![QFT]\d|[,;:.()]|(?:and|while|but|which|that|is|are|was|were|has|have|over|than|compared|relative|{word_classes()['outperform']}|(?:improv|reduc|increas|boost|enhanc|decreas|achiev|obtain|reach|attain|requir)(?:es|ing|ed|s)) )\S+ )"
_ITS_FIGURE = rf"Q\S+ (?:\) |\( (?:[a-z]+ )?Q\S+ \) )?{_NO_CLAUSE}{{0,12}}"
_AND_ANOTHER = patterns.compiled(
    rf"{_ITS_FIGURE}(?:(?:, and|,|and|with(?= (?:\S+ ){{0,3}}Q\S+ (?:{word_classes()['lower']}) )) (?:(?:particularly|especially) \w+ing )?{_NO_CLAUSE}{{0,6}}{_ITS_FIGURE}){{0,3}}"
    r"(?:, )?(?=(?:over|than|compared (?:to|with)|relative to|in comparison (?:to|with)|against) )"
)
"""A figure, or several, behind which the rival stands: `a 2% gain in recall and a 3% gain in precision over HeronNet`."""
_AN_ASIDE = patterns.compiled(r"\( [^()]*\)")
_FAR = 30
"""Characters from a change to its number, past which what is outperformed is rather meant."""


def _improved(tape: Tape, match: regex.Match[str]) -> str | None:
    """The system that was changed, where what was changed is one: `improves HeronNet by 2%`."""
    start, end = match.span("baseline")
    if known := _KNOWN_QUALITY.match(tape.text, start, end):
        return baseline_text(tape, known.span("known"))
    measure = _MEASURE.search(tape.text, start, end)
    if measure and (whose := _WHOSE.match(tape.text, start, end)):
        text = baseline_text(tape, whose.span("whose"))
        return text and text.removesuffix("’s").removesuffix("'s")
    if measure and not measure[0].isspace():
        return None  # `improves detection mAP by 2%`
    text = baseline_text(tape, (start, measure.end())) if measure else _text(tape, match)
    reduced = _REDUCED.match(match[0])
    if text is None or _A_QUALITY.search(text):
        return None
    if reduced:
        named = _A_NAME.search(match["baseline"]) is not None and " tasks " not in text
        is_one = named or _IS_USUAL.match(text + " ") is not None or (" of " in match[0] and bool(_MADE.search(text)))
    else:
        is_one = _SYSTEM.search(text) is not None or _IS_USUAL.match(text) is not None
    return _ITS_MEASURE.sub("", text) if is_one else None


@lru_cache(maxsize=2)  # the same for each quantity of a sentence, which may have a hundred
def _compared_anywhere(tape: Tape, *, tied: bool) -> str | None:
    opens = next(_AGAINST.finditer(tape), None)
    if (
        opens
        and (opens.start() == 1 or tape.text.endswith((" that ", " , "), 0, opens.start()))
        and (text := _text(tape, opens))
        and not _THREAT.search(text)
    ):
        return text  # `Against the best parser, ours gains 2%`
    for pattern in (_COMPARED, _TIED if tied else _AT_THE_SAME):
        if text := _first(tape, pattern, 0, len(tape.text)):
            return text
    if instead := next(_INSTEAD.finditer(tape), None):
        return _TRAILING_WORDS.sub("", " ".join(tape.source(*instead.span("baseline")).split()))
    if (replaced := next(_REPLACED.finditer(tape), None)) and (text := _text(tape, replaced)):
        named = _A_NAME.search(replaced["baseline"]) or _IS_USUAL.match(text)
        if named and _MEASURE.search(replaced["baseline"]) is None:
            return text
    tested = _first(tape, _TESTED, 0, len(tape.text)) if opens else None
    return tested if tested and _SYSTEM.search(tested) and not tested.endswith("architectures") else None


_THREAT = patterns.compiled(r"\b(?:attack(?:s|ers?)?|adversar(?:y|ies)|perturbations?|noise|threats?)$")


@lru_cache(maxsize=1)
def _applied_anywhere(tape: Tape) -> str | None:
    return _first(tape, _APPLIED, 0, len(tape.text))


def changed_model(tape: Tape, index: int) -> str | None:
    """The known model that a change was made to, in a sentence that compares with nothing: `removes 41% of the FLOPs of ResNet-110`."""
    model = _OF_A_MODEL.match(tape.text, tape.offsets[index])
    if model is None or not is_others_model(_name_at(tape, model)):
        return None
    if any(any(cue.finditer(tape)) for cue in (_BEATS, _GAINED, _IMPROVED, _THAN_AFTER, _TIED)):
        return None
    return " ".join(tape.source(*model.span("names")).split())


_OF_A_MODEL = patterns.compiled(
    r"\S+ (?:of (?:the )?[MRS]\d+ )?(?:(?![QFTBN]\d|[,;.:] |(?:on|for|of|in|with|and|by|to|than|over|from|while|when|using) )\S+ ){0,5}?(?:on|for|of|in) (?:(?:the|an?|pre-?trained) )*"
    r"(?P<names>(?P<name>N\d+) (?:(?:, and|,|and) N\d+ )*)(?!-|\S*based |tasks?|family|models )"
)


def rival_of(tape: Tape, *, beaten: bool, compared: bool) -> str | None:
    """Whom a sentence says the paper's method outperforms, or is `compared` with, for the numbers of the next one."""
    wanted = [_BEATS] * beaten + [_COMPARED, _GAINED] * compared
    return next((text for each in wanted if (text := _first(tape, each, 0, len(tape.text)))), None)


def _first(tape: Tape, pattern: Sought, start: int, limit: int) -> str | None:
    """The first rival that a pattern finds from `start`, its cue before `limit` and not of another statement."""
    matches = takewhile(lambda match: match.start() <= limit, pattern.finditer(tape, start))
    return next(
        (text for match in matches if not _of_another(tape, match, start) and (text := _text(tape, match))), None
    )


def _of_another(tape: Tape, match: regex.Match[str], start: int) -> bool:
    """Whether a cue behind a figure is of what the sentence says next: `cuts memory by 40% and outperforms X`, `reasons over X`."""
    if not start:
        return False
    before = tape.text[start : match.start()]
    if match[0].startswith("over "):
        return _DONE_OVER.search(before) is not None
    if not _BEATEN.match(match[0]):
        return False
    by_itself = _BY_FIGURE.match(tape.text, match.end()) and not before.endswith((" while ", " while also "))
    listed = (
        _BEATS_NOW.match(match[0]) and before.endswith(" , ") and not _ASIDE_ENDS.search(tape.text[: match.start()])
    )
    return bool(by_itself or listed or _NEXT.search(before))


_DONE_OVER = patterns.compiled(
    r" (?:reason|iterat|averag|plann|integrat|optimi[sz]|search|sampl|mov|walk|climb|jump|stepp|operat|work|spann|rang)ing $"
)
_BEATEN = patterns.compiled(rf"(?!better than|superior to)(?:{word_classes()['outperform']}) ")
_BY_FIGURE = patterns.compiled(r"(?:(?![QFT]\d|[,;.:] )\S+ ){0,5}?by (?:\S+ ){0,2}[QFT]\d")
_NEXT = patterns.compiled(
    r" (?:and|but|or|yet|to) (?:(?:it|they|we|also|even|still|can|further|\w+ly) )*$|, (?:even|also) $"
    r"|(?:show|demonstrate|indicate|reveal|confirm|verify|validate)s? that (?:(?![QFT]\d)\S+ ){1,12}$"
)
_ASIDE_ENDS = patterns.compiled(
    r" , (?:with|at|by|using|which|achiev\w+|reach\w+|obtain\w+|gain\w+) (?:(?!, )\S+ )*, $"
)
_BEATS_NOW = patterns.compiled(r"(?:outperforms|surpasses|exceeds|beats) ")
"""A finite verb, which behind a comma tells of the next result: `cuts memory by 40%, surpasses X and`."""


@of_tapes
@lru_cache(maxsize=1 << 9)  # a match is the same for each quantity of a sentence
def _text(tape: Tape, match: regex.Match[str]) -> str | None:
    """The rival of a match: of `results reported by X` it is X, of `the best tracker (X)` too."""
    text = baseline_text(tape, match.span("maker" if match["maker"] else "baseline"))
    named = _BRACKETED_NAME.match(tape.text, match.end("baseline"))
    if text is None or (_OVER_MANY.match(match[0]) and not _SYSTEM.search(text)):
        return None
    if _LINKED.search(match["baseline"]):
        return text
    named = named or _APPOSED_NAME.match(tape.text, match.end("baseline"))
    if named is None:
        return text
    name = _name_at(tape, named)
    return text if _STATE_OF_THE_ART.match(name) else name


def _name_at(tape: Tape, match: regex.Match[str]) -> str:
    return tape.items[tape.item_at(match.start("name"))].mentions[0].text


_OVER_MANY = patterns.compiled(r"over (?:the )?(?:all|multiple|several|various|entire|whole) ")
"""What a result holds over, no rival of it: `over all questions`."""
_BRACKETED_NAME = patterns.compiled(r"\( (?P<name>N\d+) \) (?!and |or |\w+s )")
_APPOSED_NAME = patterns.compiled(
    r", (?P<name>N\d+) (?:(?:, )?by |, (?!and |or |N\d|\w+ing )|\. $|\( (?:M\d+ (?:of )?)?Q)"
)
"""`outperforms the best tracker, HeronNet, by 2%`."""
_LINKED = patterns.compiled(r"N\d| (?:on|of|for|with|using|by|from|to|and) ")
_STATE_OF_THE_ART = patterns.compiled(r"SOTAs?$", regex.IGNORECASE)


_HEAD = patterns.compiled(
    rf"(?:^|\s)(?:such as|(?:(?:pre|fine)-?)?(?:trained|tuned)|learned|based|training|tuning|learning)\s|(?<=\s(?:{word_classes()['approach']}))\s(?:of|on|for)\s"
)
_NAMES_A_TASK = patterns.compiled(
    r"^(?!(?:existing|(?:previous\w*|current) best|best|original|previous|prior|state-of-the-art|sota)\s(?:\w+\s)?benchmarks?$"
    r"|(?:existing|current|best|original|previous|prior|other|conventional|traditional|classical|state-of-the-art|sota|baseline|competing)\s(?:[\w-]+\s){0,3}metrics?$).*\b(?:sub-?tasks?|datasets?|benchmarks?|settings?|test sets?|metrics?|splits?|scenarios?|domains?|languages|gaps?)$",
    regex.IGNORECASE,
)
_NO_BASELINE = patterns.compiled(
    r"^(?!(?:existing|previous|prior) benchmarks?$)(?:\W*|(?:previous|prior|results?|performance|the|a|an|all|\d+|real|multiple|several|various|many|different|time|time\S*|other|its|their|ours|range|not|e\.g\.?|i\.e\.?|sequences?(?:\sof\s.*)?|period|(?:(?:full|complete|single)\s)?(?:course|cycle|duration|span)(?:\sof\s.*)?|collection|frames|(?:entire|whole|long)\s.*|wide range|variety|two|three|four|five|six|seven|eight|nine|ten|one|set|diverse|average|(?-i:\p{Ll}\w+ing(?: \w+ly)?|\p{Ll}\w*ly)|state|our|common|each|both|(?:these|those|this|it|they|we|them)(?:\s.*)?|datasets?|tasks?|benchmarks?|of|always|improvements?|ratios?|obtained|achieved|produced|observed|used|made|found|required|reported|maximum|what(?:\s.*)?|(?:do|does|did|is|are|was|were|has|have|can)\s.*|\d[\d.,]*(?:\s.*)?)(?:\s(?:datasets?|tasks?|benchmarks?|range|variety|set|settings?|scenarios|domains|languages|experiments|real|time|years?|seeds|runs))*(?:\sof)?)$",
    regex.IGNORECASE,
)


_AN_AMOUNT = patterns.compiled(
    r"(?:average|mean|median|overall|multiple|several|various|different|many)\s|(?:one(?!\swith)|two|three|four|five|six|ten|half)\s",
    regex.IGNORECASE,
)


_OURSELVES = patterns.compiled(
    rf"(?:these|those|such|(?:the )?aforementioned)\s(?:{word_classes()['approach']})|(?:(?:than|of|the)\s)*(?:our|proposed)\s(?:(?:own|proposed|new|full)\s)*(?:methods?|models?|approach|system|algorithm|framework|network|technique)",
    regex.IGNORECASE,
)
_A_SYSTEM_YET = patterns.compiled(
    rf"^(?:the )?humans?(?:-level)?\b|\bwinn(?:ers?|ing \w+)$|\bchampions?$|\w loss(?:es)?$|^(?:pre-?|fine-?)?training (?:(?:exclusively|solely|only) )?(?:with|without|on|using|from) |(?: from scratch| (?:{word_classes()['approach']}|pre-?training|detection|competitors?|counterparts?|baselines?))$",
    regex.IGNORECASE,
)
_AS_TO = (" respect to ", " w.r.t ", " w.r.t. ")
_USING_ONLY = (" using only ", " only using ")
_LEADING_WORDS = patterns.compiled(
    r"^(?:(?:the|a|an|its|their|our|that|those|of|all|or|and|even|largely|clearly|significantly|greatly|consistently|outperforms?|surpass(?:es)?)\s)+",
    regex.IGNORECASE,
)
_CLAUSE = patterns.compiled(  # where a phrase was left: `models achieved a`, `baselines - an average`, `a backbone our model`
    rf"\s(?:--?\s.*|(?:and\s)?(?:\w+ly\s)?(?:{word_classes()['outperform']}|achiev(?:es?|ed|ing)|yield(?:s|ed|ing)?|show(?:s|ed|ing)?|reveal(?:s|ed|ing)?|demonstrat(?:es?|ed|ing)"
    r"|represents?|rang(?:es?|ed)(?=\s(?:from|between)\b|$)|amount(?:s|ed)(?=\sto\b|$)|reach(?:es|ed|ing)|(?:boost|improv|reduc|increas)(?:s|es|ing))(?:\s.*)?"
    r"|(?<!\b(?:of|in|on|at|to|from|for|with|without|by|than|and|or|like|as|using|both|all|even|not|only|over|under|against|\w+(?:ing|ed))\s)(?:(?:our|this|these|the)\s.*|(?:we|it|they)(?:\s.*)?)|and our\s(?!(?:\S+\s){0,2}(?:baselines?|previous|earlier|prior|original)\b).*)$"
)
_UNCLOSED = patterns.compiled(r"\s\([^()]*$")
_NAMES_NOTE = patterns.compiled(r"(?<=\p{Lu}\S*)\s\([^()]*\)(?=,|\sand\s)")
"""`of OwlNet (2019), HeronNet (2021) and CraneNet`."""
_ITS_QUALITY = patterns.compiled(
    r"(?<=\w)['’]s?\s(?:[\w-]+\s)?(?:accurac(?:y|ies)|performance|efficiency|results?|scores?|capabilit(?:y|ies)|quality|speed|throughput|latency|size)$"
    r"|^(?:(?!(?:previous|prior|existing|current|best)\s)[\w-]+\s)?(?:results?|performance|accuracy|costs?|scores?|speed|runtime)\s(?:(?:obtained|achieved|reported|reached|given)\s(?:by|with|in|using)|of|by|from)\s(?:the\s|an?\s)?"
)
"""`matches HeronNet's accuracy`, `compared to the cost of the best rival`: the rival is whose it is."""
_TRAILING_WORDS = patterns.compiled(
    r"(?:[\s,]+(?:significantly|respectively|on average|relatively|simultaneously|consistently|substantially|remarkably|considerably|dramatically|largely|greatly|notably|slightly|using|having|being|and|both|only|even|further|also|with|by|on|in|of|for|to|based|trained|not|between|(?:offer|employ|observ|consum|requir|contain|involv|featur)ing|along|presented|used|proposed|typically|previously|currently|commonly|measured|-))+$"
)


def baseline_text(tape: Tape, span: tuple[int, int]) -> str | None:
    """The baseline that a span of the tape names, None where it is no system at all."""
    text = " ".join(tape.source(*span).split())
    measured = tape.items[tape.item_at(span[0])].kind in "BMSRQ" and not tape.text.endswith(_USING_ONLY, 0, span[0])
    if measured and not _A_SYSTEM_YET.search(text):
        return None
    ourselves = _OURSELVES.fullmatch(text)
    text = _LEADING_WORDS.sub("", text)
    text = _CLAUSE.sub("", _UNCLOSED.sub("", text.strip(" ,.;:()")))
    text = _TRAILING_WORDS.sub("", text).strip(" ,.;:()")
    text = _NAMES_NOTE.sub("", text)
    if (
        not text
        or ourselves
        or _NO_BASELINE.match(text)
        or (_AN_AMOUNT.match(text) and not _SYSTEM.search(text))
        or (text.endswith("metrics") and tape.text.endswith(_AS_TO, 0, span[0]))
        or _NAMES_A_TASK.search(_HEAD.split(text, 1)[0])
        or len(text) > 120
    ):
        return None
    return _ITS_QUALITY.sub("", text)
