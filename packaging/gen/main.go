// Command gen writes the manual page and the completions of shells. Run it by
// "go generate ./packaging" after the table of commands has changed.
package main

import (
	"fmt"
	"os"
	"regexp"

	"github.com/BurntSushi/toml"

	"c5atlas.org/c5atlas/app/cli"
)

func main() {
	var m struct {
		Details     struct{ Name, ID, Version string }
		LinuxAndBSD struct{ Comment string }
	}
	if _, err := toml.DecodeFile("../FyneApp.toml", &m); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
	shops, err := os.ReadFile("linux/" + m.Details.ID + ".metainfo.xml")
	newest := regexp.MustCompile(`<release [^>]*date="([^"]*)"`).FindSubmatch(shops)
	if err != nil || newest == nil {
		fmt.Fprintln(os.Stderr, "gen: no day of a release:", err)
		os.Exit(1)
	}
	files := map[string]string{"c5atlas.1": cli.Manual(m.Details.Name+" "+m.Details.Version, string(newest[1]), m.Details.ID, m.LinuxAndBSD.Comment)}
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
