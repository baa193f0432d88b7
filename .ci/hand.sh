#!/bin/sh
# How the map feels in the hand: moves it by a real mouse on a virtual display of 1920x1080, in a build that has Fyne's thread checks on.
# 300 wheel and drag events in a row must end where they began, and show so within 100 ms. Prints the pictures per second of a long drag.
# usage: .ci/hand.sh [PROGRAM]
set -eu
program_file=$(realpath "${1:-$(dirname "$0")/../bin/c5atlas-canary}")
set -- "$program_file"
cd "$(dirname "$0")/.."

. .ci/screen.sh
newcomer
display 1920x1080
manage

# Zoomed in, so that the limits of the camera stay out of the way; motion is not reduced.
printf '%s' '{"view":{"status":"","chart":"domains","textSize":1,"splitMap":0.62,"splitCharts":0.6,"lang":"en","theme":"light",
	"camera":{"lon":95,"lat":40,"span":3000}},"width":1920,"height":1040}' >"$session"
start "$program_file" -v
xdotool windowmove "$(xdotool getactivewindow)" 0 0
sleep 1

camera() { grep -o '"camera":{[^}]*}' "$session" | tr -dc '0-9.,-'; }
moved() { [ "$(camera)" != "$began" ]; }
# back: the camera is where it was, to the rounding that the session file has (11 m and 10 m).
back() { echo "$began,$(camera)" | awk -F, '{ d = $1 - $4; e = $2 - $5; f = $3 / $6 - 1; exit !(d * d < 1e-7 && e * e < 1e-7 && f * f < 1e-8) }'; }
# shot FILE: a part of the map that nothing stands over.
shot() { import -window root -crop 900x380+20+130 +repage "$1"; }

# There: a drag. Back: the wheel in and out at five places, a circle, and the drag in reverse. The window hears of the pointer once in a
# frame but of the wheel at once: what moves the pointer rests for some frames before what turns the wheel.
# A machine that has other work may be late once: of three times one must be in time, and all must end where they began.
intime=
for try in 1 2 3; do
	began=$(camera)
	awk 'BEGIN {
		print "mousemove 420 260 sleep 0.2 mousedown 1"
		for (i = 1; i <= 50; i++) print "mousemove", 420 + 3 * i, 260 + i, "sleep 0.003"
		print "sleep 0.3 mouseup 1"
	}' | xdotool -
	within 10 "A drag of the map" moved
	awk 'BEGIN {
		for (p = 0; p < 5; p++) {
			print "mousemove", 300 + 60 * p, 220 + 30 * p, "sleep 0.2"
			for (i = 0; i < 20; i++) print "click", i < 10 ? 4 : 5, "sleep 0.003"
		}
		print "sleep 0.2 mousemove 570 310 sleep 0.3 mousedown 1"
		for (i = 1; i <= 100; i++) { a = i * 6.2831853 / 100; print "mousemove", int(570.5 + 60 * sin(a)), int(310.5 + 60 * (1 - cos(a))), "sleep 0.003" }
		for (i = 49; i >= 0; i--) print "mousemove", 420 + 3 * i, 260 + i, "sleep 0.003"
	}' | xdotool -
	sleep 0.1
	shot "$scratch/soon.png"
	sleep 1
	shot "$scratch/late.png"
	xdotool mouseup 1
	sleep 1.5
	if ! back; then
		echo "300 wheel and drag events moved the map from $began to $(camera)." >&2
		exit 1
	fi
	if compare -metric AE "$scratch/soon.png" "$scratch/late.png" null: 2>"$scratch/differ"; then
		intime=1
		break
	fi
	echo "hand: the map was not up to date 100 ms after the last event, try $try: $(cat "$scratch/differ") pixels changed" >&2
done
if [ -z "$intime" ]; then
	mkdir -p out
	cp "$scratch/soon.png" "$scratch/late.png" out/
	echo "The map was never up to date 100 ms after the last event; see out/soon.png." >&2
	exit 1
fi
echo "hand: 300 wheel and drag events end where they began, with the picture of the last one"

awk 'BEGIN {
	print "mousemove 576 350 sleep 0.2 mousedown 1"
	for (i = 0; i < 400; i++) { a = i * 6.2831853 / 100; print "mousemove", int(576 + 150 * sin(a)), int(350 + 100 * (1 - cos(a))), "sleep 0.0125" }
	print "sleep 0.3 mouseup 1"
}' | xdotool -
sleep 0.5
grep -q 'map: dragged' "$scratch/program.log"
kill -0 "$program"
sed -n 's/.*map: dragged, per second" /hand: a drag at 1920x1080, per second: /p' "$scratch/program.log" | tail -1

# A window that nobody touches is not painted: a laptop's battery lasts the lesson. In hundredths of a second of processor time.
spent() { awk '{ print $14 + $15 }' "/proc/$program/stat"; }
sleep 3
before=$(spent)
sleep 5
rest=$(($(spent) - before))
echo "hand: idle for 5 s, the program takes $rest hundredths of a second"
if [ "$rest" -gt 50 ]; then
	echo "An idle window is painted anew." >&2
	exit 1
fi
complaints
stop
