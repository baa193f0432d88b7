package cli_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
)

const twoScenes = `[
 {"title": "Opening", "caption": "Where they met.", "view": {"chart": "matrix", "lang": "uk"}},
 {"title": "Xi’an", "when": "18–19 May 2023", "caption": "The first summit.", "note": "Ask: who\nelse\u202e?", "view": {"meeting": "2020-07-16-fm1"}}
]`

// tree reads a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		body, err := os.ReadFile(filepath.Join(dir, path))
		out[path] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// lessonIn writes a lesson file and returns how to export it.
func lessonIn(t *testing.T, body string) (dir string, export func(out string, more ...string) result) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "in.json"), []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, func(out string, more ...string) result {
		return run(append([]string{"export", "lesson", filepath.Join(dir, "in.json"), "--size", "320x240", "--out", filepath.Join(dir, out)}, more...)...)
	}
}

// A lesson is a folder of pictures, alternative texts, numbers, a handout and
// the lesson itself; exported again, also from that, it has the same bytes.
func TestExportLesson(t *testing.T) {
	t.Parallel()
	dir, export := lessonIn(t, twoScenes)
	if r := export("one"); r.status != 0 || r.stderr != "" {
		t.Fatalf("%d, %q", r.status, r.stderr)
	}
	one := tree(t, filepath.Join(dir, "one"))
	for _, name := range []string{"scene-01.png", "scene-01.alt.txt", "scene-01.csv", "scene-02.png", "scene-02.alt.txt", "scene-02.csv", "handout.pdf", "worksheet.pdf", "sources.txt", "sources.bib", "licence.txt", "CITATION.cff", "lesson.json"} {
		if one[name] == "" {
			t.Errorf("no %s", name)
		}
	}
	if len(one) != 13 || !strings.HasPrefix(one["scene-01.csv"], "domain,state,count") || !strings.HasPrefix(one["scene-02.alt.txt"], "Xi’an. 18–19 May 2023. The first summit.") {
		t.Errorf("%d files, %.40q, %.80q", len(one), one["scene-01.csv"], one["scene-02.alt.txt"])
	}
	if strings.Contains(one["lesson.json"], "\u202e") || !strings.Contains(one["lesson.json"], `Ask: who\nelse?`) {
		t.Errorf("lesson.json: %s", one["lesson.json"])
	}
	again := run("export", "lesson", filepath.Join(dir, "one"), "--size", "320x240", "--out", filepath.Join(dir, "two"))
	if again.status != 0 {
		t.Fatal(again.stderr)
	}
	for name, body := range tree(t, filepath.Join(dir, "two")) {
		if one[name] != body {
			t.Errorf("%s differs", name)
		}
	}
	if r := run(small("chart", "--view", filepath.Join(dir, "one", "scene-02.png"), "--out", "-")...); r.status != 0 {
		t.Errorf("the view of a scene: %d, %q", r.status, r.stderr)
	}
	// Flags hold in every scene, and a shorter lesson leaves no scene of the longer one.
	if r := export("one", "--force", "--lang", "ru"); r.status != 0 {
		t.Fatal(r.stderr)
	}
	if now := tree(t, filepath.Join(dir, "one")); !strings.Contains(now["scene-01.alt.txt"], "Границы") || strings.Contains(now["lesson.json"], `"uk"`) {
		t.Errorf("--lang does not hold in every scene: %q", now["scene-01.alt.txt"])
	}
}

func TestExportLessonRefuses(t *testing.T) {
	t.Parallel()
	dir, export := lessonIn(t, twoScenes)
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	if r := export("out"); r.status != cli.Refused || !strings.Contains(r.stderr, "--force") {
		t.Errorf("a folder that exists: %d, %q", r.status, r.stderr)
	}
	if err := os.WriteFile(filepath.Join(out, "thesis.doc"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := export("out", "--force"); r.status != cli.Refused || !strings.Contains(r.stderr, "holds other files") {
		t.Errorf("a folder of other files: %d, %q", r.status, r.stderr)
	}
	if got := tree(t, out); len(got) != 1 || got["thesis.doc"] != "x" {
		t.Errorf("the folder was touched: %v", got)
	}
	for _, out := range []string{"a.odg", "a.docx"} {
		if r := export(out); r.status != cli.Wrong || !strings.Contains(r.stderr, ".odp") || strings.Count(r.stderr, "\n") != 1 {
			t.Errorf("%s: %d, %q", out, r.status, r.stderr)
		}
	}
	if r := export("a", "--format", "svg"); r.status != cli.Wrong || !strings.Contains(r.stderr, "pptx, odp") {
		t.Errorf("--format svg: %d, %q", r.status, r.stderr)
	}
	if r := export("a.doc", "--format", "odp", "--force"); r.status != 0 {
		t.Errorf("--format odp: %d, %q", r.status, r.stderr)
	}
	if err := os.Remove(filepath.Join(dir, "a.doc")); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if r := runIn(ctx, nil, nil, "export", "lesson", "meetings", "--out", filepath.Join(dir, "new")); r.status != cli.Failed || !strings.Contains(r.stderr, "interrupted") {
		t.Errorf("interrupted: %d, %q", r.status, r.stderr)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("left behind: %v", entries)
	}
	if r := run("export", "lesson", filepath.Join(dir, "no.json"), "--out", filepath.Join(dir, "new")); r.status != cli.Failed {
		t.Errorf("no file: %d, %q", r.status, r.stderr)
	}
	for body, want := range map[string]string{
		"{":                          "not a lesson",
		"[]":                         "0 scenes",
		`[{"title":"a","view":{}}]x`: "not a lesson",
		`[{"title":"a"}]`:            "scene 1",
		`[{"title":"a","view":{}},{"view":{"meeting":"x"}}]`:             "scene 2: --meeting",
		`[{"title":"` + strings.Repeat("a", 9000) + `","view":{}}]`:      "over 8 kB",
		"[" + strings.Repeat(`{"view":{}},`, 200) + `{"view":{}}]`:       "201 scenes",
		strings.Repeat("[", 20000):                                       "not a lesson",
		`[{"title":"a","view":{"chart":"pie","lang":"en","scene":"a"}}]`: "scene 1",
	} {
		_, export := lessonIn(t, body)
		if r := export("new"); r.status != cli.Wrong || !strings.Contains(r.stderr, want) || strings.Count(r.stderr, "\n") != 1 {
			t.Errorf("%.60s: %d, %q; want %q", body, r.status, r.stderr, want)
		}
	}
}

// Words of one's own in a script that the program's face has not, Arabic here, are
// said to be boxes in a picture and in a lesson, once and in one sentence; in SVG they
// are text, and a face for them is the reader's. Kazakh and Chinese it has.
func TestBoxesAreSaid(t *testing.T) {
	t.Parallel()
	const arabic, known = "القمة", "Қазақстан, 哈萨克斯坦"
	dir, export := lessonIn(t, `[{"title": "`+arabic+`", "view": {}, "panes": "chart"}]`)
	for out, args := range map[string][]string{
		"png": small("chart", "--out", filepath.Join(dir, "a.png"), "--title", arabic),
		"pdf": small("chart", "--out", filepath.Join(dir, "a.pdf"), "--credit", arabic),
	} {
		if r := run(args...); r.status != 0 || strings.Count(r.stderr, "\n") != 1 || !strings.Contains(r.stderr, "c5atlas: note: ") || !strings.Contains(r.stderr, "(القمة)") || !strings.Contains(r.stderr, "boxes stand for them") {
			t.Errorf("%s: %d, %q", out, r.status, r.stderr)
		}
	}
	for out, args := range map[string][]string{
		"svg":   small("chart", "--out", filepath.Join(dir, "a.svg"), "--title", arabic),
		"known": small("chart", "--out", filepath.Join(dir, "b.png"), "--title", known),
	} {
		if r := run(args...); r.status != 0 || r.stderr != "" {
			t.Errorf("%s: %d, %q", out, r.status, r.stderr)
		}
	}
	if r := export("lesson.zip"); r.status != 0 || strings.Count(r.stderr, "\n") != 1 || !strings.Contains(r.stderr, "boxes stand for them") {
		t.Errorf("a lesson: %d, %q", r.status, r.stderr)
	}
}
