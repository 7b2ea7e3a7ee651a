-- The methods that have a name: who measures them, on what, and whether that is more than one paper on one benchmark.

CREATE VIEW method_summary AS
WITH mentions AS (
    SELECT method_key, method, paper_id, role = 'own' AS is_own, claim_id, benchmark, year
    FROM claims_with_papers
    WHERE NOT is_placeholder(method)
    UNION ALL
    SELECT method_key(baseline, paper_id), baseline, paper_id, false, NULL, benchmark, year
    FROM claims_with_papers
    WHERE NOT is_placeholder(baseline)
),
spelled AS (
    SELECT method_key, arg_min(method, (-times, method)) AS method
    FROM (SELECT method_key, method, count(*) AS times FROM mentions GROUP BY ALL)
    GROUP BY method_key
),
full_boards AS (
    SELECT benchmark, metric, setting FROM boards WHERE rank IS NOT NULL GROUP BY ALL HAVING count(*) > 1
),
placed AS (
    SELECT
        b.method_key,
        count(DISTINCT (b.benchmark, b.metric, b.setting)) AS boards,
        count(DISTINCT (b.benchmark, b.metric, b.setting)) FILTER (b.rank = 1 AND f.benchmark IS NOT NULL) AS bests
    FROM boards AS b
    LEFT JOIN full_boards AS f
        ON f.benchmark = b.benchmark AND f.metric = b.metric AND f.setting IS NOT DISTINCT FROM b.setting
    WHERE b.rank IS NOT NULL
    GROUP BY b.method_key
)
SELECT
    any_value(s.method) AS method,
    CAST(count(m.claim_id) AS INTEGER) AS claims,
    CAST(count(DISTINCT m.paper_id) AS INTEGER) AS papers,
    CAST(count(DISTINCT m.paper_id) FILTER (NOT m.is_own) AS INTEGER) AS quoting_papers,
    CAST(count(DISTINCT m.benchmark) AS INTEGER) AS benchmarks,
    CAST(coalesce(any_value(p.boards), 0) AS INTEGER) AS boards,
    CAST(coalesce(any_value(p.bests), 0) AS INTEGER) AS bests,
    CAST(min(m.year) AS INTEGER) AS first_year,
    CAST(max(m.year) AS INTEGER) AS last_year,
    -- Its own paper before those that quote it; of several the earliest.
    arg_min(m.paper_id, (NOT m.is_own, coalesce(m.year, 9999), m.paper_id)) AS paper_id,
    CAST(count(DISTINCT m.paper_id) FILTER (m.is_own) AS INTEGER) AS own_papers,
    papers > 1 OR benchmarks > 1 AS beyond_one_paper,
    m.method_key
FROM mentions AS m
JOIN spelled AS s USING (method_key)
LEFT JOIN placed AS p USING (method_key)
GROUP BY m.method_key
ORDER BY papers DESC, claims DESC, m.method_key;
COMMENT ON VIEW method_summary IS 'The methods that have a name, those in most papers first';
COMMENT ON COLUMN method_summary.method IS 'The name, as most claims spell it';
COMMENT ON COLUMN method_summary.claims IS 'How many results are claimed of it, of all kinds, own and quoted';
COMMENT ON COLUMN method_summary.papers IS 'How many papers give a result of it, or measure their own against it';
COMMENT ON COLUMN method_summary.quoting_papers IS 'How many of them do so for a method of others';
COMMENT ON COLUMN method_summary.benchmarks IS 'On how many benchmarks';
COMMENT ON COLUMN method_summary.boards IS 'On how many boards it is ranked';
COMMENT ON COLUMN method_summary.bests IS 'On how many of those that rank others too it is the best';
COMMENT ON COLUMN method_summary.first_year IS 'The year of the earliest of these papers that has a date';
COMMENT ON COLUMN method_summary.last_year IS 'The year of the latest of these papers that has a date';
COMMENT ON COLUMN method_summary.paper_id IS 'The earliest paper that claims a result for it as its own; where none does, the earliest that quotes it';
COMMENT ON COLUMN method_summary.own_papers IS 'How many papers claim a result for it as their own: where several do, they may mean different methods of one name';
COMMENT ON COLUMN method_summary.beyond_one_paper IS 'True where there is more of it than one paper on one benchmark';
