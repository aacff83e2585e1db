#!/bin/sh
# Builds the release archive of one platform and writes its SHA-256 into the krew manifest. Afterwards
#   kubectl krew install --manifest=krew/tidb-br.yaml --archive=target/krew/tidb-br-vVERSION-OS-ARCH.tar.gz
# installs it.
set -eu

usage() {
    cat <<'USAGE'
usage: krew/archive.sh [--target TRIPLE] [--binary FILE] [--out DIR] [--manifest FILE]

  --target TRIPLE   build for this Rust target; default: this machine's
  --binary FILE     pack this executable instead of building one
  --out DIR         where the archive goes; default: target/krew
  --manifest FILE   the manifest to write to; default: krew/tidb-br.yaml
USAGE
}

fail() {
    echo "error: $1" >&2
    exit 1
}

root=$(cd "$(dirname "$0")/.." && pwd)
target= binary= out="$root/target/krew" manifest="$root/krew/tidb-br.yaml"
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --target | --binary | --out | --manifest) [ $# -gt 1 ] || { usage >&2; exit 2; } ;;
        *) usage >&2; exit 2 ;;
    esac
    case $1 in
        --target) target=$2 ;;
        --binary) binary=$2 ;;
        --out) out=$2 ;;
        --manifest) manifest=$2 ;;
    esac
    shift 2
done

platform=${target:-$(uname -m)-$(uname -s)}
case $platform in
    x86_64-* | amd64-*) arch=amd64 ;;
    aarch64-* | arm64-*) arch=arm64 ;;
    *) fail "the manifest has no platform for $platform" ;;
esac
case $platform in
    *-Linux | *-linux-*) os=linux exe= ;;
    *-Darwin | *-apple-darwin) os=darwin exe= ;;
    *-MINGW* | *-MSYS* | *-pc-windows-*) os=windows exe=.exe ;;
    *) fail "the manifest has no platform for $platform" ;;
esac

version=v$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
grep -q "^  version: $version\$" "$manifest" || fail "$manifest is not for $version, which Cargo.toml says"
name=tidb-br-$version-$os-$arch.tar.gz

if [ -z "$binary" ]; then
    (cd "$root" && cargo build --locked --release --bin kubectl-tidb_br ${target:+--target "$target"})
    binary=${CARGO_TARGET_DIR:-$root/target}/${target:+$target/}release/kubectl-tidb_br$exe
fi

mkdir -p "$out"
out=$(cd "$out" && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/completions"
cp "$binary" "$stage/kubectl-tidb_br$exe"
cp "$root/LICENSE" "$stage/"
cp "$root/completions/kubectl_complete-tidb_br" "$stage/completions/"
chmod 755 "$stage/kubectl-tidb_br$exe" "$stage/completions/kubectl_complete-tidb_br"
(cd "$stage" && tar -cf - "kubectl-tidb_br$exe" LICENSE completions/kubectl_complete-tidb_br) | gzip -n >"$stage/archive"
mv "$stage/archive" "$out/$name"

if command -v sha256sum >/dev/null; then
    sum=$(sha256sum "$out/$name")
else
    sum=$(shasum -a 256 "$out/$name")
fi
sum=${sum%% *}

# The checksum of a platform is the first one behind its URI. Always in quotes: krew reads a checksum of digits alone as a number.
awk -v name="/$name" -v sum="$sum" '
    index($0, name) { here = 1 }
    here && $1 == "sha256:" { sub(/sha256:.*/, "sha256: \"" sum "\""); here = 0; found = 1 }
    { print }
    END { exit !found }
' "$manifest" >"$stage/manifest" || fail "$manifest has no platform with the archive $name"
cat "$stage/manifest" >"$manifest"

echo "$out/$name"
echo "$sum  $manifest"
