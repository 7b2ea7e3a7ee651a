"""Less of something: `reduces memory by 73%`, `16 times fewer parameters`, `a 40% error reduction`."""

from leaderboard.extraction.rules import Rule

_AGAINST = "( {outperform} | match\\w* | compet\\w+ | comparable | equivalent | ( similar | same | better | higher | the ) M\\d+ ( than | to | as | of ) | rival\\w* | par | exceeds? | over | against | unlike | existing | previous | prior | conventional | state-of-the-art | baseline )"
"""Words after which a system is one that is compared with."""
_MORE = "( <value:x> ( more | larger | the | as | many | much | times | amount | number | of )* | <value:%> ( more | larger | additional )+ ) ( [a-z-]+ )? ( <resource> | <speed> )"

RULES = [
    # What a rival uses more of, the paper's own method saves.
    Rule(
        "rival with <value> more <resource>",
        _AGAINST
        + " ~12 ( ( which | that | who | {approach} | ones | <name> ) ( ~4 and )? ( \\w+ly | both )* ( has | have | with | contains? | requires? | needs? | uses? | consumes? | operat\\w+ on | ( is | are | was | were ) ( given | trained ( on | with | using ) ) ) | (?<!\\s(?:only|also|just|still|while|after|despite|thus|thereby|and)\\s)(?:(?:pre-?|fine-?)?(?:trained|tuned)\\s(?:on|with|using)|operating\\son|consuming|requiring|containing|having|given) ) ~1 "
        + _MORE,
        "fewer",
        examples=(
            (
                "Our model outperforms HeronNet, which has 43% more parameters.",
                ("saving 43 % | parameters vs HeronNet",),
            ),
            (
                "Our model has the same performance as a parser trained with 12x the amount of data.",
                ("saving 12 x | data vs parser",),
            ),
        ),
        counter_examples=(
            "Our model needs 57% more parameters than HeronNet.",
            "Our model outperforms HeronNet with 57% fewer parameters.",
        ),
        priority=59,
    ),
    Rule(
        "<value> more <resource> than ours",
        _MORE + " ~5 ( than | compared to | as ) ~1 ( ours | ( our | the proposed ) )",
        "fewer",
        examples=(("Earlier parsers require 3 times more parameters than our model.", ("saving 3 x | parameters",)),),
        counter_examples=("Our model needs 3 times more parameters than HeronNet.",),
        priority=57,
    ),
    Rule(
        "rival <value> larger",
        "( {outperform} | match\\w* | compet\\w+ | comparable | rival\\w* | par | similar ) ~12 ( <other> ~8 )? <value:x> ( \\) )? ( larger | bigger ) ( ( [a-z-]+ )? ( {approach} | <name> ) | {phrase_end} ) | <value:x!> ( larger | bigger ) ( [a-z-]+ )? {approach}",
        "outsized",
        examples=(
            ("Our model matches HeronNet, a model 16 times larger.", ("saving 16 x | size vs HeronNet",)),
            ("Our model is on par with 7x larger models.", ("saving 7 x | size vs larger models",)),
            ("Our model surpasses 7x larger models.", ("saving 7 x (over) | size vs larger models",)),
        ),
        counter_examples=("Our model matches HeronNet at a 16 times larger scale factor of 3.",),
        priority=56,
    ),
    # A measure falls, said with a verb.
    Rule(
        "{reduce} <what> by <value>",
        "{reduce} ( the | its | their | our )? <what> ~7 by ( , )? ~~4 <value>",
        "down",
        examples=(
            ("Our cache reduces memory by 73%.", ("saving 73 % | memory",)),
            ("Our decoder reduces the word error rate by 12% on LibriSpeech.", ("gain 12 % | WER @ LibriSpeech",)),
        ),
        counter_examples=(
            "Our recipe improves accuracy by 12%.",
            "Our cache reduces latency to 12 ms.",
        ),
        priority=55,
        traits=("nearest",),
    ),
    Rule(
        "{reduce} ... by <value>",
        "{reduce} ~12 by ( , )? ~~4 <value>",
        "down",
        examples=(("Our decoder reduces, on long inputs, the latency by 40%.", ("speedup 40 % | latency",)),),
        counter_examples=(
            "We reduce images to 32 pixels.",
            "Our cache reduces memory, on long inputs, to 3 GB.",
        ),
        priority=50,
    ),
    Rule(
        "<what> {reduce} by <value>",
        "<what> ( is | are | was | were | has been | can be )? ( further )? ( \\w+ly )? {reduce} ( \\w+ly )? by ( , )? ~~4 <value>",
        "down",
        examples=(
            ("With our cache, memory is reduced by 73%.", ("saving 73 % | memory",)),
            ("The training time is further cut by 2.5x.", ("speedup 2.5 x | training time",)),
        ),
        counter_examples=("With our recipe, accuracy is improved by 12%.",),
        priority=57,
    ),
    Rule(
        "bring <what> down by <value>",
        "( bring\\w* | brought | driv\\w+ | drove | cut\\w* | push\\w* ) ( the | its | their | our )* <what> down by ~3 <value:%>",
        "down",
        examples=(("Our cache brings the cost of a query down by 40%.", ("saving 40 % | cost",)),),
        counter_examples=("Our cache brings down the cost to 3 GB.",),
        priority=57,
    ),
    Rule(
        "{reduce} <value> <what>",
        "{reduce} ~~3 <value> ( of | in | on | the | its | their | all | overall | total | more )* <what> {phrase_end}",
        "down",
        examples=(
            ("Our cache saves 40% of the memory compared to HeronNet.", ("saving 40 % | memory vs HeronNet",)),
            ("Our filter removes 40% of the parameters without retraining.", ("saving 40 % | parameters",)),
        ),
        counter_examples=("Our filter uses 40% of the parameters.",),
        priority=49,
    ),
    Rule(
        "drop <value> of <what>",
        "(?:(?:drop|skip|discard|omit|prun|spar|avoid)(?:s|p?ed|p?ing)?|prunes?|(?:filter|zero)(?:e?s|e?d|ing|ed)?\\sout|(?:throw(?:s|ing|n)?|threw)\\saway) ~~2 <value:%> ( of ( the | its | their | all | total )* <what> | <resource> ) {phrase_end}",
        "fewer",
        examples=(
            ("Our cache avoids up to 40% communication with the server.", ("saving 40 % (up to) | communication",)),
            ("Our filter drops 40% of the pages while accuracy is the same.", ("saving 40 % | pages",)),
            ("Our filter zeroes out over 90% of the neurons.", ("saving 90 % (over) | neurons",)),
        ),
        counter_examples=("Our tagger drops by 2.3% of its accuracy.",),
        priority=53,
    ),
    Rule(
        "{reduce} <value>",
        "{reduce} ~4 <value:%xp>",
        "down",
        examples=(("Our cache cuts GPU memory roughly 40%.", ("saving 40 % (about) | GPU memory",)),),
        counter_examples=(
            "We shrink 12 models.",
            "Our filter lowers the noise to 12 dB.",
        ),
        priority=26,
    ),
    # Above `{using} <value> of <resource>`: what was taken away was not used.
    Rule(
        "<value> of <resource> is saved",
        "<value:%x> ( of ( the | its | all | their | total | [a-z-]+ )* )? ( <resource> | <speed> ) ( \\( [MRS]\\d+ \\) )? ( ( can | could | may | is | are | was | were | has | have )+ ( be | been )? | being )? ( \\w+ly )? ( spared | avoided | saved | pruned | removed | dropped | discarded | eliminated | cut | skipped | compressed )",
        "down",
        examples=(
            ("On long trips 7% of the energy is saved.", ("saving 7 % | energy",)),
            ("Our model is as good with 60% of its parameters pruned.", ("saving 60 % | parameters",)),
            ("Our model is as good with 60% FLOPs removed.", ("saving 60 % | FLOPs",)),
        ),
        counter_examples=("Our model is as good with 60% of its parameters.",),
        priority=58,
    ),
    Rule(
        "{reduce} <what> up to <value>",
        "{reduce} ( the | its | their | our )* <what> ~~6 <value:%x^>",
        "down",
        examples=(
            ("Our cache reduces memory usage up to 73%.", ("saving 73 % (up to) | memory",)),
            ("Our scheduler cuts the energy up to 2.5x.", ("saving 2.5 x (up to) | energy",)),
        ),
        counter_examples=(
            "Our cache improves throughput up to 2.5x.",
            "Our scheduler serves up to 73 requests.",
        ),
        priority=52,
    ),
    Rule(
        "{reduce} <measure> ... ( <value> )",
        "{reduce} ( ~~5 <measure> ( \\w+ly | ( in | on | of | for ) ~~5 )? \\( ( by )? <value:%x> | ( the | its | their | our )* <what> ( ( in | on | of | for ) ~~5 )? \\( ( by )? <value:x> ( \\) | in | on | for ) )",
        "down",
        examples=(
            ("Our cache reduces memory usage in long chats (over 40x).", ("saving 40 x (over) | memory",)),
            ("Our tool cuts manual sorting and labelling time (12 times).", ("speedup 12 x | annotation time",)),
            ("Our relay cuts the number of calls in the net (up to 150 times).", ("saving 150 x (up to) | calls",)),
        ),
        counter_examples=("Our cache reduces memory usage in long chats (3 GB).",),
        priority=40,
    ),
    Rule(
        "<value> <resource>-efficient",
        "<value:x> (?P<measure>[a-z]+-efficient(?=\\s)|[RS]\\d+\\sefficient(?=\\s))",
        "up",
        examples=(
            ("Our network is 3.8x parameter-efficient.", ("saving 3.8 x | parameter efficiency",)),
            ("Our network is 3x data efficient.", ("saving 3 x | data efficiency",)),
        ),
        counter_examples=("Our network is 3x more accurate.",),
        priority=56,
    ),
    # A reduction, said with a noun.
    Rule(
        "<value> {reduction}",
        "<value> ( ( relative | absolute )? ( \\( ( relative | absolute )? <other> ( relative | absolute )? )? \\) | of(?!\\sthe\\s) )? {degree}* ( <measure> | [a-z-]+ | [a-z-]+ [a-z-]+ )? {reduction}",
        "down",
        examples=(("In memory we see a 40% reduction over HeronNet.", ("saving 40 % | memory vs HeronNet",)),),
        counter_examples=("Our recipe gives a 40% gain over HeronNet.",),
        priority=53,
    ),
    Rule(
        "<value> ( <other> on average ) <what> {reduction}",
        "( <value:%x> \\( <other> ( on )? average \\) | <value:%x> ( on )? average \\) ) {degree}* ( <what> )? {reduction}",
        "down",
        examples=(
            (
                "Our model achieves up to 40% (25% on average) memory reduction.",
                ("saving 40 % (up to) | memory", "saving 25 % | memory"),
            ),
        ),
        counter_examples=("Our model achieves up to 61.4% (52.3% on average), with a reduction.",),
        priority=58,
    ),
    Rule(
        "<value> ( <other> on average ) {lower} <what>",
        "( <value:%x> \\( <other> ( on )? average \\) | <value:%x> ( on )? average \\) ) {degree}* {lower} <named> {phrase_end}",
        "fewer",
        examples=(
            (
                "Our model has up to 40% (25% on average) lower latency than HeronNet.",
                ("speedup 40 % (up to) | latency vs HeronNet", "speedup 25 % | latency vs HeronNet"),
            ),
        ),
        counter_examples=("Our model achieves up to 61.4% (52.3% on average) at lower cost.",),
        priority=62,
    ),
    Rule(
        "<value> {reduction} in <what>",
        "<value> ( ( relative | absolute )? ( \\( ( relative | absolute )? <other> ( relative | absolute )? )? \\) | of(?!\\sthe\\s) )? {degree}* ( [a-z-]+ )? {reduction} ( in | of | on | for ) ( terms of | the | its | their | average | overall | both )* <named> {phrase_end}",
        "down",
        examples=(
            ("Our cache gives a 40% reduction in memory compared to HeronNet.", ("saving 40 % | memory vs HeronNet",)),
            ("Our cache offers significant (40%) reductions in memory.", ("saving 40 % | memory",)),
            ("We see a 4x reduction in false alarms versus HeronNet.", ("gain 4 x | false alarms vs HeronNet",)),
            (
                "Our decoder leads to a 12% relative reduction in word error rate over HeronNet.",
                ("gain 12 % | WER vs HeronNet",),
            ),
        ),
        counter_examples=("Our recipe leads to a 12% increase in accuracy over HeronNet.",),
        priority=56,
        traits=("parallel",),
    ),
    Rule(
        "<value> <what> {reduction}",
        "<value> {degree}* <what> ( \\( [MNR]\\d+ \\) )? {reduction}",
        "down",
        examples=(
            ("Our cache gives a 40% memory reduction.", ("saving 40 % | memory",)),
            ("Our decoder yields a 12% relative WER reduction on LibriSpeech.", ("gain 12 % | WER @ LibriSpeech",)),
            (
                "On duck calls, our decoder has a 1.9% absolute word error rate (WER) reduction over WrenNet.",
                ("gain 1.9 % | WER vs WrenNet",),
            ),
        ),
        counter_examples=("Our kernels give a 40% throughput improvement.",),
        priority=54,
    ),
    Rule(
        "<value> <resource> and <other> <resource> {reduction}",
        "<value:%x> ( [a-z-]+ )? ( <resource> | <speed> ) ( , )? and ( an? | up | to | about | over )* <other:%x> ( [a-z-]+ )? ( [MSR]\\d+ | [a-z-]+ ) {reduction}",
        "down",
        examples=(
            (
                "Our cache gives a 30% memory and 40% latency reduction.",
                ("saving 30 % | memory", "speedup 40 % | latency"),
            ),
        ),
        counter_examples=("Our cache gives 91.2% accuracy and a 40% memory reduction.",),
        priority=54,
    ),
    Rule(
        "{reduction} of <value>",
        "{reduction} ( ratios? | rates? | factors? | \\w+ly | ranging | ranges? | ranged )? ( of | by | from | : | is | up | exceeding | reaching | around | between ) ( up )? ( to )? ~3 <value>",
        "down",
        examples=(("Our decoder has a lower word error rate, with a reduction of 12%.", ("gain 12 % | WER",)),),
        counter_examples=("Our recipe yields a gain of 12%.",),
        priority=54,
    ),
    Rule(
        "{reduction} of <value> in <what>",
        "{reduction} ( ratios? | rates? | \\w+ly )? ( of | by ) ~3 <value> in ( terms of | the | its | their | average | overall )* <named> {phrase_end}",
        "down",
        examples=(
            (
                "Our planner achieves a decrease of 26.1% in path length over HeronNet.",
                ("gain 26.1 % | path length vs HeronNet",),
            ),
        ),
        counter_examples=("Our planner achieves an increase of 26.1% in success rate over HeronNet.",),
        priority=56,
        traits=("parallel",),
    ),
    Rule(
        "{reduction} in <what> of <value>",
        "{reduction} ( in | of | on | for ) ( terms of | the | its | their | average | overall )* <named> ~~5 ( of | by | up | from | : | \\( ) ( up )? ( to )? ~3 <value>",
        "down",
        examples=(
            ("Our cache gives a reduction in memory of 40%.", ("saving 40 % | memory",)),
            ("We see a decrease in FID of 6.54 on CIFAR-10.", ("gain 6.54 | FID @ CIFAR-10",)),
        ),
        counter_examples=(
            "Our recipe gives an increase in accuracy of 12%.",
            "We see a reduction in memory on 12 machines.",
        ),
        priority=55,
    ),
    Rule(
        "<measure> {reduction} of <value>",
        "<measure> {reduction} ( ratios? | rates? | factors? )? ( ( of | by | up to | : | ( , )? in the ( range | order ) of | ( ranging | ranges? | ranged ) ( from | between ) ) ~3 <value> | ( \\( ~2 )? <value:%x> )",
        "down",
        examples=(
            ("Our decoder gives a WER reduction of 12% on LibriSpeech.", ("gain 12 % | WER @ LibriSpeech",)),
            ("Our planner brings energy savings up to 4.7%.", ("saving 4.7 % (up to) | energy",)),
            ("Our planner can lead to energy savings (up to 45%).", ("saving 45 % (up to) | energy",)),
            ("Our planner yields energy savings, in the range of 4% to 9%.", ("saving 4..9 % | energy",)),
        ),
        counter_examples=("Our recipe gives an accuracy gain of 12%.",),
        priority=55,
    ),
    # Below all that names what became less: nothing but the noun says how the number is meant.
    Rule(
        "{reduction} ( <value> )",
        "{reduction} ( ( over | exceeding | above )? <value:%x!> | \\( ( by )? ~1 <value:%x> \\) )",
        "down",
        examples=(
            ("Our cache brings large savings (up to 45%) on long inputs.", ("saving 45 % (up to)",)),
            ("Our planner achieves average detour reductions exceeding 45%.", ("gain 45 % (over)",)),
        ),
        counter_examples=("Our cache brings large savings (Fig. 3), with an accuracy over 45%.",),
        priority=38,
    ),
    Rule(
        "( <value> ) {reduce} <what>",
        "\\( ( by )? <value:%x> \\) {reduce} ( the | its | their | our )* <what>",
        "down",
        examples=(("Our sketches can markedly (up to 85%) reduce the memory.", ("saving 85 % (up to) | memory",)),),
        counter_examples=("Our best score (95%) is on CUB, where we reduce the memory.",),
        priority=45,
    ),
    Rule(
        "{reduction} ( <value> ) in <what>",
        "{reduction} \\( ( by )? ~2 <value:%x> \\) ( in | of ) ( terms of | the | its | their | average | overall )* <named> {phrase_end}",
        "down",
        examples=(
            (
                "Our arm works with a clear reduction (about 40%) of the sorting time.",
                ("speedup 40 % (about) | sorting time",),
            ),
            ("We see a large reduction (~6×) in memory.", ("saving 6 x (about) | memory",)),
        ),
        counter_examples=("We see a reduction (Fig. 3) in memory of 40%.",),
        priority=56,
        traits=("parallel",),
    ),
    # A comparison: `16 times fewer parameters`.
    Rule(
        "<value> {lower} <what>",
        "<value> {degree}* {lower} ( of | the | in | total | overall | average )* <named> {phrase_end}",
        "fewer",
        examples=(
            ("Our model has 16 times fewer parameters than HeronNet.", ("saving 16 x | parameters vs HeronNet",)),
            ("Our decoder makes 12% fewer errors on LibriSpeech.", ("gain 12 % | error @ LibriSpeech",)),
        ),
        counter_examples=(
            "Our model reaches 12% higher accuracy than HeronNet.",
            "Our detector makes do with two lower resolutions.",
        ),
        priority=56,
    ),
    Rule(
        "<value> {lower}",
        "<value> {degree}* {lower}",
        "fewer",
        examples=(("Our error is 12% lower on LibriSpeech.", ("gain 12 % | error @ LibriSpeech",)),),
        counter_examples=("The model is 4x larger than HeronNet.",),
        priority=54,
    ),
    Rule(
        "<what> ... <value> {lower} than",
        "<what> ( (?!and\\b|or\\b)\\w+ )? ( is | are | was | being | of )? ( \\w+ly )? <value> {degree}* {lower} {than}",
        "fewer",
        examples=(
            ("Its memory usage is 40% lower than that of HeronNet.", ("saving 40 % | memory vs HeronNet",)),
            ("Our word error rate is 12% lower than HeronNet.", ("gain 12 % | WER vs HeronNet",)),
        ),
        counter_examples=("Its accuracy is 12% higher than that of HeronNet.",),
        priority=57,
    ),
    Rule(
        "{lower} <what> by <value>",
        "{lower} <what>? ~6 by ( , )? ~~4 <value>",
        "fewer",
        examples=(("Our planner uses less energy than HeronNet by 40%.", ("saving 40 % | energy vs HeronNet",)),),
        counter_examples=(
            "The error is lower, and accuracy improves by 12%.",
            "The error of our filter has decreased by 12%.",
        ),
        priority=49,
    ),
    Rule(
        "{lower} <what> ( <value> )",
        "{lower} <what> \\( ~2 <value:%x>",
        "fewer",
        examples=(("Our model needs fewer parameters (4x) than HeronNet.", ("saving 4 x | parameters vs HeronNet",)),),
        counter_examples=("Our model needs fewer parameters (3.6M) than HeronNet.",),
        priority=30,
    ),
    # Above `<value> times its own <dimension>`: a rival that is larger is not what the system is able to do.
    Rule(
        "{approach} <value> times its <resource>",
        "( {approach} | ones | those ) ( that are | which are | of )* <value:x> ( its | their | our | the ) <resource>",
        "fewer",
        examples=(("Our network is as good as models 2-3 times its size.", ("saving 2..3 x | model size",)),),
        counter_examples=("Our gripper lifts 3 times its size.",),
        priority=46,
    ),
    # Compression and halving. Compression is above the verbs and nouns of reduction, which read it without its meaning.
    Rule(
        "<value> compression",
        "<value:%x> ( [a-z-]+ )? ( compression | compressed )",
        "down",
        examples=(("Our codec gives 9.7x compression of the key-value cache.", ("saving 9.7 x | KV cache",)),),
        counter_examples=(
            "Our codec gives a 12x speedup.",
            "We study compression with 8-bit weights.",
        ),
        priority=57,
    ),
    Rule(
        "compression of <value> times",
        "( ( compression | compressed | compressing | compress ) ~4 | <resource> ( of | up to | : )+ ) <value:x>",
        "down",
        examples=(("Our codec reaches a compression ratio of 9.7x.", ("saving 9.7 x | compression ratio",)),),
        counter_examples=(
            "Our codec gives a 12x speedup.",
            "The compression takes 12 hours.",
        ),
        priority=54,
    ),
    Rule(
        "halve <what>",
        "<value:x-> ( the | its | their | our )* <what>",
        "down",
        examples=(
            ("Our cache halves the memory.", ("saving 0.5 x | memory",)),
            ("Our scheduler halves training time.", ("speedup 0.5 x | training time",)),
        ),
        counter_examples=(
            "Our cache keeps half of the memory.",
            "We train for half an hour.",
        ),
        priority=58,
    ),
    Rule(
        "<measure> is halved",
        "<measure> ( is | are | was | were | has | have | been | be | thereby | thus )+ ( \\w+ly )? <value:x->",
        "down",
        examples=(("With our cache, memory is almost halved.", ("saving 0.5 x (about) | memory",)),),
        counter_examples=("Our cache is one of two halves.",),
        priority=57,
    ),
    Rule(
        "<value> <resource> of compression",
        "<value:%x> ( [a-z-]+ )? ( R\\d+ )? <resource>",
        "compressed",
        examples=(
            ("Our codec achieves a 5.3x compression ratio.", ("saving 5.3 x | compression ratio",)),
            ("Our codec has a 12.4x model footprint compression ratio.", ("saving 12.4 x | compression ratio",)),
        ),
        counter_examples=("Our codec has 5.3x more parameters.",),
        priority=46,
    ),
]
