# Functions for a program on a virtual display; sourced by window.sh and smoke.sh, which run under dbus-run-session.

scratch=$(mktemp -d)
xvfb=
program=

# The program goes before its display: GLFW aborts when a window manager or server disappears under it.
tidy() {
	status=$?
	trap - EXIT INT TERM
	for pid in $program ${manager:-} $xvfb; do
		kill "$pid" 2>/dev/null || true
		wait "$pid" 2>/dev/null || true
	done
	rm -rf "$scratch"
	exit "$status"
}
trap tidy EXIT
trap 'exit 130' INT TERM

# within SECONDS WHAT COMMAND...: repeat the command until it succeeds.
within() {
	tries=$(($1 * 10))
	what=$2
	shift 2
	until "$@"; do
		tries=$((tries - 1))
		if [ "$tries" -le 0 ] || { [ -n "$program" ] && ! kill -0 "$program" 2>/dev/null; }; then
			echo "$what did not happen." >&2
			[ ! -f "$scratch/program.log" ] || cat "$scratch/program.log" >&2
			[ -n "$program" ] || cat "$scratch/xvfb.log" >&2
			exit 1
		fi
		sleep 0.1
	done
}

# display WIDTHxHEIGHT: start a virtual display and set DISPLAY.
display() {
	Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$scratch/display" >"$scratch/xvfb.log" 2>&1 &
	xvfb=$!
	within 20 "A virtual display" test -s "$scratch/display"
	DISPLAY=:$(cat "$scratch/display")
	export DISPLAY
	unset WAYLAND_DISPLAY
	xdotool mousemove 0 0 # the pointer starts in the middle, where it would point at something
}

# start COMMAND...: start the program and wait until its map is on screen.
start() {
	rm -f "$scratch/ready"
	C5ATLAS_READY=$scratch/ready "$@" >"$scratch/program.log" 2>&1 &
	program=$!
	within 120 "The map" test -e "$scratch/ready"
	sleep 1 # the panes beside the map
}

# stop: end the program and wait for it.
stop() {
	kill "$program" 2>/dev/null || true
	wait "$program" 2>/dev/null || true
	program=
}

# picture FILE: save the display, which must show more than one colour.
picture() {
	mkdir -p "$(dirname "$1")"
	import -window root "$1"
	if [ "$(identify -format %k "$1")" -lt 100 ]; then
		echo "$1 is all but empty." >&2
		exit 1
	fi
}
