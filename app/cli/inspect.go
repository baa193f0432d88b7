package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/internal/disk"
)

// inspect prints what an exported picture says.
func (c *call) inspect(context.Context) error {
	path := c.words[0]
	file, err := disk.OpenWithin(path, export.MaxPicture)
	if err != nil {
		return failed("cannot read %s: %w", path, cause(err))
	}
	defer file.Close() //nolint:errcheck // only read from
	in, err := export.Read(bufio.NewReader(file))
	if err != nil {
		return unreadable(path, err)
	}
	if !c.on("json") {
		if err := c.print(describe(in)...); err != nil {
			return err
		}
	} else {
		if err := c.printJSON(asObject(in)); err != nil {
			return err
		}
	}
	if in.Evidence == nil {
		return &fault{Findings, fmt.Errorf("%s: %w", path, export.ErrNoEvidence)}
	}
	return c.recount(path, in.Evidence)
}

// recount counts the rows of a picture once more, where it was made from the
// data at hand.
func (c *call) recount(path string, e *export.Evidence) error {
	room, err := c.room(true)
	if err != nil || e.Data.Hash != room.Data.Hash {
		return err
	}
	if err := export.Recount(room, e); err != nil {
		return &fault{Findings, fmt.Errorf("%s: %w", path, err)}
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
func describe(in export.Inside) []string {
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	say("Size: %d x %d pixels, %.0f dpi", in.Width, in.Height, in.DPI)
	for _, t := range in.Texts {
		if t.Text != "" {
			say("%s: %s", t.Keyword, t.Text)
		}
	}
	if in.Evidence == nil {
		return lines
	}
	say("Kind: %s", in.Picture.Kind)
	say("View: %s", in.View)
	say("Data: %s %s, sha256 %s", in.Data.Name, in.Data.Version, in.Data.Hash)
	if in.Data.File != "" {
		say("Package: %s", in.Data.Called())
	}
	if in.Data.LeftOut > 0 {
		say("%d rows of the data could not be used", in.Data.LeftOut)
	}
	for _, s := range in.Sources {
		say("Source %s: %s (%s), %d statements", s.ID, s.Lead, s.Publisher, s.Count)
	}
	if in.SourcesInAll > 0 {
		say("and %d more sources", in.SourcesInAll-len(in.Sources))
	}
	for _, t := range in.Tables {
		say("")
		say("Table %s", t.Name)
		if t.RowsInAll > 0 {
			say("the first %d of %d rows", len(t.Rows), t.RowsInAll)
		}
		say("%s", strings.Join(t.Columns, "\t"))
		for _, row := range t.Rows {
			say("%s", strings.Join(row, "\t"))
		}
	}
	return lines
}
