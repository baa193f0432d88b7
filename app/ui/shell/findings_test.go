package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
)

// Faults of the data are counted over the map until that is closed, and listed
// on demand; what is no fault is not counted.
func TestFindings(t *testing.T) {
	s := open(t, opening(), large)
	s.Findings([]dataset.Finding{{File: "codes.csv", Fault: dataset.Phrase{Key: "finding.missing"}, Note: true}})
	if s.panes.notice.Visible() {
		t.Error("a note is called a fault")
	}
	s.Findings([]dataset.Finding{
		{File: "statements.csv", Row: 7, Column: "domain", Value: "XYZ", Fault: dataset.Phrase{Key: "finding.notIn", Name: "domains.csv"}},
		{File: "statements.csv", Fault: dataset.Phrase{Key: "finding.notOneOf", Name: strings.Repeat("long ", 2000)}},
		{File: "codes.csv", Fault: dataset.Phrase{Key: "finding.missing"}, Note: true},
		{Fault: dataset.Phrase{Key: "finding.more", N: 12}, More: 12},
	})
	if !s.panes.notice.Visible() || !shows(t, s.root, "14 faults") {
		t.Fatalf("the window says %q", uitest.Texts(s.root))
	}
	s.host.Dispatch(state.SetLang("ru"))
	if !shows(t, s.root, "14 ошибок") {
		t.Errorf("in Russian the window says %q", uitest.Texts(s.root))
	}
	test.Tap(mustFind(t, s.root, "Показать"))
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no list")
	}
	list, ok := uitest.Find(top, func(l *words) bool { return true })
	if !ok || !strings.Contains(list.Text, `statements.csv, строка 7, столбец domain: нет в domains.csv («XYZ»)`) || !strings.Contains(list.Text, "и ещё 12") || len(list.Text) > 1000 {
		t.Errorf("the list says %.300q", uitest.Texts(top))
	}
	s.closeDialogs()
	if !s.panes.notice.Visible() {
		t.Error("the list takes the count away")
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.panes.notice.Visible() {
		t.Error("Escape does not close it")
	}
}

// Rows that could not be used are said as long as the data are shown.
func TestStatusSaysWhatIsLeftOut(t *testing.T) {
	d, _, err := dataset.Open(assets.Data()) // not the one that other windows show
	if err != nil {
		t.Fatal(err)
	}
	d.LeftOut = map[string]int{"statements": 3, "places": 2}
	h, _ := uitest.Host(t, opening())
	h.Room = h.Room.WithData(d)
	s := openOn(t, h, large)
	if !shows(t, s.status, "5 rows of the data left out") {
		t.Errorf("the status line says %q", uitest.Texts(s.status))
	}
}
