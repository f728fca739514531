#!/bin/sh
# Installs the missing C libraries of Dateline, and reports each. With the argument "cards" also what draws social cards,
# which only sites with cards and tests need: Pango, and fonts for every script that tests show.
set -eu

if [ "$(uname)" = Darwin ]; then
    for formula in cmark libyaml zlib ${1:+pango}; do
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
if [ "${1:-}" = cards ]; then
    install_packages libpangocairo-1.0-0 fonts-noto-core fonts-noto-cjk fonts-dejavu-core
fi
