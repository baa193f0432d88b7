package chooser

import (
	"os/user"
	"path/filepath"

	ftheme "fyne.io/fyne/v2/theme"
)

func userFolders(home string) map[string]string { return xdg(home) }

// drives are the volumes that are mounted for the person, and all of the machine.
// None is looked into: one that does not answer would keep who asks.
func drives() []place {
	var out []place
	name := "?"
	if u, err := user.Current(); err == nil && u.Username != "" {
		name = filepath.Base(u.Username)
	}
	for _, at := range []string{filepath.Join("/run/media", name), filepath.Join("/media", name), "/mnt"} {
		out = append(out, within(at)...)
	}
	return append(out, place{icon: ftheme.ComputerIcon(), key: "chooser.computer", path: "/"})
}
