-- The leaderboards. A board is a benchmark x metric x setting; its rows are compared on one scale, by the end of a range
-- that flatters least, one ranked row for each method (and model size). What cannot be compared stays, unranked, and says why.

CREATE VIEW boards AS
WITH measured AS (
    SELECT
        s.*,
        m.unit AS metric_unit,
        m.low,
        m.high,
        coalesce(m.unspecific, false) AS unspecific,
        -- Shares of one: written 87.2%, 87.2 or 0.872.
        coalesce(m.unit = '%' OR (m.unit IS NULL AND m.high = 100), false) AS is_share
    FROM scores AS s
    LEFT JOIN metrics AS m USING (metric)
),
-- Where the lexicon gives the metric no unit, the board goes by the unit that most of its rows are in.
usual_units AS (
    SELECT benchmark, metric, setting, unit AS usual_unit
    FROM measured
    GROUP BY benchmark, metric, setting, unit
    QUALIFY row_number() OVER (PARTITION BY benchmark, metric, setting ORDER BY count(*) DESC, unit NULLS FIRST) = 1
),
scaled AS (
    SELECT
        measured.*,
        CASE WHEN is_share OR metric_unit IS NOT NULL THEN metric_unit ELSE usual_unit END AS board_unit,
        CASE
            WHEN is_share AND unit IS NULL AND greatest(abs(value), abs(coalesce(value_to, 0))) <= 1 THEN 100
            ELSE 1
        END AS factor
    FROM measured
    LEFT JOIN usual_units
        ON usual_units.benchmark = measured.benchmark
        AND usual_units.metric IS NOT DISTINCT FROM measured.metric
        AND usual_units.setting IS NOT DISTINCT FROM measured.setting
),
measurable AS (
    SELECT
        *,
        CASE
            WHEN is_share THEN coalesce(unit IN ('%', 'points'), true)
            -- A bare number is taken to be in the metric's own unit, where the lexicon knows that.
            WHEN unit IS NULL THEN metric_unit IS NOT NULL OR board_unit IS NULL
            ELSE coalesce(lower(unit) = lower(board_unit), false)
        END AS in_board_unit
    FROM scaled
),
placed AS (
    SELECT
        *,
        round(value * factor, 10) AS board_value,
        round(value_to * factor, 10) AS board_value_to,
        CASE direction
            WHEN 'higher' THEN least(board_value, coalesce(board_value_to, board_value))
            WHEN 'lower' THEN greatest(board_value, coalesce(board_value_to, board_value))
        END AS rank_value,
        CASE direction WHEN 'higher' THEN -rank_value ELSE rank_value END AS best_is_least,
        metric IS NOT NULL AND NOT unspecific AND in_board_unit AND NOT coalesce(
            least(board_value, board_value_to) < low OR greatest(board_value, board_value_to) > high, false
        ) AS on_scale,
        CASE
            WHEN metric IS NULL THEN 'no metric is named'
            WHEN unspecific THEN 'by "' || metric || '" papers mean different measures'
            WHEN direction IS NULL THEN 'it is not known whether higher or lower is better'
            WHEN NOT in_board_unit
                THEN 'given in ' || coalesce(unit, 'no unit') || ', the board is in ' || coalesce(board_unit, 'no unit')
            WHEN least(board_value, board_value_to) < low OR greatest(board_value, board_value_to) > high
                THEN 'outside the range of the metric, ' || coalesce('from ' || format('{:g}', low), '')
                    || CASE WHEN low IS NOT NULL AND high IS NOT NULL THEN ' ' ELSE '' END
                    || coalesce('to ' || format('{:g}', high), '')
            WHEN direction = 'higher' AND bound IN ('up to', 'under') OR direction = 'lower' AND bound = 'over'
                THEN 'stated as "' || bound || '": it may be worse'
        END AS incomparable
    FROM measurable
),
chosen AS (
    SELECT
        *,
        row_number() OVER of_method AS pick,
        first_value(role) OVER of_method AS picked_role,
        first_value(paper_id) OVER of_method AS picked_paper
    FROM placed
    -- The method's own claim before what others quote; of its own claims the best, of quotes the most cautious.
    WINDOW of_method AS (
        PARTITION BY benchmark, metric, setting, method_key, model_size, incomparable IS NULL
        ORDER BY
            role = 'own' DESC,
            CASE role WHEN 'own' THEN best_is_least ELSE -best_is_least END,
            published NULLS LAST,
            paper_id,
            start,
            claim_id
    )
),
explained AS (
    SELECT
        *,
        CASE
            WHEN incomparable IS NOT NULL THEN incomparable
            WHEN pick = 1 THEN NULL
            WHEN role = 'own' THEN 'a better claim of the method is ranked'
            WHEN picked_role = 'own' AND paper_id <> picked_paper THEN 'quoted; the paper''s own claim is ranked'
            WHEN picked_role = 'own' THEN 'the paper''s own claim is ranked'
            ELSE 'quoted; a more cautious quote is ranked'
        END AS unranked_because
    FROM chosen
),
-- What other papers quote for the method that a ranked row is about.
witnessed AS (
    SELECT
        ranked.claim_id AS ranked_claim,
        CAST(count(DISTINCT quote.paper_id) AS INTEGER) AS quoted_by,
        min(least(quote.board_value, quote.board_value_to)) AS quoted_low,
        max(greatest(quote.board_value, quote.board_value_to)) AS quoted_high
    FROM explained AS ranked
    JOIN explained AS quote
        ON quote.benchmark = ranked.benchmark
        AND quote.metric = ranked.metric
        AND quote.setting IS NOT DISTINCT FROM ranked.setting
        AND quote.method_key = ranked.method_key
        AND quote.model_size IS NOT DISTINCT FROM ranked.model_size
        AND quote.paper_id <> ranked.paper_id
    WHERE ranked.unranked_because IS NULL AND quote.role = 'baseline' AND quote.on_scale
    GROUP BY ranked.claim_id
)
SELECT
    claim_id,
    paper_id,
    title,
    url,
    code_url,
    published,
    year,
    venue,
    benchmark,
    metric,
    metric_inferred,
    setting,
    shots,
    bits,
    extra_data,
    model_size,
    CASE
        WHEN unranked_because IS NULL
            THEN CAST(rank() OVER (
                PARTITION BY benchmark, metric, setting, unranked_because IS NULL
                -- "About 85" makes way for a plain 85.
                ORDER BY best_is_least, bound IS NOT DISTINCT FROM 'about'
            ) AS INTEGER)
    END AS rank,
    unranked_because,
    incomparable IS NULL AS comparable,
    on_scale,
    method,
    method_label,
    method_key,
    role,
    board_value,
    board_value_to,
    CASE WHEN in_board_unit THEN board_unit ELSE unit END AS board_unit,
    factor <> 1 AS rescaled,
    value,
    value_to,
    unit,
    bound,
    rank_value,
    direction,
    coalesce(quoted_by, 0) AS quoted_by,
    quoted_low,
    quoted_high,
    'quoted by ' || quoted_by || CASE quoted_by WHEN 1 THEN ' paper, ' ELSE ' papers, ' END
        || format('{:g}', quoted_low)
        || CASE WHEN quoted_high > quoted_low THEN ' to ' || format('{:g}', quoted_high) ELSE '' END AS witnesses,
    sentence,
    start,
    "end",
    rule,
    confidence
FROM explained
LEFT JOIN witnessed ON witnessed.ranked_claim = explained.claim_id
ORDER BY
    benchmark, metric NULLS LAST, setting NULLS FIRST, rank NULLS LAST, best_is_least NULLS LAST,
    published NULLS LAST, paper_id, start, claim_id;
COMMENT ON VIEW boards IS 'The leaderboards: scores by benchmark, metric and setting, best first; what cannot be compared is listed unranked';
COMMENT ON COLUMN boards.rank IS 'Place on the board of its benchmark, metric and setting, 1 is best, equal values share one; null where not ranked';
COMMENT ON COLUMN boards.unranked_because IS 'Why the row is not ranked; null where it is';
COMMENT ON COLUMN boards.comparable IS 'True for ranked rows, and for those that only make way for another row of their method';
COMMENT ON COLUMN boards.board_value IS 'The value on the board''s scale: 0.872 of a share is 87.2';
COMMENT ON COLUMN boards.board_value_to IS 'The other end of a range, on the board''s scale';
COMMENT ON COLUMN boards.board_unit IS 'The unit of board_value';
COMMENT ON COLUMN boards.rank_value IS 'What the row is ranked by: the value, or the end of a range that flatters least';
COMMENT ON COLUMN boards.metric IS 'The metric of the board: the benchmark''s default one where the text names only the general one';
COMMENT ON COLUMN boards.on_scale IS 'True where the value is in the board''s unit and within the range of the metric, whether or not it can be ranked';
COMMENT ON COLUMN boards.rescaled IS 'True where value and board_value differ: a fraction shown as a percentage';
COMMENT ON COLUMN boards.quoted_by IS 'How many other papers quote this method on this board; 0 for rows that are not ranked';
COMMENT ON COLUMN boards.quoted_low IS 'The least of the values that they quote, on the board''s scale';
COMMENT ON COLUMN boards.quoted_high IS 'The greatest of the values that they quote, on the board''s scale';
COMMENT ON COLUMN boards.witnesses IS 'The same in words: quoted by 3 papers, 42.3 to 44.1; null where none does';
