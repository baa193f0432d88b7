package cli

import "c5atlas.org/c5atlas/app/state"

// usage is what help prints.
var usage = `C+C5 Atlas: China's diplomacy with the five Central Asian states

  c5atlas [PATH]                       open the window; PATH: a data package (folder or .zip), a lesson, or an exported PNG
  c5atlas export chart|map|dashboard   write one picture or its data
  c5atlas export lesson LESSON         write a lesson as a folder: pictures, numbers, a handout; LESSON: a file, or meetings
  c5atlas validate [--json] PATH       check a data package: 0 clean, 1 findings, 2 unreadable
  c5atlas inspect [--json] FILE.png    print the view, rows and sources inside an exported picture
  c5atlas selftest                     draw everything once, check every count
  c5atlas version

Flags of export:
  --out FILE         a file, or - for standard output; of a lesson a new folder; needed
  --format FORMAT    png, svg, pdf, or csv (not of a dashboard); from --out's ending if left out
  --force            replace a file, or a lesson's folder, that exists
  --data PATH        a data package instead of the embedded one
  --view FILE        a view as JSON: a file, -, or an exported PNG; the flags below override it
  --chart CHART      ` + list(state.ChartKinds()) + `
  --domains CODES    such as SEC,TRD
  --states CODES     such as KAZ,UZB
  --status STATUS    agreements, commitments, all, or some of: agreed, to be signed, announced, intended, position
  --only-naming      only statements that name fewer than all six states
  --from DATE        first date of meetings, EDTF: 2023, 2023-05, 2023-05-18
  --to DATE          last date of meetings
  --meeting ID       selects a meeting
  --document ID      selects a document
  --statement ID     selects a statement
  --lang LANG        en, uk, ru
  --theme THEME      light, dark, print
  --size SIZE        WIDTHxHEIGHT in pixels, or slide, slide43, 4k, page, square
  --scale N          1, 2, 3: density at the same layout
  --dpi N            written into the file
  --no-data          leave view and rows out of the PNG

-v with any command logs to standard error.
Exit status: 0 done, 1 findings, 2 wrong words, 3 could not read or write, 4 refused for safety.`
