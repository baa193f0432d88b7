#!/bin/sh
# Installs what a fresh Debian or Ubuntu lacks. usage: .ci/deps.sh [-n] GROUP...
#   build   C compiler and the headers of GL, X11 and Wayland: the window program
#   screen  a virtual display, what moves its mouse and what takes its picture
#   smoke   a window manager for it
#   screens two screens without a projector, and window managers to plug them in and out under
#   dist    xz and dpkg-deb
#   windows a compiler for Windows, and what makes its icons, .msi and .zip
#   wayland a compositor of Wayland's that shows its screen in a window
#   outside programs that read what this one writes, and one that sees what it asks of the system, for its tests
#   formats what judges packages, menu entries and their like
#   chroot  a fresh Debian in a folder
#   files   two file managers, and what shows a sentence to somebody without a terminal
#   wine    Windows's programs
#   office  LibreOffice Calc, which reads the tables that this program writes
#   node    what other programs' validators of data packages run on
# With -n it installs nothing and says what is missing. Exit status: 3 if something is missing and cannot be installed.
set -eu

dry=
if [ "${1:-}" = -n ]; then
	dry=1
	shift
fi

has() { command -v "$1" >/dev/null 2>&1; }
lib() { has pkg-config && pkg-config --exists "$@" 2>/dev/null; }

# Fyne on a Mac or on Windows needs a C compiler alone, and there is no apt there.
case $(uname -s) in
Linux) ;;
*)
	has cc || has gcc || has clang || { echo "A C compiler is missing: see README.md, \"Other systems\"." >&2; exit 3; }
	exit 0
	;;
esac

need=
for group in "$@"; do
	case $group in
	build)
		has gcc && [ -e /usr/include/stdio.h ] || need="$need gcc libc6-dev"
		has pkg-config || need="$need pkg-config"
		lib gl egl || need="$need libgl-dev libegl-dev"
		lib x11 xrandr xinerama xcursor xi xxf86vm ||
			need="$need libx11-dev libxrandr-dev libxinerama-dev libxcursor-dev libxi-dev libxxf86vm-dev"
		lib wayland-client wayland-cursor wayland-egl xkbcommon || need="$need libwayland-dev libxkbcommon-dev"
		;;
	screen)
		has xdotool || need="$need xdotool"
		has Xvfb || need="$need xvfb"
		has dbus-run-session || need="$need dbus"
		has import || need="$need imagemagick"
		ls /usr/lib/*/dri/*.so >/dev/null 2>&1 || need="$need libgl1-mesa-dri"
		;;
	smoke)
		has openbox || need="$need openbox"
		has xprop || need="$need x11-utils"
		;;
	screens)
		[ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] || need="$need xserver-xorg-core xserver-xorg-video-dummy"
		has xrandr || need="$need x11-xserver-utils"
		has xwininfo || need="$need x11-utils"
		has xdotool || need="$need xdotool"
		has metacity || need="$need metacity"
		has xfwm4 || need="$need xfwm4"
		;;
	wayland)
		has weston || need="$need weston"
		;;
	outside)
		has pngcheck || need="$need pngcheck"
		has exiftool || need="$need libimage-exiftool-perl"
		has pdftotext || need="$need poppler-utils"
		has rsvg-convert || need="$need librsvg2-bin"
		has strace || need="$need strace"
		;;
	office)
		has localc || need="$need libreoffice-calc"
		;;
	node)
		has npm || need="$need nodejs npm"
		;;
	dist)
		has xz || need="$need xz-utils"
		has dpkg-deb || need="$need dpkg"
		;;
	windows)
		has x86_64-w64-mingw32-gcc || need="$need gcc-mingw-w64-x86-64"
		has icotool || need="$need icoutils"
		has wixl || need="$need wixl"
		has zip || need="$need zip"
		has faketime || need="$need faketime"
		;;
	formats)
		has lintian || need="$need lintian"
		has desktop-file-validate || need="$need desktop-file-utils"
		has appstreamcli || need="$need appstream"
		has xmllint || need="$need libxml2-utils"
		has rpm || need="$need rpm"
		;;
	chroot)
		has debootstrap || need="$need debootstrap"
		;;
	files)
		has pcmanfm || need="$need pcmanfm"
		has thunar || need="$need thunar"
		has zenity || need="$need zenity"
		has update-desktop-database || need="$need desktop-file-utils"
		has update-mime-database || need="$need shared-mime-info"
		;;
	wine)
		has wine || need="$need wine wine64"
		has x86_64-w64-mingw32-gcc || need="$need gcc-mingw-w64-x86-64"
		has unzip || need="$need unzip"
		;;
	*)
		echo "deps.sh: there is no group $group" >&2
		exit 2
		;;
	esac
done
[ -n "$need" ] || exit 0

if [ -n "$dry" ]; then
	echo "These packages are missing:$need" >&2
	echo "\"make run\" installs them; elsewhere than on Debian and Ubuntu see README.md, \"Other systems\"." >&2
	exit 3
fi
if ! has apt-get; then
	echo "These packages (Debian's names) are missing, and there is no apt-get to install them:$need" >&2
	echo "See README.md, \"Other systems\"." >&2
	exit 3
fi

root=
if [ "$(id -u)" != 0 ]; then
	if ! has sudo; then
		echo "These packages are missing, and there is no sudo to install them with. As root, run:" >&2
		echo "  apt-get install --no-install-recommends$need" >&2
		exit 3
	fi
	root="sudo env DEBIAN_FRONTEND=noninteractive"
	echo "Installing through sudo, which may ask for your password:$need"
else
	echo "Installing:$need"
	export DEBIAN_FRONTEND=noninteractive
fi
# The lists may be missing or old on a fresh machine, but not for the second group of one run. Word splitting is wanted below.
$root apt-get install -qq -y --no-install-recommends $need 2>/dev/null && exit 0
$root apt-get update -qq
$root apt-get install -qq -y --no-install-recommends $need
