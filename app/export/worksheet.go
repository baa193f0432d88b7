package export

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pattern"
)

// A figure of a worksheet, in layout pixels: on paper of A4 its type of 12 is set in
// more than [LeastType] points.
const (
	figureWidth, figureHeight = 960, 460
	figureDots                = 150
)

// worksheet writes the scenes for a class to work on: each picture without the words
// that say what is in it, the caption with blanks for its numbers and names, and on
// the last page the key.
func (b *box) worksheet(w io.Writer) error {
	pages := b.Steps
	b.Steps = unmarked(b.scenes) // whose key tells what is hidden, and which the class is to mark
	for i := range b.Steps {
		b.Steps[i].Question.Text = b.Steps[i].Question.InFile()
	}
	defer func() { b.Steps = pages }()
	g, err := b.pages(b.o.Handout.format())
	if err != nil {
		return err
	}
	g.turn()
	g.set(run{words: b.called(), size: readingTitle, bold: true})
	g.set(run{words: b.p.T("export.worksheetHead"), size: handoutType, before: 8})
	g.last().y += 4
	var keys []run
	n := 0
	for i, step := range b.Steps {
		words, answers := blanks(step, n)
		if step.Hidden.Has(state.HideCaption) {
			words, answers = "", []string{step.Caption}
		}
		if step.Panes == scene.WordsAlone && len(answers) == 0 && step.Question.Text == "" {
			b.drawn()
			continue // nothing to look at, nothing to fill in
		}
		if err := g.task(b, i, words); err != nil {
			return fmt.Errorf("worksheet, scene %d: %w", i+1, err)
		}
		if len(answers) == 0 && step.Question.Answer == "" {
			continue
		}
		keys = append(keys, run{words: fmt.Sprintf("%d  %s", i+1, step.Title), size: handoutType, bold: true, before: 8, keep: handoutLeading})
		for k, answer := range answers {
			n++
			answers[k] = fmt.Sprintf("[%d]\u00a0%s", n, answer)
		}
		for _, words := range []string{strings.Join(answers, "   "), step.Question.Answer} {
			keys = append(keys, run{words: words, size: handoutType, before: 1})
		}
	}
	if len(keys) > 0 {
		g.turn()
		g.set(run{words: b.p.T("export.worksheetKey"), size: readingTitle, bold: true, keep: 3 * handoutLeading})
		for _, x := range keys {
			g.set(x)
		}
	}
	return g.write(b, w)
}

// task sets a scene: its title, its picture, and what is to be filled in; all of it
// on one page where it fits.
func (g *pages) task(b *box, i int, words string) error {
	step := b.Steps[i]
	high, size := 0.0, Size{Width: figureWidth, Height: figureHeight, Density: 1, DPI: figureDots}
	if step.Panes != scene.WordsAlone {
		high = g.wide() * figureHeight / figureWidth
	}
	g.set(run{words: fmt.Sprintf("%d  %s", i+1, step.Title), size: readingHeading, bold: true, before: 14, keep: min(high+g.height(words)+g.height(step.Question.Text)+2*handoutLeading, g.end()-sheetMargin-60)})
	if step.When != "" {
		g.set(run{words: step.When, size: readingSmall, muted: true, before: 2})
	}
	if high > 0 {
		j, err := b.job(i, size)
		if err != nil {
			return err
		}
		j.options.Scene.Figure = true
		p := g.last()
		g.put(j, sheetMargin, p.y+6, g.wide(), high)
		p.y += high + 10
	} else {
		b.drawn()
	}
	g.paragraphs(words)
	if q := step.Question.Text; q != "" {
		g.set(run{words: q, size: handoutType, bold: true, before: 6, keep: 2 * ruleDistance})
		p := g.last()
		p.rules(g.first.pal.Hairline, sheetMargin, g.wide(), p.y+2.4*ruleDistance)
	}
	return nil
}

// blanks is the caption of a scene with a numbered blank for each number and name,
// and what belongs in these. Where it is not known what the view filled in, each
// number of a paragraph is, but for years; a line under a paragraph says where that
// stands, and keeps its.
func blanks(step scene.Step, before int) (words string, answers []string) {
	gaps := step.Gaps
	if gaps == nil {
		gaps = numbers(step.Caption)
	}
	var b strings.Builder
	at := 0
	for _, g := range gaps {
		answer := step.Caption[g.From:g.To]
		if strings.TrimSpace(answer) == "" {
			continue
		}
		answers = append(answers, answer)
		fmt.Fprintf(&b, "%s[%d]\u00a0%s", step.Caption[at:g.From], before+len(answers), strings.Repeat("_", blankLength(answer)))
		at = g.To
	}
	return b.String() + step.Caption[at:], answers
}

// blankLength is how long a blank is: it tells a number from a word and a word from
// several, and no more.
func blankLength(answer string) int {
	switch n := utf8.RuneCountInString(answer); {
	case n <= 4:
		return 6
	case n <= 14:
		return 16
	}
	return 30
}

var number = pattern.Late(`(^|[\s("«„“:])(\d{1,3}([  ,.]\d{3})*([.,]\d+)?)($|[\s)"»”;:,.%])`)

// numbers finds the numbers of a caption that are no years.
func numbers(caption string) []scene.Gap {
	var out []scene.Gap
	from := 0
	for para := range strings.SplitSeq(caption, "\n\n") {
		first, _, _ := strings.Cut(para, "\n")
		for at := 0; ; {
			m := number().FindStringSubmatchIndex(first[at:])
			if m == nil {
				break
			}
			out = append(out, scene.Gap{From: from + at + m[4], To: from + at + m[5]})
			at += m[5]
		}
		from += len(para) + 2
	}
	return out
}
