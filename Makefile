# `make help` lists what there is to do. Everything runs in .venv, which is set up on first use and again when
# pyproject.toml or constraints.txt change.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST = $(BIN)/python -m pytest --numprocesses auto --dist worksteal --max-worker-restart 1
MONO := mono-mcs mono-runtime libmono-system-runtime-serialization4.0-cil libnewtonsoft-json5.0-cil tzdata
CHROMIUM := /usr/bin/chromium
FUZZ := .venv-fuzz
CAPTURE := tests/unit/check/captures/batch_details_broken.xml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run serve quick test explore conformance interop browser fuzz judge package lint types layers check golden bench mutants clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 13

run: $(VENV)/.codegen ## emit the packages, take every documented sample there and back, check a broken capture
	$(BIN)/wiresmith generate specs --out generated
	@echo
	$(BIN)/wiresmith show specs
	@echo
	@echo "A capture that is not what the page documents:"
	$(BIN)/wiresmith validate $(CAPTURE) --as bemicron.batch_details || test $$? -eq 1

serve: $(VENV)/.serve ## serve the APIs of specs/ on this machine, to read and to try (SERVE_ARGS='--port 8000 …')
	$(BIN)/wiresmith serve specs $(SERVE_ARGS)

quick: $(VENV)/.test ## run what tells most in little time, what failed last first: no sockets, no other programs, no random search
	$(PYTEST) -q -x --failed-first -m 'not hypothesis and not slow' tests/unit \
	  $(foreach folder,dotnet export serve xsd,--ignore tests/unit/$(folder)) $(QUICK_ARGS)

test: $(VENV)/.test ## run the tests
	$(PYTEST) $(PYTEST_ARGS)

explore: interop fuzz ## all random cases of interop and fuzz, then search for what breaks a property (EXPLORE_ARGS='--seconds 600 --seed N')
	$(BIN)/python -m tests.explore $(EXPLORE_ARGS)

conformance: $(VENV)/.test ## hold XML against what .NET wrote and read (CASES=folder for other cases of that layout)
	$(BIN)/python -m tests.conformance $(if $(CASES),'$(CASES)') $(CONFORMANCE_ARGS)

lint: $(VENV)/.lint ## check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/wiresmith lint specs

types: $(VENV)/.types ## check types, with mypy and with pyright, both strict, in programs that use emitted clients too
	$(BIN)/mypy
	$(BIN)/pyright --project pyproject.toml --pythonpath $(BIN)/python
	$(PYTEST) tests/types $(TYPES_ARGS)

layers: $(VENV)/.lint ## check which stage imports which
	$(BIN)/lint-imports

interop: $(VENV)/.test ## random values beside Mono's DataContractSerializer, and clients beside a .NET server (Debian's mono-mcs)
	@command -v mcs >/dev/null && test -e /usr/lib/mono/4.5/System.Runtime.Serialization.dll && \
	  ls /usr/lib/cli/Newtonsoft.Json*/Newtonsoft.Json.dll >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get install -qq -y --no-install-recommends $(MONO) >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends $(MONO) >/dev/null; }; \
	  elif [ -z "$$CI" ]; then \
	    echo "interop skipped: it needs Mono; install it with: apt-get install $(MONO)"; \
	  fi; }
	@command -v mcs >/dev/null || [ -n "$$CI" ] || exit 0; $(BIN)/python -m tests.interop $(INTEROP_ARGS)

browser: $(VENV)/.browser ## use the pages of wiresmith serve as people do (Debian's chromium)
	@test -x $(CHROMIUM) || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && { \
	    apt-get install -qq -y --no-install-recommends chromium >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null; }; \
	  }; } || [ -n "$$CI" ] || echo "browser skipped: it needs $(CHROMIUM); install it with: apt-get install chromium"
	@test -x $(CHROMIUM) || [ -n "$$CI" ] || exit 0; WIRESMITH_CHROMIUM=$(CHROMIUM) $(BIN)/python -m pytest tests/browser $(BROWSER_ARGS)

fuzz: $(VENV)/.serve $(FUZZ)/bin/schemathesis ## send what the exported documents allow and forbid to wiresmith serve (Schemathesis)
	$(BIN)/python -m tests.fuzz --program $(FUZZ)/bin/schemathesis $(FUZZ_ARGS)

judge: $(VENV)/.judge ## have other programs read what is exported (openapi-python-client, datamodel-code-generator, xsdata …)
	$(PYTEST) tests/judge $(JUDGE_ARGS)

package: $(VENV)/.package ## build the distribution, install it into an environment of its own, and use it there
	$(BIN)/python -m pytest tests/package -o faulthandler_timeout=600 $(PACKAGE_ARGS)

check: $(VENV)/.codegen ## fail where emitted files, exports or the schema are not what the specs and the code say
	$(BIN)/wiresmith generate specs --out generated --check
	$(BIN)/wiresmith schema --out specs/spec.schema.json --check
	$(BIN)/wiresmith schema --out docs/spec-keys.md --check
	$(BIN)/wiresmith export openapi specs --out tests/data/export --check
	$(BIN)/wiresmith export jsonschema specs --out tests/data/export --check

golden: $(VENV)/.codegen ## write the emitted files, exports, the schema and the reported mistakes again; look at the difference before committing it
	$(BIN)/wiresmith generate specs --out generated
	$(BIN)/wiresmith schema --out specs/spec.schema.json
	$(BIN)/wiresmith schema --out docs/spec-keys.md
	$(BIN)/python -m tests.mistakes
	$(BIN)/wiresmith export openapi specs --out tests/data/export
	$(BIN)/wiresmith export jsonschema specs --out tests/data/export

mutants: $(VENV)/.mutants ## change the code in small ways that the tests should notice (up to an hour; MUTANTS_ARGS='--count 40 client')
	$(BIN)/python -m tests.mutants $(MUTANTS_ARGS)

bench: $(VENV)/.bench ## measure against other libraries (some minutes; an idle machine)
	$(BIN)/python -m tests.bench $(BENCH_ARGS)

clean: ## remove .venv and what tools leave behind
	rm -rf $(VENV) $(FUZZ) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "wiresmith needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1 || true)." >&2; \
	  echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# An environment of its own: it needs other versions of what ours has.
$(FUZZ)/bin/schemathesis: tests/fuzz/constraints.txt | $(BIN)/python
	$(BIN)/python -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --disable-pip-version-check -c tests/fuzz/constraints.txt schemathesis
	@touch $@

# One stamp for each extra: a target installs what it uses, and nothing else. The import roots are linked, not copied: edits count at once.
$(VENV)/.%: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$*]'
	@touch $@
