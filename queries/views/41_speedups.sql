-- Factors and percentages on one scale. "33% less time" is 1/(1 - 0.33) times as fast; where it is not plain that time
-- was measured, "33% faster" is the smaller 1.33.

CREATE VIEW speedups AS
SELECT
    c.*,
    CASE
        WHEN c.unit = 'x' THEN least(c.value, coalesce(c.value_to, c.value))
        WHEN c.unit = '%' AND m.direction = 'lower' AND least(c.value, coalesce(c.value_to, c.value)) < 100
            THEN round(1 / (1 - least(c.value, coalesce(c.value_to, c.value)) / 100), 3)
        WHEN c.unit = '%' THEN round(1 + least(c.value, coalesce(c.value_to, c.value)) / 100, 10)
    END AS factor
FROM claims_with_papers AS c
LEFT JOIN metrics AS m USING (metric)
WHERE c.kind = 'speedup'
ORDER BY factor DESC NULLS LAST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW speedups IS 'Faster, more throughput, less time: largest first';
COMMENT ON COLUMN speedups.metric IS 'What became faster, by its canonical name; null where the text does not say';
COMMENT ON COLUMN speedups.factor IS 'How many times as fast, from the lower end of a range; percentages converted; null for an absolute saving of time';
