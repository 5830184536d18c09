#!/usr/bin/env bash
# sarif-validate.sh FILE...: Microsoft's SARIF validator with the rules of the format and of GitHub.
# Fails if one of the files has an error; prints how many warnings and notes there are.
# KEYLINT_SARIF_TOOL is the folder that the validator is installed into (default: target/sarif-multitool).
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: $0 FILE..." >&2; exit 2; }
folder=${KEYLINT_SARIF_TOOL:-target/sarif-multitool}
case $(uname -s) in Darwin) system=darwin ;; *) system=linux ;; esac
tool=$folder/node_modules/@microsoft/sarif-multitool-$system/Sarif.Multitool
if [ ! -f "$tool" ]; then
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund --silent \
    @microsoft/sarif-multitool@5.7.0 "@microsoft/sarif-multitool-$system@5.7.0"
fi
# Newer npm does not run install scripts, which would do this. Its own wrapper goes through a shell, which
# would split the list of rule kinds.
chmod u+x "$tool"

report=$(mktemp -d)
trap 'rm -rf "$report"' EXIT
bad=0
for file in "$@"; do
  "$tool" validate "$file" --rule-kind 'Sarif;Ghas' --level 'Error;Warning;Note' \
    --output "$report/report.sarif" --log ForceOverwrite >"$report/log" 2>&1 || { cat "$report/log" >&2; exit 4; }
  # Its exit code is 0 whatever it finds.
  node - "$file" "$report/report.sarif" <<'JS' || bad=1
const [file, report] = process.argv.slice(2);
const text = require('fs').readFileSync(report, 'utf8').replace(/^\uFEFF/, '');
const run = JSON.parse(text).runs[0];
const count = { error: 0, warning: 0, note: 0 };
const rules = {};
for (const result of run.results) {
  const level = result.level ?? 'warning';
  const rule = result.ruleId ?? result.rule.id;
  count[level]++;
  rules[rule] = (rules[rule] ?? 0) + 1;
  if (level === 'error') {
    const place = result.locations?.[0]?.physicalLocation?.region?.startLine ?? '?';
    console.log(`${file}:${place}: ${rule} ${JSON.stringify(result.message.arguments ?? result.message.text)}`);
  }
}
const list = Object.entries(rules).map(([rule, n]) => `${rule} x${n}`).join(', ');
console.log(`${file}: ${count.error} errors, ${count.warning} warnings, ${count.note} notes${list ? ` (${list})` : ''}`);
process.exit(count.error ? 1 : 0);
JS
done
exit $bad
