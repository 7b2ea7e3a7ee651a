-- The frontier of each board over time. Rows of one day stand beside one another: none is counted as before another.
-- Where only the year of a paper is known, its date is 1 January: it sets a record only if nothing of that year was better.
-- "About 85" sets none either, for it may be less. A quoted result counts from the day of the paper that quotes it, when it was known at the latest; it sets no record.

CREATE MACRO progress_up_to(size) AS TABLE
WITH dated AS (
    SELECT * EXCLUDE (unranked_because, comparable), CASE direction WHEN 'higher' THEN -rank_value ELSE rank_value END AS best_is_least
    FROM boards
    WHERE rank IS NOT NULL AND published IS NOT NULL AND is_up_to(model_size, size)
),
running AS (
    SELECT
        *,
        min(best_is_least) OVER (
            board ORDER BY published RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS best_until,
        min(best_is_least) OVER (
            board ORDER BY published RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING
        ) AS best_before,
        min(best_is_least) OVER (PARTITION BY benchmark, metric, setting, year) AS best_of_year
    FROM dated
    WINDOW board AS (PARTITION BY benchmark, metric, setting)
)
SELECT
    * EXCLUDE (best_is_least, best_until, best_before, best_of_year),
    CASE direction WHEN 'higher' THEN -best_until ELSE best_until END AS best_so_far,
    role = 'own'
    AND bound IS DISTINCT FROM 'about'
    AND best_is_least = best_until
    AND (best_before IS NULL OR best_is_least < best_before)
    AND (published <> date_trunc('year', published) OR best_is_least = best_of_year) AS is_record
FROM running;
COMMENT ON MACRO TABLE progress_up_to IS 'The view progress among models of at most this many billions of parameters; null for all';

CREATE VIEW progress AS
SELECT *
FROM progress_up_to(NULL)
ORDER BY benchmark, metric, setting NULLS FIRST, published, rank, paper_id, start, claim_id;
COMMENT ON VIEW progress IS 'The ranked rows that have a date, in order of time, with the best so far';
COMMENT ON COLUMN progress.best_so_far IS 'The best value on the board up to and including this day';
COMMENT ON COLUMN progress.is_record IS 'True for a paper''s own result that was better than everything published before its day, or, where only its year is known, than everything of that year';
COMMENT ON COLUMN progress.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
