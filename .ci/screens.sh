#!/bin/sh
# The windows of a lesson on a laptop's screen and a projector, under metacity and xfwm4: F5 puts the lesson on the projector and the presenter's view on
# the laptop, S swaps them, and five times the projector is unplugged and plugged in again. No scene is lost, no window is without a frame that is not
# whole, none is larger than its screen, and the lesson's end gives the window back as it was, also while the projector is away. Skipped, by name, for what
# is not installed. usage: .ci/screens.sh [PROGRAM]
set -eu
program_file=$(realpath "${1:-$(dirname "$0")/../bin/c5atlas-canary}")
set -- "$program_file"
cd "$(dirname "$0")/.."

. .ci/screen.sh
newcomer

for tool in Xorg xrandr xwininfo xprop xdotool; do
	if ! command -v $tool >/dev/null 2>&1; then
		echo "screens: skipped, for there is no $tool"
		exit 0
	fi
done

laptop='0 0 1280 800'
projector='1280 0 1920 1080'

# plug, unplug: the projector. The second query makes the server say that it is there.
plug() {
	xrandr --output DUMMY1 --mode c5atlas --pos 1280x0
	xrandr -q >/dev/null
}
unplug() { xrandr --output DUMMY1 --off; }

# two: a server with two screens, on the first display that is free.
two() {
	n=90
	while [ -e "/tmp/.X11-unix/X$n" ] || [ -e "/tmp/.X$n-lock" ]; do n=$((n + 1)); done
	Xorg ":$n" -config "$PWD/.ci/xorg-dual.conf" -noreset -nolisten tcp -logfile "$scratch/xorg.log" >"$scratch/xvfb.log" 2>&1 &
	xvfb=$!
	DISPLAY=:$n
	export DISPLAY
	unset WAYLAND_DISPLAY
	tries=100
	until xrandr -q >/dev/null 2>&1; do
		tries=$((tries - 1))
		if [ $tries = 0 ] || ! kill -0 $xvfb 2>/dev/null; then
			echo "screens: skipped, for Xorg does not start with the dummy driver" >&2
			exit 0
		fi
		sleep 0.2
	done
	xrandr --newmode c5atlas 148.50 1920 2008 2052 2200 1080 1084 1089 1125
	xrandr --addmode DUMMY1 c5atlas
	xrandr --output DUMMY0 --mode 1280x800 --pos 0x0 --primary
	plug
}

# at WINDOW: its left, top, width and height.
at() { xwininfo -id "$1" | awk '/Absolute/ { printf "%s ", $NF } /Width:/ { printf "%s ", $2 } /Height:/ { print $2 }'; }
state() { xprop -id "$1" _NET_WM_STATE; }
# whole WINDOW SCREEN: it fills the screen.
whole() { [ "$(at "$1")" = "$2" ] && state "$1" | grep -q FULLSCREEN; }
# framed WINDOW SCREEN: it has a frame, and lies within the screen with it.
framed() {
	! state "$1" | grep -q FULLSCREEN || return 1
	xprop -id "$1" _NET_FRAME_EXTENTS | sed 's/.*= *//; s/,//g' >"$scratch/frame"
	{ at "$1"; cat "$scratch/frame"; echo "$2"; } | tr '\n' ' ' | awk '
		{ exit !($7 > 0 && $1 - $5 >= $9 && $2 - $7 >= $10 && $1 + $3 + $6 <= $9 + $11 && $2 + $4 + $8 <= $10 + $12) }'
}
presenter() { xdotool search --onlyvisible --name '^Presenter' 2>/dev/null | tail -1; }
gone() { [ -z "$(presenter)" ]; }
# split WINDOW SCREEN OTHER: the window has the screen, the presenter's lies in the other.
split() {
	p=$(presenter)
	[ -n "$p" ] && whole "$1" "$2" && framed "$p" "$3"
}
# apart WINDOW SCREEN: it and the presenter's are plain and on the screen.
apart() {
	p=$(presenter)
	[ -n "$p" ] && framed "$1" "$2" && framed "$p" "$2"
}
# back WINDOW PLACE: it is where it was, with its frame.
back() { gone && [ "$(at "$1")" = "$2" ] && framed "$1" "$laptop"; }
# hears WINDOW: keys go to it or to the presenter's.
hears() {
	active=$(xdotool getactivewindow 2>/dev/null) || return 1
	[ "$active" = "$1" ] || [ "$active" = "$(presenter)" ]
}
# room WINDOW FILE: a picture of title, words and number of the scene that the room sees on the projector.
room() { import -window "$1" -crop 700x700+1200+0 +repage "$2"; }
# still WINDOW FILE: a second later it sees the same; the file is what.
still() {
	room "$1" "$scratch/moving.png"
	sleep 1
	room "$1" "$2"
	cmp -s "$scratch/moving.png" "$2"
}
# again WINDOW FILE OTHER: it sees what is in the other file.
again() {
	room "$1" "$2"
	cmp -s "$2" "$3"
}

for wm in metacity xfwm4; do
	if ! command -v $wm >/dev/null 2>&1; then
		echo "screens: $wm is not installed and is skipped"
		continue
	fi
	two
	rm -f "$session"
	printf '%s' '{"view":{"status":"","chart":"domains","textSize":1,"splitMap":0.62,"splitCharts":0.6,"lang":"en","theme":"light"},"width":1000,"height":680}' >"$session"
	$wm >"$scratch/$wm.log" 2>&1 &
	manager=$!
	within 20 "The window manager" managed
	sleep 1
	start "$program_file"
	w=$(xdotool search --onlyvisible --name 'C.C5 Atlas$' | tail -1)
	[ -n "$w" ] || { echo "screens: $wm: there is no window of the program" >&2; exit 1; }
	home=$(at "$w")
	keys F5
	within 10 "$wm: the lesson on the projector, the presenter's view on the laptop" split "$w" "$projector" "$laptop"
	keys Next Next
	sleep 3 # the map flies, and says how to leave
	within 10 "$wm: a scene that stands still" still "$w" "$scratch/third.png"
	keys s
	within 10 "$wm: swapping" split "$w" "$laptop" "$projector"
	keys s
	within 10 "$wm: swapping back" split "$w" "$projector" "$laptop"
	for i in 1 2 3 4 5; do
		unplug
		within 10 "$wm: unplugging, time $i," apart "$w" "$laptop"
		plug
		within 10 "$wm: plugging in, time $i," split "$w" "$projector" "$laptop"
	done
	tries=60 # while the scene is drawn anew
	until again "$w" "$scratch/again.png" "$scratch/third.png" || [ $tries = 0 ]; do
		tries=$((tries - 1))
		sleep 0.1
	done
	if ! cmp -s "$scratch/third.png" "$scratch/again.png"; then
		mkdir -p out
		cp "$scratch/third.png" "$scratch/again.png" out
		echo "screens: $wm: the room shows another scene than before; see out/third.png and out/again.png" >&2
		exit 1
	fi
	keys v
	within 10 "$wm: V, the lesson alone," gone
	within 10 "$wm: the lesson alone" whole "$w" "$projector"
	unplug
	within 10 "$wm: unplugging the lesson alone" whole "$w" "$laptop"
	sleep 1 # twice as long as the program takes to see that a screen is gone
	within 10 "$wm: keys after unplugging the lesson alone" hears "$w"
	keys v
	within 10 "$wm: two windows on one screen" apart "$w" "$laptop"
	keys Escape
	within 10 "$wm: the end while the projector is away" back "$w" "$home"
	plug
	sleep 1.5
	back "$w" "$home" || { echo "screens: $wm: plugging in moves a window of no lesson" >&2; exit 1; }
	keys F5
	within 10 "$wm: F5 again" split "$w" "$projector" "$laptop"
	within 10 "$wm: keys after F5 again" hears "$w"
	keys Escape
	within 10 "$wm: the end" back "$w" "$home"
	complaints
	echo "screens: $wm: placed, swapped, unplugged and plugged in five times, and given back"
	stop
	for pid in $manager $xvfb; do
		end "$pid" || { echo "screens: $wm or its server does not end" >&2; exit 1; }
	done
	manager=
	xvfb=
done
