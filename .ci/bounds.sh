#!/usr/bin/env bash
# Scans templates that want to exhaust keylint, each in a process of its own: prints what each takes, and fails when one
# takes more than two seconds of CPU or 200 MB, or when a thousand of them together take minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./keylint --version >/dev/null
java=$(sed -n 3p target/keylint.built)/bin/java
"$java" src/test/java/dev/keylint/cli/hostile/HostileSet.java "$work"
python3 .ci/bounds.py "$work"
