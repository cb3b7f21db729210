# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion of trimtab-workbench
_trimtab_workbench() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    case $prev in
    --results-dir) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return;;
    --seconds|--soak) return;;
    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '--settings --results-dir --new-window --bench --json --seconds --soak
            --help --version' -- "$cur")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -o filenames -F _trimtab_workbench trimtab-workbench
