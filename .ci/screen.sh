# Functions for a program on a virtual display; sourced by the scripts beside it that need one and by packaging/check, which it starts anew with a session
# bus of their own: without one the program would start one that outlives it.
if [ -z "${C5ATLAS_BUS:-}" ]; then
	C5ATLAS_BUS=1 exec dbus-run-session -- "$0" "$@"
fi

scratch=$(mktemp -d)
xvfb=
program=

# ended PID: waits for its end, ten seconds at most: nothing here may wait for ever for what hangs.
ended() {
	tenths=100
	while kill -0 "$1" 2>/dev/null; do
		[ $tenths -gt 0 ] || return 1
		tenths=$((tenths - 1))
		sleep 0.1
	done
	wait "$1" 2>/dev/null || true
}
# end PID: asks it to end, and waits.
end() {
	kill "$1" 2>/dev/null || true
	ended "$1"
}
# hangs WHAT: the program is still there. Go says where each goroutine is.
hangs() {
	mkdir -p out
	[ -z "${DISPLAY:-}" ] || timeout 10 import -window root "$shown" || true
	kill -QUIT "$program" 2>/dev/null || true
	ended "$program" || kill -KILL "$program" 2>/dev/null || true
	program=
	cat "$scratch/program.log" >&2
	echo "The program does not end $1; see $shown." >&2
	exit 1
}

# The program goes before its display: GLFW aborts when a window manager or server disappears under it.
tidy() {
	status=$?
	trap - EXIT INT TERM
	for pid in $program ${manager:-} $xvfb; do
		end "$pid" || kill -KILL "$pid" 2>/dev/null || true
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

# newcomer: a person without settings; $session is where the program keeps theirs.
newcomer() {
	HOME=$scratch/home
	XDG_CONFIG_HOME=$HOME/.config
	XDG_CACHE_HOME=$HOME/.cache
	XDG_DATA_HOME=$HOME/.local/share
	LC_ALL=C.UTF-8
	export HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME LC_ALL
	session=$XDG_CONFIG_HOME/fyne/org.c5atlas.C5Atlas/session.json
	mkdir -p "${session%/*}" "$XDG_CACHE_HOME" "$XDG_DATA_HOME"
}

# manage: start a window manager and wait for it. A program that starts before it is up takes full screen for its own business.
manage() {
	openbox >"$scratch/openbox.log" 2>&1 &
	manager=$!
	within 20 "The window manager" managed
	sleep 0.5
}
managed() { xdotool get_num_desktops >/dev/null 2>&1; }

# complaints: fail if Fyne reported a call from the wrong thread, or the program panicked.
complaints() {
	if grep -n -e 'Error in Fyne call thread' -e '^panic:' -e '^fatal error:' "$scratch/program.log"; then
		cat "$scratch/program.log" >&2
		exit 1
	fi
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

# stop: end the program by a signal.
stop() {
	[ -z "$program" ] || end "$program" || hangs "when it is sent SIGTERM"
	program=
}

# quit: end the program by its key.
quit() {
	xdotool key --delay 100 ctrl+q
	ended "$program" || hangs "by Ctrl+Q"
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

# Hands and eyes of the scripts that work the window. $script is what is run, $shown the picture that is left of a failure.
script=$(basename "$0" .sh)
shown=out/$script.png
keys() { xdotool key --delay 100 "$@"; }
click() { xdotool mousemove "$1" "$2" sleep 0.2 click "${3:-1}" sleep 0.2; }

# find COLOUR WIDTHxHEIGHT+X+Y: the place of the middle one of all pixels of that colour within.
find_colour() {
	import -window root "$scratch/now.png"
	x0=${2#*+}
	y0=${x0#*+}
	x0=${x0%%+*}
	convert "$scratch/now.png" -crop "$2" +repage txt:- | grep -F "$1" >"$scratch/pixels" || true
	at=$(sed -n "$((($(wc -l <"$scratch/pixels") + 2) / 2))p" "$scratch/pixels")
	if [ -z "$at" ]; then
		cp "$scratch/now.png" "$shown"
		echo "There is nothing of the colour $1 in $2; see $shown." >&2
		exit 1
	fi
	at=${at%%:*}
	echo "$((${at%,*} + x0)) $((${at#*,} + y0))"
}

# expect PATTERN WHAT: wait until the session file has the pattern.
holds() { grep -q -e "$1" "$session" 2>/dev/null; }
expect() {
	tries=50
	until holds "$1"; do
		tries=$((tries - 1))
		if [ "$tries" = 0 ]; then
			import -window root "$shown"
			cat "$session" >&2
			echo "$2 had no effect; see $shown." >&2
			exit 1
		fi
		sleep 0.1
	done
	echo "$script: $2"
}
