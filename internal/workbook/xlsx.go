package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// styles is what a reader needs of the styles of a workbook.
type styles struct {
	dated []bool // by the number of a cell's style
	from  int    // the year from which days are counted: 1900 or 1904
}

func (b *book) readXLSX() ([]Sheet, error) {
	list, from, err := b.sheetList()
	if err != nil {
		return nil, err
	}
	shared, err := b.sharedStrings()
	if err != nil {
		return nil, err
	}
	look, err := b.styles()
	if err != nil {
		return nil, err
	}
	look.from = from
	var out []Sheet
	for _, x := range list {
		s := Sheet{Name: x.name}
		if err := b.grid(&s, x.part, shared, look); err != nil {
			return nil, err
		}
		if len(s.Rows) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}

type sheetPart struct{ name, part string }

// sheetList is the sheets of the workbook and the parts that they are in.
func (b *book) sheetList() (list []sheetPart, from int, err error) {
	parts := map[string]string{}
	err = b.each("xl/_rels/workbook.xml.rels", func(_ *parser, e xml.StartElement) error {
		if e.Name.Local == "Relationship" {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			parts[attr(e, "Id")] = strings.TrimPrefix(target, "/")
		}
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	from = 1900
	found := false
	err = b.each("xl/workbook.xml", func(_ *parser, e xml.StartElement) error {
		found = true
		switch e.Name.Local {
		case "workbookPr":
			if v := attr(e, "date1904"); v == "1" || v == "true" {
				from = 1904
			}
		case "sheet":
			if part := parts[attr(e, "id")]; part != "" {
				list = append(list, sheetPart{attr(e, "name"), part})
			}
		}
		return nil
	})
	if err == nil && !found {
		err = fmt.Errorf("%w: it has no xl/workbook.xml", ErrFormat)
	}
	return list, from, err
}

// sharedStrings is the texts that cells refer to by number.
func (b *book) sharedStrings() ([]string, error) {
	var out []string
	err := b.each("xl/sharedStrings.xml", func(d *parser, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		if b.cells--; b.cells < 0 {
			return ErrLarge
		}
		text, err := textIn(d)
		out = append(out, text)
		return err
	})
	return out, err
}

// textIn gathers what is in the t elements of the element that d is in, but not
// how it is read aloud (rPh).
func textIn(d *parser) (string, error) {
	var out strings.Builder
	for depth, inside, aloud := 1, 0, 0; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return "", err
		}
		switch x := tok.(type) {
		case xml.StartElement:
			depth++
			switch {
			case x.Name.Local == "rPh":
				aloud = depth
			case x.Name.Local == "t" && aloud == 0:
				inside = depth
			}
		case xml.EndElement:
			if inside == depth {
				inside = 0
			}
			if aloud == depth {
				aloud = 0
			}
			depth--
		case xml.CharData:
			if inside > 0 {
				out.Write(x)
			}
		}
	}
	return unescape(out.String()), nil
}

// unescape reads the control characters that XML has not: _x000D_ is a carriage
// return, _x005F_ an underscore.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || i+7 > len(s) {
			break
		}
		n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			out.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		out.WriteString(s[:i])
		out.WriteRune(rune(n))
		s = s[i+7:]
	}
	return out.String() + s
}

// styles finds which cells hold days.
func (b *book) styles() (styles, error) {
	var out styles
	custom := map[string]bool{} // formats of days, by number
	inCells := false
	err := b.each("xl/styles.xml", func(_ *parser, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			custom[attr(e, "numFmtId")] = dayFormat(attr(e, "formatCode"))
		case "cellXfs":
			inCells = true
		case "cellStyles", "cellStyleXfs", "dxfs":
			inCells = false
		case "xf":
			if inCells {
				id := attr(e, "numFmtId")
				n, _ := strconv.Atoi(id)
				dated, is := custom[id]
				out.dated = append(out.dated, is && dated || !is && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58))
			}
		}
		return nil
	})
	return out, err
}

// dayFormat reports whether a format shows days: one with d, m or y outside
// quotation marks and brackets, that shows no hours alone.
func dayFormat(code string) bool {
	quoted, bracket, escaped := false, false, false
	y, d := false, false
	for _, c := range strings.ToLower(code) {
		switch {
		case escaped:
			escaped = false
		case c == '\\' || c == '_' || c == '*':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == 'y':
			y = true
		case c == 'd':
			d = true
		case c == ';':
			return y || d
		}
	}
	return y || d
}

// grid reads the cells of a sheet.
func (b *book) grid(s *Sheet, part string, shared []string, look styles) error {
	row, col := -1, -1
	return b.each(part, func(d *parser, e xml.StartElement) error {
		switch e.Name.Local {
		case "row":
			row, col = row+1, -1
			if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > 0 && n <= 1<<20 {
				row = n - 1
			}
		case "c":
			col++
			if at, ok := column(attr(e, "r")); ok {
				col = at
			}
			v, inline, err := valueIn(d)
			if err != nil {
				return err
			}
			text, err := look.text(e, v, inline, shared)
			if err != nil {
				return err
			}
			return b.put(s, max(row, 0), col, text)
		}
		return nil
	})
}

// valueIn reads the value (v) and the text (is) of the cell that d is in.
func valueIn(d *parser) (v, inline string, err error) {
	in := ""
	var text strings.Builder
	for depth := 1; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return "", "", err
		}
		switch x := tok.(type) {
		case xml.StartElement:
			if x.Name.Local == "is" {
				if inline, err = textIn(d); err != nil {
					return "", "", err
				}
				continue
			}
			depth++
			if depth == 2 {
				in = x.Name.Local
			}
		case xml.EndElement:
			depth--
			if depth == 1 {
				in = ""
			}
		case xml.CharData:
			if in == "v" {
				text.Write(x)
			}
		}
	}
	return text.String(), inline, nil
}

// text is what a cell shows.
func (l styles) text(e xml.StartElement, v, inline string, shared []string) (string, error) {
	style, _ := strconv.Atoi(attr(e, "s"))
	switch attr(e, "t") {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || n < 0 || n >= len(shared) {
			return "", fmt.Errorf("%w: a cell refers to text %.20q, which is not there", ErrFormat, v)
		}
		return shared[n], nil
	case "inlineStr":
		return inline, nil
	case "str":
		return unescape(v), nil
	case "b":
		return map[string]string{"0": "false", "1": "true"}[strings.TrimSpace(v)], nil
	case "e":
		return "", nil // #N/A and the like say that there is nothing
	case "d":
		return strings.TrimSuffix(v, "T00:00:00"), nil
	}
	v = strings.TrimSpace(v)
	x, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return v, nil //nolint:nilerr // shown as it is
	}
	if style >= 0 && style < len(l.dated) && l.dated[style] {
		return day(x, l.from), nil
	}
	return number(x), nil
}

// number is the shortest text of a number, without an exponent where it is
// whole.
func number(x float64) string {
	if x > -1e15 && x < 1e15 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// column is the number of a cell's column, counted from 0: 27 for "AB12".
func column(ref string) (int, bool) {
	n := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1, n > 0 && n <= 1<<14
}

// each calls fn for every element of a part; a part that is not there has none.
func (b *book) each(name string, fn func(*parser, xml.StartElement) error) error {
	r, err := b.open(name)
	if err != nil || r == nil {
		return err
	}
	defer r.Close() //nolint:errcheck // only read from
	d := &parser{Decoder: xml.NewDecoder(r)}
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("is not UTF-8") }
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			if e, ok := tok.(xml.StartElement); ok {
				err = fn(d, e)
			}
		}
		switch {
		case err == nil:
		case errors.Is(err, ErrLarge), errors.Is(err, ErrFormat):
			return err
		default:
			return fmt.Errorf("%w: %s: %w", ErrFormat, name, err)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
