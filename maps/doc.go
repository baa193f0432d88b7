// Package maps draws atlas pages: a base map in layers, names that do not
// overlap, markers, great-circle links and the furniture round them, to pixels,
// SVG or PDF, at any size and density.
//
// Geography enters as longitude and latitude in degrees (WGS 84, on a sphere),
// [orb.Point]{lon, lat}. A [geo.Projection] turns it to metres, a [geo.Viewport]
// turns metres to layout pixels, Y down. Device pixels are layout pixels times its
// Density.
//
// A [Map] is a plain value. [Draw] turns it into a list of drawing steps (a
// [draw.Picture]) and paints them; [Record] gives the list, for [draw.SVG],
// [draw.PDF] and tests; a [Canvas] draws the pictures of a map that is moved. Nothing
// here knows what a marker stands for.
//
// The ground (projections, views, base maps) is package geo, the placing of names
// package names, and the drawing itself package draw.
package maps
