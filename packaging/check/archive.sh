#!/bin/sh
# Unpacks the .tar.xz into a folder that nobody can write to and whose name has spaces and Chinese characters, starts the program there by somebody
# without rights, and installs and removes it: nothing is left.
set -eu
cd "$(dirname "$0")/../.."
part=archive
. .ci/screen.sh
. packaging/check/eyes.sh
need screen dist files
newcomer

place="$scratch/my files 中亚 地图"
mkdir -p "$place"
tar -C "$place" -xf dist/c5atlas-*-linux-*.tar.xz
folder=$(echo "$place"/*)
chmod -R a-w "$place"
chmod a+rx "$scratch"
as= # who starts a program as somebody without rights
if [ "$(id -u)" = 0 ]; then
	as="setpriv --reuid 65534 --regid 65534 --clear-groups"
	chown -R 65534:65534 "$HOME"
fi
display 1366x768
mkdir "$scratch/ready.d"
chmod 777 "$scratch/ready.d"
C5ATLAS_READY=$scratch/ready.d/yes $as "$folder/C+C5 Atlas" >"$scratch/program.log" 2>&1 &
program=$!
within 60 "The map" test -e "$scratch/ready.d/yes"
see archive "started where it was unpacked"
stop
chmod -R u+w "$place"

# What is in a folder, with links and what is in files.
listed() { (cd "$1" && find . | LC_ALL=C sort && find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum); }
for how in plain "with a 'quote' \$and 中亚"; do
	prefix="$scratch/$how"
	mkdir -p "$prefix/share/applications"
	echo "somebody else's" >"$prefix/share/applications/other.txt"
	listed "$prefix" >"$scratch/before"
	"$folder/install.sh" --prefix "$prefix" >"$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fault "install.sh"; }
	desktop-file-validate "$prefix/share/applications/org.c5atlas.C5Atlas.desktop"
	"$prefix/bin/c5atlas" version >"$scratch/said"
	# The menu entry names the program by its whole path, so that it starts whatever the PATH is.
	rm -f "$scratch/ready.d/yes"
	PATH=/usr/bin:/bin C5ATLAS_READY="$scratch/ready.d/yes" gio launch "$prefix/share/applications/org.c5atlas.C5Atlas.desktop" >"$scratch/program.log" 2>&1
	within 60 "The map" test -e "$scratch/ready.d/yes"
	started=$(xdotool search --name 'C.C5' getwindowpid | tail -1)
	[ "$(readlink "/proc/$started/exe")" = "$prefix/bin/c5atlas" ] || fault "the menu entry starts $(readlink "/proc/$started/exe")"
	end "$started" || fault "the program does not end"
	"$prefix/share/c5atlas/uninstall.sh" >"$scratch/said"
	listed "$prefix" >"$scratch/after"
	cmp "$scratch/before" "$scratch/after" || { diff "$scratch/before" "$scratch/after" >&2 || true; fault "uninstall.sh leaves something in $how"; }
done
echo "check-dist: archive: what install.sh installs, uninstall.sh removes"
