// Package hostile makes files that were meant to do harm, or came to harm: each
// hazard that programs of this kind are known to have fallen for, as a file or a
// folder. Nothing of it is kept; it is made anew where a test wants it. It knows
// the formats and nothing of the program that reads them.
package hostile

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Door is how a file comes into the program.
type Door string

// The doors. What a file is to do at another than its own is to do no harm.
const (
	Package Door = "package" // a folder, a .zip, a workbook
	Picture Door = "picture" // a PNG that may hold a view
	Lesson  Door = "lesson"
	View    Door = "view"
	Sheet   Door = "sheet" // of a second coder
	Text    Door = "text"  // a publisher's own
)

// A Case is one file or folder.
type Case struct {
	Name string // of what is written
	Door Door   // its own
	Says string // is in what is said of it there; "" if it may open without a word
	make func(path string) error
}

// Write makes the case in a folder and returns where it is.
func (c Case) Write(folder string) (string, error) {
	path := filepath.Join(folder, c.Name)
	return path, c.make(path)
}

// Corpus is all cases in order of name, so that a test that takes some of them takes
// the same ones always, of each kind.
func Corpus() []Case {
	all := slices.Concat(archives(), bombs(), books(), descriptors(), tables(), coordinates(), steering(), pictures(), views(), sheets(), texts(), pdfs(), special())
	slices.SortFunc(all, func(a, b Case) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// bytesCase is a file.
func bytesCase(name string, door Door, says string, data func() ([]byte, error)) Case {
	return Case{name, door, says, func(path string) error {
		b, err := data()
		if err != nil {
			return err
		}
		return os.WriteFile(path, b, 0o600)
	}}
}

// textCase is a file with a text, which may be opened or not.
func textCase(name string, door Door, text func() string) Case {
	return bytesCase(name, door, "", func() ([]byte, error) { return []byte(text()), nil })
}

// folderCase is a package in a folder.
func folderCase(name, says string, files func() map[string]string) Case {
	return Case{name, Package, says, func(path string) error { return folder(path, files()) }}
}

// folder writes files.
func folder(path string, files map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file := filepath.Join(path, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(files[name]), 0o600); err != nil {
			return err
		}
	}
	return nil
}

const (
	statementsHead = "id,document,meeting,states,status,basis,domain,text\n"
	placesHead     = "id,lon,lat,country,capital,precision,name\n"
)

// sound is a package without a fault, with other files in place of its own; one
// that is "" is left out.
func sound(other map[string]string) map[string]string {
	files := map[string]string{
		"datapackage.json": `{"name":"mini","title":"Mini","version":"1"}`,
		"states.csv":       "code,iso2,name,capital\nKAZ,KZ,Kazakhstan,one\nUZB,UZ,Uzbekistan,two\n",
		"places.csv":       placesHead + "one,71.43,51.13,KAZ,true,city,One\ntwo,69.24,41.31,UZB,true,city,Two\n",
		"domains.csv":      "code,name\nTRD,Trade\n",
		"meetings.csv":     "id,date,place,mode,level,title,parties\nm1,2020-01-02,one,in person,other,First,KAZ UZB\n",
		"documents.csv":    "id,kind,meetings,lead,language\nd1,news report,m1,Report,en\n",
		"statements.csv":   statementsHead + "s1,d1,m1,KAZ UZB,agreed,R,TRD,They agree.\n",
	}
	for name, text := range other {
		files[name] = text
		if text == "" {
			delete(files, name)
		}
	}
	return files
}

// one is [sound] with one other file.
func one(name, text string) func() map[string]string {
	return func() map[string]string { return sound(map[string]string{name: text}) }
}

// many is a text n times.
func many(text string, n int) string { return strings.Repeat(text, n) }
