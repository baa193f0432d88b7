#!/bin/sh
# Drives the window with a real mouse and real keys on a virtual display, in a build that has Fyne's thread checks on: a marker, a bar, the
# language, an export, quit and restart. Fails if one has no effect, or if the program ends, panics or is called from the wrong thread.
# What it did shows in the session file; where to click is found by colour, not by place. No setting of the person who runs it changes.
set -eu
cd "$(dirname "$0")/.."

. .ci/screen.sh

newcomer
marker='#A3263B' # colours of the light theme
agreed='#004488'
accent='#0B6E8F'

mkdir -p out
display 1280x800
manage
start bin/c5atlas-canary -v # Fyne reports through the log

# A city with several meetings asks which one.
click $(find_colour $marker 780x250+10+145) # below the legend
sleep 1.5
holds '"focusMeetings":' || keys Down Return
expect '"focusMeetings":"' "a marker lights its meeting"
keys Escape Escape

# The window is too low for a chart: there is a strip.
keys F7
expect '"showCharts":true' "F7 opens the charts of a low window"
click $(find_colour $agreed 760x180+20+600)
expect '"focusDomains":"' "a bar lights its domain"
keys Escape
keys ctrl+2
expect '"chart":"states"' "Ctrl+2 shows the chart by state"
keys ctrl+z
expect '"chart":"domains"' "Ctrl+Z takes it back"

# Wheel, drag, panes, full screen, the presentation, another size.
click 400 250 4
click 400 250 4
xdotool mousemove 400 250 mousedown 1 mousemove 430 260 sleep 0.1 mousemove 440 270 sleep 0.3 mouseup 1
expect '"camera":' "wheel and drag move the map"
fills() { [ "$(xdotool getactivewindow getwindowgeometry 2>/dev/null | sed -n 's/.*Geometry: //p')" = 1280x800 ]; }
framed() { ! fills && xdotool getactivewindow >/dev/null 2>&1; }
keys F6 F6 F7 F7 F5
within 10 "A lesson that fills the screen" fills
keys Next Next Prior space Right Left Escape
within 10 "Its end" framed
keys F11
within 10 "A window that fills the screen" fills
keys F11
within 10 "The end of that" framed
sleep 1

keys ctrl+e
sleep 2
exported() { ls "$HOME"/*.png >/dev/null 2>&1; }
save() {
	exported && return
	import -window root out/smoke.png
	click $(find_colour $accent 900x260+200+480)
	sleep 2
	exported
}
within 2 "The export" save
echo "smoke: an export writes its file"
sleep 1
keys Escape Escape

# Menu View, entry Language, the sixth from its end, its second language.
click 107 35
keys Up Up Up Up Up Up Right Down Return
expect '"lang":"uk"' "the menu changes the language"
picture out/smoke.png

complaints
cp "$session" "$scratch/before"
quit
complaints
start bin/c5atlas-canary -v
xdotool windowsize "$(xdotool getactivewindow)" 1024 740
sleep 2
picture out/smoke-1024.png
sed 's/"width.*//' "$scratch/before" >"$scratch/view1"
sed 's/"width.*//' "$session" >"$scratch/view2"
cmp "$scratch/view1" "$scratch/view2"
echo "smoke: the view is back after a restart"

# Hidden, with a window manager that is gone, it ends all the same: GLFW asked for the frame, and turned for ever while anything else was to be heard.
window=$(xdotool getactivewindow)
end "$manager"
manager=
xdotool windowunmap "$window" sleep 0.3 windowsize "$window" 1000 740
for word in a b c d e f g h i j; do
	xprop -id "$window" -f _C5ATLAS_TEST 8s -set _C5ATLAS_TEST $word
	sleep 0.08
done
complaints
stop
echo "smoke: hidden without a window manager, it ends"
