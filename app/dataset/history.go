package dataset

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/sorts"
)

// Revision is one field of one statement that a version of the data coded anew.
type Revision struct {
	Version   string // of the data that made it
	Statement string
	Field     string // column of the table of statements; [Added] for a statement that is new
	Was       string // as the table had it
	Why       Text
}

// Added is the field of a revision that says that a statement is new.
const Added = "added"

// readHistory reads what was coded otherwise before, if the package says it. It
// is called when the statements are known.
func (d *Dataset) readHistory(in *reader) {
	in.tables["history"].each(&in.found, func(r row) bool {
		x := Revision{Version: r.version(), Statement: r.str("statement"), Field: r.str("field"), Was: r.str("was"), Why: r.txt("why")}
		if !d.live(x.Statement) {
			r.follows("statement", "statements", x.Statement)
			return false
		}
		if x.Field != Added && !(&Statement{}).put(x.Field, x.Was) {
			r.fault("field", Phrase{Key: "finding.notColumn"}, Phrase{Key: "finding.writeColumn", Name: "meeting, stated_by, states, scope, status, basis, domain, added"})
			return false
		}
		d.History = append(d.History, x)
		return true
	})
}

// version is that of the data in a row. A v in front keeps spreadsheets from
// taking it for a day.
func (r row) version() string { return strings.TrimPrefix(r.str("version"), "v") }

// field points to a field of a statement's coding that holds one code, by its
// column; nil if there is none.
func (s *Statement) field(column string) *string {
	switch column {
	case "meeting":
		return &s.Meeting
	case "scope":
		return &s.Scope
	case "status":
		return &s.Status
	case "basis":
		return &s.Basis
	case "domain":
		return &s.Domain
	}
	return nil
}

// put sets a field of a statement's coding by its column, and reports whether
// there is one.
func (s *Statement) put(column, value string) bool {
	switch column {
	case "stated_by":
		s.StatedBy = strings.Fields(value)
	case "states":
		s.States = strings.Fields(value)
	default:
		x := s.field(column)
		if x != nil {
			*x = value
		}
		return x != nil
	}
	return true
}

// Coded is what a statement is coded as in a column of the table of statements,
// as the table writes it; "" for columns that are no coding.
func (s *Statement) Coded(column string) string {
	switch column {
	case "stated_by":
		return strings.Join(s.StatedBy, " ")
	case "states":
		return strings.Join(s.States, " ")
	}
	if x := s.field(column); x != nil {
		return *x
	}
	return ""
}

// Revisions lists the versions after one, "" for all, that coded something
// anew, the newest first.
func (d *Dataset) Revisions(after string) []string {
	var out []string
	add := func(version string) {
		if version != "" && compareVersions(version, after) > 0 {
			out = append(out, version)
		}
	}
	for _, x := range d.History {
		add(x.Version)
	}
	for _, x := range d.Retired {
		add(x.Version)
	}
	sorts.Func(out, func(a, b string) int { return compareVersions(b, a) })
	return slices.Compact(out)
}

// At is the data as they were coded in a version: what later ones coded anew,
// added or retired is taken back. Words, meetings and everything else are those
// of d. A code that the data no longer have is left as it is now.
func (d *Dataset) At(version string) *Dataset {
	undone := func(v string) bool { return v != "" && compareVersions(v, version) > 0 }
	out := &Dataset{
		Name: d.Name, Title: d.Title, Profile: d.Profile, Languages: d.Languages, LeftOut: d.LeftOut,
		Meetings: slices.Clone(d.Meetings), Documents: d.Documents, Statements: slices.Clone(d.Statements),
		People: d.People, Terms: d.Terms, Domains: d.Domains, Countries: d.Countries, Places: d.Places,
		document: d.document, domain: d.domain, country: d.country, place: d.place, codes: d.codes, code: d.code,
		unlisted: d.unlisted, spoken: d.spoken, dates: d.dates, participants: d.participants,
	}
	at := make(map[string]int, len(out.Statements))
	for i := range out.Statements {
		at[out.Statements[i].ID] = i
	}
	added := map[string]bool{}
	for _, x := range slices.Backward(d.History) {
		switch {
		case !undone(x.Version):
		case x.Field == Added:
			added[x.Statement] = true
		case d.holds(x.Field, x.Was):
			out.Statements[at[x.Statement]].put(x.Field, x.Was)
		}
	}
	out.Statements = slices.DeleteFunc(out.Statements, func(s Statement) bool { return added[s.ID] })
	for _, x := range d.Retired {
		if undone(x.Version) && x.Was != nil {
			out.Statements = append(out.Statements, *x.Was)
		}
	}
	sorts.Stable(out.Statements, func(a, b Statement) int {
		return cmp.Or(countedOrder(a.Document, b.Document), countedOrder(a.ID, b.ID))
	})
	out.number()
	out.index()
	return out
}

// holds reports whether the data have what a field was.
func (d *Dataset) holds(column, was string) bool {
	switch column {
	case "meeting":
		return d.hasMeeting(was)
	case "domain":
		return d.hasDomain(was)
	case "status":
		return slices.Contains(d.Order(StatusList), was)
	case "stated_by", "states":
		codes := strings.Fields(was)
		return (len(codes) > 0 || column == "stated_by") && !slices.ContainsFunc(codes, func(c string) bool { return !d.hasCountry(c) })
	}
	return true
}

// compareVersions orders versions such as "1.0.0" by their numbers; what is no
// number comes by its letters.
func compareVersions(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		n, err1 := strconv.Atoi(x[i])
		m, err2 := strconv.Atoi(y[i])
		c := strings.Compare(x[i], y[i])
		if err1 == nil && err2 == nil {
			c = cmp.Compare(n, m)
		}
		if c != 0 {
			return c
		}
	}
	return cmp.Compare(len(x), len(y))
}
