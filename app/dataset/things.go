package dataset

import (
	"c5atlas.org/c5atlas/app/edtf"
)

// months are the names of the months as dates have them, and as one says them
// alone, in the languages that dates are written in.
var months = [12][]string{
	{"January", "січня січень", "января январь"},
	{"February", "лютого лютий", "февраля февраль"},
	{"March", "березня березень", "марта март"},
	{"April", "квітня квітень", "апреля апрель"},
	{"May", "травня травень", "мая май"},
	{"June", "червня червень", "июня июнь"},
	{"July", "липня липень", "июля июль"},
	{"August", "серпня серпень", "августа август"},
	{"September", "вересня вересень", "сентября сентябрь"},
	{"October", "жовтня жовтень", "октября октябрь"},
	{"November", "листопада листопад", "ноября ноябрь"},
	{"December", "грудня грудень", "декабря декабрь"},
}

// indexThings reads what is found by its name: of each record two texts, its
// names and what is said of it, which may be nothing.
func (d *Dataset) indexThings(r *searchRun) {
	r.lexicon = newLexicon()
	for k := range d.Meetings {
		m := &d.Meetings[k]
		r.put(m.Title, m.ShortName)
		d.putDate(r, m.Date)
		d.putDate(r, m.DateEnd)
		for _, id := range []string{m.Place, m.Chair} {
			if p := d.Place(id); p != nil {
				r.putPlace(p)
			}
		}
		for _, x := range d.Participants(m.ID) {
			if x.Person != nil {
				r.putPerson(x.Person)
			}
		}
		r.close()
		r.put(m.Note, m.Context)
		r.close()
	}
	for i := range d.Places {
		r.putPlace(&d.Places[i])
		r.close()
		r.close()
	}
	for i := range d.People {
		p := &d.People[i]
		r.putPerson(p)
		r.close()
		r.close()
	}
	for i := range d.Terms {
		t := &d.Terms[i]
		r.put(t.Name)
		for _, forms := range t.Forms {
			r.plain(forms...)
		}
		r.close()
		r.close()
	}
	for i := range d.Domains {
		r.put(d.Domains[i].Name)
		r.close()
		r.put(d.Domains[i].Text)
		r.close()
	}
	for i := range d.Countries {
		r.put(d.Countries[i].Name)
		r.plain(d.Countries[i].Code)
		r.plain(d.Countries[i].Spellings...)
		r.close()
		r.close()
	}
}

func (r *searchRun) putPlace(p *Place) {
	r.put(p.Name)
	r.plain(p.Spellings...)
	for i := range p.Periods {
		r.put(p.Periods[i].Name)
	}
}

func (r *searchRun) putPerson(p *Person) {
	r.put(p.Name)
	r.plain(p.Native)
	r.plain(p.Spellings...)
}

// putDate adds a day as it is written in numbers and in words.
func (d *Dataset) putDate(r *searchRun, date string) {
	x, err := edtf.Parse(date)
	if err != nil {
		return
	}
	r.plain(date)
	layout := "2 "
	if !x.First.Equal(x.Last) {
		layout = "" // the day is not known
	}
	for _, name := range months[x.First.Month()-1] {
		r.plain(x.First.Format(layout) + name + x.First.Format(" 2006"))
	}
}

// findThings fills in what is found by names, and returns what each meeting has
// of the query.
func (d *Dataset) findThings(q Query, f *Found) (about []uint64) {
	x := d.search.things.read(q)
	about = make([]uint64, len(d.Index.Meeting.Codes))
	f.Named = make([]bool, len(d.Meetings))
	rank := func(n int, seen func(i int, name uint64)) []int {
		out := make([]int, n)
		for i := range out {
			name := x.next()
			both := name | x.next()
			switch {
			case name == q.last:
				out[i] = byName
			case both == q.last:
				out[i] = byText
			}
			if seen != nil {
				seen(i, name)
			}
		}
		return best(out)
	}
	f.Meetings = rank(len(d.Meetings), func(i int, name uint64) {
		if k, ok := d.Index.Meeting.Number(d.Meetings[i].ID); ok {
			about[k] = name
		}
		f.Named[i] = name == q.last
	})
	f.Places = rank(len(d.Places), nil)
	f.People = d.onePost(rank(len(d.People), nil))
	f.Terms = rank(len(d.Terms), nil)
	f.Domains = rank(len(d.Domains), nil)
	f.Countries = rank(len(d.Countries), nil)
	return about
}

// onePost leaves one post of each person: the last that was found.
func (d *Dataset) onePost(list []int) (out []int) {
	at := map[string]int{}
	for _, i := range list {
		p := d.People[i].Person
		if k, ok := at[p]; ok {
			out[k] = i
			continue
		}
		at[p] = len(out)
		out = append(out, i)
	}
	return out
}
