-- title: Coverage
-- question: Which benchmarks do most papers report on?
-- parameters:
--   task: a part of the task's name; all tasks where left out = null
--   limit: at most this many rows = 50
-- columns:
--   benchmark: the benchmark
--   task: what it tests, where the lexicon says
--   papers: how many papers claim something on it
--   claims: how many claims there are, of all kinds
--   scores: how many of them are scores
--   methods: how many methods have a score
--   metrics: how many metrics the scores are in
--   first_year: the year of the earliest paper that has a date
--   last_year: the year of the latest paper that has a date
SELECT benchmark, task, papers, claims, scores, methods, metrics, first_year, last_year
FROM benchmark_summary
WHERE $task IS NULL OR contains(lower(task), lower($task))
ORDER BY papers DESC, scores DESC, benchmark
LIMIT $limit;
