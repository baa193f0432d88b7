package dataset

import (
	"archive/zip"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
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
func bookFS(z *zip.Reader, name string) (*memory, error) {
	files := map[string]*strings.Builder{}
	text := func(name string) *strings.Builder {
		files[name] = &strings.Builder{}
		return files[name]
	}
	made, sheets := map[string]*sheetText{}, map[string]string{}
	var about [][]string
	aboutSheet := packageSheet
	err := workbook.Read(z, workbook.Limits{Bytes: MaxZip, Text: maxBytes, Cells: maxCells}, func(sheet string) func([]string) error {
		switch key := strings.ToLower(strings.TrimSpace(sheet)); {
		case key == filesSheet:
			return pieceOf(files, text)
		case key == packageSheet:
			aboutSheet = strings.TrimSpace(sheet)
			return func(row []string) error {
				about = append(about, slices.Clone(row))
				return nil
			}
		case strings.HasSuffix(key, ".md"):
			b := text(strings.TrimSpace(sheet))
			return func(row []string) error {
				writeLine(b, row)
				return nil
			}
		default: // a table, perhaps one of its own, which a schema may refer to
			file := key + ".csv"
			if !fs.ValidPath(file) || strings.Contains(file, "/") {
				return func([]string) error { return nil }
			}
			made[file], sheets[file] = newSheetText(), strings.TrimSpace(sheet)
			return made[file].row
		}
	})
	switch {
	case errors.Is(err, workbook.ErrLarge):
		return nil, over(fmt.Sprintf("%d cells, or %d MiB of text", maxCells, maxBytes>>20))
	case errors.Is(err, workbook.ErrFormat):
		return nil, brokenBook(err)
	case err != nil:
		return nil, err
	}
	texts := make(map[string]string, len(files)+len(made)+1)
	for name, b := range files {
		texts[name] = b.String()
	}
	for name, t := range made {
		texts[name] = t.text()
	}
	fields := map[string]int{}
	if texts[descriptorFile] == "" {
		sheets[descriptorFile] = aboutSheet
		for i, row := range about {
			if len(row) > 0 {
				fields[strings.TrimSpace(row[0])] = i + 1
			}
		}
	}
	if texts[descriptorFile], err = bookDescriptor(texts[descriptorFile], about, name); err != nil {
		return nil, err
	}
	m := inMemory(texts)
	m.sheets, m.fields = sheets, fields
	return m, nil
}

// brokenBook is the error of a workbook that is not whole. It wraps [workbook.ErrFormat].
func brokenBook(err error) error {
	return unreadable("%w; save it anew in the spreadsheet program", err)
}

// sheetText makes CSV of a sheet, row by row. All rows are as long as the longest,
// so that cells that a spreadsheet left out at the end of a row are empty ones; but
// not where one cell far out would make millions of them.
type sheetText struct {
	b           chunks
	w           *csv.Writer
	width       int      // of the longest row
	rows, cells int      // written
	ragged      bool     // rows before the longest are shorter
	full        []string // the row at hand
}

func newSheetText() *sheetText {
	t := &sheetText{}
	t.w = csv.NewWriter(&t.b)
	return t
}

func (t *sheetText) row(cells []string) error {
	if len(cells) > t.width && len(cells) <= maxCols {
		t.ragged = t.ragged || t.rows > 0
		t.width = len(cells)
		t.full = make([]string, t.width)
	}
	if t.cells += t.width; len(cells) <= t.width && t.cells <= maxCells {
		clear(t.full[copy(t.full, cells):])
		cells = t.full
	}
	t.rows++
	if err := t.w.Write(cells); err != nil {
		return fmt.Errorf("write a row of a workbook: %w", err)
	}
	return nil
}

// text is all rows.
func (t *sheetText) text() string {
	t.w.Flush()
	if !t.ragged {
		return t.b.text()
	}
	again := newSheetText()
	again.width, again.full = t.width, make([]string, t.width)
	r := newCSVReader(t.b.text(), dialect{})
	for {
		row, more, _ := r.next(t.full[:0])
		if !more {
			return again.text()
		}
		again.row(row) //nolint:errcheck,gosec // into memory
	}
}

// chunks gathers a text of any length, without growing what it has.
type chunks struct {
	list [][]byte
	size int
}

const chunkSize = 256 << 10

// Write implements [io.Writer]; it has no error.
func (c *chunks) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		last := len(c.list) - 1
		if last < 0 || len(c.list[last]) == cap(c.list[last]) {
			c.list = append(c.list, make([]byte, 0, chunkSize))
			last++
		}
		n := min(len(rest), cap(c.list[last])-len(c.list[last]))
		c.list[last] = append(c.list[last], rest[:n]...)
		rest = rest[n:]
	}
	c.size += len(p)
	return len(p), nil
}

// text is all that was written; it is not kept.
func (c *chunks) text() string {
	var b strings.Builder
	b.Grow(c.size)
	for i, part := range c.list {
		b.Write(part)
		c.list[i] = nil
	}
	*c = chunks{}
	return b.String()
}

// lines is a sheet with a text, a line in each row.
func lines(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		writeLine(&b, row)
	}
	return b.String()
}

func writeLine(b *strings.Builder, row []string) {
	if len(row) > 0 {
		b.WriteString(row[0])
	}
	b.WriteByte('\n')
}

// pieceOf takes the rows of the sheet "files", each a piece of a file, which text
// begins.
func pieceOf(files map[string]*strings.Builder, text func(name string) *strings.Builder) func(row []string) error {
	head := true
	return func(row []string) error {
		if head || len(row) < 2 || row[0] == "" {
			head = false
			return nil
		}
		name := row[0]
		if !fs.ValidPath(name) || strings.Contains(name, `\`) {
			return refused("the workbook has a path that leaves it: %.80q", name)
		}
		b := files[name]
		if b == nil {
			b = text(strings.Clone(name))
		}
		b.WriteString(row[1])
		if len(files) > maxFiles {
			return over(fmt.Sprintf("%d files", maxFiles))
		}
		return nil
	}
}

// bookDescriptor is the descriptor of a workbook: the one that it holds, without
// the hashes of files that it has not, or one made of the sheet "package".
func bookDescriptor(own string, about [][]string, name string) (string, error) {
	d := map[string]any{}
	if own != "" {
		if err := json.Unmarshal([]byte(own), &d); err != nil {
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
		return "", fmt.Errorf("write the descriptor of a workbook: %w", err)
	}
	return string(text), nil
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
