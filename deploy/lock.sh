#!/usr/bin/env bash
# Writes requirements.lock: every dependency for every system, with hashes and without an index's address.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
"${PYTHON:-python3.11}" -m venv "$scratch/uv"
"$scratch/uv/bin/pip" install --quiet --disable-pip-version-check uv
# What is locked already stays as it is unless --upgrade or --upgrade-package NAME says otherwise.
"$scratch/uv/bin/uv" pip compile --quiet --universal --generate-hashes --python-version 3.11 \
    --custom-compile-command "make lock" \
    pyproject.toml --extra dev --extra server --output-file requirements.lock "$@"
