CREATE VIEW best_results AS
SELECT
    * EXCLUDE (rank, unranked_because, comparable),
    count(*) OVER (PARTITION BY benchmark, metric, setting) AS methods
FROM boards
WHERE rank IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY benchmark, metric, setting ORDER BY rank, published NULLS LAST, paper_id, start, claim_id
) = 1
ORDER BY benchmark, metric, setting NULLS FIRST;
COMMENT ON VIEW best_results IS 'The best ranked row of each board; of equal ones the earliest';
COMMENT ON COLUMN best_results.methods IS 'How many methods are ranked on the board';
COMMENT ON COLUMN best_results.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
