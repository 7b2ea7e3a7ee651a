-- What other papers quote for a method, beside what the method's own paper claims on the same board.

CREATE VIEW quotes AS
SELECT
    quote.claim_id,
    quote.method,
    quote.method_key,
    quote.benchmark,
    quote.metric,
    quote.setting,
    quote.model_size,
    quote.paper_id,
    quote.title,
    quote.published,
    quote.board_value,
    quote.board_value_to,
    quote.board_unit,
    quote.bound,
    own.board_value AS own_value,
    own.paper_id AS own_paper_id,
    own.claim_id AS own_claim_id,
    -- "Over 85" and a range are no one value to take a difference from.
    CASE
        WHEN coalesce(quote.bound, own.bound) IS NULL AND coalesce(quote.board_value_to, own.board_value_to) IS NULL
            THEN round(quote.board_value - own.board_value, 10)
    END AS difference,
    quote.sentence
FROM boards AS quote
LEFT JOIN boards AS own
    ON own.rank IS NOT NULL
    AND own.role = 'own'
    AND own.benchmark = quote.benchmark
    AND own.metric = quote.metric
    AND own.setting IS NOT DISTINCT FROM quote.setting
    AND own.method_key = quote.method_key
    AND own.model_size IS NOT DISTINCT FROM quote.model_size
    AND own.paper_id <> quote.paper_id
WHERE quote.role = 'baseline' AND quote.on_scale AND NOT is_placeholder(quote.method)
ORDER BY
    quote.method_key, quote.benchmark, quote.metric, quote.setting NULLS FIRST, quote.board_value DESC,
    quote.paper_id, quote.claim_id;
COMMENT ON VIEW quotes IS 'What papers quote for methods that are not theirs, beside the method''s own ranked claim on the same board';
COMMENT ON COLUMN quotes.own_value IS 'What the method''s own paper claims, on the board''s scale; null where it claims nothing there';
COMMENT ON COLUMN quotes.own_paper_id IS 'The paper that claims it';
COMMENT ON COLUMN quotes.own_claim_id IS 'The claim of own_value';
COMMENT ON COLUMN quotes.difference IS 'The quoted value less the own one; null where either is a range or has a bound';
