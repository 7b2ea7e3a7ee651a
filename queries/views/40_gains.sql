CREATE VIEW gains AS
SELECT *
FROM claims_with_papers
WHERE kind = 'gain'
ORDER BY benchmark NULLS LAST, metric NULLS LAST, paper_id, start, claim_id;
COMMENT ON VIEW gains IS 'Changes of a quality metric against something; positive where quality got better';
