#!/bin/sh
# Removes what install.sh installed, and nothing else. usage: ./uninstall.sh [--system | --prefix FOLDER]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${HOME:-/nonexistent}/.local
[ ! -e "$here/installed" ] || prefix=${here%/share/c5atlas}
case ${1:-} in
'') ;;
--system) prefix=/usr/local ;;
--prefix) prefix=${2:?--prefix needs a folder} ;;
*)
	sed -n 2p "$0" >&2
	exit 2
	;;
esac
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
list=$prefix/share/c5atlas/installed
[ -e "$list" ] || { echo "uninstall.sh: nothing of C+C5 Atlas is installed below $prefix" >&2; exit 1; }
files=$(cat "$list")
printf '%s\n' "$files" | while IFS= read -r file; do
	case $file in
	*..* | /*) continue ;; # only what lies below the prefix
	esac
	rm -f "$prefix/$file"
	folder=$(dirname "$file")
	while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
done
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true; fi
if command -v update-mime-database >/dev/null 2>&1 && [ -d "$prefix/share/mime/packages" ]; then update-mime-database "$prefix/share/mime" || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -d "$prefix/share/icons/hicolor" ]; then gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor" || true; fi
echo "Removed from $prefix. What you saved, and your last view below ~/.config/fyne/org.c5atlas.C5Atlas, stay."
