package cite

import (
	"encoding/json"
	"strings"
)

// cslTypes are the types of item by kind.
var cslTypes = [...]string{Report: "report", News: "article-newspaper", Adopted: "document", Data: "dataset"}

// cslItem has the fields of the schema csl-data.json that are used here.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Author    []cslName `json:"author,omitempty"`
	Title     string    `json:"title"`
	Container string    `json:"container-title,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Version   string    `json:"version,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	Language  string    `json:"language,omitempty"`
	Locator   string    `json:"locator,omitempty"`
	Note      string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
	Circa bool    `json:"circa,omitempty"`
}

// csl writes a list of one item. A translated title, for which it has no field,
// opens the note.
func csl(x Item) string {
	c := cslItem{
		ID: x.Key, Type: cslTypes[x.Kind], Title: line(x.Title), Container: line(x.Within), Publisher: line(x.Publisher), Version: line(x.Version),
		Issued: dateParts(x.Issued), URL: x.URL, Language: x.Language, Locator: line(x.Locator),
	}
	for _, a := range x.Authors {
		c.Author = append(c.Author, cslName{line(a)})
	}
	if x.URL != "" {
		c.Accessed = dateParts(x.Accessed)
	}
	notes := x.Notes
	if x.Gloss != "" {
		notes = append([]string{"[" + x.Gloss + "]"}, notes...)
	}
	c.Note = line(strings.Join(notes, " "))
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if enc.Encode([]cslItem{c}) != nil {
		return "[]\n" // strings and numbers can always be written
	}
	return b.String()
}

func dateParts(s string) *cslDate {
	list, about := days(s)
	if len(list) == 0 {
		return nil
	}
	d := &cslDate{Circa: about}
	for _, x := range list {
		part := []int{x.year}
		if x.month > 0 {
			part = append(part, x.month)
		}
		if x.day > 0 {
			part = append(part, x.day)
		}
		d.Parts = append(d.Parts, part)
	}
	return d
}
