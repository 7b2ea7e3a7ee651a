CREATE VIEW costs AS
SELECT *
FROM claims_with_papers
WHERE kind = 'cost'
ORDER BY metric NULLS LAST, unit NULLS LAST, value, paper_id, start, claim_id;
COMMENT ON VIEW costs IS 'What results took: parameters, time, memory, data ..., by resource and unit, least first';
COMMENT ON COLUMN costs.metric IS 'What was used, by its canonical name; null where the text does not say';
