package dataset

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"c5atlas.org/c5atlas/internal/workbook"
)

// Sheets of any name and content are a package, or an error in a sentence. A sheet
// begins with its name on a line; rows are lines, cells between tabs.
func FuzzBook(f *testing.F) {
	f.Add("package\nname\tx\ntitle\tX\fstates\ncode\tiso2\tname\nFRA\tFR\tFrance")
	f.Add("files\nname\tpiece\ttext\na.md\t1\tx\na.md\t3\ty\fREADME.md\nx\f../x\na")
	f.Fuzz(func(t *testing.T, text string) {
		var sheets []workbook.Sheet
		for part := range strings.SplitSeq(text, "\f") {
			name, rest, _ := strings.Cut(part, "\n")
			s := workbook.Sheet{Name: name}
			for line := range strings.SplitSeq(rest, "\n") {
				s.Rows = append(s.Rows, strings.Split(line, "\t"))
			}
			sheets = append(sheets, s)
		}
		var b bytes.Buffer
		if err := workbook.Write(&b, sheets); err != nil {
			return
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if fsys, err := bookFS(z, "book.xlsx"); err == nil {
			if d, _, err := Open(fsys); err == nil {
				consistent(t, d)
			}
		}
	})
}

// A row that is put after those of a table, however that is written, leaves a package
// that opens with all the statements it had.
func FuzzAppend(f *testing.F) {
	f.Add(string(mini(nil)["statements.csv"].Data), "note", "x")
	f.Add("\xef\xbb\xbfid;document;text\r\ns1;d1;\"a\nb\"", "note", "a;b\"c\n")
	f.Add("", "id", "")
	f.Add(string(mini(nil)["statements.csv"].Data), "note", "<8\x96\x98\xae9-Wx")
	f.Add("id,document,text", "0", "\x00")
	f.Fuzz(func(t *testing.T, table, column, cell string) {
		fsys := mini(nil)
		fsys["statements.csv"] = &fstest.MapFile{Data: []byte(table)}
		before, _, err := Open(fsys)
		if err != nil {
			return
		}
		changed, err := Append(fsys, map[string][]Cells{"statements": {{column: cell, "id": "fresh-1"}}})
		if err != nil {
			return
		}
		with, err := With(fsys, changed)
		if err != nil {
			t.Fatal(err)
		}
		after, _, err := Open(with)
		if err != nil {
			t.Fatalf("opens no more: %v", err)
		}
		for i := range before.Statements {
			if id := before.Statements[i].ID; after.Statement(id) == nil {
				t.Fatalf("%q is lost of %q", id, changed["statements.csv"])
			}
		}
	})
}
