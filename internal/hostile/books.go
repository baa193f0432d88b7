package hostile

import (
	"fmt"
	"strings"
)

// xlsx is a workbook of one sheet, with a text that cells can share.
func xlsx(name, grid string, shared ...string) map[string]string {
	files := map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="` + name + `" sheetId="1" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" TargetMode="External" Target="http://192.0.2.1/x"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   grid,
	}
	if len(shared) > 0 {
		files["xl/sharedStrings.xml"] = "<sst><si><t>" + strings.Join(shared, "</t></si><si><t>") + "</t></si></sst>"
	}
	return files
}

// ods is a workbook with that content.
func ods(content string) map[string]string {
	return map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
}

// sheet is rows of texts as a grid.
func sheet(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<worksheet><sheetData>")
	for _, row := range rows {
		b.WriteString("<row>")
		for _, cell := range row {
			b.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData></worksheet>"
}

// books are workbooks. None of them is a package: what is not refused for its
// size is refused for that.
func books() []Case {
	grid := func(cells string) string { return "<worksheet><sheetData>" + cells + "</sheetData></worksheet>" }
	x := func(name, says string, files func() map[string]string) Case {
		return bytesCase(name+".xlsx", Package, says, func() ([]byte, error) { return zipped(files()).Bytes(), nil })
	}
	o := func(name, says string, content func() string) Case {
		return bytesCase(name+".ods", Package, says, func() ([]byte, error) { return zipped(ods(content())).Bytes(), nil })
	}
	row := "<row><c><v>1</v></c></row>"
	return []Case{
		bytesCase("bomb.xlsx", Package, "unpacks", func() ([]byte, error) {
			b := flood("<worksheet><sheetData>", row, 10<<10)
			files := xlsx("meetings", "")
			delete(files, "xl/worksheets/sheet1.xml")
			return raw(files, claim("xl/worksheets/sheet1.xml", 10<<30, uint64(len(b)), b)).Bytes(), nil
		}),
		bytesCase("bomb-that-lies.xlsx", Package, "is damaged", func() ([]byte, error) {
			b := flood("<worksheet><sheetData>", row, 10<<10)
			files := xlsx("meetings", "")
			delete(files, "xl/worksheets/sheet1.xml")
			return raw(files, claim("xl/worksheets/sheet1.xml", 1<<20, uint64(len(b)), b)).Bytes(), nil
		}),
		bytesCase("bomb-that-lies.ods", Package, "is damaged", func() ([]byte, error) {
			b := flood("<x><table name='meetings'>", "<table-row><table-cell><p>x</p></table-cell></table-row>", 10<<10)
			files := ods("")
			delete(files, "content.xml")
			return raw(files, claim("content.xml", 1<<20, uint64(len(b)), b)).Bytes(), nil
		}),
		x("one-text-in-every-cell", "more than", func() map[string]string {
			return xlsx("meetings", grid(many("<row>"+many(`<c t="s"><v>0</v></c>`, 100)+"</row>", 100)), many("x", 32_000))
		}),
		x("far-cell", "more than", func() map[string]string {
			return xlsx("meetings", grid(many(`<row r="1"><c r="XFD1"><v>1</v></c></row>`, 1000)+many(`<row><c r="XFD2"><v>1</v></c></row>`, 400)+
				`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`))
		}),
		x("rows-go-back", "comes after", func() map[string]string {
			return xlsx("meetings", grid(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`+many(`<row r="1"><c r="XFD1"><v>1</v></c></row>`, 1000)))
		}),
		x("wide-and-long", "meetings", func() map[string]string { // 16,384 columns for each of 400,000 rows, if all were as long as the longest
			return xlsx("meetings", grid(`<row r="1"><c r="XFD1"><v>1</v></c></row><row r="400000"><c><v>1</v></c></row>`))
		}),
		x("deep-elements", "unpacks", func() map[string]string { return xlsx("meetings", many("<a>", 1<<19)) }),
		x("large-element", "unpacks", func() map[string]string { return xlsx("meetings", "<worksheet "+many("a='' ", 1<<20)+">") }),
		x("entities", "is damaged", func() map[string]string {
			return xlsx("meetings", `<!DOCTYPE x [<!ENTITY a "`+many("a", 1000)+`"><!ENTITY b "`+many("&a;", 1000)+`"><!ENTITY c SYSTEM "file:///etc/passwd">]>`+sheet([]string{"&b;&c;"}))
		}),
		x("sheet-named-as-a-path", "", func() map[string]string { return xlsx("../../evil", sheet([]string{"x"})) }),
		x("files-outside", "leaves", func() map[string]string {
			return xlsx("files", sheet([]string{"path", "text"}, []string{"../../evil.md", "x"}))
		}),
		x("files-without-end", "more than", func() map[string]string {
			rows := [][]string{{"path", "text"}}
			for i := range 60_000 {
				rows = append(rows, []string{fmt.Sprint("f", i), "x"})
			}
			return xlsx("files", sheet(rows...))
		}),
		x("escapes", "", func() map[string]string {
			return xlsx("meetings", sheet([]string{"_x001B_]0;forged_x0007_", "_x000D_clean", "\u202eid"}))
		}),
		x("formula", "", func() map[string]string {
			return xlsx("meetings", grid(`<row><c><f>WEBSERVICE("http://192.0.2.1/")</f><v>1</v></c><c t="str"><f>cmd|'/C calc'!A0</f><v>x</v></c></row>`))
		}),
		o("repeated-for-ever", "more than", func() string {
			return `<x><table name="meetings"><table-row number-rows-repeated="1048576"><table-cell number-columns-repeated="16384"><p>x</p></table-cell></table-row></table></x>`
		}),
		o("blanks-repeated", "", func() string {
			return `<x><table name="meetings"><table-row><table-cell><p>` + many(`<s c="1000"/>`, 100) + `</p></table-cell></table-row></table></x>`
		}),
		o("blanks-for-ever", "unpacks", func() string {
			return `<x><table name="meetings"><table-row><table-cell><p>` + many(`<s c="1000"/>`, 1<<19) + `</p></table-cell></table-row></table></x>`
		}),
		o("deep-elements", "unpacks", func() string { return many("<p>", 1<<19) }),
		o("remote", "", func() string {
			return `<x xmlns:xlink="x"><table name="meetings"><table-source xlink:href="http://192.0.2.1/x"/><table-row><table-cell><p>x</p></table-cell></table-row></table></x>`
		}),
	}
}
