package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
)

// option is one flag of a command. Help, the reading of the command line, and
// what an error lists all follow from it.
type option struct {
	name  string
	value string // what help calls its value; "" for a switch
	about string // for help
	usual string // its value when it is not given

	// values are the only ones it takes, if not nil; help lists them after about. They
	// are asked for when the option is given: the languages are read from files.
	values func() []string

	// view puts the value into a view, where the option is a field of one. It may
	// refuse it.
	view func(s *state.State, value string, d *dataset.Dataset) error

	// extra puts it into what a picture has besides its view. It may refuse it.
	extra func(x *export.Extras, value string) error
}

// fixed are values that are always the same.
func fixed(values ...string) func() []string { return func() []string { return values } }

// command is one word of the command line.
type command struct {
	name        string
	words       string // what stands behind it, for help
	about       string // for the list of commands
	more        string // for its own help
	least, most int    // how many words it takes
	needs       string // what it lacks with fewer words
	options     []option
	run         func(c *call, ctx context.Context) error
}

// call is a command as the command line asks for it.
type call struct {
	*command
	*Program
	words   []string
	carried export.Extras     // what the picture of --view has besides its view
	given   map[string]string // what was given, by the option's name; of a switch "true" or "false"
}

// has reports whether an option was given.
func (c *call) has(name string) bool { _, ok := c.given[name]; return ok }

// value returns what an option was given, or what is usual.
func (c *call) value(name string) string {
	if v, ok := c.given[name]; ok {
		return v
	}
	for _, o := range c.options {
		if o.name == name {
			return o.usual
		}
	}
	return ""
}

// on reports whether a switch is on.
func (c *call) on(name string) bool { return c.given[name] == "true" }

// everywhere is the options that each command takes.
var everywhere = []option{{name: "v", about: "log to standard error"}, {name: "help", about: "print this"}}

// errHelp says that help was asked for among the flags of a command.
var errHelp = errors.New("help")

// parse reads flags and words in any order.
func (x *command) parse(args []string) (*call, error) {
	c := &call{command: x, given: map[string]string{}}
	f := flag.NewFlagSet(x.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	var refused error // what an option says of its value, which package flag makes a text
	for _, o := range slices.Concat(x.options, everywhere) {
		take := func(v string) error {
			if v == "" && o.names() {
				refused = wrong("%s: %s needs a value; see c5atlas help %s", x.name, dashed(o.name), x.helpName())
				return refused
			}
			if o.values != nil {
				if _, refused = choice(o.name, v, o.values()); refused != nil {
					return refused
				}
			}
			c.given[o.name] = v
			return nil
		}
		if o.value != "" {
			f.Func(o.name, "", take)
			continue
		}
		f.BoolFunc(o.name, "", func(v string) error {
			on, err := strconv.ParseBool(v)
			if err != nil {
				refused = wrong("%s is a switch: %q is neither true nor false", dashed(o.name), v)
				return refused
			}
			return take(strconv.FormatBool(on))
		})
	}
	for len(args) > 0 {
		if err := f.Parse(args); err != nil {
			return nil, cmp.Or(refused, x.fault(err))
		}
		rest := f.Args()
		if done := len(args) - len(rest); done > 0 && args[done-1] == "--" {
			c.words, rest = append(c.words, rest...), nil
		}
		if len(rest) > 0 {
			c.words, rest = append(c.words, rest[0]), rest[1:]
		}
		args = rest
	}
	c.words = slices.DeleteFunc(c.words, func(w string) bool { return w == "" }) // such as a variable of a script that is not set
	switch {
	case c.on("help"):
		return nil, errHelp
	case len(c.words) < x.least:
		return nil, wrong("%s needs %s; see c5atlas help %s", x.name, x.needs, x.name)
	case len(c.words) > x.most:
		return nil, wrong("%s cannot make sense of %q; see %s", x.name, c.words[x.most], strings.TrimSpace("c5atlas help "+x.helpName()))
	}
	return c, nil
}

// takes reports whether it has that flag.
func (x *command) takes(name string) bool {
	return slices.ContainsFunc(slices.Concat(x.options, everywhere), func(o option) bool { return o.name == name })
}

// fault says what is wrong with a flag, in our words where there are some.
func (x *command) fault(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return errHelp
	}
	var names []string
	for _, o := range slices.Concat(x.options, everywhere) {
		names = append(names, dashed(o.name))
	}
	if name, ok := strings.CutPrefix(err.Error(), "flag needs an argument: -"); ok {
		return wrong("%s: %s needs a value; see c5atlas help %s", x.name, dashed(name), x.helpName())
	}
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
		err = fmt.Errorf("there is no flag %s", dashed(name))
	}
	return wrong("%s: %w; flags: %s", x.name, err, strings.Join(names, ", "))
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// choice checks that value is one of the valid ones.
func choice[T ~string](name, value string, valid []T) (T, error) {
	if slices.Contains(valid, T(value)) {
		return T(value), nil
	}
	return "", wrong("--%s %q is not one of %s", name, value, list(valid))
}

func list[T ~string](values []T) string { return strings.Join(texts(values), ", ") }

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// help is the lines that a command prints of itself.
func (x *command) help() []string {
	lines := []string{strings.TrimSpace("c5atlas "+x.name+" "+x.words) + flagsWord(x.options), x.about}
	if x.more != "" {
		lines = append(lines, strings.Split(x.more, "\n")...)
	}
	lines = append(lines, "")
	for _, o := range slices.Concat(x.options, everywhere) {
		lines = append(lines, fmt.Sprintf("  %-18s %s", strings.TrimSpace(dashed(o.name)+" "+o.value), o.says()))
	}
	return lines
}

func flagsWord(o []option) string {
	if len(o) == 0 {
		return ""
	}
	return " [FLAGS]"
}

// names reports whether its value is a file or a folder. An empty one is none of them:
// of data it would quietly mean the embedded ones.
func (o *option) names() bool { return slices.Contains([]string{"PATH", "FILE", "FOLDER"}, o.value) }

// says is what help says of the option.
func (o *option) says() string {
	text := o.about
	if o.values != nil {
		text = strings.TrimPrefix(text+": "+strings.Join(o.values(), ", "), ": ")
	}
	if o.usual != "" {
		text += " (" + o.usual + ")"
	}
	return text
}
