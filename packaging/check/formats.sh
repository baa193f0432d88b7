#!/bin/sh
# The files beside the program, judged by the tools of those who take them in.
set -eu
cd "$(dirname "$0")/../.."
.ci/deps.sh formats || { echo "check-dist: formats: skipped: its tools are missing" >&2; exit 77; }

mkdir -p out
lintian --fail-on error,warning dist/*.deb
desktop-file-validate packaging/linux/*.desktop
appstreamcli validate --no-net packaging/linux/*.metainfo.xml
xmllint --noout packaging/linux/org.c5atlas.C5Atlas.xml
rpm -qp --requires dist/*.rpm | sort | grep -c . >/dev/null
# Nothing of Debian's in the other package.
! rpm -qpl dist/*.rpm | grep -i -e debian -e vendor-completions
# What is linked asks for no newer C library than the packages say, whatever machine built it.
dpkg-deb --fsys-tarfile dist/*.deb | tar -xO ./usr/bin/c5atlas >out/c5atlas.tmp
newest=$(objdump -T out/c5atlas.tmp | sed -n 's/.*(\?GLIBC_\([0-9.]*\))\?.*/\1/p' | sort -Vu | tail -1)
rm out/c5atlas.tmp
[ "$(printf '%s\n2.34\n' "$newest" | sort -V | tail -1)" = 2.34 ] || { echo "check-dist: formats: the program needs glibc $newest" >&2; exit 1; }
