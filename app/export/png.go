package export

import (
	"io"
	"time"

	"c5atlas.org/c5atlas/app/export/pngfile"
)

// viewKeyword names the text that holds view and rows.
const viewKeyword = "x-c5atlas-view"

// WritePNG writes the picture with title, description, source, copyright and
// software, and unless left out with the view and its rows. Equal pictures
// give equal bytes.
func (p *Picture) WritePNG(w io.Writer) error {
	o := pngfile.Options{DPI: p.options.Size.DPI, Small: p.options.Kind != Chart}
	o.Texts = []pngfile.Text{
		{Keyword: "Title", Lang: p.Lang, Text: shortened(p.Title)},
		{Keyword: "Description", Lang: p.Lang, Text: shortened(p.Description)},
		{Keyword: "Source", Lang: p.Lang, Text: shortened(p.Source)},
		{Keyword: "Copyright", Lang: p.Lang, Text: shortened(p.Copyright)},
		{Keyword: "Software", Lang: "en", Text: p.options.Software},
	}
	if !p.options.Created.IsZero() {
		o.Texts = append(o.Texts, pngfile.Text{Keyword: "Creation Time", Text: p.options.Created.UTC().Format(time.RFC3339)})
	}
	if p.evidence != nil {
		body, err := p.evidence.encode()
		if err != nil {
			return err
		}
		o.Texts = append(o.Texts, pngfile.Text{Keyword: viewKeyword, Text: string(body), Compress: true})
	}
	return pngfile.Encode(w, p.Image, o)
}
