package pdftext

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/internal/hostile"
)

func file1(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What other programs made of a text comes back as its paragraphs, letter by
// letter; testdata/make.sh says how they were made.
func TestRead(t *testing.T) {
	t.Parallel()
	var want, latin []string
	for line := range strings.Lines(string(file1(t, "text.txt"))) {
		line = strings.TrimSpace(line)
		want = append(want, line)
		if !strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			latin = append(latin, line)
		}
	}
	for name, want := range map[string][]string{
		"writer.pdf": want, "columns.pdf": want, "streams.pdf": want, "gs.pdf": want, "turned.pdf": want, "torn.pdf": want, "groff.pdf": latin, "scan.pdf": nil,
	} {
		got, err := Read(file1(t, name), Standard)
		if err != nil || len(got) != len(want) {
			t.Errorf("%s: %d paragraphs, %v; want %d\n%s", name, len(got), err, len(want), strings.Join(got, "\n"))
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s, paragraph %d:\n%q, want\n%q", name, i+1, got[i], want[i])
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	writer := file1(t, "writer.pdf")
	for name, c := range map[string]struct {
		data   []byte
		limits Limits
		want   error
	}{
		"locked":   {file1(t, "locked.pdf"), Standard, ErrLocked},
		"empty":    {[]byte("%PDF-1.7\n"), Standard, ErrFormat},
		"no PDF":   {[]byte("a text"), Standard, ErrFormat},
		"pages":    {writer, Limits{1, 1 << 20, 1 << 20, 1 << 20, time.Minute}, ErrLarge},
		"unpacked": {writer, Limits{9, 1 << 10, 1 << 20, 1 << 20, time.Minute}, ErrLarge},
		"words":    {writer, Limits{9, 1 << 20, 1 << 10, 1 << 20, time.Minute}, ErrLarge},
		"text":     {writer, Limits{9, 1 << 20, 1 << 20, 1 << 10, time.Minute}, ErrLarge},
		"time":     {writer, Limits{9, 1 << 20, 1 << 20, 1 << 20, 0}, ErrLarge},
	} {
		if got, err := Read(c.data, c.limits); !errors.Is(err, c.want) || got != nil {
			t.Errorf("%s: %d paragraphs, %v; want %v", name, len(got), err, c.want)
		}
	}
}

// Letters that a font names, by the Adobe Glyph List.
func TestLetter(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"a": "a", "space": " ", "eacute": "é", "Ccaron": "Č", "afii10017": "А", "afii10049": "Я", "afii10065": "а", "afii10071": "ё", "afii10097": "я",
		"afii10050": "Ґ", "afii10053": "Є", "afii10055": "І", "afii10056": "Ї", "afii10098": "ґ", "afii10101": "є", "afii10103": "і", "afii10104": "ї", "afii10110": "ў",
		"uni0416": "Ж", "u1F600": "😀", "f_f_i": "ffi", "a.sc": "a", "g123": "", "quoteright": "’",
	} {
		if got := letter(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Each file that means harm ends within a second of a processor and 300 MiB. A
// slow machine gets more time, for the clock is no part of what is promised.
func TestReadHostile(t *testing.T) { //nolint:paralleltest // measures
	for i, c := range hostile.Corpus() {
		if !strings.HasSuffix(c.Name, ".pdf") || i%6 != 3 && os.Getenv("C5ATLAS_HOSTILE") == "" {
			continue // others are read by app.TestHostileFiles, all of them by "make hostile"
		}
		path, err := c.Write(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var list []string
		took := cputime.Busy(func() { list, err = Read(data, Standard) })
		runtime.ReadMemStats(&after)
		t.Logf("%s: %d KiB, %v, %d MiB more, %d paragraphs, %v", c.Name, len(data)>>10, took.Round(time.Millisecond), (int64(after.HeapSys)-int64(before.HeapSys))>>20, len(list), err)
		if took > 3*time.Second {
			t.Errorf("%s took %v", c.Name, took)
		}
		if more := (int64(after.HeapSys) - int64(before.HeapSys)) >> 20; more > 300 {
			t.Errorf("%s took %d MiB", c.Name, more)
		}
		if err != nil && !errors.Is(err, ErrFormat) && !errors.Is(err, ErrLarge) && !errors.Is(err, ErrLocked) {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
}

// Whatever a file holds, reading ends without a panic that is hidden by [Read],
// and twice the same.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"groff.pdf", "scan.pdf", "locked.pdf"} {
		f.Add(file1(f, name))
	}
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Page/Contents 2 0 R/Resources<</Font<</F<<>>>>>>>>endobj\n2 0 obj<</Length 30>>stream\nBT /F 9 Tf (a-) Tj T* (b) ' ET\nendstream endobj"))
	limits := Limits{Pages: 50, Unpacked: 1 << 20, Words: 200_000, Text: 1 << 20, Time: 10 * time.Second}
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := Read(data, limits)
		if errors.Is(err, ErrFormat) && err != ErrFormat { //nolint:errorlint // one that wraps another came of a panic
			t.Fatal(err)
		}
		again, _ := Read(data, limits)
		if !slices.Equal(list, again) {
			t.Fatalf("%q, then %q", list, again)
		}
		for _, p := range list {
			if strings.TrimSpace(p) == "" {
				t.Fatalf("%q", p)
			}
		}
	})
}

// The content of a page, without the file round it.
func FuzzContent(f *testing.F) {
	f.Add([]byte("BT /F 9 Tf 1 0 0 1 70 700 Tm [(a) -300 (b-)] TJ 0 -11 Td (c) Tj ET BI ID x EI q /P<</ActualText(x)>>BDC (y) ' EMC Q /X Do"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		defer func() {
			if x := recover(); x != nil {
				if _, ok := x.(spent); !ok {
					panic(x)
				}
			}
		}()
		b := &budget{left: Limits{Unpacked: 1 << 20, Words: 100_000, Text: 1 << 20}, until: time.Now().Add(10 * time.Second)}
		file := &file{budget: b, at: map[ref]place{}, read: map[ref]object{}, fonts: map[ref]*font{}}
		c := &content{f: file, resources: dict{"Font": dict{"F": dict{}}}, state: state{ctm: unit, scale: 1}}
		c.run(data)
		paragraphsOf([][]line{lines(c.spans)})
	})
}

// A page that shows letter after letter is read to a bound, and then refused: nobody
// sets so much on one, and each piece takes room.
func TestPiecesOfAPage(t *testing.T) {
	t.Parallel()
	page := func(pieces int) []byte {
		text := "BT /F 12 Tf 72 700 Td " + strings.Repeat("(x)Tj ", pieces) + "ET"
		return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"+
			"3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n"+
			"5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n", len(text), text)
	}
	if got, err := Read(page(maxSpans), Standard); err != nil || len(got) != 1 || strings.Count(got[0], "x") != maxSpans {
		t.Errorf("%d paragraphs, %v", len(got), err)
	}
	if _, err := Read(page(maxSpans+1), Standard); !errors.Is(err, ErrLarge) {
		t.Errorf("one more: %v", err)
	}
}
