"""The words before a measure that say which one it is: `plan accuracy`, `lateral error`; `high accuracy` is none."""

from __future__ import annotations

from leaderboard.extraction import patterns
from leaderboard.extraction.rules import word_classes
from leaderboard.extraction.tape import Tape

_CLASSES = word_classes()
_FUNCTION = (
    r"an?|the|its|our|their|his|her|this|these|those|such|each|every|all|any|some|no|not|other|another|same|it|we|they|is|are|was|were|be|been|being|do|does|did"
    r"|can|could|may|might|will|would|should|or|nor|so|yet|also|even|only|just|still|then|thus|hence|here|there|now|although|though|since|because|if|whether|unlike"
    r"|despite|however|both|either|neither|between|among|within|into|onto|via|about|around|up|out|down|off|towards?|throughout|beyond|below|above|through|near|behind"
    r"|upon|due|given|until|before|whose|who|what|how|times?|to-\S+|why|whilst|latter|former"
)
_PRAISE = (
    r"high|highest|low|lowest|best|good|great|greatest|large|largest|small|smallest|fewer|less|least|most|strong|strongest|competitive|comparable|similar|equal"
    r"|identical|impressive|remarkable|excellent|outstanding|satisfactory|acceptable|significant|substantial|considerable|noticeable|consistent|reliable"
    r"|slight|minimal|minor|negligible|maximum|maximal|minimum|optimal|near-optimal|near-perfect|perfect|superb|final|total|overall|mean|average|cumulative"
    r"|individual|respective|corresponding|resulting|remaining|typical|main|original|initial|first|second|single|prior|previous|existing|current|competing|promising|encouraging|exceptional|unprecedented|accurate|ultra-[a-z]+"
    r"|leading|surprising|state-of-the-art|sota|state|art|new|top|absolute|relative|more|many|several|unknown|real|actual|true|possible|desirable|simple|human-level"
    r"|human|baseline|wide|full|percent|percentage|amount|term|clear|extraordinary|fast|bit|worse|worst|diverse|last|zero|one|two|three|four|five|six|standard|compact"
    r"|decent|respectable|dramatic|achievable|available|measurable|notable|novel|different|precise|previously-reported|quite|very"
    r"|almost|reasonable|little|own|varying|constant|successful|real-time|effective|[a-z]{3,}(?<!requ|inter|for|harv)est"
)
_VERB = "allow|enable|cause|exert|handle|indicate|reveal|require|resolve|detect|identify|withstand|accelerate|possess"
_SAID = "|".join(
    _CLASSES[name]
    for name in ("achieve", "improve", "reduce", "outperform", "worsen", "higher", "lower", "faster", "approach")
)
_CHANGE = "|".join(_CLASSES[name] for name in ("improvement", "reduction", "worsening"))
_ENDS = "|".join(word for word in _CLASSES["phrase_end"].split("|") if word != r"\S+ing")
_PARTICIPLE = (
    r"(?!(?:un)?(?:weighted|balanced|supervised|labeled|targeted|constrained)|normali[sz]ed|verified|certified|squared|mixed|closed|speed|seed)"
    r"[a-z]+ed|(?:includ|sacrific|compar|hav|mak|requir|ensur|consider|combin|end|winn|enjoy|exhibit|yield|attain|induc|violat|sustain|apply)ing"
)
_MODIFIER = patterns.compiled(
    rf"(?!(?:{_FUNCTION}|{_PRAISE}|{_VERB}|{_SAID}|{_CHANGE}|{_ENDS}|{_PARTICIPLE}|\w+ly|[a-z]+(?<![sui])s)$)[a-z][a-z\d]+(?:-[a-z\d]+)*"
)
_MOST = 3


def modified_from(tape: Tape, index: int) -> int:
    """The index of the first word of the name that ends in the measure at an index; that index itself where no word modifies it."""
    first = index
    while first > max(0, index - _MOST) and (_is_modifier(tape, first - 1) or _ends_modifier(tape, first - 1)):
        first -= 1
    return first + (first < index and _behind_helper(tape, first))


def _behind_helper(tape: Tape, index: int) -> bool:
    """Whether what stands before a word makes it no name but a verb: `can exert pecking forces`, `able to identify forces`."""
    before = tape.items[index - 1].word or ""
    if before == "to":
        return index > 1 and _LEADS_TO_VERB.fullmatch(tape.items[index - 2].word or "") is not None
    return _HELPS_VERB.fullmatch(before) is not None


_HELPS_VERB = patterns.compiled(r"can|could|may|might|will|would|should|must|cannot")
_LEADS_TO_VERB = patterns.compiled(
    r"(?:un)?able|ability|capable|capability|possible|required|necessary|needed|used|needs?|order|shown|sufficient|enough"
    r"|fail(?:s|ed)?|how|easy|hard|difficult|allowed|seeks?|aims?|helps?|designed|intended|learn(?:s|ed)?|trained|tries|only"
)


def _ends_modifier(tape: Tape, index: int) -> bool:
    """Whether a word is `set` behind a word that says which: `prediction set size`."""
    return index > 1 and tape.items[index].word == "set" and _is_modifier(tape, index - 1)


def _is_modifier(tape: Tape, index: int) -> bool:
    """Whether a word may say which measure is meant; so may what goes on: `tracking error`."""
    item = tape.items[index]
    if item.kind == "S":
        return _ACTIVITY.fullmatch(item.mentions[-1].text) is not None
    return item.kind == "w" and _MODIFIER.fullmatch(item.word) is not None


_ACTIVITY = patterns.compiled(r"[a-z]+ing|inference|search|simulation|retrieval")
