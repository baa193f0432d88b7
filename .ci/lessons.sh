#!/bin/sh
# What a lesson that is left leaves behind: begins and leaves 50 of them on a virtual display of 1920x1080. Memory must stay within 5 % of what it
# is after twenty, or else stay so after eighty, and the program must end with as many goroutines as after one lesson. With a second
# argument, the growth goes to that file as a line of Go's benchmarks, and so does that of one lesson from its 300th change of the scene, when all
# that is kept of scenes is there, to its 2,000th. usage: .ci/lessons.sh [PROGRAM [FILE]]
set -eu
program_file=$(realpath "${1:-$(dirname "$0")/../bin/c5atlas-canary}")
results=${2:+$(realpath "$2")}
set -- "$program_file" "$results"
cd "$(dirname "$0")/.."

. .ci/screen.sh
newcomer
display 1920x1080
manage
printf '%s' '{"view":{"status":"","chart":"domains","textSize":1,"splitMap":0.62,"splitCharts":0.6,"lang":"en","theme":"light"},"width":1920,"height":1040}' >"$session"

# lesson: begins one, as a clicker does, and leaves it.
lesson() { xdotool key F5 sleep 0.4 key Next sleep 0.1 key Escape sleep 0.25; }
# memory [ENOUGH]: kilobytes of this program alone, the least of half a minute: the collector, Fyne and the software GL let go of what is
# no longer used at times of their own, and Fyne only while it paints, so that the pointer moves. Ends sooner once it is not above ENOUGH, or, when nothing is
# known to be enough, once it has not fallen for a quarter of a minute.
memory() {
	least=
	same=0
	for reading in 1 2 3 4 5 6 7 8 9 10; do
		xdotool mousemove $((300 + 20 * reading)) 300 sleep 1.5 mousemove $((310 + 20 * reading)) 300 sleep 1.5
		now=$(awk '/^Pss:/ { n += $2 } END { print n }' "/proc/$program/smaps_rollup")
		if [ -n "$least" ] && [ "$least" -le "$now" ]; then
			same=$((same + 1))
		else
			least=$now
			same=0
		fi
		[ "$least" -gt "${1:-0}" ] || break
		[ $# -gt 0 ] || [ $same -lt 5 ] || break
	done
	echo "$least"
}
# goroutines: ends the program with the list of them; $goroutines is how many of them run its own code.
goroutines() {
	kill -QUIT "$program"
	ended "$program"
	program=
	goroutines=$(awk '/^goroutine / { n += ours; ours = 0 } /c5atlas\/app/ { ours = 1 } END { print n + ours }' "$scratch/program.log")
}

# Fyne keeps what was on the screen for a minute; here it is to let go of it sooner. And the collector is to run often, so that what is measured
# is what is kept, not what waits for it; a software GL is to give back what it frees.
export FYNE_CACHE=5s GOGC=25 MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=65536
start "$program_file"
lesson
sleep 2
complaints
goroutines
one=$goroutines

start "$program_file"
for i in $(seq 20); do lesson; done
before=$(memory)
for i in $(seq 30); do lesson; done
after=$(memory $((before * 105 / 100)))
# What is kept grows again; what is only drawn and remembered has its bound.
again=$after
if [ "$((after * 100))" -gt "$((before * 105))" ]; then
	for i in $(seq 30); do lesson; done
	again=$(memory $((after * 105 / 100)))
fi
complaints
goroutines
many=$goroutines

echo "lessons: $before kB after 20, $after kB after 50, $again kB in the end; $one goroutines after 1, $many after 50"
[ -z "$results" ] || awk -v before="$before" -v after="$after" 'BEGIN { printf "BenchmarkWindow/lessons 1 %.1f %%\n", (after / before - 1) * 100 }' >>"$results"
if [ "$many" -gt "$one" ]; then
	echo "Lessons that were left go on." >&2
	exit 1
fi
if [ "$((again * 100))" -gt "$((after * 105))" ]; then
	echo "Lessons that were left keep memory." >&2
	exit 1
fi
[ -n "$results" ] || exit 0

# turn N MS: as many changes of the scene, to the last one of the lesson and back, that far apart.
turn() {
	there=$(yes Next | head -n 28)
	back=$(yes Prior | head -n 28)
	turned=0
	while [ "$turned" -lt "$1" ]; do
		# shellcheck disable=SC2086 # keys, one a word
		xdotool key --delay "$2" $there $back
		turned=$((turned + 56))
	done
}
start "$program_file"
xdotool key F5 sleep 1
turn 56 300 # each scene is drawn whole once
turn 244 20
before=$(memory)
turn 1700 20
after=$(memory $((before * 105 / 100)))
complaints
echo "scenes: $before kB after 300 changes, $after kB after 2,000"
awk -v before="$before" -v after="$after" 'BEGIN { printf "BenchmarkWindow/scenes 1 %.1f %%\n", (after / before - 1) * 100 }' >>"$results"
if [ "$((after * 100))" -gt "$((before * 105))" ]; then
	echo "Scenes that were shown keep memory." >&2
	exit 1
fi
