-- The tables, and what each of their columns means. Views take over the comments of the columns they pass on.

CREATE TABLE about (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);
COMMENT ON TABLE about IS 'What made this file';
COMMENT ON COLUMN about.name IS 'program, version or layout';
COMMENT ON COLUMN about.value IS 'Its value; layout is the number of this layout of tables and views';

CREATE TABLE papers (
    paper_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    abstract VARCHAR NOT NULL,
    url VARCHAR,
    code_url VARCHAR,
    published DATE,
    venue VARCHAR,
    source VARCHAR
);
COMMENT ON TABLE papers IS 'The papers that were read, one row each, also those that claim nothing';
COMMENT ON COLUMN papers.paper_id IS 'The id that the input gives the paper, or ten hex digits of its normalised title';
COMMENT ON COLUMN papers.title IS 'The title, as read';
COMMENT ON COLUMN papers.abstract IS 'The abstract, exactly as read; claims.start and claims.end count in it. Not in published files';
COMMENT ON COLUMN papers.url IS 'Where the paper can be read, where known';
COMMENT ON COLUMN papers.code_url IS 'The first link to code in the abstract, where there is one';
COMMENT ON COLUMN papers.published IS 'The day of publication, or 1 January where only the year is known; null where unknown';
COMMENT ON COLUMN papers.venue IS 'The journal or conference, where known';
COMMENT ON COLUMN papers.source IS 'The file that the paper was read from';

CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    paper_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('score', 'gain', 'speedup', 'saving', 'cost')),
    value DOUBLE NOT NULL,
    value_to DOUBLE,
    unit VARCHAR,
    bound VARCHAR CHECK (bound IN ('up to', 'over', 'under', 'about')),
    metric VARCHAR,
    metric_text VARCHAR,
    benchmark VARCHAR,
    benchmark_text VARCHAR,
    setting VARCHAR,
    model_size DOUBLE,
    method VARCHAR NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('own', 'baseline')),
    baseline VARCHAR,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1)
);
COMMENT ON TABLE claims IS 'The results that the papers claim: one row for each number x benchmark x method';
COMMENT ON COLUMN claims.claim_id IS 'Twelve hex digits of paper, place, kind, benchmark and method; the same from build to build';
COMMENT ON COLUMN claims.kind IS 'score: a value of a quality metric; gain: a change of one; speedup: faster; saving: less of another resource; cost: what the result took';
COMMENT ON COLUMN claims.paper_id IS 'The paper that says so; see papers.paper_id';
COMMENT ON COLUMN claims.value IS 'The number; the first end of a range. A gain is negative where quality got worse';
COMMENT ON COLUMN claims.value_to IS 'The other end of a range, else null';
COMMENT ON COLUMN claims.unit IS '%, points, x (times), a physical unit, or null';
COMMENT ON COLUMN claims.bound IS 'up to, over, under or about, where the text says so, else null';
COMMENT ON COLUMN claims.metric IS 'What was measured, by its canonical name; null where the text names none';
COMMENT ON COLUMN claims.metric_text IS 'What was measured, as the text names it';
COMMENT ON COLUMN claims.benchmark IS 'The data set or benchmark, by its canonical name; null where the text names none';
COMMENT ON COLUMN claims.benchmark_text IS 'The data set or benchmark, as the text names it';
COMMENT ON COLUMN claims.setting IS 'What makes it comparable or not: zero-shot, 5-shot, 4-bit, extra data ...; null where nothing is said';
COMMENT ON COLUMN claims.model_size IS 'Billions of parameters, where the method''s name (LLaMA-7B) or, for an own result, its sentence gives them (our 7B model); null elsewhere';
COMMENT ON COLUMN claims.method IS 'Whose result it is; ours where the paper gives its own method no name';
COMMENT ON COLUMN claims.role IS 'own: the paper''s own result; baseline: of something it is compared with';
COMMENT ON COLUMN claims.baseline IS 'What a gain, speedup or saving is measured against, as written; null where not stated';
COMMENT ON COLUMN claims.start IS 'Where the number begins in papers.abstract, in code points from 0';
COMMENT ON COLUMN claims."end" IS 'Where the number ends in papers.abstract, exclusive';
COMMENT ON COLUMN claims.sentence IS 'The sentence that says so, verbatim';
COMMENT ON COLUMN claims.rule IS 'The rule that read it';
COMMENT ON COLUMN claims.confidence IS 'The measured share of correct claims among those read like this one, 0 to 1';

CREATE TABLE benchmarks (
    benchmark VARCHAR NOT NULL,
    task VARCHAR,
    default_metric VARCHAR,
    source VARCHAR,
    hub_dataset VARCHAR,
    hub_task VARCHAR,
    ordinary_word BOOLEAN NOT NULL
);
COMMENT ON TABLE benchmarks IS 'The benchmarks of the lexicon; claims may name others';
COMMENT ON COLUMN benchmarks.benchmark IS 'Its canonical name';
COMMENT ON COLUMN benchmarks.task IS 'What it tests, where the lexicon says';
COMMENT ON COLUMN benchmarks.default_metric IS 'What a result means that names only the general metric (ImageNet: accuracy is top-1 accuracy)';
COMMENT ON COLUMN benchmarks.source IS 'Address of the paper or page that introduced it, where the lexicon has one';
COMMENT ON COLUMN benchmarks.hub_dataset IS 'The id of its data set on the Hugging Face Hub, where the lexicon has it';
COMMENT ON COLUMN benchmarks.hub_task IS 'The id of the task there that scores in its default metric belong to, where it is a benchmark of the Hub';
COMMENT ON COLUMN benchmarks.ordinary_word IS 'True where one of its names is also an ordinary word, which counts only in supporting context';

CREATE TABLE benchmark_aliases (
    benchmark VARCHAR NOT NULL,
    alias VARCHAR NOT NULL
);
COMMENT ON TABLE benchmark_aliases IS 'Other names of the benchmarks';
COMMENT ON COLUMN benchmark_aliases.benchmark IS 'The canonical name';
COMMENT ON COLUMN benchmark_aliases.alias IS 'Another name for it';

CREATE TABLE metrics (
    metric VARCHAR NOT NULL,
    direction VARCHAR CHECK (direction IN ('higher', 'lower')),
    unit VARCHAR,
    low DOUBLE,
    high DOUBLE,
    general VARCHAR,
    unspecific BOOLEAN NOT NULL,
    resource BOOLEAN NOT NULL
);
COMMENT ON TABLE metrics IS 'The metrics of the lexicon, of quality and of resources; claims may name others';
COMMENT ON COLUMN metrics.metric IS 'Its canonical name';
COMMENT ON COLUMN metrics.direction IS 'Whether a higher or a lower value is better; null where that depends or is not known';
COMMENT ON COLUMN metrics.unit IS 'The unit its values are given in';
COMMENT ON COLUMN metrics.low IS 'The least plausible value, in its unit';
COMMENT ON COLUMN metrics.high IS 'The greatest plausible value, in its unit';
COMMENT ON COLUMN metrics.general IS 'The bare metric it refines: accuracy for top-1 accuracy';
COMMENT ON COLUMN metrics.unspecific IS 'True for words such as performance, by which papers mean different measures: no two values compare';
COMMENT ON COLUMN metrics.resource IS 'True for what a result takes (memory, latency), false for quality';

CREATE TABLE metric_aliases (
    metric VARCHAR NOT NULL,
    alias VARCHAR NOT NULL
);
COMMENT ON TABLE metric_aliases IS 'Other names of the metrics';
COMMENT ON COLUMN metric_aliases.metric IS 'The canonical name';
COMMENT ON COLUMN metric_aliases.alias IS 'Another name for it';
