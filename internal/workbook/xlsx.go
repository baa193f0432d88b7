package workbook

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/markup"
)

// styles is what a reader needs of the styles of a workbook.
type styles struct {
	dated []bool // by the number of a cell's style
	from  int    // the year from which days are counted: 1900 or 1904
}

func (b *book) readXLSX(sheet func(name string) func(cells []string) error) error {
	list, from, err := b.sheetList()
	if err != nil {
		return err
	}
	shared, err := b.sharedStrings()
	if err != nil {
		return err
	}
	look, err := b.styles()
	if err != nil {
		return err
	}
	look.from = from
	for _, x := range list {
		s := &rows{b: b, name: x.name, sheet: sheet}
		if err := b.grid(s, x.part, shared, look); err != nil {
			return err
		}
		if err := s.end(1); err != nil {
			return err
		}
	}
	return nil
}

type sheetPart struct{ name, part string }

// sheetList is the sheets of the workbook and the parts that they are in.
func (b *book) sheetList() (list []sheetPart, from int, err error) {
	parts := map[string]string{}
	err = b.each("xl/_rels/workbook.xml.rels", func(r *markup.Reader) error {
		if r.Name() == "Relationship" {
			target := string(r.Attr("Target"))
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			parts[string(r.Attr("Id"))] = strings.TrimPrefix(target, "/")
		}
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	from = 1900
	found := false
	err = b.each("xl/workbook.xml", func(r *markup.Reader) error {
		found = true
		switch r.Name() {
		case "workbookPr":
			if v := string(r.Attr("date1904")); v == "1" || v == "true" {
				from = 1904
			}
		case "sheet":
			if part := parts[string(r.Attr("id"))]; part != "" {
				list = append(list, sheetPart{string(r.Attr("name")), part})
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
	err := b.each("xl/sharedStrings.xml", func(r *markup.Reader) error {
		if r.Name() != "si" {
			return nil
		}
		if b.cells--; b.cells < 0 {
			return ErrLarge
		}
		text, err := b.textIn(r)
		out = append(out, text)
		return err
	})
	return out, err
}

// textIn gathers what is in the t elements of the element that r is in, but not
// how it is read aloud (rPh).
func (b *book) textIn(r *markup.Reader) (string, error) {
	b.value = b.value[:0]
	for depth, inside, aloud := 1, 0, 0; depth > 0; {
		kind, err := r.Next()
		if err != nil {
			return "", err
		}
		switch kind {
		case markup.Start:
			depth++
			switch {
			case r.Name() == "rPh":
				aloud = depth
			case r.Name() == "t" && aloud == 0:
				inside = depth
			}
		case markup.End:
			if inside == depth {
				inside = 0
			}
			if aloud == depth {
				aloud = 0
			}
			depth--
		case markup.Text:
			if inside > 0 {
				b.value = append(b.value, r.Text()...)
			}
		}
	}
	return unescape(b.valued()), nil
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
	err := b.each("xl/styles.xml", func(r *markup.Reader) error {
		switch r.Name() {
		case "numFmt":
			custom[string(r.Attr("numFmtId"))] = dayFormat(string(r.Attr("formatCode")))
		case "cellXfs":
			inCells = true
		case "cellStyles", "cellStyleXfs", "dxfs":
			inCells = false
		case "xf":
			if inCells {
				id := string(r.Attr("numFmtId"))
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
func (b *book) grid(s *rows, part string, shared []string, look styles) error {
	row, col := -1, -1
	return b.each(part, func(r *markup.Reader) error {
		switch r.Name() {
		case "row":
			row, col = row+1, -1
			if n := number(r, "r", 0); n > 0 && n <= 1<<20 {
				row = n - 1
			}
			return s.begin(row)
		case "c":
			col++
			if at, ok := column(r.Attr("r")); ok {
				col = at
			}
			is := cell{style: number(r, "s", 0)}
			switch kind := r.Attr("t"); string(kind) {
			case "s", "inlineStr", "str", "b", "e", "d":
				is.kind = kind[0]
				if len(kind) == 3 {
					is.kind = 'f' // what a formula gave
				}
			}
			if err := b.valueIn(r, &is); err != nil {
				return err
			}
			text, err := look.text(is, shared)
			if err != nil {
				return err
			}
			return s.put(col, text)
		}
		return nil
	})
}

// cell is a cell as it is written.
type cell struct {
	kind      byte // the first letter of its type; 'f' of str; 0 for a number
	style     int
	v, inline string
}

// valueIn reads the value (v) and the text (is) of the cell that r is in.
func (b *book) valueIn(r *markup.Reader, c *cell) error {
	in := false
	for depth := 1; depth > 0; {
		kind, err := r.Next()
		if err != nil {
			return err
		}
		switch kind {
		case markup.Start:
			if r.Name() == "is" && !in {
				if c.inline, err = b.textIn(r); err != nil {
					return err
				}
				continue
			}
			if depth++; depth == 2 && r.Name() == "v" {
				in, b.value = true, b.value[:0]
			}
		case markup.End:
			if depth--; depth == 1 && in {
				in, c.v = false, b.valued()
			}
		case markup.Text:
			if in {
				b.value = append(b.value, r.Text()...)
			}
		}
	}
	return nil
}

// text is what a cell shows.
func (l styles) text(c cell, shared []string) (string, error) {
	v := c.v
	switch c.kind {
	case 's':
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || n < 0 || n >= len(shared) {
			return "", fmt.Errorf("%w: a cell refers to text %.20q, which is not there", ErrFormat, v)
		}
		return shared[n], nil
	case 'i':
		return c.inline, nil
	case 'f':
		return unescape(v), nil
	case 'b':
		return map[string]string{"0": "false", "1": "true", "false": "false", "true": "true"}[strings.TrimSpace(v)], nil
	case 'e':
		return "", nil // #N/A and the like say that there is nothing
	case 'd':
		return strings.TrimSuffix(v, "T00:00:00"), nil
	}
	v = strings.TrimSpace(v)
	x, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return v, nil //nolint:nilerr // shown as it is
	}
	if c.style >= 0 && c.style < len(l.dated) && l.dated[c.style] {
		return day(x, l.from), nil
	}
	return decimal(x), nil
}

// decimal is the shortest text of a number, without an exponent where it is
// whole.
func decimal(x float64) string {
	if x > -1e15 && x < 1e15 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// column is the number of a cell's column, counted from 0: 27 for "AB12".
func column(ref []byte) (int, bool) {
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
