-- title: What results took
-- question: How much time, memory, data or how many parameters did it take?
-- parameters:
--   resource: what was used, by any name (parameters, latency ...); everything where left out = null
--   benchmark: any name of a benchmark; all, and results on none, where left out = null
-- columns:
--   resource: what was used; empty where the text does not say
--   value: how much
--   value_to: the other end of a range
--   unit: the unit of value
--   bound: up to, over, under or about, where the text says so
--   method: the method, or its paper's short title where it has no name
--   role: own, or baseline where the paper only compares itself with it
--   benchmark: where it was measured; empty where the text does not say
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    metric AS resource,
    value,
    value_to,
    unit,
    bound,
    method_label AS method,
    role,
    benchmark,
    year,
    title,
    url,
    sentence
FROM costs
WHERE
    ($resource IS NULL OR metric IN (SELECT metric FROM metrics_named($resource)))
    AND ($benchmark IS NULL OR benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark)))
ORDER BY resource NULLS LAST, unit NULLS LAST, value, paper_id, start, claim_id;
