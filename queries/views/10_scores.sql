-- Scores on named benchmarks, each with the metric of the board that it belongs on.

CREATE VIEW scores AS
SELECT
    c.claim_id,
    c.paper_id,
    c.title,
    c.url,
    c.code_url,
    c.published,
    c.year,
    c.venue,
    c.benchmark,
    CASE WHEN preset.general = c.metric THEN preset.metric ELSE c.metric END AS metric,
    coalesce(preset.general = c.metric, false) AS metric_inferred,
    c.setting,
    c.method,
    c.method_label,
    method_key(c.method, c.paper_id) AS method_key,
    c.role,
    c.value,
    c.value_to,
    c.unit,
    c.bound,
    m.direction,
    c.sentence,
    c.start,
    c."end",
    c.rule,
    c.confidence
FROM claims_with_papers AS c
LEFT JOIN benchmarks AS b ON b.benchmark = c.benchmark
LEFT JOIN metrics AS preset ON preset.metric = b.default_metric
LEFT JOIN metrics AS m ON m.metric = CASE WHEN preset.general = c.metric THEN preset.metric ELSE c.metric END
WHERE c.kind = 'score' AND c.benchmark IS NOT NULL
ORDER BY c.benchmark, metric NULLS LAST, c.setting NULLS FIRST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW scores IS 'Claims of kind score on a named benchmark, with their papers';
COMMENT ON COLUMN scores.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
COMMENT ON COLUMN scores.metric_inferred IS 'True where the metric is the benchmark''s default one, not the text''s own word';
COMMENT ON COLUMN scores.method_key IS 'Equal for results of the same method: its name folded, or its paper where it has no name';
