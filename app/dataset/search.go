package dataset

import (
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// searchRun is the words of a run of records, one text behind the other.
type searchRun struct {
	from, to int // documents
	lexicon  lexicon
	list     []uint32 // numbers of words
	end      []int    // of each text, in list
}

// put adds one text made of several.
func (r *searchRun) put(texts ...Text) {
	for _, t := range texts {
		for _, s := range t {
			r.list = r.lexicon.append(r.list, s)
		}
	}
}

func (r *searchRun) plain(list ...string) {
	for _, s := range list {
		r.list = r.lexicon.append(r.list, s)
	}
}

func (r *searchRun) close() { r.end = append(r.end, len(r.list)) }

// searchIndex is all that can be found.
type searchIndex struct {
	documents []searchRun         // of each document its head, its summary, then its statements
	things    searchRun           // see things.go
	long      map[string][]string // what an acronym is short for, by the acronym, folded
}

// PrepareSearch does what the first search would have to wait for. It may be
// called on any goroutine and more than once; a search meanwhile waits for it.
func (d *Dataset) PrepareSearch() { d.indexed.Do(d.indexSearch) }

func (d *Dataset) indexSearch() {
	var wait sync.WaitGroup
	d.search = searchIndex{documents: cut(len(d.Documents), 2*runtime.GOMAXPROCS(0))}
	wait.Go(func() { d.indexThings(&d.search.things) })
	d.search.long = d.acronyms()
	each(d.search.documents, func(r *searchRun) {
		r.lexicon = newLexicon()
		for k := r.from; k < r.to; k++ {
			x := &d.Documents[k]
			r.plain(x.Title, x.ID)
			r.put(x.TitleGloss, x.Lead, x.Publisher, x.Place)
			r.close()
			r.put(x.Summary)
			r.close()
			for _, i := range d.Index.Document.Statements(k) {
				s := &d.Statements[i]
				r.put(s.Text, s.Note, s.Speaker)
				r.plain(s.ID)
				r.close()
			}
		}
		r.lexicon.raw = nil // for reading alone
		r.list = slices.Clip(r.list)
	})
	wait.Wait()
}

// cut divides n documents into runs.
func cut(n, runs int) []searchRun {
	out := make([]searchRun, min(n, runs))
	for r := range out {
		out[r].from, out[r].to = n*r/len(out), n*(r+1)/len(out)
	}
	return out
}

// each does something with every run, on all cores.
func each(runs []searchRun, do func(*searchRun)) {
	var wait sync.WaitGroup
	for r := range runs {
		wait.Go(func() { do(&runs[r]) })
	}
	wait.Wait()
}

// reading is a query put to the texts of a run, one after the other.
type reading struct {
	q     Query
	r     *searchRun
	bits  []uint64 // by number of a word
	at, n int
}

func (r *searchRun) read(q Query) *reading {
	out := &reading{q: q, r: r, bits: make([]uint64, len(r.lexicon.words))}
	for i := range r.lexicon.words[1:] {
		out.bits[i+1] = q.bits(&r.lexicon.words[i+1])
	}
	return out
}

// next returns the phrases that the next text has, by the bits of their last
// words.
func (x *reading) next() (found uint64) {
	var open uint64 // phrases read so far
	to := x.r.end[x.n]
	for _, w := range x.r.list[x.at:to] {
		open = (open<<1 | x.q.first) & x.bits[w]
		found |= open & (x.q.last | x.q.othersLast)
	}
	x.at, x.n = to, x.n+1
	return x.q.answered(found)
}

// Found is what a query finds. Nothing of it may be modified.
type Found struct {
	Statements []bool // by index
	Own        []bool // of these, those found by their own words alone
	Named      []bool // meetings, by index, that are found by their names, dates, places or people

	// Indices, the best first: those found by their names, then those by what is
	// said of them.
	Places, Meetings, People, Documents, Terms, Domains, Countries []int
}

// Find looks for q in everything that has a name or a text, in all languages. A
// statement is found by its own words together with those of its document's head
// and of its meeting (title, date, place, people). A document of which no
// statement is found that way, but whose summary has every word, is found with
// all of them. A query that asks for nothing finds nothing.
//
// The first search of a package takes longer, see [Dataset.PrepareSearch]; the
// answers to the last few are kept.
func (d *Dataset) Find(q Query) *Found {
	if q.Empty() {
		return &Found{}
	}
	key := q.key()
	if f := d.recent.get(key); f != nil {
		return f
	}
	q = d.known(q)
	f := &Found{Statements: make([]bool, len(d.Statements)), Own: make([]bool, len(d.Statements))}
	about := d.findThings(q, f)
	rank := make([]int, len(d.Documents))
	each(d.search.documents, func(r *searchRun) { d.findIn(r, q, about, f, rank) })
	f.Documents = best(rank)
	d.recent.put(key, f)
	return f
}

// known is q with the acronyms of the data.
func (d *Dataset) known(q Query) Query {
	d.PrepareSearch()
	return q.knowing(func(text string, caps bool) bool {
		if d.search.things.lexicon.has(text, caps) {
			return true
		}
		for i := range d.search.documents {
			if d.search.documents[i].lexicon.has(text, caps) {
				return true
			}
		}
		return false
	}, d.search.long)
}

// findIn searches a run of documents. about is what the meetings have.
func (d *Dataset) findIn(r *searchRun, q Query, about []uint64, f *Found, rank []int) {
	x := r.read(q)
	for k := r.from; k < r.to; k++ {
		head := x.next()
		summary := head | x.next()
		list := d.Index.Document.Statements(k)
		found := false
		for _, i := range list {
			own := x.next()
			f.Own[i] = own == q.last
			f.Statements[i] = own|head|about[d.Index.Meeting.One(int(i))] == q.last
			found = found || f.Statements[i]
		}
		switch {
		case head == q.last:
			rank[k] = byName
		case summary == q.last:
			rank[k] = byText
			if !found {
				for _, i := range list {
					f.Statements[i] = true
				}
			}
		}
	}
}

// How well a record is found.
const (
	notFound = iota
	byName
	byText
)

// best lists what was found, the best first.
func best(rank []int) (out []int) {
	for _, want := range [...]int{byName, byText} {
		for i, r := range rank {
			if r == want {
				out = append(out, i)
			}
		}
	}
	return out
}

// Marks tells where q finds something in a text, as pairs of bytes from and to,
// in order and apart.
func (d *Dataset) Marks(q Query, text string) (out [][2]int) {
	if q.Empty() {
		return nil
	}
	q = d.known(q)
	var open uint64
	var begin []int // of each word
	eachWord(text, func(from, to int) {
		raw := text[from:to]
		w := word{text: Fold(raw), caps: acronym(raw)}
		w.stems = stems(w.text)
		begin = append(begin, from)
		open = (open<<1 | q.first) & q.bits(&w)
		ended := open & (q.last | q.othersLast)
		if ended == 0 {
			return
		}
		n := 1 // words of the longest phrase that ends here
		for ; ended != 0; ended &= ended - 1 {
			last := bits.TrailingZeros64(ended)
			first := 63 - bits.LeadingZeros64(q.first&(1<<(last+1)-1))
			n = max(n, last-first+1)
		}
		if at := begin[len(begin)-n]; len(out) > 0 && at < out[len(out)-1][1] {
			out[len(out)-1][1] = to
		} else {
			out = append(out, [2]int{at, to})
		}
	})
	return out
}

// recent is the answers to the last few queries, the newest last.
type recent struct {
	mu   sync.Mutex
	list []answer
}

type answer struct {
	key   string
	found *Found
}

// mostAnswers is how many are kept: those of the letters typed last.
const mostAnswers = 8

func (r *recent) get(key string) *Found {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := slices.IndexFunc(r.list, func(a answer) bool { return a.key == key })
	if i < 0 {
		return nil
	}
	a := r.list[i]
	r.list = append(slices.Delete(r.list, i, i+1), a)
	return a.found
}

func (r *recent) put(key string, f *Found) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.list) == mostAnswers {
		r.list = slices.Delete(r.list, 0, 1)
	}
	r.list = append(r.list, answer{key, f})
}
