# Everything that a person does here, by name; `make` alone lists it.
# What a verb does stands in local/ (`python -m local --help`); here it has its name.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Suites start hundreds of Pythons; where bytecode is not kept, each of them compiles all that it imports.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do command -v $$each && break; done)
HERE := .venv/bin/python
LOCAL := $(HERE) -m local
# Two suites at a time, each one's output whole where make can keep it so (from 4.0 on).
PAIRED = $(MAKE) --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
START = $(if $(PORT),--port $(PORT)) $(if $(STRICT),--strict) $(if $(TODAY),--today $(TODAY)) $(if $(LATENCY),--latency $(LATENCY))

##@ On this machine
run: install ## start everything and stay; Ctrl-C stops it [PORT=4700] [STRICT=1] [TODAY=2024-06-01] [LATENCY=3]
	@exec $(LOCAL) run $(START)
up: install ## start everything in the background; .easel/stack.json says where
	@exec $(LOCAL) up $(START)
down: installed ## stop it; pictures, records and keys stay
	@exec $(LOCAL) down
status: installed ## what is up, and whether it answers
	@exec $(LOCAL) status
reset: installed ## stop it and forget every picture, record and key
	@exec $(LOCAL) reset
emulator: install ## only Bedrock's stand-in, for any boto3 script [ARGS="--port 9555"]
	@exec $(HERE) -m emulator $(ARGS)

##@ Keys
key: install ## make a key: TENANT=acme [SCOPES=generate,read] [STAGE=local]
	@exec $(LOCAL) key --tenant "$(TENANT)" --scopes "$(SCOPES)" --stage "$(or $(STAGE),local)"
revoke: install ## end a key: KEY=key_... [STAGE=local]
	@exec $(LOCAL) revoke --key "$(KEY)" --stage "$(or $(STAGE),local)"

##@ Quality
check: install still ## everything that needs no running stack
	@$(PAIRED) unit types infra
test: install still ## check, then the adapters, the deployed local stack and the studio
	@$(PAIRED) unit types infra contract
	@$(MAKE) e2e
	@$(MAKE) studio
fix: install ## format, and mend what can be mended
	@$(HERE) -m ruff format .
	@$(HERE) -m ruff check --fix .
unit: install ## tests of thought: memory and fakes
	@$(HERE) -m pytest tests/unit
infra: install ## tests of the synthesised templates
	@$(HERE) -m pytest tests/infra
contract: install ## tests of the adapters against the local emulators
	@$(HERE) -m pytest tests/contract
e2e: install ## tests through the deployed local stack
	@$(HERE) -m pytest tests/e2e
studio: install browser ## tests of the studio in a real browser; installs Chromium by apt where it is missing
	@$(HERE) -m pytest tests/studio
soak: install ## a fault campaign on a stack of its own, then the auditor [IMAGES=2000] [SEED=1]
	@exec $(HERE) -m tests.soak $(if $(IMAGES),--images $(IMAGES)) $(if $(SEED),--seed $(SEED))
audit: installed ## prove from table, bucket and queue of `make up` that nothing was lost or paid twice
	@exec $(HERE) -m operate.audit --stack .easel/stack.json $(ARGS)
bench: install ## how fast, how large, how dear, beside peers measured in the same run [BENCH="warm cold"]
	@exec $(HERE) -m tests.bench $(BENCH)
docs: install ## write what is generated: docs/models.md, docs/openapi.json, README's tables
	@$(HERE) -m operate.docs

##@ In an AWS account: STAGE=dev, or another row of cdk.json [ARGS="--require-approval never"]
bootstrap: install ## prepare the account's Region for the CDK, once
	@exec $(LOCAL) bootstrap -- $(ARGS)
synth: install ## write the templates into cdk.out
	@exec $(LOCAL) synth --stage "$(STAGE)" -- $(ARGS)
diff: install ## what a deployment would change
	@exec $(LOCAL) diff --stage "$(STAGE)" -- $(ARGS)
deploy: install ## deploy, after asking about permissions
	@exec $(LOCAL) deploy --stage "$(STAGE)" -- $(ARGS)
destroy: install ## remove; table and bucket stay where the stage retains them
	@exec $(LOCAL) destroy --stage "$(STAGE)" -- $(ARGS)

##@ This checkout
install: ## what every verb does first: environments and tools, from locks
	@$(or $(PYTHON),$(error Easel needs Python 3.11 or later; install python3, or name one with PYTHON=/path/to/python3)) -m local.bootstrap
clean: ## remove what was installed and built; data of `make run` stays
	@$(HERE) -m local down 2>/dev/null || true
	@rm -rf .venv .venv-aws .venv-bench .venv-litellm .venv-node node_modules build cdk.out .easel/tools .easel/stamps .easel/cdk.out* .ruff_cache .pytest_cache .hypothesis
help: ## this list
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

still: format lint imports fresh
format: install
	@$(HERE) -m ruff format --check .
lint: install
	@$(HERE) -m ruff check .
types: install
	@.venv/bin/pyright
imports: install
	@.venv/bin/lint-imports
fresh: install
	@$(HERE) -m operate.docs --check
browser: install
	@$(HERE) -m local.browser
installed:
	@test -x $(HERE) || { echo "Nothing is installed or running here; \`make run\` does both."; exit 1; }

.PHONY: run up down status reset emulator key revoke check test fix unit infra contract e2e studio soak audit bench docs \
	bootstrap synth diff deploy destroy install clean help still format lint types imports fresh browser installed
