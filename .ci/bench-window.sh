#!/bin/sh
# Measures the rows of the table of "make bench" that need a window or a whole process: what bench-start.sh measures, pictures of a
# drag against one whose only content is drawn anew in every frame, and a chart from the command line against gonum/plot. Each is alternated with
# what it is measured against, since machines drift, and the median counts. Writes lines as Go's benchmarks do. usage: .ci/bench-window.sh FILE
set -eu
cd "$(dirname "$0")/.."
results=$(realpath "$1")
if [ -z "${C5ATLAS_BUS:-}" ]; then # the first of two times, see screen.sh
	.ci/bench-start.sh "$results"
	(cd .ci/plot && CGO_ENABLED=0 go build -o ../../bin/plot .)
fi
. .ci/screen.sh
newcomer
display 1920x1080
manage

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
bare=$(bin/bare -raster | awk '{ print $2 }')
ours=$(.ci/hand.sh bin/c5atlas | sed -n 's/.*pictures=\([0-9.]*\).*/\1/p')
awk -v a="$ours" -v b="$bare" 'BEGIN { printf "BenchmarkWindow/drag 1 %.2f times %.0f ours %.0f bare\n", a / b, a, b }' >>"$results"

# spent FILE COMMAND...: appends the milliseconds of a run, on the clock to FILE.clock and of processor time to FILE.cpu: the mean of twenty.
spent() {
	to=$1
	shift
	began=$(date +%s%N)
	(
		n=0
		while [ "$n" -lt 20 ]; do
			"$@" >"$scratch/out" 2>&1
			n=$((n + 1))
		done
		times
	) | awk 'NR == 2 { gsub(/[ms]/, " "); print (60 * $1 + $2 + 60 * $3 + $4) * 1000 / 20 }' >>"$to.cpu"
	echo "$(($(date +%s%N) - began))" | awk '{ print $1 / 20e6 }' >>"$to.clock"
}
i=0
while [ "$i" -lt 5 ]; do
	spent "$scratch/chart" bin/c5atlas-headless export chart --out "$scratch/chart.png" --force
	spent "$scratch/plot" bin/plot "$scratch/plot.png"
	i=$((i + 1))
done
awk -v a="$(median <"$scratch/chart.clock")" -v b="$(median <"$scratch/plot.clock")" -v c="$(median <"$scratch/chart.cpu")" -v d="$(median <"$scratch/plot.cpu")" \
	'BEGIN { printf "BenchmarkWindow/plot 1 %.2f times %.2f cpu-times %.0f ours %.0f gonum\n", a / b, c / d, a, b }' >>"$results"
