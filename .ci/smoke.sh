#!/bin/sh
# Drives the window with a real mouse and real keys on a virtual display, in a build that has Fyne's thread checks on, and fails if the
# program ends, panics or reports a call from the wrong thread. It changes no setting of the person who runs it.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${C5ATLAS_BUS:-}" ]; then
	C5ATLAS_BUS=1 exec dbus-run-session -- "$0" "$@"
fi
. .ci/screen.sh

HOME=$scratch/home
XDG_CONFIG_HOME=$HOME/.config
XDG_CACHE_HOME=$HOME/.cache
XDG_DATA_HOME=$HOME/.local/share
export HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME
mkdir -p "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME"

display 1280x800
openbox >"$scratch/openbox.log" 2>&1 &
manager=$!
start bin/c5atlas-canary -v # Fyne reports through the log

keys() { xdotool key --delay 120 "$@"; }
click() { xdotool mousemove "$1" "$2" sleep 0.2 click "${3:-1}" sleep 0.2; }

# Over the map: move, zoom with the wheel, drag, click. Then panes, undo, full screen, the presentation, a window of another size.
click 400 300
click 400 300 4
click 400 300 4
click 400 300 5
xdotool mousemove 400 300 mousedown 1 mousemove 460 340 sleep 0.1 mousemove 500 360 mouseup 1
click 520 650
click 1100 300
keys Escape ctrl+z ctrl+z ctrl+y
keys F6 F6 F7 F7
keys F5
sleep 1
keys Next Next Prior space Right Left
keys Escape
keys F11
sleep 1
keys F11
sleep 1
window=$(xdotool getactivewindow)
xdotool windowsize "$window" 1024 740
sleep 1
picture out/smoke.png

kill -0 "$program" 2>/dev/null || { cat "$scratch/program.log" >&2; echo "The program ended." >&2; exit 1; }
if grep -n -e 'Error in Fyne call thread' -e '^panic:' -e '^fatal error:' "$scratch/program.log"; then
	cat "$scratch/program.log" >&2
	exit 1
fi
stop
echo "smoke: no complaint"
