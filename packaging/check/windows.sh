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
bare=
wine() { timeout 600 /usr/bin/wine "$@"; }
# must WHAT WORDS...: what Wine runs has to end well; a busy machine is given time.
must() {
	what=$1
	shift
	status=0
	wine "$@" >"$scratch/said" 2>&1 || status=$?
	[ $status = 0 ] || { cat "$scratch/said" >&2; fault "$what: status $status"; }
}
# ends: no program of Windows's runs any more, and what comes next does not meet a Wine that is ending.
ends() {
	wineserver -k >/dev/null 2>&1 || true
	timeout 60 wineserver -w >/dev/null 2>&1 || true
}
trap 'failed=$?; set +e; ends; [ -z "$bare" ] || kill "$bare"; (exit $failed); tidy' EXIT
must "Wine does not start" wineboot -i
unzip -q dist/*-windows-amd64.zip -d "$scratch/zip"
folder="$scratch/zip/C+C5 Atlas"
# described FILE WORDS: what the task manager and the menus of Windows call the program.
described() { strings -el "$folder/$1" | grep -x -A1 FileDescription | tail -1 | grep -q -x -F "$2" || fault "Windows calls $1 $(strings -el "$folder/$1" | grep -x -A1 FileDescription | tail -1)"; }
described "C+C5 Atlas.exe" "C+C5 Atlas"
described c5atlas-headless.exe "C+C5 Atlas, commands"
# Wine 8, Debian's, lacks the one library that Go asks for random numbers.
if ! wine "$folder/c5atlas-headless.exe" version >"$scratch/said" 2>&1; then
	cat >"$scratch/prng.c" <<'END'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }
END
	x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$scratch/prng.c" -ladvapi32
	WINEDLLOVERRIDES="$WINEDLLOVERRIDES;bcryptprimitives=n"
	must "the portable program does not start" "$folder/c5atlas-headless.exe" version
fi

# The same bytes on both systems.
CGO_ENABLED=0 go build -tags headless -o "$scratch/linux" .
for of in "map --lang en" "chart --lang uk --theme dark --chart matrix" "dashboard --lang ru --size A4"; do
	for format in png pdf; do
		"$scratch/linux" export $of --format $format --out "$scratch/here.$format" --force
		must "$of as $format" "$folder/c5atlas-headless.exe" export $of --format $format --out "Z:$scratch/there.$format" --force
		cmp "$scratch/here.$format" "$scratch/there.$format" || fault "$of as $format differs from that of Linux"
	done
done
echo "check-dist: windows: exports are those of Linux, byte for byte"

C5ATLAS_READY="Z:$scratch/ready" wine "$folder/C+C5 Atlas.exe" >"$scratch/program.log" 2>&1 &
program=$!
within 120 "The map" test -e "$scratch/ready"
see windows "the portable program"
program=
ends

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
# Without a window manager a key may come before the box takes it. That the program ends is what is waited for, so that it is none of within's.
boxing=$program
program=
closed() {
	! kill -0 "$boxing" 2>/dev/null || { DISPLAY=$bare_display xdotool key Return; false; }
}
within 60 "The end of the box" closed
grep -q OpenGL "$scratch/program.log" || { cat "$scratch/program.log" >&2; fault "the terminal does not say what the box does"; }
echo "check-dist: windows: without OpenGL a box says so"
ends
kill "$bare" || true
bare=

msi=$(ls "$PWD"/dist/*.msi)
installed() { find "$WINEPREFIX/drive_c" \( -path '*/windows/Installer' -o -path '*/AppData/*/fyne' \) -prune -o -iname '*c5*' -print; } # but what is the person's; Wine puts everybody's menu into one person's folder
must "the .msi does not install" msiexec /i "Z:$msi" /qn
for wanted in "C+C5 Atlas/C+C5 Atlas.exe" "C+C5 Atlas/c5atlas-headless.exe" "Start Menu/Programs/C+C5 Atlas.lnk"; do
	installed | grep -q -F "$wanted" || { installed >&2; fault "the .msi leaves no $wanted"; }
done
type_of() { wine reg query "HKLM\\Software\\Classes\\$1" /ve 2>/dev/null | tr -d '\r'; }
for ending in c5lesson:C5Atlas.Lesson c5atlas:C5Atlas.Package; do
	type_of ".${ending%:*}" | grep -q "${ending#*:}" || fault "the .msi leaves no type .${ending%:*}"
	type_of "${ending#*:}\\shell\\open\\command" | grep -q -F '\C+C5 Atlas\C+C5 Atlas.exe" "%1"' || fault "the .msi does not say what opens .${ending%:*}"
done
echo "check-dist: windows: the .msi leaves a menu entry and types of files"
must "the .msi is not removed" msiexec /x "Z:$msi" /qn
[ -z "$(installed)" ] || { installed >&2; fault "the .msi leaves the above when it is removed"; }
! type_of .c5lesson | grep -q C5Atlas || fault "the .msi leaves its types of files when it is removed"
echo "check-dist: windows: the .msi takes away what it left"
