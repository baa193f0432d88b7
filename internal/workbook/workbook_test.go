package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
)

// generous is a bound that no test file reaches.
var generous = Limits{Bytes: 1 << 24, Text: 1 << 24, Cells: 1 << 20}

func read(tb testing.TB, data []byte, most Limits) ([]Sheet, error) {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	return all(z, most)
}

// excelize.xlsx was written by excelize 2.11.1 from values that stand here: a
// day in a built-in format and one in a format of its own, a duration, which is
// no day, a formula that was never computed. It writes "_x0041_" as it stands,
// which means an A.
func TestReadAnotherProgramsFile(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/excelize.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(t, data, generous)
	want := []Sheet{
		{"Sheet1", [][]string{
			{"id", "when", "yes", "lon", "text", "formula", "serial"},
			{"007", "2023-05-18", "true", "75.5", " Астана\n北京  A & <b>", "", "45064"},
			nil,
			{"12", "2023-05-18", "false", "-0.0000001", "bold plain", "", "1.5"},
		}},
		{"Зустрічі", [][]string{nil, nil, {"", "", "far"}}},
	}
	if err != nil || !reflect.DeepEqual(trimmed(got), want) {
		t.Errorf("%q, %v\nwant %q", trimmed(got), err, want)
	}
}

// trimmed drops empty cells at the end of rows.
func trimmed(list []Sheet) []Sheet {
	for _, s := range list {
		for i, row := range s.Rows {
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
			if s.Rows[i] = row; len(row) == 0 {
				s.Rows[i] = nil
			}
		}
	}
	return list
}

// The examples of OpenDocument 1.3, part 3: repeated cells and rows, kinds of
// values, white space, remarks, and the million empty rows to the end.
func TestReadODS(t *testing.T) {
	t.Parallel()
	content := `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="meetings"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>date</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p><text:p>second <text:span>line</text:span></text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2023-05-18"><text:p>18.05.23</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="75.50"><text:p>75,5</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>ИСТИНА</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16000"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>twice</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table><table:table table:name="empty"><table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
	got, err := read(t, zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content), generous)
	want := []Sheet{{"meetings", [][]string{
		{"id", "date"}, nil, nil, {"a   b\tc\nsecond line", "2023-05-18", "75.5", "75.5", "true"}, {"twice"}, {"twice"},
	}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q, %v", got, err)
	}
}

func zipped(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// What is written is read again, whatever the cells hold, and always the same
// bytes are written.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"007", "2023-05-18", "TRUE", "=1+1", "a,b;c\td", "Нур-Султан", "北京", " both ends ", "line\nline", "_x0041_", "_x", "_", "\"quoted\"", "<&>", "\r", "\x01", "’", "🗺", "1E5"}
	for range 200 {
		var in []Sheet
		for i := range 1 + r.IntN(3) {
			s := Sheet{Name: fmt.Sprintf("Sheet %d & <co>", i)}
			for range 1 + r.IntN(6) {
				row := make([]string, r.IntN(30))
				for c := range row {
					for range r.IntN(3) {
						row[c] += pieces[r.IntN(len(pieces))]
					}
				}
				s.Rows = append(s.Rows, row)
			}
			s.Rows = append(s.Rows, []string{"end"})
			in = append(in, s)
		}
		var a, b bytes.Buffer
		if err := Write(&a, in); err != nil {
			t.Fatal(err)
		}
		if err := Write(&b, in); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatal("twice the same sheets are not the same bytes", err)
		}
		out, err := read(t, a.Bytes(), generous)
		if want := trimmed(in); err != nil || !reflect.DeepEqual(trimmed(out), want) {
			t.Fatalf("%v\nread  %q\nwrote %q", err, out, want)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "a/b", "a:b", "'a", strings.Repeat("я", 32)} {
		if err := Write(&bytes.Buffer{}, []Sheet{{Name: name}}); err == nil {
			t.Errorf("a sheet called %q is written", name)
		}
	}
	long := strings.Repeat("я", maxText+1)
	err := Write(&bytes.Buffer{}, []Sheet{{"s", [][]string{{"a"}, {"", long}}}})
	if err == nil || !strings.Contains(err.Error(), "cell B2") {
		t.Errorf("%v", err)
	}
	if err := Write(&bytes.Buffer{}, []Sheet{{"s", [][]string{{long[2:]}}}}); err != nil {
		t.Error(err)
	}
}

// The numbers of days are those of ISO 29500-1, 18.17.4.1, and of the mistake
// about 1900.
func TestDays(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		x    float64
		from int
		want string
	}{
		{1, 1900, "1900-01-01"},
		{59, 1900, "1900-02-28"},
		{60, 1900, "1900-02-29"},
		{61, 1900, "1900-03-01"},
		{43831, 1900, "2020-01-01"},
		{45064.75, 1900, "2023-05-18"},
		{2958465, 1900, "9999-12-31"},
		{1, 1904, "1904-01-02"},
		{43602, 1904, "2023-05-18"},
		{0.5, 1900, "0.5"},
		{-3, 1900, "-3"},
		{1e12, 1900, "1000000000000"},
	} {
		if got := day(tt.x, tt.from); got != tt.want {
			t.Errorf("day %g from %d is %s, want %s", tt.x, tt.from, got, tt.want)
		}
	}
	for code, want := range map[string]bool{
		"yyyy-mm-dd": true, `dd\.mm\.yyyy;@`: true, "[$-419]d mmmm yyyy": true, "[h]:mm": false, `0.00 "days"`: false, "General": false, `#,##0 [Red]"d"`: false, "mm:ss": false,
	} {
		if dayFormat(code) != want {
			t.Errorf("%s: shows days: %t", code, !want)
		}
	}
}

// Files made to do harm are refused before they have done any.
func TestHostile(t *testing.T) {
	t.Parallel()
	const ns = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	book := func(grid string, more ...string) []byte {
		return zipped(t, append([]string{
			"xl/workbook.xml", `<workbook` + ns + ` xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml", grid,
		}, more...)...)
	}
	for name, tt := range map[string]struct {
		data []byte
		want error
	}{
		"a cell far away":    {book(`<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`), ErrLarge},
		"a large part":       {book(`<worksheet>` + strings.Repeat(" <c/>", 1<<19) + `</worksheet>`), ErrLarge},
		"many shared texts":  {book(`<worksheet/>`, "xl/sharedStrings.xml", `<sst>`+strings.Repeat(`<si/>`, 2000)+`</sst>`), ErrLarge},
		"no such text":       {book(`<worksheet><sheetData><row><c t="s"><v>5</v></c></row></sheetData></worksheet>`), ErrFormat},
		"entities":           {book(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><c><is><t>&b;</t></is></c></worksheet>`), ErrFormat},
		"cut short":          {book(`<worksheet><sheetData><row><c><v>1`), ErrFormat},
		"another encoding":   {book(`<?xml version="1.0" encoding="UTF-16"?><worksheet/>`), ErrFormat},
		"no workbook at all": {zipped(t, "a.txt", "a"), ErrFormat},
		"repeated for ever": {zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			`<x><table name="t"><table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="1048576"><p>x</p></table-cell></table-row></table></x>`), ErrLarge},
		"one text in each cell": {book(`<worksheet><sheetData><row>`+strings.Repeat(`<c t="s"><v>0</v></c>`, 900)+`</row></sheetData></worksheet>`, "xl/sharedStrings.xml", `<sst><si><t>`+strings.Repeat("x", 100)+`</t></si></sst>`), ErrLarge},
		"deep":                  {book(strings.Repeat("<a>", 300)), ErrLarge},
		"a large element":       {book("<worksheet " + strings.Repeat("a='' ", 1<<18)), ErrLarge},
	} {
		if _, err := read(t, tt.data, Limits{Bytes: 1 << 21, Text: 1 << 16, Cells: 1000}); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

// The error of what takes the rows comes back as it is, at whatever row.
func TestTakersError(t *testing.T) {
	t.Parallel()
	for _, ods := range []bool{false, true} {
		data := zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			`<x><table name="t">`+strings.Repeat(`<table-row><table-cell><p>x</p></table-cell></table-row>`, 3)+`</table></x>`)
		if !ods {
			data = zipped(t, "xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>`,
				"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
				"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+strings.Repeat(`<row><c><v>1</v></c></row>`, 3)+`</sheetData></worksheet>`)
		}
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for row := range 3 {
			taken := 0
			err := Read(z, Limits{Bytes: 1 << 20, Text: 1 << 16, Cells: 1000}, func(string) func([]string) error {
				return func([]string) error {
					if taken++; taken > row {
						return io.ErrShortWrite
					}
					return nil
				}
			})
			if err != io.ErrShortWrite { //nolint:errorlint // the very one
				t.Errorf("ods %t, row %d: %v", ods, row+1, err)
			}
		}
	}
}

// all gathers the sheets of a workbook; none if one cannot be read.
func all(z *zip.Reader, most Limits) (list []Sheet, err error) {
	err = Read(z, most, func(name string) func([]string) error {
		list = append(list, Sheet{Name: name})
		s := &list[len(list)-1]
		return func(cells []string) error {
			s.Rows = append(s.Rows, append([]string(nil), cells...))
			return nil
		}
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := Write(&b, []Sheet{{"s", [][]string{{"a", "b"}, {"1", "x"}}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	if data, err := os.ReadFile("testdata/excelize.xlsx"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		list, err := all(z, Limits{Bytes: 1 << 18, Text: 1 << 18, Cells: 10_000})
		if err != nil && !errors.Is(err, ErrFormat) && !errors.Is(err, ErrLarge) {
			t.Errorf("an error of another kind: %v", err)
		}
		cells := 0
		for _, s := range list {
			for _, row := range s.Rows {
				cells += len(row)
			}
		}
		if cells > 10_000 {
			t.Errorf("%d cells, the limit is 10,000", cells)
		}
	})
}
