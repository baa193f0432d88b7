package cli

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// formats are the endings that export writes.
func formats() []string { return []string{"png", "svg", "pdf", "csv"} }

// order is one export as the command line asks for it.
type order struct {
	viewFlags
	data, size, scale, dpi, format, out string
	force, noData                       bool
}

func (p *Program) export(ctx context.Context, args []string) error {
	started := p.Now()
	var o order
	f := newFlags("export")
	o.define(f)
	f.StringVar(&o.data, "data", "", "")
	f.StringVar(&o.size, "size", "slide", "")
	f.StringVar(&o.scale, "scale", "1", "")
	f.StringVar(&o.dpi, "dpi", "", "")
	f.StringVar(&o.format, "format", "", "")
	f.StringVar(&o.out, "out", "", "")
	f.BoolVar(&o.force, "force", false, "")
	f.BoolVar(&o.noData, "no-data", false, "")
	words, err := p.words(f, args)
	if err != nil {
		return err
	}
	switch {
	case len(words) == 0:
		return wrong("export needs something to work on: %s, lesson", list(export.Kinds()))
	case words[0] == "lesson":
		return p.exportLesson(ctx, &o, words[1:])
	case len(words) > 1:
		return wrong("export cannot make sense of %q; see c5atlas help", words[1])
	}
	kind, err := choice("export", words[0], export.Kinds())
	if err != nil {
		return wrong("export %q is not one of %s, lesson", words[0], list(export.Kinds()))
	}
	if err := o.settle(kind); err != nil {
		return err
	}
	options, err := o.options(p, kind)
	if err != nil {
		return err
	}
	if err := o.blocked(); err != nil {
		return err
	}
	d, err := p.open(o.data)
	if err != nil {
		return err
	}
	s, err := o.state(p, d)
	if err != nil {
		return err
	}
	room, err := scene.NewRoom(d)
	if err != nil {
		return err
	}
	if err := o.run(ctx, p, room, s, options); err != nil {
		return err
	}
	p.log("exported", map[string]any{"kind": kind, "out": o.out, "format": o.format, "ms": p.Now().Sub(started).Milliseconds()})
	return nil
}

// settle checks where to and in which format.
func (o *order) settle(kind export.Kind) (err error) {
	if o.out == "" {
		return wrong("export needs --out: a file, or - for standard output")
	}
	if o.format == "" {
		if o.out == "-" {
			o.format = "png"
		} else if o.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), ".")); o.format == "" {
			return wrong("--out %s has no ending: add .%s, or give --format", o.out, strings.Join(formats(), " or ."))
		}
	}
	if _, err := choice("format", o.format, formats()); err != nil {
		return err
	}
	if o.format == "csv" && kind == export.Dashboard {
		return wrong("a dashboard has several tables: export its chart or its map as csv")
	}
	return nil
}

func (o *order) options(p *Program, kind export.Kind) (export.Options, error) {
	options := export.Options{Kind: kind, Software: p.Name + " " + p.Version, Foreign: o.data != "", NoData: o.noData}
	scale, err := strconv.Atoi(o.scale)
	if err != nil {
		return options, wrong("--scale %q is not one of 1, 2, 3", o.scale)
	}
	var dpi float64
	if o.dpi != "" {
		if dpi, err = strconv.ParseFloat(o.dpi, 64); err != nil || !(dpi > 0) {
			return options, wrong("--dpi %q is not a number of dots an inch", o.dpi)
		}
	}
	if options.Size, err = export.ParseSize(o.size, scale, dpi); err != nil {
		return options, &fault{Wrong, err}
	}
	if epoch := p.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		sec, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return options, wrong("SOURCE_DATE_EPOCH %q is not a number of seconds", epoch)
		}
		options.Created = time.Unix(sec, 0)
	}
	return options, nil
}

// blocked finds early what would make the writing fail anyway.
func (o *order) blocked() error {
	if o.out == "-" || o.force {
		return nil
	}
	if info, err := os.Stat(o.out); err == nil && info.Mode().IsRegular() {
		return o.unwritten(&fs.PathError{Op: "write", Path: o.out, Err: fs.ErrExist})
	}
	return nil
}

func (o *order) run(ctx context.Context, p *Program, room *scene.Room, s state.State, options export.Options) error {
	var write func(io.Writer) error
	switch o.format {
	case "csv":
		write = func(w io.Writer) error { return export.WriteCSV(w, room, s, options.Kind) }
	case "svg":
		write = func(w io.Writer) error { return export.WriteSVG(ctx, w, room, s, options) }
	case "pdf":
		write = func(w io.Writer) error { return export.WritePDF(ctx, w, room, s, options) }
	default:
		pic, err := export.Draw(ctx, room, s, options)
		if errors.Is(err, context.Canceled) {
			return failed("interrupted; nothing was written")
		}
		if err != nil {
			return failed("cannot draw this: %w", err)
		}
		p.log("drew", map[string]any{"size": image.Pt(options.Size.Width, options.Size.Height)})
		write = pic.WritePNG
	}
	if o.out == "-" {
		if err := write(p.Stdout); err != nil {
			return failed("cannot write to standard output: %w", cause(err))
		}
		return nil
	}
	checked := func(w io.Writer) error {
		if err := write(w); err != nil {
			return err
		}
		return ctx.Err() // interrupted meanwhile: leave things as they were
	}
	if err := atomicfile.Write(o.out, o.force, checked); err != nil {
		return o.unwritten(err)
	}
	return nil
}

// unwritten says why the file could not be written and what to do.
func (o *order) unwritten(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return failed("interrupted; nothing was written")
	case errors.Is(err, atomicfile.ErrForeign):
		return &fault{Refused, fmt.Errorf("%s is not a lesson's folder, or holds other files too: choose another name", o.out)}
	case errors.Is(err, fs.ErrExist):
		return &fault{Refused, fmt.Errorf("%s exists already: choose another name, or add --force to replace it", o.out)}
	}
	return &fault{Failed, errors.New(export.WriteError(o.out, err, i18n.For("en")))}
}
