package scene

import (
	"cmp"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/internal/pattern"
)

// passagePattern is how the data name a paragraph, and in brackets those that say
// the same again: "P3", "P4 (P1, P3)".
var passagePattern = pattern.Late(`^P(\d+)(?: \((P\d+(?:, P\d+)*)\))?$`)

// place is where a paragraph, "P13", stands in the published text: its number
// within the section, in words if it is the headline. Of a package that does not
// say, it is the number that the data have.
func place(x *dataset.Document, paragraph string, p *i18n.Printer) (number, section string) {
	if x != nil {
		if at, ok := x.TextParagraph(paragraph); ok && at.Number == 0 {
			return p.T("scene.headline"), at.Section
		} else if ok {
			return strconv.Itoa(at.Number), at.Section
		}
	}
	return strings.TrimPrefix(paragraph, "P"), ""
}

// passage puts a paragraph and the document's own number of a section into words,
// as a reader of the published text finds it: "§ 3, paragraph 2 (also 1)". What is
// written otherwise stays as it is.
func passage(x *dataset.Document, paragraph, section string, p *i18n.Printer) string {
	m := passagePattern().FindStringSubmatch(paragraph)
	if m == nil {
		return strings.Join(nonEmpty(section, paragraph), ", ")
	}
	number, within := place(x, "P"+m[1], p)
	words := numbered([]string{number}, p)
	if m[2] != "" {
		var also []string
		for one := range strings.SplitSeq(m[2], ", ") {
			n, _ := place(x, one, p)
			also = append(also, n)
		}
		words = p.T("scene.paragraphAlso", i18n.Args{"Paragraph": words, "List": strings.Join(also, ", ")})
	}
	return strings.Join(nonEmpty(cmp.Or(section, within), words), ", ")
}

// numbered is "paragraph 5", "paragraphs 5, 7" or "headline".
func numbered(list []string, p *i18n.Printer) string {
	switch {
	case len(list) > 1:
		return p.T("scene.paragraphs", i18n.Args{"List": strings.Join(list, ", ")})
	case list[0] == p.T("scene.headline"):
		return list[0]
	}
	return p.T("scene.paragraph", i18n.Args{"List": list[0]})
}

// passageList puts several paragraphs into words, section by section:
// "§ 3, paragraphs 1, 3; § 4, paragraph 2".
func passageList(x *dataset.Document, list []string, p *i18n.Printer) string {
	var sections []string
	numbers := map[string][]string{}
	for _, one := range list {
		number, section := place(x, one, p)
		if len(numbers[section]) == 0 {
			sections = append(sections, section)
		}
		numbers[section] = append(numbers[section], number)
	}
	var out []string
	for _, s := range sections {
		out = append(out, strings.Join(nonEmpty(s, numbered(numbers[s], p)), ", "))
	}
	return strings.Join(out, "; ")
}

// PassageName is where a paragraph of a document, "P13", stands, in words.
func PassageName(r *Room, document, paragraph string, p *i18n.Printer) string {
	return passage(r.Data.Document(document), paragraph, "", p)
}

// reference names a passage so that a reader finds it: "paragraph 6 of the joint
// statement". Where the data have no words for that, the document comes first.
func reference(x *dataset.Document, words string, p *i18n.Printer) string {
	as := x.CitedAs.In(p.Lang())
	switch {
	case words == "":
		return lead(x, p)
	case as == "":
		return p.T("scene.passageIn", i18n.Args{"Passage": words, "Document": lead(x, p)})
	}
	return p.T("scene.passageOf", i18n.Args{"Passage": words, "Document": as})
}

// chain is the chain of attribution in words.
func chain(x *dataset.Document, p *i18n.Printer) string {
	return strings.ReplaceAll(x.Chain.In(p.Lang()), " > ", p.T("scene.chainLink"))
}
