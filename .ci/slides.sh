#!/bin/sh
# Opens the slides of a lesson with LibreOffice Impress, where it is installed: pages are scenes (two where one hides something),
# with their titles, notes and alternative texts, pictures are byte for byte those of
# the folder, charts are native, and all parts are XML. usage: .ci/slides.sh [ATLAS [LESSON [LANG...]]]
set -eu
cd "$(dirname "$0")/.."
for tool in loimpress soffice python3; do
	command -v $tool >/dev/null || { echo "slides: skipped: $tool is not installed" >&2; exit 0; }
done
atlas=${1:-bin/c5atlas-headless} lesson=${2:-agreed}
[ $# -lt 2 ] || shift
[ $# -lt 1 ] || shift
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for lang in ${*:-uk}; do
	"$atlas" export lesson "$lesson" --lang "$lang" --out "$dir/$lang"
	for form in pptx odp; do
		"$atlas" export lesson "$lesson" --lang "$lang" --out "$dir/$lang-$form.$form"
		"$atlas" export lesson "$lesson" --lang "$lang" --out "$dir/again.$form" --force
		cmp "$dir/$lang-$form.$form" "$dir/again.$form"
	done
done
rm -f "$dir"/again.*
# What LibreOffice has read, as the one file of XML that it writes of it.
soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to fodp --outdir "$dir" "$dir"/*.pptx "$dir"/*.odp >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
for lang in ${*:-uk}; do
	python3 .ci/slides.py "$dir" "$lang"
done
