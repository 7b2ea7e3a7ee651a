# make site: the leaderboard site of the shipped sample.  make test: every check.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test lint format bench growth soak fuzz screenshots figures clean

# With DuckDB for browsers in its cache, where `make test` puts it, the page on SQL answers; else it says how to make it.
site: .venv/.installed
	$(BIN)/leaderboard build --out build --force $(if $(wildcard .venv/.engine),--sql-page --cache .venv/cache)

# Three processes on two cores, since half of the tests wait for a browser or for a process of their own.
test: .venv/.tools .venv/.engine lint
	$(BIN)/pytest --numprocesses 3 --dist loadfile

lint: .venv/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.tools
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Modules are compiled when they are first imported: to compile all of them takes half of an installation.
.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --no-compile --disable-pip-version-check --editable .
	touch $@

.venv/.tools: .venv/.installed
	$(BIN)/pip install --quiet --no-compile --disable-pip-version-check --editable '.[test]'
	$(BIN)/pip download --quiet --disable-pip-version-check --no-deps --python-version 3.12 --only-binary :all: \
	  --dest .venv/wheels every-eval-ever==0.3.0
	touch $@

# DuckDB for browsers, for the tests of the page on SQL.
.venv/.engine: leaderboard/site/browser_engine.toml .venv/.installed
	$(BIN)/python -c "import pathlib, leaderboard.site.browser_engine as engine; engine.fetch(pathlib.Path('.venv/cache'))"
	touch $@

screenshots: site .venv/.tools
	$(BIN)/python tests/screenshots.py build/site dist/screenshots
	cp dist/screenshots/readme-start.png site/screenshots/start.png
	cp dist/screenshots/readme-board.png site/screenshots/board.png

bench: .venv/.tools .venv/quantulum/bin/python
	$(BIN)/python tests/performance/bench.py

# How cost grows with the number of abstracts, up to 100,000: some minutes.
growth: .venv/.tools
	$(BIN)/python tests/performance/growth.py

# What the benchmark compares with, in an environment of its own.
.venv/quantulum/bin/python:
	$(PYTHON) -m venv .venv/quantulum
	$@ -m pip install --quiet --disable-pip-version-check quantulum3==0.9.2

# The oldest DuckDB that reads the files, in an environment of its own.
.venv/older/bin/python:
	$(PYTHON) -m venv .venv/older
	$@ -m pip install --quiet --disable-pip-version-check duckdb==1.4.4

# The lowest versions of the libraries that pyproject.toml allows, and the newest that there are.
.venv/lowest/.installed: RESOLUTION := lowest-direct
.venv/newest/.installed: RESOLUTION := highest
.venv/lowest/.installed .venv/newest/.installed: pyproject.toml .venv/.tools
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(@D)
	$(BIN)/uv pip install --quiet --python $(@D)/bin/python --resolution $(RESOLUTION) --editable .
	$(BIN)/uv pip install --quiet --python $(@D)/bin/python pytest hypothesis
	touch $@

# What reads, asks and draws, without the browsers and validators that other tests need.
SUPPLY := $(patsubst %,tests/test_%.py,sources_inputs sources_records sources_merging sources_values sources_listing \
  ad_hoc addresses charts rules queries store)

# The long runs: an hour and a half on two quiet cores. Each part can be run alone, and several at the same time
# (make --jobs 2 soak); each puts its figures into tests/soak.json and SECURITY.md as it ends.
SOAK := soak-supply soak-store soak-kills soak-races soak-files soak-strings soak-mutations soak-growth
.PHONY: $(SOAK)
soak: $(SOAK)

soak-supply: site .venv/.tools .venv/older/bin/python .venv/lowest/.installed .venv/newest/.installed
	.venv/older/bin/python tests/older_duckdb.py build/site/data/leaderboard.duckdb
	.venv/lowest/bin/python -m pytest --noconftest -p no:cacheprovider $(SUPPLY)
	.venv/newest/bin/python -m pytest --noconftest -p no:cacheprovider $(SUPPLY)

soak-store: .venv/store/.installed
	.venv/store/bin/python tests/object_store.py

# A server of S3 on this machine, and what speaks to it.
.venv/store/.installed: pyproject.toml
	$(PYTHON) -m venv .venv/store
	.venv/store/bin/pip install --quiet --no-compile --disable-pip-version-check --editable '.[cluster]' s3fs 'moto[server]==5.2.5'
	touch $@

soak-kills: .venv/.tools
	$(BIN)/pytest -s --record tests/test_faults.py --kills 100 --whole-site --deselect $(RACES)

soak-races: .venv/.tools
	$(BIN)/pytest -s --record $(RACES) --races 100

RACES := tests/test_faults.py::test_builds_that_race_leave_one_whole

soak-files: .venv/.tools
	$(BIN)/pytest --record tests/test_bad_input.py tests/test_databases.py tests/test_hostile.py tests/test_manifest.py

soak-strings: .venv/.tools
	$(BIN)/python tests/adversarial.py

soak-mutations: .venv/.tools
	$(BIN)/python tests/mutations.py --count 1000000

soak-growth: .venv/.tools
	$(BIN)/python tests/performance/growth.py --extract 1000,10000,100000,1000000 --build 1000,10000,100000,1000000

# Ten minutes of fuzzing that coverage guides. Atheris has wheels for Python up to 3.13.
fuzz: .venv/.tools
	$(BIN)/pip install --quiet --disable-pip-version-check 'atheris>=2.3'
	$(BIN)/python tests/fuzz.py --seconds 600

figures: .venv/.tools
	$(BIN)/python tests/figures.py ../shared

clean:
	rm -rf .venv build dist
