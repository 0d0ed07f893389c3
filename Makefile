# Everything runs in a virtual environment of its own; nothing else needs to be there but Python.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# Tests start flaregen a thousand times, which else compiles its modules again each time.
unexport PYTHONDONTWRITEBYTECODE

# PINNED=1 installs exactly what requirements/ci.txt lists, by hash, the fuzzer included; CI does.
PINS := requirements/ci.txt
SUPPLY := build/supply
LOWEST := build/lowest
PIP := python -m pip --quiet --disable-pip-version-check
PIP_COMPILE = $(SUPPLY)/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras \
	--allow-unsafe --no-header --no-emit-options --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host

.PHONY: aiohttp build docs test tests quick check lint types mypy pyright golden bench whole fuzz interpreters lowest peers pins audit wheel sbom release clean

build: $(STAMP)  ## set everything up and write the client into generated/
	$(BIN)/flaregen build
	@echo
	@echo "The client is in generated/workers_ai; generated/README.md has an example of every task. Next:"
	@printf '  %-36s %s\n' '$(BIN)/flaregen inspect' 'list the operations of the document' \
		'$(BIN)/flaregen init ~/code/shop' 'set up your own repository with the client' \
		'make test' 'run every check and test'

test: lint types check  ## set everything up and run every check and test
	$(MAKE) --no-print-directory tests

tests: $(STAMP)
	$(BIN)/pytest -n auto --dist worksteal

quick: $(STAMP) lint  ## lint, types, goldens, and the tests near to what changed since main
	$(BIN)/mypy generator/flaregen
	$(BIN)/mypy templates/runtime
	$(BIN)/pytest -q -n auto -x tests/golden tests/test_rooms.py $$($(BIN)/python tests/changed.py)

check: $(STAMP)
	$(BIN)/flaregen check

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: mypy pyright

mypy: $(STAMP)
	$(BIN)/mypy generator/flaregen
	$(BIN)/mypy templates/runtime
	$(BIN)/mypy generated/workers_ai
	MYPYPATH=generated $(BIN)/mypy docs/examples/*.py docs/site/*.py

pyright: $(STAMP)
	$(BIN)/pyright --warnings --pythonpath $(BIN)/python generated/workers_ai

golden: $(STAMP)  ## accept what the golden tests now produce; look at the diff before you commit it
	$(BIN)/pytest tests/golden -q --accept

docs: $(STAMP)  ## write the site into build/site/html, and fail on a broken link
	$(BIN)/python docs/site/build.py

# In the order of the folders: the files with the fewest tests, which take longest, would else come last.
whole: $(STAMP)  ## what takes long: clients of the whole document, random edits, harmful documents, fuzzing
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder -m long

bench: $(STAMP)
	$(BIN)/python bench/run.py $(ARGS)

peers: bench/.peers/.installed  ## install what is measured beside, and whose calls tests repeat

bench/.peers/.installed: bench/peers.txt
	$(PYTHON) -m venv bench/.peers
	bench/.peers/bin/$(PIP) install --requirement bench/peers.txt
	touch $@

aiohttp: $(STAMP)  ## run the tests of the runtime with the transport over aiohttp
	WORKERS_AI_MODES=aiohttp $(BIN)/pytest tests/runtime -q -n auto -k aiohttp

fuzz: $(STAMP)  ## look for bytes that break something, for SECONDS=60 in all
	$(BIN)/$(PIP) install --editable '.[fuzz]'
	FLAREGEN_FUZZ_SECONDS=$(or $(SECONDS),60) $(BIN)/pytest tests/fuzz -q -m ''

$(LOWEST)/.installed: pyproject.toml
	mkdir -p build
	$(PYTHON) requirements/lower_bounds.py > $(LOWEST).txt
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/$(PIP) install --constraint $(LOWEST).txt editables hatchling hatch-fancy-pypi-readme
	$(LOWEST)/bin/$(PIP) install --constraint $(LOWEST).txt --no-build-isolation --editable '.[dev]'
	touch $@

lowest: $(LOWEST)/.installed  ## do the main job with the lowest version of every dependency that pyproject.toml allows
	$(LOWEST)/bin/mypy --cache-dir $(LOWEST)/.mypy_cache generator/flaregen
	$(LOWEST)/bin/flaregen check
	$(LOWEST)/bin/python -m pytest -q -n auto -p no:cacheprovider tests/golden/test_golden.py \
		tests/reading tests/validating tests/selecting tests/openapi tests/runtime tests/overlays/test_overlay.py tests/supply

interpreters:  ## set flaregen up for PYTHONS="python3.12 ...", too; a test compares what they build
	for python in $(PYTHONS); do \
		folder=build/interpreters/$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])') && \
		$$python -m venv --clear $$folder && $$folder/bin/$(PIP) install --editable . || exit 1; \
	done

$(SUPPLY)/.installed: requirements/supply.txt
	$(PYTHON) -m venv --clear $(SUPPLY)
	$(SUPPLY)/bin/$(PIP) install --require-hashes -r requirements/supply.txt
	touch $@

pins: $(SUPPLY)/.installed  ## write the lists of pins anew; do it with the oldest Python, on CI's machine
	$(PIP_COMPILE) pyproject.toml --extra dev --extra docs --extra fuzz --output-file $(PINS)
	$(PIP_COMPILE) requirements/supply.in --output-file requirements/supply.txt

audit: $(SUPPLY)/.installed  ## ask for known vulnerabilities of the pins; fails where it cannot ask
	$(SUPPLY)/bin/pip-audit --strict --progress-spinner off --disable-pip --require-hashes \
		-r $(PINS) -r requirements/supply.txt || { echo "audit: FAILED: something is vulnerable, or" \
		"the advisory service could not be asked: the lines above say which. What it does not find" \
		"at all was not asked for either." >&2; exit 1; }

wheel: $(SUPPLY)/.installed  ## dist/: the same bytes whoever builds it, from the same commit
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(SUPPLY)/bin/$(PIP) wheel --no-deps \
		--no-build-isolation --wheel-dir dist .

sbom: wheel  ## dist/flaregen.cdx.json: what an installation of the wheel consists of
	$(PYTHON) -m venv --clear build/installed
	sed -n 's/^\([a-z0-9.-]*==[^ ]*\).*/\1/p' $(PINS) > build/pins.txt
	build/installed/bin/$(PIP) install --constraint build/pins.txt dist/flaregen-*.whl
	build/installed/bin/$(PIP) uninstall --yes pip setuptools
	$(SUPPLY)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--of JSON -o build/environment.cdx.json build/installed/bin/python
	$(SUPPLY)/bin/python requirements/wheel_sbom.py dist/flaregen-*.whl build/environment.cdx.json \
		> dist/flaregen.cdx.json

RELEASE := build/release
TRIAL := build/trial
EPOCH := SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct)

release: sbom  ## build/release/: all that TAG=v1.2.3 would publish, tried out; nothing is published
	rm -rf $(RELEASE)
	mkdir -p $(RELEASE)/packages $(RELEASE)/client
	$(PYTHON) requirements/release_notes.py $(TAG) > $(RELEASE)/notes.md
	cp dist/flaregen-*.whl $(RELEASE)/packages
	cp dist/flaregen.cdx.json $(RELEASE)
	$(EPOCH) $(SUPPLY)/bin/python -m hatchling build -t sdist -d $(RELEASE)/packages
	cd generated && $(EPOCH) ../$(SUPPLY)/bin/python -m hatchling build -t wheel -d ../$(RELEASE)/client
	$(SUPPLY)/bin/twine check --strict $(RELEASE)/packages/* $(RELEASE)/client/*
	$(PYTHON) -m venv --clear $(TRIAL)
	$(TRIAL)/bin/$(PIP) install --constraint build/pins.txt $(RELEASE)/packages/*.whl $(RELEASE)/client/*.whl
	folder=$$(mktemp -d) && cd $$folder && bin=$(CURDIR)/$(TRIAL)/bin && \
		$$bin/flaregen build --quiet && $$bin/flaregen check --quiet && \
		diff -r --exclude=__pycache__ --exclude=flaregen.lock generated/workers_ai \
			$$($$bin/python -P -c 'import workers_ai; print(workers_ai.__path__[0])') && rm -r $$folder
	@echo "$(RELEASE): built, checked and tried out; RELEASING.md says what comes next"

clean:
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Flaregen needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	@echo "Setting up $(VENV): downloads, from one to three minutes"
	$(PYTHON) -m venv $(VENV)
ifdef PINNED
	$(BIN)/$(PIP) install --require-hashes -r $(PINS)
	$(BIN)/$(PIP) install --no-deps --no-build-isolation --editable .
else
	$(BIN)/$(PIP) install --editable '.[dev,docs]'
endif
	touch $@
