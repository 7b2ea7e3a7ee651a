-- Factors and percentages on one scale: "4x less memory" saves 75%.

CREATE VIEW savings AS
SELECT
    c.*,
    method_label(c.method, c.role, p.title) AS method_label,
    CASE
        WHEN c.unit = '%' AND greatest(c.value, coalesce(c.value_to, c.value)) <= 100
            THEN least(c.value, coalesce(c.value_to, c.value))
        WHEN c.unit = 'x' AND least(c.value, coalesce(c.value_to, c.value)) >= 1
            THEN round(100 - 100 / least(c.value, coalesce(c.value_to, c.value)), 6)
        -- "Half": the share that is saved.
        WHEN c.unit = 'x' AND c.value > 0 THEN 100 * c.value
    END AS saved_percent,
    p.title,
    p.url,
    p.code_url,
    p.published,
    CAST(year(p.published) AS INTEGER) AS year,
    p.venue,
    c.metric AS resource
FROM claims AS c
JOIN papers AS p USING (paper_id)
WHERE c.kind = 'saving'
ORDER BY saved_percent DESC NULLS LAST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW savings IS 'Less memory, parameters, compute, energy, data ...: largest first';
COMMENT ON COLUMN savings.method_label IS 'The method''s name, or its paper''s short title where it has no name';
COMMENT ON COLUMN savings.saved_percent IS 'The share saved in percent, from the lower end of a range; factors converted; null for absolute figures';
COMMENT ON COLUMN savings.year IS 'The year of publication; null where unknown';
COMMENT ON COLUMN savings.resource IS 'What was saved, by its canonical name; the same as metric';
