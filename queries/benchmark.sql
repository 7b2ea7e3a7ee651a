-- title: One benchmark
-- question: What is claimed on this benchmark, ranked where it can be compared?
-- parameters:
--   benchmark: any name of the benchmark
--   metric: any name of a metric, or its beginning; all metrics where left out = null
--   setting: those with all of these settings (zero-shot, 4-bit), or without some (no extra data); none for no setting; all where left out = null
--   size: only models of at most this many billions of parameters; ranks stay those among all = number
-- columns:
--   benchmark: the benchmark
--   kind: score, gain, speedup, saving or cost
--   metric: what was measured
--   metric_inferred: true where the text names only the general metric, and this is the benchmark's default one
--   setting: what makes it comparable or not (zero-shot, 4-bit ...); empty where nothing is said
--   shots: how many examples a few-shot setting gives, 0 for zero-shot
--   bits: how many bits a weight has, where the setting says so
--   extra_data: true where the setting is training on extra data
--   model_size: billions of parameters, where named
--   rank: place on the board of this metric and setting; only scores are ranked
--   method: the method, or its paper's short title where it has no name
--   role: own, or baseline where the paper only compares itself with it
--   value: the number; of a score, on the board's scale
--   value_to: the other end of a range
--   unit: the unit of value
--   bound: up to, over, under or about, where the text says so
--   baseline: what a gain, speedup or saving is measured against
--   witnesses: what other papers quote for a ranked result (quoted by 3 papers, 42.3 to 44.1)
--   unranked_because: why a score is not ranked
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    c.benchmark,
    c.kind,
    coalesce(b.metric, c.metric) AS metric,
    coalesce(b.metric_inferred, false) AS metric_inferred,
    c.setting,
    c.shots,
    c.bits,
    c.extra_data,
    c.model_size,
    b.rank,
    c.method_label AS method,
    c.role,
    coalesce(b.board_value, c.value) AS value,
    coalesce(b.board_value_to, c.value_to) AS value_to,
    CASE WHEN c.kind = 'score' THEN b.board_unit ELSE c.unit END AS unit,
    c.bound,
    c.baseline,
    b.witnesses,
    b.unranked_because,
    c.year,
    c.title,
    c.url,
    c.sentence
FROM claims_with_papers AS c
LEFT JOIN boards AS b USING (claim_id)
WHERE
    c.benchmark IN (SELECT benchmark FROM benchmarks_named($benchmark))
    AND ($metric IS NULL OR coalesce(b.metric, c.metric) IN (SELECT metric FROM metrics_named($metric)))
    AND in_setting(c.setting, $setting)
    AND is_up_to(c.model_size, $size)
ORDER BY
    c.benchmark, array_position(['score', 'gain', 'speedup', 'saving', 'cost'], c.kind),
    coalesce(b.metric, c.metric) NULLS LAST,
    c.setting NULLS FIRST, b.rank NULLS LAST, c.value DESC, c.paper_id, c.start, c.claim_id;
