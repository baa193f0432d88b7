package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/BurntSushi/toml"
)

// What the program reads of FyneApp.toml is what a reader of TOML finds there.
func TestMetadata(t *testing.T) {
	t.Parallel()
	var file struct {
		Details struct {
			Name, ID, Version string
			Build             int
		}
	}
	if _, err := toml.Decode(fyneApp, &file); err != nil {
		t.Fatal(err)
	}
	want := file.Details
	for key, v := range map[string]string{"Name": want.Name, "ID": want.ID, "Version": want.Version, "Build": strconv.Itoa(want.Build), "Colour": ""} {
		if got := metadata(key); got != v || v == "" && key != "Colour" {
			t.Errorf("%s is %q, want %q", key, got, v)
		}
	}
}

// The description of the program knows each of its rooms.
func TestRoomsAreDescribed(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("docs/ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	rooms := 0
	for _, floor := range []string{"app", "charts", "internal", "maps"} {
		err := filepath.WalkDir(floor, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if files, _ := filepath.Glob(filepath.Join(path, "*.go")); len(files) == 0 {
				return nil
			}
			rooms++
			if !regexp.MustCompile(`\b` + d.Name() + `\b`).Match(text) {
				t.Errorf("docs/ARCHITECTURE.md does not know %s", path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if rooms < 50 {
		t.Errorf("only %d rooms", rooms)
	}
}
