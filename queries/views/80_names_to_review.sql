-- Nothing is merged by guess: `leaderboard names` shows what each may be, and a person decides.

CREATE VIEW names_to_review AS
SELECT
    c.benchmark AS name,
    CAST(count(DISTINCT c.paper_id) AS INTEGER) AS papers,
    CAST(count(*) AS INTEGER) AS claims,
    list(DISTINCT c.benchmark_text ORDER BY c.benchmark_text) FILTER (c.benchmark_text IS NOT NULL) AS spellings,
    list(DISTINCT c.metric ORDER BY c.metric) FILTER (NOT m.resource) AS metrics,
    arg_min(c.title, (c.published, c.paper_id)) AS title,
    arg_min(c.sentence, (c.published, c.paper_id, c.start, c.claim_id)) AS sentence
FROM claims_with_papers AS c
LEFT JOIN metrics AS m USING (metric)
WHERE
    c.benchmark IS NOT NULL
    AND fold(c.benchmark) NOT IN (
        SELECT fold(benchmark) FROM benchmarks
        UNION ALL
        SELECT fold(alias) FROM benchmark_aliases
    )
GROUP BY c.benchmark
ORDER BY papers DESC, claims DESC, name;
COMMENT ON VIEW names_to_review IS 'Names that were read as benchmarks but are not in the lexicon, the most frequent first';
COMMENT ON COLUMN names_to_review.name IS 'The name, as claims.benchmark has it';
COMMENT ON COLUMN names_to_review.papers IS 'How many papers claim something on it';
COMMENT ON COLUMN names_to_review.claims IS 'How many claims there are on it';
COMMENT ON COLUMN names_to_review.spellings IS 'How the texts write it';
COMMENT ON COLUMN names_to_review.metrics IS 'The metrics of quality, as the lexicon names them, that claims on it are in';
COMMENT ON COLUMN names_to_review.title IS 'The earliest paper that names it';
COMMENT ON COLUMN names_to_review.sentence IS 'A sentence that names it';
