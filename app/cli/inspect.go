package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"c5atlas.org/c5atlas/app/export"
)

// inspect prints what an exported picture says.
func (p *Program) inspect(args []string) error {
	f := newFlags("inspect")
	asJSON := f.Bool("json", false, "")
	words, err := p.parse(f, args, 1)
	if err != nil {
		return err
	}
	path := words[0]
	file, err := os.Open(path)
	if err != nil {
		return failed("cannot read %s: %w", path, cause(err))
	}
	defer file.Close() //nolint:errcheck // only read from
	in, err := export.Read(bufio.NewReader(file))
	if err != nil {
		return unreadable(path, err)
	}
	if !*asJSON {
		if err := p.print(describe(in)); err != nil {
			return err
		}
	} else {
		body, err := json.MarshalIndent(asObject(in), "", "  ")
		if err != nil {
			return err
		}
		if err := p.print(string(body) + "\n"); err != nil {
			return err
		}
	}
	if in.Evidence == nil {
		return &fault{Findings, fmt.Errorf("%s: %w", path, export.ErrNoEvidence)}
	}
	return nil
}

// asObject is what inspect --json prints.
func asObject(in export.Inside) any {
	texts := map[string]string{}
	for _, t := range in.Texts {
		if t.Text != "" {
			texts[t.Keyword] = t.Text
		}
	}
	return struct {
		Width    int               `json:"width"`
		Height   int               `json:"height"`
		DPI      float64           `json:"dpi"`
		Texts    map[string]string `json:"texts"`
		Evidence *export.Evidence  `json:"evidence"`
	}{in.Width, in.Height, in.DPI, texts, in.Evidence}
}

// describe is what inspect prints: texts, view, data, sources, rows.
func describe(in export.Inside) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Size: %d x %d pixels, %.0f dpi\n", in.Width, in.Height, in.DPI)
	for _, t := range in.Texts {
		if t.Text != "" {
			fmt.Fprintf(&b, "%s: %s\n", t.Keyword, plain(t.Text))
		}
	}
	if in.Evidence == nil {
		return b.String()
	}
	fmt.Fprintf(&b, "Kind: %s\nView: %s\n", plain(string(in.Picture.Kind)), plain(string(in.View)))
	fmt.Fprintf(&b, "Data: %s %s, sha256 %s\n", plain(in.Data.Name), plain(in.Data.Version), plain(in.Data.Hash))
	for _, s := range in.Sources {
		fmt.Fprintf(&b, "Source %s: %s (%s), %d statements\n", plain(s.ID), plain(s.Lead), plain(s.Publisher), s.Count)
	}
	for _, t := range in.Tables {
		fmt.Fprintf(&b, "\nTable %s\n%s\n", plain(t.Name), plain(strings.Join(t.Columns, "\t")))
		for _, row := range t.Rows {
			b.WriteString(plain(strings.Join(row, "\t")) + "\n")
		}
	}
	return b.String()
}

// plain keeps a text from a file from steering the terminal: control and
// direction marks become spaces, tabs stay.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f:
			return ' '
		}
		return r
	}, text)
}
