#!/bin/sh
# What an editor reads before a release: a picture of the window on every meeting, document, person, term and page, in one language. The
# window is tall, so that a page is seen whole. usage: .ci/pages.sh LANGUAGE FOLDER [PROGRAM]
set -eu
[ $# -ge 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
language=$1
mkdir -p "$2"
folder=$(realpath "$2")
program_file=$(realpath "${3:-$(dirname "$0")/../bin/c5atlas}")
set -- "$language" "$folder" "$program_file"
cd "$(dirname "$0")/.."

. .ci/screen.sh
newcomer
display 1280x2600
manage

# ids TABLE COLUMN: those of a table of the data, each once.
ids() { awk -F, -v n="$2" 'NR > 1 && $n ~ /^[A-Za-z0-9._-]+$/ && !seen[$n]++ { print $n }' "assets/data/$1.csv"; }

# page NAME FIELD VALUE: opens the program on it.
page() {
	printf '{"view":{"status":"","chart":"domains","textSize":1,"splitMap":0.62,"splitCharts":0.6,"lang":"%s","theme":"light","%s":"%s"},"width":1280,"height":2560}' \
		"$language" "$2" "$3" >"$session"
	start "$program_file"
	picture "$folder/$1.png"
	complaints
	stop
}

for id in $(ids meetings 1); do page "meeting-$id" meeting "$id"; done
for id in $(ids documents 1); do page "document-$id" document "$id"; done
for id in $(ids states 1); do page "state-$id" focusStates "$id"; done
for id in $(ids people 2); do page "person-$id" page "person:$id"; done
for id in $(ids terms 1); do page "term-$id" page "term:$id"; done
for name in coding history glossary; do page "$name" page "$name"; done
