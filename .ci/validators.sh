#!/bin/sh
# Other programs' validators of Data Packages read the package that ships, a copy that this program saved as a folder and as a .zip, and those that one
# begins with. They are kept in .tools; where there is no npm, and no network the first time, this is skipped.
set -eu
cd "$(dirname "$0")/.."

.ci/sheets.sh

have=.tools/validators
if ! cmp -s .ci/validators/package-lock.json $have/package-lock.json || ! [ -e $have/whole ]; then
	if ! command -v npm >/dev/null 2>&1; then
		echo "validators: skipped: there is no npm" >&2
		exit 0
	fi
	rm -rf $have
	mkdir -p $have
	cp .ci/validators/package.json .ci/validators/package-lock.json $have
	if ! (cd $have && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error); then
		echo "validators: skipped: npm could not install them" >&2
		exit 0
	fi
	touch $have/whole
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bin/c5atlas-headless export data --out "$scratch/folder"
bin/c5atlas-headless export data --out "$scratch/a.zip"
python3 -m zipfile -e "$scratch/a.zip" "$scratch/unzipped"
cp .ci/validators/check.js $have
node $have/check.js assets/data "$scratch/folder" "$scratch/unzipped" $(find assets -name datapackage.json -not -path 'assets/data/*' -exec dirname {} \; | sort)
