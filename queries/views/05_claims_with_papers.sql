-- Every claim beside its paper: what the views below choose from.

CREATE VIEW claims_with_papers AS
SELECT
    c.*,
    method_label(c.method, c.role, p.title) AS method_label,
    p.title,
    p.url,
    p.code_url,
    p.published,
    CAST(year(p.published) AS INTEGER) AS year,
    p.venue
FROM claims AS c
JOIN papers AS p USING (paper_id)
ORDER BY c.paper_id, c.start, c."end", c.claim_id;
COMMENT ON VIEW claims_with_papers IS 'Every claim, of all kinds, with its paper''s title, address, code, date and venue';
COMMENT ON COLUMN claims_with_papers.method_label IS 'The method''s name, or its paper''s short title where it has no name';
COMMENT ON COLUMN claims_with_papers.year IS 'The year of publication; null where unknown';
