package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// writeDescriptor writes descriptor.json below root: what data/datapackage.json says but
// the schemas of its tables, which are five sixths of it and are not needed to read them.
func writeDescriptor(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "data", "datapackage.json"))
	if err != nil {
		return err
	}
	var all struct {
		Resources []map[string]json.RawMessage `json:"resources"`
	}
	whole := map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &all); err != nil {
		return err
	}
	if err := json.Unmarshal(text, &whole); err != nil {
		return err
	}
	for _, r := range all.Resources {
		delete(r, "schema")
	}
	if whole["resources"], err = json.Marshal(all.Resources); err != nil {
		return err
	}
	return writeJSON(filepath.Join(root, "descriptor.json"), "", whole)
}
