package cite

import (
	"fmt"
	"strings"
)

// risTypes are the types of reference by kind.
var risTypes = [...]string{Report: "GEN", News: "NEWS", Adopted: "GOVDOC", Data: "DATA"}

// ris writes a reference: a tag, two spaces, a hyphen and a space before each
// value, and lines that end as on DOS, which is what the format asks for.
func ris(x Item) string {
	var b strings.Builder
	put := func(tag, value string) {
		if value = line(value); value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	put("TY", risTypes[x.Kind])
	put("ID", x.Key)
	for _, a := range x.Authors {
		put("AU", strings.ReplaceAll(a, ",", " –")) // a comma would end a family name
	}
	put("TI", x.Title)
	put("TT", x.Gloss)
	put("T2", x.Within)
	put("PB", x.Publisher)
	put("ET", x.Version)
	if list, about := days(x.Issued); len(list) > 0 {
		put("PY", fmt.Sprintf("%04d", list[0].year))
		put("DA", risDate(list[0], about))
	}
	put("LA", x.Language)
	put("SE", x.Locator)
	put("UR", x.URL)
	if x.URL != "" {
		put("Y2", strings.ReplaceAll(x.Accessed, "-", "/"))
	}
	for _, n := range x.Notes {
		put("N1", n)
	}
	b.WriteString("ER  - \r\n")
	return b.String()
}

// risDate is year, month, day and other words between slashes; what is not known
// is empty.
func risDate(d day, about bool) string {
	out := fmt.Sprintf("%04d/", d.year)
	if d.month > 0 {
		out += fmt.Sprintf("%02d", d.month)
	}
	out += "/"
	if d.day > 0 {
		out += fmt.Sprintf("%02d", d.day)
	}
	out += "/"
	if about {
		out += "circa"
	}
	return out
}
