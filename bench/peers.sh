#!/usr/bin/env bash
# peers.sh CORPUS_DIR [one|modules|all ...]: keylint beside Checkov and KICS on the same files, in turn, as one Markdown table.
# The peers are installed once, at the versions below, under target/peers; `--help` tells the other options.
set -euo pipefail

checkov=3.3.30
kics=v2.2.0
module=github.com/Checkmarx/kics/v2

home=$(cd "$(dirname "$0")/.." && pwd)
tools=$home/target/peers

need() { # need COMMAND ADVICE
  command -v "$1" >/dev/null || { echo "peers.sh: there is no $1 on the PATH: $2" >&2; exit 2; }
}

install_checkov() {
  local folder=$tools/checkov-$checkov
  [ ! -f "$folder/installed" ] || return 0
  echo "peers.sh: installing Checkov $checkov ..." >&2
  rm -rf "$folder"
  python3 -m venv "$folder" >&2 || { echo "peers.sh: Python's venv is needed (Debian: apt-get install python3-venv)" >&2; exit 2; }
  "$folder/bin/pip" install --quiet --disable-pip-version-check "checkov==$checkov" >&2
  touch "$folder/installed"
}

# Built and laid out as in the project's own image: stripped, without cgo, queries and libraries beside the program.
install_kics() {
  local folder=$tools/kics-$kics assets
  [ ! -f "$folder/installed" ] || return 0
  need go 'KICS is built from its Go module (https://go.dev/dl)'
  echo "peers.sh: building KICS $kics (some minutes) ..." >&2
  [ ! -d "$folder" ] || chmod -R u+w "$folder"
  rm -rf "$folder"
  mkdir -p "$folder"
  export GOTOOLCHAIN=auto GOFLAGS=-buildvcs=false CGO_ENABLED=0
  GOBIN=$folder go install -p 2 -ldflags "-s -w -X $module/internal/constants.Version=${kics#v}" "$module/cmd/console@$kics" 2>"$folder/build.log" ||
    { tail -n 20 "$folder/build.log" >&2; exit 4; }
  assets=$(go mod download -json "$module@$kics" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')/assets
  mkdir "$folder/assets"
  for part in queries libraries cwe_csv similarityID_transition; do
    cp -r "$assets/$part" "$folder/assets/$part"
  done
  touch "$folder/installed"
}

case ${1:---help} in
  -h | --help) exec python3 -B "$home/bench/peers.py" --help ;;
esac
[ -d "$1" ] || { echo "usage: peers.sh CORPUS_DIR [one|modules|all ...]; there is no folder $1" >&2; exit 2; }
need python3 'it measures, and runs Checkov'
mkdir -p "$tools"
install_checkov
install_kics
"$home/keylint" --version >&2
exec python3 -B "$home/bench/peers.py" --tools "$tools" --checkov "$checkov" --kics "$kics" "$@"
