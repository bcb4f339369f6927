# make demo     make the environment and translate corpus/articles
# make test     the whole test suite
# make extras   the tests of what needs PyTorch or Ray, in an environment of its own (.extras)
# make lint     flake8 and mypy --strict
# make bench    speed and memory, measured
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
TESTS ?= tests

.PHONY: demo test extras lint bench clean
.DELETE_ON_ERROR:

# Exit code 3 says that some terms are unresolved: with the weak starter that may be, and is reported.
demo: .venv/ready
	$(BIN)/translate run corpus/articles --to ko,ja --out out || test $$? -eq 3

test: .venv/ready-dev
	$(BIN)/python -m pytest $(TESTS)

extras: .extras/ready
	.extras/bin/python -m pytest tests/training tests/batch/ray

lint: .lint/ready .venv/ready-dev
	.lint/bin/flake8 translate tests
	.lint/bin/mypy --python-executable $(BIN)/python

bench: .venv/ready-dev
	$(BIN)/python -m tests.bench

.venv/ready: requirements.txt setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes --no-deps -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(PIP) install --require-hashes --no-deps -r requirements-dev.txt
	@touch $@

.extras/ready: requirements.txt requirements-dev.txt requirements-extras.txt setup.cfg pyproject.toml
	$(PYTHON) -m venv .extras
	.extras/bin/python -m pip --disable-pip-version-check --quiet install -r requirements-extras.txt
	.extras/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps \
		-r requirements.txt -r requirements-dev.txt
	.extras/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	@touch $@

.lint/ready: requirements-lint.txt
	$(PYTHON) -m venv .lint
	.lint/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps -r $<
	@touch $@

clean:
	rm -rf .venv .lint .extras out build *.egg-info .mypy_cache
