//go:build !linux && !windows

package chooser

import (
	ftheme "fyne.io/fyne/v2/theme"
)

func userFolders(home string) map[string]string { return usualFolders(home) }

// drives are the volumes of macOS, and all of the machine.
func drives() []place {
	return append(within("/Volumes"), place{icon: ftheme.ComputerIcon(), key: "chooser.computer", path: "/"})
}
