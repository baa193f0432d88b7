package cli

import (
	"context"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/assets"
)

// fresh writes a data package to begin with: the template, or a sample.
func (c *call) fresh(ctx context.Context) error {
	path, from, how := c.words[0], assets.Template(), "It opens in a spreadsheet; README in it says how to go on."
	if name := c.value("sample"); name != "" {
		from, how = assets.Sample(name), "It opens in a spreadsheet and in the atlas."
	}
	if err := dataForm("new", "let its name", path); err != nil {
		return err
	}
	if err := export.WriteData(ctx, path, false, from); err != nil {
		return c.unwritten(path, err)
	}
	return c.print("written: " + path + ". " + how)
}
