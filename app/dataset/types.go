// Package dataset is a data package read, checked and indexed: meetings,
// documents, statements and the code lists they use. A [Dataset] does not
// change after [Open] and is safe for many readers.
//
// The package knows no colour, no language of the interface and no picture.
package dataset

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"github.com/paulmach/orb"
)

// Text is one text in several languages, by language code. The key "" holds
// the text of the unmarked column.
type Text map[string]string

// In returns the text in lang, else in English, else unmarked, else in the
// first of its languages by code, else "".
func (t Text) In(lang string) string { return t[t.language(lang)] }

// language is the key of the text that In returns.
func (t Text) language(lang string) string {
	for _, k := range [...]string{lang, "en", ""} {
		if t[k] != "" {
			return k
		}
	}
	for _, k := range slices.Sorted(maps.Keys(t)) {
		if t[k] != "" {
			return k
		}
	}
	return ""
}

// ShortOf returns the text in the language in which In has the longer one, "" if that
// needs no shorter one there: a short name never comes in another language than the name.
func (t Text) ShortOf(long Text, lang string) string {
	k := long.language(lang)
	if k == "en" || k == "" { // an unmarked column is most often English
		return cmp.Or(t[k], t["en"], t[""])
	}
	return t[k]
}

// UnmarshalJSON reads {"en": "…", "uk": "…"} or "…". A text without a word is nil.
func (t *Text) UnmarshalJSON(data []byte) error {
	*t = nil
	in := map[string]string{}
	if bytes.HasPrefix(data, []byte{'"'}) {
		var s string
		if err := json.Unmarshal(data, &s); err != nil {
			return err
		}
		in[""] = s
	} else if err := json.Unmarshal(data, &in); err != nil {
		return Phrase{Key: "finding.profileText"}
	}
	for lang, s := range in {
		if s = tidy(s); s != "" {
			if *t == nil {
				*t = Text{}
			}
			(*t)[lang] = s
		}
	}
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (t Text) MarshalJSON() ([]byte, error) {
	if s, ok := t[""]; ok && len(t) == 1 {
		return json.Marshal(s)
	}
	return json.Marshal(map[string]string(t))
}

// Meeting is one meeting, in person or online.
type Meeting struct {
	ID        string // stable, such as "2020-07-16-fm1"
	Date      string // EDTF; the day, month or year of the (first) event, or "" if unknown
	DateEnd   string // EDTF, last day of several; else ""
	DateNote  Text   // how the date is known, when that is not plain ("report date", "planned")
	Place     string // Place id; "" for online or unknown
	Mode      string // of [ModeList]
	Level     string // of [LevelList]
	Title     Text
	ShortName Text     // for markers and axes: "Foreign ministers 4", "Second summit"
	Parties   []string // State codes
	Source    string   // of [SourceList]
	Links     []string // addresses of outside sources, https
	Chair     string   // Place id of the host of an online meeting ("chaired from"), else ""
	Note      Text
	Context   Text     // two or three sentences of our own: who, why then, what came out
	Questions Text     // one or two, for a class
	Addresses []string // of outside sources without https: shown, never opened
	Planned   bool

	online, outside bool // flags of Mode and Source
}

// Online reports whether the meeting had no place of its own.
func (m *Meeting) Online() bool { return m.online }

// Outside reports whether only outside sources, none of the documents, give
// the meeting.
func (m *Meeting) Outside() bool { return m.outside }

// Document is one text about a meeting.
type Document struct {
	ID            string
	Kind          string   // of [KindList]
	Meetings      []string // Meeting ids, the main one first
	Title         string   // as published, in its own language; "" if the text has none
	TitleGloss    Text     // the title translated
	TitleNote     Text     // such as "headline wording not supported by the text"
	Lead          Text     // our label for lists: "Joint statement, 16 July 2020"
	Short         Text     // where the label has no room: "Joint statement 2020"; empty for none
	CitedAs       Text     // as a reference names it: "the joint statement of 16 July 2020"
	Language      string   // of [LanguageList]: the original's
	Publisher     Text     // with a neutral line on who that is in PublisherNote
	PublisherNote Text
	Chain         Text   // chain of attribution, in words or with " > " between the links
	Published     string // EDTF date of publication or ""
	PublishedBy   string // how it is known, of [KnownHowList]
	EventBy       string // how the date of the event is known: same values
	DateNote      Text   // one sentence on how the dates are known
	Place         Text   // as the text gives it
	SHA256        string // of the original file, hex
	Summary       Text   // our own words; paragraphs separated by blank lines
	Commentary    []Comment
	Paragraphs    []TextParagraph // those that statements and comments name; nil if the package does not say where they stand
	Notes         []Text          // neutral notes on inconsistencies (facts.md E) that a reader of this text needs
	Links         []string
}

// Comment is a publisher's or analyst's remark. It is never counted.
type Comment struct {
	Paragraph string // "P10"
	Who       Text   // "Ukrinform comments", "Temur Umarov's view"
	Text      Text   // our neutral summary
}

// Statement is one coded unit of a document.
type Statement struct {
	ID         string // "000-01"
	Document   string
	Meeting    string   // exactly one
	Paragraph  string   // "P3 (P1)": lines of the copy used, blank ones left out
	Section    string   // the document's own number of a section, or ""
	StatedBy   []string // State codes; nil when the text names no speaker
	Speaker    Text     // how the speaker is shown
	States     []string // State codes that it concerns
	Scope      string   // between two states, or of the whole format
	Status     string   // of [StatusList]
	Basis      string   // of [BasisList]
	Domain     string
	Amount     string // number as text, "" if none
	Currency   string // of [CurrencyList], or ""
	AmountNote Text
	Text       Text // our paraphrase, at most about 25 words
	Note       Text
	Since      Text // later outcome from outside sources; never changes Status
	OptIn      bool // "those interested"
}

// Domain is a field of cooperation.
type Domain struct {
	Code  string
	Name  Text
	Short Text // where the name has no room, empty for none
	Text  Text // one-line definition
}

// Country is one of the states that the package is about.
type Country struct {
	Code    string   // ISO 3166-1 alpha-3
	ISO2    string   // ISO 3166-1 alpha-2, as in the base map
	Members []string // of a union that is one party: those of its members, which are its areas on the map
	Name    Text
	Short   Text   // abbreviation for small maps, empty for none
	Capital string // Place id
	Role    int    // which of the twelve tints, 1 to 12

	Spellings []string // in other languages and scripts; search finds them
}

// Areas is what the map has of it, by ISO 3166-1 alpha-2.
func (c *Country) Areas() []string { return append([]string{c.ISO2}, c.Members...) }

// Place is a point with names.
type Place struct {
	ID        string
	LonLat    orb.Point // WGS 84 degrees
	Country   string    // State code or ISO2 of a neighbour
	Capital   bool      // of one of the states
	Name      Text
	Periods   []NamePeriod
	Precision string   // of [PrecisionList]
	Spellings []string // in other languages and scripts; search finds them
	Row       int      // of its table, the header is row 1
	File      string   // its table, as a finding names it
}

// NamePeriod is a name that held for a time.
type NamePeriod struct {
	From, To string // EDTF, inclusive
	Name     Text
}
