-- title: Head to head
-- question: How does a paper's own method compare with the baselines in the same paper?
-- parameters:
--   benchmark: any name of a benchmark; all, and comparisons on none, where left out = null
--   method: the own method or the baseline; all where left out = null
-- columns:
--   benchmark: the benchmark; empty where a stated gain names none
--   metric: what was measured
--   setting: what makes it comparable or not (zero-shot, 4-bit ...); empty where nothing is said
--   own_method: the paper's own method, or its short title where it has no name
--   own_value: its score; empty for a stated gain
--   baseline: what it is compared with
--   baseline_value: the baseline's score; empty for a stated gain
--   margin: how much better the own method is, whatever the metric's direction
--   unit: the unit of scores and margin
--   bound: up to, over, under or about, where a stated gain says so
--   basis: scores, or stated gain
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    benchmark,
    metric,
    setting,
    own_method,
    own_value,
    baseline,
    baseline_value,
    margin,
    unit,
    bound,
    basis,
    year,
    title,
    url,
    sentence
FROM head_to_head
WHERE
    ($benchmark IS NULL OR benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark)))
    AND ($method IS NULL OR fold($method) IN (fold(own_method), fold(baseline)))
ORDER BY
    benchmark NULLS LAST, metric NULLS LAST, setting NULLS FIRST, basis, margin DESC, paper_id, baseline, claim_id;
