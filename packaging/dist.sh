#!/bin/sh
# Builds what is given out, in dist/: packages for Linux of the machine it runs on, for Windows where mingw is there, headless
# programs for macOS, the source, SHA256SUMS and a bill of materials. The same commit gives the same bytes in any folder.
# With C5ATLAS_SIGN, the name of a key of gpg's, the sums are signed.
set -eu
cd "$(dirname "$0")/.."

VERSION=$(sed -n 's/^ *Version = "\(.*\)"$/\1/p' FyneApp.toml)
ARCH=$(go env GOARCH)
# One date for all files, that of the commit; an archive of the source, which has none, is dated by its newest file.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
	SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || find . -type f -not -path './dist/*' -printf '%T@\n' | sort -n | tail -1 | cut -d. -f1)
fi
# What "c5atlas version --full" and a report of a problem say of the source.
COMMIT=$(git rev-parse --short=12 HEAD 2>/dev/null || true)
if [ -n "$(git status --porcelain 2>/dev/null | grep -v '^??')" ]; then
	echo "dist: there are changes that are not committed; they go in" >&2
	COMMIT=$COMMIT+
fi
STAMP="-X c5atlas.org/c5atlas/internal/built.commit=$COMMIT"
export VERSION ARCH SOURCE_DATE_EPOCH STAMP

# What somebody has set for their own builds does not change ours.
unset GOFLAGS GOEXPERIMENT CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_LDFLAGS GOAMD64 GOARM64 CFLAGS LDFLAGS
export GOFLAGS=-buildvcs=false GOAMD64=v1

# It takes some minutes, with a cold cache a quarter of an hour.
say() { echo "dist: $*"; }
rm -rf dist
top="c5atlas-$VERSION-linux-$ARCH"
tree=dist/$top
share=$tree/share
mkdir -p "$tree/bin" "$share/applications" "$share/metainfo" "$share/mime/packages" "$share/doc/c5atlas" "$share/c5atlas" "$share/man/man1" \
	"$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d"

say "the program for Linux"
# A position-independent program, without symbols and without this machine's paths.
CGO_ENABLED=1 go build -tags no_emoji -buildmode=pie -trimpath -ldflags "-s -w -buildid= -extldflags=-Wl,-z,now $STAMP" -o "$tree/bin/c5atlas" .
cp packaging/linux/org.c5atlas.C5Atlas.desktop "$share/applications/"
cp packaging/linux/org.c5atlas.C5Atlas.metainfo.xml "$share/metainfo/"
cp packaging/linux/org.c5atlas.C5Atlas.xml "$share/mime/packages/"
for size in 16 24 32 48 64 128 256 512; do
	icons=$share/icons/hicolor/${size}x$size
	mkdir -p "$icons/apps" "$icons/mimetypes"
	cp assets/icon/sizes/$size.png "$icons/apps/org.c5atlas.C5Atlas.png"
	cp assets/icon/sizes/lesson-$size.png "$icons/mimetypes/application-vnd.c5atlas.lesson+json.png"
	cp assets/icon/sizes/package-$size.png "$icons/mimetypes/application-vnd.c5atlas.package+zip.png"
done
icons=$share/icons/hicolor/scalable
mkdir -p "$icons/apps" "$icons/mimetypes"
cp assets/icon/icon.svg "$icons/apps/org.c5atlas.C5Atlas.svg"
cp assets/icon/lesson.svg "$icons/mimetypes/application-vnd.c5atlas.lesson+json.svg"
cp assets/icon/package.svg "$icons/mimetypes/application-vnd.c5atlas.package+zip.svg"
icons=$share/icons/hicolor/symbolic/apps
mkdir -p "$icons"
cp assets/icon/symbolic.svg "$icons/org.c5atlas.C5Atlas-symbolic.svg"
cp packaging/copyright assets/fonts/OFL.txt "$share/doc/c5atlas/"
gzip -9n <assets/licences/third-party.txt >"$share/doc/c5atlas/THIRD-PARTY.txt.gz"
cp -r assets/data "$share/c5atlas/data"
gzip -9n <packaging/c5atlas.1 >"$share/man/man1/c5atlas.1.gz"
cp packaging/c5atlas.bash "$share/bash-completion/completions/c5atlas"
cp packaging/c5atlas.zsh "$share/zsh/site-functions/_c5atlas"
cp packaging/c5atlas.fish "$share/fish/vendor_completions.d/c5atlas.fish"
gzip -9n <CHANGELOG.md >"$share/doc/c5atlas/changelog.gz"
tidy() {
	find "$1" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
	find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}
tidy "$tree"
chmod 755 "$tree/bin/c5atlas"

say "its .rpm"
TREE=$tree CGO_ENABLED=0 go tool -modfile=.ci/tools.mod nfpm package -f packaging/linux/nfpm.yaml -p rpm -t dist/
say "its .deb"
# Debian wants its own list of changes beside, and its shells' completions where it looks for them. dpkg-deb packs a fifth smaller than nfpm.
deb=dist/deb
mkdir -p "$deb/DEBIAN" "$deb/usr/share/lintian/overrides"
cp -a "$tree/bin" "$deb/usr/"
cp -a "$share" "$deb/usr/"
mv "$deb/usr/share/zsh/site-functions" "$deb/usr/share/zsh/vendor-completions"
printf 'c5atlas (%s-1) unstable; urgency=medium\n\n  * New version; changelog.gz says what is new.\n\n -- C+C5 Atlas <maintainers@c5atlas.org>  %s\n' \
	"$VERSION" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$deb/usr/share/doc/c5atlas/changelog.Debian.gz"
printf '# It is given out by its authors; Debian has no bug about it.\nc5atlas: initial-upload-closes-no-bugs\n' >"$deb/usr/share/lintian/overrides/c5atlas"
size=$(find "$deb/usr" -type f -printf '%s\n' | awk '{ kib += int(($1 + 1023) / 1024) } END { print kib }')
sed -e "s/@VERSION@/$VERSION/; s/@ARCH@/$(dpkg --print-architecture)/; s/@SIZE@/$size/" packaging/linux/control >"$deb/DEBIAN/control"
(cd "$deb" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$deb/DEBIAN/md5sums"
tidy "$deb"
chmod 755 "$deb/usr/bin/c5atlas"
dpkg-deb --root-owner-group --threads-max=1 -Zxz -z9 -b "$deb" "dist/c5atlas_$VERSION-1_$ARCH.deb"
rm -r "$deb"

say "its .tar.xz and the bill of materials"
# What is unpacked has the program to double-click at its top.
mv "$tree/bin/c5atlas" "$tree/C+C5 Atlas"
rmdir "$tree/bin"
cp packaging/linux/README.txt packaging/linux/install.sh packaging/linux/uninstall.sh LICENSE "$tree/"
tidy "$tree"
chmod 755 "$tree/C+C5 Atlas" "$tree/install.sh" "$tree/uninstall.sh"
tar -C dist --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$top" | xz -9 -T1 >"$tree.tar.xz"
CGO_ENABLED=0 go tool -modfile=.ci/tools.mod cyclonedx-gomod bin -json -noserial -notimestamp -std -version "v$VERSION" -output "dist/c5atlas-$VERSION.cdx.json" "$tree/C+C5 Atlas"
rm -rf "$tree"

if command -v x86_64-w64-mingw32-gcc >/dev/null 2>&1; then
	say "the programs for Windows, .zip and .msi"
	packaging/windows/build.sh
else
	echo "dist: nothing for Windows, mingw is missing (.ci/deps.sh dist)" >&2
fi
say "the commands for macOS"
for arch in amd64 arm64; do
	CGO_ENABLED=0 GOOS=darwin GOARCH=$arch go build -tags headless -trimpath -ldflags "-s -w -buildid= $STAMP" -o "dist/c5atlas-headless-$VERSION-macos-$arch" .
done
# The source of just this, where git knows it.
if [ -n "$COMMIT" ] && [ "$COMMIT" = "${COMMIT%+}" ]; then
	say "the source"
	git -c core.autocrlf=false archive --format=tar --prefix="c5atlas-$VERSION/" HEAD | xz -9 -T1 >"dist/c5atlas-$VERSION-source.tar.xz"
fi
(cd dist && LC_ALL=C sha256sum -- * >../SHA256SUMS && mv ../SHA256SUMS .)
if [ -n "${C5ATLAS_SIGN:-}" ]; then # a key of gpg's
	gpg --batch --yes --local-user "$C5ATLAS_SIGN" --armor --detach-sign --output dist/SHA256SUMS.asc dist/SHA256SUMS
fi
ls -l dist
