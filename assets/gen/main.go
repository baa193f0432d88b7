// Command gen draws the icons and writes manifest.json. Run it in the assets
// folder, by "go generate ./assets", after any file there has changed.
package main

import (
	"fmt"
	"os"
)

func main() {
	for _, step := range []func() error{
		func() error { return writeIcons("icon") },
		func() error { return writeManifest(".") },
	} {
		if err := step(); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
}
