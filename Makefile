# Two commands are enough: `make demo` and `make test`. Each sets up everything that it needs.
.DEFAULT_GOAL := help
UV := .tools/bin/uv
PYTHON := .venv/bin/python

.PHONY: help setup lock check test migrations

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(UV):
	python3 -m venv .tools
	.tools/bin/python -m pip install --quiet uv

.venv/ready: requirements.txt pyproject.toml | $(UV)
	$(UV) venv --quiet --allow-existing --python 3.13 .venv
	$(UV) pip sync --quiet --require-hashes requirements.txt
	$(UV) pip install --quiet --no-deps --editable .
	touch $@

setup: .venv/ready ## install everything into .venv

lock: | $(UV) ## compile the pinned, hashed requirements
	$(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.13 \
		--group dev pyproject.toml --output-file requirements.txt

check: .venv/ready ## format, lint, types, contracts, migrations
	.venv/bin/ruff format --check --quiet .
	.venv/bin/ruff check --quiet .
	.venv/bin/mypy broadsheet
	.venv/bin/lint-imports --no-logo 2>&1 || .venv/bin/lint-imports
	.venv/bin/broadsheet django makemigrations --check --dry-run

test: .venv/ready ## every test
	$(PYTHON) -m pytest
