#!/bin/sh
# Starts what "make dist" made as somebody would who got it, and looks for the map. usage: packaging/check/run.sh [PART...]
#   formats  the files beside the program, judged by the tools of those who take them
#   deb      fresh Debians, 12 and 13: installed, started from the menu, removed
#   archive  unpacked into a folder that cannot be written to, started, installed, removed
#   first    starts in a home that is missing, full or damaged
#   wayland  a desktop that has no X server
#   files    double clicks in two file managers
#   trace    no network is asked for, by strace
#   windows  the programs, .zip and .msi for Windows, under Wine
# Without words it does them all. A part whose tools cannot be had is skipped by name. What it saw is left in out/dist.
set -eu
cd "$(dirname "$0")/../.."

[ $# -gt 0 ] || set -- formats deb archive first wayland files trace windows
for part in "$@"; do [ -e "packaging/check/$part.sh" ] || { echo "check-dist: there is no part $part" >&2; exit 2; }; done
ls dist/SHA256SUMS >/dev/null || { echo "check-dist: there is nothing in dist: make dist" >&2; exit 1; }
(cd dist && sha256sum -c --quiet SHA256SUMS)
bad=
for part in "$@"; do
	status=0
	"packaging/check/$part.sh" || status=$?
	case $status in
	0) echo "check-dist: $part: good" ;;
	77) echo "check-dist: $part: skipped" ;;
	*)
		echo "check-dist: $part: ended with status $status" >&2
		bad="$bad $part"
		;;
	esac
done
[ -z "$bad" ] || { echo "check-dist: faults in:$bad" >&2; exit 1; }
