#!/bin/sh
# The programs for Windows, under Wine: the portable one draws the map and exports the very bytes that the one for Linux does; the .msi leaves its
# menu entry and its types of files, and takes them away again.
set -eu
cd "$(dirname "$0")/../.."
part=windows
ls dist/*.msi dist/*-windows-amd64.zip >/dev/null 2>&1 || { echo "check-dist: windows: skipped: dist has nothing for Windows" >&2; exit 77; }
. .ci/screen.sh
. packaging/check/eyes.sh
need screen wine
display 1366x768

export WINEPREFIX=$scratch/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml='
wine() { timeout 300 /usr/bin/wine "$@"; }
ends() { wineserver -k >/dev/null 2>&1 || true; }
trap 'failed=$?; set +e; ends; (exit $failed); tidy' EXIT
wine wineboot -i >"$scratch/wineboot.log" 2>&1 || { cat "$scratch/wineboot.log" >&2; fault "Wine does not start"; }
unzip -q dist/*-windows-amd64.zip -d "$scratch/zip"
folder="$scratch/zip/C+C5 Atlas"
# Wine 8, Debian's, lacks the one library that Go asks for random numbers.
if ! wine "$folder/c5atlas-headless.exe" version >"$scratch/said" 2>&1; then
	cat >"$scratch/prng.c" <<'END'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }
END
	x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$scratch/prng.c" -ladvapi32
	WINEDLLOVERRIDES="$WINEDLLOVERRIDES;bcryptprimitives=n"
	wine "$folder/c5atlas-headless.exe" version >"$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fault "the portable program does not start"; }
fi

# The same bytes on both systems.
CGO_ENABLED=0 go build -tags headless -o "$scratch/linux" .
for what in "map --lang en" "chart --lang uk --theme dark --chart matrix" "dashboard --lang ru --size A4"; do
	for format in png pdf; do
		"$scratch/linux" export $what --format $format --out "$scratch/here.$format" --force
		wine "$folder/c5atlas-headless.exe" export $what --format $format --out "Z:$scratch/there.$format" --force
		cmp "$scratch/here.$format" "$scratch/there.$format" || fault "$what as $format differs from that of Linux"
	done
done
echo "check-dist: windows: exports are those of Linux, byte for byte"

C5ATLAS_READY="Z:$scratch/ready" wine "$folder/C+C5 Atlas.exe" >"$scratch/program.log" 2>&1 &
program=$!
within 120 "The map" test -e "$scratch/ready"
see windows "the portable program"
program=
ends
sleep 2

# Without OpenGL a box says so, and the terminal.
Xvfb -displayfd 3 -screen 0 1024x640x24 -nolisten tcp -noreset -extension GLX 3>"$scratch/bare" >"$scratch/bare.log" 2>&1 &
bare=$!
within 20 "A display without OpenGL" test -s "$scratch/bare"
bare_display=:$(cat "$scratch/bare")
boxed() { DISPLAY=$bare_display xdotool search --onlyvisible --name '^C.C5 Atlas$' >/dev/null 2>&1; }
DISPLAY=$bare_display LC_ALL=C.UTF-8 wine "$folder/C+C5 Atlas.exe" >"$scratch/program.log" 2>&1 &
program=$!
within 120 "A box" boxed
DISPLAY=$bare_display import -window root "$shots/windows-box.png"
DISPLAY=$bare_display xdotool key Return
within 20 "The sentence on the terminal" grep -q OpenGL "$scratch/program.log"
echo "check-dist: windows: without OpenGL a box says so"
program=
ends
sleep 2
kill "$bare"

msi=$(ls "$PWD"/dist/*.msi)
installed() { find "$WINEPREFIX/drive_c" \( -path '*/windows/Installer' -o -path '*/AppData/*/fyne' \) -prune -o -iname '*c5*' -print; } # but what is the person's; Wine puts everybody's menu into one person's folder
wine msiexec /i "Z:$msi" /qn
for wanted in "C+C5 Atlas/C+C5 Atlas.exe" "C+C5 Atlas/c5atlas-headless.exe" "Start Menu/Programs/C+C5 Atlas.lnk"; do
	installed | grep -q -F "$wanted" || { installed >&2; fault "the .msi leaves no $wanted"; }
done
type_of() { wine reg query "HKLM\\Software\\Classes\\$1" /ve 2>/dev/null | tr -d '\r'; }
for ending in c5lesson:C5Atlas.Lesson c5atlas:C5Atlas.Package; do
	type_of ".${ending%:*}" | grep -q "${ending#*:}" || fault "the .msi leaves no type .${ending%:*}"
	type_of "${ending#*:}\\shell\\open\\command" | grep -q -F '\C+C5 Atlas\C+C5 Atlas.exe" "%1"' || fault "the .msi does not say what opens .${ending%:*}"
done
echo "check-dist: windows: the .msi leaves a menu entry and types of files"
wine msiexec /x "Z:$msi" /qn
[ -z "$(installed)" ] || { installed >&2; fault "the .msi leaves the above when it is removed"; }
! type_of .c5lesson | grep -q C5Atlas || fault "the .msi leaves its types of files when it is removed"
echo "check-dist: windows: the .msi takes away what it left"
