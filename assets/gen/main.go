// Command gen draws the icons, writes descriptor.json and manifest.json and packs what is embedded packed.
// Run it in the assets folder, by "go generate ./assets", after any file there has
// changed.
package main

import (
	"fmt"
	"os"
)

func main() {
	for _, step := range []func() error{
		func() error { return writeIcons("icon") },
		func() error { return writeDescriptor(".") },
		func() error { return writeManifest(".") },
		func() error { return writePacks(".") },
	} {
		if err := step(); err != nil {
			fmt.Fprintln(os.Stderr, "gen:", err)
			os.Exit(1)
		}
	}
}
