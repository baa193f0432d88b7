// Package packaging holds what the packages for Linux need besides the program.
package packaging

//go:generate go run ./gen
//go:generate go run ./licences

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"c5atlas.org/c5atlas/app/cli"
)

// metadata is FyneApp.toml, the only place with name, ID and version.
type metadata struct {
	Details     struct{ Name, ID, Version string }
	LinuxAndBSD struct {
		GenericName, Comment string
		Categories, Keywords []string
	}
}

func readMetadata(t *testing.T) metadata {
	t.Helper()
	var m metadata
	if _, err := toml.DecodeFile("../FyneApp.toml", &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The newest release of the changelog is this version, of the day that shops
// say; above it stands only what is not released.
func TestChangelogVersion(t *testing.T) {
	t.Parallel()
	m := readMetadata(t)
	headings := regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatch(read(t, "../CHANGELOG.md"), -1)
	if len(headings) > 0 && headings[0][1] == "Unreleased" {
		headings = headings[1:]
	}
	for i, h := range headings {
		x := regexp.MustCompile(`^(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$`).FindStringSubmatch(h[1])
		switch {
		case x == nil:
			t.Errorf("CHANGELOG.md: %q is no version with its day", h[1])
		case i == 0 && x[1] != m.Details.Version:
			t.Errorf("CHANGELOG.md starts with %q, FyneApp.toml says %q", x[1], m.Details.Version)
		case !strings.Contains(read(t, "linux/"+m.Details.ID+".metainfo.xml"), `version="`+x[1]+`" date="`+x[2]+`"`):
			t.Errorf("the metainfo has no release %s of %s", x[1], x[2])
		}
	}
	if len(headings) == 0 {
		t.Error("CHANGELOG.md has no release")
	}
}

func TestDesktopEntry(t *testing.T) {
	t.Parallel()
	m := readMetadata(t)
	entry := map[string]string{}
	for line := range strings.Lines(read(t, "linux/"+m.Details.ID+".desktop")) {
		if strings.HasPrefix(line, "[Desktop Action") {
			break
		}
		if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			entry[key] = value
		}
	}
	for key, want := range map[string]string{
		"Name":           m.Details.Name,
		"Icon":           m.Details.ID,
		"StartupWMClass": m.Details.Name, // on X11 Fyne's window class is the window's title
		"GenericName":    m.LinuxAndBSD.GenericName,
		"Comment":        m.LinuxAndBSD.Comment,
		"Categories":     strings.Join(m.LinuxAndBSD.Categories, ";") + ";",
		"Keywords":       strings.Join(m.LinuxAndBSD.Keywords, ";") + ";",
	} {
		if entry[key] != want {
			t.Errorf("%s = %q, want %q", key, entry[key], want)
		}
	}
}

func TestMetainfo(t *testing.T) {
	t.Parallel()
	m := readMetadata(t)
	var info struct {
		ID         string   `xml:"id"`
		Names      []string `xml:"name"`
		Launchable string   `xml:"launchable"`
		Releases   []struct {
			Version string `xml:"version,attr"`
		} `xml:"releases>release"`
	}
	if err := xml.Unmarshal([]byte(read(t, "linux/"+m.Details.ID+".metainfo.xml")), &info); err != nil {
		t.Fatal(err)
	}
	if info.ID != m.Details.ID || info.Launchable != m.Details.ID+".desktop" {
		t.Errorf("id %q, launchable %q, want %q and its .desktop", info.ID, info.Launchable, m.Details.ID)
	}
	if len(info.Names) == 0 || info.Names[0] != m.Details.Name {
		t.Errorf("names %q, want %q first", info.Names, m.Details.Name)
	}
	if len(info.Releases) == 0 || info.Releases[0].Version != m.Details.Version {
		t.Errorf("releases %v, want %q first", info.Releases, m.Details.Version)
	}
}

// The manual and the completions say what the program takes.
func TestMadeFromTheTable(t *testing.T) {
	t.Parallel()
	m := readMetadata(t)
	released := regexp.MustCompile(`version="` + regexp.QuoteMeta(m.Details.Version) + `" date="([^"]*)"`).FindStringSubmatch(read(t, "linux/"+m.Details.ID+".metainfo.xml"))
	if released == nil {
		t.Fatal("the metainfo has no day of this version")
	}
	made := map[string]string{"c5atlas.1": cli.Manual(m.Details.Name+" "+m.Details.Version, released[1], m.Details.ID, m.LinuxAndBSD.Comment)}
	for _, shell := range cli.Shells() {
		made["c5atlas."+shell] = cli.Completion(shell)
	}
	for name, want := range made {
		if read(t, name) != want {
			t.Errorf("%s is not up to date: go generate ./packaging", name)
		}
	}
}

// man sets the page without a complaint, and every flag of export is on it.
func TestManual(t *testing.T) {
	t.Parallel()
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed")
	}
	cmd := exec.CommandContext(t.Context(), groff, "-man", "-ww", "-Tutf8", "-P-cbou", "c5atlas.1")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil || errs.Len() > 0 {
		t.Errorf("groff: %v: %s", err, errs.Bytes())
	}
	for _, want := range []string{"--definitions", "--title TEXT", "--focus CODES", "--excel", "85mm", "--second-lang", "SOURCE_DATE_EPOCH", "c5atlas validate", "--new-window", "--full", "--version alone", "Shift+F1", "One of light, dark", "with 0 where", "org.c5atlas.C5Atlas"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("the manual has no %q", want)
		}
	}
}

// bash completes commands, flags and values.
func TestCompletion(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	for typed, want := range map[string]string{
		"c5atlas exp":                      "export",
		"c5atlas export das":               "dashboard",
		"c5atlas export chart --defin":     "--definitions",
		"c5atlas export chart --theme con": "contrast contrast-dark",
		"c5atlas export chart --size 85":   "85mm",
		"c5atlas validate --js":            "--json",
		"c5atlas help insp":                "inspect",
		"c5atlas --ver":                    "--version",
		"c5atlas version --f":              "--full",
		"c5atlas a.c5lesson --pres":        "--present",
		"c5atlas validate c5atlas.ba":      "c5atlas.bash",
	} {
		words := strings.Fields(typed)
		script := fmt.Sprintf(". ./c5atlas.bash; COMP_WORDS=(%s); COMP_CWORD=%d; _c5atlas; echo ${COMPREPLY[*]}", typed, len(words)-1)
		out, err := exec.CommandContext(t.Context(), bash, "-uc", script).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", typed, got, err, want)
		}
	}
}

// fish completes them, too, where it is installed: a flag of the window after a path,
// and of a command only after that.
func TestFishCompletes(t *testing.T) {
	t.Parallel()
	fish, err := exec.LookPath("fish")
	if err != nil {
		t.Skip("fish is not installed")
	}
	home := t.TempDir()
	for typed, want := range map[string]string{
		"c5atlas --ver":                    "--version",
		"c5atlas a.c5lesson --pres":        "--present",
		"c5atlas export chart --pres":      "",
		"c5atlas version --f":              "--full",
		"c5atlas export chart --theme con": "contrast contrast-dark",
	} {
		c := exec.CommandContext(t.Context(), fish, "--no-config", "-c", "source c5atlas.fish; complete -C '"+typed+"'") //nolint:gosec // our own words
		c.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home)
		out, err := c.Output()
		var got []string
		for line := range strings.Lines(string(out)) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), "\t") // and what it is
			got = append(got, word)
		}
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q, %v; want %q", typed, got, err, want)
		}
	}
}

// Each module that is linked has its licence in the gathered text.
func TestLicences(t *testing.T) {
	t.Parallel()
	text := read(t, "../assets/licences/third-party.txt")
	for _, tags := range []string{"no_emoji", "headless"} {
		c := exec.Command("go", "list", "-deps", "-tags", tags, "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "..") //nolint:gosec // our own words
		c.Env = append(os.Environ(), "CGO_ENABLED=1")
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		for of := range strings.Lines(string(out)) {
			if of = strings.TrimSpace(of); of != "" && !strings.Contains(text, "\n"+of) {
				t.Errorf("no licence of %s: go generate ./packaging", of)
			}
		}
	}
	for _, part := range []string{"Camilla L", "Inter Project Authors", "The FreeType Project LICENSE", "International Color Consortium"} {
		if !strings.Contains(text, part) {
			t.Errorf("the licences do not name %q", part)
		}
	}
}

// Debian's list of licences names each that the .rpm's line does.
func TestCopyrightNamesEveryLicence(t *testing.T) {
	t.Parallel()
	list := regexp.MustCompile(`(?m)^license: (.*)$`).FindStringSubmatch(read(t, "linux/nfpm.yaml"))
	if list == nil {
		t.Fatal("the .rpm has no licence")
	}
	for of := range strings.SplitSeq(list[1], " AND ") {
		if !strings.Contains(read(t, "copyright"), of) {
			t.Errorf("packaging/copyright does not name %s", of)
		}
	}
}

// Each shell takes its completions, where it is installed, and completes a
// command, a flag and a value.
func TestCompletions(t *testing.T) {
	t.Parallel()
	for _, shell := range cli.Shells() {
		path, err := exec.LookPath(shell)
		if err != nil {
			t.Logf("%s is not installed", shell)
			continue
		}
		if out, err := exec.CommandContext(t.Context(), path, "-n", "c5atlas."+shell).CombinedOutput(); err != nil { //nolint:gosec // a shell
			t.Errorf("%s: %v: %s", shell, err, out)
		}
		for _, want := range []string{"export", "theme", "contrast"} {
			if !strings.Contains(read(t, "c5atlas."+shell), want) {
				t.Errorf("%s: no %q", shell, want)
			}
		}
	}
}
