package charts

import (
	"slices"
	"strings"
	"testing"
)

// What stands below the plot gives way in order: notes, then the footer; a source
// that would be cut becomes the short one.
func TestFootGivesWay(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	c.ShortSource = "Source: five documents"
	has := func(r *recorded, begin string) bool {
		return slices.ContainsFunc(r.texts, func(s recordedText) bool { return strings.HasPrefix(s.text, begin) })
	}
	for _, s := range []struct {
		size                        Size
		notes, source, short, above bool
	}{
		{Size{1920, 1080, 1}, true, true, false, true},
		{Size{960, 600, 1}, true, true, false, true},
		{Size{480, 260, 1}, false, false, true, true},
		{Size{300, 120, 1}, false, false, false, false},
	} {
		r, _ := record(c, s.size)
		if got := has(r, "A statement counts"); got != s.notes {
			t.Errorf("%v: notes %v", s.size, got)
		}
		if got := has(r, "Source: joint statement"); got != s.source {
			t.Errorf("%v: source %v", s.size, got)
		}
		if got := has(r, "Source: five documents"); got != s.short {
			t.Errorf("%v: short source %v", s.size, got)
		}
		if got := has(r, "Agreements and"); got != s.above {
			t.Errorf("%v: title %v", s.size, got)
		}
	}
}

// Where a note has no room it loses whole sentences; only where not even its first has
// room is that cut.
func TestNotesLoseSentences(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	c.Notes = []string{"A gap means not covered by these five documents, not that nobody met. The calendar was gathered by the authors from pages they could find, about 16 July 2020 and later; it is not complete. The end."}
	seen := map[string]int{}
	for height := 180.0; height < 700; height += 10 {
		r, _ := record(c, Size{420, height, 1})
		var words []string
		for _, s := range r.texts {
			if strings.HasPrefix(s.text, "A gap") || len(words) > 0 && !strings.HasPrefix(s.text, "Source") {
				words = append(words, s.text)
			} else if len(words) > 0 {
				break
			}
		}
		note := strings.Join(words, " ")
		if note == "" {
			continue
		}
		seen[note]++
		if !strings.HasPrefix(c.Notes[0], note) && !strings.HasSuffix(note, "…") || !strings.HasSuffix(note, ".") && strings.Contains(note, ". ") {
			t.Errorf("%v high: the note is %q", height, note)
		}
	}
	if len(seen) < 2 {
		t.Errorf("only one note was seen: %v", seen)
	}
}

// A note that has no room is cut at the end of a word, and not where a short source
// leaves it the room.
func TestNotesEndInWords(t *testing.T) {
	t.Parallel()
	const note = "A statement counts once for every state it concerns: 196 entries for 41 statements"
	var cuts, short int
	for width := 200.0; width < 640; width += 20 {
		for height := 200.0; height < 420; height += 20 {
			c := domainsChart()
			c.Rows, c.Values = c.Rows[:3], c.Values[:3]
			c.Notes, c.ShortSource = []string{note}, "Source: five documents"
			r, _ := record(c, Size{width, height, 1})
			at := slices.IndexFunc(r.texts, func(s recordedText) bool { return strings.HasPrefix(note, strings.TrimSuffix(s.text, "…")) })
			if at < 0 {
				continue
			}
			lines := []string{r.texts[at].text}
			for _, s := range r.texts[at+1:] {
				if !strings.Contains(note, strings.TrimSuffix(s.text, "…")) {
					break
				}
				lines = append(lines, s.text)
			}
			said := strings.Join(lines, " ")
			kept, cut := strings.CutSuffix(said, "…")
			if !cut {
				if said == note && r.has(c.ShortSource) {
					short++
				}
				continue
			}
			cuts++
			if !strings.HasPrefix(note, kept) || note[len(kept)] != ' ' && note[len(kept)] != ':' {
				t.Errorf("%v x %v: %q", width, height, said)
			}
		}
	}
	if cuts == 0 || short == 0 {
		t.Errorf("%d notes are cut, %d whole beside a short source", cuts, short)
	}
}

// A title and a source that are cut end in a word of theirs, too.
func TestTitlesEndInWords(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	c.Title = "Agreements and commitments by level and date of meeting"
	whole := map[string]bool{}
	for w := range strings.FieldsSeq(c.Title + " " + c.Source) {
		whole[strings.Trim(w, ",;:")] = true
	}
	cuts := map[bool]int{} // by whether it is the source
	for width := 160.0; width < 420; width += 10 {
		r, _ := record(c, Size{width, 400, 1})
		for _, s := range r.texts {
			kept, cut := strings.CutSuffix(s.text, "…")
			source := strings.Contains(c.Source, kept)
			if !cut || !source && !strings.Contains(c.Title, kept) {
				continue
			}
			cuts[source]++
			if words := strings.Fields(kept); !whole[words[len(words)-1]] {
				t.Errorf("%v wide: %q", width, s.text)
			}
		}
	}
	if cuts[true] == 0 || cuts[false] == 0 {
		t.Errorf("cut are %v", cuts)
	}
}

// A footer that has a line of its own is whole, also where it is wider than half of it.
func TestFooterIsWhole(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	c.Footer = "C+C5 Atlas, data 1.1.0, 26 November 2026"
	if r, _ := record(c, Size{340, 700, 1}); !r.has(c.Footer) {
		t.Errorf("the footer is cut: %+v", r.texts[len(r.texts)-1])
	}
}

// The footer ends at the right margin, the source begins at the left one.
func TestFootStandsAtTheEdges(t *testing.T) {
	t.Parallel()
	r, _ := record(domainsChart(), Size{960, 600, 1})
	for _, s := range r.texts {
		switch {
		case strings.HasPrefix(s.text, "Source"):
			if s.x != 20 {
				t.Errorf("source at %v", s.x)
			}
		case strings.HasPrefix(s.text, "C+C5"):
			if d := s.right() - 940; d < -0.01 || d > 0.01 {
				t.Errorf("footer ends at %v", s.right())
			}
		}
	}
}

// In a low page title and subtitle share a line, in a high one they do not.
func TestHeadingOfLowPages(t *testing.T) {
	t.Parallel()
	for s, want := range map[Size]bool{{1024, 206, 1}: true, {960, 600, 1}: false} {
		r, _ := record(domainsChart(), s)
		find := func(text string) recordedText {
			i := slices.IndexFunc(r.texts, func(s recordedText) bool { return s.text == text })
			if i < 0 {
				t.Fatalf("%v: no %q", s, text)
			}
			return r.texts[i]
		}
		title, sub := find("Agreements and commitments by domain"), find("44 of 90 statements · all states · 2020–2025")
		if got := title.y < sub.bottom() && sub.y < title.bottom(); got != want {
			t.Errorf("%v: in one line: %v", s, got)
		}
	}
}

// A chart of nothing says so, whatever it would have shown, and has no marks.
func TestNothing(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		c := sample()
		c.Values = [][]float64{{0, -3}, {}}
		for k := range c.Panels {
			c.Panels[k].Values = nil
		}
		if name == "empty" || c.Kind == Lanes {
			continue
		}
		r, l := record(c, Size{960, 600, 1})
		if len(l.Marks) > 0 || !slices.ContainsFunc(r.texts, func(s recordedText) bool { return strings.HasPrefix(s.text, "Nothing matches") }) {
			t.Errorf("%s: %d marks", name, len(l.Marks))
		}
		for _, s := range c.Series {
			if r.has(s.Label) {
				t.Errorf("%s: a key to nothing: %q", name, s.Label)
			}
		}
	}
}

// Without faces a chart has its marks, and no texts; without a bold one all is
// regular.
func TestFaces(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		c := sample()
		c.Style.Regular, c.Style.Bold = nil, nil
		r, l := record(c, Size{960, 600, 1})
		if len(r.texts) > 0 || len(l.Marks) == 0 && !c.isEmpty() {
			t.Errorf("%s without faces: %d texts, %d marks", name, len(r.texts), len(l.Marks))
		}
		c = sample()
		c.Style.Bold = nil
		r, _ = record(c, Size{960, 600, 1})
		for i := range r.pic.Steps {
			if text := r.pic.Steps[i].Text; text != nil && text.Face != regular {
				t.Errorf("%s: %q is not regular", name, text.String)
			}
		}
	}
}

// Numbers are written as the chart says.
func TestFormats(t *testing.T) {
	t.Parallel()
	c := domainsChart()
	if c.format(1234.5) != "1234.5" || c.formatShare(0.421) != "42 %" {
		t.Errorf("%q, %q", c.format(1234.5), c.formatShare(0.421))
	}
	c.Format = func(v float64) string { return "n" + c2(v) }
	c.FormatShare = func(float64) string { return "part" }
	c.More = func(n int) string { return "and more" }
	c.Share = true
	r, _ := record(c, Size{960, 600, 1})
	if !r.has("part") || !r.has("n\u00a0=\u00a0n9") {
		t.Error("numbers are not as the chart formats them")
	}
	r, _ = record(func() *Chart { m := manyChart(); m.More = c.More; return m }(), Size{480, 260, 1})
	if !slices.ContainsFunc(r.texts, func(s recordedText) bool { return strings.HasPrefix(s.text, "and more: ") }) {
		t.Error("what is folded is not said as the chart says")
	}
}

func c2(v float64) string { return string(rune('0' + int(v)%10)) }
