// Command gen writes the manual page and the completions of bash. Run it by
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
		Details     struct{ Name string }
		LinuxAndBSD struct{ Comment string }
	}
	if _, err := toml.DecodeFile("../FyneApp.toml", &m); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
	for name, text := range map[string]string{"c5atlas.1": cli.Manual(m.Details.Name, m.LinuxAndBSD.Comment), "c5atlas.bash": cli.Completion()} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
}
