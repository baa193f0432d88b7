package cli

import (
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/export"
)

// Shells names the shells that [Completion] knows.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion is what makes a shell complete commands, flags and their values,
// from the table of commands; "" for a shell that it does not know.
func Completion(shell string) string {
	switch shell {
	case "bash":
		return bash()
	case "zsh":
		return zsh()
	case "fish":
		return fish()
	}
	return ""
}

// made is the first line of each.
const made = `# Made by "go generate ./packaging" from the table of commands.`

// offered are the values that a shell offers for the option.
func (o *option) offered() []string {
	if o.name == "size" {
		return export.SizeNames()
	}
	if o.values == nil {
		return nil
	}
	return o.values()
}

// ofFile reports whether the option's value is a path.
func (o *option) ofFile() bool { return o.value == "FILE" || o.value == "PATH" || o.value == "FOLDER" }

// offered are the words that may follow the command.
func (x *command) offered() []string {
	first, _, _ := strings.Cut(x.words, " ")
	switch {
	case x.name == "help":
		return strings.Split(names(), ", ")
	case strings.Contains(first, "|") && first == strings.ToLower(first):
		return strings.Split(first, "|")
	}
	return nil
}

// flags are all that the command takes, with their dashes.
func (x *command) flags() string {
	var all []string
	for _, o := range slices.Concat(x.options, everywhere) {
		all = append(all, dashed(o.name))
	}
	return strings.Join(all, " ")
}

// bash is the completion of bash.
func bash() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(made + `
_c5atlas() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags="" words=""
	COMPREPLY=()`)
	line("\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\tCOMPREPLY=($(compgen -W %q -- \"$word\") $(compgen -f -- \"$word\"))\n\t\treturn\n\tfi", strings.ReplaceAll(names(), ",", "")+" "+window.flags()+" "+alsoVersion)
	line("\tcase $before in")
	var options []option
	for _, c := range commands() {
		for _, o := range c.options {
			if !slices.ContainsFunc(options, func(p option) bool { return p.name == o.name }) {
				options = append(options, o)
			}
		}
	}
	for _, o := range options {
		switch known := o.offered(); {
		case known != nil:
			line("\t--%s) COMPREPLY=($(compgen -W %q -- \"$word\")); return ;;", o.name, strings.Join(known, " "))
		case o.ofFile():
			line("\t--%s) COMPREPLY=($(compgen -f -- \"$word\")); return ;;", o.name)
		case o.value != "":
			line("\t--%s) return ;;", o.name)
		}
	}
	line("\tesac\n\tcase ${COMP_WORDS[1]} in")
	for _, c := range commands() {
		line("\t%s) flags=%q words=%q ;;", c.name, c.flags(), strings.Join(c.offered(), " "))
	}
	line("\t*) flags=%q ;;", window.flags())
	line(`	esac
	case $word in
	-*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
	*) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")) ;;
	esac
}
complete -o filenames -F _c5atlas c5atlas`)
	return b.String()
}

// fish is the completion of fish.
func fish() string {
	var b strings.Builder
	line := func(words ...string) { fmt.Fprintln(&b, strings.Join(words, " ")) }
	line(made)
	line("complete -c c5atlas -n __fish_use_subcommand -l", strings.TrimPrefix(alsoVersion, "--"), "-d", single(commandOf("version").about, `\'`))
	for _, o := range slices.Concat(window.options, everywhere) {
		line("complete -c c5atlas -n", single("not __fish_seen_subcommand_from "+strings.ReplaceAll(names(), ",", ""), `\'`), fishFlag(o.name), "-d", single(o.about, `\'`))
	}
	for _, c := range commands() {
		line("complete -c c5atlas -n __fish_use_subcommand -a", c.name, "-d", single(c.about, `\'`))
		after := "'__fish_seen_subcommand_from " + c.name + "'"
		if words := c.offered(); words != nil {
			line("complete -c c5atlas -n", after, "-a", single(strings.Join(words, " "), `\'`))
		}
		for _, o := range slices.Concat(c.options, everywhere) {
			words := []string{"complete -c c5atlas -n", after, fishFlag(o.name)}
			switch known := o.offered(); {
			case known != nil:
				words = append(words, "-x -a", single(strings.Join(known, " "), `\'`))
			case o.ofFile():
				words = append(words, "-r")
			case o.value != "":
				words = append(words, "-x")
			}
			line(append(words, "-d", single(o.about, `\'`))...)
		}
	}
	return b.String()
}

// fishFlag is what fish calls a flag: one of one letter has one dash.
func fishFlag(name string) string {
	if len(name) == 1 {
		return "-s " + name
	}
	return "-l " + name
}

// zsh is the completion of zsh, a function for its path of functions.
func zsh() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("#compdef c5atlas\n" + made + "\nlocal -a commands\ncommands=(")
	for _, c := range commands() {
		line("\t%s", single(c.name+":"+c.about, `'\''`))
	}
	line(")\nif (( CURRENT == 2 )); then\n\t_describe command commands\n\tcompadd -- %s\n\t_files\n\treturn\nfi\nshift words\n(( CURRENT-- ))\ncase $words[1] in", window.flags()+" "+alsoVersion)
	plain := strings.NewReplacer("[", "(", "]", ")", ":", ",").Replace
	for _, c := range append(commands(), window) {
		name := c.name
		if c == window {
			name = "*" // a path
		}
		line("%s)\n\t_arguments \\", name)
		for _, o := range slices.Concat(c.options, everywhere) {
			spec := dashed(o.name) + "[" + plain(o.about) + "]"
			switch known := o.offered(); {
			case known != nil:
				spec += ":" + o.value + ":(" + strings.Join(known, " ") + ")"
			case o.ofFile():
				spec += ":" + o.value + ":_files"
			case o.value != "":
				spec += ":" + plain(o.value) + ":"
			}
			line("\t\t%s \\", single(spec, `'\''`))
		}
		if words := c.offered(); words != nil {
			line("\t\t%s \\", single("1:what:("+strings.Join(words, " ")+")", `'\''`))
		}
		line("\t\t'*:file:_files'\n\t;;")
	}
	line("esac")
	return b.String()
}

// single is a text in single quotes, in which another stands as escaped.
func single(text, escaped string) string { return "'" + strings.ReplaceAll(text, "'", escaped) + "'" }
