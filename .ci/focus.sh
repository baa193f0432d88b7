#!/bin/sh
# Focus, by a real mouse and then by keys alone, in a build that has Fyne's thread checks on. A click on each kind of mark lights it: the
# chart keeps its scale, by the pixels of its outline, and Escape brings the very picture back. Then a tour without the mouse: from the start
# to a chart that is focused and exported.
# usage: .ci/focus.sh
set -eu
cd "$(dirname "$0")/.."

. .ci/screen.sh

newcomer
mkdir -p out
display 1280x880 # high enough for a chart
manage
start bin/c5atlas-canary -v
xdotool windowmove "$(xdotool getactivewindow)" 0 0
sleep 1

# shot FILE: the panes, without the pointer, what goes back (undo, the page before) and the line at the foot (what was said last).
shot() {
	xdotool mousemove 640 5
	sleep 1
	import -window root -crop 1280x660+0+112 +repage "$1"
}
# outline FILE: the box round all ink of the chart, without the row of tabs.
outline() { convert "$1" -crop 660x185+0+450 +repage -fuzz 3% -format %@ info:; }
same() { compare -metric AE "$1" "$2" null: 2>"$scratch/differ"; }

shot "$scratch/before.png"

# lights PLACE PATTERN WHAT [KEY]: the key chooses where the click opens a list.
lights() {
	click $1
	[ -z "${4:-}" ] || keys "$4"
	expect "$2" "$3 is lit"
	shot "$scratch/lit.png"
	if same "$scratch/before.png" "$scratch/lit.png" || [ "$(outline "$scratch/before.png")" != "$(outline "$scratch/lit.png")" ]; then
		cp "$scratch/lit.png" "$shown"
		echo "After a click on $3 the chart is $(outline "$scratch/lit.png"), was $(outline "$scratch/before.png"); see $shown." >&2
		exit 1
	fi
	keys Escape Escape
	for try in 1 2 3 4 5; do # a machine that has other work is late
		shot "$scratch/after.png"
		! same "$scratch/before.png" "$scratch/after.png" || return 0
	done
	cp "$scratch/after.png" "$shown"
	echo "Escape after a click on $3 leaves $(cat "$scratch/differ") other pixels; see $shown." >&2
	exit 1
}

lights "$(find_colour '#004488' 560x200+100+570)" '"focusDomains":"' "a bar"
lights "$(find_colour '#004488' 40x150+675+570)" '"focusStatuses":"' "a row of the chart's legend"
lights "$(find_colour '#1E2429' 560x22+20+440)" '"focusMeetings":"' "a dot of the time axis"
lights "1000 148" '"focusDocuments":"' "a row of the documents"
lights "390 285" '"focusStates":"' "a state's area"
lights "$(find_colour '#A3263B' 24x24+464+290)" '"focusMeetings":"' "a marker" Return
lights "75 222" '"focusMeetings":"' "a meeting that is not on the map"
keys ctrl+3 # the timeline, then the matrix
shot "$scratch/before.png"
lights "$(find_colour '#004488' 560x200+20+560)" '"focusMeetings":"' "a column"
keys ctrl+5
shot "$scratch/before.png"
lights "$(find_colour '#1F5F99' 560x200+150+560)" '"focusDomains":"' "a cell"

# Keys alone, from a new start.
quit
rm -f "$session"
start bin/c5atlas-canary -v
keys ctrl+2
expect '"chart":"states"' "a chart by its key"
keys shift+Tab shift+Tab shift+Tab shift+Tab # reader, list, the link at the chart's foot, the chart
keys Right Return
expect '"focus[A-Z][a-z]*":"' "a mark by keys"
exported() { ls "$HOME"/*.png >/dev/null 2>&1; }
keys ctrl+e
sleep 1
keys Return
within 10 "The export" exported
bin/c5atlas-canary inspect --json "$HOME"/*.png >"$scratch/view"
if ! grep -q -e 'focus[A-Z]' "$scratch/view"; then
	cat "$scratch/view" >&2
	echo "The picture has no focus." >&2
	exit 1
fi
echo "$script: a focused chart is exported, without the mouse"
complaints
stop
