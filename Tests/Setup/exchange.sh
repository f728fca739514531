#!/bin/sh
# Installs the missing tools of the exchange tests, and reports each: GDAL, newsboat, LibreOffice Calc, libical with a C
# compiler, xmllint and, in .venv-exchange, the Python packages of Tests/Exchange/requirements.txt.
# A tool that cannot be installed is an error.
set -eu

cd "$(dirname "$0")/../.."

if command -v dpkg >/dev/null 2>&1; then
    . Tests/Setup/debian.sh
    install_packages gdal-bin newsboat libreoffice-calc-nogui libical-dev gcc libc6-dev libxml2-utils python3-venv
fi

lacks() {
    echo "The exchange tests need $1." >&2
    echo "On Debian it is installed automatically; here, please install it and run make test again." >&2
    exit 1
}

command -v ogr2ogr >/dev/null 2>&1 || lacks "GDAL, as \`ogr2ogr\`"
command -v newsboat >/dev/null 2>&1 || lacks "newsboat"
command -v soffice >/dev/null 2>&1 || lacks "LibreOffice Calc, as \`soffice\`"
command -v xmllint >/dev/null 2>&1 || lacks "xmllint (libxml2)"
command -v cc >/dev/null 2>&1 || lacks "a C compiler, as \`cc\`"
echo '#include <libical/ical.h>' | cc -fsyntax-only -x c - 2>/dev/null || lacks "the development files of libical"
command -v python3 >/dev/null 2>&1 || lacks "Python 3.11 or newer, as \`python3\`"
python3 -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    lacks "Python 3.11 or newer, with its venv module"

. Tests/Setup/python.sh
install_python_packages .venv-exchange Tests/Exchange/requirements.txt
