//go:build !linux && !windows

package chooser

import (
	"path/filepath"

	ftheme "fyne.io/fyne/v2/theme"
)

func userFolders(home string) map[string]string {
	return map[string]string{"DESKTOP": filepath.Join(home, "Desktop"), "DOCUMENTS": filepath.Join(home, "Documents"), "PICTURES": filepath.Join(home, "Pictures"), "DOWNLOAD": filepath.Join(home, "Downloads")}
}

// drives are the volumes of macOS, and all of the machine.
func drives() []place {
	return append(within("/Volumes"), place{icon: ftheme.ComputerIcon(), key: "chooser.computer", path: "/"})
}
