#!/bin/sh
# Sees what the program asks of the system while it reads a package that points elsewhere: no file is opened but the package's, its output and the
# system's own, and no connection. Skipped where there is no strace.
set -eu
cd "$(dirname "$0")/.."

if ! command -v strace >/dev/null 2>&1 || ! strace -o /dev/null true 2>/dev/null; then
	echo "trace: skipped: there is no strace, or it is not allowed" >&2
	exit 0
fi
program=$PWD/bin/c5atlas-headless
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$program" export data --out in
mkdir out
echo secret >secret.csv
ln -s ../../secret.csv in/documents/link.en.md
ln -s /etc/passwd in/terms-of-others.csv
echo '<img src="http://192.0.2.1/x.png"> [x](file:///etc/passwd)' >in/documents/remote.en.md
python3 - <<'EOF'
import json
d = json.load(open("in/datapackage.json"))
d["resources"] += [{"name": n, "path": p, "hash": "sha256:00"} for n, p in [
    ("up", "../secret.csv"), ("root", "/etc/passwd"), ("url", "http://192.0.2.1/x.csv"), ("linked", "terms-of-others.csv"), ("esc", "\x1b]0;forged\x07\u202e.csv")]]
json.dump(d, open("in/datapackage.json", "w"))
EOF
python3 -m zipfile -c in.zip in/

# Text for a terminal holds no byte that steers it.
seen() {
	if LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" said; then
		echo "trace: $*: a byte that steers a terminal" >&2
		exit 1
	fi
	# Successful opens and every use of the network. What the Go runtime and the C library look up is the system's own.
	grep -hE '^(open|openat|openat2|creat|rename|renameat|renameat2|unlinkat|mkdirat|socket|connect|bind|sendto|execve)\(' log.* |
		grep -vE '= -1 |"('"$scratch"'/)?(in|out)([/".]|$)|^execve\("'"$program"'"|"/(sys/kernel/mm|sys/fs/cgroup|proc/self|dev/null|etc/localtime|usr/share/zoneinfo|usr/local/go/lib/time|etc/ld\.so|lib|usr/lib)' |
		grep -vE 'openat\([0-9]+, "[^/"]+"|openat\([0-9]+, "\."' >bad || true
	if [ -s bad ] || grep -E 'openat\([0-9]+, "(secret|passwd)' log.* | grep -qv '= -1'; then
		echo "trace: $*: the system is asked for more than the package:" >&2
		cat bad >&2
		exit 1
	fi
}
for data in in in.zip; do
	for words in "validate $data" "validate --json $data" "export chart --data $data --force --out out/a.png" "export dashboard --data $data --force --out out/a.svg" "export data --data $data --force --out out/b.zip" "inspect out/a.png"; do
		status=0
		rm -f log.*
		strace -ff -o log "$program" $words >said 2>&1 </dev/null || status=$?
		[ $status -le 4 ] || { echo "trace: $words: status $status" >&2; cat said >&2; exit 1; }
		seen "$words"
	done
done
echo "trace: nothing but the package is read, nothing but the output written, no connection opened"
