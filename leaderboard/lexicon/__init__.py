"""What names mean: benchmarks and metrics, kept as data in the TOML files of this folder.

Extraction's worker processes import this package, so it needs nothing beyond the standard library.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args

from leaderboard import additions
from leaderboard.errors import InputError

Direction = Literal["higher", "lower"]
KindHint = Literal["speedup", "saving"]
USUAL_SPLIT = "test"
"""The split that is meant on a benchmark that says nothing else."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A data set, benchmark or shared task that results are reported on."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other spellings; those that `fold` makes equal to the name or to one another are not listed."""
    task: str = ""
    metrics: tuple[str, ...] = ()
    """Names of the metrics that results on it are usually given in."""
    default_metric: str | None = None
    """What a result means that names no metric or only the general one (ImageNet: `accuracy` is top-1)."""
    usual_split: str = USUAL_SPLIT
    """The split that is meant where a result names none (ImageNet has no public test labels): no setting of its own.

    `none` where results on several are usual, so that each is a setting.
    """
    source: str = ""
    """Address of the paper or home page that introduced it; empty where `papers` is the proof of use."""
    hub_dataset: str = ""
    """The Hugging Face Hub's id of its data set, owner and name."""
    hub_task: str = ""
    """The id of the task in the Hub's benchmark of that data set, which scores in `default_metric` belong to."""
    ordinary_word: bool = False
    """One of its names is also an ordinary word or another thing's name: see `ordinary_names`."""
    ordinary_names: tuple[str, ...] = ()
    """The spellings of such names: they count only in supporting context, and only in exactly this case."""
    example: str = ""
    """A sentence that names it as a benchmark, by an ordinary name where it has one."""
    counter_example: str = ""
    """A sentence in which the ordinary name means something else."""
    papers: int = 0
    """Abstracts of the survey that name it as a benchmark; 0 where not counted."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Metric:
    """What a number measures: quality (accuracy, BLEU) or, with `resource`, what a result took (memory, latency)."""

    name: str
    aliases: tuple[str, ...] = ()
    direction: Direction | None = None
    """Whether more or less of it is better; None where that depends."""
    unit: str | None = None
    """The unit that values are usually given in, as in `Claim.unit`."""
    low: float | None = None
    """The least plausible value, in `unit`, or in percent for shares of one."""
    high: float | None = None
    general: str | None = None
    """The bare metric it refines: `accuracy` for `top-1 accuracy`."""
    unspecific: bool = False
    """A word for how good something is (`performance`), by which papers mean different measures: no two compare."""
    resource: bool = False
    kind_hint: KindHint | None = None
    """For resources: the kind of claim that a change of it is."""
    ordinary_names: tuple[str, ...] = ()
    """Names that are also everyday words or other terms (`time`, `IS`): only beside a figure, in exactly this case."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


Entry = TypeVar("Entry", Benchmark, Metric)

_DROPPED = re.compile(r"[\s\-‐‑‒–—−_{}$^\\'’]+|\.(?!\d)")
_PADDING = re.compile(
    r"^(?:the |average |averaged |mean |overall |total |final |test |testing |validation )+"
    r"|(?: scores?| rates?| values?| metrics?| performance| measures?)+$"
)


@lru_cache(maxsize=1 << 13)
def fold(name: str) -> str:
    """The key that names are compared by: `GSM8K`, `GSM8k` and `GSM-8K` share one.

    Letter case, white space, hyphens and dashes, underscores, apostrophes, TeX's `$ ^ { } \\`, and dots that no digit
    follows are dropped. Digits, `@`, `+`, `/`, `&` and dots before a digit stay: `SQuAD 2.0` is not `SQuAD 20`.
    """
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name).casefold())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All benchmarks and metrics. Names are unique, after folding, among benchmarks and among metrics."""

    benchmarks: tuple[Benchmark, ...]
    metrics: tuple[Metric, ...]
    _benchmark_by_key: Mapping[str, Benchmark] = field(init=False, repr=False, compare=False)
    _metric_by_key: Mapping[str, Metric] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_benchmark_by_key", _by_key(self.benchmarks, "benchmarks"))
        object.__setattr__(self, "_metric_by_key", _by_key(self.metrics, "metrics"))

    def __reduce__(self) -> tuple[type[Lexicon], tuple[tuple[Benchmark, ...], tuple[Metric, ...]]]:
        return Lexicon, (self.benchmarks, self.metrics)

    def benchmark(self, name: str) -> Benchmark | None:
        """The benchmark of this name or alias, however it is cased, spaced and hyphenated."""
        return self._benchmark_by_key.get(fold(name))

    def metric(self, name: str) -> Metric | None:
        """The metric of this name or alias; a plural and padding (`average`, `score`, `rate`) are looked through."""
        for key in _metric_keys(name):
            if found := self._metric_by_key.get(key):
                return found
        return None


@additions.cached
def load() -> Lexicon:
    """The lexicon that ships with the package, and what the user added to it.

    An entry of a name that is listed adds its aliases, metrics and ordinary names to the listed one, and its other
    fields take the place of that one's.
    """
    shipped = read(Path(__file__).parent)
    added = _own()
    if not added:
        return shipped
    entries: dict[type, dict[str, Benchmark | Metric]] = {
        Benchmark: {fold(entry.name): entry for entry in shipped.benchmarks},
        Metric: {fold(entry.name): entry for entry in shipped.metrics},
    }
    taken: dict[type, dict[str, Benchmark | Metric]] = {
        Benchmark: {**shipped._benchmark_by_key},
        Metric: {**shipped._metric_by_key},
    }
    for where, entry in added:
        listed = entries[type(entry)].get(fold(entry.name))
        names = taken[type(entry)]
        if len({fold(name) for name in entry.names}) < len(entry.names):
            raise InputError(f"{where}: lists a spelling twice, or one that folding covers already")
        for name in entry.names:
            if (other := names.get(fold(name))) is not None and other is not listed:
                raise InputError(f"{where}: the name {name!r} is taken already: {other.name!r} has it")
        whole = entry if listed is None else _with(listed, entry)
        names.update((fold(name), whole) for name in whole.names)
        entries[type(entry)][fold(whole.name)] = whole
    benchmarks = tuple(one for one in entries[Benchmark].values() if isinstance(one, Benchmark))
    metrics = tuple(one for one in entries[Metric].values() if isinstance(one, Metric))
    known = {metric.name for metric in metrics}
    for where, entry in added:
        if unknown := sorted(_metrics_named(entry) - known):
            raise InputError(f"{where}: names the metric {unknown[0]!r}, which no entry is named; add it, too")
    return Lexicon(benchmarks, metrics)


def _with(listed: Benchmark | Metric, added: Benchmark | Metric) -> Benchmark | Metric:
    """An entry with what a user's entry of the same name says: lists grow, other fields are replaced where given."""
    given = {each.name: getattr(added, each.name) for each in fields(added) if each.name != "name"}
    given = {name: value for name, value in given.items() if value not in ((), "", None, 0, False)}
    for name, value in given.items():
        if isinstance(value, tuple):
            known = {fold(each) for each in (listed.name, *getattr(listed, name))}
            given[name] = (*getattr(listed, name), *(each for each in value if fold(each) not in known))
    return replace(listed, **given)


def own_benchmarks() -> list[tuple[str, Benchmark]]:
    """The benchmarks that the user added, each with its file, line and name. Raises InputError as `load` does."""
    load()
    return [(where, entry) for where, entry in _own() if isinstance(entry, Benchmark)]


@additions.cached
def _own() -> list[tuple[str, Benchmark | Metric]]:
    entries = [each for file in additions.current().lexicon for each in file.entries("benchmark", "metric")]
    return [
        (
            each.where,
            _entry(each.where, each.record, Benchmark)
            if each.table == "benchmark"
            else _entry(each.where, each.record, Metric),
        )
        for each in entries
    ]


def _metrics_named(entry: Benchmark | Metric) -> set[str]:
    """The metrics that an entry names: what results on it are given in, or what it refines."""
    if isinstance(entry, Benchmark):
        return {*entry.metrics, *filter(None, (entry.default_metric,))}
    return {entry.general} if entry.general is not None else set()


def read(folder: Path) -> Lexicon:
    """The lexicon in `folder`'s `benchmarks.toml` and `metrics.toml`.

    Raises InputError, naming file and entry, for a file that is missing or not TOML, an unknown or ill-typed field,
    a name that two entries share, and a metric that is named but not defined.
    """
    benchmarks = _entries(folder / "benchmarks.toml", "benchmark", Benchmark)
    metrics = _entries(folder / "metrics.toml", "metric", Metric)
    known = {metric.name for metric in metrics}
    for benchmark in benchmarks:
        if unknown := sorted(_metrics_named(benchmark) - known):
            raise InputError(
                f"{folder / 'benchmarks.toml'}: {benchmark.name!r} names the metric {unknown[0]!r}; "
                "write it as metrics.toml names it, or add it there"
            )
    for metric in metrics:
        if metric.general is not None and metric.general not in known:
            raise InputError(
                f"{folder / 'metrics.toml'}: {metric.name!r} refines {metric.general!r}, which no entry is named"
            )
    return Lexicon(benchmarks, metrics)


def _entries(path: Path, table: str, kind: type[Entry]) -> tuple[Entry, ...]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file; a lexicon needs it") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not a TOML file: {error}") from error
    records = data.pop(table, [])
    if data or not isinstance(records, list):
        raise InputError(f"{path}: only entries that begin with [[{table}]] are read; found {', '.join(data) or table}")
    found = tuple(
        _entry(f"{path}: entry {number} ({record.get('name', 'without a name')})", record, kind)
        for number, record in enumerate(records, 1)
    )
    _by_key(found, str(path))
    return found


_CHOICES: Mapping[str, tuple[str, ...]] = {"direction": get_args(Direction), "kind_hint": get_args(KindHint)}
_DERIVED = "ordinary_word"


def _entry(where: str, record: Mapping[str, Any], kind: type[Entry]) -> Entry:
    """One entry, its fields checked against the types that `kind` declares."""
    values: dict[str, Any] = {}
    types = {each.name: each for each in fields(kind) if each.name != _DERIVED}
    for key, value in record.items():
        if key not in types:
            raise InputError(f"{where}: unknown field {key!r}; known are {', '.join(types)}")
        values[key] = _value(f"{where}: field {key!r}", str(types[key].type), value)
        if key in _CHOICES and value not in _CHOICES[key]:
            raise InputError(f"{where}: field {key!r} must be {' or '.join(_CHOICES[key])}, not {value!r}")
    missing = [each.name for each in types.values() if each.default is MISSING and each.name not in values]
    if missing or not values["name"]:
        raise InputError(f"{where}: field 'name' is missing or empty")
    names = {fold(name) for name in (values["name"], *values.get("aliases", ()))}
    if stray := [name for name in values.get("ordinary_names", ()) if fold(name) not in names]:
        raise InputError(f"{where}: ordinary name {stray[0]!r} is neither the name nor an alias")
    if kind is Benchmark:
        if values.get("hub_task") and not (values.get("hub_dataset") and values.get("default_metric")):
            raise InputError(f"{where}: field 'hub_task' needs 'hub_dataset' and 'default_metric' beside it")
        values[_DERIVED] = bool(values.get("ordinary_names"))
    return kind(**values)


_WANTED: Mapping[str, tuple[type, ...]] = {"float": (int, float), "bool": (bool,), "int": (int,)}


def _value(where: str, declared: str, value: object) -> object:
    """`value` as the declared type wants it: TOML's arrays become tuples, its integers floats where floats are due."""
    if declared.startswith("tuple"):
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise InputError(f"{where} must be a list of texts, not {value!r}")
        return tuple(value)
    wanted = _WANTED.get(declared.split(" ")[0], (str,))
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        raise InputError(f"{where} must be of type {declared}, not {value!r}")
    return float(value) if isinstance(value, int) and declared.startswith("float") else value


def _by_key(entries: Iterable[Entry], where: str) -> Mapping[str, Entry]:
    """Entries by each of their folded names. Raises InputError where two names fold to one."""
    found: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.names:
            if (other := found.setdefault(fold(name), entry)) is not entry:
                raise InputError(f"{where}: {entry.name!r} and {other.name!r} share the name {name!r}; keep it in one")
        if len({fold(name) for name in entry.names}) < len(entry.names):
            raise InputError(f"{where}: {entry.name!r} lists a spelling twice, or one that folding covers already")
    return MappingProxyType(found)


@lru_cache(maxsize=1 << 12)
def _metric_keys(name: str) -> tuple[str, ...]:
    """The keys of `name` as it stands, then without plural, then without padding."""
    plain = " ".join(name.casefold().split())
    spellings: list[str] = []
    for spelling in (plain, _PADDING.sub("", plain)):
        singular = [spelling[:-3] + "y"] if spelling.endswith("ies") else []
        spellings += (spelling, *singular, spelling.removesuffix("s"))
    return tuple(dict.fromkeys(map(fold, spellings)))
