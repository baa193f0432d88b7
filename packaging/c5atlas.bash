# Made by "go generate ./packaging" from the table of commands.
_c5atlas() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags="" words=""
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "export validate check-lesson new inspect selftest version help --present --new-window -v --help --version" -- "$word") $(compgen -f -- "$word"))
		return
	fi
	case $before in
	--out) COMPREPLY=($(compgen -f -- "$word")); return ;;
	--format) COMPREPLY=($(compgen -W "png svg pdf csv zip pptx odp" -- "$word")); return ;;
	--data) COMPREPLY=($(compgen -f -- "$word")); return ;;
	--view) COMPREPLY=($(compgen -f -- "$word")); return ;;
	--size) COMPREPLY=($(compgen -W "slide slide43 4k square A4 A5 page 174mm 120mm 85mm" -- "$word")); return ;;
	--scale) COMPREPLY=($(compgen -W "1 2 3" -- "$word")); return ;;
	--dpi) return ;;
	--per-page) COMPREPLY=($(compgen -W "1 3 6" -- "$word")); return ;;
	--paper) COMPREPLY=($(compgen -W "A4 letter" -- "$word")); return ;;
	--title) return ;;
	--subtitle) return ;;
	--credit) return ;;
	--chart) COMPREPLY=($(compgen -W "domains states timeline documents matrix chronology" -- "$word")); return ;;
	--against) return ;;
	--domains) return ;;
	--states) return ;;
	--status) return ;;
	--level) return ;;
	--from) return ;;
	--to) return ;;
	--query) return ;;
	--meeting) return ;;
	--statement) return ;;
	--document) return ;;
	--focus) return ;;
	--legend) COMPREPLY=($(compgen -W "auto on off" -- "$word")); return ;;
	--lang) COMPREPLY=($(compgen -W "en uk ru" -- "$word")); return ;;
	--second-lang) return ;;
	--theme) COMPREPLY=($(compgen -W "light dark contrast contrast-dark print" -- "$word")); return ;;
	--originals) COMPREPLY=($(compgen -f -- "$word")); return ;;
	--sample) COMPREPLY=($(compgen -W "c5plus1 eu-central-asia russia-central-asia" -- "$word")); return ;;
	esac
	case ${COMP_WORDS[1]} in
	export) flags="--out --format --force --data --view --size --scale --dpi --excel --no-data --per-page --no-notes --paper --worksheet --title --subtitle --credit --transparent --definitions --chart --split --share --table --against --domains --states --status --level --only-naming --from --to --query --meeting --statement --document --focus --legend --lang --second-lang --theme -v --help" words="chart map dashboard lesson data" ;;
	validate) flags="--json --lang --originals -v --help" words="" ;;
	check-lesson) flags="--json --data --lang --size --theme -v --help" words="" ;;
	new) flags="--sample -v --help" words="" ;;
	inspect) flags="--json --data -v --help" words="" ;;
	selftest) flags="-v --help" words="" ;;
	version) flags="--full -v --help" words="" ;;
	help) flags="-v --help" words="export validate check-lesson new inspect selftest version help" ;;
	*) flags="--present --new-window -v --help" ;;
	esac
	case $word in
	-*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
	*) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")) ;;
	esac
}
complete -o filenames -F _c5atlas c5atlas
