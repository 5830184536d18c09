#!/usr/bin/env bash
# The launcher with a JDK and a Maven that only write down how they were called.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
passed=0
failed=0

check() { # check WHAT CONDITION ...
  local what=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "launcher: $what: not so: $*"
    sed 's/^/    /' "$work/err"
  fi
}

fresh() { # a checkout that was never built
  rm -rf "${work:?}/home" "$work/calls"
  mkdir -p "$work/home/src/main/java" "$work/home/src/build" "$work/home/rules/one" "$work/tools"
  : >"$work/calls"
  cp keylint "$work/home/"
  touch "$work/home/pom.xml" "$work/home/src/main/java/A.java" "$work/home/rules/one/rule.yaml" "$work/home/rules/README.md"
}

mkdir -p "$work/jdk/bin" "$work/tools"
echo 'JAVA_VERSION="25.0.3"' >"$work/jdk/release"
cat >"$work/jdk/bin/java" <<TEXT
#!/bin/sh
case "\$*" in
  *AOTCacheOutput=*) echo train >>"$work/calls"; cache=\${*#*AOTCacheOutput=}; : >"\${cache%% *}"; exit 1 ;;
  *--bad*) exit 1 ;;
  *-version*) exit 0 ;;
esac
echo run >>"$work/calls"
printf '%s\n' "\$@" >"$work/arguments"
echo "LC_ALL=\${LC_ALL:-} COLUMNS=\${COLUMNS:-}"
exit \${EXIT_WITH:-0}
TEXT
cat >"$work/tools/mvn" <<TEXT
#!/bin/sh
echo "mvn \$*" >>"$work/calls"
[ -z "\${MVN_SLEEPS:-}" ] || sleep "\$MVN_SLEEPS"
[ -z "\${MVN_FAILS:-}" ] || { echo "ERROR it does not compile"; exit 1; }
mkdir -p target/lib
touch target/keylint-0.jar target/lib/a.jar
TEXT
chmod +x "$work/jdk/bin/java" "$work/tools/mvn"

run() { # run COMMAND ...: its exit code is in \$code
  code=0
  env -u JAVA_HOME -u COLUMNS KEYLINT_JAVA_HOME="$work/jdk" PATH="$work/tools:$PATH" "$@" >"$work/out" 2>"$work/err" || code=$?
}
builds() { [ "$(grep -c '^mvn' "$work/calls")" -eq "$1" ]; }
exits() { [ "$code" -eq "$1" ]; }
says() { grep -q -e "$1" "$work/err"; }
later() { touch -d '+5 seconds' "$1"; }

# Built once, then run with the arguments as they are.
fresh
run "$work/home/keylint" scan 'a b' '*' ''
check 'first run' exits 0
check 'built' builds 1
check 'arguments' [ "$(tail -n 4 "$work/arguments" | tr '\n' '|')" = 'scan|a b|*||' ]
run env EXIT_WITH=1 "$work/home/keylint" scan
check 'exit code of keylint' exits 1
check 'not built again' builds 1
check 'nothing is left' [ -z "$(find "$work/home/target" -name '*.lock' -o -name '*.new' -o -name '*.made' -o -name '*.sarif')" ]

# Links, also relative ones and links to links.
mkdir -p "$work/bin/deep"
ln -sf "$work/home/keylint" "$work/bin/absolute"
ln -sf ../../home/keylint "$work/bin/deep/relative"
ln -sf deep/relative "$work/bin/twice"
for link in absolute deep/relative twice; do
  run "$work/bin/$link" scan
  check "link $link" exits 0
  check "link $link runs the checkout" grep -q "$work/home/target/keylint-0.jar" "$work/arguments"
done
run env PATH="$work/bin:$work/tools:$PATH" absolute scan
check 'link on the path' exits 0
ln -s "$work/home" "$work/linked"
run "$work/linked/keylint" scan
check 'linked folder' exits 0
check 'no build for links' builds 1

# Documents are no reason to build; what the build reads is.
later "$work/home/rules/README.md"
echo new >"$work/home/rules/one/NOTES.md"
mkdir -p "$work/home/docs"
echo new >"$work/home/docs/page.md"
echo new >"$work/home/rules/rule.schema.json"
run "$work/home/keylint" scan
check 'documents' builds 1
later "$work/home/rules/one/rule.yaml"
run "$work/home/keylint" scan
check 'a rule' builds 2
touch "$work/home/rules/one/rule.yaml"
echo >"$work/home/src/main/java/B.java"
touch -d '2001-01-01' "$work/home/src/main/java/B.java"
run "$work/home/keylint" scan
check 'an old file that is new' builds 3
rm "$work/home/src/main/java/B.java"
run "$work/home/keylint" scan
check 'a file that is gone' builds 4
rm "$work/home/target/keylint-0.jar"
run "$work/home/keylint" scan
check 'a jar that is gone' builds 5

# Two at once build once.
fresh
export MVN_SLEEPS=2
run sh -c "'$work/home/keylint' scan & '$work/home/keylint' scan & '$work/home/keylint' scan; wait"
unset MVN_SLEEPS
check 'at once' builds 1
check 'all ran' [ "$(grep -c '^run' "$work/calls")" -eq 3 ]
check 'waiting is said' says 'waiting for another build'

# A lock that nobody holds any more is taken away, also by two at once; one that is held is waited for.
fresh
mkdir -p "$work/home/target"
ln -s "$(uname -n) 999999999" "$work/home/target/keylint.lock"
run sh -c "'$work/home/keylint' scan & '$work/home/keylint' scan; wait"
check 'abandoned lock' builds 1
check 'no lock is left' [ -z "$(find "$work/home/target" -name '*.lock*')" ]

# A build that is interrupted leaves no lock and is done again.
fresh
MVN_SLEEPS=3 PATH="$work/tools:$PATH" KEYLINT_JAVA_HOME="$work/jdk" "$work/home/keylint" scan >"$work/out" 2>"$work/err" &
sleep 1
kill -TERM $!
wait $!
check 'interrupted' [ $? -eq 143 ]
check 'no lock after it' [ ! -L "$work/home/target/keylint.lock" ]
run "$work/home/keylint" scan
check 'built after it' exits 0

# Own failures are 2 or 4.
fresh
run env MVN_FAILS=1 "$work/home/keylint" scan
check 'a build that fails' exits 4
check 'why it fails' says 'it does not compile'
run "$work/home/keylint" scan
check 'it is tried again' builds 2
fresh
run env KEYLINT_JAVA_HOME= HOME=/nowhere PATH="$work/none:/usr/bin:/bin" sh -c "ls -d /usr/lib/jvm/*25* >/dev/null 2>&1 && exit 2; '$work/home/keylint' scan"
check 'no JDK' exits 2
mkdir -p "$work/plain"
for tool in sh env cat sed find sort head tail cksum dirname readlink ln mkdir rm mv touch uname sleep locale stty grep; do
  ln -sf "$(command -v "$tool")" "$work/plain/$tool"
done
run env PATH="$work/plain" "$work/home/keylint" scan
check 'no Maven' exits 2
check 'it is said' says 'Maven is needed'
fresh
: >"$work/home/target"
run "$work/home/keylint" scan
check 'no folder for the build' exits 4
check 'it is said' says "can't be written"
fresh
run "$work/home/keylint" scan
run env KEYLINT_JAVA_OPTS=-XX:+UseSerialGC "$work/home/keylint" --version
check 'a collector of the own choice' exits 0
run env KEYLINT_JAVA_OPTS=--bad "$work/home/keylint" scan
check 'bad options' exits 2
run sh -c "'$work/home/keylint' scan >&-"
check 'closed output' exits 2
check 'it is said' says 'standard output is closed'
ln -s nowhere "$work/home/dangling"
cp keylint "$work/lonely"
run "$work/lonely" scan
check 'without a checkout' exits 4

# Locale and width.
for locale in C POSIX de_NOWHERE.UTF-8 de_DE.ISO-8859-1; do
  run env LC_ALL="$locale" "$work/home/keylint" scan
  check "locale $locale" grep -q 'LC_ALL=C.UTF-8' "$work/out"
done
run env -u LC_ALL LANG=C.UTF-8 "$work/home/keylint" scan
check 'a locale with UTF-8 stays' grep -q 'LC_ALL= ' "$work/out"
run env COLUMNS=66 "$work/home/keylint" scan
check 'columns are handed on' grep -q 'COLUMNS=66' "$work/out"
if command -v script >/dev/null; then
  run script -qec "stty cols 77; '$work/home/keylint' scan" /dev/null
  check 'columns of the terminal' grep -q 'COLUMNS=77' "$work/out"
fi

# The start in the image, from any folder.
mkdir -p "$work/image/runtime/bin"
cp "$work/jdk/bin/java" "$work/image/runtime/bin/"
sed "s|^home=.*|home=$work/image|" src/image/keylint >"$work/image/keylint"
run sh "$work/image/keylint" scan
check 'an image without its class path' exits 4
echo x.jar >"$work/image/classpath"
run env LC_ALL=C sh "$work/image/keylint" scan 'a b'
check 'image' exits 0
check 'its arguments' [ "$(tail -n 2 "$work/arguments" | tr '\n' '|')" = 'scan|a b|' ]
check 'its locale' grep -q 'LC_ALL=C.UTF-8' "$work/out"
run sh -c "sh '$work/image/keylint' scan >&-"
check 'its closed output' exits 2

echo "launcher: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
