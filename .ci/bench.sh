#!/bin/sh
# Measures what each pane may take and prints it beside its budget. With an argument it prints that file of results instead of measuring anew.
#
# A row is the least of a few runs, on the clock and of processor time where that was taken: a machine is never alone. Rows that need a window or
# another program are bench-window.sh's.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

results=${1:-out/bench.txt}
if [ $# -eq 0 ]; then
	mkdir -p out bin
	run() { # packages, benchmarks, time for each, runs
		go test -tags ci -run '^$' -bench "$2" -benchtime "$3" -count "$4" "$1" | tee -a "$results" | grep -E '^(Benchmark|FAIL|---)' >&2 || true
	}
	: >"$results"
	run ./app/scene '^Benchmark(Large|Shipped)' 10x 3
	run ./app/dataset '^BenchmarkLargeOpen' 1x 3
	run ./app/dataset '^BenchmarkLargeSearch/(first|next)' 5x 3
	run ./app/ui/docview '^BenchmarkLongPage/open' 10x 3
	run ./app/ui/shell '^BenchmarkLargeWindow' 5x 3
	run ./maps '^BenchmarkRender/1920x1080/lod1' 10x 5
	run ./maps '^BenchmarkHit/1000000' 20000x 5
	.ci/bench-window.sh "$results"
	.ci/lessons.sh bin/c5atlas "$results"
fi

awk '
/^Benchmark/ {
	name = $1; sub(/^Benchmark/, "", name); sub(/-[0-9]+$/, "", name)
	for (i = 3; i < NF; i += 2) {
		key = name " " $(i + 1)
		if (!(key in least) || $i < least[key]) least[key] = $i
	}
}
function shown(v, unit) {
	if (unit == "ms") return sprintf("%.1f ms", v / 1e6)
	if (unit == "s") return sprintf("%.2f s", v / 1e9)
	if (unit == "us") return sprintf("%.2f us", v / 1e3)
	if (unit == "x") return sprintf("%.2f x", v)
	if (unit == "%") return sprintf("%+.1f %%", v)
	if (unit == "MB") return sprintf("%.1f MB", v / 1e6)
	return sprintf("%.0f MiB", v)
}
function row(what, key, unit, budget,    scale, cpu, per, verdict, spent) {
	if (!(key in least)) { line(what, "not measured", "", shownBudget(budget, unit), ""); return }
	scale = unit == "ms" ? 1e6 : unit == "s" ? 1e9 : unit == "us" ? 1e3 : unit == "MB" ? 1e6 : 1
	cpu = key
	per = sub(/ns\/op$/, "cpu-ms/op", cpu) ? 1e6 : sub(/times$/, "cpu-times", cpu)
	spent = per && cpu in least ? shown(least[cpu] * per, unit) : ""
	if (budget != "" && least[key] > budget * scale) verdict = spent != "" && least[cpu] * per <= budget * scale ? "over on the clock" : "over"
	line(what, shown(least[key], unit), spent, shownBudget(budget, unit), verdict)
}
# least0 is a row whose budget is the least it may be.
function least0(what, key, unit, budget) {
	if (!(key in least)) { line(what, "not measured", "", shownBudget(budget, unit), ""); return }
	line(what, shown(least[key], unit), "", shownBudget(budget, unit), least[key] < budget ? "under" : "")
}
function shownBudget(b, unit) { return b == "" ? "" : b " " unit }
function line(a, b, c, d, e) { printf "%-68s %13s %13s %8s  %s\n", a, b, c, d, e }
END {
	ns = " ns/op"
	line("what", "clock", "processor", "budget", "")
	row("exec to map with all markers, against an empty window", "Window/start times", "x", 1.25)
	row("memory two seconds later, above an empty window", "Window/memory MiB", "MiB", 60)
	row("memory after 50 lessons begun and left, against 20", "Window/lessons %", "%", 5)
	row("memory after 2,000 changes of the scene, against 300", "Window/scenes %", "%", 5)
	row("full redraw 1920x1080, middle detail: base", "Render/1920x1080/lod1/base" ns, "ms", 5)
	row("full redraw 1920x1080, middle detail: everything", "Render/1920x1080/lod1/full" ns, "ms", 10)
	least0("pictures while dragging, against a bare window", "Window/drag times", "x", 0.95)
	row("90 statements: a filter, to a new chart and the data of all panes", "ShippedFilter" ns, "ms", 30)
	print "100,000 statements, 2,000 meetings, 600 places:"
	row("  a filter: what is left", "LargeSelect" ns, "ms", 100)
	row("  a focus: what is left and what is lit", "LargeFocus" ns, "ms", 100)
	row("  filter bar: counts of all options", "LargeFilters" ns, "ms", 100)
	split("domains split compared states timeline documents matrix chronology", kinds, " ")
	for (i = 1; i <= 8; i++) row("  chart, filtered, counted and drawn: " kinds[i], "LargeChart/" kinds[i] ns, "ms", 100)
	row("  map: what it shows after a filter", "LargeMap/filter" ns, "ms", 100)
	row("  map: what a frame of a drag makes of it", "LargeMap/frame" ns, "ms", 8)
	split("selection focus document meeting overview", pages, " ")
	for (i = 1; i <= 5; i++) row("  reader, page and what is in sight: " pages[i], "LargeReader/" pages[i] ns, "ms", 8)
	row("  reader: 100,000 blocks laid out", "LongPage/open" ns, "ms", 100)
	row("  table of 10,000 documents", "LargeTable" ns, "ms", 8)
	row("  list of documents", "LargeDocuments" ns, "ms", 8)
	row("  time axis", "LargeTicks" ns, "ms", 8)
	row("  tray and status line", "LargeTray" ns, "ms", 8)
	row("  lesson made of the view", "LargeDeck" ns, "ms", 100)
	row("  the search index of everything, beside the window", "LargeSearch/first" ns, "ms", "")
	row("  first hits, 10,000 documents", "LargeSearch/next" ns, "ms", 50)
	split("filter search time marker document statement drag chart language", gestures, " ")
	for (i = 1; i <= 9; i++) row("  window busy before it hears the next gesture: " gestures[i], "LargeWindow/" gestures[i] ns, "ms", 8)
	row("open a package of 100,000 statements, 10,000 documents", "LargeOpen" ns, "s", 2)
	row("  and what it keeps in memory", "LargeOpen MiB", "MiB", 400)
	row("  the same as .zip", "LargeOpenFile/zip" ns, "s", 15)
	row("  the same as .xlsx", "LargeOpenFile/xlsx" ns, "s", 15)
	row("hit test, 1,000,000 markers", "Hit/1000000" ns, "us", 1)
	row("chart PNG 1920x1080, whole process, against gonum/plot", "Window/plot times", "x", 0.35)
	row("headless binary", "Binary/headless bytes", "MB", 13)
	row("window binary", "Binary/window bytes", "MB", 40)
}' "$results"
