// Package built says what this program was built from and with: what whoever mends
// it has to know of a copy that somebody else runs.
package built

import (
	"runtime"
	"runtime/debug"
)

// commit is given to packages by packaging/dist.sh (-X), which builds without the
// stamp of a repository, so that any folder gives the same bytes.
var commit string

// Commit is the commit that the program was built from, shortened to twelve letters;
// "+" behind it: and from changes beyond it. "" if that is not known.
func Commit() string {
	if commit != "" {
		return commit
	}
	var of, changed string
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				of = s.Value[:min(12, len(s.Value))]
			case "vcs.modified":
				if s.Value == "true" {
					changed = "+"
				}
			}
		}
	}
	if of == "" {
		return ""
	}
	return of + changed
}

// System is the system and the processor that the program was built for, and the
// version of Go and, with a window, of Fyne that it was built with.
func System() string {
	toolkit := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if d.Path == "fyne.io/fyne/v2" {
				toolkit = ", Fyne " + d.Version
			}
		}
	}
	return runtime.GOOS + "/" + runtime.GOARCH + ", " + runtime.Version() + toolkit
}
