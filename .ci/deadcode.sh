#!/bin/sh
# Lists functions that neither program, with or without its window, nor any test can reach; fails if there is one.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for tags in ci ci,headless; do
	go tool -modfile=.ci/tools.mod deadcode -test -tags $tags ./... >"$scratch/found"
	sort "$scratch/found" >"$scratch/$tags"
done
if comm -12 "$scratch/ci" "$scratch/ci,headless" | grep .; then
	exit 1
fi
echo "deadcode: none"
