package workbook

import (
	"reflect"
	"strconv"
	"testing"
)

const (
	sheetNS = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	odsNS   = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"`
)

// excel is a workbook of one sheet with these rows and parts.
func excel(t *testing.T, rows string, more ...string) []byte {
	t.Helper()
	return zipped(t, append([]string{
		"xl/workbook.xml", `<workbook` + sheetNS + ` xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet` + sheetNS + `><sheetData>` + rows + `</sheetData></worksheet>`,
	}, more...)...)
}

// calc is an OpenDocument workbook of one sheet with these rows.
func calc(t *testing.T, rows string) []byte {
	t.Helper()
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
		`<office:document-content`+odsNS+`><office:body><office:spreadsheet><table:table table:name="s">`+rows+`</table:table></office:spreadsheet></office:body></office:document-content>`)
}

// grid is the rows of the one sheet of a file.
func grid(t *testing.T, data []byte) [][]string {
	t.Helper()
	list, err := read(t, data, generous)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d sheets, %v", len(list), err)
	}
	return trimmed(list)[0].Rows
}

// What a cell of ISO 29500-1, 18.3.1.4, holds, by its type: a whole number is no
// measure, a truth a word, a fault nothing.
func TestCellsOfExcel(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		`<c><v>87</v></c>`:                                "87",
		`<c t="n"><v>75.50</v></c>`:                       "75.5",
		`<c><v>1E3</v></c>`:                               "1000",
		`<c><v>-0.00001</v></c>`:                          "-0.00001",
		`<c><v>123456789012</v></c>`:                      "123456789012",
		`<c><v> 4 </v></c>`:                               "4",
		`<c><v>#VALUE!</v></c>`:                           "#VALUE!",
		`<c t="e"><v>#N/A</v></c>`:                        "",
		`<c t="b"><v>1</v></c>`:                           "true",
		`<c t="b"><v>0</v></c>`:                           "false",
		`<c t="b"><v>true</v></c>`:                        "true", // xsd:boolean may be a word
		`<c t="b"><v>false</v></c>`:                       "false",
		`<c t="d"><v>2023-05-18T00:00:00</v></c>`:         "2023-05-18",
		`<c t="d"><v>2023-05-18</v></c>`:                  "2023-05-18",
		`<c t="str"><f>A1&amp;"x"</f><v>computed</v></c>`: "computed",
		`<c><f>1+1</f><v>2</v></c>`:                       "2",
		`<c><f>1+1</f></c>`:                               "",
		`<c t="s"><v>0</v></c>`:                           "shared",
		`<c t="s"><v> 1 </v></c>`:                         "bold plain",
		`<c t="s"><v>2</v></c>`:                           "東京", // without how it is read aloud
		`<c t="s"><v>3</v></c>`:                           "a\rb_x0041_",
		`<c t="inlineStr"><is><t xml:space="preserve"> in line </t></is></c>`: " in line ",
		`<c t="inlineStr"><is><r><t>one</t></r><r><t> two</t></r></is></c>`:   "one two",
		`<c t="inlineStr"/>`: "",
		`<c/>`:               "",
	} {
		got := grid(t, excel(t, `<row><c t="inlineStr"><is><t>first</t></is></c>`+cell+`<c t="inlineStr"><is><t>last</t></is></c></row>`,
			"xl/sharedStrings.xml", `<sst`+sheetNS+`><si><t>shared</t></si><si><r><rPr><b/></rPr><t>bold</t></r><r><t> plain</t></r></si>`+
				`<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`))
		if want := [][]string{{"first", want, "last"}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

// Cells stand where they say, and where they say nothing after the one before; what
// no sheet has is passed over.
func TestCellsStandWhereTheySay(t *testing.T) {
	t.Parallel()
	for rows, want := range map[string][][]string{
		`<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`:        {nil, {"", "1", "2"}, {"3"}},
		`<row r="1"><c r="c1"><v>1</v></c><c r="A1"><v>2</v></c></row>`:                           {{"2", "", "1"}},
		`<row r="2"><c><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>`:                 {nil, {"1", "", "2"}},
		`<row r="0"><c><v>1</v></c></row>`:                                                        {{"1"}},
		`<row r="99999999"><c><v>1</v></c></row>`:                                                 {{"1"}},
		`<row r="1"><c r="ZZZZ1"><v>1</v></c><c r="1"><v>2</v></c></row>`:                         {{"1", "2"}},
		`<row><c r="AB1"><v>1</v></c></row>`:                                                      {append(make([]string, 27), "1")},
		`<row><extLst><ext><v>9</v></ext></extLst><c><extLst><v>9</v></extLst><v>1</v></c></row>`: {{"1"}},
	} {
		if got := grid(t, excel(t, rows)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", rows, got, want)
		}
	}
}

// The name of a column as every spreadsheet writes it, counted out.
func TestNamesOfColumns(t *testing.T) {
	t.Parallel()
	name := []byte{}
	for k := range 1 << 14 {
		for i := len(name) - 1; ; i-- { // counts on: Z and one more is AA
			if i < 0 {
				name = append([]byte{'A'}, name...)
				break
			}
			if name[i]++; name[i] <= 'Z' {
				break
			}
			name[i] = 'A'
		}
		if ref := string(name) + strconv.Itoa(k+1); reference(k, k) != ref {
			t.Fatalf("column %d is called %s, not %s", k, reference(k, k), ref)
		} else if got, ok := column([]byte(ref)); !ok || got != k {
			t.Fatalf("%s is column %d, not %d", ref, got, k)
		}
	}
	for _, ref := range []string{"", "7", "$A$1", "XFE1", "AAAA1", "Ж1"} {
		if n, ok := column([]byte(ref)); ok {
			t.Errorf("%q is column %d", ref, n)
		}
	}
}

// Cells of OpenDocument 1.3, part 3, 9.1 and 19.385: what a cell is counts, not how
// the country of the person shows it; merged cells keep their columns.
func TestCellsOfOpenDocument(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		`<table:table-cell office:value-type="float" office:value="1234.50"><text:p>1 234,50</text:p></table:table-cell>`:                                 "1234.5",
		`<table:table-cell office:value-type="percentage" office:value="0.07"><text:p>7 %</text:p></table:table-cell>`:                                    "0.07",
		`<table:table-cell office:value-type="currency" office:currency="UAH" office:value="5"><text:p>5 ₴</text:p></table:table-cell>`:                   "5",
		`<table:table-cell office:value-type="date" office:date-value="2024-02-29"><text:p>29.02.24</text:p></table:table-cell>`:                          "2024-02-29",
		`<table:table-cell office:value-type="date" office:date-value="2024-02-29T00:00:00"><text:p>x</text:p></table:table-cell>`:                        "2024-02-29",
		`<table:table-cell office:value-type="date" office:date-value="2024-02-29T13:05:00"><text:p>x</text:p></table:table-cell>`:                        "2024-02-29T13:05:00",
		`<table:table-cell office:value-type="boolean" office:boolean-value="false"><text:p>НЕПРАВДА</text:p></table:table-cell>`:                         "false",
		`<table:table-cell office:value-type="time" office:time-value="PT13H05M"><text:p>13:05</text:p></table:table-cell>`:                               "13:05",
		`<table:table-cell office:value-type="string"><text:p>a<text:line-break/>b<text:s/>c</text:p></table:table-cell>`:                                 "a\nb c",
		`<table:table-cell office:value-type="string"><text:p>one</text:p><text:p/><text:p>three</text:p></table:table-cell>`:                             "one\n\nthree",
		`<table:table-cell office:value-type="string"><text:p>see <text:a>the page</text:a></text:p></table:table-cell>`:                                  "see the page",
		`<table:table-cell office:value-type="string"><text:p>said<office:annotation><text:p>no</text:p></office:annotation></text:p></table:table-cell>`: "said",
		`<table:covered-table-cell/>`:                            "",
		`<table:table-cell table:number-columns-repeated="0"/>`:  "",
		`<table:table-cell table:number-columns-repeated="-9"/>`: "",
	} {
		got := grid(t, calc(t, `<table:table-row><table:table-cell office:value-type="string"><text:p>first</text:p></table:table-cell>`+cell+
			`<table:table-cell office:value-type="string"><text:p>last</text:p></table:table-cell></table:table-row>`))
		if want := [][]string{{"first", want, "last"}}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

// Heads that repeat on each page and rows in groups are rows as all others.
func TestRowsOfOpenDocument(t *testing.T) {
	t.Parallel()
	row := func(text string, more string) string {
		return `<table:table-row` + more + `><table:table-cell office:value-type="string"><text:p>` + text + `</text:p></table:table-cell></table:table-row>`
	}
	got := grid(t, calc(t, `<table:table-header-rows>`+row("head", "")+`</table:table-header-rows>`+row("a", "")+
		`<table:table-row-group>`+row("b", ` table:visibility="collapse"`)+`<table:table-row-group>`+row("c", ` table:number-rows-repeated="2"`)+`</table:table-row-group></table:table-row-group>`+row("d", "")))
	if want := [][]string{{"head"}, {"a"}, {"b"}, {"c"}, {"c"}, {"d"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}
