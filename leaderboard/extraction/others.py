"""Subjects that others made: what existing methods lose, take or fall short of is no result of the paper's own."""

from __future__ import annotations

from leaderboard.extraction import patterns
from leaderboard.extraction.baselines import baseline_text
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.names import SERVED, is_others_model
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_MADE = "methods|models|approaches|networks|baselines|systems|algorithms|techniques"
RIVAL = (
    r"(?:existing|previous|prior|recent|state-of-the-art|sota|(?:best|closest|strongest|top) competitors?"
    r"|best (?:previous|existing|prior|published|known|performing|baseline|competing)|best-performing|(?:next|second)[ -](?:best|closest)|runner-up"
    r"|current(?! (?:\w+ )?(?:system|study|work|paper|version|prototype|design|implementation|robot|hand|gripper|device|actuator|platform|vehicle|setup|experiments?|investigation|research) )|baseline|baselines|humans?|vanilla"
    r"|standard|conventional|traditional|original|unprotected|undefended|na[iï]ve|strongest|leading(?! the )|competing|most|untrained|random"
    r"|even(?! (?:with|without|when|under|if|though|in|on|at|for|by|after|using) )"
    rf"|(?:all )?other(?= (?:\S+ ){{0,3}}?(?:{_MADE}|planners|detectors|controllers) )"
    r"|exact(?= (?:\S+ )?(?:methods|solvers|algorithms|approaches|solutions) )"
    rf"|(?:open-source|closed-source|proprietary|commercial|popular|strong)(?= (?:\S+ ){{0,2}}(?:{_MADE}|detectors|parsers|llms|vlms) )"
    rf"|these(?= (?:\S+ ){{0,2}}(?:{_MADE}) ))"
)
"""How a phrase begins that names what others made."""

_MANY = "(?:all|two|three|four|five|six|most|top-performing|high-performing|state-of-art|simpler|best)"
_IN_PHRASE = r"(?:(?![QFTOB]\d|[;.,():] |(?:our|ours|we|proposed|that|which|who|trained|fine-?tuned|equipped|enhanced|augmented|with|using|by|can|could) )\S+ )"
_SYSTEMS = rf"(?:{word_classes()['approach']}|baselines?|heuristics|variants|humans?|N\d+)"
_SUBJECT = rf"(?P<what>(?:(?:{RIVAL}|{_MANY}) {_IN_PHRASE}{{0,7}}?{_SYSTEMS} |(?P<name>N\d+ )(?:(?:\d+ )?N\d+ )?)(?:\( [^()]* \) )?(?:(?:such as|like) N\d+ )?)"
_BEGINS = r"(?:^ |[,;:(] |\b(?:that|while|whereas|whilst|but|although|though|and|since|because|similarly ,) )(?:(?:the|these|those|even|often|an?|\w+ly) )*"
_LOSES = patterns.compiled(
    rf"{_BEGINS}{_SUBJECT}(?:(?:M\d+|performance|accuracy) )?(?:(?:can|could|may|might|must|will|would|do|does|still|also|even|only|often|typically|\w+ly) )*"
    rf"(?:{word_classes()['worsen']}|increases?|is|are|was|were|performs?|performed|remains?|shows?|showed|exhibits?|experiences?|sees?|incurs?|leads? to|led to|causes?|caused|results? in|resulted in|has|have|had|fails?|failed|scores?|scored|achieves?) "
    r"(?:(?![QFTO]\d|[;:] |(?:our|ours|we|proposed) )\S+ ){0,12}$"
)
_GAP_BETWEEN = patterns.compiled(
    rf"\S+ (?:(?:M\d+|[a-z]+) ){{0,3}}?(?:gap|difference) between (?:(?:the|an?) )?(?P<what>{RIVAL} (?:(?![QFTOB]\d|[;.,():] |(?:our|ours|we|proposed|and) )\S+ ){{0,6}})and "
)
_STUDIED = Ending(
    r" we (?:evaluate|test|benchmark|examine|assess) (?P<what>(?:(?![QFTOB]\d|[;.,():] |(?:our|ours|proposed|trained|on) )\S+ ){1,8}?)and (?:find|found|observed?) (?:(?![QFTO]\d|[;:] |(?:our|ours|we|proposed|by) )\S+ ){0,12}$"
)
"""`we evaluate ten public parsers and find losses of`."""
_REVEALED = Ending(
    r" (?:experiments|experimentation|tests|testing|evaluations?|analys[ie]s|assessments?|benchmarking) (?:on|of|with|across|over|against) (?:the )?"
    r"(?P<what>(?:(?:Q\d+n|two|three|four|five|six|seven|eight|nine|ten|several|multiple|various|leading|state-of-the-art|frontier|existing|recent|current|popular|modern|open-source|commercial|proprietary) )+(?:(?![QFTO]\d|[,;.:()] |(?:our|ours|we|proposed|on|in|by|with|across|trained|using) )\S+ ){0,4}?(?:models|methods|approaches|systems|algorithms|agents|detectors|tools|parsers|N\d+) )"
    r"(?:\( [^()]* \) )?(?:(?:on|in|across|with|under) (?:(?![QFTO]\d|[;.:()] |(?:our|ours|we|proposed) )\S+ ){1,6})?(?:reveal|expos|uncover)\w* (?:(?!; |(?:our|ours|we|proposed|by|using|top|best|strongest|attacks?|jailbreak\w*|O\d+) )\S+ ){0,20}$"
)
"""`tests of six public parsers reveal losses of`."""
_ERRING = Ending(
    r" (?P<name>N\d+) (?:s M\d+ (?:drop(?:s|ped)?|f[ae]lls?|degrade[sd]?|declined?) to |(?:(?:still|often) )?(?:(?:wrong|incorrect)ly \w+|misclassify) )(?:[a-z]+ ){0,2}$"
)
"""`CraneNet's accuracy drops to`, `DNNs misclassify`."""
_ACRONYMS = patterns.compiled(r"\p{Lu}*(?:LM|DNN|CNN|GNN)s$")


def losing_rival(tape: Tape, item: int) -> str | None:
    """The system of others that the loss at an item is of: `two recent parsers drop by 13%`, `GPT-4 is 18 points worse`."""
    gap = _GAP_BETWEEN.match(tape.text, tape.offsets[item])
    if gap:
        return baseline_text(tape, gap.span("what"))
    if found := studied(tape, item):
        return found
    loses = _LOSES.search(tape.text, 0, tape.offsets[item])
    if loses is None or (loses["name"] and not _is_of_others(tape, loses.start("name"))):
        return None
    return baseline_text(tape, loses.span("what"))


def studied(tape: Tape, item: int) -> str | None:
    """The systems of others that a sentence says were only tried out, or of which it tells how they err."""
    erring = _ERRING.search(tape.text, 0, tape.offsets[item])
    if erring:
        return tape.items[tape.item_at(erring.start("name"))].mentions[0].text
    tried = _STUDIED.search(tape.text, 0, tape.offsets[item]) or _REVEALED.search(tape.text, 0, tape.offsets[item])
    return baseline_text(tape, tried.span("what")) if tried else None


def _is_of_others(tape: Tape, offset: int) -> bool:
    name = tape.items[tape.item_at(offset)].mentions[0].text
    return bool(SERVED.match(name) or is_others_model(name) or _ACRONYMS.match(name))
