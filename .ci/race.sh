#!/bin/sh
# The race detector, which makes a program five to ten times slower, over the tests in which several goroutines of the program meet over the same data:
# each place that begins one, and that a test reaches, is reached by one named here, but for the copying of a picture, which takes too long with it. "make test"
# runs all tests without it. With "all", which "make races" gives and which takes half an hour, every test of every room that begins a goroutine or has work done
# behind the window. usage: .ci/race.sh [all] [ARGUMENT OF GO TEST...]
set -eu
cd "$(dirname "$0")/.."
# The linter has vetted them.
race() { CGO_ENABLED=1 go test -race -short -vet=off -timeout 60m -tags ci "$@"; }

if [ "${1:-}" = all ]; then
	shift
	# shellcheck disable=SC2046 # a list of rooms
	race "$@" $(grep -rlE --include='*.go' '^[[:space:]]*go (func\(|[a-zA-Z.]+\()|\.Go\(|/app/work"' app internal maps | xargs -n 1 dirname | sort -u | sed 's|^|./|')
	exit
fi

tests=$(cat <<'END'
app WindowShowsFirst OpeningIsLeft LateFault CodeNewDocument CodeBlind AttachOriginal DropSeveral DataTakeThePlace DataWaitForTheLesson
app HandedOver NextWindowHears KeeperWritesTheNewest KeeperTriesAgain OpenRecent SessionComesBack Tell
app WatchSeesWhatIsSaved WatchKeepsOneSession WatchWaitsForTheLesson WatchIgnoresLocks
app/ui/shell EveryViewEnds WriteALesson NothingWrittenIsLost MomentOfACopy KeepsWhatWasDrawn AgreementIsShown FindingLeadsToItsRow
app/ui/shell WindowIsFilledBeforeItShows OpenAndDrop Lesson WindowsOfALesson ManualPictures SearchNarrowsAndClears SwitchLanguage EveryPaneFollowsASelection Welcome
app/ui/mapview LatePictureIsBridged WheelInAFlight DragIsOneStepOfUndo FlightKeepsToTheStore ThreeHundredEvents PresentIsAlive
app/ui/exportdialog SaveWritesThePictureOfTheCommandLine LongWritingCanBeStopped LessonStops Copy FolderIsChosen ChoicesComeBack DataAreSavedInEachForm
app/ui/chooser Save NewFolder OneLetter ListFaults LargeFolder
app/ui/filterbar TypingIsSearchedWhenItRests LargeDataAreCountedBeside LargeDataAreSearchedBeside
app/ui/docview DoubtfulParagraph
app/ui/host ScopeEndsAllThatItBegan ScopeWithin ScopeForgetsTimers SetData SelectionIsComputedOncePerFilter
app/ui/clipboard Wayland X11 HandOver
app/work After CacheStaysWithinItsLimit LatestDeliversTheNewest LatestDropsWhatIsOnItsWay PollDeliversOnce LatestRunsOneAtATime LatestEndsWithItsContext LatestDeliversErrors
app/handover Hand HandToOneThatIsBusy HostileWords Open
app/recent Memory
app/dataset ShippedCounts Search FindAsTyped
app/atomicfile Write WriteRace Pipe
app/i18n ManyGoroutines
app/cli ExportInterrupted SignalEndsWhatDraws SignalEndsAWindow
app/export/pngfile EncodeSameBytes
internal/disk Changing SpecialFiles
internal/draw PaintIsTheSameInAnyTiles TilesCoverAllOnce PaintStops TorusShowsTheWindow
internal/draw/text ManyAtOnce
maps CanvasHearsOfTheRelief CanvasAfterAStop DrawStops
maps/geo ReliefLiesWhereItSays FarReliefIsTheWholeHalved
END
)

rooms=
names=
while read -r room list; do
	case "$rooms " in *" ./$room "*) ;; *) rooms="$rooms ./$room" ;; esac
	for name in $list; do
		if ! grep -q "^func Test$name(" "$room"/*_test.go; then
			echo "race: $room has no Test$name any more: name another test that runs the same goroutines" >&2
			exit 1
		fi
		names="$names|$name"
	done
done <<END
$tests
END
# shellcheck disable=SC2086 # a list of rooms
race -run "^Test(${names#|})\$" "$@" $rooms
