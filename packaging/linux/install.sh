#!/bin/sh
# Installs what was unpacked, with menu entry, icons and types of files. usage: ./install.sh [--system | --prefix FOLDER]
# Without words it installs for the person, below ~/.local; with --system for everybody, below /usr/local.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
case ${1:-} in
'') prefix=${HOME:?there is no home to install in; say --prefix FOLDER}/.local ;;
--system) prefix=/usr/local ;;
--prefix) prefix=${2:?--prefix needs a folder} ;;
*)
	sed -n 2,3p "$0" >&2
	exit 2
	;;
esac
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
program=$prefix/bin/c5atlas
list=$prefix/share/c5atlas/installed

[ -e "$here/C+C5 Atlas" ] && [ -d "$here/share" ] || { echo "install.sh: the program does not lie beside this script" >&2; exit 1; }
mkdir -p "$prefix/bin" "$prefix/share/c5atlas"
new=$(mktemp)
trap 'rm -f "$new"' EXIT
# What uninstall.sh removes is there first, so that it can do so wherever this ends; what an earlier version had and this one has not goes with it.
{
	printf '%s\n' bin/c5atlas bin/c5atlas.new share/c5atlas/installed share/c5atlas/uninstall.sh
	[ ! -e "$list" ] || cat "$list"
	cd "$here/share" && find . -type f | sed 's,^\.,share,'
} | LC_ALL=C sort -u >"$new"
cp "$new" "$list"
chmod 644 "$list"
cp "$here/uninstall.sh" "$prefix/share/c5atlas/uninstall.sh"
chmod 755 "$prefix/share/c5atlas/uninstall.sh"
cp "$here/C+C5 Atlas" "$program.new" && chmod 755 "$program.new" && mv "$program.new" "$program"

# What a desktop file takes for its own signs, escaped: \ " ` $ and %.
quoted=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
cd "$here/share"
find . -type f | sed 's,^\./,,' >"$new"
while IFS= read -r file; do
	mkdir -p "$prefix/share/$(dirname "$file")"
	case $file in
	applications/*.desktop)
		while IFS= read -r line; do
			case $line in
			Exec=c5atlas*) printf 'Exec="%s"%s\n' "$quoted" "${line#Exec=c5atlas}" ;;
			*) printf '%s\n' "$line" ;;
			esac
		done <"$file" >"$prefix/share/$file"
		;;
	*) cp "$file" "$prefix/share/$file" ;;
	esac
	chmod 644 "$prefix/share/$file"
done <"$new"

if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$prefix/share/applications" || true; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor" || true; fi
echo "Installed: $program. To remove it: $prefix/share/c5atlas/uninstall.sh"
