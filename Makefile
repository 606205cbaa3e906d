PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo

.DEFAULT_GOAL := test
.PHONY: demo test lint bench accuracy docs clean

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	touch $@

# What the checker says about the five seed reports; the same as a page, JSON, JUnit and Markdown in build/demo/.
# Exit code 1 is as it should be: the seeds have faults.
demo: .venv/.installed
	mkdir -p $(DEMO)
	$(BIN)/ogi-checker check seeds \
	  --out json=$(DEMO)/result.json --out junit=$(DEMO)/junit.xml --out markdown=$(DEMO)/report.md --out html=$(DEMO)/report.html \
	  || [ $$? -eq 1 ]

lint: .venv/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/coverage erase
	$(BIN)/pytest --cov --cov-report=term --cov-fail-under=95
	$(BIN)/ogi-checker rules lint
	$(BIN)/ogi-checker rules test
	$(BIN)/ogi-checker rules docs --check
	$(BIN)/ogi-checker rules schema --check

bench: .venv/.installed
	$(BIN)/pytest tests/benchmarks --benchmark-enable --benchmark-sort=name

# Recall and precision of every rule on generated reports, to docs/accuracy.md and rules/accuracy.json.
accuracy: .venv/.installed
	$(BIN)/python -m tests.accuracy
	$(BIN)/ogi-checker rules docs

docs: .venv/.installed
	$(BIN)/ogi-checker rules docs
	$(BIN)/ogi-checker rules schema

clean:
	rm -rf .venv build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
