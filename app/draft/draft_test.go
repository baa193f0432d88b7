package draft

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var key = Key{Package: "coded", Document: "d", Text: strings.Repeat("a", 64)}

func randomRow(r *rand.Rand) Row {
	code := func(list ...string) string { return list[r.IntN(len(list))] }
	from := r.IntN(12)
	return Row{
		From: from, To: from + r.IntN(3), Domain: code("SOV", "SEC", ""), Status: code("agreed", "position", ""), Basis: code("T", "Q"), Scope: code("B", "M", ""),
		States: code("KAZ", "CHN KAZ"), StatedBy: code("", "CHN"), Speaker: code("", "They  who\nspeak"), Amount: code("", "5"), Text: code("a", " b c ", "зробити"),
	}
}

// randomAction does something to a draft, some of it nothing.
func randomAction(r *rand.Rand, d Draft) (Draft, Action) {
	switch r.IntN(5) {
	case 4:
		return d, Describe{Title: "A", Meeting: []string{"", "m", "n"}[r.IntN(3)]}
	case 0:
		return d, Remove(r.IntN(len(d.Rows)+2) - 1)
	case 1:
		d = d.Edit(r.IntN(len(d.Rows)+2) - 1)
	}
	return d.Write(randomRow(r)), Put{}
}

// From any draft, every action is taken back to the same bytes, and done again to
// the same bytes; and so is a whole row of them.
func TestEveryActionIsTakenBack(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		d := New(key)
		var values [][]byte
		for range 40 {
			written, a := randomAction(r, d)
			before := written.Encode()
			next, err := written.Do(a)
			if err != nil {
				t.Fatal(err)
			}
			after := next.Encode()
			if slices.Equal(next.Rows, written.Rows) && next.New == written.New {
				if _, is := a.(Remove); !is && !bytes.Equal(after, before) {
					t.Fatalf("seed %d: %T changes no row and something else", seed, a)
				}
				d = next
				continue
			}
			back, ok := next.Undo()
			if !ok || !bytes.Equal(back.Encode(), before) {
				t.Fatalf("seed %d: %#v is taken back to\n%s, not\n%s", seed, a, back.Encode(), before)
			}
			again, ok := back.Redo()
			if !ok || !bytes.Equal(again.Encode(), after) {
				t.Fatalf("seed %d: %#v is done again to\n%s, not\n%s", seed, a, again.Encode(), after)
			}
			if !slices.IsSortedFunc(next.Rows, inText) {
				t.Fatalf("seed %d: out of order: %+v", seed, next.Rows)
			}
			values = append(values, before)
			d = next
		}
		for i, want := range slices.Backward(values) {
			var ok bool
			if d, ok = d.Undo(); !ok || !bytes.Equal(d.Encode(), want) {
				t.Fatalf("seed %d: step %d is taken back to\n%s, not\n%s", seed, i, d.Encode(), want)
			}
		}
		if _, ok := d.Undo(); ok || len(d.Rows) > 0 {
			t.Fatalf("seed %d: more steps than were done", seed)
		}
	}
}

// What is decoded is what was encoded, but for the steps.
func TestDraftComesBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	d := New(key)
	for range 60 {
		written, a := randomAction(r, d)
		d, _ = written.Do(a)
		got, err := Decode(d.Encode())
		if err != nil || !bytes.Equal(got.Encode(), d.Encode()) || got.Key != key {
			t.Fatalf("%v: %s comes back as %s", err, d.Encode(), got.Encode())
		}
	}
	long := d.Write(Row{Text: strings.Repeat("щ", maxCell), Speaker: "a\xffb", From: -4})
	got, err := Decode(long.Encode())
	if err != nil || got.Form != long.Form || len(got.Form.Text) > maxCell || got.Form.Speaker != "ab" {
		t.Errorf("a long word is no draft any more: %v, %+v", err, got.Form)
	}
	full := New(key)
	full.Rows = make([]Row, maxRows)
	if _, err := full.Do(Put{}); !errors.Is(err, ErrFull) {
		t.Errorf("a full draft takes more: %v", err)
	}
	if _, err := full.Edit(3).Do(Put{}); err != nil {
		t.Errorf("a row of a full draft cannot be mended: %v", err)
	}
}

func TestToggled(t *testing.T) {
	t.Parallel()
	order := []string{"CHN", "KAZ", "UZB"}
	list := ""
	for _, step := range [][2]string{{"UZB", "UZB"}, {"CHN", "CHN UZB"}, {"KAZ", "CHN KAZ UZB"}, {"UZB", "CHN KAZ"}, {"CHN", "KAZ"}} {
		if list = Toggled(list, step[0], order); list != step[1] {
			t.Errorf("after %s it is %q, not %q", step[0], list, step[1])
		}
	}
}

// However far a write came before the program was killed, the newest draft that
// was whole comes back, and so does an older one if somebody breaks the newest.
func TestKilledWhileKeeping(t *testing.T) {
	t.Parallel()
	s := &Shelf{Folder: filepath.Join(t.TempDir(), "drafts")}
	if d, older := s.Load(key); older || len(d.Rows) > 0 || d.At != -1 || d.Key != key {
		t.Fatalf("before the first: %+v, %v", d, older)
	}
	d := New(key)
	var kept [][]byte
	for i := range 3 {
		d, _ = d.Write(Row{From: i, To: i, Text: fmt.Sprint("row ", i)}).Do(Put{})
		if err := s.Save(d); err != nil {
			t.Fatal(err)
		}
		kept = append(kept, d.Encode())
	}
	if got, older := s.Load(key); older || !bytes.Equal(got.Encode(), kept[2]) {
		t.Fatalf("kept as %s", got.Encode())
	}
	path := s.path(key)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + n/40 { // as a file system without journal leaves it
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		got, older := s.Load(key)
		if newest := bytes.Equal(got.Encode(), kept[2]); !newest && !bytes.Equal(got.Encode(), kept[1]) || newest == older {
			t.Fatalf("with %d of %d bytes: %s, older %v", n, len(whole), got.Encode(), older)
		}
	}
	// A broken one does not take the place of the whole one before it.
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(d); err != nil {
		t.Fatal(err)
	}
	if got, err := load(before(path), key); err != nil || !bytes.Equal(got.Encode(), kept[1]) {
		t.Errorf("%v: the one before is %s", err, got.Encode())
	}
	if got, older := s.Load(key); older || !bytes.Equal(got.Encode(), kept[2]) {
		t.Errorf("kept again as %s", got.Encode())
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got, older := s.Load(key); !older || !bytes.Equal(got.Encode(), kept[1]) {
		t.Errorf("without the newest: %s, %v", got.Encode(), older)
	}
	// Another document, another text and a blind coding are others.
	for _, k := range []Key{{"coded", "e", key.Text, false}, {"coded", "d", "b", false}, {"coded", "d", key.Text, true}} {
		if got, _ := s.Load(k); len(got.Rows) > 0 {
			t.Errorf("%+v finds the draft of another", k)
		}
	}
	if err := s.Forget(key); err != nil {
		t.Fatal(err)
	}
	if list, _ := os.ReadDir(s.Folder); len(list) > 0 {
		t.Errorf("forgotten, and %d files stay", len(list))
	}
}

func FuzzDecode(f *testing.F) {
	d, _ := New(key).Write(Row{From: 1, To: 2, Domain: "SOV", Text: "They agree."}).Do(Put{})
	f.Add(described(f, d, Document{Title: "T"}).Encode())
	f.Add([]byte(`{"v":1,"of":{"text":"a"},"rows":[{"from":5,"to":1}],"form":{},"at":9}`))
	f.Add([]byte(`{"v":1,"rows":[{"from":5,"to":5,"text":"a\ud800"},{"from":1,"to":1}],"at":0}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Decode(data)
		if err != nil {
			if !errors.Is(err, ErrDraft) {
				t.Errorf("%v", err)
			}
			return
		}
		again, err := Decode(d.Encode())
		if err != nil || !bytes.Equal(again.Encode(), d.Encode()) {
			t.Errorf("%v: %s comes back as %s", err, d.Encode(), again.Encode())
		}
		if next, err := d.Do(Put{}); err == nil {
			if back, ok := next.Undo(); !ok || !bytes.Equal(back.Encode(), d.Encode()) {
				if !slices.Equal(next.Rows, d.Rows) {
					t.Errorf("%s is taken back to %s", d.Encode(), back.Encode())
				}
			}
		}
	})
}
