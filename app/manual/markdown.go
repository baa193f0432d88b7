package manual

import (
	"runtime"
	"strings"

	"c5atlas.org/c5atlas/internal/pattern"
)

// A chapter is Markdown, of which these are known: "# Title" first, "## Heading {#id}",
// "- item", "1. step", "![words](figure)" alone, and "{{keys}}" alone, the card of
// keys; anything else is a paragraph, which ends at an empty line. In them `Ctrl+E` is a
// key, [[shell.menuFile > shell.openFile]] words of the interface by their keys, and
// {{…}} a hole as captions have them (docs/LESSONS.md).

var (
	headingLine = pattern.Late(`^##? (.+?)(?: \{#([a-z-]+)\})?$`)
	pictureLine = pattern.Late(`^!\[(.*)\]\(([a-z-]+)\)$`)
	stepLine    = pattern.Late(`^(\d+)\. (.+)$`)
)

// parse divides a chapter into blocks whose texts are as written. The first is the
// title.
func parse(text string) (out []Block) {
	open := false // the last block goes on in the next line
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		was := open
		open = false
		switch {
		case line == "":
		case line == "{{keys}}":
			out = append(out, Block{Kind: KeyCard})
		case strings.HasPrefix(line, "#"):
			if m := headingLine().FindStringSubmatch(line); m != nil {
				out = append(out, Block{Kind: Heading, Text: m[1], ID: m[2]})
			}
		case strings.HasPrefix(line, "!["):
			if m := pictureLine().FindStringSubmatch(line); m != nil {
				out = append(out, Block{Kind: Picture, Text: m[1], ID: m[2]})
			}
		case strings.HasPrefix(line, "- "):
			out, open = append(out, Block{Kind: Item, Text: line[2:]}), true
		case stepLine().MatchString(line):
			m := stepLine().FindStringSubmatch(line)
			out, open = append(out, Block{Kind: Step, Lead: m[1] + ".", Text: m[2]}), true
		case was:
			last := &out[len(out)-1]
			last.Text += " " + line
			open = true
		default:
			out, open = append(out, Block{Kind: Paragraph, Text: line}), true
		}
	}
	return out
}

// next cuts a text at the first key or name of the interface. words is "" if there is
// none.
func next(text string) (plain, words string, key bool, rest string) {
	i, j := strings.IndexByte(text, '`'), strings.Index(text, "[[")
	if i >= 0 && (j < 0 || i < j) {
		if words, rest, ok := strings.Cut(text[i+1:], "`"); ok {
			return text[:i], words, true, rest
		}
	}
	if j >= 0 {
		if words, rest, ok := strings.Cut(text[j+2:], "]]"); ok {
			return text[:j], words, false, rest
		}
	}
	return text, "", false, ""
}

// keyName is how the keyboard of this system writes a key, on one line.
func keyName(words string) string {
	if runtime.GOOS == "darwin" {
		words = strings.ReplaceAll(words, "Ctrl+", "⌘")
	}
	const joiner = "\u2060"
	return strings.ReplaceAll(words, "+", "+"+joiner)
}

// Named lists the keys, and the names of the interface, in the text of a chapter.
func Named(text string) (keys, names []string) {
	for text != "" {
		_, words, key, rest := next(text)
		switch text = rest; {
		case words == "":
		case key:
			keys = append(keys, words)
		default:
			names = append(names, words)
		}
	}
	return keys, names
}
