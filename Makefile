# Everything runs in a virtual environment of its own; nothing else needs to be there but Python.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: build test check lint types golden bench clean

build: $(STAMP)  ## set everything up and write the client into generated/
	$(BIN)/flaregen build

test: $(STAMP) lint types check  ## set everything up and run every check and test
	$(BIN)/pytest -n auto --dist worksteal

check: $(STAMP)
	$(BIN)/flaregen check

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy generator/flaregen
	$(BIN)/mypy templates/runtime
	$(BIN)/mypy generated/workers_ai
	$(BIN)/pyright --pythonpath $(BIN)/python generated/workers_ai

golden: $(STAMP)  ## accept what the golden tests now produce; look at the diff before you commit it
	$(BIN)/pytest tests/golden -q --accept

bench: $(STAMP)
	$(BIN)/python bench/run.py $(ARGS)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Flaregen needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
