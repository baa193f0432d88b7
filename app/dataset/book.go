package dataset

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/internal/workbook"
)

// A workbook is a package in one file: a sheet for each table, named as the
// table is. The sheet "files" holds what is no table, piece by piece; "package"
// says what a descriptor would, for those who write none.
const (
	filesSheet   = "files"
	packageSheet = "package"
	// maxPiece is the most characters of a piece of a file.
	maxPiece = 30_000
)

// bookFS is the files of the package in a workbook.
func bookFS(z *zip.Reader, name string) (fs.FS, error) {
	files := map[string][]byte{}
	var about [][]string
	err := workbook.Read(z, workbook.Limits{Bytes: MaxZip, Text: maxBytes, Cells: maxCells}, func(s workbook.Sheet) error {
		switch key := strings.ToLower(strings.TrimSpace(s.Name)); {
		case key == filesSheet:
			return joinPieces(files, s.Rows)
		case key == packageSheet:
			about = s.Rows
		case strings.HasSuffix(key, ".md"):
			files[strings.TrimSpace(s.Name)] = lines(s.Rows)
		default: // a table, perhaps one of its own, which a schema may refer to
			if file := key + ".csv"; fs.ValidPath(file) && !strings.Contains(file, "/") {
				files[file] = tableText(s.Rows)
			}
		}
		return nil
	})
	switch {
	case errors.Is(err, workbook.ErrLarge):
		return nil, over(fmt.Sprintf("%d cells, or %d MiB of text", maxCells, maxBytes>>20))
	case errors.Is(err, workbook.ErrFormat):
		return nil, unreadable("the workbook cannot be read: %w", err)
	case err != nil:
		return nil, err
	}
	if files[descriptorFile], err = bookDescriptor(files[descriptorFile], about, name); err != nil {
		return nil, err
	}
	return inMemory(files)
}

// inMemory is files as a file system.
func inMemory(files map[string][]byte) (fs.FS, error) {
	var b bytes.Buffer
	size := 0
	for name, data := range files {
		size += len(data) + 2*len(name) + 200
	}
	b.Grow(size)
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = f.Write(files[name])
		}
		delete(files, name) // not in memory twice
		if err != nil {
			return nil, fmt.Errorf("gather the files of a workbook: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("gather the files of a workbook: %w", err)
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

// tableText is a sheet as CSV. All rows are as long as the longest, so that
// cells that a spreadsheet left out at the end of a row are empty ones; but not
// where one cell far out would make millions of them.
func tableText(rows [][]string) []byte {
	width := 0
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" {
				width = max(width, i+1)
			}
		}
	}
	if width > maxCols || width*len(rows) > maxCells {
		width = 0
	}
	size := 0
	for _, row := range rows {
		for _, cell := range row {
			size += len(cell) + 1
		}
	}
	var b bytes.Buffer
	b.Grow(size + size/64)
	w := csv.NewWriter(&b)
	full := make([]string, width)
	for _, row := range rows {
		if width > 0 {
			clear(full[copy(full, row):])
			row = full
		}
		w.Write(row) //nolint:errcheck,gosec // into memory
	}
	w.Flush()
	return b.Bytes()
}

// lines is a sheet with a text, a line in each row.
func lines(rows [][]string) []byte {
	var b bytes.Buffer
	for _, row := range rows {
		if len(row) > 0 {
			b.WriteString(row[0])
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// joinPieces puts the files of the sheet "files" together.
func joinPieces(files map[string][]byte, rows [][]string) error {
	for i, row := range rows {
		if i == 0 || len(row) < 2 || row[0] == "" {
			continue
		}
		if !fs.ValidPath(row[0]) || strings.Contains(row[0], `\`) {
			return refused("the workbook has a path that leaves it: %.80q", row[0])
		}
		files[row[0]] = append(files[row[0]], row[1]...)
		if len(files) > maxFiles {
			return over(fmt.Sprintf("%d files", maxFiles))
		}
	}
	return nil
}

// bookDescriptor is the descriptor of a workbook: the one that it holds, without
// the hashes of files that it has not, or one made of the sheet "package".
func bookDescriptor(own []byte, about [][]string, name string) ([]byte, error) {
	d := map[string]any{}
	if own != nil {
		if err := json.Unmarshal(own, &d); err != nil {
			return own, nil //nolint:nilerr // its reader says what is wrong
		}
		if list, ok := d["resources"].([]any); ok {
			for _, r := range list {
				if r, ok := r.(map[string]any); ok {
					for _, key := range []string{"hash", "bytes", "encoding", "dialect", "format"} {
						delete(r, key)
					}
				}
			}
		}
	} else {
		stem := strings.TrimSuffix(name, path.Ext(name))
		d["name"], d["title"], d["version"] = slug(stem), stem, "1.0.0"
	}
	profile, _ := d["profile"].(map[string]any)
	if profile == nil {
		profile = map[string]any{}
	}
	for i, row := range about {
		if i == 0 || len(row) < 2 {
			continue
		}
		field := strings.TrimSpace(row[0])
		texts := map[string]string{}
		for c := 1; c < len(row) && c < len(about[0]); c++ {
			_, lang, _ := strings.Cut(strings.TrimSpace(about[0][c]), "@")
			if v := strings.TrimSpace(row[c]); v != "" {
				texts[lang] = v
			}
		}
		if len(texts) == 0 {
			continue
		}
		switch field {
		case "name", "version", "created":
			d[field] = texts[""]
		case "focal":
			profile[field] = texts[""]
		case "region":
			profile[field] = strings.Fields(texts[""])
		case "title":
			profile[field] = texts
			title, _ := d[field].(string)
			d[field] = cmp.Or(texts[""], texts["en"], title)
		default:
			profile[field] = texts
		}
	}
	if len(profile) > 0 {
		d["profile"] = profile
	}
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the descriptor of a workbook: %w", err)
	}
	return text, nil
}

// slug makes a name of a package out of the name of a file.
func slug(s string) string {
	s = strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == '_', c == '-':
			return c
		case c >= 'A' && c <= 'Z':
			return c + 'a' - 'A'
		case c == ' ':
			return '-'
		}
		return -1
	}, s)
	if s == "" {
		return "workbook"
	}
	return s
}
