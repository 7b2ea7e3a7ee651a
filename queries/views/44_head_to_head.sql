-- Own against baseline within one paper, where conditions are most alike: the best own score against each baseline's score
-- on the same board, and gains that the paper states over something. Own ranges count by the end that flatters least, those
-- of baselines by the one that flatters most; a baseline of "over 69" is no measure, for it may be better.
-- A baseline of a known size meets the own result of that size where there is one: a 7B model is not beaten by being small.

CREATE VIEW head_to_head AS
WITH results AS (
    SELECT
        *,
        CASE direction WHEN 'higher' THEN -rank_value ELSE rank_value END AS best_is_least,
        CASE direction
            WHEN 'higher' THEN -greatest(board_value, board_value_to)
            ELSE least(board_value, board_value_to)
        END AS most_flattering
    FROM boards
    WHERE comparable
),
own AS (
    SELECT *
    FROM results
    WHERE role = 'own'
    QUALIFY row_number() OVER (
        PARTITION BY paper_id, benchmark, metric, setting, model_size ORDER BY best_is_least, start, claim_id
    ) = 1
),
pairs AS (
    SELECT
        own.paper_id,
        own.title,
        own.url,
        own.published,
        own.year,
        own.benchmark,
        own.metric,
        own.setting,
        own.method_label AS own_method,
        own.method_key AS own_key,
        other.method AS baseline,
        other.method_key AS baseline_key,
        own.board_value AS own_value,
        other.board_value AS baseline_value,
        own.board_unit AS unit,
        CAST(NULL AS VARCHAR) AS bound,
        round(other.most_flattering - own.best_is_least, 10) AS margin,
        'scores' AS basis,
        other.sentence,
        other.claim_id
    FROM own
    JOIN results AS other
        ON other.role = 'baseline'
        AND other.paper_id = own.paper_id
        AND other.benchmark = own.benchmark
        AND other.metric = own.metric
        AND other.setting IS NOT DISTINCT FROM own.setting
        AND NOT coalesce(other.direction = 'higher' AND other.bound = 'over', false)
        AND NOT coalesce(other.direction = 'lower' AND other.bound = 'under', false)
    QUALIFY row_number() OVER (
        PARTITION BY other.claim_id
        ORDER BY coalesce(own.model_size = other.model_size, false) DESC, own.best_is_least, own.start, own.claim_id
    ) = 1
),
stated AS (
    SELECT
        paper_id,
        title,
        url,
        published,
        year,
        benchmark,
        board_metric,
        setting,
        method_label,
        method_key,
        baseline,
        method_key(baseline, paper_id),
        CAST(NULL AS DOUBLE),
        CAST(NULL AS DOUBLE),
        unit,
        bound,
        CASE WHEN abs(value) <= abs(coalesce(value_to, value)) THEN value ELSE value_to END,
        'stated gain',
        sentence,
        claim_id
    FROM gains
    WHERE baseline IS NOT NULL
)
SELECT * FROM pairs
UNION ALL
SELECT * FROM stated
ORDER BY paper_id, benchmark NULLS LAST, metric NULLS LAST, setting NULLS FIRST, margin DESC, baseline, claim_id;
COMMENT ON VIEW head_to_head IS 'A paper''s own result against each baseline it names, on the same benchmark, metric and setting';
COMMENT ON COLUMN head_to_head.own_method IS 'The paper''s own method, or its short title where that has no name';
COMMENT ON COLUMN head_to_head.own_key IS 'Equal for the same own method: its name folded, or its paper where it has no name';
COMMENT ON COLUMN head_to_head.baseline_key IS 'Equal for the same baseline: its name folded, or its paper where it has no name';
COMMENT ON COLUMN head_to_head.baseline IS 'What it is compared with';
COMMENT ON COLUMN head_to_head.own_value IS 'Its score on the board''s scale; null for a stated gain';
COMMENT ON COLUMN head_to_head.baseline_value IS 'The baseline''s score on the board''s scale; null for a stated gain';
COMMENT ON COLUMN head_to_head.unit IS 'The unit of the scores and the margin';
COMMENT ON COLUMN head_to_head.bound IS 'up to, over, under or about, where a stated gain says so';
COMMENT ON COLUMN head_to_head.margin IS 'How much better the own result is, whatever the metric''s direction; negative where it is worse';
COMMENT ON COLUMN head_to_head.basis IS 'scores: the difference of two stated scores; stated gain: as the paper says it';
COMMENT ON COLUMN head_to_head.sentence IS 'The sentence that gives the baseline''s score, or the gain';
COMMENT ON COLUMN head_to_head.claim_id IS 'The claim of the baseline''s score, or of the gain';
COMMENT ON COLUMN head_to_head.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
