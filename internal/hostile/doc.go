package hostile

// What hazards of programs that open other people's files there are, and where
// the tests of each stand.
//
//	paths that leave an archive or a descriptor   archives, descriptors, books; dataset.TestOpenPath
//	archives that unpack to far more              bombs, books; dataset.TestZipBombs, TestBudget
//	depth and size of JSON                        descriptors, views, pictures; no GeoJSON is read
//	coordinates that are none                     coordinates; scene.Astray for swapped ones; no rings are read
//	tables of any encoding, size, shape           tables, sheets; dataset.TestHabits, FuzzCSV
//	formulas in what is written                   tables; export's tests with LibreOffice
//	what would be loaded from elsewhere           tables, descriptors, books, texts; .ci/trace.sh
//	pictures that say they are huge               pictures; none is ever decoded to pixels
//	texts that steer a terminal or turn around    steering, pictures, views; plain.TestLine
//	links                                         tables; dataset.TestLink
//	what is no file: pipes, devices, links        special; dataset.TestOnlyRegularFiles
//	saving, autosave, settings, two copies        no files to open: atomicfile, cli.TestKilledExports, app's tests of sessions
//	a panic in a callback                         no build has a switch for one; damaged packages are drawn in export's tests
//	long use                                      .ci/lessons.sh
