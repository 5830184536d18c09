#!/bin/sh
# Puts a trimmed runtime, the jars, their order and a trained start-up cache into one folder: assemble.sh FOLDER
set -eu
to=$1
# What our code and the libraries use: jdk.unsupported for protobuf, naming and management for the Azure SDK.
modules=java.base,java.net.http,java.logging,java.xml,java.naming,java.management,java.desktop,java.sql,jdk.unsupported,jdk.crypto.ec,jdk.zipfs

jdk=${KEYLINT_JAVA_HOME:-${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}}
rm -rf "$to"
mkdir -p "$to/lib"
"$jdk/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --output "$to/runtime"
cp target/keylint-*.jar "$to/lib/"
cp target/lib/*.jar "$to/lib/"

class_path=$(find "$to/lib" -name 'keylint-*.jar' | head -n 1)
for jar in $(find "$to/lib" -name '*.jar' ! -name 'keylint-*.jar' | sort); do
  class_path=$class_path:$jar
done
printf '%s\n' "$class_path" >"$to/classpath"

# Finding faults is what the training is for: exit code 1 is right here.
# The options are those of src/image/keylint, or the cache is refused.
"$to/runtime/bin/java" -XX:+UseParallelGC -XX:GCTimeRatio=4 -XX:ReservedCodeCacheSize=96m -XX:-UsePerfData \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:AOTCacheOutput="$to/keylint.aot" -cp "$class_path" dev.keylint.cli.Main \
  scan fixtures/scenarios --output text --output sarif="$to/training.sarif" || [ $? -eq 1 ]
rm "$to/training.sarif"
test -f "$to/keylint.aot"
