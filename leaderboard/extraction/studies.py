"""Papers that only study what others made, a comparison of models or a test of tools, and make no system of their own."""

from __future__ import annotations

from leaderboard.extraction import patterns

_MODELS = (
    r"(?:\p{Lu}{0,6}(?:LM|VLA)s?\b|(?i:language|vision|foundation|reasoning|multimodal|video|audio|reward|embedding|generative|AI)[\s-](?:[\w-]+\s)?(?i:models?)\b"
    r"|ChatGPT|GPT-?\d|Claude\b|Gemini\b|DeepSeek\b|LLaMA|Llama|(?i:chatbots?)\b|\bAI\s(?:\w+\s)?(?i:assistants?|tools?|agents?|systems?)\b)"
)
"""Systems that are asked rather than made."""
_STUDY = (
    r"(?:(?:re-?)?evaluat(?:ing|ion)|benchmark(?:ing|s)?|assess(?:ing|ment)|audit(?:ing)?|stress[- ]test(?:ing)?|testing|prob(?:ing|e)|measuring|compar(?:ing|ison)|examin(?:ing|ation)"
    r"|investigati(?:ng|on)|analy(?:sis|zing|sing)|stud(?:y|ies)|robustness)"
)
_ASKS = r"(?:(?i:how|can|do|does|are|is|could|will)\b)"
_TITLE_ASKS = patterns.compiled(
    rf"\b(?i:{_STUDY})\b.*?(?:{_MODELS})|(?:{_MODELS}).*?\b(?i:{_STUDY})\b|(?:^|[:?!]\s){_ASKS}.*?(?:{_MODELS}).*\?"
)
"""`Can Language Models Name Owls?`, `GPT-4 in the Pond: An Empirical Study`."""
_TAIL_ASKS = patterns.compiled(
    rf":\s(?:An?\s|The\s)?(?:[\w-]+\s){{0,2}}?(?i:{_STUDY})\s.*?(?:{_MODELS}|\b[Aa]gents\b)|:\s{_ASKS}.*?(?:{_MODELS}|\b[Aa]gents\b).*\?"
)
"""`PondWatch: Evaluating Language Models in the Wild`, whose name is that of a test."""
_TRIES = r"(?:evaluat|test|benchmark|assess|compar|examin|prob|audit|analy[sz]|investigat)(?:e[sd]?|ed|s|es|ing)?"
_MANY = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple|various|different|leading|state-of-the-art|SOTA|popular|frontier|existing|recent|current|widely[- ]used|open[- ]source|open[- ]weight|commercial|proprietary|contemporary|modern|representative|prominent|advanced|flagship|common|established|cutting-edge|pre-?trained|both|a\s(?:range|variety|suite|number|set)\sof)"
_SYSTEMS = r"(?i:models|LLMs|VLMs|detectors|tools|agents|chatbots|devices)"
_TRIES_OUT = patterns.compiled(
    rf"\b(?:[Ww]e|(?:[Tt]his|[Oo]ur|[Tt]he\spresent)\s(?:study|paper|work|article|research))\s(?:\w+\s){{0,3}}?{_TRIES}\s(?:[\w,'’()-]+\s){{0,8}}?(?:{_MODELS}|{_MANY}\s(?:[\w,-]+\s){{0,4}}?{_SYSTEMS}\b)"
    rf"|(?i:evaluation|assessment|comparison|benchmarking|experiments|tests|stud(?:y|ies)|analys[ie]s)\s(?:of|on|with|across|against|between)\s(?:[\w,'’()-]+\s){{0,2}}?{_MANY}\s(?:[\w,-]+\s){{0,4}}?(?:{_MODELS}|{_SYSTEMS}\b)"
)
"""`we evaluate several open-source parsers`."""
_SYSTEM = r"(?:models?|methods?|approach(?:es)?|frameworks?|systems?|algorithms?|networks?|architectures?|techniques?|pipelines?|agents?|classifiers?|detectors?|solutions?|tools?|strateg(?:y|ies)|polic(?:y|ies)|controllers?|planners?|parsers?|robots?|solvers?|modules?|mechanisms?|platforms?|prototypes?|encoders?|optimizers?|sensors?)"
_FOR_STUDY = r"(?i:benchmark|data\s?set|corpus|corpora|evaluat|protocol|metrics?\b|measur|taxonomy|analys|stud(?:y|ies)|comparison|survey|test|questions?\b|guidelines?|experiments?\b|prob(?:e|ing)\b|assess|challenge|audit|diagnos|scenarios?\b|tasks?\b|collection|findings?|evidence|insights?|results)"
_NOT_FOR_STUDY = rf"\s(?!(?:[^\s.;]+\s){{0,12}}?[^\s.;]*{_FOR_STUDY})"
_MAKES = patterns.compiled(
    rf"\b(?:[Ww]e|paper|work|study|article)\s(?:\w+\s){{0,3}}?(?:(?:propos|introduc|present|develop|design|devis|implement|construct|creat)(?:es?|ed|s)?|buil[dt]s?|train(?:ed|s)?){_NOT_FOR_STUDY}"
    rf"|\b(?:is|are|was|were)\s(?:\w+\s){{0,2}}?(?:proposed|introduced|presented|developed|designed){_NOT_FOR_STUDY}"
    r"|\b(?:develop|design|propos|implement|buil[dt]|creat)(?:ed|e|t)?\sand\s(?:\w+\s)?(?:evaluat|test|compar|assess|validat)"
    r"|\b[Ww]e\s(?:also\s|\w+ly\s)?release\s(?:[\w-]+\s){0,3}?(?:models|checkpoints|weights)\b|\bcontribution\sis\s(?:an?|the)\s(?:\w+\s)?(?:method|model|approach|algorithm)\b"
    rf"|\b(?:[Oo]ur|[Pp]roposed|[Nn]ovel)\s(?:(?!{_FOR_STUDY})[\w-]+\s){{0,3}}?{_SYSTEM}\b|(?<!without\s)\b[Ff]ine-?[Tt]un"
)
"""What says that a system of the paper's own is at work as well: `we train`, `our parser`, and not `our test of parsers`."""
_OURS = (
    *("our method", "our approach", "our model", "our framework", "our system", "our proposed", "proposed method"),
    *("Our method", "Our approach", "Our model", "Our framework", "Our system"),
)
"""What `_MAKES` would find as well, but later."""


_TITLE_MAKES = patterns.compiled(
    r"\b(?:Method|Approach|Framework|Architectures?|Pipeline|Algorithm)\b(?!.*\b(?:Evaluat|Benchmark|Assess|Audit))"
)
"""A title that names what was made: `A Study of a Nesting Method Using Language Models`."""


def studies_others(title: str, abstract: str, name: str | None) -> bool:
    """Whether a paper tries out what others made, and says of nothing that it made it itself but for that.

    `name` is what it calls its own, which may be that of a test: `PondWatch: Evaluating Language Models`.
    """
    if any(each in abstract for each in _OURS):
        return False  # as most say: this is seen at once
    if name is None:
        asks = _TITLE_ASKS.search(title) or _TAIL_ASKS.search(title) or _TRIES_OUT.search(abstract)
    else:
        tail = _TAIL_ASKS.search(title)
        asks = tail if tail and name in title[: tail.start()] else None
    return asks is not None and not any(
        made.search(text) for made, text in ((_TITLE_MAKES, title), (_MAKES, title), (_MAKES, abstract))
    )
