-- title: Largest speedups
-- question: What became how much faster, and over what?
-- parameters:
--   resource: what became faster, by any name (training time, throughput ...); everything where left out = null
--   limit: at most this many rows = 20
-- columns:
--   factor: how many times as fast; percentages converted, of a range the lower end
--   bound: up to, over, under or about, where the text says so
--   value: the number as written
--   value_to: the other end of a range
--   unit: x (times), % or a physical unit
--   resource: what became faster; empty where the text does not say
--   method: the method, or its paper's short title where it has no name
--   baseline: over what; empty where the text does not say
--   benchmark: where it was measured; empty where the text does not say
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    factor,
    bound,
    value,
    value_to,
    unit,
    metric AS resource,
    method_label AS method,
    baseline,
    benchmark,
    year,
    title,
    url,
    sentence
FROM speedups
WHERE $resource IS NULL OR metric IN (SELECT metric FROM metrics_named($resource))
ORDER BY factor DESC NULLS LAST, paper_id, start, claim_id
LIMIT $limit;
