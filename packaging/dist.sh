#!/bin/sh
# Builds dist/c5atlas_VERSION_ARCH.deb and dist/c5atlas-VERSION-linux-ARCH.tar.xz for the machine it runs on.
set -eu
cd "$(dirname "$0")/.."

VERSION=$(sed -n 's/^ *Version = "\(.*\)"$/\1/p' FyneApp.toml)
ARCH=$(go env GOARCH)
export VERSION ARCH
# One date for all files, so that the same commit gives the same archive.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH

tree=dist/c5atlas-$VERSION-linux-$ARCH
rm -rf dist
mkdir -p "$tree/bin" "$tree/share/applications" "$tree/share/metainfo" "$tree/share/doc/c5atlas" "$tree/share/man/man1" "$tree/share/bash-completion/completions"

# A position-independent program, without symbols and without this machine's paths.
CGO_ENABLED=1 go build -tags no_emoji -buildmode=pie -trimpath -ldflags "-s -w" -o "$tree/bin/c5atlas" .
cp packaging/org.c5atlas.C5Atlas.desktop "$tree/share/applications/"
cp packaging/org.c5atlas.C5Atlas.metainfo.xml "$tree/share/metainfo/"
for size in 16 24 32 48 64 128 256 512; do
	folder=$tree/share/icons/hicolor/${size}x$size/apps
	mkdir -p "$folder"
	cp assets/icon/sizes/$size.png "$folder/org.c5atlas.C5Atlas.png"
done
mkdir -p "$tree/share/icons/hicolor/scalable/apps"
cp assets/icon/icon.svg "$tree/share/icons/hicolor/scalable/apps/org.c5atlas.C5Atlas.svg"
cp packaging/copyright assets/fonts/OFL.txt "$tree/share/doc/c5atlas/"
gzip -9n <packaging/c5atlas.1 >"$tree/share/man/man1/c5atlas.1.gz"
cp packaging/c5atlas.bash "$tree/share/bash-completion/completions/c5atlas"
gzip -9n <CHANGELOG.md >"$tree/share/doc/c5atlas/changelog.gz"
printf 'c5atlas (%s-1) unstable; urgency=medium\n\n  * New version; changelog.gz says what is new.\n\n -- C+C5 Atlas <maintainers@c5atlas.org>  %s\n' \
	"$VERSION" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$tree/share/doc/c5atlas/changelog.Debian.gz"
find "$tree" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
chmod 755 "$tree/bin/c5atlas"

TREE=$tree CGO_ENABLED=0 go tool -modfile=.ci/tools.mod nfpm package -f packaging/nfpm.yaml -p deb -t dist/
cp packaging/README.txt LICENSE "$tree/"
tar -C dist --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cJf "$tree.tar.xz" "$(basename "$tree")"
rm -rf "$tree"
ls -l dist
