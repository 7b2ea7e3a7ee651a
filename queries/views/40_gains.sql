CREATE VIEW gains AS
SELECT
    c.*,
    method_label(c.method, c.role, p.title) AS method_label,
    p.title,
    p.url,
    p.code_url,
    p.published,
    CAST(year(p.published) AS INTEGER) AS year,
    p.venue,
    c.metric AS resource
FROM claims AS c
JOIN papers AS p USING (paper_id)
WHERE c.kind = 'gain'
ORDER BY c.benchmark NULLS LAST, c.metric NULLS LAST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW gains IS 'Changes of a quality metric against something; positive where quality got better';
COMMENT ON COLUMN gains.method_label IS 'The method''s name, or its paper''s short title where it has no name';
COMMENT ON COLUMN gains.year IS 'The year of publication; null where unknown';
COMMENT ON COLUMN gains.resource IS 'What was measured, by its canonical name; the same as metric';
