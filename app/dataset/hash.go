package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// tables are the files that make up the content of a package.
var tables = []string{
	"meetings.csv", "documents.csv", "statements.csv", "comments.csv", "notes.csv",
	"domains.csv", "states.csv", "places.csv", "place_names.csv", "codes.csv",
}

// tableHash identifies the content: equal tables, equal hash, wherever they
// were read from. A file that cannot be read counts as empty.
func tableHash(fsys fs.FS) string {
	h := sha256.New()
	for _, name := range tables {
		data, err := readFile(fsys, name)
		switch {
		case err != nil && name == "codes.csv":
			continue // as before there was one
		case err != nil:
			data = nil
		}
		sum := sha256.Sum256(data)
		h.Write([]byte(name))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// checkHashes compares the files with the hashes that the descriptor states.
func checkHashes(fsys fs.FS, desc *descriptor, f *findings) {
	var seen []string
	for _, r := range desc.Resources {
		if r.Path == "" {
			continue
		}
		if !fs.ValidPath(r.Path) || path.IsAbs(r.Path) || strings.Contains(r.Path, `\`) {
			f.add(Finding{File: "datapackage.json", Column: "path", Value: r.Path, Fault: "leaves the package", Mend: "use a path inside it"})
			continue
		}
		if slices.Contains(seen, r.Path) {
			f.add(Finding{File: "datapackage.json", Column: "path", Value: r.Path, Fault: "stands twice"})
			continue
		}
		seen = append(seen, r.Path)
		want, ok := strings.CutPrefix(r.Hash, "sha256:")
		if !ok {
			continue
		}
		data, err := readFile(fsys, r.Path)
		if err != nil {
			f.add(Finding{File: r.Path, Fault: "is listed but cannot be read"})
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != want {
			f.add(Finding{File: r.Path, Fault: "was changed since datapackage.json was written", Mend: "update its hash"})
		}
	}
}
