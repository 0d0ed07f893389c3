# Everything runs in a virtual environment of its own; nothing else needs to be there but Python.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# PINNED=1 installs exactly what requirements/ci.txt lists, by hash; CI does.
EXTRAS := dev
PINS := requirements/ci.txt
SUPPLY := build/supply

.PHONY: build test check lint types golden bench fuzz lowest pins audit wheel sbom clean

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

fuzz: $(STAMP)  ## look for bytes that break something, for SECONDS=60 in all
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	FLAREGEN_FUZZ_SECONDS=$(or $(SECONDS),60) $(BIN)/pytest tests/fuzz -q

lowest:  ## test with the lowest version of every dependency that pyproject.toml allows
	mkdir -p build
	$(PYTHON) requirements/lower_bounds.py > build/lowest.txt
	$(PYTHON) -m venv --clear build/lowest
	build/lowest/bin/python -m pip install --quiet --disable-pip-version-check -c build/lowest.txt \
		--editable . pytest pytest-xdist hypothesis hypothesis-jsonschema trio
	build/lowest/bin/python -m pytest -q -n auto -p no:cacheprovider \
		tests/golden/test_golden.py tests/reading tests/runtime tests/following/test_overlay.py

$(SUPPLY): pyproject.toml
	$(PYTHON) -m venv --clear $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check '.[supply]'
	touch $@

pins: $(SUPPLY)  ## write requirements/ci.txt anew; do it with the oldest Python that is supported
	$(SUPPLY)/bin/pip-compile pyproject.toml --quiet --upgrade --extra dev --extra fuzz --extra supply \
		--generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-options \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $(PINS)

audit: $(SUPPLY)  ## ask for known vulnerabilities of what CI installs; fails where it cannot ask
	$(SUPPLY)/bin/pip-audit --strict --progress-spinner off --disable-pip --require-hashes -r $(PINS); \
		status=$$?; [ $$status = 0 ] || echo "audit: vulnerable, or the service could not be asked (see above)" >&2; exit $$status

wheel: $(SUPPLY)  ## dist/: the same bytes whoever builds it, from the same commit
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(SUPPLY)/bin/python -m pip wheel --quiet \
		--disable-pip-version-check --no-deps --wheel-dir dist .

sbom: wheel  ## dist/flaregen.cdx.json: what an installation of the wheel consists of
	$(PYTHON) -m venv --clear build/installed
	build/installed/bin/python -m pip install --quiet --disable-pip-version-check dist/flaregen-*.whl
	build/installed/bin/python -m pip uninstall --quiet --yes pip setuptools
	$(SUPPLY)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--of JSON -o dist/flaregen.cdx.json build/installed/bin/python

clean:
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Flaregen needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
ifdef PINNED
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(PINS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
endif
	touch $@
