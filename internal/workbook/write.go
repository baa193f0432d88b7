package workbook

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Write writes sheets as an .xlsx file, always the same bytes for the same
// sheets. Every cell is a text in a column of texts, so that no program takes an
// id for a number or a code for a day; the first row is bold and stays in sight.
// A text of over 32,767 characters, which is the most that a cell holds, is an
// error, as is a name that no sheet may have.
func Write(w io.Writer, sheets []Sheet) error { return write(w, sheets, false) }

// WriteNumbers is Write for what lies behind a chart: cells that are numbers are
// written as such, but for those of the first row and the first column.
func WriteNumbers(w io.Writer, sheets []Sheet) error { return write(w, sheets, true) }

// NoDate is the date of files in a zip that is to be the same whenever it is
// written: the first that the format knows.
var NoDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func write(w io.Writer, sheets []Sheet, numbers bool) error {
	z := zip.NewWriter(w)
	part := func(name string, write func(*bufio.Writer) error) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: NoDate})
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		b := bufio.NewWriter(f)
		b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
		if err := write(b); err != nil {
			return err
		}
		if err := b.Flush(); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		return nil
	}
	text := func(s string) func(*bufio.Writer) error {
		return func(b *bufio.Writer) error { _, err := b.WriteString(s); return err }
	}
	var types, list, rels strings.Builder
	for i, s := range sheets {
		if err := named(s.Name); err != nil {
			return err
		}
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(s.Name), n, n)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, n, n)
	}
	for _, p := range []struct{ name, text string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() +
			fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`, len(sheets)+1)},
		{"xl/styles.xml", looks},
	} {
		if err := part(p.name, text(p.text)); err != nil {
			return err
		}
	}
	for i, s := range sheets {
		if err := part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(b *bufio.Writer) error { return writeGrid(b, s, numbers) }); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// looks has two: a text (format 49 is "@"), and a bold one.
const looks = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// Widths of columns, in characters.
const (
	narrowest = 8
	widest    = 60
	looked    = 200 // rows that are looked at for them
)

func writeGrid(b *bufio.Writer, s Sheet, numbers bool) error {
	columns := 0
	for _, row := range s.Rows {
		columns = max(columns, len(row))
	}
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`)
	if columns > 0 {
		b.WriteString(`<cols>`)
		for c := range columns {
			width := narrowest
			for _, row := range s.Rows[:min(len(s.Rows), looked)] {
				if c < len(row) {
					width = max(width, min(utf8.RuneCountInString(row[c])+2, widest))
				}
			}
			fmt.Fprintf(b, `<col min="%d" max="%d" width="%d" style="1" customWidth="1"/>`, c+1, c+1, width)
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	for r, row := range s.Rows {
		fmt.Fprintf(b, `<row r="%d">`, r+1)
		for c, v := range row {
			if v == "" {
				continue
			}
			if utf8.RuneCountInString(v) > maxText {
				return &CellError{s.Name, reference(r, c)}
			}
			if _, err := strconv.ParseFloat(v, 64); numbers && r > 0 && c > 0 && err == nil {
				b.WriteString(`<c r="` + reference(r, c) + `" s="0"><v>` + escape(v) + `</v></c>`)
				continue
			}
			style := "1"
			if r == 0 {
				style = "2"
			}
			b.WriteString(`<c r="` + reference(r, c) + `" s="` + style + `" t="inlineStr"><is><t xml:space="preserve">` + escape(guard(v)) + `</t></is></c>`)
		}
		b.WriteString(`</row>`)
	}
	_, err := b.WriteString(`</sheetData></worksheet>`)
	return err
}

// maxText is the most characters of a cell.
const maxText = 32767

// CellError names a cell with more text than a workbook has room for.
type CellError struct{ Sheet, Cell string }

func (e *CellError) Error() string {
	return fmt.Sprintf("sheet %s, cell %s: a cell holds no more than %d characters", e.Sheet, e.Cell, maxText)
}

// reference names a cell as spreadsheets do: AB12.
func reference(row, col int) string {
	return ColumnName(col) + strconv.Itoa(row+1)
}

// ColumnName names a column, counted from 0, as spreadsheets do: AB.
func ColumnName(col int) (name string) {
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// named says what is wrong with the name of a sheet.
func named(name string) error {
	if n := utf8.RuneCountInString(name); n == 0 || n > 31 || strings.ContainsAny(name, `[]:*?/\`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
		return fmt.Errorf("no sheet can be called %q", name)
	}
	return nil
}

// guard writes an underscore that would be read as the beginning of a control
// character so that it is none, and control characters so that they are.
func guard(s string) string {
	if !strings.ContainsFunc(s, func(c rune) bool { return c == '_' || c < ' ' && c != '\n' && c != '\t' || c == 0xfffe || c == 0xffff }) {
		return s
	}
	var out strings.Builder
	for i, c := range s {
		switch {
		case c == '_' && len(s) >= i+7 && s[i+1] == 'x' && s[i+6] == '_' && isHex(s[i+2:i+6]):
			out.WriteString("_x005F_")
		case c < ' ' && c != '\n' && c != '\t', c == 0xfffe, c == 0xffff:
			fmt.Fprintf(&out, "_x%04X_", c)
		default:
			out.WriteRune(c)
		}
	}
	return out.String()
}

func isHex(s string) bool {
	_, err := strconv.ParseUint(s, 16, 64)
	return err == nil
}

func escape(s string) string {
	var out strings.Builder
	xml.EscapeText(&out, []byte(s)) //nolint:errcheck,gosec // a Builder takes everything
	return out.String()
}
