-- The records of each board, each with its step over the one before; beside them the ranked rows without a date, which
-- may have been records too: nobody can place them.

CREATE MACRO frontier_up_to(size) AS TABLE
WITH records AS (
    SELECT
        * EXCLUDE (best_so_far, is_record),
        CASE direction WHEN 'higher' THEN rank_value ELSE -rank_value END AS goodness,
        CAST(dense_rank() OVER (PARTITION BY benchmark, metric, setting ORDER BY published) AS INTEGER) AS record,
        max(goodness) OVER days_before AS goodness_before,
        max(published) OVER days_before AS published_before,
        rank_value = last_value(best_so_far) OVER (
            PARTITION BY benchmark, metric, setting ORDER BY published
            RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS stands
    FROM progress_up_to(size)
    WHERE is_record
    WINDOW days_before AS (
        PARTITION BY benchmark, metric, setting ORDER BY published
        RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING
    )
)
SELECT
    * EXCLUDE (goodness, goodness_before, published_before),
    round(goodness - goodness_before, 10) AS step,
    CAST(date_diff('day', published_before, published) AS INTEGER) AS days
FROM records
UNION ALL BY NAME
SELECT * EXCLUDE (unranked_because, comparable)
FROM boards
WHERE rank IS NOT NULL AND published IS NULL AND is_up_to(model_size, size);
COMMENT ON MACRO TABLE frontier_up_to IS 'The view frontier among models of at most this many billions of parameters; null for all';

CREATE VIEW frontier AS
SELECT *
FROM frontier_up_to(NULL)
ORDER BY benchmark, metric, setting NULLS FIRST, record NULLS LAST, rank, paper_id, start, claim_id;
COMMENT ON VIEW frontier IS 'The records of each board in order of time, and beside them, without a number, the ranked rows that have no date';
COMMENT ON COLUMN frontier.record IS 'The number of the record on its board, from 1, shared by equals of one day; null for a row without a date, which is on no frontier';
COMMENT ON COLUMN frontier.stands IS 'True for the record that nothing with a date has beaten yet; null without a date';
COMMENT ON COLUMN frontier.step IS 'How much better it is than the record before, whatever the metric''s direction; null for the first';
COMMENT ON COLUMN frontier.days IS 'Days since the record before; from 1 January where only a year is known';
