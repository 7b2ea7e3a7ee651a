-- What a reader of the boards wants to be told of: ranked results of papers with a date, the newest first.

CREATE VIEW news AS
SELECT
    published,
    -- The first result of a board is a record that beat nothing.
    is_record AND published > min(published) OVER (PARTITION BY benchmark, metric, setting) AS is_best,
    CASE WHEN is_best THEN 'New best on ' ELSE 'New result on ' END || benchmark || ' (' || metric
        || coalesce(', ' || setting, '') || '): ' || coalesce(bound || ' ', '')
        || regexp_replace(CAST(rank_value AS VARCHAR), '\.0$', '')
        || CASE WHEN board_unit IS NULL THEN '' WHEN board_unit = '%' THEN '%' ELSE ' ' || board_unit END
        || ' by ' || method_label AS headline,
    benchmark,
    metric,
    setting,
    rank,
    method_label,
    title,
    url,
    sentence,
    paper_id,
    claim_id
FROM progress
WHERE role = 'own'
ORDER BY published DESC, is_best DESC, benchmark, metric, setting NULLS FIRST, rank, paper_id, claim_id;
COMMENT ON VIEW news IS 'Papers'' own ranked results, the newest first, and which of them were a new best';
COMMENT ON COLUMN news.is_best IS 'True where it beat all earlier results of its board';
COMMENT ON COLUMN news.headline IS 'The result in one line';
COMMENT ON COLUMN news.rank IS 'Its place on the board now';
