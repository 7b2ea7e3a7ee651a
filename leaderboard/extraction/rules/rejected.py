"""Numbers that look like a result and are none: settings, shares of data, confidence levels."""

from leaderboard.extraction.rules import Rule

_NO_COMPUTATION = " ( (?!runs?|running|process|execut|frame|inputs?|[MSR]\\d)[a-z(,-]+ )?"
"""A word or bracket between a body or a sensor and its frequency; what runs or processes at it is a system."""

_NO_CHANGE = " ( (?!improv|increas|reduc|decreas|boost|lower|outperf|surpass|exceed|enhanc|gain)[a-zMSR][a-z0-9-]* )?"
"""A word between what varies and by how much, none that tells a change for the better or worse."""

RULES = [
    # Above every rule that reads a result: these must win to keep a number from being one.
    Rule(
        "<value> sparsity, noise or confidence",
        "<value:%> ( (?!(?:on|in|under|with|without|for|to|at|over|from|when|against|using|despite)\\s)\\w+ )? ( sparsity | sparse | pruned | pruning | sparsit\\w+ | masking | dropout | quantile | missing | overlap | occlusion | confidence | significance | probability | noise | noisy | chance | missing )",
        "nothing",
        rejects=(
            "All figures hold at a 95% confidence level.",
            "We train all networks with 10% dropout.",
        ),
        counter_examples=(
            "Our model reaches 75% accuracy at high confidence.",
            "Our model outperforms HeronNet by 12% on noisy scans.",
        ),
        priority=70,
    ),
    Rule(
        "<value> of people",
        "<value:%> of ( the | all )* ~2 ( users | subjects | people | participants | respondents | workers | papers | patients | students | population | adults | web | internet | energy | world | world\\S* | global | traffic | computation | time\\S* spent )",
        "nothing",
        rejects=(
            "About 60% of users said that they trust the answers.",
            "We found that 60% of the subjects use the tool daily.",
            "Language models write 12% of the web.",
        ),
        counter_examples=("Our agent solves 60% of the puzzles.",),
        priority=70,
    ),
    # Above the next: whom a system found or treated well.
    Rule(
        "{handle} in <value> of people",
        "( {handle} | diagnos\\w+ | succe\\w+ | correctly ) ~6 ( in | for ) <value:%> of ( the | all )* ~1 ( patients | subjects | participants )",
        "handled",
        examples=(("Our scanner correctly finds the scar in 82% of the patients.", ("score 82 %",)),),
        counter_examples=("About 60% of the patients trust the answers.",),
        priority=71,
    ),
    Rule(
        "makes up <value> of ...",
        "( accounts? for | accounted for | accounting for | makes? up | making up | made up | constitut\\w+ | contribut\\w+ | corrupt\\w+ | obscur\\w+ | occlud\\w+ ) ~3 <value:%x> of",
        "nothing",
        rejects=(
            "The last layer accounts for about 25% of the parameters.",
            "Our filter works even where wrong labels make up 40% of the data.",
        ),
        counter_examples=("Our filter removes 25% of the parameters.",),
        priority=70,
    ),
    Rule(
        "a machine with <value>",
        "( machines? | servers? | workstations? | laptops? | desktops? | pcs? | computers? | nodes? | gpus? | cpus? | cores ) ~~6 ( with | having | of | and | , | \\( )* <value:b> ( of )? ( ram | vram | ddr\\d | memory | [MSR]\\d+ )",
        "nothing",
        rejects=("All tests ran on a machine with 16 cores and 64 GB of RAM.",),
        counter_examples=("On a laptop, our index needs 2 GB of memory.",),
        priority=70,
    ),
    Rule(
        "raters agree with <value>",
        "( annotators? | raters? | coders? | judges ) ~4 agree\\w* ~8 <value:%n>",
        "nothing",
        rejects=("The raters agreed with a kappa of 0.78.",),
        counter_examples=("The judges prefer our answers in 72.5% of cases.",),
        priority=70,
    ),
    Rule(
        "p-value of <value>",
        "( p | p-value | alpha | significance level | confidence ) ( of | = | < | > | at )* <value>",
        "nothing",
        rejects=(
            "The difference is significant with a p-value of 0.01.",
            "We test at a significance level of 5%.",
        ),
        counter_examples=("The difference in accuracy is 0.5 points.",),
        priority=70,
    ),
    Rule(
        "sparsity, noise or confidence of <value>",
        "( sparsity | ( sparsity | pruning | masking | sampling | sensing | measurement | noise | corruption | outlier | sample | missing | labell?ing | labell?ed ) ( levels? | ratios? | rates? | fractions? ) | confidence ) of ( only | just | up | to | about | over )* <value:%n>",
        "nothing",
        rejects=(
            "We fix a masking ratio of 75%.",
            "Our model works well on GSM8K under labeling ratios of 10%.",
            "Our decoder is best at sensing rates of 0.2 and 0.07.",
        ),
        counter_examples=("Our tagger has an accuracy of 75%.",),
        priority=69,
    ),
    Rule(
        "despite <value> of outliers",
        "( despite | with | under | to | containing | at | in | for | from | of | even | tolerat\\w+ | handl\\w+ | withstand\\w* ) ( up | to | over | more | less | than | only | about | as | much | many | high )* <value:%> ( of )? ( [a-z-]+ )? ( outliers? | mismatches | contamination )",
        "nothing",
        rejects=(
            "Our solver finds the plane despite more than 92% of outliers.",
            "Our filter holds the course even with up to 80% mismatches.",
        ),
        counter_examples=(
            "Our filter finds 95% of the outliers.",
            "Our model is small, with less than 2% loss in accuracy.",
        ),
        priority=70,
    ),
    Rule(
        "change for <value> of cases",
        "( by ~~2 <other> | <other> {faster} | <other> {improvement} | <other> {reduction} ) for ~3 <value:%> of ( the )? ( [a-z-]+ )? ( cases | instances | time | tasks | inputs | users | R\\d+ )",
        "nothing",
        rejects=("We stretch time by 12 for more than 90% of the inputs.",),
        counter_examples=("Our scheduler finds the best plan for 90% of the instances.",),
        priority=70,
    ),
    Rule(
        "<value> schedule or upscaling",
        "( <value:x> ( S\\d+ | [a-z-]+ )? ( schedules? | super-resolution | upscaling | upsampling ) | ( up-?scal\\w+ | up-?sampl\\w+ | super-resolv\\w+ | magnif\\w+ ) ~6 by ( an? )? <value:x> )",
        "nothing",
        rejects=(
            "Our detector is trained with the usual 3x training schedule.",
            "Our network learns to upscale images by a factor of 4.",
        ),
        counter_examples=("Our detector trains 3x faster with a long schedule.",),
        priority=70,
    ),
    Rule(
        "<value> threshold",
        "( <value> ( [a-z-]+ | [MN]\\d+ )? ( thresholds? | tolerances? ) | (?<!Q\\d+\\S{0,3}\\s)thresholds? ( of | at | = )+ <value> | with ( a )? ( high )? probability ( of | at | least )* <value> )",
        "nothing",
        rejects=(
            "We place parts with 3 cm error tolerance.",
            "All matches are taken at a distance threshold of 3 cm.",
            "The bound holds with probability 99.9%.",
        ),
        counter_examples=(
            "At a 3 cm threshold our accuracy is 75%.",
            "Our agent wins with a success probability of 75%.",
        ),
        priority=70,
    ),
    Rule(
        "<value> solver or problem",
        "<value:p> ( (?!(?:across|at|by|for|from|in|of|on|over|per|to|under|with|and|or|than)\\s)[a-z-]+ )? ( algorithms? | solvers? | correspondences | case | cases | problem | scale | scales )",
        "nothing",
        rejects=(
            "Our solver outperforms the 5-point algorithm.",
            "We reduce the 6-point problem to 5.",
        ),
        counter_examples=("Our solver outperforms the usual algorithm by 5 points.",),
        priority=70,
    ),
    Rule(
        "at IoU = <value>",
        "( at | under | with ) ( an? | the )? ( tiou | [MN]\\d+ ) ( thresholds? )? = <value:n>",
        "nothing",
        rejects=("We count a segment as found at tIoU = 0.5.",),
        counter_examples=("Our model reaches an mAP of 0.5 at tIoU=0.3.", "We reach a fit (R2 = 0.81)."),
        priority=70,
    ),
    Rule(
        "<value> other data sets",
        "<value:n> ( other | additional | further | different | more | distinct ) ~4 ( R\\d+ | datasets | sets | benchmarks | tasks | domains | languages | models | scenarios | settings )",
        "nothing",
        rejects=("Our model has a low error on 3 other transfer datasets.",),
        counter_examples=("Our model has an error of 3 on other data sets.",),
        priority=70,
    ),
    Rule(
        "all <value> ...",
        "( across | over | under | on | for | in | against ) ( all | the )+ <value:n> ( [a-z-]+ )? [a-zMR][a-z0-9-]+",
        "nothing",
        rejects=("Accuracy is better under all 15 distortions.",),
        counter_examples=("Over all, 0.92 is the best F1.",),
        priority=70,
    ),
    Rule(
        "a share of ... ( <value> )",
        "( portion | proportion | fraction | share | percentage | majority ) of ~6 \\( ~1 <value:%> \\)",
        "nothing",
        rejects=("A large portion of the questions (26%) can be explained by wrong premises.",),
        counter_examples=("A large portion of the gain comes from CUB (21%).",),
        priority=70,
    ),
    # Below the rules that read what was used: `training on a small part (5%) of the data`.
    Rule(
        "a part ( <value> ) of ...",
        "( ( ( small | tiny | random | minor | limited | certain ) ( [a-z-]+ )? ( subset | portion | fraction | share | part | percentage ) | majority | minority ) \\( ~3 <value:%> \\) of | the ( first | last | top | bottom | remaining ) <value:%> of )",
        "nothing",
        rejects=(
            "Keeping a small part (2%) of the feathers dry saves the accuracy.",
            "We train HeronNet on the first 20% of the songs of PondBench.",
        ),
        counter_examples=("Our tagger has the best part-of-speech accuracy (95%) of all.",),
        priority=30,
    ),
    Rule(
        "<value> labeled by annotators",
        "<value:%> of ~6 ( are | were | is | was ) ( \\w+ly )? ( labell?ed | annotated | marked | flagged | judged ) ~6 by ~2 ( annotators? | raters? | experts? | crowdworkers? | workers )",
        "nothing",
        rejects=("We find that 94% of the posts are labeled as rude by human annotators.",),
        counter_examples=("Our tagger finds 94% of the posts that were labeled by annotators.",),
        priority=70,
    ),
    # Above the one before it: what a judge calls good is a result.
    Rule(
        "<value> of ... are judged correct",
        "<value:%> of ~8 ( are | were | is | was ) ( \\w+ly )? ( judged | deemed | rated | considered | found | assessed ) ( to | be | as )* ( \\w+ly )? ( correct | accurate | acceptable | appropriate | helpful | useful | valid | faithful | factual )",
        "handled",
        examples=(("About 82% of the answers were deemed to be correct by two vets.", ("score 82 % (about)",)),),
        counter_examples=("About 82% of the posts are judged rude by two annotators.",),
        priority=71,
    ),
    Rule(
        "active for <value> of the time",
        "( active | inactive | visible | present | idle | available | triggered ) ( for | in | during ) ~2 <value:%> of ( the )? ( time | frames | runs | cases )",
        "nothing",
        rejects=("The detector is active for about 35% of the time on KITTI.",),
        counter_examples=("The active agent wins in 35% of the cases.",),
        priority=70,
    ),
    Rule(
        "<value> of the data being ...",
        "<value:%> of ( the | all | our | its )* ( [a-z-]+ )? <resource> ( being | belonging ) (?!labell?ed|annotated|used)\\w+",
        "nothing",
        rejects=("The classes are skewed, with 92% of the samples being negative.",),
        counter_examples=("We win with 10% of the samples being labeled.",),
        priority=70,
    ),
    Rule(
        "data of which <value> are",
        "( in which | of which | among which ) ( only | about | over | more than )* <value:%> of ~4 ( are | is | have | has | contain\\w* | belong\\w* )",
        "nothing",
        rejects=("Our corpus holds 5,000 questions, of which 35% of the long ones are hard.",),
        counter_examples=("We add questions in which our tagger has 35% of the errors.",),
        priority=70,
    ),
    Rule(
        "even when <value> is hidden",
        "( when | if | where | although | though | while ) ( up | to | only | about | over | more | than | at | least )* <value:%> of ~5 ( is | are | was | were | being ) ( \\w+ly )? ( occluded | hidden | missing | masked | removed | dropped | corrupted | noisy | blocked | unavailable | obstructed | lost | contaminated | poisoned | perturbed | covered | wrong | mislabell?ed | unlabell?ed | adversarial | faulty )",
        "nothing",
        rejects=("Our detector finds the rotors even when 60% of them are occluded.",),
        counter_examples=("Our detector finds the rotors, and 60% of them are removed.",),
        priority=70,
    ),
    Rule(
        "bounded by <value>",
        "( bounded | upper-bounded | normali[sz]ed ) ( above )? by <value>",
        "nothing",
        rejects=("Our finch pecks with a regret bounded by 3.",),
        counter_examples=("Our finch is bounded in regret by 3.",),
        priority=70,
    ),
    # `time` is a resource; it says here what the figure is of.
    Rule(
        "<value> time horizon",
        "<value:t> ( ( [a-z-]+ )* [RS]\\d+ ( horizons? | windows? | limits? | delayed ) | ( experiments? | trials ) )",
        "nothing",
        rejects=(
            "The stork plans its glide with a 6 s time horizon.",
            "Our hide moves with the bird after a 75 s experiment.",
        ),
        counter_examples=("The stork takes a time of 6 s to plan each glide.",),
        priority=70,
    ),
    # Below the rules that read a measure's value or what was used: `even when trained on 10% of the labels`.
    Rule(
        "even when <value>",
        "even ( when | if | though | where ) ~~10 <value:%>",
        "nothing",
        rejects=("Our swarm can be correctly steered even when less than 12% of the owls listen.",),
        counter_examples=(
            "Even when trained on 10% of the labels, our tagger is good.",
            "Our tagger is best even if its rival has an accuracy of 78.1%.",
        ),
        priority=26,
    ),
    # Above `{achieve} <value>` alone: a measure or an improvement that ranges is a result all the same.
    Rule(
        "ranging from <value>",
        "( ranging | varying | varies | vary ) ( from | between ) <value:%nu>",
        "nothing",
        rejects=("We obtain recordings of sponges with loads ranging from 15% to 140%.",),
        counter_examples=("Our model reaches accuracies ranging from 71.2% to 78.4%.",),
        priority=21,
    ),
    # Above `{faster} ... <value>`, below the verbs that say which way a measure went.
    Rule(
        "varies by <value>",
        "( vary | varies | varied | varying | differ | differs | differed | differing | deviates? | deviated | fluctuat\\w+ | change | changes(?!\\sin) | changed | extrapolat\\w+ )"
        + _NO_CHANGE * 5
        + " by ~3 <value>",
        "nothing",
        rejects=(
            "The contact forces vary by more than 40% within a run.",
            "Our forecaster is good, extrapolating by 175% beyond what it saw in training.",
        ),
        counter_examples=("With varying loads our arm improves accuracy by 40%.",),
        priority=51,
    ),
    Rule(
        "in <value> of recordings",
        "( in | from | over | across | on | of | to | with ) ( about | around | total )* <value:t> of ( [a-z-]+ )? ( videos? | footage | recordings? | speech | audio | music | broadcasts? | flights )",
        "nothing",
        rejects=("We find the signs of 1,000 words in 900 hours of video.",),
        counter_examples=("Our tagger reads an hour of video in 3 minutes.",),
        priority=38,
    ),
    Rule(
        "<value> session, or weeks later",
        "( <value:t> ( of )? ( [a-z-]+ )? ( periods? | sessions? | intervals? | videos? | clips? | interviews? | therapy | horizons? | windows? | forecasts? | timeouts? | time-outs? | long ) | <value:t> ( after | later | earlier ) )",
        "nothing",
        rejects=(
            "The robots met in one 24 hour period.",
            "Skills were tested again within 14 days after the lesson.",
        ),
        counter_examples=("Our reader sums up an hour of video in 20 seconds.",),
        priority=38,
    ),
    Rule(
        "<value> long",
        "<value:u> ( long | thick | wide | tall )",
        "nothing",
        rejects=("We demonstrate a worm that is 30 mm long.",),
        counter_examples=("Our frog can leap 30 mm wide.",),
        priority=22,
    ),
    # Above `score or rate of <value>`: a spread told alone is a result, one told beside what it spreads about is a `±`.
    Rule(
        "<other> with a standard deviation of <value>",
        "( <other:%ptru> | ( of | is | was ) <other:n> ) ~4 ( with | and ) ( an? | the | its )? ( low | small | mean | large | high )? standard deviations? ( of | is | was | = )+ ( about | only )* <value>",
        "nothing",
        rejects=(
            "The beaks are 24 mm long, and the standard deviation is 3 mm.",
            "We hang the nests 9 m above the ground with a low standard deviation of 0.2 m.",
        ),
        counter_examples=(
            "The heading error has a standard deviation of 2.2 degrees.",
            "In 30 flights our robot landed with a standard deviation of 3 cm.",
            "Our filter has an error of 3 mm and reduces the standard deviation by 40%.",
        ),
        priority=43,
    ),
    Rule(
        "approximation ratio of <value>",
        "( approximation | competitive | approximat\\w+ ) ( ratios? | factors? | guarantees? ) ~3 <value:n>",
        "nothing",
        rejects=("Our algorithm has an approximation ratio of 2.",),
        counter_examples=("Our algorithm has a compression ratio of 2.5.",),
        priority=70,
    ),
    Rule(
        "<value> is employed",
        "( resolution | repeatability | hysteresis | backlash ) ~2 <value:u> ( \\( ~4 \\) )? ( is | was | are | were | would ) ( employed | used | adopted | utili[sz]ed | allow | suffice )",
        "nothing",
        rejects=("A scanner with a resolution of 0.5 mm is employed.",),
        counter_examples=("We sense up to 25 N with a resolution of 1.4 N.",),
        priority=23,
    ),
    Rule(
        "<value> in diameter",
        "<value:u> in ( diameter | length | width | height | size | thickness | depth )",
        "nothing",
        rejects=("We demonstrate the tool on beads 30 mm in diameter.",),
        counter_examples=("The localization error is 30 mm in depth images.",),
        priority=22,
    ),
    # Above the rules that read any rate as what was reached: these are how a body moves or how a sensor was set.
    Rule(
        "vibrates or samples at <value>",
        "( strides? | flapp?\\w* | wing-?beats? | vibrat\\w+ | oscillat\\w+ | resonan\\w+ | resonates | natural frequency | natural frequencies | eigenfrequency | bandwidths? | sampling | (?:re|down-?|sub-?)?sampled | sample | standardi[sz]ed | filmed | records? | recorded | recording | captured | cameras? | imus? | lidar | gaits? | trot\\w* | hopping | beat\\w* | tremor | spike | spiking | sine | sinusoidal | waves? | voltages? | excitation | excited | stimulat\\w+ | actuat\\w+ | driven | drive | frequenc(?:y|ies) ( band | range | regimes? ) | flicker\\w* | laser | pulses? | discreti[sz]ation | amplitudes? | cycl\\w+ )"
        + _NO_COMPUTATION * 4
        + " <value:r>",
        "nothing",
        rejects=(
            "The wing is driven by a flapping motion of 25 Hz.",
            "Forces were sampled at 250 Hz.",
        ),
        counter_examples=("Our tracker runs at 43 FPS on a phone.",),
        priority=38,
    ),
    Rule(
        "<value> vibration or sensor",
        "<value:r> ( [a-z-]+ )? ( strides? | flapping | wing-?beats? | vibrations? | oscillations? | resonance | bandwidth | sampling | camera | cameras | imu | imus | lidar | gait | tremor | sine | sinusoidal | waves? | actuation | videos? | recordings? | data | inputs? )",
        "nothing",
        rejects=("With 240-fps videos we train for a day.", "At 25 Hz flapping frequency the thrust is measured."),
        counter_examples=("At 43 FPS our tracker is fast.",),
        priority=38,
    ),
]
