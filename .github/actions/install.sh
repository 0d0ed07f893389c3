#!/usr/bin/env bash
# Installs flaregen into an environment of its own: the one that the action is a part of, or what
# REQUIREMENT says in the words of pip.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
python3 -m venv "$RUNNER_TEMP/flaregen-environment"
"$RUNNER_TEMP/flaregen-environment/bin/python" -m pip --quiet install "${REQUIREMENT:-$here}"
echo "$RUNNER_TEMP/flaregen-environment/bin" >> "$GITHUB_PATH"
