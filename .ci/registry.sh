#!/usr/bin/env bash
# Restores a module from a real registry server, Debian's docker-registry: open, for anonymous tokens, behind a password.
set -euo pipefail
cd "$(dirname "$0")/.."
missing=()
for tool in docker-registry openssl curl; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
# The run level keeps the package from starting a registry of its own.
[ "${#missing[@]}" -eq 0 ] || RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

work=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() {
  echo "registry: $*"
  [ ! -f "$work/out" ] || cat "$work/out"
  exit 1
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

serve() { # serve NAME PORT STORAGE AUTH-LINE
  cat >"$work/$1.yml" <<YAML
version: 0.1
log: {level: info}
storage:
  filesystem: {rootdirectory: $work/$3}
http: {addr: "127.0.0.1:$2"}
$4
YAML
  OTEL_TRACES_EXPORTER=none docker-registry serve "$work/$1.yml" >"$work/$1.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 100); do
    curl -s -o "$work/ping" "http://127.0.0.1:$2/v2/" && return
    sleep 0.1
  done
  cat "$work/$1.log"
  fail "the registry $1 does not start"
}

run() { # run EXPECTED-EXIT ARGUMENT ...
  local expected=$1 code=0
  shift
  ./keylint "$@" >"$work/out" 2>&1 || code=$?
  [ "$code" -eq "$expected" ] || fail "expected exit $expected, got $code: keylint $*"
}

shows() { # shows PATTERN MESSAGE: whether the last run printed it
  grep -q -- "$1" "$work/out" || fail "$2"
}

requests() {
  grep -c 'http.request.method=GET' "$work/open.log" || true
}

open=$(free_port)
closed=$(free_port)
tokens=$(free_port)
service=$(free_port)
serve open "$open" open ''
# The registry reads a file of names and bcrypt hashes; one without names lets nobody in.
touch "$work/htpasswd"
serve closed "$closed" closed "auth: {htpasswd: {realm: modules, path: $work/htpasswd}}"

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=keylint-test -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
python3 .ci/tools/token-service.py "$service" "$work/key.pem" "$work/cert.pem" >"$work/service.log" 2>&1 &
servers+=($!)
serve tokens "$tokens" open "auth: {token: {realm: 'http://127.0.0.1:$service/token', service: modules, issuer: keylint-test, rootcertbundle: $work/cert.pem}}"

digest=$(python3 .ci/tools/push-module.py "127.0.0.1:$open" ai/search 1.0-Beta .ci/tools/module.json)
mkdir -p "$work/repo"
cat >"$work/repo/main.bicep" <<BICEP
module tagged 'br/own:search:1.0-Beta' = {
  name: 'tagged'
  params: { name: 'srch-tagged' }
}

module pinned 'br:127.0.0.1:$open/ai/search@$digest' = {
  name: 'pinned'
  params: { name: 'srch-pinned' }
}
BICEP
printf '{"moduleAliases": {"br": {"own": {"registry": "127.0.0.1:%s", "modulePath": "ai"}}}}\n' "$open" >"$work/repo/bicepconfig.json"
cache=$work/cache
keylint_in_repo=("$work/repo" --cache "$cache")
allow=(--allow-registry "127.0.0.1:$open" --allow-registry "127.0.0.1:$closed" --allow-registry "127.0.0.1:$tokens" --allow-registry 127.0.0.1:1)

mkdir "$cache"
run 3 scan "${keylint_in_repo[@]}"
shows 'keylint restore' 'the scan does not say how to get the modules'

run 3 restore "${keylint_in_repo[@]}"
shows "allow it with .--allow-registry 127.0.0.1:$open" 'a registry is asked that nobody allowed'
run 0 restore "${allow[@]}" "${keylint_in_repo[@]}"
shows '^2 modules: 2 fetched, 0 already there, 0 failed$' 'not restored'
for file in main.json manifest metadata; do
  [ -s "$cache/br/127.0.0.1\$$open/ai\$search/1.0-Beta\$10/$file" ] || fail "the cache has no $file"
  [ -s "$cache/br/127.0.0.1\$$open/ai\$search/${digest/:/#}/$file" ] || fail "the cache has no $file"
done

run 0 expand --cache "$cache" "$work/repo/main.bicep"
shows '"srch-tagged"' 'the resources of the modules are missing'
shows '"srch-pinned"' 'the resources of the modules are missing'
run 1 scan "${keylint_in_repo[@]}"
shows 'search' 'no finding in the modules'

# What is there is not asked for again, so a second restore works offline.
before=$(requests)
run 0 restore "${allow[@]}" "${keylint_in_repo[@]}"
shows '^2 modules: 0 fetched, 2 already there, 0 failed$' 'not found in the cache'
[ "$(requests)" -eq "$before" ] || fail 'the second restore asked the registry'
run 0 restore --force "${allow[@]}" "${keylint_in_repo[@]}"
[ "$(requests)" -gt "$before" ] || fail '--force did not ask the registry'

# The same storage behind a service that gives tokens to anybody.
mkdir "$work/anonymous"
printf "module a 'br:127.0.0.1:%s/ai/search:1.0-Beta' = {}\n" "$tokens" >"$work/anonymous/main.bicep"
run 0 restore "${allow[@]}" --cache "$cache" "$work/anonymous"
shows '^1 module: 1 fetched' 'not restored with a token'
[ "$(grep -c 'GET /token?' "$work/service.log")" -eq 1 ] || fail 'expected one request for a token'

# A blob that was altered in the registry's storage.
layer=$(sha256sum .ci/tools/module.json | cut -d' ' -f1)
sed -i 's/"disableLocalAuth": false/"disableLocalAuth": true /' "$work/open/docker/registry/v2/blobs/sha256/${layer:0:2}/$layer/data"
run 3 restore --force "${allow[@]}" "${keylint_in_repo[@]}"
shows 'it has been altered' 'an altered module was taken'
cmp -s .ci/tools/module.json "$cache/br/127.0.0.1\$$open/ai\$search/1.0-Beta\$10/main.json" || fail 'the cache was overwritten'

# Behind a password: the message says how else.
mkdir "$work/private"
printf "module a 'br:127.0.0.1:%s/ai/search:1' = {}\n" "$closed" >"$work/private/main.bicep"
run 3 restore "${allow[@]}" --cache "$cache" "$work/private"
shows 'az bicep restore' 'no advice for a private registry'
# One that does not exist, and one that does not answer.
printf "module a 'br:127.0.0.1:%s/ai/none:1' = {}\nmodule b 'br:127.0.0.1:1/ai/none:1' = {}\n" "$open" >"$work/private/main.bicep"
run 3 restore "${allow[@]}" --cache "$cache" "$work/private"
shows 'no such module or version' 'failures are not told apart'
shows 'cannot be reached' 'failures are not told apart'
echo "registry: 12 passed, 0 failed"
