package scene

import (
	"fmt"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Question is what a scene asks the class. The zero value asks nothing.
type Question struct {
	Text   string
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
