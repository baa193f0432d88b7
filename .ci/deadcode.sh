#!/bin/sh
# Lists functions that neither program, with or without its window, nor any test can reach; fails if there is one. The program without its window reaches few
# that nothing else does, and has a look of its own, without the tests, at the rooms that it is made of.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# found FILE ARGUMENT...: into it what is not reached, by file and name.
found() {
	list=$scratch/$1
	shift
	go tool -modfile=.ci/tools.mod deadcode "$@" >"$list.raw"
	sort "$list.raw" >"$list"
}
found without -tags ci,headless . &
found with -test -tags ci ./...
wait $!
go list -deps -tags ci,headless -f '{{if not .Standard}}{{.Dir}}{{end}}' . | sed -n "s|^$PWD||p" | sed 's|^/||; s|$|/|' >"$scratch/rooms"
awk -F'\t' -v without="$scratch/without" -v rooms="$scratch/rooms" '
	BEGIN {
		while ((getline line <without) > 0) dead[line] = 1
		while ((getline line <rooms) > 0) room[line] = 1
	}
	{
		at = $0
		sub(/[^\/]*:[0-9]+:[0-9]+: .*/, "", at)
		if (at == "") at = "/"
		if ($0 in dead || !(at in room)) print
	}' "$scratch/with" >"$scratch/dead"
if grep . "$scratch/dead"; then
	exit 1
fi
echo "deadcode: none"
