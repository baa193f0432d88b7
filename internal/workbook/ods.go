package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readODS reads the tables of content.xml.
func (b *book) readODS() ([]Sheet, error) {
	var out []Sheet
	row, col, again := 0, 0, 1 // again is how often the row stands there
	err := b.each("content.xml", func(d *parser, e xml.StartElement) error {
		switch e.Name.Local {
		case "table":
			out = append(out, Sheet{Name: attr(e, "name")})
			row, again = -1, 1
		case "table-row":
			row += again
			col, again = 0, repeated(e, "number-rows-repeated")
		case "table-cell", "covered-table-cell":
			text, err := cellText(d, e)
			if err != nil || len(out) == 0 {
				return err
			}
			n := repeated(e, "number-columns-repeated")
			if text != "" && n*again > b.cells {
				return ErrLarge
			}
			for i := range n {
				if text == "" { // thousands to the edge of the sheet
					break
				}
				for k := range again {
					if err := b.put(&out[len(out)-1], max(row, 0)+k, col+i, text); err != nil {
						return err
					}
				}
			}
			col += n
		}
		return nil
	})
	full := out[:0]
	for _, s := range out {
		if len(s.Rows) > 0 {
			full = append(full, s)
		}
	}
	return full, err
}

func repeated(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(e, name))
	if err != nil || n < 1 || n > 1<<20 {
		return 1
	}
	return n
}

// cellText is the value of the cell that d is in: what it is, not how it is
// shown, where the two differ.
func cellText(d *parser, e xml.StartElement) (string, error) {
	paragraphs, err := paragraphsIn(d)
	if err != nil {
		return "", err
	}
	switch attr(e, "value-type") {
	case "date":
		day, at, _ := strings.Cut(attr(e, "date-value"), "T")
		if strings.Trim(at, "0:.Z") != "" {
			return attr(e, "date-value"), nil
		}
		return day, nil
	case "boolean":
		return attr(e, "boolean-value"), nil
	case "float", "percentage", "currency":
		if x, err := strconv.ParseFloat(attr(e, "value"), 64); err == nil {
			return number(x), nil
		}
	}
	return strings.Join(paragraphs, "\n"), nil
}

// paragraphsIn is the text of the cell that d is in, without the remarks that
// are pinned to it.
func paragraphsIn(d *parser) ([]string, error) {
	var out []string
	for depth, inside, remark := 1, 0, 0; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch x := tok.(type) {
		case xml.StartElement:
			depth++
			switch {
			case remark > 0:
			case x.Name.Local == "annotation":
				remark = depth
			case x.Name.Local == "p" && inside == 0:
				inside = depth
				out = append(out, "")
			case inside > 0 && x.Name.Local == "s":
				n, err := strconv.Atoi(attr(x, "c"))
				if err != nil || n < 1 {
					n = 1
				}
				out[len(out)-1] += strings.Repeat(" ", min(n, 1000))
			case inside > 0 && x.Name.Local == "tab":
				out[len(out)-1] += "\t"
			case inside > 0 && x.Name.Local == "line-break":
				out[len(out)-1] += "\n"
			}
		case xml.EndElement:
			if inside == depth {
				inside = 0
			}
			if remark == depth {
				remark = 0
			}
			depth--
		case xml.CharData:
			if inside > 0 && remark == 0 {
				out[len(out)-1] += string(x)
			}
		}
	}
	return out, nil
}
