#!/bin/sh
# A desktop of Wayland's without an X server: the map, a lesson that fills the screen, the end by a key; and a shell that names a compositor
# which is gone: there the window opens on the X server.
set -eu
cd "$(dirname "$0")/../.."
part=wayland
. .ci/screen.sh
. packaging/check/eyes.sh
need screen wayland dist
display 1500x900

tar -C "$scratch" -xf dist/c5atlas-*-linux-*.tar.xz
atlas=$(echo "$scratch"/c5atlas-*/)C+C5\ Atlas
export XDG_RUNTIME_DIR="$scratch/run" HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home/.config" XDG_CACHE_HOME="$scratch/home/.cache"
mkdir -m 700 "$XDG_RUNTIME_DIR" "$HOME"
ready=$scratch/ready

# opens NAME ENVIRONMENT...: started that way, it shows the map.
opens() {
	name=$1
	shift
	rm -f "$ready"
	env "$@" XDG_SESSION_TYPE=wayland C5ATLAS_READY="$ready" "$atlas" >"$scratch/program.log" 2>&1 &
	program=$!
	within 60 "The map ($name)" test -e "$ready"
	see wayland "$name"
}

opens "a compositor that is gone" WAYLAND_DISPLAY=gone
stop

weston --backend=x11-backend.so --use-pixman --width=1366 --height=768 --socket=wayland-atlas --idle-time=0 >"$scratch/weston.log" 2>&1 &
manager=$!
within 20 "A compositor" test -S "$XDG_RUNTIME_DIR/wayland-atlas"
opens "no X server" -u DISPLAY WAYLAND_DISPLAY=wayland-atlas
# chosen NUMBER: whether so many pixels as a chosen filter covers have its colour. A lesson begins with a line of it.
chosen() {
	import -window root "$scratch/now.png"
	[ "$(convert "$scratch/now.png" -fill black +opaque '#0B6E8F' -fill white -opaque '#0B6E8F' -format '%[fx:mean*w*h>2000]' info:)" = "$1" ]
}
within 20 "The window's filters" chosen 1
xdotool mousemove 700 450 key F5
within 20 "A lesson in their place" chosen 0
mapped lesson-on-wayland || fault "a lesson: no map ($shots/lesson-on-wayland.png)"
xdotool key --delay 500 Escape ctrl+q
ended "$program" || hangs "after Ctrl+Q"
program=
echo "check-dist: wayland: a lesson fills the screen, Escape leaves it and Ctrl+Q ends"
