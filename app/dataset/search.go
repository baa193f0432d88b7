package dataset

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// searchEntry is the folded texts of a run of documents and of their statements,
// one behind the other.
type searchEntry struct {
	from, to int    // documents
	text     []byte // of each document its head, its summary, then its statements
	end      []int  // of each of them, in text
}

// PrepareSearch does what the first search would have to wait for. It may be
// called on any goroutine and more than once; a search meanwhile waits for it.
func (d *Dataset) PrepareSearch() { d.indexed.Do(d.indexSearch) }

func (d *Dataset) indexSearch() {
	d.search = cut(len(d.Documents), 4*runtime.GOMAXPROCS(0))
	each(d.search, func(e *searchEntry) {
		e.text = make([]byte, 0, d.textsOf(e)) // at once: copying costs more than folding
		spoken := map[string][]byte{}          // speakers come back
		put := func(texts ...Text) {
			for _, t := range texts {
				for _, s := range t {
					e.text = append(appendFolded(e.text, s), '\n')
				}
			}
		}
		for k := e.from; k < e.to; k++ {
			x := &d.Documents[k]
			e.text = append(appendFolded(e.text, x.Title), '\n')
			put(x.Lead, x.Publisher)
			e.end = append(e.end, len(e.text))
			put(x.Summary)
			e.end = append(e.end, len(e.text))
			for _, i := range d.Index.Document.Statements(k) {
				s := &d.Statements[i]
				put(s.Text, s.Note)
				for _, name := range s.Speaker {
					folded, ok := spoken[name]
					if !ok {
						folded = append(appendFolded(nil, name), '\n')
						spoken[name] = folded
					}
					e.text = append(e.text, folded...)
				}
				e.text = append(e.text, strings.ToLower(s.ID)...)
				e.end = append(e.end, len(e.text))
			}
		}
	})
}

// textsOf is about how many bytes the texts of a run have.
func (d *Dataset) textsOf(e *searchEntry) int {
	n := 0
	add := func(texts ...Text) {
		for _, t := range texts {
			for _, s := range t {
				n += len(s) + 1
			}
		}
	}
	for k := e.from; k < e.to; k++ {
		x := &d.Documents[k]
		n += len(x.Title) + 1
		add(x.Lead, x.Publisher, x.Summary)
		for _, i := range d.Index.Document.Statements(k) {
			s := &d.Statements[i]
			n += len(s.ID)
			add(s.Text, s.Note, s.Speaker)
		}
	}
	return n
}

// cut divides n documents into runs.
func cut(n, runs int) []searchEntry {
	out := make([]searchEntry, min(n, runs))
	for r := range out {
		out[r].from, out[r].to = n*r/len(out), n*(r+1)/len(out)
	}
	return out
}

// each does something with every run, on all cores.
func each(runs []searchEntry, do func(*searchEntry)) {
	var wait sync.WaitGroup
	for r := range runs {
		wait.Go(func() { do(&runs[r]) })
	}
	wait.Wait()
}

// Query is a search prepared once and asked of many records.
type Query struct{ words []string }

// NewQuery splits text at spaces; every word must be found. A quoted phrase is
// one word.
func NewQuery(text string) Query {
	var q Query
	for i, part := range strings.Split(Fold(text), `"`) {
		if i%2 == 1 {
			if part = strings.TrimSpace(part); part != "" {
				q.words = append(q.words, part)
			}
			continue
		}
		q.words = append(q.words, strings.Fields(part)...)
	}
	return q
}

// Empty reports whether q asks for nothing.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Search says for each statement (by its index in Statements) whether q finds
// it; nil means that q asks for nothing and all are found. A statement is found
// by its own words together with the title, label and publisher of its
// document. A document of which no statement is found that way, but whose
// summary has every word, is found whole.
//
// The first search of a package takes longer, see [Dataset.PrepareSearch]; the
// answers to the last few are kept. What it returns must not be modified.
func (d *Dataset) Search(q Query) []bool {
	if q.Empty() {
		return nil
	}
	if hits := d.recent.get(q); hits != nil {
		return hits
	}
	d.PrepareSearch()
	hits := make([]bool, len(d.Statements))
	each(d.search, func(e *searchEntry) { d.searchIn(e, q, hits) })
	d.recent.put(q, hits)
	return hits
}

// searchIn searches a run of documents.
func (d *Dataset) searchIn(e *searchEntry, q Query, hits []bool) {
	at, n := 0, 0
	next := func() []byte {
		t := e.text[at:e.end[n]]
		at, n = e.end[n], n+1
		return t
	}
	words := make([][]byte, len(q.words))
	for i, w := range q.words {
		words[i] = []byte(w)
	}
	var missing [][]byte
	for k := e.from; k < e.to; k++ {
		missing = lacks(next(), words, missing[:0])
		whole := len(lacks(next(), missing, nil)) == 0
		list := d.Index.Document.Statements(k)
		found := false
		for _, i := range list {
			hits[i] = has(next(), missing)
			found = found || hits[i]
		}
		if whole && !found {
			for _, i := range list {
				hits[i] = true
			}
		}
	}
}

// lacks appends the words that a text has not to out.
func lacks(text []byte, words, out [][]byte) [][]byte {
	for _, w := range words {
		if !bytes.Contains(text, w) {
			out = append(out, w)
		}
	}
	return out
}

func has(text []byte, words [][]byte) bool {
	for _, w := range words {
		if !bytes.Contains(text, w) {
			return false
		}
	}
	return true
}

// recent is the answers to the last few queries, the newest last.
type recent struct {
	mu   sync.Mutex
	list []answer
}

type answer struct {
	key  string
	hits []bool
}

// mostAnswers is how many are kept: those of the letters typed last.
const mostAnswers = 8

func (q Query) key() string { return strings.Join(q.words, "\x00") }

func (r *recent) get(q Query) []bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	key := q.key()
	i := slices.IndexFunc(r.list, func(a answer) bool { return a.key == key })
	if i < 0 {
		return nil
	}
	a := r.list[i]
	r.list = append(slices.Delete(r.list, i, i+1), a)
	return a.hits
}

func (r *recent) put(q Query, hits []bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.list) == mostAnswers {
		r.list = slices.Delete(r.list, 0, 1)
	}
	r.list = append(r.list, answer{q.key(), hits})
}
