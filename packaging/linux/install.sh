#!/bin/sh
# Installs what was unpacked, with menu entry, icons and types of files. usage: ./install.sh [--system | --prefix FOLDER]
# Without words it installs for the person, below ~/.local; with --system for everybody, below /usr/local.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${HOME:-/nonexistent}/.local
case ${1:-} in
'') ;;
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
cp "$here/C+C5 Atlas" "$program.new" && chmod 755 "$program.new" && mv "$program.new" "$program"

# What a desktop file takes for its own signs, escaped: \ " ` $ and %.
quoted=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
new=$(mktemp)
trap 'rm -f "$new"' EXIT
printf '%s\n' "bin/c5atlas" "share/c5atlas/installed" "share/c5atlas/uninstall.sh" >"$new"
cd "$here/share"
find . -type f | LC_ALL=C sort | while IFS= read -r file; do
	file=${file#./}
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
	printf 'share/%s\n' "$file" >>"$new"
done
cp "$here/uninstall.sh" "$prefix/share/c5atlas/uninstall.sh"
chmod 755 "$prefix/share/c5atlas/uninstall.sh"
cp "$new" "$list"
chmod 644 "$list"

if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$prefix/share/applications" || true; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor" || true; fi
echo "Installed: $program. To remove it: $prefix/share/c5atlas/uninstall.sh"
