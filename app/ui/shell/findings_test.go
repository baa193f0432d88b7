package shell

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/cputime"
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
	if !ok || !strings.Contains(list.Text, `statements.csv, строка 7, столбец domain: нет в domains.csv («XYZ»)`) || !shows(t, top, "и ещё 12") {
		t.Errorf("the list says %.300q", uitest.Texts(top))
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.window.Canvas().Overlays().Top() != nil || !s.panes.notice.Visible() {
		t.Error("Escape does not close the list, or takes the count away")
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.panes.notice.Visible() || !s.status.badge.Visible() || !shows(t, s.status, "14 ошибок в данных") {
		t.Errorf("Escape does not close it, or takes the badge: %q", uitest.Texts(s.status))
	}
	s.Findings([]dataset.Finding{{File: "codes.csv", Fault: dataset.Phrase{Key: "finding.missing"}, Note: true}})
	if !shows(t, s.status, "1 примечание к данным") || shows(t, s.status, "14 ошибок") {
		t.Errorf("after a reload: %q", uitest.Texts(s.status))
	}
	s.ShowFindings()
	if top := s.window.Canvas().Overlays().Top(); top == nil || !shows(t, top, "Примечания к пакету данных") || shows(t, top, "Ошибки") {
		t.Error("a note is listed as a fault")
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	fault := dataset.Finding{File: "meetings.csv", Row: 2, Column: "date", Fault: dataset.Phrase{Key: "finding.notDate"}}
	s.Findings([]dataset.Finding{fault, fault, fault})
	if s.Findings([]dataset.Finding{fault}); !shows(t, s.panes.notice, "1 ошибка") || shows(t, s.panes.notice, "3 ошибки") {
		t.Errorf("with two of three mended the map says %q", uitest.Texts(s.panes.notice))
	}
	s.Findings(nil)
	if s.status.badge.Visible() {
		t.Error("the badge stays when all is well")
	}
}

// A note about which there is nothing to do, as a new package has one, is listed, and
// the foot of the window calls nobody to look.
func TestNothingToDoCallsNobody(t *testing.T) {
	s := open(t, opening(), large)
	_, found, err := dataset.Open(assets.Template())
	if err != nil || len(found) != 1 {
		t.Fatalf("a new package has the findings %v, %v", found, err)
	}
	s.Findings(found)
	if s.status.badge.Visible() {
		t.Errorf("the badge says %q", uitest.Texts(s.status))
	}
	s.ShowFindings()
	if top := s.window.Canvas().Overlays().Top(); top == nil || !shows(t, top, "nothing to do") {
		t.Error("the list lacks it")
	}
}

// A finding shows its row with those beside it, the cell marked, is copied, and
// leads to what the row says.
func TestFindingLeadsToItsRow(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, assets.Data()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "statements.csv")
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(string(body), "\n")
	rows[11] = strings.Replace(rows[11], ",to be signed,", ",sealed,", 1)
	if err := os.WriteFile(file, []byte(strings.Join(rows, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	d, found, err := dataset.OpenPath(dir)
	if err != nil {
		t.Fatal(err)
	}
	id, _, _ := strings.Cut(rows[11], ",")
	h, queue := uitest.Host(t, opening())
	h.Room = h.Room.WithData(d)
	s := openOn(t, h, large)
	s.cfg.Path = func() string { return dir }
	s.cfg.Source = func() func() (fs.FS, func(), error) {
		return func() (fs.FS, func(), error) { return dataset.Source(dir) }
	}
	s.Findings(found)
	s.key(&fyne.KeyEvent{Name: fyne.KeyF8})
	tables := func() (near *parts.Table) {
		n := 0
		near, _ = uitest.Find(s.window.Canvas().Overlays().Top(), func(*parts.Table) bool { n++; return n == 2 })
		return near
	}
	queue.Until(t, func() bool { rows, _ := tables().Length(); return rows > 0 })
	top := s.window.Canvas().Overlays().Top()
	for _, want := range []string{"sealed", "status", id} {
		if !shows(t, top, want) {
			t.Errorf("no %q in %q", want, uitest.Texts(top))
		}
	}
	if n, _ := tables().Length(); n != 2*around+1 || !tables().Marked(around, 1) || tables().Marked(around-1, 1) {
		t.Errorf("%d rows; the faulty cell is not marked", n)
	}
	test.Tap(mustFind(t, top, h.T("shell.findingCopy")))
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "statements.csv, row 12, column status: is not one of") {
		t.Errorf("copied %q", got)
	}
	test.Tap(mustFind(t, top, h.T("shell.findingCopyAll")))
	if got := fyne.CurrentApp().Clipboard().Content(); strings.Count(got, "\n") < len(found) {
		t.Errorf("copied %q", got)
	}
	uitest.Press(s.window, fyne.KeyReturn)
	if got := h.Store.State().Statement; got != id || s.window.Canvas().Overlays().Top() != nil {
		t.Errorf("Enter leads to %q, want %q", got, id)
	}
}

// A hundred thousand findings are listed as soon as a few.
func TestManyFindings(t *testing.T) {
	list := make([]dataset.Finding, 100_000)
	for i := range list {
		list[i] = dataset.Finding{File: "statements.csv", Row: i + 2, Column: "date", Value: strconv.Itoa(i), Fault: dataset.Phrase{Key: "finding.notDate"}}
	}
	s := open(t, opening(), large)
	took := cputime.Busy(func() {
		s.Findings(list)
		s.ShowFindings()
		top := s.window.Canvas().Overlays().Top()
		for range 50 {
			uitest.Press(s.window, fyne.KeyPageDown)
		}
		uitest.Press(s.window, fyne.KeyEnd)
		if !shows(t, top, "100001") {
			t.Errorf("the last is not in sight: %.500q", uitest.Texts(top))
		}
	})
	if took > 3*time.Second {
		t.Errorf("took %v", took)
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
	uitest.Still(h)
	h.Room = h.Room.WithData(d)
	s := openOn(t, h, large)
	if !shows(t, s.status, "5 rows of the data left out") {
		t.Errorf("the status line says %q", uitest.Texts(s.status))
	}
}
