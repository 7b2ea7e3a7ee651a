-- title: Rivals
-- question: With what is a method compared, and how often does it win?
-- parameters:
--   method: any spelling of a method's name; all methods where left out = null
--   limit: at most this many rows = 50
-- columns:
--   method: the method
--   rival: what it is compared with
--   papers: in how many papers
--   comparisons: how many times, once for each paper, benchmark, metric and setting
--   wins: how often the method does better
--   losses: how often the rival does
--   ties: how often both are equal
--   mean_margin: the average margin in percentage points, over the comparisons that are given in them
--   benchmarks: on which benchmarks, where the papers name them
SELECT
    method,
    rival,
    papers,
    comparisons,
    wins,
    losses,
    ties,
    mean_margin,
    array_to_string(benchmarks, ', ') AS benchmarks
FROM rivals
WHERE
    CASE
        WHEN $method IS NOT NULL THEN method_key = fold($method)
        -- Each pair once, from the side that wins more.
        ELSE (wins, method_key) > (losses, rival_key)
    END
ORDER BY papers DESC, comparisons DESC, wins DESC, method_key, rival_key
LIMIT $limit;
