package cite

import (
	"fmt"
	"strings"
)

// bibTeX writes an entry that BibTeX and biblatex read. It is "misc" for all
// kinds: what classic styles print of it they print of no other kind.
func bibTeX(x Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s", x.Key)
	put := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = %s", name, value)
		}
	}
	braced := func(text string) string {
		if text = line(text); text == "" {
			return ""
		}
		return "{" + escapeTeX(text) + "}"
	}
	authors := make([]string, len(x.Authors))
	for i, a := range x.Authors {
		authors[i] = braced(a) // one name, whatever words and commas are in it
	}
	if len(authors) > 0 {
		put("author", "{"+strings.Join(authors, " and ")+"}")
	}
	put("title", "{"+braced(x.Title)+"}") // styles leave its capitals alone
	if x.Gloss != "" {
		put("titleaddon", braced("["+x.Gloss+"]"))
	}
	put("booktitle", braced(x.Within))
	put("publisher", braced(x.Publisher))
	put("version", braced(x.Version))
	if list, _ := days(x.Issued); len(list) > 0 {
		put("year", fmt.Sprintf("{%d}", list[0].year))
		if m := list[0].month; m > 0 {
			put("month", [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}[m-1])
		}
		if d := list[0].day; d > 0 {
			put("day", fmt.Sprintf("{%d}", d))
		}
	}
	if x.URL != "" {
		put("url", "{"+plainURL(x.URL)+"}")
		put("urldate", braced(x.Accessed))
	}
	put("language", braced(x.Language))
	notes := x.Notes
	if x.Locator != "" {
		notes = append([]string{upperFirst(x.Locator) + "."}, notes...)
	}
	put("note", braced(strings.Join(notes, " ")))
	b.WriteString("\n}\n")
	return b.String()
}

// escapeTeX escapes what TeX takes for its own. Braces become words, since BibTeX
// counts them whatever stands before.
var escapeTeX = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
).Replace

// plainURL is an address as packages that set addresses take it: nothing is
// escaped, so that braces and backslashes must not stand in it.
var plainURL = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace
