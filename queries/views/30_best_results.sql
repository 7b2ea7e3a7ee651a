-- Of models up to a size the best is another: what is too large, or does not say, goes before the best is picked.

CREATE MACRO best_up_to(size) AS TABLE
SELECT
    * EXCLUDE (rank, unranked_because, comparable),
    count(*) OVER (PARTITION BY benchmark, metric, setting) AS methods
FROM boards
WHERE rank IS NOT NULL AND is_up_to(model_size, size)
QUALIFY row_number() OVER (
    PARTITION BY benchmark, metric, setting ORDER BY rank, published NULLS LAST, paper_id, start, claim_id
) = 1;
COMMENT ON MACRO TABLE best_up_to IS 'The best ranked row of each board among models of at most this many billions of parameters; null for all';

CREATE VIEW best_results AS
SELECT *
FROM best_up_to(NULL)
ORDER BY benchmark, metric, setting NULLS FIRST;
COMMENT ON VIEW best_results IS 'The best ranked row of each board; of equal ones the earliest';
COMMENT ON COLUMN best_results.methods IS 'How many methods are ranked on the board';
COMMENT ON COLUMN best_results.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
