-- How names are compared, and every name that a benchmark or a metric answers to.

-- The same key as leaderboard.lexicon.fold: GSM8K, GSM8k and GSM-8K share one; SQuAD 2.0 is not SQuAD 20.
CREATE MACRO fold(name) AS
    regexp_replace(
        regexp_replace(lower(nfc_normalize(name)), '[\s\-‐‑‒–—−_{}$^\\''’]+', '', 'g'),
        '\.+([^0-9.]|$)', '\1', 'g'
    );
COMMENT ON MACRO fold IS 'The key that names are compared by: letter case, spaces and hyphens do not count';

-- Words that stand for a method without naming one.
CREATE MACRO is_generic(method) AS
    regexp_matches(lower(method), '\b(ours?|baselines?|state[- ]of[- ]the[- ]arts?|sotas?)\b')
    OR regexp_matches(method, '\b(previous|prior|existing|conventional|traditional|recent|other|best|competing)\b')
    OR regexp_matches(method, '^(We|It|This|The|Our|Previous|Prior|Existing|Conventional|Traditional|Recent|Other|Best)\b');
COMMENT ON MACRO is_generic IS 'True for words that stand for a method without naming one: ours, baseline, previous state-of-the-art';

-- `the state-of-the-art LoRA`, `stronger methods such as LoRA`: what is said of a name does not make it another's.
CREATE MACRO bare_name(method) AS
    regexp_replace(
        method,
        -- Not "existing" and the like: existing LLMs are no one model.
        '^(?:(?:the|an?|much|most|very|more|popular|powerful|strong(?:er|est)?|well-known|widely used|leading|competitive|'
        || 'best-performing|original|vanilla|standard|state-of-the-art|state of the art|SOTA|SoTA) )+'
        || '(?:[\p{Ll}-]+ (?:like|such as) )?([\p{Lu}\p{N}])',
        '\1'
    );
COMMENT ON MACRO bare_name IS 'A method''s name without praise: LoRA for the state-of-the-art LoRA';

-- A name has a capital letter or a digit; what has neither is a description, and another paper's need not mean the same.
CREATE MACRO is_placeholder(method) AS
    NOT regexp_matches(bare_name(method), '[\p{Lu}\p{N}]') OR is_generic(bare_name(method));
COMMENT ON MACRO is_placeholder IS 'True for what must not join across papers: generic words and mere descriptions';

-- What a paper began at is told in its own words, `ours`, and yet is not the method that came of it.
CREATE MACRO system_name(method, role) AS CASE WHEN role <> 'own' AND method = 'ours' THEN 'before' ELSE method END;
COMMENT ON MACRO system_name IS 'The method as it was read, and "before" for what a paper''s method without a name began at';

CREATE MACRO method_key(method, paper_id) AS
    CASE WHEN is_placeholder(method) THEN paper_id || ': ' || fold(method) ELSE fold(bare_name(method)) END;
COMMENT ON MACRO method_key IS 'What makes two results the same method''s: its name, or its paper where it has no name';

CREATE MACRO short_title(title) AS
    CASE
        WHEN regexp_matches(title, '^.{1,40}?:\s') THEN rtrim(regexp_extract(title, '^(.{1,40}?):\s', 1))
        WHEN length(title) <= 60 THEN title
        ELSE rtrim(left(title, 59)) || '…'
    END;
COMMENT ON MACRO short_title IS 'The part of a title before its colon, or its first 60 characters';

CREATE MACRO method_label(method, role, title) AS
    CASE
        WHEN role = 'own' AND is_generic(method) THEN short_title(title)
        WHEN role = 'own' OR NOT is_placeholder(method) THEN method
        ELSE system_name(method, role) || ' (' || short_title(title) || ')'
    END;
COMMENT ON MACRO method_label IS 'The method''s name, or its paper''s short title where it has no name';

-- What does not name its size is of none: it may be larger.
CREATE MACRO is_up_to(model_size, size) AS size IS NULL OR coalesce(model_size <= size, false);
COMMENT ON MACRO is_up_to IS 'Whether a model is known to have at most so many billions of parameters; true for all where no size is wanted';

-- Each setting wanted must be among those of the result; `no extra data` wants it not to be, `none` wants no setting.
CREATE MACRO in_setting(setting, wanted) AS
    CASE
        WHEN wanted IS NULL THEN true
        WHEN lower(trim(wanted)) = 'none' THEN setting IS NULL
        ELSE list_has_all(
                string_split(coalesce(lower(setting), ''), ', '),
                list_filter(regexp_split_to_array(lower(trim(wanted)), '\s*,\s*'), lambda w: NOT starts_with(w, 'no '))
            )
            AND NOT list_has_any(
                string_split(coalesce(lower(setting), ''), ', '),
                list_transform(
                    list_filter(regexp_split_to_array(lower(trim(wanted)), '\s*,\s*'), lambda w: starts_with(w, 'no ')),
                    lambda w: trim(w[4:])
                )
            )
    END;
COMMENT ON MACRO in_setting IS 'Whether a result has all the settings wanted (zero-shot, 4-bit), and none of those wanted not (no extra data)';

CREATE VIEW benchmark_names AS
SELECT DISTINCT name, fold(name) AS key, benchmark
FROM (
    SELECT benchmark AS name, benchmark FROM benchmarks
    UNION ALL
    SELECT alias, benchmark FROM benchmark_aliases
    UNION ALL
    SELECT benchmark, benchmark FROM claims WHERE benchmark IS NOT NULL
)
ORDER BY name, benchmark;
COMMENT ON VIEW benchmark_names IS 'Every name that a benchmark answers to, in the lexicon or in the claims';
COMMENT ON COLUMN benchmark_names.name IS 'A name or alias';
COMMENT ON COLUMN benchmark_names.key IS 'The name as fold() makes it, to compare by';
COMMENT ON COLUMN benchmark_names.benchmark IS 'The canonical name it stands for';

CREATE VIEW metric_names AS
SELECT DISTINCT name, fold(name) AS key, metric
FROM (
    SELECT metric AS name, metric FROM metrics
    UNION ALL
    SELECT alias, metric FROM metric_aliases
    UNION ALL
    SELECT metric, metric FROM claims WHERE metric IS NOT NULL
)
ORDER BY name, metric;
COMMENT ON VIEW metric_names IS 'Every name that a metric answers to, in the lexicon or in the claims';
COMMENT ON COLUMN metric_names.name IS 'A name or alias';
COMMENT ON COLUMN metric_names.key IS 'The name as fold() makes it, to compare by';
COMMENT ON COLUMN metric_names.metric IS 'The canonical name it stands for';

CREATE MACRO benchmarks_named(wanted) AS TABLE
    SELECT DISTINCT benchmark FROM benchmark_names WHERE key = fold(wanted);
COMMENT ON MACRO TABLE benchmarks_named IS 'The benchmark that answers to a name';

CREATE MACRO metrics_named(wanted) AS TABLE
    WITH named AS (SELECT DISTINCT metric FROM metric_names WHERE key = fold(wanted))
    SELECT metric FROM named
    UNION
    SELECT metric FROM metrics WHERE general IN (SELECT metric FROM named)
    UNION
    SELECT metric FROM metric_names
    WHERE starts_with(lower(name), lower(wanted) || ' ') AND NOT EXISTS (SELECT 1 FROM named);
COMMENT ON MACRO TABLE metrics_named IS 'The metrics that a name means: the one of that name and those that refine it, or else those that begin with it';
