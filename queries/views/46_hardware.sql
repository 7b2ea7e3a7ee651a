-- Hardware as sentences name it, under one name each: V100, NVIDIA V100 and Tesla V100 GPU are the same.

CREATE VIEW hardware AS
SELECT written, hardware, covers
FROM (
    VALUES
    ('A100', 'NVIDIA A100', 'GPU'), ('A800', 'NVIDIA A800', 'GPU'), ('H100', 'NVIDIA H100', 'GPU'),
    ('H200', 'NVIDIA H200', 'GPU'), ('H800', 'NVIDIA H800', 'GPU'), ('B200', 'NVIDIA B200', 'GPU'),
    ('GH200', 'NVIDIA GH200', 'GPU'), ('V100', 'NVIDIA V100', 'GPU'), ('P100', 'NVIDIA P100', 'GPU'),
    ('T4', 'NVIDIA T4', 'GPU'), ('A10', 'NVIDIA A10', 'GPU'), ('A10G', 'NVIDIA A10G', 'GPU'),
    ('A30', 'NVIDIA A30', 'GPU'), ('A40', 'NVIDIA A40', 'GPU'), ('L4', 'NVIDIA L4', 'GPU'),
    ('L40', 'NVIDIA L40', 'GPU'), ('L40S', 'NVIDIA L40S', 'GPU'), ('H20', 'NVIDIA H20', 'GPU'),
    ('K20', 'NVIDIA K20', 'GPU'), ('K40', 'NVIDIA K40', 'GPU'), ('K80', 'NVIDIA K80', 'GPU'),
    ('M40', 'NVIDIA M40', 'GPU'), ('P4', 'NVIDIA P4', 'GPU'), ('P40', 'NVIDIA P40', 'GPU'),
    ('A4000', 'NVIDIA RTX A4000', 'GPU'), ('A5000', 'NVIDIA RTX A5000', 'GPU'), ('A6000', 'NVIDIA RTX A6000', 'GPU'),
    ('RTX A#', 'NVIDIA RTX A#', 'GPU'), ('RTX #', 'NVIDIA RTX #', 'GPU'), ('GTX #', 'NVIDIA GTX #', 'GPU'),
    ('1080 Ti', 'NVIDIA GTX 1080 Ti', 'GPU'),
    ('2080 Ti', 'NVIDIA RTX 2080 Ti', 'GPU'), ('3080 Ti', 'NVIDIA RTX 3080 Ti', 'GPU'),
    ('3090 Ti', 'NVIDIA RTX 3090 Ti', 'GPU'),
    ('Titan X', 'NVIDIA Titan X', 'GPU'), ('Titan Xp', 'NVIDIA Titan Xp', 'GPU'), ('Titan V', 'NVIDIA Titan V', 'GPU'),
    ('Titan RTX', 'NVIDIA Titan RTX', 'GPU'),
    ('MI#', 'AMD Instinct MI#', 'GPU'), ('Gaudi', 'Intel Gaudi', 'accelerator'), ('Gaudi #', 'Intel Gaudi #', 'accelerator'),
    ('Ascend #', 'Huawei Ascend #', 'NPU'),
    ('TPU v#', 'Google TPU v#', 'TPU'), ('Edge TPU', 'Google Edge TPU', 'TPU'), ('Cloud TPU', 'Google Cloud TPU', 'TPU'),
    ('Jetson Nano', 'NVIDIA Jetson Nano', 'board'), ('Jetson TX#', 'NVIDIA Jetson TX#', 'board'),
    ('TX1', 'NVIDIA Jetson TX1', 'board'), ('TX2', 'NVIDIA Jetson TX2', 'board'),
    ('Jetson', 'NVIDIA Jetson', 'board'), ('Jetson Orin', 'NVIDIA Jetson Orin', 'board'),
    ('Jetson Orin Nano', 'NVIDIA Jetson Orin Nano', 'board'), ('Jetson Orin NX', 'NVIDIA Jetson Orin NX', 'board'),
    ('Jetson AGX Orin', 'NVIDIA Jetson AGX Orin', 'board'), ('Jetson AGX', 'NVIDIA Jetson AGX', 'board'),
    ('AGX Orin', 'NVIDIA Jetson AGX Orin', 'board'), ('DRIVE Orin', 'NVIDIA DRIVE Orin', 'board'),
    ('Jetson Xavier', 'NVIDIA Jetson Xavier', 'board'), ('Jetson Xavier NX', 'NVIDIA Jetson Xavier NX', 'board'),
    ('Xavier NX', 'NVIDIA Jetson Xavier NX', 'board'), ('Jetson AGX Xavier', 'NVIDIA Jetson AGX Xavier', 'board'),
    ('Jetson Xavier AGX', 'NVIDIA Jetson AGX Xavier', 'board'), ('AGX Xavier', 'NVIDIA Jetson AGX Xavier', 'board'),
    ('DRIVE Xavier', 'NVIDIA DRIVE Xavier', 'board'),
    ('Raspberry Pi', 'Raspberry Pi', 'board'), ('Raspberry Pi #', 'Raspberry Pi #', 'board'),
    ('Raspberry Pi Zero', 'Raspberry Pi Zero', 'board'), ('Arduino', 'Arduino', 'board'),
    ('Xeon', 'Intel Xeon', 'CPU'), ('Xeon Phi', 'Intel Xeon Phi', 'CPU'), ('Xeon Gold', 'Intel Xeon Gold', 'CPU'),
    ('Xeon Silver', 'Intel Xeon Silver', 'CPU'), ('Xeon Platinum', 'Intel Xeon Platinum', 'CPU'),
    ('Core i#', 'Intel Core i#', 'CPU'), ('i#', 'Intel Core i#', 'CPU'),
    ('EPYC', 'AMD EPYC', 'CPU'), ('Ryzen', 'AMD Ryzen', 'CPU'), ('Ryzen #', 'AMD Ryzen #', 'CPU'),
    ('Threadripper', 'AMD Threadripper', 'CPU'), ('Cortex-A#', 'Arm Cortex-A#', 'CPU'),
    ('Cortex-M#', 'Arm Cortex-M#', 'microcontroller'), ('STM32', 'STM32', 'microcontroller'),
    ('ESP32', 'ESP32', 'microcontroller'),
    ('M#', 'Apple M#', 'board'), ('iPhone', 'Apple iPhone', 'board'), ('iPhone #', 'Apple iPhone #', 'board'),
    ('iPhone X', 'Apple iPhone X', 'board'), ('iPhone XS', 'Apple iPhone XS', 'board'),
    ('Pixel phone', 'Google Pixel', 'board'),
    ('Pixel #', 'Google Pixel #', 'board'), ('Galaxy S#', 'Samsung Galaxy S#', 'board'), ('S#', 'Samsung Galaxy S#', 'board'),
    ('Snapdragon', 'Qualcomm Snapdragon', 'board'), ('Snapdragon #', 'Qualcomm Snapdragon #', 'board'),
    ('Kirin #', 'Huawei Kirin #', 'board'),
    ('Virtex', 'Xilinx Virtex', 'FPGA'), ('Zynq', 'Xilinx Zynq', 'FPGA'), ('ZCU102', 'Xilinx ZCU102', 'FPGA'),
    ('ZCU104', 'Xilinx ZCU104', 'FPGA'), ('Alveo', 'Xilinx Alveo', 'FPGA'), ('Stratix', 'Intel Stratix', 'FPGA'),
    ('Arria', 'Intel Arria', 'FPGA'), ('Loihi', 'Intel Loihi', 'accelerator'),
    ('TrueNorth', 'IBM TrueNorth', 'accelerator'), ('Myriad X', 'Intel Myriad X', 'accelerator'),
    -- Sorts, which a model stands before.
    ('GPU', 'GPU', NULL), ('mobile GPU', 'mobile GPU', NULL), ('embedded GPU', 'embedded GPU', NULL),
    ('CPU', 'CPU', NULL), ('mobile CPU', 'mobile CPU', NULL), ('embedded CPU', 'embedded CPU', NULL),
    ('TPU', 'Google TPU', NULL), ('NPU', 'NPU', NULL), ('FPGA', 'FPGA', NULL), ('ASIC', 'ASIC', NULL),
    ('microcontroller', 'microcontroller', NULL), ('MCU', 'microcontroller', NULL),
    ('smartphone', 'smartphone', NULL), ('smart phone', 'smartphone', NULL), ('mobile phone', 'smartphone', NULL),
    ('cell phone', 'smartphone', NULL), ('Android phone', 'smartphone', NULL), ('mobile device', 'mobile device', NULL),
    ('laptop', 'laptop', NULL), ('desktop', 'desktop', NULL)
) AS known (written, hardware, covers)
ORDER BY hardware, written;
COMMENT ON VIEW hardware IS 'Hardware that sentences name, models and sorts: what boards of time, memory and energy are kept apart by';
COMMENT ON COLUMN hardware.written IS 'How it is written, without its maker; # stands for the number of a model';
COMMENT ON COLUMN hardware.hardware IS 'Its name on the boards';
COMMENT ON COLUMN hardware.covers IS 'For a model, the sort that is named beside it without being another (a V100 GPU): of a board or phone every sort; null for a sort';

-- Before a name: how many, and who made it.
CREATE MACRO hardware_count() AS '(?:(\d\d?\d?|1024|2048|4096|two|four|eight|sixteen)(?: ?[x×] ?| ))?';
CREATE MACRO hardware_maker() AS
    '(?:(?i:nvidia|amd|intel|google|apple|qualcomm|samsung|huawei|xilinx|arm|tesla|geforce|quadro)[ -])*';
COMMENT ON MACRO hardware_count IS 'The pattern of how many there are: 8x in 8x V100';
COMMENT ON MACRO hardware_maker IS 'The pattern of makers and their lines of products: NVIDIA Tesla';

-- One expression, for it runs once for each claim. What the first branches take no other can: a time or a memory that is
-- called after its processor, a name that begins with one, a data set of reviews. A name that is also another thing's
-- (T4, i7, M1) needs its maker before it or its sort after it.
CREATE MACRO hardware_words(sentence) AS
    regexp_extract_all(
        sentence,
        '(?:^|[^\w.-])(?:'
        || '(?:(?:\d+|[a-z]+) )?[CGT]PUs?(?:(?: training)?[ -]+(?:time|memory|V?RAM|hour|day|week|year|second|minute|utili[sz]ation|'
        || 'usage|load|cost|resource|budget|requirement|cycle|power|energy|consumption)|-[A-Z])|laptop (?:domain|review|dataset)'
        || '|(' || replace(hardware_count(), '(\d', '(?:\d') || '(?:' || hardware_maker() || '(?:'
        -- Computing centres and desks.
        || 'A[18]00|H[128]00|B200|GH200|[VP]100|A10G|L40S|K80|[RG]TX[ -]?A?\d{3,4}(?: ?(?i:ti|super)\b)?|'
        || '[1-5]0[5-9]0 ?T[iI]|T(?:itan|ITAN) ?(?:X[pP]|RTX)|Titan ?X|MI[123]\d\dX?|Gaudi(?: ?\d)?|Ascend \d+|'
        || 'TPU[ -]?v\d[ep]?|(?:Edge|Cloud) TPU|Xeon(?: Phi| Gold| Silver| Platinum)?|Core[ -]i\d(?:-\d+\w*)?|EPYC|'
        || 'Ryzen(?: \d)?|Threadripper|M\d (?:Pro|Max|Ultra)|Virtex|Zynq|ZCU10\d|Alveo|Stratix|Arria|Loihi|TrueNorth|'
        -- Small boards and phones.
        || 'Jetson(?: (?:AGX|Orin|Xavier|[Nn]ano|NX|TX-?\d))*|(?:AGX|DRIVE) (?:Orin|Xavier)|Xavier NX|'
        || 'Raspberry Pi(?: ?\d| Zero)?|Arduino|Myriad X|Cortex[ -][AM]\d+|STM32|ESP32|iPhone(?: ?\d+(?: Pro)?| XS?)?|'
        || 'Pixel(?: phone| \d)|Galaxy S\d+|Snapdragon(?: \d+(?: Gen \d)?)?|Kirin \d+)(?:(?:-\d+GB?)?(?: GPU)?[ -](?:hour|day))?'
        -- Only with a maker, or with a sort.
        || '|(?i:nvidia|tesla)[ -](?:[ALPTHKM]\d{1,2}|A[456]000|T(?:itan|ITAN) ?[XV]|TX-?\d)'
        || '|(?:[ALPTHK]\d{1,2}|A[456]000|T(?:itan|ITAN) ?[XV]) (?:GPU|graphics card|card)'
        || '|(?i:intel) i\d(?:-\d+\w*)?|i\d(?:-\d+\w*)? (?:CPU|processor)|Apple M\d|M\d (?:chip|CPU|GPU|processor)|Samsung S\d\d'
        -- Sorts. TPU alone is also a plastic.
        || '|(?i:nvidia|google|intel|amd|arm)[ -][CGT]PU|TPUs|TPU (?:chip|core|pod)|(?:mobile |embedded )?[CG]PU|NPU|FPGA|ASIC|'
        || 'MCU|(?i:microcontroller|smart ?phone|mobile phone|cell ?phone|android phone|mobile device|laptop|desktop)'
        || '))s?\b)',
        1
    );
COMMENT ON MACRO hardware_words IS 'What in a sentence is written as hardware is, in its order: 8 NVIDIA V100, CPU; empty texts between';

CREATE MACRO hardware_model(word) AS
    regexp_replace(
        regexp_replace(word, '^' || hardware_count() || hardware_maker(), ''),
        '([\dA-Z])(?:-\d+GB?)?(?: GPU)?(?:[ -](?:GPU|CPU|graphics card|card|processor|chip|core|pod|hour|day))$|s$',
        '\1'
    );
COMMENT ON MACRO hardware_model IS 'The model or the sort in one of hardware_words, without count and maker: V100';

CREATE VIEW claim_hardware AS
WITH words AS (
    SELECT claim_id, word, hardware_model(word) AS model
    FROM (
        SELECT claim_id, unnest(hardware_words(sentence)) AS word
        FROM claims
        WHERE kind IN ('speedup', 'saving', 'cost')
    )
    WHERE word <> ''
),
named AS (
    SELECT
        words.claim_id,
        -- Eight are faster than one, but eight hours are no eight.
        CASE WHEN regexp_matches(word, '(?:hour|day)s?$') THEN '1' ELSE regexp_extract(word, '^' || hardware_count(), 1) END AS many,
        CASE many
            WHEN '' THEN ''
            WHEN '1' THEN ''
            WHEN 'two' THEN '2x '
            WHEN 'four' THEN '4x '
            WHEN 'eight' THEN '8x '
            WHEN 'sixteen' THEN '16x '
            ELSE many || 'x '
        END
        -- Not in the list: as written.
        || replace(
            coalesce(whole.hardware, family.hardware, model),
            '#',
            regexp_replace(regexp_extract(model, '\d.*$'), '(?i)(\d)[ -]?(ti|super)$', '\1 \2')
        ) AS name,
        coalesce(whole.covers, family.covers) AS covers
    FROM words
    LEFT JOIN hardware AS whole ON fold(whole.written) = fold(model)
    LEFT JOIN hardware AS family ON fold(family.written) = fold(regexp_replace(model, '\d.*$', '#'))
)
SELECT
    claim_id,
    string_agg(DISTINCT name, ', ' ORDER BY name) AS hardware,
    CAST(count(DISTINCT name) AS INTEGER) AS kinds
FROM (
    SELECT *
    FROM named
    WINDOW of_claim AS (PARTITION BY claim_id)
    -- A sort says nothing beside a model of it.
    QUALIFY
        covers IS NOT NULL
        OR NOT coalesce(
            bool_or(covers = 'board') OVER of_claim
            OR list_contains(list(covers) OVER of_claim, regexp_extract(name, '[CGTN]PU$|FPGA$|microcontroller$')),
            false
        )
)
GROUP BY claim_id
ORDER BY claim_id;
COMMENT ON VIEW claim_hardware IS 'The hardware that the sentence of a speedup, saving or cost names; no row where it names none';
COMMENT ON COLUMN claim_hardware.hardware IS 'Its name, with how many where the sentence says so: 8x NVIDIA V100; several kinds with commas between';
COMMENT ON COLUMN claim_hardware.kinds IS 'How many kinds the sentence names; where more than one, it is not known which the figure is of';
