#!/usr/bin/env bash
# Builds the image from the Dockerfile without a container engine, and runs it as its own user.
# The base images of a registry are out of reach here: two are made out of this machine's Debian packages and JDK.
set -euo pipefail
cd "$(dirname "$0")/.."
missing=()
for package in buildah debootstrap crun; do
  command -v "$package" >/dev/null || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] || apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

work=${KEYLINT_IMAGE_WORK:-$(mktemp -d)}
b() { buildah --storage-driver vfs --root "$work/store" --runroot "$work/run" "$@"; }
jdk=$(for home in "${KEYLINT_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  grep -qs '^JAVA_VERSION="2[5-9]' "$home/release" && { echo "$home"; break; }
done)

if [ ! -d "$work/rootfs" ]; then
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/rootfs" >"$work/debootstrap.log" 2>&1 || { tail -n 20 "$work/debootstrap.log"; exit 1; }
  rm -rf "$work/rootfs/var/cache/apt/archives" "$work/rootfs/var/lib/apt/lists"
fi
tar -C "$work/rootfs" -cf "$work/base.tar" .
container=$(b from scratch)
b add -q "$container" "$work/base.tar" / >/dev/null
b commit -q "$container" localhost/debian:bookworm-slim >/dev/null
# The build image: the same, with this machine's JDK, Maven and what Maven has downloaded already.
# Debian's JDK links to files of the system: follow the links.
rm -rf "$work/jdk"
cp -rL "$jdk" "$work/jdk"
b add -q "$container" "$work/jdk" /opt/jdk >/dev/null
b add -q "$container" /usr/share/maven /usr/share/maven >/dev/null
b add -q "$container" /usr/share/java /usr/share/java >/dev/null
b add -q "$container" /etc/maven /etc/maven >/dev/null
[ ! -d "$HOME/.m2/repository" ] || b add -q "$container" "$HOME/.m2/repository" /opt/maven-repository >/dev/null
b run --isolation chroot "$container" -- ln -sf /usr/share/maven/bin/mvn /usr/local/bin/mvn
b config --env MAVEN_OPTS=-Dmaven.repo.local=/opt/maven-repository --env JAVA_HOME=/opt/jdk --env PATH=/opt/jdk/bin:/usr/local/bin:/usr/bin:/bin "$container"
b commit -q "$container" localhost/maven:jdk-25 >/dev/null
b rm "$container" >/dev/null

b bud -q --isolation chroot --build-arg BUILD_IMAGE=localhost/maven:jdk-25 --build-arg RUN_IMAGE=localhost/debian:bookworm-slim \
  -t localhost/keylint:test -f Dockerfile . >"$work/bud.log" 2>&1 || { tail -n 40 "$work/bud.log"; exit 1; }
[ "$(b inspect --format '{{.OCIv1.Config.User}}' localhost/keylint:test)" = 65532:65532 ]
[ "$(b inspect --format '{{.OCIv1.Config.Entrypoint}}' localhost/keylint:test)" = '[keylint]' ]
[ "$(b inspect --format '{{.OCIv1.Config.Cmd}}' localhost/keylint:test)" = '[scan .]' ]

container=$(b from localhost/keylint:test)
in_image() { # in_image EXPECTED-EXIT ARGUMENT ...
  local expected=$1 code=0
  shift
  b run --isolation chroot -v "$PWD/fixtures:/src/fixtures:ro" "$container" -- keylint "$@" >"$work/out" 2>&1 || code=$?
  [ "$code" -eq "$expected" ] || { cat "$work/out"; echo "image: expected exit $expected, got $code: $*"; exit 1; }
}
in_image 0 --version
in_image 1 scan fixtures/scenarios
in_image 0 scan fixtures/scenarios/app-service-keyless --fail-on none
[ "$(b run --isolation chroot "$container" -- id -u)" = 65532 ]
b push -q localhost/keylint:test "oci-archive:$work/keylint.tar" >/dev/null
echo "image: $(($(stat -c %s "$work/keylint.tar") / 1048576)) MiB as an archive; 4 passed, 0 failed"
[ -n "${KEYLINT_IMAGE_WORK:-}" ] || rm -rf "$work"
