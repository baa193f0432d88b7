#!/bin/sh
# Sees what the window asks of the network from its start over a lesson, exports and a second start that hands it a file: sockets of the file system
# alone, to the display, to the desktop's bus, and the one at which a second start is heard. usage: .ci/trace-window.sh [PROGRAM]. Skipped where there is no
# strace.
set -eu
program_file=$(realpath "${1:-$(dirname "$0")/../bin/c5atlas-canary}")
set -- "$program_file"
cd "$(dirname "$0")/.."

if ! command -v strace >/dev/null 2>&1 || ! strace -o /dev/null true 2>/dev/null; then
	echo "trace-window: skipped: there is no strace, or it is not allowed" >&2
	exit 0
fi
. .ci/screen.sh
newcomer
XDG_RUNTIME_DIR=$scratch/run
export XDG_RUNTIME_DIR
mkdir -m 700 "$XDG_RUNTIME_DIR"
display 1280x800
manage
traced="strace --seccomp-bpf -f -qq -e signal=none -e trace=%network"

start $traced,openat -o "$scratch/window.trace" "$program_file"
! sed "\\|$scratch/ready|q" "$scratch/window.trace" | grep -E 'font_index|/fonts/' >&2 || { echo "trace-window: the desktop's fonts are looked for at the start" >&2; exit 1; }
keys F5
sleep 1
keys Next Next Escape
sleep 1
keys ctrl+e
sleep 2
saved() { ls "$HOME"/*.png >/dev/null 2>&1; }
save() {
	saved || click $(find_colour '#0B6E8F' 900x260+200+480)
	sleep 2
	saved
}
within 10 "An export" save
keys Escape
cp assets/data/lessons/agreed.json "$scratch/lesson.c5lesson"
timeout 30 $traced -o "$scratch/second.trace" "$program_file" "$scratch/lesson.c5lesson" || true # one that finds the first busy opens a window of its own
grep -q 'connect(.*/c5atlas-[0-9a-f]*"}.* = 0' "$scratch/second.trace" || { cat "$scratch/second.trace" >&2; echo "trace-window: a second start does not find the first" >&2; exit 1; }
sleep 1
complaints
quit
for what in chart map dashboard; do
	$traced -o "$scratch/$what.trace" "$program_file" export $what --out "$scratch/$what.png"
	[ ! -s "$scratch/$what.trace" ] || { cat "$scratch/$what.trace" >&2; echo "trace-window: export $what asks for the network" >&2; exit 1; }
done

# Every socket is one of the file system, and each that is reached is one of these.
bus=$(echo "${DBUS_SESSION_BUS_ADDRESS:-none}" | sed 's/.*\(path\|abstract\)=//; s/,.*//')
grep -hE 'socket\(|socketpair\(|bind\(|connect\(' "$scratch"/*.trace |
	grep -vE 'socket(pair)?\(AF_UNIX|(connect|bind)\([0-9]+, \{sa_family=AF_UNIX, sun_path=@?"(/tmp/\.X11-unix/|'"$XDG_RUNTIME_DIR/(c5atlas|wayland)-|$bus"'|/(var/)?run/nscd/)' >"$scratch/bad" || true
if [ -s "$scratch/bad" ]; then
	cat "$scratch/bad" >&2
	echo "trace-window: the window reaches for more than display and bus" >&2
	exit 1
fi
grep -q 'connect(.*X11-unix' "$scratch/window.trace" || { echo "trace-window: nothing was seen" >&2; exit 1; }
echo "trace-window: over start, lesson, exports and a second start no socket but those of display, bus and the first window"
