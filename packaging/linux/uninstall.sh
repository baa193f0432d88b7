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
# What the desktop's own tools keep about it goes, too: they look once more, and where nothing is left to look at, their lists go.
cd "$prefix/share" 2>/dev/null || exit 0
if ls applications/*.desktop >/dev/null 2>&1; then
	if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q applications || true; fi
else
	rm -f applications/mimeinfo.cache
fi
if ls mime/packages/*.xml >/dev/null 2>&1; then
	if command -v update-mime-database >/dev/null 2>&1; then update-mime-database mime >/dev/null 2>&1 || true; fi
elif [ -d mime ]; then
	(cd mime && rm -f XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version application/vnd.c5atlas.*.xml)
fi
if [ -d icons/hicolor ] && [ -n "$(find icons/hicolor -type f ! -name icon-theme.cache | head -n 1)" ]; then
	if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t -f icons/hicolor || true; fi
else
	rm -f icons/hicolor/icon-theme.cache
fi
for folder in mime/application mime icons/hicolor icons applications; do rmdir "$folder" 2>/dev/null || true; done
cd / && rmdir "$prefix/share" 2>/dev/null || true
echo "Removed from $prefix. What you saved, and your last view below ~/.config/fyne/org.c5atlas.C5Atlas, stay."
