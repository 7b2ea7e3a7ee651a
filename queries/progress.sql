-- title: Progress over time
-- question: How did the best result on this benchmark develop, and who set the records?
-- parameters:
--   benchmark: any name of the benchmark
--   metric: any name of a metric, or its beginning; all metrics where left out = null
--   setting: those with all of these settings (zero-shot, 4-bit), or without some (no extra data); none for no setting; all where left out = null
--   size: only models of at most this many billions of parameters, that are then compared among themselves = number
-- columns:
--   benchmark: the benchmark
--   metric: what was measured
--   setting: what makes it comparable or not (zero-shot, 4-bit ...); empty where nothing is said
--   published: the day of publication, 1 January where only the year is known
--   model_size: billions of parameters, where named
--   method: the method, or its paper's short title where it has no name
--   role: own, or baseline where the paper only compares itself with it
--   value: its result, on the board's scale
--   unit: the unit of value
--   best_so_far: the best result up to this day
--   is_record: true for a paper's own result that was better than everything before this day
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    benchmark,
    metric,
    setting,
    published,
    model_size,
    method_label AS method,
    role,
    rank_value AS value,
    board_unit AS unit,
    best_so_far,
    is_record,
    title,
    url,
    sentence
FROM progress_up_to($size)
WHERE
    benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark))
    AND ($metric IS NULL OR metric IN (SELECT metric FROM metrics_named($metric)))
    AND in_setting(setting, $setting)
ORDER BY benchmark, metric, setting NULLS FIRST, published, rank, paper_id, start, claim_id;
