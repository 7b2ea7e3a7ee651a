"""Faster: `1.45x speedup over GPTQ`, `trains 33% faster`, `accelerates inference by 2x`."""

from leaderboard.extraction.rules import Rule

RULES = [
    # A comparison or a noun. Above the other families: `2x faster at 40% lower cost` is a speedup first,
    # and words of speed are hardly ever meant otherwise.
    Rule(
        "<value> {faster}",
        "<value> ( as | \\) | of(?!\\sthe\\s) )? {degree}* ( [a-z-]+ | <measure> )? {faster}",
        "faster",
        examples=(
            ("Our compiler gives a 1.45x speedup over GPTQ.", ("speedup 1.45 x vs GPTQ",)),
            ("Our tracker offers 3x faster inference than HeronNet.", ("speedup 3 x | inference time vs HeronNet",)),
        ),
        counter_examples=(
            "Our compiler gives a 1.45x reduction of memory.",
            "Our detector is 2.3% better.",
        ),
        priority=58,
    ),
    Rule(
        "<value> ( <other> ) {faster}",
        "( <value:%x> \\( ~2 <other> ~2 \\) | <value:%x> ( on )? average \\) ) {degree}* ( [a-z-]+ | <measure> )? {faster}",
        "faster",
        examples=(
            ("Our pruned net is 31% (1.45x) faster on a phone.", ("speedup 31 %", "speedup 1.45 x")),
            ("Our pruned net is up to 2.3x (1.45x on average) faster.", ("speedup 2.3 x (up to)", "speedup 1.45 x")),
        ),
        counter_examples=("Our pruned net is 27% faster (14 ms) on a phone.",),
        priority=58,
    ),
    Rule(
        "<value> {faster} in <speed>",
        "<value> {degree}* {faster} ( in | on | for | of ) ( the | its )? <speed>",
        "faster",
        examples=(("Our tracker gives a 3x speedup in training time.", ("speedup 3 x | training time",)),),
        counter_examples=("Our tracker has 3x lower memory in training.",),
        priority=59,
    ),
    Rule(
        "{faster} of <value>",
        "{faster} ( ratios? | factors? )? ~~3 ( ( with | without | using ) ~~2 )? ( of | by | from | up | : | ranging | between | is | \\( | exceeding | reaching ) ~4 <value>",
        "faster",
        examples=(
            ("Our compiler reaches a speedup of 1.45x over GPTQ.", ("speedup 1.45 x vs GPTQ",)),
            ("Our compiler brings accelerations of up to 2.5x on GPUs.", ("speedup 2.5 x (up to)",)),
            ("A speedup with four GPUs of 3.4x is seen.", ("speedup 3.4 x",)),
            ("Our network trains faster without any labels by 3.4x.", ("speedup 3.4 x | training time",)),
        ),
        counter_examples=("Our compiler reaches a memory of 3 GB.",),
        priority=56,
    ),
    Rule(
        "{faster} ... <value>",
        "{faster} ( ~8 (?<!\\sR\\d+\\s(?:\\S+\\s)?)(?:by|of|from|up\\sto|–|:|\\() ~3 <value:%x> | ~8 <value:x^> )",
        "faster",
        examples=(
            ("Our kernels make attention faster on long inputs, by 2.5x.", ("speedup 2.5 x",)),
            ("Our server gives a speedup in latency up to 2.5x.", ("speedup 2.5 x (up to) | latency",)),
        ),
        counter_examples=(
            "Our kernels are faster than HeronNet and improve accuracy by 2.3 points.",
            "Our kernels are better in run-time (5x faster) and in their parameters (40%).",
        ),
        priority=50,
    ),
    # The lexicon's measures of speed may hold the word `speedup` themselves: `a 2.5x inference speedup`.
    # Below `<value> times <resource>` (45), for `half the training time` is what was used.
    Rule(
        "<value> times <speed>",
        "<value:x> {degree}* ( [a-z-]+ )? <speed>",
        "faster",
        examples=(
            ("Our compiler gives a 2.5x inference speedup.", ("speedup 2.5 x | speed",)),
            ("Our trainer has more than 3x model convergence speed.", ("speedup 3 x (over) | convergence speed",)),
        ),
        counter_examples=("Our model matches HeronNet using half the training time.",),
        priority=42,
    ),
    Rule(
        "<speed> of <value> times",
        "<speed> {faster}? ( of | up to | : )+ <value:x>",
        "faster",
        examples=(("Our compiler yields an inference speedup of 2.5x.", ("speedup 2.5 x | speed",)),),
        counter_examples=(
            "Our compiler yields an accuracy gain of 2.5 points.",
            "Our compiler reaches a latency of 12 ms.",
        ),
        priority=45,
    ),
    Rule(
        "<value> {improvement} in <speed>",
        "<value> {degree}* {improvement} in ~3 <speed>",
        "faster",
        examples=(("Our server shows a 2.5x increase in throughput.", ("speedup 2.5 x | throughput",)),),
        counter_examples=("Our recipe gives a 2.3% improvement in accuracy.",),
        priority=58,
    ),
    # Said with a verb.
    Rule(
        "{accelerate} ... by <value>",
        "{accelerate} ~18 ( by | up to | of )? ~3 <value:%x>",
        "faster",
        examples=(
            ("Our kernels accelerate attention by 2.5x.", ("speedup 2.5 x",)),
            ("Our cache speeds up decoding of long texts up to 3x.", ("speedup 3 x (up to) | speed",)),
        ),
        counter_examples=("Our cache speeds up decoding at a memory of 3 GB.",),
        priority=52,
    ),
    # Said with `than` or `as`, which may name the baseline.
    Rule(
        "<value> as fast as",
        "<value:x> as ( fast | quickly ) ( as ( the )? <baseline> ( , | \\. | \\) | ; | and | on | in | with | while | at | for ) )?",
        "faster",
        examples=(
            ("Our trainer is 3x as fast.", ("speedup 3 x",)),
            ("Our trainer converges three times as quickly.", ("speedup 3 x | convergence speed",)),
            ("Our tracker is twice as fast as HeronNet.", ("speedup 2 x vs HeronNet",)),
        ),
        counter_examples=("Our tracker is twice as accurate.",),
        priority=59,
    ),
    Rule(
        "<value> faster than",
        "<value> {degree}* ( ( faster | quicker ) {than} <baseline> | (?:real-time|realtime)(?=\\s(?:[,.;:)]|rates?|speed|on|for|with|while|in|and)\\s) )",
        "faster",
        examples=(
            ("Our trainer is 33% faster than HeronNet.", ("speedup 33 % vs HeronNet",)),
            ("Our simulator is 24x faster than real-time.", ("speedup 24 x vs real-time",)),
            ("Our simulator runs at 24x real-time.", ("speedup 24 x | runtime",)),
        ),
        counter_examples=("Our trainer is faster than 12 rivals.",),
        priority=60,
    ),
]
