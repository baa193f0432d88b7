package chooser

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/internal/disk"
)

// place is a folder that many look in.
type place struct {
	icon fyne.Resource
	key  string // of the texts; "": name
	name string
	path string
}

// own are the folders that a person's desktop has for them, those that are there.
func own() (out []place) {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	named := userFolders(home)
	all := []place{
		{ftheme.HomeIcon(), "chooser.home", "", home},
		{ftheme.DesktopIcon(), "chooser.desktop", "", named["DESKTOP"]},
		{ftheme.DocumentIcon(), "chooser.documents", "", named["DOCUMENTS"]},
		{ftheme.MediaPhotoIcon(), "chooser.pictures", "", named["PICTURES"]},
		{ftheme.DownloadIcon(), "chooser.downloads", "", named["DOWNLOAD"]},
	}
	for _, p := range all {
		if p.path != "" && (p.key == "chooser.home" || !same(p.path, home)) && isFolder(p.path) {
			out = append(out, p)
		}
	}
	return out
}

func isFolder(path string) bool {
	info, err := disk.Soon(path)
	return path != "" && err == nil && info.IsDir()
}

// usualFolders are those of a desktop that has named none.
func usualFolders(home string) map[string]string {
	return map[string]string{
		"DESKTOP": filepath.Join(home, "Desktop"), "DOCUMENTS": filepath.Join(home, "Documents"),
		"PICTURES": filepath.Join(home, "Pictures"), "DOWNLOAD": filepath.Join(home, "Downloads"),
	}
}

// maxUserDirs is how much of the desktop's list of folders is read.
const maxUserDirs = 64 << 10

// xdg are the folders that the desktop has named on Linux, by what it calls them, as
// xdg-user-dirs writes them.
func xdg(home string) map[string]string {
	out := usualFolders(home)
	config := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(config) {
		config = filepath.Join(home, ".config")
	}
	data, err := disk.Read(filepath.Join(config, "user-dirs.dirs"), maxUserDirs)
	if err != nil {
		return out
	}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		name, value, ok := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		name, isDir := strings.CutSuffix(name, "_DIR")
		name, isXDG := strings.CutPrefix(name, "XDG_")
		if !ok || !isDir || !isXDG {
			continue
		}
		path := unquoted(value)
		if rest, ok := strings.CutPrefix(path, "$HOME"); ok {
			path = home + rest
		}
		if filepath.IsAbs(path) {
			out[name] = filepath.Clean(path)
		}
	}
	return out
}

// unquoted is a value of a shell's assignment: in quotation marks, with backslashes
// before what would mean something.
func unquoted(value string) string {
	value = strings.TrimSuffix(strings.TrimPrefix(value, `"`), `"`)
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' && i+1 < len(value) {
			i++
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

// FolderOr is the one given, or, if it is not there, the one where a person is most
// likely to look for pictures.
func FolderOr(last string) string {
	if isFolder(last) {
		return last
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	named := userFolders(home)
	for _, path := range []string{os.Getenv("XDG_PICTURES_DIR"), named["PICTURES"], named["DOCUMENTS"]} {
		if isFolder(path) {
			return path
		}
	}
	return home
}

// mostDrives is how many volumes of a kind are listed.
const mostDrives = 24

// within are the folders in a folder, as volumes.
func within(path string) (out []place) {
	f, err := disk.OpenList(path)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // only read from
	entries, _ := f.ReadDir(mostDrives)
	for _, e := range entries {
		if e.IsDir() && e.Name()[0] != '.' {
			out = append(out, place{icon: ftheme.StorageIcon(), name: shownName(e.Name()), path: filepath.Join(path, e.Name())})
		}
	}
	return out
}
