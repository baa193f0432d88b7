package original

import (
	"strings"

	"c5atlas.org/c5atlas/internal/pattern"
)

// readLines reads plain text: each line that is not blank is a paragraph, as the
// data number them.
func (p *paragraphs) readLines(data []byte) error {
	text, err := decoded(data, "")
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(oneBreak(text), "\n") {
		if err := p.add(line); err != nil {
			return err
		}
	}
	return nil
}

// oneBreak has every line end alike.
func oneBreak(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

var (
	markdownHead = pattern.Late(`^ {0,3}(#{1,6} +|>+ ?)`)
	markdownItem = pattern.Late(`^\s*(?:[-*+]|\d+[.)])\s`)
	markdownRule = pattern.Late(`^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:=\s*){3,}|` + "```.*" + `)$`)
	markdownLink = pattern.Late(`!?\[([^\[\]]{0,500})\]\([^()\s]*\)`)
	markdownBold = strings.NewReplacer("**", "", "__", "")
)

// mostMarked is the most bytes of a paragraph in which marks are looked for.
const mostMarked = 64 << 10

// readMarkdown reads Markdown: lines up to a blank one, a heading or an item of
// a list are one paragraph. Marks of emphasis and addresses of links are left
// out.
func (p *paragraphs) readMarkdown(data []byte) error {
	text, err := decoded(data, "")
	if err != nil {
		return err
	}
	var lines []string
	flush := func() error {
		joined := strings.Join(lines, " ")
		lines = lines[:0]
		if len(joined) < mostMarked {
			joined = markdownLink().ReplaceAllString(markdownBold.Replace(joined), "$1")
		}
		return p.add(joined)
	}
	for line := range strings.SplitSeq(oneBreak(text), "\n") {
		head := markdownHead().FindString(line)
		alone := strings.Contains(head, "#")
		rule := markdownRule().MatchString(line)
		if strings.TrimSpace(line) == "" || alone || rule || markdownItem().MatchString(line) {
			if err := flush(); err != nil {
				return err
			}
		}
		if !rule {
			lines = append(lines, strings.TrimPrefix(line, head))
		}
		if alone {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}
