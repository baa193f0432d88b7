#!/bin/sh
# Runs every fuzz target for FUZZTIME (1s; more of it, such as FUZZTIME=1m, before a release), starting from its seeds. What is new is hardly minimized: with seeds of 80 kB the time would go into that.
#
# Before Go 1.27 a run may end in "context deadline exceeded" as its time is over, having found nothing (golang/go#75804); a fault always leaves its input.
# Such a run is made again.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cache=$(go env GOCACHE)/fuzz/$(go list -m) # where "go test -fuzz" keeps what it found

# fuzz ROOM TARGET
fuzz() {
	for try in 1 2 3; do
		if (cd "$1" && "$scratch/test" -test.run '^$' -test.fuzz "^$2\$" -test.fuzztime "${FUZZTIME:-1s}" -test.fuzzminimizetime 1x \
			-test.fuzzcachedir "$cache/$1") </dev/null >"$scratch/said" 2>&1; then
			cat "$scratch/said"
			return 0
		fi
		cat "$scratch/said"
		if ! grep -q 'context deadline exceeded' "$scratch/said" || grep -q 'Failing input written' "$scratch/said"; then
			return 1
		fi
		echo "fuzz: $2 ran out of time, try $try" >&2
	done
	return 1
}

# One test program a room, for all of its targets.
grep -rl --include='*_test.go' '^func Fuzz' app internal maps charts assets packaging | xargs -n 1 dirname | sort -u >"$scratch/rooms"
while read -r room; do
	go test -tags ci -c -fuzz=. -o "$scratch/test" "./$room"
	grep -h -o '^func Fuzz[A-Za-z0-9_]*' "$room"/*_test.go | sed 's/^func //' >"$scratch/targets"
	while read -r name; do
		echo "fuzz: $room $name"
		fuzz "$room" "$name"
	done <"$scratch/targets"
done <"$scratch/rooms"
