CREATE VIEW benchmark_summary AS
SELECT
    c.benchmark,
    any_value(b.task) AS task,
    any_value(b.source) AS source,
    count(DISTINCT c.paper_id) AS papers,
    count(*) AS claims,
    count(s.claim_id) AS scores,
    count(DISTINCT s.method_key) AS methods,
    count(DISTINCT s.metric) AS metrics,
    min(c.year) AS first_year,
    max(c.year) AS last_year
FROM claims_with_papers AS c
LEFT JOIN scores AS s USING (claim_id)
LEFT JOIN benchmarks AS b ON b.benchmark = c.benchmark
WHERE c.benchmark IS NOT NULL
GROUP BY c.benchmark
ORDER BY papers DESC, scores DESC, c.benchmark;
COMMENT ON VIEW benchmark_summary IS 'The benchmarks that anything is claimed on, busiest first';
COMMENT ON COLUMN benchmark_summary.papers IS 'How many papers claim something on it';
COMMENT ON COLUMN benchmark_summary.claims IS 'How many claims there are on it, of all kinds';
COMMENT ON COLUMN benchmark_summary.scores IS 'How many of them are scores';
COMMENT ON COLUMN benchmark_summary.methods IS 'How many methods have a score';
COMMENT ON COLUMN benchmark_summary.metrics IS 'How many metrics the scores are in';
COMMENT ON COLUMN benchmark_summary.first_year IS 'The year of the earliest paper that has a date';
COMMENT ON COLUMN benchmark_summary.last_year IS 'The year of the latest paper that has a date';
COMMENT ON COLUMN benchmark_summary.source IS 'Address of the paper or page that introduced it, where the lexicon has one';
