# What the parts of check-dist share; sourced after .ci/screen.sh. $part is the part's name.
shots=out/dist
mkdir -p "$shots"
version=$(sed -n 's/^ *Version = "\(.*\)"$/\1/p' FyneApp.toml)

# need GROUP...: installs what .ci/deps.sh knows by these names, or ends the part.
need() { .ci/deps.sh "$@" || { echo "check-dist: $part: skipped: its tools are missing" >&2; exit 77; }; }

# fault WORDS: ends the part.
fault() {
	echo "check-dist: $part: $*" >&2
	exit 1
}

# mapped NAME: saves the display as out/dist/NAME.png and sees whether the map with its markers and the chart's bars are on it. A marker is of one
# colour in the light look; land and sea are told from an empty window by how many colours there are: relief and labels have hundreds.
mapped() {
	shot=$shots/$1.png
	import -window root "$shot"
	marks=$(convert "$shot" -fill black +opaque '#A3263B' -fill white -opaque '#A3263B' -format '%[fx:round(mean*w*h)]' info:)
	colours=$(identify -format %k "$shot")
	[ "$marks" -ge 100 ] && [ "$colours" -ge 1000 ]
}
# see NAME WHAT: waits for the map.
see() {
	tries=60
	until mapped "$1"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || fault "$2: no map ($marks pixels of markers, $colours colours; $shots/$1.png)"
		sleep 1
	done
	echo "check-dist: $part: $2: the map is there"
}
