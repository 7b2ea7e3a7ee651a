-- What looks wrong, by the rule that it breaks. A finding is a reason to read the sentence: the paper, the reading of it or
-- the rule may be at fault.

CREATE VIEW doubts AS
WITH out_of_range AS (
    SELECT
        'outside the range' AS finding,
        claim_id,
        CAST(NULL AS VARCHAR) AS other_claim_id,
        metric || ' of ' || format('{:g}', board_value) || coalesce(board_unit, '') || ': ' || unranked_because AS reason
    FROM boards
    WHERE unranked_because LIKE 'outside the range%'
),
-- A loss of 4 to 6% is a gain from -4 to -6: by size it is the right way round.
reversed_ranges AS (
    SELECT
        'range the wrong way round',
        claim_id,
        CAST(NULL AS VARCHAR),
        'from ' || format('{:g}', value) || ' to ' || format('{:g}', value_to)
    FROM claims
    WHERE abs(value_to) < abs(value) AND value_to * value >= 0 OR value_to < 0 AND value > 0
),
-- The gain and both scores stand in one paper: own and baseline named by the gain, on its board. A percentage may be
-- meant in points or relative to either score; each figure may be rounded by half of its last digit.
differences AS (
    SELECT
        g.claim_id,
        b.claim_id AS other_claim_id,
        g.value,
        g.unit,
        o.board_value AS own_value,
        b.board_value AS baseline_value,
        abs(o.board_value - b.board_value) AS difference,
        0.5 * (rounding(o.board_value) + rounding(b.board_value)) + 0.5 * rounding(g.value) + 1e-9 AS slack
    FROM claims_with_papers AS g
    JOIN boards AS o
        ON o.paper_id = g.paper_id AND o.role = 'own' AND o.method_key = g.method_key AND o.on_scale
        AND o.benchmark = g.benchmark AND o.metric = g.board_metric AND o.setting IS NOT DISTINCT FROM g.setting
    JOIN boards AS b
        ON b.paper_id = g.paper_id AND b.role = 'baseline' AND b.method_key = method_key(g.baseline, g.paper_id)
        AND b.on_scale AND b.benchmark = o.benchmark AND b.metric = o.metric AND b.setting IS NOT DISTINCT FROM o.setting
    WHERE
        g.kind = 'gain'
        AND g.bound IS NULL AND o.bound IS NULL AND b.bound IS NULL
        AND g.value_to IS NULL AND o.board_value_to IS NULL AND b.board_value_to IS NULL
        AND (g.unit IN ('%', 'points') OR g.unit IS NOT DISTINCT FROM o.unit)
),
wrong_differences AS (
    SELECT
        'gain is not the difference',
        claim_id,
        min(other_claim_id),
        'a gain of ' || format('{:g}', any_value(value)) || ', but '
            || string_agg(
                DISTINCT format('{:g}', own_value) || ' against ' || format('{:g}', baseline_value), ' and '
                ORDER BY format('{:g}', own_value) || ' against ' || format('{:g}', baseline_value)
            )
    FROM differences
    GROUP BY claim_id
    HAVING bool_and(
        abs(abs(value) - difference) > slack
        AND NOT (
            unit = '%' AND (
                abs(abs(value) - 100 * difference / nullif(abs(baseline_value), 0))
                    <= slack * 100 / nullif(abs(baseline_value), 0) + 0.5 * rounding(value)
                OR abs(abs(value) - 100 * difference / nullif(abs(own_value), 0))
                    <= slack * 100 / nullif(abs(own_value), 0) + 0.5 * rounding(value)
            )
        )
    )
),
-- Only by a whole year where only years are known, and never by an older quote of the paper itself.
beaten_before AS (
    SELECT
        'state of the art below an older score',
        s.claim_id,
        arg_min(o.claim_id, (CASE o.direction WHEN 'higher' THEN -o.rank_value ELSE o.rank_value END, o.claim_id)),
        format('{:g}', s.rank_value) || ', but '
            || arg_min(
                o.method_label || ' had ' || format('{:g}', o.rank_value) || ' on ' || strftime(o.published, '%Y-%m-%d'),
                (CASE o.direction WHEN 'higher' THEN -o.rank_value ELSE o.rank_value END, o.claim_id)
            )
    FROM boards AS s
    JOIN boards AS o
        ON o.benchmark = s.benchmark AND o.metric = s.metric AND o.setting IS NOT DISTINCT FROM s.setting
        AND o.comparable AND o.role = 'own' AND o.paper_id <> s.paper_id
        AND (
            o.year < s.year
            OR o.published < s.published
            AND s.published <> date_trunc('year', s.published) AND o.published <> date_trunc('year', o.published)
        )
        AND CASE s.direction WHEN 'higher' THEN o.rank_value > s.rank_value ELSE o.rank_value < s.rank_value END
    WHERE
        s.comparable
        AND s.role = 'own'
        AND regexp_matches(s.sentence, '(?i)\b(?:new |sets? a |achiev\w+ (?:a )?)(?:new )?(?:state[- ]of[- ]the[- ]art|sota)\b')
    GROUP BY s.claim_id, s.rank_value
)
SELECT
    f.finding,
    f.reason,
    c.benchmark,
    c.board_metric AS metric,
    c.setting,
    c.method_label AS method,
    c.title,
    c.url,
    c.year,
    c.sentence,
    c.claim_id,
    f.other_claim_id,
    c.paper_id,
    c.rule
FROM (
    SELECT * FROM out_of_range
    UNION ALL
    SELECT * FROM reversed_ranges
    UNION ALL
    SELECT * FROM wrong_differences
    UNION ALL
    SELECT * FROM beaten_before
) AS f
JOIN claims_with_papers AS c USING (claim_id)
ORDER BY f.finding, c.benchmark NULLS LAST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW doubts IS 'What looks wrong: values out of range, ranges the wrong way round, gains that are not the difference of the scores, records that were none';
COMMENT ON COLUMN doubts.finding IS 'Which check it fails';
COMMENT ON COLUMN doubts.reason IS 'What is wrong, in figures';
COMMENT ON COLUMN doubts.method IS 'The method, or its paper''s short title where it has no name';
COMMENT ON COLUMN doubts.claim_id IS 'The claim that looks wrong';
COMMENT ON COLUMN doubts.other_claim_id IS 'The claim that it does not agree with, where there is one';
