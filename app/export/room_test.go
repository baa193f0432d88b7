package export

import (
	"sync"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/assets"
)

// ShippedRoom is a room of the embedded package, made once for all tests: it does not
// change, and its base map takes long to decode.
var ShippedRoom = sync.OnceValue(func() *scene.Room {
	d, found, err := dataset.Open(assets.Data())
	if err != nil || len(found) > 0 {
		panic("the embedded package is not clean")
	}
	r, err := scene.NewRoom(d)
	if err != nil {
		panic(err)
	}
	return r
})

func shippedRoom(t *testing.T) *scene.Room {
	t.Helper()
	return ShippedRoom()
}
