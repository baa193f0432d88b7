// Command gen writes the manual page and the completions of shells. Run it by
// "go generate ./packaging" after the table of commands has changed.
package main

import (
	"fmt"
	"os"

	"github.com/BurntSushi/toml"

	"c5atlas.org/c5atlas/app/cli"
)

func main() {
	var m struct {
		Details     struct{ Name, ID string }
		LinuxAndBSD struct{ Comment string }
	}
	if _, err := toml.DecodeFile("../FyneApp.toml", &m); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
	files := map[string]string{"c5atlas.1": cli.Manual(m.Details.Name, m.Details.ID, m.LinuxAndBSD.Comment)}
	for _, shell := range cli.Shells() {
		files["c5atlas."+shell] = cli.Completion(shell)
	}
	for name, text := range files {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
}
