-- title: Largest gains
-- question: By how much did a paper's method improve on something, and on what?
-- parameters:
--   benchmark: any name of a benchmark; all, and gains on none, where left out = null
--   metric: any name of a metric, or its beginning; all metrics where left out = null
--   limit: at most this many rows = 20
-- columns:
--   benchmark: where it was measured; empty where the text does not say
--   metric: what improved; empty where the text does not say
--   value: by how much, positive where quality got better
--   value_to: the other end of a range
--   unit: % or points, x (times), another unit, or none; gains in one unit stand together
--   bound: up to, over, under or about, where the text says so
--   method: the method, or its paper's short title where it has no name
--   baseline: over what; empty where the text does not say
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    benchmark,
    metric,
    value,
    value_to,
    unit,
    bound,
    method_label AS method,
    baseline,
    year,
    title,
    url,
    sentence
FROM gains
WHERE
    ($benchmark IS NULL OR benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark)))
    AND ($metric IS NULL OR metric IN (SELECT metric FROM metrics_named($metric)))
ORDER BY
    coalesce(array_position(['%', 'points', 'x'], unit), 4), unit NULLS LAST,
    least(value, coalesce(value_to, value)) DESC, paper_id, start, claim_id
LIMIT $limit;
