package recent_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/recent"
)

func open(t *testing.T, path string) *recent.Memory {
	t.Helper()
	m := recent.Read(path, func(err error) { t.Error(err) })
	t.Cleanup(m.Wait)
	return m
}

func paths(m *recent.Memory) (out []string) {
	for _, f := range m.Files() {
		out = append(out, f.Path)
	}
	return out
}

// Ten files are kept, the last one first, each once; they are there after a new
// start.
func TestMemory(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "recent.json")
	at := func(i int) string { return filepath.Join(dir, "in", fmt.Sprintf("%d.zip", i)) }
	m := open(t, file)
	if len(m.Files()) != 0 || m.Folder(recent.Data) != "" {
		t.Error("a new memory remembers something")
	}
	for i := range 14 {
		m.Opened(recent.Data, at(i))
	}
	m.Opened(recent.Data, at(7))
	m.Went(recent.Export, dir)
	want := []string{at(7), at(13), at(12), at(11), at(10), at(9), at(8), at(6), at(5), at(4)}
	m.Wait()
	again := open(t, file)
	for _, m := range []*recent.Memory{m, again} {
		if !slices.Equal(paths(m), want) || m.Folder(recent.Data) != filepath.Join(dir, "in") || m.Folder(recent.Export) != dir {
			t.Errorf("%q, %q", paths(m), m.Folder(recent.Data))
		}
		if got := m.Folders(recent.Export); !slices.Equal(got, []string{dir, filepath.Join(dir, "in")}) {
			t.Errorf("folders %q", got)
		}
	}

	// Another window adds to the same file, and nothing is lost.
	again.Opened(recent.Lesson, at(20))
	again.Wait()
	m.Forget(at(7))
	m.Wait()
	if got := paths(open(t, file)); !slices.Equal(got, append([]string{at(20)}, want[1:9]...)) {
		t.Errorf("two windows: %q", got)
	}
	m.Clear()
	m.Wait()
	if last := open(t, file); len(last.Files()) != 0 || last.Folder(recent.Export) != dir {
		t.Error("clearing leaves files, or takes the folders")
	}

	var none *recent.Memory
	none.Opened(recent.Data, at(1))
	none.Wait()
	if none.Files() != nil || none.Folders(recent.Data) != nil {
		t.Error("no memory remembers")
	}
}

// A file that somebody has damaged or forged is passed over, or what is good in it
// stays; it is small however it is written.
func TestHostileMemory(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	good := filepath.Join(dir, "good.zip")
	many := make([]recent.File, 5000)
	for i := range many {
		many[i] = recent.File{Kind: recent.Data, Path: good + strconv.Itoa(i)}
	}
	encode := func(v any) string { b, _ := json.Marshal(v); return string(b) }
	type kept struct {
		Files   []recent.File     `json:"files"`
		Folders map[string]string `json:"folders"`
	}
	for name, x := range map[string]struct {
		text string
		want []string
		says bool
	}{
		"no JSON":  {"\x00\xff{", nil, true},
		"no list":  {`{"files":7}`, nil, true},
		"long":     {`{"files":[` + strings.Repeat(" ", 200<<10) + `]}`, nil, true},
		"nested":   {strings.Repeat("[", 100<<10), nil, true},
		"relative": {encode(kept{Files: []recent.File{{recent.Data, "../../etc/passwd"}, {recent.Data, good}, {recent.Data, good + "\x00"}, {"shell", good + "2"}, {recent.Data, dir + "/a/../b"}, {recent.Data, "/" + strings.Repeat("x", 5000)}}, Folders: map[string]string{"export": "relative"}}), []string{good}, false},
		"many":     {encode(kept{Files: many[:1000]}), nil, false},
	} {
		file := filepath.Join(t.TempDir(), "recent.json")
		if err := os.WriteFile(file, []byte(x.text), 0o600); err != nil {
			t.Fatal(err)
		}
		said := 0
		m := recent.Read(file, func(error) { said++ })
		if name == "many" {
			if len(m.Files()) != recent.Most {
				t.Errorf("many: %d", len(m.Files()))
			}
			continue
		}
		if !slices.Equal(paths(m), x.want) || (said > 0) != x.says || m.Folder(recent.Export) != "" {
			t.Errorf("%s: %q, said %d", name, paths(m), said)
		}
		m.Opened(recent.Data, good) // and it is whole again
		m.Wait()
		if got := paths(open(t, file)); !slices.Equal(got, []string{good}) {
			t.Errorf("%s: then %q", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"files":[{"kind":"data","path":"/a"}],"folders":{"export":"/b"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := filepath.Join(t.TempDir(), "recent.json")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		m := recent.Read(file, func(error) {})
		for _, x := range m.Files() {
			if !filepath.IsAbs(x.Path) || len(m.Files()) > recent.Most {
				t.Errorf("%q", m.Files())
			}
		}
	})
}
