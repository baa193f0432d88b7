package dataset

import (
	"cmp"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Profile is what a package says of itself, for titles, caveats and credits. A
// text that the package does not give is nil.
type Profile struct {
	Title          Text // of the whole, as over a dashboard; never nil
	ShortTitle     Text // a word or two; never nil
	Introduction   Text // one or two sentences
	SampleNote     Text // what the documents are not
	CoverageNote   Text // what a gap means
	Opening        Text // questions for a class before a lesson
	Closing        Text // and after it
	BoundaryPolicy Text // what names and borders on a map do not imply
	Credit         Text // who coded, as a whole phrase: "Coded by C+C5 Atlas"
	Rights         Text // who may do what with the data: "C+C5 Atlas contributors, CC BY 4.0"
	Focal          string
	// Region lists the states whose shapes give the map its extent and its
	// projection, by ISO 3166-1 alpha-2; those of the package if it names none.
	Region []string
}

// descriptorProfile is "profile" in datapackage.json. Its names are the
// package's own addition to the Data Package standard.
type descriptorProfile struct {
	Title          Text     `json:"title"`
	ShortTitle     Text     `json:"shortTitle"`
	Introduction   Text     `json:"introduction"`
	SampleNote     Text     `json:"sampleNote"`
	CoverageNote   Text     `json:"coverageNote"`
	Opening        Text     `json:"openingQuestions"`
	Closing        Text     `json:"closingQuestions"`
	BoundaryPolicy Text     `json:"boundaryPolicy"`
	Credit         Text     `json:"credit"`
	Rights         Text     `json:"rights"`
	Focal          string   `json:"focal"`
	Region         []string `json:"region"`
}

// readProfile takes the profile of the descriptor; what it does not say comes
// from the descriptor's other properties, which a note says. It is called when
// the states are known.
func (d *Dataset) readProfile(in *reader) {
	desc, f := &in.desc, &in.found
	given := desc.Profile
	if given == nil {
		f.add(Finding{
			File: descriptorFile, Column: "profile", Fault: Phrase{Key: "finding.missing"},
			Mend: Phrase{Key: "finding.fromTitle"}, Note: true,
		})
		given = &descriptorProfile{}
	}
	d.Profile = Profile{
		Title: given.Title, ShortTitle: given.ShortTitle, Introduction: given.Introduction, SampleNote: given.SampleNote,
		CoverageNote: given.CoverageNote, BoundaryPolicy: given.BoundaryPolicy, Opening: given.Opening, Closing: given.Closing, Credit: given.Credit, Rights: given.Rights,
	}
	p := &d.Profile
	if p.Title == nil {
		p.Title = Text{"": cmp.Or(d.Title, d.Name)}
	}
	if p.ShortTitle == nil {
		p.ShortTitle = p.Title
	}
	if p.Credit == nil {
		var who []string
		for _, c := range desc.Contributors {
			if c := tidy(c.Title); c != "" {
				who = append(who, c)
			}
		}
		if len(who) > 0 {
			p.Credit = Text{"": strings.Join(who, ", ")}
		}
	}
	if given.Focal != "" && !d.hasCountry(given.Focal) {
		f.add(Finding{File: descriptorFile, Column: "profile.focal", Value: given.Focal, Fault: Phrase{Key: "finding.notIn", Name: "states.csv"}})
	} else {
		p.Focal = given.Focal
	}
	for _, iso := range given.Region {
		if iso = strings.ToUpper(tidy(iso)); len(iso) == 2 && len(p.Region) < 300 {
			p.Region = append(p.Region, iso)
		} else {
			f.add(Finding{File: descriptorFile, Column: "profile.region", Value: iso, Fault: Phrase{Key: "finding.notISO"}, Mend: Phrase{Key: "finding.writeLike", Name: "KZ"}})
		}
	}
	if p.Region == nil {
		for i := range d.Countries {
			p.Region = append(p.Region, d.Countries[i].Areas()...)
		}
	}
}

// Title reads what the package at the root of fsys is called, and nothing else of
// it: a title without a language if it has no other. The errors are those of [Open].
func Title(fsys fs.FS) (Text, error) {
	in := newReader(fsys)
	if err := in.readDescriptor(); err != nil {
		return nil, err
	}
	if p := in.desc.Profile; p != nil && p.Title != nil {
		return p.Title, nil
	}
	return Text{"": cmp.Or(tidyLine(in.desc.Title, 300), tidyLine(in.desc.Name, 100))}, nil
}

// findLanguages gathers the content languages: those of the package's list
// that are in use, in its order, then the others by code.
func (d *Dataset) findLanguages(declared []string) {
	for _, lang := range declared {
		if d.spoken[lang] && !slices.Contains(d.Languages, lang) {
			d.Languages = append(d.Languages, lang)
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(d.spoken)) {
		if !slices.Contains(d.Languages, lang) {
			d.Languages = append(d.Languages, lang)
		}
	}
}

// Licence is one under which the package may be used.
type Licence struct {
	Name    string // of SPDX or Open Definition, such as "CC-BY-4.0"; may be empty
	Title   string // in words; may be empty
	Address string // of its text; "" if it is none that a person may open
}
