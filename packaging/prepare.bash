# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What packaging/run and packaging/check share. To be sourced with the working directory at the repository's root.

# packages_of GROUP...: the names listed under these groups of packages.txt.
packages_of() {
    local group
    for group in "$@"; do
        awk -v wanted="[$group]" '{ sub(/#.*/, ""); gsub(/[ \t\r]/, "") }
            /^\[/ { inside = ($0 == wanted); next }
            inside && $0 != ""' packaging/packages.txt
    done
}

# install_packages GROUP...: installs what is missing, and does not call apt at all when nothing is.
install_packages() {
    local name missing=() as_root=()
    for name in $(packages_of "$@"); do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are missing, and there is no apt-get to install them (they are named as in Debian 12): ${missing[*]}" >&2
        return 1
    fi
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing: ${missing[*]}" >&2
            echo "Run this script as root or install sudo, or let an administrator run: apt-get install --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
        [[ -t 2 ]] || as_root+=(-n)
    fi
    echo "== Installing ${#missing[@]} packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
        -o Dpkg::Use-Pty=0 install "${missing[@]}" </dev/null
}

# build_jobs: one a core, but no more than one for each GiB of memory (a LibTorch source takes about that much).
build_jobs() {
    local cores memory_gib
    cores=$(nproc)
    memory_gib=$(awk '/^MemTotal:/ { print int($2 / 1048576) }' /proc/meminfo)
    if (( memory_gib < 1 )); then memory_gib=1; fi
    echo $(( cores < memory_gib ? cores : memory_gib ))
}

# build_programs: configures once (without the tests, unless packaging/check has asked for them) and builds.
build_programs() {
    [[ -f build/release/build.ninja ]] || cmake --preset release -DTRIMTAB_TESTS=OFF
    cmake --build build/release --parallel "$(build_jobs)" --target programs
}
