-- Different values for one method of one size on one board in different papers. A value stands for all that rounds to it, a range for
-- all within it, "over 85" for all above: papers disagree only where nothing that one says fits anything the other says.

CREATE MACRO rounding(value) AS
    10.0 ** -length(regexp_extract(CAST(value AS VARCHAR), '^-?\d+\.(\d*[1-9])0*$', 1));
COMMENT ON MACRO rounding IS 'The worth of the last digit of a number as written: 0.1 for 56.3, 1 for 56';

CREATE VIEW disagreements AS
WITH stated AS (
    SELECT
        *,
        least(board_value, board_value_to) AS low,
        greatest(board_value, board_value_to) AS high,
        CASE bound WHEN 'about' THEN 1 ELSE 0.5 END * rounding(board_value) AS slack,
        CASE WHEN bound IN ('up to', 'under') THEN '-infinity'::DOUBLE ELSE low - slack END AS least_meant,
        CASE WHEN bound = 'over' THEN 'infinity'::DOUBLE ELSE high + slack END AS most_meant
    FROM boards
    WHERE on_scale
),
pairs AS (
    SELECT
        a.benchmark,
        a.metric,
        a.setting,
        a.method_key,
        a.model_size,
        a.paper_id AS one_paper,
        b.paper_id AS other_paper,
        arg_min(a.claim_id, (greatest(a.low - b.high, b.low - a.high), a.claim_id, b.claim_id)) AS one_claim,
        arg_min(b.claim_id, (greatest(a.low - b.high, b.low - a.high), a.claim_id, b.claim_id)) AS other_claim,
        min(greatest(a.low - b.high, b.low - a.high)) AS gap
    FROM stated AS a
    JOIN stated AS b
        ON b.benchmark = a.benchmark
        AND b.metric = a.metric
        AND b.setting IS NOT DISTINCT FROM a.setting
        AND b.method_key = a.method_key
        AND b.model_size IS NOT DISTINCT FROM a.model_size
        AND b.paper_id > a.paper_id
    GROUP BY a.benchmark, a.metric, a.setting, a.method_key, a.model_size, a.paper_id, b.paper_id
    -- The allowance is for the rounding errors of the subtractions.
    HAVING bool_and(a.most_meant < b.least_meant - 1e-9 OR b.most_meant < a.least_meant - 1e-9)
),
widest AS (
    SELECT *, CAST(count(*) OVER of_method AS INTEGER) AS pairs
    FROM pairs
    WINDOW of_method AS (PARTITION BY benchmark, metric, setting, method_key, model_size)
    QUALIFY row_number() OVER (
        PARTITION BY benchmark, metric, setting, method_key, model_size ORDER BY gap DESC, one_paper, other_paper
    ) = 1
),
counted AS (
    SELECT benchmark, metric, setting, method_key, model_size, CAST(count(DISTINCT paper_id) AS INTEGER) AS papers
    FROM stated
    GROUP BY ALL
)
SELECT
    l.benchmark,
    l.metric,
    l.setting,
    l.method,
    l.model_size,
    round(widest.gap, 10) AS gap,
    l.board_unit AS unit,
    round(100 * widest.gap / greatest(abs(l.low), abs(h.high)), 2) AS gap_percent,
    counted.papers,
    widest.pairs,
    l.board_value AS low_value,
    l.board_value_to AS low_value_to,
    l.bound AS low_bound,
    l.role AS low_role,
    l.paper_id AS low_paper_id,
    l.title AS low_title,
    l.url AS low_url,
    l.published AS low_published,
    l.sentence AS low_sentence,
    l.claim_id AS low_claim_id,
    h.board_value AS high_value,
    h.board_value_to AS high_value_to,
    h.bound AS high_bound,
    h.role AS high_role,
    h.paper_id AS high_paper_id,
    h.title AS high_title,
    h.url AS high_url,
    h.published AS high_published,
    h.sentence AS high_sentence,
    h.claim_id AS high_claim_id
FROM widest
JOIN counted
    ON counted.benchmark = widest.benchmark
    AND counted.metric = widest.metric
    AND counted.setting IS NOT DISTINCT FROM widest.setting
    AND counted.method_key = widest.method_key
    AND counted.model_size IS NOT DISTINCT FROM widest.model_size
JOIN stated AS one ON one.claim_id = widest.one_claim
JOIN stated AS other ON other.claim_id = widest.other_claim
JOIN stated AS l ON l.claim_id = CASE WHEN one.low < other.low THEN one.claim_id ELSE other.claim_id END
JOIN stated AS h ON h.claim_id = CASE WHEN one.low < other.low THEN other.claim_id ELSE one.claim_id END
ORDER BY gap_percent DESC, l.benchmark, l.metric, l.setting NULLS FIRST, l.method_key, l.model_size NULLS FIRST;
COMMENT ON VIEW disagreements IS 'One method on one board with different values in different papers: the two papers furthest apart, widest gap first';
COMMENT ON COLUMN disagreements.method IS 'The method, as the paper with the lower value names it';
COMMENT ON COLUMN disagreements.gap IS 'The difference between what the two papers say, at the least, on the board''s scale';
COMMENT ON COLUMN disagreements.unit IS 'The unit of the gap and of the values, which is the board''s; null where the metric has none: a perplexity 4 higher';
COMMENT ON COLUMN disagreements.gap_percent IS 'The gap in percent of the greater value: comparable between boards';
COMMENT ON COLUMN disagreements.papers IS 'How many papers state a value for the method on this board';
COMMENT ON COLUMN disagreements.pairs IS 'How many pairs of them disagree';
COMMENT ON COLUMN disagreements.low_value IS 'The lower value, on the board''s scale';
COMMENT ON COLUMN disagreements.low_value_to IS 'The other end, where the lower value is a range';
COMMENT ON COLUMN disagreements.low_bound IS 'up to, over, under or about, where that paper says so';
COMMENT ON COLUMN disagreements.low_role IS 'own where it is that paper''s own method, baseline where it quotes the value';
COMMENT ON COLUMN disagreements.low_paper_id IS 'The paper that states the lower value';
COMMENT ON COLUMN disagreements.low_title IS 'Its title';
COMMENT ON COLUMN disagreements.low_url IS 'Where it can be read, where known';
COMMENT ON COLUMN disagreements.low_published IS 'When it was published; null where unknown';
COMMENT ON COLUMN disagreements.low_sentence IS 'The sentence that says so, verbatim';
COMMENT ON COLUMN disagreements.low_claim_id IS 'The claim; see claims.claim_id';
COMMENT ON COLUMN disagreements.high_value IS 'The higher value, on the board''s scale';
COMMENT ON COLUMN disagreements.high_value_to IS 'The other end, where the higher value is a range';
COMMENT ON COLUMN disagreements.high_bound IS 'up to, over, under or about, where that paper says so';
COMMENT ON COLUMN disagreements.high_role IS 'own where it is that paper''s own method, baseline where it quotes the value';
COMMENT ON COLUMN disagreements.high_paper_id IS 'The paper that states the higher value';
COMMENT ON COLUMN disagreements.high_title IS 'Its title';
COMMENT ON COLUMN disagreements.high_url IS 'Where it can be read, where known';
COMMENT ON COLUMN disagreements.high_published IS 'When it was published; null where unknown';
COMMENT ON COLUMN disagreements.high_sentence IS 'The sentence that says so, verbatim';
COMMENT ON COLUMN disagreements.high_claim_id IS 'The claim; see claims.claim_id';
