-- Every claim beside its paper: what the views below choose from.

CREATE VIEW claims_with_papers AS
SELECT
    c.*,
    CASE WHEN preset.general = c.metric THEN preset.metric ELSE c.metric END AS board_metric,
    CASE
        WHEN in_setting(c.setting, 'zero-shot') THEN 0
        ELSE TRY_CAST(regexp_extract(c.setting, '(?:^|, )(\d+)-shot', 1) AS INTEGER)
    END AS shots,
    TRY_CAST(regexp_extract(c.setting, '(?:^|, )W?([\d.]+)(?:-bit|A\d)', 1) AS DOUBLE) AS bits,
    in_setting(c.setting, 'extra data') AS extra_data,
    method_key(system_name(c.method, c.role), c.paper_id) AS method_key,
    method_label(c.method, c.role, p.title)
        || CASE
            WHEN c.model_size IS NULL OR regexp_matches(c.method, '(^|[\s(_/-])\d+(\.\d+)?[BbM]($|[\s)_/-])') THEN ''
            WHEN c.model_size < 1 THEN format(' ({:g}M)', c.model_size * 1000)
            ELSE format(' ({:g}B)', c.model_size)
        END AS method_label,
    p.title,
    p.url,
    p.code_url,
    p.published,
    CAST(year(p.published) AS INTEGER) AS year,
    p.venue
FROM claims AS c
JOIN papers AS p USING (paper_id)
LEFT JOIN benchmarks AS b ON b.benchmark = c.benchmark
LEFT JOIN metrics AS preset ON preset.metric = b.default_metric
ORDER BY c.paper_id, c.start, c."end", c.claim_id;
COMMENT ON VIEW claims_with_papers IS 'Every claim, of all kinds, with its paper''s title, address, code, date and venue';
COMMENT ON COLUMN claims_with_papers.board_metric IS 'The metric of the board it belongs on: the benchmark''s default one where the text names only the general one';
COMMENT ON COLUMN claims_with_papers.shots IS 'How many examples a few-shot setting gives, 0 for zero-shot; null where the setting does not say';
COMMENT ON COLUMN claims_with_papers.bits IS 'How many bits a weight has, where the setting says so';
COMMENT ON COLUMN claims_with_papers.extra_data IS 'True where the setting is training on extra data';
COMMENT ON COLUMN claims_with_papers.method_key IS 'Equal for results of the same method: its name folded, or its paper where it has no name';
COMMENT ON COLUMN claims_with_papers.method_label IS 'The method''s name, or its paper''s short title where it has no name; with the model''s size where only the sentence names it';
COMMENT ON COLUMN claims_with_papers.year IS 'The year of publication; null where unknown';
