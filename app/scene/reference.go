package scene

import (
	"regexp"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
)

// passagePattern is how the data name a paragraph, and in brackets those that say
// the same again: "P3", "P4 (P1, P3)".
var passagePattern = regexp.MustCompile(`^P(\d+)(?: \((P\d+(?:, P\d+)*)\))?$`)

// passage puts a paragraph and the document's own number of a section into words:
// "paragraph 6 (also 5), § 1". What is written otherwise stays as it is.
func passage(paragraph, section string, p *i18n.Printer) string {
	words := paragraph
	if m := passagePattern.FindStringSubmatch(paragraph); m != nil {
		words = p.T("scene.paragraph", i18n.Args{"List": m[1]})
		if m[2] != "" {
			words = p.T("scene.paragraphAlso", i18n.Args{"Paragraph": words, "List": strings.ReplaceAll(m[2], "P", "")})
		}
	}
	return strings.Join(nonEmpty(words, section), ", ")
}

// passageList puts several paragraphs into words: "paragraphs 5, 7".
func passageList(list []string, p *i18n.Printer) string {
	if len(list) < 2 {
		return passage(strings.Join(list, ""), "", p)
	}
	numbers := make([]string, len(list))
	for i, one := range list {
		numbers[i] = strings.TrimPrefix(one, "P")
	}
	return p.T("scene.paragraphs", i18n.Args{"List": strings.Join(numbers, ", ")})
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
