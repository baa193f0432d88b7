package chooser

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
)

// What people type or paste for a path, from a terminal, a file manager, a letter.
func TestResolve(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the paths are those of Unix")
	}
	t.Setenv("HOME", "/home/olha")
	for text, want := range map[string]string{
		"":                               "/srv/lessons",
		".":                              "/srv/lessons",
		"..":                             "/srv",
		"../../..":                       "/",
		"map.png":                        "/srv/lessons/map.png",
		"a b/c.png":                      "/srv/lessons/a b/c.png",
		"/etc//x/../y/":                  "/etc/y",
		"  /tmp/x\n":                     "/tmp/x",
		"\t~\r\n":                        "/home/olha",
		"~/Зображення":                   "/home/olha/Зображення",
		"~olha":                          "/srv/lessons/~olha",
		"a~/b":                           "/srv/lessons/a~/b",
		`"/tmp/two words.png"`:           "/tmp/two words.png",
		"'/tmp/it''s'":                   "/tmp/it''s",
		`"half`:                          `/srv/lessons/"half`,
		`"`:                              `/srv/lessons/"`,
		"file:///tmp/a%20b.png":          "/tmp/a b.png",
		"file:///tmp/%D0%B0.png":         "/tmp/а.png",
		"file://localhost/tmp/x":         "/tmp/x",
		"FILE:///tmp/x":                  "/tmp/x",
		"100%.png":                       "/srv/lessons/100%.png",
		"file:///tmp/100%.png":           "/srv/lessons/file:/tmp/100%.png", // no address: % says nothing
		"https://example.org/x.png":      "/srv/lessons/https:/example.org/x.png",
		"name ending in a blank.png ":    "/srv/lessons/name ending in a blank.png ",
		"file:///tmp/ends%20in%20blank ": "/tmp/ends in blank ",
	} {
		if got := resolve(text, "/srv/lessons"); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// A path is the folders that lead to it: the last is the path itself, each is in the
// one before, and the first has none above it.
func TestStepsLeadToAPath(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 4))
	for range 200 {
		path := string(os.PathSeparator)
		for range r.IntN(9) {
			path = filepath.Join(path, []string{"a", "Уроки", "two words", ".hidden", "x\ny", "…"}[r.IntN(6)])
		}
		steps := stepsOf(path)
		if steps[len(steps)-1].path != path || filepath.Dir(steps[0].path) != steps[0].path {
			t.Fatalf("%q: %+v", path, steps)
		}
		for i, s := range steps[1:] {
			if filepath.Dir(s.path) != steps[i].path || strings.ContainsAny(s.name, "\n\t") || s.name == "" {
				t.Fatalf("%q: after %+v comes %+v", path, steps[i], s)
			}
		}
	}
}

// A folder that is named in several ways is listed once, where it came first.
func TestPlacesAreListedOnce(t *testing.T) {
	t.Parallel()
	got := distinct([]string{"/a", "", "/b/", "/a/", "/b", "/c/../a", "/a/b", "/./c"})
	if want := []string{"/a", "/b/", "/a/b", "/./c"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Numbers in names count as numbers, whatever stands about them and however many
// zeros stand before them.
func TestNumbersInNamesCount(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 4))
	l := listing{}
	values := map[string]int{}
	for range 300 {
		n := r.IntN([]int{12, 1200, 2_000_000_000}[r.IntN(3)])
		name := fmt.Sprintf("Сцена %0*d (копія).png", 1+r.IntN(4), n)
		values[name] = n
		l.items = append(l.items, item{name: name, shown: name})
	}
	for _, down := range []bool{false, true} {
		l.sort(asked{lang: "uk", order: order{down: down}})
		for i := range l.items[1:] {
			a, b := values[l.items[i].name], values[l.items[i+1].name]
			if a > b && !down || a < b && down {
				t.Fatalf("%q stands before %q", l.items[i].name, l.items[i+1].name)
			}
		}
	}
}

// A larger file is never written as a smaller one, and none with more than four
// figures but those that are beyond all units.
func TestExtentsGrow(t *testing.T) {
	t.Parallel()
	p := i18n.For("en")
	last := 0.0
	for n := int64(1); n < 900_000_000_000; n += n/7 + 1 {
		text := extent(p, n)
		number, unit, ok := strings.Cut(strings.ReplaceAll(text, "\u00a0", " "), " ")
		power := slices.Index([]string{"B", "kB", "MB", "GB"}, unit)
		var x float64
		if _, err := fmt.Sscan(number, &x); !ok || err != nil || power < 0 || len(number) > 4 {
			t.Fatalf("%d bytes are %q", n, text)
		}
		for range power {
			x *= 1000
		}
		if x < last || x < float64(n)*0.94 || x > float64(n)*1.06 {
			t.Fatalf("%d bytes are %q, after %g", n, text, last)
		}
		last = x
	}
}
