//go:build unix

package hostile

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
)

// special are what is at a path and is no file: each under the name that every
// door would take it by, and each in the place of a file of a package.
func special() []Case {
	link := func(to string) func(string) error { return func(path string) error { return os.Symlink(to, path) } }
	pipe := func(path string) error { return syscall.Mkfifo(path, 0o600) }
	sparse := func(path string) error {
		if err := os.WriteFile(path, []byte("\x89PNG\r\n\x1a\n"), 0o600); err != nil {
			return err
		}
		return os.Truncate(path, 5<<30) // a hole: it takes no room
	}
	socket := func(path string) error {
		l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path})
		if err != nil {
			return err
		}
		l.SetUnlinkOnClose(false)
		return l.Close()
	}
	var out []Case
	for ending, door := range map[string]Door{".zip": Package, ".xlsx": Package, ".png": Picture, ".json": Lesson, ".csv": Sheet, ".txt": Text} {
		for kind, put := range map[string]func(string) error{
			"pipe": pipe, "socket": socket, "zero": link("/dev/zero"), "random": link("/dev/urandom"), "loop": link("loop" + ending), "nowhere": link("/nowhere/at/all"), "folder": func(path string) error { return os.Mkdir(path, 0o700) },
		} {
			out = append(out, Case{kind + ending, door, "", put})
		}
		out = append(out, Case{"5-gib" + ending, door, "", sparse})
	}
	for kind, put := range map[string]func(string) error{"pipe": pipe, "socket": socket, "zero": link("/dev/zero"), "out": link("/etc/passwd"), "up": link("../../../etc/passwd"), "loop": link("meetings.csv")} {
		for _, name := range []string{"meetings.csv", "datapackage.json", "comments.csv", "place_names.csv", "documents/d1.en.md"} {
			out = append(out, Case{kind + "-for-" + filepath.Base(name), Package, filepath.Base(name), func(path string) error {
				files := sound(nil)
				delete(files, name)
				if err := folder(path, files); err != nil {
					return err
				}
				file := filepath.Join(path, name)
				if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
					return err
				}
				return put(file)
			}})
		}
	}
	return out
}
