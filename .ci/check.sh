#!/bin/sh
# "make check" in less time: what drives a window on a virtual display mostly waits, and is let go beside what computes, two things at a time, which gives
# way to it. What measures the window, "make feel", has the machine for itself at the end.
set -eu
cd "$(dirname "$0")/.."

# What one of these installs the other does not wait for.
.ci/deps.sh build screen smoke
for group in screens outside node; do
	.ci/deps.sh $group || echo "What needs the group \"$group\" of .ci/deps.sh is skipped." >&2
done

said=$(mktemp)
timeout -k 20 900 make smoke screens >"$said" 2>&1 & # they take three minutes
windows=$!
trap 'status=$?; trap - EXIT; [ -z "$windows" ] || { kill $windows; wait $windows; cat "$said"; } 2>/dev/null || true; rm -f "$said"; exit $status' EXIT
trap 'exit 130' INT TERM
nice make -j2 lint overlap validators fuzz race
status=0
wait $windows || status=$?
windows=
cat "$said"
[ "$status" = 0 ] || exit "$status"
timeout -k 20 900 make feel
