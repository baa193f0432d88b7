#!/bin/sh
# Builds atlas-regular.ttf and atlas-bold.ttf in this folder: Noto Sans (Latin, Greek, Cyrillic) with the signs of
# Noto Sans Symbols, Symbols 2 and Math, and the Han characters that the shipped names use from Noto Sans CJK SC.
# It installs nothing. On Debian or Ubuntu it needs: fonts-noto-core fonts-noto-cjk python3-fonttools
set -eu
cd "$(dirname "$0")"

python=/usr/bin/python3
core=/usr/share/fonts/truetype/noto
cjk=/usr/share/fonts/opentype/noto

missing=
[ -f "$core/NotoSans-Regular.ttf" ] || missing="$missing fonts-noto-core"
[ -f "$cjk/NotoSansCJK-Regular.ttc" ] || missing="$missing fonts-noto-cjk"
"$python" -c 'import fontTools' 2>/dev/null || missing="$missing python3-fonttools"
if [ -n "$missing" ]; then
	echo "build.sh: these packages are missing:$missing" >&2
	exit 3
fi

for weight in Regular Bold; do
	out=atlas-$(echo "$weight" | tr 'RB' 'rb').ttf
	# Text that we ship decides which Han characters go in, so the scan covers all of it.
	"$python" merge.py "$weight" "$core" "$cjk" "$out" ../data ../basemap ../translations
done
