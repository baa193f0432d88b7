#!/bin/sh
# Unpacks the .tar.xz into a folder that nobody can write to and whose name has spaces and Chinese characters, starts the program there by somebody
# without rights, and installs and removes it: nothing is left.
set -eu
cd "$(dirname "$0")/../.."
part=archive
. .ci/screen.sh
. packaging/check/eyes.sh
need screen dist
newcomer

place="$scratch/my files 中亚 地图"
mkdir -p "$place"
tar -C "$place" -xf dist/c5atlas-*-linux-*.tar.xz
folder=$(echo "$place"/*)
chmod -R a-w "$place"
chmod a+rx "$scratch"
as() { "$@"; } # somebody without rights
if [ "$(id -u)" = 0 ]; then
	as() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }
	chown -R 65534:65534 "$HOME"
fi
display 1366x768
mkdir "$scratch/ready.d"
chmod 777 "$scratch/ready.d"
C5ATLAS_READY=$scratch/ready.d/yes as "$folder/C+C5 Atlas" >"$scratch/program.log" 2>&1 &
program=$!
within 60 "The map" test -e "$scratch/ready.d/yes"
see archive "started where it was unpacked"
stop
chmod -R u+w "$place"

# What is in a folder, with links and what is in files.
listed() { (cd "$1" && find . | LC_ALL=C sort && find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum); }
for how in home "with a 'quote' \$and 中亚"; do
	prefix="$scratch/$how"
	mkdir -p "$prefix/share/applications"
	echo "somebody else's" >"$prefix/share/applications/other.txt"
	listed "$prefix" >"$scratch/before"
	"$folder/install.sh" --prefix "$prefix" >"$scratch/said"
	desktop-file-validate "$prefix/share/applications/org.c5atlas.C5Atlas.desktop"
	"$prefix/bin/c5atlas" version >"$scratch/said"
	rm -f "$scratch/ready.d/yes"
	# The menu entry names the program by its whole path, so that it starts whatever the PATH is.
	env -u C5ATLAS_BUS PATH=/usr/bin:/bin C5ATLAS_READY="$scratch/ready.d/yes" XDG_DATA_DIRS="$prefix/share:/usr/share" \
		python3 -c 'import sys; from gi.repository import Gio; Gio.DesktopAppInfo.new_from_filename(sys.argv[1]).launch([], None); import time; time.sleep(60)' \
		"$prefix/share/applications/org.c5atlas.C5Atlas.desktop" >"$scratch/program.log" 2>&1 &
	program=$!
	within 60 "The map" test -e "$scratch/ready.d/yes"
	for child in $(cat "/proc/$program/task/$program/children"); do kill "$child"; done
	stop
	"$prefix/share/c5atlas/uninstall.sh" >"$scratch/said"
	listed "$prefix" >"$scratch/after"
	cmp "$scratch/before" "$scratch/after" || { diff "$scratch/before" "$scratch/after" >&2 || true; fault "uninstall.sh leaves something in $how"; }
done
echo "check-dist: archive: what install.sh installs, uninstall.sh removes"
