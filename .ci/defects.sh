#!/usr/bin/env bash
# Makes single defects in the paths of fixtures/paths and, where they are here, in the sample repositories, and shows what
# keylint finds of them: .ci/defects.sh [--write]. Needs a built product.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(cd .. && pwd)/shared

./keylint --version >/dev/null
java=$(sed -n 3p target/keylint.built)/bin/java
mvn -B -ntp -q test-compile dependency:build-classpath -Dverification.skip=true \
  -Dmdep.outputFile=target/defects.classpath -Dmdep.includeScope=test
arguments=(target/defects.tsv)
if [ -d "$shared/samples" ]; then
  arguments+=("$shared/samples")
  [ -d "$shared/corpus/registry" ] && arguments+=("--registry-dir=$shared/corpus/registry")
else
  echo 'the sample repositories are not here: paths only'
fi
"$java" -XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "target/classes:target/test-classes:$(cat target/defects.classpath)" dev.keylint.defects.Defects "${arguments[@]}"
python3 .ci/defects.py target/defects.tsv "$@"
