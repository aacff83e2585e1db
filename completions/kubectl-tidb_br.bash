# Completion of kubectl-tidb_br in bash: asks the program itself. Load it with
#   source <(kubectl-tidb_br completion bash)

_kubectl_tidb_br() {
    local rest=${COMP_LINE:0:COMP_POINT} words=() piece blanks index
    # bash splits words at "=" and ":"; pieces with no blank between them are one word again.
    for ((index = 0; index <= COMP_CWORD; index++)); do
        piece=${COMP_WORDS[index]}
        blanks=${rest%%[! $'\t']*}
        rest=${rest#"$blanks"}
        ((index < COMP_CWORD)) || piece=$rest
        rest=${rest#"$piece"}
        if [[ -z $blanks ]] && ((${#words[@]} > 0)); then
            words[${#words[@]} - 1]+=$piece
        else
            words+=("$piece")
        fi
    done

    local answer
    answer=$("${1/#\~/$HOME}" __complete "${words[@]:1}" 2>/dev/null) || return
    local directive=${answer##*:}
    answer=${answer%:*}

    # The part of the word that bash keeps: readline replaces only what stands behind the last break.
    local word=${words[${#words[@]} - 1]} keep= add=
    if [[ $word == -*=* ]]; then
        [[ $COMP_WORDBREAKS == *=* ]] || add=${word%%=*}=
        word=${word#*=}
    fi
    [[ $COMP_WORDBREAKS != *:* || -n $add ]] || keep=${word%"${word##*:}"}

    local line
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        [[ -n $line && $line == "$word"* ]] || continue
        line=${line#"$keep"}
        COMPREPLY+=("$add$(printf '%q' "$line")")
    done <<<"$answer"

    # macOS has a bash without compopt, where a blank too many is all that is lost.
    type compopt >/dev/null 2>&1 || return 0
    ((directive & 2)) && compopt -o nospace
    ((directive & 16)) && compopt -o dirnames
    ((directive == 0)) && compopt -o default
    return 0
}

complete -F _kubectl_tidb_br kubectl-tidb_br
