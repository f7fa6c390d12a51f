# `make serve` shows the site, `make test` runs every check; `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
ENGINE ?= mkdocs
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# What is used is compiled at its first use, where Python may keep what it compiled.
LAZILY := $(if $(PYTHONDONTWRITEBYTECODE),,--no-compile)

.PHONY: help serve site check test pictures lighthouse clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

serve: $(BIN)/.installed ## check, build and serve on 127.0.0.1:8000, again on every save
	@$(BIN)/explainer serve

site: $(BIN)/.installed ## check, and write the site to site/
	@$(BIN)/explainer build --engine $(ENGINE)

check: $(BIN)/.installed ## check every fact and page
	@$(BIN)/explainer check

test: $(BIN)/.tested-with ## style, types, and all tests, in a real Chromium too
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/pytest

pictures: $(BIN)/.tested-with ## draw every kind of page, wide and narrow, light and dark, into build/pictures/
	@$(BIN)/explainer build
	@$(BIN)/python -m tests.browser.pictures site build/pictures

lighthouse: $(BIN)/.tested-with ## score the main pages with Lighthouse as a phone sees them, the median of three; needs node
	@$(BIN)/explainer build
	@$(BIN)/python -m tests.browser.lighthouse site

clean: ## remove everything that was made
	rm -rf .venv .cache build site

# The environment, made from the locks alone and made again when they change.
$(BIN)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python cannot make environments here; on Debian: apt install python3-venv"; exit 1; }
	@echo "Installing the $$(grep -c == $<) packages that $< names into .venv, once: this takes half a minute or more." >&2
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@$(PIP) $(LAZILY) --require-hashes -r $<
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What only the tests need is twice as much, and comes with them.
$(BIN)/.tested-with: tests/requirements.lock $(BIN)/.installed
	@echo "Installing the $$(grep -c == $<) packages that $< names into .venv, once." >&2
	@$(PIP) $(LAZILY) --require-hashes -r $<
	@touch $@
