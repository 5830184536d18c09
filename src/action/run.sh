#!/usr/bin/env bash
# Runs the scan for the GitHub Action; its inputs come through the environment only, and it never fails the step:
# the exit code is an output, so that the upload still happens.
set -uo pipefail

arguments=(scan)
lines() { # lines OPTION TEXT: one argument a line of the text, after the option if there is one
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    [ -n "${line//[[:space:]]/}" ] || continue
    if [ -n "$1" ]; then arguments+=("$1=$line"); else paths+=("$line"); fi
  done <<<"$2"
}

sarif=${KEYLINT_SARIF_FILE:-}
[ -n "$sarif" ] || sarif=${RUNNER_TEMP:?}/keylint.sarif
case $sarif in
  *[$'\r\n']*)
    # A line end would add outputs to this step.
    echo "keylint: sarif-file is more than one line"
    printf 'exit-code=2\noutcome=error\n' >>"${GITHUB_OUTPUT:?}"
    exit 0
    ;;
esac
rm -f -- "$sarif"

paths=()
lines --rules "${KEYLINT_RULES:-}"
arguments+=("--fail-on=${KEYLINT_FAIL_ON:-error}")
[ "${KEYLINT_FAIL_ON_OPEN:-false}" != true ] || arguments+=(--fail-on-open)
arguments+=("--category=${KEYLINT_CATEGORY:-keylint}" --output=text "--output=sarif=$sarif")
lines '' "${KEYLINT_PATHS:-.}"
[ "${#paths[@]}" -gt 0 ] || paths=(.)

# What a template says must not be taken for a workflow command.
stop=keylint-$RANDOM$RANDOM$RANDOM
echo "::stop-commands::$stop"
"${GITHUB_ACTION_PATH:?}/keylint" "${arguments[@]}" -- "${paths[@]}"
code=$?
echo
echo "::$stop::"

# A JVM that does not start ends with 1 too: without a report nothing was found, something broke.
[ "$code" -ne 1 ] || [ -s "$sarif" ] || code=4
case $code in
  0) outcome=pass ;;
  1) outcome=findings ;;
  3) outcome=incomplete ;;
  *) outcome=error ;;
esac
{
  echo "exit-code=$code"
  echo "outcome=$outcome"
  if [ -s "$sarif" ]; then
    case $sarif in /*) echo "sarif-file=$sarif" ;; *) echo "sarif-file=$PWD/$sarif" ;; esac
    echo "findings=$(grep -c -e '"ruleIndex"' -- "$sarif" || true)"
  fi
} >>"${GITHUB_OUTPUT:?}"
exit 0
