package manual

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
)

// Section is a part of a chapter that a search finds or the contents list: the
// chapter, and where in its blocks it begins and ends.
type Section struct {
	Chapter, From, To int
	Title             string
	Head              bool // the beginning of the chapter, which has its title
}

// Sections lists those of all chapters, in order.
func (b *Book) Sections() (out []Section) {
	for i, c := range b.Chapters {
		out = append(out, Section{Chapter: i, Title: c.Title, Head: true})
		for j, x := range c.Blocks {
			if x.Kind == Heading || x.Kind == KeyHead {
				out[len(out)-1].To = j
				out = append(out, Section{Chapter: i, From: j, Title: x.Text})
			}
		}
		out[len(out)-1].To = len(c.Blocks)
	}
	return out
}

// Find lists the sections that have all words of a query, as the search of documents
// finds words: by their stems, whatever the case.
func (b *Book) Find(query string) (out []Section) {
	words := strings.Fields(query)
	if len(words) == 0 {
		return nil
	}
	for _, s := range b.Sections() {
		all := true
		for _, w := range words {
			q := dataset.NewQuery(w)
			found := s.Head && len(b.Marks(q, s.Title)) > 0
			for _, x := range b.Chapters[s.Chapter].Blocks[s.From:s.To] {
				found = found || len(b.Marks(q, x.Text)) > 0 || x.Kind == KeyLine && strings.EqualFold(x.Lead, w)
			}
			all = all && found
		}
		if all {
			out = append(out, s)
		}
	}
	return out
}

// Marks is where a query finds words in a text, as pairs of bytes.
func (b *Book) Marks(q dataset.Query, text string) [][2]int { return b.room.Data.Marks(q, text) }
