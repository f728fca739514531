#!/bin/sh
# Installs the missing C libraries of Dateline, and reports each.
set -eu

if [ "$(uname)" = Darwin ]; then
    for formula in cmark libyaml zlib; do
        brew list "$formula" >/dev/null 2>&1 && continue
        echo "Installing $formula with Homebrew"
        brew install "$formula"
    done
    exit 0
fi

if ! command -v dpkg >/dev/null 2>&1; then
    echo "Dateline needs the development files of libcmark, libyaml and zlib. This script knows Debian, Ubuntu" >&2
    echo "and Homebrew; please install them with the package manager of this system." >&2
    [ -f /usr/include/cmark.h ] && [ -f /usr/include/yaml.h ] && [ -f /usr/include/zlib.h ]
    exit $?
fi

. "$(dirname "$0")/debian.sh"
install_packages libcmark-dev libyaml-dev zlib1g-dev
