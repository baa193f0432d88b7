package exportdialog

import (
	"slices"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
)

// Choices is what the dialog comes back with the next time. The zero value
// stands for those of the first time.
type Choices struct {
	Format string      `json:"format,omitempty"` // one of export.Formats
	Size   string      `json:"size,omitempty"`   // a preset's name, WIDTHxHEIGHT in pixels, or WIDTHxHEIGHTmm
	Scale  int         `json:"scale,omitempty"`
	Theme  state.Theme `json:"theme,omitempty"`
	// Definitions puts those of a picture's terms under it.
	Definitions bool   `json:"definitions,omitempty"`
	Clear       bool   `json:"clear,omitempty"`  // no ground
	Excel       bool   `json:"excel,omitempty"`  // tables for spreadsheets
	Credit      string `json:"credit,omitempty"` // of the author, who stays the same; titles do not
}

var formatKeys = map[string]string{
	"png": "shell.formatPNG", "svg": "shell.formatSVG", "pdf": "shell.formatPDF", "csv": "shell.formatCSV",
}

// Valid returns c with the first choice in place of every one that is none, as
// in a session file that was written by hand.
func (c Choices) Valid() Choices {
	if !slices.Contains(export.Formats(), c.Format) {
		c.Format = "png"
	}
	if c.Scale < 1 || c.Scale > export.MaxScale {
		c.Scale = 1
	}
	if _, err := export.ParseSize(c.Size, c.Scale, 0); err != nil {
		c.Size = export.Presets()[0].Name
	}
	if !slices.Contains(state.PictureThemes(), c.Theme) {
		c.Theme = state.Light
	}
	c.Credit = export.Own{Credit: c.Credit}.Clean().Credit
	return c
}
