-- title: Doubts
-- question: Which figures look wrong, and why?
-- parameters:
--   finding: a part of the check's name (range, gain, state of the art); all where left out = null
--   limit: at most this many rows = 50
-- columns:
--   finding: which check it fails
--   reason: what is wrong, in figures
--   benchmark: the benchmark; empty where the text names none
--   metric: what was measured
--   method: the method, or its paper's short title where it has no name
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT finding, reason, benchmark, metric, method, year, title, url, sentence
FROM doubts
WHERE $finding IS NULL OR contains(finding, lower($finding))
ORDER BY finding, benchmark NULLS LAST, title, reason, claim_id
LIMIT $limit;
