-- Whether what is better is also faster, smaller or dearer: of each paper and kind the change of quality and the amount that
-- the text states closest to each other, for one method. Nearness and not size decides, or the most flattering would be shown.

CREATE VIEW trade_offs AS
SELECT
    e.kind,
    e.paper_id,
    e.method,
    e.resource,
    e.amount,
    e.amount_unit,
    g.board_metric AS metric,
    g.benchmark,
    CASE WHEN abs(g.value) <= abs(coalesce(g.value_to, g.value)) THEN g.value ELSE g.value_to END AS gain,
    g.unit AS gain_unit,
    coalesce(g.unit IN ('%', 'points'), false) AND e.amount > 0 AS on_chart,
    e.title,
    e.year,
    e.sentence,
    g.sentence AS gain_sentence,
    e.claim_id,
    g.claim_id AS gain_claim_id
FROM efficiency AS e
JOIN gains AS g ON g.paper_id = e.paper_id AND g.method_key = e.method_key
WHERE e.role = 'own' AND g.role = 'own'
QUALIFY row_number() OVER (
    PARTITION BY e.kind, e.paper_id ORDER BY abs(e.start - g.start), e.start, g.start, e.claim_id, g.claim_id
) = 1
ORDER BY
    array_position(['speedup', 'saving', 'cost'], e.kind), resource NULLS LAST, amount_unit,
    amount DESC NULLS LAST, e.paper_id;
COMMENT ON VIEW trade_offs IS 'Papers that state a change of quality and a speedup, saving or cost of one method: for each kind the two that stand closest in the text';
COMMENT ON COLUMN trade_offs.resource IS 'What is taken or saved, by its canonical name; null where the text does not say';
COMMENT ON COLUMN trade_offs.amount IS 'How many times as fast, the percentage saved, or the cost in its base unit; see efficiency.amount';
COMMENT ON COLUMN trade_offs.metric IS 'What changed, by its canonical name; null where the text does not say';
COMMENT ON COLUMN trade_offs.benchmark IS 'Where it changed; null where the text does not say';
COMMENT ON COLUMN trade_offs.gain IS 'By how much quality changed, positive is better; of a range the end nearer to none';
COMMENT ON COLUMN trade_offs.gain_unit IS 'Its unit: %, which may be meant relative or in points, points, x ...';
COMMENT ON COLUMN trade_offs.on_chart IS 'Whether the gain is in % or points and the amount is known, so that papers can be put beside each other';
COMMENT ON COLUMN trade_offs.sentence IS 'The sentence that states the speedup, saving or cost';
COMMENT ON COLUMN trade_offs.gain_sentence IS 'The sentence that states the change of quality';
COMMENT ON COLUMN trade_offs.claim_id IS 'The claim of the speedup, saving or cost';
COMMENT ON COLUMN trade_offs.gain_claim_id IS 'The claim of the change of quality';
