#!/usr/bin/env bash
# Scans templates that want to exhaust keylint, each in a process of its own: prints what each takes, and fails when one
# takes more than 200 MB or two seconds of CPU, or when a thousand of them together take minutes. The seconds are those
# of the machine for which they were set, on which compiling a fixed Java file takes one: the same work took 1.6 times
# as long on another day.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./keylint --version >/dev/null
jdk=$(sed -n 3p target/keylint.built)
"$jdk/bin/java" src/test/java/dev/keylint/cli/hostile/HostileSet.java "$work"
python3 .ci/bounds.py "$work" "$jdk"
