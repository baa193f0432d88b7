package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/disk"
)

// exportOptions lists the options of export that are no fields of the view.
func exportOptions() []option {
	return []option{
		{name: "out", value: "FILE", about: "a file, or - for standard output; of a lesson a new folder, or a file that ends in .zip, .pptx, .odp or, its handout, .pdf; needed"},
		{name: "format", value: "FORMAT", about: "from --out's ending if left out; zip, pptx and odp are a lesson's, as is pdf", values: allFormats},
		{name: "force", about: "replace a file, or a lesson's folder, that exists"},
		fromData,
		{name: "view", value: "FILE", about: "a view as JSON: a file, -, or an exported PNG; the flags of the view override it"},
		{name: "size", value: "SIZE", about: "WIDTHxHEIGHT in pixels, WIDTHxHEIGHTmm, or " + strings.Join(export.SizeNames(), ", "), usual: "slide"},
		{name: "scale", value: "N", about: "density at the same layout", values: fixed("1", "2", "3"), usual: "1"},
		{name: "dpi", value: "N", about: "written into the file"},
		{name: "excel", about: "CSV with a byte order mark and the separator of the language"},
		{name: "no-data", about: "leave view and rows out of the PNG"},
		{name: "per-page", value: "N", about: "scenes on a page of a lesson's handout", values: fixed("1", "3", "6"), usual: "1"},
		{name: "no-notes", about: "leave the teacher's notes out of a lesson's handout"},
		{name: "paper", value: "PAPER", about: "of a lesson's handout and worksheet", values: fixed("A4", "letter"), usual: "A4"},
		{name: "worksheet", about: "of a lesson: the .pdf is its worksheet, not its handout"},
	}
}

// allFormats is those of a picture, then those that only a lesson has.
func allFormats() []string {
	out := export.Formats()
	for _, f := range export.LessonForms() {
		if f = f[1:]; !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// extraOptions lists what a picture can have besides its view.
func extraOptions() []option {
	own := func(name string, field func(*export.Own) *string) func(*export.Extras, string) error {
		return func(x *export.Extras, v string) error {
			if n := utf8.RuneCountInString(v); n > export.MaxOwn {
				return wrong("--%s has %d letters: take at most %d", name, n, export.MaxOwn)
			}
			*field(&x.Own) = v
			return nil
		}
	}
	flip := func(field func(*export.Extras) *bool) func(*export.Extras, string) error {
		return func(x *export.Extras, v string) error { *field(x) = v == "true"; return nil }
	}
	return []option{
		{name: "title", value: "TEXT", about: "your own; what is counted then stands below it", extra: own("title", func(o *export.Own) *string { return &o.Title })},
		{name: "subtitle", value: "TEXT", about: "your own, before what is counted", extra: own("subtitle", func(o *export.Own) *string { return &o.Subtitle })},
		{name: "credit", value: "TEXT", about: "who made the picture, before the sources", extra: own("credit", func(o *export.Own) *string { return &o.Credit })},
		{name: "transparent", about: "no ground under the page; a map keeps its sea", extra: flip(func(x *export.Extras) *bool { return &x.Clear })},
		{name: "definitions", about: "put the definitions of the picture's terms under it", extra: flip(func(x *export.Extras) *bool { return &x.Definitions })},
	}
}

// extras is what a picture has besides its view: what that of --view has, and
// every option that was given.
func (c *call) extras() (export.Extras, error) {
	x := c.carried
	for _, o := range c.options {
		if v, ok := c.given[o.name]; ok && o.extra != nil {
			if err := o.extra(&x, v); err != nil {
				return x, err
			}
		}
	}
	return x, nil
}

func (c *call) export(ctx context.Context) error {
	if c.words[0] == "lesson" {
		return c.exportLesson(ctx)
	}
	if c.words[0] == "data" {
		return c.exportData(ctx)
	}
	for _, name := range []string{"per-page", "no-notes", "paper", "worksheet"} {
		if c.has(name) {
			return wrong("--%s goes with export lesson", name)
		}
	}
	kind := export.Kind(c.words[0])
	if !slices.Contains(export.Kinds(), kind) {
		return wrong("export %q is not one of %s, lesson, data", kind, list(export.Kinds()))
	}
	if len(c.words) > 1 {
		return wrong("export %s cannot make sense of %q; see c5atlas help export", kind, c.words[1])
	}
	started, out, force := c.Now(), c.value("out"), c.on("force")
	options, err := c.exportAs(kind)
	if err != nil {
		return err
	}
	if info, err := os.Stat(out); err == nil && info.Mode().IsRegular() && !force { // would fail anyway
		return c.unwritten(out, &fs.PathError{Op: "write", Path: out, Err: fs.ErrExist})
	}
	room, err := c.room(kind != export.Chart)
	if err != nil {
		return err
	}
	s, err := c.state(room)
	if err != nil {
		return err
	}
	if options.Extras, err = c.extras(); err != nil {
		return err
	}
	write := func(w io.Writer) error {
		if err := export.Write(ctx, w, room, s, options); err != nil {
			return err
		}
		return ctx.Err() // interrupted meanwhile: leave things as they were
	}
	if out == "-" {
		err = write(c.Stdout)
	} else {
		err = atomicfile.Write(out, force, write)
	}
	if err != nil {
		return c.unwritten(out, err)
	}
	if options.Format == "png" || options.Format == "pdf" { // in SVG the reader's system has a face
		c.boxes(options.Own.Clean().Boxes(i18n.For(i18n.English)))
	}
	c.log("exported", map[string]any{"kind": kind, "out": out, "format": options.Format, "ms": c.Now().Sub(started).Milliseconds()})
	return nil
}

// boxes says that the words of a person's own were not all drawn, if they were not.
func (c *call) boxes(sentence string) {
	if sentence != "" {
		c.note("%s", sentence)
	}
}

// room opens the data and what is around them.
func (c *call) room(withMap bool) (*scene.Room, error) {
	ground := scene.Laying(withMap)                                  // while the data open
	go func() { i18n.For(cmp.Or(c.value("lang"), i18n.System())) }() // as a rule the view's, which is known later
	d, err := c.data(c.value("data"))
	if err != nil {
		return nil, err
	}
	laid, err := ground()
	if err != nil {
		return nil, err
	}
	return laid.Room(d), nil
}

// exportAs says how to export, and checks that it can be.
func (c *call) exportAs(kind export.Kind) (export.Options, error) {
	options := export.Options{Kind: kind, Software: c.Program.Name + " " + c.Version, NoData: c.on("no-data"), Excel: c.on("excel")}
	var err error
	if options.Format, err = c.format(kind); err != nil {
		return options, err
	}
	if options.Excel && options.Format != "csv" {
		return options, wrong("--excel goes with csv: add --format csv, or an ending .csv to --out")
	}
	scale, _ := strconv.Atoi(c.value("scale")) // one of its values
	var dpi float64
	if v := c.value("dpi"); v != "" {
		if dpi, err = strconv.ParseFloat(v, 64); err != nil || !(dpi > 0) {
			return options, wrong("--dpi %q is not a number of dots an inch", v)
		}
	}
	if options.Size, err = export.ParseSize(c.value("size"), scale, dpi); err != nil {
		return options, &fault{Wrong, err}
	}
	if epoch := c.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		sec, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return options, wrong("SOURCE_DATE_EPOCH %q is not a number of seconds", epoch)
		}
		options.Created = time.Unix(sec, 0)
	}
	return options, nil
}

// format is that of --format, or the ending of --out.
func (c *call) format(kind export.Kind) (string, error) {
	out := c.value("out")
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(out), "."))
	switch {
	case kind == export.Slide:
		return "", nil // a lesson's folder has them all
	case out == "":
		return "", wrong("export needs --out: a file, or - for standard output")
	case c.has("format"):
		ending = c.value("format")
	case out == "-":
		ending = "png"
	case ending == "":
		return "", wrong("--out %s has no ending: let it end in .%s, or give --format", out, strings.Join(export.Formats(), ", ."))
	}
	if ending == "csv" && kind == export.Dashboard {
		return "", wrong("a dashboard has several tables: export its chart or its map as csv")
	}
	if !c.has("format") && out != "-" && !slices.Contains(export.Formats(), ending) {
		return "", wrong("export %s cannot write %s files: let --out end in .%s, or give --format", kind, filepath.Ext(out), strings.Join(export.Formats(), ", ."))
	}
	format, err := choice("format", ending, export.Formats())
	if f, file := c.Stdout.(*os.File); err == nil && out == "-" && (format == "png" || format == "pdf") && file && disk.IsTerminal(f) {
		return "", wrong("--out - would fill the terminal with the bytes of a %s: redirect it, or name a file", format)
	}
	return format, err
}

// unwritten says why the file could not be written and what to do.
func (c *call) unwritten(out string, err error) error {
	if small, ok := errors.AsType[*export.SmallError](err); ok {
		return &fault{Wrong, small}
	}
	switch {
	case errors.Is(err, context.Canceled):
		return failed("interrupted; nothing was written")
	case out == "-":
		return failed("cannot write to standard output: %w", cause(err))
	case errors.Is(err, atomicfile.ErrForeign):
		return &fault{Refused, fmt.Errorf("%s is not a lesson's folder, or holds other files too: choose another name", out)}
	case errors.Is(err, fs.ErrExist):
		or := ""
		if c.takes("force") {
			or = ", or add --force to replace it"
		}
		return &fault{Refused, fmt.Errorf("%s exists already: choose another name%s", out, or)}
	}
	return &fault{Failed, errors.New(export.WriteError(out, err, i18n.For(i18n.English)))}
}
