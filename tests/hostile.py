"""Input from people who want to harm those who read the site: every field holds what browsers and spreadsheets obey."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RUNS = "window.owned=true"
MARKUP = (
    f"<script>{RUNS}</script>",
    f"</title></script><script>{RUNS}</script>",
    f"<img src=x onerror={RUNS}>",
    f'"><svg onload={RUNS}>',
    f"' onmouseover='{RUNS}' x='",
    f"<a href=javascript:{RUNS}>press</a>",
    "<link rel=stylesheet href=https://evil.example/x.css><style>*{display:none}</style>",
    "--><!--[if IE]><base href=https://evil.example/>",
    f"]]><![CDATA[<script>{RUNS}</script>",
    "&lt;b&gt;&#60;script&#62;&amp;",
    "\\u003cscript\\u003e \\x3cscript\\x3e",
)
TEMPLATES = ("{{ 7 * 7 }}{% raw %}", "${7*7} #{7*7} <%= 7*7 %>", "{% endblock %}{{ self.__class__ }}", "%(x)s {0} %n")
LETTERS = (
    "\u202egnp.exe",  # what follows runs from right to left
    "\u2066\u2067\u2068 never closed \u202d",
    "zero\u200bwidth\u200djoin\ufeff",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 RTL",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f\u200d\U0001f308",
    "Z" + "\u0351\u0338\u0334" * 60,
    "W" * 2000,
    "\u2028line\u2029paragraph\x0bvertical",
)
FORMULAS = (
    '=HYPERLINK("http://evil.example","press")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\uff1d1+1",
)
TEXTS = (*MARKUP, *TEMPLATES, *LETTERS, *FORMULAS)
ADDRESSES = (
    f"javascript:{RUNS}",
    f"JaVaScRiPt:{RUNS}",
    f"java\nscript:{RUNS}",
    f"data:text/html,<script>{RUNS}</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    f'https://good.example/"onmouseover="{RUNS}',
    "https://good.example/\u202egnp",
)
PATHS = ("../../../escaped", "..\\..\\escaped", "/etc/passwd", "C:\\x", "a/../../b", ".", "..", "CON")
IDS = (*PATHS, "nul\x00byte", "i" * 3000)


def write(folder: Path) -> list[Path]:
    """The files of hostile input: papers with abstracts, and evaluation tables."""
    papers, tables = folder / "papers.jsonl", folder / "tables.json"
    papers.write_text("".join(json.dumps(paper) + "\n" for paper in _papers()), encoding="utf-8")
    tables.write_text(json.dumps(_tables()), encoding="utf-8")
    return [papers, tables]


def _papers() -> list[dict[str, Any]]:
    """A paper for each text, as its title's end and within the sentence of its result."""
    return [
        {
            "id": IDS[number] if number < len(IDS) else f"h{number}{text}",
            "title": f"{text} Owlet-{number}",
            "abstract": f"Owlet-{number} achieves {60 + number / 4}% top-1 accuracy on ImageNet, {text} as it were. "
            f"It is {2 + number}x faster than {text} and needs 40% less memory than ResNet-50.",
            "url": ADDRESSES[number % len(ADDRESSES)],
            "code_url": ADDRESSES[-1 - number % len(ADDRESSES)],
            "venue": text,
            "year": 2000 + number % 20,
        }
        for number, text in enumerate(TEXTS)
    ]


def _tables() -> list[dict[str, Any]]:
    """Each text as a task, a benchmark, a metric and a method; one board of all methods."""
    rows = [
        {
            "model_name": text,
            "paper_title": f"Table of {text}",
            "paper_url": ADDRESSES[number % len(ADDRESSES)],
            "paper_date": f"{2001 + number % 20}-01-01",
            "code_links": [{"title": text, "url": ADDRESSES[-1 - number % len(ADDRESSES)]}],
            "metrics": {"Top 1 Accuracy": f"{50 + number}%", text: f"{number + 1}"},
        }
        for number, text in enumerate(TEXTS)
    ]
    small = [
        {"dataset": text, "sota": {"rows": [row | {"metrics": {"Accuracy": "70%", text: "8"}} for row in rows[:2]]}}
        for text in TEXTS
    ]
    large = {"dataset": "ImageNet", "sota": {"rows": rows}}
    return [{"task": each["dataset"], "datasets": [each]} for each in (large, *small)]
