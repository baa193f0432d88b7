package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
	"c5atlas.org/c5atlas/assets"
)

// A lesson of a package that is none, or that says what its view cannot fill, is a
// finding with its file and scene; lessons are taken by name.
func TestLessonsOfPackage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, assets.Data()); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{"none": `{"scenes": 7}`, "hole": `[{"view":{}},{"title":"{{count \"domain\" \"XYZ\"}}","view":{}}]`, "whole": `[{"title":{"en":"Where?","uk":"Де це?"},"view":{}}]`} {
		if err := os.WriteFile(filepath.Join(dir, "lessons", name+".json"), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := run("validate", dir, "--lang", "en")
	if r.status != cli.Findings || !strings.Contains(r.stdout, "lessons/none.json") || !strings.Contains(r.stdout, "lessons/hole.json: in scene 2") || strings.Count(r.stdout, "lessons/") != 2 {
		t.Errorf("%d: %s%s", r.status, r.stdout, r.stderr)
	}
	out := filepath.Join(t.TempDir(), "out")
	if r := run("export", "lesson", "none", "--data", dir, "--out", out); r.status != cli.Wrong || !strings.Contains(r.stderr, "lesson none of the data") {
		t.Errorf("%d: %s", r.status, r.stderr)
	}
	if r := run("export", "lesson", "whole", "--data", dir, "--out", out, "--size", "320x240", "--lang", "uk"); r.status != 0 {
		t.Errorf("%d: %s", r.status, r.stderr)
	}
	if alt, err := os.ReadFile(filepath.Join(out, "scene-01.alt.txt")); err != nil || !strings.Contains(string(alt), "Де це?") {
		t.Errorf("%s %v", alt, err)
	}
}
