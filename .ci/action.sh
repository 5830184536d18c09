#!/usr/bin/env bash
# Checks the GitHub Action: its file with GitHub's own parser, its steps by running them.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm ci --prefix .ci/tools --ignore-scripts --silent
.ci/tools/node_modules/.bin/esbuild .ci/tools/check-action.mjs --bundle --platform=node --format=esm --log-level=error \
  --banner:js="import{createRequire}from'module';const require=createRequire(import.meta.url);" --outfile="$work/check-action.mjs"

run() { # run EXPECTED-EXIT WORKSPACE INPUT=VALUE ...
  local expected=$1
  shift
  KEYLINT_HOME=. node "$work/check-action.mjs" "$@" >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
  grep -qx "exit $expected" "$work/log" || { cat "$work/log"; echo "expected exit $expected for: $*"; return 1; }
}

# No rule has anything to say about it, now or later.
mkdir "$work/quiet"
printf "resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'net'\n}\n" >"$work/quiet/main.bicep"
run 0 "$work/quiet" paths=main.bicep
grep -q '^output outcome=pass$' "$work/log"
run 1 . paths=fixtures/scenarios/rag-openai-search-403
grep -q '^output outcome=findings$' "$work/log"
grep -Eq '^output findings=[1-9]' "$work/log"
grep -q '^output sarif-file=/' "$work/log"
run 0 . paths=fixtures/scenarios/rag-openai-search-403 fail-on=none
run 2 . paths=. fail-on=sometimes

# Two paths, one with a blank and a command in its name: nothing of it may run.
mkdir -p "$work/ws/a b \$(touch pwned)"
cp fixtures/scenarios/rag-openai-search-403/main.bicep "$work/ws/a b \$(touch pwned)/"
run 1 "$work/ws" "paths=a b \$(touch pwned)"
[ ! -e "$work/ws/pwned" ] && [ ! -e pwned ]

# Names that look like options or lists of options are paths.
cp fixtures/scenarios/rag-openai-search-403/main.bicep "$work/ws/@more.bicep"
cp fixtures/scenarios/rag-openai-search-403/main.bicep "$work/ws/--version.bicep"
echo '--fail-on=none --output=text=planted' >"$work/ws/more.bicep"
run 1 "$work/ws" "paths=@more.bicep"
run 1 "$work/ws" "paths=--version.bicep"
run 2 "$work/ws" "paths=--fail-on=none"
[ ! -e "$work/ws/planted" ] && [ ! -e planted ]
run 1 "$work/ws" "paths=@more.bicep" sarif-file=--help
grep -q '^output findings=[1-9]' "$work/log"
run 2 "$work/ws" "paths=@more.bicep" "sarif-file=a
outcome=pass"
echo "action: 10 passed, 0 failed"
