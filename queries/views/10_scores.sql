-- Scores on named benchmarks, each with the metric of the board that it belongs on.

CREATE VIEW scores AS
SELECT
    c.claim_id,
    c.paper_id,
    p.title,
    p.url,
    p.code_url,
    p.published,
    CAST(year(p.published) AS INTEGER) AS year,
    p.venue,
    c.benchmark,
    CASE WHEN preset.general = c.metric THEN preset.metric ELSE c.metric END AS metric,
    coalesce(preset.general = c.metric, false) AS metric_inferred,
    c.setting,
    c.method,
    method_label(c.method, c.role, p.title) AS method_label,
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
FROM claims AS c
JOIN papers AS p USING (paper_id)
LEFT JOIN benchmarks AS b ON b.benchmark = c.benchmark
LEFT JOIN metrics AS preset ON preset.metric = b.default_metric
LEFT JOIN metrics AS m ON m.metric = CASE WHEN preset.general = c.metric THEN preset.metric ELSE c.metric END
WHERE c.kind = 'score' AND c.benchmark IS NOT NULL
ORDER BY c.benchmark, metric NULLS LAST, c.setting NULLS FIRST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW scores IS 'Claims of kind score on a named benchmark, with their papers';
COMMENT ON COLUMN scores.year IS 'The year of publication; null where unknown';
COMMENT ON COLUMN scores.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
COMMENT ON COLUMN scores.metric_inferred IS 'True where the metric is the benchmark''s default one, not the text''s own word';
COMMENT ON COLUMN scores.method_label IS 'The method''s name, or its paper''s short title where it has no name';
COMMENT ON COLUMN scores.method_key IS 'Equal for results of the same method: its name folded, or its paper where it has no name';
