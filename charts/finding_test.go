package charts

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sentence is a finding whose words stand nowhere else on a page.
const sentence = "Zebra lines lead here, with quagga figures from okapi passages, and no others."

// told is a sample that says the sentence.
func told(sample func() *Chart, spareFoot bool) *Chart {
	c := sample()
	c.Finding, c.SpareFoot = sentence, spareFoot
	return c
}

// lines are the parts of the sentence that a page shows, from the top.
func (r *recorded) lines() (out []recordedText) {
	for _, s := range r.texts {
		if s.text != "" && strings.Contains(sentence, s.text) && len(s.text) > 5 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b recordedText) int { return int(a.y - b.y) })
	return out
}

func joined(lines []recordedText) string {
	var words []string
	for _, s := range lines {
		words = append(words, s.text)
	}
	return strings.Join(words, " ")
}

func folded(l *Layout) (rows int) {
	for _, m := range l.Marks {
		rows = max(rows, m.Folded)
	}
	return rows
}

// A finding stands whole or not at all, whatever the size, and costs no row its
// place.
func TestFindingStandsWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(11, 7))
	shown, left := 0, 0
	for _, name := range slices.Sorted(maps.Keys(samples)) {
		sample := samples[name]
		for range 12 {
			s := Size{200 + 1100*random.Float64(), 120 + 700*random.Float64(), 1}
			spareFoot := random.IntN(2) == 0
			at := fmt.Sprintf("%s, %.0f x %.0f, spare foot %t", name, s.Width, s.Height, spareFoot)
			r, l := record(told(sample, spareFoot), s)
			lines := r.lines()
			if got := joined(lines); got != "" && got != sentence {
				t.Errorf("%s: a part of it stands: %q", at, got)
			}
			if len(lines) == 0 {
				left++
				continue
			}
			shown++
			if len(lines) > 2 {
				t.Errorf("%s: it takes %d lines", at, len(lines))
			}
			plain := told(sample, spareFoot)
			plain.Finding = ""
			if _, without := record(plain, s); folded(l) > folded(without) {
				t.Errorf("%s: %d rows fold, %d without it", at, folded(l), folded(without))
			}
			for _, line := range lines {
				if line.x < 0 || line.right() > s.Width+0.01 || line.y < 0 || line.bottom() > s.Height {
					t.Errorf("%s: %q leaves the page: %+v", at, line.text, line.rect)
				}
			}
		}
	}
	if shown < 50 || left < 20 {
		t.Errorf("shown %d times, left out %d times: too few to show much", shown, left)
	}
}

// Where there is room it is there: under the title, over the plot.
func TestFindingUnderTheTitle(t *testing.T) {
	t.Parallel()
	for name, sample := range samples {
		if sample().isEmpty() || strings.HasPrefix(name, "many") || strings.HasPrefix(name, "long") {
			continue
		}
		for _, s := range []Size{{1920, 1080, 1}, {1280, 900, 2}} {
			c := told(sample, false)
			r, l := record(c, s)
			lines := r.lines()
			if joined(lines) != sentence {
				t.Errorf("%s, %v: no finding", name, s)
				continue
			}
			title := slices.IndexFunc(r.texts, func(x recordedText) bool { return x.text != "" && strings.HasPrefix(c.Title, x.text) })
			if title < 0 || r.texts[title].y >= lines[0].y {
				t.Errorf("%s, %v: it does not stand under the title", name, s)
			}
			for _, m := range l.Marks {
				if m.Y < lines[len(lines)-1].bottom()-1 {
					t.Errorf("%s, %v: the mark %s begins at %.0f, the finding ends at %.0f", name, s, m.Name, m.Y, lines[len(lines)-1].bottom())
					break
				}
			}
		}
	}
}

// Where the sentence has no room, its short form stands whole, if that has; where it
// has, the short form changes nothing. Neither costs a row its place.
func TestShortFinding(t *testing.T) {
	t.Parallel()
	const short = "Okapi rows alone."
	random := rand.New(rand.NewPCG(12, 7))
	forms := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(samples)) {
		sample := samples[name]
		for range 12 {
			s := Size{200 + 1100*random.Float64(), 120 + 700*random.Float64(), 1}
			spareFoot := random.IntN(2) == 0
			said := func(finding, brief string) (string, int) {
				c := told(sample, spareFoot)
				c.Finding, c.ShortFinding = finding, brief
				r, l := record(c, s)
				for _, x := range r.texts {
					if x.text == short {
						return short, folded(l)
					}
				}
				return joined(r.lines()), folded(l)
			}
			got, folds := said(sentence, short)
			long, _ := said(sentence, "")
			alone, _ := said(short, "")
			_, none := said("", short)
			want := long
			if long == "" {
				want = alone
			}
			if got != want || folds > none {
				t.Errorf("%s, %.0f x %.0f, spare foot %t: %q stands, want %q; %d rows fold, %d without it", name, s.Width, s.Height, spareFoot, got, want, folds, none)
			}
			forms[got]++
		}
	}
	if forms[sentence] < 50 || forms[short] < 5 || forms[""] < 10 {
		t.Errorf("too few to show much: %v", forms)
	}
}

// A chart without a mark says nothing, and a sentence that no page could hold is
// left out.
func TestFindingOfNothing(t *testing.T) {
	t.Parallel()
	if r, _ := record(told(emptyChart, false), Size{1280, 720, 1}); len(r.lines()) > 0 {
		t.Errorf("an empty chart says %q", joined(r.lines()))
	}
	c := domainsChart()
	c.Finding = strings.Repeat("Zebra lines lead here ", 40)
	if r, _ := record(c, Size{1280, 720, 1}); slices.ContainsFunc(r.texts, func(s recordedText) bool { return strings.Contains(s.text, "Zebra") }) {
		t.Error("a part of a sentence over 40 lines stands")
	}
}

// Of a foot that stands elsewhere, too, and a finding that stands nowhere else, the
// foot goes.
func TestFootGoesBeforeTheFinding(t *testing.T) {
	t.Parallel()
	has := func(r *recorded, begin string) bool {
		return slices.ContainsFunc(r.texts, func(s recordedText) bool { return strings.HasPrefix(s.text, begin) })
	}
	traded := 0
	for h := 200.0; h <= 420; h += 4 {
		s := Size{800, h, 1}
		kept, _ := record(told(domainsChart, false), s)
		spared, _ := record(told(domainsChart, true), s)
		if len(kept.lines()) > 0 && len(spared.lines()) == 0 {
			t.Errorf("%v: the finding goes where the foot may", s)
		}
		if len(kept.lines()) == 0 && len(spared.lines()) > 0 {
			traded++
			if has(spared, "Source") {
				t.Errorf("%v: both stand, though the finding did not beside a foot that must", s)
			}
		}
	}
	if traded == 0 {
		t.Error("no height at which the foot gave way")
	}
}
