package export

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/charts"
)

// Words is what a file says of its picture.
type Words struct {
	Title       string
	Description string // the view in words: the whole alternative text
	Source      string
	Creator     string // the author's credit, or who coded the data
	Copyright   string
	Lang        string
}

// Own is what the author of a picture says in place of the program's words, or
// besides. The zero value says nothing.
type Own struct {
	Title    string `json:"title,omitempty"`    // in place of the program's, which then stands before the numbers below it
	Subtitle string `json:"subtitle,omitempty"` // before what is counted
	Credit   string `json:"credit,omitempty"`   // before the sources
}

// MaxOwn is how many letters each of the author's words may have.
const MaxOwn = 300

// Clean returns o without what cannot be seen or steers how a text reads, on
// single lines of no more than [MaxOwn] letters.
func (o Own) Clean() Own {
	for _, text := range []*string{&o.Title, &o.Subtitle, &o.Credit} {
		*text = strings.Join(strings.Fields(legible(strings.ToValidUTF8(*text, ""))), " ")
		if letters := []rune(*text); len(letters) > MaxOwn {
			*text = strings.TrimSpace(string(letters[:MaxOwn-1])) + "…"
		}
	}
	return o
}

// Boxes says, in one sentence, that a picture shows boxes for letters of the author's
// words; "" if it does not.
func (o Own) Boxes(p *i18n.Printer) string { return boxes(p, o.Title, o.Subtitle, o.Credit) }

// boxes says that pictures and pages show boxes for letters of some texts.
func boxes(p *i18n.Printer, texts ...string) string {
	letters := dataset.Undrawn(texts...)
	if letters == "" {
		return ""
	}
	return p.T("export.boxes", i18n.Args{"Letters": letters})
}

// own puts the author's words into what the file says of the picture, each named
// as the author's.
func (j *job) own(o Own) {
	j.options.Own = o
	var says []string
	for _, x := range []struct{ key, text string }{{"export.ownTitle", o.Title}, {"export.ownSubtitle", o.Subtitle}, {"export.ownCredit", o.Credit}} {
		if x.text != "" {
			says = append(says, sentence(j.p.T(x.key, i18n.Args{"Text": x.text})))
		}
	}
	j.words.Description = strings.Join(append(says, j.words.Description), " ")
	if o.Title != "" {
		j.words.Title = o.Title
	}
	if o.Credit != "" {
		j.words.Creator = o.Credit
	}
}

// sign puts the author's words on a page. What the program says of what is
// counted stays, so that no title makes the numbers those of something else.
func (j *job) sign(c *charts.Chart) {
	o := j.options.Own
	said := []string{o.Subtitle}
	if o.Title != "" {
		said = append(said, c.Title)
		c.Title = o.Title
	}
	said = append(said, c.Subtitle)
	c.Subtitle = joined(" · ", said...)
	if o.Credit != "" {
		c.Source, c.ShortSource = joined(" ", sentence(o.Credit), c.Source), joined(" ", sentence(o.Credit), c.ShortSource)
	}
}

// joined joins the texts that are not empty.
func joined(by string, texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, by)
}

// chart is the chart of the view as a page of its own.
func (j *job) chart() *charts.Chart {
	c := j.tally.Chart(j.pal)
	c.Clear = j.options.Clear
	j.sign(c)
	return c
}
