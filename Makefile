# The two commands that do everything on a fresh machine are "make run" and "make test".

# The publishers' own texts are not part of the project. Where they lie beside it, "make check" also sees to it that no shipped text repeats them.
OVERLAP = ../shared/tools/overlap.py
SOURCES = ../shared/sources

.PHONY: run build headless test check fmt lint vet systems linter deadcode samebytes trace overlap validators smoke screens feel fuzz race races hostile sizes kills bench bench-start dist check-dist clean

# Installs what is missing, builds and opens the window; with no display it saves out/window.png.
run:
	.ci/deps.sh build
	go build -tags no_emoji -o bin/c5atlas .
	.ci/window.sh

# The window program, without Fyne's emoji font: 4 MB that the desktop's own fonts stand in for. It needs a C compiler and the headers that "make run" installs.
build:
	@.ci/deps.sh -n build
	go build -tags no_emoji -o bin/c5atlas .

# The same commands without a window, without cgo.
headless:
	CGO_ENABLED=0 go build -tags headless -o bin/c5atlas-headless .

# Needs the Go toolchain alone. Garbage gathered more rarely saves a sixth of the processor time.
test:
	GOGC=400 CGO_ENABLED=0 go test -tags ci ./...

# lint, overlap, validators, smoke, screens, fuzz, race and feel.
check:
	.ci/check.sh

# Formats, mends what the linter can mend by itself, and writes what is generated anew.
fmt:
	CGO_ENABLED=0 go generate ./assets ./internal/charset ./packaging
	CGO_ENABLED=0 go tool -modfile=.ci/lint.mod golangci-lint run --fix

lint: vet systems linter deadcode samebytes trace

vet:
	CGO_ENABLED=0 go vet -tags ci ./...
	CGO_ENABLED=0 go vet -tags headless .

systems:
	.ci/systems.sh

linter:
	CGO_ENABLED=0 go tool -modfile=.ci/lint.mod golangci-lint run

deadcode:
	.ci/deadcode.sh

samebytes: headless
	.ci/headless.sh

trace: headless
	.ci/trace.sh

overlap:
	@if [ -e $(OVERLAP) ] && [ -d $(SOURCES) ]; then \
		python3 $(OVERLAP) --allow .ci/titles.txt $(SOURCES) assets/data assets/translations; \
	fi

# The data packages, read by validators of others and by LibreOffice, and the slides of a lesson, opened by LibreOffice where it is installed.
validators: headless
	@.ci/deps.sh node || echo "Other programs' validators are skipped." >&2
	.ci/validators.sh
	.ci/slides.sh

# The window, driven by mouse and keys on a virtual display, with Fyne's thread checks on.
smoke:
	.ci/deps.sh build screen smoke
	@.ci/deps.sh outside || true
	go build -tags no_metadata,no_emoji -o bin/c5atlas-canary .
	.ci/smoke.sh
	.ci/focus.sh
	.ci/awake.sh
	.ci/trace-window.sh

# The windows of a lesson on two screens, of which one is plugged in and out, under two window managers.
screens:
	@.ci/deps.sh build screen screens || echo "What needs two screens is skipped." >&2
	go build -tags no_metadata,no_emoji -o bin/c5atlas-canary .
	.ci/screens.sh

# What the window takes, in time and in memory: on a machine that does nothing else.
feel:
	.ci/deps.sh build screen smoke
	go build -tags no_metadata,no_emoji -o bin/c5atlas-canary .
	.ci/hand.sh
	.ci/lessons.sh

fuzz:
	.ci/fuzz.sh

# The race detector needs cgo, but neither GL nor a display.
race:
	@.ci/deps.sh build
	@.ci/deps.sh outside || echo "Tests that need these programs are skipped." >&2
	.ci/race.sh

# Every test of all rooms with goroutines, before a release.
races:
	@.ci/deps.sh build
	.ci/race.sh all

# Every file that is meant to do harm, at every door, and every damaged package, drawn; "make test" takes some of each.
hostile:
	C5ATLAS_HOSTILE=all CGO_ENABLED=0 go test -tags ci -timeout 30m -run 'TestHostileFiles|TestHostilePackagesAreDrawn|TestReadHostile' ./app ./app/export ./internal/pdftext

# Every window, size of text and view in every language, and tables saved by LibreOffice in four countries; "make test" takes each two of these together once, and
# one country.
sizes:
	C5ATLAS_ALL=1 CGO_ENABLED=0 go test -tags ci -count 1 -timeout 20m ./app/dataset ./app/export ./app/ui/docview ./app/ui/exportdialog ./app/ui/mapview ./app/ui/shell ./charts ./maps ./maps/names

# Somebody who writes a lesson is killed 300 times, an export 200 times; "make test" does it some times.
kills:
	C5ATLAS_KILLS=200 CGO_ENABLED=0 go test -tags ci -count 1 -timeout 20m -v -run TestKilledExports ./app/cli
	C5ATLAS_KILLS=300 CGO_ENABLED=0 go test -tags ci -count 1 -timeout 20m -v -run TestKilledAuthoring ./app/authoring

# What each pane takes, beside its budget.
bench:
	.ci/bench.sh

# Start, memory and size against an empty window of Fyne's.
bench-start:
	.ci/bench-start.sh

# dist/: what is given out for Linux and Windows. Nothing of it needs Go.
dist:
	.ci/deps.sh build dist
	@.ci/deps.sh windows || echo "There will be nothing for Windows." >&2
	packaging/dist.sh

# Starts what "make dist" made, as somebody would who got it. A part whose tools cannot be had is skipped by name.
check-dist:
	packaging/check/run.sh

clean:
	rm -rf bin out dist
