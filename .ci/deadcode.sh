#!/bin/sh
# Lists functions that neither program, with or without its window, nor any test can reach; fails if there is one.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

list() { go tool -modfile=.ci/tools.mod deadcode -test -tags "$1" ./... | sort; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
list ci >"$scratch/window"
list ci,headless >"$scratch/headless"
if comm -12 "$scratch/window" "$scratch/headless" | grep .; then
	exit 1
fi
echo "deadcode: none"
