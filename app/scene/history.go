package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// HistoryPage is the page of what the versions of the data coded anew.
const HistoryPage = "history"

// history lists what each version coded anew, the newest first, each with the
// numbers of statements before and after it.
func (w *pageWriter) history() {
	d, p := w.r.Data, w.p
	w.add(Block{Kind: TitleBlock, Text: p.T("scene.history")})
	w.add(Block{Kind: Paragraph, Text: p.T("scene.historyText"), Muted: true})
	versions := d.Revisions("")
	for i, version := range versions {
		before := ""
		if i+1 < len(versions) {
			before = versions[i+1]
		}
		was, now := d.At(before), d.At(version)
		w.add(Block{Kind: Heading, Text: p.T("scene.historyVersion", i18n.Args{"Version": version, "Was": p.Int(len(was.Statements)), "Now": p.Int(len(now.Statements))})})
		w.add(Block{Kind: Paragraph, Text: strings.Join(statusChanges(d, was, now, p), "; ")})
		for _, b := range revisions(d, now, versions[i:i+1], nil, p) {
			w.add(b)
		}
	}
	if d.Coding != nil {
		w.add(Block{Kind: TermLink, Text: p.T("panes.coding"), Action: state.OpenPage(CodingPage)})
	}
}

// statusChanges counts the statements of each status in two versions, where
// they differ.
func statusChanges(d, was, now *dataset.Dataset, p *i18n.Printer) []string {
	var out []string
	for _, c := range d.Codes(dataset.StatusList) {
		count := func(d *dataset.Dataset) (n int) {
			for i := range d.Statements {
				if d.Statements[i].Status == c.Code {
					n++
				}
			}
			return n
		}
		if a, b := count(was), count(now); a != b {
			out = append(out, c.Label(p.Lang())+": "+p.Int(a)+" → "+p.Int(b))
		}
	}
	return out
}

// Revised lists, one to a block, what versions of the data after the given one
// coded anew of the statements that a view showed then or shows now.
func Revised(r *Room, version string, s state.State, p *i18n.Printer) []Block {
	shown := map[string]bool{}
	for _, d := range []*dataset.Dataset{r.Data.At(version), r.Data} {
		for _, i := range Select(d, s).Statements {
			shown[d.Statements[i].ID] = true
		}
	}
	return revisions(r.Data, r.Data, r.Data.Revisions(version), shown, p)
}

// revisions puts what versions coded anew into words, up to what now holds:
// statements that were retired, each with what took it in; then those that were
// added or coded anew, those that changed alike together. Only those shown are
// listed; nil is all.
func revisions(d, now *dataset.Dataset, versions []string, shown map[string]bool, p *i18n.Printer) []Block {
	of := func(version, statement string) bool {
		return slices.Contains(versions, version) && (shown == nil || shown[statement])
	}
	lang := p.Lang()
	var out []Block
	for _, x := range d.Retired {
		if !of(x.Version, x.ID) {
			continue
		}
		b := Block{Kind: ListItem, Mark: "•", Lead: x.ID + " → " + x.Into + ".", Action: selectStatement(d, x.Into)}
		was := ""
		if x.Was != nil && x.Was.Text != nil {
			was = p.T("scene.quoted", i18n.Args{"Text": strings.TrimSuffix(x.Was.Text.In(lang), ".")})
		}
		b.Text = strings.Join(nonEmpty(b.Lead, was, x.Why.In(lang)), " ")
		out = append(out, b)
	}
	alike := map[string]int{} // by what changed and why: the block
	done := map[string]bool{}
	for _, x := range d.History {
		statement := now.Statement(x.Statement)
		if !of(x.Version, x.Statement) || statement == nil || done[x.Statement+x.Field] {
			continue
		}
		done[x.Statement+x.Field] = true
		words := recoded(d, x, statement.Coded(x.Field), p)
		if i, ok := alike[words]; ok {
			out[i].Lead, out[i].Action = strings.TrimSuffix(out[i].Lead, ".")+", "+x.Statement+".", nil
			out[i].Text = out[i].Lead + " " + words
			continue
		}
		alike[words] = len(out)
		out = append(out, Block{
			Kind: ListItem, Mark: "•", Lead: x.Statement + ".", Text: x.Statement + ". " + words, Action: selectStatement(d, x.Statement),
		})
	}
	return out
}

func selectStatement(d *dataset.Dataset, id string) state.Action {
	x := d.Statement(id)
	return state.SelectStatement{Document: x.Document, Meeting: x.Meeting, Statement: x.ID}
}

// recoded says what a statement was coded as, what it is now, and why.
func recoded(d *dataset.Dataset, x dataset.Revision, now string, p *i18n.Printer) string {
	names := map[string]struct{ key, list string }{
		"meeting": {"scene.fieldMeeting", ""}, "stated_by": {"scene.fieldSpeaker", ""}, "states": {"scene.fieldStates", ""},
		"domain": {"scene.fieldDomain", ""}, "scope": {"scene.fieldScope", ""},
		"status": {"scene.fieldStatus", dataset.StatusList}, "basis": {"scene.fieldBasis", dataset.BasisList},
	}
	field, ok := names[x.Field]
	if !ok {
		return strings.Join(nonEmpty(p.T("scene.fieldAdded"), x.Why.In(p.Lang())), " ")
	}
	name := func(code string) string {
		switch {
		case code == "":
			return "–"
		case field.list != "":
			return label(d, field.list, code, p)
		case x.Field == "meeting" && d.Meeting(code) != nil:
			return meetingLabel(d.Meeting(code), p)
		case x.Field == "domain":
			return domainName(d, code, p)
		case x.Field == "stated_by" || x.Field == "states":
			return countryNames(d, strings.Fields(code), p)
		}
		return code
	}
	return strings.Join(nonEmpty(p.T(field.key)+": "+name(x.Was)+" → "+name(now)+".", x.Why.In(p.Lang())), " ")
}
