// Package maps draws atlas pages: a base map in layers, names that do not
// overlap, markers, great-circle links and the furniture round them, to pixels,
// SVG or PDF, at any size and density.
//
// Geography enters as longitude and latitude in degrees (WGS 84, on a sphere),
// [orb.Point]{lon, lat}. A [geo.Projection] turns it to metres, a [geo.Viewport] turns
// metres to layout pixels, Y down. Device pixels are layout pixels times
// its Density.
//
// A [Map] is a plain value. [Draw] turns it into a list of drawing steps (the
// [Picture]) and hands the list to a back end; the back ends for pixels and for
// SVG read the same list, and so do the tests. Nothing here knows what a marker
// stands for.
package maps
