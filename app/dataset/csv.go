package dataset

import (
	"errors"
	"strings"
)

// dialect says how a CSV file is written: "dialect" of a resource, with the
// names of Table Dialect, version 2. What is not given has the usual value.
type dialect struct {
	Delimiter        string  `json:"delimiter"`
	QuoteChar        *string `json:"quoteChar"`
	DoubleQuote      *bool   `json:"doubleQuote"`
	EscapeChar       string  `json:"escapeChar"`
	CommentChar      string  `json:"commentChar"`
	SkipInitialSpace bool    `json:"skipInitialSpace"`
	NullSequence     string  `json:"nullSequence"`
	Header           *bool   `json:"header"`
	HeaderRows       []int   `json:"headerRows"`
	HeaderJoin       *string `json:"headerJoin"`
	CommentRows      []int   `json:"commentRows"`
}

var (
	errQuoteOpen  = error(Phrase{Key: "finding.quoteOpen"})
	errQuoteAfter = error(Phrase{Key: "finding.quoteAfter"})
	errWide       = error(Phrase{Key: "finding.cellsMost", N: maxCols})
	errCell       = error(Phrase{Key: "finding.cellLong"})
)

// csvReader splits a text into records. Unlike encoding/csv it takes any
// delimiter and quotation mark, counts empty lines, knows the line ends of
// every system, and never keeps more cells of a record than a table may have.
type csvReader struct {
	text                              string
	pos                               int
	delimiter, quote, escape, comment string // escape and comment may be ""
	double, skipSpace                 bool
}

func newCSVReader(text string, d dialect) *csvReader {
	r := &csvReader{text: text, delimiter: ",", quote: `"`, escape: d.EscapeChar, comment: d.CommentChar, double: true, skipSpace: d.SkipInitialSpace}
	if d.Delimiter != "" {
		r.delimiter = d.Delimiter
	}
	if d.QuoteChar != nil {
		r.quote = *d.QuoteChar
	}
	if d.DoubleQuote != nil {
		r.double = *d.DoubleQuote
	}
	return r
}

// next appends the cells of the next record to rec. More is false at the end
// of the text. The error is of this record alone, unless it is errQuoteOpen.
func (r *csvReader) next(rec []string) (_ []string, more bool, err error) {
	for r.comment != "" && strings.HasPrefix(r.text[r.pos:], r.comment) {
		r.line()
	}
	if r.pos >= len(r.text) {
		return rec, false, nil
	}
	for n := 0; ; n++ {
		if n >= maxCols && len(r.delimiter) == 1 { // soon past millions of empty ones
			for r.pos < len(r.text) && r.text[r.pos] == r.delimiter[0] {
				r.pos++
			}
		}
		cell, fault := r.cell()
		switch {
		case errors.Is(fault, errQuoteOpen):
			return rec, true, fault
		case fault != nil:
			err = fault
		case len(cell) > maxCell:
			err = errCell
		}
		if n < maxCols {
			rec = append(rec, cell)
		} else {
			err = errWide
		}
		if !strings.HasPrefix(r.text[r.pos:], r.delimiter) {
			break
		}
		r.pos += len(r.delimiter)
	}
	r.line()
	return rec, true, err
}

// line goes past the end of the line.
func (r *csvReader) line() {
	i := strings.IndexAny(r.text[r.pos:], "\r\n")
	if i < 0 {
		r.pos = len(r.text)
		return
	}
	r.pos += i
	if strings.HasPrefix(r.text[r.pos:], "\r\n") {
		r.pos++
	}
	r.pos++
}

// cell reads up to the next delimiter or line end.
func (r *csvReader) cell() (string, error) {
	if r.skipSpace {
		for r.pos < len(r.text) && r.text[r.pos] == ' ' {
			r.pos++
		}
	}
	if r.quote != "" && strings.HasPrefix(r.text[r.pos:], r.quote) {
		r.pos += len(r.quote)
		s, err := r.quoted()
		if err != nil {
			return "", err
		}
		if after := r.bare(); strings.TrimSpace(after) != "" {
			return "", errQuoteAfter
		}
		return s, nil
	}
	return r.bare(), nil
}

// bare reads a cell, or the rest of one, that stands in no quotation marks.
func (r *csvReader) bare() string {
	start, i := r.pos, r.pos
	if r.escape == "" && len(r.delimiter) == 1 {
		text, delimiter := r.text, r.delimiter[0]
		for i < len(text) && text[i] != delimiter && text[i] != '\n' && text[i] != '\r' {
			i++
		}
		r.pos = i
		return text[start:i]
	}
	var parts strings.Builder
	for i < len(r.text) {
		c := r.text[i]
		if c == '\n' || c == '\r' || c == r.delimiter[0] && strings.HasPrefix(r.text[i:], r.delimiter) {
			break
		}
		if r.escape != "" && strings.HasPrefix(r.text[i:], r.escape) && i+len(r.escape) < len(r.text) {
			parts.WriteString(r.text[start:i])
			start = i + len(r.escape)
			i = start
		}
		i++
	}
	r.pos = i
	if parts.Len() == 0 {
		return r.text[start:i]
	}
	parts.WriteString(r.text[start:i])
	return parts.String()
}

// quoted reads to the closing quotation mark.
func (r *csvReader) quoted() (string, error) {
	var parts strings.Builder
	for start := r.pos; ; {
		i := strings.Index(r.text[start:], r.quote)
		if i < 0 {
			return "", errQuoteOpen
		}
		if r.escape != "" {
			if k := strings.Index(r.text[start:start+i], r.escape); k >= 0 {
				parts.WriteString(r.text[start : start+k])
				start += k + len(r.escape)
				if start >= len(r.text) {
					return "", errQuoteOpen
				}
				parts.WriteByte(r.text[start])
				start++
				continue
			}
		}
		end := start + i + len(r.quote)
		if r.double && strings.HasPrefix(r.text[end:], r.quote) {
			parts.WriteString(r.text[start:end])
			start = end + len(r.quote)
			continue
		}
		r.pos = end
		if parts.Len() == 0 {
			return r.text[start : start+i], nil
		}
		parts.WriteString(r.text[start : start+i])
		return parts.String(), nil
	}
}

// sniff finds the delimiter of a text whose dialect names none: that which an
// Excel line "sep=;" gives, else the usual one that is most frequent in the
// first line. It returns the text without such a line.
func sniff(text string) (rest, delimiter string) {
	first := text
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		first = text[:i]
	}
	if len(first) == 5 && strings.EqualFold(first[:4], "sep=") {
		return text[5:], first[4:] // an empty line is left, so that rows keep their numbers
	}
	delimiter = ","
	for _, c := range []string{";", "\t", "|"} {
		if strings.Count(first, c) > strings.Count(first, delimiter) {
			delimiter = c
		}
	}
	return text, delimiter
}
