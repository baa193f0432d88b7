package cli

import (
	"errors"
	"flag"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// flags is the flag set of one command.
type flags struct {
	*flag.FlagSet
	verbose bool
}

func newFlags(command string) *flags {
	f := &flags{FlagSet: flag.NewFlagSet(command, flag.ContinueOnError)}
	f.SetOutput(io.Discard)
	f.BoolVar(&f.verbose, "v", false, "")
	return f
}

// parse reads flags and words in any order and returns the words, of which
// there must be n.
func (p *Program) parse(f *flags, args []string, n int) ([]string, error) {
	words, err := p.words(f, args)
	switch {
	case err != nil:
		return nil, err
	case len(words) < n:
		return nil, wrong("%s needs something to work on; see c5atlas help", f.Name())
	case len(words) > n:
		return nil, wrong("%s cannot make sense of %q; see c5atlas help", f.Name(), words[n])
	}
	return words, nil
}

// words is parse for any number of words.
func (p *Program) words(f *flags, args []string) ([]string, error) {
	var words []string
	for len(args) > 0 {
		if err := f.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				if err := p.print(strings.Split(usage, "\n")...); err != nil {
					return nil, err
				}
				return nil, &fault{OK, errors.New("")}
			}
			return nil, wrong("%s: %w; flags: %s", f.Name(), err, strings.Join(f.names(), ", "))
		}
		rest := f.Args()
		if done := len(args) - len(rest); done > 0 && args[done-1] == "--" {
			words, rest = append(words, rest...), nil
		}
		if len(rest) > 0 {
			words, rest = append(words, rest[0]), rest[1:]
		}
		args = rest
	}
	if f.verbose {
		p.verbose()
	}
	return words, nil
}

func (f *flags) names() []string {
	var out []string
	f.VisitAll(func(x *flag.Flag) {
		dash := "--"
		if len(x.Name) == 1 {
			dash = "-"
		}
		out = append(out, dash+x.Name)
	})
	return out
}

// given reports whether a flag stands on the command line.
func (f *flags) given(name string) bool {
	ok := false
	f.Visit(func(x *flag.Flag) { ok = ok || x.Name == name })
	return ok
}

// choice checks that value is one of the valid ones.
func choice[T ~string](flagName, value string, valid []T) (T, error) {
	if slices.Contains(valid, T(value)) {
		return T(value), nil
	}
	return "", wrong("--%s %q is not one of %s", flagName, value, list(valid))
}

func list[T ~string](values []T) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return strings.Join(out, ", ")
}

// cause drops the operation and path that package os puts before an error.
func cause(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}
