"""What the sentences before a sentence set up for its claims: the benchmark, whom the method outperforms, whose results."""

from __future__ import annotations

import regex

from leaderboard.extraction import patterns, unlisted
from leaderboard.extraction.baselines import changed_model, rival_of
from leaderboard.extraction.cues import Ending
from leaderboard.extraction.draft import AGAINST, OF_QUALITY, Draft
from leaderboard.extraction.measures import PHRASE_ENDS, VAGUE, Measure
from leaderboard.extraction.mentions import Mention, literal_mentions
from leaderboard.extraction.own_name import OF_ITSELF, OwnName
from leaderboard.extraction.places import on_unnamed, sets_elsewhere
from leaderboard.extraction.quantities import quantities
from leaderboard.extraction.tape import Tape, tape_of
from leaderboard.model import OURS, Kind


class Earlier:
    """What the sentences before a sentence set up: benchmarks, and whom the method outperforms. Read when asked for."""

    def __init__(self, texts: list[str], own: OwnName) -> None:
        self._texts, self._own = texts, own
        self._taken: dict[int, list[Mention]] = {}
        self._told: dict[tuple[int, Kind], Draft] = {}
        self._placed: dict[int, list[Mention]] = {}
        """By sentences with results, where they name more than one benchmark."""
        self.known = background(texts, own)
        """How many sentences tell what is known, before the paper speaks of itself."""

    def benchmarks(self, number: int, measures: list[Measure]) -> list[Mention]:
        """Those of the nearest of the two sentences before sentence `number` that names any or took one from before it.

        None where that sentence has a result of other measures than these, of which sentence `number` tells: `16.7
        perplexity on A. It gains 28.1 ROUGE points.`
        """
        for at in reversed(range(max(self.known, number - 2), number)):
            text = self._texts[at]
            if (_SETS_UP.search(text) or at in self._placed) and (found := self._named(text, at)):
                one_of_more = len({m.canonical or m.text for m in found}) == 1 and _OF_COUNTED.search(text)
                return [] if one_of_more or _AND_OTHERS.search(text) or _of_others(text, measures) else found
            if found := self.introduced(text):
                return [] if _of_others(text, measures) else found
            if _ON_A_ROBOT.search(text) or _ON_ANOTHER.search(text):
                return []  # `we further test it on a robot`, of which this sentence goes on to tell
            if at in self._taken:
                return [] if _of_others(text, measures) else self._taken[at]
        return []

    def takes(self, number: int, benchmark: Mention) -> None:
        """Notes that the results of sentence `number` were measured on a benchmark that it does not name, as may the next's."""
        self._taken[number] = [benchmark]

    def tells(self, number: int, made: list[Draft], tape: Tape) -> None:
        """Notes the results of sentence `number`, of each kind whose results are all of one measure, and its benchmarks."""
        named = [mention for _, item in tape.marks if item.kind == "B" for mention in item.mentions]
        if len(named) > 1 and any(draft.benchmarks for draft in made):
            self._placed[number] = named
        for kind in OF_QUALITY:
            found = [draft for draft in made if draft.kind == kind]
            measures = {d.measure.names if d.measure is not None and d.measure.kind == "M" else None for d in found}
            if len({tuple(name for _, name in names or ()) for names in measures} - {()}) == 1 and None not in measures:
                self._told[number, kind] = found[-1]

    def told(self, number: int, draft: Draft) -> Measure | None:
        """The measure of all results of its kind in the sentence before, of which this one of sentence `number` is one more.

        No score where the two were measured on different benchmarks, which may go by different measures.
        """
        last = self._told.get((number - 1, draft.kind))
        if last is None or last.measure is None or last.quantities[0].unit != draft.quantities[0].unit:
            return None
        if draft.kind == "gain":
            return None if last.measure.names[0][1] in VAGUE else last.measure
        here, there = ({m.canonical or m.text for m in each.benchmarks} for each in (draft, last))
        return last.measure if not (here and there) or here == there else None

    def _named(self, text: str, number: int) -> list[Mention]:
        literal = [m for m in literal_mentions(text) if m.kind == "B" and m.text not in self._own.all]
        if self._own.benchmark is not None:
            literal += unlisted.own_benchmark_mentions(text, self._own.benchmark.name, literal)
        named = self._placed.get(number) or [
            *literal,
            *unlisted.shaped_benchmarks(text, literal, self._own, with_on=False),
        ]
        named.sort(key=lambda mention: mention.start)
        return [m for m in named if not (_PRETRAINED.search(text, 0, m.start) or _SOURCE.search(text, 0, m.start))]

    def introduced(self, sentence: str) -> list[Mention]:
        """The paper's own benchmark, where the sentence says that it was measured there: `on our dataset`."""
        own = self._own.benchmark
        return [Mention("B", 0, 0, own.name)] if own is not None and _MEASURED_THERE.search(sentence) else []

    def subject(self, number: int) -> list[Mention]:
        """The benchmark that the whole paper is about, or the only one it names, unless sentence `number` speaks of others."""
        own = self._own.benchmark
        if own is None or _OTHERS.search(self._texts[number]) or not (own.whole or self._is_only(own.name, number)):
            return []
        return [Mention("B", 0, 0, own.name)]

    def _is_only(self, benchmark: str, number: int) -> bool:
        """Whether a benchmark is introduced before sentence `number` and the abstract names no other."""
        return any(benchmark in text for text in self._texts[:number]) and all(
            mention.text == benchmark for at, text in enumerate(self._texts) for mention in self._named(text, at)
        )

    def measure(self, number: int) -> Measure | None:
        """The one quality measure of the sentence before, where sentence `number` says more of the same result."""
        if not number or not _SAME_RESULT.match(self._texts[number]):
            return None
        found = [m for m in literal_mentions(self._texts[number - 1]) if m.kind == "M"]
        if len({m.canonical for m in found}) != 1:
            return None
        return Measure("M", ((found[0].text, found[0].canonical),))

    def rival(self, number: int, *, of_size: bool) -> str | None:
        """The baseline of the sentence right before sentence `number`, unless this one speaks of something else.

        How much smaller something became (`of_size`) is not against whom it outperforms: `It beats HeronNet. It prunes 90%
        of the weights.`
        """
        text = self._texts[number - 1] if number else ""
        if _ANOTHER_RESULT.match(self._texts[number]):
            return None
        compares = _WE_COMPARE.search(text) is not None
        if not compares and not _OUTPERFORMS.search(text):
            return None
        compares = compares or _ELABORATES.match(self._texts[number]) is not None
        tape = tape_of(text, self._own, quantities(text), literal_mentions(text))
        return rival_of(tape, beaten=not of_size, compared=compares)

    def is_known(self, number: int) -> bool:
        """Whether sentence `number` only tells what is known, before the paper says what it does, or only asks.

        So it may be behind a first sentence that does, where a later one says so once more.
        """
        text = self._texts[number]
        if number < self.known or text.rstrip().endswith("?"):
            return True
        if not _IN_GENERAL.search(text) or _SELF.search(text) or any(name in text for name in self._own.all):
            return False
        itself = [k for k, each in enumerate(self._texts[:number]) if _WE.search(each) or _PROPOSES.search(each)]
        return (not itself or (itself == [0] and number <= 3)) and any(map(_PROPOSES.search, self._texts[number + 1 :]))

    def elaborated(self, number: int) -> str | None:
        """The baseline of the sentence before, where sentence `number` only tells its result in figures: `Notably, it goes from`."""
        return self.rival(number, of_size=False) if _ELABORATES.match(self._texts[number]) else None


def _of_others(text: str, measures: list[Measure]) -> bool:
    """Whether a sentence has results, and these are of none of the quality measures: `mask AP` goes with `AP`."""
    wanted = {name for measure in measures if measure.kind == "M" for _, name in measure.names if name is not None}
    if not wanted - VAGUE or not quantities(text):
        return False
    named = {m.canonical for m in literal_mentions(text) if m.kind == "M" and m.canonical is not None} - VAGUE
    return bool(named) and not {_head(name) for name in named} & {_head(name) for name in wanted}


def _head(measure: str) -> str:
    return measure.lower().replace("-", " ").split(" ")[-1]


def background(texts: list[str], own: OwnName) -> int:
    """How many of an abstract's sentences come before the paper speaks of itself; 0 where it never does.

    A number in them is what is known already: `Pruning cuts the parameters of networks by 90%. Here we show ...`.
    """
    for number, text in enumerate(texts):
        if OF_ITSELF.search(text) or any(name in text for name in own.all):
            return number
    return 0


_IN_GENERAL = patterns.compiled(
    r"^(?:However|Although|Though|While|Whereas|In contrast|Unfortunately|But|Nevertheless|Nonetheless|Yet|Despite|For (?:example|instance)|Typically|Usually|Currently|Traditionally|Today)\b"
    r"|\b(?:typically|usually|generally|commonly|traditionally|often|currently|nowadays|studies (?:suggest|show|have)|ha(?:s|ve) already"
    r"|(?:most|many|current|existing|conventional|traditional|prior|previous|recent|typical|standard) (?:\w+ ){0,2}\w+s (?:are|have|require|need|suffer|take|fail|use|achieve|rely|only|still|can))\b"
)
"""What is told of a field, or held against it, and not of one's own results: `However, such models typically take`."""
_THIS_PAPER = r"(?:papers?|work|articles?|study|letter|report|thesis)"
_SELF = patterns.compiled(
    rf"\b(?:we|ours?|th(?:is|ese) (?:\w+ )?{_THIS_PAPER}|paper|here|in this|propos\w+|experiment(?:s|al)|results)\b",
    regex.IGNORECASE,
)
_WE = patterns.compiled(r"\b(?:[Ww]e|[Oo]ur (?:results|experiments|findings|method|model|approach))\b")
_PROPOSES = patterns.compiled(
    rf"\b(?:in th(?:is|e present) {_THIS_PAPER}|here,? we|(?:(?:this|the present|our) {_THIS_PAPER}|we) (?:\w+ly |then |therefore |thus |also |first )?"
    r"(?:aim|propos|present|introduc|address|investigat|describ|explor|develop|stud|focus|tackl|examin|demonstrat|creat|design|devis|formulat|build|construct|ask|revisit)\w*"
    r"|(?:is|are) (?:proposed|presented|introduced|developed|described))\b",
    regex.IGNORECASE,
)
_ELABORATES = patterns.compiled(
    r"(?:Specifically|In particular|Particularly|For (?:example|instance)|E\.g\.|Notably|More (?:specifically|precisely|remarkably)"
    r"|Concretely|Remarkably|Especially|Namely)\b"
)
_ANOTHER_RESULT = patterns.compiled(
    r"(?:Moreover|Furthermore|In addition|Additional(?:ly)?|Besides|Finally|Lastly|Meanwhile|Also|And|Further|However|(?:More )?[Ii]mportantly|\w+ingly"
    r"|For (?!example|instance)|In (?!particular)|On (?!average)|With|By|Using|When|While|Under|Even|An?|Human)\b|.{0,20}\b(?:also|further)\s"
)
"""How a sentence begins that speaks of another experiment, or of another kind of gain, than the one before it."""
_WE_COMPARE = patterns.compiled(
    r"\b[Ww]e\s(?:\w+\s){0,3}compared?\s|\b(?:is|are|was|were)\scompared\s(?:to|with|against)\s"
)
_SAME_RESULT = patterns.compiled(
    r"(?:This|That|Th(?:is|ese) results?)\s(?:is|represents?|corresponds?|constitutes?|amounts?|translates?|means|marks)\b"
)
_OUTPERFORMS = patterns.compiled(
    r"outperform|surpass|exceed|\bbeat|improves? (?:up)?on|superior|better (?:\w+ ){0,2}than|compar(?:ed|ing|ison) (?:to|with)"
)
_PRETRAINED = patterns.compiled(
    r"(?<!\b(?:[Ff]or|[Oo]n|[Oo]f|[Aa]gainst)\s(?:[\w-]+\s){1,6})\b(?:[Pp]re-?train(?:ed|ing)|learn(?:ed|t))\s(?:(?:only|solely)\s)?(?:on|with|using)\s(?:(?:the|whole|full|entire|large|large-scale)\s)*$"
)
_SOURCE = Ending(
    r"\b(?:extend(?:s|ed|ing)?|[Ff]ollow(?:s|ing)?|[Ii]nspir(?:ed by|ation from)|[Uu]nlike|[Ss]imilar to|available (?:for|in)"
    r"|(?:derived|built|created|constructed|generated|synthesi[sz]ed|adapted|sampled|drawn|extracted|sourced) from) (?:the |our |an? )?(?:[\w-]+ ){0,3}$"
)
"""Before what was taken up, and not tested on: `we extend the established Heron data set`."""
_SETS_UP = patterns.compiled(r"\b(?:[Oo]n|datasets?|benchmarks?|evaluat\w+|experiments?|test\w*|corpus|challenge)\b")
_SET = r"(?:data\s?set|benchmark|corpus|database|test\s?set|test\ssuite)"
_MEASURED_THERE = patterns.compiled(
    rf"(?<!\b(?:train(?:ed|ing)|tuned|tuning|learned|learning)\s)\b(?:on|in|over|of|for)\s(?:our|this|the\s(?:proposed|new|introduced|collected|presented|same|(?=data|bench|corp)))\s?(?:[\w-]+\s){{0,3}}{_SET}\b(?!s)"
)
_OTHERS = patterns.compiled(
    r"\b(?:datasets|data\ssets|benchmarks|corpora|downstream|real[- ]world(?!\s(?:problems?|challenges?)\b)|train(?:ed|ing)\s(?:on|with|using|from)|(?:other|another|existing)\s(?:[\w-]+\s){0,3}(?:data\s?set|benchmark|corpus|tasks?|domains?))\b"
)
_RESULT_VERB = r"(?:find|found|observe|achieve|obtain|improve|outperform|report|show|reach|attain|surpass|demonstrate|reduce|see|note)\w*"
_ANOTHER_EXPERIMENT = patterns.compiled(
    rf"^(?:(?:besides|moreover|furthermore|additionally|in\saddition|finally),\swe\s(?:also\s|further\s)?|we\s(?:also|further|additionally)\s)(?!{_RESULT_VERB}\b)\w"
    r"|^in\s(?:further|additional|other|an?|the\s[\w-]*\p{Lu}[\w-]*)\s(?:[\w-]+\s)?experiments?\b|^(?:robotic|physical|field|hardware|real-robot|on-robot)\sexperiments\b|\b(?:user\sstudy|human\s(?:evaluat|rat)\w+|of\susers|real\srobots?|robot(?:ic)?\sexperiments|downstream)\b",
    regex.IGNORECASE,
)  # `we also build`, after which the sentence before says no more where that was measured
_ON_ANOTHER = patterns.compiled(
    r"\b(?:on|to)\s(?:another|a\s(?:different|second))\s(?:[\w-]+\s){0,3}(?:data\s?set|benchmark|corpus)\b"
)
_ON_A_ROBOT = patterns.compiled(
    r"\b[Ww]e\s(?:also|further|additionally|then|finally)\s(?:test|deploy|appl|validat|evaluat|demonstrat|implement|verif)\w*\s[^.]*\b(?:robots?|hardware|real[- ](?:world|time)|field|users?|patients?)\b"
    r"|\b[Rr]eal[- ](?:world|scenario|robot)s?\s(?:robot\s)?experiments?\b"
)
_ONE_EACH = patterns.compiled(
    r"\brespectively\b|\b(?:the|these|both)\s(?:(?:two|three|four|five)\s)?(?:datasets|data\ssets|benchmarks)\b|\b(?:each|the\srespective)\s(?:data\s?set|benchmark|corpus)\b"
)
_SETS_NAMED = patterns.compiled(r"\b(?:datasets|data\ssets|benchmarks|tasks)\b")
_OTHER_PAIR = patterns.compiled(
    r" (?![QFTB]\d|[,;.:()])\S+ and (?![QFTB]\d|[,;.:()]|thus |then |also )(?:\S+ ){1,20}?respectively "
)
_OF_COUNTED = patterns.compiled(
    r"\b(?:two|three|four|five|six|both)\s(?:[\w-]+\s){0,5}?(?:datasets|data\ssets|benchmarks|corpora)\b"
)
"""More data sets than the one that a name is read of: `on two data sets: Pond Heron Data and its twin`."""
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4}
_ON_EACH = patterns.compiled(
    r"\b(?:[Oo]n|[Ii]n|[Oo]ver|[Ff]or|[Aa]cross)\s(?:(?P<all>both)|(?:all|each)(?:\sof)?(?:\s(?:the|these))?\s(?P<count>two|three|four))\s(?:\w+\s)?(?:datasets|data\ssets|benchmarks)\b"
)
_AND_OTHERS = patterns.compiled(
    r"\b(?:and|as\swell\sas)\s(?:on|in|over|across)\s(?:an?|other|another|several|selected|multiple|various|two|three|four|five|ten|\d+)\s"
)
_MANY_TASKS = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|other|many|multiple|various|several|different|diverse|both|real|these|across|downstream|new|novel)\s(?:[\w-]+\s){0,3}(?<!\b(?:all|of\s\d+)\s)tasks"
"""More tasks than those of one benchmark, as `on tasks that ask for care` are not."""
_MANY = patterns.compiled(
    rf"\b(?<!\b(?:additional|extra|external)\s)(?:datasets|benchmarks|corpora|{_MANY_TASKS}|domains|scenarios(?=,?\s(?:such\sas|including|like)\b)|applications|splits\sof|real[- ]world|real robot|our (?:held-out|own|internal|private|in-house))\b"
    r"|\b(?:[Oo]n|[Ii]n|[Ff]or|[Oo]ver)\san?\s(?:[\w-]+\s){0,6}?(?:task|data\s?set|benchmark|corpus|environment|domain|problem)\b"
    r"|^\s*(?:On|In|For|Across)\s(?!(?:the|these|those|this|its|all)\s)(?:[\w-]+\s){1,3}tasks\b"
)


_OTHER_MEASURE = patterns.compiled(r"\b(?:metrics?|measures?|in terms of)\b")
_ALONE = patterns.compiled(rf"\S+ (?:{PHRASE_ENDS}) ")
"""A figure that no noun follows, which would say what it is of: `we found a 90% recovery of the speed`."""


def take_from_context(made: list[Draft], tape: Tape, earlier: Earlier, number: int) -> None:
    """Benchmark, baseline and measure from the sentences before, only where unambiguous and the claim is one of quality."""
    against = [draft for draft in made if draft.kind in AGAINST and draft.baseline is None]
    sizes = [draft.kind == "saving" and draft.measure is not None and _is_size(draft.measure) for draft in against]
    rivals = {of_size: earlier.rival(number, of_size=of_size) for of_size in set(sizes)}
    for draft, of_size in zip(against, sizes, strict=True):
        draft.baseline = rivals[of_size] or changed_model(tape, draft.item)
    nameless = [draft for draft in made if draft.role == "baseline" and draft.method == OURS]
    if nameless and (rival := earlier.elaborated(number)):
        for draft in nameless:
            draft.method = rival
    wanting = [draft for draft in made if draft.kind in OF_QUALITY]
    unmeasured = [draft for draft in wanting if draft.kind == "gain" and draft.measure is None]
    measure = earlier.measure(number) if unmeasured else None
    for draft in unmeasured:
        draft.measure = measure
    if wanting and not any(item.kind == "B" for _, item in tape.marks):
        _place(wanting, tape, earlier, number)
    if not any(item.kind == "M" for item in tape.items):
        other = _OTHER_MEASURE.search(tape.sentence) or _ANOTHER_EXPERIMENT.search(tape.sentence)
        for draft in wanting:
            alone = not other if draft.kind == "gain" else _ALONE.match(tape.text, tape.offsets[draft.item])
            if draft.takes_measure and alone:
                draft.measure = earlier.told(number, draft)
    earlier.tells(number, made, tape)


def _is_size(measure: Measure) -> bool:
    return any(name in _SIZES for _, name in measure.names)


_SIZES = frozenset(("parameters", "FLOPs", "MACs", "model size", "weight", "storage"))


def _place(wanting: list[Draft], tape: Tape, earlier: Earlier, number: int) -> None:
    """Benchmarks from the sentences before, for a sentence that names none."""
    context = earlier.introduced(tape.sentence)
    alone = bool(context)
    if not context:
        context = (
            []
            if _ANOTHER_EXPERIMENT.search(tape.sentence)
            else earlier.benchmarks(number, [draft.measure for draft in wanting if draft.measure])
        )
        alone = len({m.canonical or m.text for m in context}) == 1 and not _MANY.search(tape.sentence)
    if not alone and (subject := earlier.subject(number)):
        context, alone = subject, True  # `ours reaches 40%, so that the tasks are hard`
    if alone and context and unlisted.trains_on(tape.sentence, context[0].text):
        return
    if alone and context:
        earlier.takes(number, context[0])
    wanting = [draft for draft in wanting if not (on_unnamed(tape, draft.item) or _on_more(tape, draft.item))]
    numbers = [len(draft.quantities) for draft in wanting]
    for place, draft in enumerate(wanting):
        if alone:
            draft.benchmarks = context[:1]
        elif numbers[place] == len(context) and _ONE_EACH.search(tape.sentence) and not _of_other_pairs(tape):
            draft.benchmarks = list(context)
        elif numbers == [1] * len(context) and "respectively" in tape.tokens[wanting[-1].item :]:
            if len({draft.measure and draft.measure.names for draft in wanting}) == 1 and not _of_other_pairs(tape):
                draft.benchmarks = [context[place]]
        elif _on_each(tape, draft, len(context)):
            draft.benchmarks = list(context)


def _on_more(tape: Tape, item: int) -> bool:
    """Whether a figure is told of a further task: `it also gains 2% on bird segmentation`."""
    return " also " in tape.text[: tape.offsets[item]] and sets_elsewhere(tape, item)


def _of_other_pairs(tape: Tape) -> bool:
    """Whether a sentence itself names what `respectively` parts: `on GPUs and CPUs, it gains 2% and 3%, respectively`."""
    return _OTHER_PAIR.search(tape.text) is not None and _SETS_NAMED.search(tape.sentence) is None


def _on_each(tape: Tape, draft: Draft, count: int) -> bool:
    """Whether one figure is said to hold on each of so many benchmarks: `on all three data sets, it gains 2%`."""
    said = _ON_EACH.search(tape.sentence)
    if said is None or len(draft.quantities) > 1 or draft.quantities[0].bound == "up to":
        return False
    return _COUNTS[(said["count"] or said["all"]).lower()] == count and "averag" not in tape.sentence
