#!/bin/sh
# Builds the programs for Windows, a .zip that needs no installing and an .msi, into dist/. Needs mingw, imagemagick or icotool, wixl and zip.
# With C5ATLAS_CERTIFICATE (a .pfx) and C5ATLAS_CERTIFICATE_PASSWORD it signs them. dist.sh calls it and sets VERSION, SOURCE_DATE_EPOCH and STAMP.
set -eu
cd "$(dirname "$0")/../.."
: "${VERSION:?call packaging/dist.sh}" "${SOURCE_DATE_EPOCH:?}" "${STAMP:?}"
host=x86_64-w64-mingw32
work=dist/windows
folder="$work/C+C5 Atlas"
mkdir -p "$folder"

for name in c5atlas lesson package; do
	prefix=$name-
	[ $name != c5atlas ] || prefix=
	set --
	for size in 16 24 32 48 64 128; do set -- "$@" "assets/icon/sizes/$prefix$size.png"; done
	icotool -c -o "$work/$name.ico" "$@" --raw="assets/icon/sizes/${prefix}256.png"
done
cp packaging/windows/c5atlas.rc packaging/windows/c5atlas.manifest "$work/"
commas=$(echo "$VERSION" | tr . ,),0
# Go links a file of this name in. It must not stay: other builds would take it, too.
resource=resource_windows_amd64.syso
trap 'rm -f "$resource"' EXIT INT TERM
resources() { # resources FILE ABOUT; a file, since windres gives its words to a shell, which takes spaces for their ends
	printf '#define VERSION "%s"\n#define COMMAS %s\n#define FILE "%s"\n#define ABOUT "%s"\n' "$VERSION" "$commas" "$1" "$2" >"$work/names.h"
	(cd "$work" && $host-windres -O coff c5atlas.rc ../../$resource)
}
resources 'C+C5 Atlas.exe' 'C+C5 Atlas'
CGO_ENABLED=1 CC=$host-gcc GOOS=windows GOARCH=amd64 go build -tags no_emoji -trimpath -ldflags "-s -w -buildid= -H=windowsgui $STAMP" -o "$folder/C+C5 Atlas.exe" .
resources c5atlas-headless.exe 'C+C5 Atlas, commands'
CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -tags headless -trimpath -ldflags "-s -w -buildid= $STAMP" -o "$folder/c5atlas-headless.exe" .
rm -f "$resource"

sign() {
	[ -n "${C5ATLAS_CERTIFICATE:-}" ] || return 0
	osslsigncode sign -pkcs12 "$C5ATLAS_CERTIFICATE" -pass "${C5ATLAS_CERTIFICATE_PASSWORD:-}" -n "C+C5 Atlas" -in "$1" -out "$1.signed"
	mv "$1.signed" "$1"
}
sign "$folder/C+C5 Atlas.exe"
sign "$folder/c5atlas-headless.exe"
sed 's/$/\r/' LICENSE >"$folder/LICENSE.txt"
sed 's/$/\r/' assets/licences/third-party.txt >"$folder/THIRD-PARTY.txt"

# The same programs give the same codes, of the product and of its package; others give others.
sum=$(sha256sum "$folder/C+C5 Atlas.exe" "$folder/c5atlas-headless.exe" | sha256sum | tr a-f A-F)
guid() { echo "$sum" | cut -c "$1" | sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)\(.\{12\}\)$/\1-\2-5\3-8\4-\5/'; }
product=$(guid 1-32)
# wixl dates a package by the clock, and its file by the time of what it packs.
find "$folder" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
if command -v wixl >/dev/null 2>&1; then
	msi=dist/c5atlas-$VERSION-windows-amd64.msi
	set -- wixl -a x64 -D VERSION="$VERSION" -D CODE="$product" -D FOLDER="$folder" -o "$msi" packaging/windows/c5atlas.wxs
	! command -v faketime >/dev/null 2>&1 || set -- faketime -f "$(date -u -d "@$SOURCE_DATE_EPOCH" '+%Y-%m-%d %H:%M:%S')" "$@"
	TZ=UTC "$@"
	# wixl makes up the code of the package, the last one in the file.
	made=$(LC_ALL=C grep -aoE '\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}' "$msi" | tail -n 1)
	LC_ALL=C sed -i "s/$made/{$(guid 33-64)}/" "$msi"
	sign "$msi"
fi
cp -r assets/data "$folder/data"
sed 's/$/\r/' packaging/windows/README.txt >"$folder/README.txt"
find "$folder" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
chmod 755 "$folder"/*.exe
find "$folder" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
(cd "$work" && find "C+C5 Atlas" -type f | LC_ALL=C sort | TZ=UTC zip -X -q -9 "../c5atlas-$VERSION-windows-amd64.zip" -@)
rm -rf "$work"
