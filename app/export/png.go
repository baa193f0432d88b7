package export

import (
	"io"
	"time"

	"c5atlas.org/c5atlas/app/export/pngfile"
)

// viewKeyword names the text that holds view and rows.
const viewKeyword = "x-c5atlas-view"

// WritePNG writes the picture with title, description, source, copyright and
// software, once in its language and once as any program finds them, with an XMP
// packet, and unless left out with the view and its rows. Equal pictures give
// equal bytes. A [Slide] has no more than 256 colours, of which nobody sees that they are fewer: a lesson
// has dozens of pictures, and is mailed.
func (p *Picture) WritePNG(w io.Writer) error {
	return p.write(func(o pngfile.Options) error { return pngfile.Encode(w, p.Image, o) })
}

// write has the picture encoded with all that its file says besides.
func (p *Picture) write(encode func(o pngfile.Options) error) error {
	o := pngfile.Options{DPI: p.options.Size.DPI, Small: p.options.Kind != Chart, Few: p.options.Kind == Slide}
	of := p.Words.shortened()
	o.Texts = []pngfile.Text{
		{Keyword: "Title", Text: of.Title}, // many programs see none that has a language
		{Keyword: "Description", Text: of.Description},
		{Keyword: "Title", Lang: of.Lang, Text: of.Title},
		{Keyword: "Description", Lang: of.Lang, Text: of.Description},
		{Keyword: "Author", Lang: of.Lang, Text: of.Creator},
		{Keyword: "Source", Lang: of.Lang, Text: of.Source},
		{Keyword: "Copyright", Lang: of.Lang, Text: of.Copyright},
		{Keyword: "Software", Lang: "en", Text: p.options.Software},
	}
	if !p.options.Created.IsZero() {
		o.Texts = append(o.Texts, pngfile.Text{Keyword: "Creation Time", Text: p.options.Created.UTC().Format(time.RFC3339)})
	}
	o.Texts = append(o.Texts, pngfile.Text{Keyword: xmpKeyword, Text: of.xmp(&p.options)})
	if p.evidence != nil {
		body, err := p.evidence.encode()
		if err != nil {
			return err
		}
		o.Texts = append(o.Texts, pngfile.Text{Keyword: viewKeyword, Text: string(body), Compress: true})
	}
	return encode(o)
}

// shortened cuts every text to what programs show.
func (w Words) shortened() Words {
	for _, text := range []*string{&w.Title, &w.Description, &w.Source, &w.Creator, &w.Copyright} {
		*text = shortened(*text)
	}
	return w
}
