// Package geo is the ground of a map: projections, what part of the plane a
// picture shows, and the base map in its levels of detail with its relief.
package geo
