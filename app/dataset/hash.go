package dataset

import (
	"crypto/sha256"
	"encoding/hex"
)

// hashed are the files whose content identifies a package, by the names that
// tables usually have. The order is fixed for ever: sessions and pictures name
// their data by this hash.
var hashed = []string{"meetings", "documents", "statements", "comments", "notes", "domains", "states", "places", "place_names", "codes"}

// tableHash identifies the content: equal tables, equal hash, wherever they
// were read from. A table that the package has not counts as empty; a package
// without codes.csv has the hash that it had before there was one.
func (in *reader) tableHash() string {
	h := sha256.New()
	for _, name := range hashed {
		sum, ok := in.sums[name]
		if !ok {
			if name == "codes" {
				continue
			}
			sum = sha256.Sum256(nil)
		}
		h.Write([]byte(name + ".csv"))
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}
