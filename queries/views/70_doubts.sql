-- What looks wrong, by the rule that it breaks. A finding is a reason to read the sentence: the paper, the reading of it or
-- the rule may be at fault.

-- A claim to be the best there is: a result that is achieved as such, or that outdoes all that was. Not one: to come near
-- it, to be compared with it, to want it, to say it of others, to be the best of some sort only.
CREATE MACRO claims_state_of_the_art(sentence) AS
    regexp_matches(
        regexp_replace(
            regexp_replace(sentence, '(?i)\bnot (?:only|just|merely)\b|\s+', ' ', 'g'),
            -- Denied or wished for.
            '(?i)\b(?:not|never|cannot|without|fail(?:s|ed)? to|unable to|yet to|instead of|rather than|aim(?:s|ed)? (?:to|at)|'
            || 'tr(?:y|ies) to|could|may|might|would|until|unless|if)(?: [\w-]+){0,3} '
            || '(?:achiev|obtain|reach|attain|set|establish|yield|outperform|surpass|exceed|beat|improv|report)\w*'
            -- Said of others.
            || '|\b(?:recent|recently|previous|previously|prior|existing|current|currently|others?|many|several|et al\.?)'
            || '(?: [\w-]+){0,4}? (?:achiev|obtain|reach|attain|establish|yield|surpass)\w*'
            || '|\b(?:that|which|models|methods|approaches|networks|systems) (?:have|had)(?: \w+)? '
            || '(?:achiev|obtain|reach|attain|set|establish|yield|surpass|report)\w*'
            -- Of some sort only.
            || '|\b(?:state[- ]of[- ]the[- ]arts?|sota)(?: [\w.%-]+){0,4} among(?:st)?\b',
            ' ~ ',
            'g'
        ),
        '(?i)'
        -- Achieves a new state of the art.
        || '\b(?:achiev\w+|obtain\w*|reach\w*|attain\w*|sets?|setting|establish\w*|yield\w*|deliver\w*|produc\w+|'
        || 'demonstrat\w+|shows?|showing|showed|report\w*|gains?|provid\w+|defin\w+|mark\w*|creat\w+)'
        || '(?: (?:an?|the|new|our|very|overall|consistently|current|both|further)){0,3} '
        || '(?:state[- ]of[- ]the[- ]art|sota)\b(?: \(\w+\))?(?:[.,;:)]|$| (?:[\w.%-]+ ){0,3}(?:performances?|results?|accurac\w+|'
        || 'scores?|f1\w*|m?ap|miou|bleu|quality|numbers|error\w*|perplexit\w+|on|in|for|with|of|at|by|across|to|and|while|over)\b)'
        || '|\b(?:the|a|our) new (?:state[- ]of[- ]the[- ]art|sota)\b(?:[.,;:)]|$| (?:performances?|results?|accurac\w+|scores?|on|in|for|with|of)\b)'
        -- Outperforms the state of the art.
        || '|\b(?:outperform\w*|surpass\w*|exceed\w*|beat|beats|beating|superior to|better than|improv\w+(?: (?:up)?on| over)?|'
        || 'advanc\w+|push\w*|rais(?:es|ed|ing))'
        || '(?: (?:all|the|previous|previously|reported|prior|existing|current|other|recent|latest|published|past|best|of)){0,4} '
        || '(?:state[- ]of[- ]the[- ]arts?|sota)\b(?: \(\w+\))?(?:[.,;:)]|$| (?:methods?|approach(?:es)?|models?|results?|'
        || 'performances?|accurac\w+|algorithms?|systems?|techniques|baselines?|works?|scores?|'
        || 'on|in|by|for|with|from|to|of|across|at|while|and)\b)'
        -- Surpasses all previous methods; gives the best reported result; sets a new record.
        || '|\b(?:outperform\w*|surpass\w*|exceed\w*|beat|beats|beating|superior to|better than|improv\w+ (?:up)?on)'
        || '(?: all (?:of the |the )?(?:previous|prior|existing|other|known|published|earlier|competing)(?:ly)?(?: (?:known|published|reported))? '
        || '(?:methods|approaches|models|results|works?|systems|algorithms|baselines)|'
        || '(?: (?:the|previous|previously|current|existing)){0,2} best (?:previous(?:ly)?|prior|reported|published|known|existing))\b'
        || '|\b(?:achiev\w+|obtain\w*|reach\w*|attain\w*|yield\w*|report\w*|gives?|giving|is|are)(?: to-date)?'
        || '(?: (?:the|a|our|new)){0,2} best (?:reported|published|known)\b'
        || '|\b(?:achiev\w+|obtain\w*|reach\w*|yield\w*|sets?|setting|establish\w*)(?: (?:the|a)){0,1} new records?\b'
    );
COMMENT ON MACRO claims_state_of_the_art IS 'True where a sentence claims the best result of all: a new state of the art, all previous methods surpassed, the best reported';

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
-- Of what is less, no more than all can go; what is faster "by a factor of 0.5" is slower, unless half is meant; and
-- points lie within the range that the metric has.
amounts AS (
    SELECT
        c.*,
        m.direction,
        m.high - m.low AS span,
        least(c.value, c.value_to) AS least_value,
        greatest(c.value, c.value_to) AS greatest_value,
        format('{:g}', c.value) || coalesce(' to ' || format('{:g}', c.value_to), '') || coalesce(' ' || c.unit, '') AS stated
    FROM claims_with_papers AS c
    LEFT JOIN metrics AS m USING (metric)
),
impossible_amounts AS (
    SELECT
        'outside the range',
        claim_id,
        CAST(NULL AS VARCHAR),
        'a ' || kind || ' of ' || stated || coalesce(' (' || metric || ')', '') || ': '
            || CASE
                WHEN kind = 'cost' THEN 'less than nothing'
                WHEN kind = 'gain' AND unit = '%' THEN 'more than all of it'
                WHEN kind = 'gain' THEN 'the metric spans ' || format('{:g}', span)
                WHEN unit = '%' AND least_value >= 0 THEN 'more than all of it'
                WHEN least_value <= 0 THEN 'none'
                ELSE 'a factor below 1'
            END
    FROM amounts
    WHERE
        CASE kind
            WHEN 'cost' THEN least_value < 0
            -- "150% faster", "150% more compact" and 150% more of what had better be more can be.
            WHEN 'saving' THEN least_value < 0 OR unit = '%' AND greatest_value > 100
                AND direction IS DISTINCT FROM 'higher' AND NOT regexp_matches(sentence, '(?i)fast|speed|more compact')
            WHEN 'speedup' THEN least_value < 0 OR unit = '%' AND greatest_value > 100
                AND direction = 'lower' AND NOT regexp_matches(sentence, '(?i)fast|speed|quick|accelerat')
            WHEN 'gain' THEN
                (unit = 'points' OR unit IS NULL) AND greatest(abs(value), abs(value_to)) > span
                OR unit = '%' AND direction = 'lower' AND greatest_value > 100
        END
        OR kind IN ('speedup', 'saving') AND greatest_value = 0
        OR kind IN ('speedup', 'saving') AND unit = 'x'
        AND (least_value = 0 OR least_value < 1 AND NOT names_a_share(sentence))
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
-- A sentence on the best gives the others' and the smaller variants' values too: only a paper's best on a board is meant.
records_claimed AS (
    SELECT *
    FROM (
        SELECT *
        FROM boards
        WHERE comparable AND role = 'own'
        QUALIFY row_number() OVER (
            PARTITION BY paper_id, benchmark, metric, setting
            ORDER BY CASE direction WHEN 'higher' THEN -rank_value ELSE rank_value END, start, claim_id
        ) = 1
    )
    WHERE claims_state_of_the_art(sentence)
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
    FROM records_claimed AS s
    JOIN boards AS o
        ON o.benchmark = s.benchmark AND o.metric = s.metric AND o.setting IS NOT DISTINCT FROM s.setting
        AND o.comparable AND o.role = 'own' AND o.paper_id <> s.paper_id
        AND (
            o.year < s.year
            OR o.published < s.published
            AND s.published <> date_trunc('year', s.published) AND o.published <> date_trunc('year', o.published)
        )
        AND CASE s.direction WHEN 'higher' THEN o.rank_value > s.rank_value ELSE o.rank_value < s.rank_value END
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
    SELECT * FROM impossible_amounts
    UNION ALL
    SELECT * FROM reversed_ranges
    UNION ALL
    SELECT * FROM wrong_differences
    UNION ALL
    SELECT * FROM beaten_before
) AS f
JOIN claims_with_papers AS c USING (claim_id)
ORDER BY f.finding, c.benchmark NULLS LAST, c.paper_id, c.start, c.claim_id;
COMMENT ON VIEW doubts IS 'What looks wrong: values and amounts out of range, ranges the wrong way round, gains that are not the difference of the scores, records that were none';
COMMENT ON COLUMN doubts.finding IS 'Which check it fails';
COMMENT ON COLUMN doubts.reason IS 'What is wrong, in figures';
COMMENT ON COLUMN doubts.method IS 'The method, or its paper''s short title where it has no name';
COMMENT ON COLUMN doubts.claim_id IS 'The claim that looks wrong';
COMMENT ON COLUMN doubts.other_claim_id IS 'The claim that it does not agree with, where there is one';
