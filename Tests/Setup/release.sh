#!/bin/sh
# Installs the missing tools of `make dist` and `make test-dist`, and reports each: those that make Debian packages and
# Python wheels, and a C++ compiler with static libraries. A tool that cannot be installed is an error.
set -eu

if ! command -v dpkg >/dev/null 2>&1; then
    echo "Releases are made on Debian or Ubuntu." >&2
    exit 1
fi
. "$(dirname "$0")/debian.sh"
install_packages binutils dpkg-dev g++ lintian pkg-config python3-venv xz-utils
