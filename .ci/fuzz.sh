#!/usr/bin/env bash
# Makes up inputs for each reader of what strangers write, for ten minutes in all, or for so many seconds:
# .ci/fuzz.sh [SECONDS [READER...]]. What it finds is mended and kept below fixtures/fuzz, where `mvn verify` reads it again.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true

./keylint --version >/dev/null
java=$(sed -n 3p target/keylint.built)/bin/java
mvn -B -ntp -q -Pfuzz test-compile dependency:build-classpath -Dverification.skip=true \
  -Dmdep.outputFile=target/fuzz.classpath -Dmdep.includeScope=test
python3 .ci/fuzz.py "$java" "target/classes:target/test-classes:$(cat target/fuzz.classpath)" "$seconds" "$@"
