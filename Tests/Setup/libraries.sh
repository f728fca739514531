#!/bin/sh
# Installs the C libraries that Dateline is built on, where they are missing, and says so.
set -eu

if [ "$(uname)" = Darwin ]; then
    for formula in cmark libyaml; do
        brew list "$formula" >/dev/null 2>&1 && continue
        echo "Installing $formula with Homebrew"
        brew install "$formula"
    done
    exit 0
fi

if ! command -v dpkg >/dev/null 2>&1; then
    echo "Dateline needs the development files of libcmark and libyaml. This script knows Debian, Ubuntu" >&2
    echo "and Homebrew; please install them with the means of this system." >&2
    [ -f /usr/include/cmark.h ] && [ -f /usr/include/yaml.h ]
    exit $?
fi

missing=
for package in libcmark-dev libyaml-dev; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing$missing with apt-get"
root=
[ "$(id -u)" = 0 ] || root=sudo
$root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing
