package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/internal/pattern"
)

// Cells is a row to be written, by the names of columns; empty cells need no
// name.
type Cells map[string]string

// maxAppended bounds the rows that are appended at once, to one table.
const maxAppended = 20_000

// Append returns the files of the package at the root of fsys that change when
// rows are put at the ends of its tables, by name: what stands in them already
// stays byte for byte, but where a table gets a column that it had not, and a
// file that was in an older encoding is UTF-8 from then on. A table that the
// package has not is begun. Hashes that the descriptor has of these files are
// brought up to date. The rows are not checked: the reader does that.
//
// The errors are those of reading, and a [Phrase] for a table that is written in
// a dialect which is only read.
func Append(fsys fs.FS, rows map[string][]Cells) (map[string]string, error) {
	in := newReader(fsys)
	if err := in.readDescriptor(); err != nil {
		return nil, err
	}
	changed := map[string]string{}
	sums := map[*resource]string{}
	for _, spec := range tables {
		list := rows[spec.name]
		if len(list) == 0 {
			continue
		}
		if len(list) > maxAppended {
			return nil, over(fmt.Sprintf("%d new rows", maxAppended))
		}
		file, text, err := in.appended(spec, list)
		if err != nil {
			return nil, fmt.Errorf("add rows to %s: %w", file, err)
		}
		changed[file] = text
		if r := in.desc.byName[spec.name]; r != nil {
			sums[r] = text
		}
	}
	return changed, in.rehash(changed, sums)
}

// appended is the file of a table, and its text with the rows at its end.
func (in *reader) appended(spec tableSpec, rows []Cells) (file, text string, err error) {
	t, err := in.load(spec)
	if err != nil {
		return spec.name + ".csv", "", err
	}
	if t == nil {
		return begun(spec, rows)
	}
	file = t.file
	raw, _, err := in.read(file, maxFile)
	if err != nil {
		return file, "", err
	}
	var d dialect
	encoding := ""
	if r := in.desc.byName[spec.name]; r != nil {
		d, encoding = in.dialectOf(r), r.Encoding
	}
	if odd(d) {
		return file, "", Phrase{Key: "finding.dialectOnlyRead"}
	}
	if text, err = DecodeText(raw, encoding); err != nil {
		return file, "", err
	}
	mark := "" // of UTF-8: as it was, or where the file was something else, which a descriptor may declare
	if name := encodingName(encoding); !strings.HasPrefix(raw, text) || name != "" && name != "utf8" {
		mark = "\xef\xbb\xbf"
	}
	if d.Delimiter == "" {
		_, d.Delimiter = sniff(text)
	}
	head := slices.Clone(t.head)
	at := func(name string) int { return t.place(name) }
	var fresh []string
	for _, cells := range rows {
		for _, name := range slices.Sorted(maps.Keys(cells)) {
			if cells[name] != "" && at(name) < 0 && !slices.Contains(fresh, name) {
				fresh = append(fresh, name)
			}
		}
	}
	if len(fresh) > 0 {
		if text, err = widened(text, d, len(head), fresh); err != nil {
			return file, "", err
		}
	}
	lineEnd := "\n"
	if strings.Contains(text, "\r\n") {
		lineEnd = "\r\n"
	}
	var b strings.Builder
	b.WriteString(mark + text)
	if text != "" && !strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\r") {
		b.WriteString(lineEnd)
	}
	for _, cells := range rows {
		row := make([]string, len(head)+len(fresh))
		for name, cell := range cells {
			if i := at(name); i >= 0 {
				row[i] = cell
			} else if cell != "" {
				row[len(head)+slices.Index(fresh, name)] = cell
			}
		}
		b.WriteString(record(row, d.Delimiter) + lineEnd)
	}
	return file, b.String(), nil
}

// place is the column of a field; of one that the table has in other languages
// only, that in English or the first of them; -1 if it has none.
func (t *table) place(name string) int {
	if i, ok := t.cols[name]; ok {
		return i
	}
	langs := t.text[name]
	if i, ok := langs["en"]; ok {
		return i
	}
	for _, lang := range slices.Sorted(maps.Keys(langs)) {
		return langs[lang]
	}
	return -1
}

// odd reports whether rows in the dialect are only read, and not written.
func odd(d dialect) bool {
	return d.QuoteChar != nil && *d.QuoteChar != `"` || d.DoubleQuote != nil && !*d.DoubleQuote || d.EscapeChar != "" ||
		d.Header != nil && !*d.Header || len(d.HeaderRows) > 0 || len(d.CommentRows) > 0
}

// begun is a new table with the rows.
func begun(spec tableSpec, rows []Cells) (file, text string, err error) {
	head := slices.Clone(spec.columns)
	for _, cells := range rows {
		for _, name := range slices.Sorted(maps.Keys(cells)) {
			if cells[name] != "" && !slices.Contains(head, name) {
				head = append(head, name)
			}
		}
	}
	var b strings.Builder
	b.WriteString(record(head, ",") + "\n")
	for _, cells := range rows {
		row := make([]string, len(head))
		for i, name := range head {
			row[i] = cells[name]
		}
		b.WriteString(record(row, ",") + "\n")
	}
	return spec.name + ".csv", b.String(), nil
}

// widened is a table with more columns at its right, whose cells are empty in
// all rows of as many cells as it has columns. Other rows, such as a title over
// the header, stay as they are.
func widened(text string, d dialect, columns int, fresh []string) (string, error) {
	rest, _ := sniff(text)
	line := text[:len(text)-len(rest)] // "sep=;"
	r := newCSVReader(rest, d)
	var b strings.Builder
	b.WriteString(line)
	for headed := false; ; {
		from := r.pos
		rec, more, err := r.next(nil)
		if !more {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		raw := rest[from:r.pos]
		end := strings.TrimRight(raw, "\r\n")
		ends := raw[len(end):]
		if len(rec) > columns && strings.TrimSpace(strings.Join(rec[columns:], "")) == "" { // empty columns at the right
			rec = rec[:columns]
			end = record(rec, d.Delimiter)
		}
		if len(rec) != columns || !slices.ContainsFunc(rec, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			b.WriteString(raw)
			continue
		}
		cells := make([]string, len(fresh))
		if !headed {
			copy(cells, fresh)
			headed = true
		}
		b.WriteString(end + d.Delimiter + record(cells, d.Delimiter) + ends)
	}
}

// record is a row as CSV, without the end of its line. What is not text in it,
// bytes that are not UTF-8 and NUL, would make the table unreadable, and becomes
// U+FFFD.
func record(cells []string, delimiter string) string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = strings.ReplaceAll(strings.ToValidUTF8(c, "\uFFFD"), "\x00", "\uFFFD")
		if strings.ContainsAny(c, "\"\r\n") || strings.Contains(c, delimiter) || strings.TrimSpace(c) != c || strings.HasPrefix(c, "#") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		out[i] = c
	}
	return strings.Join(out, delimiter)
}

var (
	hashValue  = pattern.Late(`("hash"\s*:\s*")sha256:[0-9A-Fa-f]*(")`)
	bytesValue = pattern.Late(`("bytes"\s*:\s*)\d+`)
)

// rehash puts the descriptor to what changes, if it has hashes or sizes of these
// files that do not hold any more.
func (in *reader) rehash(changed map[string]string, sums map[*resource]string) error {
	raw, _, err := in.read(descriptorFile, maxDescriptor)
	if err != nil {
		return err
	}
	text, err := decode(raw, "")
	if err != nil {
		return err
	}
	fresh := text
	for _, r := range in.desc.Resources {
		body, ok := sums[r]
		if !ok {
			continue
		}
		at, end, ok := resourceSpan(fresh, r.Name)
		if !ok {
			continue
		}
		sum := sha256.Sum256([]byte(body))
		one := hashValue().ReplaceAllString(fresh[at:end], "${1}sha256:"+hex.EncodeToString(sum[:])+"${2}")
		one = bytesValue().ReplaceAllString(one, fmt.Sprintf("${1}%d", len(body)))
		fresh = fresh[:at] + one + fresh[end:]
	}
	if fresh != text {
		changed[descriptorFile] = fresh
	}
	return nil
}

// resourceSpan is where the resource of a name stands in a descriptor; false if it
// does not.
func resourceSpan(text, name string) (from, to int, ok bool) {
	in := json.NewDecoder(strings.NewReader(text))
	for depth := 0; ; {
		tok, err := in.Token()
		if err != nil {
			return 0, 0, false
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		case "resources":
			if depth != 1 {
				continue
			}
			if open, err := in.Token(); err != nil || open != json.Delim('[') {
				return 0, 0, false
			}
			for in.More() {
				var one json.RawMessage
				if in.Decode(&one) != nil {
					return 0, 0, false
				}
				to = int(in.InputOffset())
				from = to - len(one)
				var named struct {
					Name string `json:"name"`
				}
				if json.Unmarshal(one, &named) == nil && named.Name == name {
					return from, to, true
				}
			}
			return 0, 0, false
		}
	}
}

// With is the files of the package at the root of fsys, in memory, with some in
// place of those of the same name, or added.
func With(fsys fs.FS, changed map[string]string) (fs.FS, error) {
	files := map[string]string{}
	err := Copy(fsys, func(name, text string) error {
		files[name] = text
		return nil
	})
	if err != nil {
		return nil, err
	}
	maps.Copy(files, changed)
	m := inMemory(files)
	if book, ok := fsys.(*memory); ok {
		m.sheets, m.fields = book.sheets, book.fields
	}
	return m, nil
}
