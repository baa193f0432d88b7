package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"c5atlas.org/c5atlas/internal/sorts"
	"c5atlas.org/c5atlas/internal/workbook"
)

// Copy gives each file of the package at the root of fsys to put, in order of
// name, within the limits of a package. It does not check the package. The
// errors are those of put, of package fs, and [ErrUnsafe].
func Copy(fsys fs.FS, put func(name, text string) error) error {
	in := newReader(fsys)
	names, err := packageFiles(fsys)
	if err != nil {
		return err
	}
	if in.readDescriptor() == nil { // else it is copied as it is, with what lies beside it
		for _, r := range in.desc.byName {
			if p := string(r.Path); strings.Contains(p, "/") && !slices.Contains(names, p) && in.has(p) {
				names = append(names, p)
			}
		}
	}
	slices.Sort(names)
	in = newReader(fsys) // with the whole budget
	for _, name := range names {
		text, _, err := in.read(name, maxFile)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if err := put(name, text); err != nil {
			return err
		}
	}
	return nil
}

// Book is the package at the root of fsys as the sheets of a workbook, which
// [OpenPath] reads again without a loss: files that are no table go into the
// sheet "files". It does not check the package. The errors are those of package
// fs, [ErrPackage] and [ErrUnsafe].
func Book(fsys fs.FS) ([]workbook.Sheet, error) {
	rest := workbook.Sheet{Name: filesSheet, Rows: [][]string{{"path", "text"}}}
	var out []workbook.Sheet
	err := Copy(fsys, func(name, text string) error {
		if about, ok := aboutSheet(text); ok && name == descriptorFile {
			out = append(out, about)
			return nil
		}
		if s, ok := lineSheet(name, text); ok && strings.HasSuffix(name, ".md") {
			out = append(out, s)
			return nil
		}
		stem, isCSV := strings.CutSuffix(name, ".csv")
		if !isCSV || strings.Contains(stem, "/") || utf8.RuneCountInString(stem) > 31 {
			rest.Rows = append(rest.Rows, pieces(name, text)...)
			return nil
		}
		rows, err := allRecords(text)
		if err != nil {
			return unreadable("%s: %w", name, err)
		}
		out = append(out, workbook.Sheet{Name: stem, Rows: rows})
		return nil
	})
	if err != nil {
		return nil, err
	}
	sorts.Stable(out, func(a, b workbook.Sheet) int { return tableOrder(a.Name) - tableOrder(b.Name) })
	if len(rest.Rows) > 1 {
		out = append(out, rest)
	}
	return out, nil
}

// aboutSheet is a descriptor as the sheet "package"; false if it says more than
// such a sheet can: a schema, say.
func aboutSheet(text string) (workbook.Sheet, bool) {
	s := workbook.Sheet{Name: packageSheet}
	var d struct {
		Schema  string                     `json:"$schema"`
		Name    string                     `json:"name"`
		Title   string                     `json:"title"`
		Version string                     `json:"version"`
		Created string                     `json:"created"`
		Profile map[string]json.RawMessage `json:"profile"`
		Files   []struct {
			Name string `json:"name"`
			Path string `json:"path"`
		} `json:"resources"`
	}
	in := json.NewDecoder(strings.NewReader(text))
	in.DisallowUnknownFields()
	if in.Decode(&d) != nil {
		return s, false
	}
	for _, f := range d.Files {
		if f.Path != f.Name+".csv" || !isTable(f.Name) {
			return s, false
		}
	}
	var langs []string
	texts := map[string]Text{}
	fields := slices.Sorted(maps.Keys(d.Profile))
	for _, field := range fields {
		var t Text
		if field == "region" {
			var list []string
			if json.Unmarshal(d.Profile[field], &list) != nil {
				return s, false
			}
			t = Text{"": strings.Join(list, " ")}
		} else if json.Unmarshal(d.Profile[field], &t) != nil {
			return s, false
		}
		texts[field] = t
		for lang := range t {
			if lang != "" && !slices.Contains(langs, lang) {
				langs = append(langs, lang)
			}
		}
	}
	slices.Sort(langs)
	s.Rows = [][]string{{"field", "value"}}
	for _, lang := range langs {
		s.Rows[0] = append(s.Rows[0], "value@"+lang)
	}
	for _, x := range [][2]string{{"name", d.Name}, {"version", d.Version}, {"created", d.Created}} {
		if x[1] != "" {
			s.Rows = append(s.Rows, []string{x[0], x[1]})
		}
	}
	if d.Title != "" && texts["title"] == nil {
		fields, texts["title"] = append(fields, "title"), Text{"": d.Title}
	}
	for _, field := range fields {
		row := []string{field, texts[field][""]}
		for _, lang := range langs {
			row = append(row, texts[field][lang])
		}
		s.Rows = append(s.Rows, row)
	}
	return s, true
}

// tableOrder is the order in which a person reads tables.
func tableOrder(name string) int {
	if strings.HasPrefix(name, "README") {
		return -2
	}
	order := []string{packageSheet, "meetings", "documents", "statements", "places", "states", "domains", "participants", "people", "paragraphs", "comments", "notes", "terms", "codes"}
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}

// packageFiles lists the files of a package: those at its top, in documents and in
// lessons, but for hidden ones and for what Excel keeps while it has a file open.
func packageFiles(fsys fs.FS) ([]string, error) {
	var out []string
	for _, dir := range []string{".", "documents", "lessons"} {
		list, err := fs.ReadDir(fsys, dir)
		if errors.Is(err, fs.ErrNotExist) && dir != "." {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("list the files of the package: %w", err)
		}
		for _, e := range list {
			if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
				out = append(out, path.Join(dir, e.Name()))
			}
		}
		if len(out) > maxFiles {
			return nil, over(fmt.Sprintf("%d files", maxFiles))
		}
	}
	return out, nil
}

// pieces cuts a file into rows of the sheet "files", after a line where one ends.
func pieces(name, text string) [][]string {
	var out [][]string
	for {
		if utf8.RuneCountInString(text) <= maxPiece {
			return append(out, []string{name, text})
		}
		n := 0
		for at := range text {
			if n == maxPiece {
				n = at
				break
			}
			n++
		}
		if i := strings.LastIndexByte(text[:n], '\n'); i > 0 {
			n = i + 1
		}
		out = append(out, []string{name, text[:n]})
		text = text[n:]
	}
}

// allRecords is all rows of a CSV text.
func allRecords(text string) ([][]string, error) {
	text, err := decode(text, "")
	if err != nil {
		return nil, err
	}
	var d dialect
	text, d.Delimiter = sniff(text)
	r := newCSVReader(text, d)
	var out [][]string
	for {
		rec, more, err := r.next(nil)
		if !more {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, rec)
	}
}

// lineSheet is a text as such a sheet; false if it would not come back as it
// was, or no sheet can have its name.
func lineSheet(name, text string) (workbook.Sheet, bool) {
	s := workbook.Sheet{Name: name}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		if utf8.RuneCountInString(line) > maxPiece {
			return s, false
		}
		s.Rows = append(s.Rows, []string{line})
	}
	return s, utf8.RuneCountInString(name) <= 31 && !strings.Contains(name, "/") && lines(s.Rows) == text && !strings.HasSuffix(text, "\n\n")
}
