package workbook

import (
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/markup"
)

// readODS reads the tables of content.xml.
func (b *book) readODS(sheet func(name string) func(cells []string) error) error {
	var s *rows
	col, again := 0, 1 // again is how often the row stands there
	err := b.each("content.xml", func(r *markup.Reader) error {
		switch r.Name() {
		case "table":
			if s != nil {
				if err := s.end(again); err != nil {
					return err
				}
			}
			s = &rows{b: b, name: string(r.Attr("name")), sheet: sheet, at: -1}
			again = 1
		case "table-row":
			if s == nil {
				return nil
			}
			if err := s.end(again); err != nil {
				return err
			}
			s.at += again
			col, again = 0, repeated(r, "number-rows-repeated")
		case "table-cell", "covered-table-cell":
			n := repeated(r, "number-columns-repeated")
			text, err := b.cellText(r)
			if err != nil || s == nil {
				return err
			}
			if text != "" && n*again > b.cells {
				return ErrLarge
			}
			s.at = max(s.at, 0) // of a table without rows
			for i := range n {
				if text == "" { // thousands to the edge of the sheet
					break
				}
				if err := s.put(col+i, text); err != nil {
					return err
				}
			}
			col += n
		}
		return nil
	})
	if err != nil || s == nil {
		return err
	}
	return s.end(again)
}

func repeated(r *markup.Reader, name string) int {
	n := number(r, name, 1)
	if n < 1 || n > 1<<20 {
		return 1
	}
	return n
}

// cellText is the value of the cell that r is in: what it is, not how it is
// shown, where the two differ.
func (b *book) cellText(r *markup.Reader) (string, error) {
	value, is := "", ""
	switch string(r.Attr("value-type")) {
	case "date":
		is = string(r.Attr("date-value"))
		day, at, _ := strings.Cut(is, "T")
		if strings.Trim(at, "0:.Z") == "" {
			is = day
		}
		value = "date"
	case "boolean":
		value, is = "boolean", string(r.Attr("boolean-value"))
	case "float", "percentage", "currency":
		if x, err := strconv.ParseFloat(string(r.Attr("value")), 64); err == nil {
			value, is = "number", decimal(x)
		}
	}
	shown, err := b.shownIn(r)
	if err != nil || value != "" {
		return is, err
	}
	return shown, nil
}

// shownIn is the text of the cell that r is in, its paragraphs as lines, without
// the remarks that are pinned to it.
func (b *book) shownIn(r *markup.Reader) (string, error) {
	b.value = b.value[:0]
	paragraphs := 0
	for depth, inside, remark := 1, 0, 0; depth > 0; {
		kind, err := r.Next()
		if err != nil {
			return "", err
		}
		switch kind {
		case markup.Start:
			depth++
			switch {
			case remark > 0:
			case r.Name() == "annotation":
				remark = depth
			case r.Name() == "p" && inside == 0:
				inside = depth
				if paragraphs++; paragraphs > 1 {
					b.value = append(b.value, '\n')
				}
			case inside > 0 && r.Name() == "s":
				for range max(1, min(number(r, "c", 1), 1000)) {
					b.value = append(b.value, ' ')
				}
			case inside > 0 && r.Name() == "tab":
				b.value = append(b.value, '\t')
			case inside > 0 && r.Name() == "line-break":
				b.value = append(b.value, '\n')
			}
		case markup.End:
			if inside == depth {
				inside = 0
			}
			if remark == depth {
				remark = 0
			}
			depth--
		case markup.Text:
			if inside > 0 && remark == 0 {
				b.value = append(b.value, r.Text()...)
			}
		}
		if len(b.value) > b.text { // a blank of an .ods can stand for a thousand
			return "", ErrLarge
		}
	}
	return b.valued(), nil
}
