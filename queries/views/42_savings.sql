-- Factors and percentages on one scale: "4x less memory" saves 75%.

CREATE VIEW savings AS
SELECT
    *,
    CASE
        WHEN unit = '%' AND greatest(value, coalesce(value_to, value)) <= 100
            THEN least(value, coalesce(value_to, value))
        WHEN unit = 'x' AND least(value, coalesce(value_to, value)) >= 1
            THEN round(100 - 100 / least(value, coalesce(value_to, value)), 6)
        -- "Half": the share that is saved.
        WHEN unit = 'x' AND value > 0 THEN 100 * value
    END AS saved_percent
FROM claims_with_papers
WHERE kind = 'saving'
ORDER BY saved_percent DESC NULLS LAST, paper_id, start, claim_id;
COMMENT ON VIEW savings IS 'Less memory, parameters, compute, energy, data ...: largest first';
COMMENT ON COLUMN savings.metric IS 'What was saved, by its canonical name; null where the text does not say';
COMMENT ON COLUMN savings.saved_percent IS 'The share saved in percent, from the lower end of a range; factors converted; null for absolute figures';
