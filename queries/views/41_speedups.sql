-- Factors and percentages on one scale. "33% less time" is 1/(1 - 0.33) times as fast; where it is not plain that time
-- was measured, "33% faster" is the smaller 1.33.

-- "Half" is read as 0.5x, and so is "0.5x": the one is a share, the other a factor.
CREATE MACRO names_a_share(sentence) AS
    regexp_matches(sentence, '(?i)\b(?:half|hal[fv]\w+|thirds?|quarters?|(?:one|two|three|four)[ -](?:fourth|fifth|tenth)s?)\b|\d/\d');
COMMENT ON MACRO names_a_share IS 'True where a sentence writes a fraction out: half, one third, 1/8';

CREATE VIEW speedups AS
SELECT
    c.*,
    CASE
        WHEN c.unit = 'x' AND greatest(c.value, c.value_to) < 1 AND least(c.value, c.value_to) > 0 AND names_a_share(c.sentence)
            THEN round(1 / (1 - least(c.value, coalesce(c.value_to, c.value))), 3)
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
