#!/usr/bin/env bash
# The last step of the GitHub Action: says why an upload did not happen, and gives keylint's exit code to the job.
set -uo pipefail

if [ "${KEYLINT_UPLOAD_WANTED:-auto}" = auto ] && [ "${KEYLINT_UPLOAD:-skipped}" = failure ]; then
  echo "::warning title=keylint::The findings could not be uploaded to code scanning: the job needs 'security-events: write', and code scanning must be on."
fi
code=${KEYLINT_EXIT_CODE:-}
case $code in
  0) echo "keylint: nothing at or above the level that fails." ;;
  1) echo "::error title=keylint::There are findings; the log of the step before lists them." ;;
  3) echo "::error title=keylint::The scan is incomplete: something could not be read or decided, and the last line of the log says what. Nothing was uploaded: alerts stay as they were." ;;
  '') echo "::error title=keylint::keylint did not run."; code=4 ;;
  *) echo "::error title=keylint::keylint stopped with exit code $code; the log says why." ;;
esac
exit "$code"
