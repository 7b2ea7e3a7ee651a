-- title: Largest savings by resource
-- question: How much memory, computing, energy or data was saved at most, and against what?
-- parameters:
--   resource: what was saved, by any name (memory, parameters ...); everything where left out = null
--   each: at most this many rows for each resource = 3
-- columns:
--   resource: what was saved; empty where the text does not say
--   saved_percent: the share saved; factors converted, of a range the lower end
--   bound: up to, over, under or about, where the text says so
--   value: the number as written
--   value_to: the other end of a range
--   unit: x (times), % or a physical unit
--   method: the method, or its paper's short title where it has no name
--   baseline: against what; empty where the text does not say
--   benchmark: where it was measured; empty where the text does not say
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    metric AS resource,
    saved_percent,
    bound,
    value,
    value_to,
    unit,
    method_label AS method,
    baseline,
    benchmark,
    year,
    title,
    url,
    sentence
FROM savings
WHERE $resource IS NULL OR metric IN (SELECT metric FROM metrics_named($resource))
QUALIFY row_number() OVER (
    PARTITION BY metric ORDER BY saved_percent DESC NULLS LAST, paper_id, start, claim_id
) <= $each
ORDER BY resource NULLS LAST, saved_percent DESC NULLS LAST, paper_id, start, claim_id;
