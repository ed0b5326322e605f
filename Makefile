# Afterword: `make help` lists what can be made.
#
# It needs Python 3.11 or newer with pip, and make. Everything else goes into .venv/ and node_modules/,
# in the versions that the lock files name, checked against their hashes. Only `make test` looks further: it
# installs Chromium, Firefox and WebKitGTK where there are none, as far as it may.

PYTHON ?= python3
PORT ?= 8000
UV := uv==0.13.9

BIN := .venv/bin
# The machine's pip fills our .venv: not every Python can make one that has a pip of its own (Debian's cannot).
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check -q
# Where the machine has no Node.js, .venv/bin has one.
WITH_NODE := env PATH="$(CURDIR)/$(BIN):$$PATH"
MKDOCS := $(WITH_NODE) $(BIN)/python -m mkdocs
PYTEST := $(WITH_NODE) $(BIN)/python -m pytest
# A file of tests stays with one process: its tests share a page, an engine or a build.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile
NPM := $(WITH_NODE) npm
# Where `make exit-check` writes the site as Markdown, and builds it.
EXIT := .cache/exit
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

# PyPI's Node.js brings its own list of certificates; a company's network may need the machine's.
export NODE_USE_SYSTEM_CA := 1
# The theme's own notice about its future, printed with every build, hides what matters in the output.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build test quick lint snapshot bench exit-check lock clean distclean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

serve: site-ready ## show the site on this machine, rebuilt as you edit (PORT=8000)
	@echo "Afterword will be at http://127.0.0.1:$(PORT)/ (Ctrl+C stops it)"
	@exec $(MKDOCS) serve --dev-addr 127.0.0.1:$(PORT)

build: site-ready ## build the site into site/
	$(MKDOCS) build --strict

test: lint ## check everything: rules, code, pages, the page in browsers
	@AFTERWORD_CHROMIUM="$$($(BIN)/python tools/browser.py --install chromium)"; export AFTERWORD_CHROMIUM; \
	  AFTERWORD_FIREFOX="$$($(BIN)/python tools/browser.py --install firefox)"; export AFTERWORD_FIREFOX; \
	  AFTERWORD_WEBKIT="$$($(BIN)/python tools/browser.py --install webkit)"; export AFTERWORD_WEBKIT; \
	  $(PYTEST) $(SIDE_BY_SIDE)

quick: lint ## check all that needs no browser
	$(PYTEST) -m "not browser" $(SIDE_BY_SIDE)

lint: test-ready ## look for mistakes in the code, in .github and in shell scripts
	$(BIN)/ruff check checker tests tools
	$(BIN)/zizmor --offline --quiet --persona=auditor .github
	$(BIN)/check-jsonschema -q --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema -q --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema -q --builtin-schema vendor.github-issue-forms $(FORMS)
	$(BIN)/check-jsonschema -q --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/python tools/lint_shell.py
	$(BIN)/pre-commit validate-config
	$(BIN)/pre-commit validate-manifest

snapshot: site-ready ## write down all findings over the good letters and the development drafts
	$(BIN)/afterword snapshot tests/letters/snapshot.json tests/letters/good tests/drafts/dev.yaml

bench: test-ready ## measure: what a check costs, and how long the checker takes in browsers (BENCH="--runs 1")
	$(BIN)/python tools/bench_engine.py
	$(WITH_NODE) $(BIN)/python -m tools.bench --json .cache/bench/result.json $(BENCH)

exit-check: site-ready .venv-exit/.installed ## build the site with another generator, Zensical
	rm -rf $(EXIT)
	$(BIN)/afterword pages $(EXIT)
	cd $(EXIT) && ../../.venv-exit/bin/zensical build --strict
	@echo "Built without MkDocs: see $(EXIT)/site/"

lock: .venv/.made ## renew the lock files; `make lock UPGRADE=--upgrade` takes newer versions
	$(PIP) install $(UV)
	cd requirements && for name in site test node exit; do \
	  ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-annotate --no-header --no-emit-index-url --no-emit-find-links \
	    $(UPGRADE) $$name.in --output-file $$name.txt > /dev/null || exit 1; \
	done
	@$(MAKE) --no-print-directory .venv/.node
	$(NPM) install --package-lock-only

clean: ## remove what was built
	rm -rf site dist .cache .pytest_cache .ruff_cache .hypothesis
	find checker tests tools -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove what was installed, too
	rm -rf .venv .venv-exit node_modules

# What was installed is marked by empty files, each newer than the lock file it was installed from.

.PHONY: site-ready test-ready
site-ready: .venv/.site .venv/.project node_modules/.installed
test-ready: site-ready .venv/.test

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Afterword needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m pip --version > /dev/null || \
	  { echo "Afterword needs pip, which this Python lacks. On Debian or Ubuntu: apt-get install python3-pip"; exit 1; }
	$(PYTHON) -m venv --without-pip .venv
	@touch $@

.venv/.site: requirements/site.txt .venv/.made
	@echo "Installing the site generator (about 70 MB, once)"
	$(PIP) install --require-hashes -r requirements/site.txt
	@touch $@

.venv/.test: requirements/test.txt .venv/.site
	@echo "Installing the test tools (about 70 MB, once)"
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

.venv-exit/.installed: requirements/exit.txt .venv/.made
	@echo "Installing Zensical (about 110 MB, once)"
	$(PYTHON) -m venv --without-pip .venv-exit
	$(PYTHON) -m pip --python .venv-exit/bin/python --disable-pip-version-check -q install --require-hashes -r requirements/exit.txt
	@touch $@

.venv/.project: pyproject.toml .venv/.site
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.node: requirements/node.txt tools/node.py .venv/.made
	@$(PYTHON) tools/node.py || { echo "Installing Node.js (about 60 MB, once)"; \
	  $(PIP) install --require-hashes -r requirements/node.txt; }
	@touch $@

node_modules/.installed: package-lock.json package.json .npmrc .venv/.node
	$(NPM) ci
	@touch $@
