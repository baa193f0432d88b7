package original

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
)

// mostParts is of how many paragraphs in a row one is looked for that was split.
const mostParts = 6

// explain says of each paragraph that is gone what seems to have happened: its
// letters begin or end a longer one, or several make it up, or another text
// stands between its neighbours.
func (r *Report) explain(x *dataset.Document, t *Text) {
	if !slices.ContainsFunc(r.Links, func(l Link) bool { return l.Reason == Gone }) {
		return
	}
	bare := make([][]rune, len(t.Paragraphs))
	for i, text := range t.Paragraphs {
		bare[i] = []rune(dataset.Bare(text))
	}
	for i := range r.Links {
		l := &r.Links[i]
		if l.Reason != Gone {
			continue
		}
		want, _ := x.TextParagraph(l.Paragraph)
		if k := merged(bare, want); k >= 0 {
			l.Reason, l.Near = Merged, k
		} else if k := split(bare, want); k >= 0 {
			l.Reason, l.Near = Split, k
		} else if k := r.between(i); k >= 0 && k < len(t.Paragraphs) && !r.taken(k) {
			l.Reason, l.Near = Changed, k
		}
	}
}

func is(letters []rune, want dataset.TextParagraph) bool {
	print, _ := dataset.Fingerprint(string(letters))
	return print == want.Fingerprint
}

// merged is the paragraph that begins or ends with the one that is wanted; -1 if
// there is none.
func merged(bare [][]rune, want dataset.TextParagraph) int {
	n := want.Letters
	return slices.IndexFunc(bare, func(p []rune) bool {
		return n > 0 && len(p) > n && (is(p[:n], want) || is(p[len(p)-n:], want))
	})
}

// split is the first of several paragraphs that together are the one that is
// wanted; -1 if there are none.
func split(bare [][]rune, want dataset.TextParagraph) int {
	for i := range bare {
		n := len(bare[i])
		for k := i + 1; k < len(bare) && k < i+mostParts && n < want.Letters; k++ {
			if n += len(bare[k]); n != want.Letters {
				continue
			}
			var whole strings.Builder
			for _, p := range bare[i : k+1] {
				whole.WriteString(string(p))
			}
			if is([]rune(whole.String()), want) {
				return i
			}
		}
	}
	return -1
}

// between is where link i would stand if what was found nearest before and after
// it are its neighbours still; -1 if they have moved apart.
func (r *Report) between(i int) int {
	shift, known := 0, false
	for _, by := range []int{-1, 1} {
		for k := i + by; k >= 0 && k < len(r.Links); k += by {
			l := &r.Links[k]
			if !l.Lit() {
				continue
			}
			d := l.At - number(l.Paragraph)
			if known && d != shift {
				return -1
			}
			shift, known = d, true
			break
		}
	}
	if !known {
		return -1
	}
	return number(r.Links[i].Paragraph) + shift
}

// taken reports whether a paragraph is that of another link.
func (r *Report) taken(at int) bool {
	return slices.ContainsFunc(r.Links, func(l Link) bool { return l.At == at })
}
