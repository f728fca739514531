#!/bin/sh
# static_libraries.sh FOLDER: lets a linker that is given the folder by pkg-config find static libraries before shared
# ones, so that a binary needs nothing but the C library: libcmark, libyaml, zlib and libstdc++ of Debian and Ubuntu.
set -eu

folder=$1
mkdir -p "$folder/pkgconfig"
folder=$(cd "$folder" && pwd)

# link NAME: a link to the static library that the C++ compiler finds.
link() {
    found=$(c++ -print-file-name="$1.a")
    case $found in
        /*) ln -sf "$found" "$folder/$1.a" ;;
        *) echo "The static library $1.a is missing." >&2; exit 1 ;;
    esac
}
for name in libcmark libyaml libz libstdc++; do link "$name"; done

# description NAME LIBRARY: like that of the system, with the folder first.
description() {
    version=$(pkg-config --modversion "$1")
    printf 'Name: %s\nDescription: static\nVersion: %s\nLibs: -L%s -l%s\nCflags:\n' \
        "$1" "$version" "$folder" "$2" >"$folder/pkgconfig/$1.pc"
}
description libcmark cmark
description yaml-0.1 yaml
description zlib z
