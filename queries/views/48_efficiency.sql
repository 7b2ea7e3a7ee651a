-- Boards of what results take. A speedup or a saving says something only beside others over the same baseline, a cost only
-- beside others on the same benchmark; both within one resource, setting and hardware: as a setting, hardware that is not
-- named is a board of its own. All else is listed and says why.

CREATE VIEW efficiency AS
WITH named AS (
    -- Frames per second are a rate of frames, whether the text calls it speed, inference or nothing.
    SELECT * REPLACE (CASE WHEN kind = 'cost' AND unit = 'FPS' THEN 'frame rate' ELSE metric END AS metric)
    FROM claims_with_papers
),
amounts AS (
    SELECT claim_id, factor AS amount, factor AS amount_to, 'x' AS amount_unit, 'higher' AS direction
    FROM speedups
    UNION ALL
    SELECT claim_id, saved_percent, saved_percent, '%', 'higher'
    FROM savings
    UNION ALL
    SELECT
        c.claim_id,
        round(c.value * coalesce(u.factor, 1), 12),
        round(c.value_to * coalesce(u.factor, 1), 12),
        coalesce(u.base_unit, c.unit, 'count'),
        m.direction
    FROM named AS c
    LEFT JOIN units AS u USING (unit)
    LEFT JOIN metrics AS m USING (metric)
    WHERE c.kind = 'cost'
),
measured AS (
    SELECT
        c.*,
        c.metric AS resource,
        CASE WHEN c.kind <> 'cost' AND NOT is_placeholder(c.baseline) THEN method_key(c.baseline, c.paper_id) END
            AS baseline_key,
        h.hardware,
        -- What is counted, not clocked, is the same on any hardware.
        CASE
            WHEN
                c.metric NOT IN (
                    'parameters', 'trainable parameters', 'FLOPs', 'MACs', 'model size', 'storage', 'compression ratio',
                    'bits per weight', 'bitrate', 'sparsity', 'communication', 'data', 'labels', 'samples', 'steps',
                    'tokens', 'batch size', 'GPUs'
                )
                THEN h.hardware
        END AS board_hardware,
        a.amount,
        a.amount_unit,
        a.direction,
        CASE a.direction
            WHEN 'higher' THEN -least(a.amount, a.amount_to)
            ELSE greatest(a.amount, a.amount_to)
        END AS best_is_least,
        CASE
            WHEN c.metric IS NULL
                THEN 'the sentence does not say what '
                    || CASE c.kind WHEN 'speedup' THEN 'became faster' WHEN 'saving' THEN 'was saved' ELSE 'took so much' END
            WHEN c.kind = 'cost' AND a.direction IS NULL THEN 'it is not known whether more or less of it is better'
            WHEN c.kind = 'cost' AND c.benchmark IS NULL THEN 'no benchmark is named'
            WHEN c.kind = 'cost' AND c.unit IN ('%', 'x') THEN 'a share: it is not known of how much'
            WHEN c.kind <> 'cost' AND c.baseline IS NULL THEN 'no baseline is named'
            WHEN c.kind <> 'cost' AND is_placeholder(c.baseline) THEN 'the baseline has no name of its own'
            WHEN a.amount IS NULL THEN 'an absolute figure: it is not known of how much'
            WHEN a.direction = 'higher' AND c.bound IN ('up to', 'under') OR a.direction = 'lower' AND c.bound = 'over'
                THEN 'stated as "' || c.bound || '": it may be worse'
            WHEN board_hardware IS NOT NULL AND h.kinds > 1 THEN 'on ' || h.hardware || ': it is not known which the figure is of'
        END AS incomparable
    FROM named AS c
    JOIN amounts AS a USING (claim_id)
    LEFT JOIN claim_hardware AS h USING (claim_id)
),
placed AS (
    SELECT
        *,
        CASE
            WHEN kind = 'cost' THEN resource || ' on ' || benchmark || coalesce(', in ' || nullif(amount_unit, 'count'), '')
            ELSE resource || ' over '
                || min(baseline) OVER (PARTITION BY kind, resource, setting, baseline_key)
        END || coalesce(', ' || setting, '') || coalesce(', with ' || board_hardware, '') AS board,
        count(*) FILTER (incomparable IS NULL) OVER (
            PARTITION BY kind, resource, setting, board_hardware, baseline_key, CASE kind WHEN 'cost' THEN benchmark END,
            CASE kind WHEN 'cost' THEN amount_unit END
        ) AS on_board
    FROM measured
),
chosen AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY kind, board, method_key, model_size, incomparable IS NULL
            ORDER BY
                role = 'own' DESC,
                CASE role WHEN 'own' THEN best_is_least ELSE -best_is_least END,
                published NULLS LAST, paper_id, start, claim_id
        ) AS pick
    FROM placed
)
SELECT
    claim_id,
    paper_id,
    kind,
    CASE WHEN incomparable IS NULL THEN board END AS board,
    resource,
    baseline,
    benchmark,
    setting,
    hardware,
    CASE
        WHEN incomparable IS NULL AND pick = 1
            THEN CAST(rank() OVER (
                PARTITION BY kind, board, incomparable IS NULL AND pick = 1
                ORDER BY best_is_least, bound IS NOT DISTINCT FROM 'about'
            ) AS INTEGER)
    END AS rank,
    CASE WHEN incomparable IS NULL AND pick > 1 THEN 'another claim of the method is ranked' ELSE incomparable END
        AS unranked_because,
    method,
    method_label,
    method_key,
    role,
    amount,
    amount_unit,
    value,
    value_to,
    unit,
    bound,
    direction,
    title,
    url,
    code_url,
    published,
    year,
    venue,
    sentence,
    start,
    rule,
    confidence
FROM chosen
ORDER BY
    array_position(['speedup', 'saving', 'cost'], kind), on_board DESC, board NULLS LAST, rank NULLS LAST,
    best_is_least NULLS LAST, paper_id, start, claim_id;
COMMENT ON VIEW efficiency IS 'Speedups and savings by resource, baseline and hardware, costs by resource, benchmark and hardware: best first, fullest board first; what cannot be compared is listed unranked';
COMMENT ON COLUMN efficiency.board IS 'What it is ranked among: latency over vLLM, with NVIDIA A100; parameters on ImageNet; null where it cannot be compared';
COMMENT ON COLUMN efficiency.resource IS 'What is taken or saved: training time, memory, parameters ..., by its canonical name';
COMMENT ON COLUMN efficiency.hardware IS 'The hardware that the sentence names; null where it names none. Of time, memory and energy only figures on the same hardware are ranked together';
COMMENT ON COLUMN efficiency.rank IS 'Place on the board, 1 is best, equal values share one; null where not ranked';
COMMENT ON COLUMN efficiency.unranked_because IS 'Why the row is not ranked; null where it is';
COMMENT ON COLUMN efficiency.amount IS 'How many times as fast, the percentage saved, or the cost in the base unit; null for absolute savings';
COMMENT ON COLUMN efficiency.amount_unit IS 'x, %, or the base unit of a cost; see units';
COMMENT ON COLUMN efficiency.direction IS 'Whether a higher or a lower amount is better';
