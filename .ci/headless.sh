#!/bin/sh
# Shows that the program without its window, which "make headless" has built without cgo, is pure Go: it reaches no package of Fyne or GL.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

if go list -deps -tags headless . | grep -E '^(fyne\.io/|github\.com/go-gl/|runtime/cgo$)'; then
	echo "The headless program reaches the packages above." >&2
	exit 1
fi
bin/c5atlas-headless version

# Both programs give the same bytes. The one with a window is built with Fyne's software driver: no C compiler, no display.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
go build -tags ci -o "$scratch/window" .
same() {
	bin/c5atlas-headless export "$@" >"$scratch/a" &
	"$scratch/window" export "$@" >"$scratch/b"
	wait $!
	cmp "$scratch/a" "$scratch/b"
}
for kind in chart map dashboard; do
	for format in png svg pdf; do
		same "$kind" --lang uk --theme dark --format "$format" --out -
	done
done
same chart --lang ru --chart timeline --format csv --out -
echo "headless: the same bytes as with a window"
