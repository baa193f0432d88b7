#!/bin/sh
# Double clicks, as people do them in PCManFM and Thunar: on the menu entry, on a lesson, and on a data package. The window opens with them, and a
# second file goes to the first window. usage: packaging/check/files.sh [pcmanfm] [thunar]
set -eu
cd "$(dirname "$0")/../.."
part=files
. .ci/screen.sh
. packaging/check/eyes.sh
need screen smoke dist files
newcomer
XDG_RUNTIME_DIR=$scratch/run
C5ATLAS_READY=$scratch/opened # no welcome: nobody is there to read it
export XDG_RUNTIME_DIR C5ATLAS_READY
mkdir -m 700 "$XDG_RUNTIME_DIR"
display 1366x768
manage

tar -C "$scratch" -xf dist/c5atlas-*-linux-*.tar.xz
"$scratch"/c5atlas-*/install.sh >"$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fault "install.sh"; }
atlas=$HOME/.local/bin/c5atlas
made=$scratch/made
mkdir "$made"
cp assets/data/lessons/agreed.json "$made/lesson.c5lesson"
"$atlas" export data --out "$made/package.c5atlas"
cp "$HOME/.local/share/applications/org.c5atlas.C5Atlas.desktop" "$made/atlas.desktop"
chmod +x "$made/atlas.desktop"
log=$HOME/.config/fyne/org.c5atlas.C5Atlas/c5atlas.log

# windows: how many windows of the program there are.
windows() { xdotool search --onlyvisible --class 'C.C5' 2>/dev/null | wc -l; }
some() { [ "$(windows)" -gt 0 ]; }
gone() { [ "$(windows)" = 0 ]; }
# leave: ends what was started by double click.
leave() {
	for pid in $(xdotool search --onlyvisible --class 'C.C5' getwindowpid %@ 2>/dev/null | sort -u); do kill "$pid" 2>/dev/null || true; done
	within 20 "The end of the program" gone
}
# icon: where the only file of the folder shows: what is new in the middle of the file manager's window.
icon() {
	import -window root "$scratch/full.png"
	box=$(convert "$scratch/empty.png" "$scratch/full.png" -compose difference -composite -crop 1180x640+165+88 +repage -threshold 2% -format %@ info: 2>/dev/null)
	size=${box%%+*}
	from=${box#*+}
	[ -n "$box" ] && [ "${size%x*}" -lt 400 ] || return 1
	echo "$((165 + ${from%+*} + ${size%x*} / 2)) $((88 + ${from#*+} + ${size#*x} / 3))"
}
# twice FILE: puts it into the folder that shows, and clicks on it twice.
twice() {
	rm -f "$folder"/*
	sleep 1.5
	xdotool mousemove 5 5
	import -window root "$scratch/empty.png"
	cp -p "$1" "$folder/"
	sleep 2
	at=$(icon) || { cp "$scratch/full.png" "$shots/$manager_name-lost.png"; fault "$manager_name does not show ${1##*/}; $shots/$manager_name-lost.png"; }
	xdotool mousemove $at sleep 0.3 click --repeat 2 --delay 80 1
}
asks() { xdotool search --onlyvisible --name 'Execute File' >/dev/null 2>&1; }
browses() { xdotool search --onlyvisible --name "$manager_name" >/dev/null 2>&1; }
# said PATTERN: the window's log says so.
said() { grep -q "$1" "$log" 2>/dev/null; }

for manager_name in ${*:-pcmanfm thunar}; do
	folder=$scratch/$manager_name
	mkdir "$folder"
	case $manager_name in
	pcmanfm) pcmanfm --no-desktop "$folder" >"$scratch/$manager_name.log" 2>&1 & ;;
	thunar) thunar "$folder" >"$scratch/$manager_name.log" 2>&1 & ;;
	esac
	browser=$!
	within 30 "$manager_name" browses
	shown_by=$(xdotool search --onlyvisible --name "$manager_name" | tail -1)
	xdotool windowmove "$shown_by" 0 0 windowsize "$shown_by" 1366 748
	sleep 2

	twice "$made/atlas.desktop"
	if [ "$manager_name" = pcmanfm ]; then # it asks whether to execute it
		within 20 "The question" asks
		import -window root "$shots/$manager_name-asks.png"
		xdotool key alt+e
	fi
	within 60 "A window by double click" some
	see "$manager_name-entry" "$manager_name, the menu entry"
	leave
	rm -f "$log"

	twice "$made/lesson.c5lesson"
	see "$manager_name-lesson" "$manager_name, a lesson"
	[ "$(windows)" = 1 ] || fault "there are $(windows) windows"
	xdotool windowactivate --sync "$shown_by"
	twice "$made/package.c5atlas"
	within 60 "The package in the first window" said 'handed over.*package.c5atlas'
	sleep 3
	see "$manager_name-package" "$manager_name, a package"
	[ "$(windows)" = 1 ] || fault "a second window opened"
	leave
	end "$browser" || fault "$manager_name does not end"
done
