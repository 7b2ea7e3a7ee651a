CREATE VIEW paper_summary AS
SELECT
    p.paper_id,
    p.title,
    p.url,
    p.code_url,
    p.published,
    CAST(year(p.published) AS INTEGER) AS year,
    p.venue,
    count(*) AS claims,
    count(*) FILTER (c.kind = 'score') AS scores,
    count(DISTINCT c.benchmark) AS benchmarks
FROM papers AS p
JOIN claims AS c USING (paper_id)
GROUP BY ALL
ORDER BY claims DESC, p.paper_id;
COMMENT ON VIEW paper_summary IS 'The papers that claim anything, those with most claims first';
COMMENT ON COLUMN paper_summary.claims IS 'How many results it claims';
COMMENT ON COLUMN paper_summary.scores IS 'How many of them are scores';
COMMENT ON COLUMN paper_summary.benchmarks IS 'How many benchmarks it names in them';
