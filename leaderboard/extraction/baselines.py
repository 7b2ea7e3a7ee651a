"""What a change is measured against: the words after `over`, `than`, `compared to`, and those that name no system."""

from __future__ import annotations

import regex

from leaderboard.extraction.rules import compile_pattern
from leaderboard.extraction.tape import Tape

_THAN_AFTER = compile_pattern(
    "( {than} | {outperform} ) ( the | that | those | of )* <baseline> ( , | \\. | \\) | ; | : | by | while | with | on | in | and | for | at | when | which | using | \\( | across | respectively | under | is | are | without | Q\\d\\S* )"
)
_BEATS_BEFORE = compile_pattern(
    "{outperform} ( the )? <baseline> ( , | \\. | \\) | ; | by | while | with | on | in | and | for | at | when | which | using | \\( | across | respectively | under | Q\\d\\S* )"
)
_GAINED_BEFORE = compile_pattern(
    "( {improvement} | {higher} | {reduction} | {lower} | {faster} ) ~4 ( over | upon | than | against | compared to | compared with | relative to ) ( the )? <baseline> ( , | \\. | \\) | ; | : | by | while | with | on | in | and | for | at | when | \\( | of | – | -- | Q\\d\\S* )"
)
_COMPARED = compile_pattern(
    "( compared | compare ~3 | relative | comparison | contrast ) ( to | with ) ( the | that | those | of )* <baseline> ( , | \\. | \\) | ; | : | by | while | with | on | in | and | for | at | when | which | using | \\( | across | respectively | under | without | we | our | O\\d+ | Q\\d\\S* )"
)


_TIED = compile_pattern(
    "( match\\w* | par with | comparable to | comparable with | equal to | competitive with | similar to | equivalent to | competitively with | attains? ) ( the )? ( performance of | accuracy of | quality of )? <baseline> ( , | \\. | ; | by | while | with | on | in | and | for | at | when | \\( | using | Q\\d\\S* )"
)
_IMPROVED = compile_pattern("{improve} ( the )? ( ~4 of ( the | a | an | current )* )? <baseline> by")
_SYSTEM = regex.compile(
    r"state[- ]of[- ]the[- ]art|\b(?:sota|baselines?|backbones?|detectors?|models?|methods?|systems?|networks?|approach(?:es)?|nets?)\b|\p{Lu}.*\p{Lu}|\p{L}\d"
)
_BESIDE_NAME = regex.compile(
    r" (?:than|over|outperform\w*|surpass\w*|exceed\w*|beat\w*|such as|and|,|to|with|,? like) (?:the )?(?P<name>N\d+) \( (?:by )?$"
)
_AND_BY = regex.compile(
    r" (?:and|,|,? as well as) (?:the )?(?P<baseline>(?:(?!by |Q\d|,|;|\.|and |M\d|B\d|S\d|R\d)\S+ ){1,7})by (?:\S+ ){0,2}$"
)


def find_baseline(tape: Tape, index: int) -> str | None:
    """What a change is measured against, from the words after the quantity, then before it, then the whole sentence."""
    at = tape.offsets[index]
    until = tape.offsets[index + 1] if index + 1 < len(tape.offsets) else len(tape.text)
    beside = _AND_BY.search(tape.text[:at])
    compares = beside and regex.search(
        r" (?:outperform|surpass|exceed|beat|improv\w+ (?:up)?on|over|than)", tape.text[: beside.start()]
    )
    if beside and compares and (text := baseline_text(tape, beside.span("baseline"))):
        return text
    before = [*_BEATS_BEFORE.finditer(tape.text, 0, until), *_GAINED_BEFORE.finditer(tape.text, 0, until)]
    before.sort(key=lambda match: match.start())
    if before and before[-1].end() >= at - 12 and (text := baseline_text(tape, before[-1].span("baseline"))):
        return text  # `an improvement over LoRA by 2%`: nothing stands between
    if beside_name := _BESIDE_NAME.search(tape.text[:at]):
        return tape.items[tape.item_at(beside_name.start("name"))].mentions[0].text  # `Mask2Former (+1.7% PQ)`
    after = tape.text[at:]
    stop = regex.search(r" (?:Q\d|F\d|T\d|; )", after)
    limit = at + (stop.start() + 1 if stop else len(after))
    later: str | None = None
    for match in _THAN_AFTER.finditer(tape.text, at):
        if text := baseline_text(tape, match.span("baseline")):
            if match.start() <= limit:
                return text
            later = later or text
    for match in reversed(before):
        if ";" not in tape.text[match.end() : at] and (text := baseline_text(tape, match.span("baseline"))):
            return text
    for match in _IMPROVED.finditer(tape.text, 0, at):
        text = baseline_text(tape, match.span("baseline"))
        if text and _SYSTEM.search(text):
            return regex.sub(r"\s(?:performance|results?|accuracy|scores?)$", "", text)
    for pattern in (_COMPARED, _TIED):
        for match in pattern.finditer(tape.text):
            if text := baseline_text(tape, match.span("baseline")):
                return text
    return later if ";" not in tape.text[at:] else None


def rival_of(text: Tape) -> str | None:
    """Whom a sentence says the paper's method outperforms, for the numbers of the next one."""
    for match in _BEATS_BEFORE.finditer(text.text):
        if found := baseline_text(text, match.span("baseline")):
            return found
    return None


_NAMES_A_TASK = regex.compile(
    r"\b(?:sub-?tasks?|datasets?|benchmarks?|settings?|test sets?|metrics|splits?|scenarios?|domains?|languages)$",
    regex.IGNORECASE,
)
_NO_BASELINE = regex.compile(
    r"^(?:\W*|(?:previous|prior|the|a|an|all|\d+|baseline|real|multiple|several|various|many|different|time|time\S*|other|its|their|range|wide range|variety|two|three|four|five|six|seven|eight|nine|ten|set|diverse|average|\w+ing|state|each|both|these|those|this|it|datasets?|tasks?|benchmarks?|of|obtained|achieved|produced|used|\d.*)(?:\s(?:datasets?|tasks?|benchmarks?|range|variety|set|settings?|scenarios|domains|languages|experiments|real|time|years?|seeds|runs))*(?:\sof)?)$",
    regex.IGNORECASE,
)


_AN_AMOUNT = regex.compile(
    r"(?:average|mean|median|overall)\s|(?:one|two|three|four|five|six|ten|half)\s(?:\p{Ll}+\s)?(?:of|seconds?|minutes?|hours?|days?)\b",
    regex.IGNORECASE,
)


def baseline_text(tape: Tape, span: tuple[int, int]) -> str | None:
    """The baseline that a span of the tape names, None where it is no system at all."""
    first = tape.item_at(span[0])
    if tape.items[first].kind in "BMSRQ":
        return None
    text = " ".join(tape.source(*span).split())
    text = regex.sub(
        r"^(?:(?:the|a|an|its|their|our|that|those|of|all|or|and|even|outperforms?|surpass(?:es)?)\s)+",
        "",
        text,
        flags=regex.IGNORECASE,
    )
    text = regex.sub(
        r"[\s,]+(?:significantly|respectively|on average|respectively|and|consistently|substantially|both|only|even|further|also|with|by|on|in|of|for|to)$",
        "",
        text,
    ).strip(" ,.;:()")
    if not text or _NO_BASELINE.match(text) or _AN_AMOUNT.match(text) or _NAMES_A_TASK.search(text) or len(text) > 120:
        return None
    return text
