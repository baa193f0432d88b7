package cite

import (
	"encoding/json"
	"fmt"
	"strings"
)

// CFF writes a data set as a CITATION.cff file (Citation File Format 1.2.0), which
// archives and code hosts read. message says what the file is for; licence is a name
// of SPDX, or "". Texts are written as JSON strings, which YAML takes as they are.
func CFF(x Item, message, licence string) string {
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, quoted(value))
		}
	}
	b.WriteString("cff-version: 1.2.0\n")
	put("message", line(message))
	b.WriteString("type: dataset\n")
	put("title", line(x.Title))
	b.WriteString("authors:\n")
	authors := x.Authors
	if len(authors) == 0 {
		authors = []string{x.Key} // the format asks for one
	}
	for _, a := range authors {
		fmt.Fprintf(&b, "  - name: %s\n", quoted(line(a)))
	}
	put("version", line(x.Version))
	if list, _ := days(x.Issued); len(list) > 0 && list[0].day > 0 {
		fmt.Fprintf(&b, "date-released: %q\n", fmt.Sprintf("%04d-%02d-%02d", list[0].year, list[0].month, list[0].day))
	}
	put("license", licence)
	put("url", x.URL)
	put("abstract", line(strings.Join(x.Notes, " ")))
	return b.String()
}

// quoted is a text in quotation marks.
func quoted(text string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // a Builder takes everything
	return strings.TrimSuffix(b.String(), "\n")
}
