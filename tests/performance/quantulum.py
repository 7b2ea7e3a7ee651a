"""Against quantulum3, which reads quantities only: the same abstracts in the same run.

    .venv/quantulum/bin/python tests/performance/quantulum.py < texts.json

is run by the benchmark, in an environment that has nothing but quantulum3: it reads a list of texts, and prints how
many seconds quantulum3 took for them and how many quantities it found.
"""

from __future__ import annotations

import json
import sys
import time

VERSION = "0.9.2"
ABSTRACTS = 300


def main() -> None:
    from quantulum3 import parser

    texts = json.load(sys.stdin)
    parser.parse("It weighs 5 kg.")  # its units are loaded by the first call
    start = time.perf_counter()
    found = sum(len(parser.parse(text)) for text in texts)
    json.dump({"seconds": time.perf_counter() - start, "quantities": found}, sys.stdout)


if __name__ == "__main__":
    main()
