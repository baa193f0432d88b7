#compdef c5atlas
# Made by "go generate ./packaging" from the table of commands.
local -a commands
commands=(
	'export:write one picture, its numbers, a lesson as a folder, or the data package'
	'validate:check a data package: 0 clean, 1 findings, 2 unreadable'
	'check-lesson:say what the back row of a room cannot read: 0 clean, 1 findings'
	'new:write a small data package to begin your own with'
	'inspect:print the view, rows and sources inside an exported picture'
	'selftest:draw everything once, check every count'
	'version:print the program'\''s version'
	'help:print the commands, or the flags of one'
)
if (( CURRENT == 2 )); then
	_describe command commands
	compadd -- --present --new-window -v --help --version
	_files
	return
fi
shift words
(( CURRENT-- ))
case $words[1] in
export)
	_arguments \
		'--out[a file, or - for standard output; of a lesson a new folder, or a file that ends in .zip, .pptx, .odp or, its handout, .pdf; needed]:FILE:_files' \
		'--format[from --out'\''s ending if left out; zip, pptx and odp are a lesson'\''s, as is pdf]:FORMAT:(png svg pdf csv zip pptx odp)' \
		'--force[replace a file, or a lesson'\''s folder, that exists]' \
		'--data[a data package instead of the embedded one]:PATH:_files' \
		'--view[a view as JSON, a file, -, or an exported PNG; the flags of the view override it]:FILE:_files' \
		'--size[WIDTHxHEIGHT in pixels, WIDTHxHEIGHTmm, or slide, slide43, 4k, square, A4, A5, page, 174mm, 120mm, 85mm]:SIZE:(slide slide43 4k square A4 A5 page 174mm 120mm 85mm)' \
		'--scale[density at the same layout]:N:(1 2 3)' \
		'--dpi[written into the file]:N:' \
		'--excel[CSV with a byte order mark and the separator of the language]' \
		'--no-data[leave view and rows out of the PNG]' \
		'--per-page[scenes on a page of a lesson'\''s handout]:N:(1 3 6)' \
		'--no-notes[leave the teacher'\''s notes out of a lesson'\''s handout]' \
		'--paper[of a lesson'\''s handout and worksheet]:PAPER:(A4 letter)' \
		'--worksheet[of a lesson, the .pdf is its worksheet, not its handout]' \
		'--title[your own; what is counted then stands below it]:TEXT:' \
		'--subtitle[your own, before what is counted]:TEXT:' \
		'--credit[who made the picture, before the sources]:TEXT:' \
		'--transparent[no ground under the page; a map keeps its sea]' \
		'--definitions[put the definitions of the picture'\''s terms under it]' \
		'--chart[]:CHART:(domains states timeline documents matrix chronology)' \
		'--split[the chart of domains once for each state]' \
		'--share[shares of each row'\''s total instead of counts]' \
		'--table[the numbers as text, where a window or a lesson shows the view]' \
		'--against[what the chart of domains compares, the id of a meeting, with that of --meeting; state=CODE,CODE; period=FROM/TO,FROM/TO, an open end ".."; document=ID,ID]:WHAT:' \
		'--domains[only these, by the codes of the data]:CODES:' \
		'--states[only statements that concern one of these, by their codes]:CODES:' \
		'--status[a preset of the data, or some of its statuses]:STATUS:' \
		'--level[only meetings at these levels of the data, with hyphens for spaces]:CODES:' \
		'--only-naming[only statements that name fewer than all states of the data]' \
		'--from[first date of meetings, EDTF, 2023, 2023-05, 2023-05-18]:DATE:' \
		'--to[last date of meetings]:DATE:' \
		'--query[only statements that hold these words]:TEXT:' \
		'--meeting[selects a meeting]:ID:' \
		'--statement[selects a statement, and its document]:ID:' \
		'--document[selects a document]:ID:' \
		'--focus[lights a part and dims the rest, such as domain=CODE,status=CODE; also state, meeting, document, basis]:CODES:' \
		'--legend[the map'\''s]:WHEN:(auto on off)' \
		'--lang[of all words, the system'\''s if it is one of these]:LANG:(en uk ru)' \
		'--second-lang[names of states, capitals, meeting places and codes in this language, too, of the data (zh, kk, …) or of --lang]:LANG:' \
		'--theme[]:THEME:(light dark contrast contrast-dark print)' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'1:what:(chart map dashboard lesson data)' \
		'*:file:_files'
	;;
validate)
	_arguments \
		'--json[print as JSON]' \
		'--lang[of the findings, the system'\''s if it is one of these]:LANG:(en uk ru)' \
		'--originals[compare the publishers'\'' own texts, too, each link exact, moved, ambiguous or lost]:FOLDER:_files' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
check-lesson)
	_arguments \
		'--json[print as JSON]' \
		'--data[a data package instead of the embedded one]:PATH:_files' \
		'--lang[of the findings, the system'\''s if it is one of these]:LANG:(en uk ru)' \
		'--size[of the screen, WIDTHxHEIGHT in pixels]:SIZE:(slide slide43 4k square A4 A5 page 174mm 120mm 85mm)' \
		'--theme[the look; light and dark if left out]:THEME:(light dark contrast contrast-dark print)' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
new)
	_arguments \
		'--sample[a sample instead of the template]:NAME:(c5plus1 eu-central-asia russia-central-asia)' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
inspect)
	_arguments \
		'--json[print as JSON]' \
		'--data[a data package instead of the embedded one]:PATH:_files' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
selftest)
	_arguments \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
version)
	_arguments \
		'--full[and the commit, the system, what it was built with, and the data that ship]' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
help)
	_arguments \
		'-v[log to standard error]' \
		'--help[print this]' \
		'1:what:(export validate check-lesson new inspect selftest version help)' \
		'*:file:_files'
	;;
*)
	_arguments \
		'--present[begin the lesson at once, that of PATH, else the meetings of the data]' \
		'--new-window[open PATH in a window of its own]' \
		'-v[log to standard error]' \
		'--help[print this]' \
		'*:file:_files'
	;;
esac
