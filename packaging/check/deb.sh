#!/bin/sh
# Installs the .deb in a fresh Debian, starts it there from its menu entry, sees the map, and removes it again. usage: packaging/check/deb.sh [RELEASE],
# Debian's or Ubuntu's; without, Debian 12 and 13
set -eu
cd "$(dirname "$0")/../.."
if [ $# = 0 ]; then
	for suite in bookworm trixie; do packaging/check/deb.sh $suite; done
	exit
fi
part=deb
. .ci/screen.sh
. packaging/check/eyes.sh
need screen chroot
[ "$(id -u)" = 0 ] && unshare -m -p -f true || { echo "check-dist: deb: skipped: a fresh system needs root" >&2; exit 77; }
suite=$1
set -- http://deb.debian.org/debian
case $suite in jammy | noble | questing) set -- http://archive.ubuntu.com/ubuntu /usr/share/debootstrap/scripts/jammy ;; esac # it need not know newer ones
root=$scratch/root
kept=${TMPDIR:-/tmp}/c5atlas-$suite.tar # a fresh system is made once
if [ ! -e "$kept" ]; then
	debootstrap --variant=minbase "$suite" "$scratch/new" "$@" >"$scratch/debootstrap.log" || { tail "$scratch/debootstrap.log"; fault "no $suite"; }
	cp /etc/resolv.conf "$scratch/new/etc/"
	# What any desktop has: it launches menu entries and knows types of files.
	chroot "$scratch/new" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends libglib2.0-bin desktop-file-utils shared-mime-info hicolor-icon-theme dbus && apt-get clean && useradd -m person' >"$scratch/debootstrap.log" 2>&1 || { tail "$scratch/debootstrap.log"; fault "no $suite"; }
	tar -C "$scratch/new" --one-file-system -cf "$kept.new" .
	mv "$kept.new" "$kept"
	rm -rf "$scratch/new"
fi
mkdir "$root"
tar -C "$root" -xf "$kept"
cp dist/*.deb "$root/tmp/atlas.deb"
cp /etc/resolv.conf "$root/etc/"
display 1366x768

# within_root COMMAND: runs it in the fresh system, and ends whatever it leaves behind.
within_root() {
	unshare -m -p -f --kill-child sh -c 'root=$1; shift
		mount -t proc proc "$root/proc"; mount --bind /dev "$root/dev"; mkdir -p "$root/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
		exec chroot "$root" "$@"' sh "$root" "$@"
}
listed() { (cd "$root" && find usr etc opt srv bin sbin lib home var/lib -xdev \( -path var/lib/dpkg -o -path var/lib/apt -o -path home/person/.cache \) -prune -o -print | sort); }
listed >"$scratch/before"
within_root sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends /tmp/atlas.deb' >"$scratch/apt.log" 2>&1 || { tail "$scratch/apt.log"; fault "it does not install"; }
echo "check-dist: deb: it installs in a fresh $suite"
within_root su person -c 'c5atlas selftest' >"$scratch/selftest.log" 2>&1 || { tail "$scratch/selftest.log"; fault "selftest"; }
within_root su person -c "export DISPLAY=$DISPLAY C5ATLAS_READY=/tmp/ready; dbus-run-session sh -c 'gio launch /usr/share/applications/org.c5atlas.C5Atlas.desktop; sleep 300'" >"$scratch/program.log" 2>&1 &
program=$!
within 60 "The map" test -e "$root/tmp/ready"
sleep 1
see "deb-$suite" "started from the menu"
stop
within_root sh -c 'xdg-mime --version >/dev/null 2>&1; gio mime application/vnd.c5atlas.lesson+json' | grep -q org.c5atlas.C5Atlas.desktop || fault "lessons are not its own"
within_root sh -c 'DEBIAN_FRONTEND=noninteractive apt-get purge -qq -y --auto-remove c5atlas' >"$scratch/apt.log" 2>&1 || { tail "$scratch/apt.log"; fault "it does not go"; }
listed | grep -v -x -e 'home/person/\.config\(/.*\)\?' -e 'home/person/\.local\(/.*\)\?' >"$scratch/after"
comm -13 "$scratch/before" "$scratch/after" >"$scratch/left"
if grep -q . "$scratch/left"; then
	cat "$scratch/left" >&2
	fault "it leaves the files above"
fi
echo "check-dist: deb: removal leaves nothing but what is the person's"
