-- Physical units on one scale each, as claims spell them. Case counts: M is a million, m a metre.

CREATE VIEW units AS
SELECT unit, base_unit, CAST(factor AS DOUBLE) AS factor
FROM (
    VALUES
    ('ns', 's', 1e-9), ('nanoseconds', 's', 1e-9),
    ('µs', 's', 1e-6), ('μs', 's', 1e-6), ('microseconds', 's', 1e-6),
    ('ms', 's', 1e-3), ('msec', 's', 1e-3), ('milliseconds', 's', 1e-3), ('millisecond', 's', 1e-3),
    ('s', 's', 1), ('sec', 's', 1), ('secs', 's', 1), ('second', 's', 1), ('seconds', 's', 1),
    ('min', 's', 60), ('mins', 's', 60), ('minute', 's', 60), ('minutes', 's', 60),
    ('hr', 's', 3600), ('hrs', 's', 3600), ('hour', 's', 3600), ('hours', 's', 3600),
    ('day', 's', 86400), ('days', 's', 86400), ('week', 's', 604800), ('weeks', 's', 604800),
    ('GPU hours', 'GPU hours', 1), ('GPU-hours', 'GPU hours', 1), ('GPU hour', 'GPU hours', 1),
    ('GPU days', 'GPU hours', 24), ('GPU-days', 'GPU hours', 24), ('GPU day', 'GPU hours', 24),
    ('bytes', 'bytes', 1), ('byte', 'bytes', 1), ('B', 'count', 1e9),
    ('KB', 'bytes', 1e3), ('kB', 'bytes', 1e3), ('MB', 'bytes', 1e6), ('GB', 'bytes', 1e9), ('TB', 'bytes', 1e12),
    ('KiB', 'bytes', 1024), ('MiB', 'bytes', 1048576), ('GiB', 'bytes', 1073741824),
    ('megabytes', 'bytes', 1e6), ('gigabytes', 'bytes', 1e9),
    ('k', 'count', 1e3), ('K', 'count', 1e3), ('thousand', 'count', 1e3),
    ('M', 'count', 1e6), ('million', 'count', 1e6), ('G', 'count', 1e9), ('billion', 'count', 1e9),
    ('trillion', 'count', 1e12),
    ('FLOPs', 'FLOPs', 1), ('FLOPS', 'FLOPs', 1),
    ('M FLOPs', 'FLOPs', 1e6), ('MFLOPs', 'FLOPs', 1e6), ('M FLOPS', 'FLOPs', 1e6), ('MFLOPS', 'FLOPs', 1e6),
    ('G FLOPs', 'FLOPs', 1e9), ('GFLOPs', 'FLOPs', 1e9), ('B FLOPs', 'FLOPs', 1e9), ('GFLOPS', 'FLOPs', 1e9),
    ('T FLOPs', 'FLOPs', 1e12), ('TFLOPs', 'FLOPs', 1e12),
    ('MACs', 'MACs', 1), ('M MACs', 'MACs', 1e6), ('MMACs', 'MACs', 1e6), ('G MACs', 'MACs', 1e9), ('GMACs', 'MACs', 1e9),
    ('mJ', 'J', 1e-3), ('J', 'J', 1), ('kJ', 'J', 1e3), ('Wh', 'J', 3600), ('kWh', 'J', 3600000),
    ('mW', 'W', 1e-3), ('W', 'W', 1), ('kW', 'W', 1e3)
) AS known (unit, base_unit, factor)
ORDER BY base_unit, factor, unit;
COMMENT ON VIEW units IS 'Physical units that are brought to one scale: 2 ms and 0.002 s are the same';
COMMENT ON COLUMN units.unit IS 'The unit as claims give it';
COMMENT ON COLUMN units.base_unit IS 'The unit of the scale';
COMMENT ON COLUMN units.factor IS 'How many base units it is';
