-- title: Efficiency
-- question: What is fastest, smallest or cheapest among what can be compared?
-- parameters:
--   kind: speedup, saving or cost; all where left out = null
--   resource: any name of a resource (training time, memory ...); all where left out = null
--   baseline: over what, any spelling of its name (vLLM, LoRA ...); all where left out = null
--   hardware: a part of the hardware's name (A100, Jetson, CPU); all, and unnamed, where left out = null
--   limit: at most this many rows = 50
-- columns:
--   board: what it is ranked among: a resource over a baseline, or on a benchmark, with hardware where it is named; empty where it cannot be compared
--   rank: place on the board
--   method: the method, or its paper's short title where it has no name
--   role: own, or baseline where the paper only compares itself with it
--   bound: up to, over, under or about, where the text says so
--   amount: how many times as fast, the percentage saved, or the cost in the base unit
--   amount_unit: x, %, or the base unit of the cost
--   value: the number as written
--   value_to: the other end of a range
--   unit: the unit as written
--   benchmark: where it was measured; empty where the text does not say
--   hardware: on what, where the sentence names it; 8x NVIDIA V100
--   unranked_because: why it is not ranked
--   year: the year of publication; empty where unknown
--   title: the paper
--   url: where it can be read
--   sentence: the sentence that says so
SELECT
    board,
    rank,
    method_label AS method,
    role,
    bound,
    amount,
    amount_unit,
    value,
    value_to,
    unit,
    benchmark,
    hardware,
    unranked_because,
    year,
    title,
    url,
    sentence
FROM efficiency
WHERE
    ($kind IS NULL OR kind = $kind)
    AND ($resource IS NULL OR resource IN (SELECT metric FROM metrics_named($resource)))
    AND ($baseline IS NULL OR fold(baseline) = fold($baseline))
    AND ($hardware IS NULL OR contains(lower(hardware), lower($hardware)))
ORDER BY
    board IS NULL, array_position(['speedup', 'saving', 'cost'], kind),
    count(rank) OVER (PARTITION BY kind, board) DESC, board NULLS LAST, rank NULLS LAST,
    resource NULLS LAST, amount_unit, amount DESC NULLS LAST, paper_id, start, claim_id
LIMIT $limit;
