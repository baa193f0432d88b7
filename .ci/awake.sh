#!/bin/sh
# The screen does not go dark during a lesson: the desktop's screen saver, here one that only writes down what it hears, and its portal are asked once when a lesson
# begins to leave the screen alone, and once let go when it ends, by whichever window. usage: .ci/awake.sh [PROGRAM]
set -eu
program_file=$(realpath "${1:-$(dirname "$0")/../bin/c5atlas-canary}")
set -- "$program_file"
cd "$(dirname "$0")/.."

. .ci/screen.sh
CGO_ENABLED=0 go build -o "$scratch/saver" ./.ci/saver
newcomer
"$scratch/saver" >"$scratch/heard" &
saver=$!
trap 'failed=$?; set +e; kill $saver 2>/dev/null; (exit $failed); tidy' EXIT
within 10 "A screen saver" grep -q ready "$scratch/heard"
display 1280x800
manage
start "$program_file"

# heard LINES: what the screen saver has heard so far, and nothing else.
heard() { [ "$(sed 1d "$scratch/heard" | awk '{ printf "%s ", $1 $NF }')" = "$1" ]; }
heard "" || { echo "awake: the screen saver is told something though no lesson is on" >&2; exit 1; }
keys F5
within 10 "A lesson that keeps the screen on" heard "on1 hold1 "
keys Next v Next b b
sleep 1
heard "on1 hold1 " || { echo "awake: it is told more than once" >&2; cat "$scratch/heard" >&2; exit 1; }
keys Escape
within 10 "The end of it" heard "on1 hold1 off1 free1 "
keys F5
within 10 "Another lesson" heard "on1 hold1 off1 free1 on2 hold2 "
keys Escape
within 10 "The end of that" heard "on1 hold1 off1 free1 on2 hold2 off2 free2 "
complaints
echo "awake: the screen stays on during a lesson, and no longer"
