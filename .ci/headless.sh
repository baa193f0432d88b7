#!/bin/sh
# Shows that the program without its window is pure Go: it builds without cgo and reaches no package of Fyne or GL.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

go build -tags headless -o bin/c5atlas-headless .
if go list -deps -tags headless . | grep -E '^(fyne\.io/|github\.com/go-gl/|runtime/cgo$)'; then
	echo "The headless program reaches the packages above." >&2
	exit 1
fi
bin/c5atlas-headless version
