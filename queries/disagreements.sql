-- title: Disagreements
-- question: Where do papers give different values for the same method on the same benchmark?
-- parameters:
--   benchmark: any name of a benchmark; all benchmarks where left out = null
--   metric: any name of a metric, or its beginning; all metrics where left out = null
--   method: any spelling of a method's name; all methods where left out = null
--   limit: at most this many rows = 50
-- columns:
--   benchmark: the benchmark
--   metric: what was measured
--   setting: what makes it comparable or not (zero-shot, 4-bit ...); empty where nothing is said
--   method: the method
--   gap: the difference between the two papers furthest apart, on the board's scale
--   unit: the unit of the gap and of the values; empty where the metric has none (perplexity)
--   gap_percent: the gap in percent of the greater value
--   papers: how many papers state a value for the method on this board
--   low_value: the lower value
--   low_role: own where it is that paper's own method, baseline where it quotes the value
--   low_title: the paper that states it
--   low_sentence: the sentence that says so
--   high_value: the higher value
--   high_role: own where it is that paper's own method, baseline where it quotes the value
--   high_title: the paper that states it
--   high_sentence: the sentence that says so
SELECT
    benchmark,
    metric,
    setting,
    method,
    gap,
    unit,
    gap_percent,
    papers,
    low_value,
    low_role,
    low_title,
    low_sentence,
    high_value,
    high_role,
    high_title,
    high_sentence
FROM disagreements
WHERE
    ($benchmark IS NULL OR benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark)))
    AND ($metric IS NULL OR metric IN (SELECT metric FROM metrics_named($metric)))
    AND ($method IS NULL OR fold(method) = fold($method))
ORDER BY gap_percent DESC, benchmark, metric, setting NULLS FIRST, method
LIMIT $limit;
