package cli

import (
	"context"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/assets"
)

// fresh writes a data package to begin with.
func (c *call) fresh(ctx context.Context) error {
	path := c.words[0]
	if err := export.WriteData(ctx, path, false, assets.Template()); err != nil {
		return unwritten(path, err)
	}
	return c.print("written: " + path + ". It opens in a spreadsheet; README in it says how to go on.")
}
