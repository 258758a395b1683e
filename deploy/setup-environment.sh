#!/usr/bin/env bash
# Makes .venv from the lock file and puts the checkout into it. Run by `make setup` when the lock has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

python="${PYTHON:-python3.11}"
bash deploy/setup-debian.sh python

if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    "$python" -m venv --clear .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
# hatchling comes from the lock, so the install needs neither the network nor a build environment.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
