"""Absolute values of a measure: `achieves 61.47% accuracy`, `an FID of 1.95`, `LoRA (48.20%)`."""

from leaderboard.extraction.rules import Rule

_EXTREME = r"(?:maxim(?:um|al)|average|mean|median|peak|highest)(?!\s(?:[\w-]+\s){0,2}(?:values?|lengths?|widths?|depths?|heights?|sizes?|diameters?|weights?|mass|voltages?|frequenc\w+)\s)"
"""What makes a phrase name a measurement, unless it is a dimension or a setting: `the peak torque`, and not `maximum length`."""
_OWN_TO_A_BODY = "(?<!\\s(?!(?:the|its|their|our|and|an?|whose|that|where)\\s)[a-z-]+\\s)(?P<measure>(?:(?!(?:chosen|selected|set|desired|required|given|input|applied|nominal|supply|operating|minimum|human|simulated|and)\\s)[a-z-]+\\s){0,2}(?:stiffness|stress|thrust|displacement|deflection|elongation|contraction|resistance|pressure|capacity|density|sensitivity))"
"""What is measured of a thing that was built, and is hardly ever set."""
_GAIT = "( walking | running | crawling | swimming | flying | hopping | jumping | climbing | trotting | galloping | rolling | locomotion | ascent | flight | motion | gaits? )"
_HEAD = (
    "( scores? | rates? | ratios? | errors? | coefficients? | index | precision | distance | deviations? | accurac(?:y|ies) | efficienc\\w+ | similarity"
    " | agreement | correlations? | coverage | overlap | alignment | consistency | recognition | utili[sz]ation | autonomy | circularity | (?:non-?)?linearity"
    " | hysteresis | backlash | discrepanc(?:y|ies) | drift | misalignments? | success )"
)
"""The last word of a phrase that names a measure, whatever else the phrase holds."""
_BARELY = "only | just | merely | still | well | as low as | as high as | \\w+ly"
"""What may stand between a verb and its figure, whether or not it says that the figure is a small one."""
_NO_CHANGE = r"(?<!\s(?:reductions?|improvements?|gains?|(?:add|inject|simulat|introduc)\w*)\s(?:[\w()-]+\s){0,5})"
"""Before a verb of ranging: what ranges is neither a change nor an error that was made on purpose."""
_NO_CONDITION = " ( (?!(?:in|when|even|using|than|fraction|[;:.])\\s|[QFT]\\d)\\S+ )?"
"""A word after a verb of achieving, unless it begins what was given or compared."""

_NOT_THAT = " ".join(["( (?!that\\s|[QFT;:.]\\S*\\s)\\S+ )?"] * 2)
"""Up to two words, none of which begins a clause of its own: `detects about 80% of`, and not `finds that 80% of`."""
_LABEL = "( [NOB]\\d+ ( R\\d+ )? | [a-z-]+ ( [a-z-]+ )? )"
_NAMED = "[NOB]\\d+"
_NEXT = "( , | ; | and )+"
"""The parts of a table that is told in a line: `(dawn: 0.873, dusk: 0.846)`, `: OwlSet 0.91, WrenSet 0.68`."""
_ONLY = "( only | just | merely | about | around )* "
_REACHES = "( still | can | could | \\w+ly )* ( achiev\\w+ | reach\\w* | obtain\\w* | attain\\w* | scor\\w+ | gets? | got | yield\\w* | manag\\w+ | remains? at | stays? at ) "
_ENDS_FIGURE = "( , | \\. | ; | \\) | on | in | for | with | when | under | at | and | using | after )"
"""What follows a bare figure that counts nothing."""

RULES = [
    # A measure and its value.
    Rule(
        "<value> <metric>",
        "( <value:%pnux> {degree}* | <value:u> ( of )? {degree}* ( [a-z-]+ | R\\d+ )? ( [a-z-]+ )? ( [a-z-]+ )? | <value:n> ( average | mean | median | overall ) [a-z-]+ | ( high | higher | good | strong | low | lower | small | excellent | average ) \\( <value:%n> ( resp\\.? )? \\) ) ( classification | test | validation | zero-shot | rank-1 | in | as | for | with )? <metric> | {achieve} ~2 <value:n> [a-z-]+ <metric>",
        "value",
        examples=(
            ("Our model achieves 61.47% accuracy on GSM8K.", ("score 61.47 % | accuracy @ GSM8K",)),
            ("Our translator obtains 36.7 BLEU on IWSLT14.", ("score 36.7 | BLEU @ IWSLT14 De-En",)),
            ("Our parser achieves 66.7 ancestor F1.", ("score 66.7 | F1",)),
            ("Owls find mice with high (>86%) accuracy.", ("score 86 % (over) | accuracy",)),
            ("Our tracker has 5.6 degrees cross-subject gaze error.", ("score 5.6 degrees | error # cross-subject",)),
            ("Our matcher reaches 0.72 average pairwise accuracy.", ("score 0.72 | accuracy",)),
        ),
        counter_examples=(
            "We train 12 classifiers for the accuracy of forecasts.",
            "Our model reaches a 2.3% accuracy improvement.",
        ),
        priority=40,
    ),
    Rule(
        "<metric> of <value>",
        "<metric> ( \\( \\S+ \\) )? ( scores? | rates? | values? | performance | results? | coefficient | r | ρ | 𝜌 | τ | rho | tau )? ( of | : | is | are | was | were | at(?!\\sQ\\d+u) | as | = | by(?=\\sQ\\S+\\sof\\b) | reaches | reaching | equals? | stays? | stayed | remains? | remained | up | being | ranging | ranges? | varying | varies )? ( from | between )? ( to | as | on average | about | at(?!\\sQ\\d+u) | "
        + _BARELY
        + " )* ( \\w+ly )? <value>",
        "value",
        examples=(
            ("Our model generates images with an FID of 1.95 on CIFAR-10.", ("score 1.95 | FID @ CIFAR-10",)),
            ("The F1 score is 0.872 on SQuAD.", ("score 0.872 | F1 @ SQuAD",)),
            (
                "Our chatbot has an accuracy of 68.2% and a fluency of 72.7%.",
                ("score 68.2 % | accuracy", "score 72.7 % | fluency"),
            ),
            ("Our models reach accuracies ranging from 71.2% to 78.4%.", ("score 71.2..78.4 % | accuracy",)),
            ("Our glove reads the pinch with an error of just 14 N.", ("score 14 N | error",)),
            ("The sonar error was on average 7 cm.", ("score 7 cm | error",)),
        ),
        counter_examples=(
            "Accuracy is improved by 2.3%.",
            "We report the accuracy at 30 degrees.",
            "We compute the precision of 12 forecasts.",
        ),
        priority=42,
    ),
    Rule(
        "to within <value>",
        "( to <value:u_> | accurate to <value:%u> )",
        "value",
        examples=(
            ("Our map localises a car to within 10 cm.", ("score 10 cm (under)",)),
            ("Our detector is accurate to 1.5 cm.", ("score 1.5 cm",)),
        ),
        counter_examples=("The search is confined to 12 cm of wire.",),
        priority=22,
    ),
    Rule(
        "<metric> ( <value> )",
        "<metric> ( scores? | rates? | values? | of )? \\( ~2 <value>",
        "value",
        examples=(
            ("Our tagger has the best F1 (93.1%) on CoNLL-2003.", ("score 93.1 % | F1 @ CoNLL-2003",)),
            ("Our tagger has high recall values (> 0.93).", ("score 0.93 (over) | recall",)),
        ),
        counter_examples=(
            "Our tagger has the best F1 (+2.3%).",
            "We report the F1 (Table 2).",
        ),
        priority=41,
    ),
    Rule(
        "<metric> ... of <value>",
        "<metric> ~8 ( ( of | is | are | was | were | to | reaches | reaching | : | = | as ) ( up )? ( to )? <value> | ( is | are | was | were ) ( "
        + _BARELY
        + " )+ <value> | ( is | are | was | were ) between <value:%nu> | at ( up )? ( to )? <value:%pnxtrbfc> )",
        "value",
        examples=(
            ("The F1 of the tagger on CoNLL-2003 is 93.1%.", ("score 93.1 % | F1 @ CoNLL-2003",)),
            ("The accuracy in the frame of the earth is still 1.5 m.", ("score 1.5 m | accuracy",)),
            ("The RMSE of the joint angles was between 5° to 10°.", ("score 5..10 ° | RMSE",)),
        ),
        counter_examples=("The accuracy of our model improves by 2.3%.",),
        priority=34,
    ),
    Rule(
        "<metric> of ... is <value>",
        "<metric> ( scores? | rates? | values? )? ( \\) )? ( of | for | in | on | between ) ~16 ( <other> ~~8 )? ( is | are | was | were ) ( between | "
        + _BARELY
        + " )* <value:%nu>",
        "value",
        examples=(
            (
                "The RMSE of the knee angle and of the angle of the hip in the frontal plane are 4.1 and 5.2 degs.",
                ("score 4.1 degs | RMSE", "score 5.2 degs | RMSE"),
            ),
        ),
        counter_examples=("The accuracy of the model on CIFAR-10 is improved by 2.3%.",),
        priority=33,
    ),
    # What is said of a subject that no list has; a share `of` something is none of its qualities.
    Rule(
        "... is <value>",
        "(?!which|that|there|it|this|data|proportions?|ratios?|fractions?|shares?|density|probability|size|noise|level|R\\d+)(?<!\\s(?:when|if|where|while)\\s(?:\\S+\\s){0,3})[a-zNMOS][^\\s,.;:()]* ( is | are | was | were | be ) ( "
        + _BARELY
        + " | {degree} )* <value:%> ( , | \\. | ; | \\) | for | in | when | with | at | respectively | while | and | on )",
        "value",
        examples=(
            (
                "The sharpness of the prints was 93% for clay and 88% for sand.",
                ("score 93 % | sharpness", "score 88 % | sharpness"),
            ),
        ),
        counter_examples=(
            "Our arm reaches a point, which is 45% of its length.",
            "Our tagger is right even when the noise is 12%.",
        ),
        priority=11,
    ),
    Rule(
        "<metric> to be <value>",
        "( <metric> | error ) ~10 (?<!predicted\\s)to be ( " + _BARELY + " )* <value:%uxt>",
        "value",
        examples=(
            ("Tests have shown the error of the probe to be less than 3.5 mm.", ("score 3.5 mm (under) | error",)),
            ("The accuracy of the tagger was found to be 91.2%.", ("score 91.2 % | accuracy",)),
        ),
        counter_examples=("The accuracy has to be higher, and 12% of the tags are new.",),
        priority=31,
    ),
    Rule(
        "<resource> to be <value>",
        "( <speed> | <resource> ) ~8 (?<!predicted\\s)to be ( " + _BARELY + " )* <value:ut>",
        "value",
        examples=(("The peak torque of the drive was found to be 63 Nm.", ("score 63 Nm | torque",)),),
        counter_examples=("The torque has to be higher, and a load of 12 kg is lifted.",),
        priority=30,
    ),
    Rule(
        "<value> and <other> <metric>",
        "<value:%u> ( , )? ( and | or ) <other:%u> {degree}* ( [a-z-]+ )? ( [a-z-]+ )? <metric>",
        "value",
        examples=(
            (
                "Our tracker follows the owls with 2.4 mm and 1.1° mean error.",
                ("score 2.4 mm | error", "score 1.1 ° | error"),
            ),
        ),
        counter_examples=("Our tracker has an error of 1.5 mm and 80.2% accuracy.",),
        priority=33,
    ),
    Rule(
        "within <value> of the target",
        "( agree\\w* | coincid\\w+ | correspond\\w* | match(?:es|ed)? ) ( to | with )? <value:%u_> | <value:%u_> ( of | from | off | to ) ( the | its | their | our )* ( actual | true | measured | desired | expected | predicted | analytical | simulated | experimental | theoretical | commanded | observed ) | <value:u_> ( of | from | off ) ( the | its | their | our )* ( [a-z-]+ly )? ( [a-z-]+ )? ( targets? | goal | truth | positions? | location | destination | pose | optimum | reference | trajectory | point )",
        "value",
        examples=(
            ("The probe stops within 2.5 mm of the marked target.", ("score 2.5 mm (under)",)),
            ("The torques of the model are within 12% of the measured ones.", ("score 12 % (under)",)),
            ("The buoy is placed less than 3 m from the true position.", ("score 3 m (under)",)),
        ),
        counter_examples=("The probe stops less than 2.5 mm of wire away.",),
        priority=22,
    ),
    Rule(
        "accurate ( <value> )",
        "( accurate | accurately | precise | precisely ) \\( ~2 <value:%u>",
        "handled",
        examples=(
            ("We found our detector to be highly accurate (99.8%).", ("score 99.8 % | accuracy",)),
            ("The torque sensor is accurate (0.05 Nm) and cheap.", ("score 0.05 Nm | accuracy",)),
        ),
        counter_examples=("Our detector is accurate (Table 2).",),
        priority=23,
    ),
    Rule(
        "<value> in terms of <metric>",
        "( <value:%pn> ( ( , )? in terms of | ( as )? measured by ) | {achieve} {degree}* <value:%n> ( on | in ) ) ( the )? <metric>",
        "value",
        examples=(
            ("Our rewriter achieves 36.2 on SARI.", ("score 36.2 | SARI",)),
            ("We reach the best performance on MSVD: 52.8% in terms of BLEU@4.", ("score 52.8 % | BLEU-4 @ MSVD",)),
        ),
        counter_examples=("We are better by 2.8% in terms of BLEU@4.",),
        priority=37,
    ),
    Rule(
        "<value> <name> <metric>",
        "<value:%n> [NB]\\d+ ( [a-z-]+ )? <metric>",
        "value",
        examples=(("Our tool achieves 49.6 Novel AP50 on LVIS.", ("score 49.6 | AP50 @ LVIS",)),),
        counter_examples=("We test on 4 HERON error benchmarks.",),
        priority=22,
    ),
    Rule(
        "resolution of <value>",
        "( with | has | have | having | provid\\w+ | and | the | its ) ( an? | the )? ( (?!map|grid|voxel|pixel|image|nano|[QFT]\\d|[,;:.()])\\S+ )? ( resolution | repeatability | reproducibility | hysteresis | backlash ) ( of | is | was ) {degree}* <value:u>",
        "value",
        examples=(("We sense up to 25 N with a force resolution of 1.4 N.", ("score 1.4 N | resolution",)),),
        counter_examples=(
            "Images were taken at a resolution of 8 mm.",
            "We localise the robot with a map resolution of 8 mm.",
        ),
        priority=22,
    ),
    Rule(
        "<resource> of ... is <value>",
        "( <resource> | <speed> ) ( of | for | in | at | during | on | achieved | reached | obtained | measured | generated ) ~16 ( is | are | was | were ) ( "
        + _BARELY
        + " )* <value:u>",
        "value",
        examples=(
            (
                "The maximum torques of the knee and ankle joints were 64 Nm and 38 Nm.",
                ("score 64 Nm | torque", "score 38 Nm | torque"),
            ),
            ("The speed of the boat is 0.32 m/s.", ("score 0.32 m/s | speed",)),
            ("The speed reached on wet sand is 0.32 m/s.", ("score 0.32 m/s | speed",)),
        ),
        counter_examples=("The torque of the joint is set, and a rope of 12 m was pulled.",),
        priority=29,
    ),
    Rule(
        "<value> as <adjective> as",
        "<value:x> as(?=\\s(?:(?:[a-z]+|R\\d+)\\s)?(?:good|well|strong|accurate(?:ly)?|efficient(?:ly)?|effective(?:ly)?|robust|stiff|precise(?:ly)?|sensitive|stable|reliable|[a-z]{4,}[ai]ble)\\s) ( good | well | strong | <what> ) {phrase_end}",
        "up",
        examples=(
            ("Our arm is twice as stiff as HeronNet.", ("gain 2 x | stiffness vs HeronNet",)),
            ("The answers are three times as accurate in dense scenes.", ("gain 3 x | accuracy",)),
            ("Our agent learns twice as efficiently.", ("speedup 2 x | efficiency",)),
            ("Our arm is twice as good as HeronNet.", ("gain 2 x vs HeronNet",)),
        ),
        counter_examples=("Our arm is twice as long as HeronNet.",),
        priority=49,
    ),
    Rule(
        "<metric> ( ... ) of <value>",
        "( <metric> | <speed> | <resource> ) ~3 \\( ~~14 \\) ( of | is | are | was | were ) ( to | "
        + _BARELY
        + " )* <value:%nu>",
        "value",
        examples=(
            (
                "We obtain a recall (defined as whether a bird is in the top three) of 75.4%.",
                ("score 75.4 % | recall",),
            ),
        ),
        counter_examples=("We obtain a recall (75.4%) and a set of 12 birds.",),
        priority=32,
    ),
    Rule(
        "rate of ... is <value>",
        "( (?:differences?|variations?|offsets?)(?=\\sbetween\\s) | "
        + _HEAD[2:]
        + " ( ( in | of | for | between | along | at | on | with | achieved | obtained | measured ) ~14 )? ( is | are | was | were | ( can | could )? reach\\w* ) ( [a-z]+ed to be )? ( ( , )? on average ( , )? )? ( "
        + _BARELY
        + " )* <value:%u>",
        "value",
        examples=(
            (
                "The mean height error between the model and the jumps on sand, clay and grass was 8.5 cm.",
                ("score 8.5 cm | height error",),
            ),
            ("The variation between the two paths is 2 mm.", ("score 2 mm | variation",)),
            ("The hit rate can reach 84%.", ("score 84 % | hit rate",)),
            (
                "The offset error for needles in a clear gel that hardens was 0.3 mm.",
                ("score 0.3 mm | offset error",),
            ),
            ("The error in the mass of the object is 3.2%.", ("score 3.2 % | error",)),
            ("The matching rate of the landmarks is 92.6%.", ("score 92.6 % | matching rate",)),
            ("The error between map and marsh is, on average, 5.8%.", ("score 5.8 % | error",)),
        ),
        counter_examples=("The error of 12 sensors is known.",),
        priority=32,
    ),
    Rule(
        "the maximum <what> is <value>",
        "( "
        + _OWN_TO_A_BODY
        + " ( is | are | was | were | reach(?:es|ed) ) ( "
        + _BARELY
        + " )* <value:u> | "
        + _EXTREME
        + " <what> ( of | can reach | reach\\w* | ( ( [a-z]+ed )? ( of | for | in | during | at | on | to | by ) ~~6 )? ( is | are | was | were ) ( only | just )? ) ( to )? {degree}* <value:%u> )",
        "value",
        examples=(
            ("The peak grip strain in the second test was 34.5%.", ("score 34.5 % | grip strain",)),
            ("We measure a maximum bending angle of 26.5°.", ("score 26.5 ° | bending angle",)),
            ("The average force applied to the skin was 3.4 N.", ("score 3.4 N | force",)),
            ("The grip stress is 7.5 kPa.", ("score 7.5 kPa | grip stress",)),
        ),
        counter_examples=("The maximum is 12 mm of wire.", "The chosen stiffness is 540 N/m."),
        priority=27,
    ),
    Rule(
        "score or rate of <value>",
        "( "
        + _HEAD
        + " ( of | : | is | are | was | at(?=\\sQ\\d+%\\S*\\s[,.]\\s) ) ( about | only | just | up | to | as | low | high )* <value:%nu> | (?<!\\b(?:standard|std(?:\\s\\.)?|sd)\\s)deviations?(?!\\sQ\\d+u[\\^!]) <value:u> )",
        "value",
        examples=(
            ("The wear index is 0.81.", ("score 0.81 | wear index",)),
            ("Trees are robust, with a surface consistency at 94%.", ("score 94 % | surface consistency",)),
            ("Our glider has a gliding ratio of 1.9.", ("score 1.9 | gliding ratio",)),
            ("We find nests with a deviation around 3 cm.", ("score 3 cm (about) | deviation",)),
        ),
        counter_examples=(
            "We train with a learning rate of 0.01.",
            "We rank 12 of the scores.",
            "Our hide can handle gusts (std. deviation up to 35 cm).",
            "The nests were hung with standard deviation 3 cm.",
            "A deviation above 3 cm ends the flight.",
        ),
        priority=31,
    ),
    # A value without a measure: it takes a verb of achieving or a benchmark to be a result.
    Rule(
        "a score of <value>",
        "( <benchmark> | {achieve} ( an? | the )? | average | averaged | mean | overall | final | total | combined | best | highest | top | competitive | impressive | state-of-the-art | official | aggregated? | composite | leaderboard | public | private | baseline ) scores? ( of | : | is | are | was | were ) ( about | only | just | merely | up | to )* <value:n>",
        "value",
        examples=(
            ("On GSM8K, our model achieves a final score of 61.47.", ("score 61.47 @ GSM8K",)),
            ("Our model keeps its lead with a GSM8K score of 61.47.", ("score 61.47 @ GSM8K",)),
            ("Our model keeps its lead with a GSM8K score of 61.", ("score 61 @ GSM8K",)),
        ),
        counter_examples=("We drop pairs with a score of 0.25 or less.",),
        priority=36,
    ),
    Rule(
        "{achieve} <value>",
        "( {achieve}"
        + _NO_CONDITION * 5
        + " <value:%> | {exhibit} {degree}* ( ( [a-z-]+ | [MRS]\\d+ )+ of )? ( as low as | as high as )? {degree}* ( [a-z-]+ )? ( [a-z-]+ )? <value:u> )",
        "value",
        examples=(
            ("Our agent achieves about 72.5% on unseen rooms.", ("score 72.5 % (about)",)),
            ("We demonstrate a lateral resolution of 58 μm.", ("score 58 μm | lateral resolution",)),
        ),
        counter_examples=(
            "We show that our robot climbs on a 30 mm rail.",
            "Safe landing is achieved even when 35% of the rotors fail.",
            "Our tagger achieves 93.1% F1 on CoNLL-2003.",
            "We show 12 images to each annotator.",
            "We present a 3-point algorithm for the pose of a camera.",
        ),
        priority=20,
    ),
    Rule(
        "{achieve} ... <value> on <benchmark>",
        "{achieve} ~6 <value:%pn> ( on | for | in ) ~4 <benchmark>",
        "value",
        examples=(
            ("Our model achieves a new best result of 61.47% on GSM8K.", ("score 61.47 % @ GSM8K",)),
            ("We obtain 36.7 on IWSLT14.", ("score 36.7 @ IWSLT14 De-En",)),
        ),
        counter_examples=(
            "Our model achieves a gain of 2.3% on GSM8K.",
            "We report figures for 12 classes on COCO.",
        ),
        priority=36,
    ),
    Rule(
        "<value> on <benchmark>",
        "<value:%p> ( on | for | in ) ~3 <benchmark>",
        "value",
        examples=(
            (
                "Our numbers are 61.47% on GSM8K and 14.9% on MATH.",
                (
                    "score 61.47 % @ GSM8K",
                    "score 14.9 % @ MATH",
                ),
            ),
        ),
        counter_examples=(
            "Our model is 2.3% better on GSM8K.",
            "We test 12 models on GSM8K.",
        ),
        priority=16,
    ),
    Rule(
        "<name> : <value> , <name> : <value>",
        f"( ( \\( | : | , | ; ) {_LABEL} : <value:%n> {_NEXT} {_LABEL} : <other:%n> | {_LABEL} : <other:%n> {_NEXT} {_LABEL} : <value:%n>"
        f" | : {_NAMED} <value:%n> {_NEXT} {_NAMED} <other:%n> | {_NAMED} <other:%n> {_NEXT} {_NAMED} <value:%n> ( , | \\. | ; | and ) )",
        "value",
        examples=(
            (
                "Our finder is good on COCO (dawn: 0.873, noon: 0.918, dusk: 0.846) and LVIS (dawn: 0.794, dusk: 0.751).",
                (
                    "score 0.873 @ MS COCO",
                    "score 0.918 @ MS COCO",
                    "score 0.846 @ MS COCO",
                    "score 0.794 @ LVIS",
                    "score 0.751 @ LVIS",
                ),
            ),
            (
                "Our finder has the best AP on three data sets: COCO 0.91, LVIS 0.68, and OwlSet 0.83.",
                ("score 0.91 | AP @ MS COCO", "score 0.68 | AP @ LVIS", "score 0.83 | AP @ OwlSet"),
            ),
        ),
        counter_examples=(
            "We test three readers: OwlNet 3.1, WrenNet 2.5, and HeronNet 1.0.",
            "We set the rate (start: 3, end: 1).",
        ),
        priority=36,
        traits=("labels",),
    ),
    # Values in brackets after a name.
    Rule(
        "<name> ( <value> )",
        "<name> ~1 \\( <value:%pn> ( <measure> )? ( \\) | , )",
        "value",
        examples=(
            (
                "On GSM8K, our model reaches 61.47% accuracy, surpassing LoRA (48.20%) and PiSSA (57.94%).",
                (
                    "score 61.47 % | accuracy @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : LoRA = baseline",
                    "score 57.94 % | accuracy @ GSM8K : PiSSA = baseline",
                ),
            ),
        ),
        counter_examples=(
            "Our model beats LoRA (2.3x faster).",
            "We test HeronNet (Figure 3).",
        ),
        priority=44,
    ),
    Rule(
        "<benchmark> ( <value> )",
        "<benchmark> \\( <value:%pn>",
        "value",
        examples=(
            (
                "Our model does well on GSM8K (61.47%) and MATH (14.9%).",
                (
                    "score 61.47 % @ GSM8K",
                    "score 14.9 % @ MATH",
                ),
            ),
        ),
        counter_examples=(
            "We test on GSM8K (8,500 problems).",
            "Our model is better on GSM8K (+2.3%).",
        ),
        priority=36,
    ),
    Rule(
        "existing {approach} ( <value> )",
        "( best | previous | prior | existing | strongest | competing | other | baselines? ) ~2 ( {approach} )? \\( <value:%pn> ( \\) | ; | , )",
        "value",
        examples=(
            (
                "Our model reaches 61.47% accuracy on GSM8K, above the best baseline (48.20%).",
                (
                    "score 61.47 % | accuracy @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : best baseline = baseline",
                ),
            ),
        ),
        counter_examples=(
            "Our network (61.47%) is the best on GSM8K.",
            "We compare to existing models (12 layers).",
        ),
        priority=29,
        role="baseline",
    ),
    # Above `<metric> of <value>`, which would make it our own.
    Rule(
        "than existing {approach} ( <metric> <value> )",
        "( than | over | above | {outperform} | to ) ( the | all | our )* ( best | previous | prior | existing | strongest | competing | other | current ) ~3 {approach} \\( <metric> ( of | = | : )* <value:%n> ( \\) | ; | , )",
        "value",
        examples=(
            (
                "Our model fits better (R2 = 0.81) than the best existing approach (R2 = 0.72).",
                ("score 0.81 | R2", "score 0.72 | R2 : best existing approach = baseline"),
            ),
        ),
        counter_examples=("Our approach (R2 = 0.72) fits better than existing ones.",),
        priority=47,
        role="baseline",
    ),
    # The other system's value. Above `<value> <metric>`, which would make it our own.
    Rule(
        "compared to <value>",
        "( compar(?:ed|ing) to | compar(?:ed|ing) with | in comparison to | in comparison with | as opposed to | in contrast to | versus | vs | vs\\. ) ( only | just | about | the | an? )* <value:%nux>",
        "value",
        examples=(
            (
                "Our model reaches 61.47% accuracy on GSM8K, compared to 48.20% for LoRA.",
                (
                    "score 61.47 % | accuracy @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : LoRA = baseline",
                ),
            ),
            (
                "Our model reaches 61.47% accuracy on GSM8K vs. 48.20% for LoRA.",
                (
                    "score 61.47 % | accuracy @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : LoRA = baseline",
                ),
            ),
        ),
        counter_examples=(
            "Our model improves by 2.3% compared to 12 rivals.",
            "Our model is 2.3x faster compared to HeronNet.",
        ),
        priority=47,
        role="baseline",
    ),
    Rule(
        "up from <value>",
        "( ( up | down ) from | \\( from | ( \\( | , ) ( improved | improving | increased | increasing | reduced | decreased | rising | falling ) from ) ( only | just | about | an? | the | previous | previously | initial | original )* <value:%nu>",
        "value",
        examples=(
            (
                "Our model reaches 61.47% accuracy on GSM8K, up from 48.20%.",
                ("score 61.47 % | accuracy @ GSM8K", "score 48.2 % | accuracy @ GSM8K = baseline"),
            ),
            (
                "Our model has an F1 of 0.614 (up from 0.482 for LoRA).",
                ("score 0.614 | F1", "score 0.482 | F1 : LoRA = baseline"),
            ),
            (
                "Our arm has a jitter of 2.1 mm (improved from 4 mm), accuracy within 1 mm and no drift.",
                ("score 2.1 mm | jitter", "score 4 mm | jitter = baseline", "score 1 mm (under) | accuracy"),
            ),
        ),
        counter_examples=("Our model is up to 61.47% faster, and costs are down 12%.",),
        priority=48,
        role="baseline",
        traits=("former",),
    ),
    Rule(
        "than <value> of",
        "( than | over | upon | beyond | above | against | from the | just ) ( only | just | about | the )* <value:%nx> ( for | of | by | from | with | achieved | using | obtained )",
        "value",
        examples=(
            (
                "Our model reaches 61.47% accuracy on GSM8K, higher than the 48.20% of LoRA.",
                (
                    "score 61.47 % | accuracy @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : LoRA = baseline",
                ),
            ),
        ),
        counter_examples=(
            "Our model needs less than 12 ms for a query.",
            "Our robot recovers from 98.9% of the falls.",
            "Our model is better than 12 of its rivals.",
        ),
        priority=33,
        role="baseline",
    ),
    Rule(
        "<value> vs",
        "<value:%nu> ~3 ( vs | vs\\. | versus ) ~3 <other>",
        "value",
        examples=(
            (
                "Our model has the better accuracy on GSM8K (61.47% vs. 48.20% for LoRA).",
                (
                    "score 61.47 % | accuracy @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : LoRA = baseline",
                ),
            ),
        ),
        counter_examples=("Our compiler is 2.3x faster vs. HeronNet.",),
        priority=46,
    ),
    # Above `{outperform} <baseline> by <value>`: two figures against each other are no margin.
    Rule(
        "margin <value> vs <other>",
        "margins? ( , | \\( | : )? <value:%n> ( <metric> )? ( vs | vs\\. | versus ) <other:%n>",
        "value",
        examples=(
            (
                "Our model outperforms LoRA by a clear margin 61.4% vs 48.2% on GSM8K.",
                ("score 61.4 % @ GSM8K", "score 48.2 % @ GSM8K : LoRA = baseline"),
            ),
        ),
        counter_examples=("Our model outperforms LoRA by a margin of 5.1% on GSM8K.",),
        priority=70,
    ),
    # From one value to another: above all other rules that read a result, as nothing else can be meant.
    Rule(
        "from <from> to ...",
        "<from:%pnuxtrbf>",
        "value",
        examples=(
            (
                "Our recipe takes accuracy from 52.8% to 59.4% on CUB.",
                (
                    "score 52.8 % | accuracy @ CUB-200-2011 = baseline",
                    "score 59.4 % | accuracy @ CUB-200-2011",
                ),
            ),
        ),
        counter_examples=(
            "Our tool is from 2x to 3x faster.",
            "We train with data from 12 to 24 countries.",
        ),
        priority=60,
        role="baseline",
    ),
    Rule(
        "{improve} <what> from <from>",
        "( {improve} | {reduce} | {worsen} | ( {improvement} | {reduction} | {worsening} ) ( in | of | on ) ) ( the | its | their | our )* <what> ~~8 <from:%pnuxtrbf>",
        "value",
        examples=(
            (
                "Our planner raises the step height of the robot from 2.7 cm to 6.8 cm with an error of 2%.",
                (
                    "score 2.7 cm | step height = baseline",
                    "score 6.8 cm | step height",
                    "score 2 % | error",
                ),
            ),
        ),
        counter_examples=(
            "Our recipe raises HeronNet from 52.8% to 59.4% on CUB.",
            "Step heights from 3.5 cm to 9.1 cm were tried.",
        ),
        priority=61,
        role="baseline",
    ),
    Rule(
        "<what> {improve} from <from>",
        "<what> ( is | are | was | were | has been | can be )? ( further )? ( \\w+ly )? ( {improve} | {reduce} | {worsen} | {improvement} | {reduction} ) ( from )? <from:%pnuxtrbf>",
        "value",
        examples=(
            (
                "In crowds the stride increased from 3.5 cm to 9.1 cm.",
                (
                    "score 3.5 cm | stride = baseline",
                    "score 9.1 cm | stride",
                ),
            ),
            (
                "Accuracy increases from 52.8% to merely 59.4% on CUB.",
                (
                    "score 52.8 % | accuracy @ CUB-200-2011 = baseline",
                    "score 59.4 % | accuracy @ CUB-200-2011",
                ),
            ),
        ),
        counter_examples=("Step heights from 3.5 cm to 9.1 cm were tried.",),
        priority=62,
        role="baseline",
    ),
    Rule(
        "from ... to <to>",
        "<to:%pnuxtrbf>",
        "value",
        examples=(
            (
                "Our recipe raises the success rate from 43.5% to 68.5%.",
                (
                    "score 43.5 % | success rate = baseline",
                    "score 68.5 % | success rate",
                ),
            ),
        ),
        counter_examples=("Our recipe improves accuracy by 2.3% to 59.4% on CUB.",),
        priority=60,
    ),
    # Above `{improve} <value> <measure>`, which reads a change: what a measure rises or falls to is its new value.
    Rule(
        "{improve} to <value>",
        "( ( {improve} | {reduce} | {worsen} ) ( the | its | their | our | down | further )* <what>? | <what> ( is | are | was | were | has been | can be | could be )? ( further | \\w+ly )? ( {improve} | {reduce} | {worsen} ) ( further | down | \\w+ly )? ) ~~4 (?<!(?:compared|relative|due|respect|contrast|next|prior|similar|close|thanks|applied|according)\\s)to ( only | just | merely | as | low | high | little | much | about | an? | {degree} )* ( <value:%p> | <value:n> <metric> )",
        "value",
        examples=(
            ("Detection on VOC 2007 improves to 84.2% mAP.", ("score 84.2 % | mAP @ PASCAL VOC 2007",)),
            (
                "Longer training further raises the accuracy on CIFAR-100 to 78.4%.",
                ("score 78.4 % | accuracy @ CIFAR-100",),
            ),
        ),
        counter_examples=(
            "Our recipe improves accuracy compared to 48.2% for LoRA.",
            "Our recipe improves the accuracy by 2.3% on CIFAR-100.",
        ),
        priority=50,
    ),
    Rule(
        "by ... to <value>",
        "( by ~3 <other> ( % )? to ~1 <value:%pnu> | further ( {improve} | {reduce} ) to ( about )? <value:%n> )",
        "value",
        examples=(
            (
                "Our parser has a Smatch of 81.4, which is further raised to 83.6 by longer training.",
                (
                    "score 81.4 | Smatch",
                    "score 83.6 | Smatch",
                ),
            ),
            (
                "Our recipe improves top-1 accuracy by 1.3% to 77.4%.",
                (
                    "gain 1.3 % | top-1 accuracy",
                    "score 77.4 % | top-1 accuracy",
                ),
            ),
            (
                "On IWSLT14, our translator improves BLEU by 1.4 to 36.7.",
                (
                    "gain 1.4 | BLEU @ IWSLT14 De-En",
                    "score 36.7 | BLEU @ IWSLT14 De-En",
                ),
            ),
        ),
        counter_examples=(
            "Our compiler cuts memory by 2x to 5x.",
            "Our recipe improves accuracy by 2.3% thanks to 12 tricks.",
        ),
        priority=59,
    ),
    # Shares: of another system's performance, of cases.
    # Between `of` and the measure stand only words of its own phrase: `12% of the weights while accuracy ...` is no share.
    Rule(
        "<value> of the <metric>",
        "<value:%> of ( the | [a-z-]+ | \\S+['’]s | [NO]\\d+ )* ( [SR]\\d+ )? ( performance | capability | capabilities | ability | effectiveness | <metric> )",
        "share",
        examples=(
            ("Our student keeps 96% of the performance of its teacher.", ("score 96 % | performance",)),
            ("Our student recovers 96% of the accuracy of its teacher.", ("score 96 % | performance",)),
            ("Our student reaches 96% of the original BERT accuracy.", ("score 96 % | performance",)),
        ),
        counter_examples=(
            "Our student has 96% accuracy.",
            "Our tuner updates 12% of the weights without a loss of accuracy.",
        ),
        priority=46,
    ),
    Rule(
        "{keep} <value> of <metric>",
        "( retain\\w* | maintain\\w* | preserv\\w+ | keep\\w* | kept | recover\\w* ) ~2 <value:%> of ( [a-z-]+ )? <metric>",
        "share",
        examples=(("Our student retains over 96% of retrieval accuracy.", ("score 96 % (over) | performance",)),),
        counter_examples=("Our retriever reaches 96% of accuracy.",),
        priority=49,
    ),
    Rule(
        "<value> of <metric>",
        "<value:%pnu> of ( [a-z-]+ )? <metric> ( , | \\. | and | on | for | in | with | at | while | when | by | over | \\( )",
        "value",
        examples=(("Our tracker reaches 66.1% of MOTA on MOT17.", ("score 66.1 % | MOTA @ MOT17",)),),
        counter_examples=("Our student reaches 96% of the accuracy of its teacher.",),
        priority=47,
    ),
    Rule(
        "<value> of cases",
        "<value:%> of ( the )? ~1 ( times | time(?!\\s(?:needed|required|taken|of|it|that)\\s) | cases | tasks | problems | trials | runs | instances | questions | interactions? | scenarios | examples | queries | attempts | games | episodes | bugs | theorems )",
        "handled",
        examples=(
            ("Our prover settles 41.2% of problems.", ("score 41.2 %",)),
            ("Our tool repairs 41.2% of bugs.", ("score 41.2 %",)),
        ),
        counter_examples=(
            "Our filter drops 12% of noisy pages.",
            "Our prover takes 12% of the time needed by HeronNet.",
            "We annotate 12 of the games.",
        ),
        priority=48,
    ),
    Rule(
        "successful ... in <value> of ...",
        "( succe\\w+ | correct | correctly | safe | safely | optimal | optimally | feasible | wins? | outperform\\w* ) ~6 ( in | for | on ) <value:%> of(?!\\s(?:the\\s)?(?:data|training|total|R\\d)\\b)",
        "handled",
        examples=(("Our planner gives safe routes in 82% of the mazes.", ("score 82 %",)),),
        counter_examples=("Holes were found in 12% of the masks.",),
        priority=19,
    ),
    Rule(
        "wins or solves <value>",
        "( win | wins | preferred | succeed | succeeds | prefer | success | successfully | correctly | solves? | solved | solving | complet\\w+ | succeeding ) ( ~9 (?!by\\s|[QFT;:.]\\S*\\s)\\S+ )? <value:%>",
        "handled",
        examples=(("Our answers are preferred by the judges with 72.5%.", ("score 72.5 %",)),),
        counter_examples=(
            "Our agent wins 2.3% more games than HeronNet.",
            "Our agent wins at chess by 2.3%.",
        ),
        priority=18,
    ),
    Rule(
        "{handle} <value> of ...",
        f"( ( able to | can | could | correctly | successfully | to | that | which | and | system | method | model | approach | framework | robot | agent | gripper | we | it | O\\d+ | our ~3 ) ( \\w+ly )? {{handle}} {_NOT_THAT} <value:%> ( of | [a-z-]+ ) | N\\d+ ( \\w+ly )? {{handle}} {_NOT_THAT} <value:%> of )",
        "handled",
        examples=(
            ("Our gripper can grasp 88% of the test objects.", ("score 88 %",)),
            ("Unlike our gripper, HeronNet only solves 41.2% of the puzzles.", ("score 41.2 % : HeronNet = baseline",)),
        ),
        counter_examples=(
            "We remove noise from recordings in which 88% of the frames are silent.",
            "Our model finds that 88% of the frames are silent.",
        ),
        priority=26,
    ),
    Rule(
        "able to {move} <value>",
        "( can | could | able to | capable of | ability to | ( enabl\\w+ | allow\\w* ) ~3 to ) ( ( [a-z-]+ and | also | even | \\w+ly )? {move} ~~6 ( <value:u> | with <value:u^> ) | ( generate | produce | reach | achieve )? ~~8 ( <value:u^> | down to <value:u> ) | (?:generat(?:e|ing)|produc(?:e|ing)|develop(?:ing)?|exert(?:ing)?|apply(?:ing)?|deliver(?:ing)?|provid(?:e|ing)) an? <value:u> ( [a-z-]+ )? <resource> )",
        "value",
        examples=(
            ("Our cricket can jump more than 47 cm high.", ("score 47 cm (over)",)),
            ("The coil is capable of developing a 450 mN grip force.", ("score 450 mN | force",)),
            ("The gripper is able to safely hold a load of 5 kg.", ("score 5 kg | load",)),
            ("The crawler is capable of climbing walls at 15 cm/s.", ("score 15 cm/s",)),
            ("The clutch can transmit up to 75 Nm.", ("score 75 Nm (up to)",)),
            ("It can also walk at 1.2 m/s on grass.", ("score 1.2 m/s",)),
            ("The crawler can climb with up to 0.9 m/s.", ("score 0.9 m/s (up to)",)),
            ("Our launcher can produce a spin of up to 3.2 rad/s.", ("score 3.2 rad/s (up to) | spin",)),
        ),
        counter_examples=(
            "The robot can be used in pipes of 80 mm.",
            "Our robot climbs on a 30 mm rail.",
        ),
        priority=24,
    ),
    Rule(
        "{move} up to <value>",
        "( ( {move} ( \\w+ly )? | velocities ( of )? ) ( \\( ~1 )? ( <value:u^> | <value:u!> ) | ( {exhibit} | exhibits? | stabili\\w+ ) ~4 "
        + _GAIT
        + " ~~5 ( at <value:u> | <value:u^> | <value:u!> ) | (?<!\\s(?:when|if|while|as|once|where|that)\\s(?:\\S+\\s){0,4})(?:runs|walks|crawls|swims|flies|hops|climbs|trots|moves|travels|rolls|drives|skates|ran|walked|crawled|swam|flew|hopped|climbed|moved|travelled|rolled|drove) ~~4 at <value:u> )",
        "value",
        examples=(
            ("We show a leg that supports jumping up to 82 cm.", ("score 82 cm (up to)",)),
            ("Our worm shows several gaits, such as crawling (up to 0.8 cm/s).", ("score 0.8 cm/s (up to)",)),
            ("Our lizard achieves quick ascent of a wall at 14 cm/s.", ("score 14 cm/s",)),
            ("The crawler moves on wet sand at about 0.4 m/s.", ("score 0.4 m/s (about)",)),
            ("Our boat develops velocities up to 2.5 m/s.", ("score 2.5 m/s (up to) | velocities",)),
        ),
        counter_examples=(
            "When running at 2.6 m/s, the robot is stable.",
            "The noise is low as long as the crawler moves at 0.5 m/s.",
        ),
        priority=23,
    ),
    Rule(
        "capable of doing <value> of ...",
        "( capable of ( \\w+ly )? (?!us|requir|consum|need|tak|sav|reduc|prun|cut|los)[a-z]+ing | ( able to | can | could ) ( \\w+ly )? (?!us|requir|consum|need|tak|sav|reduc|prun|cut|los|be|have|account|make|lead|result|improv|increas|contain|affect|contribut|caus)[a-z]+ ) ( out )? ~2 <value:%> of (?!R\\d|S\\d)\\S+",
        "handled",
        examples=(
            ("Our filter is capable of catching 88% of forged mails.", ("score 88 %",)),
            ("Our filter can sort out over 70% of the forged mails.", ("score 70 % (over)",)),
        ),
        counter_examples=(
            "Our filter is capable of running with 12% of the weights.",
            "Forged mails can make up 40% of the traffic.",
        ),
        priority=25,
    ),
    Rule(
        "<value> accurate",
        "( is | was | are | were ) <value:%> ( \\w+ly )? ( accurate | correct | successful | efficient | reliable | similar | consistent | effective | compatible | autonomous )",
        "handled",
        examples=(
            ("The alarm was 96% accurate in finding falls.", ("score 96 % | accuracy",)),
            ("The gear is 62% efficient under the worst load.", ("score 62 %",)),
        ),
        counter_examples=("No detector of falls is ever 100% accurate.",),
        priority=25,
    ),
    Rule(
        "<value> of ... {succeed}",
        "<value:%> of ~8 ( fool | evade | bypass | transfer | match | succeed | converge | survive | pass | fooled | evaded | bypassed | transferred | matched | succeeded | converged | survived | passed | to succeed )",
        "handled",
        examples=(("With our patch, 95% of the stickers fool the detector.", ("score 95 %",)),),
        counter_examples=("95% of the passes were long.",),
        priority=24,
    ),
    Rule(
        "{locate} ... within <value>",
        "( track\\w* | estimat\\w+ | predict\\w* | locali[sz]\\w+ | position(?:s|ed|ing) | determin\\w+ | match\\w* | approximat\\w+ | measur\\w+ | align\\w* | infer\\w* | plac(?:e|es|ed|ing|ement) | reproduc\\w+ | recover\\w* | follow\\w* | agree\\w* | staying | stays | remaining | remains | localization | accurate ) ~~8 (?!(?:by|of|up|an?|the|than|over|in|at|is|are|was|were|only|with|using|requir\\w+|consum\\w+|forces?|distances?)\\s)[^\\s,.;:()]+ <value:%u_>",
        "value",
        examples=(("Our filter tracks the tractors within 2 cm.", ("score 2 cm (under)",)),),
        counter_examples=("Our filter measures forces of less than 2 N.",),
        priority=21,
    ),
    Rule(
        "with a probability of <value>",
        "( ( with a | with an | at a | obtain\\w* a | achiev\\w+ a | have a | has a | is a | was a | with | reach\\w* ) <value:%> ( chance | probability | likelihood | certainty ) ( of | to | that ) | with an? ( high )? ( chance | probability | likelihood | certainty | confidence ) of <value:%> )",
        "handled",
        examples=(
            ("Our arm has a 91% chance of reaching the shelf.", ("score 91 %",)),
            ("Our probe can find the vein with a confidence of 98.2%.", ("score 98.2 %",)),
        ),
        counter_examples=("The bound holds with probability 99.9%.",),
        priority=71,
    ),
    Rule(
        "{find} <value> <things>",
        "(?:finds?|found|finding|discover\\w*|detect\\w*|uncover\\w*|solv\\w+|prov(?:e|es|ed|ing)|catch(?:es)?|caught|generat\\w+)(?=\\sQ\\S+\\s(?:(?:[a-z-]+|N\\d+)\\s){0,3}(?:bugs|vulnerabilities|crashes|problems|theorems|proofs|defects|puzzles|objects|flaws)\\s) <value:nc> <what> {phrase_end}",
        "value",
        examples=(("On PondBench, our prover solves 9 problems.", ("score 9 | problems @ PondBench",)),),
        counter_examples=("Our corpus has 9 problems.",),
        priority=50,
    ),
    Rule(
        "while ... is only <value>",
        "( while | whereas | but ) ~10 ( is | was | are | were | remains ) only <value:%n>",
        "value",
        examples=(
            (
                "Our planner has a success rate of 100%, while the conventional one is only 50%.",
                ("score 100 % | success rate", "score 50 % | success rate : conventional one = baseline"),
            ),
        ),
        counter_examples=("Our planner works, while the error of its map is only 5 cm.",),
        priority=35,
        role="baseline",
    ),
    Rule(
        "<value> of ... are {handled}",
        "<value:%> ( of )? ~8 ( can | could | are | were | is | was ) ( be )? ( ( \\w+ly )? {handled} | ( correctly | accurately | successfully | reliably | properly ) ( \\w+ed | read | found | done ) )",
        "handled",
        examples=(
            ("With two views, 82% of the defects can be detected.", ("score 82 %",)),
            ("In a shop, 96.1% of the labels were accurately read.", ("score 96.1 %",)),
        ),
        counter_examples=("82% of the views are blurred.",),
        priority=25,
    ),
    Rule(
        "<benchmark> ... ( <value> )",
        "<benchmark> [a-z-]+ ( [a-z-]+ )? \\( <value:%>",
        "value",
        examples=(
            (
                "Our model is good at MNIST digit recognition (99.4%).",
                ("score 99.4 % @ MNIST",),
            ),
        ),
        counter_examples=("Our model is good at MNIST digit recognition (+2.3%).",),
        priority=28,
    ),
    Rule(
        "scores <value>",
        "( ( scores | scored | scoring ) ( only | just )* <value:n> | averages ( only | just )* <value:%n> ( , | \\. | ; | on | across | over | and | in ) )",
        "value",
        examples=(
            ("On nuPlan, our planner scores 91.3 in reactive traffic.", ("score 91.3 @ nuPlan",)),
            ("On nuPlan, our planner averages 91.3, more than its teacher.", ("score 91.3 @ nuPlan",)),
        ),
        counter_examples=(
            "We compute the scores of 12 planners.",
            "On nuPlan, our planner averages 91.3 waypoints.",
        ),
        priority=37,
    ),
    # A rival's bare figure, which has the measure of our own.
    Rule(
        "<name>'s <value>",
        f"( {{than}} | from | {{outperform}} | above | below | beyond ) ( the )? ( [a-z-]+ )? ( N\\d+ s | (?:baseline|teacher|model|predecessor|competitor|rival|human)['’]s ) {_ONLY}<value:%nx> {_ENDS_FIGURE}",
        "value",
        examples=(
            (
                "Our painter reaches an FID of 1.95 on CIFAR-10 (versus HeronNet's 2.31).",
                ("score 1.95 | FID @ CIFAR-10", "score 2.31 | FID @ CIFAR-10 : HeronNet = baseline"),
            ),
        ),
        counter_examples=(
            "Our painter needs less memory than HeronNet's 12 layers.",
            "Our painter is better than its teacher's 3 rivals.",
        ),
        priority=56,
        role="baseline",
    ),
    Rule(
        "( <name> , <value> )",
        "( ( {outperform} | than | over | compared to | compared with ) ~14 | \\) ( , )? and ~5 ) \\( ( e\\.g\\. | , )* N\\d+ ( N\\d+ )* , <value:%n> \\)",
        "value",
        examples=(
            (
                "Our reader has 61.4% accuracy on MMLU, surpassing larger ones (e.g., HeronNet, 58.2%).",
                ("score 61.4 % | accuracy @ MMLU", "score 58.2 % | accuracy @ MMLU : HeronNet = baseline"),
            ),
        ),
        counter_examples=("Our best reader (HeronNet, 61.4%) is small.",),
        priority=57,
        role="baseline",
    ),
    Rule(
        "the <value> achieved by",
        "( {than} | from | {outperform} | above | below | beyond ) the ( [a-z-]+ )? <value:nx> ( [a-z]+ly )? ( achieved | obtained | reached | attained | reported | scored ) by",
        "value",
        examples=(
            (
                "Our painter reaches an FID of 1.95 on CIFAR-10, far below the 2.31 obtained by HeronNet.",
                ("score 1.95 | FID @ CIFAR-10", "score 2.31 | FID @ CIFAR-10 : HeronNet = baseline"),
            ),
        ),
        counter_examples=("Our painter is better than the 4 rivals reported by others.",),
        priority=56,
        role="baseline",
    ),
    Rule(
        "while <name> reaches <value>",
        f"( while | whereas | but ) ( the | even )* ( N\\d+ ( N\\d+ )* ( {{approach}} )? | ( (?!(?:our|proposed|this|new|novel|full|final|resulting|latter|same|distilled|quanti[sz]ed|compressed|pruned|small(?:er)?|larger?|light\\w*|tiny|base|ensemble)\\s)[a-z-]+ )? {{approach}} | humans | human [a-z]+ ) {_REACHES}{_ONLY}<value:nx> {_ENDS_FIGURE}",
        "value",
        examples=(
            (
                "Our painter reaches an FID of 1.95 on CIFAR-10, while HeronNet only reaches 2.31.",
                ("score 1.95 | FID @ CIFAR-10", "score 2.31 | FID @ CIFAR-10 : HeronNet = baseline"),
            ),
        ),
        counter_examples=(
            "Our painter is fast, while HeronNet gets 12 hints.",
            "Our painter has an FID of 1.95 while using 3.2 layers.",
        ),
        priority=38,
        role="baseline",
    ),
    Rule(
        "while ours reaches <value>",
        f"( while | whereas | but ) ( our | ours | we | it | the | proposed )+ ( O\\d+ | {{approach}} )? {_REACHES}{_ONLY}<value:nx> {_ENDS_FIGURE}",
        "value",
        examples=(
            (
                "Existing painters have an FID of 2.31 on CIFAR-10, while ours reaches 1.95.",
                ("score 2.31 | FID @ CIFAR-10 : Existing painters = baseline", "score 1.95 | FID @ CIFAR-10"),
            ),
        ),
        counter_examples=("Our painter is fast, while ours gets 12 hints.",),
        priority=37,
        role="own",
    ),
    # Above `ranging from <value>`, which is a setting where no measure ranges.
    Rule(
        "<metric> ... ranging from <value>",
        f"( <metric> | errors? | deviations? ) ~8 ( ( across | over | for | in | on ) ( all | the | our )* <other> ~3 )? {_NO_CHANGE}(?:(?<!\\b(?:for|at|with|under|by)\\s(?:[\\w-]+\\s){{1,3}})(?:ranging|varying)|ranges?|ranged|vary|varies|varied) ( from | between ) <value:%nu>",
        "value",
        examples=(
            (
                "The F1 score differs between wards, ranging from 0.52 to 0.87 for the tagger.",
                ("score 0.52..0.87 | F1",),
            ),
            ("The accuracy of our tagger on the 12 wards varies from 71% to 84%.", ("score 71..84 % | accuracy",)),
            ("The reed deviations of our sonar vary from 3 to 8 cm.", ("score 3..8 cm | reed deviations",)),
        ),
        counter_examples=(
            "The F1 score is taken over storks with ages ranging from 2 to 19.",
            "Our diver keeps a low depth error for reed heights ranging from 0.3 m to 1.7 m.",
            "The error reduction on 5 ponds ranges from 12% to 31%.",
            "We add errors that vary from 2% to 7%.",
        ),
        priority=39,
    ),
    Rule(
        "the best reported <metric> of <value>",
        "( than | on | upon | over | to | from | against | {outperform} ) the ( previous | previously )? ( highest | lowest | best ) ( previously )? ( reported | published | known ) ~~3 ( of | at ) <value:%nu>",
        "value",
        examples=(
            (
                "Our model has an exact match of 61.4% on GSM8K, far better than the best published accuracy of 48.2%.",
                (
                    "score 61.4 % | exact match @ GSM8K",
                    "score 48.2 % | accuracy @ GSM8K : best published accuracy = baseline",
                ),
            ),
        ),
        counter_examples=("Our model has the best reported accuracy of 61.4% on GSM8K.",),
        priority=48,
        role="baseline",
    ),
    Rule(
        "compared to ... of <value>",
        "( compar(?:ed|ing) to | compar(?:ed|ing) with | in comparison to | in comparison with | as opposed to | in contrast to | versus | vs | vs\\. | higher than | lower than | better than | greater than | smaller than | {outperform} ~~8 ( which | that ) ( only )? {exhibit} ) ~~6 ( of | at ) <value:%nu>",
        "value",
        examples=(
            (
                "Our agent reaches 72.5% success rate, beating HeronNet which reaches a success rate of 40.5%.",
                ("score 72.5 % | success rate", "score 40.5 % | success rate : HeronNet = baseline"),
            ),
            (
                "Our agent reaches 72.5% success rate, compared to an average of 40.5% for humans.",
                ("score 72.5 % | success rate", "score 40.5 % | success rate : humans = baseline"),
            ),
        ),
        counter_examples=("Our agent wins compared to HeronNet with a gain of 2.3%.",),
        priority=43,
        role="baseline",
    ),
    Rule(
        "<metric> of ... ( <value> )",
        "<metric> ( of | in | for | on ) ~~6 \\( ~2 <value:%u> | <metric> ( scores? | records? | results? )? ( of | in | for | on | over | across | with | between | <other:n> ) ~~8 \\( ( about | average )? <value:n> ( , | \\) )",
        "value",
        examples=(
            ("We observe a good accuracy of the whole system (80%).", ("score 80 % | accuracy",)),
            ("The mean error of the left arm (0.7 mm) is small.", ("score 0.7 mm | error",)),
            ("It has the best F1 over 12 languages (0.812).", ("score 0.812 | F1",)),
        ),
        counter_examples=("The accuracy of the whole system is better (+2.3%).",),
        priority=24,
    ),
    Rule(
        "<value> ... rate",
        "( <value:%> (?!(?:and|or|with|in|on|of|for|to|by|at|from|than|over|absolute|relative)\\b|label|sampl|mask|prun|drop|compress|missing|learning|train)[a-z-]+ ( [a-z-]+ )? ( <metric> | rates? | ratios? | efficienc\\w+ | probability | correlation | coverage ) | ( with | at | and | an? | only ) <value:%> ( (?!confidence|training|missing|label|sampl|sparse)[a-z-]+ )? ( [a-z-]*(?:similarity|consistency|linearity|repeatability|reproducibility|reliability|availability|specificity|purity|fidelity|completeness|recognition|identification|matching|hysteresis|autonomy|uptime|agreement) ) )",
        "value",
        examples=(
            ("It makes 500 throws an hour at 84% throwing accuracy.", ("score 84 % | accuracy",)),
            ("The bellows work at 77% stroke-length ratio.", ("score 77 % | stroke-length ratio",)),
            ("The coins are sorted with 99.2% recognition.", ("score 99.2 %",)),
        ),
        counter_examples=(
            "It makes 12% more throws at a high rate.",
            "We train at 12% labelling ratio.",
        ),
        priority=23,
    ),
    Rule(
        "<value> times its own <dimension>",
        "( <value:x> ( of )? ( its | their | the robot['’]s ) ( own )? <dimension> | {move} ~2 <value:x> ( of )? the <dimension> )",
        "multiple",
        examples=(
            ("Our gripper holds loads of more than 6 times its own weight.", ("score 6 x (over) | weight",)),
            ("The robot jumps seven times its body height.", ("score 7 x | body height",)),
            ("The hooks hold four times the weight of one link.", ("score 4 x | weight",)),
            ("The robot can jump 14 times of its height.", ("score 14 x | height",)),
        ),
        counter_examples=(
            "Our model is as good as models three times the size of HeronNet.",
            "Our robot is 3 times heavier.",
        ),
        priority=45,
    ),
]
