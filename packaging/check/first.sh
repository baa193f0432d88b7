#!/bin/sh
# First contact in places that are not as they should be: each start has to show the map, and to leave nothing where it was
# started nor in the folder for what is temporary, and no session bus where there was none.
set -eu
cd "$(dirname "$0")/../.."
part=first
. .ci/screen.sh
. packaging/check/eyes.sh
need screen dist
display 1366x768

tar -C "$scratch" -xf dist/c5atlas-*-linux-*.tar.xz
atlas=$(echo "$scratch"/c5atlas-*/)C+C5\ Atlas
chmod 711 "$scratch"
mkdir -m 777 "$scratch/ready.d" "$scratch/here" "$scratch/temporary"
ready=$scratch/ready.d/yes
as=
mounted=
if [ "$(id -u)" = 0 ]; then
	as="setpriv --reuid 65534 --regid 65534 --clear-groups"
	trap 'failed=$?; set +e; for m in $mounted; do umount "$m" 2>/dev/null; done; (exit $failed); tidy' EXIT
fi

# opens NAME ENVIRONMENT...: started that way by somebody without rights, it shows the map.
opens() {
	name=$1
	shift
	rm -f "$ready"
	(cd "$scratch/here" && unset DBUS_SESSION_BUS_ADDRESS && exec $as env "$@" TMPDIR="$scratch/temporary" DISPLAY="$DISPLAY" C5ATLAS_READY="$ready" "$atlas") >"$scratch/program.log" 2>&1 &
	program=$!
	within 60 "The map ($name)" test -e "$ready"
	see first "$name"
	stop
	buses=$(for p in /proc/[0-9]*; do
		if grep -qx dbus-daemon "$p/comm" 2>/dev/null && grep -qzF "$ready" "$p/environ" 2>/dev/null; then echo "${p#/proc/}"; fi
	done)
	[ -z "$buses" ] || { kill $buses; fault "$name: it leaves a session bus behind"; }
	[ -z "$(ls -A "$scratch/here")" ] || { find "$scratch/here" >&2; fault "$name: it leaves the above where it was started"; }
	[ -z "$(ls -A "$scratch/temporary")" ] || { find "$scratch/temporary" >&2; fault "$name: it leaves the above among what is temporary"; }
	if grep -n -e '^panic:' -e '^fatal error:' -e SIGBUS "$scratch/program.log" >&2; then fault "$name: it fails"; fi
}
# home NAME: a new folder of somebody without rights.
home() {
	mkdir -m 777 "$scratch/$1"
	[ -z "$as" ] || chown 65534:65534 "$scratch/$1"
}
settings=.config/fyne/org.c5atlas.C5Atlas

opens "no HOME, no LANG" -i PATH="$PATH"
opens "a HOME that is not there" HOME="$scratch/none"
opens "a HOME that is no whole path" HOME=none
opens "XDG folders that are no whole paths" HOME="$scratch/none" XDG_CONFIG_HOME=none XDG_CACHE_HOME=none XDG_DATA_HOME=none XDG_RUNTIME_DIR=none
opens "a scale and a language that are none" HOME="$scratch/none" FYNE_SCALE=NaN LANG=xx_YY.UTF-8 TZ=None/None
home empty
opens "an empty HOME" HOME="$scratch/empty" XDG_CONFIG_HOME= XDG_CACHE_HOME=
home readonly
chmod 555 "$scratch/readonly"
opens "a HOME that is read only" HOME="$scratch/readonly"
for what in garbage nothing folder; do
	home "$what"
	$as mkdir -p "$scratch/$what/$settings"
	case $what in
	garbage) head -c 100000 /dev/urandom | $as tee "$scratch/$what/$settings/session.json" "$scratch/$what/$settings/recent.json" "$scratch/$what/$settings/c5atlas.log" >"$scratch/said" ;;
	nothing) $as touch "$scratch/$what/$settings/session.json" "$scratch/$what/$settings/recent.json" ;;
	folder) $as mkdir "$scratch/$what/$settings/session.json" "$scratch/$what/$settings/recent.json" "$scratch/$what/$settings/c5atlas.log" ;;
	esac
	opens "settings that are damaged: $what" HOME="$scratch/$what"
done
if [ -n "$as" ]; then
	for left in 0 60; do
		home "full$left"
		mount -t tmpfs -o size=1m,mode=777 tmpfs "$scratch/full$left"
		mounted="$mounted $scratch/full$left"
		head -c $(((1024 - left) * 1024)) /dev/zero >"$scratch/full$left/full"
		opens "a HOME with $left kB left" HOME="$scratch/full$left"
	done
	as="unshare -n $as"
	home network
	opens "no network" HOME="$scratch/network"
else
	echo "check-dist: first: a full disk and no network need root" >&2
fi
