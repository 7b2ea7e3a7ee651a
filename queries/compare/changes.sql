-- What is different between two databases: old_claims and new_claims are their claims_with_papers, old_bests and
-- new_bests their best_results. A claim is the same where its id is, or else where the same number of the same paper
-- was read as the same kind, only once in both: then its reading has changed.
WITH gone AS (SELECT * FROM old_claims WHERE claim_id NOT IN (SELECT claim_id FROM new_claims)),
added AS (SELECT * FROM new_claims WHERE claim_id NOT IN (SELECT claim_id FROM old_claims)),
pairs AS (
    SELECT o.claim_id AS old_id, n.claim_id AS new_id
    FROM old_claims AS o
    JOIN new_claims AS n USING (claim_id)
    UNION ALL
    SELECT min(o.claim_id), min(n.claim_id)
    FROM gone AS o
    JOIN added AS n USING (paper_id, kind, start)
    -- Claims of tables have no place to be known by.
    WHERE o."end" > 0
    GROUP BY o.paper_id, o.kind, o.start
    HAVING count(*) = 1
),
compared AS (
    SELECT
        o,
        n,
        concat_ws(
            '; ',
            CASE WHEN o.value IS DISTINCT FROM n.value OR o.value_to IS DISTINCT FROM n.value_to THEN 'value' END,
            CASE WHEN o.unit IS DISTINCT FROM n.unit THEN 'unit: ' || coalesce(o.unit, 'none') END,
            CASE WHEN o.bound IS DISTINCT FROM n.bound THEN 'bound: ' || coalesce(o.bound, 'none') END,
            CASE WHEN o.metric IS DISTINCT FROM n.metric THEN 'metric: ' || coalesce(o.metric, 'none') END,
            CASE WHEN o.benchmark IS DISTINCT FROM n.benchmark THEN 'benchmark: ' || coalesce(o.benchmark, 'none') END,
            CASE WHEN o.setting IS DISTINCT FROM n.setting THEN 'setting: ' || coalesce(o.setting, 'none') END,
            CASE WHEN o.method IS DISTINCT FROM n.method THEN 'method: ' || o.method END,
            CASE WHEN o.role IS DISTINCT FROM n.role THEN 'role: ' || o.role END,
            CASE WHEN o.baseline IS DISTINCT FROM n.baseline THEN 'baseline: ' || coalesce(o.baseline, 'none') END
        ) AS differs
    FROM pairs
    JOIN old_claims AS o ON o.claim_id = pairs.old_id
    JOIN new_claims AS n ON n.claim_id = pairs.new_id
),
changes AS (
    SELECT 'added' AS change, n AS claim, CAST(NULL AS DOUBLE) AS old_value, n.value AS new_value, CAST(NULL AS VARCHAR) AS was
    FROM added AS n
    WHERE claim_id NOT IN (SELECT new_id FROM pairs)
    UNION ALL
    SELECT 'changed', n, o.value, n.value, differs
    FROM compared
    WHERE differs <> ''
    UNION ALL
    SELECT 'gone', o, o.value, NULL, NULL
    FROM gone AS o
    WHERE claim_id NOT IN (SELECT old_id FROM pairs)
),
broken AS (
    SELECT
        'record' AS change,
        'score' AS kind,
        n.benchmark,
        n.metric,
        n.setting,
        n.method_label AS method,
        o.rank_value AS old_value,
        n.rank_value AS new_value,
        n.board_unit AS unit,
        'method: ' || o.method_label AS was,
        n.title,
        n.sentence,
        n.claim_id
    FROM old_bests AS o
    JOIN new_bests AS n
        ON n.benchmark = o.benchmark AND n.metric = o.metric AND n.setting IS NOT DISTINCT FROM o.setting
    WHERE
        o.board_unit IS NOT DISTINCT FROM n.board_unit
        AND CASE n.direction WHEN 'higher' THEN n.rank_value > o.rank_value ELSE n.rank_value < o.rank_value END
)
SELECT *
FROM broken
UNION ALL
SELECT
    change,
    claim.kind,
    claim.benchmark,
    claim.metric,
    claim.setting,
    claim.method_label,
    old_value,
    new_value,
    claim.unit,
    was,
    claim.title,
    claim.sentence,
    claim.claim_id
FROM changes
ORDER BY
    array_position(['record', 'added', 'changed', 'gone'], change), kind, benchmark NULLS LAST, metric NULLS LAST,
    setting NULLS FIRST, title, claim_id;
