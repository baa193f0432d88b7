package scene

import (
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Question is what a scene asks the class. The zero value asks nothing.
type Question struct {
	Text   string
	Paper  string // Text for paper and other files, where nothing can be clicked; "" if it is the same
	Kind   QuestionKind
	Answer string // said when the class has answered; may be empty
	Place  string // id of the place that a click on the map is to find; "" if none
}

// QuestionKind says how a class answers.
type QuestionKind string

// The kinds.
const (
	ByHands QuestionKind = ""    // a show of hands, or a talk
	OnMap   QuestionKind = "map" // clicks on the map
)

// Reveals is what of the scene is hidden as it begins, in the order in which it is
// shown: what its lesson hides and, where that does not name them, the question
// first and its answer last.
func (s Step) Reveals() state.Hidden {
	parts := slices.DeleteFunc(s.Hidden.Parts(), func(part string) bool {
		return part == state.HideQuestion && s.Question.Text == "" || part == state.HideAnswer && !s.Question.answered()
	})
	if s.Question.Text != "" && !slices.Contains(parts, state.HideQuestion) {
		parts = slices.Insert(parts, 0, state.HideQuestion)
	}
	if s.Question.answered() && !slices.Contains(parts, state.HideAnswer) {
		parts = append(parts, state.HideAnswer)
	}
	return state.Hidden(strings.Join(parts, ","))
}

// hiddenKeys are what the parts of a scene that can be hidden are called.
var hiddenKeys = map[string]string{
	state.HideCaption: "scene.hiddencaption", state.HideStates: "scene.hiddenstates", state.HideNames: "scene.hiddennames", state.HideMarkers: "scene.hiddenmarkers",
	state.HideLabels: "scene.hiddenlabels", state.HideValues: "scene.hiddenvalues", state.HideQuestion: "scene.hiddenquestion", state.HideAnswer: "scene.hiddenanswer",
}

// HiddenName names a part of a scene that is hidden, within a sentence.
func HiddenName(part string, p *i18n.Printer) string { return p.T(hiddenKeys[part]) }

// answered reports whether the question has an answer to show.
func (q Question) answered() bool { return q.Text != "" && (q.Answer != "" || q.Place != "") }

// InFile is what a file asks.
func (q Question) InFile() string {
	if q.Text == "" || q.Paper == "" {
		return q.Text
	}
	return q.Paper
}

// Pages are the scenes as pages that follow each other in a file: one that hides
// something is there twice, with its question in place of the caption and then with all
// and the answer.
func Pages(steps []Step) []Step {
	var out []Step
	for _, s := range steps {
		s.Question.Text = s.Question.InFile()
		if s.Hidden == "" {
			out = append(out, s)
			continue
		}
		asked, shown := s, s
		asked.Strokes = nil // which may give away what is hidden
		if asked.Hidden.Has(state.HideCaption) {
			asked.Caption, asked.Gaps = "", nil
		}
		if q := s.Question; q.Text != "" {
			asked.Caption, asked.Gaps = q.Text, nil
			asked.Question.Answer = ""
			shown.Caption = strings.TrimSpace(s.Caption + "\n" + q.Answer)
		}
		shown.Hidden = ""
		out = append(out, asked, shown)
	}
	return out
}

// ParseQuestionKind reads what a lesson's file says; "hands" is a show of hands, too.
func ParseQuestionKind(text string) (QuestionKind, error) {
	switch text {
	case "", "hands":
		return ByHands, nil
	case string(OnMap):
		return OnMap, nil
	}
	return ByHands, fmt.Errorf("%q is no kind of question: hands and map are", text)
}

// SourcesOf names the documents of a scene's sources, as they are cited, with
// semicolons between. The error names one that the data have not.
func SourcesOf(r *Room, sources state.Set, p *i18n.Printer) (string, error) {
	var names []string
	for _, id := range sources.Codes() {
		x := r.Data.Document(id)
		if x == nil {
			return "", fmt.Errorf("sources: there is no document %q", id)
		}
		names = append(names, lead(x, p))
	}
	return strings.Join(names, "; "), nil
}
