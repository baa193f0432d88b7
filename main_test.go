package main

import (
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
