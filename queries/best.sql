-- title: Best results
-- question: What is the best result on each benchmark, by whom, and who says so?
-- parameters:
--   benchmark: any name of a benchmark; all benchmarks where left out = null
--   metric: any name of a metric, or its beginning; all metrics where left out = null
--   setting: those with all of these settings (zero-shot, 4-bit), or without some (no extra data); none for no setting; all where left out = null
--   size: only models of at most this many billions of parameters, that are then the best among themselves = number
-- columns:
--   benchmark: the benchmark
--   metric: what was measured
--   metric_inferred: true where the text names only the general metric, and this is the benchmark's default one
--   setting: what makes it comparable or not (zero-shot, 4-bit ...); empty where nothing is said
--   model_size: billions of parameters, where named
--   method: the method, or its paper's short title where it has no name
--   value: its result, on the board's scale
--   value_to: the other end of a range
--   unit: the unit of value
--   bound: up to, over, under or about, where the text says so
--   methods: how many methods are ranked on this board
--   witnesses: what other papers quote for it (quoted by 3 papers, 42.3 to 44.1); empty where none does
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    benchmark,
    metric,
    metric_inferred,
    setting,
    model_size,
    method_label AS method,
    board_value AS value,
    board_value_to AS value_to,
    board_unit AS unit,
    bound,
    methods,
    witnesses,
    year,
    title,
    url,
    sentence
FROM best_up_to($size)
WHERE
    ($benchmark IS NULL OR benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark)))
    AND ($metric IS NULL OR metric IN (SELECT metric FROM metrics_named($metric)))
    AND in_setting(setting, $setting)
ORDER BY benchmark, metric, setting NULLS FIRST;
