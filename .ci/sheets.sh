#!/bin/sh
# LibreOffice Calc opens each table of the packages, as a file and as a sheet of a workbook, and finds as many rows and as many cells with something in
# them as Python's reader of CSV does; what it saves as .xlsx and as .ods this program opens with the same counts and no finding. Where it is not
# installed (".ci/deps.sh office" does that), this is skipped.
set -eu
cd "$(dirname "$0")/.."
for tool in localc soffice python3; do
	if ! command -v $tool >/dev/null 2>&1; then
		echo "sheets: skipped: there is no $tool" >&2
		exit 0
	fi
done

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# calc FORMAT FOLDER FILE...
calc() {
	to=$1 out=$2
	shift 2
	timeout 300 soffice "-env:UserInstallation=file://$dir/profile" --headless --convert-to "$to" --outdir "$out" "$@" >"$dir/log" 2>&1 || {
		cat "$dir/log" >&2
		exit 1
	}
}

packages="assets/data $(find assets -name datapackage.json -not -path 'assets/data/*' -exec dirname {} \; | sort)"

# All packages together, for LibreOffice takes longer to start than to read: each table is NUMBER-TABLE.csv, each workbook NUMBER.xlsx.
mkdir "$dir/tables" "$dir/books" "$dir/want"
n=0
for package in $packages; do
	n=$((n + 1))
	bin/c5atlas-headless export data --data "$package" --out "$dir/folder-$n"
	bin/c5atlas-headless export data --data "$package" --out "$dir/books/$n.xlsx"
	bin/c5atlas-headless validate "$package" >"$dir/want/$n"
	for table in "$dir/folder-$n"/*.csv; do
		ln "$table" "$dir/tables/$n-${table##*/}"
	done
done
calc 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' "$dir/files" '--infilter=CSV:44,34,76,1' "$dir"/tables/*.csv
calc 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' "$dir/sheets" "$dir"/books/*.xlsx
calc xlsx "$dir/again" "$dir"/books/*.xlsx
calc ods "$dir/again" "$dir"/books/*.xlsx
n=0
for package in $packages; do
	n=$((n + 1))
	python3 - "$package" "$dir" "$n" <<'EOF'
import csv, os, sys
package, p, n = sys.argv[1:]
csv.field_size_limit(1 << 24)

def count(path):
    rows = cells = 0
    with open(path, encoding='utf-8-sig', newline='') as f:
        for row in csv.reader(f):
            full = sum(c != '' for c in row)
            rows, cells = rows + (full > 0), cells + full
    return rows, cells

tables = sorted(n[:-4] for n in os.listdir(f'{p}/folder-{n}') if n.endswith('.csv'))
bad = rows = 0
for t in tables:
    want = count(f'{p}/folder-{n}/{t}.csv')
    rows += want[0]
    for what, path in ('file', f'{p}/files/{n}-{t}.csv'), ('sheet', f'{p}/sheets/{n}-{t}.csv'):
        got = count(path) if os.path.exists(path) else None
        if got != want:
            bad += 1
            print(f'sheets: {package}, {t} as a {what}: LibreOffice has {got} rows and cells, not {want}', file=sys.stderr)
print(f'sheets: {package}: {len(tables)} tables, {rows} rows, the same in LibreOffice', file=sys.stderr) if not bad else sys.exit(1)
EOF
	want=$(sed 's/\([a-z]\)\.csv\b/\1/g' "$dir/want/$n") # a workbook's tables are sheets
	for book in "$dir/again/$n.xlsx" "$dir/again/$n.ods"; do
		got=$(bin/c5atlas-headless validate "$book") || { echo "sheets: $package, saved by LibreOffice as ${book##*.}: $got" >&2; exit 1; }
		[ "$got" = "$want" ] || { echo "sheets: $package, saved by LibreOffice as ${book##*.}: \"$got\", not \"$want\"" >&2; exit 1; }
	done
done
