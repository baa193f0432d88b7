package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
)

// check-lesson is silent but for one line on a lesson that can be read, and names
// scene, object and measure where one cannot.
func TestCheckLesson(t *testing.T) {
	t.Parallel()
	if r := run("check-lesson", "map", "--lang", "en", "--size", "1024x768"); r.status != 0 || r.stdout != "clean: 8 scenes\n" {
		t.Errorf("%d: %s%s", r.status, r.stdout, r.stderr)
	}
	file := filepath.Join(t.TempDir(), "twice.json")
	if err := os.WriteFile(file, []byte(`[{"title":"a","view":{}},{"title":"b","view":{}},{"title":"c","view":{},"panes":"document"}]`), 0o600); err != nil {
		t.Fatal(err)
	}
	r := run("check-lesson", file, "--lang", "en")
	if r.status != cli.Findings || !strings.Contains(r.stdout, "scene 2: it shows nothing that the scene before did not\n") || !strings.Contains(r.stdout, "scene 3: 40 passages: at most 4 are read\n") {
		t.Errorf("%d: %s%s", r.status, r.stdout, r.stderr)
	}
	r = run("check-lesson", file, "--json", "--lang", "ru")
	var list []struct {
		Scene      int
		Kind, Text string
	}
	if err := json.Unmarshal([]byte(r.stdout), &list); err != nil || len(list) != 2 || list[0].Kind != "same" || list[1].Text != "отрывков — 40: прочтут не больше 4" {
		t.Errorf("%v: %s", err, r.stdout)
	}
	for _, args := range [][]string{{"check-lesson"}, {"check-lesson", "map", "--size", "huge"}, {"check-lesson", "map", "--theme", "pink"}} {
		if r := run(args...); r.status != cli.Wrong {
			t.Errorf("%v: %d", args, r.status)
		}
	}
}
