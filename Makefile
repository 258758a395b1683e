# Khata Desktop: every task of a developer, by name. `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

export PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.set-up
# Tests wait for other processes now and then: one worker more than the two cores the whole run is measured on.
WORKERS ?= 3

.PHONY: help
help: ## list the tasks
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | sort | \
		while IFS=$$'\t' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

# --- set-up ---------------------------------------------------------------------------------------------

.PHONY: setup
setup: $(STAMP) ## make the environment in .venv, from the lock file

$(STAMP): requirements.lock pyproject.toml deploy/setup-environment.sh
	bash deploy/setup-environment.sh
	@touch $@

.PHONY: system-window system-test system-build
system-window:
	@bash deploy/setup-debian.sh window
system-test:
	@bash deploy/setup-debian.sh test
system-build:
	@bash deploy/setup-debian.sh build

# --- use ------------------------------------------------------------------------------------------------

.PHONY: run
run: system-window setup ## do all set-up and open the program on the sample shop
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		shop="$$($(BIN)/python -c 'from khata_desktop import config; print(config.user_data_dir() / "sample-shop.khata")')"; \
		[ -e "$$shop" ] || $(BIN)/khata demo "$$shop"; \
		exec $(BIN)/khata open "$$shop"; \
	else \
		echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so nothing can be opened."; \
		echo "Drawing every window into ./tour instead."; \
		$(MAKE) --no-print-directory tour; \
	fi

.PHONY: tour
tour: system-window setup ## draw every window, in three languages and two themes, into ./tour
	@rm -rf tour
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m khata_desktop.ui.tour tour

# --- checks ---------------------------------------------------------------------------------------------

.PHONY: test
test: system-test setup check pytest ## do all set-up and run everything that checks the project

.PHONY: check
check: setup ## format, lint, types and import rules only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: pytest
pytest: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n $(WORKERS) --dist worksteal

# How many seeds, from which on, in how many processes; one alone with its whole story: SEED=17.
SEEDS ?= 5000
FIRST ?= 0
SEED ?=
.PHONY: simulate
simulate: setup ## simulate a shop of devices under every fault (SEEDS=50000 FIRST=0 WORKERS=2, or SEED=17)
	@if [ -n "$(SEED)" ]; then $(BIN)/python -m tests.simulation --seed $(SEED); \
		else $(BIN)/python -m tests.simulation $(SEEDS) --from $(FIRST) --workers $(WORKERS); fi

.PHONY: format
format: setup ## format the code and mend what the linter can
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: translations
translations: setup ## bring the translations in step with the sources (add ARGS=--missing to list what is open)
	$(BIN)/python resources/i18n/update.py $(ARGS)

.PHONY: bench
bench: setup ## measure speed against hand-written sqlite3 (takes a while)
	$(BIN)/python -m bench

# --- packages -------------------------------------------------------------------------------------------

.PHONY: build
build: setup system-build ## make dist/khata-desktop, which needs no Python, and start it
	$(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec
	bash deploy/check-build.sh dist/khata-desktop

.PHONY: wheel
wheel: setup ## make the wheel in dist/
	$(BIN)/python -m build --wheel --no-isolation

.PHONY: lock
lock: ## write requirements.lock anew (UPGRADE=--upgrade for the newest of everything)
	bash deploy/lock.sh $(UPGRADE)

.PHONY: i18n
i18n: setup ## collect the texts to translate and compile the translations
	$(BIN)/python resources/i18n/update.py

.PHONY: clean
clean: ## remove what was built and the caches, but not .venv
	rm -rf build dist tour .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find khata_desktop tests bench migrations resources -name __pycache__ -type d -prune -exec rm -rf {} +
