#!/bin/sh
# Opens the window of bin/c5atlas. With no display it opens it on a virtual one, waits for the map, saves out/window.png and ends.
set -eu
cd "$(dirname "$0")/.."

case $(uname -s) in
Linux) [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exec bin/c5atlas "$@" ;;
*) exec bin/c5atlas "$@" ;;
esac

if [ -z "${C5ATLAS_BUS:-}" ]; then # the first of two times, see screen.sh
	.ci/deps.sh screen
	echo "There is no display: opening the window on a virtual one."
fi
. .ci/screen.sh
display 1280x800
start bin/c5atlas "$@"
picture out/window.png
stop
echo "Saved the picture of the window: out/window.png"
