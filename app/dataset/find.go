package dataset

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
