# `make` or `make help` lists the targets. Every target sets up what it needs in .venv; it is set up again only when
# pyproject.toml changes.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet
USED := $(VENV)/.installed
DEVELOPED := $(VENV)/.installed-dev
PLAIN := build/plain
SAMPLE := data/digital-labour.txt
FUZZ_SECONDS := 60
HOSTILE := 500
DEMO := outputs/digital-labour

# --- using it -----------------------------------------------------------------------------------------------

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(USED) ## install into .venv, build the sample in data/, say where the page is
	@$(VENV)/bin/conceptgraph build $(SAMPLE) -o $(DEMO)
	@echo "The page: $(CURDIR)/$(DEMO)/graph.html (open it in a browser)"

# --- checking it --------------------------------------------------------------------------------------------

check: lint types quality test ## everything that continuous integration runs

lint: $(DEVELOPED) ## style and format (ruff)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(DEVELOPED) ## strict types (mypy)
	$(VENV)/bin/mypy

quality: $(DEVELOPED) ## scores on our own gold, both segmenters; fails below the pinned floor
	$(PYTHON) eval/floor.py

floor: $(DEVELOPED) ## pin the present scores; refuses to lower one (changed gold: NEW_GOLD="why")
	$(PYTHON) eval/floor.py --pin $(if $(NEW_GOLD),--new-gold "$(NEW_GOLD)")

test: $(DEVELOPED) plain node ## tests, doctests, architecture, start-up without the developers' packages
	PATH="$$PATH:$(CURDIR)/$(VENV)/bin" CONCEPTGRAPH_PLAIN_PYTHON=$(PLAIN)/bin/python $(PYTHON) -m pytest

bench: $(DEVELOPED) ## time and memory against a fresh jieba.posseg; shares; a corpus (BENCH_CORPUS=, BENCH_SOURCE=)
	$(PIP) install --editable '.[bench]'
	$(PYTHON) benchmarks/start_to_end.py
	$(PYTHON) benchmarks/relate_share.py
	$(if $(BENCH_CORPUS)$(BENCH_SOURCE),$(PYTHON) benchmarks/corpus.py)

fuzz: $(DEVELOPED) ## coverage-guided fuzzing of reading and cleaning, FUZZ_SECONDS=60 (needs atheris: Linux)
	$(PIP) install --editable '.[fuzz]'
	$(PYTHON) tests/fuzz/read_and_clean.py -max_total_time=$(FUZZ_SECONDS)

hostile: $(DEVELOPED) ## HOSTILE=500 broken and hostile inputs, each in a process of its own; prints a table
	$(PYTHON) tests/hostile.py $(HOSTILE)

docs: $(USED) ## the reference pages under docs/ that come from the code
	$(PYTHON) docs/make_reference.py

example: $(USED) ## the built example that is kept in outputs/example
	$(VENV)/bin/conceptgraph build $(SAMPLE) -o outputs/example --lang zh

clean: ## remove environments, builds and caches (outputs/ stays)
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache tests/js/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- setting it up ------------------------------------------------------------------------------------------

$(PYTHON):
	python=$$(.ci/find-python) && "$$python" -m venv $(VENV)

$(USED): pyproject.toml | $(PYTHON)
	$(PIP) install --editable .
	@touch $@

$(DEVELOPED): pyproject.toml | $(PYTHON)
	$(PIP) install --editable '.[dev]'
	@touch $@ $(USED)

# A second environment with the wheel and what it needs, nothing of the developers'.
plain: $(PLAIN)/.installed
	rm -rf build/wheel
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir build/wheel .
	$(PLAIN)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-index --force-reinstall build/wheel/*.whl

$(PLAIN)/.installed: pyproject.toml $(DEVELOPED)
	$(PYTHON) -m venv --clear $(PLAIN)
	$(PLAIN)/bin/python -m pip --disable-pip-version-check --quiet install .
	@touch $@

# The readers of graph files that run in Node (graphology), where the tests have a lock file for them.
node: $(DEVELOPED)
	@$(PYTHON) .ci/install_node_packages.py tests/js

.PHONY: help demo check lint types quality floor test bench fuzz hostile docs example clean plain node
