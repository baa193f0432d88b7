#!/bin/sh
# Builds "C+C5 Atlas.app" for both processors and a .dmg, on a Mac with Xcode's command line tools and Go. It was written without a Mac at
# hand and has never been run. C5ATLAS_IDENTITY ("Developer ID Application: ...") signs; C5ATLAS_PROFILE (a profile of notarytool) notarizes.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -s)" = Darwin ] || { echo "macos/build.sh: needs a Mac: its libraries come with Xcode alone" >&2; exit 3; }
VERSION=$(sed -n 's/^ *Version = "\(.*\)"$/\1/p' FyneApp.toml)
app="dist/C+C5 Atlas.app"
rm -rf "$app" dist/macos
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources" dist/macos
for arch in amd64 arm64; do
	CGO_ENABLED=1 GOOS=darwin GOARCH=$arch go build -tags no_emoji -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o "dist/macos/c5atlas-$arch" .
done
lipo -create -output "$app/Contents/MacOS/c5atlas" dist/macos/c5atlas-amd64 dist/macos/c5atlas-arm64
for name in icon lesson package; do
	set=dist/macos/$name.iconset
	mkdir -p "$set"
	prefix=$name-
	[ $name != icon ] || prefix=
	for size in 16 32 128 256; do
		cp "assets/icon/sizes/$prefix$size.png" "$set/icon_${size}x$size.png"
		cp "assets/icon/sizes/$prefix$((size * 2)).png" "$set/icon_${size}x$size@2x.png"
	done
	iconutil -c icns -o "$app/Contents/Resources/$name.icns" "$set"
done
sed "s/@VERSION@/$VERSION/" packaging/macos/Info.plist >"$app/Contents/Info.plist"
cp assets/licences/third-party.txt LICENSE "$app/Contents/Resources/"
cp -R assets/data "$app/Contents/Resources/data"
if [ -n "${C5ATLAS_IDENTITY:-}" ]; then
	codesign --force --options runtime --timestamp --sign "$C5ATLAS_IDENTITY" "$app"
fi
dmg=dist/c5atlas-$VERSION-macos.dmg
hdiutil create -volname "C+C5 Atlas" -srcfolder "$app" -ov -format UDZO "$dmg"
if [ -n "${C5ATLAS_IDENTITY:-}" ] && [ -n "${C5ATLAS_PROFILE:-}" ]; then
	xcrun notarytool submit "$dmg" --keychain-profile "$C5ATLAS_PROFILE" --wait
	xcrun stapler staple "$dmg"
fi
rm -rf dist/macos
