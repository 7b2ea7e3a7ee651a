"""Changes of quality against something: `outperforms X by 2.3%`, `an improvement of 1.2 BLEU`, `+4.7% on iNat`."""

from leaderboard.extraction.rules import Rule

_COMPARATIVE = r"(?!(?:larg|bigg|long|deep|heavi|tall|wid|thick|old|slow|clos|farth|easi|hard|dark|bright|earli|lat|oth)er\s|rather\s)[a-z]{2,}er"
"""An adjective in the comparative, of how good a thing is: not of how large or how late it is, nor of what it is given."""
_WITHOUT_FIGURE = (
    r"(?:(?<!\s[QFT]\S+\s(?:[a-zMR]\S*\s){0,2}(?:improvements?|gains?|increases?|boosts?)\s(?:(?:in|of|on|over|for|across|against|with)\s(?:\S+\s){1,9})?)"
    r"|(?=\(\s(?:or\s)?\S+\s(?:absolute|relative|on|for)\s))"
)
"""Before a bracket: behind a gain that has its figure one holds results, `a 1.6 AP gain (33.9 vs 32.3)`, or that gain once more, `(5% relative)`,
or that of another place, `(4% on COCO)`."""
_IMPROVEMENT_ACROSS = "{improvement} ( in | of | on | over | for | across | against ) ~~8 ( <other:n> ~~6 )?"
"""Gains on what comes before each of one or more brackets: `gains across 24 tasks`."""

RULES = [
    # One system beats another. With the rival named in between it is read before `{improve} <what> by <value>` (55),
    # since `improves on LoRA by 2%` holds both.
    Rule(
        "{outperform} <baseline> by <value>",
        "{outperform} <baseline> by(?!\\s(?:\\w+ing|S\\d+)\\s) ( , )? ~~4 <value>",
        "beats",
        examples=(
            ("On GSM8K, our model outperforms LoRA by 3.2%.", ("gain 3.2 % @ GSM8K vs LoRA",)),
            (
                "Our chatbot outperforms HeronNet by 4.9% and 1.8% on the accuracy and F1 metrics, respectively.",
                ("gain 4.9 % | accuracy vs HeronNet", "gain 1.8 % | F1 vs HeronNet"),
            ),
            (
                "Our parser surpasses the previous state of the art by 1.4 LAS.",
                ("gain 1.4 | LAS vs previous state of the art",),
            ),
        ),
        counter_examples=(
            "Our model surpasses HeronNet, reaching an error of 3.2%.",
            "Our model outperforms LoRA while it cuts memory; training time falls by 20%.",
            "Our model outperforms LoRA by tuning as few as 2% of the weights.",
        ),
        priority=56,
    ),
    Rule(
        "{outperform} ... by <value>",
        "{outperform} ~14 ( <other:n> ~~10 )? by(?!\\s(?:\\w+ing|S\\d+)\\s) ( , )? ~~4 <value>",
        "beats",
        examples=(
            ("Our model outperforms, on GSM8K, LoRA by 3.2%.", ("gain 3.2 % @ GSM8K vs LoRA",)),
            (
                "Our model outperforms an ensemble of 8 tuned models on GSM8K by 0.7.",
                ("gain 0.7 @ GSM8K vs ensemble # ensemble",),
            ),
        ),
        counter_examples=("Our model outperforms LoRA while it cuts memory; training time falls by 20%.",),
        priority=50,
    ),
    Rule(
        "{outperform} <value>",
        "{outperform} ( ~~9 (?!(?:on|in|for|to|few|little|has|have|had|consum\\w+|us(?:e|es|ed|ing)|with|by|while|without|requiring|achiev\\w+|reach\\w+|obtain\\w*|attain\\w*|scor\\w+)\\s|[QFT]\\d|[,;:.()]\\s)\\S+ )? ( <value:%pnx> | with ~2 <value:p> )",
        "exceeds",
        examples=(
            ("Our model surpasses HeronNet with 3.2 points on COCO.", ("gain 3.2 points @ MS COCO vs HeronNet",)),
            ("Our model beats HeronNet 2.3% on COCO.", ("gain 2.3 % @ MS COCO vs HeronNet",)),
            ("Our agent is better than humans at 60.1%.", ("score 60.1 % : humans = baseline",)),
        ),
        counter_examples=(
            "Our model outperforms HeronNet on COCO, reaching 54.1% AP.",
            "Our model outperforms HeronNet with an accuracy of 54.1%.",
            "Our model outperforms models that consume 1000 times the power.",
        ),
        priority=47,
    ),
    # Weak: what stands in brackets after a rival is as often a score of its own.
    Rule(
        "{outperform} ... ( <value> )",
        "{outperform} ~14 ( \\( | , ) ~5 <value:%p>",
        "exceeds",
        examples=(
            ("Our model outperforms HeronNet on translation (3.2 points).", ("gain 3.2 points vs HeronNet",)),
            ("Our model outperforms HeronNet in dense scenes, 3.2% on average.", ("gain 3.2 % vs HeronNet",)),
            (
                "Our agent outperforms earlier results with larger tools (61.4%).",
                ("score 61.4 % : earlier results = baseline",),
            ),
        ),
        counter_examples=("Our model outperforms HeronNet in dense scenes, reaching an accuracy of 54.1%.",),
        priority=18,
    ),
    # A measure rises, said with a verb.
    Rule(
        "{improve} ... up to <value>",
        "( {improvement} | {improve} | {outperform} | superior | better | higher | advantage ) ~12 <value:^%pnx>",
        "up",
        examples=(
            (
                "Pre-training gives an advantage in accuracy on rare classes, up to 4.1%.",
                ("gain 4.1 % (up to) | accuracy",),
            ),
        ),
        counter_examples=(
            "Our model reaches up to 54.1% accuracy.",
            "Inference is up to 3x faster.",
        ),
        priority=46,
    ),
    Rule(
        "{improve} <what> up to <value>",
        "{improve} ( the | its | their | our )* <what> ~~4 <value:%x^>",
        "up",
        examples=(
            ("Our beams increase the lateral stiffness up to 3.4 times.", ("gain 3.4 x (up to) | lateral stiffness",)),
        ),
        counter_examples=("Our model improves to up to 54.1% accuracy.",),
        priority=50,
    ),
    Rule(
        "{improve} <what> by <value>",
        "{improve} ( the | its | their | our )? <what> ~7 by ( , )? ~~4 <value>",
        "up",
        examples=(
            ("Our recipe improves accuracy by 2.3% on CIFAR-100.", ("gain 2.3 % | accuracy @ CIFAR-100",)),
            ("Our denoiser improves PSNR by 0.5 dB on Set12.", ("gain 0.5 dB | PSNR @ Set12",)),
            (
                "Our recipe lifts the recall by 5.4% on COCO (47.1 AP) and 1.3% on LVIS (38.2 AP).",
                (
                    "gain 5.4 % | recall @ MS COCO",
                    "score 47.1 | AP @ MS COCO",
                    "gain 1.3 % | recall @ LVIS",
                    "score 38.2 | AP @ LVIS",
                ),
            ),
        ),
        counter_examples=(
            "Our recipe improves accuracy to 65.7%.",
            "We increase the number of layers by 12.",
        ),
        priority=55,
        traits=("nearest",),
    ),
    Rule(
        "{improve} ... by <value>",
        "{improve} ~12 by ( , )? ~~4 <value>",
        "up",
        examples=(
            ("Our recipe improves, on CIFAR-100, the accuracy by 2.3%.", ("gain 2.3 % | accuracy @ CIFAR-100",)),
        ),
        counter_examples=("Our recipe reduces, on CIFAR-100, the error by 2.3%.",),
        priority=49,
    ),
    # Above `{outperform} <baseline> by <value>`: here the measure is the subject, so that it is known.
    Rule(
        "<what> {improve} by <value>",
        "<what> ( is | are | was | were | has been | can be )? ( further )? ( \\w+ly )? {improve} ( \\w+ly )? by ( , )? ~~4 <value>",
        "up",
        examples=(
            ("Accuracy is improved by 2.3% on CIFAR-100.", ("gain 2.3 % | accuracy @ CIFAR-100",)),
            ("With more views, the recall increases by 4.5% on COCO.", ("gain 4.5 % | recall @ MS COCO",)),
            ("The stability of the gripper is improved by 15%.", ("gain 15 % | stability",)),
        ),
        counter_examples=(
            "Accuracy is improved to 65.7% on CIFAR-100.",
            "The error is reduced by 2.3%.",
        ),
        priority=57,
    ),
    Rule(
        "{improve} <value> <measure>",
        "( {improve} ~~2 | {improvement} ) <value> ( in | on | of | for )? ( the )? ( [a-z-]+ )? <measure>",
        "up",
        examples=(
            (
                "Our map brings improvements 1.6% of odometry accuracy.",
                ("gain 1.6 % | accuracy",),
            ),
            ("Our recipe increases 2.3% accuracy on CIFAR-100.", ("gain 2.3 % | accuracy @ CIFAR-100",)),
            ("Our retriever gains 3.1 points in recall on MS MARCO.", ("gain 3.1 points | recall @ MS MARCO",)),
        ),
        counter_examples=(
            "Our recipe gives a 2.3% improvement on CIFAR-100.",
            "Our tokenizer improves 12 languages.",
        ),
        priority=48,
    ),
    Rule(
        "{improve} <value>",
        "{improve} ~~5 <value:%px>",
        "up",
        examples=(("With more views, the detector improves about 2.3 points.", ("gain 2.3 points (about)",)),),
        counter_examples=(
            "We enhance 12 models.",
            "Our planner improves comfort and achieves 72.5% success.",
            "Accuracy improves to 65.7% on CIFAR-100.",
        ),
        priority=24,
    ),
    Rule(
        "{improve} ... for <value> <metric>",
        "{improve} ~~8 for ( about | over )? <value:%pn> ( in | on )? <metric>",
        "up",
        examples=(
            (
                "Our augmentation improves the performance of HeronNet for 1.7 mAP on COCO.",
                ("gain 1.7 | mAP @ MS COCO",),
            ),
        ),
        counter_examples=("Our augmentation improves HeronNet for crowds, with 54.1 mAP on COCO.",),
        priority=43,
    ),
    Rule(
        "{improve} ... by an average of <value>",
        "( ( {improve} | {improvement} ) ~14 by | ( improvements? | enhancements? | gains? | increases? ) ~14 in ) ( the | an? )? ( ranges? | average | mean | median ) of <value:%pn>",
        "up",
        examples=(
            ("Our recipe improves the recall of rare birds by ranges of 4.1% to 9.3%.", ("gain 4.1..9.3 % | recall",)),
            (
                "Our scheduler shows improvements over HeronNet, in the range of 4.1-9.3%.",
                ("gain 4.1..9.3 % vs HeronNet",),
            ),
        ),
        counter_examples=(
            "Our recipe improves the recall of birds, with an average accuracy of 84.1%.",
            "Our recipe improves robustness in the range of 0.3 to 0.7 IoU.",
            "Our recipe reduces the error by an average of 9.3%.",
        ),
        priority=45,
    ),
    # `with` says a gain or what was reached: how much it is must tell.
    Rule(
        "{improve} ... with an average of <value>",
        "( {improve} ~~14 | ( improvements? | enhancements? | gains? | increases? ) ~14 ) with ( the | an? )? ( ranges? | average | mean | median ) of <value:%pn>",
        "exceeds",
        examples=(
            ("Our recipe boosts translation with an average of 8.1 BLEU.", ("gain 8.1 | BLEU",)),
            ("Our recipe improves translation with an average of 38.1 BLEU.", ("score 38.1 | BLEU",)),
            ("Our recipe improves maps with a mean of 0.71 Dice.", ("score 0.71 | Dice",)),
            ("Our recipe enhances sums with a median of 64.2% on GSM8K.", ("score 64.2 % @ GSM8K",)),
        ),
        counter_examples=(
            "Our recipe improves translation, with a mean of 31.8 BLEU on WMT14.",
            "Our recipe improves with scale, with an average of 9.3% on MMLU.",
        ),
        priority=45,
        role="own",
    ),
    # A gain, said with a noun.
    Rule(
        "<value> {improvement}",
        "<value> ( \\) | point | points | of(?!\\sthe\\s) )? {degree}* ( <metric> )? {degree}* ( M\\d+ )? {improvement}",
        "up",
        examples=(
            ("Our recipe brings a 2.3% improvement over HeronNet on COCO.", ("gain 2.3 % @ MS COCO vs HeronNet",)),
            ("Our re-ranker gives a 3.1 point gain on MS MARCO.", ("gain 3.1 points @ MS MARCO",)),
            ("Our re-ranker has a 3.1% of lead on MS MARCO.", ("gain 3.1 % @ MS MARCO",)),
        ),
        counter_examples=(
            "Our compiler gives a 3.1x speedup.",
            "Our student keeps 67% of the gain.",
            "A 2.3% drop in accuracy is the price.",
        ),
        priority=54,
    ),
    # A second figure in brackets stands with each of its list: `2.3% (1.4%) and 4.5% (3.1%) accuracy gains`.
    Rule(
        "<value> ( <other> ) {improvement}",
        "( <value:%pn> ( relative | absolute )? \\( ( relative | absolute )? <other> ( to <other> | relative | absolute )? \\) | \\( ( relative | absolute )? <value:%pn> ( relative | absolute )? \\) ) ( ( , | and )* <other> \\( ( relative | absolute )? <other> ( to <other> )? \\) )* {degree}* ( <metric> )? ( {improvement} | {higher} )",
        "up",
        examples=(
            (
                "Our recipe brings 2.3% (1.4%) and 4.5% (3.1%) accuracy gains on CIFAR-100.",
                (
                    "gain 2.3 % | accuracy @ CIFAR-100",
                    "gain 1.4 % | accuracy @ CIFAR-100",
                    "gain 4.5 % | accuracy @ CIFAR-100",
                    "gain 3.1 % | accuracy @ CIFAR-100",
                ),
            ),
            (
                "Our recipe brings a 2.3% (relative 4.5%) improvement over HeronNet.",
                ("gain 2.3 % vs HeronNet",),
            ),
        ),
        counter_examples=("Our recipe reaches 72.3% (top-1) and improves HeronNet.",),
        priority=54,
    ),
    Rule(
        "<value> ( <other> on average ) {improvement}",
        "( <value:%px> \\( <other> ( on )? average \\) | <value:%px> ( on )? average \\) ) {degree}* ( [a-z-]+ )? ( <metric> )? ( {improvement} | {higher} )",
        "up",
        examples=(
            (
                "Our model achieves up to 5.2% (2.3% on average) accuracy improvement over HeronNet.",
                ("gain 5.2 % (up to) | accuracy vs HeronNet", "gain 2.3 % | accuracy vs HeronNet"),
            ),
        ),
        counter_examples=("Our model achieves up to 61.4% (52.3% on average), an improvement.",),
        priority=53,
    ),
    Rule(
        "<value> {improvement} in <what>",
        "<value> ( \\) | point | points )? {degree}* ( <metric> )? {degree}* {improvement} ( \\w+ )? ( ( in | of | on ) ( terms of | the | its | their | average | overall )* <named> | for ~~3 <measure> ( [a-z-]+ )? ) {phrase_end}",
        "up",
        examples=(
            ("Our recipe brings a 2.3% improvement in accuracy over HeronNet.", ("gain 2.3 % | accuracy vs HeronNet",)),
            ("We report a 4.5 dB gain in PSNR over HeronNet.", ("gain 4.5 dB | PSNR vs HeronNet",)),
        ),
        counter_examples=(
            "Our compiler gives a 40% improvement in throughput over HeronNet.",
            "We report a 12% reduction in error over HeronNet.",
        ),
        priority=55,
        traits=("parallel",),
    ),
    # The head of the noun phrase says what the number is, however many words of the phrase stand in between, and of a
    # coordinated phrase it says it for each number: `1.8 mAP and 4.6 mAP improvements`.
    Rule(
        "<value> <what> {improvement}",
        "<value> ( \\( [BNM]\\d+ \\) )? {degree}* ( [a-z-]+ | N\\d+ )? ( <measure> | [a-z-]+ | [BN]\\d+ ) ( scores? | M\\d+ | [a-z-]+ | \\( ( [MN]\\d+ | [a-z-]+ [a-z-]+ ( [a-z-]+ )? ( [a-z-]+ )? ) \\) )? {improvement}",
        "up",
        examples=(
            ("Our kernels yield a 40% throughput improvement.", ("speedup 40 % | throughput",)),
            (
                "On CIFAR-100 we report a 2.3% test accuracy gain over HeronNet.",
                ("gain 2.3 % | accuracy @ CIFAR-100 vs HeronNet",),
            ),
        ),
        counter_examples=(
            "Our quantizer gives a 40% latency reduction.",
            "Our model reaches 72.1% accuracy and shows an improvement on rare classes.",
        ),
        priority=47,
    ),
    Rule(
        "<value> <metric> and <other> <metric> {improvement}",
        "( <value:%pnxu> ( <metric> | \\( [BNM]\\d+ \\) ) ( ( , | and | or | / )+ ( an average | average )? <other> ( M\\d+ | \\( [BNM]\\d+ \\) ) )+ | <value:%p> ( relative | absolute ) ( and | / ) <other> ( relative | absolute ) ) ( M\\d+ | [a-z-]+ )? {improvement}",
        "up",
        examples=(
            (
                "Our recipe brings 2.3 mAP and 7.1 mAP improvements on KITTI and nuScenes respectively.",
                ("gain 2.3 | mAP @ KITTI", "gain 7.1 | mAP @ nuScenes"),
            ),
        ),
        counter_examples=("Our recipe reaches 72.3 mAP and a 7.1 mAP improvement on KITTI.",),
        priority=47,
    ),
    Rule(
        "{improvement} of <value>",
        "{improvement} ( \\w+ly | ranging | varying | ranges? | ranged | var(?:y|ies|ied) )? ( of | by | from | : | is | was | up | exceeding | ( can )? reach(?:ing|es|ed)? | around | between ) ( up )? ( to )? ~3 <value>",
        "up",
        examples=(
            ("Our recipe yields an improvement of 2.3% over HeronNet on COCO.", ("gain 2.3 % @ MS COCO vs HeronNet",)),
            ("We see gains of up to 4.1% on COCO.", ("gain 4.1 % (up to) @ MS COCO",)),
            ("On rare classes, the gain can reach 4.1%.", ("gain 4.1 %",)),
            (
                "Our recipe brings gains of 3.7% on COCO 2.9% on LVIS.",
                ("gain 3.7 % @ MS COCO", "gain 2.9 % @ LVIS"),
            ),
        ),
        counter_examples=(
            "Our cache yields a reduction of 40% in memory.",
            "Our recipe yields accuracy improvements on 12 tasks.",
        ),
        priority=55,
    ),
    Rule(
        "{improvement} ... is <value>",
        "( improvements? | gains? | increases? | boosts? | margins? ) ( ( in | of | on | for | from | over | by | with | derived | obtained | achieved | brought | compared ) ~8 ( <other:n> ~~4 )? )? ( ( ( is | are | was | were ) {degree}* ( only | just | up | to | between )* | between | (?:amount|add|sum)(?:s|ed)?(?:\\sup)?\\sto | averag(?:es|ed) | reach(?:es|ed) ) <value:%p> | ( ranges? | ranged | var(?:y|ies|ied) ) ( from | between ) <value:%pn> )",
        "up",
        examples=(
            ("The relative improvements in rain and fog were 6.4% and 8.1%.", ("gain 6.4 %", "gain 8.1 %")),
            ("Our keyboard brings improvements over HeronNet between 4.1% and 7.9%.", ("gain 4.1..7.9 % vs HeronNet",)),
        ),
        counter_examples=("The improvement holds on data of which 12% are noisy.",),
        priority=44,
    ),
    Rule(
        "{improvement} of <value> in <what>",
        "{improvement} ( \\w+ly | ranging )? ( of | by | from ) ~3 <value> in ( terms of | the | its | their | average | overall )* <named> {phrase_end}",
        "up",
        examples=(
            (
                "We observe an improvement of 3.2% in answer relevance over BM25.",
                ("gain 3.2 % | answer relevance vs BM25",),
            ),
        ),
        counter_examples=("We observe an improvement of 3.2% on COCO over HeronNet.",),
        priority=56,
        traits=("parallel",),
    ),
    Rule(
        "{improvement} in <what> of <value>",
        "{improvement} ( in | on | of | for ) ( terms of | the | its | their | average | overall )* <named> ~~6 ( of | by | from | up ) ( up )? ( to )? ~3 <value>",
        "up",
        examples=(
            (
                "Our recipe yields an improvement in recall of 2.3% on CIFAR-100.",
                ("gain 2.3 % | recall @ CIFAR-100",),
            ),
            ("We see gains in recall ranging from 1.2% to 4.5% on COCO.", ("gain 1.2..4.5 % | recall @ MS COCO",)),
        ),
        counter_examples=(
            "Our cache yields a reduction in memory of 40%.",
            "We see an improvement in accuracy on 12 tasks.",
        ),
        priority=55,
    ),
    Rule(
        "{improvement} ... of <value>",
        "{improvement} ~~10 ( (?<!M\\d+\\s)of | by | equal to | ( , )? from ) ~~3 <value>",
        "up",
        examples=(
            (
                "We see gains on COCO and LVIS of 2.3%.",
                (
                    "gain 2.3 % @ MS COCO",
                    "gain 2.3 % @ LVIS",
                ),
            ),
        ),
        counter_examples=(
            "Our recipe yields an improvement on 12 tasks.",
            "Our recipe improves HeronNet to a mean accuracy of 54.1%.",
            "Our recipe brings gains on COCO, with an AP of 54.1%.",
        ),
        priority=44,
    ),
    # A gain that only punctuation joins to its number.
    Rule(
        "{improvement} ( <value> )",
        f"( {{improvement}} | {{improve}} ) ( ( in | of | on ) ~3 )? {_WITHOUT_FIGURE}\\( ( e.g | i.e | \\. | , | of | by | about )* ~1 <value:%pxn>",
        "up",
        examples=(
            (
                "Our recipe yields a clear improvement (2.3%) over HeronNet on COCO.",
                ("gain 2.3 % @ MS COCO vs HeronNet",),
            ),
            ("Accuracy on CIFAR-100 improves (by 2.3%).", ("gain 2.3 % | accuracy @ CIFAR-100",)),
        ),
        counter_examples=(
            "Our recipe is better than HeronNet (54.1% accuracy).",
            "Our recipe gives a 7% increase in AUC (0.83) over HeronNet.",
        ),
        priority=49,
    ),
    Rule(
        "{higher} <what> ( <value> )",
        "( higher | better | greater | stronger | superior | improved | increased | enhanced | {improve} ( the | its | their | our )* ) <what> \\( ( by )? ~1 <value:x> \\)",
        "up",
        examples=(
            (
                "Our merger has higher task separation (5.2x) than HeronNet.",
                ("gain 5.2 x | task separation vs HeronNet",),
            ),
            ("Our index improves memory usage (8x) over HeronNet.", ("saving 8 x | memory vs HeronNet",)),
        ),
        counter_examples=("Our merger has higher task separation (5.2%) than HeronNet.",),
        priority=30,
    ),
    # Below `<metric> ( <value> )`: right behind its measure a bracket holds the new value.
    Rule(
        "{improve} <measure> ... ( <value> )",
        "{improve} ~~3 <measure> ( ( \\w+ly | ( in | on | of | for ) ~~5 ) \\( ( by )? | \\( on the order of ) <value:%x>",
        "up",
        examples=(
            (
                "Our recipe improves accuracy considerably (3%-6%) over HeronNet.",
                ("gain 3..6 % | accuracy vs HeronNet",),
            ),
        ),
        counter_examples=("Our recipe improves accuracy to a new record (95%).",),
        priority=40,
    ),
    Rule(
        "{improvement} ... ( <value> )",
        f"{_IMPROVEMENT_ACROSS} {_WITHOUT_FIGURE}\\( ( e.g | i.e | , )* <value:%px>",
        "up",
        examples=(
            (
                "Our recipe brings large gains over all earlier detectors (12.6% on COCO, 6.3% on LVIS).",
                (
                    "gain 12.6 % @ MS COCO vs earlier detectors",
                    "gain 6.3 % @ LVIS vs earlier detectors",
                ),
            ),
        ),
        counter_examples=(
            "Our recipe improves success (76% vs. 61%) over HeronNet.",
            "Our detector gains over HeronNet, at a high recall (54.1%).",
            "Our recipe brings a 2.3% gain over all earlier detectors (54.1%).",
        ),
        priority=45,
    ),
    Rule(
        "{improvement} ... ( <other> ) and ... ( <value> )",
        f"{_IMPROVEMENT_ACROSS} ( \\( <other:%p> \\) ( , | and )+ ( [a-z-]+ | [NB]\\d+ )+ )+ {_WITHOUT_FIGURE}\\( <value:%p> \\)",
        "up",
        examples=(
            (
                "Our recipe brings gains across 24 PondEval (2.4%-7.9%) and six LakeEval (13.6%-18.1%) tasks.",
                ("gain 2.4..7.9 %", "gain 13.6..18.1 %"),
            ),
        ),
        counter_examples=("Our recipe brings gains on COCO (2.4%), and its rival is good (61.2%).",),
        priority=45,
    ),
    # Above the two before it: how far the known best came is no margin over it.
    Rule(
        "{improvement} over the best of <value>",
        "( {improvement} | gap ) ( {than} | on | to ) ( the | previous | prior | current | existing | human | best | known | published | reported )* ( ( state-of-the-art | state of the art | sota | record | winner ) ( result | performance | score | M\\d+ )? ( of | at | \\( ) | ( performance | M\\d+ ) \\( ) ( only )? <value:%> (?!(?:vs\\.?|versus|to|v)\\s)\\S+",
        "exceeds",
        examples=(
            (
                "Our parser reaches an F1 of 71.3% on OwlBank, a clear improvement over the state-of-the-art of 64.2%.",
                ("score 71.3 % | F1 @ OwlBank", "score 64.2 % | F1 @ OwlBank : state-of-the-art = baseline"),
            ),
            ("Our parser is an improvement over the state-of-the-art of 4.2%.", ("gain 4.2 % vs state-of-the-art",)),
        ),
        counter_examples=("Our parser is an improvement over the state-of-the-art, with an F1 of 64.2%.",),
        priority=56,
    ),
    Rule(
        "{improvement} , <value>",
        f"{{improvement}} ~8 ( {_WITHOUT_FIGURE}\\( | , | : | – | -- | - ) ( e.g | i.e | \\. | , | of | by | about | on average | averaging )* ~3 <value:%pxn>",
        "exceeds",
        examples=(("We see consistent gains on COCO, about 2.3%.", ("gain 2.3 % (about) @ MS COCO",)),),
        counter_examples=(
            "Gains are seen on both ponds, where our ringer has an accuracy of 54.1%.",
            "We see a 2.3% improvement with HeronNet V2 (2.0x) on COCO.",
        ),
        priority=28,
    ),
    # A comparison: `2.3% higher accuracy`.
    Rule(
        "<value> {higher}",
        "<value> {degree}* ( <metric> )? {higher}",
        "up",
        examples=(
            ("The win rate of our agent is 12% higher.", ("gain 12 % | win rate",)),
            ("The elasticity of the new joint is just 50% larger.", ("gain 50 % | elasticity",)),
            (
                "Our sensor has an axial resolution of 58 μm, which is four times higher than that of its rivals.",
                ("score 58 μm | axial resolution", "gain 4 x | axial resolution vs rivals"),
            ),
            ("On COCO, our detector is 3.4 AP higher than HeronNet.", ("gain 3.4 | AP @ MS COCO vs HeronNet",)),
        ),
        counter_examples=(
            "Our corpus is 12 times larger than earlier corpora.",
            "Our compiler is 2.3x faster than HeronNet.",
        ),
        priority=54,
    ),
    Rule(
        "<value> closer to ...",
        "<value:%x> {degree}* closer to ( the | our | its | an? | human(?:-\\w+)? | optimal | perfect | ideal )",
        "up",
        examples=(
            ("Our planner finds flights that are 25% closer to the ideal than HeronNet.", ("gain 25 % vs HeronNet",)),
        ),
        counter_examples=("Our rover stands 3 m closer to the pond.",),
        priority=54,
    ),
    Rule(
        "<value> <comparative> than",
        "( <value:x> {degree}* "
        + _COMPARATIVE
        + " | <value:%> {degree}* (?!fast|quick|great|high|low|small|few|weak|strong|short|cheap|light)"
        + _COMPARATIVE
        + " ~4 ) than",
        "up",
        examples=(
            ("Our sleeve is 27 times stiffer than HeronNet.", ("gain 27 x vs HeronNet",)),
            ("Our sleeve is 14% stiffer than HeronNet.", ("gain 14 % vs HeronNet",)),
        ),
        counter_examples=("Our corpus is 27 times older than HeronNet.",),
        priority=49,
    ),
    Rule(
        "<value> {higher} <what>",
        "<value> ( \\) )? {degree}* {higher} ( on | in | terms | of | average | overall | the | a )* <named> {phrase_end}",
        "up",
        examples=(
            ("Our detector achieves 2.3% higher accuracy than HeronNet.", ("gain 2.3 % | accuracy vs HeronNet",)),
            ("Our planner has a 12% higher success rate than HeronNet.", ("gain 12 % | success rate vs HeronNet",)),
        ),
        counter_examples=(
            "Our detector has 12% lower error than HeronNet.",
            "Our detector is 12% better than HeronNet.",
        ),
        priority=55,
    ),
    Rule(
        "{higher} by <value>",
        "{higher} ~8 by ( , )? ~~4 <value>",
        "up",
        examples=(("The accuracy of our detector is higher by 2.3%.", ("gain 2.3 % | accuracy",)),),
        counter_examples=(
            "Our detector is better than HeronNet, and its memory is reduced by 40%.",
            "Our parser becomes better by achieving 90.6% F1.",
        ),
        priority=50,
    ),
    # Above the two before it: the measure before the number is surer than the words after it.
    Rule(
        "<what> ... <value> {higher} than",
        "<what> ( is | are | was | being | of )? <value> {degree}* {higher} {than}",
        "up",
        examples=(("The recall of our retriever is 4.5% higher than BM25.", ("gain 4.5 % | recall vs BM25",)),),
        counter_examples=(
            "Our word error rate is 12% lower than HeronNet.",
            "Our tagger needs no training, which is 12% better than HeronNet.",
            "Accuracy is 54.1% on COCO, higher than HeronNet.",
        ),
        priority=58,
    ),
    # Margins, signs and mere prepositions; the last resorts are the weakest.
    Rule(
        "margin of <value>",
        "( margins? | gap ) ~~4 ( ( of | by | , ( i.e\\.? | e.g\\.? ) | \\( | ranging ) ~~4 | ( : | - | – ) ( by | up | to | over | about | an? | average | mean | of )* ) <value>",
        "beats",
        examples=(
            ("Our agent wins with a margin over all rivals of 2.3 points.", ("gain 2.3 points vs rivals",)),
            ("Our model wins by a wide margin (12 points).", ("gain 12 points",)),
        ),
        counter_examples=(
            "The margin loss is trained for 12 epochs.",
            "A detector with a wide margin reaches 54.1% AP.",
            "Our model wins by a wide margin, with an accuracy of 54.1%.",
        ),
        priority=50,
    ),
    Rule(
        "margin , <value> of <metric>",
        "by ~~4 margins? , <value:%p> ( of | in ) ( the )? <metric>",
        "exceeds",
        examples=(
            (
                "Our quantizer beats LoRA by a clear margin, 6.4% of top-1 accuracy on ImageNet.",
                ("gain 6.4 % | top-1 accuracy @ ImageNet vs LoRA",),
            ),
        ),
        counter_examples=("Our quantizer beats LoRA by a clear margin, with 71.4% of top-1 accuracy.",),
        priority=51,
    ),
    Rule(
        "+<value>",
        "<value:%pnu+>",
        "up",
        examples=(
            (
                "Our recipe reaches F1 scores of 58.4% (+2.3%) and 66.7% (+4.1%).",
                ("score 58.4 % | F1", "gain 2.3 % | F1", "score 66.7 % | F1", "gain 4.1 % | F1"),
            ),
            ("Our recipe lifts the recall (+4.5%) on COCO.", ("gain 4.5 % | recall @ MS COCO",)),
            ("We report +2.3 mIoU on Cityscapes.", ("gain 2.3 | mIoU @ Cityscapes",)),
        ),
        counter_examples=(
            "Our detector reaches 54.1% AP on COCO.",
            "On COCO, our detector is at 54.1% (+/- 0.2).",
        ),
        priority=48,
    ),
    Rule(
        "<value> over <baseline>",
        "<value:%p> ( over | better than | above | relative to | compared to | more than | \\w+ over ) <baseline>",
        "up",
        examples=(
            ("On CUB, our model obtains 2.3 points over HeronNet.", ("gain 2.3 points @ CUB-200-2011 vs HeronNet",)),
        ),
        counter_examples=("Our detector is 2.3x faster over all scales.",),
        priority=22,
    ),
    Rule(
        "by <value> <metric>",
        "by ~~2 <value:%pnu> ( absolute | relative )? ( in | on | of )? ( average | terms of | the )* ( <metric> | points? )",
        "up",
        examples=(
            (
                "Owl surpasses HeronNet by 1.3 points on GLUE and Wren by 2.7% top-1 accuracy on ImageNet.",
                (
                    "gain 1.3 points @ GLUE vs HeronNet",
                    "gain 2.7 % | top-1 accuracy @ ImageNet vs Wren",
                ),
            ),
        ),
        counter_examples=("The 95.2% accuracy on MNIST is reached by longer training.",),
        priority=43,
    ),
    Rule(
        "additional <value>",
        "an ( additional | extra ) <value:%p> <metric>",
        "up",
        examples=(
            ("Our prompts lead to an additional 6.4% accuracy on CUB.", ("gain 6.4 % | accuracy @ CUB-200-2011",)),
        ),
        counter_examples=("Our prompts need an additional 12% of labels.",),
        priority=49,
    ),
    Rule(
        "by <value>",
        "( by(?!\\s(?:\\w+\\s){0,3}Q\\d+%\\S*\\sof\\s(?!M\\d)) ( {degree} | of | about | around | at | least | most | as | another )* | ( lead | leads | led | leading | ahead | behind | trail\\w* | beaten | wins? | won ) by ( {degree} | only | just | merely | full | between )+ ) <value:%pnx>",
        "up",
        examples=(
            ("On COCO, the earlier detector is left behind by 2.3%.", ("gain 2.3 % @ MS COCO",)),
            ("On COCO, our detector is ahead by only 2.3%.", ("gain 2.3 % @ MS COCO",)),
        ),
        counter_examples=(
            "The riddle is solved by only 7% of the owls.",
            "The riddle is solved by 7% of the owls.",
            "The owl is turned by only 7%.",
            "Our recipe improves accuracy by 2.3%.",
            "Nearby frames lie apart by 12 ms.",
            "We step over bars of 10 cm by 5 cm.",
            "Forces are read by attaching the 30% stretched sensor.",
            "Planes are found by randomly sampled three points.",
        ),
        priority=14,
    ),
    # Just above `<value> on <benchmark>`: with `by` before it a figure is a distance, whatever verb says so.
    Rule(
        "by <value> on <benchmark>",
        "by ( {degree} | about | up | to | only )* <value:%p> ( , )? ( on | in | for ) ( the )? ~2 <benchmark>",
        "beats",
        examples=(
            (
                "Our tracker ranks first by 2.3% on COCO.",
                ("gain 2.3 % @ MS COCO",),
            ),
            (
                "Our detector raises the recall with 300 boxes by 4.5% on COCO.",
                ("gain 4.5 % | recall @ MS COCO",),
            ),
        ),
        counter_examples=("Our model is followed by HeronNet with 54.1% on COCO.",),
        priority=17,
    ),
    Rule(
        "over <baseline> by <value>",
        "over <baseline> by ( {degree} | about | up | to | only )* <value:%p>",
        "beats",
        examples=(
            (
                "Our network reaches the best performance over our baseline by 3.8%.",
                ("gain 3.8 % | performance vs baseline",),
            ),
        ),
        counter_examples=("Our network runs over the whole corpus, followed by 54.1% of the rivals.",),
        priority=46,
    ),
    Rule(
        "{improvement} over <value>",
        "{improvement} ( over | exceeding | above )? <value:%p!> ( in | on | for | of | at | and | , | \\. | with | across )",
        "up",
        examples=(
            (
                "Our recipe shows an accuracy improvement over 4.5% on COCO.",
                ("gain 4.5 % (over) | accuracy @ MS COCO",),
            ),
        ),
        counter_examples=("Our recipe improves on HeronNet, with more than 54.1% accuracy.",),
        priority=47,
    ),
    # A change for the worse.
    Rule(
        "{worsening} of <value>",
        "{worsening} ( ( in | of ) ( the )? ( [a-z-]+ )? <metric> )? ( ( of | by | is | was | remains | remained | stays | ( ranging | ranges? | ranged ) ( from | between ) ) {degree}* ( only | just | merely )* <value:%pn> | ( : | \\( )? ( only | just | merely )* <value:%p> )",
        "worse",
        examples=(
            ("Our quantizer shows a degradation of 0.3% on ImageNet.", ("gain -0.3 % @ ImageNet",)),
            ("Our quantizer has a minimal accuracy loss (0.3%) on ImageNet.", ("gain -0.3 % | accuracy @ ImageNet",)),
            (
                "After quantization we see an accuracy drop of only 0.3% on ImageNet.",
                ("gain -0.3 % | accuracy @ ImageNet",),
            ),
        ),
        counter_examples=(
            "A dropout of 10% is used.",
            "The loss of 12 models is shown.",
            "We keep 54.1% of the weights without a loss of accuracy at 2.5% density.",
        ),
        priority=51,
    ),
    Rule(
        "{worsen} below <value>",
        "( {worsen} | plummet\\w* | reduces | reduced | reducing | lowers | lowered | lowering ) ( the | its | their )? ( [a-z-]+ )? ( <metric> ( ( of | on ) ~~4 )? )? <value:%n_>",
        "worse",
        examples=(
            ("In fog the F1 of our detector falls below 0.4.", ("score 0.4 (under) | F1",)),
            ("On GSM8K its accuracy drops below 30%.", ("score 30 % (under) | accuracy @ GSM8K",)),
            ("Our attack reduces the accuracy below 12% on COCO.", ("score 12 % (under) | accuracy @ MS COCO",)),
        ),
        counter_examples=("Our quantizer has an accuracy drop of less than 2%.",),
        priority=53,
    ),
    Rule(
        "{worsening} kept to <value>",
        "( {worsening} | {reduction} ) ( ( in | of ) ( the )? ( [a-z-]+ )? <metric> )? ( is | was | are | were | being | can be | could be | has been )? ( confined | kept | limited | bounded | restricted | held ) ( to | at | below | within | under )? <value:%pn>",
        "worse",
        examples=(
            ("The reduction in accuracy is confined to 1.1%.", ("gain -1.1 % | accuracy",)),
            ("The recall degradation is kept to less than 3%.", ("gain -3 % (under) | recall",)),
        ),
        counter_examples=("The reduction in accuracy limited us, and 12 classes are new.",),
        priority=44,
    ),
    Rule(
        "<value> {worsening}",
        "<value:%pnx> ( \\) )? {degree}* ( [a-z-]+ | <metric> )? {worsening}",
        "worse",
        examples=(
            ("Our quantizer works with a 0.6% accuracy drop on ImageNet.", ("gain -0.6 % | accuracy @ ImageNet",)),
            ("Under attack, our filter suffers a 4.5% drop.", ("gain -4.5 % # under attack",)),
        ),
        counter_examples=(
            "Our quantizer gives a 40% reduction in memory.",
            "We train with a 10% dropout.",
        ),
        priority=52,
    ),
    Rule(
        "<value> {worsening} in <what>",
        "<value:%pnx> ( \\) )? {degree}* ( [a-z-]+ )? {worsening} ( in | of ) ( terms of | the | its | their | average | overall | both )* <named> {phrase_end}",
        "worse",
        examples=(
            ("Our quantizer works with a 0.3% drop in accuracy on ImageNet.", ("gain -0.3 % | accuracy @ ImageNet",)),
            ("Our quantizer works with a minimal (<1%) loss of accuracy.", ("gain -1 % (under) | accuracy",)),
            ("Our scheduler shows a 2.5x drop in training cost over HeronNet.", ("saving 2.5 x | cost vs HeronNet",)),
        ),
        counter_examples=("Our quantizer works with a 40% reduction in memory.",),
        priority=53,
        traits=("parallel",),
    ),
    Rule(
        "{worsen} <value> <metric>",
        "( {worsen} | sacrific\\w+ ) ( only | just | a | an | mere | merely | another )* <value:%pnu> ( of | in )? {degree}* ( [a-z-]+ )? <metric>",
        "worse",
        examples=(
            ("With 2-bit weights our model loses only 0.7% accuracy.", ("gain -0.7 % | accuracy # 2-bit",)),
            ("Merging the experts sacrifices just 1.3 BLEU.", ("gain -1.3 | BLEU",)),
        ),
        counter_examples=("Our model suffers from noise and reaches 54.1% accuracy.",),
        priority=48,
    ),
    # Above `{worsen} by <value>`: here the measure is the subject, so that it is known and may be one that is better low.
    Rule(
        "<what> {worsen} by <value>",
        "( <what> | <measure> ( on | in | of | for ) ~3 ) ( is | are | was | were | has )? ( \\w+ly )? {worsen} ( \\w+ly )? by ( , )? ~~4 <value>",
        "worse",
        examples=(
            ("The errors on KITTI drop by 21%.", ("gain 21 % | error @ KITTI",)),
            ("With our cache, memory falls by 73%.", ("saving 73 % | memory",)),
            ("Without pre-training the accuracy declines by 4.5%.", ("gain -4.5 % | accuracy",)),
            ("Without smoothing the perplexity degrades by 2.1.", ("gain -2.1 | perplexity",)),
        ),
        counter_examples=("Under fog, the accuracy drops to 40.2%.",),
        priority=57,
    ),
    Rule(
        "{worsen} by <value>",
        "{worsen} ~8 by ~~3 <value>",
        "worse",
        examples=(("Under fog, our detector degrades in accuracy by 4.5%.", ("gain -4.5 % | accuracy",)),),
        counter_examples=(
            "Under fog, our detector drops to 40.2 AP.",
            "With our cache, memory is reduced by 40%.",
        ),
        priority=52,
    ),
    Rule(
        "<value> worse or behind",
        "<value> {degree}* ( <metric> )? ( worse | below | behind | short | lower <metric> | lower than )",
        "worse",
        examples=(("Our small model is only 0.3% worse than HeronNet.", ("gain -0.3 % vs HeronNet",)),),
        counter_examples=("Our small model needs 40% lower memory than HeronNet.",),
        priority=53,
    ),
    # What remains of the way to a rival.
    Rule(
        "close to ... ( within <value> )",
        "( (?<!\\s(?:our|the|this|proposed|an|\\S+-\\S+)\\s)approach(?:ing|ed)? | match(?:es|ed)? | comparable | (?<!\\s(?:for|at)\\s)similar | similarly | close | par | equivalent ) ~14 \\( <value:%n_>",
        "worse",
        examples=(
            (
                "Our student comes close to its teacher (within 1.5%).",
                ("gain -1.5 % (under)",),
            ),
        ),
        counter_examples=("Our student comes close to its teacher (1.5%).",),
        priority=53,
    ),
    Rule(
        "within a margin of <value>",
        "( <value:%pn_> | within ~3 \\( <value:%pn> \\) ) margin(?!\\sof\\sM\\d)",
        "worse",
        examples=(
            (
                "Our student keeps the accuracy within a 1.2% margin of its teacher.",
                ("gain -1.2 % (under) | accuracy vs teacher",),
            ),
        ),
        counter_examples=(
            "Our student wins by a 1.2% margin.",
            "All figures hold within a 1.2% margin of error.",
        ),
        priority=57,
    ),
    Rule(
        "within <value> of the best",
        "<value:%_> of ( the | its | an | a )* ( [a-z-]+ )? ( optim\\w+ | best | oracle | upper bound | state-of-the-art | baselines?(?!\\s[MRS]\\d) | fully )",
        "worse",
        examples=(("Our planner finds paths within 2.5% of the optimum.", ("gain -2.5 % (under) vs optimum",)),),
        counter_examples=("Our planner finds the optimum with 2.5% of the best samples.",),
        priority=47,
    ),
    Rule(
        "<measure> doubles",
        "<measure> ( is | are | was | were | has | have | been | be )* ( \\w+ly )? <value:x+>",
        "up",
        examples=(("With touch the success rate doubles.", ("gain 2 x | success rate",)),),
        counter_examples=("Our agent uses a double encoder.",),
        priority=45,
    ),
    Rule(
        "double <what>",
        "<value:x+> ( the | its | their | our )* <what>",
        "up",
        examples=(
            ("Our agent doubles the success rate.", ("gain 2 x | success rate",)),
            (
                "More than doubling the throughput of HeronNet, our server is fast.",
                ("speedup 2 x (over) | throughput vs HeronNet",),
            ),
        ),
        counter_examples=("Our agent uses a double encoder.",),
        priority=58,
    ),
    Rule(
        "<value> times the <metric>",
        "<value:x> ( the | its | their | average | mean | \\S+['’]s )+ <metric> (?!M\\d|improve|gain)\\S+",
        "up",
        examples=(
            ("Our agent has twice the accuracy of HeronNet.", ("gain 2 x | accuracy vs HeronNet",)),
            ("Our win rate is thrice the human's win rate.", ("gain 3 x | win rate",)),
            ("Our flow has half the error of HeronNet on KITTI.", ("gain 0.5 x | error @ KITTI vs HeronNet",)),
        ),
        counter_examples=("Our server has twice the throughput.",),
        priority=47,
    ),
    Rule(
        "{find} <value> as many <what>",
        "( {handle} | achiev\\w+ | obtain\\w* | creat\\w+ | wins? | win | won | winning | (?:solv|find|reach|detect|discover|uncover|complet|cover|support|process|generat|produc|handl|earn|collect)ing | earn\\w* | perform\\w* | process\\w* | support\\w* | serv\\w+ | uncover\\w* | exhibit\\w* | deliver\\w* | allow\\w* | collects? ) ( in | for )? {degree}* <value:x> as ( many | much ) <what> {phrase_end}",
        "up",
        examples=(
            ("Our fuzzer finds three times as many crashes as HeronFuzz.", ("gain 3 x | crashes vs HeronFuzz",)),
            ("Our agent achieves twice as much reward as HeronNet.", ("gain 2 x | reward vs HeronNet",)),
        ),
        counter_examples=(
            "Our corpus has 3x as many tables as earlier ones.",
            "We match HeronNet using three times as many evaluations.",
        ),
        priority=46,
    ),
    Rule(
        "{achieve} <value> times the <what>",
        "( {handle} | achiev\\w+ | reach\\w* | obtain\\w* | attain\\w* | yield\\w* | deliver\\w* | exhibit\\w* | perform\\w* | process\\w* | support\\w* | provid\\w+ | produc\\w+ | generat\\w+ | offer\\w* | (?:gather|collect|uncover|discover|detect|complet|withstand|tolerat|find)\\w* ) ( {degree} )? <value:x> the ( number of )? <what> {phrase_end}",
        "up",
        examples=(
            (
                "Our drill achieves 5 times the bending deformation compared to HeronNet.",
                ("gain 5 x | bending deformation vs HeronNet",),
            ),
            ("Our crawler detects twice the number of leaks compared to HeronNet.", ("gain 2 x | leaks vs HeronNet",)),
        ),
        counter_examples=(
            "Our arm holds 20 times the weight of its motor.",
            "Our corpus has twice the number of tables.",
        ),
        priority=44,
    ),
    Rule(
        "{improve} <what> over <value>",
        "{improve} ( the | its | their | our )* <metric> ( over )? <value:%p!>",
        "up",
        examples=(
            ("Our recipe is good, improving accuracy over 4.5% on COCO.", ("gain 4.5 % (over) | accuracy @ MS COCO",)),
        ),
        counter_examples=("Our recipe improves accuracy to over 54.1% on COCO.",),
        priority=47,
    ),
    Rule(
        "( relative <value> )",
        "\\( ( ( relative | relatively ) ( : | {improvement} | of | by )* <value:%> | <value:%> ( relative | relatively ) )",
        "up",
        examples=(
            (
                "Our recipe raises accuracy considerably (relative: 10.4%) over HeronNet.",
                ("gain 10.4 % | accuracy vs HeronNet",),
            ),
        ),
        counter_examples=("Our model works at a relative humidity of 40%.",),
        priority=46,
    ),
    Rule(
        "<value> change in <what>",
        "<value:x> {degree}* ( ( changes? | variations? | modulation ) ( in | of ) <what> {phrase_end} | <what> ( changes? | variations? ) )",
        "up",
        examples=(
            ("We show up to a 20x change in stiffness.", ("gain 20 x (up to) | stiffness",)),
            ("Our arm reaches a 12-fold stiffness variation when heated.", ("gain 12 x | stiffness",)),
        ),
        counter_examples=("Our arm is stable under 3 changes in stiffness.",),
        priority=46,
        traits=("parallel",),
    ),
    Rule(
        "<value> times that of",
        "( ( <metric> | <speed> ) ~8 ( <other> ( , | which | is | are | was | were | about | nearly | almost | over | or | i.e )+ )? <value:x> ( of | than )? ( that | those ) ( of | by | in | with | from | achieved | obtained | reported ) | ( <what> ( of ~~8 )? ( is | are | was | were )? | {exhibit} <what> ) ~8 <value:x> ( of | than )? (?:that|those)(?<!\\sof\\sQ\\S+\\s(?:(?:of|than)\\s)?\\S+) ( of | by | from | in | with | obtained | achieved | reported ) )",
        "up",
        examples=(
            (
                "We measure an error of 3.1 mm, twice that of a laser.",
                ("score 3.1 mm | error", "gain 2 x | error vs laser"),
            ),
            (
                "The throughput is at least three times that of HeronNet.",
                ("speedup 3 x (over) | throughput vs HeronNet",),
            ),
            (
                "Our motor has an endurance six times that of HeronDrive.",
                ("gain 6 x | endurance vs HeronDrive",),
            ),
        ),
        counter_examples=("The throughput is three times higher than that of HeronNet.",),
        priority=46,
    ),
]
