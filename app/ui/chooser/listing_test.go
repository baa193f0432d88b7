package chooser

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"c5atlas.org/c5atlas/internal/disk"
)

// lay makes files, and folders where a name ends in a slash.
func lay(t testing.TB, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(dir, name)
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.MkdirAll(path, 0o700)
		} else {
			err = os.WriteFile(path, []byte(name), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func names(l listing) (out []string) {
	for _, it := range l.items {
		out = append(out, it.name)
	}
	return out
}

// Folders come first, then names as the language's alphabet has them, and numbers
// by what they are.
func TestListOrder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lay(t, dir, "scan 10.png", "scan 9.png", "Їжак.png", "яр.png", "Абетка.png", "ґанок.png", "гора.png", "zebra/", "Alpha/", ".hidden", "note.txt", "B.PNG")
	for _, x := range []struct {
		asked
		want []string
	}{
		{asked{endings: ".png", lang: "uk"}, []string{"Alpha", "zebra", "B.PNG", "scan 9.png", "scan 10.png", "Абетка.png", "гора.png", "ґанок.png", "Їжак.png", "яр.png"}},
		{asked{endings: ".png .txt", lang: "en", order: order{down: true}}, []string{"zebra", "Alpha", "яр.png", "Їжак.png", "ґанок.png", "гора.png", "Абетка.png", "scan 10.png", "scan 9.png", "note.txt", "B.PNG"}},
		{asked{folders: true, hidden: true}, []string{"Alpha", "zebra"}},
		{asked{endings: ".csv", hidden: true}, []string{"Alpha", "zebra"}},
	} {
		x.path = dir
		l, err := list(t.Context(), x.asked)
		got := names(l)
		if x.lang == "en" { // of letters that are not its own, English has no order to speak of
			got = slices.DeleteFunc(got, func(s string) bool { return s[0] > 127 })
			x.want = slices.DeleteFunc(x.want, func(s string) bool { return s[0] > 127 })
		}
		if err != nil || !slices.Equal(got, x.want) {
			t.Errorf("%+v: %q, %v", x.asked, got, err)
		}
	}
	l, err := list(t.Context(), asked{path: dir, hidden: true})
	if err != nil || !slices.Contains(names(l), ".hidden") || len(l.items) != 12 {
		t.Errorf("with hidden: %q, %v", names(l), err)
	}
}

func TestListBySizeAndTime(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lay(t, dir, "a", "bbbb", "cc")
	for name, day := range map[string]int{"a": 2, "bbbb": 1, "cc": 3} {
		at := time.Date(2024, 5, day, 0, 0, 0, 0, time.UTC)
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for _, x := range []struct {
		order
		want string
	}{{order{by: bySize}, "a cc bbbb"}, {order{bySize, true}, "bbbb cc a"}, {order{by: byTime}, "bbbb a cc"}, {order{byTime, true}, "cc a bbbb"}} {
		l, err := list(t.Context(), asked{path: dir, order: x.order})
		if got := strings.Join(names(l), " "); err != nil || got != x.want {
			t.Errorf("%+v: %s, %v", x.order, got, err)
		}
	}
}

// A name may be any bytes: it is seen as one line that steers nothing, and is
// still the file that it is.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the file system takes no such names")
	}
	dir := t.TempDir()
	hostile := map[string]string{
		"gnp.\u202ecod.exe":       "gnp. cod.exe",
		"a\nb.png":                "a b.png",
		"\x1b[2Jclear.png":        " [2Jclear.png",
		"bad\xff\xfe.png":         "bad\ufffd.png",
		strings.Repeat("я", 127):  strings.Repeat("я", 127), // 254 bytes
		strings.Repeat("x", 255):  strings.Repeat("x", 255),
		"\u2028line\u2029end.png": " line end.png",
	}
	for name := range hostile {
		lay(t, dir, name)
	}
	l, err := list(t.Context(), asked{path: dir})
	if err != nil || len(l.items) != len(hostile) {
		t.Fatalf("%d items, %v", len(l.items), err)
	}
	for _, it := range l.items {
		if want := hostile[it.name]; it.shown != want {
			t.Errorf("%q is shown as %q, not %q", it.name, it.shown, want)
		}
	}
}

// What is not there, is no folder or may not be read is an error; links are what
// they lead to, and what is neither file nor folder is not listed.
func TestListFaults(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lay(t, dir, "file", "folder/", "folder/in")
	if _, err := list(t.Context(), asked{path: filepath.Join(dir, "none")}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	if _, err := list(t.Context(), asked{path: filepath.Join(dir, "file")}); !errors.Is(err, disk.ErrNotFolder) {
		t.Errorf("file: %v", err)
	}
	if os.Symlink("folder", filepath.Join(dir, "link")) == nil && os.Symlink("nowhere", filepath.Join(dir, "dead")) == nil {
		l, err := list(t.Context(), asked{path: dir})
		if err != nil || strings.Join(names(l), " ") != "folder link file" || !l.items[1].folder {
			t.Errorf("links: %q, %v", names(l), err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := list(ctx, asked{path: dir}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Of a large folder the names come first, in the order that they keep.
func TestLargeFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range manyItems + 50 {
		lay(t, dir, fmt.Sprintf("file %d.png", i))
	}
	quick, err := list(t.Context(), asked{path: dir, names: true})
	if err != nil || !quick.bare {
		t.Fatalf("%d, %v", len(quick.items), err)
	}
	whole, err := list(t.Context(), asked{path: dir})
	if err != nil || whole.bare || !slices.Equal(names(quick), names(whole)) || whole.items[manyItems].size == 0 {
		t.Errorf("%d and %d, %v", len(quick.items), len(whole.items), err)
	}
	if want := fmt.Sprintf("file %d.png", manyItems+49); whole.items[manyItems+49].name != want {
		t.Errorf("the last is %q", whole.items[manyItems+49].name)
	}
}

// A folder of 50,000 files is listed off the UI goroutine: what is seen first, and
// the whole.
func BenchmarkList50000(b *testing.B) {
	dir := b.TempDir()
	for i := range 50_000 {
		lay(b, dir, fmt.Sprintf("file %d of many.png", i*7919%50_000))
	}
	for name, first := range map[string]bool{"first": true, "whole": false} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				l, err := list(b.Context(), asked{path: dir, endings: ".png", lang: "en", names: first})
				if err != nil || len(l.items) != 50_000 {
					b.Fatal(len(l.items), err)
				}
			}
		})
	}
}
