package chooser

import (
	"strings"

	ftheme "fyne.io/fyne/v2/theme"
	"golang.org/x/sys/windows"
)

func userFolders(string) map[string]string {
	out := map[string]string{}
	for name, id := range map[string]*windows.KNOWNFOLDERID{
		"DESKTOP": windows.FOLDERID_Desktop, "DOCUMENTS": windows.FOLDERID_Documents, "PICTURES": windows.FOLDERID_Pictures, "DOWNLOAD": windows.FOLDERID_Downloads,
	} {
		if path, err := windows.KnownFolderPath(id, 0); err == nil {
			out[name] = path
		}
	}
	return out
}

// drives are the letters that have a volume. None is looked into: one that does not
// answer would keep who asks.
func drives() (out []place) {
	mask, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	for i := range 26 {
		if mask&(1<<i) != 0 {
			root := strings.ToUpper(string(rune('a'+i))) + `:\`
			out = append(out, place{icon: ftheme.StorageIcon(), name: root[:2], path: root})
		}
	}
	return out
}
