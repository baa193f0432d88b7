package scene

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/large"
)

// TestProfile counts by hand what the page of each state lists: statements that
// name it alone, of which the atlas has none, before those that name others too, and all
// its meetings.
func TestProfile(t *testing.T) {
	t.Parallel()
	d, _, err := dataset.Open(large.Package(large.Size{Statements: 200, Documents: 20, Meetings: 20, Places: 12}))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*Room{room(t), room(t).WithData(d)} {
		profiles(t, r)
	}
}

func profiles(t *testing.T, r *Room) {
	t.Helper()
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		for _, status := range []state.Set{state.AllStatuses, r.Opening().Status} {
			for _, iso := range []string{"CN", "KZ", "KG", "TJ", "TM", "UZ"} {
				s := r.Opening()
				s.Lang, s.Status = lang, status
				s.Focus = AreaFocus(r, iso)
				code := string(s.LitStates)
				alone, all, met := 0, 0, 0
				for i := range r.Data.Statements {
					x := &r.Data.Statements[i]
					if status.Allows(x.Status) && slices.Contains(x.States, code) {
						all++
						if len(x.States) == 1 {
							alone++
						}
					}
				}
				for i := range r.Data.Meetings {
					if slices.Contains(r.Data.Meetings[i].Parties, code) {
						met++
					}
				}
				listed, meetings, single := 0, 0, 0
				for _, b := range blocks(Reader(r, Select(r.Data, s), s, p)) {
					switch b.Kind {
					case StatementBlock:
						i, _ := r.Data.StatementIndex(b.ID)
						if len(r.Data.Statements[i].States) == 1 {
							if single++; single != listed+1 {
								t.Errorf("%s: %s comes after one that names others", code, b.ID)
							}
						}
						listed++
					case MeetingLink:
						meetings++
					case TitleBlock:
						if !strings.HasPrefix(b.Text, countryName(r.Data, code, p)+" · ") {
							t.Errorf("%s: the title is %q", code, b.Text)
						}
					}
				}
				if listed != all || single != alone || meetings != met {
					t.Errorf("%s %s %q: %d statements, %d alone, %d meetings; want %d, %d, %d", lang, code, status, listed, single, meetings, all, alone, met)
				}
			}
		}
	}
	if AreaFocus(r, "RU").Lights() {
		t.Error("a state that is not of the data is lit")
	}
}
