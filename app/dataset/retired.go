package dataset

// Retired is a statement of an earlier edition that another one took in. Its
// id is never used again, so that old pictures and links still open.
type Retired struct {
	ID, Into string // statement ids
	Version  string // of the data since which it is retired, or ""
	Why      Text
	Was      *Statement // as it was coded; nil if the package does not say it whole
}

// readRetired reads the retired ids, if the package has any. It is called when
// the statements are known.
func (d *Dataset) readRetired(in *reader) {
	f := &in.found
	used := map[string]bool{}
	in.tables["retired"].each(f, func(r row) bool {
		id, ok := r.id("id", used)
		switch {
		case !ok:
			return false
		case d.live(id):
			r.fault("id", Phrase{Key: "finding.inUse"}, Phrase{Key: "finding.ownID"})
			return false
		case !d.live(r.str("into")):
			r.follows("into", "statements", r.str("into"))
			return false
		}
		x := Retired{ID: id, Into: r.str("into"), Version: r.version(), Why: r.txt("why")}
		was := Statement{
			ID: id, Document: r.ref("document", "documents", d.hasDocument), Meeting: r.ref("meeting", "meetings", d.hasMeeting), Paragraph: r.str("paragraph"),
			StatedBy: r.known("stated_by", "states", d.hasCountry), States: r.known("states", "states", d.hasCountry), Scope: r.str("scope"),
			Status: r.str("status"), Basis: r.str("basis"), Domain: r.ref("domain", "domains", d.hasDomain), Text: r.txt("text"),
		}
		if was.Document != "" && was.Meeting != "" && was.Domain != "" && len(was.States) > 0 && d.holds("status", was.Status) {
			x.Was = &was
		}
		d.Retired = append(d.Retired, x)
		return true
	})
}
