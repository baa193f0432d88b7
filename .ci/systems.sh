#!/bin/sh
# Vets the code for systems that there is no machine of here: the program without its window, and the window with Fyne's software driver.
set -eu
cd "$(dirname "$0")/.."
export CGO_ENABLED=0

for os in windows darwin; do
	export GOOS=$os
	go vet -tags headless .
	packages=$(go list -tags ci ./...)
	if [ $os = darwin ]; then # where Fyne asks for the desktop's look in C: what opens the window itself is left out
		module=$(go list -m)
		packages=$(echo "$packages" | grep -v -x -e "$module" -e "$module/app")
	fi
	go vet -tags ci $packages
done
echo "systems: windows, darwin"
