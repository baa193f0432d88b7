package dataset

import (
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stamp is what the files of the package at path look like from outside: names,
// sizes and times. Another stamp may mean other contents; 0 is nothing at path.
// Nothing is opened. Of a folder only what a package reads counts, not hidden
// files, locks and what editors keep.
func Stamp(path string) uint64 {
	if filepath.Base(path) == descriptorFile {
		path = filepath.Dir(path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	h := fnv.New64a()
	mark(h, "", info)
	if info.IsDir() {
		h.Reset() // a folder's own time tells of locks, too
		list, err := os.ReadDir(path)
		if err != nil {
			return 0
		}
		left := maxFiles
		for _, e := range list {
			if !e.IsDir() {
				left -= stampFile(h, path, e)
			} else if inner, err := os.ReadDir(filepath.Join(path, e.Name())); err == nil && !strings.HasPrefix(e.Name(), ".") {
				for _, x := range inner[:min(len(inner), left)] { // tables, summaries, lessons
					left -= stampFile(h, filepath.Join(path, e.Name()), x)
				}
			}
		}
	}
	return max(h.Sum64(), 1)
}

// stampFile marks a file that a package may read, and returns how many that is.
func stampFile(h io.Writer, dir string, e os.DirEntry) int {
	name := e.Name()
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || !slices.Contains([]string{".csv", ".tsv", ".json", ".md"}, strings.ToLower(filepath.Ext(name))) {
		return 0
	}
	if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() { // of a link, what it leads to
		mark(h, filepath.Join(dir, name), info)
	}
	return 1
}

func mark(h io.Writer, name string, info os.FileInfo) {
	fmt.Fprintf(h, "%s\x00%d %d %v\x00", name, info.Size(), info.ModTime().UnixNano(), info.Mode()) //nolint:errcheck // a hash takes all
}
