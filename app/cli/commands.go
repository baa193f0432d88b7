package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/built"
)

// commands lists the words of the command line in the order of help.
func commands() []*command {
	return []*command{
		{
			name: "export", words: strings.Join(texts(export.Kinds()), "|") + "|lesson|data", about: "write one picture, its numbers, a lesson as a folder, or the data package",
			more: "A lesson is followed by its file, by the name of one that comes with the data, or by " + builtIn + ": those of the data in order of time. Its folder holds pictures, numbers and a handout." +
				"\nA CSV has a row for each number that is not 0; of a map and of a chronology one for each meeting, with 0 where nothing is counted of it.",
			least: 1, most: 2, needs: "something to work on: " + list(export.Kinds()) + ", lesson, data",
			options: slices.Concat(exportOptions(), extraOptions(), viewOptions()), run: (*call).export,
		},
		{
			name: "validate", words: "PATH", about: "check a data package: 0 clean, 1 findings, 2 unreadable",
			least: 1, most: 1, needs: "a data package: a folder, a .zip, an .xlsx or .ods",
			more:    "Findings are said in the language of --lang; --json has them in English, with keys that stay as they are.",
			options: []option{asJSON, inLang, {name: "originals", value: "FOLDER", about: "compare the publishers' own texts, too: each link exact, moved, ambiguous or lost"}}, run: (*call).validate,
		},
		{
			name: "check-lesson", words: "LESSON", about: "say what the back row of a room cannot read: 0 clean, 1 findings",
			least: 1, most: 1, needs: "a lesson: a file, one of the data by its name, or " + builtIn,
			more: "Small type, faint texts and marks, colours alike to colour-blind eyes or in grey, too many words, scenes that show nothing new.",
			options: []option{
				asJSON, fromData, inLang,
				{name: "size", value: "SIZE", about: "of the screen: WIDTHxHEIGHT in pixels", usual: "slide"},
				{name: "theme", value: "THEME", about: "the look; light and dark if left out", values: fixed(texts(state.PictureThemes())...)},
			},
			run: (*call).checkLesson,
		},
		{
			name: "new", words: "FOLDER|FILE.xlsx", about: "write a small data package to begin your own with",
			least: 1, most: 1, needs: "a name for a new folder, .zip or .xlsx",
			more:    "A sample is a chronology with sources, made from the template; the template itself is an invented example.",
			options: []option{{name: "sample", value: "NAME", about: "a sample instead of the template", values: assets.Samples}}, run: (*call).fresh,
		},
		{
			name: "inspect", words: "FILE.png", about: "print the view, rows and sources inside an exported picture",
			least: 1, most: 1, needs: "an exported picture",
			more:    "Where the picture was made from these data, its rows are counted once more: 1 if they differ.",
			options: []option{asJSON, fromData}, run: (*call).inspect,
		},
		{name: "selftest", about: "draw everything once, check every count", run: (*call).selftest},
		{
			name: "version", about: "print the program's version", more: alsoVersion + " alone does the same.",
			options: []option{{name: "full", about: "and the commit, the system, what it was built with, and the data that ship"}}, run: (*call).version,
		},
		{name: "help", words: "[COMMAND]", about: "print the commands, or the flags of one", most: 2, run: (*call).help},
	}
}

// alsoVersion is what is said of a program everywhere, in place of the command.
const alsoVersion = "--version"

// asJSON is an option of the commands that print what they find.
var asJSON = option{name: "json", about: "print as JSON"}

// inLang is an option of the commands that say more than a few words.
var inLang = option{name: "lang", value: "LANG", about: "of the findings, the system's if it is one of these", values: i18n.Languages}

// fromData is an option of the commands that need data.
var fromData = option{name: "data", value: "PATH", about: "a data package instead of the embedded one"}

// window is what there is without a command.
var window = &command{
	name: "c5atlas", words: "[PATH]", about: "open the window; PATH: a data package (folder, .zip, .xlsx or .ods), a lesson, or an exported PNG", most: 1,
	more: "A window that is open already takes what is at PATH, unless a lesson is on or a document is coded in it.",
	options: []option{
		{name: "present", about: "begin the lesson at once: that of PATH, else the meetings of the data"},
		{name: "new-window", about: "open PATH in a window of its own"},
	},
}

// commandOf returns the command of that name, or nil.
func commandOf(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

// helpName is how help is asked about the command.
func (x *command) helpName() string {
	if x == window {
		return ""
	}
	return x.name
}

// overview is what help prints of the whole program.
func (p *Program) overview() []string {
	lines := []string{p.Name, ""}
	row := func(words, about string) { lines = append(lines, fmt.Sprintf("  c5atlas %-38s %s", words, about)) }
	row(window.words, window.about)
	for i := range window.options {
		row("[PATH] "+dashed(window.options[i].name), window.options[i].about)
	}
	for _, c := range commands() {
		row(strings.TrimSpace(c.name+" "+c.words), c.about)
	}
	return append(lines, "",
		"c5atlas help COMMAND prints the flags of a command; -v with any command logs to standard error.",
		"Exit status: "+statuses+".")
}

// statuses says what the exit statuses mean.
const statuses = "0 done, 1 findings, 2 wrong words, 3 could not read or write, 4 refused for safety"

func (c *call) help(context.Context) error {
	if len(c.words) == 0 {
		return c.print(c.overview()...)
	}
	x := commandOf(c.words[0])
	if x == nil {
		return wrong("there is no command %q: %s", c.words[0], names())
	}
	if len(c.words) > 1 && !slices.Contains(strings.Split(x.words, "|"), c.words[1]) { // help export chart
		return wrong("help %s cannot make sense of %q; see c5atlas help", x.name, c.words[1])
	}
	return c.print(x.help()...)
}

func (c *call) version(context.Context) error {
	lines := []string{c.Program.Name + " " + c.Version}
	if c.on("full") {
		d, _, err := dataset.Shipped()
		if err != nil {
			return failed("%w", err)
		}
		if at := built.Commit(); at != "" {
			lines = append(lines, "commit "+at)
		}
		lines = append(lines, built.System(), "data "+d.Name+" "+d.Version+", "+d.Hash)
	}
	return c.print(lines...)
}

// names lists the commands.
func names() string {
	var all []string
	for _, c := range commands() {
		all = append(all, c.name)
	}
	return strings.Join(all, ", ")
}
