-- Ten questions in SQL, from a filter to windows. Each stands alone: leaderboard sql "SELECT ...", or any DuckDB client.
-- Those marked with "shown: yes" stand with their answers on the site's page on SQL.

-- title: A board
-- question: Which methods lead on ImageNet?
-- shown: yes
SELECT rank, method_label AS method, board_value AS value, board_unit AS unit, year
FROM boards
WHERE benchmark = 'ImageNet' AND metric = 'top-1 accuracy' AND setting IS NULL AND rank <= 5
ORDER BY rank, method_label;

-- title: What papers claim
-- question: How many claims are there of each kind, and how many papers make them?
-- shown: yes
SELECT kind, count(*) AS claims, count(DISTINCT paper_id) AS papers
FROM claims
GROUP BY kind
ORDER BY claims DESC, kind;

-- title: A benchmark by any of its names
-- question: What is claimed on ImageNet without a metric or a known direction, and so cannot be ranked?
-- shown: no
SELECT method_label AS method, value, unit, metric, unranked_because
FROM boards
WHERE benchmark IN (SELECT benchmark FROM benchmarks_named('ImageNet')) AND NOT comparable
ORDER BY unranked_because, method, value;

-- title: The same measure under two conditions
-- question: Which methods have a score with and without extra data, or with and without examples?
-- shown: no
SELECT plain.method, plain.benchmark, plain.metric, plain.board_value AS plain, other.setting, other.board_value AS other
FROM boards AS plain
JOIN boards AS other
    ON other.method_key = plain.method_key
    AND other.benchmark = plain.benchmark
    AND other.metric = plain.metric
    AND other.setting IS NOT NULL
WHERE plain.setting IS NULL AND plain.rank IS NOT NULL AND other.rank IS NOT NULL
ORDER BY plain.method, plain.benchmark, plain.metric, other.setting;

-- title: Papers that disagree
-- question: Where do two papers state different values for one method, and by how much?
-- shown: no
SELECT method, benchmark, metric, low_value, low_title, high_value, high_title, gap, gap_percent
FROM disagreements
ORDER BY gap_percent DESC, benchmark, metric, method
LIMIT 10;

-- title: A typical gain
-- question: What is the median gain in each metric, among those that improve in percent or points?
-- shown: yes
SELECT metric, count(*) AS gains, round(median(value), 2) AS median_gain, round(quantile_cont(value, 0.9), 2) AS large_gain
FROM gains
WHERE metric IS NOT NULL AND unit IN ('%', 'points') AND value > 0
GROUP BY metric
ORDER BY gains DESC, metric
LIMIT 5;

-- title: Speed with code
-- question: Which papers at least double the speed of something, and publish their code?
-- shown: no
SELECT method_label AS method, factor, metric AS what, baseline, title, code_url
FROM speedups
WHERE factor >= 2 AND bound IS DISTINCT FROM 'up to'
ORDER BY code_url NULLS LAST, factor DESC, title
LIMIT 10;

-- title: Steps of the frontier
-- question: How did the best top-1 accuracy on ImageNet rise, by how many points at each record, and what has no date to place it by?
-- shown: yes
SELECT record, published, method_label AS method, rank_value AS value, step
FROM frontier
WHERE benchmark = 'ImageNet' AND metric = 'top-1 accuracy' AND setting IS NULL
ORDER BY record NULLS LAST, rank, method_label
LIMIT 10;

-- title: Distance to the best
-- question: How far behind the best is each method, and behind the next better one?
-- shown: no
SELECT
    benchmark,
    metric,
    method_label AS method,
    round(abs(rank_value - first_value(rank_value) OVER board), 10) AS behind_best,
    round(abs(rank_value - lag(rank_value) OVER board), 10) AS behind_next
FROM boards
WHERE rank IS NOT NULL AND setting IS NULL AND role = 'own'
WINDOW board AS (PARTITION BY benchmark, metric ORDER BY rank, method_label, claim_id)
ORDER BY benchmark, metric, rank, method_label, claim_id
LIMIT 20;

-- title: The busiest benchmark of each task
-- question: For each task, on which benchmark do most papers report, and with what share of the task's papers?
-- shown: yes
SELECT
    task,
    benchmark,
    papers,
    round(100.0 * papers / sum(papers) OVER (PARTITION BY task), 1) AS percent_of_reports
FROM benchmark_summary
WHERE task IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY task ORDER BY papers DESC, claims DESC, benchmark) = 1
ORDER BY papers DESC, task
LIMIT 8;
