package cli_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/cli"
)

// What README and the manual page write as examples works when it is copied, one
// after the other in an empty folder.
func TestDocumentedCommands(t *testing.T) {
	page, err := os.ReadFile("../../packaging/c5atlas.1")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?m)^(?:\.B |bin/)c5atlas ((?:export|inspect|new) .*)$`)
	examples := string(page[strings.Index(string(page), ".SH EXAMPLES"):]) + string(readme)
	found := commands.FindAllStringSubmatch(examples, -1)
	if len(found) < 11 {
		t.Fatalf("only %d commands were found", len(found))
	}
	t.Chdir(t.TempDir())
	words := regexp.MustCompile(`"[^"]*"|'[^']*'|\S+`)
	for _, c := range found {
		line := strings.NewReplacer(`\-`, "-", "domain=CODE", "domain=TRD").Replace(c[1])
		if strings.HasPrefix(line, "export lesson") {
			continue // takes long, and has tests of its own
		}
		args := words.FindAllString(line, -1)
		for i := range args {
			args[i] = strings.Trim(args[i], `"'`)
		}
		if r := run(args...); r.status != cli.OK {
			t.Errorf("c5atlas %s: status %d: %s", line, r.status, r.stderr)
		}
	}
}
