-- Who is compared with whom, over all papers, seen from both sides. One paper's comparison of two methods on one board
-- counts once, by its scores where it gives them: the gain that it states beside them is the same comparison again.

CREATE VIEW rivals AS
WITH compared AS (
    SELECT
        h.*,
        h.basis = 'scores' AND h.unit = '%' OR h.unit = 'points' AS in_points
    FROM head_to_head AS h
    WHERE
        NOT is_placeholder(h.baseline)
        AND h.own_key <> h.baseline_key
        AND (
            h.basis = 'scores'
            OR NOT EXISTS (
                SELECT 1
                FROM head_to_head AS s
                WHERE
                    s.basis = 'scores'
                    AND s.paper_id = h.paper_id
                    AND s.own_key = h.own_key
                    AND s.baseline_key = h.baseline_key
                    AND (h.benchmark IS NULL OR s.benchmark = h.benchmark)
                    AND (h.metric IS NULL OR s.metric = h.metric)
                    AND in_setting(s.setting, h.setting)
            )
        )
    -- Of several figures for a baseline on one board, the one closest to the own result.
    QUALIFY row_number() OVER (
        PARTITION BY h.paper_id, h.benchmark, h.metric, h.setting, h.own_key, h.baseline_key
        ORDER BY h.margin, h.claim_id
    ) = 1
),
seen AS (
    SELECT own_method AS method, own_key AS method_key, baseline AS rival, baseline_key AS rival_key, 1 AS side, *
    FROM compared
    UNION ALL
    SELECT baseline, baseline_key, own_method, own_key, -1, *
    FROM compared
)
SELECT
    min(method) AS method,
    min(rival) AS rival,
    CAST(count(*) AS INTEGER) AS comparisons,
    CAST(count(DISTINCT paper_id) AS INTEGER) AS papers,
    CAST(count(*) FILTER (side * margin > 0) AS INTEGER) AS wins,
    CAST(count(*) FILTER (side * margin < 0) AS INTEGER) AS losses,
    CAST(count(*) FILTER (margin = 0) AS INTEGER) AS ties,
    -- "Up to 5 points" is no average.
    CAST(count(*) FILTER (in_points AND bound IS DISTINCT FROM 'up to') AS INTEGER) AS margins,
    round(avg(side * margin) FILTER (in_points AND bound IS DISTINCT FROM 'up to'), 4) AS mean_margin,
    list(DISTINCT benchmark ORDER BY benchmark) FILTER (benchmark IS NOT NULL) AS benchmarks,
    method_key,
    rival_key
FROM seen
GROUP BY method_key, rival_key
ORDER BY papers DESC, comparisons DESC, method_key, rival_key;
COMMENT ON VIEW rivals IS 'Two methods that papers compare, seen from the first: wins, losses and the average margin, over all papers';
COMMENT ON COLUMN rivals.rival IS 'The method it is compared with; every pair is listed from both sides';
COMMENT ON COLUMN rivals.comparisons IS 'How many times they are compared: once for each paper, benchmark, metric and setting';
COMMENT ON COLUMN rivals.papers IS 'In how many papers';
COMMENT ON COLUMN rivals.wins IS 'How often the method does better than the rival';
COMMENT ON COLUMN rivals.losses IS 'How often it does worse';
COMMENT ON COLUMN rivals.ties IS 'How often both are equal';
COMMENT ON COLUMN rivals.margins IS 'How many of the comparisons are in percentage points, and so count for mean_margin';
COMMENT ON COLUMN rivals.mean_margin IS 'The average margin in percentage points, negative where the rival is better; null where none is given in points';
COMMENT ON COLUMN rivals.benchmarks IS 'The benchmarks on which they are compared, where the papers name them';
COMMENT ON COLUMN rivals.rival_key IS 'Equal for the same rival: its name folded, or its paper where it has no name';

CREATE VIEW standings AS
SELECT
    min(method) AS method,
    CAST(count(*) AS INTEGER) AS rivals,
    CAST(sum(comparisons) AS INTEGER) AS comparisons,
    CAST(sum(wins) AS INTEGER) AS wins,
    CAST(sum(losses) AS INTEGER) AS losses,
    CAST(sum(ties) AS INTEGER) AS ties,
    round(sum(mean_margin * margins) / nullif(sum(margins), 0), 4) AS mean_margin,
    method_key
FROM rivals
GROUP BY method_key
ORDER BY comparisons DESC, wins DESC, method_key;
COMMENT ON VIEW standings IS 'Each method that is compared with others: its wins, losses and average margin, over all rivals';
COMMENT ON COLUMN standings.rivals IS 'With how many methods it is compared';
COMMENT ON COLUMN standings.mean_margin IS 'The average margin over all comparisons in percentage points; negative where the rivals are better';
