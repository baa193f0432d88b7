#!/bin/sh
# The race detector over the rooms that start goroutines or have work done behind the window: the others race only through these. It makes a program five to
# ten times slower, and so tests that draw one picture after another, start programs of their own or read one file after another on a single goroutine
# are left out by name; those that repeat something do so less often with -short. "make test" runs them all. usage: .ci/race.sh [ARGUMENT OF GO TEST...]
set -eu
cd "$(dirname "$0")/.."
rooms=$(grep -rlE --include='*.go' '^[[:space:]]*go (func\(|[a-zA-Z.]+\()|/app/work"' app internal maps | xargs -n 1 dirname | sort -u | sed 's|^|./|')
alone='TestAllStatesAreNamed|TestWindowFits|TestDialogsInSmallWindows|TestAClickLightsExactlyWhatSharesIt|TestFits|TestEveryKeyFromEveryState|TestAnyKeyAtAnyTime'
alone="$alone|TestLegendStaysWhateverIsFiltered|TestSmallWindowsNameAllStates|TestFullTray"
alone="$alone|TestPartiesAreNamedTogether|TestDrawAnywhere|TestNamesOfReliefStandApart|TestLegendTakesItsRoom"
alone="$alone|TestKilledExports|TestExportVectors|TestSelftestVersionHelp|TestViewFlags|TestHostileFiles|TestKilledAuthoring"
alone="$alone|TestFurnitureStandsApart|TestLegendRowsAreFoundBothWays|TestStripLinesIsTheLeastForAll|TestDegreesAreTrue|TestTipNamesAllPlaces|TestTrayStandsAboveTheScaleBar"
alone="$alone|TestCheckLesson|TestExportLesson|TestExportLessonRefuses|TestLessonsOfPackage|TestInspect|TestWelcomeFits|TestManualFits|TestBarFits|TestTextFits"
alone="$alone|TestSpreadsheetHabitsLeaveTheShippedData|TestLibreOfficeRoundTrip|TestZipBombs|TestSubjectIsNowhereInTheProgram"
alone="$alone|TestCodeByKeys|TestIdleWindowRests|TestWelcomeOnce|TestPictureKeepsThePerson|TestWindowWithBadFile"
alone="$alone|TestBudget|TestOpenPath|TestSearchFindsAll|FuzzOpen|TestAppendedCellsComeBack|TestAllSixStatesAreNamed|TestExtrasComeBack|TestPipesInPackages|TestNoBytesOnTerminal|TestValidate"
alone="$alone|TestGolden|TestTextsOf|TestLongPageSelects|TestFormats|TestEvidenceBuildsWhatIsInSight|TestCopyPane|TestStripSaysWhatTheBackRowCannotRead|TestNoShortcutBehindADialog"
alone="$alone|TestKeysOfBothWindows|TestCoversEveryPixel|TestSpotlight|TestSpotlightUnderCovers|TestStrokesOfTheLesson|TestLens|TestPenUnderCovers"
alone="$alone|TestSelectionOutOfSightIsFlownTo|TestDoubleTapZoomsAtThePoint|TestDateOnTheMap|TestFlicksStayOnTheSheet|TestInsetShowsWhereAPartLies|TestNotchesDecideWhereAZoomEnds"
alone="$alone|TestLowWindowFoldsTheCharts|TestLessonType|TestWarningFits|TestManualByKeys|TestBodyIsAThirtieth|TestPen|TestLongList|TestListSaysAllOfEachMeeting|TestExportView|TestPaperAndWords"
alone="$alone|TestCanvasOfAnySize|TestLitAreas|TestStripWords|TestScaleBarSaysItsLength|TestNoteIsAlwaysThere|TestLegendHasTwoLinesInLargeType"
alone="$alone|TestTrayScrolls|TestBoxZoom|TestInsetAnswers|TestResizeKeepsTheMiddle|TestSymbolsGrowWithTime"
# Of the maps, two goroutines draw one: it is enough to see that a few times.
alone="$alone|TestCanvasDrawsTheSame|TestDrawnAtOnceIsTheSame|TestDrawIsTheSameOnOneCore|TestDegreesStayOnTheSheet|TestStripKeepsItsLines|TestHitEqualsBruteForce|TestPlaces|TestNothingMovesWithWeights"
alone="$alone|TestOneNumberASymbol|TestStatesAreNamed|TestPDF|TestTaiwanIsNeutral|TestSVGIsWellFormed|TestInsetFramesTheWindow|TestLinksJoinTheirPlaces|TestCanvasKeepsThinLines"
# This is the second run of these rooms. It is one on a desktop that speaks Ukrainian: the tests wait for sentences, and must choose their language themselves.
unset LC_ALL LC_MESSAGES
export LANG=uk_UA.UTF-8 LANGUAGE=uk
# shellcheck disable=SC2086 # a list of rooms
CGO_ENABLED=1 exec go test -race -short -timeout 20m -tags ci -skip "^($alone)\$" "$@" $rooms
