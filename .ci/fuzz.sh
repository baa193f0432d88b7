#!/bin/sh
# Runs every fuzz target for FUZZTIME (5s), starting from its seeds. What is new is hardly minimized: with seeds of 80 kB the time would go into that.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

grep -r --include='*_test.go' -o '^func Fuzz[A-Za-z0-9_]*' . | sort | while IFS=: read -r file func; do
	name=${func#func }
	echo "fuzz: $(dirname "$file") $name"
	go test -tags ci -run '^$' -fuzz "^$name\$" -fuzztime "${FUZZTIME:-5s}" -fuzzminimizetime 1x "$(dirname "$file")" </dev/null
done
