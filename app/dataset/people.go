package dataset

// Person is one post of one who spoke or took part. It must not be modified.
type Person struct {
	ID        string // of the post
	Person    string // the same for all posts of one person
	State     string // code
	Name      Text   // display form
	Native    string // in the state's own language, or ""
	Spellings []string
	Post      Text
	From, To  string // EDTF; between them the post is known here
	Source    string // documents and paragraphs, addresses; apart by spaces
}

// Participant is one person, or one state whose representative is not named,
// at a meeting.
type Participant struct {
	Meeting, State string
	Person         *Person // nil: not named
	Role           string  // "chair" or ""
	Note           Text
	Source         string // as of a person
}

// Participants lists who took part in a meeting, as the package orders them.
func (d *Dataset) Participants(meeting string) []Participant { return d.participants[meeting] }

// Posts lists the posts of a person, by [Person.Person], as the package orders
// them.
func (d *Dataset) Posts(person string) []*Person {
	var out []*Person
	for i := range d.People {
		if d.People[i].Person == person {
			out = append(out, &d.People[i])
		}
	}
	return out
}

// Attended lists the meetings, by date, at which a person sat, by
// [Person.Person].
func (d *Dataset) Attended(person string) []*Meeting {
	var out []*Meeting
	for i := range d.Meetings {
		for _, x := range d.participants[d.Meetings[i].ID] {
			if x.Person != nil && x.Person.Person == person {
				out = append(out, &d.Meetings[i])
				break
			}
		}
	}
	return out
}

// readPeople reads people and participants, if the package has them. It is
// called when the meetings are known.
func (d *Dataset) readPeople(in *reader) {
	f := &in.found
	used := map[string]bool{}
	in.tables["people"].each(f, func(r row) bool {
		id, ok := r.id("id", used)
		if ok {
			d.People = append(d.People, Person{
				ID: id, Person: r.str("person"), State: r.str("state"), Name: r.txt("name"), Native: r.str("native"),
				Spellings: splitList(r.str("spellings"), ";"), Post: r.txt("post"), From: r.date("from"), To: r.date("to"), Source: r.str("source"),
			})
		}
		return ok
	})
	people := lookup(d.People, func(x *Person) string { return x.ID })
	d.participants = map[string][]Participant{}
	in.tables["participants"].each(f, func(r row) bool {
		x := Participant{
			Meeting: r.str("meeting"), State: r.str("state"), Person: people[r.str("person")],
			Role: r.str("role"), Note: r.txt("note"), Source: r.str("source"),
		}
		if d.Meeting(x.Meeting) == nil {
			r.follows("meeting", "meetings", x.Meeting)
			return false
		}
		d.participants[x.Meeting] = append(d.participants[x.Meeting], x)
		return true
	})
}
