# Completion of kubectl-tidb_br in fish: asks the program itself. Store it as
#   ~/.config/fish/completions/kubectl-tidb_br.fish

function __kubectl_tidb_br_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    test -n "$current"; or set current ''
    set -l answer ($words[1] __complete $words[2..-1] $current 2>/dev/null); or return
    set -l directive (string replace ':' '' -- $answer[-1])
    set -e answer[-1]

    if test "$directive" = 0
        __fish_complete_path (string replace -r -- '^-.*?=' '' $current)
        return
    else if test "$directive" = 16
        __fish_complete_directories (string replace -r -- '^-.*?=' '' $current)
        return
    end
    # The candidates are values where the word is --flag=value; fish replaces the whole word.
    set -l flag (string match -r -- '^-.*?=' $current)
    for line in $answer
        echo -- "$flag$line"
    end
end

complete -c kubectl-tidb_br -e
complete -c kubectl-tidb_br -f -a '(__kubectl_tidb_br_complete)'
