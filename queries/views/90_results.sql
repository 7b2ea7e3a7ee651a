-- What other systems are told: comparable results of methods that have a name or a paper, on the scale of their board.

CREATE MACRO plain_number(value) AS regexp_replace(CAST(value AS VARCHAR), '\.0$', '');
COMMENT ON MACRO plain_number IS 'A number as text, without .0 behind whole ones';

CREATE VIEW results AS
SELECT
    coalesce(b.task, 'other') AS task,
    r.benchmark,
    b.source AS benchmark_source,
    b.hub_dataset,
    -- The Hub's tasks do not say which metric they are in.
    CASE WHEN r.metric = b.default_metric THEN b.hub_task END AS hub_task,
    r.metric,
    r.setting,
    r.extra_data,
    r.rank,
    r.method_label AS method,
    r.role,
    r.board_value AS value,
    r.board_value_to AS value_to,
    r.board_unit AS unit,
    r.bound,
    coalesce(r.bound || ' ', '') || plain_number(r.board_value) || coalesce(' to ' || plain_number(r.board_value_to), '')
        || CASE WHEN r.board_unit IS NULL THEN '' WHEN r.board_unit = '%' THEN '%' ELSE ' ' || r.board_unit END
        AS value_text,
    r.direction = 'lower' AS lower_is_better,
    m.low,
    m.high,
    r.title,
    r.paper_id,
    r.url,
    r.code_url,
    r.published,
    r.sentence,
    r.confidence,
    r.claim_id
FROM boards AS r
LEFT JOIN benchmarks AS b ON b.benchmark = r.benchmark
LEFT JOIN metrics AS m ON m.metric = r.metric
WHERE r.comparable AND NOT (r.role = 'baseline' AND is_placeholder(r.method))
ORDER BY
    task, r.benchmark, r.metric, r.setting NULLS FIRST, r.rank NULLS LAST, r.paper_id, r.start, r.claim_id;
COMMENT ON VIEW results IS 'Comparable results for exchange with other systems, ranked ones first on each board';
COMMENT ON COLUMN results.task IS 'What the benchmark tests; other where the lexicon does not say';
COMMENT ON COLUMN results.benchmark_source IS 'Address of the paper or page that introduced the benchmark, where the lexicon has one';
COMMENT ON COLUMN results.hub_task IS 'The id of the task there that the result belongs to; null also where it is in another metric';
COMMENT ON COLUMN results.method IS 'The method''s name, or its paper''s short title where it has no name';
COMMENT ON COLUMN results.value IS 'The value on the board''s scale';
COMMENT ON COLUMN results.value_to IS 'The other end of a range, on the board''s scale';
COMMENT ON COLUMN results.unit IS 'The unit of value';
COMMENT ON COLUMN results.value_text IS 'The value in words: over 85%, 84 to 86%';
COMMENT ON COLUMN results.lower_is_better IS 'True for errors, perplexity and the like';
