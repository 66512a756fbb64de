# Two commands are enough: `make demo` and `make test`. Each sets up everything that it needs.
.DEFAULT_GOAL := help
UV := .tools/bin/uv
PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest -n 2 --dist loadfile

.PHONY: pictures messages typeface help demo test check audit drill bench dev setup lock
.DELETE_ON_ERROR:

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

demo: .venv/ready ## a living newspaper, at an address that it prints
	.venv/bin/broadsheet demo

test: .venv/ready .tools/chromium ## every test, browser tests included
	BROADSHEET_TEST_DATABASE=postgresql $(PYTEST) --quiet broadsheet
	$(PYTEST)

check: .venv/ready ## format, lint, types, contracts, migrations
	.venv/bin/ruff format --check --quiet .
	.venv/bin/ruff check --quiet .
	.venv/bin/mypy broadsheet
	.venv/bin/lint-imports
	.venv/bin/broadsheet django makemigrations --check --dry-run

audit: .venv/ready .tools/chromium .tools/npm/ready ## outside judges: HTML, accessibility, speed (needs Java)
	$(PYTHON) -m audit

pictures: .venv/ready .tools/chromium ## take the pictures of docs/editing.md again
	BROADSHEET_PICTURES=docs/pictures $(PYTHON) -m pytest --quiet tests/journeys/test_desk.py

drill: .venv/ready ## faults, on purpose
	$(PYTHON) -m drill $(ONLY)

bench: .venv/ready ## how fast (needs wrk and nginx)
	$(PYTHON) -m bench $(ONLY)

dev: .venv/ready ## the demo with errors shown and its code reloaded
	BROADSHEET_DEBUG=true .venv/bin/broadsheet demo --reload

messages: .venv/ready ## gather what can be translated, compile what has been
	$(PYTHON) -m making.messages

setup: .venv/ready ## install everything into .venv

lock: | $(UV) ## compile the pinned, hashed requirements
	$(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.13 \
		--group dev pyproject.toml --output-file requirements.txt

$(UV):
	@python3 -c 'import ensurepip' || { echo "python3 cannot make environments: install the package python3-venv"; exit 1; }
	python3 -m venv .tools
	.tools/bin/python -m pip install --quiet uv

.venv/ready: requirements.txt pyproject.toml | $(UV)
	$(UV) venv --quiet --allow-existing --python 3.13 .venv
	$(UV) pip sync --quiet --require-hashes requirements.txt
	$(UV) pip install --quiet --no-deps --editable .
	touch $@

.tools/chromium: .venv/ready
	$(PYTHON) -m tests.browser > $@

# Exact versions, no lock: a lock would record where each file was fetched from.
.tools/npm/ready: audit/tools.txt
	@command -v npm > /dev/null || { echo "npm is missing: install the packages nodejs and npm"; exit 1; }
	npm install --prefix .tools/npm --no-save --no-package-lock --no-audit --no-fund --silent $$(cat audit/tools.txt)
	touch $@

NEWSREADER := @fontsource-variable/newsreader@5.3.0
typeface: | $(UV) ## cut the typeface from its package again (needs npm)
	npm pack --silent --pack-destination .tools $(NEWSREADER) > /dev/null
	mkdir -p .tools/newsreader && tar -xzf .tools/fontsource-variable-newsreader-*.tgz -C .tools/newsreader
	$(UV) run --quiet --no-project --with fonttools --with brotli making/typeface.py \
		.tools/newsreader/package broadsheet/web/static/web/fonts
