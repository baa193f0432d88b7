#!/bin/sh
# Sees by strace that what is given out for Linux asks for no network, from its start over a lesson and exports to a second start.
set -eu
cd "$(dirname "$0")/../.."
part=trace
. .ci/screen.sh
. packaging/check/eyes.sh
need screen smoke outside
strace -o /dev/null true 2>/dev/null || { echo "check-dist: trace: skipped: strace is not allowed here" >&2; exit 77; }
tar -C "$scratch" -xf dist/c5atlas-*-linux-*.tar.xz
.ci/trace-window.sh "$(echo "$scratch"/c5atlas-*/)C+C5 Atlas"
