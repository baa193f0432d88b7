#!/bin/sh
# Vets the code for systems that there is no machine of here: the program without its window, which takes all rooms but the window's, and of the
# window, with Fyne's software driver, the packages that have other files there than here. All the others are the same text as on this system.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
files() { go list -tags ci -f '{{.ImportPath}} {{.GoFiles}} {{.TestGoFiles}} {{.XTestGoFiles}}' ./... | sort >"$scratch/$1"; }
files here
for os in windows darwin; do
	export GOOS=$os
	go vet -tags headless .
	files there
	packages=$(comm -13 "$scratch/here" "$scratch/there" | cut -d' ' -f1)
	if [ $os = darwin ]; then # where Fyne asks for the desktop's look in C: what opens the window itself is left out
		module=$(go list -m)
		packages=$(echo "$packages" | grep -v -x -e "$module" -e "$module/app")
	fi
	go vet -tags ci $packages
	echo "systems: $os:" $packages
done
