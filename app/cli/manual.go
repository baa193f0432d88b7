package cli

import (
	"fmt"
	"strings"
)

// Manual is the manual page in the language of man(7), from the same table as
// help. program is its name and version, released the day of that, id its name among
// settings, about what it is, in a few words.
func Manual(program, released, id, about string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(`.\" Made by "go generate ./packaging" from the table of commands.`)
	line(`.TH C5ATLAS 1 "%s" %s "User Commands"`, released, quoted(program))
	line(".SH NAME\nc5atlas \\- %s\n.SH SYNOPSIS", roff(about))
	synopsis := func(x *command, more string) {
		if x != window {
			line(".br")
		}
		line(".B %s\n.RI %s", roff(strings.TrimSpace("c5atlas "+x.helpName())), quoted(strings.TrimSpace(x.words+more)))
	}
	synopsis(window, flagsWord(window.options))
	for _, c := range commands() {
		synopsis(c, flagsWord(c.options))
	}
	line(".SH DESCRIPTION\nWithout a command it opens the window. %s", roff(sentenced(strings.TrimPrefix(window.about, "open the window; "))))
	line("If that cannot be opened, the window says so and opens without it. %s", roff(window.more))
	flags := func(x *command) {
		for i := range x.options {
			o := &x.options[i]
			says := sentenced(o.says())
			if o.about == "" { // values are written as they stand
				says = "One of " + o.says() + "."
			}
			line(".TP\n.BI %s %s\n%s", quoted(dashed(o.name)), quoted(strings.TrimRight(" "+o.value, " ")), roff(says))
		}
	}
	flags(window)
	line(".SH COMMANDS")
	for _, c := range commands() {
		line(".SS %s\n%s", quoted(c.name), roff(sentenced(c.about)))
		if c.more != "" {
			line("%s", roff(c.more))
		}
		flags(c)
	}
	line(".PP\nAny command takes")
	for i := range everywhere {
		line(".TP\n.B %s\n%s", roff(dashed(everywhere[i].name)), roff(sentenced(everywhere[i].about)))
	}
	line(".SH KEYS\n%s", roff("In the window F1 shows all keys and Shift+F1 the manual; Ctrl+O opens a file, Ctrl+E exports a picture, F5 presents and Escape leaves that, Ctrl+Q ends."))
	line(".SH EXIT STATUS\n%s", roff(sentenced(statuses)))
	line(".SH FILES\n.TP\n.I %s\n%s", roff("~/.config/fyne/"+id), roff("Of the person, below XDG_CONFIG_HOME if that is set: views to go on with (session*.json), recent files (recent.json), "+
		"the log (c5atlas.log), what a crash left (crash.txt), texts that were attached (originals), what is being coded (drafts), and copies of lessons that are written (lessons). "+
		"Without the folder the program begins as at its first start."))
	line(".SH ENVIRONMENT\n.TP\n.BR LANGUAGE \", \" LC_ALL \", \" LANG\n%s", roff("The language of words, where none was chosen."))
	line(".TP\n.B SOURCE_DATE_EPOCH\n%s", roff("Seconds since 1970 that date an exported file; without it the file has no date, so that equal views give equal bytes."))
	line(".SH EXAMPLES")
	for _, x := range examples {
		line(".TP\n%s\n.B %s", roff(x[1]), roff(x[0]))
	}
	return b.String()
}

var examples = [][2]string{
	{"c5atlas export chart --chart timeline --lang uk --out timeline.png", "A slide."},
	{"c5atlas export chart --size 85mm --theme print --credit 'Chart: A. Author' --out figure.pdf", "A figure of one column for a journal."},
	{"c5atlas export chart --view timeline.png --focus domain=CODE --out lit.svg", "The view of an exported picture with a domain lit."},
	{"c5atlas export chart --excel --lang ru --out numbers.csv", "Numbers for a spreadsheet."},
}

// sentenced ends a text with a full stop.
func sentenced(text string) string {
	text = strings.ToUpper(text[:1]) + text[1:]
	return strings.TrimSuffix(text, ".") + "."
}

// roff is a text on a line of its own in which nothing is taken for a request.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", `\&...`, "×", `\(mu`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return strings.ReplaceAll(text, "\n", "\n.br\n")
}

// quoted is a text as one argument of a request.
func quoted(text string) string { return `"` + strings.ReplaceAll(roff(text), `"`, `\(dq`) + `"` }
