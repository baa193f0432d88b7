package dataset

// Retired is a statement of an earlier edition that another one took in. Its
// id is never used again, so that old pictures and links still open.
type Retired struct {
	ID, Into string // statement ids
	Why      Text
}

// readRetired reads the retired ids, if the package has any. It is called when
// the statements are known.
func (d *Dataset) readRetired(in *reader) {
	f := &in.found
	live := lookup(d.Statements, func(s *Statement) string { return s.ID })
	used := map[string]bool{}
	in.tables["retired"].each(f, func(r row) bool {
		id, ok := r.id("id", used)
		switch {
		case !ok:
			return false
		case live[id] != nil:
			r.fault("id", "is a statement in use", "give the new statement an id of its own")
			return false
		case live[r.str("into")] == nil:
			r.fault("into", "is a statement that was left out", "")
			return false
		}
		d.Retired = append(d.Retired, Retired{ID: id, Into: r.str("into"), Why: r.txt("why")})
		return true
	})
}
