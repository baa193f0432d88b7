#!/bin/sh
# Measures start, memory and size against an empty window of Fyne's, one after the other in turn, since machines drift; the median counts. Writes lines
# as Go's benchmarks do, and without a file prints them beside their budgets. usage: .ci/bench-start.sh [FILE [PAIRS]]
set -eu
cd "$(dirname "$0")/.."
if [ $# -eq 0 ]; then
	mkdir -p out
	: >out/bench-start.txt
	"$0" out/bench-start.txt
	.ci/bench.sh out/bench-start.txt | grep -v 'not measured' | grep -v ':$'
	grep -o 'start .* bare$' out/bench-start.txt
	exit 0
fi
results=$(realpath "$1")
pairs=${2:-15}
if [ -z "${C5ATLAS_BUS:-}" ]; then # the first of two times, see screen.sh
	.ci/deps.sh build screen smoke
	# As packaging/dist.sh builds what is given out: an eighth of a program are symbols that do not ship.
	CGO_ENABLED=1 go build -tags no_emoji -buildmode=pie -trimpath -ldflags "-s -w -extldflags=-Wl,-z,now" -o bin/c5atlas .
	CGO_ENABLED=0 go build -tags headless -trimpath -ldflags "-s -w" -o bin/c5atlas-headless .
	CGO_ENABLED=1 go build -tags no_emoji -o bin/bare ./.ci/bare
	CGO_ENABLED=0 go test ./.ci/await
	CGO_ENABLED=0 go build -o bin/await ./.ci/await
fi
. .ci/screen.sh
newcomer
display 1920x1080
manage

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
# once FILE COMMAND...: appends the milliseconds from exec to the first picture, those of processor time until then, which other programs do not
# lengthen, and the MiB of memory two seconds later.
once() {
	to=$1
	shift
	rm -f "$scratch/ready"
	began=$(date +%s%N)
	C5ATLAS_READY=$scratch/ready "$@" >"$scratch/program.log" 2>&1 &
	program=$!
	bin/await "$scratch/ready" "$program" || { cat "$scratch/program.log" >&2; exit 1; }
	awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) * 1000 / tick }' "/proc/$program/stat" >>"$to.cpu"
	stat -c %.Y "$scratch/ready" | awk -v began="$began" '{ printf "%d\n", ($1 * 1e9 - began) / 1e6 }' >>"$to.ms"
	sleep 2
	awk '/^Pss:/ { print $2 / 1024 }' "/proc/$program/smaps_rollup" >>"$to.mib"
	stop
}
i=0
while [ "$i" -lt "$pairs" ]; do
	once "$scratch/ours" bin/c5atlas
	once "$scratch/bare" bin/bare
	i=$((i + 1))
done
ours=$(median <"$scratch/ours.ms")
bare=$(median <"$scratch/bare.ms")
cpu=$(median <"$scratch/ours.cpu")
spent=$(median <"$scratch/bare.cpu")
awk -v a="$ours" -v b="$bare" -v c="$cpu" -v d="$spent" 'BEGIN {
	printf "BenchmarkWindow/start 1 %.2f times %.2f cpu-times %d ours %d bare\n", a / b, c / d, a, b
}' >>"$results"
ours=$(median <"$scratch/ours.mib")
bare=$(median <"$scratch/bare.mib")
awk -v a="$ours" -v b="$bare" 'BEGIN { printf "BenchmarkWindow/memory 1 %.0f MiB\n", a - b }' >>"$results"
echo "BenchmarkBinary/window 1 $(wc -c <bin/c5atlas) bytes" >>"$results"
echo "BenchmarkBinary/headless 1 $(wc -c <bin/c5atlas-headless) bytes" >>"$results"
