// Package cli is the command line: which words it takes, what they do, and
// which status the program ends with. It needs no display.
package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/internal/plain"
)

// The statuses that Run returns.
const (
	OK       = 0
	Findings = 1 // the thing checked has faults
	Wrong    = 2 // wrong words on the command line
	Failed   = 3 // could not read or write
	Refused  = 4 // refused for safety
)

// Program is what surrounds the command line. All fields but Log and Verbose
// are needed.
type Program struct {
	Name, Version string
	Stdin         io.Reader
	Stdout        io.Writer
	Stderr        io.Writer
	Getenv        func(string) string
	Now           func() time.Time

	Verbose func()                                    // -v was given
	Log     func(event string, fields map[string]any) // what happens, for -v

	// Window opens the window. If what is asked cannot be opened, unopened hears
	// why, and the window opens without it.
	Window func(ctx context.Context, asked Asked, unopened func(error)) error
}

// Asked is what the window is opened with.
type Asked struct {
	Path      string // a data package, a lesson or an exported picture; "" for nothing
	Present   bool   // the lesson begins at once
	NewWindow bool   // even if a window is open that would take what is at Path
}

// fault is an error with the status it ends the program with.
type fault struct {
	status int
	err    error
}

func (f *fault) Error() string { return f.err.Error() }
func (f *fault) Unwrap() error { return f.err }

func wrong(format string, args ...any) error {
	return &fault{Wrong, fmt.Errorf(format, args...)}
}

func failed(format string, args ...any) error {
	return &fault{Failed, fmt.Errorf(format, args...)}
}

// Run does what args, without the program's name, ask for and returns the exit
// status. An error is one line on Stderr.
func Run(ctx context.Context, p *Program, args []string) int {
	return Report(p.Stderr, p.run(ctx, args))
}

// Report writes err as one line on stderr and returns the exit status it
// stands for: [OK] for nil, [Failed] for an error from elsewhere.
func Report(stderr io.Writer, err error) int {
	if err == nil {
		return OK
	}
	if text := strings.Join(strings.Fields(plain.Line(err.Error())), " "); text != "" {
		_, _ = fmt.Fprintln(stderr, "c5atlas: "+text) // nothing to be done if that fails
	}
	var f *fault
	switch {
	case errors.As(err, &f):
		return f.status
	case hostile(err):
		return Refused
	}
	return Failed
}

func (p *Program) run(ctx context.Context, args []string) error {
	for len(args) > 0 && (args[0] == "-v" || args[0] == "--v") {
		p.verbose()
		args = args[1:]
	}
	if len(args) == 0 {
		return p.Window(ctx, Asked{}, nil)
	}
	word, rest := args[0], args[1:]
	switch word {
	case "-h", "-help", "--help":
		word = "help"
	case "-V", "-version", alsoVersion:
		word = "version"
	}
	x := commandOf(word)
	if x == nil {
		return p.open(ctx, args)
	}
	c, err := p.call(x, rest)
	if err != nil {
		return err
	}
	return x.run(c, ctx)
}

// call reads the words and flags of a command.
func (p *Program) call(x *command, args []string) (*call, error) {
	c, err := x.parse(args)
	if errors.Is(err, errHelp) {
		lines := x.help()
		if x == window {
			lines = p.overview()
		}
		return nil, cmp.Or(p.print(lines...), done)
	}
	if err != nil {
		return nil, err
	}
	c.Program = p
	if c.on("v") {
		p.verbose()
	}
	return c, nil
}

// done ends the program with nothing to say.
var done error = &fault{OK, errors.New("")}

// open opens the window with what the words and flags say.
func (p *Program) open(ctx context.Context, args []string) error {
	if name, _, _ := strings.Cut(strings.TrimLeft(args[0], "-"), "="); args[0] != "--" && strings.HasPrefix(args[0], "-") && !window.takes(name) {
		return wrong("%s is not a flag here: the flags of a command follow it, see c5atlas help", args[0])
	}
	// What is no bare word was meant as a path. A desktop hands over whole ones,
	// and the person sees nothing but the window.
	if path := args[0]; !strings.HasPrefix(path, "-") && filepath.Base(path) == path {
		if _, err := os.Stat(path); err != nil {
			return wrong("%q is neither a command (%s) nor a file to open", path, names())
		}
	}
	c, err := p.call(window, args)
	if err != nil {
		return err
	}
	asked := Asked{Present: c.on("present"), NewWindow: c.on("new-window")}
	if len(c.words) > 0 {
		asked.Path = c.words[0]
	}
	status := OK
	err = p.Window(ctx, asked, func(err error) {
		if errors.Is(err, dataset.ErrPackage) {
			err = unreadablePackage(asked.Path, err)
		}
		status = Report(p.Stderr, err)
	})
	if err == nil && status != OK {
		err = &fault{status, errors.New("")} // has been reported
	}
	return err
}

func unreadablePackage(path string, err error) error {
	if hostile(err) {
		return &fault{Refused, fmt.Errorf("refused the data package %s: %w", path, cause(err))}
	}
	return failed("cannot read the data package %s: %w; c5atlas validate says more", path, cause(err))
}

func (p *Program) verbose() {
	if p.Verbose != nil {
		p.Verbose()
	}
}

func (p *Program) log(event string, fields map[string]any) {
	if p.Log != nil {
		p.Log(event, fields)
	}
}

// note writes a line on Stderr about what was done all the same.
func (p *Program) note(format string, args ...any) {
	_, _ = fmt.Fprintln(p.Stderr, "c5atlas: note: "+plain.Line(fmt.Sprintf(format, args...))) // nothing to be done if that fails
}

// print writes lines on Stdout. What files put into them steers no terminal.
func (p *Program) print(lines ...string) error {
	for _, line := range lines {
		if _, err := io.WriteString(p.Stdout, plain.Line(line)+"\n"); err != nil {
			return failed("cannot write to standard output: %w", err)
		}
	}
	return nil
}

// printJSON writes v on Stdout.
func (p *Program) printJSON(v any) error {
	body, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	if _, err := p.Stdout.Write(append(plain.JSON(body), '\n')); err != nil {
		return failed("cannot write to standard output: %w", err)
	}
	return nil
}

// data reads the package at path, the embedded one if path is "".
func (p *Program) data(path string) (*dataset.Dataset, error) {
	var d *dataset.Dataset
	var found []dataset.Finding
	var err error
	if path == "" {
		d, found, err = dataset.Shipped()
	} else {
		d, found, err = dataset.OpenPath(path)
	}
	if err != nil {
		return nil, unreadablePackage(path, err)
	}
	if n := dataset.Faults(found); n > 0 {
		p.note("the data package has %d findings and is used without what they name; see c5atlas validate %s", n, path)
	}
	p.log("opened data", map[string]any{"name": d.Name, "version": d.Version, "statements": len(d.Statements), "findings": len(found)})
	return d, nil
}

// cause drops the operation and path that package os puts before an error.
func cause(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}
