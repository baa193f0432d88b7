package cli

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/assets"
)

// exportData writes the data package as a folder, a .zip or an .xlsx, by the
// ending of --out.
func (c *call) exportData(ctx context.Context) error {
	started, out := c.Now(), c.value("out")
	switch {
	case len(c.words) > 1:
		return wrong("export data cannot make sense of %q; see c5atlas help export", c.words[1])
	case out == "" || out == "-":
		return wrong("export data needs --out: a new folder, a .zip or an .xlsx")
	}
	for _, name := range slices.Sorted(maps.Keys(c.given)) {
		if name != "out" && name != "force" && name != "data" {
			return wrong("export data takes no --%s: it writes the tables as they are", name)
		}
	}
	if err := dataForm("export data", "let --out", out); err != nil {
		return err
	}
	fsys := assets.Data()
	if path := c.value("data"); path != "" {
		from, done, err := dataset.Source(path)
		if err != nil {
			return unreadablePackage(path, err)
		}
		defer done()
		fsys = from
	}
	if err := export.WriteData(ctx, out, c.on("force"), fsys); err != nil {
		return c.unwritten(out, err)
	}
	c.log("exported", map[string]any{"kind": "data", "out": out, "ms": c.Now().Sub(started).Milliseconds()})
	return nil
}

// dataForm refuses a name whose ending is of no file that a package is written as:
// a folder of that name would be taken for such a file.
func dataForm(command, let, path string) error {
	if _, err := export.DataForm(path); err != nil {
		return wrong("%s cannot write %s files: %s end in %s, or name a folder, with a / at its end if there is a dot in its name", command, filepath.Ext(path), let, strings.Join(export.DataForms(), ", "))
	}
	return nil
}
