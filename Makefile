# What a person or CI runs. `make help` lists it.

VENV        ?= .venv
PYTHON      ?= python3
# Where pip finds torch, such as the index of its CPU-only builds (README says how to find it); empty: the usual place.
TORCH_INDEX ?=
# The version of torch that `make constraints` pins; the one pinned now if left out.
TORCH       ?= $(shell sed -n 's/^torch==//p' constraints.txt)
# How long `make fuzz` goes on.
MINUTES     ?= 60
# Processes that pytest works in.
WORKERS     ?= 2
# Secret seeds that `make selfcheck` grades each answer with; by hand three or more.
SEEDS       ?= 1
# Sets of hidden inputs an answer meets with each of them: as many as a class is graded with.
INPUTS      ?= 3

BIN   := $(abspath $(VENV))/bin
READY := $(VENV)/.installed
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --timeout 900

# A folder of wheels built before, for tests/test_packaging.py; empty: it builds its own.
GAN_COURSE_WHEELS ?=
export GAN_COURSE_WHEELS

export PATH := $(BIN):$(PATH)
# Two spinning OpenMP threads on a busy machine run several times slower than one.
export OMP_NUM_THREADS := 1
export OMP_WAIT_POLICY := PASSIVE

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help venv demo test lint types release release-check selfcheck selfcheck-full test-units \
	test-notebooks test-threads test-browser fuzz bench docs pictures constraints clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' Makefile

venv: $(READY) ## make .venv with both packages and the tools (TORCH_INDEX=, PYTHON=, VENV=)

$(READY): constraints.txt pyproject.toml grading/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make venv PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.3'
	$(BIN)/python -m pip install --quiet --no-deps --constraint constraints.txt $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt \
		--group dev --editable '.[distributed,tables]' --editable grading
	@touch $@

demo: venv ## release the course, grade a sample class, show the table and the report's path
	$(BIN)/gan-grade release
	$(BIN)/gan-grade demo

test: venv lint types release-check selfcheck test-units test-notebooks ## all that CI runs
	@if .ci/chromium; then $(MAKE) --no-print-directory test-browser; \
	elif [ -n "$$CI" ]; then exit 1; \
	else echo "make test: all passed; the browser tests were left out."; fi

lint: venv ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: venv ## mypy, strict, over the three packages
	$(BIN)/mypy

release: venv ## build the executed notebooks and course/ from the percent sources
	$(BIN)/gan-grade release

release-check: venv ## fail if anything generated differs from its source
	$(BIN)/gan-grade release --check

selfcheck: venv ## try the probes on the bank of answers
	$(BIN)/gan-grade selfcheck --seeds $(SEEDS) --inputs $(INPUTS)

selfcheck-full: venv ## the same over 50 seeds
	$(BIN)/gan-grade selfcheck --seeds 50

test-units: venv ## pytest with doctests, the built wheels included, the browser left out
	$(PYTEST) --ignore tests/browser tests
	$(PYTEST) --doctest-modules gan_course grading/gan_grading grading/gan_worker

test-notebooks: venv ## replay the solved notebooks; run the released ones unsolved, on two threads
	$(PYTEST) --nbval --nbval-current-env --nbval-cell-timeout 120 solutions
	OMP_NUM_THREADS=2 $(PYTEST) --nbval-lax --nbval-current-env --nbval-cell-timeout 120 course

test-threads: venv ## replay the solved notebooks on two threads, where `make test` uses one
	OMP_NUM_THREADS=2 $(BIN)/python -m pytest --timeout 900 --nbval --nbval-current-env --nbval-cell-timeout 240 solutions

test-browser: venv ## drive the notebooks' widgets in JupyterLab with Chromium
	@.ci/chromium
	$(BIN)/python -m pytest --timeout 900 tests/browser

fuzz: venv ## odd answers to every exercise for an hour (MINUTES=)
	$(BIN)/python -m tests.benchmarks.fuzz --minutes $(MINUTES)

bench: venv ## run the measured comparisons
	@for file in tests/benchmarks/[!_]*.py; do \
		echo "== $$file"; $(BIN)/python -m tests.benchmarks.$$(basename $$file .py) || exit 1; done

docs: venv ## build the documentation site under build/docs/html; needs no network
	$(BIN)/python .github/docs/assemble.py build/docs/source
	$(BIN)/sphinx-build -q -W --keep-going -b html -d build/docs/doctrees build/docs/source build/docs/html
	@echo "build/docs/html/index.html"

pictures: venv ## draw the README's pictures and the gallery's again
	$(BIN)/python .github/images/draw.py
	$(BIN)/python .github/docs/gallery.py

constraints: ## pin the newest set that pip resolves in a fresh environment; run `make test` before committing it
	rm -rf build/constraints
	$(PYTHON) -m venv build/constraints
	build/constraints/bin/python -m pip install --quiet --upgrade 'pip>=25.3'
	build/constraints/bin/python -m pip install --quiet --no-deps $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) 'torch==$(TORCH)'
	build/constraints/bin/python -m pip install --quiet --group dev --editable '.[distributed,tables]' --editable grading
	{ grep '^#' constraints.txt; build/constraints/bin/python -m pip freeze --exclude-editable | sed 's/+.*//'; } > build/constraints.txt
	mv build/constraints.txt constraints.txt

clean: ## remove everything made, the environments left standing
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -not -path './.*' -prune -exec rm -rf {} +
	find . -name .ipynb_checkpoints -not -path './.venv/*' -prune -exec rm -rf {} +
