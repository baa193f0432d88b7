package app

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"c5atlas.org/c5atlas/app/agreement"
	"c5atlas.org/c5atlas/app/cli"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/hostile"
	"c5atlas.org/c5atlas/internal/plain"
)

const (
	mostTime   = time.Second // of a processor, for one file at one door
	mostMemory = 300 << 20   // on the heap, above what was there
)

// Each hostile file, at every door it could come in by, is refused or reported or
// does no harm: soon, in bounded memory, and no byte of it steers a terminal.
func TestHostileFiles(t *testing.T) { //nolint:paralleltest // measures
	if testing.Short() {
		t.Skip("takes minutes beside the race detector, and measures")
	}
	d, err := open("")
	if err != nil {
		t.Fatal(err)
	}
	run := func(stdin string, args ...string) string {
		var out, errs bytes.Buffer
		p := &cli.Program{
			Name: "C+C5 Atlas", Version: "1.2.3", Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Now: time.Now, Getenv: func(string) string { return "" },
			Window: func(context.Context, cli.Asked, func(error)) error { return nil },
		}
		if stdin != "" {
			f, err := disk.Open(stdin)
			if err != nil {
				return ""
			}
			defer f.Close()
			p.Stdin = f
		}
		status := cli.Run(context.Background(), p, args)
		if status < cli.OK || status > cli.Refused {
			t.Errorf("%q ends with status %d", args, status)
		}
		return out.String() + errs.String()
	}
	out := t.TempDir()
	small := []string{"--size", "320x240", "--lang", "en", "--force", "--out", filepath.Join(out, "a.png")}
	read := func(with func(io.Reader) error) func(string) string {
		return func(path string) string {
			f, err := disk.OpenWithin(path, export.MaxPicture)
			if err == nil {
				defer f.Close()
				err = with(bufio.NewReader(f))
			}
			if err == nil {
				return ""
			}
			return plain.Line(err.Error())
		}
	}
	doors := []struct {
		name string
		own  hostile.Door // the only kind of files that go through it; "" for all
		try  func(path string) string
	}{
		{"validate", hostile.Package, func(path string) string { return run("", "validate", path) }},
		{"validate --json", hostile.Package, func(path string) string { return run("", "validate", "--json", path) }},
		{"export --data", hostile.Package, func(path string) string {
			return run("", append([]string{"export", "chart", "--data", path}, small...)...)
		}},
		{"export data", hostile.Package, func(path string) string {
			return run("", "export", "data", "--data", path, "--force", "--out", filepath.Join(out, "a.zip"))
		}},
		{"inspect", hostile.Picture, func(path string) string { return run("", "inspect", path) }},
		{"--view picture", hostile.Picture, func(path string) string {
			return run("", append([]string{"export", "chart", "--view", path}, small...)...)
		}},
		{"--view", hostile.View, func(path string) string {
			return run("", append([]string{"export", "chart", "--view", path}, small...)...)
		}},
		{"--view -", hostile.View, func(path string) string {
			return run(path, append([]string{"export", "chart", "--view", "-"}, small...)...)
		}},
		{"export lesson", hostile.Lesson, func(path string) string {
			return run("", "export", "lesson", path, "--size", "320x240", "--force", "--out", filepath.Join(out, "lesson"))
		}},
		{"package", "", func(path string) string {
			_, _, err := dataset.OpenPath(path)
			return plain.Line(fmt.Sprint(err))
		}},
		{"window", "", func(path string) string {
			_, _, err := find(path)
			return plain.Line(fmt.Sprint(err))
		}},
		{"view", "", read(func(r io.Reader) error { _, _, _, err := viewIn(r); return err })},
		{"picture", "", read(func(r io.Reader) error { _, err := export.Read(r); return err })},
		{"lesson", "", read(func(r io.Reader) error { _, err := export.ReadLesson(r); return err })},
		{"code sheet", "", read(func(r io.Reader) error {
			units, err := d.room.Data.ReadSheet(r)
			agreement.Compare(d.room.Data, units)
			return err
		})},
		{"original", "", func(path string) string {
			data, err := disk.Read(path, original.MaxFile)
			if err == nil {
				_, err = original.Read(path, data)
			}
			return plain.Line(fmt.Sprint(err))
		}},
	}
	was := debug.SetGCPercent(100) // as the program has it, whatever "make test" says
	t.Cleanup(func() { debug.SetGCPercent(was) })
	runtime.GC()
	base := heap()
	answers := map[hostile.Door]string{hostile.Package: "validate", hostile.Picture: "inspect"}
	for i, c := range hostile.Corpus() {
		if i%6 != 4 && os.Getenv("C5ATLAS_HOSTILE") == "" {
			continue // all of them take minutes: "make hostile"
		}
		t.Run(strconv.QuoteToASCII(c.Name), func(t *testing.T) { //nolint:paralleltest // measures
			folder, err := os.MkdirTemp("", "c5") // short, for a socket's name is bounded
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.RemoveAll(folder) })
			path, err := c.Write(folder)
			if err != nil {
				t.Fatalf("write: %v", err)
			}
			for _, x := range doors {
				if x.own != c.Door && x.own != "" {
					continue
				}
				said, took, most := measured(t, base, func() string { return x.try(path) })
				if i := strings.IndexFunc(said, steers); i >= 0 {
					t.Errorf("%s: a terminal is sent %q", x.name, said[i:min(len(said), i+40)])
				}
				for again := 0; again < 2 && (took > mostTime || most > mostMemory); again++ { // the machine may have other work, or what went before left garbage
					runtime.GC()
					_, took, most = measured(t, heap(), func() string { return x.try(path) })
				}
				if x.name == answers[c.Door] && !strings.Contains(strings.ReplaceAll(said, "\u00a0", " "), c.Says) {
					t.Errorf("%s: said %.300q, without %q", x.name, said, c.Says)
				}
				if took > mostTime || most > mostMemory {
					t.Errorf("%s: %v of a processor, %d MiB", x.name, took.Round(time.Millisecond), most>>20)
				}
			}
		})
	}
}

// steers reports whether a terminal would do something at c, or read on the
// other way.
func steers(c rune) bool {
	return c != '\n' && c != '\t' && unicode.In(c, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// heap is how many bytes the objects on the heap have, those not yet collected among them.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// measured is what f says, the processor time it took and the most that the heap
// was above base meanwhile, with what others left there.
func measured(t *testing.T, base uint64, f func() string) (said string, took time.Duration, most uint64) {
	t.Helper()
	done, ended := make(chan struct{}), make(chan uint64)
	go func() {
		most := base
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			most = max(most, heap())
			select {
			case <-done:
				ended <- most
				return
			case <-tick.C:
			}
		}
	}()
	began := cputime.Spent(t)
	said = f()
	took = cputime.Spent(t) - began
	close(done)
	return said, took, max(<-ended, base) - base
}
