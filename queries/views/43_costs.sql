CREATE VIEW costs AS
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
WHERE c.kind = 'cost'
ORDER BY resource NULLS LAST, c.unit NULLS LAST, c.value, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW costs IS 'What results took: parameters, time, memory, data ..., by resource and unit, least first';
COMMENT ON COLUMN costs.method_label IS 'The method''s name, or its paper''s short title where it has no name';
COMMENT ON COLUMN costs.year IS 'The year of publication; null where unknown';
COMMENT ON COLUMN costs.resource IS 'What was used, by its canonical name; the same as metric';
