#!/usr/bin/env bash
# Whether the table of azd's parameter values, which keylint's own test reads, is what azd gives: asked of the library
# that azd substitutes with.
set -euo pipefail
cd "$(dirname "$0")/azd"
table=$PWD/../../src/test/resources/azd/inputs.jsonl
GOFLAGS=-mod=readonly go run . "$table"
