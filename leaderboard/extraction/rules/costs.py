"""What a result took: `with only 444M FLOPs`, `16.2ms latency`, `43 FPS`, `training only 0.047% of parameters`."""

from leaderboard.extraction.rules import Rule

RULES = [
    # An amount and its resource.
    Rule(
        "<value> <resource>",
        "<value:tbrf> {degree}* ( <speed> | <resource> )",
        "cost",
        examples=(("Our parser needs 16.2 ms latency on a mobile processor.", ("cost 16.2 ms | latency",)),),
        counter_examples=(
            "We start from a network with 3.6M parameters.",
            "The corpus holds 12 hours of speech from 40 speakers.",
        ),
        priority=39,
    ),
    # Above every rule for scores: `only 500 labels` is what was used, whatever else is near.
    Rule(
        "only <value> <resource>",
        "( ( only | just | merely | mere | little as | few as | as low as | tiny ) ~2 <value:cn> ( of | real | expert | more )* ~2 | <value:cn_> ( of | real | expert | more )* ~2"
        " | ( only | just | merely | mere | little as ) ~2 <value:u> ( of | [a-z-]+ )? | <value:u_> ( of )? ) ( <speed> | <resource> )",
        "cost",
        examples=(
            (
                "We reach 91.2% accuracy with only 500 labels.",
                (
                    "score 91.2 % | accuracy # 500 labels",
                    "cost 500 | labels",
                ),
            ),
            ("Our sampler paints an image in only 4 sampling steps.", ("cost 4 | steps",)),
            ("Our policy is a network with less than 300 parameters.", ("cost 300 (under) | parameters",)),
            ("Our collar hears calls with only 8 mW of power.", ("cost 8 mW | power",)),
        ),
        counter_examples=(
            "A wren of merely 14 g with a speed of 9 m/s sings.",
            "Only 16 of the samples have more than one author.",
            "We use 500 labels for training.",
        ),
        priority=51,
    ),
    # Above what rejects recordings and sessions: here they are told as what sufficed.
    Rule(
        "only <value> of <data>",
        "( ( only | just | merely | mere | little as | few as ) ( about )? <value:t> | ( {using} | with | on | from ) <value:t_> ) of ~3 <resource>",
        "cost",
        examples=(
            ("We train the policy with only 25 minutes of driving data.", ("cost 25 minutes | data",)),
            (
                "Our arm learns to pour using less than 5 minutes of noisy demonstrations.",
                ("cost 5 minutes (under) | demonstrations",),
            ),
        ),
        counter_examples=(
            "Our corpus holds 25 minutes of driving data.",
            "We train the policy in only 10 minutes on a large data set.",
        ),
        priority=41,
        only_of=("data", "samples", "demonstrations", "labels"),
    ),
    Rule(
        "<resource> of <value>",
        "( <resource> | <speed> ) ( of | : | is | are | was | at | = | to | only | just | about | around | below | within | under | as | low | small | short | reaching )+ <value:tbrfu%>",
        "cost",
        examples=(
            ("Our model runs on a phone with a latency of 12 ms.", ("cost 12 ms | latency",)),
            ("Its peak memory is just 1.8 GB.", ("cost 1.8 GB | memory",)),
        ),
        counter_examples=(
            "Latency is reduced by 12 ms.",
            "The training time of existing systems is long, and ours is 2x faster.",
        ),
        priority=43,
    ),
    # Below all others: what is spent is seldom told without a unit.
    Rule(
        "<resource> of <ratio>",
        "( <resource> | <speed> ) ( of | is | was | to | as | low | only | just )+ <value:n>",
        "cost",
        examples=(("Our biped has a cost of transport of 0.4.", ("cost 0.4 | cost of transport",)),),
        counter_examples=("Our model has a cost of 12 for each word.",),
        priority=9,
        only_of=("cost of transport", "real-time factor"),
    ),
    Rule(
        "<speed> of ... is <value>",
        "<speed> ( of | for | to | in | per | between ) ~~8 ( <other> ~~8 )? ( is | are | was | were ) ( only | just | still | \\w+ly )* <value:tr>",
        "cost",
        examples=(
            ("The runtime of the filter is 0.12 seconds on a phone.", ("cost 0.12 seconds | runtime",)),
            ("The time to mesh a scan of 400 points is 65 ms.", ("cost 65 ms | runtime",)),
        ),
        counter_examples=("The time of day was noted, and 12 ms later the lamp is off.",),
        priority=33,
    ),
    Rule(
        "<value> per <item>",
        "<value:t> ( per | / | for each | for every ) ( [a-z-]+ )? ( frames? | images? | steps? | quer(?:y|ies) | scans? | samples? | tokens? | iterations? | pairs? | instances? | objects? | points? | cells? | slices? | sentences? | documents? | examples? | tasks? | problems? | calls? | views? | volumes? | scenes? | pass | loops? | updates? | predictions? | grasps? | picks? | items? | parts? | pages? | operations? | grid | patch | face | hand | word | test | function )",
        "used",
        examples=(("Our tagger is quick, averaging 34 ms per image.", ("cost 34 ms",)),),
        counter_examples=("Our corpus has recordings of 12 to 75 seconds per speaker.",),
        priority=24,
    ),
    Rule(
        "<resource> of only <value>",
        "( ( <resource> | <speed> ) ( of | : | is | are | was | at | to | as | low )* ( only | just | merely | within | under ) <value:cn%> | ( <resource> | <speed> ) ( ( of | with | for ) ~~8 )? ( is | are | was | were )? <value:%x> of ( that | those ) )",
        "cost",
        examples=(
            ("The number of trainable parameters is only 2% of the full model.", ("cost 2 % | trainable parameters",)),
            ("Our adapters work with a memory overhead of only 3%.", ("cost 3 % | memory",)),
            ("The training time of our tagger is 62.5% of that of HeronNet.", ("cost 62.5 % | training time",)),
        ),
        counter_examples=("Training cost is reduced by only 3%.",),
        priority=44,
    ),
    Rule(
        "looking at only <value> of ...",
        "( process\\w* | observ\\w+ | see | sees | seeing | read | reads | reading | scan\\w* | examin\\w+ | visit\\w* | inspect\\w* | looking at | looks at ) ( only | just | merely | less than ) <value:%> of ( the | all | its | each | their )* <what>",
        "used",
        examples=(
            (
                "Our tagger has an accuracy of 78.1%, reading just 18% of the pages.",
                ("score 78.1 % | accuracy", "cost 18 % | pages"),
            ),
        ),
        counter_examples=("Our filter sees 18% of the frauds.",),
        priority=50,
    ),
    # An amount whose unit alone tells the resource; the weaker the words before it, the lower the priority.
    Rule(
        "only <value>",
        "( only | just | merely | mere | little as | few as | short as | low as ) ~2 <value:tbrf>",
        "used",
        examples=(
            ("Our model is trained in just 43.3 seconds.", ("cost 43.3 seconds",)),
            ("The planner answers a query in only 12 ms.", ("cost 12 ms",)),
        ),
        counter_examples=(
            "Our model is only 2% better than HeronNet.",
            "Only 3 of the 12 methods converge.",
        ),
        priority=37,
    ),
    Rule(
        "with <value> FLOPs or GB",
        "( with | only | at | requir\\w+ | using | under | to | of | within | needs? | and | has | just | consum\\w+ | occup\\w+ | tak\\w+ | weigh\\w* | cost\\w* | mere | single | than ) ~2 <value:bf>",
        "cost",
        examples=(
            (
                "Our model reaches 78.1% top-1 accuracy with 444M FLOPs.",
                (
                    "score 78.1 % | top-1 accuracy",
                    "cost 444 M FLOPs | FLOPs",
                ),
            ),
        ),
        counter_examples=(
            "We collect 120 GB of text from the web.",
            "Our method saves 24 GB of memory.",
        ),
        priority=31,
    ),
    # What the other system took. Of quality, `compared to <value>` among the scores tells it.
    Rule(
        "<other> compared to <value>, of a resource",
        "( <other:tbrf> ~12 ( compared to | compared with | in comparison to | in comparison with | as opposed to | instead of | versus | vs | vs\\. ) ( only | just | about | over | the | an? )* <value:tbrf> | <resource> \\( ( only | just )* <other:c> ( vs | vs\\. | versus | compared to ) <value:c> )",
        "used",
        examples=(
            (
                "Our parser beats HeronNet with a smaller model size (1.5M vs. 20.3M).",
                ("cost 1.5 M | model size", "cost 20.3 M | model size : HeronNet = baseline"),
            ),
            (
                "Our solver answers in 10 ms compared to 100 s for HeronNet.",
                ("cost 10 ms", "cost 100 s : HeronNet = baseline"),
            ),
            (
                "Our reader takes only 9 seconds to learn, i.e., very few in comparison with the 18 minutes of HeronNet.",
                ("cost 9 seconds", "cost 18 minutes : HeronNet = baseline"),
            ),
        ),
        counter_examples=("Our solver is 2.3x faster compared to HeronNet.", "We plan for 10 s instead of 12 goals."),
        priority=47,
        role="baseline",
    ),
    Rule(
        "rivals that require over <value>",
        "( {approach} | N\\d+ ) ( that | which | typically )? ( require | requires | requiring | need | needs | needing ) <value:nc!> ( [a-z-]+ )? ( <things> | <resource> )",
        "used",
        examples=(
            (
                "Our robot learns from only 10 demonstrations, a gain over older methods that require more than 100 demonstrations.",
                ("cost 10 | demonstrations", "cost 100 (over) | demonstrations : older methods = baseline"),
            ),
        ),
        counter_examples=("Our robot solves tasks that require more than 100 steps.",),
        priority=51,
        role="baseline",
    ),
    Rule(
        "draws <value>",
        "( draw | draws | drawing | consum(?:e|es|ed|ing) | dissipat(?:e|es|ed|ing) ) ( only | just | less than | about | an | average | a | total | of )* <value:u>",
        "used",
        examples=(("The chip draws 1.2 W and fits on a nail.", ("cost 1.2 W",)),),
        counter_examples=("Strokes are drawn with a width of 12 mm.",),
        priority=32,
    ),
    # A count of parameters beside a result; how many of anything else there are is seldom what the result took.
    Rule(
        "<other> with <value> parameters",
        "( <other:%p> | <metric> ( of )? <other:n> | <other:n> <metric> ) ~10 ( with | using | having ) ( only | just | about | an? | {degree} )* <value:c> ( [a-z-]+ )? <resource>",
        "cost",
        examples=(
            (
                "Our model reaches 78.1% top-1 accuracy with 5.4M parameters.",
                ("score 78.1 % | top-1 accuracy", "cost 5.4 M | parameters"),
            ),
        ),
        counter_examples=("Our model is trained with 5.4M images.",),
        priority=31,
        only_of=("parameters",),
    ),
    Rule(
        "parameters of <value>",
        "( <resource> ( of | : | is | are | was | only | just | about )+ <value:c> | {reduce} ~~4 ( <other> )? ~~4 <resource> ( down )? to ( only | just | a | mere | about )* <value:c> )",
        "cost",
        examples=(
            ("Our network is good with fewer parameters of 2.35M.", ("cost 2.35 M | parameters",)),
            ("We reduce the number of parameters to 40M.", ("cost 40 M | parameters",)),
        ),
        counter_examples=("We study models of 12M parameters to 40M parameters.",),
        priority=36,
        only_of=("parameters",),
    ),
    Rule(
        "{reduce} <resource> from <from>",
        "{reduce} ~~4 <resource> ( counts? | numbers? | size )? ( of N\\d+ )? ( down | from )* <from:c>",
        "cost",
        examples=(
            (
                "Our tuner cuts the token count from 14 million to a mere 4 million.",
                ("cost 14 million | tokens = baseline", "cost 4 million | tokens"),
            ),
        ),
        counter_examples=("We study networks with parameters from 12 million to 30 million.",),
        priority=61,
        role="baseline",
    ),
    Rule(
        "{reduce} <resource> from ... to <to>",
        "{reduce} ~~4 <resource> ( counts? | numbers? | size )? ( of N\\d+ )? ( down | from )* <other:c> ~~4 <to:c>",
        "cost",
        examples=(
            (
                "Our tuner cuts the parameters of HeronNet from 12M to 3M.",
                ("cost 12 M | parameters : HeronNet = baseline", "cost 3 M | parameters"),
            ),
        ),
        counter_examples=("We study networks with parameters from 12M to 30M.",),
        priority=61,
    ),
    Rule(
        "{reduce} <what> to <value> of ...",
        "{reduce} ( the | its | their | our )* <what> ( down )? to ( only | just | a | mere | as | low | little | about | around | {degree} )* <value:%x> ( of ( the | its | their | that ) | that of )",
        "used",
        examples=(
            (
                "Our filter condenses the code size to a mere 7% of the full extent.",
                ("cost 7 % | storage",),
            ),
            ("Our filter cuts the training steps to nearly half that of HeronNet.", ("cost 0.5 x (about) | steps",)),
        ),
        counter_examples=("Our filter adds edges to 5% of the graph.",),
        priority=47,
    ),
    Rule(
        "( <value> FLOPs or GB )",
        "\\( ~1 <value:bf> \\) | ( lightweight | small | smaller | smallest | compact | tiny | efficient | light ) ~3 \\( ~1 <value:c> <resource> \\)",
        "cost",
        examples=(
            ("Our smallest network (1.2 GB) fits on a phone.", ("cost 1.2 GB",)),
            ("A lightweight network (0.3M parameters) is shown.", ("cost 0.3 M | parameters",)),
        ),
        counter_examples=("The data set is small (1.2 hours).",),
        priority=25,
    ),
    # Above `{faster} of <value>`: a share of a resource beside a speedup is what was used.
    Rule(
        "( <value> of the <resource> )",
        "\\( ( only | just | with | using | at | e\\.g\\.? | i\\.e\\.? | , )* <value:%x> of ( the | its | all | their | total | full )* ( [a-z-]+ )? ( <resource> | <speed> )",
        "used",
        examples=(
            (
                "Our compiler gives a 2.3x speedup (9% of the memory).",
                ("speedup 2.3 x", "cost 9 % | memory"),
            ),
        ),
        counter_examples=("Our compiler gives a good speedup (2.3x with half of the memory).",),
        priority=57,
    ),
    Rule(
        "less than <value> FLOPs or GB",
        "<value:_bf>",
        "cost",
        examples=(("The compiled model fits in less than 2 GB.", ("cost 2 GB (under)",)),),
        counter_examples=(
            "We leave out recordings of less than 2 minutes.",
            "Our compiler saves more than 2 GB of memory.",
        ),
        priority=28,
    ),
    Rule(
        "in <value> seconds",
        "( in | within | takes? | took | taking | requir\\w+ | under | after | spend(?:s|ing)? | spent | costs? | costing ) ~2 <value:t>",
        "used",
        examples=(
            ("Our learner trains a policy in 20 minutes.", ("cost 20 minutes",)),
            ("The planner finds a path in 0.3 seconds.", ("cost 0.3 seconds",)),
            ("The planner is exact, spending 16 ms on average.", ("cost 16 ms",)),
        ),
        counter_examples=(
            "We record 12 hours of driving.",
            "The task is to forecast the load of the next 24 hours.",
        ),
        priority=21,
    ),
    Rule(
        "at <value> FPS",
        "( ( runs? | running | operat\\w+ ) ( \\w+ly )? at ~2 <value:t> | ( at | with | of | runs? | running | than | over | achiev\\w+ | operat\\w+ | reach\\w+ | to ) ~3 <value:r> )",
        "used",
        examples=(
            ("Our tracker runs at 43 FPS on a phone.", ("cost 43 FPS",)),
            ("Our tracker runs at 12 ms per image.", ("cost 12 ms",)),
        ),
        counter_examples=("The tracker is 43 FPS faster than HeronNet.",),
        priority=29,
    ),
    Rule(
        "<value> FPS",
        "<value:r>",
        "used",
        examples=(("Our tracker is accurate (43 FPS).", ("cost 43 FPS",)),),
        counter_examples=("Its frame rate increases by 12 FPS.",),
        priority=13,
    ),
    # A share or a multiple of a resource that was used: what is used is a cost, what is less is a saving (reductions.py).
    Rule(
        "{using} <value> of <resource>",
        "( {using} ~~3 | ( training | trained | fine-?tuning | fine-?tuned ) ~~5 ( on | with ) ) <value:%x> ( ( of | more | additional | extra )+ ( the | its | all | their | total )* ~3 )? ( <resource> | <speed> )",
        "used",
        examples=(
            ("We match full fine-tuning while updating 0.05% of the parameters.", ("cost 0.05 % | parameters",)),
            ("Training the large OwlNet model on 10% examples is as good.", ("cost 10 % | samples",)),
            (
                "We train with 10% of the labels and reach 91.2% accuracy.",
                (
                    "cost 10 % | labels",
                    "score 91.2 % | accuracy # 10% labels",
                ),
            ),
        ),
        counter_examples=(
            "Our method removes 40% of the parameters.",
            "We hold out 10% of the images for validation.",
        ),
        priority=45,
    ),
    Rule(
        "{using} only <value> of ...",
        "( {using} ( only | just | merely | a mere | as ) ~3 <value:%x> | ( using | uses? | requir\\w+ | needs? | sampl\\w+ | observ\\w+ | training | tuning | S\\d+ | updating | compris\\w+ | modif\\w+ | perturb\\w+ | annotat\\w+ | trained ( on | with | using ) ) <value:%_> ) of ( ( the | its | all )* ( N\\d+ ['’]?s )? ( total | trainable | overall )? <resource> )?",
        "used",
        examples=(
            ("Training less than 2% of HeronNet's total parameters, we win.", ("cost 2 % (under) | parameters",)),
            ("With a mere 10% of the frames we match full supervision.", ("cost 10 % | frames",)),
            ("Our telescope is as good while using less than 0.3% of the photons.", ("cost 0.3 % (under) | photons",)),
            ("Our attack succeeds while perturbing less than 2% of the pixels.", ("cost 2 % (under) | pixels",)),
            ("We match full supervision using only 10% of the labels.", ("cost 10 % | labels",)),
            (
                "Using just 5% of the corpus, our model reaches 60.2% accuracy.",
                (
                    "cost 5 % | corpus",
                    "score 60.2 % | accuracy",
                ),
            ),
        ),
        counter_examples=("Only 10% of the speakers are children.",),
        priority=46,
    ),
    Rule(
        "{using} only a fraction ( <value> ) of ...",
        "( ( {using} | {spend} ) ~3 ( (?<!\\bthat\\s)(?:only|just|merely|mere|tiny) | very small ) | requires? | requiring | needs? ) ~2 ( fractions? | subsets? | portions? | parts? | percentages? ) \\( ~3 <value:%x> \\)"
        " of(?!\\s(?:\\S+\\s){1,5}for\\s(?:test|valid|eval|tun|develop))",
        "used",
        examples=(
            ("Our ringer keeps up using a tiny portion (e.g., 6%) of the rings.", ("cost 6 % | rings",)),
            ("Our index is as good querying only a small part (4%) of the photos.", ("cost 4 % | photos",)),
            (
                "Our tagger requires a fraction (about 7%) of the photos.",
                ("cost 7 % (about) | photos",),
            ),
        ),
        counter_examples=(
            "In autumn, a fraction (about 35%) of the geese is seen.",
            "We observe that only a small part (6%) of the heads matter.",
            "We repaint a small part (e.g., 12%) of the eggs.",
            "We use a portion (25%) of the photos for testing.",
        ),
        priority=46,
    ),
    Rule(
        "{spend} only <value> of ...",
        "( ( only | just | merely ) {spend} <value:%> | {spend} ( up )? ( only | just | merely | a mere | as few as | as little as ) <value:%> ) of",
        "used",
        examples=(
            ("Our parser is as good while only labeling 4% of the words.", ("cost 4 % | words",)),
            ("Our attack wins by poisoning as little as 4% of the photos.", ("cost 4 % | photos",)),
        ),
        counter_examples=("Our parser labels 4% of the words wrongly.",),
        priority=43,
    ),
    Rule(
        "only <value> of <resource>",
        "( ( only | just | merely | mere | little as | few as | than ) ~2 <value:%x> | ( when | if ) <value:%x_> ) of ~5 ( <resource> | <speed> )",
        "used",
        examples=(
            ("Our model matches HeronNet at only 10% of the computational cost.", ("cost 10 % | compute",)),
            ("Full accuracy is kept while only 0.1% of all parameters are trained.", ("cost 0.1 % | parameters",)),
        ),
        counter_examples=("Only 10% of the images show a face.",),
        priority=45,
    ),
    Rule(
        "<value> of <resource>",
        "( {using} | at | in | by | for | is | are | being | or | and | , | \\( | only | solely | just ) <value:%x> of ( the | its | all | their | total | \\S+['’]s )* ( [a-z-]+ | [NO]\\d+ )? ( [a-z-]+ )? ( <resource> | <speed> ) (?!(?:are|is|was|were|can|could|have|has)\\s)\\S+",
        "used",
        examples=(("Our model matches HeronNet at 10% of its FLOPs.", ("cost 10 % | FLOPs",)),),
        counter_examples=(
            "Our method removes 40% of the parameters.",
            "In our corpus, 40% of the samples are conditional.",
            "Thrust is modulated over 60% of the tested range.",
            "Our sensor is right within 4% of its total force.",
        ),
        priority=38,
    ),
    Rule(
        "<value> times <resource>",
        "( ( with | using | only | at | in | for | have | {using} ) ~2 <value:x> ( ( the | of | as many | as much | number | amount | its | their | overall | total )+ ( [a-z-]+ )? )? | <value:x_> ( ( the | of | overall | total )+ )? | and <value:x> ( the | of the | overall ) ( [a-z-]+ )? ) ( <resource> | <speed> )",
        "used",
        examples=(
            ("Our solver matches HeronNet in half the number of gradient steps.", ("cost 0.5 x | steps",)),
            ("Our model is as good with one-sixth of the parameters.", ("cost 0.166667 x | parameters",)),
            ("We are as good with half the parameters.", ("cost 0.5 x | parameters",)),
            ("Our solver is as good, requiring about half its run time.", ("cost 0.5 x (about) | runtime",)),
            ("Our chip is 3x faster under 0.4x energy consumption.", ("speedup 3 x", "cost 0.4 x (under) | energy")),
            (
                "Our parser has 3x fewer parameters and half the latency of HeronNet.",
                ("saving 3 x | parameters vs HeronNet", "cost 0.5 x | latency"),
            ),
            ("Our model matches HeronNet using half the training time.", ("cost 0.5 x | training time",)),
        ),
        counter_examples=(
            "Our model is half as large as HeronNet.",
            "We match HeronNet with 2x fewer parameters.",
        ),
        priority=45,
    ),
    Rule(
        "<value> times the number of <what>",
        "( with | using | only | at | in | for | {using} ) ~2 <value:x> ( the ( required | total )? ( number | amount ) of | as many | as much ) ( the | required | needed )* <what> {phrase_end}",
        "used",
        examples=(("Our code needs half the number of spikes for the same SNR.", ("cost 0.5 x | spikes",)),),
        counter_examples=(
            "Our benchmark has three times as many substitutes for a word.",
            "Half the number is enough.",
        ),
        priority=44,
    ),
    # What is added to a resource.
    Rule(
        "<value> additional <resource>",
        "( at | with | for | only | adds? | adding ) ~2 <value:%> ( additional | extra | more | tunable | trainable )* <resource>",
        "used",
        examples=(("Each new task comes at 0.5% extra trainable parameters.", ("cost 0.5 % | trainable parameters",)),),
        counter_examples=("Our tool finds 3% more bugs.",),
        priority=38,
    ),
    Rule(
        "<resource> up to <value>",
        "( <resource> | <speed> ) ( <value:tbrfu^> | <value:tbrfu_> )",
        "cost",
        examples=(
            ("Our robot walks at lateral speeds up to 1.2 m/s.", ("score 1.2 m/s (up to) | lateral speeds",)),
            ("Our circuit works with an average power less than 7 W.", ("cost 7 W (under) | power",)),
        ),
        counter_examples=("Our robot walks at many speeds.",),
        priority=43,
    ),
    # The determiner may be missing: `with only 15% strong labels`.
    Rule(
        "only <value> ... <resource>",
        "( only | just | merely | mere | as little as | {using} ) ~~2 <value:%> ( [a-z-]+ | [a-z-]+ [a-z-]+ )? <resource>",
        "used",
        examples=(
            ("With only 15% strong labels, our model is as good.", ("cost 15 % | labels",)),
            ("Our attack works with as little as 4% mislabeled data.", ("cost 4 % | data",)),
        ),
        counter_examples=("Our filter removes 40% redundant parameters.",),
        priority=44,
    ),
    Rule(
        "less than <value> <resource>",
        "<value:%_> ( [a-z-]+ | [a-z-]+ [a-z-]+ )? <resource>",
        "used",
        examples=(("Less than 10% redundant labels are kept.", ("cost 10 % (under) | labels",)),),
        counter_examples=("Our filter removes more than 40% redundant parameters.",),
        priority=44,
    ),
    Rule(
        "fast ( <value> )",
        "( <speed> | real-time | real time | fast | faster | quick | quickly | efficiently ) \\( ~2 <value:tr>",
        "used",
        examples=(
            ("Our planner is fast (0.4 seconds for a query).", ("cost 0.4 seconds",)),
            ("Our tracker has a high frame rate (60 Hz) on a phone.", ("cost 60 Hz | frame rate",)),
        ),
        counter_examples=("We record a long interview (30 minutes).",),
        priority=34,
    ),
    Rule(
        "<resource> ( <value> )",
        "( <resource> \\( ~2 <value:bf> | ( {lower} | small | tiny | compact | lightweight ) ~1 <resource> \\( ~2 <value:c> )",
        "cost",
        examples=(
            ("Our network has a small memory footprint (3 MB).", ("cost 3 MB | memory",)),
            ("On a phone, we use a compact size (3.6M parameters).", ("cost 3.6 M | model size",)),
        ),
        counter_examples=("Our network is trained on large data sets (12M images).",),
        priority=34,
    ),
    Rule(
        "within <value>",
        "<value:t_>",
        "used",
        examples=(("The planner answers a query within 12 ms.", ("cost 12 ms (under)",)),),
        counter_examples=("The planner answers a query after 12 ms.",),
        priority=12,
    ),
    Rule(
        "only <value> <counted>",
        "( ( only | just | merely | mere | little as | few as ) ~2 <value:nc> ( <things> | [a-z-]+ <things> | [a-z-]+ [a-z-]+ <things> | [a-z-]+ [a-z-]+ [a-z-]+ <things> ) | <value:nc_> ( <counted> | [a-z-]+ <counted> | [a-z-]+ [a-z-]+ <counted> ) )",
        "used",
        examples=(
            ("We train the policy with only 150 real trajectories.", ("cost 150 | real trajectories",)),
            ("Our tagger is as good with only 20 simple rules.", ("cost 20 | simple rules",)),
            (
                "With only 150 fully annotated indoor panorama images, our model is as good.",
                ("cost 150 | indoor panorama images",),
            ),
        ),
        counter_examples=("We train the policy with 150 real trajectories.",),
        priority=33,
        traits=("counts",),
    ),
    Rule(
        "{using} only <value> <counted>",
        "( {using} ( only | just | merely | a mere | as little as )+ | ( only | just | merely ) ( {using} )+ ) ( about )? <value:%> <things>",
        "used",
        examples=(("While using only 2% blurred images, our model is as good.", ("cost 2 % | blurred images",)),),
        counter_examples=("With 2% blurred images, our model is as good.", "Only 2% of the images are blurred."),
        priority=33,
        traits=("counts",),
    ),
    Rule(
        "costs <value>",
        "( ( costs? | costing | priced? | built | build | buil[td]ing | assembled? | made | constructed | manufactured | fabricated | produced | affordable | low-cost | inexpensive | cheap | cheaper | less | budget | R\\d+ ) ~6 ( for | of | is | at | than | only | just | about | with | under | below | \\( | costs? | costing )* <value:d> | <value:d_> | <value:d> ( [a-z]+ )? ( per | each | worth ) )",
        "used",
        examples=(
            ("Our gripper costs less than $120.", ("cost 120 $ (under)",)),
            ("Each of our robots is made of only $15 worth of parts.", ("cost 15 $",)),
            ("Our hand weighs 300 g and is cheap (240 USD).", ("cost 240 USD",)),
        ),
        counter_examples=(
            "Frauds of $400 are found.",
            "Our model makes $12.5 \\\\times$ fewer errors.",
        ),
        priority=30,
    ),
    Rule(
        "average of <value>",
        "( tak\\w+ | took | requir\\w+ | needs? | to | find | found | in ) an? ( average | mean | median ) of <value:t>",
        "used",
        examples=(("We find an average of 4 seconds from the query to the grasp.", ("cost 4 seconds",)),),
        counter_examples=("We average over 3 seconds of speech.",),
        priority=12,
    ),
]
