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
    c.board_metric AS metric,
    c.board_metric IS DISTINCT FROM c.metric AS metric_inferred,
    c.setting,
    c.shots,
    c.bits,
    c.extra_data,
    c.model_size,
    c.method,
    c.method_label,
    c.method_key,
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
LEFT JOIN metrics AS m ON m.metric = c.board_metric
WHERE c.kind = 'score' AND c.benchmark IS NOT NULL
ORDER BY c.benchmark, metric NULLS LAST, c.setting NULLS FIRST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW scores IS 'Claims of kind score on a named benchmark, with their papers';
COMMENT ON COLUMN scores.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
COMMENT ON COLUMN scores.metric_inferred IS 'True where the metric is the benchmark''s default one, not the text''s own word';
