#!/bin/sh
# Runs every fuzz target for FUZZTIME (1s; more of it, such as FUZZTIME=1m, before a release), starting from its seeds. What is new is hardly minimized: with seeds of 80 kB the time would go into that.
# Two rooms at a time, with a worker each, so that one is built while another runs.
#
# Before Go 1.27 a run may end in "context deadline exceeded" as its time is over, having found nothing (golang/go#75804); a fault always leaves its input.
# Such a run is made again.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
scratch=$(mktemp -d)
failed=0
beside=
trap 'failed=$?; [ -z "$beside" ] || kill $beside 2>/dev/null || true; rm -rf "$scratch"; exit $failed' EXIT
# A second would go into what former runs have found: only a long run begins with that, and keeps what it finds where "go test -fuzz" does.
cache=$scratch/found
most=120 # seconds: what hangs ends
if [ -n "${FUZZTIME:-}" ]; then
	cache=$(go env GOCACHE)/fuzz/$(go list -m)
	most=0
fi

# fuzz ROOM TARGET
fuzz() {
	for try in 1 2 3 4 5; do
		if (cd "$1" && timeout $most "$dir/test" -test.run '^$' -test.fuzz "^$2\$" -test.parallel 1 -test.fuzztime "${FUZZTIME:-1s}" -test.fuzzminimizetime 1x \
			-test.fuzzcachedir "$cache/$1") </dev/null >"$dir/said" 2>&1; then
			{ echo "fuzz: $1 $2"; cat "$dir/said"; } >"$dir/all"
			cat "$dir/all" # in one piece
			return 0
		fi
		cat "$dir/said"
		if ! grep -q 'context deadline exceeded' "$dir/said" || grep -q 'Failing input written' "$dir/said"; then
			echo "fuzz: $1 $2 fails" >&2
			return 1
		fi
		echo "fuzz: $2 ran out of time, try $try" >&2
	done
	return 1
}

# rooms LANE: each second room, with one test program for all of its targets.
rooms() {
	dir=$scratch/$1
	mkdir "$dir"
	awk -v lane="$1" 'NR % 2 == lane' "$scratch/rooms" >"$dir/rooms"
	while read -r room; do
		go test -tags ci -c -fuzz=. -ldflags=-w -o "$dir/test" "./$room"
		grep -h -o '^func Fuzz[A-Za-z0-9_]*' "$room"/*_test.go | sed 's/^func //' >"$dir/targets"
		while read -r name; do
			fuzz "$room" "$name"
		done <"$dir/targets"
	done <"$dir/rooms"
}

grep -rl --include='*_test.go' '^func Fuzz' app internal maps charts assets packaging | xargs -n 1 dirname | sort -u >"$scratch/rooms"
rooms 0 &
beside=$!
rooms 1
status=0
wait $beside || status=$?
beside=
exit $status
